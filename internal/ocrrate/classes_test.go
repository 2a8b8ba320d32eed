package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFigures(t *testing.T) {
	for word, want := range map[string]string{"": "", "kênh": "", "07CTUBND": "07", "ngày5tháng3": "53", "2024": "2024"} {
		if got := figures(word); got != want {
			t.Errorf("%q has %q, want %q", word, got, want)
		}
	}
}

func TestWellSpelt(t *testing.T) {
	cases := []struct {
		name, words string
		want        bool
	}{
		{"syllables", "kênh mương", true},
		{"a number", "ngày 15", true},
		{"no syllable", "kênh mươgn", false},
		{"figures among letters", "07CT", false},
		{"nothing", "", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := wellSpelt(strings.Fields(c.words)); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestSameSpelling(t *testing.T) {
	cases := []struct {
		name, a, b string
		want       bool
	}{
		{"the tone mark on the other vowel", "uỷ ban", "ủy ban", true},
		{"in capitals", "HOÀ", "hòa", true},
		{"i and y", "quí", "quý", true},
		{"another tone", "hoà", "hoá", false},
		{"a word more", "uỷ", "ủy ban", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := sameSpelling(strings.Fields(c.a), strings.Fields(c.b)); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestWithin(t *testing.T) {
	want := strings.Fields("a b c d")
	cases := []struct {
		name string
		hunk hunk
		out  string
	}{
		{"in the middle", hunk{want: []string{"b"}, got: []string{"x"}, at: 1}, "a x c"},
		{"at the beginning", hunk{want: []string{"a"}, got: []string{"x"}, at: 0}, "x b"},
		{"at the end", hunk{want: []string{"d"}, got: []string{"x", "y"}, at: 3}, "c x y"},
		{"a word lost", hunk{want: []string{"b", "c"}, at: 1}, "a d"},
		{"a word added", hunk{got: []string{"x"}, at: 4}, "d x"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(c.hunk.within(want), " "); got != c.out {
				t.Errorf("got %q, want %q", got, c.out)
			}
		})
	}
	if got := strings.Join(want, " "); got != "a b c d" {
		t.Errorf("the wanted words became %q", got)
	}
}

func TestRows(t *testing.T) {
	known := rows{}
	known.add(strings.Fields("a b c d e"))
	cases := []struct {
		name, words string
		all, most   bool
	}{
		{"the same", "a b c d e", true, true},
		{"a part", "b c", true, false}, // too short to count as moved
		{"one word", "b", false, false},
		{"two pairs of three", "a b c x", false, true},
		{"one pair of three", "a b x y", false, false},
		{"known words in another order", "d c b a", false, false},
		{"nothing", "", false, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := strings.Fields(c.words)
			if all, most := known.hold(w), known.holdMost(w); all != c.all || most != c.most {
				t.Errorf("all %v, most %v, want %v, %v", all, most, c.all, c.most)
			}
		})
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		name           string
		wrong, letters int
		want           float64
	}{
		{"none wrong", 0, 10, 0}, {"a quarter", 1, 4, 25}, {"all", 7, 7, 100}, {"more than there are", 3, 2, 150}, {"no letters", 0, 0, 0},
	} {
		if got := share(c.wrong, c.letters); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	if got := count([]string{"kênh", "mương", "5"}); got != 10 {
		t.Errorf("got %d letters, want 10", got)
	}
}

// paper draws texts of few words, so that they share many.
func paper() *rapid.Generator[string] {
	word := rapid.SampledFrom(strings.Fields("kênh Kênh kenh mương uỷ ủy ban 15 18 cống đập tổ tô"))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, "words"), " ")
	})
}

// A text read as it stands has no fault; whatever is read, each wrong letter has one class, and the body has no more of
// them than the whole.
func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed, got, bare := paper().Draw(t, "typed"), paper().Draw(t, "got"), paper().Draw(t, "bare")
		var same, r report
		same.compare(typed, typed, typed)
		if same.wrong != 0 || same.plain != 0 || same.body != 0 || len(same.differences) != 0 {
			t.Fatalf("the same text has %d and %d letters wrong", same.wrong, same.plain)
		}
		r.compare(typed, got, bare)
		sum := 0
		for _, d := range r.differences {
			if d.wrong <= 0 || !slices.Contains(classes, d.class) {
				t.Fatalf("%q for %q: %d letters, class %q", d.got, d.want, d.wrong, d.class)
			}
			sum += d.wrong
		}
		if sum != r.wrong || r.body > r.wrong || r.bodyLetters > r.letters {
			t.Fatalf("%d letters in classes, %d wrong, %d of the body", sum, r.wrong, r.body)
		}
		if r.letters != count(words(typed)) {
			t.Fatalf("%d letters, the words have %d", r.letters, count(words(typed)))
		}
		var swapped report
		swapped.compare(typed, bare, got)
		var wrong int
		for _, h := range diff(words(typed), words(bare)) {
			wrong += distance([]rune(strings.Join(h.want, "")), []rune(strings.Join(h.got, "")))
		}
		if swapped.wrong != wrong || r.plain != wrong {
			t.Fatalf("one reading has %d and %d letters wrong, want %d", swapped.wrong, r.plain, wrong)
		}
	})
}
