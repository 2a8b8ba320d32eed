package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

// group is a chain, or what else is left out at once.
type group struct {
	name string
	rows []row
}

// row is a pair of a passage and a task.
type row struct {
	align.Match
	answer        int // the document, by number
	right, judged bool
	score         float64
	where         string // for people
}

// collect takes each chain into a library of its own and gives the candidates of its directives.
func collect(ctx context.Context, gold string) ([]group, error) {
	chains, err := eval.LoadChains(gold)
	if err != nil {
		return nil, err
	}
	var out []group
	for _, c := range chains {
		g, err := rowsOf(ctx, c)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		out = append(out, g)
	}
	return out, nil
}

func rowsOf(ctx context.Context, c eval.Chain) (group, error) {
	g := group{name: strings.TrimSuffix(filepath.Base(c.Name), ".json")}
	dir, err := os.MkdirTemp("", "alignfit")
	if err != nil {
		return g, err
	}
	defer os.RemoveAll(dir)
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		return g, err
	}
	defer s.Close()
	held, file, err := take(ctx, s, c.Folder)
	if err != nil {
		return g, err
	}
	lib := catalog.New(s, nil, register.Default())
	for _, a := range c.Alignments {
		d := held[a.Directive]
		if d == nil {
			return g, fmt.Errorf("no document %s", a.Directive)
		}
		found, err := lib.Candidates(ctx, d.ID, a.AsOf)
		if err != nil {
			return g, err
		}
		g.add(a, d, found, func(id string) string { return c.First(file[id]) })
	}
	return g, nil
}

// take reads the files of a folder into a library, and gives the documents by file and the files by id.
func take(ctx context.Context, s *store.Store, folder string) (held map[string]*document.Document, file map[string]string, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return nil, nil, err
	}
	held, file = map[string]*document.Document{}, map[string]string{}
	x := extract.New(extract.Options{})
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, nil, err
		}
		d, err := x.Extract(ctx, f, data)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f, err)
		}
		id, _, err := s.Put(ctx, d, data, time.Unix(0, 0), extract.Version)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f, err)
		}
		if d, err = s.Get(ctx, id); err != nil {
			return nil, nil, err
		}
		held[filepath.Base(f)], file[id] = d, filepath.Base(f)
	}
	return held, file, nil
}

// add takes in the candidates of a directive, judged by its reference.
func (g *group) add(a eval.GoldAlignment, d *document.Document, found []coverage.Candidate, file func(id string) string) {
	answer, last := 0, ""
	if n := len(g.rows); n > 0 {
		answer = g.rows[n-1].answer
	}
	for _, k := range found {
		if k.Document != last {
			last = k.Document
			answer++
		}
		task := d.Tasks[k.Task]
		r := row{Match: k.Match, answer: answer, where: fmt.Sprintf("%s %s “%.150s” ← %s “%.150s”", a.Directive, task.Section, task.Text, file(k.Document), k.Span.Exact)}
		r.right, r.judged = a.Judge(coverage.Task{Text: task.Text, Section: task.Section}, file(k.Document), k.Span.Exact)
		g.rows = append(g.rows, r)
	}
	g.joinPieces(found)
}

// joinPieces leaves out the pieces of a sentence of which another piece is listed for the same task: the reference lists a
// sentence once.
func (g *group) joinPieces(found []coverage.Candidate) {
	rows := g.rows[len(g.rows)-len(found):]
	for i, k := range found {
		for j, other := range found {
			near := k.Document == other.Document && k.Task == other.Task && k.Role == other.Role &&
				(k.Passage-other.Passage == 1 && k.Span.Start-other.Span.End <= 1 || other.Passage-k.Passage == 1 && other.Span.Start-k.Span.End <= 1)
			if near && !rows[i].right && rows[j].right {
				rows[i].judged = false
			}
		}
	}
}
