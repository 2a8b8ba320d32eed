package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// The kinds of change.
const (
	ChangePut    = "put"    // the document is new, or reads differently: a version, an extraction, a correction, a decision
	ChangeDelete = "delete" // the document was taken out
)

// Change is one entry of the list that index and graph follow.
type Change struct {
	Seq        int64 // grows with every change and is never used twice
	DocumentID string
	Kind       string
	At         time.Time
}

// recordChange appends to the list, in the transaction that makes the change.
func recordChange(ctx context.Context, tx *sql.Tx, id, kind string, now int64) error {
	if _, err := tx.ExecContext(ctx, `INSERT INTO changes (document_id, kind, at) VALUES (?, ?, ?)`, id, kind, now); err != nil {
		return fmt.Errorf("record the change of %s: %w", id, err)
	}
	return nil
}

// Changes lists up to limit changes after the one numbered after, oldest first. A document may stand in it several
// times; only what the store holds of it now counts.
func (s *Store) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	const q = `SELECT seq, document_id, kind, at FROM changes WHERE seq > ? ORDER BY seq LIMIT ?`
	out, err := list(ctx, s.r, func(rows *sql.Rows) (c Change, err error) {
		var at int64
		err = rows.Scan(&c.Seq, &c.DocumentID, &c.Kind, &at)
		c.At = msTime(at)
		return c, err
	}, q, after, limit)
	if err != nil {
		return nil, fmt.Errorf("changes after %d: %w", after, err)
	}
	return out, nil
}

// LastChange gives the number of the newest change, 0 where there is none. Who builds from all documents asks for it
// before reading them, and follows from there: what changes meanwhile is then seen twice rather than never.
func (s *Store) LastChange(ctx context.Context) (int64, error) {
	var seq int64
	if err := s.r.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM changes`).Scan(&seq); err != nil {
		return 0, fmt.Errorf("last change: %w", err)
	}
	return seq, nil
}
