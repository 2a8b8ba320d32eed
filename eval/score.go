package eval

import (
	"fmt"
	"sort"

	"github.com/soichi/soichi/document"
)

// Count is how often a field was right, given wrongly, and left out.
type Count struct {
	Right, Wrong, Missed int
}

// Precision is the share of given values that are right, 1 where none was given.
func (c Count) Precision() float64 { return share(c.Right, c.Right+c.Wrong) }

// Recall is the share of values to find that were found, 1 where there were none.
func (c Count) Recall() float64 { return share(c.Right, c.Right+c.Missed) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	return share(2*c.Right, 2*c.Right+c.Wrong+c.Missed)
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Difference is one value that is not as the reference says.
type Difference struct {
	File, Field, Want, Got string
}

// Scores are the counts of all fields over all documents.
type Scores struct {
	Level       Strictness
	Fields      map[string]*Count
	Differences []Difference
	// Judged are the values that were given with a confidence, right or wrong.
	Judged []Judged
}

// fieldOrder is the order in which fields are printed.
var fieldOrder = []string{
	"kind", "symbol", "issuer", "issued_on", "place", "title", "signer", "signer.position", "signer.authority", "secrecy", "urgency",
	"recipients", "themes", "citations.span", "citations.identity", "citations.relation",
	"tasks.span", "tasks.lead", "tasks.support", "tasks.due", "tasks.joint", "results",
	"links.resolved", "links.open", "links.role", "alignments", "alignments.role", "alignments.part", "cells.status", "cells.due", "cells.flags",
}

// Names lists the scored fields in their order.
func (s *Scores) Names() []string {
	var out []string
	for _, f := range fieldOrder {
		if s.Fields[f] != nil {
			out = append(out, f)
		}
	}
	return out
}

// NewScores makes empty scores for a level.
func NewScores(level Strictness) *Scores {
	return &Scores{Level: level, Fields: map[string]*Count{}}
}

func (s *Scores) count(field string) *Count {
	c := s.Fields[field]
	if c == nil {
		c = &Count{}
		s.Fields[field] = c
	}
	return c
}

func (s *Scores) differ(g Gold, field, want, got string) {
	s.Differences = append(s.Differences, Difference{g.Source, field, want, got})
}

// Add scores one document against its reference.
func (s *Scores) Add(g Gold, d *document.Document) {
	got := scalarsOf(d)
	names := make([]string, 0, len(g.Scalars))
	for f := range g.Scalars {
		names = append(names, f)
	}
	sort.Strings(names)
	evidence := evidenceOf(d)
	for _, f := range names {
		right := s.scalar(g, f, g.Scalars[f], got[f])
		if e := evidence[f]; e != nil {
			s.judge(f, e.Method, e.Confidence, right)
		}
	}
	if g.Scored["recipients"] {
		var have []string
		for _, r := range d.Recipients {
			have = append(have, r.Text)
		}
		s.list(g, "recipients", g.Recipients, have)
	}
	if g.Scored["themes"] {
		s.themes(g, d)
	}
	if g.Scored["citations"] {
		s.citations(g, d)
	}
	if g.Scored["tasks"] {
		s.tasks(g, d)
	}
	if g.Scored["results"] {
		s.results(g, d)
	}
}

// scalarsOf gives the document's single values by field name.
func scalarsOf(d *document.Document) map[string]string {
	m := map[string]string{}
	for name, f := range map[string]*document.Field{
		"symbol": d.Symbol, "issued_on": d.IssuedOn, "place": d.Place, "title": d.Title, "secrecy": d.Secrecy, "urgency": d.Urgency,
	} {
		if f != nil {
			m[name] = f.Value
		}
	}
	if d.Kind != nil {
		m["kind"] = d.Kind.Value
	}
	if d.Issuer != nil {
		m["issuer"] = d.Issuer.Value
	}
	if d.Signer != nil {
		m["signer"], m["signer.position"], m["signer.authority"] = d.Signer.Value, string(d.Signer.Position), string(d.Signer.Authority)
	}
	return m
}

// scalar scores a plain field and tells whether it is as the reference says.
func (s *Scores) scalar(g Gold, field, want, got string) bool {
	c := s.count(field)
	if field == "title" {
		want, got = bareTitle(want), bareTitle(got)
	}
	switch {
	case want == "" && got == "":
	case s.Level.Equal(want, got):
		c.Right++
	default:
		if got != "" {
			c.Wrong++
		}
		if want != "" {
			c.Missed++
		}
		s.differ(g, field, want, got)
		return false
	}
	return true
}

// list matches two lists one to one, in order of the reference.
func (s *Scores) list(g Gold, field string, want, got []string) {
	c := s.count(field)
	used := make([]bool, len(got))
next:
	for _, w := range want {
		for i, h := range got {
			if !used[i] && s.Level.Equal(w, h) {
				used[i] = true
				c.Right++
				continue next
			}
		}
		c.Missed++
		s.differ(g, field, w, "")
	}
	for i, h := range got {
		if !used[i] {
			c.Wrong++
			s.differ(g, field, "", h)
		}
	}
}

// themes compares letters only, whatever the level: the same motto is printed with commas, hyphens and dashes.
func (s *Scores) themes(g Gold, d *document.Document) {
	level := s.Level
	if level == Exact {
		s.Level = Folded
	}
	defer func() { s.Level = level }()
	var want, got []string
	for _, t := range g.Themes {
		want = append(want, t.Kind+": "+t.Text)
	}
	for _, t := range d.Themes {
		got = append(got, t.Kind+": "+t.Text)
	}
	s.list(g, "themes", unique(want), unique(got))
}

func unique(list []string) []string {
	var out []string
next:
	for _, a := range list {
		for _, b := range out {
			if Folded.Equal(a, b) {
				continue next
			}
		}
		out = append(out, a)
	}
	return out
}

func (s *Scores) results(g Gold, d *document.Document) {
	var want, got []string
	for _, r := range g.Results {
		want = append(want, fmt.Sprintf("%v %s", r.Value, r.Unit))
	}
	for _, r := range d.Results {
		got = append(got, fmt.Sprintf("%v %s", r.Value, r.Unit))
	}
	s.list(g, "results", want, got)
}
