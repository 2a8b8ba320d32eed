package index

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPutAndAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var column []uint32
		want := map[uint64]uint32{}
		for range rapid.IntRange(0, 30).Draw(t, "puts") {
			doc, value := rapid.Uint64Range(0, 40).Draw(t, "doc"), rapid.Uint32().Draw(t, "value")
			put(&column, doc, value)
			want[doc] = value
		}
		for doc := range uint64(60) {
			if got := at(column, doc); got != want[doc] {
				t.Fatalf("document %d has %d, want %d", doc, got, want[doc])
			}
		}
	})
}

func TestNorm(t *testing.T) {
	lengths := &fieldLengths{}
	for doc, tokens := range []uint64{10, 20, 30} {
		lengths.set(uint64(doc), tokens)
	}
	lengths.settle()
	for _, tt := range []struct {
		name    string
		lengths *fieldLengths
		doc     uint64
		want    float64
	}{
		{"of mean length", lengths, 1, 1},
		{"shorter", lengths, 0, 1 - bm25B/2},
		{"longer", lengths, 2, 1 + bm25B/2},
		{"without the field", lengths, 9, 1 - bm25B},
		{"no document has the field", &fieldLengths{}, 0, 1},
		{"no such field", nil, 0, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.lengths.norm(tt.doc); math.Abs(got-tt.want) > 1e-9 {
				t.Errorf("%g, want %g", got, tt.want)
			}
		})
	}
}

// A facet gives each document the values that it was given, one for writings that a filter does not tell apart.
func TestFacetGivesBackWhatItHolds(t *testing.T) {
	writings := map[string]string{"Bộ Văn hóa": "van hoa", "Bộ Văn hoá": "van hoa", "BỘ VĂN HÓA": "van hoa", "Bộ Y tế": "y te", "UBND xã": "ubnd xa"}
	rapid.Check(t, func(t *rapid.T) {
		f, want := &facet{}, map[uint64]map[string]bool{}
		for range rapid.IntRange(0, 40).Draw(t, "values") {
			doc, value := rapid.Uint64Range(0, 12).Draw(t, "doc"), rapid.SampledFrom([]string{"Bộ Văn hóa", "Bộ Văn hoá", "BỘ VĂN HÓA", "Bộ Y tế", "UBND xã"}).Draw(t, "value")
			f.add(value, doc)
			if want[doc] == nil {
				want[doc] = map[string]bool{}
			}
			want[doc][writings[value]] = true
		}
		f.settle()
		for doc := range uint64(20) {
			got := map[string]bool{}
			for _, id := range f.of(doc) {
				got[writings[f.values[id]]] = true
			}
			if fmt.Sprint(got) != fmt.Sprint(want[doc]) && len(got)+len(want[doc]) > 0 || len(f.of(doc)) != len(got) {
				t.Fatalf("document %d has %v, want %v", doc, got, want[doc])
			}
		}
	})
}

func TestCommonest(t *testing.T) {
	for _, tt := range []struct {
		name     string
		writings map[string]int
		want     string
	}{
		{"the most frequent", map[string]int{"Bộ Văn hóa": 1, "Bộ Văn hoá": 3}, "Bộ Văn hoá"},
		{"the first in order of two", map[string]int{"b": 2, "a": 2}, "a"},
		{"one", map[string]int{"x": 1}, "x"},
		{"none", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := commonest(tt.writings); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// What ranking and facets read of an index is what the documents say.
func TestColumnsOfAnIndex(t *testing.T) {
	x := openWorld(t, world())
	s, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer x.release(s)
	c, err := s.cols(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, d := range world() {
		ids = append(ids, d.ID)
	}
	slices.Sort(ids)
	if !slices.Equal(c.ids, ids) {
		t.Errorf("ids %v, want %v in order", c.ids, ids)
	}
	dates, signed := map[string]uint32{}, map[string]uint32{}
	for doc := range uint64(len(c.rank)) {
		id := c.ids[at(c.rank, doc)]
		dates[id], signed[id] = at(c.dates, doc), at(c.symbols, doc)
	}
	if dates["ct02"] != 20221227 || dates["bcsd"] != 20190801 {
		t.Errorf("dates %v", dates)
	}
	if signed["ct19"] != signed["ct19old"] || signed["ct19"] == signed["ct02"] || signed["dang34"] == 0 {
		t.Errorf("places of symbols %v: those of one symbol are one", signed)
	}
	if len(c.facets) != len(facetFields) || !slices.Contains(c.facets[0].values, "chi_thi") {
		t.Errorf("kinds %v", c.facets[0].values)
	}
}

func TestIDsAndMatches(t *testing.T) {
	x := openWorld(t, world())
	all, err := x.IDs(t.Context())
	if err != nil || len(all) != len(world()) {
		t.Fatalf("%d ids (%v), want %d", len(all), err, len(world()))
	}
	if err := x.Apply(t.Context(), nil, []string{"ct02"}, 8); err != nil {
		t.Fatal(err)
	}
	if all, err = x.IDs(t.Context()); err != nil || all["ct02"] || len(all) != len(world())-1 {
		t.Errorf("%v (%v): a document that is gone is still listed", all, err)
	}
	got, err := x.Matches(t.Context(), Request{Query: parsed(t, `"thi đua"`), Limit: 1, Offset: 1})
	if err != nil || !slices.Equal(got, []string{"ct19", "dang34"}) {
		t.Errorf("%v (%v), want all in order, whatever the page", got, err)
	}
}

// A state that comes with the request filters and counts the documents that have tasks.
func TestStates(t *testing.T) {
	docs := world()
	docs[1].Tasks, docs[2].Tasks = []string{"bảo vệ rừng"}, []string{"liêm khiết"}
	x := openWorld(t, docs)
	states := map[string]string{"ct19": "reported", "ct02": "planned", "kh16": "planned"} // kh16 has no tasks
	for _, tt := range []struct{ state, want string }{
		{"reported", "ct19"}, {"planned", "ct02"}, {"missing", "ct19old"}, {"acknowledged", ""},
	} {
		t.Run(tt.state, func(t *testing.T) {
			r, err := x.Search(t.Context(), Request{States: states, NoState: "missing", Filters: Filters{State: tt.state}, Limit: 9})
			if err != nil || ids(r) != tt.want {
				t.Errorf("%q (%v), want %q", ids(r), err, tt.want)
			}
		})
	}
}
