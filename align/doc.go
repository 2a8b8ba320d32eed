// Package align scores how well a passage of a plan or report takes up a task of a directive. It is the one place where
// "takes up" is decided by wording; structure (who speaks, in what kind of section, to whom) is coverage's part. Scores
// are suggestions until a person confirms them.
//
// The scorer is lexical. It asks how much of what the task says, weighed by how rare each term is among the tasks
// and in office style, comes back in the passage, and looks for the traces that a drafter leaves who writes a plan from a
// directive: the same quoted names, the same figures, the same unusual words side by side.
//
// Give the directive's title and tasks to a [Corpus], make its [Matcher], and give passages to a [Reader] of that. The caller leaves out of the texts what is no
// content: names of the units addressed, citations, deadlines.
package align
