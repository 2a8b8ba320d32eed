package catalog

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

// Catalog answers questions about a library. It is safe for concurrent use.
type Catalog struct {
	store  *store.Store
	index  *index.Index
	bodies *register.Register

	mu    sync.Mutex // guards graph and seq while a new graph is built
	graph *graph.Graph
	seq   int64

	suggestions suggestions
	ledgers     kept[LedgerRequest, *coverage.Ledger]
	wholes      kept[string, owed] // by the day at which they are counted
	looks       kept[ChangesRequest, *Changes]
	stated      kept[struct{}, map[string]string] // the states of documents
}

// New joins an open store, its index and the register of bodies. The caller closes them.
func New(s *store.Store, x *index.Index, bodies *register.Register) *Catalog {
	return &Catalog{store: s, index: x, bodies: bodies, seq: -1}
}

// Graph gives the links as of the last change in the store.
func (c *Catalog) Graph(ctx context.Context) (*graph.Graph, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	last, err := c.store.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("follow the library's changes: %w", err)
	}
	if c.graph != nil && last == c.seq {
		return c.graph, nil
	}
	unlinked, err := c.unlinked(ctx)
	if err != nil {
		return nil, fmt.Errorf("link documents: %w", err)
	}
	if c.graph == nil || last-c.seq > changesAtOnce {
		c.graph, err = c.build(ctx, unlinked)
	} else {
		err = c.linkChanged(ctx, unlinked)
	}
	if err != nil {
		return nil, fmt.Errorf("link documents: %w", err)
	}
	c.seq = last
	return c.graph, nil
}

// build makes the graph from every document.
func (c *Catalog) build(ctx context.Context, unlinked func(from, to string) bool) (*graph.Graph, error) {
	return graph.BuildFrom(func(yield func(graph.Card, error) bool) {
		for card, err := range c.store.Cards(ctx) {
			if !yield(cardOf(card), err) {
				return
			}
		}
	}, c.bodies, unlinked)
}

// linkChanged brings the graph up to the store's last change.
func (c *Catalog) linkChanged(ctx context.Context, unlinked func(from, to string) bool) error {
	changed, err := c.store.Changes(ctx, c.seq, changesAtOnce)
	if err != nil {
		return err
	}
	gone := map[string]bool{}
	for _, ch := range changed {
		gone[ch.DocumentID] = true
	}
	var put []graph.Card
	for card, err := range c.store.CardsOf(ctx, slices.Collect(maps.Keys(gone))) {
		if err != nil {
			return err
		}
		put = append(put, cardOf(card))
		delete(gone, card.ID)
	}
	c.graph.Update(put, slices.Collect(maps.Keys(gone)), unlinked)
	return nil
}

func cardOf(c store.Card) graph.Card {
	return graph.Card{
		ID: c.ID, Path: c.Path, Size: c.Size, Kind: c.Kind, Symbol: c.Symbol, Issuer: c.Issuer,
		IssuedOn: c.IssuedOn, Title: c.Title, URN: c.URN, Citations: c.Citations,
	}
}

// Find gives the node that a reference means: an id, a symbol in any spelling, or a path that was ingested. A symbol
// means a held document before a cited one; several of either give an *AmbiguousError.
func (c *Catalog) Find(ctx context.Context, ref string) (*graph.Node, error) {
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	if n := g.Node(ref); n != nil {
		return n, nil
	}
	for _, p := range paths(ref) {
		id, err := c.store.FindByPath(ctx, p)
		if err == nil {
			return g.Node(id), nil
		}
		if !errors.Is(err, store.ErrNotFound) {
			return nil, fmt.Errorf("find %s: %w", ref, err)
		}
	}
	var held, cited []*graph.Node
	folded := document.FoldSymbol(ref)
	for _, n := range g.Nodes() {
		switch {
		case n.Symbol == "" || document.FoldSymbol(string(n.Symbol)) != folded:
		case n.Held:
			held = append(held, n)
		default:
			cited = append(cited, n)
		}
	}
	for _, found := range [][]*graph.Node{held, cited} {
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return nil, &AmbiguousError{Ref: ref, Candidates: found}
		}
	}
	return nil, fmt.Errorf("%q: %w", ref, ErrNotFound)
}

// paths gives the forms in which a path may have been recorded.
func paths(ref string) []string {
	abs, err := filepath.Abs(ref)
	if err != nil || abs == ref {
		return []string{ref}
	}
	return []string{ref, abs}
}

// held gives a held document by reference.
func (c *Catalog) held(ctx context.Context, ref string) (*document.Document, *graph.Graph, error) {
	n, err := c.Find(ctx, ref)
	if err != nil {
		return nil, nil, err
	}
	if !n.Held {
		return nil, nil, &NotHeldError{Node: n}
	}
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, nil, err
	}
	d, err := c.store.Get(ctx, n.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", n.ID, err)
	}
	return d, g, nil
}
