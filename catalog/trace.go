package catalog

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// Trace gives the chain around a document, which may be one that is only cited.
func (c *Catalog) Trace(ctx context.Context, ref string, opt graph.TraceOptions) (*graph.Trace, error) {
	n, err := c.Find(ctx, ref)
	if err != nil {
		return nil, err
	}
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	t := g.Trace(n.ID, opt)
	return &t, nil
}

// Missing lists the documents that are cited and not held, those that most documents cite first.
func (c *Catalog) Missing(ctx context.Context) ([]graph.Wish, error) {
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	return g.Missing(), nil
}

// Coverage gives the tasks of a held directive by units as of a day (ISO 8601).
func (c *Catalog) Coverage(ctx context.Context, ref, asOf string) (*coverage.Report, error) {
	d, g, err := c.held(ctx, ref)
	if err != nil {
		return nil, err
	}
	answers, err := c.answers(ctx, g, d.ID)
	if err != nil {
		return nil, err
	}
	rep := coverage.Compute(coverage.Input{
		Directive: d, Answers: answers, Amended: amendments(g, d.ID), AsOf: asOf, Bodies: c.bodies,
	})
	return &rep, nil
}

// amendments gives the days on which held documents amended, replaced or repealed a work.
func amendments(g *graph.Graph, id string) []string {
	var out []string
	for _, l := range g.In(id) {
		if n := g.Node(l.From); (l.Relation == document.Amends || l.Relation == document.Replaces || l.Relation == document.Repeals) && n != nil && n.IssuedOn != "" {
			out = append(out, string(n.IssuedOn))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// answerDepth bounds how far an answer may be from the directive: a report on a plan that carries out a plan.
const answerDepth = 3

// answers collects the held documents that speak of a directive: those that cite it, those whose citation fits it among
// others, and those that answer such a document.
func (c *Catalog) answers(ctx context.Context, g *graph.Graph, directive string) ([]coverage.Answer, error) {
	found := map[string]*coverage.Answer{}
	level := []string{directive}
	for depth := 0; depth < answerDepth && len(level) > 0; depth++ {
		var next []string
		for _, target := range level {
			for _, l := range incoming(g, target) {
				n := g.Node(l.In)
				if n == nil || n.ID == directive || l.From != l.In || (depth > 0 && !answering(l.Relation)) || changes(l.Relation) {
					continue
				}
				a := found[n.ID]
				if a == nil {
					a = &coverage.Answer{Relation: l.Relation, Ambiguous: l.State != graph.Resolved}
					if depth > 0 {
						a.Via = target
					}
					found[n.ID] = a
					next = append(next, n.ID)
				}
				if a.Via == "" || depth > 0 {
					a.Relation = stronger(a.Relation, l.Relation)
					a.Ambiguous = a.Ambiguous && l.State != graph.Resolved
				}
			}
		}
		level = next
	}
	return c.load(ctx, found)
}

// load reads the documents of the answers, in order of id.
func (c *Catalog) load(ctx context.Context, found map[string]*coverage.Answer) ([]coverage.Answer, error) {
	ids := make([]string, 0, len(found))
	for id := range found {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	out := make([]coverage.Answer, 0, len(ids))
	for _, id := range ids {
		d, err := c.store.Get(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", id, err)
		}
		a := *found[id]
		a.Document = d
		out = append(out, a)
	}
	return out, nil
}

// incoming gives the links to a work, and the undecided ones that may mean it.
func incoming(g *graph.Graph, id string) []graph.Link { return append(g.In(id), g.Maybe(id)...) }

// answering tells whether a relation to a plan makes a document answer what the plan answers.
func answering(r document.Relation) bool {
	return r == document.Implements || r == document.ReportsOn || r == document.Guides || r == document.BasedOn || r == document.AttachedTo
}

// changes tells whether a document changes the directive rather than answers it.
func changes(r document.Relation) bool {
	return r == document.Amends || r == document.Replaces || r == document.Repeals
}

func stronger(a, b document.Relation) document.Relation {
	order := document.Relations()
	return slices.MinFunc([]document.Relation{a, b}, func(x, y document.Relation) int {
		return cmp.Compare(slices.Index(order, x), slices.Index(order, y))
	})
}
