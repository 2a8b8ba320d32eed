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
var columnWidths = []float64{5, 45, 8, 12, 28, 9, 16, 18, 18, 18, 45, 7, 14}

// XLSX writes the list form as offices print it: landscape A4, bordered, the head repeated on each page.
func XLSX(w io.Writer, r *coverage.Report) error {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	border := []excelize.Border{
		{Type: "left", Style: 1, Color: "000000"}, {Type: "right", Style: 1, Color: "000000"},
		{Type: "top", Style: 1, Color: "000000"}, {Type: "bottom", Style: 1, Color: "000000"},
	}
	headStyle, err := f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Family: "Times New Roman", Size: 11}, Border: border,
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	})
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	cellStyle, err := f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Family: "Times New Roman", Size: 11}, Border: border,
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	})
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	steps := []func() error{
		func() error { return f.SetCellStr(sheet, "A1", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ") },
		func() error {
			return f.SetCellStr(sheet, "A2", fmt.Sprintf("Tính đến %s; xác nhận %.1f %%, gợi ý %.1f %% trên %d ô được giao",
				r.AsOf, 100*r.Covered.Confirmed, 100*r.Covered.Suggested, r.Counts["assigned"]))
		},
		func() error { return f.MergeCell(sheet, "A1", "M1") },
		func() error { return f.MergeCell(sheet, "A2", "M2") },
		func() error { return f.SetCellStyle(sheet, "A1", "A1", headStyle) },
		func() error { return fillSheet(f, sheet, r, headStyle, cellStyle) },
		func() error {
			landscape, a4, fit := "landscape", 9, 1
			return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &fit})
		},
		func() error {
			return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$4:$4", Scope: sheet})
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

// fillSheet writes head and rows from row 4 on.
func fillSheet(f *excelize.File, sheet string, r *coverage.Report, headStyle, cellStyle int) error {
	table := append([][]string{header}, rows(r)...)
	for y, row := range table {
		style := cellStyle
		if y == 0 {
			style = headStyle
		}
		for x, v := range row {
			at, err := excelize.CoordinatesToCellName(x+1, y+4)
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
	"notes": notes, "short": short, "percent": func(f float64) string { return fmt.Sprintf("%.1f", 100*f) },
	"inc": func(i int) int { return i + 1 },
	"row": func(r *coverage.Report, task int) []coverage.Cell {
		return r.Cells[task*len(r.Units) : (task+1)*len(r.Units)]
	},
}).Parse(coveragePage))

// HTML writes a page of its own with the matrix, each cell opening its evidence.
func HTML(w io.Writer, r *coverage.Report) error {
	return page.Execute(w, r)
}
