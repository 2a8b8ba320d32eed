package eval

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
)

// Print writes the table of fields: what the reference holds, what was given, precision, recall and F1 at the scores' own
// level, and F1 at the looser ones. All scores must be of the same documents.
func Print(w io.Writer, scores []*Scores) error {
	if len(scores) == 0 {
		return nil
	}
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "field\tgold\tgiven\tP\tR\tF1 %s\t", scores[0].Level)
	for _, s := range scores[1:] {
		fmt.Fprintf(tw, "F1 %s\t", s.Level)
	}
	fmt.Fprintln(tw)
	for _, f := range scores[0].Names() {
		c := *scores[0].Fields[f]
		fmt.Fprintf(tw, "%s\t%d\t%d\t%.3f\t%.3f\t%.3f\t", f, c.Right+c.Missed, c.Right+c.Wrong, c.Precision(), c.Recall(), c.F1())
		for _, s := range scores[1:] {
			fmt.Fprintf(tw, "%.3f\t", s.Fields[f].F1())
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}

// PrintDifferences writes one line for each value that is not as the reference says.
func PrintDifferences(w io.Writer, s *Scores) error {
	for _, d := range s.Differences {
		if _, err := fmt.Fprintf(w, "%s: %s: want %q, got %q\n", d.File, d.Field, clip(d.Want), clip(d.Got)); err != nil {
			return err
		}
	}
	return nil
}

// clip shortens a long passage in the middle.
func clip(s string) string {
	r := []rune(squeeze(s))
	if len(r) <= 120 {
		return string(r)
	}
	return string(r[:80]) + " … " + string(r[len(r)-30:])
}

// Row is a field's figures for JSON.
type Row struct {
	Field     string  `json:"field"`
	Right     int     `json:"right"`
	Wrong     int     `json:"wrong"`
	Missed    int     `json:"missed"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Rows gives the figures of every field in their order.
func (s *Scores) Rows() []Row {
	out := []Row{}
	for _, f := range s.Names() {
		c := s.Fields[f]
		out = append(out, Row{f, c.Right, c.Wrong, c.Missed, c.Precision(), c.Recall(), c.F1()})
	}
	return out
}

// PrintKinds writes the F1 of each field for each kind of document, the kinds in order of name.
func PrintKinds(w io.Writer, byKind map[string]*Scores) error {
	kinds := slices.Sorted(maps.Keys(byKind))
	present := map[string]bool{}
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(tw, "F1\t")
	for _, k := range kinds {
		fmt.Fprintf(tw, "%s\t", k)
		for _, f := range byKind[k].Names() {
			present[f] = true
		}
	}
	fmt.Fprintln(tw)
	for _, f := range fieldOrder {
		if !present[f] {
			continue
		}
		fmt.Fprintf(tw, "%s\t", f)
		for _, k := range kinds {
			if c := byKind[k].Fields[f]; c != nil && *c != (Count{}) {
				fmt.Fprintf(tw, "%.3f\t", c.F1())
			} else {
				fmt.Fprint(tw, "-\t")
			}
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}
