package pdf

import (
	"context"

	"github.com/soichi/soichi/extract/read"
)

// engine opens PDF files. Its errors are read.Errors.
type engine interface {
	open(ctx context.Context, data []byte, lim read.Limits) (file, error)
}

// file is an open PDF. Pages count from 0. It is used by one goroutine at a time.
type file interface {
	pages() int
	page(ctx context.Context, i int) (*page, error)
	close()
}

// page is what stands on one page. All places are in points (1/72 inch) from the top left corner of the page as shown,
// its rotation applied.
type page struct {
	width, height float64
	words         []word
	rules         []rule
	// images is the share of the page that pictures cover, counted without their overlaps; it may exceed 1.
	images float64
	// hidden counts the letters drawn invisibly: a scan's text layer made by an OCR program.
	hidden int
}

// word is a run of glyphs without a blank, in one font and size.
type word struct {
	text          string
	x0, x1        float64
	y             float64 // the baseline
	size          float64
	font          string
	bold          bool
	hidden        bool
	before, after bool // a blank stands in the file before, after the word
}

// top and bottom give the vertical extent of letters with marks above and descenders below, by the usual proportions of
// a text face.
func (w word) top() float64    { return w.y - 0.75*w.size }
func (w word) bottom() float64 { return w.y + 0.22*w.size }

// rule is a thin straight line, horizontal or vertical, with x0 <= x1 and y0 <= y1.
type rule struct {
	x0, y0, x1, y1 float64
}

func (r rule) vertical() bool { return r.y1-r.y0 > r.x1-r.x0 }
