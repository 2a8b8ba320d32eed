package normalize

import (
	"sort"
	"strings"

	"github.com/soichi/soichi/document"
)

// Role says what a paragraph of a view is.
type Role int

// The roles of a paragraph.
const (
	Body Role = iota // running text, headings and list items
	Row              // a row of a data table; Para.Cells holds its cells
	Note             // a footnote or endnote
)

// Para is one paragraph of a view.
type Para struct {
	Range  document.Range // in View.Text, without the line end
	Role   Role
	Cells  []document.Range // of a Row, in View.Text
	Header bool             // a Row that names the columns
	Table  int              // of a Row: which table, counted from 0
	Blank  bool             // an empty line stands before it in the source
	Mark   string           // of a Note: "¹"
	Anchor int              // of a Note: the offset in View.Text that its mark stood at, -1 if unknown
	goesOn bool             // a further paragraph of the Note before it
	told   *document.Note   // of a Note that the file told
}

// View is the reading text of a document. It is immutable and safe for concurrent use once made.
type View struct {
	// Text holds the paragraphs, one a line, notes at the end.
	Text  string
	Paras []Para
	// Source is the text that the view was made of.
	Source *document.Text
	chunks []chunk
	ruler  *document.Ruler
}

// chunk says that view bytes from view on are the source bytes from source on, up to the next chunk. A chunk of glue (a
// blank that joins two lines) has no source of its own.
type chunk struct {
	view, source, size int
	glue               bool
	repeat             bool // of a merged cell, whose letters stand in a row above
}

// Para returns the text of paragraph i.
func (v *View) Para(i int) string { return v.Paras[i].Range.In(v.Text) }

// ParaAt returns the index of the paragraph that holds view offset at, or the one before it.
func (v *View) ParaAt(at int) int {
	i := sort.Search(len(v.Paras), func(i int) bool { return v.Paras[i].Range.Start > at })
	return max(0, i-1)
}

// Range maps a range of the view to the range of the source text from its first to its last letter. What the view left
// out in between (a footnote, a page number) lies inside the result; what a row repeats of a merged cell above does not,
// unless there is nothing else.
func (v *View) Range(r document.Range) document.Range {
	if r.Empty() || len(v.chunks) == 0 {
		return document.Range{}
	}
	var own, all document.Range
	for _, c := range v.chunks[v.chunkAt(r.Start):] {
		if c.view >= r.End {
			break
		}
		from, to := max(r.Start, c.view), min(r.End, c.view+c.size)
		if c.glue || from >= to {
			continue
		}
		piece := document.Range{Start: c.source + from - c.view, End: c.source + to - c.view}
		all = hull(all, piece)
		if !c.repeat {
			own = hull(own, piece)
		}
	}
	if own.Empty() {
		return all
	}
	return own
}

// hull is the smallest range that holds both.
func hull(a, b document.Range) document.Range {
	if a.Empty() {
		return b
	}
	return document.Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// Span maps a range of the view to a span of the source text.
func (v *View) Span(r document.Range) document.Span { return v.ruler.Span(v.Range(r)) }

// Locate maps an offset of the source text to the view; an offset that the view left out gives the next one kept.
func (v *View) Locate(source int) int {
	best, at := -1, len(v.Text)
	for _, c := range v.chunks {
		if c.glue {
			continue
		}
		if source >= c.source && source < c.source+c.size {
			return c.view + source - c.source
		}
		if c.source > source && (best < 0 || c.source < best) {
			best, at = c.source, c.view
		}
	}
	return at
}

func (v *View) chunkAt(view int) int {
	return max(0, sort.Search(len(v.chunks), func(i int) bool { return v.chunks[i].view > view })-1)
}

// builder collects a view.
type builder struct {
	text   strings.Builder
	chunks []chunk
	repeat bool // what is copied now repeats a merged cell
}

// copy appends a piece of the source.
func (b *builder) copy(source string, r document.Range) {
	if r.Empty() {
		return
	}
	if n := len(b.chunks); n > 0 {
		last := &b.chunks[n-1]
		if !last.glue && last.repeat == b.repeat && last.source+last.size == r.Start && last.view+last.size == b.text.Len() {
			last.size += r.Len()
			b.text.WriteString(r.In(source))
			return
		}
	}
	b.chunks = append(b.chunks, chunk{view: b.text.Len(), source: r.Start, size: r.Len(), repeat: b.repeat})
	b.text.WriteString(r.In(source))
}

// glue appends bytes that the source does not have.
func (b *builder) glue(s string) {
	b.chunks = append(b.chunks, chunk{view: b.text.Len(), size: len(s), glue: true})
	b.text.WriteString(s)
}
