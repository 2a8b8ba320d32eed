package graph

import (
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// resolver decides citations against the held works.
type resolver struct {
	bodies   Bodies
	works    []*Card            // one card a work, in order of id
	bySymbol map[string][]*Card // by folded symbol
	byName   map[string][]*Card // by letters of kind and title
}

func newResolver(works []*Card, bodies Bodies) *resolver {
	r := &resolver{bodies: bodies, works: works, bySymbol: map[string][]*Card{}, byName: map[string][]*Card{}}
	for _, w := range works {
		if w.Symbol != "" {
			key := document.FoldSymbol(w.Symbol)
			r.bySymbol[key] = append(r.bySymbol[key], w)
		}
		if w.Title != "" && w.Kind != "" {
			key := nameKey(w.Kind, w.Title)
			r.byName[key] = append(r.byName[key], w)
		}
	}
	return r
}

// verdict is what became of one citation.
type verdict struct {
	state      State
	level      Level
	to         *Card
	candidates []Candidate
}

// resolve decides one citation of the document in.
func (r *resolver) resolve(in *Card, c document.Citation) verdict {
	if c.Symbol == "" {
		return r.resolveName(in, c)
	}
	var best []*Card
	var level Level
	var conflicts []Candidate
	for _, w := range r.bySymbol[document.FoldSymbol(string(c.Symbol))] {
		if w.ID == in.ID || !sameKind(string(c.Kind), w.Kind) {
			continue
		}
		l, conflict := r.fit(c, w)
		if conflict != "" {
			conflicts = append(conflicts, Candidate{w.ID, conflict})
			continue
		}
		if l == "" {
			continue
		}
		switch {
		case level == "" || levelConfidence[l] > levelConfidence[level]:
			best, level = []*Card{w}, l
		case l == level:
			best = append(best, w)
		}
	}
	switch {
	case len(best) == 1:
		return verdict{state: Resolved, level: level, to: best[0]}
	case len(best) > 1:
		if own := r.ownBody(in, best); own != nil && level == Unique {
			return verdict{state: Resolved, level: SymbolIssuer, to: own}
		}
		v := verdict{state: Ambiguous}
		for _, w := range best {
			v.candidates = append(v.candidates, Candidate{w.ID, "bears the same number; the mention does not tell them apart"})
		}
		return v
	case len(conflicts) > 0:
		return verdict{state: Conflicting, candidates: conflicts}
	}
	return verdict{state: Wanted}
}

// fit says how well a held work with the cited number fits. A work whose date or issuer differs does not fit at all;
// where the date differs by a slip (day and month exchanged, one digit), the difference is named instead.
func (r *resolver) fit(c document.Citation, w *Card) (Level, string) {
	sameIssuer, issuerKnown := r.sameBody(string(c.Issuer), w.Issuer, w.IssuedOn)
	if issuerKnown && !sameIssuer {
		return "", ""
	}
	day, partial, dateKnown := compareDates(string(c.IssuedOn), w.IssuedOn)
	switch {
	case dateKnown && !day:
		if slip(string(c.IssuedOn), w.IssuedOn) {
			return "", "dated " + w.IssuedOn + " where the mention says " + string(c.IssuedOn)
		}
		return "", ""
	case dateKnown && !partial && issuerKnown:
		return Exact, ""
	case dateKnown && !partial:
		return SymbolDate, ""
	case issuerKnown:
		return SymbolIssuer, ""
	}
	return Unique, ""
}

// sameBody compares two issuers; known is false where one side does not name its issuer.
func (r *resolver) sameBody(a, b, on string) (same, known bool) {
	if a == "" || b == "" {
		return false, false
	}
	return r.bodies.Canonical(a, on) == r.bodies.Canonical(b, on), true
}

// ownBody picks the candidate that the citing document's own body issued: an office that cites "Kế hoạch số 15/KH-UBND"
// without naming a province means its own.
func (r *resolver) ownBody(in *Card, candidates []*Card) *Card {
	var own *Card
	for _, w := range candidates {
		if same, known := r.sameBody(in.Issuer, w.Issuer, in.IssuedOn); known && same {
			if own != nil {
				return nil
			}
			own = w
		}
	}
	return own
}

// resolveName decides a citation that names a document without its number.
func (r *resolver) resolveName(in *Card, c document.Citation) verdict {
	if c.Name == "" {
		return verdict{state: Wanted}
	}
	var found []*Card
	for _, w := range r.byName[nameKey(string(c.Kind), string(c.Name))] {
		day, _, known := compareDates(string(c.IssuedOn), w.IssuedOn)
		if w.ID != in.ID && (!known || day) {
			found = append(found, w)
		}
	}
	if len(found) == 1 {
		return verdict{state: Resolved, level: ByTitle, to: found[0]}
	}
	v := verdict{state: Wanted}
	for _, w := range found {
		v.state = Ambiguous
		v.candidates = append(v.candidates, Candidate{w.ID, "bears the same name"})
	}
	return v
}

// nameKey folds a kind and a title so that "Luật Đất đai" as a mention and the title "ĐẤT ĐAI" of a luật are alike.
func nameKey(kind, name string) string {
	name = viet.Letters(name)
	if word := viet.Letters(document.KindName(kind)); word != "" {
		name = strings.TrimPrefix(name, word+" ")
	}
	return kind + " " + name
}

// sameKind lets through what is not known, and the kinds that share a code (quyết định and quy định of the Party).
func sameKind(a, b string) bool {
	if a == "" || b == "" || a == b {
		return true
	}
	pair := [2]string{min(a, b), max(a, b)}
	return pair == [2]string{"quy_dinh", "quyet_dinh"} || pair == [2]string{"bo_luat", "luat"}
}

// compareDates compares two ISO dates of which one may be a year or a month alone. partial tells that they agree only as
// far as the shorter goes.
func compareDates(a, b string) (same, partial, known bool) {
	if a == "" || b == "" {
		return false, false, false
	}
	n := min(len(a), len(b))
	return a[:n] == b[:n], len(a) != len(b) || n < len("2006-01-02"), true
}

// slip tells whether two full dates differ by what may be a slip: day and month exchanged, or one digit.
func slip(a, b string) bool {
	if len(a) != len("2006-01-02") || len(b) != len(a) {
		return false
	}
	if a[:4] == b[:4] && a[5:7] == b[8:] && a[8:] == b[5:7] {
		return true
	}
	diff := 0
	for i := range len(a) {
		if a[i] != b[i] {
			diff++
		}
	}
	return diff == 1
}
