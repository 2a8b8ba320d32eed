package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// step is what an arriving file means for the library.
type step int

const (
	create    step = iota // a document that is not held
	renew                 // a new version of a held document
	reextract             // the current bytes, read by another extractor version
	attach                // held bytes: only the path is recorded
)

// place decides which document the bytes with hash sha, seen at path, belong to, by the rules of the package comment.
func place(ctx context.Context, tx *sql.Tx, path, sha, extractor string) (string, step, error) {
	holder, err := lookup(ctx, tx, `SELECT document_id FROM sources WHERE sha = ?`, sha)
	if err != nil {
		return "", 0, err
	}
	atPath, err := lookup(ctx, tx, `SELECT document_id FROM paths WHERE path = ?`, path)
	if err != nil {
		return "", 0, err
	}
	if holder == "" {
		return placeNew(ctx, tx, atPath, path)
	}
	var currentSHA, currentExtractor string
	const current = `SELECT v.sha, v.extractor FROM documents d JOIN versions v ON v.id = d.current WHERE d.id = ?`
	if err := tx.QueryRowContext(ctx, current, holder).Scan(&currentSHA, &currentExtractor); err != nil {
		return "", 0, fmt.Errorf("read the current version of %s: %w", holder, err)
	}
	switch {
	case currentSHA == sha && currentExtractor != extractor:
		return holder, reextract, nil
	case currentSHA == sha || atPath != holder:
		return holder, attach, nil
	}
	return placeEarlier(ctx, tx, holder, path, sha)
}

// placeNew is the case of bytes that no document has had.
func placeNew(ctx context.Context, tx *sql.Tx, atPath, path string) (string, step, error) {
	if atPath == "" {
		return "", create, nil
	}
	elsewhere, err := currentElsewhere(ctx, tx, atPath, path)
	if err != nil || elsewhere {
		return "", create, err
	}
	return atPath, renew, nil
}

// placeEarlier is the case of a path of the document that now has bytes which the document had earlier: the file was
// put back, or it is a copy of an earlier version and was read again.
func placeEarlier(ctx context.Context, tx *sql.Tx, holder, path, sha string) (string, step, error) {
	seen, err := lookup(ctx, tx, `SELECT sha FROM paths WHERE path = ?`, path)
	if err != nil {
		return "", 0, err
	}
	elsewhere, err := currentElsewhere(ctx, tx, holder, path)
	if err != nil {
		return "", 0, err
	}
	if seen == sha || elsewhere {
		return holder, attach, nil
	}
	return holder, renew, nil
}

// currentElsewhere tells whether a file other than path, which has not vanished, holds the document's current bytes.
func currentElsewhere(ctx context.Context, tx *sql.Tx, id, path string) (bool, error) {
	const q = `SELECT p.path FROM documents d JOIN versions v ON v.id = d.current JOIN paths p ON p.document_id = d.id AND p.sha = v.sha
		WHERE d.id = ? AND p.path <> ? AND p.gone_at IS NULL LIMIT 1`
	other, err := lookup(ctx, tx, q, id, path)
	return other != "", err
}

// lookup reads one string, "" where there is no row.
func lookup(ctx context.Context, q querier, query string, args ...any) (string, error) {
	var s string
	err := q.QueryRowContext(ctx, query, args...).Scan(&s)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("look up: %w", err)
	}
	return s, nil
}
