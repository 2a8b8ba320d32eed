package soichi

import "embed"

// Samples are the documents of testdata, which the tour ingests on a machine that has the program alone.
//
//go:embed testdata/corpus
var Samples embed.FS
