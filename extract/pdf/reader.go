package pdf

import (
	"context"
	"errors"
	"fmt"
	"image"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/ocr"
	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/viet"
)

// Recognizer reads the picture of a page, drawn at dpi dots per inch. It is safe for concurrent use.
type Recognizer interface {
	Read(ctx context.Context, img image.Image, dpi int) (*layout.Page, error)
}

// Reader reads PDF files. The zero Reader is ready for use and safe for concurrent use.
type Reader struct {
	// FindOCR gives what reads pages that are pictures. It is called only for files that have such pages; nil means the
	// machine's Tesseract.
	FindOCR func(context.Context) (Recognizer, error)
}

// Read gives the text of a PDF file page by page, in reading order. Each page's text layer is judged: it is taken,
// decoded from an old font, or the page is read by OCR. A file of pictures alone on a machine without OCR is an error;
// in a mixed file such pages are left out with a warning.
func (r Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	res := &read.Result{}
	pages, err := textLayer(ctx, src.Data, lim, res)
	if err != nil {
		return nil, err
	}
	var pictures []int
	touched := repairFonts(pages)
	for i, p := range pages {
		repaired := touched[i] || repairText(p)
		p.Verdict, p.Confidence = judge(p), 1
		switch {
		case p.Verdict == verdictPicture:
			pictures = append(pictures, i)
		case repaired:
			p.Verdict = verdictRepaired
		}
	}
	if len(pictures) > 0 {
		if err := r.recognize(ctx, src.Data, lim, pages, pictures, res); err != nil {
			return nil, err
		}
	}
	res.Text = compose(pages)
	if strings.TrimSpace(res.Text.Content) == "" {
		return nil, read.Fail(read.NoText, "%d pages, and nothing to read on them", len(pages))
	}
	return res, nil
}

// textLayer reads the text layer of all pages: with the native engine, and with pdfium what that one cannot read.
func textLayer(ctx context.Context, data []byte, lim read.Limits, res *read.Result) ([]*page, error) {
	pages, failed, err := readPages(ctx, native{}, data, lim, nil)
	if err != nil {
		if ctx.Err() != nil || read.ReasonOf(err) == read.TooLarge || !startsAsPDF(data) {
			return nil, err
		}
		repaired, failed, again := readPages(ctx, sandboxed{}, data, lim, nil)
		if again != nil {
			return nil, again
		}
		if read.ReasonOf(err) != read.Encrypted && !errors.Is(err, errModern) {
			res.Warnings = append(res.Warnings, fmt.Sprintf("the file is damaged and was rebuilt (%v)", err))
		}
		res.Warnings = append(res.Warnings, warnings(failed)...)
		return repaired, nil
	}
	if err := leaveOut(pages, failed, res); err != nil {
		return nil, err
	}
	for i, p := range pages {
		if share, words := viet.SyllableShare(pageText(p)); words >= judgedWords && share < goodShare {
			failed[i] = nil // a second opinion, no fault
		}
	}
	if len(failed) == 0 {
		return pages, nil
	}
	second, secondFailed, err := readPages(ctx, sandboxed{}, data, lim, failed)
	if err != nil {
		if ctx.Err() != nil {
			return nil, err
		}
		res.Warnings = append(res.Warnings, warnings(failed)...)
		return pages, nil
	}
	for i := range failed {
		if i < len(second) && second[i] != nil && better(second[i], pages[i]) {
			pages[i] = second[i]
		}
	}
	res.Warnings = append(res.Warnings, warnings(secondFailed)...)
	return pages, nil
}

// leaveOut makes blank pages of those that draw more than the limit, for the other engine would take as long over them. A
// file of nothing else is an error.
func leaveOut(pages []*page, failed map[int]error, res *read.Result) error {
	huge := map[int]error{}
	for i, err := range failed {
		if errors.Is(err, errTooMuch) {
			huge[i] = err
			pages[i] = &page{}
			delete(failed, i)
		}
	}
	told := warnings(huge)
	if len(huge) == len(pages) {
		return read.Fail(read.ExpandsTooMuch, "%s", told[0])
	}
	res.Warnings = append(res.Warnings, told...)
	return nil
}

// better tells whether page a reads more like Vietnamese than page b.
func better(a, b *page) bool {
	shareA, wordsA := viet.SyllableShare(pageText(a))
	shareB, wordsB := viet.SyllableShare(pageText(b))
	return wordsB == 0 && (wordsA > 0 || b.Width == 0) || shareA > shareB+0.02
}

// readPages opens a file with an engine and reads all pages, or only the wanted ones where wanted is not nil. A page
// that cannot be read is empty, and its fault is in failed.
func readPages(ctx context.Context, e engine, data []byte, lim read.Limits, wanted map[int]error) (pages []*page, failed map[int]error, err error) {
	f, err := e.open(ctx, data, lim)
	if err != nil {
		return nil, nil, err
	}
	defer f.close()
	pages, failed = make([]*page, f.pages()), map[int]error{}
	for i := range pages {
		if _, ok := wanted[i]; wanted != nil && !ok {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, nil, fmt.Errorf("before page %d: %w", i+1, err)
		}
		if pages[i], err = f.page(ctx, i); err != nil {
			failed[i] = err
			pages[i] = &page{images: 1}
		}
	}
	return pages, failed, nil
}

// warnings lists the faults in the order of the pages.
func warnings(failed map[int]error) []string {
	var out []string
	for i, n := 0, 0; n < len(failed); i++ {
		if err, ok := failed[i]; ok {
			n++
			if err != nil {
				out = append(out, err.Error())
			}
		}
	}
	return out
}

// startsAsPDF tells whether the mark of a PDF file stands in the first kilobyte, where readers look for it.
func startsAsPDF(data []byte) bool {
	return strings.Contains(string(data[:min(1024, len(data))]), "%PDF-")
}

// compose makes one text of the pages.
func compose(pages []*page) *document.Text {
	ps := make([]*layout.Page, len(pages))
	for i, p := range pages {
		ps[i] = &p.Page
	}
	return layout.Compose(ps)
}

func (r Reader) findOCR(ctx context.Context) (Recognizer, error) {
	if r.FindOCR != nil {
		return r.FindOCR(ctx)
	}
	e, err := ocr.Find(ctx)
	if err != nil {
		return nil, err
	}
	return e, nil
}

// hintOf gives the hint of a read.Error with a blank before it.
func hintOf(err error) string {
	var e *read.Error
	if errors.As(err, &e) && e.Hint != "" {
		return " " + e.Hint
	}
	return ""
}
