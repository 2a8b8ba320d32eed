// Package task finds the obligations of a document: what is to be done, by whom, with whom, by when.
//
// The unit is the smallest numbered or dashed item, or an unnumbered paragraph of its own; an item is cut only where a
// sentence or clause names another assignee or another deadline. An assignee is taken from the words of the task, from
// the label or heading above it, or from the opening "… yêu cầu X, Y thực hiện các nội dung sau:"; it is never guessed.
// Which kinds of document have tasks, and which of their sections, is in kinds.tsv; the words that begin an obligation
// or a body's name are in cues.tsv. Everything here is pure and safe for concurrent use.
package task
