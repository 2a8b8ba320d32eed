package index

import (
	"math/rand/v2"
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
	g := newGenerator(7)
	var docs []Doc
	for i := range 400 {
		docs = append(docs, g.doc(i))
	}
	x := openWorld(t, docs)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		text := g.word() + " " + g.word()
		if rng.IntN(2) == 0 {
			text = plain(g.sentence())
		}
		n, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
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
			t.Fatalf("%q from %d, %d results: (- without the floor, + with it)\n%s", text, r.Offset, r.Limit, d)
		}
	}
}
