package index_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/internal/golden"
	"github.com/soichi/soichi/query"
)

const testdata = "../testdata"

// wish is a search and the document that has to come first.
type wish struct{ Query, Wanted, Why string }

// The ranking of the searches of testdata/queries over testdata/corpus is a golden file, so that what a change of ranking
// wins and loses is read in review.
func TestRankingGolden(t *testing.T) {
	x := corpusIndex(t)
	files, err := filepath.Glob(filepath.Join(testdata, "queries", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	var out, missed strings.Builder
	fmt.Fprintf(&out, "%-14s %7s %8s %8s %9s %6s %7s\n", "queries", "count", "recall@1", "recall@5", "recall@10", "MRR", "nDCG@10")
	var all []int
	for _, file := range files {
		places := ask(t, x, file, &missed)
		out.WriteString(line(strings.TrimSuffix(filepath.Base(file), ".json"), places))
		all = append(all, places...)
	}
	out.WriteString(line("all", all))
	golden.Compare(t, filepath.Join(testdata, "golden", "ranking.txt"), out.String()+"\nNot first:\n"+missed.String())
}

// ask gives the place, counted from 1, at which each query of a file finds its document, 0 where it is not among the
// first ten, and writes down those that are not first.
func ask(t *testing.T, x *index.Index, file string, missed *strings.Builder) []int {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var wishes []wish
	if err := json.Unmarshal(b, &wishes); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var places []int
	for _, w := range wishes {
		n, err := query.Parse(w.Query)
		if err != nil {
			t.Fatalf("%s: %q: %v", file, w.Query, err)
		}
		r, err := x.Search(t.Context(), index.Request{Query: n})
		if err != nil {
			t.Fatalf("%s: %q: %v", file, w.Query, err)
		}
		place := 1 + slices.IndexFunc(r.Hits, func(h index.Hit) bool { return h.ID == w.Wanted })
		if place != 1 {
			first := "nothing"
			if len(r.Hits) > 0 {
				first = r.Hits[0].ID
			}
			fmt.Fprintf(missed, "%2d  %s: wanted %s, first is %s (%s)\n", place, w.Query, w.Wanted, first, w.Why)
		}
		places = append(places, place)
	}
	return places
}

// line sums places up. With one wanted document a query, nDCG is the discount of its place.
func line(name string, places []int) string {
	var at1, at5, at10, mrr, ndcg float64
	for _, p := range places {
		if p == 0 {
			continue
		}
		at10++
		if p == 1 {
			at1++
		}
		if p <= 5 {
			at5++
		}
		mrr += 1 / float64(p)
		ndcg += 1 / math.Log2(float64(p)+1)
	}
	n := float64(max(1, len(places)))
	return fmt.Sprintf("%-14s %7d %8.3f %8.3f %9.3f %6.3f %7.3f\n", name, len(places), at1/n, at5/n, at10/n, mrr/n, ndcg/n)
}

// corpusIndex indexes the documents of testdata/corpus under the names of their files.
func corpusIndex(t *testing.T) *index.Index {
	t.Helper()
	root := filepath.Join(testdata, "corpus")
	x := extract.New(extract.Options{})
	var docs []index.Doc
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		d, err := x.Extract(t.Context(), path, data)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		doc := index.FromDocument(d)
		doc.ID = filepath.ToSlash(rel)
		docs = append(docs, doc)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	idx, err := index.Open(t.Context(), t.TempDir(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := idx.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := idx.Apply(t.Context(), docs, nil, 1); err != nil {
		t.Fatal(err)
	}
	return idx
}
