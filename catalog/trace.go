package catalog

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
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
	if err := c.expire(ctx, &t, cmp.Or(opt.AsOf, opt.Today)); err != nil {
		return nil, err
	}
	return &t, nil
}

// expire adds to a trace which of its documents came to the end that they name themselves by a day.
func (c *Catalog) expire(ctx context.Context, t *graph.Trace, on string) error {
	for _, n := range t.Nodes {
		if !n.Held {
			continue
		}
		d, err := c.store.Get(ctx, n.ID)
		if errors.Is(err, store.ErrNotFound) {
			continue // taken out since the graph was made
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", n.ID, err)
		}
		t.Expire(n.ID, coverage.Expires(d), on)
	}
	return nil
}

// Missing lists the documents that are cited and not held, those that most documents cite first.
func (c *Catalog) Missing(ctx context.Context) ([]graph.Wish, error) {
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	return g.Missing(), nil
}
