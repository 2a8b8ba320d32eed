package citation

import (
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// textCase is one text with the mentions that it holds, each as render writes it.
type textCase struct {
	name string
	why  string // the rule or the habit of writing that the case stands for
	text string
	self Self
	want []string
}

func runCases(t *testing.T, cases []textCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range extractText(c.text, c.self) {
				got = append(got, render(m))
			}
			if a, b := strings.Join(got, "\n"), strings.Join(c.want, "\n"); a != b {
				t.Errorf("%s\n got: %s\nwant: %s", c.why, a, b)
			}
		})
	}
}

// render writes a mention on one line: the words | relation, "<" and the index of its subject, "!" where it is inverse,
// kind, symbol or name, date, issuer, "§" and the provision.
func render(c document.Citation) string {
	rel := string(c.Relation)
	if c.Subject != nil {
		rel += fmt.Sprintf("<%d", *c.Subject)
	}
	if c.Inverse {
		rel += "!"
	}
	id := c.Symbol
	if id == "" {
		id = c.Name
	}
	s := fmt.Sprintf("%s | %s %s %s %s %s", c.Span.Exact, rel, c.Kind, or(id), or(c.IssuedOn), or(c.Issuer))
	p := c.Provision
	if p == nil {
		return s
	}
	s += " §"
	for _, part := range []struct {
		unit  string
		value document.NullString
	}{
		{"phan", p.Part}, {"chuong", p.Chapter}, {"muc", p.Heading}, {"dieu", p.Article}, {"khoan", p.Clause}, {"diem", p.Point},
		{"phu_luc", p.Annex},
	} {
		if part.value != "" {
			s += " " + part.unit + " " + string(part.value)
		}
	}
	return s
}

func or(s document.NullString) string {
	if s == "" {
		return "-"
	}
	return string(s)
}
