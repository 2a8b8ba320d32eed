package field

import (
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

// Header is what the layout of a paper tells. A nil field means that the paper lacks it.
type Header struct {
	Kind       *document.Kind
	Symbol     *document.Field
	Issuer     *document.Issuer
	IssuedOn   *document.Field
	Place      *document.Field
	Title      *document.Field
	Signer     *document.Signer
	Secrecy    *document.Field
	Urgency    *document.Field
	Recipients []document.Recipient
}

// How sure each way of reading is: the share of values so read that are right. `soichi eval --calibration` compares these
// figures with the references, rule by rule. On the project's own and 11 real documents every rule reached at least what
// it states, and most have too few values there to state more.
const (
	certain  = 0.99 // a labelled place of the layout
	sure     = 0.95 // a place of the layout known by its form alone
	lettered = 0.9  // told by the letters of the paper's own number, or a name that the register does not hold
	likely   = 0.8  // told by the text or by a site, not by the layout
	guessed  = 0.6  // inferred from several weak signs
	doubtful = 0.5  // a number or a day that OCR read from a letterhead, where both are often written by hand
)

// reader holds what the rules share.
type reader struct {
	o   *structure.Outline
	reg *register.Register
	h   Header
	// lines are the paragraphs of the letterhead, title those of the title, kind's line first.
	lines, title []line
	// origins is the issuer named between kind and subject: "CỦA CHÍNH PHỦ".
	origins []line
	// properties are what a sheet of properties or front matter says of the paper.
	properties map[string]*property
	// symbolLine is the index in lines of the number, -1 where it was not found there.
	symbolLine int
	// beside are names of persons read on the lines of recipients, as OCR does where two columns stand side by side.
	beside []document.Field
	// authenticated is the block of the words that authenticate a consolidated text, 0 where there are none.
	authenticated int
	// blank tells that the place of the number is there and empty, as in a draft.
	blank bool
	// motto tells that the letterhead bears the motto of the State, or the name of the Party or of a mass organization.
	motto      bool
	mottoBlock int
}

// line is a paragraph of the view.
type line struct {
	text  string
	r     document.Range
	block int
}

// Extract reads the header of a document.
func Extract(o *structure.Outline, reg *register.Register) Header {
	r := &reader{o: o, reg: reg, symbolLine: -1}
	r.split()
	r.marks()
	r.consolidation()
	r.symbol()
	r.date()
	r.inTitle()
	r.trial()
	r.adoptedOn()
	r.sheet()
	r.kind()
	r.issuer()
	r.titleOf()
	r.recipients()
	r.signer()
	r.fromSheet()
	r.fromHeading()
	r.issuerFromText()
	r.news()
	r.h.suggest()
	return r.h
}

// suggest marks the values that are too unsure to be relied on.
func (h *Header) suggest() {
	var all []*document.Evidence
	for _, f := range []*document.Field{h.Symbol, h.IssuedOn, h.Place, h.Title, h.Secrecy, h.Urgency} {
		if f != nil {
			all = append(all, &f.Evidence)
		}
	}
	if h.Kind != nil {
		all = append(all, &h.Kind.Evidence)
	}
	if h.Issuer != nil {
		all = append(all, &h.Issuer.Evidence)
	}
	if h.Signer != nil {
		all = append(all, &h.Signer.Evidence)
	}
	for _, e := range all {
		e.Suggested = e.Confidence < document.SuggestBelow
	}
}

// split sorts the paragraphs of the head.
func (r *reader) split() {
	for i, b := range r.o.Blocks {
		if p := r.o.View.Paras[b.Para]; p.Role != normalize.Body {
			if b.Region == structure.Letterhead && p.Role == normalize.Row && r.headRow(p) {
				r.cells(i, p)
			}
			continue
		}
		l := r.line(i)
		if i < pageLines && r.page(l) {
			continue
		}
		switch b.Region {
		case structure.Letterhead:
			r.lines = append(r.lines, columns(l)...)
		case structure.Title:
			r.title = append(r.title, l)
		case structure.Preamble:
			if len(r.title) > 0 && i <= r.title[len(r.title)-1].block+5 && ownLine.MatchString(l.text) {
				r.lines = append(r.lines, l) // a transcription that puts number and date under the title
			}
		}
	}
}

// pageLines is how many paragraphs a site puts at most before a page that it printed on one line.
const pageLines = 4

// page takes the head out of a paragraph that holds a whole page; false for another paragraph.
func (r *reader) page(l line) bool {
	head, title := onOneLine(l)
	r.lines = append(r.lines, head...)
	if k, _ := kindOf(title); k.Value != "" && len(r.title) == 0 {
		at := strings.Index(l.text, title)
		r.title = []line{l.piece(at, at+len(title))}
	}
	return len(head) > 0
}

// headRow tells whether a row of a table is a part of the letterhead: a cell of it bears the motto, the number, or place and
// date.
func (r *reader) headRow(p normalize.Para) bool {
	return slices.ContainsFunc(p.Cells, func(c document.Range) bool {
		text := plainBlanks(c.In(r.o.View.Text))
		return motto.MatchString(text) || ownLine.MatchString(text)
	})
}

// cells takes the two halves of a letterhead that a reader took for a table's row as lines of their own.
func (r *reader) cells(block int, p normalize.Para) {
	for _, c := range p.Cells {
		if text := plainBlanks(c.In(r.o.View.Text)); strings.TrimSpace(text) != "" {
			r.lines = append(r.lines, line{text, c, block})
		}
	}
}

// sureOf is how sure a name is that stands in a range: a letter of it that OCR misread makes another name.
func (r *reader) sureOf(rg document.Range) float64 { return min(sure, r.wordsOf(rg)) }

// wordsOf is how sure OCR was of the words in a range: as of the one that it was least sure of.
func (r *reader) wordsOf(rg document.Range) float64 {
	v := r.o.View
	return v.Source.Sure(v.Range(rg), 1)
}

// evidence says where a range of the view stands in the source.
func (r *reader) evidence(rg document.Range, confidence float64, method string) document.Evidence {
	s := r.o.View.Span(rg)
	return document.Evidence{Span: &s, Confidence: confidence, Method: method}
}

// line gives the paragraph of block i.
func (r *reader) line(i int) line {
	b := r.o.Blocks[i]
	return line{plainBlanks(b.Whole.In(r.o.View.Text)), b.Whole, i}
}

// plainBlanks writes two plain blanks, which take as many bytes, for each no-break space, because RE2 does not count that
// among white space. Offsets stay true.
func plainBlanks(s string) string { return strings.ReplaceAll(s, "\u00a0", "  ") }

// within gives the range of a piece of a line by its offsets in the line's text.
func (l line) within(start, end int) document.Range {
	return document.Range{Start: l.r.Start + start, End: l.r.Start + end}
}

// oneLine folds white space to single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
