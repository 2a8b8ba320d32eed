package graph

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// works sorts documents into works: documents with one identity are copies of a work, and the best copy stands for all.
type works struct {
	bodies  *memory
	cards   map[string]*Card    // by id
	series  map[string][]string // ids by what they have of a series, for copies that lost their date
	members map[string][]string // ids by identity, in order
	name    map[string]string   // identity by id
	best    map[string]string   // id of the best copy by identity
}

func newWorks(bodies *memory) *works {
	return &works{
		bodies: bodies, cards: map[string]*Card{}, series: map[string][]string{}, members: map[string][]string{},
		name: map[string]string{}, best: map[string]string{},
	}
}

// of gives the id of the work that a document belongs to.
func (w *works) of(id string) string {
	if best, ok := w.best[w.name[id]]; ok {
		return best
	}
	return id
}

// change puts cards in and takes others out, and gives the identities that are not what they were.
func (w *works) change(put []*Card, gone []string) map[string]bool {
	touched, series := map[string]bool{}, map[string]bool{}
	again := map[string]bool{}
	for _, id := range gone {
		w.remove(id, touched, series)
	}
	for _, c := range put {
		w.remove(c.ID, touched, series)
		w.cards[c.ID] = c
		again[c.ID] = true
		if s := w.seriesOf(c); s != "" {
			w.series[s] = insert(w.series[s], c.ID)
			series[s] = true
		}
	}
	for s := range series {
		for _, id := range w.series[s] {
			again[id] = true
		}
	}
	for id := range again {
		w.place(id, touched)
	}
	for name := range touched {
		w.choose(name)
	}
	return touched
}

// remove takes a card out.
func (w *works) remove(id string, touched, series map[string]bool) {
	c := w.cards[id]
	if c == nil {
		return
	}
	if s := w.seriesOf(c); s != "" {
		w.series[s] = without(w.series, s, id)
		series[s] = true
	}
	name := w.name[id]
	w.members[name] = without(w.members, name, id)
	touched[name] = true
	delete(w.cards, id)
	delete(w.name, id)
}

// place puts a card where its identity belongs now.
func (w *works) place(id string, touched map[string]bool) {
	c := w.cards[id]
	old, known := w.name[id]
	name := w.identity(c)
	if known && old == name {
		return
	}
	if known {
		w.members[old] = without(w.members, old, id)
		touched[old] = true
	}
	w.name[id] = name
	w.members[name] = insert(w.members[name], id)
	touched[name] = true
}

// choose finds the best copy of a work.
func (w *works) choose(name string) {
	var best *Card
	for _, id := range w.members[name] {
		if c := w.cards[id]; best == nil || better(c, best) {
			best = c
		}
	}
	if best == nil {
		delete(w.members, name)
		delete(w.best, name)
		return
	}
	w.best[name] = best.ID
}

// node makes the node of a work.
func (w *works) node(name string) *Node {
	c := w.cards[w.best[name]]
	n := &Node{
		ID: c.ID, Held: true, Symbol: document.NullString(c.Symbol), Kind: document.NullString(c.Kind), Issuer: document.NullString(c.Issuer),
		IssuedOn: document.NullString(c.IssuedOn), Title: document.NullString(c.Title), URN: document.NullString(c.URN), Path: c.Path,
	}
	for _, id := range w.members[name] {
		if id != c.ID {
			n.Copies = append(n.Copies, id)
		}
	}
	return n
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
func (w *Card) fullness() int {
	switch strings.ToLower(path.Ext(w.Path)) {
	case ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff":
		return w.Size
	}
	return 2 * w.Size
}

// yearly matches a symbol that holds its year ("19/2026/TT-NHNN"): with its issuer it names one document, whatever the
// day.
var yearly = regexp.MustCompile(`/(?:19|20)\d\d/`)

// seriesOf gives the yearly symbol with kind and issuer, "" for a card without.
func (w *works) seriesOf(c *Card) string {
	if c.Issuer == "" || !yearly.MatchString(c.Symbol) {
		return ""
	}
	return c.Kind + " " + document.FoldSymbol(c.Symbol) + " " + w.bodies.Canonical(c.Issuer, c.IssuedOn)
}

// identity gives what makes a card a work: its URN, or for a copy that lost its date the series, by which it joins the one
// work that has it. A card without either stands for itself.
func (w *works) identity(c *Card) string {
	s := w.seriesOf(c)
	if c.URN != "" || c.IssuedOn != "" || s == "" {
		return cmp.Or(c.URN, c.ID)
	}
	var urns []string
	for _, id := range w.series[s] {
		if u := w.cards[id].URN; u != "" && !slices.Contains(urns, u) {
			urns = append(urns, u)
		}
	}
	switch len(urns) {
	case 0:
		return s
	case 1:
		return urns[0]
	}
	return c.ID
}

// insert puts an id into an ordered list.
func insert(ids []string, id string) []string {
	i, found := slices.BinarySearch(ids, id)
	if found {
		return ids
	}
	return slices.Insert(ids, i, id)
}

// without takes an id out of an ordered list of a map, and the list if nothing is left of it.
func without(lists map[string][]string, key, id string) []string {
	ids := lists[key]
	if i, found := slices.BinarySearch(ids, id); found {
		ids = slices.Delete(ids, i, i+1)
	}
	return ids
}
