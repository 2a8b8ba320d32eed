package extract_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/ocr"
)

// formatOf reads the directive that is kept in six formats, in one of them.
func formatOf(t *testing.T, format string) *document.Document {
	t.Helper()
	name := "87-ct-ttg." + format
	data, err := os.ReadFile(filepath.Join("../testdata/formats", name))
	if err != nil {
		t.Fatal(err)
	}
	d, err := extract.New(extract.Options{}).Extract(t.Context(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// fact is one thing taken out of a document: exact is what has to be the same in every format, words what OCR may read
// with some wrong letters.
type fact struct{ exact, words string }

func value(f *document.Field) string {
	if f == nil {
		return ""
	}
	return strings.Join(strings.Fields(f.Value), " ")
}

// facts lists the fields and tasks of a document.
func facts(d *document.Document) []fact {
	kind, issuer := "", ""
	if d.Kind != nil && d.Issuer != nil {
		kind, issuer = d.Kind.Value, d.Issuer.Value
	}
	out := []fact{
		{exact: "kind " + kind}, {exact: "symbol " + value(d.Symbol)}, {exact: "issuer " + issuer},
		{exact: "issued " + value(d.IssuedOn)}, {exact: "place " + value(d.Place)}, {exact: "urn " + string(d.URN)},
		{exact: "title", words: value(d.Title)},
	}
	if d.Signer != nil {
		out = append(out, fact{exact: "signer " + string(d.Signer.Position) + ", " + string(d.Signer.Authority), words: d.Signer.Value})
	}
	for _, r := range d.Recipients {
		out = append(out, fact{exact: "recipient", words: strings.Join(strings.Fields(r.Text+" "+string(r.Purpose)), " ")})
	}
	for _, k := range d.Tasks {
		due := ""
		if k.Due != nil {
			due = string(k.Due.Value) + " " + string(k.Due.Recurrence)
		}
		out = append(out, fact{
			exact: "task " + string(k.Section) + ", due " + due,
			words: strings.Join(strings.Fields(k.Text+" lead "+strings.Join(k.Lead, "; ")+" support "+strings.Join(k.Support, "; ")), " "),
		})
	}
	return out
}

// wrongShare is the share of letters that got has wrong.
func wrongShare(want, got string) float64 {
	w, g := []rune(want), []rune(got)
	row := make([]int, len(g)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range w {
		last := row[0]
		row[0] = i + 1
		for j, y := range g {
			cost := last
			if x != y {
				cost++
			}
			last, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return float64(row[len(g)]) / float64(max(len(w), 1))
}

// compare tells where two documents differ. wrong is the share of letters that may differ in running text.
func compare(t *testing.T, want, got []fact, wrong float64) {
	t.Helper()
	for i := range max(len(want), len(got)) {
		switch {
		case i >= len(got):
			t.Errorf("missing %+v", want[i])
		case i >= len(want):
			t.Errorf("more %+v", got[i])
		case want[i].exact != got[i].exact || wrongShare(want[i].words, got[i].words) > wrong:
			t.Errorf("got  %+v\nwant %+v", got[i], want[i])
		}
	}
}

// The same directive gives the same fields and tasks, letter by letter, in the five formats that hold its text.
func TestSixFormats(t *testing.T) {
	want := facts(formatOf(t, "docx"))
	if len(want) < 20 {
		t.Fatalf("%d facts in the DOCX", len(want))
	}
	for _, format := range []string{"doc", "odt", "rtf", "pdf"} {
		t.Run(format, func(t *testing.T) { compare(t, want, facts(formatOf(t, format)), 0) })
	}
	t.Run("scan", func(t *testing.T) {
		if s := ocr.Probe(t.Context()); !s.Ready() {
			t.Skip("the scan is read by OCR. " + s.Hint)
		}
		d := formatOf(t, "scan.pdf")
		if !d.Source.OCR {
			t.Error("the result does not say that the text was read by OCR")
		}
		compare(t, want, facts(d), 0.04)
	})
}

// The text is the same too, word by word, footnote and list labels included.
func TestSixFormatsText(t *testing.T) {
	want := strings.Fields(formatOf(t, "docx").Text)
	slices.SortFunc(want, cmp.Compare[string])
	for _, format := range []string{"doc", "odt", "rtf", "pdf"} {
		t.Run(format, func(t *testing.T) {
			got := strings.Fields(formatOf(t, format).Text)
			slices.SortFunc(got, cmp.Compare[string])
			lost, more := without(want, got), without(got, want)
			if len(lost) > 0 || len(more) > 0 {
				t.Errorf("words lost %q, words more %q", lost, more)
			}
		})
	}
}

// without gives the words of a that b has fewer of. Both are sorted.
func without(a, b []string) []string {
	var out []string
	for _, w := range a {
		for len(b) > 0 && b[0] < w {
			b = b[1:]
		}
		if len(b) > 0 && b[0] == w {
			b = b[1:]
			continue
		}
		out = append(out, w)
	}
	return out
}
