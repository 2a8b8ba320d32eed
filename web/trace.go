package web

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/graph"
)

// branch is a node in the tree of a trace's page, with the edge that leads to it.
type branch struct {
	Node     *graph.Node
	Edge     graph.Edge
	Back     bool // the edge runs towards the root
	Branches []branch
}

// tracePage is the data of a trace's page.
type tracePage struct {
	Root     *graph.Node
	Up, Down []branch
}

// newTracePage unrolls a trace into two trees. A node is opened once.
func newTracePage(t *graph.Trace) tracePage {
	nodes := map[string]*graph.Node{}
	for _, n := range t.Nodes {
		nodes[n.ID] = n
	}
	p := tracePage{Root: nodes[t.Root]}
	p.Up = unroll(t, nodes, t.Root, false, map[string]bool{t.Root: true})
	p.Down = unroll(t, nodes, t.Root, true, map[string]bool{t.Root: true})
	return p
}

func unroll(t *graph.Trace, nodes map[string]*graph.Node, id string, down bool, seen map[string]bool) []branch {
	var out []branch
	for _, e := range t.Edges {
		near, far := e.From, e.To
		if down {
			near, far = e.To, e.From
		}
		if near != id || nodes[far] == nil {
			continue
		}
		b := branch{Node: nodes[far], Edge: e, Back: down}
		if !seen[far] {
			seen[far] = true
			b.Branches = unroll(t, nodes, far, down, seen)
		}
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b branch) int { return cmp.Compare(a.Node.IssuedOn, b.Node.IssuedOn) })
	return out
}
