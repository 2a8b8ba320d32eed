package catalog

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
)

// LedgerRequest says whose tasks are wanted, and which.
type LedgerRequest struct {
	Unit     string // in any spelling that the register knows; "": every unit
	Document string // of one document only, by any reference; "": of all
	From, To string // the period in which the tasks fall due, both days included, ISO 8601; "": open
	State    string // a status or a due state of package coverage; "": any
	AsOf     string // ISO 8601
}

// accounts are the kinds of documents that tell what was done and give no tasks to others.
var accounts = []document.NullString{"bao_cao", "tin_bai", "bien_ban"}

// Ledger lists what one unit, or every unit, owes over all directives, decisions and plans that are held. A unit also owes
// what was given to the bodies whose work it took over. Every document with tasks is read, so the time grows with the
// library; the last answers are kept until the library changes. Nothing may be written to an answer.
func (c *Catalog) Ledger(ctx context.Context, q LedgerRequest) (*coverage.Ledger, error) {
	seq, err := c.store.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("duties: %w", err)
	}
	return c.ledgers.once(seq, q, func() (*coverage.Ledger, error) { return c.ledger(ctx, seq, q) })
}

// ledger works an answer out.
func (c *Catalog) ledger(ctx context.Context, seq int64, q LedgerRequest) (*coverage.Ledger, error) {
	all, err := c.owed(ctx, seq, q.Document, q.AsOf)
	if err != nil {
		return nil, err
	}
	l := &coverage.Ledger{
		AsOf: q.AsOf, Unit: document.NullString(q.Unit), From: document.NullString(q.From), To: document.NullString(q.To), Entries: []coverage.Entry{},
	}
	for _, of := range all.directives {
		s := coverage.Selection{From: q.From, To: q.To, State: q.State}
		if q.Unit != "" {
			s.Unit = c.sameUnit(q.Unit, string(of[0].IssuedOn))
		}
		l.Take(of, s)
	}
	l.Close()
	if len(l.Entries) == 0 {
		l.Nearest = nearest(q.Unit, all.named)
	}
	return l, nil
}

// owed is what all units owe, and whom directives name.
type owed struct {
	directives [][]coverage.Entry // by directive, in order of its id; those that give nobody a task are left out
	named      map[string]bool    // the units that are named, and whether something is expected of them
}

// owed gives what all units owe at a day under one document, or under all if ref is "". The whole is worked out once for all
// the lists that are cut out of it.
func (c *Catalog) owed(ctx context.Context, seq int64, ref, asOf string) (owed, error) {
	g, err := c.Graph(ctx)
	if err != nil {
		return owed{}, err
	}
	if ref != "" {
		n, err := c.Find(ctx, ref)
		if err != nil {
			return owed{}, err
		}
		return c.owedIn(ctx, g, view{asOf: asOf, only: n.ID})
	}
	return c.wholes.once(seq, asOf, func() (owed, error) { return c.owedIn(ctx, g, view{asOf: asOf}) })
}

// owedIn gives what all units owe in the library as one sees it.
func (c *Catalog) owedIn(ctx context.Context, g *graph.Graph, v view) (owed, error) {
	out := owed{named: map[string]bool{}}
	err := c.eachReport(ctx, g, v, func(n *graph.Node, r *coverage.Report) {
		var l coverage.Ledger
		if l.Add(r, n.Kind, n.IssuedOn, coverage.Selection{}); len(l.Entries) > 0 {
			out.directives = append(out.directives, l.Entries)
		}
		for _, u := range r.Units {
			out.named[u.Name] = out.named[u.Name] || u.Expected
		}
	})
	return out, err
}

// eachReport computes the coverage of every held document that gives tasks, some at once, and gives them to f one after the
// other, in order of id.
func (c *Catalog) eachReport(ctx context.Context, g *graph.Graph, v view, f func(*graph.Node, *coverage.Report)) error {
	var nodes []*graph.Node
	for _, n := range g.Nodes() {
		if n.Held && (v.only == "" || v.only == n.ID) && !slices.Contains(accounts, n.Kind) && string(n.IssuedOn) <= v.asOf && !v.hides(n.ID) {
			nodes = append(nodes, n)
		}
	}
	for batch := range slices.Chunk(nodes, 4*runtime.GOMAXPROCS(0)) {
		reports := make([]*coverage.Report, len(batch))
		work, ctx := errgroup.WithContext(ctx)
		work.SetLimit(runtime.GOMAXPROCS(0))
		for i, n := range batch {
			work.Go(func() (err error) {
				reports[i], err = c.reportOf(ctx, g, n.ID, v)
				return err
			})
		}
		if err := work.Wait(); err != nil {
			return err
		}
		for i, r := range reports {
			if r != nil {
				f(batch[i], r)
			}
		}
	}
	return nil
}

// reportOf computes the coverage of a held document, nil where it gives no tasks.
func (c *Catalog) reportOf(ctx context.Context, g *graph.Graph, id string, v view) (*coverage.Report, error) {
	d, err := c.store.Get(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	if len(d.Tasks) == 0 {
		return nil, nil
	}
	return c.coverageOf(ctx, g, d, v)
}

// sameUnit tells which names of a directive of a day mean a unit or a body whose work it took over.
func (c *Catalog) sameUnit(unit, on string) func(string) bool {
	names := []string{c.bodies.Canonical(unit, on)}
	if b, sure := c.bodies.Find(unit, ""); b != nil && sure >= locateSure {
		names = append(names, b.Name)
		for _, former := range c.bodies.Former(b) {
			names = append(names, former.Name)
		}
	}
	return func(name string) bool { return slices.Contains(names, c.bodies.Canonical(name, on)) }
}

// nearestKept bounds the names that are offered for one that was not found.
const nearestKept = 8

// nearest gives the expected units that hold all words of the one asked for, marks left aside.
func nearest(unit string, named map[string]bool) []string {
	words := strings.Fields(document.FoldASCII(unit))
	var out []string
	for name, expected := range named {
		folded := " " + document.FoldASCII(name) + " "
		if expected && len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, " "+w+" ") }) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), nearestKept)]
}

// view is the library as somebody sees it: counted at a day, and, for a look back, as it stood at a time.
type view struct {
	asOf   string                    // ISO 8601
	only   string                    // the id of the one directive that is looked at; "": all
	hidden map[string]bool           // ids of documents that were not held then
	spoken func(store.Decision) bool // whether a decision had been made then; nil: all are seen
}

func (v view) hides(id string) bool { return v.hidden[id] }
