// Package align scores how well a passage of a plan or report takes up a task of a directive. It is the one place where
// "takes up" is decided; everything else works with its scores. Scores are suggestions until a person confirms them.
//
// The scorer here is lexical. It asks how much of what the task says, weighed by how rare each term is among the tasks
// and passages at hand, comes back in the passage, and looks for the traces that a drafter leaves who writes a plan
// from a directive: the same quoted names, the same figures, the same unusual terms in the same order.
package align
