package pdf

import (
	"context"
	"fmt"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
)

// Reader reads PDF files. The zero Reader is ready for use and safe for concurrent use.
type Reader struct{}

// Read gives the text of a PDF file page by page, in reading order.
func (r Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	res := &read.Result{}
	pages, err := readPages(ctx, src.Data, lim, res)
	if err != nil {
		return nil, err
	}
	touched := repairFonts(pages)
	for i, p := range pages {
		p.Confidence = 1
		repaired := touched[i] || repairText(p)
		p.Verdict = judge(p)
		if repaired && p.Verdict == verdictText {
			p.Verdict = verdictRepaired
		}
	}
	res.Text = composePages(pages)
	if strings.TrimSpace(res.Text.Content) == "" {
		return nil, read.Fail(read.NoText, "%d pages without a text layer", len(pages))
	}
	return res, nil
}

// readPages opens a file and reads the text layer of its pages. A page that cannot be read is empty and warned of.
func readPages(ctx context.Context, data []byte, lim read.Limits, res *read.Result) ([]*page, error) {
	f, err := native{}.open(ctx, data, lim)
	if err != nil {
		return nil, err
	}
	defer f.close()
	pages := make([]*page, f.pages())
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("before page %d: %w", i+1, err)
		}
		if pages[i], err = f.page(ctx, i); err != nil {
			res.Warnings = append(res.Warnings, err.Error())
			pages[i] = &page{}
		}
	}
	return pages, nil
}

func composePages(pages []*page) *document.Text {
	ps := make([]*layout.Page, len(pages))
	for i, p := range pages {
		ps[i] = &p.Page
	}
	return layout.Compose(ps)
}
