// Package segment is a Bleve segment format made for texts of few words: Bleve stays the engine that takes batches, keeps
// snapshots, plans merges and runs queries, and this package is what it reads and writes its files with. Against Bleve's
// own format, which has to serve every kind of field, the files are less than half as large and are written several times
// faster, because a posting is a document and a frequency and nothing else.
//
// What a field can hold: terms with frequencies. There are no norms, no positions, no stored values but the id, and no doc
// values; a field that asks for them is indexed without.
//
// The file. Numbers are unsigned varints unless said otherwise; words are little endian.
//
//	magic   8 bytes
//	fields  in the order of their names, each a row of blocks and the offsets of the blocks (8 bytes each)
//	ids     4 bytes a document: the place of its id among the terms of the field _id
//	footer  documents, offset of ids, and of each field: name, terms, offset of its first block and of its offsets
//	tail    offset of the footer (8 bytes), CRC-32 of the footer (4 bytes), magic
//
// A block holds the postings of 32 neighbouring terms: first the length of its dictionary; then the dictionary, one entry a
// term (bytes shared with the term before, bytes of its own, these bytes, number of documents, and the length of the
// postings, or the posting itself where there is one document); then the postings.
//
// Postings are the steps from document to document, shifted by one bit that tells a frequency of one; any other frequency
// follows. A list of more than 128 documents begins with a table: for each group of 128 but the last the step to its last
// document and its length in bytes, so that a reader can leap.
//
// A segment is immutable and safe for concurrent use; its dictionaries, lists and iterators are not. A damaged file gives
// [ErrDamaged] or, in the middle of postings, wrong documents within the segment, and never a panic.
package segment
