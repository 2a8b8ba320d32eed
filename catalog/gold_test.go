package catalog_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/internal/golden"
)

// goldLink, goldEdge and goldCell are what testdata/gold/README.md describes.
type (
	goldLink struct{ From, Exact, Symbol, To string }
	goldEdge struct{ From, To, Relation string }
	goldCell struct {
		Task      int               `json:"task"`
		Start     string            `json:"task_start"`
		Unit      string            `json:"unit"`
		Status    coverage.Status   `json:"status"`
		Due       coverage.DueState `json:"due_state"`
		AsAmended coverage.DueState `json:"due_state_as_amended"`
		Flags     []coverage.Flag   `json:"flags"`
		Evidence  string            `json:"evidence"`
		Quote     string            `json:"quote"`
	}
	goldTrace struct {
		Root  string
		Edges []goldEdge
	}
	goldCoverage struct {
		Directive string
		AsOf      string `json:"as_of"`
		Cells     []goldCell
	}
)

func readGold(t *testing.T, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../testdata/gold", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// score counts one thing that is compared with the reference, and lists the differences.
type score struct {
	name                string
	hits, misses, extra int
	differences         []string
}

func (s *score) hit() { s.hits++ }

func (s *score) miss(format string, args ...any) {
	s.misses++
	s.differences = append(s.differences, "- "+fmt.Sprintf(format, args...))
}

func (s *score) spurious(format string, args ...any) {
	s.extra++
	s.differences = append(s.differences, "+ "+fmt.Sprintf(format, args...))
}

// String writes precision and recall and the differences, in order of text.
func (s *score) String() string {
	slices.Sort(s.differences)
	out := fmt.Sprintf("%-28s precision %.3f  recall %.3f  (%d right, %d missed, %d too many)\n", s.name,
		share(s.hits, s.hits+s.extra), share(s.hits, s.hits+s.misses), s.hits, s.misses, s.extra)
	for _, d := range s.differences {
		out += "  " + d + "\n"
	}
	return out
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// TestGold compares links, traces and coverage of the project's own corpus with the references. The figures are a file,
// so that a change of quality shows in the diff.
func TestGold(t *testing.T) {
	l := newLibrary(t)
	var out strings.Builder
	for _, s := range slices.Concat(l.scoreLinks(t), l.scoreTraces(t), l.scoreCoverage(t)) {
		out.WriteString(s.String())
	}
	golden.Compare(t, "testdata/gold.txt", out.String())
}

// scoreLinks compares what became of each citation with a symbol.
func (l *library) scoreLinks(t *testing.T) []*score {
	var gold []goldLink
	readGold(t, "links.json", &gold)
	g, err := l.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	resolved, state := &score{name: "links resolved"}, &score{name: "links wanted or ambiguous"}
	seen := map[[2]int]bool{}
	for _, want := range gold {
		id := l.id[want.From]
		d, err := l.store.Get(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		link := findLink(g.Of(id), d, want, seen)
		s := resolved
		if want.To == "wanted" || want.To == "ambiguous" {
			s = state
		}
		switch got := l.became(g, link); {
		case link == nil:
			s.miss("%s: %s (%s) is not extracted", want.From, want.Symbol, oneLine(want.Exact))
		case got == want.To:
			s.hit()
		default:
			s.miss("%s: %s goes to %s, not to %s", want.From, want.Symbol, got, want.To)
			if link.State == graph.Resolved {
				resolved.spurious("%s: %s to %s", want.From, want.Symbol, got)
			}
		}
	}
	return []*score{resolved, state}
}

// findLink finds the link of a citation of the reference: by its words, each one once.
func findLink(links []graph.Link, d *document.Document, want goldLink, seen map[[2]int]bool) *graph.Link {
	for i, k := range links {
		c := d.Citations[k.Citation]
		key := [2]int{c.Span.Start, int(len(d.Text))}
		if !seen[key] && document.FoldSymbol(string(c.Symbol)) == document.FoldSymbol(want.Symbol) && oneLine(c.Span.Exact) == oneLine(want.Exact) {
			seen[key] = true
			return &links[i]
		}
	}
	for i, k := range links { // cut otherwise, but of the same document
		c := d.Citations[k.Citation]
		if document.FoldSymbol(string(c.Symbol)) == document.FoldSymbol(want.Symbol) && strings.HasPrefix(oneLine(want.Exact), oneLine(c.Span.Exact)) {
			return &links[i]
		}
	}
	return nil
}

// became names what a link goes to as the reference does.
func (l *library) became(g *graph.Graph, k *graph.Link) string {
	switch {
	case k == nil:
		return ""
	case k.State == graph.Resolved:
		return l.path[k.To]
	}
	return string(k.State)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// scoreTraces compares the edges of each chain, with their relation and without: those of the graph with all that the
// reference lists, and those of the trace of the directive, which leaves out what its followers rest on besides, with
// the part of the reference between held documents.
func (l *library) scoreTraces(t *testing.T) []*score {
	var gold map[string]goldTrace
	readGold(t, "trace.json", &gold)
	g, err := l.Graph(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	edges, relations, traced := &score{name: "edges"}, &score{name: "edges with relation"}, &score{name: "edges of the trace"}
	for _, chain := range []string{"chain1", "chain2"} {
		tr, err := l.Trace(t.Context(), l.id[gold[chain].Root], graph.TraceOptions{Mentions: true})
		if err != nil {
			t.Fatal(err)
		}
		inTrace := map[[2]string]bool{}
		for _, e := range tr.Edges {
			inTrace[[2]string{l.name(g, e.From), l.name(g, e.To)}] = true
		}
		got := l.edges(g, chain)
		for _, e := range gold[chain].Edges {
			pair := [2]string{e.From, e.To}
			have := got[pair]
			delete(got, pair)
			switch {
			case have == "":
				edges.miss("%s → %s (%s)", e.From, e.To, e.Relation)
				relations.misses++
			case have == e.Relation:
				edges.hit()
				relations.hit()
			default:
				edges.hit()
				relations.miss("%s → %s is %s, not %s", e.From, e.To, have, e.Relation)
				relations.extra++
			}
			if l.id[e.From] == "" || l.id[e.To] == "" {
				continue
			}
			if !inTrace[pair] {
				traced.miss("%s → %s (%s)", e.From, e.To, e.Relation)
				continue
			}
			traced.hit()
		}
		for pair, relation := range got {
			edges.spurious("%s → %s (%s)", pair[0], pair[1], relation)
			relations.extra++
		}
	}
	return []*score{edges, relations, traced}
}

// edges gives the edges from the held documents of a chain, with the strongest relation of each pair.
func (l *library) edges(g *graph.Graph, chain string) map[[2]string]string {
	out := map[[2]string]string{}
	for _, e := range g.Links() {
		pair := [2]string{l.name(g, e.From), l.name(g, e.To)}
		if e.State == graph.Ambiguous || pair[1] == "" || !strings.HasPrefix(pair[0], chain) {
			continue // undecided, of a document cited by its name alone, or told of two others
		}
		if old := out[pair]; old == "" || rank(string(e.Relation)) < rank(old) {
			out[pair] = string(e.Relation)
		}
	}
	return out
}

// name names a node as the reference does: by path, or by kind and symbol; "" for one without symbol.
func (l *library) name(g *graph.Graph, id string) string {
	if p, ok := l.path[id]; ok {
		return p
	}
	if n := g.Node(id); n.Symbol != "" {
		return string(n.Kind) + " " + string(n.Symbol)
	}
	return ""
}

func rank(relation string) int {
	return slices.Index(document.Relations(), document.Relation(relation))
}

// scoreCoverage compares the cells of the reference, each part of a cell by itself.
func (l *library) scoreCoverage(t *testing.T) []*score {
	var gold map[string]goldCoverage
	readGold(t, "coverage.json", &gold)
	status, due, amended := &score{name: "cells: status"}, &score{name: "cells: due state"}, &score{name: "cells: due state, amended"}
	flags, quote := &score{name: "cells: flags"}, &score{name: "cells: quote"}
	for _, chain := range []string{"chain1", "chain2"} {
		rep, err := l.Coverage(t.Context(), l.id[gold[chain].Directive], gold[chain].AsOf)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range gold[chain].Cells {
			c, ok := findCell(rep, want)
			where := fmt.Sprintf("%s %d × %s", chain, want.Task+1, want.Unit)
			if !ok {
				status.miss("%s: no such cell", where)
				continue
			}
			equal(status, where, c.Status, want.Status)
			equal(due, where, c.DueState, want.Due)
			if want.AsAmended != "" {
				equal(amended, where, c.DueStateAsAmended, want.AsAmended)
			}
			slices.Sort(want.Flags)
			slices.Sort(c.Flags)
			equal(flags, where, fmt.Sprint(c.Flags), fmt.Sprint(want.Flags))
			l.scoreQuote(quote, where, c, want)
		}
	}
	return []*score{status, due, amended, flags, quote}
}

func equal[T comparable](s *score, where string, got, want T) {
	if got == want {
		s.hit()
		return
	}
	s.miss("%s: %v, not %v", where, got, want)
	s.extra++
}

func findCell(rep *coverage.Report, want goldCell) (coverage.Cell, bool) {
	for _, c := range rep.Cells {
		if c.Unit == want.Unit && strings.HasPrefix(rep.Tasks[c.Task].Text, want.Start) {
			return c, true
		}
	}
	return coverage.Cell{}, false
}

// scoreQuote asks that the quote of the reference is among the evidence, and that there is none where there is none.
func (l *library) scoreQuote(s *score, where string, c coverage.Cell, want goldCell) {
	if want.Quote == "" {
		for _, e := range c.Evidence {
			s.spurious("%s: %s “%s”", where, l.path[e.Document], oneLine(e.Span.Exact))
		}
		return
	}
	for _, e := range c.Evidence {
		got := oneLine(e.Span.Exact)
		if l.path[e.Document] == want.Evidence && (strings.Contains(got, oneLine(want.Quote)) || strings.Contains(oneLine(want.Quote), got)) {
			s.hit()
			return
		}
	}
	s.miss("%s: %s “%s”", where, want.Evidence, cmp.Or(want.Quote, "?"))
}
