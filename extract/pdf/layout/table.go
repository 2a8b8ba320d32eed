package layout

import (
	"cmp"
	"math"
	"slices"
)

// near is the distance in points up to which two ruled lines meet or are one.
const near = 3

// grid is a ruled table on a page: the places of its column and row boundaries, and for each base cell the cell that it
// is merged into.
type grid struct {
	xs, ys []float64
	owner  []int // by row*columns+column: the index of the cell that holds this one
}

// cell is one cell of a table row: its lines, or the cell above that it continues.
type cell struct {
	lines []line
	// from is the index of the row above where the cell began, -1 where it begins here.
	from int
	span int // columns that it takes
}

// gridsOf finds the ruled tables of a page: groups of meeting lines with at least two columns and two rows.
func gridsOf(rules []Rule) []*grid {
	var grids []*grid
	for _, group := range meeting(rules) {
		var xs, ys []float64
		for _, r := range group {
			switch {
			case r.vertical() && r.Y1-r.Y0 > 6:
				xs = append(xs, r.X0)
			case !r.vertical() && r.X1-r.X0 > 6:
				ys = append(ys, r.Y0)
			}
		}
		g := &grid{xs: distinct(xs), ys: distinct(ys)}
		if len(g.xs) < 3 || len(g.ys) < 3 || len(g.xs)*len(g.ys) > 40_000 {
			continue
		}
		g.merge(group)
		grids = append(grids, g)
	}
	return grids
}

// meeting groups the lines that touch each other, directly or through others.
func meeting(rules []Rule) [][]Rule {
	rs := slices.Clone(rules)
	slices.SortStableFunc(rs, func(a, b Rule) int { return cmp.Compare(a.Y0, b.Y0) })
	type open struct {
		Rule
		members []Rule
	}
	var groups []open
	for _, r := range rs {
		joined := -1
		kept := groups[:0]
		for _, g := range groups {
			if r.X0 > g.X1+near || r.X1 < g.X0-near || r.Y0 > g.Y1+near || r.Y1 < g.Y0-near {
				kept = append(kept, g)
				continue
			}
			if joined < 0 {
				g.members = append(g.members, r)
				g.Rule = cover(g.Rule, r)
				kept = append(kept, g)
				joined = len(kept) - 1
				continue
			}
			kept[joined].members = append(kept[joined].members, g.members...)
			kept[joined].Rule = cover(kept[joined].Rule, g.Rule)
		}
		groups = kept
		if joined < 0 {
			groups = append(groups, open{r, []Rule{r}})
		}
	}
	out := make([][]Rule, len(groups))
	for i, g := range groups {
		out[i] = g.members
	}
	return out
}

func cover(a, b Rule) Rule {
	return Rule{min(a.X0, b.X0), min(a.Y0, b.Y0), max(a.X1, b.X1), max(a.Y1, b.Y1)}
}

// distinct sorts places and makes one of those that are near each other.
func distinct(v []float64) []float64 {
	slices.Sort(v)
	var out []float64
	for _, x := range v {
		if n := len(out); n == 0 || x-out[n-1] > near {
			out = append(out, x)
		}
	}
	return out
}

func (g *grid) columns() int { return len(g.xs) - 1 }
func (g *grid) rows() int    { return len(g.ys) - 1 }

// merge joins base cells between which no line is drawn.
func (g *grid) merge(rules []Rule) {
	nc, nr := g.columns(), g.rows()
	g.owner = make([]int, nc*nr)
	for i := range g.owner {
		g.owner[i] = i
	}
	for r := range nr {
		for c := range nc {
			i := r*nc + c
			midX, midY := (g.xs[c]+g.xs[c+1])/2, (g.ys[r]+g.ys[r+1])/2
			if c+1 < nc && !crossed(rules, true, g.xs[c+1], midY) {
				g.join(i, i+1)
			}
			if r+1 < nr && !crossed(rules, false, g.ys[r+1], midX) {
				g.join(i, i+nc)
			}
		}
	}
}

// join makes the two cells one, owned by the first in reading order.
func (g *grid) join(i, j int) {
	a, b := g.owner[i], g.owner[j]
	lo, hi := min(a, b), max(a, b)
	for k, o := range g.owner {
		if o == hi {
			g.owner[k] = lo
		}
	}
}

// crossed tells whether a line stands at the given place of a boundary.
func crossed(rules []Rule, vertical bool, at, mid float64) bool {
	for _, r := range rules {
		if r.vertical() != vertical {
			continue
		}
		if vertical && math.Abs(r.X0-at) <= near && r.Y0-near <= mid && mid <= r.Y1+near {
			return true
		}
		if !vertical && math.Abs(r.Y0-at) <= near && r.X0-near <= mid && mid <= r.X1+near {
			return true
		}
	}
	return false
}

// holds tells whether a word stands inside the table.
func (g *grid) holds(w Word) bool {
	x, y := (w.X0+w.X1)/2, w.Y-0.3*w.Size
	return g.xs[0] <= x && x <= g.xs[len(g.xs)-1] && g.ys[0] <= y && y <= g.ys[len(g.ys)-1]
}

// fill puts words into the cells and gives the rows as lines.
func (g *grid) fill(words []Word) []line {
	nc := g.columns()
	in := map[int][]Word{}
	for _, w := range words {
		c := band(g.xs, (w.X0+w.X1)/2)
		r := band(g.ys, w.Y-0.3*w.Size)
		o := g.owner[r*nc+c]
		in[o] = append(in[o], w)
	}
	var out []line
	for r := range g.rows() {
		row := line{table: g, y: g.ys[r], x0: g.xs[0], x1: g.xs[nc]}
		last := -1
		for c := range nc {
			o := g.owner[r*nc+c]
			if o == last {
				row.cells[len(row.cells)-1].span++
				continue
			}
			last = o
			cl := cell{from: -1, span: 1}
			if o/nc < r {
				cl.from = o / nc
			} else {
				cl.lines = linesOf(in[o])
			}
			row.cells = append(row.cells, cl)
		}
		out = append(out, row)
	}
	return out
}

// band gives the index of the interval that v lies in, the nearest one where it lies in none.
func band(bounds []float64, v float64) int {
	i, _ := slices.BinarySearch(bounds, v)
	return min(max(i-1, 0), len(bounds)-2)
}
