package catalog

import (
	"context"
	"fmt"
)

// Problem is a difference between what the library holds and what was derived from it.
type Problem struct {
	Part     string `json:"part"` // "store", "index" or "graph"
	Document string `json:"document"`
	Detail   string `json:"detail"`
	// Repairable tells that a rebuild of index and graph mends it.
	Repairable bool `json:"repairable"`
}

// Verify compares sources, store, index and graph, and lists what differs.
func (c *Catalog) Verify(ctx context.Context) ([]Problem, error) {
	out := []Problem{}
	found, err := c.store.Verify(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the store: %w", err)
	}
	for _, p := range found {
		out = append(out, Problem{Part: "store", Document: p.DocumentID, Detail: p.Detail})
	}
	inIndex, err := c.verifyIndex(ctx)
	if err != nil {
		return nil, err
	}
	out = append(out, inIndex...)
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	for _, l := range g.Links() {
		if n := g.Node(l.To); n == nil {
			out = append(out, Problem{Part: "graph", Document: l.In, Detail: "a link ends at a document that is not there: " + l.To, Repairable: true})
		}
	}
	return out, nil
}

// verifyIndex compares what is indexed with what is held.
func (c *Catalog) verifyIndex(ctx context.Context) ([]Problem, error) {
	var out []Problem
	seq, err := c.index.Seq()
	if err != nil {
		return nil, fmt.Errorf("verify the index: %w", err)
	}
	last, err := c.store.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the index: %w", err)
	}
	if seq != last {
		out = append(out, Problem{Part: "index", Detail: fmt.Sprintf("the index has come to change %d of %d", seq, last), Repairable: true})
	}
	indexed, err := c.index.IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the index: %w", err)
	}
	for card, err := range c.store.Cards(ctx) {
		if err != nil {
			return nil, fmt.Errorf("verify the index: %w", err)
		}
		if !indexed[card.ID] {
			out = append(out, Problem{Part: "index", Document: card.ID, Detail: "held, but not indexed", Repairable: true})
		}
		delete(indexed, card.ID)
	}
	for id := range indexed {
		out = append(out, Problem{Part: "index", Document: id, Detail: "indexed, but not held", Repairable: true})
	}
	return out, nil
}
