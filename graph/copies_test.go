package graph

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestCopies(t *testing.T) {
	const bank = "Ngân hàng Nhà nước Việt Nam"
	dated := card("b", "thong_tu", "19/2026/TT-NHNN", bank, "2026-05-19")
	dated.Size = 900
	undated := card("a", "thong_tu", "19/2026/TT-NHNN", bank, "")
	undated.URN = ""
	scan := dated
	scan.ID, scan.Path, scan.Size = "c", "c.pdf", 1000
	excerpt := dated
	excerpt.ID, excerpt.Size = "0", 400
	otherDay := card("d", "thong_tu", "19/2026/TT-NHNN", bank, "2026-06-01")
	otherBody := card("e", "thong_tu", "19/2026/TT-NHNN", pm, "2026-05-19")
	noYear := card("f", "chi_thi", "19/CT-TTg", pm, "")
	noYear.URN = ""
	noYearDated := card("g", "chi_thi", "19/CT-TTg", pm, "2021-07-16")
	for _, tt := range []struct {
		name  string
		cards []Card
		works int
		best  string // of the first card
	}{
		{"a copy that lost its date", []Card{undated, dated}, 1, "b"},
		{"two copies that lost it", []Card{undated, func() Card { c := undated; c.ID = "x"; return c }()}, 1, "a"},
		{"a scan and a text", []Card{scan, dated}, 1, "b"},
		{"the full text before an excerpt", []Card{excerpt, dated}, 1, "b"},
		{"a scan of the whole before an excerpt", []Card{excerpt, scan}, 1, "c"},
		{"a dated scan before a text without date", []Card{scan, undated}, 1, "c"},
		{"two days", []Card{dated, otherDay}, 2, "b"},
		{"two days and a copy that could be either", []Card{undated, dated, otherDay}, 3, "a"},
		{"another issuer", []Card{dated, otherBody}, 2, "b"},
		{"a number that comes back every year", []Card{noYear, noYearDated}, 2, "f"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := build(tt.cards...)
			if n := len(g.Nodes()); n != tt.works {
				t.Errorf("%d works, want %d", n, tt.works)
			}
			if got := g.Work(tt.cards[0].ID); got != tt.best {
				t.Errorf("%s stands for %s, want %s", got, tt.cards[0].ID, tt.best)
			}
		})
	}
}

func TestCopiesAreListedOnce(t *testing.T) {
	a, b := card("a", "chi_thi", "1/CT-TTg", pm, "2021-07-16"), card("b", "chi_thi", "1/CT-TTg", pm, "2021-07-16")
	g := build(a, b, card("x", "bao_cao", "", "", "", cite("chi_thi", "1/CT-TTg", pm, "2021-07-16", document.ReportsOn)))
	if n := g.Node("b"); n.ID != "a" || !slices.Equal(n.Copies, []string{"b"}) || len(g.In("b")) != 1 {
		t.Errorf("%+v: a copy is found under its work, with the links of the work", n)
	}
}
