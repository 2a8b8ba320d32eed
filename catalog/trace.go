package catalog

import (
	"context"

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
