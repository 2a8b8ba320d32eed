package flow

import (
	"slices"
	"strings"
	"testing"
)

// TestMarksOfSymbolFonts covers the marks of lists as pages and RTF write them: a letter in a font that shows none.
func TestMarksOfSymbolFonts(t *testing.T) {
	for _, c := range []struct {
		name string
		run  Run
		want string
	}{
		{"the bullet of Symbol", Run{Text: "·", Font: "Symbol"}, "• Rà soát\n"},
		{"with blanks around it", Run{Text: "·\u00a0\u00a0", Font: "Symbol"}, "•   Rà soát\n"},
		{"the square of Wingdings", Run{Text: "§", Font: "Wingdings"}, "• Rà soát\n"},
		{"a small letter that is a box", Run{Text: "q", Font: "Wingdings"}, "□ Rà soát\n"},
		{"a tick", Run{Text: "ü", Font: "WINGDINGS"}, "✓ Rà soát\n"},
		{"from the private area", Run{Text: "\uf0a7", Font: "Wingdings"}, "• Rà soát\n"},
		{"an ornament of the private area", Run{Text: "\uf001", Font: "Wingdings"}, "Rà soát\n"},
		{"a word in a symbol font is a word", Run{Text: "Sở", Font: "Symbol"}, "Sở Rà soát\n"},
		{"a letter that shows nothing known", Run{Text: "B", Font: "Symbol"}, "B Rà soát\n"},
		{"the same letter in another font", Run{Text: "q", Font: "Arial"}, "q Rà soát\n"},
		{"no more than a blank", Run{Text: " ", Font: "Wingdings"}, "Rà soát\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Document{Blocks: []Block{para(c.run, Run{Text: " Rà soát"})}}
			if got := d.Text().Content; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if len(d.Decoded) > 0 {
				t.Errorf("decoded from %q", d.Decoded)
			}
		})
	}
}

// TestClean covers what is left of the characters that Word and its imitators write.
func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a no-break space", "Số\u00a015", "Số 15"},
		{"narrow and wide blanks", "a\u2009b\u3000c", "a b c"},
		{"breaks of every kind", "a\rb\vc\fd\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
		{"soft hyphens and joiners", "kế\u00adhoạch\u200d\ufeff", "kếhoạch"},
		{"marks of direction", "\u200eSở\u202a A\u202c", "Sở A"},
		{"control characters", "a\x07b\u0085c", "abc"},
		{"marks apart from their letters", "Vie\u0302\u0323t", "Việt"},
		{"tabs stay", "a\tb", "a\tb"},
		{"broken bytes", "a\xc3", "a\ufffd"},
		{"nothing", "", ""},
	} {
		if got := clean(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRules covers the rules drawn under letterheads, which are no text.
func TestRules(t *testing.T) {
	for text, want := range map[string]bool{
		"---": true, "_______": true, "- - -": true, "———": true, "=====": true, "──────": true, "¯¯¯": true,
		"--": false, "": false, "-a-": false, "...": false, "* * *": false,
	} {
		if got := isRule([]piece{{text: text}}); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !isRule([]piece{{text: "-"}, {text: "--", bold: true}}) {
		t.Error("a rule in two pieces is one")
	}
}

// TestFieldsInDepth holds that fields beyond the limit show nothing and that those within it go on afterwards.
func TestFieldsInDepth(t *testing.T) {
	var f Fields
	for range maxFields {
		f.Begin()
		f.Separate()
	}
	if f.Hides() {
		t.Fatal("results are shown up to the limit")
	}
	f.Begin()
	f.Separate()
	if !f.Hides() {
		t.Error("what stands in a field beyond the limit is shown")
	}
	f.End()
	if f.Hides() {
		t.Error("the field within the limit does not go on")
	}
	for range maxFields + 5 {
		f.End()
	}
	f.Begin()
	if !f.Hides() {
		t.Error("code is shown after all fields were closed")
	}
}

// TestLettersOfLists covers the labels beyond those that papers mostly need.
func TestLettersOfLists(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "a", 26: "z", 27: "aa", 52: "zz", 53: "aaa", 1300: strings.Repeat("z", 50), 1301: "", -4: ""} {
		if got := Letter(n); got != want {
			t.Errorf("letter %d: %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "", 4: "IV", 9: "IX", 40: "XL", 90: "XC", 399: "CCCXCIX", 3999: "MMMCMXCIX", 4000: ""} {
		if got := Roman(n); got != want {
			t.Errorf("Roman %d: %q, want %q", n, got, want)
		}
	}
}

// TestRestarts covers when the counter of a level begins anew.
func TestRestarts(t *testing.T) {
	list := func(restart int) *List {
		l := NewList("1", "k")
		for i := range 3 {
			l.Levels[i] = ListLevel{Start: 1, Format: "decimal", Text: "%" + string(rune('1'+i)), Tight: true, Restart: -1, Defined: true}
		}
		l.Levels[2].Restart = restart
		return l
	}
	for _, c := range []struct {
		name    string
		restart int
		levels  []int
		want    []string
	}{
		{"under any level above", -1, []int{0, 1, 2, 2, 1, 2, 0, 2}, []string{"1", "1", "1", "2", "2", "1", "2", "1"}},
		{"under the first level alone", 1, []int{0, 1, 2, 2, 1, 2, 0, 2}, []string{"1", "1", "1", "2", "2", "3", "2", "1"}},
		{"never", 0, []int{0, 1, 2, 2, 1, 2, 0, 2}, []string{"1", "1", "1", "2", "2", "3", "2", "4"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var k Counter
			l := list(c.restart)
			var got []string
			for _, at := range c.levels {
				label, _ := k.Next(l, at)
				got = append(got, label)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			k.Restart(l)
			if label, _ := k.Next(l, 2); label != "1" {
				t.Errorf("a list that begins anew begins with %q", label)
			}
		})
	}
	if label, _ := new(Counter).Next(list(-1), ListLevels); label != "" {
		t.Errorf("a level that no list has gives %q", label)
	}
}

// TestLegalNumbers covers headings whose numbers stand all in digits.
func TestLegalNumbers(t *testing.T) {
	l := NewList("1", "k")
	l.Levels[0] = ListLevel{Start: 2, Format: "upperRoman", Text: "%1.", Restart: -1, Defined: true}
	l.Levels[1] = ListLevel{Start: 1, Format: "decimal", Text: "%1.%2.", Restart: -1, Defined: true}
	l.Levels[2] = ListLevel{Start: 1, Format: "decimal", Text: "%1.%2.%3.", Legal: true, Restart: -1, Defined: true}
	var k Counter
	for _, c := range []struct {
		at   int
		want string
	}{{0, "II. "}, {1, "II.1. "}, {2, "2.1.1. "}, {2, "2.1.2. "}, {0, "III. "}, {2, "3.1.1. "}} {
		if got, _ := k.Next(l, c.at); got != c.want {
			t.Errorf("level %d: %q, want %q", c.at, got, c.want)
		}
	}
}

// TestWideTables holds that no cell of a file makes a row wider than the limit.
func TestWideTables(t *testing.T) {
	b := grid([]string{"TT", "a", "b"}, []string{"1", "x", "y"})
	b.Table.Rows[1].Cells[1].Span = 1 << 30
	d := Document{Blocks: []Block{b}}
	text := d.Text()
	if n := len(text.Tables[0].Rows[1].Cells); n < 3 || n > maxColumns+1 {
		t.Errorf("%d cells", n)
	}
	if text.Content != "TT | a | b\n1 | x | y\n" {
		t.Errorf("got %q", text.Content)
	}
}
