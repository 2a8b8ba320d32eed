// Package theme finds the themes (chủ đề), mottos (phương châm) and movements (phong trào, cuộc vận động) that a document
// names, with the part that the document plays in a movement: it launches it, carries it on, supports it or reports on it.
//
// A name is what stands in the quotation marks after the cue, or, for the few openings and well-known campaigns of
// names.tsv, the clause that follows without marks. Titles of honour and titles of documents are also quoted and are no
// themes. Everything here is pure and safe for concurrent use.
package theme
