package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/zstd"
)

// FileName is the name of the database in a library's folder.
const FileName = "library.db"

// maxUnpacked bounds what one blob may decompress to (1 GiB), so that a damaged file cannot take all memory.
const maxUnpacked = 1 << 30

// Options say how a library is opened. The zero value creates a missing library and keeps the bytes inside it.
type Options struct {
	// MustExist gives ErrLibraryMissing instead of creating a library.
	MustExist bool
	// Clock gives the time that rows are stamped with; nil means time.Now.
	Clock func() time.Time
	// Blobs keeps the sources' bytes elsewhere; nil means in the library file itself.
	Blobs Blobs
}

// Store is an open library. All its methods may be called from several goroutines.
type Store struct {
	file  string
	w     *sql.DB // one connection, each transaction takes the write lock at its start
	r     *sql.DB // any number of connections that cannot write
	clock func() time.Time
	blobs Blobs
	enc   *zstd.Encoder
	dec   *zstd.Decoder
}

// Open opens the library in dir, creates it where it is missing, and brings its schema up to date.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	file := filepath.Join(dir, FileName)
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		if opts.MustExist {
			return nil, fmt.Errorf("open library %s: %w", dir, ErrLibraryMissing)
		}
		// Official documents are nobody else's business: the folder is for its owner alone.
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("create library: %w", err)
		}
	}
	s, err := openFile(ctx, file, opts)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", dir, err)
	}
	return s, nil
}

func openFile(ctx context.Context, file string, opts Options) (*Store, error) {
	s := &Store{file: file, clock: opts.Clock, blobs: opts.Blobs}
	if s.clock == nil {
		s.clock = time.Now
	}
	var err error
	if s.enc, err = zstd.NewWriter(nil, zstd.WithZeroFrames(true), zstd.WithEncoderConcurrency(2)); err != nil {
		return nil, fmt.Errorf("zstd: %w", err)
	}
	if s.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked)); err != nil {
		return nil, fmt.Errorf("zstd: %w", err)
	}
	if err := s.connect(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// connect opens the writer, migrates, and opens the readers.
func (s *Store) connect(ctx context.Context) error {
	var err error
	if s.w, err = openWriter(ctx, s.file); err != nil {
		return err
	}
	if err := migrate(ctx, s.w, s.file); err != nil {
		return err
	}
	s.r, err = openReaders(s.file)
	return err
}

// Close ends the use of the library. It must not be called while another call runs.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.r, s.w} { // the writer last: it folds the log into the file
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	s.dec.Close()
	return errors.Join(errs...)
}

// Generation names this life of the library: it changes when a backup is restored, and what was derived before is void.
func (s *Store) Generation(ctx context.Context) (string, error) {
	var g string
	if err := s.r.QueryRowContext(ctx, `SELECT value FROM meta WHERE key = 'generation'`).Scan(&g); err != nil {
		return "", fmt.Errorf("read the library's generation: %w", err)
	}
	return g, nil
}

// now is the clock in the unit of the tables.
func (s *Store) now() int64 { return s.clock().UnixMilli() }

// write runs f in one transaction that holds the write lock from its start, so that what f reads stays true until it
// commits. What f did is on disk when write returns nil, and undone otherwise.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, err := s.w.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	if err := f(tx); err != nil {
		return errors.Join(err, rollback(tx))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// snapshot runs f on one state of the library, whatever is written meanwhile.
func (s *Store) snapshot(ctx context.Context, f func(q querier) error) error {
	tx, err := s.r.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	return errors.Join(f(tx), rollback(tx))
}

// rollback undoes tx; a transaction that the context has already ended needs none.
func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}

// querier is what reading needs of a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// hexID shortens a source's hash to a document's id.
func hexID(sha string) string { return sha[:16] }

// msTime gives a table's time back.
func msTime(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
