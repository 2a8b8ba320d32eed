package graph

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// Difference is where two graphs of one library do not agree.
type Difference struct {
	Document string // id of a document, or of a node
	Detail   string
}

// Differ lists where a graph differs from another one of the same library, by document. A graph that was changed step by
// step must not differ from one built at once; one that is sound agrees in both directions of its links.
func (g *Graph) Differ(from *Graph) []Difference {
	g.mu.RLock()
	defer g.mu.RUnlock()
	var out []Difference
	note := func(id, format string, args ...any) {
		out = append(out, Difference{id, fmt.Sprintf(format, args...)})
	}
	for _, id := range slices.Sorted(maps.Keys(both(g.nodes, from.nodes))) {
		switch a, b := g.nodes[id], from.nodes[id]; {
		case a == nil:
			note(id, "it is not in the graph")
		case b == nil:
			note(id, "the graph holds it, the library does not")
		case !reflect.DeepEqual(a, b):
			note(id, "its identity is not that of the library")
		}
	}
	for side, lists := range map[string][2]map[string][]*edge{
		"what it says": {g.told, from.told}, "the links from it": {g.out, from.out}, "the links to it": {g.in, from.in}, "the links that may mean it": {g.maybe, from.maybe},
	} {
		for id := range both(lists[0], lists[1]) {
			if a, b := pick(lists[0][id]), pick(lists[1][id]); !reflect.DeepEqual(a, b) {
				note(id, "%s: %d in the graph, %d by the library, or not the same", side, len(a), len(b))
			}
		}
	}
	slices.SortFunc(out, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Detail, b.Detail))
	})
	return out
}

// both gives the keys of two maps.
func both[V any](a, b map[string]V) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]V{a, b} {
		for k := range m {
			out[k] = true
		}
	}
	return out
}
