package pdf

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	pdfiumerr "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/soichi/soichi/extract/read"
)

// sandboxPages bounds the memory of one pdfium instance, in WebAssembly pages of 64 KiB: 1 GiB.
const sandboxPages = 16 << 10

// sandbox starts pdfium in WebAssembly, once a process and only when it is needed: compiling it takes seconds and a
// third of a gigabyte, unless the machine code is found in the user's cache directory.
var sandbox = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(sandboxPages)
	if cache := compilationCache(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: max(2, runtime.NumCPU()),
		FSConfig:      wazero.NewFSConfig(), // no access to files
		RuntimeConfig: config,
		Stdout:        io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start pdfium: %w", err)
	}
	return pool, nil
})

// compilationCache opens the cache of machine code, nil where the user has no writable cache directory.
func compilationCache() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "soichi", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// sandboxed is the engine on pdfium. It rebuilds damaged files, opens those encrypted without a password to read, and
// draws pages; it sees no ruled lines.
type sandboxed struct{}

// sandboxedFile is a file open in one pdfium instance.
type sandboxedFile struct {
	inst pdfium.Pdfium
	doc  references.FPDF_DOCUMENT
	n    int
}

func (sandboxed) open(ctx context.Context, data []byte, lim read.Limits) (file, error) {
	f, err := openSandboxed(ctx, data, lim)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func openSandboxed(ctx context.Context, data []byte, lim read.Limits) (*sandboxedFile, error) {
	pool, err := sandbox()
	if err != nil {
		return nil, read.Fail(read.MissingTool, "%w", err)
	}
	inst, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("wait for pdfium: %w", err)
	}
	f := &sandboxedFile{inst: inst}
	doc, err := inst.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		f.close()
		switch {
		case errors.Is(err, pdfiumerr.ErrPassword), errors.Is(err, pdfiumerr.ErrSecurity):
			return nil, encrypted(err)
		case !hasEnd(data):
			return nil, read.Fail(read.Truncated, "pdfium: %w", err)
		default:
			return nil, read.Fail(read.Damaged, "pdfium: %w", err)
		}
	}
	f.doc = doc.Document
	count, err := inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil || count.PageCount <= 0 {
		f.close()
		return nil, read.Fail(read.Damaged, "pdfium finds no pages")
	}
	if f.n = count.PageCount; f.n > lim.MaxPages {
		f.close()
		return nil, read.Fail(read.TooLarge, "%d pages, limit %d", f.n, lim.MaxPages)
	}
	return f, nil
}

func (f *sandboxedFile) pages() int { return f.n }

// close gives the instance back; the pool makes a fresh one for the next file, so that no file sees another's memory.
func (f *sandboxedFile) close() { _ = f.inst.Close() }

func (f *sandboxedFile) ref(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}
}

// maxPixels bounds the picture of a page: an A3 sheet at 300 dots per inch has 17 million.
const maxPixels = 40e6

// render draws a page without its annotations, such as the picture of a digital signature laid over the text, on white.
// It gives the dots per inch used, which are fewer than asked for where the page is huge.
func (f *sandboxedFile) render(i, dpi int) (*image.RGBA, int, error) {
	size, err := f.inst.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: f.doc, Index: i})
	if err != nil {
		return nil, 0, fmt.Errorf("page %d: size: %w", i+1, err)
	}
	for dpi > 50 && size.Width*size.Height/72/72*float64(dpi*dpi) > maxPixels {
		dpi = dpi * 3 / 4
	}
	r, err := f.inst.RenderPageInDPI(&requests.RenderPageInDPI{Page: f.ref(i), DPI: dpi})
	if err != nil {
		return nil, 0, fmt.Errorf("page %d: draw: %w", i+1, err)
	}
	defer r.Cleanup()
	src := r.Result.RenderedImage
	out := image.NewRGBA(image.Rect(0, 0, src.Bounds().Dx(), src.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), src, src.Bounds().Min, draw.Over)
	return out, dpi, nil
}
