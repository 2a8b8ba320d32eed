package pdf

import (
	"context"
	"fmt"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
)

// Reader reads PDF files. The zero Reader is ready for use and safe for concurrent use.
type Reader struct{}

// New makes a reader.
func New() *Reader { return &Reader{} }

// Read gives the text of a PDF file page by page, in reading order.
func (r *Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	f, err := native{}.open(ctx, src.Data, lim)
	if err != nil {
		return nil, err
	}
	defer f.close()
	res := &read.Result{}
	pages := make([]*page, f.pages())
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("before page %d: %w", i+1, err)
		}
		p, err := f.page(ctx, i)
		if err != nil {
			res.Warnings = append(res.Warnings, err.Error())
			p = &page{}
		}
		pages[i] = p
	}
	res.Text = compose(pages)
	if strings.TrimSpace(res.Text.Content) == "" {
		return nil, read.Fail(read.NoText, "%d pages without a text layer", len(pages))
	}
	return res, nil
}

// compose makes one text of the pages.
func compose(pages []*page) *document.Text {
	lines := make([][]line, len(pages))
	heights := make([]float64, len(pages))
	for i, p := range pages {
		lines[i] = linesOfPage(p)
		heights[i] = p.height
	}
	removed := stripFurniture(lines, heights)
	body := bodySize(lines)
	w := &writer{text: &document.Text{}}
	for i := range lines {
		findNotes(lines[i], body)
		verdict := "text"
		if len(lines[i]) == 0 {
			verdict = "picture"
		}
		w.page(lines[i], verdict, 1)
	}
	text := w.finish()
	if len(removed) > 0 {
		text.Meta = map[string]string{"furniture": strings.Join(removed, "\n")}
	}
	return text
}
