package catalog_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

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
		{"issuer by an abbreviation", catalog.SearchRequest{Issuer: "UBND tỉnh Kon Tum"}, []string{"15-kh-ubnd-kon-tum.docx", "312-bc-ubnd-kon-tum.txt"}},
		{"issuer by the office of its head", catalog.SearchRequest{Issuer: "Chủ tịch UBND tỉnh Gia Lai"}, []string{"15-kh-ubnd-gia-lai.txt"}},
		{"an issuer that nobody is", catalog.SearchRequest{Issuer: "Bộ Thử nghiệm"}, []string{}},
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

// facet is one list of counts, and the question that narrows to a value of it.
type facet struct {
	counts []catalog.Count
	narrow func(r catalog.SearchRequest, value string) catalog.SearchRequest
}

func facetsOf(f catalog.Facets) map[string]facet {
	type request = catalog.SearchRequest
	return map[string]facet{
		"kind":   {f.Kind, func(r request, v string) request { r.Kind = v; return r }},
		"issuer": {f.Issuer, func(r request, v string) request { r.Issuer = v; return r }},
		"theme":  {f.Theme, func(r request, v string) request { r.Theme = v; return r }},
		"level":  {f.Level, func(r request, v string) request { r.Level = v; return r }},
		"lead":   {f.Lead, func(r request, v string) request { r.Lead = v; return r }},
		"state":  {f.State, func(r request, v string) request { r.State = v; return r }},
		"year":   {f.Year, func(r request, v string) request { r.From, r.To = v+"-01-01", v+"-12-31"; return r }},
	}
}

func TestFacetsAgreeWithTotals(t *testing.T) {
	l := worldShelf(t)
	for _, q := range []string{"", "cháy rừng", "ke hoach", `"dịch vụ công" -kind:bao_cao`, "UBND tỉnh", "87/CT-TTg"} {
		ask := catalog.SearchRequest{Query: q, Limit: 1, States: true}
		res, _ := l.search(t, ask)
		for name, f := range facetsOf(res.Facets) {
			if len(f.counts) == 0 && name != "theme" {
				t.Errorf("%q: nothing counted by %s", q, name)
			}
			for i, n := range f.counts {
				if i > 0 && f.counts[i-1].Count < n.Count {
					t.Errorf("%q: %s: not the most frequent first", q, name)
				}
				got, _ := l.search(t, f.narrow(ask, n.Value))
				if got.Total != n.Count || n.Count == 0 {
					t.Errorf("%q: %s %q counts %d, narrowed to it there are %d", q, name, n.Value, n.Count, got.Total)
				}
				again := facetsOf(got.Facets)[name].counts
				if !slices.Contains(again, n) {
					t.Errorf("%q: narrowed to %s %q its count is gone: %v", q, name, n.Value, again)
				}
			}
		}
	}
	if res, _ := l.search(t, catalog.SearchRequest{}); res.Facets.State != nil {
		t.Errorf("states that nobody asked for: %v", res.Facets.State)
	}
}

// Narrowed twice, a search gives exactly what the second list of counts said.
func TestFacetsAgreeProperty(t *testing.T) {
	l := worldShelf(t)
	rapid.Check(t, func(rt *rapid.T) {
		ask := catalog.SearchRequest{
			Query: rapid.SampledFrom([]string{"", "rừng", "dịch vụ", "báo cáo UBND"}).Draw(rt, "query"), Limit: -1, States: true,
		}
		names := rapid.Permutation([]string{"kind", "issuer", "theme", "level", "lead", "state", "year"}).Draw(rt, "facets")
		for step, name := range names[:3] {
			res, err := l.Search(t.Context(), ask)
			if err != nil {
				rt.Fatal(err)
			}
			all := facetsOf(res.Facets)
			if len(all[name].counts) == 0 {
				return
			}
			one := rapid.SampledFrom(all[name].counts).Draw(rt, fmt.Sprint("value ", step))
			ask = all[name].narrow(ask, one.Value)
			narrowed, err := l.Search(t.Context(), ask)
			if err != nil || narrowed.Total != one.Count {
				rt.Fatalf("%+v finds %d, %v; counted were %d", ask, narrowed.Total, err, one.Count)
			}
		}
	})
}

func TestStates(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx")
	state := func(want string) {
		t.Helper()
		res, names := l.search(t, catalog.SearchRequest{State: want, Kind: "chi_thi"})
		if !slices.Equal(names, []string{"87-ct-ttg.docx"}) || !slices.Equal(res.Facets.State, []catalog.Count{{Value: want, Count: 1}}) {
			t.Errorf("%s: %v, %v", want, names, res.Facets.State)
		}
	}
	state(catalog.StateMissing)
	l.put(t, chain1+"15-kh-ubnd-kon-tum.docx")
	state(catalog.StatePlanned)
	l.put(t, chain1+"312-bc-ubnd-kon-tum.txt")
	state(catalog.StateReported)
}

func TestSortBySymbol(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt", "15-kh-ubnd-gia-lai.txt", "62-kh-ubnd-gia-lai.pdf", "tin-kon-tum-phong-chay-rung.html")
	_, names := l.search(t, catalog.SearchRequest{Sort: "symbol"})
	want := []string{"118-cd-ttg.txt", "87-ct-ttg.docx", "15-kh-ubnd-gia-lai.txt", "62-kh-ubnd-gia-lai.pdf", "tin-kon-tum-phong-chay-rung.html"}
	if !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
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
