package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
)

// sample is a report with every status, a confirmed quote that looks like a formula, and a unit that only helps.
func sample() *coverage.Report {
	task := func(i int, text, due string) coverage.Task {
		t := coverage.Task{Index: i, Text: text, Section: "4.b"}
		if due != "" {
			t.Due = &document.Due{Value: document.NullString(due)}
		}
		return t
	}
	r := &coverage.Report{
		Directive: "d", Symbol: "87/CT-TTg", Title: "Về phòng cháy <rừng>", AsOf: "2024-12-31",
		Tasks:  []coverage.Task{task(0, "Lập bản đồ", "2024-02-15"), task(1, "=Tuyên truyền", "")},
		Units:  []coverage.Unit{{Name: "Tỉnh A", Expected: true, Why: "chủ trì"}, {Name: "Tỉnh B", Expected: true, Why: "phối hợp"}},
		Counts: map[string]int{"assigned": 3}, Covered: coverage.Shares{Confirmed: 1. / 3, Suggested: 1. / 3},
	}
	quote := func(text string) document.Span { return document.Span{End: len(text), Exact: text} }
	r.Cells = []coverage.Cell{
		{Task: 0, Unit: "Tỉnh A", Assigned: true, Part: coverage.Lead, Status: coverage.Reported, DueState: coverage.DoneLate, Flags: []coverage.Flag{coverage.Outdated, coverage.LaterDeadline},
			Evidence: []coverage.Evidence{{Document: "r", Symbol: "312/BC-UBND", Role: coverage.Reported, Span: quote("=HYPERLINK(\"x\")"), TaskSpan: quote("Lập bản đồ"), Score: 0.98, Done: "2024-03-10", ConfirmedBy: "Lan"}}},
		{Task: 0, Unit: "Tỉnh B", Assigned: true, Part: coverage.Support, Status: coverage.Missing},
		{Task: 1, Unit: "Tỉnh A", Assigned: true, Part: coverage.Recipient, Status: coverage.Acknowledged},
		{Task: 1, Unit: "Tỉnh B", Status: coverage.Planned, Flags: []coverage.Flag{coverage.Unassigned, coverage.AmbiguousLink},
			Evidence: []coverage.Evidence{{Document: "p", Role: coverage.Planned, Span: quote("tuyên truyền <b>"), TaskSpan: quote("Tuyên truyền"), Score: 0.7, Partial: true, By: "Sở Y tế tỉnh B"}}},
	}
	return r
}

// heads gives the names of a list's columns.
func heads(l List) []string {
	var out []string
	for _, c := range l.Columns {
		out = append(out, c.Name)
	}
	return out
}

func TestTable(t *testing.T) {
	var out bytes.Buffer
	if err := Table(&out, sample()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"B*", "[-]", "(k~*)", "2024-02-15", "[2] Tỉnh B: phối hợp", "xác nhận 33.3 %", "trên 3 ô được giao",
		"1 × Tỉnh A: đã báo cáo; hoàn thành quá hạn; kế hoạch trước khi sửa đổi; hạn muộn hơn (xác nhận: Lan)", "312/BC-UBND: “=HYPERLINK",
		"2 × Tỉnh B: đã có kế hoạch; một phần; không được giao; viện dẫn chưa rõ (gợi ý 0.70)", "p (Sở Y tế tỉnh B): “tuyên truyền <b>”",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func TestManySilentUnitsShareOneLine(t *testing.T) {
	r := sample()
	for i := range 20 {
		name := "Tỉnh số " + string(rune('a'+i))
		r.Units = append(r.Units, coverage.Unit{Name: name, Expected: true})
		r.Cells = append(r.Cells, coverage.Cell{Task: 0, Unit: name, Assigned: true, Part: coverage.Lead, Status: coverage.Missing})
	}
	var out bytes.Buffer
	if err := Table(&out, r); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "chưa có văn bản nào (20): Tỉnh số a; Tỉnh số b") || strings.Contains(out.String(), "[3]") {
		t.Errorf("the silent units are not told apart:\n%s", out.String())
	}
}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	if err := CSV(&out, CoverageList(sample())); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	if !marked {
		t.Error("no byte order mark: a spreadsheet program would misread the marks")
	}
	table, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	names := heads(CoverageList(sample()))
	if len(table) != 5 || !slices.Equal(table[0], names) {
		t.Fatalf("%d rows under %q, want one a cell", len(table), table[0])
	}
	want := []string{"1", "Lập bản đồ", "4.b", "2024-02-15", "Tỉnh A", "chủ trì", "đã báo cáo", "hoàn thành quá hạn",
		"kế hoạch trước khi sửa đổi; hạn muộn hơn", "312/BC-UBND", "'=HYPERLINK(\"x\")", "2024-03-10", "0.980", "Lan"}
	if !slices.Equal(table[1], want) {
		t.Errorf("%q, want %q", table[1], want)
	}
	if table[4][5] != "không được giao" {
		t.Errorf("part %q of a unit that was not asked", table[4][5])
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"=1+1", "'=1+1"}, {"+84", "'+84"}, {"-1", "'-1"}, {"@x", "'@x"}, {"\tx", "'\tx"}, {"\rx", "'\rx"}, {"Lập bản đồ", "Lập bản đồ"}, {"", ""},
	} {
		if got := inert(tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzInert(f *testing.F) {
	f.Add("=cmd|' /C calc'!A0")
	f.Fuzz(func(t *testing.T, s string) {
		if out := inert(s); out != "" && strings.ContainsAny(out[:1], "=+-@\t\r") {
			t.Errorf("%q opens as a formula", out)
		}
	})
}

func TestXLSX(t *testing.T) {
	var out bytes.Buffer
	if err := XLSX(&out, CoverageList(sample())); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got[0][0], "87/CT-TTg") || !strings.Contains(got[1][0], "31/12/2024") || !slices.Equal(got[headRow-1], heads(CoverageList(sample()))) || len(got) != headRow+4 {
		t.Fatalf("%d rows: %q", len(got), got)
	}
	if got[headRow][10] != `=HYPERLINK("x")` {
		t.Errorf("quote %q", got[headRow][10])
	}
	if formula, err := f.GetCellFormula(sheet, "K5"); err != nil || formula != "" {
		t.Errorf("the quote became the formula %q (%v)", formula, err)
	}
	if shown, err := f.GetCellValue(sheet, "D5"); err != nil || shown != "15/02/2024" {
		t.Errorf("the due day is shown as %q (%v)", shown, err)
	}
	if kind, err := f.GetCellType(sheet, "D5"); err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		t.Errorf("the due day is of type %v (%v), want a date", kind, err)
	}
	layout, err := f.GetPageLayout(sheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 {
		t.Errorf("layout %+v (%v), want A4 landscape", layout, err)
	}
	merged, err := f.GetMergeCells(sheet)
	if err != nil || len(merged) != 2 {
		t.Errorf("%d merged cells (%v), want the two title lines", len(merged), err)
	}
	if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
		return n.Name == "_xlnm.Print_Titles" && strings.Contains(n.RefersTo, "$4:$4")
	}) {
		t.Errorf("%+v: the head is to be repeated on each page", f.GetDefinedName())
	}
	if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
		return n.Name == "_xlnm._FilterDatabase" && strings.Contains(n.RefersTo, "$A$4:$N$8")
	}) {
		t.Errorf("%+v: the head filters all rows", f.GetDefinedName())
	}
}

func TestHTML(t *testing.T) {
	var out bytes.Buffer
	if err := HTML(&out, sample()); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for part, want := range map[string]int{
		"<tr><td>": 2, `<td class="reported"`: 1, `<td class="missing"`: 1, `<td class="acknowledged"`: 1, `<td class="planned other"`: 1,
		"<blockquote>": 2, "tuyên truyền &lt;b&gt;": 1, "p (Sở Y tế tỉnh B)": 1, "Về phòng cháy &lt;rừng&gt;": 1, "hoàn thành ngày 2024-03-10": 1,
		"<b>": 0,
	} {
		if n := strings.Count(page, part); n != want {
			t.Errorf("%s stands %d times, want %d", part, n, want)
		}
	}
}

func TestManySilentUnitsHaveNoColumnOfThePage(t *testing.T) {
	r := sample()
	cells := map[int][]coverage.Cell{}
	for _, c := range r.Cells {
		cells[c.Task] = append(cells[c.Task], c)
	}
	for i := range 30 {
		name := fmt.Sprintf("Xã <số> %d", i)
		r.Units = append(r.Units, coverage.Unit{Name: name, Expected: true})
		for task := range r.Tasks {
			cells[task] = append(cells[task], coverage.Cell{Task: task, Unit: name, Assigned: true, Part: coverage.Lead, Status: coverage.Missing})
		}
	}
	r.Cells = slices.Concat(cells[0], cells[1])
	var out bytes.Buffer
	if err := HTML(&out, r); err != nil {
		t.Fatal(err)
	}
	head, below, _ := strings.Cut(out.String(), "</table>")
	if strings.Contains(head, "Xã") || strings.Count(head, "<td class=") != 4 {
		t.Errorf("the table has a column for units that sent nothing:\n%s", head)
	}
	if strings.Count(below, "Xã &lt;số&gt;") != 30 || !strings.Contains(below, "(30)") {
		t.Errorf("below it are not all of them:\n%s", below)
	}
}

func TestEveryWordIsNamed(t *testing.T) {
	for _, s := range []coverage.Status{coverage.Reported, coverage.Planned, coverage.Acknowledged, coverage.Missing} {
		if StatusName(s) == "" {
			t.Errorf("status %s has no name", s)
		}
	}
	for _, s := range []coverage.DueState{coverage.DoneOnTime, coverage.DoneLate, coverage.Open, coverage.Overdue} {
		if DueName(s) == "" {
			t.Errorf("due state %s has no name", s)
		}
	}
	for _, f := range []coverage.Flag{coverage.Outdated, coverage.Unassigned, coverage.LaterDeadline, coverage.AmbiguousLink} {
		if FlagName(f) == "" {
			t.Errorf("flag %s has no name", f)
		}
	}
}
