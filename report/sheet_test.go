package report

import (
	"bytes"
	"encoding/csv"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/coverage"
)

// openSheet writes a list as XLSX and opens it again.
func openSheet(t *testing.T, l List) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	if err := XLSX(&out, l); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// As offices print it: A4 across, one page wide, the two lines of the title over all columns, borders, Times New Roman.
func TestSheetAsOfficesPrintIt(t *testing.T) {
	for name, l := range map[string]List{"coverage": CoverageList(sample()), "ledger": LedgerList(owed())} {
		t.Run(name, func(t *testing.T) {
			f := openSheet(t, l)
			last, err := excelize.ColumnNumberToName(len(l.Columns))
			if err != nil {
				t.Fatal(err)
			}
			merged, err := f.GetMergeCells(sheet)
			if err != nil || len(merged) != 2 {
				t.Fatalf("%d merged cells (%v)", len(merged), err)
			}
			for i, m := range merged {
				line := string(rune('1' + i))
				if m.GetStartAxis() != "A"+line || m.GetEndAxis() != last+line || m.GetCellValue() != []string{l.Title, l.Summary}[i] {
					t.Errorf("line %s of the title runs from %s to %s: %q", line, m.GetStartAxis(), m.GetEndAxis(), m.GetCellValue())
				}
			}
			layout, err := f.GetPageLayout(sheet)
			if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
				t.Errorf("layout %+v (%v)", layout, err)
			}
			props, err := f.GetSheetProps(sheet)
			if err != nil || !*props.FitToPage {
				t.Errorf("the columns may run over a page (%v)", err)
			}
			for _, cell := range []string{"A4", last + "5"} {
				id, err := f.GetCellStyle(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				style, err := f.GetStyle(id)
				if err != nil || style.Font.Family != "Times New Roman" || len(style.Border) != 4 || !style.Alignment.WrapText {
					t.Errorf("%s: %+v (%v)", cell, style, err)
				}
			}
			for i, c := range l.Columns {
				col, _ := excelize.ColumnNumberToName(i + 1)
				if width, err := f.GetColWidth(sheet, col); err != nil || width != c.Width {
					t.Errorf("column %s is %g wide (%v), want %g", c.Name, width, err, c.Width)
				}
			}
			panes, err := f.GetPanes(sheet)
			if err != nil || !panes.Freeze || panes.YSplit != headRow {
				t.Errorf("%+v (%v): the head is to stay in sight", panes, err)
			}
		})
	}
}

func TestAListWithoutRows(t *testing.T) {
	l := List{Title: "T", Summary: "S", Columns: []Column{{"A", 5, true, false}, {"B", 5, true, true}}}
	rows, err := openSheet(t, l).GetRows(sheet)
	if err != nil || len(rows) != headRow || !slices.Equal(rows[headRow-1], []string{"A", "B"}) {
		t.Errorf("%q (%v), want the head alone", rows, err)
	}
	var out bytes.Buffer
	if err := CSV(&out, l); err != nil || out.String() != "\ufeffA,B\n" {
		t.Errorf("%q (%v)", out.String(), err)
	}
}

// A CSV gives back what the list holds, but for the mark that keeps a text from being a formula.
func TestCSVIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := List{Columns: []Column{{Name: "A"}, {Name: "B"}}}
		text := rapid.StringOf(rapid.SampledFrom([]rune("aố ;,\"'\n=+-@\t")))
		for range rapid.IntRange(0, 5).Draw(t, "rows") {
			l.Rows = append(l.Rows, []string{text.Draw(t, "a"), "x" + text.Draw(t, "b")})
		}
		var out bytes.Buffer
		if err := CSV(&out, l); err != nil {
			t.Fatal(err)
		}
		got, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff"))).ReadAll()
		if err != nil || len(got) != len(l.Rows)+1 {
			t.Fatalf("%d rows (%v), want %d and the head", len(got), err, len(l.Rows))
		}
		for i, row := range l.Rows {
			if got[i+1][0] != inert(row[0]) || got[i+1][1] != row[1] {
				t.Fatalf("%q came back as %q", row, got[i+1])
			}
		}
	})
}

var tag = regexp.MustCompile(`<[^>]*>`)

// No quote of a document opens a tag on a page: what it says is read, and the tags are those of the template.
func FuzzHTML(f *testing.F) {
	f.Add(`<script>alert("x")</script> & 'y'`)
	f.Add("</blockquote></details><img src=x onerror=y>")
	bare := func(text string) string {
		r := sample()
		r.Title, r.Tasks[0].Text, r.Units[0].Why = "", text, text
		r.Cells[0].Evidence[0].Span.Exact = text
		var out bytes.Buffer
		if err := HTML(&out, r); err != nil {
			f.Fatal(err)
		}
		return out.String()
	}
	want := len(tag.FindAllString(bare("chữ"), -1))
	f.Fuzz(func(t *testing.T, text string) {
		page := bare(text)
		if got := len(tag.FindAllString(page, -1)); got != want {
			t.Errorf("%q makes %d tags of %d", text, got, want)
		}
		if clean := strings.ToValidUTF8(strings.NewReplacer("\x00", "", "\r", "").Replace(text), ""); clean == text && !strings.Contains(html.UnescapeString(page), text) {
			t.Errorf("%q is not on the page", text)
		}
	})
}

func TestEntryLine(t *testing.T) {
	entries := owed().Entries
	var six []coverage.Entry
	for _, unit := range []string{"A", "B", "C", "D", "E", "G"} {
		e := entries[len(entries)-1]
		e.Cell.Unit = unit
		six = append(six, e)
	}
	for _, tt := range []struct {
		name    string
		entries []coverage.Entry
		want    string
	}{
		{"a task with an amended day", entries[:1], "Chỉ thị 87/CT-TTg, nhiệm vụ 1 (Lập bản đồ), Tỉnh A: đã báo cáo, hạn 15/03/2024"},
		{"one with a rule for a day", six[:1], "Chỉ thị 87/CT-TTg, nhiệm vụ 3 (Báo cáo <định kỳ>), A: chưa có văn bản"},
		{"a few units", six[:4], "Chỉ thị 87/CT-TTg, nhiệm vụ 3 (Báo cáo <định kỳ>), A, B, C, D: chưa có văn bản"},
		{"many units", six, "Chỉ thị 87/CT-TTg, nhiệm vụ 3 (Báo cáo <định kỳ>), A, B, C, D, và 2 đơn vị khác: chưa có văn bản"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := EntryLine(tt.entries); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
