package catalog

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/store"
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
