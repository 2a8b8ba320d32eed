package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// The same table, its lines drawn in the ways that programs draw them: a table of two columns and two rows all the same.
func TestRuledLines(t *testing.T) {
	type line struct{ x0, y0, x1, y1 float64 }
	lines := []line{{80, 720, 500, 720}, {80, 690, 500, 690}, {80, 660, 500, 660}, {80, 660, 80, 720}, {150, 660, 150, 720}, {500, 660, 500, 720}}
	cases := []struct {
		name string
		draw func(l line) string
	}{
		{"strokes", func(l line) string { return fmt.Sprintf("%g %g m %g %g l S\n", l.x0, l.y0, l.x1, l.y1) }},
		{"filled rectangles", func(l line) string {
			return fmt.Sprintf("%g %g %g %g re f\n", l.x0, l.y0, l.x1-l.x0+0.5, l.y1-l.y0+0.5)
		}},
		{"filled bars drawn side by side", func(l line) string {
			return fmt.Sprintf("%g %g m %g %g l %g %g l %g %g l h f*\n", l.x0, l.y0, l.x1+0.5, l.y0, l.x1+0.5, l.y1+0.5, l.x0, l.y1+0.5)
		}},
		{"filled bars left open, two in a path", func(l line) string {
			x, y := (l.x0+l.x1)/2, (l.y0+l.y1)/2
			return bars(l.x0, l.y0, x+0.5, y+0.5) + bars(x, y, l.x1+0.5, l.y1+0.5) + "f\n"
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ops := put(90, 700, 12, "TT") + put(160, 700, 12, "Nội dung") + put(90, 670, 12, "1") + put(160, 670, 12, "Nạo vét kênh") + body(600, 12)
			for _, l := range lines {
				ops += c.draw(l)
			}
			text := mustRead(t, Reader{FindOCR: noOCR}, build(sheet{ops: ops})).Text
			if !strings.HasPrefix(text.Content, "TT | Nội dung\n1 | Nạo vét kênh\n") || len(text.Tables) != 1 || !text.Tables[0].Rows[0].Header {
				t.Errorf("tables %+v in\n%s", text.Tables, text.Content)
			}
		})
	}
}

// bars draws a rectangle stroke by stroke.
func bars(x0, y0, x1, y1 float64) string {
	return fmt.Sprintf("%g %g m %g %g l %g %g l %g %g l ", x0, y0, x1, y0, x1, y1, x0, y1)
}

// A filled shape that is no bar gives no line, nor do strokes aslant.
func TestShapesThatAreNoLines(t *testing.T) {
	for name, ops := range map[string]string{
		"a shaded area":    "80 600 200 100 re f\n",
		"an arrow":         "80 600 m 100 620 l 80 640 l h f\n",
		"a cross":          "80 600 m 200 700 l 80 700 m 200 600 l S\n",
		"a path not drawn": "80 600 m 200 600 l n\n",
	} {
		t.Run(name, func(t *testing.T) {
			w := &walker{ctx: t.Context(), page: &page{}, state: state{ctm: identity}}
			w.page.Width, w.page.Height = 595, 842
			lex := lexer{b: []byte(ops)}
			for op, args, ok := lex.next(nil); ok; op, args, ok = lex.next(nil) {
				w.args = args
				w.paint(op)
			}
			if len(w.page.Rules) > 0 {
				t.Errorf("got %v", w.page.Rules)
			}
		})
	}
}
