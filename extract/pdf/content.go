package pdf

import (
	"context"
	"errors"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"github.com/soichi/soichi/extract/pdf/layout"
)

const (
	// maxOps bounds the drawing operators of one page: a page of maps has some hundred thousand.
	maxOps = 4_000_000
	// maxWords bounds the words of one page; a dense page has about a thousand.
	maxWords = 200_000
	// maxForms bounds the nesting of form XObjects.
	maxForms = 8
)

var errTooMuch = errors.New("a page draws more than the limit")

// stopped carries an error out of the library's interpreter, which offers no other way to end it.
type stopped struct{ err error }

// state is the part of the graphics state that text depends on.
type state struct {
	ctm                  matrix
	font                 *font
	size                 float64
	charGap, wordGap     float64
	scale, leading, rise float64
	mode                 int64
}

// walker runs a content stream and gathers words and ruled lines.
type walker struct {
	ctx   context.Context
	fonts map[string]*font // of the whole file, by fontKey
	page  *page
	state
	stack      []state
	tm, tlm    matrix
	path       []segment
	start, pen point
	cur        layout.Word
	buf        strings.Builder
	blank      bool // a blank came since the last word
	ops        int
	args       []operand
	budget     *budget // what may still be unpacked of the file
	upright    int     // glyphs that run from left to right
	turned     [4]int  // glyphs that do not, by the quarter turns that would set them upright
}

type point struct{ x, y float64 }

// segment is one straight stroke of the current path, or a whole rectangle.
type segment struct {
	a, b point
	rect bool
}

// run interprets a content stream with its resources.
func (w *walker) run(content []byte, resources pdf.Value, depth int) {
	local := map[string]*font{}
	lex := lexer{b: content}
	var args []operand
	for {
		op, got, ok := lex.next(args)
		if !ok {
			break
		}
		args, w.args = got, got
		if w.ops++; w.ops > maxOps || len(w.page.Words) > maxWords {
			panic(stopped{errTooMuch})
		}
		if w.ops%4096 == 0 && w.ctx.Err() != nil {
			panic(stopped{w.ctx.Err()})
		}
		switch op {
		case "Tf":
			w.setFont(resources, local)
		case "Do":
			w.draw(resources, depth)
		default:
			w.do(op)
		}
	}
	w.flush()
}

// num gives operand i, 0 where it is missing.
func (w *walker) num(i int) float64 {
	if i >= len(w.args) {
		return 0
	}
	return w.args[i].num
}

func (w *walker) matrixArg() matrix {
	return matrix{w.num(0), w.num(1), w.num(2), w.num(3), w.num(4), w.num(5)}
}

// do carries out one operator that needs no resources. Unknown ones draw nothing that matters here.
func (w *walker) do(op string) {
	switch op {
	case "q":
		if len(w.stack) < 1024 {
			w.stack = append(w.stack, w.state)
		}
	case "Q":
		if n := len(w.stack) - 1; n >= 0 {
			w.state, w.stack = w.stack[n], w.stack[:n]
		}
	case "cm":
		w.ctm = w.matrixArg().mul(w.ctm)
	case "Tc":
		w.charGap = w.num(0)
	case "Tw":
		w.wordGap = w.num(0)
	case "Tz":
		w.scale = w.num(0) / 100
	case "TL":
		w.leading = w.num(0)
	case "Ts":
		w.rise = w.num(0)
	case "Tr":
		w.mode = int64(w.num(0))
	case "BT", "Tm", "Td", "TD", "T*":
		w.moveText(op)
	case "Tj", "TJ", "'", "\"":
		w.showText(op)
	default:
		w.paint(op)
	}
}

// moveText carries out the operators that set where the next text stands.
func (w *walker) moveText(op string) {
	switch op {
	case "BT":
		w.tm, w.tlm = identity, identity
	case "Tm":
		w.tlm = w.matrixArg()
	case "TD":
		w.leading = -w.num(1)
		w.tlm = w.tlm.shift(w.num(0), w.num(1))
	case "Td":
		w.tlm = w.tlm.shift(w.num(0), w.num(1))
	case "T*":
		w.tlm = w.tlm.shift(0, -w.leading)
	}
	w.tm = w.tlm
}

// showText carries out the operators that draw text.
func (w *walker) showText(op string) {
	switch op {
	case "\"":
		w.wordGap, w.charGap = w.num(0), w.num(1)
		fallthrough
	case "'":
		w.moveText("T*")
	}
	if len(w.args) == 0 || w.font == nil {
		return
	}
	last := w.args[len(w.args)-1]
	if op != "TJ" {
		w.show(last.str)
		return
	}
	for _, x := range last.list {
		switch x.kind {
		case kindString:
			w.show(x.str)
		case kindNumber:
			w.tm = w.tm.shift(-x.num/1000*w.size*w.scale, 0)
		}
	}
}

// show draws the glyphs of one string.
func (w *walker) show(raw string) {
	step := 1
	if w.font.wide {
		step = 2
	}
	for i := 0; i+step <= len(raw); i += step {
		code := uint32(raw[i])
		if step == 2 {
			code = code<<8 | uint32(raw[i+1])
		}
		g := w.font.glyph(code)
		gap := w.charGap
		if step == 1 && code == ' ' {
			gap += w.wordGap
		}
		advance := (g.width*w.size + gap) * w.scale
		w.place(g.text, g.width*w.size*w.scale)
		w.tm = w.tm.shift(advance, 0)
	}
}

// place adds one glyph at the current point to the current word, or begins a new word. Text that does not run from left
// to right on the page as shown (stamps along the margin) is left out.
func (w *walker) place(text string, width float64) {
	m := w.tm.mul(w.ctm)
	x, y := m.apply(0, w.rise)
	size := w.size * math.Hypot(m[2], m[3])
	if size <= 0 || math.IsNaN(x+y+size) || math.IsInf(x+y+size, 0) {
		return
	}
	if m[0] <= 0 || math.Abs(m[1]) > 0.2*m[0] {
		w.flush()
		w.turned[direction(m)]++
		return
	}
	w.upright++
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		w.flush()
		if n := len(w.page.Words); n > 0 {
			w.page.Words[n-1].After = true
		}
		w.blank = true
		return
	}
	x1 := x + width*m[0]
	c := &w.cur
	joined := w.buf.Len() > 0 && c.Font == w.font.name && math.Abs(c.Y-y) < 0.05*size && math.Abs(c.Size-size) < 0.02*size &&
		x-c.X1 < 0.1*size && x-c.X1 > -0.4*size
	if !joined {
		w.flush()
		*c = layout.Word{X0: x, X1: x, Y: y, Size: size, Font: w.font.name, Bold: w.font.bold || w.mode == 2, Before: w.blank}
		w.blank = false
	}
	w.buf.WriteString(text)
	c.X1 = max(c.X1, x1)
	if w.mode == 3 {
		w.page.hidden += utf8.RuneCountInString(text)
	}
}

// flush ends the current word. Words off the page are not printed.
func (w *walker) flush() {
	if w.buf.Len() == 0 {
		return
	}
	c := w.cur
	c.Text = w.buf.String()
	w.buf.Reset()
	if c.X1 > 0 && c.X0 < w.page.Width && c.Y > 0 && c.Top() < w.page.Height {
		w.page.Words = append(w.page.Words, c)
	}
}

// setFont carries out Tf. Font dictionaries are looked up once a stream and read once a file.
func (w *walker) setFont(resources pdf.Value, local map[string]*font) {
	if len(w.args) != 2 {
		return
	}
	name := w.args[0].str
	w.size = w.num(1)
	if f, ok := local[name]; ok {
		w.font = f
		return
	}
	v := resources.Key("Font").Key(name)
	if v.Kind() != pdf.Dict {
		w.font = nil
		return
	}
	key := fontKey(v)
	f, ok := w.fonts[key]
	if !ok {
		f = loadFont(v, w.budget)
		w.fonts[key] = f
	}
	local[name] = f
	w.font = f
}

// draw carries out Do: a form is run in place, a picture is measured.
func (w *walker) draw(resources pdf.Value, depth int) {
	if len(w.args) != 1 {
		return
	}
	x := resources.Key("XObject").Key(w.args[0].str)
	switch x.Key("Subtype").Name() {
	case "Image":
		w.page.images += w.ctm.area() / (w.page.Width * w.page.Height)
	case "Form":
		if depth >= maxForms {
			return
		}
		w.flush()
		saved, stack, tm, tlm := w.state, w.stack, w.tm, w.tlm
		w.stack = nil
		w.ctm = matrixOf(x.Key("Matrix")).mul(w.ctm)
		own := x.Key("Resources")
		if own.Kind() != pdf.Dict {
			own = resources
		}
		w.run(w.budget.unpack(x), own, depth+1)
		w.state, w.stack, w.tm, w.tlm = saved, stack, tm, tlm
	}
}

// direction gives the clockwise quarter turns of the page that would make text drawn with m run from left to right.
func direction(m matrix) int {
	switch {
	case math.Abs(m[1]) > math.Abs(m[0]) && m[1] < 0:
		return 1
	case math.Abs(m[1]) > math.Abs(m[0]):
		return 3
	default:
		return 2
	}
}
