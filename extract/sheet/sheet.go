// Package sheet reads spreadsheets (XLSX) and CSV files: the lines above and below as paragraphs, what lies between as a
// table with its head.
package sheet

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/plain"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/xmltree"
)

// maxRows bounds the rows of all sheets together: a register of a province has some 10,000.
const maxRows = 200_000

// Reader reads XLSX. Its zero value is ready.
type Reader struct{}

// Read reads the visible sheets one after another. Values are written as the sheet shows them.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	if _, err := xmltree.Open(src, lim); err != nil { // the sizes, before anything is unpacked
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(src.Data), excelize.Options{UnzipSizeLimit: lim.MaxExpanded})
	if err != nil {
		return nil, read.Fail(read.Damaged, "open the workbook: %w", err)
	}
	defer book.Close() //nolint:errcheck // nothing was written
	doc := &flow.Document{Meta: map[string]string{}}
	res := &read.Result{}
	rows := 0
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		grid, err := sheetRows(ctx, book, name, maxRows-rows)
		if err != nil {
			return nil, err
		}
		rows += len(grid)
		doc.Blocks = append(doc.Blocks, blocks(grid)...)
	}
	if rows >= maxRows {
		res.Warnings = append(res.Warnings, fmt.Sprintf("only the first %d rows were read", maxRows))
	}
	if props, err := book.GetDocProps(); err == nil && props.Title != "" {
		doc.Meta["title"] = props.Title
	}
	res.Text = doc.Text()
	return res, nil
}

// sheetRows reads a sheet's cells, at most limit rows, and marks those that a merged cell above covers.
func sheetRows(ctx context.Context, book *excelize.File, name string, limit int) ([][]flow.Cell, error) {
	rows, err := book.Rows(name)
	if err != nil {
		return nil, read.Fail(read.Damaged, "sheet %s: %w", name, err)
	}
	defer rows.Close() //nolint:errcheck // nothing was written
	var grid [][]flow.Cell
	for rows.Next() && len(grid) < limit {
		if len(grid)%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		values, err := rows.Columns()
		if err != nil {
			return nil, read.Fail(read.Damaged, "sheet %s, row %d: %w", name, len(grid)+1, err)
		}
		grid = append(grid, cells(values))
	}
	if err := rows.Error(); err != nil {
		return nil, read.Fail(read.Damaged, "sheet %s: %w", name, err)
	}
	merged, err := book.GetMergeCells(name)
	if err != nil {
		return nil, read.Fail(read.Damaged, "sheet %s: %w", name, err)
	}
	for _, m := range merged {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err := errors.Join(err1, err2); err != nil {
			continue // a merge that names no cells merges none
		}
		merge(grid, left-1, top-1, right-1, bottom-1)
	}
	return grid, nil
}

// maxColumns bounds a row: a cell far to the right would otherwise make thousands of empty ones.
const maxColumns = 256

func cells(values []string) []flow.Cell {
	values = values[:min(len(values), maxColumns)]
	for len(values) > 0 && strings.TrimSpace(values[len(values)-1]) == "" {
		values = values[:len(values)-1]
	}
	row := make([]flow.Cell, len(values))
	for i, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			row[i].Blocks = []flow.Block{flow.Para(v)}
		}
		row[i].Span = 1
	}
	return row
}

// merge marks what a merged range covers: below its first row, cells go on with the one above.
func merge(grid [][]flow.Cell, left, top, right, bottom int) {
	for y := top + 1; y <= bottom && y < len(grid); y++ {
		for x := left; x <= right && x < len(grid[y]); x++ {
			grid[y][x] = flow.Cell{Span: 1, Continues: true}
		}
	}
}

// blocks parts a sheet in the table and what stands around it. The table runs from the first to the last row that fills
// enough columns; what is above and below, cell by cell, are a title, a letterhead, a signature.
func blocks(grid [][]flow.Cell) []flow.Block {
	need := 2
	for _, row := range grid {
		if filled(row) > 3 {
			need = 3
		}
	}
	first, last := -1, -1
	for i, row := range grid {
		if filled(row) >= need {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	var out []flow.Block
	table := &flow.Table{}
	for i, row := range grid {
		if first >= 0 && i >= first && i <= last {
			table.Rows = append(table.Rows, flow.Row{Cells: row, Header: i == first})
			if i == last {
				out = append(out, flow.Block{Table: table})
			}
			continue
		}
		for _, c := range row {
			out = append(out, c.Blocks...)
		}
	}
	return out
}

func filled(row []flow.Cell) int {
	n := 0
	for _, c := range row {
		if len(c.Blocks) > 0 {
			n++
		}
	}
	return n
}

// CSV reads text/csv. Its zero value is ready.
type CSV struct{}

// Read reads a table of values parted by comma, semicolon or tab, whichever the first line has most of.
func (CSV) Read(ctx context.Context, src read.Source, _ read.Limits) (*read.Result, error) {
	content, warnings, err := plain.Decode(src.Data)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(strings.NewReader(content))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma(content), true, -1, true
	var grid [][]flow.Cell
	for len(grid) < maxRows {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, read.Fail(read.Damaged, "%w", err)
		}
		if len(grid)%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		grid = append(grid, cells(record))
	}
	if len(grid) == maxRows {
		warnings = append(warnings, fmt.Sprintf("only the first %d rows were read", maxRows))
	}
	doc := &flow.Document{Blocks: blocks(grid)}
	return &read.Result{Text: doc.Text(), Warnings: warnings}, nil
}

func comma(content string) rune {
	line, _, _ := strings.Cut(content, "\n")
	best := ','
	for _, c := range []rune{';', '\t'} {
		if strings.Count(line, string(c)) > strings.Count(line, string(best)) {
			best = c
		}
	}
	return best
}
