package catalog_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/query"
)

func TestSearch(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt", "58-ct-tu-gia-lai.txt", "15-kh-ubnd-gia-lai.txt", "15-kh-ubnd-kon-tum.docx", "312-bc-ubnd-kon-tum.txt")
	for _, c := range []struct {
		name string
		r    catalog.SearchRequest
		want []string // in any order
	}{
		{"a number", catalog.SearchRequest{Query: "118/CĐ-TTg", Kind: "cong_dien"}, []string{"118-cd-ttg.txt"}},
		{"kind", catalog.SearchRequest{Kind: "ke_hoach"}, []string{"15-kh-ubnd-gia-lai.txt", "15-kh-ubnd-kon-tum.docx"}},
		{"issuer", catalog.SearchRequest{Issuer: "Thủ tướng Chính phủ"}, []string{"118-cd-ttg.txt", "87-ct-ttg.docx"}},
		{"kind and issuer", catalog.SearchRequest{Kind: "chi_thi", Issuer: "Thủ tướng Chính phủ"}, []string{"87-ct-ttg.docx"}},
		{"a day and after", catalog.SearchRequest{From: "2024-02-01", Kind: "bao_cao"}, []string{"312-bc-ubnd-kon-tum.txt"}},
		{"up to a day", catalog.SearchRequest{To: "2023-12-31"}, []string{"87-ct-ttg.docx"}},
		{"nothing", catalog.SearchRequest{Query: "xyzzyqwerty"}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, names := l.search(t, c.r)
			slices.Sort(names)
			if !slices.Equal(names, c.want) || res.Total != len(c.want) {
				t.Errorf("%d: %v, want %v", res.Total, names, c.want)
			}
		})
	}
}

func TestFacetsAgreeWithTotals(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt", "58-ct-tu-gia-lai.txt", "15-kh-ubnd-gia-lai.txt", "15-kh-ubnd-kon-tum.docx", "312-bc-ubnd-kon-tum.txt")
	for _, q := range []string{"", "cháy rừng", "ke hoach"} {
		res, _ := l.search(t, catalog.SearchRequest{Query: q, Limit: 1})
		narrow := map[string]struct {
			counts []catalog.Count
			by     func(string) catalog.SearchRequest
		}{
			"kind":   {res.Facets.Kind, func(v string) catalog.SearchRequest { return catalog.SearchRequest{Query: q, Kind: v} }},
			"issuer": {res.Facets.Issuer, func(v string) catalog.SearchRequest { return catalog.SearchRequest{Query: q, Issuer: v} }},
			"theme":  {res.Facets.Theme, func(v string) catalog.SearchRequest { return catalog.SearchRequest{Query: q, Theme: v} }},
			"year": {res.Facets.Year, func(v string) catalog.SearchRequest {
				return catalog.SearchRequest{Query: q, From: v + "-01-01", To: v + "-12-31"}
			}},
		}
		for name, f := range narrow {
			for i, n := range f.counts {
				if i > 0 && f.counts[i-1].Count < n.Count {
					t.Errorf("%q: %s: not the most frequent first", q, name)
				}
				if got, _ := l.search(t, f.by(n.Value)); got.Total != n.Count {
					t.Errorf("%q: %s %q counts %d, narrowed to it there are %d", q, name, n.Value, n.Count, got.Total)
				}
			}
		}
		if len(res.Facets.Kind) == 0 || res.Total > 0 && len(res.Facets.Year) == 0 {
			t.Errorf("%q: facets %+v", q, res.Facets)
		}
	}
}

func TestHitsShowWhatAnswers(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt")
	res, _ := l.search(t, catalog.SearchRequest{Query: "nương rẫy"})
	if len(res.Hits) == 0 {
		t.Fatal("nothing found")
	}
	for _, h := range res.Hits {
		d, err := l.Document(t.Context(), h.ID)
		if err != nil {
			t.Fatal(err)
		}
		if h.Symbol == "" || h.Kind == "" || h.Issuer == "" || h.IssuedOn == "" || h.Title == "" || len(h.Passages) == 0 {
			t.Errorf("%+v", h)
		}
		for _, p := range h.Passages {
			if in := string([]rune(d.Text)[p.Span.Start:p.Span.End]); in != p.Span.Exact || !strings.Contains(p.Marked, "<mark>") {
				t.Errorf("%+v holds %q", p, in)
			}
		}
	}
}

func TestPagesDoNotOverlap(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt", "58-ct-tu-gia-lai.txt", "15-kh-ubnd-gia-lai.txt", "15-kh-ubnd-kon-tum.docx")
	_, all := l.search(t, catalog.SearchRequest{Query: "rừng"})
	var paged []string
	for offset := 0; offset < len(all); offset += 2 {
		_, names := l.search(t, catalog.SearchRequest{Query: "rừng", Limit: 2, Offset: offset})
		paged = append(paged, names...)
	}
	if !slices.Equal(all, paged) {
		t.Errorf("%v in pages of two: %v", all, paged)
	}
	if _, beyond := l.search(t, catalog.SearchRequest{Query: "rừng", Offset: 100}); len(beyond) != 0 {
		t.Errorf("beyond the end: %v", beyond)
	}
}

func TestSearchSaysWhatIsWrongWithAQuery(t *testing.T) {
	l := newShelf(t)
	var syntax *query.SyntaxError
	if _, err := l.Search(t.Context(), catalog.SearchRequest{Query: "kind:"}); !errors.As(err, &syntax) {
		t.Errorf("%v", err)
	}
	if res, names := l.search(t, catalog.SearchRequest{Query: "rừng"}); res.Total != 0 || len(names) != 0 {
		t.Errorf("an empty library: %+v", res)
	}
}
