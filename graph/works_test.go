package graph

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestFullness(t *testing.T) {
	for _, tt := range []struct {
		name, path string
		want       int
	}{
		{"a Word file", "a.docx", 20},
		{"a page of the web", "a.html", 20},
		{"without an ending", "a", 20},
		{"a PDF, which may be read with errors", "a.pdf", 10},
		{"in capitals", "A.PDF", 10},
		{"a picture", "a.jpeg", 10},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := (&Card{Path: tt.path, Size: 10}).fullness(); got != tt.want {
				t.Errorf("%d, want %d", got, tt.want)
			}
		})
	}
}

func TestIdentity(t *testing.T) {
	const bank = "Ngân hàng Nhà nước Việt Nam"
	dated := card("a", "thong_tu", "19/2026/TT-NHNN", bank, "2026-05-19")
	lost := card("b", "thong_tu", "19/2026/TT-NHNN", bank, "")
	lost.URN = ""
	other := card("c", "thong_tu", "19/2026/TT-NHNN", bank, "2026-07-01")
	plan := card("d", "ke_hoach", "15/KH-UBND", huế, "")
	plan.URN = ""
	for _, tt := range []struct {
		name string
		held []Card
		of   Card
		want string
	}{
		{"its own URN", nil, dated, dated.URN},
		{"no date, alone in its series", nil, lost, "thong_tu 19/2026/TT-NHNN ngân hàng nhà nước việt nam"},
		{"no date, one dated copy", []Card{dated}, lost, dated.URN},
		{"no date, two works of the series", []Card{dated, other}, lost, "b"},
		{"no date and no year in the number", nil, plan, "d"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorks(remember(names{}))
			var put []*Card
			for _, c := range append(tt.held, tt.of) {
				put = append(put, &c)
			}
			w.change(put, nil)
			if got := w.identity(w.cards[tt.of.ID]); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestTheNextCopyStandsWhenTheBestGoes(t *testing.T) {
	text := card("a", "chi_thi", "1/CT-TTg", pm, "2021-07-16")
	text.Size, text.Path = 100, "a.docx"
	scan := text
	scan.ID, scan.Path = "b", "b.pdf"
	g := build(text, scan)
	if g.Work("b") != "a" {
		t.Fatalf("%s stands for the scan, want the text", g.Work("b"))
	}
	g.Update(nil, []string{"a"}, nil)
	if n := g.Node("b"); g.Work("b") != "b" || n == nil || len(n.Copies) != 0 || g.Node("a") != nil {
		t.Errorf("the text went: %+v stands, want the scan alone", n)
	}
}

// An ordered list of ids is a set: any order of coming and going leaves what is left.
func TestInsertAndWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists, want := map[string][]string{}, map[string]bool{}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			id := fmt.Sprint(rapid.IntRange(0, 8).Draw(t, "id"))
			if rapid.Bool().Draw(t, "in") {
				lists["k"] = insert(lists["k"], id)
				want[id] = true
			} else {
				lists["k"] = without(lists, "k", id)
				delete(want, id)
			}
			if len(lists["k"]) != len(want) || !slices.IsSorted(lists["k"]) {
				t.Fatalf("%v, want %v in order", lists["k"], want)
			}
		}
		for _, id := range lists["k"] {
			if !want[id] {
				t.Fatalf("%s is not gone", id)
			}
		}
	})
}

// However copies come and go, each held document is a copy of one work, and a work's best copy stands for itself.
func TestEveryDocumentIsOfOneWork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		g := build(all...)
		seen := map[string]int{}
		for _, n := range g.Nodes() {
			if !n.Held {
				continue
			}
			for _, id := range append([]string{n.ID}, n.Copies...) {
				seen[id]++
				if g.Work(id) != n.ID || g.Node(id) != n {
					t.Fatalf("%s is listed under %s and stands under %s", id, n.ID, g.Work(id))
				}
			}
		}
		for _, c := range all {
			if seen[c.ID] != 1 {
				t.Fatalf("%s is of %d works", c.ID, seen[c.ID])
			}
		}
	})
}
