// Package coverage answers which tasks of a directive are taken up, by which unit, with what evidence, and what is missing
// or overdue. [Compute] is a pure function of the documents, the links between them, the register of bodies and a date.
//
// The statuses follow requirements tracing: a plan that takes a task up covers it shallowly, a report that answers it
// covers it deeply. A unit that is expected and has nothing is never left out.
package coverage
