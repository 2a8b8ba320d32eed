package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
)

func TestQuoted(t *testing.T) {
	for _, tt := range []struct {
		name    string
		words   []string
		between string
		want    string
	}{
		{"one", []string{"rừng"}, " OR ", `"rừng"`},
		{"two", []string{"cháy", "rừng"}, " AND ", `"cháy" AND "rừng"`},
		{"a name of two syllables", []string{"Bộ Y tế", "BYT"}, " OR ", `"Bộ Y tế" OR "BYT"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := quoted(tt.words, tt.between); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// Words are drawn from where they are asked for, and every one of them can come.
func TestAmong(t *testing.T) {
	w := newGenerator(2).writer(0)
	seen := map[string]bool{}
	for range 2000 {
		word := w.among(10, 30)
		if !slices.Contains(w.words[10:30], word) {
			t.Fatalf("%q is none of them", word)
		}
		seen[word] = true
	}
	distinct := map[string]bool{}
	for _, word := range w.words[10:30] {
		distinct[word] = true
	}
	if len(seen) != len(distinct) {
		t.Errorf("%d of %d words are drawn", len(seen), len(distinct))
	}
}

// The words come as often as papers have them: the first hundred are most of the text, rare ones are drawn all the same.
func TestWordsAreFrequentAndRare(t *testing.T) {
	w := newGenerator(2).writer(0)
	place := map[string]int{}
	for i, word := range w.words {
		if _, ok := place[word]; !ok {
			place[word] = i
		}
	}
	const drawn = 4000
	frequent, rare := 0, 0
	for range drawn {
		switch i := place[w.word()]; {
		case i < 100:
			frequent++
		case i > 1000:
			rare++
		}
	}
	if frequent < drawn/3 || rare < drawn/100 {
		t.Errorf("%d of %d are frequent, %d rare", frequent, drawn, rare)
	}
}

// A sentence is a line of 8 to 21 pieces and ends in a full stop; the same writer goes on to others.
func TestSentences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := shared.writer(rapid.Uint64().Draw(t, "writer"))
		first, second := w.sentence(), w.sentence()
		if first == second {
			t.Fatalf("twice %q", first)
		}
		for _, s := range []string{first, second} {
			if !strings.HasSuffix(s, ".\n") || strings.Count(s, "\n") != 1 || strings.Contains(s, "  ") || len(strings.Fields(s)) < 8 {
				t.Fatalf("%q", s)
			}
		}
	})
}

// shared is one generator for the properties, which never change it.
var shared = newGenerator(4)

// What the index is asked is a query of its language, and FTS5 is asked in balanced quotes, whatever chance gives.
func TestEveryQueryCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(kinds).Draw(t, "kind")
		ours, theirs := k.write(shared.writer(rapid.Uint64().Draw(t, "writer")))
		parse := query.Parse
		if k.how == named {
			parse = parseNames
		}
		if _, err := parse(ours); err != nil && k.how != suggested {
			t.Fatalf("%s: %q: %v", k.name, ours, err)
		}
		if strings.Count(theirs, `"`)%2 != 0 || strings.Contains(theirs, `""`) {
			t.Fatalf("%s: %s", k.name, theirs)
		}
	})
}

func TestKindsAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range kinds {
		if k.name == "" || seen[k.name] || !strings.HasPrefix(k.sql, "SELECT ") {
			t.Errorf("%+v", k.name)
		}
		seen[k.name] = true
	}
	for _, h := range []how{searched, named, marked, suggested} {
		if !slices.ContainsFunc(kinds, func(k kind) bool { return k.how == h }) {
			t.Errorf("nothing is asked in the way %d", h)
		}
	}
}

func TestTextSize(t *testing.T) {
	for _, tt := range []struct {
		name string
		doc  index.Doc
		want int64
	}{
		{"nothing", index.Doc{ID: "d1", Issuer: "Bộ Y tế"}, 0},
		{"bytes and not letters", index.Doc{Title: "ư", Body: "abc"}, 5},
	} {
		if got := textSize(tt.doc); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// A percentile is one of the times, no smaller than that of a smaller share, and does not change them.
func TestPercentilesGrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := times(rapid.SliceOfN(rapid.Map(rapid.IntRange(0, 50), func(n int) time.Duration { return time.Duration(n) }), 1, 30).Draw(t, "times"))
		before := slices.Clone(list)
		last := slices.Min(list)
		for _, p := range []float64{0, .25, .5, .75, .95, .99, 1} {
			got := list.percentile(p)
			if got < last || !slices.Contains(list, got) {
				t.Fatalf("%g of %v is %v after %v", p, list, got, last)
			}
			last = got
		}
		if last != slices.Max(list) || list.percentile(0) != slices.Min(list) || !slices.Equal(list, before) {
			t.Fatalf("%v up to %v", list, last)
		}
	})
}
