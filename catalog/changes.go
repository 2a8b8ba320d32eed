package catalog

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
)

// The clocks by which Changes can look back.
const (
	ByAdded  = "added"  // when the library took a document in
	ByIssued = "issued" // the day that a document bears; for a library that was filled at once
)

// LookBack is how many days Changes looks back unless it is told.
const LookBack = 30

// ErrBadClock is a clock that Changes does not know.
var ErrBadClock = errors.New("by is added or issued")

// ChangesRequest says from which day on changes are wanted.
type ChangesRequest struct {
	Since time.Time // the beginning of the first day; zero: LookBack days before AsOf
	AsOf  string    // the day at which the present is counted, ISO 8601
	By    string    // ByAdded, ByIssued; "": ByAdded
}

// Changes are what became different since a day.
type Changes struct {
	Since   string           `json:"since"` // ISO 8601
	AsOf    string           `json:"as_of"`
	By      string           `json:"by"`
	Added   []graph.Node     `json:"added"`   // new documents
	Updated []graph.Node     `json:"updated"` // documents of which another version came
	Removed []string         `json:"removed"` // ids of what was taken out
	Healed  []Healed         `json:"healed"`  // documents that others already cited, and that came
	Covered []Step           `json:"covered"` // assigned tasks that got further
	Overdue []coverage.Entry `json:"overdue"` // tasks whose unit fell behind since
}

// Healed is a document that was wanted and came.
type Healed struct {
	Document graph.Node `json:"document"`
	By       []string   `json:"by"` // ids of the earlier documents that cite it
}

// Step is a task that a unit has taken further.
type Step struct {
	coverage.Entry
	Before coverage.Status `json:"before"` // "" where the directive itself is new
}

// Further gives the tasks that got further as they stand now.
func (ch *Changes) Further() []coverage.Entry {
	out := make([]coverage.Entry, len(ch.Covered))
	for i, s := range ch.Covered {
		out[i] = s.Entry
	}
	return out
}

// Changes compares the library with what it was at the beginning of a day: a look back hides the documents and the
// decisions that came later. A decision that was changed since counts as made since.
// The last answers are kept until the library changes. Nothing may be written to an answer.
func (c *Catalog) Changes(ctx context.Context, q ChangesRequest) (*Changes, error) {
	seq, err := c.store.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("changes: %w", err)
	}
	return c.looks.once(seq, q, func() (*Changes, error) { return c.changes(ctx, seq, q) })
}

// changes works an answer out.
func (c *Catalog) changes(ctx context.Context, seq int64, q ChangesRequest) (*Changes, error) {
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	q.By = cmp.Or(q.By, ByAdded)
	if q.Since.IsZero() {
		last, err := time.ParseInLocation(time.DateOnly, q.AsOf, time.Local)
		if err != nil {
			return nil, fmt.Errorf("changes as of: %w", err)
		}
		q.Since = last.AddDate(0, 0, -LookBack)
	}
	came, err := c.came(ctx, g, q)
	if err != nil {
		return nil, err
	}
	out := &Changes{
		Since: q.Since.Format(time.DateOnly), AsOf: q.AsOf, By: q.By, Added: nodesOf(g, came.Added), Updated: nodesOf(g, came.Updated),
		Removed: append([]string{}, came.Removed...), Healed: []Healed{}, Covered: []Step{}, Overdue: []coverage.Entry{},
	}
	before := view{asOf: q.Since.AddDate(0, 0, -1).Format(time.DateOnly), hidden: map[string]bool{}}
	for _, id := range came.Added {
		before.hidden[id] = true
	}
	if q.By == ByAdded {
		before.spoken = func(d store.Decision) bool { return d.At.Before(q.Since) }
	}
	out.Healed = append(out.Healed, healed(g, came.Added, before)...)
	then, err := c.owedIn(ctx, g, before)
	if err != nil {
		return nil, err
	}
	now, err := c.owed(ctx, seq, "", q.AsOf)
	if err != nil {
		return nil, err
	}
	out.steps(then, now)
	return out, nil
}

// came gives the documents that came since, by the clock that was asked for.
func (c *Catalog) came(ctx context.Context, g *graph.Graph, q ChangesRequest) (store.Since, error) {
	switch q.By {
	case ByAdded:
		return c.store.Since(ctx, q.Since)
	case ByIssued:
		var out store.Since
		for _, n := range g.Nodes() {
			if n.Held && string(n.IssuedOn) >= q.Since.Format(time.DateOnly) && string(n.IssuedOn) <= q.AsOf {
				out.Added = append(out.Added, n.ID)
			}
		}
		return out, nil
	}
	return store.Since{}, fmt.Errorf("%q: %w", q.By, ErrBadClock)
}

// nodesOf gives the works of the documents, the earliest issued first. Copies of one work stand once.
func nodesOf(g *graph.Graph, ids []string) []graph.Node {
	out := []graph.Node{}
	seen := map[string]bool{}
	for _, id := range ids {
		if n := g.Node(id); n != nil && !seen[n.ID] {
			seen[n.ID] = true
			out = append(out, *n)
		}
	}
	slices.SortStableFunc(out, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(a.IssuedOn, b.IssuedOn), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// healed gives the new documents that earlier ones cite.
func healed(g *graph.Graph, added []string, before view) []Healed {
	var out []Healed
	for _, n := range nodesOf(g, added) {
		var by []string
		for _, l := range g.In(n.ID) {
			if l.State == graph.Resolved && l.In != n.ID && !before.hides(l.In) {
				by = append(by, l.In)
			}
		}
		if slices.Sort(by); len(by) > 0 {
			out = append(out, Healed{Document: n, By: slices.Compact(by)})
		}
	}
	return out
}

// cellKey names a cell across two reports of one directive.
type cellKey struct {
	directive, unit string
	task            int
}

// steps compares the cells of every directive then and now.
func (ch *Changes) steps(then, now owed) {
	was := map[cellKey]coverage.Entry{}
	for _, of := range then.directives {
		for _, e := range of {
			was[cellOf(e)] = e
		}
	}
	var l coverage.Ledger
	for _, of := range now.directives {
		l.Take(of, coverage.Selection{})
	}
	l.Close()
	for _, e := range l.Entries {
		before := was[cellOf(e)]
		if further(before.Cell.Status, e.Cell.Status) {
			ch.Covered = append(ch.Covered, Step{Entry: e, Before: before.Cell.Status})
		}
		if e.DueState() == coverage.Overdue && before.DueState() != coverage.Overdue {
			ch.Overdue = append(ch.Overdue, e)
		}
	}
}

func cellOf(e coverage.Entry) cellKey { return cellKey{e.Directive, e.Cell.Unit, e.Task.Index} }

// further tells whether a unit has come from one status to a plan or a report that it did not have.
func further(was, is coverage.Status) bool {
	return is == coverage.Reported && was != coverage.Reported || is == coverage.Planned && was != coverage.Planned && was != coverage.Reported
}
