package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/soichi/soichi/document"
)

// byPerson is the method of a value that a person gave.
const byPerson = "person"

// overlay gives the document with its id and with the corrections to it in the place of what the machine read. The
// machine's document is not changed.
func overlay(ctx context.Context, q querier, id string, machine *document.Document) (*document.Document, error) {
	doc := *machine
	doc.ID = id
	fixes, err := list(ctx, q, func(rows *sql.Rows) (c Correction, err error) {
		var value sql.NullString
		err = rows.Scan(&c.Field, &value)
		c.Value = json.RawMessage(value.String)
		return c, err
	}, latestCorrections, id)
	if err != nil {
		return nil, fmt.Errorf("read the corrections of %s: %w", id, err)
	}
	renamed := false
	for _, c := range fixes {
		if err := setField(&doc, c.Field, c.Value); err != nil {
			return nil, err
		}
		switch c.Field {
		case "kind", "symbol", "issuer", "issued_on":
			renamed = true
		}
	}
	if renamed {
		doc.URN = urnOf(&doc)
	}
	doc.FillEmpty()
	return &doc, nil
}

// urnOf names the work anew after one of the four parts of its name was corrected.
func urnOf(d *document.Document) document.NullString {
	if d.Issuer == nil || d.Kind == nil || d.IssuedOn == nil || d.Symbol == nil {
		return ""
	}
	return document.NullString(document.URN(d.Issuer.Value, d.Kind.Value, d.IssuedOn.Value, d.Symbol.Value))
}

// setField puts a person's value into a field. Spans are kept only where the text says there what they quote, or says
// it in exactly one place: a correction outlives the version that it was made on.
func setField(d *document.Document, field string, value json.RawMessage) error {
	if part, words, ok := CutTaskField(field); ok {
		return setTaskField(d, part, words, value)
	}
	target := fieldOf(d, field)
	if target == nil {
		return fmt.Errorf("field %q: %w", field, ErrBadCorrection)
	}
	dec := json.NewDecoder(strings.NewReader(string(value)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(target); err != nil {
		return fmt.Errorf("field %q: %w: %w", field, ErrBadCorrection, err)
	}
	if !json.Valid(value) { // something stands behind what was decoded
		return fmt.Errorf("field %q: %w", field, ErrBadCorrection)
	}
	if field == "kind" && d.Kind != nil {
		d.Kind.Name = document.KindName(d.Kind.Value)
	}
	if ev := evidenceOf(d, field); ev != nil {
		ev.Method, ev.Confidence, ev.Suggested = byPerson, 1, false
		if ev.Span != nil && !resettle(ev.Span, d.Text) {
			ev.Span = nil
		}
	}
	for _, sp := range listSpans(d, field) {
		if !resettle(sp, d.Text) {
			*sp = document.Span{}
		}
	}
	return nil
}

// fieldOf empties a field and gives the place to decode into, nil for a name that is no correctable field.
func fieldOf(d *document.Document, field string) any {
	switch field {
	case "kind":
		return emptied(&d.Kind)
	case "symbol":
		return emptied(&d.Symbol)
	case "issuer":
		return emptied(&d.Issuer)
	case "issued_on":
		return emptied(&d.IssuedOn)
	case "place":
		return emptied(&d.Place)
	case "title":
		return emptied(&d.Title)
	case "signer":
		return emptied(&d.Signer)
	case "urgency":
		return emptied(&d.Urgency)
	case "recipients":
		return emptied(&d.Recipients)
	case "themes":
		return emptied(&d.Themes)
	case "sections":
		return emptied(&d.Sections)
	case "citations":
		return emptied(&d.Citations)
	case "tasks":
		return emptied(&d.Tasks)
	case "results":
		return emptied(&d.Results)
	}
	return nil
}

// emptied keeps the decoder from writing into what the machine's document still points at.
func emptied[T any](p *T) *T {
	var zero T
	*p = zero
	return p
}
