package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Blobs keeps the packed bytes of sources by their SHA-256. An implementation must have them on disk when Put returns;
// putting the same key twice is no error, because a process may have died between the bytes and their row.
type Blobs interface {
	Put(ctx context.Context, sha string, packed []byte) error
	Get(ctx context.Context, sha string) ([]byte, error) // ErrNotFound where there are none
	Delete(ctx context.Context, sha string) error        // no error where there are none
}

// tableBlobs keeps the bytes in the library file. Put and Delete are called inside the transaction that needs them.
type tableBlobs struct {
	tx *sql.Tx // for Put and Delete
	q  querier // for Get
}

func (b tableBlobs) Put(ctx context.Context, sha string, packed []byte) error {
	if _, err := b.tx.ExecContext(ctx, `INSERT OR IGNORE INTO blobs (sha, data) VALUES (?, ?)`, sha, packed); err != nil {
		return fmt.Errorf("write the bytes of %s: %w", sha, err)
	}
	return nil
}

func (b tableBlobs) Get(ctx context.Context, sha string) ([]byte, error) {
	var data []byte
	err := b.q.QueryRowContext(ctx, `SELECT data FROM blobs WHERE sha = ?`, sha).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("bytes of %s: %w", sha, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("read the bytes of %s: %w", sha, err)
	}
	return data, nil
}

func (b tableBlobs) Delete(ctx context.Context, sha string) error {
	if _, err := b.tx.ExecContext(ctx, `DELETE FROM blobs WHERE sha = ?`, sha); err != nil {
		return fmt.Errorf("delete the bytes of %s: %w", sha, err)
	}
	return nil
}

// blobsIn gives the place of the bytes for use inside a transaction.
func (s *Store) blobsIn(tx *sql.Tx) Blobs {
	if s.blobs != nil {
		return s.blobs
	}
	return tableBlobs{tx: tx, q: tx}
}

// blobsOut gives the place of the bytes for reading.
func (s *Store) blobsOut() Blobs {
	if s.blobs != nil {
		return s.blobs
	}
	return tableBlobs{q: s.r}
}
