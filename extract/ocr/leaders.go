package ocr

import "image"

// What counts as a leader, the row of dots or short dashes of a form that is to be written on, in inches.
const (
	leastLeader = 0.5  // its length
	leaderGap   = 0.05 // the widest white between two of its dots
	leaderThick = 0.025
	leaderClear = 0.025 // what is white above and below it, which tells it from the feet of letters
)

// The share of a leader that is black, and the share of the white above and below that dirt may blacken.
const (
	leastDotted, mostDotted = 0.08, 0.8
	leaderDirt              = 0.02
)

// leaders finds the rows of dots on a page. Tesseract takes them for letters.
func leaders(grey *image.Gray, dpi int) []image.Rectangle {
	inch := func(v float64) int { return max(1, int(v*float64(dpi)+0.5)) }
	gap, least, thick := inch(leaderGap), inch(leastLeader), inch(leaderThick)
	var out []image.Rectangle
	for y := range grey.Rect.Dy() {
		line := grey.Pix[y*grey.Stride : y*grey.Stride+grey.Rect.Dx()]
		from, to, black := -1, 0, 0
		end := func() {
			if from >= 0 && to-from >= least {
				r := image.Rect(from, y-thick/2, to, y+thick/2+1)
				share := float64(black) / float64(to-from)
				if share >= leastDotted && share <= mostDotted && whiteAround(grey, r, inch(leaderClear)) {
					out = append(out, r)
				}
			}
			from, black = -1, 0
		}
		for x, v := range line {
			if v >= dark {
				continue
			}
			if from >= 0 && x-to > gap {
				end()
			}
			if from < 0 {
				from = x
			}
			to, black = x+1, black+1
		}
		end()
	}
	return out
}

// whiteAround tells whether the bands above and below a leader are white.
func whiteAround(grey *image.Gray, r image.Rectangle, band int) bool {
	above, below := image.Rect(r.Min.X, r.Min.Y-band, r.Max.X, r.Min.Y), image.Rect(r.Min.X, r.Max.Y, r.Max.X, r.Max.Y+band)
	return isWhite(grey, above, below)
}

// isWhite tells whether parts of a picture are white together, but for dirt.
func isWhite(grey *image.Gray, parts ...image.Rectangle) bool {
	black, all := 0, 0
	for _, b := range parts {
		b = b.Intersect(grey.Rect)
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for _, v := range grey.Pix[grey.PixOffset(b.Min.X, y):grey.PixOffset(b.Max.X, y)] {
				all++
				if v < dark {
					black++
				}
			}
		}
	}
	return float64(black) <= leaderDirt*float64(all)
}
