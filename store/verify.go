package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/soichi/soichi/document"
)

// Problem is one thing that Verify found wrong.
type Problem struct {
	DocumentID string `json:"document_id,omitempty"`
	Code       string `json:"code"` // one of the Problem… constants
	Detail     string `json:"detail"`
}

// The codes of problems.
const (
	ProblemFile       = "file"       // SQLite's own check of the file
	ProblemReference  = "reference"  // a row speaks of a row that is not there
	ProblemSource     = "source"     // the bytes are missing or not those of the hash
	ProblemExtraction = "extraction" // the extraction does not decode
	ProblemSpan       = "span"       // a span does not quote the text
	ProblemFields     = "fields"     // the columns for lists differ from extraction and corrections
)

// Verify checks everything that the store promises: the file, the hash of every source, that every extraction decodes
// and its spans quote the text, and that the columns for lists agree with it. It lists what is wrong in a stable order;
// the error is for a check that could not be made.
func (s *Store) Verify(ctx context.Context) ([]Problem, error) {
	problems, err := s.checkFile(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	for _, check := range []func(context.Context) ([]Problem, error){s.checkSources, s.checkVersions} {
		found, err := check(ctx)
		if broken(err) {
			problems = append(problems, Problem{Code: ProblemFile, Detail: err.Error()})
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("verify: %w", err)
		}
		problems = append(problems, found...)
	}
	return problems, nil
}

// checkFile asks SQLite.
func (s *Store) checkFile(ctx context.Context) ([]Problem, error) {
	file, err := list(ctx, s.r, func(rows *sql.Rows) (p Problem, err error) {
		p.Code = ProblemFile
		return p, rows.Scan(&p.Detail)
	}, `PRAGMA integrity_check`)
	if broken(err) {
		return []Problem{{Code: ProblemFile, Detail: err.Error()}}, nil
	}
	if err != nil {
		return nil, err
	}
	if len(file) == 1 && file[0].Detail == "ok" {
		file = nil
	}
	references, err := list(ctx, s.r, func(rows *sql.Rows) (Problem, error) {
		var table, parent string
		err := rows.Scan(&table, &parent)
		return Problem{Code: ProblemReference, Detail: table + " speaks of a missing row of " + parent}, err
	}, `SELECT "table", "parent" FROM pragma_foreign_key_check ORDER BY 1, 2`)
	return append(file, references...), err
}

// checkSources recomputes every hash.
func (s *Store) checkSources(ctx context.Context) ([]Problem, error) {
	type source struct{ sha, id string }
	sources, err := list(ctx, s.r, func(rows *sql.Rows) (x source, err error) { return x, rows.Scan(&x.sha, &x.id) },
		`SELECT sha, document_id FROM sources ORDER BY document_id, sha`)
	if err != nil {
		return nil, err
	}
	var out []Problem
	for _, x := range sources {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, err := s.Source(ctx, x.sha)
		if err != nil {
			out = append(out, Problem{x.id, ProblemSource, err.Error()})
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != x.sha {
			out = append(out, Problem{x.id, ProblemSource, "the bytes kept as " + x.sha + " have another hash"})
		}
	}
	return out, nil
}

// checkVersions decodes every version and compares it with its text and its columns.
func (s *Store) checkVersions(ctx context.Context) ([]Problem, error) {
	ids, err := list(ctx, s.r, func(rows *sql.Rows) (id int64, err error) { return id, rows.Scan(&id) },
		`SELECT id FROM versions ORDER BY document_id, n`)
	if err != nil {
		return nil, err
	}
	var out []Problem
	for _, id := range ids {
		var found []Problem
		err := s.snapshot(ctx, func(q querier) error {
			found, err = s.checkVersion(ctx, q, id)
			return err
		})
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (s *Store) checkVersion(ctx context.Context, r querier, versionID int64) ([]Problem, error) {
	var (
		id, text, columns string
		packed            []byte
		current           bool
	)
	const q = `SELECT v.document_id, v.id = d.current, c.text, c.extraction, ` + columnsAsJSON + ` FROM versions v
		JOIN documents d ON d.id = v.document_id JOIN contents c ON c.version_id = v.id WHERE v.id = ?`
	if err := r.QueryRowContext(ctx, q, versionID).Scan(&id, &current, &text, &packed, &columns); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return []Problem{{"", ProblemReference, fmt.Sprintf("version row %d has no contents", versionID)}}, nil
		}
		return nil, err
	}
	doc, err := s.unpack(packed)
	if err != nil {
		return []Problem{{id, ProblemExtraction, err.Error()}}, nil //nolint:nilerr // the error is the finding
	}
	doc.Text = text
	out := checkSpans(id, doc)
	if !current {
		return out, nil
	}
	doc, err = overlay(ctx, r, id, doc)
	if err != nil {
		return append(out, Problem{id, ProblemFields, err.Error()}), nil //nolint:nilerr // the error is the finding
	}
	want, err := lighten(doc)
	if err != nil {
		return nil, err
	}
	same, err := sameColumns(ctx, r, want, columns)
	if err == nil && !same {
		out = append(out, Problem{id, ProblemFields, "the columns for lists differ from the extraction"})
	}
	return out, err
}

// columnsAsJSON is the SQL for the light columns of version v with contents c as one JSON array.
const columnsAsJSON = `json_array(v.kind, v.symbol, v.symbol_folded, v.issuer, v.issuer_code, v.issued_on, v.title, v.urn, c.citations, c.themes)`

// sameColumns lets SQLite write the wanted values in the same way, so that only values are compared.
func sameColumns(ctx context.Context, r querier, l light, columns string) (bool, error) {
	var same bool
	err := r.QueryRowContext(ctx, `SELECT json_array(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) = ?`,
		l.kind, l.symbol, l.folded, l.issuer, l.code, l.issuedOn, l.title, l.urn, l.citations, l.themes, columns).Scan(&same)
	return same, err
}

// checkSpans compares what every span quotes with the text.
func checkSpans(id string, doc *document.Document) []Problem {
	var out []Problem
	ruler := document.NewRuler(doc.Text)
	check := func(field string, sp document.Span) {
		if !quotes(ruler, doc.Text, sp) {
			out = append(out, Problem{id, ProblemSpan, fmt.Sprintf("%s at %d–%d does not quote the text", field, sp.Start, sp.End)})
		}
	}
	for _, field := range singleFields {
		if ev := evidenceOf(doc, field); ev != nil && ev.Span != nil {
			check(field, *ev.Span)
		}
	}
	for _, field := range listFields {
		for _, sp := range listSpans(doc, field) {
			check(field, *sp)
		}
	}
	return out
}
