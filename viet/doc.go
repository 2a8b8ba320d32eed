// Package viet holds what the program knows of Vietnamese writing as such: folding of marks, places of tone marks,
// syllables. It knows nothing of documents. Every function is pure and safe for concurrent use.
package viet
