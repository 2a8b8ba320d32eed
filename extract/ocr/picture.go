package ocr

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	_ "image/gif"  // registers the format
	_ "image/jpeg" // registers the format
	_ "image/png"  // registers the format
	"strings"

	_ "golang.org/x/image/bmp" // registers the format
	"golang.org/x/image/tiff"
	_ "golang.org/x/image/webp" // registers the format

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
)

const (
	// maxPixels bounds a picture: an A3 sheet at 600 dots per inch has 70 million.
	maxPixels = 80e6
	// sheetWidth is the width in inches of the A4 sheet that a picture is taken to show.
	sheetWidth = 8.27
	// Pictures coarser or finer than this are scaled: Tesseract knows letters of 20 to 40 pixels best.
	leastDPI, mostDPI, wantedDPI = 150, 400, 300
	// lowConfidence is the mean word confidence under which a page is warned of.
	lowConfidence = 0.8
)

// Reader reads files that are pictures of pages: PNG, JPEG, TIFF with several pages, GIF, BMP, WebP. The zero Reader
// looks for Tesseract when it is used, and is safe for concurrent use.
type Reader struct{}

// Read recognises the pictures of a file, each as a page.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	engine, err := Find(ctx)
	if err != nil {
		return nil, err
	}
	offsets := []uint32{0}
	if isTIFF(src.Data) {
		if offsets, err = tiffPages(src.Data, lim.MaxPages); err != nil {
			return nil, err
		}
	}
	res := &read.Result{OCR: true}
	var pages []*layout.Page
	for i, at := range offsets {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("before picture %d: %w", i+1, err)
		}
		img, err := decode(src.Data, at)
		if err != nil {
			return nil, err
		}
		grey, dpi := fit(wash(img))
		p, err := engine.Read(ctx, grey, dpi)
		if err != nil {
			return nil, read.Fail(read.Damaged, "picture %d: %w", i+1, err)
		}
		if p.Confidence < lowConfidence {
			res.Warnings = append(res.Warnings, fmt.Sprintf("page %d was read by OCR with low confidence (%.2f)", i+1, p.Confidence))
		}
		pages = append(pages, p)
	}
	res.Text = layout.Compose(pages)
	if strings.TrimSpace(res.Text.Content) == "" {
		return nil, read.Fail(read.NoText, "no words were recognised in the picture")
	}
	return res, nil
}

// decode reads one picture, its size checked before its pixels are unpacked. at is the place of a TIFF's page.
func decode(data []byte, at uint32) (image.Image, error) {
	if at != 0 {
		data = pointTo(data, at)
		cfg, err := tiff.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return nil, read.Fail(read.Damaged, "TIFF: %w", err)
		}
		if err := checkSize(cfg); err != nil {
			return nil, err
		}
		img, err := tiff.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, read.Fail(read.Damaged, "TIFF: %w", err)
		}
		return img, nil
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, read.Fail(read.Damaged, "picture: %w", err)
	}
	if err := checkSize(cfg); err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, read.Fail(read.Damaged, "%s: %w", format, err)
	}
	return img, nil
}

func checkSize(cfg image.Config) error {
	if cfg.Width <= 0 || cfg.Height <= 0 || float64(cfg.Width)*float64(cfg.Height) > maxPixels {
		return read.Fail(read.TooLarge, "%d by %d pixels", cfg.Width, cfg.Height)
	}
	return nil
}

// fit brings a picture to a scale that Tesseract reads well. Its resolution is taken from its width, as if it showed a
// sheet of A4: what files say of it is often wrong.
func fit(img *image.Gray) (*image.Gray, int) {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	dpi := min(w, h) / sheetWidth
	switch {
	case dpi < leastDPI && dpi > 40:
		return enlargePicture(img, 2), int(2 * dpi)
	case dpi > mostDPI:
		return shrink(img, wantedDPI/dpi), wantedDPI
	default:
		return img, max(70, int(dpi))
	}
}

// enlargePicture makes a picture larger, with soft edges.
func enlargePicture(img *image.Gray, by float64) *image.Gray {
	w, h := int(float64(img.Rect.Dx())*by), int(float64(img.Rect.Dy())*by)
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			out.Pix[y*out.Stride+x] = sample(img, (float64(x)+0.5)/by-0.5, (float64(y)+0.5)/by-0.5)
		}
	}
	return out
}

func isTIFF(data []byte) bool {
	return bytes.HasPrefix(data, []byte("II*\x00")) || bytes.HasPrefix(data, []byte("MM\x00*"))
}

func tiffOrder(data []byte) binary.ByteOrder {
	if data[0] == 'M' {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// tiffPages follows the chain of a TIFF's directories, one a page: each ends with the place of the next.
func tiffPages(data []byte, limit int) ([]uint32, error) {
	if len(data) < 8 {
		return nil, read.Fail(read.Truncated, "TIFF of %d bytes", len(data))
	}
	order := tiffOrder(data)
	var out []uint32
	seen := map[uint32]bool{}
	for at := order.Uint32(data[4:]); at != 0; {
		if seen[at] || int64(at)+2 > int64(len(data)) {
			break
		}
		seen[at] = true
		if out = append(out, at); len(out) > limit {
			return nil, read.Fail(read.TooLarge, "more than %d pages", limit)
		}
		next := int64(at) + 2 + 12*int64(order.Uint16(data[at:]))
		if next+4 > int64(len(data)) {
			break
		}
		at = order.Uint32(data[next:])
	}
	if len(out) == 0 {
		return nil, read.Fail(read.Damaged, "TIFF without pages")
	}
	return out, nil
}

// pointTo makes a TIFF whose first page is the one at the given place.
func pointTo(data []byte, at uint32) []byte {
	out := bytes.Clone(data)
	tiffOrder(data).PutUint32(out[4:], at)
	return out
}
