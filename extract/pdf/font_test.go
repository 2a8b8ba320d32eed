package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

// inFont builds a page of one line in a font of its own and gives its words with the places that its widths tell.
func inFont(t *testing.T, font, shown string, further ...string) string {
	t.Helper()
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("", "BT /F 10 Tf 100 742 Td "+shown+" Tj ET"), font,
	}
	pages, failed, err := readPages(t.Context(), native{}, assemble(append(objects, further...), ""), read.Limits{}.OrDefault(), nil)
	if err != nil || len(failed) > 0 {
		t.Fatal(err, failed)
	}
	var out []string
	for _, w := range pages[0].Words {
		out = append(out, fmt.Sprintf("%s@%.0f-%.0f", w.Text, w.X0, w.X1))
	}
	return strings.Join(out, " ")
}

// TestFonts covers how fonts tell the text and the width of their letters, and what is made of those that do not.
func TestFonts(t *testing.T) {
	const composite = "<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
	toUnicode := stream("", "2 beginbfchar <0041> <1EC7> <0042> <00660069> endbfchar")
	descendant := func(widths string) string {
		return "<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain" + widths + ">>"
	}
	for _, c := range []struct {
		name, font, shown, want string
		further                 []string
	}{
		{"one byte, widths of its own", "<</Type/Font/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/FirstChar 65/Widths[500 1000]>>", "(AB A)", "AB@100-115 A@115-120", nil},
		{"one byte, no widths", "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>", "(AB A)", "AB@100-110 A@115-120", nil},
		{"a missing width", "<</Type/Font/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/FirstChar 65/Widths[500]/FontDescriptor<</MissingWidth 250>>>>", "(AZA)", "AZA@100-112", nil},
		{"a width of a list", fmt.Sprintf(composite, "/ToUnicode 7 0 R"), "<00410042>", "ệfi@100-115", []string{descendant("/DW 1000/W[65[500 1000]]"), toUnicode}},
		{"a width of a stretch", fmt.Sprintf(composite, "/ToUnicode 7 0 R"), "<00410042>", "ệfi@100-105", []string{descendant("/DW 1000/W[65 66 250]"), toUnicode}},
		{"no widths of letters", fmt.Sprintf(composite, "/ToUnicode 7 0 R"), "<00410042>", "ệfi@100-120", []string{descendant(""), toUnicode}},
		{"a stretch that runs backwards", fmt.Sprintf(composite, "/ToUnicode 7 0 R"), "<00410042>", "ệfi@100-120", []string{descendant("/W[66 65 250]"), toUnicode}},
		{"a list that is cut off", fmt.Sprintf(composite, "/ToUnicode 7 0 R"), "<00410042>", "ệfi@100-120", []string{descendant("/W[65 66]"), toUnicode}},
		{"two bytes, no text", fmt.Sprintf(composite, ""), "<0041>", "\ufffd@100-110", []string{descendant("")}},
		{"half a code at the end", fmt.Sprintf(composite, "/ToUnicode 7 0 R"), "<004100>", "ệ@100-110", []string{descendant(""), toUnicode}},
		{"no font of letters beneath", "<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/ToUnicode 6 0 R>>", "<0041>", "ệ@100-110", []string{toUnicode}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := inFont(t, c.font, c.shown, c.further...); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestGlyphs covers what is made of the letters of typographers.
func TestGlyphs(t *testing.T) {
	f := &font{
		widths: map[uint32]float64{1: 500}, missing: 250, unit: 0.001, glyphs: map[uint32]glyph{},
		toText: codeMap{1: "ﬁ", 2: "\u00a0", 3: "\u00ad", 4: "a\xffb", 5: "Vi\u1ec7t", 6: "\x00", 7: "ﬄ"},
	}
	for code, want := range map[uint32]string{1: "fi", 2: " ", 3: "", 4: "a\ufffdb", 5: "Việt", 6: "", 7: "ffl", 99: "\ufffd"} {
		if got := f.glyph(code).text; got != want {
			t.Errorf("code %d: %q, want %q", code, got, want)
		}
	}
	if a, b := f.glyph(1).width, f.glyph(2).width; a != 0.5 || b != 0.25 {
		t.Errorf("widths %v, %v", a, b)
	}
	if f.glyph(1) != f.glyphs[1] || len(f.glyphs) != 8 {
		t.Errorf("%d letters remembered", len(f.glyphs))
	}
}

func TestPlainFontName(t *testing.T) {
	for name, want := range map[string]string{"ABCDEF+TimesNewRoman": "TimesNewRoman", "TimesNewRoman": "TimesNewRoman", "ABC+x": "ABC+x", ".VnTimeH": ".VnTimeH", "": ""} {
		if got := plainFontName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestCodes covers the codes and texts of tables of letters.
func TestCodes(t *testing.T) {
	for raw, want := range map[string]uint32{"": 0, "\x41": 0x41, "\x1e\xc7": 0x1ec7, "\x01\x02\x03\x04\x05": 0x01020304} {
		if got := codeOf([]byte(raw)); got != want {
			t.Errorf("% x: %x, want %x", raw, got, want)
		}
	}
	for raw, want := range map[string]string{"": "", "\x41": "A", "\x1e\xc7": "ệ", "\x00a\x00b\x00": "ab", "\xd8\x3d\xde\x00": "😀", "\xd8\x3d": "\ufffd"} {
		if got := utf16Text([]byte(raw)); got != want {
			t.Errorf("% x: %q, want %q", raw, got, want)
		}
	}
	m := codeMap{}
	m.setRange(0x10, 0x12, []byte("\x00x\x00a")) // counts on in the last letter
	m.setRange(0x20, 0x1f, []byte("\x00a"))
	m.setRange(0x30, 0x31, [][]byte{[]byte("\x00a"), []byte("\x00b"), []byte("\x00c")})
	m.setRange(0x40, 0x41, [][]byte{[]byte("\x00a")})
	m.set(0x50, "")
	if want := (codeMap{0x10: "xa", 0x11: "xb", 0x12: "xc", 0x30: "a", 0x31: "b", 0x40: "a"}); fmt.Sprint(m) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", m, want)
	}
}

// TestLexerOnBrokenInput covers what programs and damage leave in a stream of drawing.
func TestLexerOnBrokenInput(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an escape at a line end", "(a\\\nb\\\r\nc) x", "x abc"},
		{"codes of three, two and one figure", `(\101\60\7) x`, "x A0\a"},
		{"a code that goes on with a figure", `(\1012) x`, "x A2"},
		{"a code beyond a byte", `(\777) x`, "x \xff"},
		{"an escape that means itself", `(\x\%) x`, "x x%"},
		{"an escape at the end", `(a\`, ""},
		{"a name with an escape at its end", "/A#4", ""},
		{"a name with a broken escape", "/A#zz x", "x A#zz"},
		{"an odd figure", "<414> x", "x A@"},
		{"figures with blanks", "<4 1\n4 2> x", "x AB"},
		{"figures that are none", "<zz> 1 x", "x  1"},
		{"brackets that close nothing", ") ] } > x", "x . . . ."},
		{"a list in a list", "[[1] 2] x", "x [[1] 2]"},
		{"a remark at the end", "1 x % y", "x 1"},
		{"a picture without data", "BI /W 1", ""},
		{"a picture whose end stands in its data", "BI ID aEIb EI x", "x"},
		{"numbers glued to a name", "1/A x", "x 1 A"},
		{"a sign alone", "+ . - x", "x 0 0 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			op, args, ok := (&lexer{b: []byte(c.in)}).next(nil)
			got := strings.TrimSpace(op + " " + show(args))
			if !ok {
				got = ""
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestMatrix holds that maps put together do one after the other.
func TestMatrix(t *testing.T) {
	move, turn, double := matrix{1, 0, 0, 1, 10, 20}, matrix{0, 1, -1, 0, 0, 0}, matrix{2, 0, 0, 2, 0, 0}
	for _, c := range []struct {
		name string
		m    matrix
		x, y float64
	}{
		{"nothing", identity, 3, 4}, {"move", move, 13, 24}, {"turn", turn, -4, 3}, {"move, then double", move.mul(double), 26, 48},
		{"double, then move", double.mul(move), 16, 28}, {"turn, then move", turn.mul(move), 6, 23}, {"moved before", double.shift(1, 1), 8, 10},
	} {
		if x, y := c.m.apply(3, 4); x != c.x || y != c.y {
			t.Errorf("%s: %v, %v, want %v, %v", c.name, x, y, c.x, c.y)
		}
	}
	if a := double.mul(turn).area(); a != 4 {
		t.Errorf("area %v", a)
	}
}

// TestDecodeRun covers text in fonts of the old encodings, letter by letter.
func TestDecodeRun(t *testing.T) {
	for _, c := range []struct{ font, text, want string }{
		{".VnTime", "ViÖn", "Viện"}, {".VnTimeH", "viÖn", "VIỆN"}, {"VNI-Times", "chaøo", "chào"}, {"Arial", "ViÖn", "ViÖn"},
		{".VnTime", "Viện", "Viện"}, {".VnTime", "", ""},
	} {
		if got := decodeRun(c.font, c.text); got != c.want {
			t.Errorf("%q in %s: %q, want %q", c.text, c.font, got, c.want)
		}
	}
}
