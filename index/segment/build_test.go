package segment

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
	"pgregory.net/rapid"
)

// spelled is a field whose terms are numbers while a segment is made; words spells them.
type spelled struct {
	bag
	words []string
}

func (s spelled) Keys() (keys []uint64, freqs []uint32) {
	for i, word := range s.words {
		if n := s.counts[word]; n > 0 {
			keys, freqs = append(keys, uint64(i)), append(freqs, uint32(n))
		}
	}
	return keys, freqs
}

func (s spelled) Order(keys []uint64) {
	slices.SortFunc(keys, func(a, b uint64) int { return bytes.Compare([]byte(s.words[a]), []byte(s.words[b])) })
}

func (s spelled) Spell(key uint64) string { return s.words[key] }

// analyzed is a field that comes with Bleve's own table of terms alone.
type analyzed struct{ document.Field }

// A segment is the same to the byte whether its terms come as numbers, as counted words or as Bleve's table.
func TestTermsComeInThreeWays(t *testing.T) {
	words := []string{"rừng", "cháy", "z", "a", "ab", ""}
	rapid.Check(t, func(t *rapid.T) {
		var asKeys, asCounts, asTable []index.Document
		for i := range rapid.IntRange(1, 40).Draw(t, "documents") {
			b := bag{name: "f", counts: rapid.MapOfN(rapid.SampledFrom(words), rapid.IntRange(1, 9), 0, 4).Draw(t, "terms")}
			id := string(rune('A' + i))
			for docs, field := range map[*[]index.Document]document.Field{&asKeys: spelled{b, words}, &asCounts: b, &asTable: analyzed{b}} {
				d := document.NewDocument(id)
				d.AddField(field)
				*docs = append(*docs, d)
			}
		}
		want, err := build(asTable)
		if err != nil {
			t.Fatal(err)
		}
		for name, docs := range map[string][]index.Document{"numbers": asKeys, "counted words": asCounts} {
			if got, err := build(docs); err != nil || !bytes.Equal(got, want) {
				t.Fatalf("as %s the segment is another one (%v)", name, err)
			}
		}
	})
}

// quiet is a field that is kept out of the index.
type quiet struct{ bag }

func (quiet) Options() index.FieldIndexingOptions { return index.StoreField }

func TestFieldsThatAreNotIndexedAreLeftOut(t *testing.T) {
	d := document.NewDocument("a")
	d.AddField(quiet{bag{name: "hidden", counts: map[string]int{"x": 1}}})
	d.AddField(bag{name: "shown", counts: map[string]int{"x": 1}})
	d.AddField(bag{name: "empty", counts: map[string]int{}})
	data, err := build([]index.Document{d})
	if err != nil {
		t.Fatal(err)
	}
	s, err := newBase(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Fields(); !slices.Equal(got, []string{"shown"}) {
		t.Errorf("fields %q, want the indexed one that has terms", got)
	}
}

func TestPostingsComeTogetherByTerm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newInverted()
		want := map[string][]uint32{} // documents by term
		for doc := range uint32(rapid.IntRange(0, 30).Draw(t, "documents")) {
			for term := range rapid.MapOfN(rapid.SampledFrom([]string{"a", "b", "c"}), rapid.Just(1), 0, 3).Draw(t, "terms") {
				x.add(x.placeOf(term), doc, 1)
				want[term] = append(want[term], doc)
			}
		}
		posts, first := x.byTerm()
		if len(posts) != len(x.posts) || len(x.byName) != len(want) {
			t.Fatalf("%d postings of %d terms, want %d of %d", len(posts), len(x.byName), len(x.posts), len(want))
		}
		var order []string
		x.eachTerm(func(term string, place uint32) {
			order = append(order, term)
			var docs []uint32
			for _, p := range posts[first[place]:first[place+1]] {
				docs = append(docs, p.doc)
			}
			if !slices.Equal(docs, want[term]) {
				t.Fatalf("%s is in %v, want %v", term, docs, want[term])
			}
		})
		if !slices.Equal(order, slices.Sorted(maps.Keys(want))) {
			t.Fatalf("visited as %q", order)
		}
	})
}
