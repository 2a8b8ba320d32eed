package index

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPlainWord(t *testing.T) {
	for s, want := range map[string]bool{"thi": true, "a": true, "": false, "thị": false, "19": false, "ct19": false, "THI": false, "thi dua": false} {
		if plainWord(s) != want {
			t.Errorf("%q: want %v", s, want)
		}
	}
}

func TestCut(t *testing.T) {
	v := &vocabulary{docs: map[string]int{"thu": 3, "tuong": 2, "th": 1, "utuong": 1}}
	for _, tt := range []struct {
		word string
		want []string
	}{
		{"thutuong", []string{"th utuong", "thu tuong"}},
		{"thu", nil},
		{"tuongthu", []string{"tuong thu"}},
		{"", nil},
	} {
		if got := v.cut(tt.word); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.word, got, tt.want)
		}
	}
}

// slips counts the slips of the finger between two words as Damerau did, by the whole table; more than one is two.
func slips(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			default:
				cost := 1
				if a[i-1] == b[j-1] {
					cost = 0
				}
				d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return min(d[len(a)][len(b)], 2)
}

// near finds just the words that are one slip away, each once.
func TestNearIsOneSlipAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[abc]{0,5}`)
		v := &vocabulary{docs: map[string]int{}}
		for _, w := range rapid.SliceOfN(word, 0, 30).Draw(t, "vocabulary") {
			if w != "" {
				v.docs[w] = 1
			}
		}
		typed := word.Draw(t, "typed")
		var want []string
		for w := range v.docs {
			if slips(typed, w) == 1 {
				want = append(want, w)
			}
		}
		got := slices.Clone(v.near(typed))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("near %q: %q, want %q", typed, got, want)
		}
	})
}

func TestRarityOfWords(t *testing.T) {
	v := &vocabulary{docs: map[string]int{"cua": 100, "rung": 3}, all: 100}
	if a, b, c := v.rarity("cua"), v.rarity("rung"), v.rarity("nowhere"); !(a < b && b < c) {
		t.Errorf("of all %g, of three %g, of none %g: the rarer the more", a, b, c)
	}
	if got := v.rarity("2024"); got != numberRarity {
		t.Errorf("a number tells %g, want %d", got, numberRarity)
	}
}

func TestVocabularyOfAnIndex(t *testing.T) {
	x := openWorld(t, world())
	s, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer x.release(s)
	v, err := s.words()
	if err != nil {
		t.Fatal(err)
	}
	if v.all != len(world()) || v.docs["thi"] == 0 || v.docs["dua"] < 3 {
		t.Errorf("%d documents, thi in %d, dua in %d", v.all, v.docs["thi"], v.docs["dua"])
	}
	for w := range v.docs {
		if !plainWord(w) || strings.TrimSpace(w) != w {
			t.Errorf("%q is no word", w)
		}
	}
}
