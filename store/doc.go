// Package store is the library's only durable truth: one SQLite file that holds the bytes of every source, what was
// extracted from them, what people corrected and decided, and a list of changes. Index and graph are derived from it
// and can be rebuilt at any time; nothing else may be.
//
// # Identity
//
// A document's id is the first 16 hex digits of the SHA-256 of the first bytes it was seen with. From then on:
//
//   - the same path with other bytes is a new version of the same document, unless another file that is still there
//     holds the current bytes: then the two were copies that went apart, and the changed one becomes a document;
//   - the same bytes at another path are the same document with one path more;
//   - the same bytes read by another extractor version replace the extraction in place;
//   - a file that vanished is marked, and its document kept.
//
// So every source belongs to exactly one document.
//
// # Durability
//
// A call that returned without error is on disk (write-ahead log, synchronous=FULL), one transaction a call. Several
// processes may hold one library: readers never wait, writers wait for each other up to busyTimeout.
//
// # Following
//
// Whoever derives something from the store remembers [Store.Generation] and the last [Change] it has seen, reads on
// with [Store.Changes], and starts anew when the generation differs, as it does after a restore.
package store
