package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
)

// A document that is asked for by its number and only cited is said not to be held, and what cites it comes first.
func TestNotHeld(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt", "58-ct-tu-gia-lai.txt", "15-kh-ubnd-gia-lai.txt", "15-kh-ubnd-kon-tum.docx", "312-bc-ubnd-kon-tum.txt")
	for _, c := range []struct {
		name, query string
		want        string // the symbols not held
	}{
		{"a symbol", "2987/QĐ-TTg", "2987/QĐ-TTg"},
		{"in pieces, without marks", "2987 qd ttg", "2987/QĐ-TTg"},
		{"run together", "2987 qdttg", "2987/QĐ-TTg"},
		{"spoken", "quyết định số 2987 năm 2021 của thủ tướng", "2987/QĐ-TTg"},
		{"spoken without marks", "quyet dinh 2987 thu tuong chinh phu ngay 2/11/2021", "2987/QĐ-TTg"},
		{"of another year", "quyết định 2987 năm 2020", ""},
		{"of another body", "quyết định 2987 bộ y tế", ""},
		{"of another kind", "kế hoạch 2987", ""},
		{"with more than its name", "quyết định 2987 cháy rừng", ""},
		{"a number alone", "2987", ""},
		{"no number", "quyết định thủ tướng", ""},
		{"held", "87/CT-TTg", ""},
		{"held, in pieces", "87 ctttg", ""},
		{"what must not be there", "-2987/QĐ-TTg rừng", ""},
		{"in quotes", `"2987/QĐ-TTg"`, ""},
		{"a field", "cites:2987/QĐ-TTg", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := l.Search(t.Context(), catalog.SearchRequest{Query: c.query})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, w := range res.NotHeld {
				got = append(got, string(w.Symbol))
			}
			if strings.Join(got, " ") != c.want {
				t.Fatalf("%q: %q, want %q", c.query, got, c.want)
			}
			if c.want == "" {
				return
			}
			if len(res.Hits) < len(res.NotHeld[0].By) {
				t.Fatalf("%d hits of %d that cite it", len(res.Hits), len(res.NotHeld[0].By))
			}
			for _, h := range res.Hits[:len(res.NotHeld[0].By)] {
				if !slices.Contains(res.NotHeld[0].By, h.ID) {
					t.Errorf("%s, which does not cite it, comes before those that do", h.Path)
				}
			}
			marked := func(p catalog.Passage) bool {
				return strings.Contains(p.Marked, "2987/QĐ-TTg</mark>") || strings.Contains(p.Marked, "<mark>2987/QĐ-TTg")
			}
			if !slices.ContainsFunc(res.Hits[0].Passages, marked) {
				t.Errorf("the citation is not marked: %v", res.Hits[0].Passages)
			}
		})
	}
	first, _ := l.search(t, catalog.SearchRequest{Query: "2987/QĐ-TTg"})
	next, _ := l.search(t, catalog.SearchRequest{Query: "2987/QĐ-TTg", Offset: 1})
	if first.Total != next.Total || len(next.Hits) != len(first.Hits)-1 || len(next.NotHeld) != 1 {
		t.Errorf("the second page holds %d of %d and tells of %d not held", len(next.Hits), next.Total, len(next.NotHeld))
	}
}
