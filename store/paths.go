package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// racy is how much older than our reading a file's modification time has to be for it to be trusted: a file that was
// written in the same tick of a coarse clock (2 s on FAT) may have changed since without showing it.
const racy = 2 * time.Second

// recordPath notes where the bytes of a document were seen, and that the path is neither failed nor quarantined any more.
func recordPath(ctx context.Context, tx *sql.Tx, id string, a arrival) error {
	const q = `INSERT INTO paths (path, document_id, sha, size, mtime, seen_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET document_id = excluded.document_id, sha = excluded.sha, size = excluded.size,
		mtime = excluded.mtime, seen_at = excluded.seen_at, gone_at = NULL`
	if _, err := tx.ExecContext(ctx, q, a.path, id, a.sha, a.size, a.mtime, a.now); err != nil {
		return fmt.Errorf("record path %s: %w", a.path, err)
	}
	for _, table := range []string{"failures", "quarantine"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE path = ?`, a.path); err != nil { //nolint:gosec // fixed names
			return fmt.Errorf("clear %s of %s: %w", table, a.path, err)
		}
	}
	return nil
}

// Known tells, from its size and modification time alone, that the file at path is held as it is now, and read by this
// extractor version; id is its document. A file that changed too shortly before it was last read is not known.
func (s *Store) Known(ctx context.Context, path string, size int64, mtime time.Time, extractor string) (id string, ok bool, err error) {
	const q = `SELECT p.document_id FROM paths p JOIN documents d ON d.id = p.document_id JOIN versions v ON v.id = d.current
		WHERE p.path = ? AND p.size = ? AND p.mtime = ? AND p.gone_at IS NULL AND p.mtime <= (p.seen_at - ?) * 1000000
		AND (v.extractor = ? OR v.sha <> p.sha)
		AND NOT EXISTS (SELECT 1 FROM failures f WHERE f.path = p.path) AND NOT EXISTS (SELECT 1 FROM quarantine k WHERE k.path = p.path)`
	id, err = lookup(ctx, s.r, q, path, size, mtime.UnixNano(), racy.Milliseconds(), extractor)
	if err != nil {
		return "", false, fmt.Errorf("is %s known: %w", path, err)
	}
	return id, id != "", nil
}

// Attach records path for a document that holds the bytes with hash sha already, read by this extractor version, so
// that they need not be read again. It reports false where the bytes have to go through Put.
func (s *Store) Attach(ctx context.Context, path string, size int64, mtime time.Time, sha, extractor string) (id string, ok bool, err error) {
	if held, err := lookup(ctx, s.r, `SELECT document_id FROM sources WHERE sha = ?`, sha); err != nil || held == "" {
		return "", false, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		doc, step, err := place(ctx, tx, path, sha, extractor)
		if err != nil || step != attach {
			return err
		}
		id = doc
		return recordPath(ctx, tx, doc, arrival{path: path, sha: sha, size: size, mtime: mtime.UnixNano(), now: s.now()})
	})
	if err != nil {
		return "", false, fmt.Errorf("attach %s: %w", path, err)
	}
	return id, id != "", nil
}

// Gone records that there is no file at path any more. Its document stays, its failure is over.
func (s *Store) Gone(ctx context.Context, path string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM failures WHERE path = ?`, path); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE paths SET gone_at = ? WHERE path = ? AND gone_at IS NULL`, s.now(), path)
		return err
	})
	if err != nil {
		return fmt.Errorf("mark %s gone: %w", path, err)
	}
	return nil
}

// Under lists, sorted, the paths at or below dir where documents or failed files were seen and have not vanished.
func (s *Store) Under(ctx context.Context, dir string) ([]string, error) {
	prefix := strings.TrimSuffix(dir, string(filepath.Separator)) + string(filepath.Separator)
	// Every path with the prefix sorts between it and the prefix with its last byte, the separator, one higher.
	end := prefix[:len(prefix)-1] + string(filepath.Separator+1)
	const q = `SELECT path FROM paths WHERE gone_at IS NULL AND (path = ?1 OR path >= ?2 AND path < ?3)
		UNION SELECT path FROM failures WHERE path = ?1 OR path >= ?2 AND path < ?3 ORDER BY path`
	out, err := list(ctx, s.r, func(rows *sql.Rows) (p string, err error) { return p, rows.Scan(&p) }, q, dir, prefix, end)
	if err != nil {
		return nil, fmt.Errorf("paths under %s: %w", dir, err)
	}
	return out, nil
}

// PathOf is one place where a document was seen.
type PathOf struct {
	Document string // its id
	Path     string
	SHA256   string
	Size     int64
	ModTime  time.Time
	Gone     bool // there was no file at the path when it was last looked for
}

// columnsOfPath are what pathOf reads.
const columnsOfPath = `SELECT document_id, path, sha, size, mtime, gone_at IS NOT NULL FROM paths`

func pathOf(rows *sql.Rows) (p PathOf, err error) {
	var mtime int64
	err = rows.Scan(&p.Document, &p.Path, &p.SHA256, &p.Size, &mtime, &p.Gone)
	p.ModTime = time.Unix(0, mtime).UTC()
	return p, err
}

// Paths lists where a document was seen: first what is still there, then by name.
func (s *Store) Paths(ctx context.Context, id string) ([]PathOf, error) {
	out, err := list(ctx, s.r, pathOf, columnsOfPath+` WHERE document_id = ? ORDER BY gone_at IS NOT NULL, path`, id)
	if err != nil {
		return nil, fmt.Errorf("paths of %s: %w", id, err)
	}
	return out, nil
}

// Files lists by path where documents were seen and have not vanished since.
func (s *Store) Files(ctx context.Context) ([]PathOf, error) {
	out, err := list(ctx, s.r, pathOf, columnsOfPath+` WHERE gone_at IS NULL ORDER BY path`)
	if err != nil {
		return nil, fmt.Errorf("list the files: %w", err)
	}
	return out, nil
}

// FindByPath gives the id of the document that was seen at path, or ErrNotFound. Ingest records absolute paths.
func (s *Store) FindByPath(ctx context.Context, path string) (string, error) {
	id, err := lookup(ctx, s.r, `SELECT document_id FROM paths WHERE path = ?`, path)
	if err == nil && id == "" {
		err = ErrNotFound
	}
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	return id, nil
}

// list reads all rows of a query.
func list[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) (out []T, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
