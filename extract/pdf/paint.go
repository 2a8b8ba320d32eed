package pdf

import (
	"math"

	"github.com/soichi/soichi/extract/pdf/layout"
)

const (
	// hairline is the greatest thickness in points of a filled rectangle that is a ruled line.
	hairline = 2.5
	// maxRules bounds the ruled lines kept of one page: a drawing has many, a table some hundreds.
	maxRules = 20_000
)

// paint carries out the path operators. A path matters only where it is stroked or filled as a thin bar: those are the
// lines of tables and the rule above footnotes.
func (w *walker) paint(op string) {
	switch op {
	case "m":
		w.pen = w.at(w.num(0), w.num(1))
		w.start = w.pen
	case "l":
		w.line(w.at(w.num(0), w.num(1)))
	case "c", "v", "y":
		if n := len(w.args); n >= 2 {
			w.pen = w.at(w.num(n-2), w.num(n-1))
		}
	case "h":
		w.line(w.start)
	case "re":
		x, y := w.num(0), w.num(1)
		w.path = append(w.path, segment{a: w.at(x, y), b: w.at(x+w.num(2), y+w.num(3)), rect: true})
	case "s", "b", "b*":
		w.line(w.start)
		w.endPath(true)
	case "S", "B", "B*":
		w.endPath(true)
	case "f", "F", "f*":
		w.page.drawn++
		w.endPath(false)
	case "n":
		w.path = w.path[:0]
	}
	if len(w.path) > maxRules {
		w.path = w.path[:0]
	}
}

func (w *walker) at(x, y float64) point {
	px, py := w.ctm.apply(x, y)
	return point{px, py}
}

func (w *walker) line(to point) {
	w.path = append(w.path, segment{a: w.pen, b: to})
	w.pen = to
}

// endPath turns the path into ruled lines.
func (w *walker) endPath(stroked bool) {
	for _, s := range w.path {
		x0, x1 := min(s.a.x, s.b.x), max(s.a.x, s.b.x)
		y0, y1 := min(s.a.y, s.b.y), max(s.a.y, s.b.y)
		switch {
		case !s.rect && !stroked: // an outline to be filled: a letter, an arrow
		case x1-x0 <= hairline || y1-y0 <= hairline:
			w.rule(x0, y0, x1, y1)
		case s.rect && stroked:
			w.rule(x0, y0, x1, y0)
			w.rule(x0, y1, x1, y1)
			w.rule(x0, y0, x0, y1)
			w.rule(x1, y0, x1, y1)
		}
	}
	w.path = w.path[:0]
}

// rule keeps one line, drawn in along its middle; dots of a dotted line are kept too, for they add up.
func (w *walker) rule(x0, y0, x1, y1 float64) {
	if len(w.page.Rules) >= maxRules || math.IsNaN(x0+x1+y0+y1) {
		return
	}
	if x1-x0 >= y1-y0 {
		y0 = (y0 + y1) / 2
		y1 = y0
	} else {
		x0 = (x0 + x1) / 2
		x1 = x0
	}
	w.page.Rules = append(w.page.Rules, layout.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1})
}
