package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/query"
)

// smallWords are few, so that documents and queries meet; none is a beginning of a sentence for the query language.
var smallWords = []string{"rừng", "cháy", "nước", "giếng", "khoan", "đê"}

// smallDocs draws a library of short texts.
func smallDocs(t *rapid.T) []Doc {
	var out []Doc
	for i := range rapid.IntRange(1, 12).Draw(t, "documents") {
		words := rapid.SliceOfN(rapid.SampledFrom(smallWords), 1, 8).Draw(t, "words")
		out = append(out, Doc{
			ID: fmt.Sprintf("d%02d", i), Kind: rapid.SampledFrom([]string{"chi_thi", "ke_hoach", ""}).Draw(t, "kind"),
			IssuedOn: rapid.SampledFrom([]string{"2021-07-16", "2022-01-02", "2022-12-27", ""}).Draw(t, "day"), Body: strings.Join(words, " "),
		})
	}
	return out
}

// libraries is the number of libraries that a property is tried on; to write one takes longer than to ask it.
const libraries = 8

// eachLibrary runs a check on several libraries.
func eachLibrary(t *testing.T, check func(*testing.T, *Index, []Doc)) {
	for seed := range libraries {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			docs := rapid.Custom(smallDocs).Example(seed)
			check(t, openWorld(t, docs), docs)
		})
	}
}

// A search finds just the documents that hold what is demanded and nothing that is excluded, counted in total and by
// kind, and its pages together are the whole list.
func TestSearchFindsWhatItSays(t *testing.T) {
	eachLibrary(t, func(t *testing.T, x *Index, docs []Doc) {
		rapid.Check(t, func(t *rapid.T) { findsWhatItSays(t, x, docs) })
	})
}

func findsWhatItSays(t *rapid.T, x *Index, docs []Doc) {
	must := rapid.SliceOfN(rapid.SampledFrom(smallWords), 1, 3).Draw(t, "must")
	not := rapid.SliceOfN(rapid.SampledFrom(smallWords), 0, 2).Draw(t, "not")
	phrase := rapid.SliceOfN(rapid.SampledFrom(smallWords), 0, 3).Draw(t, "phrase")
	typed := "+" + strings.Join(must, " +")
	for _, w := range not {
		typed += " -" + w
	}
	if len(phrase) > 0 {
		typed += ` +"` + strings.Join(phrase, " ") + `"`
	}
	var want []string
	kinds := map[string]int{}
	for _, d := range docs {
		padded := " " + d.Body + " "
		holds := func(w string) bool { return strings.Contains(padded, " "+w+" ") }
		if slices.IndexFunc(must, func(w string) bool { return !holds(w) }) >= 0 || slices.ContainsFunc(not, holds) || len(phrase) > 0 && !holds(strings.Join(phrase, " ")) {
			continue
		}
		want = append(want, d.ID)
		if d.Kind != "" {
			kinds[d.Kind]++
		}
	}
	node, err := query.Parse(typed)
	if err != nil {
		t.Fatal(err)
	}
	all, err := x.Search(t.Context(), Request{Query: node, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	found := strings.Fields(ids(all))
	sorted := slices.Sorted(slices.Values(found))
	if !slices.Equal(sorted, want) || all.Total != len(want) {
		t.Fatalf("%s finds %v of %d, want %v", typed, sorted, all.Total, want)
	}
	for _, k := range all.Facets.Kind {
		if kinds[k.Value] != k.Count {
			t.Fatalf("%s: %d of kind %s, want %d", typed, k.Count, k.Value, kinds[k.Value])
		}
	}
	if len(all.Facets.Kind) != len(kinds) {
		t.Fatalf("%s: kinds %v, want %v", typed, all.Facets.Kind, kinds)
	}
	var pages []string
	for offset := 0; offset < len(want)+2; offset += 2 {
		page, err := x.Search(t.Context(), Request{Query: node, Offset: offset, Limit: 2})
		if err != nil || page.Total != all.Total {
			t.Fatalf("the page at %d tells %d results (%v)", offset, page.Total, err)
		}
		pages = append(pages, strings.Fields(ids(page))...)
	}
	if !slices.Equal(pages, found) {
		t.Fatalf("%s: pages %v, the whole list %v", typed, pages, found)
	}
}

// Sorting changes the order and nothing else; documents without a day come last when the newest are wanted first.
func TestSortsAreOrdersOfOneList(t *testing.T) {
	eachLibrary(t, func(t *testing.T, x *Index, docs []Doc) {
		day := map[string]string{}
		for _, d := range docs {
			day[d.ID] = d.IssuedOn
		}
		var lists [][]string
		for _, sort := range []string{ByRelevance, ByNewest, ByOldest, BySymbol} {
			r, err := x.Search(t.Context(), Request{Sort: sort, Limit: 100})
			if err != nil {
				t.Fatal(err)
			}
			lists = append(lists, strings.Fields(ids(r)))
		}
		for i, list := range lists {
			if len(list) != len(docs) {
				t.Fatalf("order %d lists %d of %d", i, len(list), len(docs))
			}
		}
		for i := 1; i < len(docs); i++ {
			if newest := lists[1]; day[newest[i-1]] < day[newest[i]] {
				t.Fatalf("newest first: %s of %q before %s of %q", newest[i-1], day[newest[i-1]], newest[i], day[newest[i]])
			}
			if oldest := lists[2]; day[oldest[i]] != "" && day[oldest[i-1]] > day[oldest[i]] {
				t.Fatalf("oldest first: %s of %q before %s of %q", oldest[i-1], day[oldest[i-1]], oldest[i], day[oldest[i]])
			}
		}
	})
}

func TestMostFrequent(t *testing.T) {
	counts := map[string]int{"b": 2, "a": 2, "c": 9}
	if got := fmt.Sprint(mostFrequent(counts)); got != "[{c 9} {a 2} {b 2}]" {
		t.Errorf("%s: the most frequent first, equal ones by name", got)
	}
	for i := range 2 * facetSize {
		counts[fmt.Sprint("v", i)] = 1
	}
	if got := mostFrequent(counts); len(got) != facetSize || got[0].Value != "c" {
		t.Errorf("%d values, want the first %d", len(got), facetSize)
	}
	if got := mostFrequent(nil); got == nil || len(got) != 0 {
		t.Errorf("nothing counted gives %v, want an empty list for JSON", got)
	}
}

func TestPhraseHolds(t *testing.T) {
	d := Doc{Title: "Trồng cây chắn sóng", Body: "Đắp đê. Cây chắn gió", Tasks: []string{"đắp đê chắn sóng"}}
	for _, tt := range []struct {
		name, phrase, in string
		want             bool
	}{
		{"in the title", "cây chắn sóng", "", true},
		{"in the text", "cây chắn gió", "", true},
		{"pairs that stand apart", "đê cây chắn sóng", "", false},
		{"in the title alone", "cây chắn gió", InTitle, false},
		{"in a task", "đê chắn sóng", InTask, true},
		{"in no task", "cây chắn sóng", InTask, false},
		{"without marks", "cay chan song", "", true},
		{"over the end of a sentence", "đắp đê cây", "", true},
		{"longer than the text", "trồng cây chắn sóng và đắp đê", InTitle, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var v verifier
			if got := v.holds(&d, tokens(tt.phrase), tt.in); got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// What a field of words counts is what its text says, each word by itself and folded, and the pairs of neighbours.
func TestWordingCounts(t *testing.T) {
	b := &lexicon{}
	w := newWording(b, fBody)
	w.add(tokens("Rừng rung rừng"), 2)
	got := map[string]uint32{}
	for _, f := range w.fields() {
		f.Analyze()
		keys, freqs := f.Keys()
		for i, k := range keys {
			got[f.name+" "+f.Spell(k)] = freqs[i]
		}
	}
	want := map[string]uint32{
		"b rung": 6, "b rừng": 4, "b " + lengthTerm: 6, // three words, twice
		pairsOf(fBody) + " rung rung": 4,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
	if empty := newWording(b, fTitle).fields(); len(empty) != 0 {
		t.Errorf("a text without words has %d fields", len(empty))
	}
}

func TestListedAndKeys(t *testing.T) {
	f := listed("f", []string{"b", "a", "", "b"})
	if fmt.Sprint(f.Counts()) != "map[a:1 b:1]" {
		t.Errorf("%v: each value once, without empty ones", f.Counts())
	}
	if got := keys([]string{"Bộ Văn hoá", "Bộ Văn hóa", "Bộ Y tế"}); len(got) != 2 || !slices.IsSorted(got) {
		t.Errorf("%q: writings with one key are one", got)
	}
}
