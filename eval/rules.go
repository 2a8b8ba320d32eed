package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/soichi/soichi/document"
)

// Judged is a value that one rule of extraction gave for a field, at a confidence, and whether the reference says the same.
type Judged struct {
	Field, Method string
	Suggestion
}

func (s *Scores) judge(field, method string, confidence float64, right bool) {
	s.Judged = append(s.Judged, Judged{field, method, Suggestion{confidence, right}})
}

// evidenceOf gives what stands behind each plain field that was given.
func evidenceOf(d *document.Document) map[string]*document.Evidence {
	m := map[string]*document.Evidence{}
	for name, f := range map[string]*document.Field{
		"symbol": d.Symbol, "issued_on": d.IssuedOn, "place": d.Place, "title": d.Title, "secrecy": d.Secrecy, "urgency": d.Urgency,
	} {
		if f != nil {
			m[name] = &f.Evidence
		}
	}
	if d.Kind != nil {
		m["kind"] = &d.Kind.Evidence
	}
	if d.Issuer != nil {
		m["issuer"] = &d.Issuer.Evidence
	}
	if d.Signer != nil {
		m["signer"] = &d.Signer.Evidence
	}
	return m
}

// Rule compares the confidence that a rule states with how often it was right.
type Rule struct {
	Field  string  `json:"field"`
	Method string  `json:"method"`
	Given  int     `json:"given"`
	Right  int     `json:"right"`
	Stated float64 `json:"stated"` // mean confidence
	// Measured is the share of right values with one right and one wrong one added (Laplace): a rule that was right three times
	// of three, on references that it was written after, is not right for certain.
	Measured float64 `json:"measured"`
}

// Rules counts by field and rule, in order of field and name.
func Rules(list []Judged) []Rule {
	at := map[[2]string]*Rule{}
	for _, j := range list {
		k := [2]string{j.Field, j.Method}
		if at[k] == nil {
			at[k] = &Rule{Field: j.Field, Method: j.Method}
		}
		r := at[k]
		r.Given++
		r.Stated += j.Score
		if j.Right {
			r.Right++
		}
	}
	out := []Rule{}
	for _, r := range at {
		r.Stated /= float64(r.Given)
		r.Measured = share(r.Right+1, r.Given+2)
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Rule) int {
		return cmp.Or(slices.Index(fieldOrder, a.Field)-slices.Index(fieldOrder, b.Field), cmp.Compare(a.Method, b.Method))
	})
	return out
}

// Suggestions leaves field and rule out, for [Calibration].
func Suggestions(list []Judged) []Suggestion {
	out := make([]Suggestion, 0, len(list))
	for _, j := range list {
		out = append(out, j.Suggestion)
	}
	return out
}

// PrintRules writes one line a rule.
func PrintRules(w io.Writer, rules []Rule) error {
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "field\trule\tgiven\tright\tstated\tmeasured\t")
	for _, r := range rules {
		fmt.Fprintf(tw, "%s\t%s\t%d\t%d\t%.2f\t%.2f\t\n", r.Field, cmp.Or(r.Method, "-"), r.Given, r.Right, r.Stated, r.Measured)
	}
	return tw.Flush()
}
