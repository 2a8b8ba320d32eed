package graph

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/document"
)

// edge is a link as the net keeps it: a library of a hundred thousand papers has a million, so that what the card of the
// document says is not said again.
type edge struct {
	card       *Card // of the document that says it
	from, to   string
	confidence float64
	candidates *[]Candidate // nil for none
	citation   int32
	place      int32 // among the links of the document
	relation   uint8 // index in document.Relations
	state      uint8 // index in states
	level      uint8 // index in levels
	ofOthers   bool
}

var (
	relations = document.Relations()
	states    = []State{Resolved, Wanted, Ambiguous, Conflicting}
	levels    = []Level{"", Exact, SymbolDate, SymbolIssuer, Unique, ByTitle}
)

// edgeOf makes the edge of a link of a document.
func edgeOf(c *Card, l Link) edge {
	e := edge{
		card: c, from: l.From, to: l.To, confidence: l.Confidence, citation: int32(l.Citation), ofOthers: l.ofOthers,
		relation: index(relations, l.Relation), state: index(states, l.State), level: index(levels, l.Level),
	}
	if len(l.Candidates) > 0 {
		some := l.Candidates
		e.candidates = &some
	}
	return e
}

func index[T comparable](all []T, one T) uint8 { return uint8(max(slices.Index(all, one), 0)) }

// link gives the link of an edge.
func (e *edge) link() Link {
	cit := e.card.cited[e.citation]
	l := Link{
		In: e.card.ID, Citation: int(e.citation), From: e.from, To: e.to, Relation: relations[e.relation], Part: cit.part,
		State: states[e.state], Level: levels[e.level], Span: cit.span, Confidence: e.confidence, ofOthers: e.ofOthers, place: int(e.place),
	}
	if e.candidates != nil {
		l.Candidates = *e.candidates
	}
	return l
}

// byPlace orders edges by document and citation.
func byPlace(a, b *edge) int {
	return cmp.Or(cmp.Compare(a.card.ID, b.card.ID), cmp.Compare(a.place, b.place))
}
