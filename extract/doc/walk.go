package doc

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
)

// The characters that mean something else than themselves (MS-DOC 2.4.1 and 2.4.3).
const (
	charPicture   = 0x01
	charNote      = 0x02
	charCell      = 0x07
	charDrawing   = 0x08
	charLine      = 0x0b
	charPage      = 0x0c
	charParagraph = 0x0d
	charColumn    = 0x0e
	charField     = 0x13
	charResult    = 0x14
	charFieldEnd  = 0x15
	charHyphen    = 0x1e
	charSoft      = 0x1f
	charSymbol    = 0x28
)

// paragraph is a paragraph with what the building of tables needs to know.
type paragraph struct {
	paraProps
	block flow.Block
	boxes []flow.Block
	cell  bool // ends with the mark of a cell
}

// blocks reads a stretch of the text: first its paragraphs, then the tables that their properties tell.
func (f *file) blocks(start, end int) ([]flow.Block, error) {
	if f.depth++; f.depth > f.maxDepth {
		return nil, read.Fail(read.TooDeep, "more than %d notes and boxes inside each other", f.maxDepth)
	}
	defer func() { f.depth-- }()
	if f.walked += end - start; f.walked > len(f.units) { // text, notes and boxes are parts that do not overlap
		return nil, read.Fail(read.ExpandsTooMuch, "notes or boxes hold the same text")
	}
	var paras []paragraph
	w := &walker{file: f}
	from := start
	for i := start; i < end; i++ {
		u := f.units[i]
		if u != charParagraph && u != charCell && (u != charPage || !w.endsParagraph(i)) {
			continue
		}
		if len(paras)%1000 == 0 && f.ctx.Err() != nil {
			return nil, f.ctx.Err()
		}
		p, err := w.paragraph(from, i)
		if err != nil {
			return nil, err
		}
		if p != nil {
			paras = append(paras, *p)
		}
		from = i + 1
	}
	if from < end {
		p, err := w.paragraph(from, end)
		if err != nil {
			return nil, err
		}
		if p != nil {
			paras = append(paras, *p)
		}
	}
	return f.build(paras, 0, false), nil
}

// endsParagraph tells the page mark that ends a section, and with it a paragraph, from one inside a paragraph.
func (f *file) endsParagraph(i int) bool {
	r := at(f.paras, f.offsets[i])
	return r == nil || f.offsets[i]+2 >= r.end
}

// walker reads paragraphs; fields may run over several of them.
type walker struct {
	*file
	field flow.Fields
	runs  []flow.Run
	boxes []flow.Block
	text  []uint16 // of the open run
	props charProps
}

// paragraph reads the characters from start to the mark at end. It gives nil where the mark itself was deleted: the text
// then goes on in the next paragraph.
func (w *walker) paragraph(start, end int) (*paragraph, error) {
	mark := min(end, len(w.offsets)-1)
	props := w.paraProps(at(w.paras, w.offsets[mark]))
	base := charProps{}
	for _, s := range w.chain(props.style) {
		w.apply(&base, &base, s.chars)
	}
	if err := w.inline(start, end, base); err != nil {
		return nil, err
	}
	if own := w.charProps(mark, base); own.deleted && end < len(w.units) && w.units[end] == charParagraph {
		w.flush()
		return nil, nil
	}
	w.flush()
	p := &paragraph{paraProps: props, boxes: w.boxes, cell: end < len(w.units) && w.units[end] == charCell}
	p.block = flow.Block{Paragraph: &flow.Paragraph{Runs: w.runs}}
	w.runs, w.boxes = nil, nil
	return p, nil
}

func (w *walker) charProps(i int, base charProps) charProps {
	p := base
	if r := at(w.chars, w.offsets[i]); r != nil {
		w.apply(&p, &base, r.grpprl)
	}
	return p
}

// inline reads characters into runs of like properties.
func (w *walker) inline(start, end int, base charProps) error {
	var from, to uint32 // the stretch of the main stream that w.props holds for
	for i := start; i < end; i++ {
		if offset := w.offsets[i]; i == start || offset < from || offset >= to {
			w.flush()
			w.props = w.charProps(i, base)
			from, to = extent(w.chars, offset)
		}
		if err := w.char(i); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) char(i int) error {
	u := w.units[i]
	switch u {
	case charField:
		w.flush()
		w.field.Begin()
		return nil
	case charResult:
		w.flush()
		w.field.Separate()
		return nil
	case charFieldEnd:
		w.flush()
		w.field.End()
		return nil
	}
	if w.props.hidden || w.props.deleted || w.field.Hides() {
		return nil
	}
	switch u {
	case charNote:
		w.flush()
		return w.note(i)
	case charDrawing:
		return w.drawing(i)
	case charLine, charColumn, charPage:
		if len(w.runs) > 0 || len(w.text) > 0 { // in front of a paragraph it would part the number from it
			w.text = append(w.text, '\n')
		}
	case charHyphen:
		w.text = append(w.text, '-')
	case charSoft: // its code is a letter in TCVN3; elsewhere it falls out of the text later
		w.text = append(w.text, 0xad)
	case charSymbol:
		if w.props.special && w.props.symbol != "" {
			w.text = append(w.text, utf16.Encode([]rune(w.props.symbol))...)
			return nil
		}
		w.text = append(w.text, u)
	case '\t':
		w.text = append(w.text, u)
	default:
		if u >= ' ' {
			w.text = append(w.text, u)
		}
	}
	return nil
}

// flush closes the open run.
func (w *walker) flush() {
	if len(w.text) == 0 {
		return
	}
	text := string(utf16.Decode(w.text))
	if w.props.caps {
		text = strings.ToUpper(text)
	}
	w.runs = append(w.runs, flow.Run{Text: text, Bold: w.props.bold, Super: w.props.raised, Font: w.props.font})
	w.text = w.text[:0]
}

// note reads the note whose mark stands at a position. A mark of the writer's own is the text at the start of the note.
func (w *walker) note(i int) error {
	n, ok := w.notes[i]
	if !ok {
		return nil
	}
	delete(w.notes, i) // a note that holds its own mark ends here
	mark := ""
	if n.numbered {
		w.noteMark++
		mark = strconv.Itoa(w.noteMark)
	}
	w.doc.Notes = append(w.doc.Notes, flow.Note{Mark: mark})
	number := len(w.doc.Notes)
	w.runs = append(w.runs, flow.Run{Note: number})
	blocks, err := w.blocks(n.start, n.end)
	if err != nil {
		return err
	}
	w.doc.Notes[number-1].Blocks = blocks
	return nil
}

func (w *walker) drawing(i int) error {
	for _, b := range w.file.boxes[w.anchors[i]] {
		blocks, err := w.blocks(b.start, b.end)
		if err != nil {
			return err
		}
		w.boxes = append(w.boxes, blocks...)
	}
	delete(w.anchors, i)
	return nil
}

// symbol gives the character of a symbol font that a run names: the font's number, then the code.
func (f *file) symbol(operand []byte) string {
	font, code := u16(operand, 0), u16(operand, 2)
	if font >= len(f.fonts) {
		return ""
	}
	return flow.Symbol(f.fonts[font], byte(code))
}
