package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// SavedSearch is a question that a person asks again and again.
type SavedSearch struct {
	Name    string
	Request string // JSON, as it was given
	SavedAt time.Time
	SeenAt  time.Time // when its results were last looked at
}

// SaveSearch keeps a question under a name, with the documents that are its results now; what was kept under the name
// before is replaced.
func (s *Store) SaveSearch(ctx context.Context, name, request string, seen []string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM saved_searches WHERE name = ?`, name); err != nil {
			return err
		}
		const q = `INSERT INTO saved_searches (name, request, saved_at, seen_at) VALUES (?, ?, ?, ?)`
		if _, err := tx.ExecContext(ctx, q, name, request, s.now(), s.now()); err != nil {
			return err
		}
		return addSeen(ctx, tx, name, seen)
	})
	if err != nil {
		return fmt.Errorf("save the search %q: %w", name, err)
	}
	return nil
}

// SavedSearches lists what was saved, by name.
func (s *Store) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	out, err := list(ctx, s.r, func(rows *sql.Rows) (v SavedSearch, err error) {
		var saved, seen int64
		err = rows.Scan(&v.Name, &v.Request, &saved, &seen)
		v.SavedAt, v.SeenAt = msTime(saved), msTime(seen)
		return v, err
	}, `SELECT name, request, saved_at, seen_at FROM saved_searches ORDER BY name`)
	if err != nil {
		return nil, fmt.Errorf("list the saved searches: %w", err)
	}
	return out, nil
}

// Seen gives the documents that were seen of a saved search, in order of their ids.
func (s *Store) Seen(ctx context.Context, name string) ([]string, error) {
	out, err := list(ctx, s.r, func(rows *sql.Rows) (id string, err error) {
		return id, rows.Scan(&id)
	}, `SELECT document_id FROM saved_seen WHERE name = ? ORDER BY document_id`, name)
	if err != nil {
		return nil, fmt.Errorf("what was seen of the search %q: %w", name, err)
	}
	return out, nil
}

// MarkSeen notes that documents were seen among the results of a saved search; ErrNotFound where there is none of the name.
func (s *Store) MarkSeen(ctx context.Context, name string, seen []string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `UPDATE saved_searches SET seen_at = ? WHERE name = ?`, s.now(), name)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return orNotFound(err)
		}
		return addSeen(ctx, tx, name, seen)
	})
	if err != nil {
		return fmt.Errorf("see the search %q: %w", name, err)
	}
	return nil
}

// ForgetSearch takes a saved search away; ErrNotFound where there is none of the name.
func (s *Store) ForgetSearch(ctx context.Context, name string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM saved_searches WHERE name = ?`, name)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if err == nil && n > 0 {
			return nil
		}
		return orNotFound(err)
	})
	if err != nil {
		return fmt.Errorf("forget the search %q: %w", name, err)
	}
	return nil
}

func addSeen(ctx context.Context, tx *sql.Tx, name string, seen []string) error {
	ids, err := json.Marshal(seen)
	if err != nil {
		return err
	}
	const q = `INSERT OR IGNORE INTO saved_seen (name, document_id) SELECT ?, value FROM json_each(?)`
	_, err = tx.ExecContext(ctx, q, name, string(ids))
	return err
}

func orNotFound(err error) error {
	if err != nil {
		return err
	}
	return ErrNotFound
}
