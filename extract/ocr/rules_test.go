package ocr

import (
	"image"
	"math"
	"testing"
)

// draw blackens a rectangle, and does so row by row where it slopes.
func draw(img *image.Gray, r image.Rectangle, slope float64) {
	for x := r.Min.X; x < r.Max.X; x++ {
		rise := int(math.Round(float64(x-r.Min.X) * slope))
		for y := r.Min.Y; y < r.Max.Y; y++ {
			img.Pix[img.PixOffset(x, y+rise)] = 0
		}
	}
}

func TestRuled(t *testing.T) {
	const dpi = 200
	cases := []struct {
		name         string
		draw         func(*image.Gray)
		across, down int
	}{
		{"nothing", func(*image.Gray) {}, 0, 0},
		{"lines of print", func(g *image.Gray) { copy(g.Pix, bars(1000, 1400, 0).Pix) }, 0, 0},
		{"a line", func(g *image.Gray) { draw(g, image.Rect(100, 300, 800, 303), 0) }, 1, 0},
		{"a line a little askew", func(g *image.Gray) { draw(g, image.Rect(100, 300, 900, 302), 0.003) }, 1, 0},
		{"two lines side by side", func(g *image.Gray) {
			draw(g, image.Rect(100, 300, 400, 302), 0)
			draw(g, image.Rect(500, 300, 900, 302), 0)
		}, 2, 0},
		{"a line with a fault", func(g *image.Gray) {
			draw(g, image.Rect(100, 300, 400, 302), 0)
			draw(g, image.Rect(402, 300, 900, 302), 0)
		}, 1, 0},
		{"a cell", func(g *image.Gray) {
			for _, r := range []image.Rectangle{{image.Pt(100, 300), image.Pt(800, 302)}, {image.Pt(100, 500), image.Pt(800, 502)},
				{image.Pt(100, 300), image.Pt(102, 502)}, {image.Pt(798, 300), image.Pt(800, 502)}} {
				draw(g, r, 0)
			}
		}, 2, 2},
		{"a black bar is no line", func(g *image.Gray) { draw(g, image.Rect(100, 300, 800, 340), 0) }, 0, 0},
		{"a dash is too short", func(g *image.Gray) { draw(g, image.Rect(100, 300, 170, 302), 0) }, 0, 0},
		{"to the edge of the sheet", func(g *image.Gray) { draw(g, image.Rect(700, 300, 1000, 302), 0) }, 1, 0},
		{"down to the edge", func(g *image.Gray) { draw(g, image.Rect(700, 1200, 702, 1400), 0) }, 0, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			img := blank(1000, 1400)
			c.draw(img)
			across, down := 0, 0
			rules := ruled(img, dpi)
			for i, r := range rulesOf(rules, dpi) {
				if r.X1-r.X0 > r.Y1-r.Y0 {
					across++
				} else {
					down++
				}
				if want := float64(rules[i].Min.X) * 72 / dpi; math.Abs(r.X0-want) > 1 {
					t.Errorf("the line %v comes to %+v", rules[i], r)
				}
			}
			if across != c.across || down != c.down {
				t.Errorf("%d lines across, %d down: %v", across, down, rules)
			}
			wipe(img, rules)
			if left := ruled(img, dpi); len(left) > 0 {
				t.Errorf("after wiping %v are left", left)
			}
		})
	}
}
