package graph

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestAGraphDoesNotDifferFromItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		step := Build(nil, names{}, nil)
		for i := range all {
			step.Update(all[i:i+1], nil, nil)
		}
		if d := step.Differ(Build(all, names{}, nil)); len(d) > 0 {
			t.Fatalf("step by step and at once: %+v", d)
		}
	})
}

func TestDifferFindsDamage(t *testing.T) {
	small := func() (*Graph, *Graph) {
		a, b := card("a", "chi_thi", "1/CT-TTg", pm, "2021-07-06"), card("b", "ke_hoach", "15/KH-UBND", huế, "2022-01-01")
		b.Citations = []document.Citation{cite("chi_thi", "1/CT-TTg", pm, "2021-07-06", document.Implements)}
		return Build([]Card{a, b}, names{}, nil), Build([]Card{a, b}, names{}, nil)
	}
	for _, tt := range []struct {
		name   string
		damage func(g *Graph)
		at     string
		detail string
	}{
		{"a node gone", func(g *Graph) { delete(g.nodes, "a") }, "a", "not in the graph"},
		{"a stranger", func(g *Graph) { g.nodes["x"] = &Node{ID: "x"} }, "x", "the library does not"},
		{"another identity", func(g *Graph) { g.nodes["a"] = &Node{ID: "a"} }, "a", "identity"},
		{"a link lost on one side", func(g *Graph) { delete(g.in, "a") }, "a", "the links to it: 0 in the graph, 1"},
		{"a link lost on the other", func(g *Graph) { delete(g.out, "b") }, "b", "the links from it"},
		{"another relation", func(g *Graph) { g.told["b"][0].relation++ }, "b", "what it says"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g, fresh := small()
			if d := g.Differ(fresh); len(d) > 0 {
				t.Fatalf("before: %+v", d)
			}
			tt.damage(g)
			if d := g.Differ(fresh); !slices.ContainsFunc(d, func(d Difference) bool { return d.Document == tt.at && strings.Contains(d.Detail, tt.detail) }) {
				t.Errorf("%+v", d)
			}
		})
	}
}
