// Package catalog is the read side: it joins store, index and graph into the answers that the command line, the REST
// interface and the web page show. All three call the same methods and print the same values, so they cannot disagree.
//
// A [Catalog] follows the store's change list: before an answer it brings index and graph up to the last change.
package catalog
