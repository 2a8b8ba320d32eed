package doc

import (
	"strings"
	"unicode/utf16"
)

// style is one style: what it rests on, and what it changes.
type style struct {
	base  int
	chars []byte // changes of character properties
	paras []byte // changes of paragraph properties
}

const (
	noStyle  = 0xfff // the base of a style that rests on none
	maxChain = 12    // styles that a style may rest on, against circles
	// maxTables is how many tables may lie inside each other. Word stops at 20; more would only deepen the stack.
	maxTables = 20
)

// loadStyles reads the style sheet (MS-DOC 2.9.271).
func (f *file) loadStyles() {
	b := f.fib.styles.in(f.table)
	if len(b) < 6 {
		return
	}
	count, baseSize := u16(b, 2), u16(b, 4)
	at := 2 + u16(b, 0)
	for i := 0; i < count && at+2 <= len(b); i++ {
		size := u16(b, at)
		at += 2
		if size > len(b)-at {
			return
		}
		f.styles = append(f.styles, newStyle(b[at:at+size], baseSize, f.fib.old))
		at += size
	}
}

// newStyle reads one style: a fixed part, the name (in bytes in the old format), then the changes, each with its length
// and on an even place.
func newStyle(b []byte, baseSize int, old bool) style {
	s := style{base: noStyle}
	if len(b) < baseSize+2 || len(b) < 6 {
		return s
	}
	kind, changes := u16(b, 2)&15, u16(b, 4)&15
	s.base = u16(b, 2) >> 4
	at := baseSize + 2 + 2*u16(b, baseSize) + 2
	if old {
		at = baseSize + 1 + int(b[baseSize]) + 1
	}
	var parts [][]byte
	for range changes {
		at += at & 1
		if at+2 > len(b) {
			break
		}
		size := u16(b, at)
		at += 2
		if size > len(b)-at {
			break
		}
		parts = append(parts, b[at:at+size])
		at += size
	}
	switch {
	case kind == 1 && len(parts) > 1 && len(parts[0]) >= 2:
		s.paras, s.chars = parts[0][2:], parts[1] // the first two bytes repeat the style's number
	case kind == 2 && len(parts) > 0:
		s.chars = parts[0]
	}
	return s
}

// chain gives the styles that a style rests on and itself, the basic one first.
func (f *file) chain(index int) []*style {
	var out []*style
	for range maxChain {
		if index < 0 || index >= len(f.styles) {
			break
		}
		out = append([]*style{&f.styles[index]}, out...)
		index = f.styles[index].base
	}
	return out
}

// loadFonts reads the names of the fonts (MS-DOC 2.9.286 and 2.9.95): 16-bit in Word 97, bytes before.
func (f *file) loadFonts() {
	b := f.fib.fonts.in(f.table)
	head, nameAt := 4, 40
	if f.fib.old {
		head, nameAt = 2, 6
	}
	for at := head; at < len(b); {
		size := int(b[at]) + 1
		if size > len(b)-at {
			return
		}
		entry := b[at : at+size]
		name := ""
		if nameAt < len(entry) {
			if f.fib.old {
				name, _, _ = strings.Cut(string(entry[nameAt:]), "\x00")
			} else {
				name, _, _ = strings.Cut(wide(entry[nameAt:]), "\x00")
			}
		}
		f.fonts = append(f.fonts, name)
		at += size
	}
}

// wide decodes UTF-16.
func wide(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(u16(b, 2*i))
	}
	return string(utf16.Decode(units))
}

// charProps are the properties of characters that change what the text is.
type charProps struct {
	bold, caps, hidden, deleted, special, raised bool
	font                                         string
	symbol                                       string
}

// apply makes the changes of a list. Values 0x80 and 0x81 of an on-off property mean "as the style" and "not as the
// style" (MS-DOC 2.9.327).
func (f *file) apply(p, base *charProps, grpprl []byte) {
	f.each(grpprl, func(code int, operand []byte) {
		on := func(base bool) bool {
			switch operand[0] {
			case 0x80:
				return base
			case 0x81:
				return !base
			}
			return operand[0] != 0
		}
		switch code {
		case sprmCBold:
			p.bold = on(base.bold)
		case sprmCCaps:
			p.caps = on(base.caps)
		case sprmCHidden:
			p.hidden = on(base.hidden)
		case sprmCDeleted:
			p.deleted = operand[0] != 0
		case sprmCSpecial:
			p.special = operand[0] != 0
		case sprmCRaised:
			p.raised = operand[0] == 1
		case sprmCFont:
			if i := u16(operand, 0); i < len(f.fonts) {
				p.font = f.fonts[i]
			}
		case sprmCSymbol:
			p.symbol = f.symbol(operand)
		case sprmCStyle:
			for _, s := range f.chain(u16(operand, 0)) {
				f.apply(p, base, s.chars)
			}
		}
	})
}

// paraProps are the properties of paragraphs that change what the text is.
type paraProps struct {
	style, level, list                   int
	inTable, rowEnd, innerCell, innerEnd bool
	depth                                int // of table in table; 1 is a plain table
	header                               bool
	cells                                []cellProps // of the row that the paragraph ends
}

// cellProps is how a row's end says a cell is merged.
type cellProps struct {
	below bool // goes on with the cell above
	right bool // goes on with the cell before
}

// stored gives the changes that stand at an offset of the data stream behind their length.
func (f *file) stored(at int) []byte {
	size := u16(f.data, at)
	if at < 0 || at+2 > len(f.data) || size > len(f.data)-at-2 {
		return nil
	}
	return f.data[at+2 : at+2+size]
}

func (f *file) paraProps(r *run) paraProps {
	p := paraProps{}
	if r == nil {
		return p
	}
	p.style = r.style
	for _, s := range f.chain(r.style) {
		f.applyPara(&p, s.paras, false)
	}
	f.applyPara(&p, r.grpprl, false)
	if p.depth == 0 && (p.inTable || p.rowEnd) {
		p.depth = 1
	}
	return p
}

// applyPara makes the changes of a list; stored tells that the list itself came from the data stream, which names no
// further one.
func (f *file) applyPara(p *paraProps, grpprl []byte, stored bool) {
	f.each(grpprl, func(code int, operand []byte) {
		switch code {
		case sprmPStyle:
			p.style = u16(operand, 0)
		case sprmPLevel:
			p.level = int(operand[0])
		case sprmPList:
			p.list = u16(operand, 0)
		case sprmPInTable:
			p.inTable = operand[0] != 0
		case sprmPRowEnd:
			p.rowEnd = operand[0] != 0
		case sprmPDepth:
			p.depth = min(max(int(int32(u32(operand, 0))), 0), maxTables)
		case sprmPInnerCell:
			p.innerCell = operand[0] != 0
		case sprmPInnerRowEnd:
			p.innerEnd = operand[0] != 0
		case sprmPHuge, sprmPTable:
			if !stored {
				f.applyPara(p, f.stored(int(u32(operand, 0))), true)
			}
		case sprmTHeader:
			p.header = operand[0] != 0
		case sprmTDefTable:
			p.cells = tableCells(operand)
		}
	})
}

// tableCells reads the merging of cells from the definition of a row: a count, the edges, then 20 bytes a cell
// (MS-DOC 2.9.319 and 2.9.307).
func tableCells(b []byte) []cellProps {
	if len(b) < 3 {
		return nil
	}
	n := int(b[2])
	out := make([]cellProps, n)
	for i := range out {
		flags := u16(b, 3+2*(n+1)+20*i)
		out[i] = cellProps{right: flags&3 == 2 || flags&3 == 3, below: flags&0x60 == 0x20}
	}
	return out
}
