package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"

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
	stop, cpu, start := watchMemory(), worked(unix.CLOCK_PROCESS_CPUTIME_ID), time.Now()
	if err := index.Rebuild(ctx, dir, index.Options{}, docs, 1); err != nil {
		return b, err
	}
	b.wall, b.cpu, b.memory = time.Since(start)-making, worked(unix.CLOCK_PROCESS_CPUTIME_ID)-cpu, stop()
	size, err := folderSize(filepath.Join(dir, "work")) // the snapshot is links to the same files
	b.size = size
	return b, err
}

func textSize(d index.Doc) int64 { return int64(len(d.Title) + len(d.Body)) }

// What the program shows: passages of a hit, and suggestions.
const (
	passagesShown = 2
	suggestions   = 8
)

// ours is the index, ready to be asked.
type ours struct {
	index   *index.Index
	suggest *index.Suggester
	text    func(context.Context, string) (index.Doc, error)
}

// openIndex opens the index and reads what is read at the first search; suggestions are the titles.
func openIndex(ctx context.Context, g *generator, n int, dir string, text func(context.Context, string) (index.Doc, error)) (*ours, error) {
	x, err := index.Open(ctx, dir, index.Options{Text: text})
	if err != nil {
		return nil, err
	}
	titles := make([]index.Suggestion, 0, n)
	for i := range n {
		d := g.doc(i)
		titles = append(titles, index.Suggestion{Kind: "title", Text: d.Title, ID: d.ID})
	}
	o := &ours{x, index.NewSuggester(titles), text}
	return o, o.ask(ctx, "", searched)
}

// ask answers one query.
func (o *ours) ask(ctx context.Context, q string, h how) error {
	if h == suggested {
		o.suggest.Suggest(q, suggestions)
		return nil
	}
	parse := query.Parse
	if h == named {
		parse = parseNames
	}
	n, err := parse(q)
	if err != nil {
		return fmt.Errorf("query %s: %w", q, err)
	}
	r, err := o.index.Search(ctx, index.Request{Query: n})
	if err != nil || h != marked {
		return err
	}
	for _, hit := range r.Hits {
		d, err := o.text(ctx, hit.ID)
		if err != nil {
			return err
		}
		index.Passages(d.Body, n, passagesShown)
	}
	return nil
}

// nameChanged is the day on which the bodies of the benchmark got the second half of their names.
const nameChanged = "2022-07-01"

// parseNames reads what bodyName writes as the program asks it: as typed, or by another name, as a phrase or as that of the
// issuer, in the days of that name, with the words beside it.
func parseNames(q string) (query.Node, error) {
	names := strings.Split(q, "|")
	words, names := names[0], names[1:]
	typed, err := query.Parse(words + " " + names[0])
	if err != nil {
		return nil, err
	}
	v := query.Variant{Node: typed}
	for i, name := range names[1:] {
		op := query.OpAfter
		if i >= len(names)/2 {
			op = query.OpBefore
		}
		either := query.Or{Nodes: []query.Node{query.Phrase{Text: name}, query.Field{Name: "issuer", Value: name}}}
		l := query.List{Clauses: []query.Clause{
			{Occur: query.Must, Node: either},
			{Occur: query.MustNot, Node: query.Dates{Name: "date", Op: op, From: nameChanged}},
		}}
		for _, w := range strings.Fields(words) {
			l.Clauses = append(l.Clauses, query.Clause{Node: query.Word{Text: w}})
		}
		v.Others = append(v.Others, l)
	}
	return v, nil
}
