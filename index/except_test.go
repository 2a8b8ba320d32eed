package index

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What must not be there leaves out just the documents that hold it, and changes no score; what must be there leaves those
// that hold all of it.
func TestMustAndMustNot(t *testing.T) {
	words := strings.Fields("rừng biển cháy của lúa gió")
	var docs []Doc
	for i := range 90 { // every set of words, and some of them in another order
		var text []string
		for j := range words {
			if w := (i + j) % len(words); i>>w&1 == 1 {
				text = append(text, words[w])
			}
		}
		docs = append(docs, Doc{ID: fmt.Sprintf("d%02d", i), Body: strings.Join(text, " ")})
	}
	x := opened(t, docs...)
	scoresOf := func(q string) map[string]float64 {
		r, err := x.Search(t.Context(), Request{Query: parsed(t, q), Limit: len(docs)})
		if err != nil {
			t.Fatal(err)
		}
		scores := map[string]float64{}
		for _, h := range r.Hits {
			scores[h.ID] = math.Round(h.Score*1e6) / 1e6
		}
		return scores
	}
	rapid.Check(t, func(rt *rapid.T) {
		some := rapid.SampledFrom(words)
		must := rapid.SliceOfNDistinct(some, 1, 3, rapid.ID[string]).Draw(rt, "must")
		not := rapid.SliceOfNDistinct(some, 1, 2, rapid.ID[string]).Draw(rt, "not")
		asked := "+" + strings.Join(must, " +")
		all, left := scoresOf(asked), scoresOf(asked+" -"+strings.Join(not, " -"))
		for _, d := range docs {
			held := func(w string) bool { return slices.Contains(strings.Fields(d.Body), w) }
			wanted := !slices.ContainsFunc(must, func(w string) bool { return !held(w) })
			score, found := all[d.ID]
			again, kept := left[d.ID]
			if found != wanted || kept != (wanted && !slices.ContainsFunc(not, held)) {
				rt.Errorf("%q: found %v, and %v without %v", d.Body, found, kept, not)
			}
			if kept && again != score {
				rt.Errorf("%q scores %v, and %v where others are left out", d.Body, score, again)
			}
		}
	})
}

// The frequent pairs of a sentence are no ground to look at a document, as long as there are rarer ones.
func TestSpare(t *testing.T) {
	tests := []struct {
		name   string
		counts []uint64
		need   int
		kept   int
		needed int
	}{
		{"few postings", []uint64{1, 2, 3, 4}, 2, 4, 2},
		{"none", nil, 1, 0, 0},
		{"frequent ones go", []uint64{1, 2, 3, walked}, 1, 3, 1},
		{"the rarest stay, however frequent", []uint64{walked, walked, walked, walked}, 1, spared, 1},
		{"no more is needed than is left", []uint64{walked, walked, walked, walked, walked, walked}, 5, spared, spared},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &wordsSearcher{need: tt.need}
			for _, n := range tt.counts {
				s.required = append(s.required, &cursor{count: n})
			}
			s.spare()
			if len(s.required) != tt.kept || s.need != tt.needed || len(s.required)+len(s.bonus) != len(tt.counts) {
				t.Errorf("%d kept, %d still score, %d needed", len(s.required), len(s.bonus), s.need)
			}
		})
	}
}
