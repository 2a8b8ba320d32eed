package catalog

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
	"github.com/soichi/soichi/viet"
)

// GoldFile is a reference extraction made of what persons said of one document, and the file it was made from.
type GoldFile struct {
	ID     string
	Gold   map[string]any // as `soichi eval` reads it; speaks of the corrected fields alone
	Source *Source
}

// Gold makes reference extractions of all corrections that hold. Of tasks it speaks only of those that a person touched,
// and says so with "partial".
func (c *Catalog) Gold(ctx context.Context) ([]GoldFile, error) {
	all, err := c.Corrections(ctx, "")
	if err != nil {
		return nil, err
	}
	byDocument := map[string][]Correction{}
	var order []string
	for _, k := range all {
		if byDocument[k.DocumentID] == nil {
			order = append(order, k.DocumentID)
		}
		byDocument[k.DocumentID] = append(byDocument[k.DocumentID], k)
	}
	var out []GoldFile
	for _, id := range order {
		kept := holding(byDocument[id])
		d, err := c.store.Get(ctx, id)
		if errors.Is(err, store.ErrNotFound) || len(kept) == 0 {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", id, err)
		}
		g := GoldFile{ID: id}
		if g.Source, err = c.Source(ctx, id); err != nil {
			return nil, err
		}
		g.Gold = goldOf(d, kept)
		out = append(out, g)
	}
	return out, nil
}

// Judged is what persons decided on evidence and links, in the words of the documents, with the documents that are needed
// to find the same suggestions again.
type Judged struct {
	Pairs     []JudgedPair
	Unlinked  [][2]string        // ids: no citation of the first is the second
	Documents map[string]*Source // by id
}

// JudgedPair is a passage and a task, and whether a person confirmed or rejected that the one takes up the other.
type JudgedPair struct {
	Directive, Document  string // ids
	Section, Task, Quote string
	Rejected             bool
}

// Judged gives all decisions that hold, sorted by directive, document and quote. One whose words no longer stand in the
// documents is left out.
func (c *Catalog) Judged(ctx context.Context) (*Judged, error) {
	all, err := c.store.Decisions(ctx, evidenceDecision)
	if err != nil {
		return nil, err
	}
	j := &Judged{Documents: map[string]*Source{}}
	for _, k := range all {
		p, ok, err := c.judgedPair(ctx, k)
		if err != nil {
			return nil, err
		}
		if ok {
			j.Pairs = append(j.Pairs, p)
		}
	}
	slices.SortStableFunc(j.Pairs, func(a, b JudgedPair) int {
		return cmp.Or(cmp.Compare(a.Directive, b.Directive), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Quote, b.Quote))
	})
	links, err := c.store.Decisions(ctx, linkDecision)
	if err != nil {
		return nil, err
	}
	for _, k := range links {
		j.Unlinked = append(j.Unlinked, [2]string{k.Keys["from"], k.Keys["to"]})
	}
	return j, c.gather(ctx, j)
}

// judgedPair finds the words of a decision in its documents.
func (c *Catalog) judgedPair(ctx context.Context, k store.Decision) (p JudgedPair, ok bool, err error) {
	p = JudgedPair{Directive: k.Keys["directive"], Document: k.Keys["document"], Rejected: k.Verdict == store.Rejected}
	d, err := c.store.Get(ctx, p.Directive)
	if err == nil {
		var e *document.Document
		if e, err = c.store.Get(ctx, p.Document); err == nil {
			var start, end int
			start, end, ok = viet.Find(e.Text, k.Keys["quote"])
			p.Quote = e.Text[start:end]
		}
	}
	if errors.Is(err, store.ErrNotFound) {
		return p, false, nil
	}
	if err != nil || !ok {
		return p, false, err
	}
	i := slices.IndexFunc(d.Tasks, func(t document.Task) bool { return sameWords(k.Keys["task"], t.Text) })
	if i < 0 {
		return p, false, nil
	}
	p.Section, p.Task = string(d.Tasks[i].Section), d.Tasks[i].Text
	return p, true, nil
}

// gather takes in the sources of all documents that decisions speak of and of the chains around the directives.
func (c *Catalog) gather(ctx context.Context, j *Judged) error {
	g, err := c.Graph(ctx)
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, p := range j.Pairs {
		wanted[p.Document] = true
		for _, n := range g.Trace(p.Directive, graph.TraceOptions{}).Nodes {
			wanted[n.ID] = wanted[n.ID] || n.Held
		}
	}
	for _, l := range j.Unlinked {
		wanted[l[0]], wanted[l[1]] = true, true
	}
	for id, is := range wanted {
		if !is {
			continue
		}
		s, err := c.Source(ctx, id)
		if errors.Is(err, store.ErrNotFound) || errors.Is(err, ErrNotFound) {
			continue // taken out since
		}
		if err != nil {
			return err
		}
		j.Documents[id] = s
	}
	return nil
}

// goldOf writes the corrected fields of a document in the plain shape of a reference.
func goldOf(d *document.Document, kept []Correction) map[string]any {
	gold := map[string]any{}
	var tasks []any
	for _, k := range kept {
		if _, words, ok := store.CutTaskField(k.Field); ok {
			if i := store.TaskOf(d, words); i >= 0 && !slices.ContainsFunc(tasks, func(t any) bool { return t.(document.Task).Text == d.Tasks[i].Text }) {
				tasks = append(tasks, d.Tasks[i])
			}
			continue
		}
		gold[k.Field] = plain(d, k.Field)
	}
	if tasks != nil && gold["tasks"] == nil {
		gold["tasks"], gold["partial"] = tasks, true
	}
	return gold
}

// plain gives a field as a reference has it: a single field without its evidence.
func plain(d *document.Document, field string) any {
	value := func(f *document.Field) any {
		if f == nil {
			return nil
		}
		return f.Value
	}
	switch field {
	case "kind":
		if d.Kind == nil {
			return nil
		}
		return d.Kind.Value
	case "issuer":
		if d.Issuer == nil {
			return nil
		}
		return d.Issuer.Value
	case "signer":
		if d.Signer == nil {
			return nil
		}
		return map[string]any{"value": d.Signer.Value, "position": d.Signer.Position, "authority": d.Signer.Authority}
	case "recipients":
		return d.Recipients
	case "themes":
		return d.Themes
	case "citations":
		return d.Citations
	case "tasks":
		return d.Tasks
	case "results":
		return d.Results
	}
	return value(map[string]*document.Field{"symbol": d.Symbol, "issued_on": d.IssuedOn, "place": d.Place, "title": d.Title, "urgency": d.Urgency}[field])
}
