package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/index/vi"
)

// A key spells what it was made of, and keys are ordered as their terms are.
func TestLexiconOrdersAsWordsDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l lexicon
		var keys []uint64
		var want []string
		pairs := rapid.Bool().Draw(t, "pairs")
		word := rapid.StringMatching(`[a-zđưăê0-9]{1,4}`)
		for range rapid.IntRange(0, 40).Draw(t, "terms") {
			a, b := word.Draw(t, "word"), word.Draw(t, "next")
			key, term := uint64(l.number(a)), a
			if pairs {
				key, term = key<<32|uint64(l.number(b)), a+" "+b
			}
			keys, want = append(keys, key), append(want, term)
		}
		l.number("later") // ranks that were worked out before this are out of date
		l.order(keys)
		slices.Sort(want)
		var got []string
		for _, k := range keys {
			got = append(got, l.spell(k))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestLexiconIsBounded(t *testing.T) {
	l := lexicon{words: make([]string, maxWords), numbers: map[string]uint32{"a": 7}}
	if n := l.number("a"); n != 7 {
		t.Errorf("a word that is known has number %d", n)
	}
	if n := l.number("b"); n != 0 || len(l.words) != maxWords {
		t.Errorf("a word too many has number %d of %d", n, len(l.words))
	}
	if !l.full() {
		t.Error("a lexicon without room is not full")
	}
	var none lexicon
	if none.full() {
		t.Error("an empty lexicon is full")
	}
}

// spelled gives the terms of a field as "term frequency".
func spelled(f *keyed) string {
	f.Analyze()
	keys, freqs := f.Keys()
	var out []string
	for i, k := range keys {
		out = append(out, strings.ReplaceAll(fmt.Sprint(f.Spell(k), " ", freqs[i]), lengthTerm, "#"))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestWording(t *testing.T) {
	tests := []struct {
		name, text   string
		times        int
		words, pairs string
	}{
		{"nothing", "…", 1, "", ""},
		{"one word", "thi", 1, "# 1, thi 1", ""},
		{"marks", "thị", 1, "# 1, thi 1, thị 1", ""},
		{"folded forms are one", "thi thị thí", 1, "# 3, thi 3, thí 1, thị 1", "thi thi 2"},
		{"neighbours", "a b a b", 1, "# 4, a 2, b 2", "a b 2, b a 1"},
		{"a title counts over", "a b", 3, "# 6, a 3, b 3", "a b 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var tz vi.Tokenizer
			w := newWording(&lexicon{}, "f")
			w.add(tz.Tokens(nil, tt.text), tt.times)
			if got := spelled(w.words); got != tt.words {
				t.Errorf("words %q, want %q", got, tt.words)
			}
			if got := spelled(w.pairs); got != tt.pairs {
				t.Errorf("pairs %q, want %q", got, tt.pairs)
			}
		})
	}
}

// However little memory there is for a batch, the index holds the same.
func TestMemoryChangesNothing(t *testing.T) {
	docs := world()
	all := func(yield func(Doc, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	var want string
	for _, memory := range []int{0, 1, 10_000, 1 << 30} {
		dir, opts := t.TempDir(), Options{Memory: memory, Text: texts(docs)}
		if err := Rebuild(t.Context(), dir, opts, all, 1); err != nil {
			t.Fatal(err)
		}
		x, err := Open(t.Context(), dir, opts)
		if err != nil {
			t.Fatal(err)
		}
		r := search(t, x, "thi đua khen thưởng", Filters{})
		got := fmt.Sprint(r.Total, r.Hits)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("with %d bytes: %s, want %s", memory, got, want)
		}
		x.Close()
	}
}
