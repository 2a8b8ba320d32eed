package ocr

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/tiff"

	"github.com/soichi/soichi/extract/read"
)

// bars draws rows of black bars, as lines of print look from afar, falling to the right by some degrees.
func bars(w, h int, degrees float64) *image.Gray {
	img := blank(w, h)
	t := math.Tan(degrees * math.Pi / 180)
	for y := h / 10; y < 9*h/10; y += 30 {
		for x := w / 10; x < 9*w/10; x++ {
			if x/25%5 == 4 {
				continue // a blank between words
			}
			for dy := range 8 {
				if yy := y + dy + int(float64(x-w/2)*t); yy >= 0 && yy < h {
					img.Pix[yy*img.Stride+x] = 0
				}
			}
		}
	}
	return img
}

func blank(w, h int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	return img
}

func TestSkew(t *testing.T) {
	for _, degrees := range []float64{-2.5, -0.7, 0, 0.4, 1.3, 3} {
		img := bars(1200, 1700, degrees)
		if got := skew(img); math.Abs(got-degrees) > 0.15 {
			t.Errorf("skew of %v is given as %v", degrees, got)
		}
		if got := skew(straighten(img, degrees)); math.Abs(got) > 0.15 {
			t.Errorf("after %v is set straight, %v is left", degrees, got)
		}
	}
	if got := skew(blank(600, 800)); got != 0 {
		t.Errorf("an empty page leans by %v", got)
	}
}

func TestWash(t *testing.T) {
	cases := []struct {
		name  string
		in    color.RGBA
		white bool
	}{
		{"black print", color.RGBA{20, 18, 25, 255}, false},
		{"grey print", color.RGBA{110, 105, 100, 255}, false},
		{"print under a seal", color.RGBA{85, 10, 15, 255}, false},
		{"red seal", color.RGBA{200, 40, 50, 255}, true},
		{"pale red", color.RGBA{240, 170, 170, 255}, true},
		{"blue signature", color.RGBA{60, 70, 180, 255}, true},
		{"paper", color.RGBA{250, 250, 245, 255}, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rgba := image.NewRGBA(image.Rect(0, 0, 1, 1))
			rgba.Set(0, 0, c.in)
			nrgba := image.NewNRGBA(image.Rect(5, 5, 6, 6))
			nrgba.Set(5, 5, c.in)
			for _, img := range []image.Image{rgba, nrgba} {
				if got := wash(img).Pix[0]; (got > 230) != c.white {
					t.Errorf("%T: grey %d", img, got)
				}
			}
		})
	}
}

func TestShrink(t *testing.T) {
	img := blank(30, 30)
	for i := range img.Pix[:15*30] {
		img.Pix[i] = 0
	}
	got := shrink(img, 2.0/3)
	if got.Rect.Dx() != 20 || got.Rect.Dy() != 20 || got.Pix[0] != 0 || got.Pix[19*20] != 255 {
		t.Errorf("%v, first %d, last %d", got.Rect, got.Pix[0], got.Pix[19*20])
	}
}

const table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
	"4\t1\t1\t1\t1\t0\t10\t10\t200\t20\t-1\t\n" +
	"5\t1\t1\t1\t1\t1\t10\t10\t60\t20\t96.5\tkênh\n" +
	"5\t1\t1\t1\t1\t2\t80\t10\t60\t20\t90\tmương\n" +
	"5\t1\t1\t1\t2\t1\t10\t40\t60\t20\t30\tSố:\n" +
	"5\t1\t1\t1\t2\t2\t80\t40\t60\t20\t-1\tx\n" +
	"5\t1\t1\t1\t2\t3\ta\t40\t60\t20\t50\tx\n" +
	"5\t1\t1\t1\t2\t4\t90\t40\t60\t20\t50\t \n"

func TestParseTSV(t *testing.T) {
	got := parseTSV(table)
	if len(got) != 3 || got[0].Text != "kênh" || got[0].Line != got[1].Line || got[2].Line == got[1].Line {
		t.Fatalf("got %+v", got)
	}
	if w := got[1]; w.Box != image.Rect(80, 10, 140, 30) || w.Confidence != 0.9 {
		t.Errorf("got %+v", w)
	}
}

// Whatever the table, words have places and confidences within bounds, and make a page.
func FuzzParseTSV(f *testing.F) {
	f.Add(table)
	f.Add("5\t1\t1\t1\t1\t1\t0\t0\t0\t0\t1e9\tx\n")
	f.Fuzz(func(t *testing.T, s string) {
		words := parseTSV(s)
		for _, w := range words {
			if w.Confidence < 0 || w.Confidence > 1 || w.Text == "" || w.Box.Min.X < 0 {
				t.Errorf("%+v", w)
			}
		}
		p := pageOf(dropUnsure(words, 100), image.Rect(0, 0, 100, 100), 300)
		for _, w := range p.Words {
			if math.IsNaN(w.Size) || math.IsInf(w.Size, 0) || math.IsNaN(w.Y) {
				t.Errorf("%+v", w)
			}
		}
	})
}

func TestMeasure(t *testing.T) {
	// a line of 40 pixels' letter size on the baseline 100: "án" has a mark, "quy" a descender, "ca" neither
	line := []Word{
		{Text: "án", Box: image.Rect(0, 73, 30, 100)}, {Text: "quy", Box: image.Rect(40, 82, 80, 108)}, {Text: "ca", Box: image.Rect(90, 82, 120, 100)},
	}
	base, size := measure(line)
	if math.Abs(base-100) > 2 || math.Abs(size-40) > 3 {
		t.Errorf("baseline %.1f, size %.1f", base, size)
	}
}

func TestVote(t *testing.T) {
	box := image.Rect(0, 0, 40, 20)
	w := func(text string, c float64) []Word { return []Word{{Text: text, Box: box, Confidence: c}} }
	cases := []struct {
		name          string
		first, second []Word
		text          string
		least, most   float64
	}{
		{"both agree", w("kênh", 0.8), w("kênh", 0.9), "kênh", 0.9, 0.9},
		{"the surer one", w("tô", 0.7), w("tổ", 0.9), "tổ", 0.9, 0.9},
		{"a syllable against none", w("tôt", 0.9), w("tốt", 0.85), "tốt", 0.85, 0.85},
		{"figures in doubt", w("01", 0.95), w("07", 0.9), "01", 0, 0.3},
		{"nothing in the place", w("kênh", 0.8), []Word{{Text: "x", Box: image.Rect(90, 0, 99, 20), Confidence: 1}}, "kênh", 0.8, 0.8},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := vote(c.first, c.second)[0]
			if got.Text != c.text || got.Confidence < c.least || got.Confidence > c.most {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestDropUnsure(t *testing.T) {
	line := func(y int, conf float64, texts ...string) []Word {
		var out []Word
		for i, s := range texts {
			out = append(out, Word{Text: s, Box: image.Rect(100*i, y, 100*i+80, y+20), Confidence: conf, Line: y})
		}
		return out
	}
	cases := []struct {
		name string
		in   []Word
		want string
	}{
		{"a number surely read", line(100, 0.9, "Số:", "07", "/CT-UBND"), "Số: 07 /CT-UBND"},
		{"a number not surely read", line(100, 0.4, "Số:", "44", "/CT-UBND"), "Số: /CT-UBND"},
		{"in one word", line(100, 0.3, "Số:44/CT-UBND"), "Số:/CT-UBND"},
		{"its head not wholly read", line(100, 0.3, "Sô:44/CT-UBND"), "Sô:/CT-UBND"},
		{"printed as one word with its year", line(100, 0.7, "Số", "23/2011/TT-BCT"), "Số 23/2011/TT-BCT"},
		{"the same, less surely read", line(100, 0.6, "Số", "23/2011/TT-BCT"), "Số /TT-BCT"},
		{"written before a printed year", line(100, 0.7, "Số", "23", "/2011/TT-BCT"), "Số /TT-BCT"},
		{"an odd sign", line(100, 0.9, "Số:", "4‡", "/CT-UBND"), "Số: /CT-UBND"},
		{"a day", line(100, 0.5, "Lam", "Giang,", "ngày", "4Z", "tháng", "3", "năm", "2024"), "Lam Giang, ngày tháng năm"},
		{"figures in the text stay", line(100, 0.4, "tổng", "12", "km"), "tổng 12 km"},
		{"further down the page", line(900, 0.4, "Số:", "44", "/CT-UBND"), "Số: 44 /CT-UBND"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, w := range dropUnsure(c.in, 1000) {
				got = append(got, w.Text)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestDropNoise(t *testing.T) {
	cases := []struct {
		name, text string
		confidence float64
		kept       bool
	}{
		{"a word", "kênh", 0.9, true},
		{"a word in doubt", "kênh", 0.5, true},
		{"a word hardly seen", "kênh", 0.2, false},
		{"a name not spelt as a syllable", "Krông", 0.8, true},
		{"specks", ". : -", 0.9, false},
		{"the rim of the sheet", "| |", 0.95, false},
		{"lone letters", "x - Ề", 0.5, false},
		{"a piece of a seal", "HAYEN", 0.4, false},
		{"a page number", "2", 0.9, true},
		{"a symbol", "07/CT-UBND", 0.8, true},
		{"a number written by hand", "Số:‡4_/CT-UBND", 0.1, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var line []Word
			for i, s := range strings.Fields(c.text) {
				line = append(line, Word{Text: s, Box: image.Rect(40*i, 0, 40*i+30, 20), Confidence: c.confidence, Line: 1})
			}
			if got := len(dropNoise(line)) > 0; got != c.kept {
				t.Errorf("kept: %v", got)
			}
		})
	}
}

func TestPicturePages(t *testing.T) {
	var one bytes.Buffer
	if err := tiff.Encode(&one, bars(200, 300, 0), nil); err != nil {
		t.Fatal(err)
	}
	pages, err := tiffPages(one.Bytes(), 10)
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	img, err := decode(one.Bytes(), pages[0])
	if err != nil || img.Bounds().Dx() != 200 {
		t.Errorf("%v, %v", img, err)
	}
	// two directories that name each other: a circle
	data := bytes.Clone(one.Bytes())
	order := tiffOrder(data)
	at := int(pages[0])
	order.PutUint32(data[at+2+12*int(order.Uint16(data[at:])):], pages[0])
	if pages, err := tiffPages(data, 10); err != nil || len(pages) != 1 {
		t.Errorf("a circle gives %v, %v", pages, err)
	}
	for _, bad := range [][]byte{[]byte("II*\x00"), []byte("II*\x00\xff\xff\xff\xff"), []byte("MM\x00*\x00\x00\x00\x00")} {
		if _, err := tiffPages(bad, 10); read.ReasonOf(err) == "" {
			t.Errorf("%q gives %v", bad, err)
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct{ w, h, width, dpi int }{{827, 1169, 1654, 200}, {2480, 3508, 2480, 299}, {4960, 7016, 2481, 300}, {100, 100, 100, 70}} {
		img, dpi := fit(blank(c.w, c.h))
		if math.Abs(float64(img.Rect.Dx()-c.width)) > 2 || math.Abs(float64(dpi-c.dpi)) > 2 {
			t.Errorf("%d by %d becomes %v at %d", c.w, c.h, img.Rect, dpi)
		}
	}
}

func TestTooLargePicture(t *testing.T) {
	// a PNG whose head claims a billion pixels
	var b bytes.Buffer
	if err := png.Encode(&b, blank(2, 2)); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	copy(data[16:], []byte{0, 0, 0x80, 0, 0, 0, 0x80, 0})
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	if _, err := decode(data, 0); read.ReasonOf(err) != read.TooLarge {
		t.Errorf("got %v", err)
	}
}

func TestWithoutTesseract(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	s := Probe(context.Background())
	if s.Ready() || s.Path != "" || !strings.Contains(s.Hint, "tesseract-ocr-vie") {
		t.Errorf("%+v", s)
	}
	_, err := Reader{}.Read(context.Background(), read.Source{Data: []byte("x")}, read.Limits{})
	var e *read.Error
	if !errors.As(err, &e) || e.Reason != NeedsOCR || e.Hint != Hint {
		t.Errorf("got %v", err)
	}
}

// script puts a program in Tesseract's place.
func script(t *testing.T, body string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte("#!/bin/sh\n"+body), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestEngineWithAScript(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh")
	}
	script(t, `case "$1" in
--version) echo "tesseract 9.8.7" ;;
--list-langs) printf 'List\nvie\n' ;;
*) cat >/dev/null; test "$OMP_THREAD_LIMIT" = 1 || exit 3; printf '5\t1\t1\t1\t1\t1\t10\t10\t60\t20\t99\tkênh\n' ;;
esac`)
	if s := Probe(context.Background()); !s.Ready() || s.Version != "9.8.7" || s.Hint != "" {
		t.Fatalf("%+v", s)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, bars(800, 1100, 0)); err != nil {
		t.Fatal(err)
	}
	res, err := Reader{}.Read(context.Background(), read.Source{Data: b.Bytes()}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if res.Text.Content != "kênh\n" || !res.OCR || len(res.Text.Pages) != 1 || res.Text.Pages[0].Verdict != "ocr" || res.Text.Pages[0].Confidence < 0.98 {
		t.Errorf("%+v", res.Text)
	}
	script(t, `case "$1" in --version) echo "tesseract 9" ;; --list-langs) echo vie ;; *) echo "out of paper" >&2; exit 1 ;; esac`)
	if _, err := (Reader{}).Read(context.Background(), read.Source{Data: b.Bytes()}, read.Limits{}); err == nil || !strings.Contains(err.Error(), "out of paper") {
		t.Errorf("got %v", err)
	}
}
