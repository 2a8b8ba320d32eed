// Command scanner makes a scan of printed pages: it reads pictures of pages (PGM, as pdftoppm -gray writes them), lays
// each a little askew, dirties it, and writes a PDF of black-and-white pictures without any text. testdata/formats says
// how it was used. The same pages always give the same file.
//
//	go run ./internal/scanner OUT.pdf DPI PAGE.pgm...
package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
)

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "usage: scanner OUT.pdf DPI PAGE.pgm...")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "scanner:", err)
		os.Exit(1)
	}
}

func run(out, resolution string, names []string) error {
	dpi, err := strconv.Atoi(resolution)
	if err != nil || dpi <= 0 {
		return fmt.Errorf("resolution %q is no number of dots per inch", resolution)
	}
	pages := make([]*image.Gray, 0, len(names))
	for i, name := range names {
		data, err := os.ReadFile(name) //nolint:gosec // the caller names the pages
		if err != nil {
			return fmt.Errorf("read page: %w", err)
		}
		img, err := parsePGM(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		pages = append(pages, scan(img, uint64(i)))
	}
	data, err := document(pages, dpi)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, data, 0o600); err != nil {
		return fmt.Errorf("write scan: %w", err)
	}
	return nil
}

// parsePGM reads a grey picture of 8 bits a pixel.
func parsePGM(data []byte) (*image.Gray, error) {
	var w, h, most int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 64)]), "P5\n%d %d\n%d\n", &w, &h, &most); err != nil {
		return nil, fmt.Errorf("no PGM: %w", err)
	}
	if w <= 0 || h <= 0 || most != 255 || len(data) < w*h {
		return nil, fmt.Errorf("PGM of %d by %d in %d bytes", w, h, len(data))
	}
	return &image.Gray{Pix: data[len(data)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}, nil
}

const (
	// tilt is how far a page lies askew, in radians, in turns to the one and the other side: about 0.4 degrees.
	tilt = 0.007
	// grain is the standard deviation of the noise, in grey steps.
	grain = 30
	// threshold is the grey below which a pixel becomes black.
	threshold = 135
)

// scan gives a page as a cheap scanner does: turned, blurred over one pixel, noisy, in black and white.
func scan(img *image.Gray, page uint64) *image.Gray {
	random := rand.New(rand.NewPCG(7, page)) //nolint:gosec // the noise has to be the same each time
	angle := tilt
	if page%2 == 1 {
		angle = -tilt
	}
	out := image.NewGray(img.Rect)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if grey(img, float64(x), float64(y), angle)+grain*random.NormFloat64() >= threshold {
				out.Pix[y*out.Stride+x] = 255
			}
		}
	}
	return out
}

// grey is the mean of four points about a place of the turned page, white beyond its edge.
func grey(img *image.Gray, x, y, angle float64) float64 {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	sin, cos := math.Sincos(angle)
	dx, dy := x-w/2, y-h/2
	px, py := w/2+dx*cos+dy*sin, h/2-dx*sin+dy*cos
	sum := 0.0
	for _, d := range [4][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		p := image.Pt(int(px+d[0]), int(py+d[1]))
		if p.In(img.Rect) && px >= 0 && py >= 0 {
			sum += float64(img.GrayAt(p.X, p.Y).Y)
			continue
		}
		sum += 255
	}
	return sum / 4
}

// document writes a PDF in which each page is one picture.
func document(pages []*image.Gray, dpi int) ([]byte, error) {
	var b bytes.Buffer
	var places []int
	object := func(format string, args ...any) {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", len(places))
		fmt.Fprintf(&b, format, args...)
		b.WriteString("\nendobj\n")
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids bytes.Buffer
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 3+3*i)
	}
	object("<< /Type /Pages /Kids [ %s] /Count %d >>", kids.String(), len(pages))
	for i, img := range pages {
		w, h := img.Rect.Dx(), img.Rect.Dy()
		data, err := pack(img)
		if err != nil {
			return nil, err
		}
		width, height := 72*float64(w)/float64(dpi), 72*float64(h)/float64(dpi)
		draw := fmt.Sprintf("%.2f 0 0 %.2f 0 0 cm /P Do", width, height)
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /P %d 0 R >> >> >>",
			width, height, 4+3*i, 5+3*i)
		object("<< /Length %d >>\nstream\n%s\nendstream", len(draw), draw)
		object("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream",
			w, h, len(data), data)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	return b.Bytes(), nil
}

// pack gives a black-and-white picture in bits, compressed.
func pack(img *image.Gray) ([]byte, error) {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	row := make([]byte, (img.Rect.Dx()+7)/8)
	for y := range img.Rect.Dy() {
		clear(row)
		for x := range img.Rect.Dx() {
			if img.Pix[y*img.Stride+x] > 127 {
				row[x/8] |= 0x80 >> (x % 8)
			}
		}
		if _, err := z.Write(row); err != nil {
			return nil, fmt.Errorf("compress: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return b.Bytes(), nil
}
