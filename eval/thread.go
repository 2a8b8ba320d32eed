package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/viet"
)

// Library is what the scoring of a chain asks of a library that holds its documents and nothing else.
type Library interface {
	Graph(ctx context.Context) (*graph.Graph, error)
	Coverage(ctx context.Context, ref, asOf string) (*coverage.Report, error)
}

// Thread scores chains: links, roles of documents, alignments of tasks with passages, cells of coverage.
type Thread struct {
	*Scores
	// Suggestions are all judged pieces of evidence, for their calibration.
	Suggestions []Suggestion
}

// NewThread makes empty scores.
func NewThread() *Thread { return &Thread{Scores: NewScores(Exact)} }

// AddChain scores one chain. held gives its documents by file name.
func (t *Thread) AddChain(ctx context.Context, c Chain, held map[string]*document.Document, lib Library) error {
	g, err := lib.Graph(ctx)
	if err != nil {
		return err
	}
	n := names{chain: c, graph: g, held: held, file: map[string]string{}}
	for file, d := range held {
		n.file[d.ID] = file
	}
	t.links(n)
	for _, a := range c.Alignments {
		d := held[a.Directive]
		if d == nil {
			return fmt.Errorf("gold %s: no document %s", c.Name, a.Directive)
		}
		rep, err := lib.Coverage(ctx, d.ID, a.AsOf)
		if err != nil {
			return fmt.Errorf("coverage of %s: %w", a.Directive, err)
		}
		t.pairs(n, a, rep)
		t.cells(n, a, rep)
	}
	return nil
}

// names ties the ids of a library to the files of a chain.
type names struct {
	chain Chain
	graph *graph.Graph
	held  map[string]*document.Document
	file  map[string]string // by id
}

// of names what a link goes to as the reference does; copies go by the first of their list.
func (n names) of(l graph.Link) string {
	if l.State != graph.Resolved {
		if l.State == graph.Conflicting {
			return string(graph.Wanted)
		}
		return string(l.State)
	}
	return n.first(n.file[l.To])
}

func (n names) first(file string) string { return n.chain.First(file) }

// First gives the file that stands for all copies of a document.
func (c Chain) First(file string) string {
	for _, copies := range c.Copies {
		if slices.Contains(copies, file) {
			return copies[0]
		}
	}
	return file
}

// tally counts one judgement and keeps what is wrong.
func (t *Thread) tally(n names, field, where, want, got string) {
	c := t.count(field)
	switch {
	case want == got:
		c.Right++
		return
	case want == "":
		c.Wrong++
	case got == "":
		c.Missed++
	default:
		c.Wrong++
		c.Missed++
	}
	t.Differences = append(t.Differences, Difference{filepath.Base(n.chain.Name) + ": " + where, field, want, got})
}

// links compares what became of the mentions of each symbol, and the roles that documents have for each other.
func (t *Thread) links(n names) {
	type end struct{ from, symbol string }
	wanted := map[end]bool{}
	for _, want := range n.chain.Links {
		d := n.held[want.From]
		if d == nil {
			t.tally(n, "links.resolved", want.From, want.To, "")
			continue
		}
		if want.Rejected {
			if to := n.held[want.To]; to != nil && n.linked(d.ID, to.ID) {
				t.tally(n, "links.resolved", want.From, "", want.To)
			}
			continue
		}
		wanted[end{n.first(want.From), document.FoldSymbol(want.Symbol)}] = true
		field := "links.resolved"
		if want.To == string(graph.Wanted) || want.To == string(graph.Ambiguous) {
			field = "links.open"
		}
		where := want.From + ": " + want.Symbol
		got := map[string]bool{}
		for _, l := range n.graph.Of(n.graph.Work(d.ID)) {
			if document.FoldSymbol(n.symbol(l)) == document.FoldSymbol(want.Symbol) {
				got[n.of(l)] = true
			}
		}
		if len(got) == 0 {
			t.tally(n, field, where, want.To, "")
		}
		for to := range got {
			t.tally(n, field, where, want.To, to)
		}
		t.tally(n, "links.role", where, string(want.Relation), string(n.role(d.ID, want)))
	}
	if n.chain.Partial {
		return
	}
	for _, l := range n.graph.Links() {
		from := n.first(n.file[l.In])
		if l.State == graph.Resolved && !wanted[end{from, document.FoldSymbol(n.symbol(l))}] {
			t.tally(n, "links.resolved", from+": "+l.Span.Exact, "", n.of(l))
		}
	}
}

// linked tells whether a mention in a document has become another one.
func (n names) linked(from, to string) bool {
	return slices.ContainsFunc(n.graph.Out(n.graph.Work(from)), func(l graph.Link) bool {
		return l.State == graph.Resolved && l.To == n.graph.Work(to)
	})
}

// symbol gives the number that the mention of a link bears.
func (n names) symbol(l graph.Link) string {
	d := n.held[n.file[l.In]]
	return string(d.Citations[l.Citation].Symbol)
}

// role gives the strongest relation from a document to the one that the reference names.
func (n names) role(id string, want GoldLink) document.Relation {
	order := document.Relations()
	best := len(order)
	for _, l := range n.graph.Out(id) {
		if to := n.graph.Node(l.To); to != nil && document.FoldSymbol(string(to.Symbol)) == document.FoldSymbol(want.Symbol) {
			best = min(best, slices.Index(order, l.Relation))
		}
	}
	if best == len(order) {
		return ""
	}
	return order[best]
}

// pairs compares the suggestions for a directive with the list of what is true.
func (t *Thread) pairs(n names, a GoldAlignment, rep *coverage.Report) {
	found := make([]bool, len(a.Pairs))
	for _, e := range suggestions(rep) {
		right := -1
		for _, i := range a.meant(rep.Tasks[e.task], n.first(n.file[e.Document]), e.Span.Exact) {
			found[i] = true
			if right < 0 || !a.Pairs[i].Optional {
				right = i
			}
		}
		if right < 0 && !n.chain.Partial {
			t.suggested(n, a, rep, e, GoldPair{Rejected: true})
		} else if right >= 0 && !a.Pairs[right].Optional {
			t.suggested(n, a, rep, e, a.Pairs[right])
		}
	}
	for i, p := range a.Pairs {
		if p.Optional || p.Rejected {
			continue
		}
		got := ""
		if found[i] {
			got = p.Quote
		}
		t.tally(n, "alignments", a.Directive+" "+p.Task+" ← "+p.Document, p.Quote, got)
	}
}

// suggested judges a suggestion by the pair that it is; one that is in no list counts as rejected.
func (t *Thread) suggested(n names, a GoldAlignment, rep *coverage.Report, e suggestion, p GoldPair) {
	where := a.Directive + " " + string(rep.Tasks[e.task].Section) + " ← " + n.first(n.file[e.Document])
	t.Suggestions = append(t.Suggestions, Suggestion{Score: e.Score, Right: !p.Rejected})
	switch {
	case p.Rejected:
		t.tally(n, "alignments", where, "", e.Span.Exact)
	case !n.chain.Partial: // a person who confirms does not say what the passage is, nor of how much
		t.tally(n, "alignments.role", where+" "+p.Quote, string(p.Role), string(e.Role))
		t.tally(n, "alignments.part", where+" "+p.Quote, part(p.Partial), part(e.Partial))
	}
}

// meant gives the pairs of the reference that a passage of a file and a task are.
func (a GoldAlignment) meant(task coverage.Task, file, quote string) []int {
	var out []int
	for i, p := range a.Pairs {
		if p.of(task) && p.Document == file && sameQuote(p.Quote, quote) {
			out = append(out, i)
		}
	}
	return out
}

// Judge tells whether a passage of a file takes up a task, where the list of pairs is complete; judged is false for a
// passage that may be given or left out.
func (a GoldAlignment) Judge(task coverage.Task, file, quote string) (right, judged bool) {
	meant := a.meant(task, file, quote)
	for _, i := range meant {
		judged = judged || !a.Pairs[i].Optional
		right = right || !a.Pairs[i].Optional && !a.Pairs[i].Rejected
	}
	return right, judged || len(meant) == 0
}

// part names how much of a task a passage takes up.
func part(partial bool) string {
	if partial {
		return "part"
	}
	return "all"
}

// suggestion is a piece of evidence with its task.
type suggestion struct {
	task int
	coverage.Evidence
}

// suggestions gives the pieces of evidence of a report, each once.
func suggestions(rep *coverage.Report) []suggestion {
	type key struct {
		task     int
		document string
		start    int
	}
	seen := map[key]bool{}
	var out []suggestion
	for _, c := range rep.Cells {
		for _, e := range c.Evidence {
			if k := (key{c.Task, e.Document, e.Span.Start}); !seen[k] {
				seen[k] = true
				out = append(out, suggestion{c.Task, e})
			}
		}
	}
	return out
}

// sameQuote tells whether one of two quotes lies in the other.
func sameQuote(a, b string) bool {
	a, b = strings.ToLower(squeeze(a)), strings.ToLower(squeeze(b))
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// cells compares the listed cells, each part of a cell by itself.
func (t *Thread) cells(n names, a GoldAlignment, rep *coverage.Report) {
	for _, want := range a.Cells {
		where := a.Directive + " " + want.Task + " × " + want.Unit
		i := cellOf(rep, want)
		if i < 0 {
			t.tally(n, "cells.status", where, string(want.Status), "")
			continue
		}
		c := rep.Cells[i]
		t.tally(n, "cells.status", where, string(want.Status), string(c.Status))
		t.tally(n, "cells.due", where, orNone(want.Due), orNone(c.DueState))
		if want.AsAmended != nil {
			t.tally(n, "cells.due", where+" as amended", orNone(*want.AsAmended), orNone(c.DueStateAsAmended))
		}
		if want.Flags != nil {
			slices.Sort(want.Flags)
			slices.Sort(c.Flags)
			t.tally(n, "cells.flags", where, fmt.Sprint(want.Flags), fmt.Sprint(c.Flags))
		}
	}
}

// cellOf finds the cell of a unit for a section. Where a section holds tasks for several units, the unit's own is meant.
func cellOf(rep *coverage.Report, want GoldCell) int {
	named := func(c coverage.Cell) bool {
		return viet.Letters(c.Unit) == viet.Letters(want.Unit) && string(rep.Tasks[c.Task].Section) == want.Task
	}
	own := slices.IndexFunc(rep.Cells, func(c coverage.Cell) bool { return named(c) && c.Assigned })
	if own >= 0 {
		return own
	}
	return slices.IndexFunc(rep.Cells, named)
}

func orNone(d coverage.DueState) string {
	if d == "" {
		return "none"
	}
	return string(d)
}
