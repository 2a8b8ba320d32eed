package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// What a person can say of a link or an alignment.
const (
	Confirmed = "confirmed"
	Rejected  = "rejected"
	Withdrawn = "withdrawn" // the earlier word no longer holds
)

// Decision is what a person said of something that was suggested, named by its kind and keys, such as kind "link" with
// the keys from and to. The store does not know what the keys mean.
type Decision struct {
	Kind    string            `json:"kind"`
	Keys    map[string]string `json:"keys"`
	Verdict string            `json:"verdict"`
	Who     string            `json:"who"`
	At      time.Time         `json:"at"`
}

// Decide records a decision; the last one on the same kind and keys holds, the earlier ones are kept. Every held
// document whose id is among the values of the keys counts as changed, so that followers look at it again. Decisions
// belong to no document and outlive re-ingest and deletion.
func (s *Store) Decide(ctx context.Context, d Decision) error {
	if d.Kind == "" || len(d.Keys) == 0 || d.Who == "" || d.Verdict != Confirmed && d.Verdict != Rejected && d.Verdict != Withdrawn {
		return fmt.Errorf("decide on %s %v: %w", d.Kind, d.Keys, ErrBadDecision)
	}
	keys, err := json.Marshal(d.Keys) // sorts them
	if err != nil {
		return fmt.Errorf("decide on %s: %w", d.Kind, err)
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		const q = `INSERT INTO decisions (kind, keys, verdict, who, at) VALUES (?, ?, ?, ?, ?)`
		if _, err := tx.ExecContext(ctx, q, d.Kind, string(keys), d.Verdict, d.Who, s.now()); err != nil {
			return err
		}
		const touched = `INSERT INTO changes (document_id, kind, at)
			SELECT id, 'put', ? FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`
		_, err := tx.ExecContext(ctx, touched, s.now(), string(keys))
		return err
	})
	if err != nil {
		return fmt.Errorf("decide on %s %s: %w", d.Kind, keys, err)
	}
	return nil
}

// Decisions lists what holds now for a kind, sorted by keys.
func (s *Store) Decisions(ctx context.Context, kind string) ([]Decision, error) {
	const q = `SELECT kind, keys, verdict, who, at FROM decisions WHERE id IN
		(SELECT max(id) FROM decisions WHERE kind = ? GROUP BY keys) AND verdict <> ? ORDER BY keys`
	out, err := list(ctx, s.r, func(rows *sql.Rows) (d Decision, err error) {
		var (
			keys []byte
			at   int64
		)
		if err := rows.Scan(&d.Kind, &keys, &d.Verdict, &d.Who, &at); err != nil {
			return d, err
		}
		d.At = msTime(at)
		return d, json.Unmarshal(keys, &d.Keys)
	}, q, kind, Withdrawn)
	if err != nil {
		return nil, fmt.Errorf("decisions on %s: %w", kind, err)
	}
	return out, nil
}
