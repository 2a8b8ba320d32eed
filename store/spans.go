package store

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// singleFields and listFields name what Document holds besides identity, source and text.
var (
	singleFields = [...]string{"kind", "symbol", "issuer", "issued_on", "place", "title", "signer", "secrecy", "urgency"}
	listFields   = [...]string{"recipients", "themes", "sections", "citations", "tasks", "results"}
)

// evidenceOf gives the evidence of a single field, nil where the document lacks it and for a list.
func evidenceOf(d *document.Document, field string) *document.Evidence {
	plain := map[string]*document.Field{
		"symbol": d.Symbol, "issued_on": d.IssuedOn, "place": d.Place, "title": d.Title, "secrecy": d.Secrecy, "urgency": d.Urgency,
	}
	switch {
	case field == "kind" && d.Kind != nil:
		return &d.Kind.Evidence
	case field == "issuer" && d.Issuer != nil:
		return &d.Issuer.Evidence
	case field == "signer" && d.Signer != nil:
		return &d.Signer.Evidence
	case plain[field] != nil:
		return &plain[field].Evidence
	}
	return nil
}

// listSpans gives the spans of a list's items, none for a single field.
func listSpans(d *document.Document, field string) []*document.Span {
	var out []*document.Span
	switch field {
	case "recipients":
		for i := range d.Recipients {
			out = append(out, &d.Recipients[i].Span)
		}
	case "themes":
		for i := range d.Themes {
			out = append(out, &d.Themes[i].Span)
		}
	case "sections":
		for i := range d.Sections {
			out = append(out, &d.Sections[i].Span)
		}
	case "citations":
		for i := range d.Citations {
			out = append(out, &d.Citations[i].Span)
		}
	case "tasks":
		for i := range d.Tasks {
			out = append(out, &d.Tasks[i].Span)
		}
	case "results":
		for i := range d.Results {
			out = append(out, &d.Results[i].Span)
		}
	}
	return out
}

// quotes tells whether the text says at the span what the span quotes. An absent span quotes nothing, which is true.
func quotes(r *document.Ruler, text string, sp document.Span) bool {
	if sp == (document.Span{}) {
		return true
	}
	if sp.Start < 0 || sp.End <= sp.Start || utf8.RuneCountInString(sp.Exact) != sp.End-sp.Start {
		return false
	}
	start := r.Byte(sp.Start)
	return strings.HasPrefix(text[start:], sp.Exact)
}

// resettle makes a span true of the text: as it is, or moved to the one place that says the same. It reports false, and
// leaves the span alone, where the text does not say it or says it in several places.
func resettle(sp *document.Span, text string) bool {
	if quotes(document.NewRuler(text), text, *sp) {
		return true
	}
	if sp.Exact == "" || strings.Count(text, sp.Exact) != 1 {
		return false
	}
	b := strings.Index(text, sp.Exact)
	*sp = document.NewRuler(text).Span(document.Range{Start: b, End: b + len(sp.Exact)})
	return true
}
