package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// Chain writes a trace as the numbered list that an officer pastes into a report: what the document rests on, then who
// carries it out, each with the place in the chain that it hangs on. Documents that are not held are named as such.
func Chain(w io.Writer, t *graph.Trace) error {
	nodes := map[string]*graph.Node{}
	for _, n := range t.Nodes {
		nodes[n.ID] = n
	}
	root := nodes[t.Root]
	if root == nil {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s\n", cite(root), absent(root))
	for i, part := range []struct {
		title string
		down  bool
	}{{"Căn cứ, chỉ đạo của cấp trên", false}, {"Triển khai, báo cáo", true}} {
		steps := walk(t, nodes, part.down)
		fmt.Fprintf(&b, "\n%d. %s (%d văn bản)\n", i+1, part.title, len(steps))
		for _, s := range steps {
			fmt.Fprintf(&b, "%s- %s%s%s\n", strings.Repeat("  ", s.depth), cite(s.node), s.tie(nodes, t.Root, part.down), absent(s.node))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// step is one document of the chain, under the one through which it was reached first.
type step struct {
	node  *graph.Node
	edge  graph.Edge
	depth int
}

// tie says how a document hangs on the one through which it was reached.
func (s step) tie(nodes map[string]*graph.Node, root string, down bool) string {
	near := s.edge.From
	if down {
		near = s.edge.To
	}
	name := "văn bản này"
	if near != root {
		name = brief(nodes[near])
	}
	return " (" + RelationName(s.edge.Relation, !down) + " " + name + ")"
}

// walk gives the documents above or below the root, each under the one that ties it to the root in the fewest steps, in
// the order of the days. Every document comes once.
func walk(t *graph.Trace, nodes map[string]*graph.Node, down bool) []step {
	under := map[string][]step{}
	seen := map[string]bool{t.Root: true}
	for level := []string{t.Root}; len(level) > 0; {
		var next []string
		for _, id := range level {
			for _, e := range t.Edges {
				near, far := e.From, e.To
				if down {
					near, far = e.To, e.From
				}
				if near != id || nodes[far] == nil || seen[far] {
					continue
				}
				seen[far] = true
				under[id] = append(under[id], step{node: nodes[far], edge: e})
				next = append(next, far)
			}
		}
		level = next
	}
	var out []step
	var list func(id string, depth int)
	list = func(id string, depth int) {
		slices.SortStableFunc(under[id], func(a, b step) int {
			return cmp.Or(cmp.Compare(a.node.IssuedOn, b.node.IssuedOn), cmp.Compare(a.node.ID, b.node.ID))
		})
		for _, s := range under[id] {
			s.depth = depth
			out = append(out, s)
			list(s.node.ID, depth+1)
		}
	}
	list(t.Root, 0)
	return out
}

// brief names a document inside a sentence: kind and number.
func brief(n *graph.Node) string {
	kind := document.KindName(string(n.Kind))
	if n.Symbol != "" {
		return strings.TrimSpace(kind + " số " + string(n.Symbol))
	}
	return cmp.Or(strings.TrimSpace(kind+" “"+short(string(n.Title), 60)+"”"), n.ID)
}

// cite names a document as reports do: kind, number, day, issuer, title.
func cite(n *graph.Node) string {
	s := brief(n)
	if n.IssuedOn != "" {
		s += " ngày " + vietDay(n.IssuedOn)
	}
	if n.Issuer != "" {
		s += " của " + string(n.Issuer)
	}
	if n.Title != "" && n.Symbol != "" {
		s += ": " + short(string(n.Title), 140)
	}
	return s
}

func absent(n *graph.Node) string {
	if n.Held {
		return ""
	}
	return " [chưa có trong kho]"
}
