package graph

import (
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// resolver decides citations against the held works.
type resolver struct {
	bodies   *memory
	rejected func(from, to string) bool
	bySymbol map[string][]bearer // by folded symbol
	byName   map[string][]*Card  // by letters of kind and title
}

// bearer is a work that bears a number, with its day at hand.
type bearer struct {
	day  day
	work *Card
}

func newResolver(bodies *memory) *resolver {
	r := &resolver{bodies: bodies, bySymbol: map[string][]bearer{}, byName: map[string][]*Card{}}
	r.reject(nil)
	return r
}

// reject sets which links a person has undone; nil for none.
func (r *resolver) reject(rejected func(from, to string) bool) {
	if rejected == nil {
		rejected = func(string, string) bool { return false }
	}
	r.rejected = rejected
}

// keys gives what a work is cited by: its folded symbol and its name, "" where it has none.
func (w *Card) keys() (symbol, name string) {
	if w.Symbol != "" {
		symbol = document.FoldSymbol(w.Symbol)
	}
	if w.Title != "" && w.Kind != "" {
		name = nameKey(w.Kind, w.Title)
	}
	return symbol, name
}

// add makes a work known, and notes by what it is cited.
func (r *resolver) add(w *Card, changed changes) {
	symbol, name := w.keys()
	if symbol != "" {
		all := r.bySymbol[symbol]
		i, _ := slices.BinarySearchFunc(all, w.ID, func(b bearer, id string) int { return strings.Compare(b.work.ID, id) })
		r.bySymbol[symbol] = slices.Insert(all, i, bearer{dayOf(w.IssuedOn), w})
		changed.note(symbol, w.IssuedOn)
	}
	if name != "" {
		all := r.byName[name]
		i, _ := slices.BinarySearchFunc(all, w.ID, func(c *Card, id string) int { return strings.Compare(c.ID, id) })
		r.byName[name] = slices.Insert(all, i, w)
		changed.note(name, w.IssuedOn)
	}
}

// remove forgets a work.
func (r *resolver) remove(w *Card, changed changes) {
	symbol, name := w.keys()
	if symbol != "" {
		r.bySymbol[symbol] = slices.DeleteFunc(r.bySymbol[symbol], func(b bearer) bool { return b.work == w })
		changed.note(symbol, w.IssuedOn)
	}
	if name != "" {
		r.byName[name] = slices.DeleteFunc(r.byName[name], func(c *Card) bool { return c == w })
		changed.note(name, w.IssuedOn)
	}
}

// verdict is what became of one citation.
type verdict struct {
	state      State
	level      Level
	to         *Card
	candidates []Candidate
}

// resolve decides one citation of the document in.
func (r *resolver) resolve(in *Card, c cited) verdict {
	if c.symbol == "" {
		return r.resolveName(in, c)
	}
	var best []*Card
	var level Level
	var conflicts []Candidate
	on := dayOf(c.issuedOn)
	for _, b := range r.bySymbol[c.key] {
		d := on.compare(b.day)
		if d == otherDay { // asked first, because it is cheap and rules out most
			continue
		}
		w := b.work
		if w.ID == in.ID || !sameKind(c.kind, w.Kind) || r.rejected(in.ID, w.ID) {
			continue
		}
		l, conflict := r.fit(in, c, w, d)
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
func (r *resolver) fit(in *Card, c cited, w *Card, d dates) (Level, string) {
	same, known := r.sameIssuer(in, c.issuer, w)
	switch {
	case known && !same || c.issuer == "" && r.elsewhere(in, w):
		return "", ""
	case d == slippedDay:
		return "", "dated " + w.IssuedOn + " where the mention says " + c.issuedOn
	case d == sameDay && known:
		return Exact, ""
	case d == sameDay:
		return SymbolDate, ""
	case known:
		return SymbolIssuer, ""
	}
	return Unique, ""
}

// sameIssuer compares the issuer that a mention names with that of a held work; known is false where one side does not
// name its issuer, or where the mention names it without its place ("Sở Y tế", "Ban Thường vụ Huyện ủy", "Bộ") and the
// citing document does not tell which is meant.
func (r *resolver) sameIssuer(in *Card, named string, w *Card) (same, known bool) {
	same, known = r.sameBody(named, w.Issuer, w.IssuedOn)
	if same || !known || r.bodies.Province(named) != "" {
		return same, known
	}
	place, ok := r.leftOut(named, w)
	if !ok {
		return false, true
	}
	here := " " + strings.ToLower(in.Issuer)
	if strings.HasSuffix(here, " "+place) {
		return true, true
	}
	if strings.Contains(here, " "+rankOf(named)+" ") {
		return false, true // the writer bears another name of the same rank
	}
	there, own := r.bodies.Province(w.Issuer), r.bodies.Province(in.Issuer)
	return own == there && own != "", own != "" && there != ""
}

// elsewhere tells whether a work is of another province than the document that cites it: a number of a local body
// without the body's name is one of the writer's own province.
func (r *resolver) elsewhere(in, w *Card) bool {
	here, there := r.bodies.Province(in.Issuer), r.bodies.Province(w.Issuer)
	return here != "" && there != "" && here != there
}

// leftOut gives what a name leaves out of the issuer of a work, because it is the writer's own: "diễn châu" of "Ủy ban nhân
// dân huyện Diễn Châu". ok is false where the name is of another body.
func (r *resolver) leftOut(named string, w *Card) (place string, ok bool) {
	short := withoutCommittee(r.bodies.Canonical(named, w.IssuedOn))
	issuer := withoutCommittee(r.bodies.Canonical(w.Issuer, w.IssuedOn))
	if place, ok = strings.CutPrefix(issuer, short+" "); ok {
		return place, true
	}
	place = r.bodies.Province(w.Issuer)
	for _, tail := range []string{" ", " tỉnh ", " thành phố "} {
		if place != "" && withoutCommittee(r.bodies.Canonical(named+tail+place, w.IssuedOn)) == issuer {
			return strings.ToLower(place), true
		}
	}
	return "", false
}

// withoutCommittee takes the committee that speaks for a Party organisation off its name, in lower case: a letterhead has
// "Huyện ủy" where mentions have "Ban Thường vụ Huyện ủy".
func withoutCommittee(name string) string {
	name = strings.ToLower(name)
	for _, committee := range []string{"ban thường vụ ", "ban chấp hành "} {
		name = strings.TrimPrefix(name, committee)
	}
	return name
}

// rankOf gives the rank that a name without its place ends with: "huyện" of "Ủy ban nhân dân huyện", "huyện ủy" of the Party.
func rankOf(named string) string {
	words := strings.Fields(strings.ToLower(named))
	n := len(words)
	if n > 1 && words[n-1] == "ủy" {
		return words[n-2] + " ủy"
	}
	return words[n-1]
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
func (r *resolver) resolveName(in *Card, c cited) verdict {
	if c.name == "" {
		return verdict{state: Wanted}
	}
	var found []*Card
	for _, w := range r.byName[c.key] {
		d := compareDates(c.issuedOn, w.IssuedOn)
		if w.ID != in.ID && d != otherDay && d != slippedDay && !r.rejected(in.ID, w.ID) {
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
	if kind == constitution {
		return kind + " " // told apart by their years
	}
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
