package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/query"
)

// opened indexes documents in a new folder.
func opened(t *testing.T, docs ...Doc) *Index {
	t.Helper()
	x, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := x.Apply(t.Context(), docs, nil, 1); err != nil {
		t.Fatal(err)
	}
	return x
}

// foundBy gives what a request finds, in order.
func foundBy(t *testing.T, x *Index, r Request) []string {
	t.Helper()
	res, err := x.Search(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, h := range res.Hits {
		out = append(out, h.ID)
	}
	if res.Total < len(out) {
		t.Errorf("%d hits of %d", len(out), res.Total)
	}
	return out
}

func parsed(t *testing.T, s string) query.Node {
	t.Helper()
	n, err := query.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestVariant(t *testing.T) {
	x := opened(t,
		Doc{ID: "a", Body: "Kế hoạch của Ủy ban nhân dân xã về rừng", IssuedOn: "2020-01-01", Kind: "ke_hoach"},
		Doc{ID: "b", Body: "Kế hoạch của UBND xã về rừng", IssuedOn: "2024-01-01", Issuer: "Ủy ban nhân dân xã"},
		Doc{ID: "c", Body: "Kế hoạch của UBND, Ủy ban nhân dân xã về rừng", IssuedOn: "2022-01-01"},
		Doc{ID: "d", Body: "Kế hoạch của sở về rừng", IssuedOn: "2022-01-01", Issuer: "Sở X"},
	)
	variant := func(typed string, others ...string) query.Node {
		v := query.Variant{Node: parsed(t, typed)}
		for _, o := range others {
			v.Others = append(v.Others, parsed(t, o))
		}
		return v
	}
	for _, c := range []struct {
		name   string
		node   query.Node
		prefer []query.Field
		want   []string
	}{
		{"the name as typed goes before the other", variant("ubnd", `"ủy ban nhân dân"`), nil, []string{"b", "c", "a"}},
		{"the long name as typed goes before the short one", variant("ủy ban nhân dân", "ubnd"), nil, []string{"a", "c", "b"}},
		{"the other name in its days", variant("ubnd", `+"ủy ban nhân dân" -date:>2021-12-31`), nil, []string{"b", "c", "a"}},
		{"and not outside of them", variant("ubnd", `+"ủy ban nhân dân" -date:<2021-01-01`), nil, []string{"b", "c"}},
		{"of a field", variant(`issuer:"Sở X"`, `issuer:"Ủy ban nhân dân xã"`), nil, []string{"d", "b"}},
		{"inside a query", query.List{Clauses: []query.Clause{{Occur: query.Must, Node: variant("ubnd", `"ủy ban nhân dân"`)}, {Occur: query.MustNot, Node: query.Phrase{Text: "UBND xã"}}}}, nil, []string{"c", "a"}},
		{"without others", query.Variant{Node: query.Word{Text: "sở"}}, nil, []string{"d"}},
		{"a preferred kind", parsed(t, "kế hoạch về rừng"), []query.Field{{Name: "kind", Value: "ke_hoach"}}, []string{"a", "d", "b", "c"}},
		{"a preferred issuer", parsed(t, "kế hoạch về rừng"), []query.Field{{Name: "issuer", Value: "uỷ ban nhân dân xã"}}, []string{"b", "d", "a", "c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, foundBy(t, x, Request{Query: c.node, Prefer: c.prefer})); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestSymbolsAsPeopleTypeThem(t *testing.T) {
	x := opened(t,
		Doc{ID: "ct", Symbol: "19/CT-TTg", Kind: "chi_thi", Issuer: "Thủ tướng Chính phủ", IssuerCode: "TTg", IssuedOn: "2021-07-16", Body: "x"},
		Doc{ID: "kh", Symbol: "45-KH/TU", Kind: "ke_hoach", Issuer: "Tỉnh ủy Phú Thọ", IssuerCode: "TU", IssuedOn: "2025-09-30", Body: "x"},
		Doc{ID: "kh2", Symbol: "45-KH/TU", Kind: "ke_hoach", Issuer: "Tỉnh ủy Gia Lai", IssuerCode: "TU", IssuedOn: "2025-09-30", Body: "x"},
		Doc{ID: "noise", Body: strings.Repeat("19 ct ttg năm 2021 Phú Thọ 45 kh tu Gia Lai ", 20)},
	)
	for q, want := range map[string]string{
		"ct 19 ttg": "ct", "19/CT-TTg": "ct", "19 / CT-TTg": "ct", "chỉ thị 19 năm 2021 thủ tướng": "ct", "19/2021/CT-TTg": "ct",
		"45 kh tu phu tho": "kh", "45-KH/TU Phú Thọ": "kh", "45 KH TU Gia Lai": "kh2", "kế hoạch 45 gia lai": "kh2",
		"19/2022/CT-TTg": "noise", "45 phú thọ": "noise",
	} {
		if got := foundBy(t, x, Request{Query: parsed(t, q)}); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %v, want %s first", q, got, want)
		}
	}
}

// The best of several queries finds the union of what they find, each document once with its best score, and goes on
// from any document as well as from the start.
func TestBestProperty(t *testing.T) {
	words := []string{"an", "ba", "ca", "da"}
	var docs []Doc
	for i := range 30 {
		var body []string
		for j, w := range words {
			if i>>j&1 == 1 {
				body = append(body, slices.Repeat([]string{w}, 1+i%3)...)
			}
		}
		docs = append(docs, Doc{ID: fmt.Sprintf("%02d", i), Body: strings.Join(append(body, "x"), " "), Kind: words[i%4]})
	}
	x := opened(t, docs...)
	rapid.Check(t, func(rt *rapid.T) {
		typed := rapid.SliceOfNDistinct(rapid.SampledFrom(words), 1, 3, rapid.ID).Draw(rt, "words")
		v := query.Variant{Node: query.Word{Text: typed[0]}}
		union := map[string]bool{}
		for i, w := range typed {
			if i > 0 {
				v.Others = append(v.Others, query.Word{Text: w})
			}
			for _, id := range foundBy(t, x, Request{Query: query.Word{Text: w}, Limit: 100}) {
				union[id] = true
			}
		}
		got := foundBy(t, x, Request{Query: v, Limit: 100})
		if len(got) != len(union) {
			rt.Fatalf("%v finds %d, want %d", typed, len(got), len(union))
		}
		for i, id := range got {
			if !union[id] || slices.Contains(got[:i], id) {
				rt.Fatalf("%v finds %s", typed, id)
			}
		}
		kind := rapid.SampledFrom(words).Draw(rt, "kind") // a conjunction advances
		narrowed := foundBy(t, x, Request{Query: v, Filters: Filters{Kind: kind}, Limit: 100})
		want := slices.DeleteFunc(slices.Clone(got), func(id string) bool {
			return docs[slices.IndexFunc(docs, func(d Doc) bool { return d.ID == id })].Kind != kind
		})
		slices.Sort(narrowed)
		slices.Sort(want)
		if !slices.Equal(narrowed, want) {
			rt.Fatalf("%v of %s: %v, want %v", typed, kind, narrowed, want)
		}
	})
}
