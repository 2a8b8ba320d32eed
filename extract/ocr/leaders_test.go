package ocr

import (
	"image"
	"testing"
)

func TestLeaders(t *testing.T) {
	// dots draws dots of a size, so far apart, on a row.
	dots := func(img *image.Gray, x, y, to, size, apart int) {
		for ; x < to; x += apart {
			for dy := range size {
				for dx := range size {
					img.Pix[(y+dy)*img.Stride+x+dx] = 0
				}
			}
		}
	}
	cases := []struct {
		name string
		draw func(*image.Gray)
		n    int // leaders
	}{
		{"dots", func(img *image.Gray) { dots(img, 100, 200, 500, 3, 9) }, 1},
		{"short dashes", func(img *image.Gray) {
			for x := 100; x < 500; x += 14 {
				for dx := range 9 {
					img.Pix[200*img.Stride+x+dx] = 0
				}
			}
		}, 1},
		{"two rows of dots", func(img *image.Gray) { dots(img, 100, 200, 500, 3, 9); dots(img, 100, 260, 500, 3, 9) }, 2},
		{"three dots of a sentence", func(img *image.Gray) { dots(img, 100, 200, 127, 3, 9) }, 0},
		{"dots far apart", func(img *image.Gray) { dots(img, 100, 200, 700, 3, 40) }, 0},
		{"the feet of letters", func(img *image.Gray) {
			dots(img, 100, 200, 500, 3, 9)
			for y := 180; y < 200; y++ {
				dots(img, 100, y, 500, 1, 9)
			}
		}, 0},
		{"a ruled line", func(img *image.Gray) {
			for x := 100; x < 500; x++ {
				img.Pix[200*img.Stride+x] = 0
			}
		}, 0},
		{"nothing", func(*image.Gray) {}, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			img := blank(800, 400)
			c.draw(img)
			found := leaders(img, 200)
			rows := map[int]bool{}
			for _, r := range found {
				rows[(r.Min.Y+r.Max.Y)/20] = true
			}
			if len(rows) != c.n {
				t.Fatalf("%v", found)
			}
			wipe(img, found)
			for i, v := range img.Pix {
				if c.n > 0 && v < dark {
					t.Fatalf("ink is left at %d,%d", i%img.Stride, i/img.Stride)
				}
			}
		})
	}
}
