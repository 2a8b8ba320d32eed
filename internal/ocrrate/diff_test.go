package main

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"signs alone are no word", "- … (*)", ""},
		{"signs around and inside", "“Số: 07/CT-UBND”,", "Số 07CTUBND"},
		{"lines and blanks", "kênh\n\tmương\u00a0đất", "kênh mương đất"},
		{"a letter and its mark apart", "to\u0302\u0309", "tổ"},
		{"capitals stay", "KÊNH mương", "KÊNH mương"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(words(c.text), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// said writes hunks as "place:wanted>read".
func said(hunks []hunk) string {
	out := make([]string, len(hunks))
	for i, h := range hunks {
		out[i] = string(rune('0'+h.at)) + ":" + strings.Join(h.want, "+") + ">" + strings.Join(h.got, "+")
	}
	return strings.Join(out, " ")
}

func TestDiff(t *testing.T) {
	cases := []struct{ name, want, got, hunks string }{
		{"both empty", "", "", ""},
		{"nothing read", "a b", "", "0:a+b>"},
		{"nothing wanted", "", "a b", "0:>a+b"},
		{"the same", "a b c", "a b c", ""},
		{"the first word", "x b c", "y b c", "0:x>y"},
		{"the last word", "a b x", "a b y", "2:x>y"},
		{"a word lost", "a b c", "a c", "1:b>"},
		{"a word added", "a c", "a b c", "1:>b"},
		{"two places", "a b c d e", "a x c y e", "1:b>x 3:d>y"},
		{"a word said twice", "a a b", "a b", "1:a>"},
		{"a tie behind a long row", "a b c d e f", "x x x x d e f", "0:a+b+c>x+x+x+x"},
		{"ties that cross keep one order", "a b c d e f", "d e f a b c", "0:a+b+c> 6:>a+b+c"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := said(diff(strings.Fields(c.want), strings.Fields(c.got))); got != c.hunks {
				t.Errorf("got %q, want %q", got, c.hunks)
			}
		})
	}
}

// What would take too large a table is one hunk, and no less is.
func TestCompareIsBounded(t *testing.T) {
	long := slices.Repeat([]string{"a", "b"}, 1<<10)
	other := slices.Repeat([]string{"c", "b"}, 1<<10)
	if got := compare(long, append(other, "c"), 7); len(got) != 1 || got[0].at != 7 || len(got[0].want) != 1<<11 || len(got[0].got) != 1<<11+1 {
		t.Errorf("got %d hunks", len(got))
	}
	if got := compare(long, other, 0); len(got) != 1<<10 {
		t.Errorf("got %d hunks, want one for every other word", len(got))
	}
}

func TestOnce(t *testing.T) {
	got := once(strings.Fields("a b c a b c d"))
	want := map[run]int{{"a", "b", "c"}: -1, {"b", "c", "a"}: 1, {"c", "a", "b"}: 2, {"b", "c", "d"}: 4}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for r, at := range want {
		if got[r] != at {
			t.Errorf("%v stands at %d, want %d", r, got[r], at)
		}
	}
	if got := once([]string{"a", "b"}); len(got) != 0 {
		t.Errorf("two words make no run of three: %v", got)
	}
}

// A comparison word by word leaves as many words alike as the two lists have in common in order, whichever comes first.
func TestCompareFindsTheMostInCommon(t *testing.T) {
	list := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 25)
	alike := func(a, b []string) int {
		n := len(a)
		for _, h := range compare(a, b, 0) {
			n -= len(h.want)
		}
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := list.Draw(t, "a"), list.Draw(t, "b")
		most := int(longest(a, b)[0][0])
		if x, y := alike(a, b), alike(b, a); x != most || y != most {
			t.Errorf("%d and %d words are alike, want %d", x, y, most)
		}
	})
}

// The chain rises in both places and no longer one is there, as trying all ends shows.
func TestRisingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seconds := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).Draw(t, "seconds")[:rapid.IntRange(0, 10).Draw(t, "n")]
		pairs := make([][2]int, len(seconds))
		best := make([]int, len(seconds))
		most := 0
		for i, s := range seconds {
			pairs[i] = [2]int{i, s}
			for j := range i {
				if seconds[j] < s {
					best[i] = max(best[i], best[j])
				}
			}
			best[i]++
			most = max(most, best[i])
		}
		chain := rising(pairs)
		if len(chain) != most {
			t.Fatalf("%v is a chain of %d, want %d", chain, len(chain), most)
		}
		for i := 1; i < len(chain); i++ {
			if chain[i][0] <= chain[i-1][0] || chain[i][1] <= chain[i-1][1] {
				t.Fatalf("%v does not rise", chain)
			}
		}
		for _, p := range chain {
			if !slices.Contains(pairs, p) {
				t.Fatalf("%v is none of the pairs", p)
			}
		}
	})
}
