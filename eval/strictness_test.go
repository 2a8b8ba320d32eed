package eval

import (
	"testing"

	"pgregory.net/rapid"
)

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       [4]bool // exact, folded, overlap, edit
	}{
		{"the same", "Bộ Tài chính", "Bộ Tài chính", [4]bool{true, true, true, true}},
		{"blanks and lines", "Bộ  Tài\nchính ", "Bộ Tài chính", [4]bool{true, true, true, true}},
		{"case", "CHỈ THỊ", "Chỉ thị", [4]bool{false, true, true, true}},
		{"place of the tone mark", "Văn hoá", "Văn hóa", [4]bool{false, true, true, true}},
		{"punctuation", "Đoàn kết, gương mẫu", "“Đoàn kết - gương mẫu”", [4]bool{false, true, true, true}},
		{"another mark is another word", "Ủy ban", "Ủy bản", [4]bool{false, false, true, true}},
		{"half of the syllables", "Sở Y tế tỉnh", "Sở Y", [4]bool{false, false, true, false}},
		{"less than half", "Sở Y tế tỉnh Kon Tum", "Sở Y", [4]bool{false, false, false, false}},
		{"two letters in ten", "abcdefghij", "abcdefghXY", [4]bool{false, false, false, true}},
		{"three letters in ten", "abcdefghij", "abcdefgXYZ", [4]bool{false, false, false, false}},
		{"empty and blank", "", "  ", [4]bool{true, true, true, true}},
		{"empty and something", "", "x", [4]bool{false, false, false, false}},
		{"signs alone are not letters", "–", "…", [4]bool{false, false, false, false}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, level := range Levels() {
				if got := level.Equal(c.a, c.b); got != c.want[i] {
					t.Errorf("%s: %q and %q: %v", level, c.a, c.b, got)
				}
				if got := level.Equal(c.b, c.a); got != c.want[i] {
					t.Errorf("%s: %q and %q the other way round: %v", level, c.a, c.b, got)
				}
			}
		})
	}
}

// What is equal at a strict level is equal at every looser one.
func TestLooserLevelsTakeMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"bộ", "Bộ", "tài", "chính", "hoá", "hóa", "-", "x"})
		join := func(name string) string {
			s := ""
			for _, w := range rapid.SliceOfN(word, 0, 6).Draw(t, name) {
				s += w + " "
			}
			return s
		}
		a, b := join("a"), join("b")
		exact, folded := Exact.Equal(a, b), Folded.Equal(a, b)
		if exact && !folded || folded && (!Overlap.Equal(a, b) || !Edit.Equal(a, b)) {
			t.Fatalf("%q and %q: exact %v, folded %v, overlap %v, edit %v", a, b, exact, folded, Overlap.Equal(a, b), Edit.Equal(a, b))
		}
	})
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"đến", "đên", 1}, {"kitten", "sitting", 3}, {"abc", "cba", 2}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
