package webpage

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/soichi/soichi/extract/flow"
)

// maxSpan bounds colspan and rowspan; browsers stop at 1000 and 65534, tables of documents need less.
const maxSpan = 200

// maxColumns bounds the columns of which cells above may cover the rows below: spans upon spans would multiply.
const maxColumns = 256

// table reads a table, each cell by a walker of its own.
func (w *walker) table(n *html.Node, s style, depth int) error {
	t := &flow.Table{}
	var down []cover // by column
	for _, tr := range rowsOf(n) {
		row := flow.Row{Header: tr.Parent != nil && tr.Parent.DataAtom == atom.Thead}
		heads, column := 0, 0
		covered := func() {
			for column < len(down) && down[column].rows > 0 {
				span := max(down[column].span, 1)
				row.Cells = append(row.Cells, flow.Cell{Continues: true, Span: span})
				for end := min(column+span, len(down)); column < end; column++ {
					down[column].rows--
				}
			}
		}
		for td := range tr.ChildNodes() {
			if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
				continue
			}
			if td.DataAtom == atom.Th {
				heads++
			}
			covered()
			inner := &walker{page: w.page}
			if !isCaption(td) {
				if err := inner.children(td, inherit(td, s), depth+1); err != nil {
					return err
				}
			}
			inner.end()
			cell := flow.Cell{Blocks: inner.blocks, Span: span(td, "colspan")}
			row.Cells = append(row.Cells, cell)
			rows := span(td, "rowspan")
			for i := range cell.Span {
				if column == len(down) && column < maxColumns {
					down = append(down, cover{})
				}
				if column < len(down) {
					down[column] = cover{rows: rows - 1, span: cell.Span - i}
					column++
				}
			}
		}
		covered()
		row.Header = row.Header || heads > 0 && heads == len(row.Cells)
		if len(row.Cells) > 0 {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) > 0 {
		w.blocks = append(w.blocks, flow.Block{Table: t})
	}
	return nil
}

// cover is what a cell above still covers: so many rows, and from this column on so many columns.
type cover struct{ rows, span int }

// rowsOf gives the rows of a table itself, not those of tables inside its cells.
func rowsOf(table *html.Node) []*html.Node {
	var rows []*html.Node
	for c := range table.ChildNodes() {
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = append(rows, rowsOf(c)...)
		}
	}
	return rows
}

func span(td *html.Node, name string) int {
	n, err := strconv.Atoi(attr(td, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxSpan)
}
