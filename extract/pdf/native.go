package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
)

// native is the engine on ledongthuc/pdf. The library reports broken input by panics as well as errors, so every call
// into it is guarded.
type native struct{}

// nativeFile is a file open in the library.
type nativeFile struct {
	list   []pdf.Value
	fonts  map[string]*font
	budget *budget
}

func (native) open(_ context.Context, data []byte, lim read.Limits) (file, error) {
	if err := checkTables(data); err != nil {
		return nil, broken(data, err)
	}
	f := &nativeFile{fonts: map[string]*font{}, budget: &budget{left: lim.MaxExpanded}}
	err := guard(func() error {
		r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return err
		}
		t := tree{limit: lim.MaxPages}
		t.walk(r.Trailer().Key("Root").Key("Pages"), 0)
		f.list = t.pages
		return nil
	})
	switch {
	case err == nil && len(f.list) > lim.MaxPages:
		return nil, read.Fail(read.TooLarge, "more than %d pages", lim.MaxPages)
	case err == nil && len(f.list) == 0:
		return nil, read.Fail(read.Damaged, "the list of pages is empty")
	case err == nil:
		return f, nil
	case errors.Is(err, pdf.ErrInvalidPassword) || strings.Contains(err.Error(), "encrypt"):
		return nil, encrypted(err)
	default:
		return nil, broken(data, err)
	}
}

// broken tells a file cut short from one damaged elsewhere.
func broken(data []byte, err error) error {
	if !hasEnd(data) {
		return read.Fail(read.Truncated, "the end mark is missing: %w", err)
	}
	return read.Fail(read.Damaged, "%w", err)
}

func encrypted(err error) error {
	e := read.Fail(read.Encrypted, "open: %w", err)
	e.Hint = "Open it with its password and print or save it without one."
	return e
}

// hasEnd tells whether the end mark stands in the last kilobyte, where readers look for it.
func hasEnd(data []byte) bool {
	return bytes.Contains(data[max(0, len(data)-1024):], []byte("%%EOF"))
}

func (f *nativeFile) pages() int { return len(f.list) }
func (f *nativeFile) close()     {}

func (f *nativeFile) page(ctx context.Context, i int) (*page, error) {
	var out *page
	err := guard(func() error {
		p := f.list[i]
		x0, y0, x1, y1, ok := boxOf(inherited(p, "CropBox"))
		if !ok {
			x0, y0, x1, y1, ok = boxOf(inherited(p, "MediaBox"))
		}
		if !ok {
			x1, y1 = 595, 842 // A4, where a file gives no size
		}
		box := layout.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1}
		rotate := int(inherited(p, "Rotate").Int64())
		w := f.walk(ctx, p, box, rotate)
		// A wide table is often set sideways on an upright page: then the page is read turned.
		for turns, n := range w.turned {
			if n > w.upright && n > 20 {
				w = f.walk(ctx, p, box, rotate+90*turns)
				break
			}
		}
		out = w.page
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", i+1, err)
	}
	return out, nil
}

// walk runs a page's content as seen after a clockwise rotation.
func (f *nativeFile) walk(ctx context.Context, p pdf.Value, box layout.Rule, rotate int) *walker {
	view, width, height := viewOf(box.X0, box.Y0, box.X1, box.Y1, rotate)
	w := &walker{
		ctx: ctx, fonts: f.fonts, budget: f.budget, page: &page{Page: layout.Page{Width: width, Height: height}},
		state: state{ctm: view, scale: 1}, tm: identity, tlm: identity,
	}
	if contents := p.Key("Contents"); !contents.IsNull() {
		w.run(f.budget.contents(contents), inherited(p, "Resources"), 0)
	}
	w.page.Words = append(w.page.Words, f.overlays(ctx, p, w.page.Words, view)...)
	return w
}

// inherited looks a page's entry up, in its parents too. The depth is bounded, for a broken file may name a page its own
// parent.
func inherited(v pdf.Value, key string) pdf.Value {
	for depth := 0; depth < 64 && !v.IsNull(); depth++ {
		if x := v.Key(key); !x.IsNull() {
			return x
		}
		v = v.Key("Parent")
	}
	return pdf.Value{}
}

// guard runs a call into the library and turns its panic into an error.
func guard(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			if s, ok := p.(stopped); ok {
				err = s.err
				return
			}
			err = fmt.Errorf("the parser stopped: %v", p)
		}
	}()
	return call()
}
