package doc

import "github.com/soichi/soichi/extract/flow"

// build turns paragraphs into blocks and gives them their numbers. Those deeper in tables than depth are gathered and
// become tables; inCell tells that the blocks are those of a cell.
func (f *file) build(paras []paragraph, depth int, inCell bool) []flow.Block {
	var out []flow.Block
	for i := 0; i < len(paras); {
		p := &paras[i]
		if p.depth <= depth {
			f.number(p, inCell)
			if len(p.block.Paragraph.Runs) > 0 {
				out = append(out, p.block)
			}
			out = append(out, p.boxes...)
			i++
			continue
		}
		end := i
		for end < len(paras) && paras[end].depth > depth {
			end++
		}
		if t := f.tableOf(paras[i:end], depth+1); len(t.Rows) > 0 {
			out = append(out, flow.Block{Table: t})
		}
		i = end
	}
	return out
}

// number puts the label of its list in front of a paragraph. An empty item counts, but its number alone is no text; in a
// cell it is the number of the row.
func (f *file) number(p *paragraph, inCell bool) {
	label, font := f.label(&p.paraProps)
	runs := p.block.Paragraph.Runs
	if label == "" || len(runs) == 0 && !inCell {
		return
	}
	bold := len(runs) > 0 && runs[0].Bold
	p.block.Paragraph.Runs = append([]flow.Run{{Text: label, Bold: bold, Font: font}}, runs...)
}

// tableOf puts together the rows of one table from the paragraphs of its cells. A cell ends with a mark, a row with a
// paragraph of its own that holds the row's properties.
func (f *file) tableOf(paras []paragraph, depth int) *flow.Table {
	t := &flow.Table{}
	var row [][]paragraph
	var cell []paragraph
	for i := range paras {
		p := &paras[i]
		if p.depth == depth && (p.rowEnd && depth == 1 || p.innerEnd && depth > 1) {
			if len(cell) > 0 {
				row = append(row, cell)
			}
			t.Rows = append(t.Rows, f.row(row, &p.paraProps, depth))
			row, cell = nil, nil
			continue
		}
		cell = append(cell, *p)
		if p.depth == depth && (p.cell && depth == 1 || p.innerCell && depth > 1) {
			row = append(row, cell)
			cell = nil
		}
	}
	if len(cell) > 0 {
		row = append(row, cell)
	}
	if len(row) > 0 { // the end of the last row is missing
		t.Rows = append(t.Rows, f.row(row, &paraProps{}, depth))
	}
	return t
}

// row builds the cells of a row under its properties. Cells merged to the right become one; those merged downwards show
// nothing of their own, and their paragraphs do not count in lists.
func (f *file) row(cells [][]paragraph, end *paraProps, depth int) flow.Row {
	row := flow.Row{Header: end.header}
	for i, paras := range cells {
		merged := cellProps{}
		if i < len(end.cells) {
			merged = end.cells[i]
		}
		if merged.below {
			row.Cells = append(row.Cells, flow.Cell{Span: 1, Continues: true})
			continue
		}
		blocks := f.build(paras, depth, true)
		if merged.right && len(row.Cells) > 0 {
			last := &row.Cells[len(row.Cells)-1]
			last.Span++
			last.Blocks = append(last.Blocks, blocks...)
			continue
		}
		row.Cells = append(row.Cells, flow.Cell{Span: 1, Blocks: blocks})
	}
	return row
}
