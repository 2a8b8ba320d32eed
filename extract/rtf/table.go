package rtf

import "github.com/soichi/soichi/extract/flow"

// target is one flow of text: the document's, or that of a footnote or a box.
type target struct {
	blocks []flow.Block
	runs   []flow.Run
	boxes  []flow.Block
	done   func([]flow.Block)
	levels []level // the open tables, the outermost first
}

// level is one open table.
type level struct {
	table flow.Table
	cells []flow.Cell
	cell  []flow.Block
	defs  []cellDef
	def   cellDef
	head  bool
}

// cellDef is how a cell is merged.
type cellDef struct{ below, right bool }

// maxLevels bounds tables in tables; Word allows 20.
const maxLevels = 20

// layout obeys the words that part text in paragraphs, cells and rows.
func (p *parser) layout(t token) {
	switch t.word {
	case "par", "sect":
		p.endParagraph(p.state.inTable)
	case "pard":
		p.state.inTable, p.state.depth = false, 0
	case "intbl":
		p.state.inTable = true
		p.state.depth = max(p.state.depth, 1)
	case "itap":
		p.state.depth = min(max(t.number, 0), maxLevels)
		p.state.inTable = p.state.depth > 0
	case "cell", "nestcell":
		p.endCell(t.word == "nestcell")
	case "row", "nestrow":
		p.endRow(t.word == "nestrow")
	case "trowd":
		l := p.target.open(max(p.state.depth, 1))
		l.defs, l.def, l.head = nil, cellDef{}, false
	case "trhdr":
		p.target.open(max(p.state.depth, 1)).head = true
	case "clvmrg":
		p.target.open(max(p.state.depth, 1)).def.below = true
	case "clmrg":
		p.target.open(max(p.state.depth, 1)).def.right = true
	case "cellx":
		l := p.target.open(max(p.state.depth, 1))
		if len(l.defs) < 256 {
			l.defs = append(l.defs, l.def)
		}
		l.def = cellDef{}
	}
}

// open gives the table of a depth, opening those above it.
func (t *target) open(depth int) *level {
	for len(t.levels) < min(depth, maxLevels) {
		t.levels = append(t.levels, level{})
	}
	return &t.levels[min(depth, maxLevels)-1]
}

// endParagraph closes the open paragraph. A paragraph outside of cells ends the tables before it.
func (p *parser) endParagraph(inTable bool) {
	t := p.target
	blocks := t.boxes
	if len(t.runs) > 0 {
		blocks = append([]flow.Block{{Paragraph: &flow.Paragraph{Runs: t.runs}}}, t.boxes...)
	}
	t.runs, t.boxes = nil, nil
	if inTable {
		depth := max(p.state.depth, 1)
		t.closeBelow(depth)
		l := t.open(depth)
		l.cell = append(l.cell, blocks...)
		return
	}
	t.endTable()
	t.blocks = append(t.blocks, blocks...)
}

func (p *parser) endCell(nested bool) {
	depth := 1
	if nested {
		depth = max(p.state.depth, 2)
	}
	p.state.depth = depth
	p.endParagraph(true)
	l := p.target.open(depth)
	l.cells = append(l.cells, flow.Cell{Blocks: l.cell, Span: 1})
	l.cell = nil
}

func (p *parser) endRow(nested bool) {
	depth := 1
	if nested {
		depth = max(p.state.depth, 2)
	}
	p.target.closeBelow(depth)
	l := p.target.open(depth)
	if len(l.cells) == 0 {
		return
	}
	row := flow.Row{Header: l.head}
	for i, c := range l.cells {
		def := cellDef{}
		if i < len(l.defs) {
			def = l.defs[i]
		}
		switch {
		case def.right && len(row.Cells) > 0:
			last := &row.Cells[len(row.Cells)-1]
			last.Span++
			last.Blocks = append(last.Blocks, c.Blocks...)
		case def.below:
			row.Cells = append(row.Cells, flow.Cell{Span: 1, Continues: true})
		default:
			row.Cells = append(row.Cells, c)
		}
	}
	l.table.Rows = append(l.table.Rows, row)
	l.cells = nil
}

// closeBelow ends the tables inside the cells of a depth and puts them there.
func (t *target) closeBelow(depth int) {
	for len(t.levels) > depth {
		inner := t.levels[len(t.levels)-1]
		t.levels = t.levels[:len(t.levels)-1]
		outer := &t.levels[len(t.levels)-1]
		outer.cell = append(outer.cell, inner.finish()...)
	}
}

// endTable ends all open tables.
func (t *target) endTable() {
	if len(t.levels) == 0 {
		return
	}
	t.closeBelow(1)
	t.blocks = append(t.blocks, t.levels[0].finish()...)
	t.levels = nil
}

// finish gives a table; cells whose row never ended become a row, as in a file cut in haste.
func (l *level) finish() []flow.Block {
	if len(l.cells) > 0 {
		l.table.Rows = append(l.table.Rows, flow.Row{Cells: l.cells})
	}
	if len(l.table.Rows) == 0 {
		return l.cell
	}
	return append([]flow.Block{{Table: &l.table}}, l.cell...)
}
