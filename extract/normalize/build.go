package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// NewView makes the reading view of a text.
func NewView(t *document.Text) *View {
	lines := split(t)
	content := wholeCapitals(t.Content)
	width := lineWidth(t, lines)
	b := &builder{chunks: make([]chunk, 0, 2*len(lines))} // a line and what glues it to the next
	b.text.Grow(len(content) + len(content)/16)           // rows repeat merged cells
	v := &View{Source: t, Paras: make([]Para, 0, len(lines)), ruler: document.NewRuler(t.Content)}
	anchors := map[string][]int{} // offsets that each mark stood at, in order
	prev := -1
	for i := range lines {
		l := &lines[i]
		if l.role == Note {
			continue
		}
		if prev >= 0 && l.role == Body && lines[prev].role == Body && !l.parted(content) &&
			(joins(lines[prev].r.In(content), l.r.In(content), l.blank || i != prev+1, t.Wrapped, width) ||
				!l.blank && i == prev+1 && dayInBrackets(v.Paras[len(v.Paras)-1].Range.In(b.text.String()), l.r.In(content))) {
			b.glue(" ")
			b.line(content, l.r, anchors)
			v.Paras[len(v.Paras)-1].Range.End = b.text.Len()
		} else {
			v.begin(b, l, content, anchors)
		}
		prev = i
	}
	v.notes(b, lines, content, width)
	v.Text, v.chunks = b.text.String(), b.chunks
	v.tieNotes(anchors)
	return v
}

// notes appends the notes. What the file tells to be one note may take several lines and hold several paragraphs.
func (v *View) notes(b *builder, lines []line, content string, width int) {
	var last *line
	for i := range lines {
		l := &lines[i]
		if l.role != Note {
			continue
		}
		same := last != nil && l.note != nil && l.note == last.note
		if same && joins(last.r.In(content), l.r.In(content), l.blank, v.Source.Wrapped, width) {
			b.glue(" ")
			b.line(content, l.r, nil)
			v.Paras[len(v.Paras)-1].Range.End = b.text.Len()
		} else {
			l.goesOn = same
			v.begin(b, l, content, nil)
		}
		last = l
	}
}

// begin starts a paragraph with the first of its lines.
func (v *View) begin(b *builder, l *line, content string, anchors map[string][]int) {
	if b.text.Len() > 0 {
		b.glue("\n")
	}
	p := Para{Role: l.role, Blank: l.blank, Mark: l.mark, Anchor: -1, Table: l.table, goesOn: l.goesOn, told: l.note}
	p.Range.Start = b.text.Len()
	switch l.role {
	case Row:
		v.row(b, l, content, &p)
	case Note:
		r := l.r
		if l.note == nil {
			r.Start += len(l.mark)
		} else {
			r.Start = max(r.Start, l.note.Body.Start)
		}
		b.line(content, trim(content, r), nil)
	default:
		b.line(content, l.r, anchors)
	}
	p.Range.End = b.text.Len()
	if !p.Range.Empty() {
		v.Paras = append(v.Paras, p)
	}
}

// row copies a table row and records where its cells are.
func (v *View) row(b *builder, l *line, content string, p *Para) {
	var cells []document.Range
	if l.row != nil {
		p.Header = l.row.Header
		cells = l.row.Cells
	} else {
		cells = splitCells(content, l.r)
		p.Header = len(v.Paras) == 0 || v.Paras[len(v.Paras)-1].Role != Row
	}
	for i, c := range cells {
		if i > 0 {
			b.glue(document.CellSeparator)
		}
		c = trim(content, c)
		start := b.text.Len()
		b.repeat = c.Start < l.r.Start
		b.cell(content, c)
		b.repeat = false
		p.Cells = append(p.Cells, document.Range{Start: start, End: b.text.Len()})
	}
}

// splitCells cuts a row of plain text at its bars.
func splitCells(content string, r document.Range) []document.Range {
	s := r.In(content)
	from, to := 0, len(s)
	if strings.HasPrefix(s, "|") {
		from = 1
	}
	if to > from && strings.HasSuffix(s, "|") {
		to--
	}
	var cells []document.Range
	for at := from; at <= to; {
		end := strings.IndexByte(s[at:to], '|')
		if end < 0 {
			end = to - at
		}
		cells = append(cells, document.Range{Start: r.Start + at, End: r.Start + at + end})
		at += end + 1
	}
	return cells
}

// cell copies a cell, its line breaks as blanks.
func (b *builder) cell(content string, r document.Range) {
	for at := r.Start; at < r.End; {
		end := strings.IndexByte(content[at:r.End], '\n')
		if end < 0 {
			b.line(content, document.Range{Start: at, End: r.End}, nil)
			return
		}
		b.line(content, document.Range{Start: at, End: at + end}, nil)
		b.glue(" ")
		at += end + 1
	}
}

// line copies a line without its marks of emphasis and its footnote marks, whose places go to anchors.
func (b *builder) line(content string, r document.Range, anchors map[string][]int) {
	from := r.Start
	for at := r.Start; at < r.End; {
		if !mayDrop[content[at]] {
			at++
			continue
		}
		c, size := utf8.DecodeRuneInString(content[at:])
		drop := false
		switch {
		case c == '*' && (at > r.Start || strings.HasPrefix(content[at:], "**") || !strings.HasPrefix(content[at:], "* ")):
			drop = true
		case c == '\u00ad' || c == '\u200b' || c == '\ufeff':
			drop = true
		case anchors != nil && strings.ContainsRune(superscripts, c):
			if end := markEnd(content, at, r.End); end > at {
				b.copy(content, document.Range{Start: from, End: at})
				mark := content[at:end]
				anchors[mark] = append(anchors[mark], b.text.Len())
				at, from = end, end
				continue
			}
		}
		if drop {
			b.copy(content, document.Range{Start: from, End: at})
			from = at + size
		}
		at += size
	}
	b.copy(content, document.Range{Start: from, End: r.End})
}

// markEnd gives the end of the run of superscript digits at at, or at itself where they are an exponent (m²).
func markEnd(content string, at, limit int) int {
	before, _ := utf8.DecodeLastRuneInString(content[:at])
	end := at
	for end < limit {
		c, size := utf8.DecodeRuneInString(content[end:])
		if !strings.ContainsRune(superscripts, c) {
			break
		}
		end += size
	}
	word := content[strings.LastIndexAny(content[:at], " \n\t(/")+1 : at]
	if before == 'm' && (word == "m" || word == "km" || word == "cm" || word == "dm" || word == "mm") {
		return at
	}
	return end
}

// tieNotes gives each note the place of its mark, which the file tells or the marks in the text. Marks that start anew on each page repeat: the k-th note with a mark
// belongs to the k-th place of that mark.
func (v *View) tieNotes(anchors map[string][]int) {
	seen := map[string]int{}
	for i := range v.Paras {
		p := &v.Paras[i]
		if p.Role != Note {
			continue
		}
		if p.goesOn && i > 0 {
			p.Anchor = v.Paras[i-1].Anchor
			continue
		}
		if p.told != nil && !p.told.Anchor.Empty() && p.told.Anchor.Start > 0 {
			p.Anchor = v.Locate(p.told.Anchor.Start-1) + 1
			continue
		}
		if at := anchors[p.Mark]; seen[p.Mark] < len(at) {
			p.Anchor = at[seen[p.Mark]]
		}
		seen[p.Mark]++
	}
}
