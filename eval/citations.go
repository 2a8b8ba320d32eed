package eval

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// citations scores spans, identities and relations. A found citation that only an optional one of the reference answers is
// left out of the count on both sides. Relations are scored where the mention was found; a wrong one is one given too
// many and one missed.
func (s *Scores) citations(g Gold, d *document.Document) {
	spans, relations := s.count("citations.span"), s.count("citations.relation")
	used := make([]bool, len(d.Citations))
	for _, pass := range []bool{false, true} { // firm ones choose first
		for _, w := range g.Citations {
			if w.Optional != pass {
				continue
			}
			i := s.findCitation(w, d.Citations, used)
			if i >= 0 {
				used[i] = true
			}
			if w.Optional {
				continue
			}
			if i < 0 {
				spans.Missed++
				s.differ(g, "citations.span", w.Exact, "")
				continue
			}
			spans.Right++
			if got := string(d.Citations[i].Relation); got == w.Relation || got == w.Or {
				relations.Right++
			} else {
				relations.Wrong++
				relations.Missed++
				s.differ(g, "citations.relation", w.Exact+" → "+w.Relation, got)
			}
		}
	}
	for i, c := range d.Citations {
		s.judge("citations.span", c.Method, c.Confidence, used[i])
		if !used[i] {
			spans.Wrong++
			s.differ(g, "citations.span", "", c.Span.Exact)
		}
	}
	s.identities(g, d)
}

// findCitation finds the mention that quotes the same words. Where the reference's quote runs on over the subject, the
// beginning decides; and an optional one may have been cut at the number, before the issuer.
func (s *Scores) findCitation(w GoldCitation, list []document.Citation, used []bool) int {
	for i, c := range list {
		if !used[i] && s.Level.Equal(w.Exact, c.Span.Exact) {
			return i
		}
	}
	for i, c := range list {
		if used[i] || w.Class == "" {
			continue
		}
		want, got := squeeze(w.Exact), squeeze(c.Span.Exact)
		if w.Symbol != "" && strings.HasPrefix(want, got) || w.Optional && c.Symbol != "" && strings.HasPrefix(got, want+" ") {
			return i
		}
	}
	return -1
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// identities compares the sets of numbered documents that are cited.
func (s *Scores) identities(g Gold, d *document.Document) {
	want, optional := map[string]bool{}, map[string]bool{}
	for _, c := range g.Citations {
		if c.Symbol == "" {
			continue
		}
		key := identity(c.Kind, c.Symbol, c.IssuedOn)
		if c.Optional {
			optional[key] = true
		} else {
			want[key] = true
		}
	}
	got := map[string]bool{}
	for _, c := range d.Citations {
		if c.Symbol != "" {
			got[identity(string(c.Kind), string(c.Symbol), string(c.IssuedOn))] = true
		}
	}
	c := s.count("citations.identity")
	for k := range want {
		if got[k] {
			c.Right++
		} else {
			c.Missed++
			s.differ(g, "citations.identity", k, "")
		}
	}
	for k := range got {
		if !want[k] && !optional[k] {
			c.Wrong++
			s.differ(g, "citations.identity", "", k)
		}
	}
}

func identity(kind, symbol, on string) string {
	return kind + " " + document.FoldSymbol(symbol) + " " + on
}
