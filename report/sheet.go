package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/soichi/soichi/coverage"
)

// columnWidths are the widths of the list form in characters, in the order of header.
var columnWidths = []float64{5, 42, 7, 12, 26, 11, 15, 17, 17, 20, 45, 12, 7, 12}

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

// summary says as of when, and how much is covered.
func summary(r *coverage.Report) string {
	return fmt.Sprintf("Tính đến %s: xác nhận %.1f %%, gợi ý %.1f %% trên %d ô được giao",
		r.AsOf, 100*r.Covered.Confirmed, 100*r.Covered.Suggested, r.Counts["assigned"])
}

// XLSX writes the list form as offices print it: landscape A4, bordered, the head repeated on each page.
func XLSX(w io.Writer, r *coverage.Report) error {
	f := excelize.NewFile()
	defer f.Close()
	last, err := excelize.ColumnNumberToName(len(header))
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	head, cell, err := styles(f)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	steps := []func() error{
		func() error { return f.SetCellStr(sheet, "A1", headline(r)) },
		func() error { return f.SetCellStr(sheet, "A2", summary(r)) },
		func() error { return f.MergeCell(sheet, "A1", last+"1") },
		func() error { return f.MergeCell(sheet, "A2", last+"2") },
		func() error { return f.SetCellStyle(sheet, "A1", last+"2", head) },
		func() error { return fillSheet(f, r, head, cell) },
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

// styles makes the styles of the head and of the cells, in the type that offices must use.
func styles(f *excelize.File) (head, cell int, err error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Style: 1, Color: "000000"})
	}
	head, err = f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Family: "Times New Roman", Size: 11}, Border: border,
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	})
	if err != nil {
		return 0, 0, err
	}
	cell, err = f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Family: "Times New Roman", Size: 11}, Border: border,
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	})
	return head, cell, err
}

// fillSheet writes head and rows.
func fillSheet(f *excelize.File, r *coverage.Report, headStyle, cellStyle int) error {
	table := append([][]string{header}, rows(r)...)
	for y, row := range table {
		style := cellStyle
		if y == 0 {
			style = headStyle
		}
		for x, v := range row {
			at, err := excelize.CoordinatesToCellName(x+1, y+headRow)
			if err != nil {
				return err
			}
			if err := f.SetCellStr(sheet, at, v); err != nil {
				return err
			}
			if err := f.SetCellStyle(sheet, at, at, style); err != nil {
				return err
			}
		}
	}
	for i, width := range columnWidths {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(sheet, col, col, width); err != nil {
			return err
		}
	}
	return nil
}

//go:embed coverage.html
var coveragePage string

// page is parsed once; the template is part of the program, so a mistake in it is found by the first test.
var page = template.Must(template.New("coverage").Funcs(template.FuncMap{
	"cell": cellText, "status": func(s coverage.Status) string { return statusNames[s] }, "due": dueText,
	"notes": notes, "short": short, "headline": headline, "summary": summary, "source": source,
	"inc": func(i int) int { return i + 1 },
	"row": func(r *coverage.Report, task int) []coverage.Cell {
		return r.Cells[task*len(r.Units) : (task+1)*len(r.Units)]
	},
}).Parse(coveragePage))

// HTML writes a page of its own with the matrix, each cell opening its evidence.
func HTML(w io.Writer, r *coverage.Report) error {
	return page.Execute(w, r)
}
