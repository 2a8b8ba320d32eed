package pdf

import (
	"context"

	"github.com/soichi/soichi/extract/pdf/layout"
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

// page is the text layer of one page with what its verdict is made from.
type page struct {
	layout.Page
	// images is the share of the page that pictures cover, counted without their overlaps; it may exceed 1.
	images float64
	// hidden counts the letters drawn invisibly: a scan's text layer made by an OCR program.
	hidden int
	// drawn counts the filled shapes.
	drawn int
}
