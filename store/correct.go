package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/soichi/soichi/document"
)

// Correction is what a person said about one field of a document. It wins over every extraction, today's and later.
type Correction struct {
	DocumentID string          `json:"document_id"`
	Field      string          `json:"field"` // the field's name in the document's JSON: "symbol", "tasks"; or a TaskField
	Value      json.RawMessage `json:"value"` // the field's JSON, null for "the document lacks it"; nil withdraws
	Who        string          `json:"who"`
	At         time.Time       `json:"at"`
}

// latestCorrections is the SQL for what holds now: per field the last word, unless it was withdrawn.
const latestCorrections = `SELECT field, value FROM corrections WHERE id IN
	(SELECT max(id) FROM corrections WHERE document_id = ? GROUP BY field) AND value IS NOT NULL ORDER BY field`

// Correct records a person's value for a field. Every correction is kept; the last one holds, and one with a nil value
// withdraws those before it. Any field of the extraction can be corrected except the secrecy mark, which decides whether
// the document may be held at all.
func (s *Store) Correct(ctx context.Context, c Correction) error {
	if c.Who == "" {
		return fmt.Errorf("correct %s of %s: no person named: %w", c.Field, c.DocumentID, ErrBadCorrection)
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		machine, versionID, err := s.machine(ctx, tx, c.DocumentID)
		if err != nil {
			return err
		}
		if err := tryField(machine, c.Field, c.Value); err != nil {
			return err
		}
		const q = `INSERT INTO corrections (document_id, field, value, who, at) VALUES (?, ?, ?, ?, ?)`
		if _, err := tx.ExecContext(ctx, q, c.DocumentID, c.Field, nullable(string(c.Value)), c.Who, s.now()); err != nil {
			return err
		}
		if err := refreshLight(ctx, tx, c.DocumentID, versionID, machine); err != nil {
			return err
		}
		return recordChange(ctx, tx, c.DocumentID, ChangePut, s.now())
	})
	if err != nil {
		return fmt.Errorf("correct %s of %s: %w", c.Field, c.DocumentID, err)
	}
	return nil
}

// machine reads the current version as it was extracted, and its row id.
func (s *Store) machine(ctx context.Context, q querier, id string) (*document.Document, int64, error) {
	var (
		versionID int64
		packed    []byte
		text      string
	)
	const query = `SELECT d.current, c.extraction, c.text FROM documents d JOIN contents c ON c.version_id = d.current WHERE d.id = ?`
	if err := q.QueryRowContext(ctx, query, id).Scan(&versionID, &packed, &text); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return nil, 0, ErrNotFound
		}
		return nil, 0, err
	}
	doc, err := s.unpack(packed)
	if err != nil {
		return nil, 0, err
	}
	doc.Text = text
	return doc, versionID, nil
}

// tryField refuses what the field cannot hold, before it is recorded.
func tryField(machine *document.Document, field string, value json.RawMessage) error {
	trial := *machine
	if part, words, ok := CutTaskField(field); ok {
		return tryTaskField(&trial, part, words, value)
	}
	if value == nil {
		if fieldOf(&trial, field) == nil {
			return fmt.Errorf("field %q: %w", field, ErrBadCorrection)
		}
		return nil
	}
	if err := setField(&trial, field, value); err != nil {
		return err
	}
	return tryValue(&trial, field, value)
}

// tryValue refuses a single field without a value, an unknown kind and a day that is none.
func tryValue(trial *document.Document, field string, value json.RawMessage) error {
	if evidenceOf(trial, field) == nil {
		return nil
	}
	var v struct{ Value string }
	if err := json.Unmarshal(value, &v); err != nil || strings.TrimSpace(v.Value) == "" {
		return fmt.Errorf("field %q has no value: %w", field, ErrBadCorrection)
	}
	if field == "kind" && document.KindName(v.Value) == "" {
		return fmt.Errorf("kind %q is not one: %w", v.Value, ErrBadCorrection)
	}
	if field == "issued_on" {
		if _, err := time.Parse(time.DateOnly, v.Value); err != nil {
			return fmt.Errorf("issued_on: %w: %w", ErrBadCorrection, err)
		}
	}
	return nil
}

// Corrections lists everything that people said about a document, about all of them where id is "", oldest first,
// withdrawals (nil values) included.
func (s *Store) Corrections(ctx context.Context, id string) ([]Correction, error) {
	const q = `SELECT document_id, field, value, who, at FROM corrections WHERE document_id = ? OR ? = '' ORDER BY id`
	out, err := list(ctx, s.r, func(rows *sql.Rows) (c Correction, err error) {
		var (
			value sql.NullString
			at    int64
		)
		err = rows.Scan(&c.DocumentID, &c.Field, &value, &c.Who, &at)
		if value.Valid {
			c.Value = json.RawMessage(value.String)
		}
		c.At = msTime(at)
		return c, err
	}, q, id, id)
	if err != nil {
		return nil, fmt.Errorf("corrections of %s: %w", id, err)
	}
	return out, nil
}
