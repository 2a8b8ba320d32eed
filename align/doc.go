// Package align scores how well a passage of a plan or report takes up a task of a directive. It is the one place where
// "takes up" is decided by wording; structure (who speaks, in what kind of section, to whom) is coverage's part. Scores
// are suggestions until a person confirms them.
//
// A score is logistic. It rests on how much of what the task says, weighed by how rare each term is among the tasks and in
// office style, comes back in the passage; on the traces that a drafter leaves who writes a plan from a directive, the same
// quoted names, figures and months; on words that keep like company, see package meaning; on how the task stands among
// others that the passage may be meant for; and on the passages beside it, for plans follow the order of the directive.
// Features names them all. Their weights are fitted to the project's chains by `go run ./internal/alignfit`, which also
// says what weights fitted the same way do on a chain that they have not seen.
//
// Give the directive's title and tasks to a [Corpus], make its [Matcher], and give passages to a [Reader] of that. The caller
// leaves out of the texts what is no content: names of the units addressed, citations, deadlines.
package align
