package flow

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

const (
	// longHead is the length in characters from which a cell is running text and no heading of a column.
	longHead = 100
	// manyParagraphs is the number of paragraphs from which a cell holds a piece of the document, not a value.
	manyParagraphs = 15
)

// letterhead knows the words that only a table which lays out the head or the foot of a document holds.
var letterhead = regexp.MustCompile(`(?i)cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập\s*[-–—]?\s*tự\s+do|đảng\s+cộng\s+sản\s+việt\s+nam\s*$|^\s*nơi\s+(?:nhận|gửi)\s*(?::|$)|^\s*\(ký,`)

// motto is the part of letterhead that stands at the head alone.
var motto = regexp.MustCompile(`(?i)cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập\s*[-–—]?\s*tự\s+do|đảng\s+cộng\s+sản\s+việt\s+nam`)

// table writes a data table row by row, and the cells of a layout table one after another: down the columns where it
// is a letterhead or a signature block, whose columns are read one by one, along the rows otherwise.
func (w *writer) table(t *Table) {
	switch {
	case isLetterhead(t):
		columns := 0
		for _, r := range t.Rows {
			columns = max(columns, len(r.Cells))
		}
		for c := range columns {
			for _, r := range t.Rows {
				if c < len(r.Cells) {
					w.blocks(r.Cells[c].Blocks)
				}
			}
		}
	case isData(t):
		w.data(t)
	default:
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				w.blocks(c.Blocks)
			}
		}
	}
}

// isLetterhead tells a table that places the head (body, number | motto, date) or the foot (recipients | signature) of
// a document: at most three columns, few rows, and the words that stand there.
func isLetterhead(t *Table) bool {
	if len(t.Rows) > 8 {
		return false
	}
	found := false
	for _, r := range t.Rows {
		if len(r.Cells) > 3 {
			return false
		}
		for _, c := range r.Cells {
			for _, line := range strings.Split(c.plain(), "\n") {
				found = found || letterhead.MatchString(line)
			}
		}
	}
	return found || len(t.Rows) <= 3 && widest(t) == 2 && !hasHead(t)
}

// HasLetterhead tells whether the first blocks hold the motto of the State or the name of the Party.
func HasLetterhead(blocks []Block) bool {
	const headLines = 15
	for _, b := range blocks[:min(len(blocks), headLines)] {
		if b.Paragraph != nil && motto.MatchString(clean(b.Paragraph.Plain())) {
			return true
		}
		if b.Table == nil {
			continue
		}
		for _, r := range b.Table.Rows {
			for _, c := range r.Cells {
				if HasLetterhead(c.Blocks) {
					return true
				}
			}
		}
	}
	return false
}

func widest(t *Table) int {
	n := 0
	for _, r := range t.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// isData tells a table of values from one that only places text: several columns and rows, no cell that holds a whole
// piece of the document.
func isData(t *Table) bool {
	if widest(t) < 2 || len(t.Rows) < 2 {
		return false
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if len(c.Blocks) >= manyParagraphs {
				return false
			}
			for _, b := range c.Blocks {
				if b.Table != nil && isData(b.Table) {
					return false
				}
			}
		}
	}
	return true
}

// hasHead tells whether the first row names the columns: the format says so, or all its cells are short words, none of
// them a number.
func hasHead(t *Table) bool {
	if len(t.Rows) == 0 {
		return false
	}
	if t.Rows[0].Header {
		return true
	}
	if len(t.Rows) < 2 || len(t.Rows[0].Cells) < 2 {
		return false
	}
	named := 0
	for _, c := range t.Rows[0].Cells {
		text := strings.TrimSpace(c.plain())
		if utf8.RuneCountInString(text) > longHead || strings.HasSuffix(text, ":") || !c.Continues && startsDigit(text) {
			return false
		}
		if text != "" {
			named++
		}
	}
	return named*2 > len(t.Rows[0].Cells)
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// plain gives the text of a cell, a line a paragraph.
func (c *Cell) plain() string {
	var b strings.Builder
	for _, block := range c.Blocks {
		if block.Paragraph != nil {
			b.WriteString(clean(block.Paragraph.Plain()))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// data writes a data table and remembers its cells. A cell that continues a merged one above is empty in the text and
// takes the range of the cell it continues.
func (w *writer) data(t *Table) {
	table := document.Table{Range: document.Range{Start: w.b.Len()}}
	head := hasHead(t)
	var above []document.Range
	for _, r := range t.Rows {
		if r.empty() {
			continue
		}
		row := document.Row{Range: document.Range{Start: w.b.Len()}, Header: r.Header || head && len(table.Rows) == 0 || goesOn(&r, table.Rows)}
		group := len(r.Cells) <= 2 && !row.Header // "I | Nhóm nhiệm vụ thứ nhất" over all columns: no value of each column
		for j, c := range r.Cells {
			if j > 0 {
				w.b.WriteString(document.CellSeparator)
			}
			rg := w.line(joined(c.Blocks, w.marks))
			if column := len(row.Cells); c.Continues && column < len(above) {
				rg = above[column]
			}
			row.Cells = append(row.Cells, rg)
			for n := 1; n < c.Span && !group && len(row.Cells) < maxColumns; n++ {
				row.Cells = append(row.Cells, rg)
			}
		}
		row.Range.End = w.b.Len()
		w.b.WriteByte('\n')
		for i, rg := range row.Cells { // a shorter row in between leaves the columns beyond it as they were
			if i == len(above) {
				above = append(above, rg)
			}
			above[i] = rg
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		return
	}
	table.Range.End = w.b.Len() - 1
	w.out.Tables = append(w.out.Tables, table)
}

// goesOn tells a row under a head row that still belongs to the head: cells of the head reach down into it.
func goesOn(r *Row, above []document.Row) bool {
	if len(above) != 1 || !above[0].Header {
		return false
	}
	for _, c := range r.Cells {
		if c.Continues {
			return true
		}
	}
	return false
}

// empty tells a row of which nothing would be seen.
func (r *Row) empty() bool {
	for _, c := range r.Cells {
		if c.Continues || len(joined(c.Blocks, nil)) > 0 {
			return false
		}
	}
	return true
}

// maxColumns bounds what a hostile colspan can make of one cell; Word itself allows 63 columns.
const maxColumns = 256
