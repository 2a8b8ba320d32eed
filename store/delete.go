package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Delete takes a document out for good: every version, its bytes, its text, the corrections to it. The database
// overwrites the place with zeros and the log is folded away. A file that is still there comes back with the next
// ingest, under the same id if its bytes are those the document began with.
func (s *Store) Delete(ctx context.Context, id string) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		shas, err := list(ctx, tx, func(rows *sql.Rows) (sha string, err error) { return sha, rows.Scan(&sha) },
			`SELECT sha FROM sources WHERE document_id = ? ORDER BY sha`, id)
		if err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, `DELETE FROM documents WHERE id = ?`, id)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if err != nil {
			return err
		}
		if n == 0 {
			return ErrNotFound
		}
		for _, sha := range shas {
			if err := s.blobsIn(tx).Delete(ctx, sha); err != nil {
				return err
			}
		}
		return recordChange(ctx, tx, id, ChangeDelete, s.now())
	})
	if err != nil {
		return fmt.Errorf("delete %s: %w", id, err)
	}
	// The log still has the old pages. A reader at work keeps them there until the next checkpoint: not an error.
	if _, err := s.w.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`); err != nil && !busy(err) {
		return fmt.Errorf("fold the log after deleting %s: %w", id, err)
	}
	return nil
}
