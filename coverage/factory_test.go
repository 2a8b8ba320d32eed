package coverage

import (
	"fmt"
	"strings"

	"github.com/soichi/soichi/document"
)

// register is a register of bodies for tests: ministries, provinces, and their departments.
type register struct{}

var (
	ministries = []string{"Bộ Y tế", "Bộ Công an", "Bộ Tài chính"}
	provinces  = []string{"Kon Tum", "Gia Lai", "Đắk Nông", "Huế"}
)

func (r register) Canonical(name, on string) string {
	if p, ok := r.Locate(name, on); ok {
		return p.Name
	}
	return strings.ToLower(name)
}

func (register) Locate(name, _ string) (Place, bool) {
	name = strings.NewReplacer("UBND", "Ủy ban nhân dân", "Chủ tịch ", "").Replace(name)
	for _, m := range ministries {
		if name == m {
			return Place{Name: m}, true
		}
	}
	for _, p := range provinces {
		body := "Ủy ban nhân dân tỉnh " + p
		switch {
		case name == body:
			return Place{Name: body, Province: p}, true
		case name == "Công an tỉnh "+p:
			return Place{Name: name, Parent: "Bộ Công an", Province: p}, true
		case strings.HasPrefix(name, "Sở ") && strings.HasSuffix(name, "tỉnh "+p):
			return Place{Name: name, Parent: body, Province: p}, true
		}
	}
	return Place{}, false
}

// Places gives those of Gia Lai alone: other provinces have no list.
func (register) Places(province, on string) []string {
	switch {
	case province != "Gia Lai":
		return nil
	case on > "2025-06-30":
		return []string{"phường Pleiku", "xã Chư Sê"}
	}
	return []string{"thành phố Pleiku", "huyện Chư Sê", "huyện Ia Grai"}
}

func (register) Ended(rank, on string) bool { return rank == "huyện" && on > "2025-06-30" }

func (r register) ExpandFor(phrase, on, _ string) ([]string, bool) {
	switch {
	case strings.Contains(phrase, "các tỉnh: "):
		_, list, _ := strings.Cut(phrase, "các tỉnh: ")
		var out []string
		for name := range strings.SplitSeq(list, ", ") {
			out = append(out, "Ủy ban nhân dân tỉnh "+name)
		}
		return out, true
	case strings.Contains(phrase, "các tỉnh, thành phố"):
		var out []string
		for _, p := range provinces {
			out = append(out, "Ủy ban nhân dân tỉnh "+p)
		}
		return out, true
	case strings.EqualFold(phrase, "các bộ"):
		return ministries, true
	}
	return []string{phrase}, false
}

func (register) Province(words string) string {
	for _, p := range provinces {
		if strings.HasSuffix(words, p) {
			return p
		}
	}
	return ""
}

// paper makes a document of numbered lines: each line is a paragraph.
type paper struct{ *document.Document }

func newPaper(id, kind, issuer, on, title string) paper {
	d := &document.Document{ID: id, Kind: &document.Kind{Value: kind}, Text: title + "\n"}
	if issuer != "" {
		d.Issuer = &document.Issuer{Value: issuer}
	}
	if on != "" {
		d.IssuedOn = &document.Field{Value: on}
	}
	span := document.NewRuler(d.Text).Span(document.Range{End: len(title)})
	d.Title = &document.Field{Value: title, Evidence: document.Evidence{Span: &span}}
	return paper{d}
}

// line adds a line and gives its span.
func (p paper) line(text string) document.Span {
	at := len(p.Text)
	p.Text += text + "\n"
	return document.NewRuler(p.Text).Span(document.Range{Start: at, End: at + len(text)})
}

// says adds running text.
func (p paper) says(text string) paper {
	s := p.line(text)
	p.Paragraphs = append(p.Paragraphs, document.Paragraph{Start: s.Start, End: s.End})
	return p
}

// part begins a division of the text that runs to the end of what is there when the next one begins.
func (p paper) part(title string) paper {
	s := p.line(title)
	if n := len(p.Sections); n > 0 && p.Sections[n-1].Span.End > s.Start {
		p.Sections[n-1].Span.End = s.Start
	}
	p.Sections = append(p.Sections, document.Section{Title: document.NullString(title), Span: document.Span{Start: s.Start, End: 1 << 30}})
	return p
}

// task adds a task in the next numbered item; due is a day or "".
func (p paper) task(text, due string, lead ...string) paper {
	s := p.line(text)
	t := document.Task{Text: text, Span: s, Lead: lead, Section: document.NullString(fmt.Sprint(len(p.Tasks) + 1))}
	if due != "" {
		t.Due = &document.Due{Value: document.NullString(due), Text: "trước ngày " + due}
	}
	p.Paragraphs = append(p.Paragraphs, document.Paragraph{Start: s.Start, End: s.End})
	p.Tasks = append(p.Tasks, t)
	return p
}

// cites notes a citation in the last line that holds the words.
func (p paper) cites(exact, kind, symbol, issuer, on string) paper {
	i := strings.LastIndex(p.Text, exact)
	p.Citations = append(p.Citations, document.Citation{
		Kind: document.NullString(kind), Symbol: document.NullString(symbol), Issuer: document.NullString(issuer), IssuedOn: document.NullString(on),
		Span: document.NewRuler(p.Text).Span(document.Range{Start: i, End: i + len(exact)}),
	})
	return p
}

func (p paper) goesTo(text, purpose string) paper {
	p.Recipients = append(p.Recipients, document.Recipient{Text: text, Purpose: document.NullString(purpose)})
	return p
}

// compute runs coverage with answers that implement or report on the directive.
func compute(directive paper, asOf string, answers ...paper) Report {
	in := Input{Directive: directive.Document, AsOf: asOf, Bodies: register{}}
	for _, a := range answers {
		in.Answers = append(in.Answers, answer(a))
	}
	return Compute(in)
}

func answer(p paper) Answer {
	rel := document.Implements
	if p.Kind.Value == "bao_cao" {
		rel = document.ReportsOn
	}
	return Answer{Document: p.Document, Relation: rel}
}

// at gives a cell; the zero cell where there is none.
func at(r Report, task int, unit string) Cell {
	for _, c := range r.Cells {
		if c.Task == task && c.Unit == unit {
			return c
		}
	}
	return Cell{}
}
