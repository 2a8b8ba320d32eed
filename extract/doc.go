// Package extract turns the bytes of a file into a document: read, view, outline, header fields, citations, tasks, themes,
// results, in this order and each in a package of its own. Each step is a pure function of the steps before it, so that
// a change of rules can be tried on stored texts; only reading does I/O, through the readers of package read.
package extract
