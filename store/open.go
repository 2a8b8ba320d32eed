package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks the file as a library; the first migration sets it.
const applicationID = 0x536F6963

// busyTimeout is how long a connection waits for another process's write: far longer than the largest transaction takes.
const busyTimeout = 30 * time.Second

// openTries is how often the first statements are tried again: switching to the log mode and migrating meet processes
// that do the same at that moment, and SQLite does not wait there.
const openTries = 50

// dsn writes a data source name. Every connection waits for locks, checks foreign keys, syncs each commit and overwrites
// what is deleted with zeros, because a document may have to be taken out for good.
func dsn(file string, more ...string) (string, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", fmt.Errorf("make %s absolute: %w", file, err)
	}
	abs = filepath.ToSlash(abs)
	if !strings.HasPrefix(abs, "/") {
		abs = "/" + abs // file:///C:/…
	}
	q := url.Values{"_pragma": append([]string{
		fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()),
		"foreign_keys(1)", "synchronous(FULL)", "secure_delete(1)",
	}, more...)}
	return (&url.URL{Scheme: "file", Path: abs, RawQuery: q.Encode()}).String(), nil
}

// openWriter opens the one connection that may write.
func openWriter(ctx context.Context, file string) (*sql.DB, error) {
	name, err := dsn(file, "journal_mode(WAL)", "journal_size_limit(67108864)")
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", name+"&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	db.SetMaxOpenConns(1)
	if err := retry(ctx, func() error { return checkApplication(ctx, db, file) }); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// openReaders opens connections that cannot write. Their number is not limited: a caller may read a document while it
// iterates over others.
func openReaders(file string) (*sql.DB, error) {
	name, err := dsn(file, "query_only(1)")
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	db.SetMaxIdleConns(4)
	return db, nil
}

// checkApplication refuses a database of something else, so that it is never migrated into a library.
func checkApplication(ctx context.Context, db *sql.DB, file string) error {
	var id, tables int64
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)`).Scan(&id, &tables)
	switch {
	case notDatabase(err):
		return fmt.Errorf("%s: %w: %w", file, ErrNotLibrary, err)
	case err != nil:
		return fmt.Errorf("read %s: %w", file, err)
	case id == applicationID, id == 0 && tables == 0:
		return nil
	}
	// goose makes its own table first: another process may be creating the library at this moment.
	var foreign int64
	const others = `SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'`
	if err := db.QueryRowContext(ctx, others).Scan(&foreign); err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	if id != 0 || foreign > 0 {
		return fmt.Errorf("%s: %w", file, ErrNotLibrary)
	}
	return nil
}

// migrate brings the schema up to date, or refuses a newer one.
func migrate(ctx context.Context, db *sql.DB, file string) error {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, dir, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	return retry(ctx, func() error {
		found, known, err := p.GetVersions(ctx)
		if err != nil {
			return fmt.Errorf("read the schema version of %s: %w", file, err)
		}
		if found > known {
			return &SchemaNewerError{File: file, Found: found, Known: known}
		}
		if found == known {
			return nil
		}
		if _, err := p.Up(ctx); err != nil {
			return fmt.Errorf("%w: bring the schema of %s from %d to %d: %w", errAgain, file, found, known, err)
		}
		return nil
	})
}

// errAgain marks a step that another process may have done at the same moment; looking again tells.
var errAgain = errors.New("schema not changed")

// retry repeats f while another process is in the way, with a short pause between.
func retry(ctx context.Context, f func() error) error {
	var err error
	for range openTries {
		if err = f(); err == nil || !busy(err) && !errors.Is(err, errAgain) {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(20 * time.Millisecond):
		}
	}
	return err
}
