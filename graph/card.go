package graph

import (
	"math"
	"strings"

	"github.com/soichi/soichi/document"
)

// Card is what linking needs to know of a held document.
type Card struct {
	ID        string
	Path      string
	Size      int // bytes of text
	Kind      string
	Symbol    string
	Issuer    string
	IssuedOn  string // ISO 8601 or ""
	Title     string
	URN       string
	Citations []document.Citation // nil in the cards that a graph holds
	cited     []cited
}

// cited is what a graph keeps of a citation: a library of a hundred thousand papers has a million.
type cited struct {
	key                        string // groups mentions that may be of one document
	kind, symbol, issuer, name string
	issuedOn                   string
	span                       document.Span
	confidence                 float64
	subject                    int32 // index of the citation that the relation runs from, -1 for the document
	relation                   uint8 // index in relations
	inverse, part              bool
}

// words are those that many papers say, each kept once: numbers, names of bodies, days.
type words map[string]string

func (w words) once(s string) string {
	if kept, ok := w[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	w[s] = s
	return s
}

// hold makes the card that a graph keeps.
func (w words) hold(c Card) *Card {
	c.cited = make([]cited, len(c.Citations))
	for i, cit := range c.Citations {
		c.cited[i] = w.cited(cit)
	}
	c.Citations = nil
	return &c
}

func (w words) cited(c document.Citation) cited {
	c = plain(c)
	out := cited{
		key: w.once(keyOf(c)), kind: w.once(string(c.Kind)), symbol: w.once(string(c.Symbol)), issuer: w.once(string(c.Issuer)), name: w.once(string(c.Name)),
		issuedOn: w.once(string(c.IssuedOn)), span: c.Span, confidence: c.Confidence, subject: -1, relation: index(relations, c.Relation), inverse: c.Inverse, part: c.Provision != nil,
	}
	if s := c.Subject; s != nil && *s >= 0 && *s <= math.MaxInt32 {
		out.subject = int32(*s)
	}
	return out
}

// CardOf takes the card out of a document.
func CardOf(d *document.Document) Card {
	c := Card{ID: d.ID, Path: d.Source.Path, Size: len(d.Text), IssuedOn: d.Day(), URN: string(d.URN), Citations: d.Citations}
	if d.Kind != nil {
		c.Kind = d.Kind.Value
	}
	if d.Symbol != nil {
		c.Symbol = d.Symbol.Value
	}
	if d.Issuer != nil {
		c.Issuer = d.Issuer.Value
	}
	if d.Title != nil {
		c.Title = d.Title.Value
	}
	return c
}

// Bodies tells when two names mean one body, as the register of bodies does.
type Bodies interface {
	// Canonical gives one name for all names of a body on a day (ISO 8601, "" if unknown).
	Canonical(name, on string) string
	// Province gives the bare name of the province that the words speak of, or "".
	Province(words string) string
}

// memory keeps the answers of a register: a library asks the same few thousand names millions of times.
type memory struct {
	bodies    Bodies
	canonical map[[2]string]string
	province  map[string]string
}

func remember(b Bodies) *memory {
	return &memory{bodies: b, canonical: map[[2]string]string{}, province: map[string]string{}}
}

// Canonical asks once for each name and day.
func (m *memory) Canonical(name, on string) string {
	key := [2]string{name, on}
	c, ok := m.canonical[key]
	if !ok {
		c = m.bodies.Canonical(name, on)
		m.canonical[key] = c
	}
	return c
}

// Province asks once for each name.
func (m *memory) Province(words string) string {
	p, ok := m.province[words]
	if !ok {
		p = m.bodies.Province(words)
		m.province[words] = p
	}
	return p
}
