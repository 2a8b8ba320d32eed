// Package graph ties documents together. [Build] takes the identity and the citations of every held document and
// decides, for each citation, which work it speaks of: resolved with a stated level, ambiguous with candidates, or wanted
// where nothing held fits. It never takes the first hit. The result is derived from the store alone, holds no text, and
// can be thrown away and built again. [Graph.Update] takes in single documents: a wanted document heals when the file
// arrives, because every mention that it may concern is decided anew.
//
// [Graph.Trace] follows the links up to the authority that a document rests on and down to the reports about it.
package graph
