package index

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/blevesearch/bleve/v2"

	"github.com/soichi/soichi/index/vi"
)

// naive scores documents for a wordsQuery by its definition: count everything, look at everything.
func naive(docs []Doc, q *wordsQuery) map[string]float64 {
	type counts map[string]int
	var all []map[string]counts
	lengths := make([]float64, len(docs))
	var tz vi.Tokenizer
	mean := 0.0
	for i, d := range docs {
		words, pairs := counts{}, counts{}
		tokens := tz.Tokens(nil, d.Body)
		for j, t := range tokens {
			words[t.Folded]++
			if t.Marked() {
				words[t.Exact]++
			}
			if j > 0 {
				pairs[pair(tokens[j-1], t)]++
			}
		}
		all = append(all, map[string]counts{fBody: words, pairsOf(fBody): pairs})
		lengths[i] = float64(len(tokens))
		mean += lengths[i]
	}
	mean /= float64(len(docs))
	out := map[string]float64{}
	for i, d := range docs {
		found, score := 0, 0.0
		for _, p := range q.parts {
			df := 0.0
			for _, c := range all {
				if c[p.field][p.term] > 0 {
					df++
				}
			}
			f := float64(all[i][p.field][p.term])
			if f == 0 {
				continue
			}
			if p.required {
				found++
			}
			idf := math.Log(1 + (float64(len(docs))-df+0.5)/(df+0.5))
			score += p.weight * idf * (bm25K + 1) * f / (f + bm25K*(1-bm25B+bm25B*lengths[i]/mean))
		}
		if found >= q.need {
			out[d.ID] = score
		}
	}
	return out
}

// The searcher that skips through postings finds and scores just what counting by hand does, over several segments too.
func TestWordsAgreeWithCountingByHand(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := []string{"thi", "thị", "đua", "dua", "khen", "và", "của", "19"}
		texts := rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom(words), 1, 12), 1, 12).Draw(rt, "texts")
		var docs []Doc
		for i, text := range texts {
			docs = append(docs, Doc{ID: fmt.Sprintf("d%02d", i), Body: strings.Join(text, " ")})
		}
		x, err := Open(t.Context(), t.TempDir(), Options{})
		if err != nil {
			rt.Fatal(err)
		}
		defer x.Close()
		half := len(docs) / 2
		for i, part := range [][]Doc{docs[:half], docs[half:]} {
			if err := x.Apply(t.Context(), part, nil, int64(i)); err != nil {
				rt.Fatal(err)
			}
		}
		s, err := x.acquire()
		if err != nil {
			rt.Fatal(err)
		}
		defer x.release(s)
		cols, err := s.cols(t.Context())
		if err != nil {
			rt.Fatal(err)
		}
		c := x.compiler(t.Context(), s, cols, "")
		typed := rapid.SliceOfN(rapid.SampledFrom(words), 1, 9).Draw(rt, "typed")
		q := c.wordsIn(c.tokens(strings.Join(typed, " ")), scopeOf("")).(*wordsQuery)
		res, err := s.bleve.Search(bleve.NewSearchRequestOptions(q, 100, 0, false))
		if err != nil {
			rt.Fatal(err)
		}
		want := naive(docs, q)
		if len(res.Hits) != len(want) {
			rt.Fatalf("%q: %d hits, want %v", typed, len(res.Hits), want)
		}
		for _, h := range res.Hits {
			if w, ok := want[h.ID]; !ok || math.Abs(w-h.Score) > 1e-9 {
				rt.Fatalf("%q: %s scores %v, want %v (%v)", typed, h.ID, h.Score, w, ok)
			}
		}
	})
}

func TestFacetColumn(t *testing.T) {
	var f facet
	for _, p := range []struct {
		value string
		doc   uint64
	}{{"a", 3}, {"a", 5}, {"b", 0}, {"b", 3}} {
		f.add(p.value, p.doc)
	}
	f.settle()
	for doc, want := range map[uint64][]string{0: {"b"}, 1: nil, 3: {"a", "b"}, 4: nil, 5: {"a"}, 6: nil, 99: nil} {
		var got []string
		for _, v := range f.of(doc) {
			got = append(got, f.values[v])
		}
		if !slices.Equal(got, want) {
			t.Errorf("document %d: %v, want %v", doc, got, want)
		}
	}
	var empty facet
	empty.settle()
	if empty.of(0) != nil {
		t.Error("an empty column has values")
	}
}
