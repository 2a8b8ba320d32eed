package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

// placed gives the words of the first page of a file with their places from its top left corner, to a point.
func placed(t *testing.T, s sheet) string {
	t.Helper()
	pages, failed, err := readPages(t.Context(), native{}, build(s), read.Limits{}.OrDefault(), nil)
	if err != nil || len(failed) > 0 {
		t.Fatal(err, failed)
	}
	var out []string
	for _, w := range pages[0].Words {
		out = append(out, fmt.Sprintf("%s@%.0f,%.0f", w.Text, w.X0, w.Y))
	}
	return strings.Join(out, " ")
}

// The operators that place text, each letter half an em wide on a page 842 points high.
func TestTextOperators(t *testing.T) {
	show := func(s string) string { return "<" + codes(s) + "> Tj " }
	cases := []struct{ name, ops, want string }{
		{"Tm", "BT /F 10 Tf 1 0 0 1 100 742 Tm " + show("ab") + "ET", "ab@100,100"},
		{"Td moves from the start of the line", "BT /F 10 Tf 100 742 Td " + show("ab") + "0 -20 Td " + show("cd") + "ET", "ab@100,100 cd@100,120"},
		{"TD sets the leading", "BT /F 10 Tf 100 742 TD 0 -15 TD " + show("ab") + "T* " + show("cd") + "ET", "ab@100,115 cd@100,130"},
		{"TL and '", "BT /F 10 Tf 12 TL 100 742 Td <" + codes("ab") + "> ' ET", "ab@100,112"},
		{"TJ shifts by thousandths", "BT /F 10 Tf 100 742 Td [<" + codes("a") + "> -2000 <" + codes("b") + ">] TJ ET", "a@100,100 b@125,100"},
		{"TJ kerns within a word", "BT /F 10 Tf 100 742 Td [<" + codes("a") + "> 50 <" + codes("b") + ">] TJ ET", "ab@100,100"},
		{"Tz narrows", "BT /F 10 Tf 50 Tz 100 742 Td " + show("ab ") + show("c") + "ET", "ab@100,100 c@108,100"},
		{"Ts raises", "BT /F 10 Tf 100 742 Td " + show("a") + "4 Ts " + show("2") + "ET", "a@100,100 2@105,96"},
		{"Tc spreads", "BT /F 10 Tf 5 Tc 100 742 Td " + show("ab") + "ET", "a@100,100 b@110,100"},
		{"cm, q and Q", "q 2 0 0 2 0 0 cm BT /F 10 Tf 50 371 Td " + show("a") + "ET Q BT /F 10 Tf 10 742 Td " + show("b") + "ET", "a@100,100 b@10,100"},
		{"too many Q", "Q Q BT /F 10 Tf 100 742 Td " + show("a") + "ET", "a@100,100"},
		{"a font that is not there", "BT /G 10 Tf 100 742 Td " + show("a") + "ET", ""},
		{"no size", "BT /F 0 Tf 100 742 Td " + show("a") + "ET", ""},
		{"off the page", "BT /F 10 Tf 900 742 Td " + show("a") + "ET", ""},
		{"text on end", "BT /F 10 Tf 0 1 -1 0 100 742 Tm " + show("a") + "ET", ""},
		{"text upside down", "BT /F 10 Tf -1 0 0 -1 100 742 Tm " + show("a") + "ET", ""},
		{"a slanted face", "BT /F 10 Tf 1 0 0.3 1 100 742 Tm " + show("a") + "ET", "a@100,100"},
		{"operands missing", "BT /F 10 Tf Td Tm Tj TJ ' \" Tc cm re ET", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := placed(t, sheet{ops: c.ops}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Letters drawn invisibly, as OCR programs lay them under a scan, and pictures are counted.
func TestWhatAPageIsMadeOf(t *testing.T) {
	pages, _, err := readPages(t.Context(), native{}, build(
		sheet{image: true, ops: "BT /F 10 Tf 3 Tr 100 742 Td <" + codes("ẩn") + "> Tj ET 10 10 m 20 20 l 30 10 l h f"},
		sheet{ops: "q 100 0 0 100 0 0 cm /I Do Q"}), read.Limits{}.OrDefault(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if p := pages[0]; p.hidden != 2 || p.drawn != 1 || math.Abs(p.images-1) > 0.01 {
		t.Errorf("%d letters hidden, %d shapes, pictures over %.2f", p.hidden, p.drawn, p.images)
	}
	if p := pages[1]; p.hidden != 0 || math.Abs(p.images-10_000/595.0/842) > 0.001 {
		t.Errorf("%d letters hidden, pictures over %.3f", p.hidden, p.images)
	}
}

func TestViewOf(t *testing.T) {
	for _, c := range []struct {
		rotate        int
		x, y          float64 // where the page's lower left corner is shown
		width, height float64
	}{
		{0, 0, 800, 600, 800}, {90, 0, 0, 800, 600}, {180, 600, 0, 600, 800}, {270, 800, 600, 800, 600},
		{-90, 800, 600, 800, 600}, {450, 0, 0, 800, 600}, {45, 0, 800, 600, 800},
	} {
		m, w, h := viewOf(10, 20, 610, 820, c.rotate)
		if x, y := m.apply(10, 20); x != c.x || y != c.y || w != c.width || h != c.height {
			t.Errorf("%d degrees: the corner at %v,%v of %v×%v", c.rotate, x, y, w, h)
		}
	}
}

func TestCheckTables(t *testing.T) {
	good := string(build(sheet{ops: body(780, 2)}))
	at := strings.LastIndex(good, "xref\n0")
	for at > 0 && good[at-1] == 't' { // of startxref
		at = strings.LastIndex(good[:at], "xref\n0")
	}
	cases := []struct {
		name, data string
		want       error
	}{
		{"a sound file", good, nil},
		{"saved twice", good + fmt.Sprintf("xref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", at, len(good)), nil},
		{"a table that points at itself", good + fmt.Sprintf("xref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", len(good), len(good)), errTable},
		{"a table in a stream", "%PDF-1.5\n1 0 obj\n<</Type/XRef>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n", errModern},
		{"no mark", strings.ReplaceAll(good, "startxref", "startxxxx"), errTable},
		{"a mark that points past the end", "%PDF-1.4\nstartxref\n99999\n%%EOF", errTable},
		{"entries that are no numbers", strings.Replace(good, "00000 n", "0000x n", 1), errTable},
		{"more entries than there are", strings.Replace(good, "xref\n0 ", "xref\n0 9", 1), errTable},
		{"a name with an escape", strings.Replace(good, "/Root", "/R#6fot", 1), errTable},
		{"nothing", "", errTable},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := checkTables([]byte(c.data)); got != c.want { //nolint:errorlint // the two are given bare
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// A page that draws more than the limit is left out with a warning, and a file of nothing else is refused.
func TestHugePages(t *testing.T) {
	huge := sheet{ops: strings.Repeat("q Q ", maxOps/2+1)}
	res := mustRead(t, Reader{FindOCR: noOCR}, build(sheet{ops: body(780, 20)}, huge))
	if len(res.Warnings) != 1 || !strings.Contains(res.Warnings[0], "page 2") || !strings.Contains(res.Text.Content, "20. các tuyến kênh") {
		t.Errorf("warnings %q", res.Warnings)
	}
	_, err := Reader{FindOCR: noOCR}.Read(t.Context(), read.Source{Data: build(huge)}, read.Limits{})
	if read.ReasonOf(err) != read.ExpandsTooMuch {
		t.Errorf("got %v", err)
	}
}
