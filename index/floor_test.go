package index

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/soichi/soichi/query"
)

func TestFloor(t *testing.T) {
	f := &floor{keep: 2}
	for _, step := range []struct{ see, low, high float64 }{
		{5, -1, -1}, // one result of two: nothing is too low
		{1, 0.9, 1},
		{3, 2.9, 3},
		{2, 2.9, 3}, // below the floor, changes nothing
		{9, 4.9, 5},
	} {
		f.see(step.see)
		if step.low >= 0 && !f.above(step.low) {
			t.Errorf("after %v: %v is not too low", step.see, step.low)
		}
		if f.above(step.high) {
			t.Errorf("after %v: %v is too low", step.see, step.high)
		}
	}
	var none *floor
	none.see(1)
	if none.above(-1) {
		t.Error("the nil floor holds something down")
	}
	if !(&floor{}).above(100) {
		t.Error("where no results are wanted, no score need be exact")
	}
}

// What the floor spares never changes an answer: results, scores, total and facets are those of a search without it.
func TestFloorChangesNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	docs := chanceDocs(rng, 400)
	x := openWorld(t, docs)
	for range 160 {
		n := chanceQuery(t, rng)
		r := Request{Query: n, Limit: 1 + rng.IntN(20), Offset: rng.IntN(15)}
		got, err := x.Search(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		// Where all documents are wanted, nothing is below the floor.
		all := Request{Query: n, Limit: len(docs)}
		want, err := x.Search(t.Context(), all)
		if err != nil {
			t.Fatal(err)
		}
		from := min(r.Offset, len(want.Hits))
		want.Hits = want.Hits[from:min(from+r.Limit, len(want.Hits))]
		if d := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%v from %d, %d results: (- without the floor, + with it)\n%s", n, r.Offset, r.Limit, d)
		}
	}
}

// chanceQuery asks for words, a pasted sentence, a phrase beside words, or for several names of something.
func chanceQuery(t *testing.T, rng *rand.Rand) query.Node {
	t.Helper()
	words := parsed(t, chanceText(rng, 2))
	switch rng.IntN(4) {
	case 0:
		return words
	case 1:
		return parsed(t, chanceText(rng, 8+rng.IntN(14)))
	case 2:
		return parsed(t, `"`+chanceText(rng, 2)+`" (`+chanceText(rng, 1)+" OR "+chanceText(rng, 1)+`) -"`+chanceText(rng, 2)+`"`)
	default:
		v := query.Variant{Node: words}
		for range 1 + rng.IntN(3) {
			v.Others = append(v.Others, parsed(t, `+("`+chanceText(rng, 2)+`" OR kind:chi_thi) `+chanceText(rng, 1+rng.IntN(8))))
		}
		if rng.IntN(2) == 0 { // words beside the names
			return query.List{Clauses: []query.Clause{{Node: v}, {Node: parsed(t, chanceText(rng, 2))}}}
		}
		return v
	}
}

// chanceText writes n syllables as papers have them: few are frequent, most are rare.
func chanceText(rng *rand.Rand, n int) string {
	var out strings.Builder
	zipf := rand.NewZipf(rng, 1.1, 8, 399)
	for range n {
		i := zipf.Uint64()
		fmt.Fprintf(&out, "%c%s%c ", "bcdghklmnrstvx"[i%14], []string{"a", "ạ", "e", "ô", "ươ"}[i/14%5], "cmnt"[i/70%4])
	}
	return out.String()
}

func chanceDocs(rng *rand.Rand, n int) []Doc {
	var docs []Doc
	for i := range n {
		docs = append(docs, Doc{ID: fmt.Sprintf("d%04d", i), Kind: "chi_thi", Title: chanceText(rng, 12), Body: chanceText(rng, 300+rng.IntN(900))})
	}
	return docs
}

func BenchmarkDocument(b *testing.B) {
	d := chanceDocs(rand.New(rand.NewPCG(1, 2)), 1)[0]
	var made builder
	b.SetBytes(int64(len(d.Body)))
	for b.Loop() {
		made.begin()
		made.document(&d)
	}
}
