package store

import (
	"errors"
	"fmt"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The errors that callers tell apart.
var (
	// ErrNotFound says that the library does not hold what was asked for.
	ErrNotFound = errors.New("not in the library")
	// ErrLibraryMissing says that there is no library in the folder, where one was expected.
	ErrLibraryMissing = errors.New("there is no library here")
	// ErrNotLibrary says that the file is a database of something else, or no database at all.
	ErrNotLibrary = errors.New("the file is not a Soichi library")
	// ErrExists says that a restore would overwrite a library.
	ErrExists = errors.New("there is a library here already")
	// ErrInUse says that another process holds the library that a restore is to replace.
	ErrInUse = errors.New("another process uses the library")
	// ErrDamaged says that a library file does not pass SQLite's own check.
	ErrDamaged = errors.New("the library file is damaged")
	// ErrReadOnly says that the library's folder cannot be written to, which reading needs as well: readers share locks.
	ErrReadOnly = errors.New("the library cannot be written to")
	// ErrFull says that there is no room left on the library's disk.
	ErrFull = errors.New("the disk is full")
	// ErrBadCorrection says that a correction names no field of a document, or gives a value that the field cannot hold.
	ErrBadCorrection = errors.New("the correction cannot be taken")
	// ErrBadDecision says that a decision lacks its kind, keys, person, or a known verdict.
	ErrBadDecision = errors.New("the decision cannot be taken")
)

// SchemaNewerError says that a newer program wrote the library.
type SchemaNewerError struct {
	File  string
	Found int64 // the schema of the file
	Known int64 // the newest schema that this program knows
}

// Error names both schema versions and the way out.
func (e *SchemaNewerError) Error() string {
	return fmt.Sprintf("%s has schema %d and this program knows up to %d: use a newer program", e.File, e.Found, e.Known)
}

// busy tells whether SQLite gave up waiting for another connection.
func busy(err error) bool {
	code, ok := sqliteCode(err)
	return ok && (code == sqlite3.SQLITE_BUSY || code == sqlite3.SQLITE_LOCKED)
}

// Cause gives the one of ErrDamaged, ErrReadOnly, ErrFull and ErrInUse that SQLite or the system means by an error, nil where
// it is none of them.
func Cause(err error) error {
	code, _ := sqliteCode(err)
	switch {
	case errors.Is(err, ErrNotLibrary):
		return nil // it says what is wrong itself
	case broken(err):
		return ErrDamaged
	case code == sqlite3.SQLITE_READONLY:
		return ErrReadOnly
	case code == sqlite3.SQLITE_FULL, errors.Is(err, syscall.ENOSPC):
		return ErrFull
	case busy(err):
		return ErrInUse
	}
	return nil
}

// broken tells whether SQLite says that the file is no sound database.
func broken(err error) bool {
	code, ok := sqliteCode(err)
	return ok && code == sqlite3.SQLITE_CORRUPT || notDatabase(err)
}

// notDatabase tells whether SQLite says that the file is no database at all.
func notDatabase(err error) bool {
	code, ok := sqliteCode(err)
	return ok && code == sqlite3.SQLITE_NOTADB
}

// sqliteCode gives the primary result code: the low byte of the extended one.
func sqliteCode(err error) (int, bool) {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	return e.Code() & 0xff, true
}
