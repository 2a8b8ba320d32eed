package graph

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/document"
)

// Direction says which way a trace goes.
type Direction int

// The directions of a trace.
const (
	Both Direction = iota
	Up             // what the document implements, and what that rests on
	Down           // who implements it, and who reports on that
)

// Edge is what one document does with another in a trace, by the strongest of its relations. It runs from the document that says it to the document that it speaks of; where a
// sentence speaks for another document ("Kế hoạch số 16 thực hiện Chỉ thị số 19"), From is that one and In says whose text
// holds the sentence.
type Edge struct {
	From       string            `json:"from"`
	To         string            `json:"to"`
	Relation   document.Relation `json:"relation"`
	In         string            `json:"in"`
	Span       document.Span     `json:"span"`
	Confidence float64           `json:"confidence"`
	State      State             `json:"state"`
	Mentions   int               `json:"mentions"`
	Candidates []Candidate       `json:"candidates,omitempty"`
}

// Trace is the part of the graph around a document.
type Trace struct {
	Root  string  `json:"root"`
	Nodes []*Node `json:"nodes"`
	Edges []Edge  `json:"edges"`
	// Cycles lists the ids of nodes that a path came back to.
	Cycles []string `json:"cycles,omitempty"`
	// Validity says how the held documents stand that are not wholly in force, by id.
	Validity map[string]Validity `json:"validity,omitempty"`
	AsOf     string              `json:"as_of,omitempty"`
}

// TraceOptions bounds a trace.
type TraceOptions struct {
	Direction Direction
	// Depth is the number of steps each way; 0 means 8, deeper than any chain of offices.
	Depth int
	// Mentions keeps edges that merely cite. Without it they are kept only next to the root: a document that speaks of
	// the root without implementing it is worth seeing, the whole library that it cites is not.
	Mentions bool
	// AsOf is the day (ISO 8601) after which nothing counts; "" for all that is held. A document without a date counts.
	AsOf string
	// Today is the day by which documents are taken for expired that name the end of their force, where AsOf is "".
	Today string
}

// Trace follows the relations from a node. A node that is not in the graph gives an empty trace.
func (g *Graph) Trace(id string, opt TraceOptions) Trace {
	g.mu.RLock()
	defer g.mu.RUnlock()
	root := g.works.of(id)
	t := tracer{g: g, opt: opt, seen: map[string]bool{}, edges: map[edgeKey]*Edge{}}
	if t.opt.Depth <= 0 {
		t.opt.Depth = 8
	}
	out := Trace{Root: root, Nodes: []*Node{}, Edges: []Edge{}, AsOf: opt.AsOf}
	if g.nodes[root] == nil {
		return out
	}
	t.seen[root] = true
	if opt.Direction != Down {
		t.walk(root, Up)
	}
	if opt.Direction != Up {
		t.walk(root, Down)
	}
	for id := range t.seen {
		out.Nodes = append(out.Nodes, g.nodes[id])
		if v := g.validity(id, opt.AsOf); v.State != InForce {
			out.note(id, v)
		}
	}
	slices.SortFunc(out.Nodes, func(a, b *Node) int {
		return cmp.Or(cmp.Compare(b2i(b.ID == root), b2i(a.ID == root)), cmp.Compare(a.IssuedOn, b.IssuedOn), cmp.Compare(a.ID, b.ID))
	})
	for _, e := range t.edges {
		out.Edges = append(out.Edges, *e)
	}
	slices.SortFunc(out.Edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	slices.Sort(t.cycles)
	out.Cycles = slices.Compact(t.cycles)
	return out
}

// Expire adds that a document of the trace ended by a day with the last day of force that it names itself, "" for none.
func (t *Trace) Expire(id, last, on string) {
	v, ok := t.Validity[id]
	if !ok {
		v.State = InForce
	}
	if until := v.Until(last, on); until != v {
		t.note(id, until)
	}
}

// note adds what is said of a document's force.
func (t *Trace) note(id string, v Validity) {
	if t.Validity == nil {
		t.Validity = map[string]Validity{}
	}
	t.Validity[id] = v
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

type edgeKey struct{ from, to string }

// tracer collects a trace breadth first.
type tracer struct {
	g      *Graph
	opt    TraceOptions
	seen   map[string]bool
	edges  map[edgeKey]*Edge
	cycles []string
}

// walk goes one way from the root, level by level. It enters each node once, so a cycle ends.
func (t *tracer) walk(root string, way Direction) {
	entered := map[string]bool{root: true}
	level := []string{root}
	for depth := 0; depth < t.opt.Depth && len(level) > 0; depth++ {
		var next []string
		for _, id := range level {
			for _, l := range t.step(id, way) {
				far := l.To
				if way == Down {
					far = l.From
				}
				if t.later(l) || !t.follow(id, far, l, way, depth) {
					continue
				}
				t.add(l)
				t.seen[far] = true
				switch {
				case !entered[far]:
					entered[far] = true
					if l.Relation != document.Cites || t.opt.Mentions {
						next = append(next, far)
					}
				case far == root:
					t.cycles = append(t.cycles, far)
				}
			}
		}
		level = next
	}
}

func (t *tracer) step(id string, way Direction) []Link {
	if way == Down {
		return pick(t.g.in[id])
	}
	return pick(t.g.out[id])
}

// later tells whether a link belongs to a time after the day of the trace: it is said in a later document, or speaks
// for one.
func (t *tracer) later(l Link) bool {
	for _, id := range []string{l.In, l.From, l.To} {
		if n := t.g.nodes[id]; n != nil && after(n.IssuedOn, t.opt.AsOf) {
			return true
		}
	}
	return false
}

// follow decides whether a link belongs to the trace: a stronger relation between the same two nodes hides a mere
// mention, and mentions beyond the root's own are left out unless asked for.
func (t *tracer) follow(near, far string, l Link, way Direction, depth int) bool {
	if l.Relation != document.Cites {
		return true
	}
	for _, other := range t.step(near, way) {
		end := other.To
		if way == Down {
			end = other.From
		}
		if end == far && other.Relation != document.Cites && !t.later(other) {
			return false
		}
	}
	return t.opt.Mentions || depth == 0
}

// add merges a link into the edge between its ends: the strongest relation names it, and the surest mention of that
// gives the span.
func (t *tracer) add(l Link) {
	key := edgeKey{l.From, l.To}
	e := t.edges[key]
	if e == nil {
		e = &Edge{From: l.From, To: l.To, Relation: l.Relation}
		t.edges[key] = e
	}
	e.Mentions++
	stronger := strength(l.Relation) - strength(e.Relation)
	if e.Mentions == 1 || stronger > 0 || stronger == 0 && l.Confidence > e.Confidence {
		e.Relation, e.In, e.Span, e.Confidence, e.State, e.Candidates = l.Relation, l.In, l.Span, l.Confidence, l.State, l.Candidates
	}
}

// strength orders relations: the higher, the more a document does with another.
func strength(r document.Relation) int { return -slices.Index(document.Relations(), r) }
