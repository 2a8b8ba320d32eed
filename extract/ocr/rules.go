package ocr

import (
	"cmp"
	"image"
	"slices"

	"github.com/soichi/soichi/extract/pdf/layout"
)

// What counts as a ruled line of a table, in inches. The tallest letters of print are a quarter of an inch high.
const (
	leastRule = 0.4  // its length
	mostRule  = 0.03 // its thickness, what a slope adds left out
	// slope is how far a line may rise in parts of its length: what is left of a page's skew.
	slope = 0.004
	// bridged is the greatest number of white pixels within a line.
	bridged = 2
	// dark is the grey below which a pixel is black.
	dark = 140
)

// stroke is a row of black pixels along one line of the picture: across, or down with x and y exchanged.
type stroke struct{ line, from, to int }

// ruled finds the ruled lines of a page.
func ruled(grey *image.Gray, dpi int) []image.Rectangle {
	least := int(leastRule * float64(dpi))
	across, down := strokes(grey, least)
	out := gather(across, dpi)
	for _, r := range gather(down, dpi) {
		out = append(out, image.Rect(r.Min.Y, r.Min.X, r.Max.Y, r.Max.X))
	}
	return out
}

// strokes gives the rows of black pixels that are long enough, across and down.
func strokes(grey *image.Gray, least int) (across, down []stroke) {
	w, h := grey.Rect.Dx(), grey.Rect.Dy()
	columns := make([]run, w)
	for y := range h {
		line := grey.Pix[y*grey.Stride : y*grey.Stride+w]
		var row run
		for x, v := range line {
			if row.step(x, v < dark) && row.length() >= least {
				across = append(across, stroke{y, row.from, row.to})
			}
			if columns[x].step(y, v < dark) && columns[x].length() >= least {
				down = append(down, stroke{x, columns[x].from, columns[x].to})
			}
		}
		if row.open && row.length() >= least {
			across = append(across, stroke{y, row.from, row.to})
		}
	}
	for x, c := range columns {
		if c.open && c.length() >= least {
			down = append(down, stroke{x, c.from, c.to})
		}
	}
	slices.SortFunc(down, func(a, b stroke) int { return cmp.Or(a.line-b.line, a.from-b.from) })
	return across, down
}

// run is the black pixels met so far in a line.
type run struct {
	from, to int // half open
	open     bool
}

func (r run) length() int { return r.to - r.from }

// step takes the next pixel in and tells whether a run has ended before it.
func (r *run) step(at int, black bool) (ended bool) {
	switch {
	case black && !r.open:
		*r = run{at, at + 1, true}
	case black:
		r.to = at + 1
	case r.open && at-r.to >= bridged:
		r.open = false
		return true
	}
	return false
}

// gather makes one rectangle of the strokes of one line, which lie side by side, and leaves out what is too thick.
func gather(strokes []stroke, dpi int) []image.Rectangle {
	var groups []image.Rectangle
	for _, s := range strokes {
		own := image.Rect(s.from, s.line, s.to, s.line+1)
		near := own.Inset(-1 - bridged)
		i := slices.IndexFunc(groups, near.Overlaps)
		if i < 0 {
			groups = append(groups, own)
			continue
		}
		groups[i] = groups[i].Union(own)
	}
	return slices.DeleteFunc(groups, func(r image.Rectangle) bool {
		return float64(r.Dy()) > mostRule*float64(dpi)+slope*float64(r.Dx())
	})
}

// wipe makes ruled lines white, which Tesseract takes for letters.
func wipe(grey *image.Gray, rules []image.Rectangle) {
	for _, r := range rules {
		r = r.Inset(-1).Intersect(grey.Rect)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			line := grey.Pix[grey.PixOffset(r.Min.X, y):grey.PixOffset(r.Max.X, y)]
			for i := range line {
				line[i] = 255
			}
		}
	}
}

// rulesOf gives ruled lines in points.
func rulesOf(rules []image.Rectangle, dpi int) []layout.Rule {
	out := make([]layout.Rule, len(rules))
	scale := 72 / float64(dpi)
	for i, r := range rules {
		x0, y0, x1, y1 := float64(r.Min.X)*scale, float64(r.Min.Y)*scale, float64(r.Max.X)*scale, float64(r.Max.Y)*scale
		if r.Dx() >= r.Dy() {
			y0 = (y0 + y1) / 2
			y1 = y0
		} else {
			x0 = (x0 + x1) / 2
			x1 = x0
		}
		out[i] = layout.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1}
	}
	return out
}
