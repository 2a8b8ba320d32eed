package document

import "sort"

// Text is what a reader makes of a file: the plain text in reading order, and what the file told about it that plain
// text cannot show. All ranges are bytes of Content. A reader fills what its format knows and leaves the rest empty.
type Text struct {
	// Content is NFC with "\n" line ends. One line is one paragraph where the format knows paragraphs (DOCX, HTML) and
	// one printed line where it does not (PDF, OCR, plain text). A row of a data table is one line, its cells joined
	// by CellSeparator.
	Content string
	// Wrapped tells that lines are printed lines, which a paragraph may run over.
	Wrapped bool
	// Pages holds the extent of each page, in order; empty where the format has no pages.
	Pages []Page
	// Tables holds the data tables: those with a head and rows, not the invisible ones that lay out a letterhead.
	Tables []Table
	// Notes holds footnotes and endnotes whose place the format tells.
	Notes []Note
	// Emphasis holds the ranges set in bold, which mark headings.
	Emphasis []Range
	// Furniture holds text that is not the document's own (page numbers, running heads, a site's menus) but had to
	// stay in Content, as in a plain-text file, where nothing may be moved or dropped.
	Furniture []Range
	// Doubts holds the words that OCR was not sure of, in order.
	Doubts []Doubt
	// Meta holds what the file says of itself (front matter, document properties, the page's title), by lower-case name.
	Meta map[string]string
}

// Doubt is a word that OCR was not sure of.
type Doubt struct {
	Range Range
	// Confidence is that of the word, in 0..1.
	Confidence float64
}

// Sure gives the confidence of a value that was read from a range: no more than that of any word in it which OCR was not
// sure of.
func (t *Text) Sure(r Range, confidence float64) float64 {
	i := sort.Search(len(t.Doubts), func(i int) bool { return t.Doubts[i].Range.End > r.Start })
	for ; i < len(t.Doubts) && t.Doubts[i].Range.Start < r.End; i++ {
		confidence = min(confidence, t.Doubts[i].Confidence)
	}
	return confidence
}

// CellSeparator stands between two cells of a table row in Text.Content.
const CellSeparator = " | "

// Page is one page of a source.
type Page struct {
	Range Range
	// Verdict says how the page was read: "text", "repaired", "ocr", or "picture" where nothing could be read.
	Verdict string
	// Confidence is the mean word confidence of OCR in 0..1, and 1 where the text layer was taken.
	Confidence float64
}

// Table is a data table. Rows may have different numbers of cells where the source does.
type Table struct {
	Range Range
	Rows  []Row
}

// Row is one row of a table; a cell that continues a merged cell above repeats that cell's range.
type Row struct {
	Range  Range
	Cells  []Range
	Header bool
}

// Note is a footnote or endnote: its mark in the running text, and its body.
type Note struct {
	Mark   string
	Anchor Range // the mark in the running text; empty if the mark was not found
	Body   Range // the note without its mark
}
