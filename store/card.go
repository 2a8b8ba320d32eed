package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"github.com/soichi/soichi/document"
)

// Card is what lists and links need of a document, corrections applied: everything but the text and the rest of the
// extraction. Absent values are "".
type Card struct {
	ID         string
	Path       string
	Kind       string
	Symbol     string
	Folded     string // document.FoldSymbol of Symbol
	Issuer     string
	IssuerCode string
	IssuedOn   string // ISO 8601
	Title      string
	URN        string
	// Size (bytes of text), Citations and Themes are read by Cards and CardsOf alone.
	Size      int
	Citations []document.Citation
	Themes    []document.Theme
}

const cardColumns = `d.id, coalesce(` + bestPath + `, ''), coalesce(v.kind, ''), coalesce(v.symbol, ''), coalesce(v.symbol_folded, ''),
	coalesce(v.issuer, ''), coalesce(v.issuer_code, ''), coalesce(v.issued_on, ''), coalesce(v.title, ''), coalesce(v.urn, '')`

func (c *Card) targets() []any {
	return []any{&c.ID, &c.Path, &c.Kind, &c.Symbol, &c.Folded, &c.Issuer, &c.IssuerCode, &c.IssuedOn, &c.Title, &c.URN}
}

// scanCard reads a row of cardColumns.
func scanCard(rows *sql.Rows) (c Card, err error) {
	return c, rows.Scan(c.targets()...)
}

// scanFullCard reads a row of cardColumns, size, citations and themes.
func scanFullCard(rows *sql.Rows) (Card, error) {
	var (
		c                 Card
		citations, themes []byte
	)
	if err := rows.Scan(append(c.targets(), &c.Size, &citations, &themes)...); err != nil {
		return c, err
	}
	if err := json.Unmarshal(citations, &c.Citations); err != nil {
		return c, fmt.Errorf("decode the citations of %s: %w", c.ID, err)
	}
	if err := json.Unmarshal(themes, &c.Themes); err != nil {
		return c, fmt.Errorf("decode the themes of %s: %w", c.ID, err)
	}
	return c, nil
}

// Cards goes over all documents in the order of their ids, with citations and themes, as they were when it began. Other
// calls may be made meanwhile. An error ends it.
func (s *Store) Cards(ctx context.Context) iter.Seq2[Card, error] {
	return s.cards(ctx, `ORDER BY d.id`)
}

// CardsOf goes over the cards of the given documents, in the order of their ids; those that are not held are left out.
func (s *Store) CardsOf(ctx context.Context, ids []string) iter.Seq2[Card, error] {
	b, err := json.Marshal(ids)
	if err != nil {
		return func(yield func(Card, error) bool) {
			yield(Card{}, fmt.Errorf("cards of %d documents: %w", len(ids), err))
		}
	}
	return s.cards(ctx, `WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id`, string(b))
}

func (s *Store) cards(ctx context.Context, tail string, args ...any) iter.Seq2[Card, error] {
	return func(yield func(Card, error) bool) {
		if err := s.eachCard(ctx, tail, args, func(c Card) bool { return yield(c, nil) }); err != nil {
			yield(Card{}, fmt.Errorf("read cards: %w", err))
		}
	}
}

// eachCard calls f until it returns false. An error comes only while f still wants more.
func (s *Store) eachCard(ctx context.Context, tail string, args []any, f func(Card) bool) (err error) {
	rows, err := s.r.QueryContext(ctx, `SELECT `+cardColumns+`, octet_length(c.text), c.citations, c.themes FROM documents d
		JOIN versions v ON v.id = d.current JOIN contents c ON c.version_id = v.id `+tail, args...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err has told, or nobody is left to hear of it
	for rows.Next() {
		c, err := scanFullCard(rows)
		if err != nil {
			return err
		}
		if !f(c) {
			return nil
		}
	}
	return rows.Err()
}

// Filter narrows a list; empty fields do not.
type Filter struct {
	Kind   string
	Issuer string // the full name or the code
	From   string // a day in ISO 8601, inclusive; documents without a date are left out
	To     string
}

// where writes the filter as SQL.
func (f Filter) where() (string, []any) {
	var (
		terms []string
		args  []any
	)
	add := func(term string, values ...any) {
		terms, args = append(terms, term), append(args, values...)
	}
	if f.Kind != "" {
		add("v.kind = ?", f.Kind)
	}
	if f.Issuer != "" {
		add("(v.issuer = ? OR v.issuer_code = ?)", f.Issuer, f.Issuer)
	}
	if f.From != "" {
		add("v.issued_on >= ?", f.From)
	}
	if f.To != "" {
		add("v.issued_on <= ?", f.To)
	}
	if len(terms) == 0 {
		return "", nil
	}
	return "WHERE " + strings.Join(terms, " AND "), args
}

// List gives a page of documents, newest first and those without a date last, and how many the filter lets through. A
// limit of 0 or less means no limit.
func (s *Store) List(ctx context.Context, f Filter, limit, offset int) ([]Card, int, error) {
	where, args := f.where()
	const from = ` FROM documents d JOIN versions v ON v.id = d.current `
	var total int
	if err := s.r.QueryRowContext(ctx, `SELECT count(*)`+from+where, args...).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count documents: %w", err)
	}
	if limit <= 0 {
		limit = -1
	}
	// The page is cut before the paths are looked up: a row's path costs more than the row.
	const order = ` ORDER BY v.issued_on IS NULL, v.issued_on DESC, d.id`
	q := `SELECT ` + cardColumns + from + `WHERE d.id IN (SELECT d.id` + from + where + order + ` LIMIT ? OFFSET ?)` + order
	out, err := list(ctx, s.r, scanCard, q, append(args, limit, max(offset, 0))...)
	if err != nil {
		return nil, 0, fmt.Errorf("list documents: %w", err)
	}
	return out, total, nil
}

// FindBySymbol gives the documents whose symbol folds to folded (see document.FoldSymbol), newest first. There may be
// several: symbols without a year come back every year.
func (s *Store) FindBySymbol(ctx context.Context, folded string) ([]Card, error) {
	const q = `SELECT ` + cardColumns + ` FROM versions v JOIN documents d ON d.current = v.id
		WHERE v.symbol_folded = ? ORDER BY v.issued_on IS NULL, v.issued_on DESC, d.id`
	out, err := list(ctx, s.r, scanCard, q, folded)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", folded, err)
	}
	return out, nil
}
