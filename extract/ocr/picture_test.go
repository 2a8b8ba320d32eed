package ocr

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
)

// chain writes a TIFF of directories without entries, each at a place and with the place of the next.
func chain(order binary.AppendByteOrder, size int, next map[uint32]uint32, first uint32) []byte {
	out := make([]byte, size)
	copy(out, "II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		copy(out, "MM\x00*")
	}
	put := func(at int, v uint32) { copy(out[at:], order.AppendUint32(nil, v)) }
	put(4, first)
	for at, v := range next {
		put(int(at)+2, v)
	}
	return out
}

func TestTIFFPages(t *testing.T) {
	little, big := binary.LittleEndian, binary.BigEndian
	cases := []struct {
		name   string
		data   []byte
		limit  int
		want   []uint32
		reason read.Reason
	}{
		{"one page", chain(little, 40, map[uint32]uint32{8: 0}, 8), 9, []uint32{8}, ""},
		{"three pages, the second further down", chain(little, 60, map[uint32]uint32{8: 40, 40: 20, 20: 0}, 8), 9, []uint32{8, 40, 20}, ""},
		{"the other order of bytes", chain(big, 60, map[uint32]uint32{8: 40, 40: 0}, 8), 9, []uint32{8, 40}, ""},
		{"a ring", chain(little, 60, map[uint32]uint32{8: 40, 40: 8}, 8), 9, []uint32{8, 40}, ""},
		{"the next page is beyond the end", chain(little, 40, map[uint32]uint32{8: 4000}, 8), 9, []uint32{8}, ""},
		{"cut short in the directory", chain(little, 12, nil, 8), 9, []uint32{8}, ""},
		{"as many as allowed", chain(little, 60, map[uint32]uint32{8: 40, 40: 0}, 8), 2, []uint32{8, 40}, ""},
		{"more than allowed", chain(little, 60, map[uint32]uint32{8: 40, 40: 0}, 8), 1, nil, read.TooLarge},
		{"no page", chain(little, 40, nil, 0), 9, nil, read.Damaged},
		{"the first is beyond the end", chain(little, 40, nil, 39), 9, nil, read.Damaged},
		{"the head alone", []byte("II*\x00"), 9, nil, read.Truncated},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := tiffPages(c.data, c.limit)
			if !slices.Equal(got, c.want) || read.ReasonOf(err) != c.reason {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}

// Whatever the bytes behind a TIFF's head, its pages lie in the file, each once, and each can be pointed to without
// another byte changed.
func FuzzTIFFPages(f *testing.F) {
	f.Add(chain(binary.LittleEndian, 60, map[uint32]uint32{8: 40, 40: 20}, 8))
	f.Add(chain(binary.BigEndian, 60, map[uint32]uint32{8: 40, 40: 8}, 8))
	f.Add([]byte("II*\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !isTIFF(data) {
			return
		}
		pages, err := tiffPages(data, 50)
		if (err == nil) != (len(pages) > 0) || err != nil && read.ReasonOf(err) == "" {
			t.Fatalf("%d pages, %v", len(pages), err)
		}
		seen := map[uint32]bool{}
		for _, at := range pages {
			if at == 0 || seen[at] || int(at)+2 > len(data) {
				t.Fatalf("a page at %d of %d bytes", at, len(data))
			}
			seen[at] = true
			one := pointTo(data, at)
			if tiffOrder(one).Uint32(one[4:]) != at || !bytes.Equal(one[8:], data[8:]) || !bytes.Equal(one[:4], data[:4]) {
				t.Fatalf("the page at %d is not pointed to", at)
			}
		}
	})
}

func TestCheckSize(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		ok   bool
	}{
		{"a sheet", 2480, 3508, true}, {"the largest", 8000, 10_000, true}, {"a row more", 8000, 10_001, false},
		{"no width", 0, 100, false}, {"below zero", -100, -100, false}, {"so large that the product runs over", math.MaxInt, math.MaxInt, false},
	} {
		if err := checkSize(image.Config{Width: c.w, Height: c.h}); (err == nil) != c.ok || !c.ok && read.ReasonOf(err) != read.TooLarge {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestIsTIFF(t *testing.T) {
	for data, want := range map[string]bool{"II*\x00": true, "MM\x00*": true, "II\x00*": false, "II*": false, "": false, "\x89PNG": false} {
		if got := isTIFF([]byte(data)); got != want {
			t.Errorf("%q: %v", data, got)
		}
	}
}

func TestWashed(t *testing.T) {
	cases := []struct {
		name    string
		r, g, b uint8
		want    uint8
	}{
		{"paper", 250, 248, 245, 250},
		{"black", 20, 22, 25, 25},
		{"grey", 120, 120, 120, 120},
		{"the red of a seal", 200, 60, 70, 255},
		{"the blue of a signature", 50, 60, 170, 255},
		{"black under a seal", 90, 20, 20, 90},
		{"yellowed paper", 240, 225, 190, 240},
	}
	for _, c := range cases {
		if got := washed(c.r, c.g, c.b); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// A picture is washed alike however it is stored, and wherever its corner lies.
func TestWashProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 6).Draw(t, "width"), rapid.IntRange(1, 6).Draw(t, "height")
		at := image.Pt(rapid.IntRange(-3, 3).Draw(t, "x"), rapid.IntRange(-3, 3).Draw(t, "y"))
		rect := image.Rect(0, 0, w, h).Add(at)
		rgba, other, grey := image.NewRGBA(rect), image.NewNRGBA64(rect), image.NewGray(rect)
		for y := rect.Min.Y; y < rect.Max.Y; y++ {
			for x := rect.Min.X; x < rect.Max.X; x++ {
				c := color.RGBA{rapid.Byte().Draw(t, "r"), rapid.Byte().Draw(t, "g"), rapid.Byte().Draw(t, "b"), 255}
				rgba.SetRGBA(x, y, c)
				other.Set(x, y, c)
				grey.SetGray(x, y, color.Gray{Y: c.R})
			}
		}
		a, b := wash(rgba), wash(other)
		if !bytes.Equal(a.Pix, b.Pix) || a.Rect != image.Rect(0, 0, w, h) || b.Rect != a.Rect {
			t.Fatalf("%v and %v", a, b)
		}
		if got := wash(grey); !bytes.Equal(got.Pix, grey.Pix) || got.Rect != a.Rect {
			t.Fatalf("a grey picture is changed: %v", got)
		}
	})
}

func TestSample(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 3, 2))
	copy(img.Pix, []byte{0, 100, 200, 40, 140, 240})
	for _, c := range []struct {
		name string
		x, y float64
		want uint8
	}{
		{"a pixel", 1, 0, 100}, {"between two", 0.5, 0, 50}, {"between rows", 0, 0.5, 20}, {"among four", 0.5, 0.5, 70},
		{"left of all", -0.5, 0, 255}, {"right of all", 2.1, 0, 255}, {"below", 0, 1.5, 255},
	} {
		if got := sample(img, c.x, c.y); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// A picture made smaller is as large as said, no darker than its darkest pixel nor lighter than its lightest.
func TestShrinkProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(2, 20).Draw(t, "width"), rapid.IntRange(2, 20).Draw(t, "height")
		img := image.NewGray(image.Rect(0, 0, w, h))
		copy(img.Pix, rapid.SliceOfN(rapid.ByteRange(40, 220), w*h, w*h).Draw(t, "pixels"))
		by := rapid.Float64Range(0.2, 1).Draw(t, "by")
		got := shrink(img, by)
		if got.Rect.Dx() != int(float64(w)*by) || got.Rect.Dy() != int(float64(h)*by) {
			t.Fatalf("%v by %v is %v", img.Rect, by, got.Rect)
		}
		for _, v := range got.Pix {
			if v < slices.Min(img.Pix) || v > slices.Max(img.Pix) {
				t.Fatalf("%d is not between %d and %d", v, slices.Min(img.Pix), slices.Max(img.Pix))
			}
		}
		if same := shrink(img, 1); !bytes.Equal(same.Pix, img.Pix) {
			t.Fatal("a picture is not itself at its own size")
		}
	})
}

// A part cut out of a picture that is turned by nothing is that part, but for the rim, which has no neighbours.
func TestTurnedByNothing(t *testing.T) {
	img := bars(120, 90, 0)
	part := image.Rect(30, 10, 100, 70)
	got := turned(img, 0, part)
	for y := range part.Dy() {
		for x := range part.Dx() {
			if a, b := got.GrayAt(x, y), img.GrayAt(part.Min.X+x, part.Min.Y+y); a != b {
				t.Fatalf("%d,%d is %d, want %d", x, y, a.Y, b.Y)
			}
		}
	}
}
