package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumber(t *testing.T) {
	for in, want := range map[string]float64{
		"5": 5, "-2.5": -2.5, "+3": 3, ".5": 0.5, "4.": 4, "-.25": -0.25, "--5": -5, "1.2.3": 1.2, "12abc": 12, "-": 0, ".": 0,
		"+Inf": 0, "-inf": 0, "-Infinity": 0,
	} {
		if got := number([]byte(in)); got != want {
			t.Errorf("%q is %v, want %v", in, got, want)
		}
	}
}

// Whatever stands for a number, it is a finite one, and what was written as a number is read as it.
func TestNumberProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringMatching(`[-+.0-9][-+.0-9eInfNa]{0,12}`).Draw(t, "in")
		if got := number([]byte(in)); math.IsInf(got, 0) || math.IsNaN(got) {
			t.Fatalf("%q is %v", in, got)
		}
		v := math.Round(rapid.Float64Range(-1e6, 1e6).Draw(t, "v")*1000) / 1000
		if got := number(fmt.Appendf(nil, "%.3f", v)); math.Abs(got-v) > 1e-6 {
			t.Fatalf("%.3f is read as %v", v, got)
		}
	})
}

// Any bytes written as a string, in either way, are read back.
func TestStringsAreReadBack(t *testing.T) {
	escaped := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)
	rapid.Check(t, func(t *rapid.T) {
		want := string(rapid.SliceOfN(rapid.Byte(), 0, 30).Draw(t, "bytes"))
		in := "(" + escaped.Replace(want) + ") <" + hex.EncodeToString([]byte(want)) + "> Tj"
		op, args, ok := (&lexer{b: []byte(in)}).next(nil)
		if !ok || op != "Tj" || len(args) != 2 || args[0].str != want || args[1].str != want {
			t.Fatalf("%q is read as %q %+v", in, op, args)
		}
	})
}

func TestHexToken(t *testing.T) {
	cases := []struct{ name, in, want, rest string }{
		{"bytes", "<4142> x", "AB", " x"},
		{"blanks inside", "< 4 1\n42 >", "AB", ""},
		{"the last figure is missing", "<414>", "A@", ""},
		{"empty", "<>x", "", "x"},
		{"no figures", "<zz>x", "", "x"},
		{"no end", "<41", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tok, rest := hexToken([]byte(c.in))
			got, _ := tok.([]byte)
			if string(got) != c.want || string(rest) != c.rest {
				t.Errorf("got %q and %q, want %q and %q", got, rest, c.want, c.rest)
			}
		})
	}
}

func TestCodesAndText(t *testing.T) {
	for _, c := range []struct {
		raw  string
		code uint32
		text string
	}{
		{"", 0, ""}, {"A", 0x41, "A"}, {"\xe0", 0xe0, "à"}, {"\x1e\xc7", 0x1ec7, "ệ"}, {"\x00A\x00B", 0x410042, "AB"},
		{"\xd8\x3d\xde\x00", 0xd83dde00, "😀"}, {"\x00A\x00", 0x4100, "A"}, {"\x01\x02\x03\x04\x05", 0x1020304, "Ă̄"},
	} {
		if got := codeOf([]byte(c.raw)); got != c.code {
			t.Errorf("%q is code %x, want %x", c.raw, got, c.code)
		}
		if got := utf16Text([]byte(c.raw)); len(c.raw) < 5 && got != c.text {
			t.Errorf("%q says %q, want %q", c.raw, got, c.text)
		}
	}
}

func TestField(t *testing.T) {
	cases := []struct{ name, in, word, rest string }{
		{"a word", "xref\n0 1", "xref", "\n0 1"},
		{"blanks before it", " \r\n\t12 5", "12", " 5"},
		{"a dictionary follows at once", "trailer<</Size 1>>", "trailer", "<</Size 1>>"},
		{"nothing", "", "", ""},
		{"blanks alone", " \n", "", ""},
		{"no word is that long", strings.Repeat("7", 30), strings.Repeat("7", 24), strings.Repeat("7", 6)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if word, rest := field([]byte(c.in)); word != c.word || string(rest) != c.rest {
				t.Errorf("got %q and %q", word, rest)
			}
		})
	}
}

func TestSoundTable(t *testing.T) {
	const entry = "0000000009 00000 n \n"
	cases := []struct {
		name, in string
		ok       bool
	}{
		{"one section", "xref\n0 1\n" + entry + "trailer\n<</Size 1>>\nstartxref", true},
		{"two sections", "xref\n0 1\n" + entry + "5 2\n" + entry + entry + "trailer\n<<>>startxref", true},
		{"no section", "xref\ntrailer\n<<>>startxref", true},
		{"an entry too few", "xref\n0 2\n" + entry + "trailer\n<<>>startxref", false},
		{"an entry too many", "xref\n0 1\n" + entry + entry + "trailer\n<<>>startxref", false},
		{"another use", "xref\n0 1\n0000000009 00000 x \ntrailer\n<<>>startxref", false},
		{"a place below zero", "xref\n0 1\n-000000009 00000 n \ntrailer\n<<>>startxref", false},
		{"objects beyond all bounds", fmt.Sprintf("xref\n%d 1\n", maxObjects) + entry + "trailer\n<<>>startxref", false},
		{"a start below zero", "xref\n-5 1\n" + entry + "trailer\n<<>>startxref", false},
		{"no end", "xref\n0 1\n" + entry + "trailer\n<</Size 1>>", false},
		{"no table", "1 0 obj", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, ok := soundTable([]byte(c.in)); ok != c.ok {
				t.Errorf("got %v", ok)
			}
		})
	}
}

// Whatever the bytes, tables are sound, modern or broken; sound ones stay so behind other bytes without a mark.
func FuzzCheckTables(f *testing.F) {
	f.Add(build(sheet{ops: body(780, 2)}))
	f.Add([]byte("%PDF-1.5\n1 0 obj\n<</Type/XRef>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n"))
	f.Add([]byte("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got := checkTables(data)
		if !slices.Contains([]error{nil, errModern, errTable}, got) {
			t.Fatalf("got %v", got)
		}
		if got == nil && !bytes.Contains(data, []byte("xref")) {
			t.Error("sound without a table")
		}
		if again := checkTables(append(slices.Clone(data), " \n% a remark"...)); got == nil && again != nil {
			t.Errorf("with a remark behind it: %v", again)
		}
	})
}

// Maps put together do one after the other, however many, and a page's view keeps every point of it on the sheet.
func TestMatrixProperties(t *testing.T) {
	part := rapid.Float64Range(-9, 9)
	draw := func(t *rapid.T, name string) (m matrix) {
		for i := range m {
			m[i] = part.Draw(t, name)
		}
		return m
	}
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-6*(1+math.Abs(a)) }
	rapid.Check(t, func(t *rapid.T) {
		m, n, x, y := draw(t, "m"), draw(t, "n"), part.Draw(t, "x"), part.Draw(t, "y")
		mx, my := m.apply(x, y)
		wx, wy := n.apply(mx, my)
		if gx, gy := m.mul(n).apply(x, y); !near(gx, wx) || !near(gy, wy) {
			t.Fatalf("%v, %v, want %v, %v", gx, gy, wx, wy)
		}
		if a := m.mul(n).area(); math.Abs(a-m.area()*n.area()) > 1e-6*(1+a) {
			t.Fatalf("area %v, want %v", a, m.area()*n.area())
		}
		px, py := rapid.Float64Range(0, 1).Draw(t, "across"), rapid.Float64Range(0, 1).Draw(t, "up")
		view, w, h := viewOf(10, 20, 610, 820, 90*rapid.IntRange(-5, 5).Draw(t, "turns"))
		if vx, vy := view.apply(10+600*px, 20+800*py); vx < -1e-6 || vy < -1e-6 || vx > w+1e-6 || vy > h+1e-6 || w*h != 480_000 {
			t.Fatalf("%v, %v on a sheet of %v by %v", vx, vy, w, h)
		}
	})
}
