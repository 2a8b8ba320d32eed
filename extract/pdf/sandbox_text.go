package pdf

import (
	"context"
	"fmt"
	"math"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/soichi/soichi/extract/pdf/layout"
)

// boxToSize is the letter size in parts of the height of pdfium's loose character box, which runs from a font's ascent
// to its descent: 0.891 and 0.216 em in the face that official documents are set in.
const boxToSize = 0.9

func (f *sandboxedFile) page(ctx context.Context, i int) (*page, error) {
	view, width, height, err := f.view(i)
	if err != nil {
		return nil, err
	}
	tp, err := f.inst.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: f.ref(i)})
	if err != nil {
		return nil, fmt.Errorf("page %d: load text: %w", i+1, err)
	}
	defer f.inst.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage}) //nolint:errcheck // nothing to do about it
	count, err := f.inst.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: tp.TextPage})
	if err != nil {
		return nil, fmt.Errorf("page %d: count letters: %w", i+1, err)
	}
	out := &page{Page: layout.Page{Width: width, Height: height}}
	g := gatherer{page: out, view: view}
	for k := range count.Count {
		if k%512 == 0 && ctx.Err() != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, ctx.Err())
		}
		if len(out.Words) > maxWords {
			return nil, fmt.Errorf("page %d: %w", i+1, errTooMuch)
		}
		f.letter(&g, tp.TextPage, k)
	}
	g.flush()
	if len(out.Words) == 0 {
		out.images = 1 // unknown here: take the page for a picture
	}
	return out, nil
}

// view gives the map from a page's own space to points from the top left of the page as shown.
func (f *sandboxedFile) view(i int) (m matrix, width, height float64, err error) {
	size, err := f.inst.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: f.doc, Index: i})
	if err != nil {
		return m, 0, 0, fmt.Errorf("page %d: size: %w", i+1, err)
	}
	turns := 0
	if rot, err := f.inst.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: f.ref(i)}); err == nil {
		turns = int(rot.PageRotation)
	}
	w, h := size.Width, size.Height
	if turns%2 == 1 {
		w, h = h, w
	}
	x0, y0 := 0.0, 0.0
	if box, err := f.inst.FPDFPage_GetCropBox(&requests.FPDFPage_GetCropBox{Page: f.ref(i)}); err == nil {
		x0, y0 = float64(min(box.Left, box.Right)), float64(min(box.Bottom, box.Top))
	} else if box, err := f.inst.FPDFPage_GetMediaBox(&requests.FPDFPage_GetMediaBox{Page: f.ref(i)}); err == nil {
		x0, y0 = float64(min(box.Left, box.Right)), float64(min(box.Bottom, box.Top))
	}
	m, width, height = viewOf(x0, y0, x0+w, y0+h, 90*turns)
	return m, width, height, nil
}

// letter reads one letter. One that pdfium cannot give is passed over.
func (f *sandboxedFile) letter(g *gatherer, tp references.FPDF_TEXTPAGE, k int) {
	u, err := f.inst.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: tp, Index: k})
	if err != nil {
		return
	}
	r := rune(u.Unicode)
	if r == 0 {
		r = unicode.ReplacementChar
	}
	if unicode.IsSpace(r) || r == '\u0002' { // pdfium's mark of a hyphen at a line's end
		g.space()
		return
	}
	at, err := f.inst.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: tp, Index: k})
	if err != nil {
		return
	}
	box, err := f.inst.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: tp, Index: k})
	if err != nil {
		return
	}
	x, y := g.view.apply(at.X, at.Y)
	ax, ay := g.view.apply(float64(box.Rect.Left), float64(box.Rect.Bottom))
	bx, by := g.view.apply(float64(box.Rect.Right), float64(box.Rect.Top))
	g.add(r, x, y, max(ax, bx), boxToSize*math.Abs(by-ay))
}

// gatherer makes words of letters that come one by one.
type gatherer struct {
	page  *page
	view  matrix
	cur   layout.Word
	buf   strings.Builder
	blank bool
}

func (g *gatherer) space() {
	g.flush()
	if n := len(g.page.Words); n > 0 {
		g.page.Words[n-1].After = true
	}
	g.blank = true
}

func (g *gatherer) add(r rune, x, y, right, size float64) {
	if size <= 0 || math.IsNaN(x+y+right+size) || math.IsInf(x+y+right+size, 0) {
		return
	}
	c := &g.cur
	if g.buf.Len() > 0 && (math.Abs(c.Y-y) > 0.05*size || math.Abs(c.Size-size) > 0.1*size || x-c.X1 > 0.1*size || x-c.X1 < -0.4*size) {
		g.flush()
	}
	if g.buf.Len() == 0 {
		*c = layout.Word{X0: x, X1: right, Y: y, Size: size, Before: g.blank}
		g.blank = false
	}
	g.buf.WriteString(cleanGlyph.Replace(string(r)))
	c.X1 = max(c.X1, right)
}

func (g *gatherer) flush() {
	if g.buf.Len() == 0 {
		return
	}
	g.cur.Text = g.buf.String()
	g.buf.Reset()
	if c := g.cur; c.X1 > 0 && c.X0 < g.page.Width && c.Y > 0 && c.Top() < g.page.Height {
		g.page.Words = append(g.page.Words, c)
	}
}
