package eval

import (
	"testing"

	"github.com/soichi/soichi/document"
)

// cited makes a citation as an extractor gives it.
func cited(exact, symbol, on string, r document.Relation) document.Citation {
	return document.Citation{
		Kind: "chi_thi", Symbol: document.NullString(symbol), IssuedOn: document.NullString(on), Relation: r, Span: document.Span{Exact: exact},
	}
}

func TestCitations(t *testing.T) {
	full := GoldCitation{Exact: "Chỉ thị số 1/CT-X ngày 02/01/2020", Kind: "chi_thi", Symbol: "1/CT-X", IssuedOn: "2020-01-02", Relation: "implements"}
	with := func(f func(*GoldCitation)) GoldCitation {
		c := full
		f(&c)
		return c
	}
	optional := with(func(c *GoldCitation) { c.Optional = true })
	subject := with(func(c *GoldCitation) { c.Exact += " về việc trực Tết"; c.Class = "numbered" })
	short := GoldCitation{Exact: "Chỉ thị số 1/CT-X", Class: "short", Relation: "implements", Optional: true}
	footnote := with(func(c *GoldCitation) { c.Relation, c.Or = "cites", "organised_by" })
	right := cited("Chỉ thị số 1/CT-X ngày 02/01/2020", "1/CT-X", "2020-01-02", "implements")
	for _, c := range []struct {
		name                     string
		want                     []GoldCitation
		got                      []document.Citation
		span, identity, relation Count
	}{
		{"right", []GoldCitation{full}, []document.Citation{right}, Count{Right: 1}, Count{Right: 1}, Count{Right: 1}},
		{"missed", []GoldCitation{full}, nil, Count{Missed: 1}, Count{Missed: 1}, Count{}},
		{"too many", nil, []document.Citation{right}, Count{Wrong: 1}, Count{Wrong: 1}, Count{}},
		{
			"another relation is given and missed",
			[]GoldCitation{full},
			[]document.Citation{cited(right.Span.Exact, "1/CT-X", "2020-01-02", "cites")},
			Count{Right: 1},
			Count{Right: 1},
			Count{Wrong: 1, Missed: 1},
		},
		{
			"a movement's footnote takes either relation",
			[]GoldCitation{footnote, footnote, footnote},
			[]document.Citation{
				cited(right.Span.Exact, "1/CT-X", "2020-01-02", "cites"), cited(right.Span.Exact, "1/CT-X", "2020-01-02", "organised_by"), right,
			},
			Count{Right: 3},
			Count{Right: 1},
			Count{Right: 2, Wrong: 1, Missed: 1},
		},
		{"optional and found", []GoldCitation{optional}, []document.Citation{right}, Count{}, Count{}, Count{}},
		{"optional and not found", []GoldCitation{optional}, nil, Count{}, Count{}, Count{}},
		{
			"the firm one is served before the optional one",
			[]GoldCitation{optional, full},
			[]document.Citation{right},
			Count{Right: 1},
			Count{Right: 1},
			Count{Right: 1},
		},
		{"a quote that runs over the subject", []GoldCitation{subject}, []document.Citation{right}, Count{Right: 1}, Count{Right: 1}, Count{Right: 1}},
		{"an optional quote cut at the number", []GoldCitation{short}, []document.Citation{right}, Count{}, Count{Wrong: 1}, Count{}},
		{
			"two spellings and two mentions are one document",
			[]GoldCitation{full, full},
			[]document.Citation{right, cited(right.Span.Exact, "01 /CT-X", "2020-01-02", "implements")},
			Count{Right: 2},
			Count{Right: 1},
			Count{Right: 2},
		},
		{
			"another day is another document",
			[]GoldCitation{full},
			[]document.Citation{cited(right.Span.Exact, "1/CT-X", "2021-01-02", "implements")},
			Count{Right: 1},
			Count{Wrong: 1, Missed: 1},
			Count{Right: 1},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := scored(Gold{Scored: only("citations"), Citations: c.want}, &document.Document{Citations: c.got}, Folded)
			for field, want := range map[string]Count{"citations.span": c.span, "citations.identity": c.identity, "citations.relation": c.relation} {
				if got := s.figures(field); got != want {
					t.Errorf("%s: %+v, want %+v", field, got, want)
				}
			}
		})
	}
}
