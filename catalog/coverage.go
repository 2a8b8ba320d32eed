package catalog

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/register"
)

// Coverage gives the tasks of a held directive by units as of a day (ISO 8601).
func (c *Catalog) Coverage(ctx context.Context, ref, asOf string) (*coverage.Report, error) {
	d, g, err := c.held(ctx, ref)
	if err != nil {
		return nil, err
	}
	return c.coverageOf(ctx, g, d, view{asOf: asOf})
}

// coverageOf gives the coverage of a directive as one sees it.
func (c *Catalog) coverageOf(ctx context.Context, g *graph.Graph, d *document.Document, v view) (*coverage.Report, error) {
	in, err := c.inputOf(ctx, g, d, v)
	if err != nil {
		return nil, err
	}
	rep := coverage.Compute(in)
	return &rep, nil
}

// inputOf collects what the coverage of a directive is computed from.
func (c *Catalog) inputOf(ctx context.Context, g *graph.Graph, d *document.Document, v view) (coverage.Input, error) {
	in := coverage.Input{Directive: d, AsOf: v.asOf, Force: forceOf(g, d, v.asOf), Bodies: bodies{c.bodies}}
	var err error
	if in.Answers, err = c.answers(ctx, g, d.ID); err != nil {
		return in, err
	}
	in.Answers = slices.DeleteFunc(in.Answers, func(a coverage.Answer) bool { return v.hides(a.Document.ID) })
	for _, id := range amendments(g, d.ID) {
		if v.hides(id) {
			continue
		}
		a, err := c.store.Get(ctx, id)
		if err != nil {
			return in, fmt.Errorf("read %s: %w", id, err)
		}
		in.Amendments = append(in.Amendments, a)
	}
	if in.Decided, err = c.decided(ctx, d.ID, v.spoken); err != nil {
		return in, err
	}
	return in, nil
}

// Candidates gives the pairs of passages and tasks that the coverage of a held directive as of a day rests on, worth
// suggesting or not.
func (c *Catalog) Candidates(ctx context.Context, ref, asOf string) ([]coverage.Candidate, error) {
	d, g, err := c.held(ctx, ref)
	if err != nil {
		return nil, err
	}
	in, err := c.inputOf(ctx, g, d, view{asOf: asOf})
	if err != nil {
		return nil, err
	}
	return coverage.Candidates(in), nil
}

// bodies is the register as coverage wants it.
type bodies struct{ *register.Register }

// Locate finds a body by name. A name that the register only guesses at, one letter off or out of its time, is no body.
func (b bodies) Locate(name, on string) (coverage.Place, bool) {
	found, sure := b.Find(name, on)
	if found == nil || sure < locateSure {
		return coverage.Place{}, false
	}
	return coverage.Place{Name: found.Name, Parent: found.Parent, Province: found.Province}, true
}

// locateSure is how sure the register must be of a name: its marks may be lost, no letter may differ.
const locateSure = 0.85

// amendments gives the held documents that amended, replaced or repealed a work, in order of id.
func amendments(g *graph.Graph, id string) []string {
	var out []string
	for _, l := range g.In(id) {
		if n := g.Node(l.From); changes(l.Relation) && n != nil && n.Held {
			out = append(out, n.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// answerDepth bounds how far an answer may be from the directive: a report on a plan that carries out a plan.
const answerDepth = 3

// answers collects the held documents that speak of a directive: those that cite it, those whose citation fits it among
// others, and those that answer such a document or an amendment of the directive.
func (c *Catalog) answers(ctx context.Context, g *graph.Graph, directive string) ([]coverage.Answer, error) {
	found := map[string]*coverage.Answer{}
	level := []string{directive}
	changed := amendments(g, directive)
	for depth := 0; depth < answerDepth && len(level) > 0; depth++ {
		before := len(found)
		next := c.answersTo(g, directive, level, depth, found)
		if depth == 0 {
			next = append(next, slices.DeleteFunc(slices.Clone(changed), func(id string) bool { return succeeds(g, id, directive) })...)
		}
		if len(found) == before && depth > 0 {
			break
		}
		level = next
	}
	c.carry(g, directive, found)
	for _, id := range changed {
		delete(found, id)
	}
	return c.load(ctx, found)
}

// carry adds the documents that answer a directive which this one replaced, unless they answer this one too.
func (c *Catalog) carry(g *graph.Graph, directive string, found map[string]*coverage.Answer) {
	for _, old := range g.Predecessors(directive) {
		answers := map[string]*coverage.Answer{}
		c.answersTo(g, old.ID, []string{old.ID}, 0, answers)
		for id, a := range answers {
			if id != directive && found[id] == nil {
				a.Carried = old.ID
				found[id] = a
			}
		}
	}
}

// succeeds tells whether a document took the place of a directive: what answers it does not answer the directive.
func succeeds(g *graph.Graph, id, directive string) bool {
	return slices.ContainsFunc(g.Successors(directive, ""), func(n *graph.Node) bool { return n.ID == id })
}

// forceOf says how a directive stands on a day, by what others say of it and by its own clause.
func forceOf(g *graph.Graph, d *document.Document, asOf string) coverage.Force {
	v := g.Validity(d.ID, asOf).Until(coverage.Expires(d), asOf)
	out := coverage.Force{State: string(v.State), On: v.On, By: v.By}
	if by := g.Node(string(v.By)); by != nil {
		out.Symbol = by.Symbol
	}
	for _, n := range g.Successors(d.ID, asOf) {
		out.Successors = append(out.Successors, n.ID)
	}
	return out
}

// answersTo adds the documents that answer those of one level, and returns the new ones in order of id.
func (c *Catalog) answersTo(g *graph.Graph, directive string, level []string, depth int, found map[string]*coverage.Answer) []string {
	var next []string
	for _, target := range level {
		for _, l := range incoming(g, target) {
			n := g.Node(l.In)
			if n == nil || n.ID == directive || n.ID == target || l.From != l.In || depth > 0 && !answering(l.Relation) || changes(l.Relation) {
				continue
			}
			a := found[n.ID]
			if a == nil {
				a = &coverage.Answer{Relation: l.Relation, Ambiguous: true}
				found[n.ID] = a
				next = append(next, n.ID)
				if depth > 0 {
					a.Via = []string{target}
				}
			}
			switch {
			case depth == 0 || len(a.Via) > 0:
				a.Relation = stronger(a.Relation, l.Relation)
				a.Ambiguous = a.Ambiguous && l.State != graph.Resolved
			default:
				continue // speaks of the directive itself: what it says of plans adds nothing
			}
			if depth > 0 && !slices.Contains(a.Via, target) {
				a.Via = append(a.Via, target)
			}
		}
	}
	slices.Sort(next)
	return next
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
