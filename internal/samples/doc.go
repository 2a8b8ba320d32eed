// Package samples makes the binary files of testdata/corpus from their text sources in testdata/source, so that what a
// reader of the tests sees as text and what the program is given as DOCX or PDF cannot drift apart. It runs by hand
// (go generate ./internal/samples) and never while the tests run; the tests only compare.
//
// A source is plain text with a mark at the start of a line, documented at [Parse]. [WriteDOCX] sets it in the form
// that Nghị định 30/2020/NĐ-CP gives to administrative documents: a letterhead in a two-column table without borders,
// list numbers that Word computes (so that they are absent from the text runs), footnotes in a part of their own, merged
// table cells, and page numbers in the header from page 2 on.
package samples

//go:generate go run ./generate ../../testdata
