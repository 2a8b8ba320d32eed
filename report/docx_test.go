package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// wordTable is what a reader of WordprocessingML sees of the annex.
type wordTable struct {
	Paragraphs []string     `xml:"body>p>r>t"`
	Grid       []struct{}   `xml:"body>tbl>tblGrid>gridCol"`
	Rows       []wordRow    `xml:"body>tbl>tr"`
	Page       wordPageSize `xml:"body>sectPr>pgSz"`
}

type wordPageSize struct {
	W      int    `xml:"w,attr"`
	H      int    `xml:"h,attr"`
	Orient string `xml:"orient,attr"`
}

type wordRow struct {
	Head  *struct{} `xml:"trPr>tblHeader"`
	Cells []struct {
		Width struct {
			W int `xml:"w,attr"`
		} `xml:"tcPr>tcW"`
		Merge *struct {
			Val string `xml:"val,attr"`
		} `xml:"tcPr>vMerge"`
		Text string `xml:"p>r>t"`
	} `xml:"tc"`
}

// readAnnex opens an annex again.
func readAnnex(t interface {
	Helper()
	Fatal(...any)
}, l List) wordTable {
	t.Helper()
	var out bytes.Buffer
	if err := DOCX(&out, l); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var w wordTable
	if err := xml.Unmarshal(data, &w); err != nil {
		t.Fatal(err)
	}
	return w
}

// The annex, opened again, holds the list: its head, every row in every column, and a value that is merged upwards where
// the row above has the same.
func TestTheAnnexHoldsTheList(t *testing.T) {
	for name, l := range map[string]List{"coverage": CoverageList(sample()), "ledger": LedgerList(owed())} {
		t.Run(name, func(t *testing.T) {
			paper, w := printed(l), readAnnex(t, l)
			if !slices.Contains(w.Paragraphs, l.Title) || !slices.Contains(w.Paragraphs, l.Summary) {
				t.Errorf("%q stand over the table, want title and summary", w.Paragraphs)
			}
			if len(w.Rows) != len(paper.Rows)+1 || w.Rows[0].Head == nil || len(w.Grid) != len(paper.Columns) {
				t.Fatalf("%d rows in %d columns, want a head and %d in %d", len(w.Rows), len(w.Grid), len(paper.Rows), len(paper.Columns))
			}
			for i, c := range w.Rows[0].Cells {
				if c.Text != paper.Columns[i].Name {
					t.Errorf("column %d is headed %q, want %q", i, c.Text, paper.Columns[i].Name)
				}
			}
			for y, row := range paper.Rows {
				for x, want := range row {
					c := w.Rows[y+1].Cells[x]
					again := c.Merge != nil && c.Merge.Val == ""
					if again {
						want = ""
					}
					if c.Text != want || again != paper.Repeats(y, x) || w.Rows[y+1].Head != nil {
						t.Errorf("row %d, column %d is %q, merged %v; want %q", y+1, x+1, c.Text, again, want)
					}
				}
			}
		})
	}
}

func TestTheAnnexIsA4Across(t *testing.T) {
	w := readAnnex(t, CoverageList(sample()))
	if w.Page != (wordPageSize{16838, 11906, "landscape"}) { // 297 by 210 mm in twentieths of a point
		t.Errorf("a page of %+v", w.Page)
	}
	for _, row := range w.Rows {
		sum := 0
		for _, c := range row.Cells {
			sum += c.Width.W
		}
		if sum > annexWidth || sum < annexWidth-len(row.Cells) {
			t.Errorf("columns of %d in all, the page has room for %d", sum, annexWidth)
		}
	}
}

// Columns share the width of the page, however many there are.
func TestTwips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var columns []Column
		for range rapid.IntRange(1, 15).Draw(t, "columns") {
			columns = append(columns, Column{Width: rapid.Float64Range(1, 60).Draw(t, "width")})
		}
		sum := 0
		for i := range columns {
			w := twips(columns, i)
			if w <= 0 && columns[i].Width > 2 {
				t.Fatalf("a column of %f is %d wide", columns[i].Width, w)
			}
			sum += w
		}
		if sum > annexWidth || sum < annexWidth-len(columns) {
			t.Fatalf("%d in all, want %d", sum, annexWidth)
		}
	})
}

// What a cell says is read back as it was, but for what XML cannot hold.
func TestEscape(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"marks", "Tuyên truyền", "Tuyên truyền"},
		{"markup", "<w:t> & \"a\" 'b'", "<w:t> & \"a\" 'b'"},
		{"a control letter", "a\x00b", "a\ufffdb"},
		{"broken bytes", "a\xffb", "a\ufffdb"},
		{"nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := List{Title: "T", Columns: []Column{{tt.name, 1, true, false}}, Paper: [][]string{{tt.text}}}
			if got := readAnnex(t, l).Rows[1].Cells[0].Text; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestNotesStandBelowTheTable(t *testing.T) {
	l := List{Title: "T", Columns: []Column{{"A", 1, true, false}}, Paper: [][]string{{"x"}}, Notes: []string{"Danh sách 1: <a>; b.", "Danh sách 2: c."}}
	w := readAnnex(t, l)
	if n := len(w.Paragraphs); n < 2 || !slices.Equal(w.Paragraphs[n-2:], l.Notes) {
		t.Errorf("%q, want the notes last", w.Paragraphs)
	}
	var page bytes.Buffer
	if err := ListHTML(&page, l); err != nil {
		t.Fatal(err)
	}
	if _, below, _ := strings.Cut(page.String(), "</table>"); !strings.Contains(below, "Danh sách 1: &lt;a&gt;; b.") || !strings.Contains(below, "Danh sách 2: c.") {
		t.Errorf("below the table of the page: %q", below)
	}
}
