package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/soichi/soichi/eval"
)

// bars are the scores at which precision and recall are printed.
var bars = [...]float64{0.5, 0.6, 0.65, 0.7}

// report prints, for each group and all, precision and recall at the bars, how far scores above one half are from the
// share that is right, and the loss.
func report(out io.Writer, title string, groups []group, list bool) {
	fmt.Fprintf(out, "%-24s right", title)
	for _, bar := range bars {
		fmt.Fprintf(out, "   P/R at %.2f", bar)
	}
	fmt.Fprintln(out, "  distance   loss")
	all := group{name: "all"}
	for _, g := range groups {
		all.rows = append(all.rows, g.rows...)
		g.print(out)
	}
	all.print(out)
	if list {
		all.differences(out)
	}
}

func (g group) print(out io.Writer) {
	right, loss := 0, 0.0
	var above []eval.Suggestion
	for _, r := range g.rows {
		if !r.judged {
			continue
		}
		if r.right {
			right++
			loss -= math.Log(max(r.score, 1e-4))
		} else {
			loss -= math.Log(max(1-r.score, 1e-4))
		}
		if r.score >= bars[0] {
			above = append(above, eval.Suggestion{Score: r.score, Right: r.right})
		}
	}
	fmt.Fprintf(out, "%-24s %5d", g.name, right)
	for _, bar := range bars {
		p, r := g.at(bar)
		fmt.Fprintf(out, "  %.3f/%.3f", p, r)
	}
	fmt.Fprintf(out, "  %8.3f  %5.1f\n", eval.CalibrationError(eval.Calibration(above)), loss)
}

// at gives precision and recall of what scores at least so much.
func (g group) at(bar float64) (precision, recall float64) {
	hits, given, right := 0, 0, 0
	for _, r := range g.rows {
		if !r.judged {
			continue
		}
		if r.right {
			right++
		}
		if r.score >= bar {
			given++
			if r.right {
				hits++
			}
		}
	}
	return float64(hits) / float64(max(given, 1)), float64(hits) / float64(max(right, 1))
}

// differences lists what is judged otherwise than the reference, the surest first.
func (g group) differences(out io.Writer) {
	rows := slices.Clone(g.rows)
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(b.score, a.score) })
	for _, r := range rows {
		if r.judged && r.right != (r.score >= bars[0]) {
			fmt.Fprintf(out, "%.2f %s\n", r.score, r.where)
		}
	}
}
