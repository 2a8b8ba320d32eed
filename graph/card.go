package graph

import "github.com/soichi/soichi/document"

// Card is what linking needs to know of a held document.
type Card struct {
	ID        string
	Path      string
	SHA256    string
	OCR       bool
	Kind      string
	Symbol    string
	Issuer    string
	IssuedOn  string // ISO 8601 or ""
	Title     string
	URN       string
	Citations []document.Citation
}

// CardOf takes the card out of a document.
func CardOf(d *document.Document) Card {
	c := Card{ID: d.ID, Path: d.Source.Path, SHA256: d.Source.SHA256, OCR: d.Source.OCR, IssuedOn: d.Day(), URN: string(d.URN), Citations: d.Citations}
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
}
