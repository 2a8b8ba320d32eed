package graph

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// Build links all cards. It sorts its own copy, so the order of cards does not matter. Rejected links (from work, to work), which
// a person has undone, stay undone; rejected may be nil.
func Build(cards []Card, bodies Bodies, rejected func(from, to string) bool) *Graph {
	g := &Graph{
		nodes: map[string]*Node{}, work: map[string]string{},
		out: map[string][]int{}, in: map[string][]int{}, byDoc: map[string][]int{}, maybe: map[string][]int{},
	}
	cards = slices.Clone(cards)
	slices.SortFunc(cards, func(a, b Card) int { return cmp.Compare(a.ID, b.ID) })
	known := remember(bodies)
	works := g.addWorks(cards, known)
	r := newResolver(works, known, rejected)
	w := newWishes(known)
	verdicts := map[string][]verdict{}
	for i := range cards {
		c := &cards[i]
		if g.Work(c.ID) != c.ID {
			continue
		}
		for _, cit := range c.Citations {
			v := r.resolve(c, cit)
			if v.state != Resolved {
				w.note(cit)
			}
			verdicts[c.ID] = append(verdicts[c.ID], v)
		}
	}
	w.settle()
	for i := range cards {
		if vs := verdicts[cards[i].ID]; len(vs) > 0 {
			g.addLinks(&cards[i], vs, w, r.rejected)
		}
	}
	return g
}

// addWorks makes one node a work. Documents with one identity are copies of a work; the best copy stands for all.
func (g *Graph) addWorks(cards []Card, bodies *memory) []*Card {
	keys := identities(cards, bodies)
	best := map[string]*Card{}
	for i := range cards {
		c := &cards[i]
		if b := best[keys[i]]; b == nil || better(c, b) {
			best[keys[i]] = c
		}
	}
	var works []*Card
	for i := range cards {
		c := &cards[i]
		b := best[keys[i]]
		if b != c {
			g.work[c.ID] = b.ID
			continue
		}
		works = append(works, c)
		g.nodes[c.ID] = &Node{
			ID: c.ID, Held: true, Symbol: document.NullString(c.Symbol), Kind: document.NullString(c.Kind), Issuer: document.NullString(c.Issuer),
			IssuedOn: document.NullString(c.IssuedOn), Title: document.NullString(c.Title), URN: document.NullString(c.URN),
		}
	}
	for i := range cards {
		if w, ok := g.work[cards[i].ID]; ok {
			g.nodes[w].Copies = append(g.nodes[w].Copies, cards[i].ID)
		}
	}
	return works
}

// better tells whether a copy stands for the work rather than one seen before it: one that bears its date, then the
// fuller one, where a typed text counts twice a page image or a PDF, which may be read with errors. Among equals the one
// with the smallest id stays.
func better(c, than *Card) bool {
	if (c.IssuedOn == "") != (than.IssuedOn == "") {
		return than.IssuedOn == ""
	}
	return c.fullness() > than.fullness()
}

// fullness is how much can be read of a copy.
func (c *Card) fullness() int {
	switch strings.ToLower(path.Ext(c.Path)) {
	case ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff":
		return c.Size
	}
	return 2 * c.Size
}

// yearly matches a symbol that holds its year ("19/2026/TT-NHNN"): with its issuer it names one document, whatever the
// day.
var yearly = regexp.MustCompile(`/(?:19|20)\d\d/`)

// identities gives what makes each card a work: its URN, or for a copy that lost its date the yearly symbol, kind and
// issuer, by which it joins the one work that has them. A card without either stands for itself.
func identities(cards []Card, bodies *memory) []string {
	out := make([]string, len(cards))
	series := make([]string, len(cards))
	works := map[string][]string{} // by series: the URNs that bear it
	for i, c := range cards {
		out[i] = cmp.Or(c.URN, c.ID)
		if c.Issuer != "" && yearly.MatchString(c.Symbol) {
			series[i] = c.Kind + " " + document.FoldSymbol(c.Symbol) + " " + bodies.Canonical(c.Issuer, c.IssuedOn)
		}
		if series[i] != "" && c.URN != "" && !slices.Contains(works[series[i]], c.URN) {
			works[series[i]] = append(works[series[i]], c.URN)
		}
	}
	for i, c := range cards {
		if series[i] == "" || c.URN != "" || c.IssuedOn != "" {
			continue
		}
		switch urns := works[series[i]]; len(urns) {
		case 0:
			out[i] = series[i]
		case 1:
			out[i] = urns[0]
		}
	}
	return out
}

// addLinks turns the verdicts on one document's citations into links. A citation whose relation runs from another one
// gives two: the relation between the two, and the mention of it in this document.
func (g *Graph) addLinks(c *Card, vs []verdict, w *wishes, rejected func(from, to string) bool) {
	to := make([]string, len(vs))
	for i, v := range vs {
		if v.state == Resolved {
			to[i] = v.to.ID
			continue
		}
		n := w.node(c.Citations[i])
		to[i] = n.ID
		g.nodes[n.ID] = n
	}
	for i, v := range vs {
		cit := c.Citations[i]
		l := Link{
			In: c.ID, Citation: i, From: c.ID, To: to[i], Relation: cit.Relation, Part: cit.Provision != nil, State: v.state, Level: v.level,
			Candidates: v.candidates, Span: cit.Span, Confidence: cit.Confidence,
		}
		if v.state == Resolved {
			l.Confidence *= levelConfidence[v.level]
		}
		if s := cit.Subject; s != nil && *s >= 0 && *s < len(to) && *s != i {
			told := l
			told.From = to[*s]
			if cit.Inverse {
				told.From, told.To = told.To, told.From
				told.State, told.Level, told.Candidates = vs[*s].state, vs[*s].level, vs[*s].candidates
			}
			if !rejected(told.From, told.To) {
				g.add(told)
			}
			l.Relation = document.Cites
		}
		if n := g.add(l); n >= 0 {
			g.byDoc[l.In] = append(g.byDoc[l.In], n)
		}
	}
}

// add puts a link into the net and returns its place, -1 for one from a work to itself.
func (g *Graph) add(l Link) int {
	if l.From == l.To {
		return -1
	}
	n := len(g.links)
	g.links = append(g.links, l)
	g.out[l.From] = append(g.out[l.From], n)
	g.in[l.To] = append(g.in[l.To], n)
	if l.State == Ambiguous {
		for _, k := range l.Candidates {
			g.maybe[k.ID] = append(g.maybe[k.ID], n)
		}
	}
	return n
}
