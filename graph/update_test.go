package graph

import (
	"fmt"
	"sync"
	"testing"

	"github.com/soichi/soichi/document"
)

// TestUpdate holds what becomes of the mention of 19/CT-TTg in a plan when documents come, change and go.
func TestUpdate(t *testing.T) {
	plan := card("x", "ke_hoach", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements))
	directive := card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16")
	directive.Path, directive.Size = "d.html", 400
	fuller := directive
	fuller.ID, fuller.Path, fuller.Size = "e", "e.docx", 900
	renumbered := directive
	renumbered.Symbol, renumbered.URN = "91/CT-TTg", document.URN(pm, "chi_thi", "2021-07-16", "91/CT-TTg")
	otherYear := card("f", "chi_thi", "19/CT-TTg", pm, "2019-03-01")
	for _, tt := range []struct {
		name  string
		steps func(*Graph)
		state State
		to    string
	}{
		{"the file arrives", func(g *Graph) { g.Update([]Card{directive}, nil, nil) }, Resolved, "d"},
		{"and goes again", func(g *Graph) { g.Update([]Card{directive}, nil, nil); g.Update(nil, []string{"d"}, nil) }, Wanted, ""},
		{"a fuller copy stands for it", func(g *Graph) { g.Update([]Card{directive}, nil, nil); g.Update([]Card{fuller}, nil, nil) }, Resolved, "e"},
		{"the fuller copy goes", func(g *Graph) {
			g.Update([]Card{directive, fuller}, nil, nil)
			g.Update(nil, []string{"e"}, nil)
		}, Resolved, "d"},
		{"its number is corrected", func(g *Graph) { g.Update([]Card{directive}, nil, nil); g.Update([]Card{renumbered}, nil, nil) }, Wanted, ""},
		{"a namesake of another year", func(g *Graph) { g.Update([]Card{otherYear}, nil, nil) }, Wanted, ""},
		{"a person undoes the link", func(g *Graph) {
			g.Update([]Card{directive}, nil, nil)
			g.Update([]Card{plan}, nil, func(from, to string) bool { return from == "x" && to == "d" })
		}, Wanted, ""},
		{"what is not held cannot go", func(g *Graph) { g.Update(nil, []string{"nobody"}, nil) }, Wanted, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := build(plan)
			tt.steps(g)
			l := g.Of("x")
			if len(l) != 1 || l[0].State != tt.state || tt.to != "" && l[0].To != tt.to {
				t.Fatalf("%+v, want %s %s", l, tt.state, tt.to)
			}
			wanted := 0
			if tt.state == Wanted {
				wanted = 1
			}
			if n := len(g.Missing()); n != wanted {
				t.Errorf("%d documents are missing, want %d", n, wanted)
			}
		})
	}
}

// TestAFullerMentionMovesTheOthers holds that a mention which tells short ones apart gives them another node.
func TestAFullerMentionMovesTheOthers(t *testing.T) {
	short := card("x", "ke_hoach", "", "", "", cite("chi_thi", "01/CT-VKSTC", "", "", document.Cites))
	full := card("y", "ke_hoach", "", "", "", cite("chi_thi", "01/CT-VKSTC", vks, "2021-12-27", document.Cites))
	other := card("z", "ke_hoach", "", "", "", cite("chi_thi", "01/CT-VKSTC", vks, "2022-12-02", document.Cites))
	g := build(short)
	g.Update([]Card{full}, nil, nil)
	if a, b := g.Of("x")[0].To, g.Of("y")[0].To; a != b || len(g.Missing()) != 1 {
		t.Fatalf("%s and %s: the short mention means the full one", a, b)
	}
	g.Update([]Card{other}, nil, nil)
	if a, b := g.Of("x")[0].To, g.Of("y")[0].To; a == b || len(g.Missing()) != 3 {
		t.Errorf("%s and %s: the short mention could mean either now", a, b)
	}
}

// TestReadersWhileDocumentsCome is for the race detector.
func TestReadersWhileDocumentsCome(t *testing.T) {
	g := build(card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16"))
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 50 {
				g.Trace("d", TraceOptions{Mentions: true})
				g.Missing()
				g.Validity("d", "")
				g.Successors("d", "")
			}
		})
	}
	for i := range 50 {
		g.Update([]Card{card(fmt.Sprint("p", i), "ke_hoach", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements))}, nil, nil)
	}
	wg.Wait()
	if n := len(g.In("d")); n != 50 {
		t.Errorf("%d links, want 50", n)
	}
}
