// Package ingest brings files into a library: it walks folders, skips what has not changed, reads, lets an extractor
// work on several files at once, and hands the results to the store one by one. Each file is acknowledged by itself, so
// a run that was interrupted is resumed by running it again; a file that fails is named and leaves the rest, and what is
// held, untouched.
//
// Begin with [New], then [Ingester.Run] for a run that ends or [Ingester.Watch] for one that stays.
//
// The package prints nothing. It knows the extractor and the store through the interfaces [Extractor] and [Store] only.
package ingest
