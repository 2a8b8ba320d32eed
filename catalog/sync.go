package catalog

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

// changesAtOnce bounds the changes that one step of Sync takes: their texts are in memory together.
const changesAtOnce = 500

// Sync brings the index up to the store's last change. It is cheap where nothing changed.
func (c *Catalog) Sync(ctx context.Context) error {
	for {
		seq, err := c.index.Seq()
		if err != nil {
			return fmt.Errorf("follow the library's changes: %w", err)
		}
		changes, err := c.store.Changes(ctx, seq, changesAtOnce)
		if err != nil {
			return fmt.Errorf("follow the library's changes: %w", err)
		}
		if len(changes) == 0 {
			return nil
		}
		if err := c.apply(ctx, changes); err != nil {
			return err
		}
	}
}

// apply puts a run of changes into the index: of each document only its last state counts.
func (c *Catalog) apply(ctx context.Context, changes []store.Change) error {
	var puts []index.Doc
	var gone []string
	seen := map[string]bool{}
	for _, ch := range changes {
		if seen[ch.DocumentID] {
			continue
		}
		seen[ch.DocumentID] = true
		d, err := c.store.Get(ctx, ch.DocumentID)
		switch {
		case errors.Is(err, store.ErrNotFound):
			gone = append(gone, ch.DocumentID)
		case err != nil:
			return fmt.Errorf("index %s: %w", ch.DocumentID, err)
		default:
			puts = append(puts, indexed(c.bodies, d))
		}
	}
	if err := c.index.Apply(ctx, puts, gone, changes[len(changes)-1].Seq); err != nil {
		return fmt.Errorf("index %d documents: %w", len(puts), err)
	}
	return nil
}

// Documents goes over every held document as the index wants it, for a rebuild.
func Documents(ctx context.Context, s *store.Store, bodies *register.Register) iter.Seq2[index.Doc, error] {
	return func(yield func(index.Doc, error) bool) {
		for card, err := range s.Cards(ctx) {
			if err != nil {
				yield(index.Doc{}, err)
				return
			}
			d, err := s.Get(ctx, card.ID)
			if err != nil {
				yield(index.Doc{}, fmt.Errorf("read %s: %w", card.ID, err))
				return
			}
			if !yield(indexed(bodies, d), nil) {
				return
			}
		}
	}
}

// nodeOf gives a document's identity in the form that lists show.
func nodeOf(d *document.Document) graph.Node {
	card := graph.CardOf(d)
	return graph.Node{
		ID: d.ID, Held: true, Symbol: document.NullString(card.Symbol), Kind: document.NullString(card.Kind),
		Issuer: document.NullString(card.Issuer), IssuedOn: document.NullString(card.IssuedOn), Title: document.NullString(card.Title), URN: d.URN,
	}
}
