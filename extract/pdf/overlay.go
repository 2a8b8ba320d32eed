package pdf

import (
	"context"
	"math"
	"slices"
	"unicode"

	"github.com/ledongthuc/pdf"

	"github.com/soichi/soichi/extract/pdf/layout"
)

const (
	// maxOverlays bounds the annotations of a page that are looked at. Signed papers have up to ten.
	maxOverlays = 64
	// hiddenFlags are the annotation flags Hidden and NoView (ISO 32000-1, 12.5.3).
	hiddenFlags = 1<<1 | 1<<5
	// besideOverlay is how far from a printed word an overlay stands that belongs to its line, in letter sizes, and offLine
	// how far its baseline may be from that of the line.
	besideOverlay, offLine = 4, 0.5
	// figuresOfNumber is the most figures of a paper's number, or of a day.
	figuresOfNumber = 5
)

// overlays gives the figures that were put over a signed page. The registry's program writes number and day of a paper into
// the blanks of "Số:    /QĐ-UBND" and "ngày    tháng", and as what it writes must not alter the signed page, it stands in
// annotations. Only figures in such a blank are taken; the picture of a digital signature is no text of the paper.
func (f *nativeFile) overlays(ctx context.Context, p pdf.Value, printed []layout.Word, view matrix) []layout.Word {
	var out []layout.Word
	annotations := p.Key("Annots")
	for i := range min(annotations.Len(), maxOverlays) {
		var words []layout.Word
		fault := guard(func() error {
			words = f.overlay(ctx, annotations.Index(i), view)
			return nil
		})
		if fault != nil || len(words) != 1 {
			continue // an annotation that cannot be read takes nothing from the page
		}
		if w, ok := inBlank(words[0], printed); ok {
			out = append(out, w)
		}
	}
	return out
}

// overlay reads the text of one annotation, its appearance fitted into its rectangle (ISO 32000-1, 12.5.5).
func (f *nativeFile) overlay(ctx context.Context, a pdf.Value, view matrix) []layout.Word {
	look := a.Key("AP").Key("N")
	x0, y0, x1, y1, ok := boxOf(a.Key("Rect"))
	bx0, by0, bx1, by1, sized := boxOf(look.Key("BBox"))
	if !ok || !sized || look.Kind() != pdf.Stream || a.Key("F").Int64()&hiddenFlags != 0 {
		return nil
	}
	own := matrixOf(look.Key("Matrix"))
	left, low, right, high := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range [4]point{{bx0, by0}, {bx1, by0}, {bx0, by1}, {bx1, by1}} {
		x, y := own.apply(c.x, c.y)
		left, right, low, high = min(left, x), max(right, x), min(low, y), max(high, y)
	}
	if right-left <= 0 || high-low <= 0 {
		return nil
	}
	sx, sy := (x1-x0)/(right-left), (y1-y0)/(high-low)
	fit := matrix{sx, 0, 0, sy, x0 - left*sx, y0 - low*sy}
	w := &walker{
		ctx: ctx, fonts: f.fonts, budget: f.budget, page: &page{Page: layout.Page{Width: math.MaxFloat64, Height: math.MaxFloat64}},
		state: state{ctm: own.mul(fit).mul(view), scale: 1}, tm: identity, tlm: identity,
	}
	w.run(f.budget.unpack(look), look.Key("Resources"), 0)
	return w.page.Words
}

// inBlank sets figures on the printed line in whose blank they stand.
func inBlank(w layout.Word, printed []layout.Word) (layout.Word, bool) {
	if len(w.Text) > figuresOfNumber || w.Text == "" || slices.ContainsFunc([]rune(w.Text), func(r rune) bool { return !unicode.IsDigit(r) }) {
		return w, false
	}
	var line *layout.Word
	for i := range printed {
		p := &printed[i]
		switch {
		case math.Abs(p.Y-w.Y) > offLine*p.Size:
		case p.X0 < w.X1 && w.X0 < p.X1:
			return w, false // it lies over a printed word
		case p.X1 <= w.X0 && w.X0-p.X1 < besideOverlay*p.Size && (line == nil || p.X1 > line.X1):
			line = p
		}
	}
	if line == nil {
		return w, false
	}
	w.Y, w.Size, w.Before, w.After = line.Y, line.Size, true, true
	return w, true
}
