// Package index finds documents. It is derived from the store and can be deleted and built again from it at any time;
// it is the only package that knows Bleve.
//
// What is indexed. Every syllable of the title and the text is a term twice, as written and folded (see index/vi), in
// one field; every pair of neighbours is a folded term of a second field, so that a phrase is an AND of pairs and needs
// no positions. Neither text nor positions are held: phrases of three syllables and more are checked, and passages are
// cut and marked, from the text that the store holds ([Options].Text, [Passages]). Bleve reads and writes its segments in
// the format of index/segment, which holds just this much.
//
// Ranking. Words are scored by BM25 over the two fields, on Bleve's postings but not by Bleve (see wordsQuery); the title
// counts threefold, and a document whose own symbol was asked for comes first. Every match is counted, but a score is
// only worked out as far as the match can still be among the results wanted (see floor), which for a pasted sentence is a
// third of the work. The first results of a pasted sentence are looked at in the text and raised by their
// best paragraph (see rescored). Facets, dates and lengths are columns in
// memory, about 40 bytes a document, read at the first search of a snapshot.
//
// Files. A folder holds a writer's index (work), and a read-only snapshot of it (snap-N) made of hard links, which the
// file "current" names. Readers open the snapshot, writers take the file "lock" for the time of an update and then
// publish the next snapshot. So any number of processes search while one writes, and none waits for another; two
// writers wait for each other up to [Options].Wait, then get [ErrLocked].
//
// The number of the store's change list up to which the index has come is written with the same batch as the documents
// ([Index.Seq]), so that a killed update is seen and done again. [ErrRebuild] means that the folder is of another
// version of the program or damaged: call [Rebuild].
package index
