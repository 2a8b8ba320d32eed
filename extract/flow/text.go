package flow

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// writer builds the text and everything that points into it.
type writer struct {
	b       strings.Builder
	out     document.Text
	marks   []string
	anchors map[int]document.Range
}

// Text makes the plain text: a line a paragraph, a line a row of a data table, the notes at the end.
func (d *Document) Text() *document.Text {
	d.decode()
	w := &writer{anchors: map[int]document.Range{}}
	for _, n := range d.Notes {
		w.marks = append(w.marks, n.Mark)
	}
	w.blocks(d.Blocks)
	for i := range d.Notes {
		w.note(i+1, &d.Notes[i])
	}
	w.out.Content = w.b.String()
	w.out.Meta = d.Meta
	return &w.out
}

func (w *writer) blocks(blocks []Block) {
	for _, b := range blocks {
		switch {
		case b.Table != nil:
			w.table(b.Table)
		case b.Paragraph != nil:
			for _, line := range lines(b.Paragraph.Runs, w.marks) {
				w.line(line)
				w.b.WriteByte('\n')
			}
		}
	}
}

// line writes one line without its end and remembers bold ranges and note marks.
func (w *writer) line(line []piece) document.Range {
	rg := document.Range{Start: w.b.Len()}
	for _, p := range line {
		at := document.Range{Start: w.b.Len(), End: w.b.Len() + len(p.text)}
		w.b.WriteString(p.text)
		if p.note > 0 {
			if _, known := w.anchors[p.note]; !known {
				w.anchors[p.note] = at
			}
		}
		if p.bold && strings.TrimSpace(p.text) != "" {
			w.bold(at, rg.Start)
		}
	}
	rg.End = w.b.Len()
	return rg
}

// bold adds a bold range, or lengthens the last one where only blanks part them on the line that starts at lineStart.
func (w *writer) bold(at document.Range, lineStart int) {
	if n := len(w.out.Emphasis); n > 0 {
		last := &w.out.Emphasis[n-1]
		if last.End >= lineStart && strings.TrimSpace(w.b.String()[last.End:at.Start]) == "" {
			last.End = at.End
			return
		}
	}
	w.out.Emphasis = append(w.out.Emphasis, at)
}

// note writes a note as one line, its mark raised in front: "¹ Kế hoạch số 48/KH-VKS …".
func (w *writer) note(number int, n *Note) {
	body := joined(n.Blocks, w.marks)
	if len(body) == 0 {
		return
	}
	if mark := superscript(n.Mark); mark != "" {
		w.b.WriteString(mark + " ")
	}
	rg := w.line(body)
	w.b.WriteByte('\n')
	w.out.Notes = append(w.out.Notes, document.Note{Mark: n.Mark, Anchor: w.anchors[number], Body: rg})
}

// joined gives blocks as one line: the paragraphs of a cell or a note with a blank between them.
func joined(blocks []Block, marks []string) []piece {
	var out []piece
	add := func(line []piece) {
		if len(out) > 0 && len(line) > 0 {
			out = append(out, piece{text: " "})
		}
		out = append(out, line...)
	}
	for _, b := range blocks {
		switch {
		case b.Paragraph != nil:
			for _, l := range lines(b.Paragraph.Runs, marks) {
				add(l)
			}
		case b.Table != nil:
			for _, r := range b.Table.Rows {
				for _, c := range r.Cells {
					add(joined(c.Blocks, marks))
				}
			}
		}
	}
	return out
}
