package report

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// relationNames are the relations as an officer would say them, forwards and backwards.
var relationNames = map[document.Relation][2]string{
	document.BasedOn:     {"căn cứ", "là căn cứ của"},
	document.Implements:  {"thực hiện", "được thực hiện bởi"},
	document.Guides:      {"hướng dẫn", "được hướng dẫn bởi"},
	document.Amends:      {"sửa đổi, bổ sung", "được sửa đổi, bổ sung bởi"},
	document.Replaces:    {"thay thế", "bị thay thế bởi"},
	document.Repeals:     {"bãi bỏ", "bị bãi bỏ bởi"},
	document.ReportsOn:   {"báo cáo kết quả", "được báo cáo bởi"},
	document.RespondsTo:  {"trả lời", "được trả lời bởi"},
	document.AttachedTo:  {"kèm theo", "có kèm theo"},
	document.OrganisedBy: {"tổ chức theo", "tổ chức phong trào trong"},
	document.Cites:       {"viện dẫn", "được viện dẫn bởi"},
}

// RelationName names a relation in Vietnamese; back gives the inverse.
func RelationName(r document.Relation, back bool) string {
	n := relationNames[r]
	if back {
		return n[1]
	}
	return n[0]
}

// Label names a node in one line: kind, number, day and the beginning of the title, or the file where the document says neither.
func Label(n *graph.Node) string {
	parts := []string{}
	if k := document.KindName(string(n.Kind)); k != "" {
		parts = append(parts, k)
	}
	if n.Symbol != "" {
		parts = append(parts, string(n.Symbol))
	}
	if n.IssuedOn != "" {
		parts = append(parts, "ngày "+vietDay(n.IssuedOn))
	}
	s := strings.Join(parts, " ")
	if n.Title != "" {
		s += ": " + short(string(n.Title), 90)
	}
	if n.Symbol == "" && n.Title == "" && n.Path != "" {
		s = strings.TrimSpace(s + " (tệp " + path.Base(filepath.ToSlash(n.Path)) + ")")
	}
	if s == "" {
		s = n.ID
	}
	if n.Issuer != "" {
		s += " (" + string(n.Issuer) + ")"
	}
	return s
}

// ByKind groups documents of one kind, in the order in which the kinds first stand.
func ByKind(nodes []graph.Node) [][]graph.Node {
	return groupBy(nodes, func(n graph.Node) document.NullString { return n.Kind })
}

// vietDay writes a day of ISO 8601 as people write it, and leaves other words as they are.
func vietDay(day document.NullString) string {
	if _, err := time.Parse(time.DateOnly, string(day)); err != nil {
		return string(day)
	}
	p := strings.Split(string(day), "-")
	slices.Reverse(p)
	return strings.Join(p, "/")
}

// short cuts a text to so many letters.
func short(s string, letters int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= letters {
		return string(r)
	}
	return strings.TrimSpace(string(r[:letters])) + "…"
}

// Tree writes a trace as two trees: up to what the document rests on, down to who carries it out. A node that was
// shown before is named once more and not opened again.
func Tree(w io.Writer, t *graph.Trace) error {
	p := &treePrinter{w: w, force: t.Validity, nodes: map[string]*graph.Node{}, out: map[string][]graph.Edge{}, in: map[string][]graph.Edge{}}
	for _, n := range t.Nodes {
		p.nodes[n.ID] = n
	}
	for _, e := range t.Edges {
		p.out[e.From] = append(p.out[e.From], e)
		p.in[e.To] = append(p.in[e.To], e)
	}
	root := p.nodes[t.Root]
	if root == nil {
		return nil
	}
	p.line("", Label(root)+p.held(root))
	p.branch(t.Root, "", false, map[string]bool{t.Root: true})
	p.branch(t.Root, "", true, map[string]bool{t.Root: true})
	return p.err
}

// forceNames say how a document stands that is not wholly in force.
var forceNames = map[graph.Force]string{
	graph.Amended: "đã được sửa đổi", graph.Expired: "hết hiệu lực sau ngày", graph.Replaced: "bị thay thế", graph.Repealed: "bị bãi bỏ",
}

// held tells whether a document is in the library, and how it stands.
func (p *treePrinter) held(n *graph.Node) string {
	if !n.Held {
		return "  [chưa có trong kho]"
	}
	s := "  [" + n.ID + "]"
	if v, ok := p.force[n.ID]; ok {
		s += "  [" + strings.TrimSpace(forceNames[v.State]+" "+string(v.On)) + "]"
	}
	return s
}

type treePrinter struct {
	w       io.Writer
	force   map[string]graph.Validity
	nodes   map[string]*graph.Node
	out, in map[string][]graph.Edge
	err     error
}

func (p *treePrinter) line(indent, s string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, indent+s)
	}
}

// branch prints the edges of one node one way.
func (p *treePrinter) branch(id, indent string, down bool, seen map[string]bool) {
	edges, arrow := p.out[id], "↑ "
	if down {
		edges, arrow = p.in[id], "↓ "
	}
	edges = slices.Clone(edges)
	slices.SortStableFunc(edges, func(a, b graph.Edge) int {
		return cmp.Compare(p.far(a, down).IssuedOn, p.far(b, down).IssuedOn)
	})
	for i, e := range edges {
		n := p.far(e, down)
		branch, next := "├─ ", "│  "
		if i == len(edges)-1 {
			branch, next = "└─ ", "   "
		}
		note := ""
		if e.State == graph.Ambiguous || e.State == graph.Conflicting {
			note = fmt.Sprintf("  [%s: %d]", e.State, len(e.Candidates))
		}
		p.line(indent+branch, arrow+RelationName(e.Relation, down)+": "+Label(n)+p.held(n)+note)
		if e.In != "" && e.Span.Exact != "" {
			p.line(indent+next, "   “"+short(e.Span.Exact, 110)+"”")
		}
		if !seen[n.ID] {
			seen[n.ID] = true
			p.branch(n.ID, indent+next, down, seen)
		}
	}
}

func (p *treePrinter) far(e graph.Edge, down bool) *graph.Node {
	id := e.To
	if down {
		id = e.From
	}
	if n := p.nodes[id]; n != nil {
		return n
	}
	return &graph.Node{ID: id}
}
