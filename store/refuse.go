package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Quarantined is a file that bears a secrecy mark and was not taken in: neither its bytes nor its text are held.
type Quarantined struct {
	Path   string    `json:"path"`
	SHA256 string    `json:"sha256"`
	Mark   string    `json:"mark"` // as printed: "MẬT"
	At     time.Time `json:"at"`
}

// Failure is a file that could not be read.
type Failure struct {
	Path   string    `json:"path"`
	SHA256 string    `json:"sha256"` // "" where not even the bytes could be read
	Reason string    `json:"reason"` // a short code, such as "truncated"
	Detail string    `json:"detail"` // a sentence for a person
	At     time.Time `json:"at"`
}

// Quarantine records that the file at path bears a secrecy mark. What the library holds of the path from earlier stays.
func (s *Store) Quarantine(ctx context.Context, path, sha, mark string) error {
	const q = `INSERT INTO quarantine (path, sha, mark, at) VALUES (?, ?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET sha = excluded.sha, mark = excluded.mark, at = excluded.at`
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, q, path, sha, mark, s.now()); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM failures WHERE path = ?`, path)
		return err
	})
	if err != nil {
		return fmt.Errorf("quarantine %s: %w", path, err)
	}
	return nil
}

// Fail records that the file at path could not be read. What the library holds of the path from earlier stays.
func (s *Store) Fail(ctx context.Context, path, sha, reason, detail string) error {
	const q = `INSERT INTO failures (path, sha, reason, detail, at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET sha = excluded.sha, reason = excluded.reason, detail = excluded.detail, at = excluded.at`
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, q, path, sha, reason, detail, s.now()); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM quarantine WHERE path = ? AND sha <> ?`, path, sha)
		return err
	})
	if err != nil {
		return fmt.Errorf("record the failure of %s: %w", path, err)
	}
	return nil
}

// Quarantined lists the files that bear a secrecy mark, by path.
func (s *Store) Quarantined(ctx context.Context) ([]Quarantined, error) {
	out, err := list(ctx, s.r, func(rows *sql.Rows) (q Quarantined, err error) {
		var at int64
		err = rows.Scan(&q.Path, &q.SHA256, &q.Mark, &at)
		q.At = msTime(at)
		return q, err
	}, `SELECT path, sha, mark, at FROM quarantine ORDER BY path`)
	if err != nil {
		return nil, fmt.Errorf("list the quarantine: %w", err)
	}
	return out, nil
}

// Failures lists the files that could not be read when they were last tried, by path.
func (s *Store) Failures(ctx context.Context) ([]Failure, error) {
	out, err := list(ctx, s.r, func(rows *sql.Rows) (f Failure, err error) {
		var at int64
		err = rows.Scan(&f.Path, &f.SHA256, &f.Reason, &f.Detail, &at)
		f.At = msTime(at)
		return f, err
	}, `SELECT path, sha, reason, detail, at FROM failures ORDER BY path`)
	if err != nil {
		return nil, fmt.Errorf("list the failures: %w", err)
	}
	return out, nil
}
