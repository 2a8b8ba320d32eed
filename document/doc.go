// Package document is the vocabulary of Soichi: what a document is, what is known of it, and where each value stands in
// its text. It holds types and the few functions that belong to a type alone, and imports only the standard library, so
// that every other package can speak in its terms.
//
// Positions come in two units. Inside the extraction steps a [Range] counts bytes; in a finished [Document] a [Span]
// counts Unicode code points, as the W3C Web Annotation Data Model does. A [Ruler] converts between them.
package document
