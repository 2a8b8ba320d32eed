//go:build !unix

package store

// syncFolder does nothing: a folder cannot be opened for syncing here, and NTFS logs renames itself.
func syncFolder(string) error { return nil }
