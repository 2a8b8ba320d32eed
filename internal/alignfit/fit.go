package main

import (
	"slices"

	"github.com/soichi/soichi/align"
)

// fitter fits models.
type fitter struct {
	ridge float64
	use   [len(align.Features)]bool
}

// fit fits the weights of a passage alone, and among others. The scores alone, on which the features of the others rest,
// are those of weights fitted without the group, as they are for a chain that nobody has seen.
func (f fitter) fit(groups []group) align.Model {
	alone := f
	for i := len(alone.use) - align.OfOthers; i < len(alone.use); i++ {
		alone.use[i] = false
	}
	for i, g := range groups {
		w := alone.weights(slices.Concat(groups[:i:i], groups[i+1:]))
		g.surround(&w)
	}
	return align.Model{Alone: alone.weights(groups), Among: f.weights(groups)}
}

// crossed scores each group with weights fitted to the others.
func (f fitter) crossed(groups []group) []group {
	out := make([]group, len(groups))
	for i, g := range groups {
		m := f.fit(slices.Concat(groups[:i:i], groups[i+1:]))
		out[i] = group{g.name, slices.Clone(g.rows)}
		out[i].score(&m)
	}
	return out
}

// weights fits to the rows that are judged and that can be meant.
func (f fitter) weights(groups []group) align.Weights {
	var x [][]float64
	var right []bool
	for _, g := range groups {
		for _, r := range g.rows {
			if !r.judged || r.Excluded() {
				continue
			}
			v := r.Vector()
			x = append(x, v[:])
			right = append(right, r.right)
		}
	}
	bias, w := logistic(x, right, f.ridge, f.use[:], align.Against())
	out := align.Weights{Bias: bias}
	copy(out.Of[:], w)
	return out
}

// surround fills in what the passages of each document say for each other.
func (g group) surround(w *align.Weights) {
	for from := 0; from < len(g.rows); {
		to := from
		var of []align.Match
		for ; to < len(g.rows) && g.rows[to].answer == g.rows[from].answer; to++ {
			of = append(of, g.rows[to].Match)
		}
		align.Surround(of, w)
		for i := range of {
			g.rows[from+i].Match = of[i]
		}
		from = to
	}
}

// score scores the rows.
func (g group) score(m *align.Model) {
	g.surround(&m.Alone)
	for i := range g.rows {
		g.rows[i].score = m.Among.Score(&g.rows[i].Match)
	}
}
