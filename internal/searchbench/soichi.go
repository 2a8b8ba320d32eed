package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
)

// buildIndex makes the index of n documents in dir.
func buildIndex(ctx context.Context, g *generator, n int, dir string) (build, error) {
	b := build{docs: n}
	var making time.Duration
	docs := func(yield func(index.Doc, error) bool) {
		for i := range n {
			at := time.Now()
			d := g.doc(i)
			b.text += textSize(d)
			making += time.Since(at)
			if !yield(d, nil) {
				return
			}
		}
	}
	stop, cpu, start := watchMemory(), processor(), time.Now()
	if err := index.Rebuild(ctx, dir, index.Options{}, docs, 1); err != nil {
		return b, err
	}
	b.wall, b.cpu, b.memory = time.Since(start)-making, processor()-cpu, stop()
	size, err := folderSize(filepath.Join(dir, "work")) // the snapshot is links to the same files
	b.size = size
	return b, err
}

func textSize(d index.Doc) int64 { return int64(len(d.Title) + len(d.Body)) }

// passagesShown is the number of passages of a hit, as the program shows them.
const passagesShown = 2

// askIndex answers one query; marked asks for the passages of the hits too.
func askIndex(ctx context.Context, x *index.Index, text func(context.Context, string) (index.Doc, error), q string, marked bool) error {
	n, err := query.Parse(q)
	if err != nil {
		return fmt.Errorf("query %s: %w", q, err)
	}
	r, err := x.Search(ctx, index.Request{Query: n})
	if err != nil || !marked {
		return err
	}
	for _, h := range r.Hits {
		d, err := text(ctx, h.ID)
		if err != nil {
			return err
		}
		index.Passages(d.Body, n, passagesShown)
	}
	return nil
}
