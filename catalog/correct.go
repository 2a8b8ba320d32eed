package catalog

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/store"
	"github.com/soichi/soichi/viet"
)

// ErrBadCorrection says that a correction names no field, or gives a value that the field cannot hold.
var ErrBadCorrection = store.ErrBadCorrection

// Correction is what a person said about one field of a document; see store.Correction.
type Correction = store.Correction

// Absent is the value with which a person says that a document lacks a field.
const Absent = "-"

// Fix is what a person says about one field of a document: "symbol", "signer.position", or a part of a task by its number
// as lists print it, "tasks.3.lead". Value is written as people write it: a day as 2024-05-06 or 06/05/2024, units joined
// by ";", [Absent] where the document lacks the field; lists other than a task's parts are JSON.
type Fix struct {
	Document string
	Field    string
	Value    string
	Who      string
	Undo     bool // the earlier word no longer holds; Value is not looked at
}

// Correct records what a person says, and gives the correction as it is kept. It wins over every extraction from now on.
func (c *Catalog) Correct(ctx context.Context, f Fix) (*Correction, error) {
	d, _, err := c.held(ctx, f.Document)
	if err != nil {
		return nil, err
	}
	k := Correction{DocumentID: d.ID, Who: f.Who}
	if k.Field, err = keptField(d, f.Field); err != nil {
		return nil, err
	}
	if !f.Undo {
		v, err := c.keptValue(d, f.Field, strings.TrimSpace(f.Value))
		if err != nil {
			return nil, err
		}
		if k.Value, err = json.Marshal(v); err != nil {
			return nil, fmt.Errorf("correct %s of %s: %w", f.Field, f.Document, err)
		}
	}
	if err := c.store.Correct(ctx, k); err != nil {
		return nil, err
	}
	return &k, nil
}

// keptField gives the name under which the store keeps a correction of a field.
func keptField(d *document.Document, field string) (string, error) {
	if rest, ok := strings.CutPrefix(field, "tasks."); ok {
		number, part, _ := strings.Cut(rest, ".")
		i, err := strconv.Atoi(number)
		if err != nil || i < 1 || i > len(d.Tasks) {
			return "", fmt.Errorf("field %q of a document with %d tasks: %w", field, len(d.Tasks), ErrBadCorrection)
		}
		return store.TaskField(part, d.Tasks[i-1].Text), nil
	}
	name, _, _ := strings.Cut(field, ".")
	return name, nil
}

// keptValue gives the value of a field as the document's JSON has it.
func (c *Catalog) keptValue(d *document.Document, field, value string) (any, error) {
	if strings.HasPrefix(value, "[") || strings.HasPrefix(value, "{") {
		if !json.Valid([]byte(value)) {
			return nil, fmt.Errorf("field %q: no valid JSON: %w", field, ErrBadCorrection)
		}
		return json.RawMessage(value), nil
	}
	switch {
	case strings.HasPrefix(field, "tasks."):
		return taskValue(field, value)
	case strings.HasPrefix(field, "signer."):
		return signerWith(d.Signer, strings.TrimPrefix(field, "signer."), value)
	case value == Absent:
		return nil, nil
	}
	out := map[string]any{"value": value}
	switch field {
	case "kind":
		out["value"] = kindValue(value)
	case "issued_on":
		out["value"] = isoDay(value)
	case "issuer":
		if b, _ := c.bodies.Find(value, d.Day()); b != nil {
			out["code"] = document.NullString(b.Code)
		}
	case "signer":
		if d.Signer != nil {
			out["position"], out["authority"] = d.Signer.Position, d.Signer.Authority
		}
	}
	if strings.Count(d.Text, value) == 1 {
		at := strings.Index(d.Text, value)
		out["span"] = document.NewRuler(d.Text).Span(document.Range{Start: at, End: at + len(value)})
	}
	return out, nil
}

// taskValue gives the value of a part of a task.
func taskValue(field, value string) (any, error) {
	switch {
	case strings.HasSuffix(field, ".due"):
		if value == Absent {
			return nil, nil
		}
		return document.Due{Value: document.NullString(isoDay(value)), Text: value}, nil
	case value == Absent:
		return []string{}, nil
	}
	units := []string{}
	for _, u := range strings.Split(value, ";") {
		if u = strings.TrimSpace(u); u != "" {
			units = append(units, u)
		}
	}
	if len(units) == 0 {
		return nil, fmt.Errorf("field %q has no value; %q says that there is none: %w", field, Absent, ErrBadCorrection)
	}
	return units, nil
}

// signerWith gives the signer with another position or authority.
func signerWith(s *document.Signer, part, value string) (any, error) {
	if s == nil {
		return nil, fmt.Errorf("signer.%s of a document without a signer; correct \"signer\" first: %w", part, ErrBadCorrection)
	}
	if value == Absent {
		value = ""
	}
	out := map[string]any{"value": s.Value, "position": s.Position, "authority": s.Authority, "span": s.Span}
	if part != "position" && part != "authority" {
		return nil, fmt.Errorf("a signer has no part %q: %w", part, ErrBadCorrection)
	}
	out[part] = document.NullString(value)
	return out, nil
}

// kindValue gives the value of a kind that a person may name as it is printed: "Kế hoạch" is ke_hoach.
func kindValue(name string) string {
	for _, k := range document.Kinds() {
		if viet.Letters(k.Name) == viet.Letters(name) {
			return k.Value
		}
	}
	return name
}

// isoDay writes 06/05/2024 as 2024-05-06, and anything else as it is.
func isoDay(s string) string {
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return s
}

// Corrections lists what persons said of a document, or of all where ref is "", oldest first: every word, also those that
// no longer hold.
func (c *Catalog) Corrections(ctx context.Context, ref string) ([]Correction, error) {
	id := ""
	if ref != "" {
		n, err := c.Find(ctx, ref)
		if err != nil {
			return nil, err
		}
		id = n.ID
	}
	list, err := c.store.Corrections(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("list corrections: %w", err)
	}
	return list, nil
}

// holding gives, of all words about one document, the last ones on each field that were not withdrawn, in order of field.
func holding(all []Correction) []Correction {
	last := map[string]Correction{}
	for _, k := range all {
		last[k.Field] = k
	}
	out := []Correction{}
	for _, k := range last {
		if k.Value != nil {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b store.Correction) int { return strings.Compare(a.Field, b.Field) })
	return out
}
