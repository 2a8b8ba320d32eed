package catalog

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/soichi/soichi/store"
)

// Problem is a difference between what the library holds and what was derived from it.
type Problem struct {
	Part     string `json:"part"` // "source", "store", "index" or "graph"
	Document string `json:"document"`
	Detail   string `json:"detail"`
	// Repairable tells that a rebuild of index and graph mends it.
	Repairable bool `json:"repairable"`
}

// Verify compares sources, store, index and graph, and lists what differs. Without an index, that is the difference. Where
// the store's file is damaged nothing is compared with it.
func (c *Catalog) Verify(ctx context.Context) ([]Problem, error) {
	out := []Problem{}
	found, err := c.store.Verify(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the store: %w", err)
	}
	damaged := false
	for _, p := range found {
		out = append(out, Problem{Part: "store", Document: p.DocumentID, Detail: p.Detail})
		damaged = damaged || p.Code == store.ProblemFile
	}
	if damaged {
		return out, nil
	}
	for _, part := range []func(context.Context) ([]Problem, error){c.verifySources, c.verifyIndex, c.verifyGraph} {
		found, err := part(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// verifySources looks for files that were written to since they were read. One that is not there is no difference: its
// bytes are in the store, and a library may have been restored on another machine.
func (c *Catalog) verifySources(ctx context.Context) ([]Problem, error) {
	files, err := c.store.Files(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the sources: %w", err)
	}
	var out []Problem
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("verify the sources: %w", err)
		}
		info, err := os.Stat(f.Path)
		if err != nil || !info.Mode().IsRegular() || info.Size() == f.Size && info.ModTime().Equal(f.ModTime) {
			continue
		}
		if sum, err := hashOf(f.Path); err == nil && sum != f.SHA256 {
			out = append(out, Problem{Part: "source", Document: f.Document, Detail: f.Path + " has changed since it was read: ingest it again"})
		}
	}
	return out, nil
}

// hashOf gives the SHA-256 of a file.
func hashOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// verifyGraph looks for links that end nowhere, and compares the graph, which follows the library step by step, with one
// that is built from the store at once.
func (c *Catalog) verifyGraph(ctx context.Context) ([]Problem, error) {
	var out []Problem
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	for _, l := range g.Links() {
		if n := g.Node(l.To); n == nil {
			out = append(out, Problem{Part: "graph", Document: l.In, Detail: "a link ends at a document that is not there: " + l.To, Repairable: true})
		}
	}
	unlinked, err := c.unlinked(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the graph: %w", err)
	}
	fresh, err := c.build(ctx, unlinked)
	if err != nil {
		return nil, fmt.Errorf("verify the graph: %w", err)
	}
	for _, d := range g.Differ(fresh) {
		out = append(out, Problem{Part: "graph", Document: d.Document, Detail: d.Detail, Repairable: true})
	}
	return out, nil
}

// verifyIndex compares what is indexed with what is held.
func (c *Catalog) verifyIndex(ctx context.Context) ([]Problem, error) {
	if c.index == nil {
		return []Problem{{Part: "index", Detail: "the index is damaged or of another version", Repairable: true}}, nil
	}
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
	for _, id := range slices.Sorted(maps.Keys(indexed)) {
		out = append(out, Problem{Part: "index", Document: id, Detail: "indexed, but not held", Repairable: true})
	}
	if seq != last {
		return out, nil // the words of what is not yet indexed differ for that reason
	}
	words, err := c.verifyWords(ctx)
	return append(out, words...), err
}
