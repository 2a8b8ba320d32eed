// Package soichi is the map of the program; it holds no code but the sample documents.
//
// A file goes one way:
//
//	source → text → document → store → index and graph → query → command line, REST, web
//
// and the folders follow it:
//
//	cmd/soichi      the program: one file a command, wiring, exit codes
//	document        the vocabulary: Document, Span, Citation, Task; imports the standard library alone
//	viet            Vietnamese writing: tone marks, folding, syllables
//	register        the bodies that issue and receive documents, with validity in time
//	extract         bytes → document, the steps in order
//	  read          the reader interface, limits, errors, sniffing
//	  child         the readers in processes of their own
//	  plain webpage docx pdf …   one package a format
//	  normalize     the reading view of a text, with a map back to it
//	  structure     regions and divisions
//	  field citation task theme result   what is taken out
//	ingest          walk, skip what is known, extract in parallel, acknowledge each file
//	store           the only durable truth: SQLite, versions, corrections, changes
//	index           full text in Bleve, derived; index/vi is the Vietnamese analyzer, index/segment the file format
//	graph           citations resolved, wanted documents, traces; derived and pure
//	align           does this passage take up this task?
//	coverage        tasks by units, with evidence and due states
//	query           the query language
//	catalog         the read side: joins store, index and graph into answers
//	report          answers as tree, DOT, Mermaid, table, CSV, XLSX, HTML
//	api, web        the fronts
//	eval            scores against reference extractions
//	testdata        a small world of documents, with references
//
// ARCHITECTURE.md says why, and which package may import which.
package soichi
