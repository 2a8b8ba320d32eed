package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// wishes gathers mentions of documents that are not held, so that several mentions of one document make one node even
// where some say less than others.
type wishes struct {
	bodies *memory
	groups map[string][]*wish  // by folded symbol, or by name: what mentions say, each once
	said   map[saying]*wish    // the same by what is said
	ids    map[string][]string // by group: the ids of those nodes
	dirty  map[string]bool     // groups in which mentions came or went since
	ties   ties
}

// saying is all that a mention says of a document.
type saying struct{ group, kind, symbol, issuer, canonical, issuedOn, name string }

// wish is one wanted document, or what some mentions say of one.
type wish struct {
	saying
	day      day // of issuedOn
	mentions int
	means    *Node          // as of the last settle
	writings map[string]int // of the symbol, by how often they occur
}

func newWishes(bodies *memory) *wishes {
	return &wishes{
		bodies: bodies, groups: map[string][]*wish{}, said: map[saying]*wish{}, ids: map[string][]string{}, dirty: map[string]bool{},
		ties: ties{changed: map[string]bool{}, numbers: map[string]map[string]int{}, names: map[string]map[string]int{}},
	}
}

// keyOf groups mentions that may be of one document. Symbols of local bodies ("15/KH-UBND") group together too and are
// told apart by issuer and date afterwards.
func keyOf(c document.Citation) string {
	if c.Symbol != "" {
		return document.FoldSymbol(string(c.Symbol))
	}
	return nameKey(string(c.Kind), string(c.Name))
}

// saying takes what a mention says.
func (w *wishes) saying(c cited) saying {
	s := saying{c.key, c.kind, c.symbol, c.issuer, "", c.issuedOn, c.name}
	if s.issuer != "" {
		s.canonical = w.bodies.Canonical(s.issuer, s.issuedOn)
	}
	return s
}

// note remembers a mention.
func (w *wishes) note(c cited) {
	k := w.saying(c)
	x := w.said[k]
	if x == nil {
		x = &wish{saying: k, day: dayOf(k.issuedOn)}
		w.said[k] = x
		w.groups[k.group] = append(w.groups[k.group], x)
		w.ties.note(k, 1)
	}
	x.mentions++
	w.dirty[k.group] = true
}

// drop forgets a mention.
func (w *wishes) drop(c cited) {
	k := w.saying(c)
	x := w.said[k]
	w.dirty[k.group] = true
	if x.mentions--; x.mentions > 0 {
		return
	}
	delete(w.said, k)
	w.ties.note(k, -1)
	w.groups[k.group] = slices.DeleteFunc(w.groups[k.group], func(o *wish) bool { return o == x })
	if len(w.groups[k.group]) == 0 {
		delete(w.groups, k.group)
	}
}

// settle finds the documents that a group's mentions mean. It gives the ids of those that are not meant any more, the nodes
// that are, and what mentions say that mean another one than before.
func (w *wishes) settle(key string) (gone []string, made []*Node, moved map[saying]bool) {
	merged := merge(w.groups[key])
	of := w.numbered(key, merged)
	var ids []string
	for _, x := range w.groups[key] {
		m := fit(merged, x)
		if of[m] == nil {
			of[m] = m.node()
			made = append(made, of[m])
			ids = append(ids, of[m].ID)
		}
		if x.means != nil && x.means.ID != of[m].ID {
			if moved == nil {
				moved = map[saying]bool{}
			}
			moved[x.saying] = true
		}
		x.means = of[m]
	}
	for _, id := range w.ids[key] {
		if !slices.Contains(ids, id) {
			gone = append(gone, id)
		}
	}
	w.ids[key] = ids
	if len(ids) == 0 {
		delete(w.ids, key)
	}
	return gone, made, moved
}

// merge joins what mentions of a group say: first those that agree in full, then the ones that say less into the only one
// that they can mean. A mention that could mean several stays by itself.
func merge(group []*wish) []*wish {
	slices.SortFunc(group, func(a, b *wish) int { return cmp.Or(b.fullness()-a.fullness(), a.compare(b.saying)) })
	var merged []*wish
	for _, x := range group {
		var fits []*wish
		for _, m := range merged {
			if m.agrees(x) {
				fits = append(fits, m)
			}
		}
		if len(fits) == 1 {
			fits[0].absorb(x)
		} else if len(fits) == 0 || !slices.ContainsFunc(merged, x.same) {
			merged = append(merged, &wish{saying: x.saying, day: x.day, writings: map[string]int{x.symbol: x.mentions}})
		}
	}
	return merged
}

// node gives the node of the wanted document that a mention means.
func (w *wishes) node(c cited) *Node { return w.said[w.saying(c)].means }

// fit finds the merged wish that a mention means: the one that says the same, else the first that agrees with it.
func fit(merged []*wish, x *wish) *wish {
	var fit *wish
	for _, m := range merged {
		if m.same(x) {
			return m
		}
		if fit == nil && m.agrees(x) {
			fit = m
		}
	}
	return fit
}

// compare orders what mentions say.
func (s saying) compare(o saying) int {
	return cmp.Or(
		strings.Compare(s.issuedOn, o.issuedOn), strings.Compare(s.canonical, o.canonical), strings.Compare(s.kind, o.kind),
		strings.Compare(s.symbol, o.symbol), strings.Compare(s.issuer, o.issuer), strings.Compare(s.name, o.name),
	)
}

func (x *wish) fullness() int {
	n := 0
	if x.issuedOn != "" {
		n += len(x.issuedOn)
	}
	if x.canonical != "" {
		n += 5
	}
	return n
}

// same tells whether two mentions say the same.
func (x *wish) same(o *wish) bool {
	return x.issuedOn == o.issuedOn && x.canonical == o.canonical && sameKind(x.kind, o.kind)
}

// agrees tells whether a mention o, which may say less, can mean x.
func (x *wish) agrees(o *wish) bool {
	d := x.day.compare(o.day)
	return d != otherDay && d != slippedDay && (x.canonical == "" || o.canonical == "" || x.canonical == o.canonical) && sameKind(x.kind, o.kind)
}

// absorb takes over what o says and x does not.
func (x *wish) absorb(o *wish) {
	if len(o.issuedOn) > len(x.issuedOn) {
		x.issuedOn, x.day = o.issuedOn, o.day
	}
	if x.canonical == "" {
		x.issuer, x.canonical = o.issuer, o.canonical
	}
	if x.kind == "" {
		x.kind = o.kind
	}
	x.writings[o.symbol] += o.mentions
}

// node writes the wish as a node. Its id is made of what identifies it, so that it stays the same from build to build
// as long as no mention adds to it.
func (x *wish) node() *Node {
	best := ""
	for s, n := range x.writings {
		if best == "" || cmp.Or(marks(s)-marks(best), n-x.writings[best], strings.Compare(best, s)) > 0 {
			best = s
		}
	}
	title := x.name
	n := &Node{
		Symbol: document.NullString(best), Kind: document.NullString(x.kind), Issuer: document.NullString(x.issuer),
		IssuedOn: document.NullString(x.issuedOn), Title: document.NullString(title),
		URN: document.NullString(document.URN(x.issuer, x.kind, x.issuedOn, best)),
	}
	id := []string{"wanted", x.kind, document.FoldSymbol(best), x.issuedOn, document.FoldASCII(strings.ReplaceAll(x.canonical, " ", "-"))}
	if best == "" {
		id = []string{"wanted", strings.ReplaceAll(document.FoldASCII(nameKey(x.kind, x.name)), " ", "-"), x.issuedOn}
	}
	n.ID = strings.Join(id, ":")
	return n
}

// marks counts letters outside ASCII: of two writings of a symbol the one with marks (BCSĐ) is the true one.
func marks(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x80 {
			n++
		}
	}
	return n
}
