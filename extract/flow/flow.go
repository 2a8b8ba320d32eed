// Package flow is the common form of documents that know paragraphs (DOCX, DOC, ODT, RTF, HTML): blocks of paragraphs and
// tables, with notes beside them. A reader builds a Document; Text then makes the plain text of it, in one way for all
// formats: which tables are data and which only lay out a letterhead, where notes go, what happens to odd blanks.
package flow

// Document is a document in reading order.
type Document struct {
	Blocks []Block
	// Notes are foot- and endnotes in the order of their marks. They are written at the end of the text.
	Notes []Note
	Meta  map[string]string
	// Decoded names the old encodings that Text met and decoded, sorted.
	Decoded []string
}

// Block is a paragraph or a table; exactly one of the two is set.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// Paragraph is a paragraph as runs of like style. A "\n" in a run is a line break inside it.
type Paragraph struct {
	Runs []Run
}

// Run is a piece of text of one style, or, where Note is set, the mark of a note.
type Run struct {
	Text  string
	Bold  bool
	Super bool // raised: digits are written as superscript digits
	// Font is the name of the font, which tells old encodings; "" where the format or the run names none.
	Font string

	decoded bool // from the encoding that the font promises
	Note    int  // number of the note in Document.Notes, counted from 1; Text is then ignored
}

// Table is a grid. Rows may differ in length.
type Table struct {
	Rows []Row
}

// Row is one row of a table. Header tells that the format itself calls it a head row.
type Row struct {
	Cells  []Cell
	Header bool
}

// Cell is one cell. Span is how many columns it covers (0 counts as 1); Continues tells that it goes on with a cell
// merged downwards from the row above.
type Cell struct {
	Blocks    []Block
	Span      int
	Continues bool
}

// Note is a footnote or endnote with its mark as printed: "1", "*".
type Note struct {
	Mark   string
	Blocks []Block
}

// Gatherer collects the blocks of one flow of text while a reader walks it.
type Gatherer struct {
	Blocks []Block
	Runs   []Run   // of the open paragraph
	Boxes  []Block // text boxes anchored in the open paragraph; they follow it
}

// EndParagraph closes the open paragraph. One without runs is left out.
func (g *Gatherer) EndParagraph() {
	if len(g.Runs) > 0 {
		g.Blocks = append(g.Blocks, Block{Paragraph: &Paragraph{Runs: g.Runs}})
	}
	g.Blocks = append(g.Blocks, g.Boxes...)
	g.Runs, g.Boxes = nil, nil
}

// Para makes a block of one paragraph with one plain run.
func Para(text string) Block {
	return Block{Paragraph: &Paragraph{Runs: []Run{{Text: text}}}}
}

// Plain gives the text of the paragraph without styles and note marks.
func (p *Paragraph) Plain() string {
	var s string
	for _, r := range p.Runs {
		if r.Note == 0 {
			s += r.Text
		}
	}
	return s
}
