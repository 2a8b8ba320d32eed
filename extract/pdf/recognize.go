package pdf

import (
	"context"
	"fmt"
	"image"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/viet"
)

const (
	// ocrDPI is the resolution that pages are drawn at: more brings nothing, less loses marks over letters.
	ocrDPI = 300
	// lowConfidence is the mean word confidence under which a page is warned of.
	lowConfidence = 0.8
)

// recognize reads the given pages by OCR, several at once. A page keeps its text layer where that reads better.
func (r Reader) recognize(ctx context.Context, data []byte, lim read.Limits, pages []*page, pictures []int, res *read.Result) error {
	rec, err := r.findOCR(ctx)
	if err != nil {
		return without(ctx, err, pages, pictures, res)
	}
	f, err := openSandboxed(ctx, data, lim)
	if err != nil {
		return without(ctx, err, pages, pictures, res)
	}
	defer f.close()
	var draw sync.Mutex // one page is drawn at a time: a pdfium instance has one thread
	faults := make([]error, len(pictures))
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for k, i := range pictures {
		g.Go(func() error {
			draw.Lock()
			img, dpi, err := f.render(i, ocrDPI)
			draw.Unlock()
			if err == nil {
				err = recognizePage(gctx, rec, img, dpi, pages[i])
			}
			faults[k] = err
			return gctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return fmt.Errorf("read pictures of pages: %w", err)
	}
	for k, i := range pictures {
		p := pages[i]
		switch {
		case faults[k] != nil:
			res.Warnings = append(res.Warnings, fmt.Sprintf("page %d: %v", i+1, faults[k]))
		case p.Verdict == verdictOCR:
			res.OCR = true
			if p.Confidence < lowConfidence {
				res.Warnings = append(res.Warnings, fmt.Sprintf("page %d was read by OCR with low confidence (%.2f)", i+1, p.Confidence))
			}
		}
	}
	return nil
}

// recognizePage puts what is read on the picture in place of the page's text layer.
func recognizePage(ctx context.Context, rec Recognizer, img image.Image, dpi int, p *page) error {
	got, err := rec.Read(ctx, img, dpi)
	if err != nil {
		return err
	}
	layer, words := viet.SyllableShare(pageText(p))
	share, _ := viet.SyllableShare(pageText(&page{Page: *got}))
	switch {
	case p.images < scanShare && words >= judgedWords && share < layer+0.1:
		p.Verdict = verdictText // set in another language
	case len(got.Words) == 0:
		p.Words, p.Confidence = nil, 0
	default:
		p.Page = *got
		p.Verdict = verdictOCR
	}
	return nil
}

// without goes on without OCR: pages that are pictures stay empty and are warned of; a file of nothing else is an error.
func without(ctx context.Context, cause error, pages []*page, pictures []int, res *read.Result) error {
	if ctx.Err() != nil {
		return cause
	}
	var left []string
	for _, i := range pictures {
		p := pages[i]
		if share, words := viet.SyllableShare(pageText(p)); p.images < scanShare && words >= judgedWords && share > 0 {
			p.Verdict = verdictText // doubtful, but all there is
			res.Warnings = append(res.Warnings, fmt.Sprintf("page %d: only %.0f %% of the words are Vietnamese syllables", i+1, 100*share))
			continue
		}
		p.Page = layout.Page{Width: p.Width, Height: p.Height, Verdict: verdictPicture}
		left = append(left, strconv.Itoa(i+1))
	}
	if len(left) == len(pages) {
		return cause
	}
	if len(left) > 0 {
		res.Warnings = append(res.Warnings, fmt.Sprintf("pages left out, being pictures: %s (%v).%s", strings.Join(left, ", "), cause, hintOf(cause)))
	}
	return nil
}
