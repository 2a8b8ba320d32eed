package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// owed is the ledger of one unit: a task that an amendment put off, one with a rule for a date, one that is answered.
func owed() *coverage.Ledger {
	r := sample()
	r.Tasks[0].DueAsAmended = "2024-03-15"
	r.Tasks = append(r.Tasks, coverage.Task{Index: 2, Text: "Báo cáo <định kỳ>", Due: &document.Due{Text: "hằng quý"}})
	r.Cells = append(r.Cells, coverage.Cell{Task: 2, Unit: "Tỉnh A", Assigned: true, Part: coverage.Lead, Status: coverage.Missing})
	l := &coverage.Ledger{AsOf: "2024-12-31", Unit: "Tỉnh A", From: "2024-01-01"}
	l.Add(r, "chi_thi", "2023-12-12", coverage.Selection{Unit: func(u string) bool { return u == "Tỉnh A" }})
	l.Close()
	return l
}

func TestLedgerTable(t *testing.T) {
	var out bytes.Buffer
	if err := LedgerTable(&out, owed()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"NHIỆM VỤ ĐƯỢC GIAO CHO TỈNH A, ĐẾN HẠN TỪ 01/01/2024", "3 nhiệm vụ phải báo cáo", "hoàn thành quá hạn 1",
		"2024-03-15", "hằng quý", "Chỉ thị 87/CT-TTg", "đã báo cáo; hoàn thành quá hạn", "chưa có văn bản", "312/BC-UBND",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func TestUnitsThatStandAlikeShareALine(t *testing.T) {
	l := coverage.LedgerOf(sample())
	for _, name := range []string{"Tỉnh C", "Tỉnh D"} {
		e := l.Entries[len(l.Entries)-1]
		e.Cell.Unit = name
		l.Entries = append(l.Entries, e)
	}
	var out bytes.Buffer
	if err := LedgerTable(&out, l); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "3 đơn vị") || strings.Contains(out.String(), "Tỉnh D") {
		t.Errorf("%s", out.String())
	}
}

func TestLedgerTitle(t *testing.T) {
	for _, tt := range []struct{ name, from, to, want string }{
		{"no period", "", "", "NHIỆM VỤ ĐƯỢC GIAO"},
		{"from a day", "2024-01-01", "", "NHIỆM VỤ ĐƯỢC GIAO, ĐẾN HẠN TỪ 01/01/2024"},
		{"to a day", "", "2024-06-30", "NHIỆM VỤ ĐƯỢC GIAO, ĐẾN HẠN ĐẾN 30/06/2024"},
		{"a period", "2024-01-01", "2024-06-30", "NHIỆM VỤ ĐƯỢC GIAO, ĐẾN HẠN TỪ 01/01/2024 ĐẾN 30/06/2024"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := &coverage.Ledger{From: document.NullString(tt.from), To: document.NullString(tt.to)}
			if got := ledgerTitle(l); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestEveryRowHasEveryColumn(t *testing.T) {
	for name, l := range map[string]List{"coverage": CoverageList(sample()), "ledger": LedgerList(owed()), "printed": printed(LedgerList(owed()))} {
		if len(l.Rows) == 0 {
			t.Errorf("%s: no rows", name)
		}
		for i, row := range l.Rows {
			if len(row) != len(l.Columns) {
				t.Errorf("%s, row %d: %d values under %d columns", name, i+1, len(row), len(l.Columns))
			}
		}
	}
}

// An annex says of a unit what became of its tasks, not that it did nothing about those of others, and each task once.
func TestOnPaper(t *testing.T) {
	r := &coverage.Report{AsOf: "2024-12-31", Tasks: []coverage.Task{{Index: 0, Text: "Lập bản đồ"}, {Index: 1, Text: "Trực cháy"}}}
	at := document.Span{Exact: "đã lập"}
	r.Cells = []coverage.Cell{
		{Task: 0, Unit: "A", Assigned: true, Status: coverage.Missing},
		{Task: 0, Unit: "B", Status: coverage.Missing},
		{Task: 0, Unit: "C", Status: coverage.Reported, Evidence: []coverage.Evidence{{Document: "d", Span: at}}},
		{Task: 1, Unit: "A", Status: coverage.Acknowledged},
		{Task: 1, Unit: "B", Assigned: true, Status: coverage.Planned, Evidence: []coverage.Evidence{{Document: "d", Span: at}}},
	}
	l := CoverageList(r)
	if len(l.Rows) != 5 || !strings.Contains(l.Summary, "31/12/2024") {
		t.Errorf("the list itself: %d rows, %q", len(l.Rows), l.Summary)
	}
	paper := printed(l)
	var got []string
	for i, row := range paper.Rows {
		got = append(got, strings.TrimSpace(fmt.Sprintln(row[0], row[3], paper.Repeats(i, 0), paper.Repeats(i, 1), paper.Repeats(i, 3))))
	}
	if want := "1 A false false false|1 C true true false|2 B false false false"; strings.Join(got, "|") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "|"), want)
	}
	var out bytes.Buffer
	if err := DOCX(&out, l); err != nil {
		t.Fatal(err)
	}
	main := documentPart(t, out.Bytes())
	wellFormed(t, "word/document.xml", main)
	if n := strings.Count(string(main), "Lập bản đồ"); n != 1 || strings.Count(string(main), "<w:vMerge/>") != 3 {
		t.Errorf("the task stands %d times: %s", n, main)
	}
	if out.Reset(); ListHTML(&out, l) != nil || strings.Count(out.String(), "Lập bản đồ") != 1 {
		t.Errorf("the page: %s", out.String())
	}
}

// A directive to every commune leaves a line for all that sent nothing, not a hundred pages of them.
func TestManySilentUnitsShareARowOnPaper(t *testing.T) {
	r := sample()
	r.Tasks = append(r.Tasks, coverage.Task{Index: 2, Text: "Trực cháy"})
	give := func(task int, unit string, state coverage.DueState) {
		r.Cells = append(r.Cells, coverage.Cell{Task: task, Unit: unit, Assigned: true, Part: coverage.Recipient, Status: coverage.Missing, DueState: state})
	}
	for i := range 124 {
		name := fmt.Sprintf("Xã số %d", i)
		give(1, name, "")
		give(2, name, coverage.Overdue)
		if i < manySilent-1 {
			give(0, name, coverage.Open)
		}
	}
	give(2, "Phường Một", coverage.Open)
	l := CoverageList(r)
	paper := printed(l)
	var got []string
	for _, row := range paper.Rows {
		got = append(got, row[0]+" "+row[3]+" "+row[5])
	}
	// Two of the sample's, seven communes, one row for all; those with another due state stand apart.
	want := []string{"2 124 đơn vị (danh sách 1) ", "3 124 đơn vị (danh sách 1) chưa hoàn thành quá hạn", "3 Phường Một chưa hoàn thành trong hạn"}
	if len(got) != 4+3+manySilent-1 || !slices.Equal(slices.DeleteFunc(slices.Clone(got), func(s string) bool { return !slices.Contains(want, s) }), want) {
		t.Errorf("%d rows:\n%s", len(got), strings.Join(got, "\n"))
	}
	if len(paper.Notes) != 1 || !strings.HasPrefix(paper.Notes[0], "Danh sách 1: Xã số 0; Xã số 1; ") || strings.Count(paper.Notes[0], ";") != 123 {
		t.Errorf("notes %q: each set of units is named once", paper.Notes)
	}
	if len(l.Rows) != len(r.Cells) {
		t.Errorf("%d rows in the list itself, want one a cell", len(l.Rows))
	}
	ledger := printed(LedgerList(coverage.LedgerOf(r)))
	for i, row := range ledger.Rows {
		if row[0] != fmt.Sprint(i+1) {
			t.Errorf("row %d of the ledger bears the number %s", i+1, row[0])
		}
	}
	if len(ledger.Notes) != 1 || len(ledger.Rows) >= len(r.Cells) {
		t.Errorf("the ledger has %d rows and notes %q", len(ledger.Rows), ledger.Notes)
	}
	var docx, page bytes.Buffer
	if err := errors.Join(DOCX(&docx, l), ListHTML(&page, l)); err != nil {
		t.Fatal(err)
	}
	main := string(documentPart(t, docx.Bytes()))
	if strings.Count(main, "Xã số 99;") != 1 || strings.Count(page.String(), "Xã số 99;") != 1 {
		t.Error("the annex and the page name each commune once")
	}
}

// documentPart gives the main part of a DOCX.
func documentPart(t *testing.T, docx []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
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
	return data
}

func TestListHTML(t *testing.T) {
	var out bytes.Buffer
	if err := ListHTML(&out, LedgerList(owed())); err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]int{"<tr><td>": 3, "Báo cáo &lt;định kỳ&gt;": 1, "<th>Vai trò": 0, "<th>Đơn vị": 1} {
		if n := strings.Count(out.String(), part); n != want {
			t.Errorf("%s stands %d times, want %d", part, n, want)
		}
	}
}

func TestDOCX(t *testing.T) {
	var out, again bytes.Buffer
	if err := errors.Join(DOCX(&out, LedgerList(owed())), DOCX(&again, LedgerList(owed()))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same list gives other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, f.Name, data)
		if f.Name != "word/document.xml" {
			continue
		}
		for part, want := range map[string]int{
			"<w:tr>": 4, "<w:tblHeader/>": 1, `w:orient="landscape"`: 1, "Báo cáo &lt;định kỳ&gt;": 1, "NHIỆM VỤ ĐƯỢC GIAO CHO TỈNH A": 1,
		} {
			if n := strings.Count(string(data), part); n != want {
				t.Errorf("%s stands %d times, want %d", part, n, want)
			}
		}
	}
}

func wellFormed(t *testing.T, name string, data []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add("Lập bản đồ <b> & \x00 \xff")
	f.Fuzz(func(t *testing.T, s string) {
		var out bytes.Buffer
		if err := DOCX(&out, List{Title: s, Columns: []Column{{s, 1, true, false}}, Paper: [][]string{{s}}, Notes: []string{s}}); err != nil {
			t.Fatal(err)
		}
		wellFormed(t, "word/document.xml", documentPart(t, out.Bytes()))
	})
}

func TestCalendar(t *testing.T) {
	l := owed()
	l.Entries = append(l.Entries, l.Entries[0])
	l.Entries[len(l.Entries)-1].Cell.Unit = "Tỉnh B"
	var out bytes.Buffer
	if err := Calendar(&out, l); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(out.String(), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("%q is no line of a calendar", line)
		}
	}
	cal, err := ics.ParseCalendar(&out)
	if err != nil {
		t.Fatal(err)
	}
	events := cal.Events()
	if len(events) != 1 {
		t.Fatalf("%d events, want one for the only task with a day", len(events))
	}
	at, err := events[0].GetAllDayStartAt()
	if err != nil || at.Format("2006-01-02") != "2024-03-15" {
		t.Errorf("on %v (%v), want the amended day", at, err)
	}
	if d := events[0].GetProperty(ics.ComponentPropertyDescription).Value; !strings.Contains(d, "Tỉnh A: đã báo cáo") || !strings.Contains(d, "Tỉnh B") {
		t.Errorf("description %q does not name the units", d)
	}
}

func TestCalendarNamesAFewUnits(t *testing.T) {
	var task []coverage.Entry
	for range 20 {
		task = append(task, coverage.Entry{Task: coverage.Task{Text: "Việc"}, Cell: coverage.Cell{Unit: "Tỉnh", Status: coverage.Missing}})
	}
	if d := describe(task); !strings.HasSuffix(d, "và 8 đơn vị khác") {
		t.Errorf("%q", d)
	}
}

func TestChain(t *testing.T) {
	var out bytes.Buffer
	if err := Chain(&out, chain()); err != nil {
		t.Fatal(err)
	}
	want := `Chỉ thị số 87/CT-TTg ngày 12/12/2023 của Thủ tướng Chính phủ: Về "cháy" <rừng> \ khô

1. Căn cứ, chỉ đạo của cấp trên (2 văn bản)
- Quyết định số 2987/QĐ-TTg ngày 02/11/2021 (được thực hiện bởi văn bản này) [chưa có trong kho]
- Kế hoạch số 15/KH-UBND ngày 10/01/2024 (được viện dẫn bởi văn bản này)

2. Triển khai, báo cáo (2 văn bản)
- Kế hoạch số 15/KH-UBND ngày 10/01/2024 (thực hiện văn bản này)
  - Báo cáo “Báo cáo không số” (báo cáo kết quả Kế hoạch số 15/KH-UBND)
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

func TestChainOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := Chain(&out, &graph.Trace{Root: "x"}); err != nil || out.Len() != 0 {
		t.Errorf("%q, %v", out.String(), err)
	}
}
