package coverage

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// pointScore is the score of a passage that names the task by its number.
const pointScore = 0.97

// point offers the passages that name a task of the directive by its place: "nhiệm vụ giao tại điểm a mục 2 Chỉ thị số
// 93". They prove that the document takes the task up, not that it was done.
func (f *finder) point(rd reading) {
	d := rd.answer.Document
	var ruler *document.Ruler
	for _, c := range d.Citations {
		if c.Provision == nil || !f.means(c) {
			continue
		}
		path := section(string(c.Provision.Part), string(c.Provision.Heading), string(c.Provision.Article), string(c.Provision.Clause), string(c.Provision.Point))
		for task, t := range f.in.Directive.Tasks {
			if path == "" || !strings.EqualFold(path, string(t.Section)) {
				continue
			}
			if ruler == nil {
				ruler = document.NewRuler(d.Text)
			}
			p := passage{span: around(d, ruler, c.Span), role: Planned}
			f.offer(rd, task, f.piece(rd, p, task, pointScore), true)
		}
	}
}

// means tells whether a citation is of the directive, by number and, where it says one, date.
func (f *finder) means(c document.Citation) bool {
	d := f.in.Directive
	return d.Symbol != nil && c.Symbol != "" && document.FoldSymbol(string(c.Symbol)) == document.FoldSymbol(d.Symbol.Value) &&
		(c.IssuedOn == "" || strings.HasPrefix(issuedOn(d), string(c.IssuedOn)))
}

// around gives the sentence of the paragraph that holds a span.
func around(d *document.Document, ruler *document.Ruler, span document.Span) document.Span {
	inner := ruler.Range(span)
	for _, par := range d.Paragraphs {
		if par.Start > span.Start || span.End > par.End {
			continue
		}
		for _, s := range sentences(d.Text, ruler.Range(document.Span{Start: par.Start, End: par.End})) {
			if s.Contains(inner) {
				return ruler.Span(s)
			}
		}
	}
	return span
}
