package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"io"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// sheet makes a page of one grey.
func sheet(w, h int, grey byte) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = grey
	}
	return img
}

func TestScanIsBlackAndWhite(t *testing.T) {
	for _, tt := range []struct {
		name  string
		grey  byte
		black float64 // the share of black points, about
	}{
		{"white paper stays white", 255, 0},
		{"ink stays black", 0, 1},
		{"grey is half and half", threshold, .5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := scan(sheet(100, 100, tt.grey), 0)
			black := 0
			// The middle: at the edges a turned page shows the white of the glass.
			for y := 10; y < 90; y++ {
				for x := 10; x < 90; x++ {
					switch out.GrayAt(x, y).Y {
					case 0:
						black++
					case 255:
					default:
						t.Fatalf("a point of grey %d", out.GrayAt(x, y).Y)
					}
				}
			}
			if share := float64(black) / (80 * 80); share < tt.black-.1 || share > tt.black+.1 {
				t.Errorf("%.2f of it is black, want about %.1f", share, tt.black)
			}
		})
	}
}

func TestPagesLieAskewInTurns(t *testing.T) {
	// A stroke over the page rises to the right on one page and falls on the next.
	img := sheet(400, 100, 255)
	for x := range 400 {
		for y := 48; y < 52; y++ {
			img.Pix[y*img.Stride+x] = 0
		}
	}
	height := func(out *image.Gray, x int) int {
		for y := range 100 {
			if out.GrayAt(x, y).Y == 0 && out.GrayAt(x, y+1).Y == 0 && out.GrayAt(x+1, y).Y == 0 {
				return y
			}
		}
		return -1
	}
	even, odd := scan(img, 0), scan(img, 1)
	if a, b := height(even, 20)-height(even, 380), height(odd, 20)-height(odd, 380); a*b >= 0 {
		t.Errorf("the strokes rise by %d and %d, want one each way", a, b)
	}
}

func TestPackIsUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 20).Draw(t, "width"), rapid.IntRange(1, 5).Draw(t, "height")
		img := sheet(w, h, 0)
		for i := range img.Pix {
			if rapid.Bool().Draw(t, "white") {
				img.Pix[i] = 255
			}
		}
		packed, err := pack(img)
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := io.ReadAll(z)
		if err != nil || len(rows) != h*((w+7)/8) {
			t.Fatalf("%d bytes of rows (%v)", len(rows), err)
		}
		for i, pixel := range img.Pix {
			x, y := i%w, i/w
			if white := rows[y*((w+7)/8)+x/8]&(0x80>>(x%8)) != 0; white != (pixel == 255) {
				t.Fatalf("the point %d,%d is white: %v", x, y, white)
			}
		}
	})
}

// The table at the end of a PDF says where each object begins, by which readers find the pages.
func TestCrossReferencesPointAtObjects(t *testing.T) {
	data, err := document([]*image.Gray{sheet(100, 200, 255), sheet(100, 200, 0), sheet(30, 20, 0)}, 100)
	if err != nil {
		t.Fatal(err)
	}
	places := regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`).FindAllSubmatch(data, -1)
	if want := 2 + 3*3; len(places) != want {
		t.Fatalf("%d objects, want %d", len(places), want)
	}
	for i, p := range places {
		at, err := strconv.Atoi(string(p[1]))
		if err != nil || !bytes.HasPrefix(data[at:], fmt.Appendf(nil, "%d 0 obj\n", i+1)) {
			t.Errorf("object %d is not at %d (%v)", i+1, at, err)
		}
	}
	start := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(data)
	if at, err := strconv.Atoi(string(start[1])); err != nil || !bytes.HasPrefix(data[at:], []byte("xref\n")) {
		t.Errorf("the table is not at %d (%v)", at, err)
	}
	if n := bytes.Count(data, []byte("/MediaBox [0 0 72.00 144.00]")); n != 2 {
		t.Errorf("%d pages of an inch by two, want two", n)
	}
}
