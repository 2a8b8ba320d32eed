package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/soichi/soichi/coverage"
)

// The rows of the sheet: two lines of title over all columns, a free one, the head of the table.
const (
	sheet   = "Sheet1"
	headRow = 4
)

// headline names the report in one line.
func headline(r *coverage.Report) string {
	out := "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"
	if r.Symbol != "" {
		out += " GIAO TẠI VĂN BẢN SỐ " + string(r.Symbol)
	}
	return out
}

// summary says as of when, written as it is given, and how much is covered.
func summary(r *coverage.Report, day string) string {
	return fmt.Sprintf("Tính đến %s: xác nhận %.1f %%, gợi ý %.1f %% trên %d ô được giao",
		day, 100*r.Covered.Confirmed, 100*r.Covered.Suggested, r.Counts["assigned"])
}

// XLSX writes a list as offices print it: A4 across, bordered, the head repeated on each page.
func XLSX(w io.Writer, l List) error {
	f := excelize.NewFile()
	defer f.Close()
	last, err := excelize.ColumnNumberToName(len(l.Columns))
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	style, err := newStyles(f)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	steps := []func() error{
		func() error { return f.SetCellStr(sheet, "A1", l.Title) },
		func() error { return f.SetCellStr(sheet, "A2", l.Summary) },
		func() error { return f.MergeCell(sheet, "A1", last+"1") },
		func() error { return f.MergeCell(sheet, "A2", last+"2") },
		func() error { return f.SetCellStyle(sheet, "A1", last+"2", style.head) },
		func() error { return fillSheet(f, l, style) },
		func() error {
			return f.AutoFilter(sheet, fmt.Sprintf("A%d:%s%d", headRow, last, headRow+len(l.Rows)), nil)
		},
		func() error {
			landscape, a4, width, height := "landscape", 9, 1, 0
			return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &width, FitToHeight: &height})
		},
		func() error {
			fit := true
			return f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})
		},
		func() error {
			return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, headRow, headRow), Scope: sheet})
		},
		func() error {
			return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: fmt.Sprintf("A%d", headRow+1), ActivePane: "bottomLeft"})
		},
		func() error { return f.Write(w) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
	}
	return nil
}

// styleSet are the styles of a sheet.
type styleSet struct{ head, text, day int }

// newStyles makes the styles, in the type that offices must use.
func newStyles(f *excelize.File) (s styleSet, err error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Style: 1, Color: "000000"})
	}
	dayFormat := "dd/mm/yyyy"
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	for _, n := range []struct {
		to     *int
		bold   bool
		align  *excelize.Alignment
		format *string
	}{
		{&s.head, true, &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}, nil},
		{&s.text, false, top, nil},
		{&s.day, false, top, &dayFormat},
	} {
		*n.to, err = f.NewStyle(&excelize.Style{
			Font: &excelize.Font{Bold: n.bold, Family: "Times New Roman", Size: 11}, Border: border, Alignment: n.align, CustomNumFmt: n.format,
		})
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

// fillSheet writes head and rows.
func fillSheet(f *excelize.File, l List, style styleSet) error {
	for x, c := range l.Columns {
		if err := setCell(f, x, headRow, c.Name, style.head); err != nil {
			return err
		}
	}
	for y, row := range l.Rows {
		for x, v := range row {
			var value any = v
			cell := style.text
			if day, err := time.Parse(time.DateOnly, v); err == nil && l.Columns[x].Day {
				value, cell = day, style.day // a date, so that spreadsheet programs can sort by it
			}
			if err := setCell(f, x, headRow+1+y, value, cell); err != nil {
				return err
			}
		}
	}
	for i, c := range l.Columns {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(sheet, col, col, c.Width); err != nil {
			return err
		}
	}
	return nil
}

// setCell writes one value; columns count from 0 and rows from 1.
func setCell(f *excelize.File, column, row int, value any, style int) error {
	at, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return err
	}
	if text, ok := value.(string); ok {
		err = f.SetCellStr(sheet, at, text) // never a formula
	} else {
		err = f.SetCellValue(sheet, at, value)
	}
	if err != nil {
		return err
	}
	return f.SetCellStyle(sheet, at, at, style)
}

//go:embed coverage.html
var coveragePage string

// page is parsed once; the template is part of the program, so a mistake in it is found by the first test.
var page = template.Must(template.New("coverage").Funcs(template.FuncMap{
	"cell": cellText, "status": func(s coverage.Status) string { return statusNames[s] }, "due": dueText,
	"notes": notes, "short": short, "headline": headline, "summary": summary, "source": source,
	"inc":    func(i int) int { return i + 1 },
	"shown":  func(r *coverage.Report) []coverage.Unit { shown, _ := Split(r); return shown },
	"silent": func(r *coverage.Report) []coverage.Unit { _, silent := Split(r); return silent },
	"row":    row,
}).Parse(coveragePage))

// row gives the cells of a task under the units that have a column.
func row(r *coverage.Report, task int) []coverage.Cell {
	shown, _ := Split(r)
	var out []coverage.Cell
	for _, c := range r.Cells[task*len(r.Units) : (task+1)*len(r.Units)] {
		if slices.ContainsFunc(shown, func(u coverage.Unit) bool { return u.Name == c.Unit }) {
			out = append(out, c)
		}
	}
	return out
}

// HTML writes a page of its own with the matrix, each cell opening its evidence.
func HTML(w io.Writer, r *coverage.Report) error {
	return page.Execute(w, r)
}
