package catalog

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
	"github.com/soichi/soichi/viet"
)

// The kinds under which decisions are stored.
const (
	evidenceDecision = "evidence" // keys: directive, task, document, quote
	linkDecision     = "link"     // keys: from, to
)

// ErrNothingToDecide says that no suggestion fits what a person wants to decide on.
var ErrNothingToDecide = errors.New("nothing of the kind is suggested")

// ErrBadDecision says that a decision lacks its person or a known verdict.
var ErrBadDecision = store.ErrBadDecision

// The verdicts of a person.
const (
	Confirmed = store.Confirmed
	Rejected  = store.Rejected
	Withdrawn = store.Withdrawn // the earlier verdict no longer holds
)

// Judgement is what a person says of a document as evidence for a task.
type Judgement struct {
	Directive string // reference to the directive
	Task      int    // index among its tasks
	Evidence  string // reference to the answering document
	// Quote picks the passages that hold these words, suggested or not; "" means the best one suggested where it is
	// confirmed, and all of them where it is rejected or withdrawn.
	Quote   string
	Verdict string // Confirmed, Rejected or Withdrawn
	Who     string
}

// Decide records a judgement and gives the passages that it is about. It is keyed by the letters of the two quotes, so
// that it holds after the documents are extracted anew.
func (c *Catalog) Decide(ctx context.Context, j Judgement) ([]coverage.Evidence, error) {
	d, _, err := c.held(ctx, j.Directive)
	if err != nil {
		return nil, err
	}
	e, _, err := c.held(ctx, j.Evidence)
	if err != nil {
		return nil, err
	}
	if j.Task < 0 || j.Task >= len(d.Tasks) {
		return nil, fmt.Errorf("task %d of %s, which has %d: %w", j.Task+1, j.Directive, len(d.Tasks), ErrNothingToDecide)
	}
	chosen, err := c.chosen(ctx, j, d, e)
	if err != nil {
		return nil, err
	}
	for _, p := range chosen {
		err := c.store.Decide(ctx, store.Decision{Kind: evidenceDecision, Verdict: j.Verdict, Who: j.Who, Keys: map[string]string{
			"directive": d.ID, "task": viet.Letters(d.Tasks[j.Task].Text), "document": e.ID, "quote": viet.Letters(p.Span.Exact),
		}})
		if err != nil {
			return nil, err
		}
	}
	return chosen, nil
}

// chosen gives the passages that a judgement is about, the best first.
func (c *Catalog) chosen(ctx context.Context, j Judgement, d, e *document.Document) ([]coverage.Evidence, error) {
	if j.Quote != "" {
		i := strings.Index(e.Text, j.Quote)
		if i < 0 {
			return nil, fmt.Errorf("%q in %s: %w", j.Quote, j.Evidence, ErrNothingToDecide)
		}
		span := document.NewRuler(e.Text).Span(document.Range{Start: i, End: i + len(j.Quote)})
		return []coverage.Evidence{{Document: e.ID, Span: span, TaskSpan: d.Tasks[j.Task].Span}}, nil
	}
	rep, err := c.Coverage(ctx, d.ID, EndOfTime)
	if err != nil {
		return nil, err
	}
	var out []coverage.Evidence
	for _, cell := range rep.Cells {
		for _, ev := range cell.Evidence {
			if cell.Task == j.Task && ev.Document == e.ID {
				out = append(out, ev)
			}
		}
	}
	switch {
	case len(out) == 0 && j.Verdict == store.Withdrawn:
		return c.decidedOn(ctx, d, e, j.Task)
	case len(out) == 0:
		return nil, fmt.Errorf("evidence of %s for task %d of %s: %w; quote the passage to decide on one that is not", j.Evidence, j.Task+1, j.Directive, ErrNothingToDecide)
	case j.Verdict == store.Confirmed:
		out = out[:1]
	}
	return out, nil
}

// EndOfTime is a day after which no document is dated: as of it, everything held is seen.
const EndOfTime = "9999-12-31"

// decidedOn gives the passages of a document that were decided on before, by their folded letters.
func (c *Catalog) decidedOn(ctx context.Context, d, e *document.Document, task int) ([]coverage.Evidence, error) {
	all, err := c.store.Decisions(ctx, evidenceDecision)
	if err != nil {
		return nil, err
	}
	var out []coverage.Evidence
	for _, k := range all {
		if k.Keys["directive"] == d.ID && k.Keys["document"] == e.ID && k.Keys["task"] == viet.Letters(d.Tasks[task].Text) {
			out = append(out, coverage.Evidence{Document: e.ID, Span: document.Span{Exact: k.Keys["quote"]}, TaskSpan: d.Tasks[task].Span})
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("task %d: %w: nothing was decided on it", task+1, ErrNothingToDecide)
	}
	return out, nil
}

// decided gives what persons said of evidence for the tasks of a directive, nil where nobody said anything. Of the
// decisions only those are seen that spoken takes; nil takes all.
func (c *Catalog) decided(ctx context.Context, directive string, spoken func(store.Decision) bool) (func(doc string) func(quote, task string) (coverage.Decision, bool), error) {
	all, err := c.store.Decisions(ctx, evidenceDecision)
	if err != nil {
		return nil, err
	}
	byDoc := map[string][]store.Decision{}
	for _, d := range all {
		if d.Keys["directive"] == directive && (spoken == nil || spoken(d)) {
			byDoc[d.Keys["document"]] = append(byDoc[d.Keys["document"]], d)
		}
	}
	if len(byDoc) == 0 {
		return nil, nil
	}
	return func(doc string) func(quote, task string) (coverage.Decision, bool) {
		of := byDoc[doc]
		if len(of) == 0 {
			return nil
		}
		return func(quote, task string) (coverage.Decision, bool) { return lastOn(of, quote, task) }
	}, nil
}

// lastOn gives the last of several decisions that is about a pair of quotes.
func lastOn(of []store.Decision, quote, task string) (coverage.Decision, bool) {
	var best *store.Decision
	for i, d := range of {
		if !sameWords(d.Keys["quote"], quote) || !sameWords(d.Keys["task"], task) {
			continue
		}
		if best == nil || d.At.After(best.At) {
			best = &of[i]
		}
	}
	if best == nil {
		return coverage.Decision{}, false
	}
	return coverage.Decision{Confirmed: best.Verdict == store.Confirmed, By: best.Who}, true
}

// shortest number of letters by which one passage is known in another.
const knownBy = 20

// sameWords tells whether a kept quote, folded, is the passage, or lies in it or around it: another extraction may cut a
// sentence elsewhere.
func sameWords(kept, passage string) bool {
	p := viet.Letters(passage)
	if kept == p {
		return true
	}
	return min(len(kept), len(p)) >= knownBy && (strings.Contains(p, kept) || strings.Contains(kept, p))
}

// Unlink undoes a link between two documents for good: no citation of the first will be taken for the second.
func (c *Catalog) Unlink(ctx context.Context, from, to, who string) error {
	a, err := c.Find(ctx, from)
	if err != nil {
		return err
	}
	b, err := c.Find(ctx, to)
	if err != nil {
		return err
	}
	g, err := c.Graph(ctx)
	if err != nil {
		return err
	}
	linked := false
	for _, l := range g.Of(a.ID) {
		linked = linked || l.State == graph.Resolved && (l.To == b.ID || l.From == b.ID)
	}
	if !linked || !b.Held {
		return fmt.Errorf("link from %s to %s: %w", from, to, ErrNothingToDecide)
	}
	return c.store.Decide(ctx, store.Decision{
		Kind: linkDecision, Verdict: store.Rejected, Who: who, Keys: map[string]string{"from": a.ID, "to": b.ID},
	})
}

// Relink takes back an Unlink: citations are decided again as if nobody had said anything.
func (c *Catalog) Relink(ctx context.Context, from, to, who string) error {
	a, err := c.Find(ctx, from)
	if err != nil {
		return err
	}
	b, err := c.Find(ctx, to)
	if err != nil {
		return err
	}
	undone, err := c.unlinked(ctx)
	if err != nil {
		return err
	}
	if !undone(a.ID, b.ID) {
		return fmt.Errorf("link from %s to %s was not undone: %w", from, to, ErrNothingToDecide)
	}
	return c.store.Decide(ctx, store.Decision{
		Kind: linkDecision, Verdict: store.Withdrawn, Who: who, Keys: map[string]string{"from": a.ID, "to": b.ID},
	})
}

// unlinked gives the links that persons undid.
func (c *Catalog) unlinked(ctx context.Context) (func(from, to string) bool, error) {
	all, err := c.store.Decisions(ctx, linkDecision)
	if err != nil {
		return nil, err
	}
	undone := map[[2]string]bool{}
	for _, d := range all {
		if d.Verdict == store.Rejected {
			undone[[2]string{d.Keys["from"], d.Keys["to"]}] = true
		}
	}
	return func(from, to string) bool { return undone[[2]string{from, to}] }, nil
}
