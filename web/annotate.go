package web

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// mark is a stretch of the text that the page sets off.
type mark struct {
	start, end int // code points
	class      string
	id         string // the anchor at its start
	href       string
}

// marksOf collects what the page sets off in a text.
func marksOf(d *document.Document) []mark {
	var out []mark
	for i, t := range d.Tasks {
		out = append(out, mark{t.Span.Start, t.Span.End, "task", fmt.Sprintf("task-%d", i), ""})
	}
	for i, c := range d.Citations {
		m := mark{c.Span.Start, c.Span.End, "citation", fmt.Sprintf("citation-%d", i), ""}
		if c.ResolvesTo != "" {
			m.href = address(string(c.ResolvesTo))
		}
		out = append(out, m)
	}
	for i, t := range d.Themes {
		out = append(out, mark{t.Span.Start, t.Span.End, "theme", fmt.Sprintf("theme-%d", i), ""})
	}
	fields := map[string]*document.Span{}
	for name, f := range map[string]*document.Field{"symbol": d.Symbol, "issued_on": d.IssuedOn, "place": d.Place, "title": d.Title} {
		if f != nil {
			fields[name] = f.Span
		}
	}
	if d.Issuer != nil {
		fields["issuer"] = d.Issuer.Span
	}
	if d.Signer != nil {
		fields["signer"] = d.Signer.Span
	}
	for name, s := range fields {
		if s != nil {
			out = append(out, mark{s.Start, s.End, "field", "field-" + name, ""})
		}
	}
	out = slices.DeleteFunc(out, func(m mark) bool { return m.start < 0 || m.start >= m.end })
	slices.SortFunc(out, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.id, b.id))
	})
	return out
}

// annotate writes the text as HTML with its marks. Marks may overlap, so the text is cut at every border and each piece
// bears the classes of all marks over it; a paragraph is a line of the text.
func annotate(d *document.Document) template.HTML {
	marks := marksOf(d)
	borders := []int{}
	for _, m := range marks {
		borders = append(borders, m.start, m.end)
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	text := []rune(d.Text)
	var b strings.Builder
	var covering []mark
	at := 0
	for _, border := range append(borders, len(text)) {
		border = min(border, len(text))
		if border <= at {
			continue
		}
		covering = slices.DeleteFunc(covering, func(m mark) bool { return m.end <= at })
		for len(marks) > 0 && marks[0].start <= at {
			b.WriteString(`<i id="` + marks[0].id + `"></i>`)
			covering = append(covering, marks[0])
			marks = marks[1:]
		}
		piece(&b, string(text[at:border]), covering)
		at = border
	}
	return template.HTML(b.String()) //nolint:gosec // every piece is escaped
}

// piece writes one stretch between two borders; a link is written for the innermost mark that has one.
func piece(b *strings.Builder, s string, marks []mark) {
	escaped := html.EscapeString(s)
	if len(marks) == 0 {
		b.WriteString(escaped)
		return
	}
	classes, href := []string{}, ""
	for _, m := range marks {
		if !slices.Contains(classes, m.class) {
			classes = append(classes, m.class)
		}
		if m.href != "" {
			href = m.href
		}
	}
	open, closing := `<span class="`+strings.Join(classes, " ")+`">`, "</span>"
	if href != "" {
		open, closing = `<a class="`+strings.Join(classes, " ")+`" href="`+html.EscapeString(href)+`">`, "</a>"
	}
	b.WriteString(open + escaped + closing)
}
