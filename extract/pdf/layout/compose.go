package layout

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// linesOfPage puts one page into reading order: its ruled tables as rows, the rest as printed lines.
func linesOfPage(p *Page) []line {
	grids := gridsOf(p.Rules)
	inside := make([][]Word, len(grids))
	var rest []Word
next:
	for _, w := range p.Words {
		for i, g := range grids {
			if g.holds(w) {
				inside[i] = append(inside[i], w)
				continue next
			}
		}
		rest = append(rest, w)
	}
	order := make([]int, 0, len(grids))
	for i, g := range grids {
		if len(inside[i]) == 0 || g.emptyShare(inside[i]) > 0.9 {
			rest = append(rest, inside[i]...) // a frame or a drawing
			continue
		}
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(grids[a].ys[0], grids[b].ys[0]) })
	var out []line
	for _, i := range order {
		top := grids[i].ys[0]
		var above, below []Word
		for _, w := range rest {
			if w.Y-0.3*w.Size < top {
				above = append(above, w)
			} else {
				below = append(below, w)
			}
		}
		out = append(out, readingOrder(above, p.Width)...)
		out = append(out, grids[i].fill(inside[i])...)
		rest = below
	}
	return append(out, readingOrder(rest, p.Width)...)
}

// emptyShare is the share of the table's cells in which nothing stands.
func (g *grid) emptyShare(words []Word) float64 {
	filled := map[int]bool{}
	for _, w := range words {
		filled[g.owner[band(g.ys, w.Y-0.3*w.Size)*g.columns()+band(g.xs, (w.X0+w.X1)/2)]] = true
	}
	cells := map[int]bool{}
	for _, o := range g.owner {
		cells[o] = true
	}
	return 1 - float64(len(filled))/float64(len(cells))
}

// writer builds the text of a document from its pages' lines.
type writer struct {
	b     strings.Builder
	text  *document.Text
	open  *document.Table // the table that the last line belonged to
	grid  *grid
	above []document.Range // the cells of the row above, by column
	heads [][]string       // the head rows of the open table, as texts
	again int              // how many of them this page has printed once more; -1 after another row
	notes map[string]int   // by mark: the note of this page, as an index into text.Notes
	marks []document.Range
	names []string
}

// page writes one page.
func (w *writer) page(lines []line, verdict string, confidence float64) {
	start := w.b.Len()
	w.notes = map[string]int{}
	w.marks, w.names = w.marks[:0], w.names[:0]
	marks := map[string]bool{}
	for _, l := range lines {
		if l.mark != "" {
			marks[l.mark] = true
		}
	}
	for i := range lines {
		if lines[i].table != nil {
			w.row(lines[i], marks)
			continue
		}
		if !lines[i].note { // a page's footnotes stand between the parts of a table that goes on
			w.endTable()
		}
		w.line(lines[i], marks)
	}
	w.anchor()
	w.text.Pages = append(w.text.Pages, document.Page{
		Range: document.Range{Start: start, End: w.b.Len()}, Verdict: verdict, Confidence: confidence,
	})
}

// doubted is the confidence of OCR from which down a word is doubted. On clean print nineteen words of twenty have 0.9 or more.
const doubted = 0.85

// line writes one printed line. Raised numbers that a footnote of the page explains become superscripts.
func (w *writer) line(l line, marks map[string]bool) {
	start := w.b.Len()
	bold := -1
	for i, x := range l.words {
		if i > 0 && apart(l.words[i-1], x) {
			w.b.WriteByte(' ')
		}
		at := w.b.Len()
		if i == 0 && l.mark != "" {
			// the mark is often glued to the first word: one way of writing for all notes
			w.b.WriteString(superscript(l.mark))
			if rest := strings.TrimLeft(x.Text, "()[].: "+l.mark); rest != "" {
				w.b.WriteString(" " + rest)
			}
		} else {
			w.word(l, x, marks)
		}
		w.doubt(x, at)
		if x.Bold && bold < 0 {
			bold = at
		} else if !x.Bold && bold >= 0 {
			w.emphasis(bold, at)
			bold = -1
		}
	}
	if bold >= 0 {
		w.emphasis(bold, w.b.Len())
	}
	if l.note {
		w.note(l, start)
	}
	w.b.WriteByte('\n')
}

// doubt keeps the place of a word, which was written from at on, if OCR was not sure of it.
func (w *writer) doubt(x Word, at int) {
	if x.Confidence > 0 && x.Confidence < doubted {
		w.text.Doubts = append(w.text.Doubts, document.Doubt{Range: document.Range{Start: at, End: w.b.Len()}, Confidence: x.Confidence})
	}
}

// word writes a word of a line, or the mark of a note.
func (w *writer) word(l line, x Word, marks map[string]bool) {
	mark := bareMark(x.Text)
	if !l.isRaised(x) || !marks[mark] {
		w.b.WriteString(x.Text)
		return
	}
	at := w.b.Len()
	w.b.WriteString(superscript(mark))
	w.marks = append(w.marks, document.Range{Start: at, End: w.b.Len()})
	w.names = append(w.names, mark)
}

// cell writes the lines of a table's cell as one. A narrow column breaks even "STT".
func (w *writer) cell(c cell, text string, marks map[string]bool) {
	if whole := strings.ReplaceAll(text, " ", ""); brokenHead.MatchString(document.FoldASCII(whole)) {
		w.b.WriteString(whole)
		return
	}
	for k, l := range c.lines {
		for i, x := range l.words {
			if i == 0 && k > 0 || i > 0 && apart(l.words[i-1], x) {
				w.b.WriteByte(' ')
			}
			at := w.b.Len()
			w.word(l, x, marks)
			w.doubt(x, at)
		}
	}
}

// emphasis keeps a range of bold words, without the blank after it.
func (w *writer) emphasis(from, to int) {
	s := w.b.String()[from:to]
	to -= len(s) - len(strings.TrimRight(s, " "))
	w.text.Emphasis = append(w.text.Emphasis, document.Range{Start: from, End: to})
}

// note begins a footnote, or makes the last one reach to the end of the line.
func (w *writer) note(l line, start int) {
	end := w.b.Len()
	if l.mark == "" {
		if n := len(w.text.Notes); n > 0 {
			w.text.Notes[n-1].Body.End = end
		}
		return
	}
	body := start
	for body < end {
		r, size := utf8.DecodeRuneInString(w.b.String()[body:])
		if !strings.ContainsRune("()[].:*†‡0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ ", r) {
			break
		}
		body += size
	}
	w.notes[l.mark] = len(w.text.Notes)
	w.text.Notes = append(w.text.Notes, document.Note{Mark: l.mark, Body: document.Range{Start: body, End: end}})
}

// anchor ties the page's notes to their marks in the running text: the first of each.
func (w *writer) anchor() {
	for i, rg := range w.marks {
		if n, ok := w.notes[w.names[i]]; ok && w.text.Notes[n].Anchor.Empty() {
			w.text.Notes[n].Anchor = rg
		}
	}
}

// headCell knows the head of the column of numbers, folded and without blanks.
var headCell = regexp.MustCompile(`^(?:s?tt|sott|sothutu)\.?$`)

// brokenHead knows the one that a narrow column breaks.
var brokenHead = regexp.MustCompile(`^s?tt\.?$`)

// row writes one row of a ruled table as a line, its cells joined.
func (w *writer) row(l line, marks map[string]bool) {
	texts := make([]string, len(l.cells))
	filled := false
	for i, c := range l.cells {
		parts := make([]string, len(c.lines))
		for k, x := range c.lines {
			parts[k] = x.text()
		}
		texts[i] = strings.Join(parts, " ")
		filled = filled || texts[i] != ""
	}
	if !filled {
		return
	}
	if w.repeatsHead(l, texts) {
		w.grid = l.table
		return
	}
	if w.open == nil || (w.grid != l.table && !sameColumns(w.grid, l.table)) {
		w.endTable()
		w.open, w.above, w.heads, w.again = &document.Table{Range: document.Range{Start: w.b.Len()}}, nil, nil, -1
	} else if w.grid != l.table {
		w.again = 0
	}
	w.grid = l.table
	if w.repeats(texts) {
		return
	}
	row := document.Row{Range: document.Range{Start: w.b.Len()}, Header: w.isHead(l, texts)}
	group := len(l.cells) <= 2 && !row.Header // "I | Nhóm nhiệm vụ thứ nhất" over all columns: no value of each column
	for i, c := range l.cells {
		if i > 0 {
			w.b.WriteString(document.CellSeparator)
		}
		at := w.b.Len()
		w.cell(c, texts[i], marks)
		rg := document.Range{Start: at, End: w.b.Len()}
		if column := len(row.Cells); c.from >= 0 && column < len(w.above) {
			rg = w.above[column]
		}
		row.Cells = append(row.Cells, rg)
		for n := 1; n < c.span && !group; n++ {
			row.Cells = append(row.Cells, rg)
		}
	}
	w.above = append(row.Cells[:len(row.Cells):len(row.Cells)], w.above[min(len(row.Cells), len(w.above)):]...)
	row.Range.End = w.b.Len()
	w.b.WriteByte('\n')
	w.open.Rows = append(w.open.Rows, row)
	if row.Header {
		w.heads = append(w.heads, texts)
	}
}

// repeats tells whether a row is a head of the table, printed once more on a further page.
func (w *writer) repeats(texts []string) bool {
	if w.again < 0 || w.again >= len(w.heads) || !slices.Equal(texts, w.heads[w.again]) {
		w.again = -1
		return false
	}
	w.again++
	return true
}

// repeatsHead tells whether the first row of a grid is the head of the open table once more, as on a new page. Then what
// follows belongs to that table, although it may stand elsewhere on the sheet.
func (w *writer) repeatsHead(l line, texts []string) bool {
	if w.open == nil || w.grid == l.table || !w.open.Rows[0].Header || len(w.open.Rows[0].Cells) != len(texts) {
		return false
	}
	for i, c := range w.open.Rows[0].Cells {
		if document.FoldASCII(c.In(w.b.String())) != document.FoldASCII(texts[i]) {
			return false
		}
	}
	return true
}

// isHead tells whether a row is a head of its table: its first cell says "TT", or it is the first row or follows a head,
// and all of it is bold.
func (w *writer) isHead(l line, texts []string) bool {
	if headCell.MatchString(strings.ReplaceAll(document.FoldASCII(texts[0]), " ", "")) {
		return true
	}
	if n := len(w.open.Rows); n > 0 && !w.open.Rows[n-1].Header {
		return false
	}
	for _, c := range l.cells {
		for _, x := range c.lines {
			for _, v := range x.words {
				if !v.Bold {
					return false
				}
			}
		}
	}
	return len(w.open.Rows) == 0 || len(l.cells) > 1
}

// sameColumns tells whether two tables have their columns in the same places: one table over a page break.
func sameColumns(a, b *grid) bool {
	return len(a.xs) == len(b.xs) && slices.EqualFunc(a.xs, b.xs, func(x, y float64) bool { return math.Abs(x-y) <= near })
}

// endTable closes the table that is open. A lone row of two cells lays out a letterhead; it is a line like others.
func (w *writer) endTable() {
	if w.open == nil {
		return
	}
	if n := len(w.open.Rows); n >= 2 {
		w.open.Range.End = w.open.Rows[n-1].Range.End
		w.text.Tables = append(w.text.Tables, *w.open)
	}
	w.open, w.grid = nil, nil
}

// finish gives the whole text.
func (w *writer) finish() *document.Text {
	w.endTable()
	w.text.Content = w.b.String()
	w.text.Wrapped = true
	return w.text
}

// Compose makes one text of the pages, in reading order. The texts of running heads and page numbers, which are left
// out, stand in Meta under "furniture", a line each.
func Compose(pages []*Page) *document.Text {
	lines := make([][]line, len(pages))
	heights := make([]float64, len(pages))
	for i, p := range pages {
		lines[i] = linesOfPage(p)
		heights[i] = p.Height
	}
	removed := stripFurniture(lines, heights)
	body := bodySize(lines)
	w := &writer{text: &document.Text{}}
	for i, p := range pages {
		findNotes(lines[i], body, p.Verdict)
		w.page(lines[i], p.Verdict, p.Confidence)
	}
	text := w.finish()
	if len(removed) > 0 {
		text.Meta = map[string]string{"furniture": strings.Join(removed, "\n")}
	}
	return text
}
