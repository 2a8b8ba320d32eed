package catalog

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
)

// Shown is one document with what the library knows around it.
type Shown struct {
	*document.Document
	// Links says of each citation, in order, what became of it.
	Links []ShownLink `json:"links"`
	// CitedBy are the mentions of this document in others.
	CitedBy []Mention `json:"cited_by"`
	Copies  []string  `json:"copies"`
	// Corrections are the words of persons that hold.
	Corrections []Correction `json:"corrections"`
}

// ShownLink is what became of one citation.
type ShownLink struct {
	Citation   int                 `json:"citation"`
	State      graph.State         `json:"state"`
	Level      document.NullString `json:"level"`
	To         string              `json:"to"`
	Candidates []graph.Candidate   `json:"candidates,omitempty"`
}

// Mention is a place where another document speaks of this one.
type Mention struct {
	Document string              `json:"document"`
	Symbol   document.NullString `json:"symbol"`
	Kind     document.NullString `json:"kind"`
	Title    document.NullString `json:"title"`
	IssuedOn document.NullString `json:"issued_on"`
	Relation document.Relation   `json:"relation"`
	Span     document.Span       `json:"span"`
}

// Document gives a held document, its citations resolved, and who cites it.
func (c *Catalog) Document(ctx context.Context, ref string) (*Shown, error) {
	d, g, err := c.held(ctx, ref)
	if err != nil {
		return nil, err
	}
	s := &Shown{Document: d, Links: []ShownLink{}, CitedBy: []Mention{}, Copies: []string{}}
	if n := g.Node(d.ID); n != nil {
		s.Copies = append(s.Copies, n.Copies...)
	}
	for _, l := range g.Of(d.ID) {
		if l.State == graph.Resolved && l.Citation < len(d.Citations) {
			d.Citations[l.Citation].ResolvesTo = document.NullString(l.To)
		}
		s.Links = append(s.Links, ShownLink{l.Citation, l.State, document.NullString(l.Level), l.To, l.Candidates})
	}
	words, err := c.Corrections(ctx, d.ID)
	if err != nil {
		return nil, fmt.Errorf("corrections of %s: %w", d.ID, err)
	}
	s.Corrections = holding(words)
	for _, l := range g.In(d.ID) {
		m := Mention{Document: l.In, Relation: l.Relation, Span: l.Span}
		if n := g.Node(l.In); n != nil {
			m.Symbol, m.Kind, m.Title, m.IssuedOn = n.Symbol, n.Kind, n.Title, n.IssuedOn
		}
		s.CitedBy = append(s.CitedBy, m)
	}
	return s, nil
}

// Listing is a page of documents.
type Listing struct {
	Total     int      `json:"total"`
	Documents []Listed `json:"documents"`
}

// Listed is one document in a list.
type Listed struct {
	ID       string              `json:"id"`
	Path     string              `json:"path"`
	Symbol   document.NullString `json:"symbol"`
	Kind     document.NullString `json:"kind"`
	Issuer   document.NullString `json:"issuer"`
	IssuedOn document.NullString `json:"issued_on"`
	Title    document.NullString `json:"title"`
	URN      document.NullString `json:"urn"`
}

// Filter narrows a list; see store.Filter.
type Filter = store.Filter

// List gives a page of the library, newest documents first. A limit of 0 or less means no limit. A period that is none
// gives a *FilterError.
func (c *Catalog) List(ctx context.Context, f Filter, limit, offset int) (*Listing, error) {
	var err error
	if f.From, f.To, err = period(f.From, f.To); err != nil {
		return nil, err
	}
	cards, total, err := c.store.List(ctx, f, limit, offset)
	if err != nil {
		return nil, fmt.Errorf("list documents: %w", err)
	}
	out := &Listing{Total: total, Documents: []Listed{}}
	for _, k := range cards {
		n := func(s string) document.NullString { return document.NullString(s) }
		out.Documents = append(out.Documents, Listed{k.ID, k.Path, n(k.Symbol), n(k.Kind), n(k.Issuer), n(k.IssuedOn), n(k.Title), n(k.URN)})
	}
	return out, nil
}

// Source is the file that a document was read from, as it was.
type Source struct {
	Name      string // without its folder
	MediaType string
	Data      []byte
}

// Source gives the file that a held document was read from.
func (c *Catalog) Source(ctx context.Context, ref string) (*Source, error) {
	d, _, err := c.held(ctx, ref)
	if err != nil {
		return nil, err
	}
	data, err := c.store.Source(ctx, d.Source.SHA256)
	if err != nil {
		return nil, fmt.Errorf("source of %s: %w", d.ID, err)
	}
	return &Source{filepath.Base(d.Source.Path), d.Source.MediaType, data}, nil
}

// Ready tells whether the library can be read.
func (c *Catalog) Ready(ctx context.Context) error {
	if _, err := c.store.LastChange(ctx); err != nil {
		return fmt.Errorf("read the library: %w", err)
	}
	return nil
}
