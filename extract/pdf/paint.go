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
		w.strokePath()
	case "S", "B", "B*":
		w.strokePath()
	case "f", "F", "f*":
		w.page.drawn++
		w.fillPath()
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

// box gives the segment's bounds.
func (s segment) box() layout.Rule {
	return layout.Rule{X0: min(s.a.x, s.b.x), Y0: min(s.a.y, s.b.y), X1: max(s.a.x, s.b.x), Y1: max(s.a.y, s.b.y)}
}

// strokePath turns the path into ruled lines: its strokes along an axis, and the sides of its rectangles.
func (w *walker) strokePath() {
	for _, s := range w.path {
		b := s.box()
		if !s.rect || isThin(b) {
			w.bar(b)
			continue
		}
		w.bar(layout.Rule{X0: b.X0, Y0: b.Y0, X1: b.X1, Y1: b.Y0})
		w.bar(layout.Rule{X0: b.X0, Y0: b.Y1, X1: b.X1, Y1: b.Y1})
		w.bar(layout.Rule{X0: b.X0, Y0: b.Y0, X1: b.X0, Y1: b.Y1})
		w.bar(layout.Rule{X0: b.X1, Y0: b.Y0, X1: b.X1, Y1: b.Y1})
	}
	w.path = w.path[:0]
}

// fillPath turns the thin shapes of the path into ruled lines: bars are drawn as rectangles, or stroke by stroke.
func (w *walker) fillPath() {
	for i := 0; i < len(w.path); {
		b, n := w.path[i].box(), 1
		for !w.path[i].rect && i+n < len(w.path) && !w.path[i+n].rect && w.path[i+n].a == w.path[i+n-1].b {
			s := w.path[i+n].box()
			b = layout.Rule{X0: min(b.X0, s.X0), Y0: min(b.Y0, s.Y0), X1: max(b.X1, s.X1), Y1: max(b.Y1, s.Y1)}
			n++
		}
		w.bar(b)
		i += n
	}
	w.path = w.path[:0]
}

// isThin tells whether a box is a line rather than an area.
func isThin(b layout.Rule) bool { return b.X1-b.X0 <= hairline || b.Y1-b.Y0 <= hairline }

// bar keeps a thin box as one line along its middle; dots of a dotted line are kept too, for they add up.
func (w *walker) bar(b layout.Rule) {
	if !isThin(b) || len(w.page.Rules) >= maxRules || math.IsNaN(b.X0+b.X1+b.Y0+b.Y1) {
		return
	}
	if b.X1-b.X0 >= b.Y1-b.Y0 {
		b.Y0 = (b.Y0 + b.Y1) / 2
		b.Y1 = b.Y0
	} else {
		b.X0 = (b.X0 + b.X1) / 2
		b.X1 = b.X0
	}
	w.page.Rules = append(w.page.Rules, b)
}
