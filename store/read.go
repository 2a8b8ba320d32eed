package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/soichi/soichi/document"
)

// bestPath is the SQL for the path a document d with current version v is shown with: one that is still there and holds
// the current bytes before any other.
const bestPath = `(SELECT path FROM paths p WHERE p.document_id = d.id ORDER BY p.gone_at IS NOT NULL, p.sha <> v.sha, p.path LIMIT 1)`

// Get gives a document in its current version, corrections applied, or ErrNotFound.
func (s *Store) Get(ctx context.Context, id string) (*document.Document, error) {
	const q = `SELECT coalesce(` + bestPath + `, ''), c.extraction, c.text FROM documents d
		JOIN versions v ON v.id = d.current JOIN contents c ON c.version_id = v.id WHERE d.id = ?`
	doc, err := s.load(ctx, q, id)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", id, err)
	}
	return doc, nil
}

// GetVersion gives a document as it was in version n, with today's corrections applied, or ErrNotFound.
func (s *Store) GetVersion(ctx context.Context, id string, n int) (*document.Document, error) {
	const q = `SELECT '', c.extraction, c.text FROM versions v JOIN contents c ON c.version_id = v.id WHERE v.document_id = ? AND v.n = ?`
	doc, err := s.load(ctx, q, id, n)
	if err != nil {
		return nil, fmt.Errorf("get version %d of %s: %w", n, id, err)
	}
	return doc, nil
}

// load reads one document by a query that gives path, extraction and text; the id is the query's first argument.
func (s *Store) load(ctx context.Context, query, id string, more ...any) (*document.Document, error) {
	var (
		path, text string
		packed     []byte
	)
	err := s.r.QueryRowContext(ctx, query, append([]any{id}, more...)...).Scan(&path, &packed, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	doc, err := s.unpack(packed)
	if err != nil {
		return nil, err
	}
	doc.Text = text
	if path != "" {
		doc.Source.Path = path
	}
	return overlay(ctx, s.r, id, doc)
}

// GetText gives the text of a document's current version, or ErrNotFound.
func (s *Store) GetText(ctx context.Context, id string) (string, error) {
	var text string
	const q = `SELECT c.text FROM documents d JOIN contents c ON c.version_id = d.current WHERE d.id = ?`
	err := s.r.QueryRowContext(ctx, q, id).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return "", fmt.Errorf("get the text of %s: %w", id, err)
	}
	return text, nil
}

// Source gives the original bytes with the hash sha, or ErrNotFound.
func (s *Store) Source(ctx context.Context, sha string) ([]byte, error) {
	packed, err := s.blobsOut().Get(ctx, sha)
	if err != nil {
		return nil, err
	}
	data, err := s.dec.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack source %s: %w", sha, err)
	}
	return data, nil
}

// Version is one state of a document.
type Version struct {
	N           int
	SHA256      string
	Extractor   string
	IngestedAt  time.Time // when the bytes arrived
	ExtractedAt time.Time // when they were last read
	Current     bool
}

// Versions lists the states of a document, oldest first; ErrNotFound where there is no such document.
func (s *Store) Versions(ctx context.Context, id string) ([]Version, error) {
	const q = `SELECT v.n, v.sha, v.extractor, v.ingested_at, v.extracted_at, v.id = d.current
		FROM versions v JOIN documents d ON d.id = v.document_id WHERE d.id = ? ORDER BY v.n`
	out, err := list(ctx, s.r, func(rows *sql.Rows) (v Version, err error) {
		var ingested, extracted int64
		err = rows.Scan(&v.N, &v.SHA256, &v.Extractor, &ingested, &extracted, &v.Current)
		v.IngestedAt, v.ExtractedAt = msTime(ingested), msTime(extracted)
		return v, err
	}, q, id)
	if err == nil && len(out) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("versions of %s: %w", id, err)
	}
	return out, nil
}
