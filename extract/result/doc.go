// Package result finds the figures that a report gives: a number with its unit, what it counts, the period that it is for,
// and whether the words call it exact.
//
// Only reports and pages that report are read: in a directive or plan a number is a target. Dates, numbers of documents,
// ordinals and labels are no results; a range such as "01 - 02 ngày" has no single value and is left out. Everything
// here is pure and safe for concurrent use.
package result
