package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// An edge is a link in less room: nothing of it may be lost.
func TestEdgeKeepsItsLink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := card("x", "bao_cao", "", "", "")
		for range rapid.IntRange(1, 4).Draw(t, "citations") {
			k := cite("chi_thi", "1/CT-TTg", pm, "", rapid.SampledFrom(document.Relations()).Draw(t, "relation"))
			k.Span = document.Span{Start: rapid.IntRange(0, 99).Draw(t, "start"), Exact: "chỉ thị"}
			if rapid.Bool().Draw(t, "part") {
				k.Provision = &document.Provision{}
			}
			c.Citations = append(c.Citations, k)
		}
		kept := words{}.hold(c)
		i := rapid.IntRange(0, len(c.Citations)-1).Draw(t, "citation")
		l := Link{
			In: "x", Citation: i, From: rapid.SampledFrom([]string{"x", "p"}).Draw(t, "from"), To: "d", Relation: c.Citations[i].Relation, Part: c.Citations[i].Provision != nil,
			State: rapid.SampledFrom(states).Draw(t, "state"), Level: rapid.SampledFrom(levels).Draw(t, "level"), Span: c.Citations[i].Span,
			Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"), ofOthers: rapid.Bool().Draw(t, "of others"),
		}
		if rapid.Bool().Draw(t, "candidates") {
			l.Candidates = []Candidate{{"a", "bears the number"}, {"b", "bears it too"}}
		}
		e := edgeOf(kept, l)
		if diff := cmp.Diff(l, e.link(), cmp.AllowUnexported(Link{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestMayMeanIsForAmbiguousLinksAlone(t *testing.T) {
	two := []Candidate{{ID: "a"}, {ID: "b"}}
	c := words{}.hold(card("x", "bao_cao", "", "", "", cite("chi_thi", "1/CT-TTg", pm, "", document.Cites)))
	for _, tt := range []struct {
		name string
		link Link
		want int
	}{
		{"ambiguous", Link{State: Ambiguous, Candidates: two}, 2},
		{"conflicting", Link{State: Conflicting, Candidates: two}, 0},
		{"wanted", Link{State: Wanted}, 0},
		{"resolved", Link{State: Resolved}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := edgeOf(c, tt.link)
			if got := e.mayMean(); len(got) != tt.want {
				t.Errorf("%d works, want %d", len(got), tt.want)
			}
		})
	}
}

func TestTieAndCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := map[string][]*edge{}
		var held []*edge
		for i := range rapid.IntRange(1, 20).Draw(t, "edges") {
			e := &edge{card: &Card{ID: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "in")}, place: int32(i)}
			tie(lists, "k", e)
			held = append(held, e)
		}
		for len(held) > 0 {
			if len(lists["k"]) != len(held) {
				t.Fatalf("%d edges in the list, want %d", len(lists["k"]), len(held))
			}
			for i := 1; i < len(lists["k"]); i++ {
				if byPlace(lists["k"][i-1], lists["k"][i]) >= 0 {
					t.Fatal("the list is out of order")
				}
			}
			i := rapid.IntRange(0, len(held)-1).Draw(t, "cut")
			cut(lists, "k", held[i])
			cut(lists, "k", held[i]) // one that is not there changes nothing
			held = append(held[:i], held[i+1:]...)
		}
		if len(lists) != 0 {
			t.Fatal("an empty list stays in the map")
		}
	})
}
