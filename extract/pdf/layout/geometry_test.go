package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDistinct(t *testing.T) {
	cases := []struct {
		name     string
		in, want []float64
	}{
		{"nothing", nil, nil},
		{"out of order", []float64{300, 100, 200}, []float64{100, 200, 300}},
		{"near each other", []float64{100, 102.5, 103}, []float64{100}},
		{"just apart", []float64{100, 103.5}, []float64{100, 103.5}},
		{"a row of near ones does not run on", []float64{100, 102, 104, 106}, []float64{100, 104}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := distinct(c.in); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestBand(t *testing.T) {
	bounds := []float64{10, 20, 30, 40}
	for _, c := range []struct {
		name string
		v    float64
		want int
	}{
		{"in the first", 15, 0}, {"in the last", 39, 2}, {"in the middle", 25, 1}, {"before all", 0, 0}, {"behind all", 99, 2}, {"on a line", 20, 0},
	} {
		if got := band(bounds, c.v); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestMeeting(t *testing.T) {
	across := func(x0, x1, y float64) Rule { return Rule{x0, y, x1, y} }
	down := func(x, y0, y1 float64) Rule { return Rule{x, y0, x, y1} }
	cases := []struct {
		name  string
		rules []Rule
		want  []int // how many lines each group has
	}{
		{"nothing", nil, nil},
		{"lines that do not meet", []Rule{across(0, 100, 10), across(0, 100, 30)}, []int{1, 1}},
		{"a corner", []Rule{across(0, 100, 10), down(0, 10, 50)}, []int{2}},
		{"a corner with a little white", []Rule{across(2, 100, 10), down(0, 12, 50)}, []int{2}},
		{"two groups joined by a line further down", []Rule{down(0, 10, 50), down(100, 10, 50), across(0, 100, 50)}, []int{3}},
		{"two tables", []Rule{across(0, 100, 10), down(0, 10, 50), across(0, 100, 200), down(0, 200, 250)}, []int{2, 2}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []int
			for _, g := range meeting(c.rules) {
				got = append(got, len(g))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestCrossed(t *testing.T) {
	rules := []Rule{{100, 0, 100, 50}, {0, 80, 60, 80}}
	cases := []struct {
		name     string
		vertical bool
		at, mid  float64
		want     bool
	}{
		{"on the upright line", true, 100, 25, true},
		{"a little beside it", true, 102, 25, true},
		{"beyond its end", true, 100, 70, false},
		{"another place", true, 110, 25, false},
		{"on the level line", false, 80, 30, true},
		{"beside the level line", false, 80, 90, false},
		{"the upright one is not level", false, 25, 100, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := crossed(rules, c.vertical, c.at, c.mid); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestSplit(t *testing.T) {
	rows := linesOf(all(put(100, 100, 12, "a"), put(300, 100, 12, "b"), put(100, 120, 12, "c"), put(198, 120, 12, "d")))
	left, right := split(rows, 200)
	if l, r := wordTexts(left), wordTexts(right); l != "a c" || r != "b d" {
		t.Errorf("%q on the left, %q on the right", l, r)
	}
}

func wordTexts(words []Word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Text
	}
	return strings.Join(out, " ")
}

func TestMarks(t *testing.T) {
	cases := []struct{ name, line, mark string }{
		{"a figure", "1 Theo báo cáo", "1"},
		{"in brackets", "(12) Theo báo cáo", "12"},
		{"in square brackets", "[3]: Theo báo cáo", "3"},
		{"a star", "* Theo báo cáo", "*"},
		{"stars", "*** Theo báo cáo", "***"},
		{"glued to the word", "2Theo báo cáo", "2"},
		{"a year", "2024 là năm gốc", ""},
		{"a bracket, then a year", "(1)2024 là năm gốc", "1"},
		{"words", "Theo báo cáo 1", ""},
		{"nothing", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := noteMark(line{words: at(100, 100, 10, c.line)}); got != c.mark {
				t.Errorf("got %q, want %q", got, c.mark)
			}
		})
	}
	for mark, want := range map[string]string{"12": "¹²", "3": "³", "0": "⁰", "*": "*", "4a": "⁴a", "": ""} {
		if got := superscript(mark); got != want {
			t.Errorf("%q is raised as %q, want %q", mark, got, want)
		}
	}
}

func TestBodySize(t *testing.T) {
	one := func(words ...[]Word) [][]line { return [][]line{linesOf(all(words...))} }
	cases := []struct {
		name  string
		pages [][]line
		want  float64
	}{
		{"nothing", nil, 0},
		{"most letters count, not most words", one(at(50, 100, 10, "a b c"), at(50, 120, 14, "nghiêng")), 14},
		{"figures do not count", one(at(50, 100, 8, "1234567890"), at(50, 120, 13, "kênh")), 13},
		{"to half a point", one(at(50, 100, 13.02, "kênh"), at(50, 120, 12.98, "mương"), at(50, 140, 12, "abcdef")), 13},
		{"the larger of two as frequent", one(at(50, 100, 11, "abcd"), at(50, 120, 14, "abcd")), 14},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := bodySize(c.pages); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestFurnitureKey(t *testing.T) {
	key := func(y float64, text string) string { return furnitureKey(line{words: at(100, y, 12, text), y: y}, 842) }
	cases := []struct {
		name string
		a, b string
		same bool
	}{
		{"figures aside", key(40, "Trang 2 của 9"), key(40, "Trang 13 của 9"), true},
		{"another text", key(40, "Trang 2"), key(40, "Tờ 2"), false},
		{"above and below", key(40, "Trang 2"), key(810, "Trang 2"), false},
		{"figures alone have none", key(40, "12"), "", true},
	}
	for _, c := range cases {
		if (c.a == c.b) != c.same {
			t.Errorf("%s: %q and %q", c.name, c.a, c.b)
		}
	}
}

// Lines keep every word once, stand from top to bottom, and have their words from left to right.
func TestLinesKeepWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var words []Word
		for i := range rapid.IntRange(0, 40).Draw(t, "n") {
			size := rapid.SampledFrom([]float64{7, 12, 14}).Draw(t, "size")
			words = append(words, put(rapid.Float64Range(0, 500).Draw(t, "x"), rapid.Float64Range(20, 120).Draw(t, "y"), size, fmt.Sprintf("w%d", i))...)
		}
		seen := map[string]int{}
		last := math.Inf(-1)
		for _, l := range linesOf(words) {
			if l.y < last {
				t.Fatalf("the line at %v comes after one at %v", l.y, last)
			}
			last = l.y
			for i, w := range l.words {
				seen[w.Text]++
				if i > 0 && w.X0 < l.words[i-1].X0 {
					t.Fatalf("%q is right of %q", l.words[i-1].Text, w.Text)
				}
				if w.X0 < l.x0 || w.X1 > l.x1 || w.Size > l.size {
					t.Fatalf("%q lies beyond its line", w.Text)
				}
			}
		}
		for _, w := range words {
			if seen[w.Text] != 1 {
				t.Fatalf("%q is met %d times", w.Text, seen[w.Text])
			}
		}
	})
}

// What is left of the gaps lies in them, is free of every word, and is in order.
func TestNarrowProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var words []Word
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			words = append(words, put(rapid.Float64Range(0, 500).Draw(t, "x"), 100, 12, rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "text"))...)
		}
		at := 100.0
		for _, g := range narrow([]gap{{100, 400}}, words) {
			if g.x0 < at || g.x1 > 400 || g.x1-g.x0 < gutterMin {
				t.Fatalf("the gap %v comes after %v", g, at)
			}
			at = g.x1
			for _, w := range words {
				if w.X0 < g.x1 && w.X1 > g.x0 {
					t.Fatalf("%q lies in the gap %v", w.Text, g)
				}
			}
		}
	})
}
