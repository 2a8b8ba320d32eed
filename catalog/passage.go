package catalog

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index"
)

// within clips a passage to the paragraph that holds most of what was searched for, so that no heading runs into the text
// below it. The index cuts by lines and sentences and knows no paragraphs; hits of one passage may lie in two.
func within(d *document.Document, p index.Passage) Passage {
	out := clipped(d, p)
	out.Task = taskOf(d, out.Span)
	out.Page = d.PageAt(out.Span.Start)
	return out
}

// taskOf gives the task that holds most of a passage, nil where most of it is in none.
func taskOf(d *document.Document, s document.Span) *int {
	best, most := -1, (s.End-s.Start)/2
	for i, t := range d.Tasks {
		if n := min(s.End, t.Span.End) - max(s.Start, t.Span.Start); n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return nil
	}
	return &best
}

func clipped(d *document.Document, p index.Passage) Passage {
	out := Passage{Span: p.Span, Marked: p.Marked, Section: sectionAt(d, p.Span.Start)}
	best, most := document.Paragraph{}, 0
	for _, par := range d.Paragraphs {
		if par.End <= p.Span.Start || par.Start >= p.Span.End {
			continue
		}
		if n := hitsIn(p, par.Start, par.End); n > most {
			best, most = par, n
		}
	}
	if most == 0 || best.Start <= p.Span.Start && p.Span.End <= best.End {
		return out
	}
	out.Section = best.Section
	out.Span, out.Marked = cut(p, best.Start, best.End)
	return out
}

// hitsIn counts the letters of the hits between two positions of the text.
func hitsIn(p index.Passage, start, end int) int {
	n, at := 0, p.Span.Start
	for _, s := range p.Segments {
		next := at + utf8.RuneCountInString(s.Text)
		if s.Hit {
			n += max(0, min(next, end)-max(at, start))
		}
		at = next
	}
	return n
}

// cut gives the part of a passage between two positions of the text, without blanks at its ends.
func cut(p index.Passage, start, end int) (span document.Span, marked string) {
	runes := []rune(p.Span.Exact)
	from, to := max(start-p.Span.Start, 0), min(end-p.Span.Start, len(runes))
	for from < to && unicode.IsSpace(runes[from]) {
		from++
	}
	for to > from && unicode.IsSpace(runes[to-1]) {
		to--
	}
	var b strings.Builder
	at := 0
	for _, s := range p.Segments {
		text := []rune(s.Text)
		low, high := max(from-at, 0), min(to-at, len(text))
		at += len(text)
		if low >= high {
			continue
		}
		part := html.EscapeString(string(text[low:high]))
		if s.Hit {
			part = "<mark>" + part + "</mark>"
		}
		b.WriteString(part)
	}
	return document.Span{Start: p.Span.Start + from, End: p.Span.Start + to, Exact: string(runes[from:to])}, b.String()
}
