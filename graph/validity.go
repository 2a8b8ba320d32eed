package graph

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/document"
)

// Force says how a document stands on a day.
type Force string

// The states of force, by how much of the document they leave.
const (
	InForce  Force = "in_force"
	Amended  Force = "amended"  // a part of it was changed
	Expired  Force = "expired"  // the day came that it names itself
	Replaced Force = "replaced" // another document took its place
	Repealed Force = "repealed" // another document ended it
)

// Validity is how a document stands on a day: its state, since when, and by which document.
type Validity struct {
	State Force               `json:"state"`
	On    document.NullString `json:"on"` // ISO 8601: the day of the document that changed it, or the day after the last one of force
	By    document.NullString `json:"by"` // the node of that document
}

// ends tells whether nothing of the document is left.
func (v Validity) ends() bool { return v.State != InForce && v.State != Amended && v.State != "" }

// Validity says how a work stands on a day (ISO 8601, "" for now and ever), by what other held documents say of it. Ends
// come before amendments, and the first end counts; of amendments the last one. Repealing or replacing a provision alone
// amends the whole.
func (g *Graph) Validity(id, on string) Validity {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.validity(g.works.of(id), on)
}

func (g *Graph) validity(id, on string) Validity {
	v := Validity{State: InForce}
	for _, l := range pick(g.in[id]) {
		by := g.nodes[l.From]
		next := Validity{State: force(l), By: document.NullString(l.From)}
		if next.State == "" || by == nil || l.State != Resolved || after(by.IssuedOn, on) {
			continue
		}
		next.On = by.IssuedOn
		if v.State == InForce || next.ends() && !v.ends() || next.ends() == v.ends() && next.before(v) {
			v = next
		}
	}
	return v
}

// Until narrows a validity by the last day of force that the document names itself.
func (v Validity) Until(last, on string) Validity {
	if last == "" || on == "" || on <= last || v.ends() && string(v.On) <= last {
		return v
	}
	return Validity{State: Expired, On: document.NullString(last)}
}

// before tells which of two changes of a sort counts: the first end, the last amendment.
func (v Validity) before(o Validity) bool {
	c := cmp.Or(cmp.Compare(v.On, o.On), cmp.Compare(v.By, o.By))
	if v.ends() {
		return c < 0
	}
	return c > 0
}

// force gives what a link does to the document that it speaks of, "" for nothing.
func force(l Link) Force {
	switch l.Relation {
	case document.Amends:
		return Amended
	case document.Replaces, document.Repeals:
		if l.Part {
			return Amended
		}
		if l.Relation == document.Replaces {
			return Replaced
		}
		return Repealed
	}
	return ""
}

// after tells whether a date, which may be a year or a month alone, lies after a day. Unknown dates do not.
func after(date document.NullString, day string) bool { return day != "" && string(date) > day }

// Successors gives the held works that replaced a work by a day, in order of date.
func (g *Graph) Successors(id, on string) []*Node {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.replacements(pick(g.in[g.works.of(id)]), on, func(l Link) string { return l.From })
}

// Predecessors gives the held works that a work replaced, in order of date.
func (g *Graph) Predecessors(id string) []*Node {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.replacements(pick(g.out[g.works.of(id)]), "", func(l Link) string { return l.To })
}

// replacements gives the ends of the links that replace a whole document.
func (g *Graph) replacements(links []Link, on string, end func(Link) string) []*Node {
	var out []*Node
	for _, l := range links {
		n := g.nodes[end(l)]
		if force(l) == Replaced && l.State == Resolved && n != nil && n.Held && !after(g.nodes[l.From].IssuedOn, on) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b *Node) int { return cmp.Or(cmp.Compare(a.IssuedOn, b.IssuedOn), cmp.Compare(a.ID, b.ID)) })
	return out
}
