package odt

import (
	"strconv"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// maxSpan bounds what one cell may cover.
const maxSpan = 256

// reach is how far a cell reaches down: rows still to come, and columns.
type reach struct{ rows, columns int }

// grid is a table being read, with the cells that reach down from above by column.
type grid struct {
	table flow.Table
	down  map[int]reach
}

func (w *walker) table(n *xmltree.Node) error {
	g := &grid{down: map[int]reach{}}
	if err := w.rows(n, g, false); err != nil {
		return err
	}
	if len(g.table.Rows) > 0 {
		w.Blocks = append(w.Blocks, flow.Block{Table: &g.table})
	}
	return nil
}

func (w *walker) rows(n *xmltree.Node, g *grid, head bool) error {
	for _, c := range n.Children {
		switch c.Name {
		case "table-header-rows":
			if err := w.rows(c, g, true); err != nil {
				return err
			}
		case "table-rows", "table-row-group":
			if err := w.rows(c, g, head); err != nil {
				return err
			}
		case "table-row":
			row := flow.Row{Header: head}
			if err := w.cells(c, g, &row); err != nil {
				return err
			}
			g.table.Rows = append(g.table.Rows, row)
		}
	}
	return nil
}

// cells reads the cells of a row. Covered cells belong to the cell on their left, or to the one that reaches down, which
// is one cell here however many columns it covers.
func (w *walker) cells(tr *xmltree.Node, g *grid, row *flow.Row) error {
	column, covered := 0, 0
	for _, tc := range tr.Children {
		switch tc.Name {
		case "table-cell":
			inner := &walker{file: w.file, inCell: true}
			if err := inner.blocks(tc); err != nil {
				return err
			}
			inner.EndParagraph()
			columns, rows := number(tc, "number-columns-spanned"), number(tc, "number-rows-spanned")
			row.Cells = append(row.Cells, flow.Cell{Blocks: inner.Blocks, Span: columns})
			if rows > 1 {
				g.down[column] = reach{rows - 1, columns}
			}
			covered = columns - 1
			column++
		case "covered-table-cell":
			if r := g.down[column]; covered == 0 && r.rows > 0 {
				g.down[column] = reach{r.rows - 1, r.columns}
				row.Cells = append(row.Cells, flow.Cell{Span: r.columns, Continues: true})
				covered = r.columns
			}
			covered = max(covered-1, 0)
			column++
		}
	}
	return nil
}

func number(n *xmltree.Node, attr string) int {
	v, err := strconv.Atoi(n.Attr(attr))
	if err != nil {
		return 1
	}
	return min(max(v, 1), maxSpan)
}
