package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// What Put did.
const (
	Added     = "added"     // a document that was not held
	Updated   = "updated"   // a new version, or a new extraction of the same bytes
	Unchanged = "unchanged" // nothing that a reader would see
)

// errNoDocument guards against a caller's slip.
var errNoDocument = errors.New("a document with source path, valid text and an extractor version is needed")

// arrival is one file on its way into the library.
type arrival struct {
	extraction
	path, sha, extractor string
	size, mtime, now     int64
	packedSource         []byte
}

// Put takes in what was extracted from the bytes of the file at doc.Source.Path, which had the modification time mtime.
// It returns the document's id and Added, Updated or Unchanged. When it returns without error everything is on disk;
// otherwise nothing is. An earlier failure or quarantine of the path is over.
func (s *Store) Put(ctx context.Context, doc *document.Document, source []byte, mtime time.Time, extractor string) (id, outcome string, err error) {
	if doc == nil || doc.Source.Path == "" || extractor == "" || !utf8.ValidString(doc.Text) {
		return "", "", fmt.Errorf("put: %w", errNoDocument)
	}
	sum := sha256.Sum256(source)
	a := arrival{
		path: doc.Source.Path, sha: hex.EncodeToString(sum[:]), extractor: extractor,
		size: int64(len(source)), mtime: mtime.UnixNano(), now: s.now(),
	}
	if a.extraction, err = s.pack(doc); err != nil {
		return "", "", err
	}
	a.packedSource = s.enc.EncodeAll(source, nil)
	err = s.write(ctx, func(tx *sql.Tx) error {
		id, outcome, err = s.settle(ctx, tx, a)
		return err
	})
	if err != nil {
		return "", "", fmt.Errorf("put %s: %w", a.path, err)
	}
	return id, outcome, nil
}

// settle does what place decided, inside the transaction.
func (s *Store) settle(ctx context.Context, tx *sql.Tx, a arrival) (id, outcome string, err error) {
	id, step, err := place(ctx, tx, a.path, a.sha, a.extractor)
	if err != nil {
		return "", "", err
	}
	outcome = Unchanged
	switch step {
	case create:
		id, outcome = hexID(a.sha), Added
		err = s.addVersion(ctx, tx, id, a, true)
	case renew:
		outcome = Updated
		err = s.addVersion(ctx, tx, id, a, false)
	case reextract:
		outcome = Updated
		err = s.replaceExtraction(ctx, tx, id, a)
	}
	if err == nil {
		err = recordPath(ctx, tx, id, a)
	}
	if err == nil && outcome != Unchanged {
		err = recordChange(ctx, tx, id, ChangePut, a.now)
	}
	return id, outcome, err
}

// addVersion writes source, version and contents, and makes the version the current one.
func (s *Store) addVersion(ctx context.Context, tx *sql.Tx, id string, a arrival, first bool) error {
	versionID, n, err := nextVersion(ctx, tx, id)
	if err != nil {
		return err
	}
	if first {
		_, err = tx.ExecContext(ctx, `INSERT INTO documents (id, current, added_at) VALUES (?, ?, ?)`, id, versionID, a.now)
	} else {
		_, err = tx.ExecContext(ctx, `UPDATE documents SET current = ? WHERE id = ?`, versionID, id)
	}
	if err != nil {
		return fmt.Errorf("write document %s: %w", id, err)
	}
	if err := s.blobsIn(tx).Put(ctx, a.sha, a.packedSource); err != nil {
		return err
	}
	const source = `INSERT OR IGNORE INTO sources (sha, document_id, size) VALUES (?, ?, ?)`
	if _, err := tx.ExecContext(ctx, source, a.sha, id, a.size); err != nil {
		return fmt.Errorf("write source %s: %w", a.sha, err)
	}
	const version = `INSERT INTO versions (id, document_id, n, sha, extractor, ingested_at, extracted_at) VALUES (?, ?, ?, ?, ?, ?, ?)`
	if _, err := tx.ExecContext(ctx, version, versionID, id, n, a.sha, a.extractor, a.now, a.now); err != nil {
		return fmt.Errorf("write version %d of %s: %w", n, id, err)
	}
	const contents = `INSERT INTO contents (version_id, citations, themes, extraction, text) VALUES (?, '[]', '[]', ?, ?)`
	if _, err := tx.ExecContext(ctx, contents, versionID, a.packed, a.doc.Text); err != nil {
		return fmt.Errorf("write contents of %s: %w", id, err)
	}
	return refreshLight(ctx, tx, id, versionID, a.doc)
}

// nextVersion gives the row id and the number that the next version of a document gets.
func nextVersion(ctx context.Context, tx *sql.Tx, id string) (versionID, n int64, err error) {
	const q = `SELECT (SELECT coalesce(max(id), 0) + 1 FROM versions), (SELECT coalesce(max(n), 0) + 1 FROM versions WHERE document_id = ?)`
	if err := tx.QueryRowContext(ctx, q, id).Scan(&versionID, &n); err != nil {
		return 0, 0, fmt.Errorf("number a version of %s: %w", id, err)
	}
	return versionID, n, nil
}

// replaceExtraction puts what a newer extractor read from the same bytes in the place of what an older one had read.
func (s *Store) replaceExtraction(ctx context.Context, tx *sql.Tx, id string, a arrival) error {
	var versionID int64
	if err := tx.QueryRowContext(ctx, `SELECT current FROM documents WHERE id = ?`, id).Scan(&versionID); err != nil {
		return fmt.Errorf("read document %s: %w", id, err)
	}
	if _, err := tx.ExecContext(ctx, `UPDATE versions SET extractor = ?, extracted_at = ? WHERE id = ?`, a.extractor, a.now, versionID); err != nil {
		return fmt.Errorf("write version of %s: %w", id, err)
	}
	if _, err := tx.ExecContext(ctx, `UPDATE contents SET extraction = ?, text = ? WHERE version_id = ?`, a.packed, a.doc.Text, versionID); err != nil {
		return fmt.Errorf("write contents of %s: %w", id, err)
	}
	return refreshLight(ctx, tx, id, versionID, a.doc)
}

// refreshLight writes the light columns of a version from the machine's document and the corrections to it.
func refreshLight(ctx context.Context, tx *sql.Tx, id string, versionID int64, machine *document.Document) error {
	doc, err := overlay(ctx, tx, id, machine)
	if err != nil {
		return err
	}
	l, err := lighten(doc)
	if err != nil {
		return err
	}
	const version = `UPDATE versions SET kind = ?, symbol = ?, symbol_folded = ?, issuer = ?, issuer_code = ?, issued_on = ?, title = ?, urn = ? WHERE id = ?`
	if _, err := tx.ExecContext(ctx, version, l.kind, l.symbol, l.folded, l.issuer, l.code, l.issuedOn, l.title, l.urn, versionID); err != nil {
		return fmt.Errorf("write fields of %s: %w", id, err)
	}
	const contents = `UPDATE contents SET citations = ?, themes = ? WHERE version_id = ?`
	if _, err := tx.ExecContext(ctx, contents, l.citations, l.themes, versionID); err != nil {
		return fmt.Errorf("write citations of %s: %w", id, err)
	}
	return nil
}
