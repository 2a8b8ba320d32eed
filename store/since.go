package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Since are the ids of the documents that came, changed or went from a time on, each list in the order of the ids.
type Since struct {
	Added   []string // taken in since then
	Updated []string // held before, and another file came in their place since
	Removed []string // taken out since then
}

// Since tells what came, changed or went from a time on. A document that was taken out and came back is not removed.
func (s *Store) Since(ctx context.Context, t time.Time) (Since, error) {
	var out Since
	err := s.snapshot(ctx, func(q querier) error {
		for _, part := range []struct {
			to    *[]string
			query string
		}{
			{&out.Added, `SELECT id FROM documents WHERE added_at >= ?1 ORDER BY id`},
			{&out.Updated, `SELECT DISTINCT d.id FROM documents d JOIN versions v ON v.document_id = d.id
				WHERE d.added_at < ?1 AND v.ingested_at >= ?1 ORDER BY d.id`},
			{&out.Removed, `SELECT DISTINCT document_id FROM changes WHERE kind = 'delete' AND at >= ?1
				AND document_id NOT IN (SELECT id FROM documents) ORDER BY document_id`},
		} {
			ids, err := list(ctx, q, func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) }, part.query, t.UnixMilli())
			if err != nil {
				return err
			}
			*part.to = ids
		}
		return nil
	})
	if err != nil {
		return Since{}, fmt.Errorf("changes since %s: %w", t.Format(time.RFC3339), err)
	}
	return out, nil
}
