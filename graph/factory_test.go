package graph

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// names is a register for tests: a body's names are equal up to case and the office that speaks for it.
type names struct{}

func (names) Canonical(name, _ string) string {
	name = strings.ToLower(name)
	for _, office := range []string{"viện trưởng ", "chủ tịch ", "bộ trưởng "} {
		name = strings.TrimPrefix(name, office)
	}
	return name
}

// Province takes what follows the rank.
func (names) Province(words string) string {
	for _, rank := range []string{"tỉnh ", "thành phố "} {
		if _, place, ok := strings.Cut(words, rank); ok {
			return place
		}
	}
	return ""
}

// card makes a held document.
func card(id, kind, symbol, issuer, on string, cites ...document.Citation) Card {
	return Card{
		ID: id, Kind: kind, Symbol: symbol, Issuer: issuer, IssuedOn: on, Citations: cites,
		URN: document.URN(issuer, kind, on, symbol), Title: "văn bản " + id,
	}
}

// cite makes a mention.
func cite(kind, symbol, issuer, on string, rel document.Relation) document.Citation {
	return document.Citation{
		Kind: document.NullString(kind), Symbol: document.NullString(symbol), Issuer: document.NullString(issuer),
		IssuedOn: document.NullString(on), Relation: rel, Confidence: 1,
	}
}

// about makes a mention say whose relation it is.
func about(subject int, c document.Citation) document.Citation {
	c.Subject = &subject
	return c
}

func build(cards ...Card) *Graph { return Build(cards, names{}, nil) }

const (
	pm   = "Thủ tướng Chính phủ"
	vks  = "Viện kiểm sát nhân dân tối cao"
	huế  = "Ủy ban nhân dân thành phố Huế"
	lạng = "Ủy ban nhân dân tỉnh Lạng Sơn"
)
