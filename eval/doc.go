// Package eval scores extraction against reference extractions made by hand ("gold"). It reads two shapes of gold file:
// plain values with verbatim quotes, as the project's own are, and annotations with spans. Scores are precision, recall
// and F1 a field, at four levels of strictness, with the differences listed so that a person can see what went wrong.
package eval
