package layout

import (
	"slices"
	"testing"
)

func texts(lines []line) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.text()
	}
	return out
}

func TestLinesOf(t *testing.T) {
	cases := []struct {
		name  string
		words []Word
		want  []string
	}{
		{"nothing", nil, []string{}},
		{"words in any order", all(at(200, 100, 12, "b c"), at(100, 100, 12, "a"), at(100, 120, 12, "d")), []string{"a b c", "d"}},
		{"baselines that differ a little", all(at(100, 100, 12, "a"), at(150, 102, 12, "b")), []string{"a b"}},
		{"baselines of two lines", all(at(100, 100, 12, "a"), at(150, 108, 12, "b")), []string{"a", "b"}},
		{"a superscript", all(at(100, 100, 12, "Điều"), put(126, 95, 7, "2")), []string{"Điều2"}},
		{"a subscript", all(at(100, 100, 12, "PM"), put(113, 102.5, 7, "10")), []string{"PM10"}},
		{"a small line of its own", all(at(100, 100, 12, "Điều"), at(100, 92, 7, "chú thích nhỏ")), []string{"chú thích nhỏ", "Điều"}},
		{"a word drawn twice for boldness", all(put(100, 100, 12, "kênh"), put(100.4, 100, 12, "kênh")), []string{"kênh"}},
		{"a word said twice", at(100, 100, 12, "xanh xanh"), []string{"xanh xanh"}},
		{"a mark drawn as a word of its own", all(put(100, 100, 12, "tươ"), put(118, 100, 12, "\u0301"), put(118.5, 100, 12, "i")), []string{"tưới"}},
		{"letters in pieces", all(put(100, 100, 12, "k"), put(106, 100, 12, "ênh")), []string{"kênh"}},
		{"a gap without a blank", all(put(100, 100, 12, "kênh"), put(127, 100, 12, "mương")), []string{"kênh mương"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(linesOf(c.words)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Blanks come from the file where it has them, else from distances.
func TestApart(t *testing.T) {
	cases := []struct {
		name          string
		gap           float64 // in letter sizes
		after, before bool
		want          bool
	}{
		{"side by side", 0, false, false, false},
		{"kerned together", -0.1, false, false, false},
		{"a hair apart", 0.15, false, false, false},
		{"a blank's width", 0.2, false, false, true},
		{"a blank in the file", 0, true, false, true},
		{"a blank before the word", 0, false, true, true},
		{"a blank, but drawn over each other", -0.5, true, false, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := Word{Text: "a", X0: 0, X1: 10, Size: 10, After: c.after}
			b := Word{Text: "b", X0: 10 + 10*c.gap, X1: 20, Size: 10, Before: c.before}
			if got := apart(a, b); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestIsRaised(t *testing.T) {
	l := line{y: 100, size: 12}
	for _, c := range []struct {
		name    string
		size, y float64
		want    bool
	}{
		{"small and high", 7, 95, true},
		{"small on the line", 7, 100, false},
		{"as large, high", 12, 95, false},
		{"small and low", 7, 103, false},
	} {
		if got := l.isRaised(Word{Size: c.size, Y: c.y}); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
