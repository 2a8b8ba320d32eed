package coverage

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// passage is a piece of an answering document that may take up a task.
type passage struct {
	span document.Span
	role Status // what it proves if it matches
	due  document.NullString
}

// shortest passage worth comparing, in code points: headings and labels say too little to prove anything.
const minPassage = 40

// passagesOf cuts a document into passages. The tasks of a plan or a guidance are its passages; a report's are the
// paragraphs that tell what was done, while what it intends to do proves no more than a plan.
func passagesOf(d *document.Document) []passage {
	var out []passage
	for _, t := range d.Tasks {
		p := passage{span: t.Span, role: Planned}
		if t.Due != nil {
			p.due = t.Due.Value
		}
		out = append(out, p)
	}
	if d.Kind == nil || d.Kind.Value != "bao_cao" && d.Kind.Value != "tin_bai" {
		return out
	}
	ruler := document.NewRuler(d.Text)
	for _, par := range d.Paragraphs {
		if par.Role == "heading" || par.Role == "note" || par.Role == "preamble" || par.End-par.Start < minPassage || overlapsTask(d, par) {
			continue
		}
		r := ruler.Range(document.Span{Start: par.Start, End: par.End})
		for _, s := range sentences(d.Text, r) {
			out = append(out, passage{span: ruler.Span(s), role: Reported})
		}
	}
	return out
}

// overlapsTask tells whether a paragraph is what the document means to do rather than what was done.
func overlapsTask(d *document.Document, par document.Paragraph) bool {
	for _, t := range d.Tasks {
		if t.Span.Start < par.End && par.Start < t.Span.End {
			return true
		}
	}
	return false
}

// longParagraph is the size in bytes from which a paragraph is cut into sentences, so that a quote stays readable.
const longParagraph = 900

// sentences cuts a long paragraph at full stops followed by a blank; a short one stays whole.
func sentences(text string, r document.Range) []document.Range {
	if r.Len() <= longParagraph {
		return []document.Range{r}
	}
	var out []document.Range
	start := r.Start
	for {
		i := strings.Index(text[start:r.End], ". ")
		if i < 0 {
			break
		}
		if end := start + i + 1; end-start >= minPassage {
			out = append(out, document.Range{Start: start, End: end})
		}
		start += i + 2
	}
	if r.End-start >= minPassage {
		out = append(out, document.Range{Start: start, End: r.End})
	}
	return out
}
