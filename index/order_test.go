package index

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSortBySymbol(t *testing.T) {
	x := opened(t,
		Doc{ID: "a", Body: "x", Symbol: "118/CT-TTg"}, Doc{ID: "b", Body: "x", Symbol: "9/CT-TTg"}, Doc{ID: "c", Body: "x"},
		Doc{ID: "d", Body: "x", Symbol: "02/KH-UBND"}, Doc{ID: "e", Body: "x", Symbol: "9 /ct-ttg"}, Doc{ID: "f", Body: "x"}, Doc{ID: "g", Body: "x", Symbol: "B2-TS16"},
	)
	if got, want := foundBy(t, x, Request{Sort: BySymbol}), []string{"g", "b", "e", "a", "d", "c", "f"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Pages of any size, however deep, are the whole list cut up, in every order.
func TestPagesProperty(t *testing.T) {
	const n = 240
	var docs []Doc
	for i := range n {
		d := Doc{ID: fmt.Sprintf("%03d", (i*77)%n), Body: "rừng xanh"}
		if i%3 > 0 { // many are equal in every order
			d.IssuedOn, d.Symbol = fmt.Sprintf("20%02d-01-01", i%4+10), fmt.Sprintf("%d/CT-X", i%5)
		}
		docs = append(docs, d)
	}
	x := opened(t, docs[:n/2]...)
	if err := x.Apply(t.Context(), docs[n/2:], nil, 2); err != nil { // two segments
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		r := Request{Query: parsed(t, "rừng"), Sort: rapid.SampledFrom([]string{ByRelevance, ByNewest, ByOldest, BySymbol}).Draw(rt, "sort"), Limit: n}
		all := foundBy(t, x, r)
		size := rapid.IntRange(1, n).Draw(rt, "size")
		var paged []string
		for r.Limit = size; r.Offset < n; r.Offset += size {
			paged = append(paged, foundBy(t, x, r)...)
		}
		if !slices.Equal(all, paged) || len(all) != n {
			rt.Fatalf("by %q in pages of %d:\n%v\nat once:\n%v", r.Sort, size, paged, all)
		}
	})
}

func TestWritingsOfOneValueCountTogether(t *testing.T) {
	x := opened(t,
		Doc{ID: "a", Issuer: "Bộ Văn hóa", Themes: []string{"Đoàn kết", "đoàn kết"}}, Doc{ID: "b", Issuer: "Bộ Văn hoá"}, Doc{ID: "c", Issuer: "BỘ VĂN HOÁ"},
		Doc{ID: "d", Issuer: "Bộ Văn hoá"}, Doc{ID: "e", Issuer: "Bộ Y tế"},
	)
	res, err := x.Search(t.Context(), Request{Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Count{{"Bộ Văn hoá", 4}, {"Bộ Y tế", 1}}; !slices.Equal(res.Facets.Issuer, want) {
		t.Errorf("%v, want %v", res.Facets.Issuer, want)
	}
	if want := []Count{{"Đoàn kết", 1}}; !slices.Equal(res.Facets.Theme, want) {
		t.Errorf("%v, want %v: one document bears it twice", res.Facets.Theme, want)
	}
}
