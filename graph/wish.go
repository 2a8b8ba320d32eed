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
	groups map[string][]*wish // by folded symbol, or by name
	said   map[saying]*wish   // mentions that say the same are one wish from the start
	nodes  map[saying]*Node
}

// saying is all that a mention says of a document.
type saying struct{ group, kind, symbol, canonical, issuedOn string }

// wish is one wanted document.
type wish struct {
	kind, symbol, issuer, issuedOn, name string
	said                                 map[string]int // writings of the symbol, by how often they occur
	canonical                            string         // the issuer's one name
}

func newWishes(bodies *memory) *wishes {
	return &wishes{bodies: bodies, groups: map[string][]*wish{}, said: map[saying]*wish{}, nodes: map[saying]*Node{}}
}

// wishKey groups mentions that may be of one document. Symbols of local bodies ("15/KH-UBND") group together too and are
// told apart by issuer and date afterwards.
func wishKey(c document.Citation) string {
	if c.Symbol != "" {
		return document.FoldSymbol(string(c.Symbol))
	}
	return nameKey(string(c.Kind), string(c.Name))
}

// of makes a wish from one mention.
func (w *wishes) of(c document.Citation) *wish {
	x := &wish{kind: string(c.Kind), symbol: string(c.Symbol), issuer: string(c.Issuer), issuedOn: string(c.IssuedOn), name: string(c.Name)}
	if x.issuer != "" {
		x.canonical = w.bodies.Canonical(x.issuer, x.issuedOn)
	}
	return x
}

// note remembers a mention. Full mentions are merged as they come; those that say less wait for settle.
func (w *wishes) note(c document.Citation) {
	key := wishKey(c)
	x := w.of(c)
	k := x.saying(key)
	if old := w.said[k]; old != nil {
		old.said[x.symbol]++
		return
	}
	x.said = map[string]int{x.symbol: 1}
	w.said[k] = x
	w.groups[key] = append(w.groups[key], x)
}

// settle merges the mentions of each group: first those that agree in full, then the ones that say less into the only
// one that they can mean. A mention that could mean several stays by itself.
func (w *wishes) settle() {
	for key, group := range w.groups {
		slices.SortStableFunc(group, func(a, b *wish) int { return b.fullness() - a.fullness() })
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
				merged = append(merged, x)
			}
		}
		w.groups[key] = merged
	}
}

// node gives the node of the wanted document that a mention means.
func (w *wishes) node(c document.Citation) *Node {
	x := w.of(c)
	k := x.saying(wishKey(c))
	n := w.nodes[k]
	if n == nil {
		n = w.fit(k.group, x).node()
		w.nodes[k] = n
	}
	return n
}

// fit finds the merged wish that a mention means: the one that says the same, else the first that agrees with it.
func (w *wishes) fit(group string, x *wish) *wish {
	var fit *wish
	for _, m := range w.groups[group] {
		if m.same(x) {
			return m
		}
		if fit == nil && m.agrees(x) {
			fit = m
		}
	}
	return fit
}

func (x *wish) saying(group string) saying {
	return saying{group, x.kind, x.symbol, x.canonical, x.issuedOn}
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
	d := compareDates(x.issuedOn, o.issuedOn)
	return d != otherDay && d != slippedDay && (x.canonical == "" || o.canonical == "" || x.canonical == o.canonical) && sameKind(x.kind, o.kind)
}

// absorb takes over what o says and x does not.
func (x *wish) absorb(o *wish) {
	if len(o.issuedOn) > len(x.issuedOn) {
		x.issuedOn = o.issuedOn
	}
	if x.canonical == "" {
		x.issuer, x.canonical = o.issuer, o.canonical
	}
	if x.kind == "" {
		x.kind = o.kind
	}
	for s, n := range o.said {
		x.said[s] += n
	}
}

// node writes the wish as a node. Its id is made of what identifies it, so that it stays the same from build to build
// as long as no mention adds to it.
func (x *wish) node() *Node {
	best := ""
	for s, n := range x.said {
		if best == "" || cmp.Or(marks(s)-marks(best), n-x.said[best], strings.Compare(best, s)) > 0 {
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
