package ocr

import (
	"image"
	"image/color"
	"math"
)

const (
	// inkColour is how far apart the strongest and the weakest channel of a pixel are from which on it is coloured ink:
	// the red of a seal, the blue of a signature. Scanned black text stays below 40.
	inkColour = 55
	// inkDark is the strongest channel below which a coloured pixel may still be black text under a seal.
	inkDark = 95
)

// wash makes a grey picture in which coloured ink is white and black text stays. The strongest of the three channels is
// taken: a red pixel is bright in red, a blue one in blue, a black one in none.
func wash(img image.Image) *image.Gray {
	b := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	switch src := img.(type) {
	case *image.RGBA:
		for y := range b.Dy() {
			row := src.Pix[y*src.Stride : y*src.Stride+4*b.Dx()]
			for x := range b.Dx() {
				out.Pix[y*out.Stride+x] = washed(row[4*x], row[4*x+1], row[4*x+2])
			}
		}
	case *image.Gray:
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:y*out.Stride+b.Dx()], src.Pix[y*src.Stride:])
		}
	default:
		for y := range b.Dy() {
			for x := range b.Dx() {
				c := color.NRGBAModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
				v := washed(c.R, c.G, c.B)
				out.Pix[y*out.Stride+x] = uint8(255 - int(255-v)*int(c.A)/255)
			}
		}
	}
	return out
}

// washed is the grey of one pixel.
func washed(r, g, b uint8) uint8 {
	hi, lo := max(r, g, b), min(r, g, b)
	if hi-lo >= inkColour && hi >= inkDark {
		return 255
	}
	return hi
}

// The search for a page's skew, in degrees: scans laid on the glass by hand are off by up to two or three.
const (
	maxSkew  = 4.0
	skewStep = 0.1
	// leastSkew is not worth turning a page for: Tesseract follows such lines.
	leastSkew = 0.15
)

// skew finds by how many degrees the lines of a page fall to the right: at that angle the rows of the picture differ
// most in blackness.
func skew(img *image.Gray) float64 {
	points := blackPoints(img)
	if len(points) < 200 {
		return 0
	}
	best, bestScore := 0.0, -1.0
	for a := -maxSkew; a <= maxSkew+1e-9; a += skewStep {
		if s := sharpness(points, a); s > bestScore*1.0001 {
			best, bestScore = a, s
		}
	}
	if bestScore < 1.03*sharpness(points, 0) || math.Abs(best) > maxSkew-skewStep {
		return 0
	}
	return best
}

type pixel struct{ x, y float64 }

// blackPoints takes the dark pixels of a picture shrunk to about 800 in width, each as the mean of a square.
func blackPoints(img *image.Gray) []pixel {
	step := max(1, img.Rect.Dx()/800)
	var out []pixel
	for y := 0; y+step <= img.Rect.Dy(); y += step {
		for x := 0; x+step <= img.Rect.Dx(); x += step {
			sum := 0
			for dy := range step {
				for dx := range step {
					sum += int(img.Pix[(y+dy)*img.Stride+x+dx])
				}
			}
			if sum < 150*step*step {
				out = append(out, pixel{float64(x / step), float64(y / step)})
			}
		}
	}
	return out
}

// sharpness is the sum of squared differences between neighbouring rows after the points are sheared by the angle.
func sharpness(points []pixel, degrees float64) float64 {
	t := math.Tan(degrees * math.Pi / 180)
	least, most := math.Inf(1), math.Inf(-1)
	for _, p := range points {
		least, most = min(least, p.y-p.x*t), max(most, p.y-p.x*t)
	}
	rows := make([]float64, max(0, int(most-least))+3)
	for _, p := range points {
		rows[int(p.y-p.x*t-least+0.5)]++
	}
	score := 0.0
	for i := 1; i < len(rows); i++ {
		d := rows[i-1] - rows[i]
		score += d * d
	}
	return score
}

// straighten turns the picture against its skew, on white ground.
func straighten(img *image.Gray, degrees float64) *image.Gray { return turned(img, degrees, img.Rect) }

// turned cuts a part out of the picture turned against its skew.
func turned(img *image.Gray, degrees float64, part image.Rectangle) *image.Gray {
	w, h := part.Dx(), part.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(img.Rect.Dx())/2, float64(img.Rect.Dy())/2
	for y := range h {
		for x := range w {
			dx, dy := float64(part.Min.X+x)-cx, float64(part.Min.Y+y)-cy
			out.Pix[y*out.Stride+x] = sample(img, cx+dx*cos-dy*sin, cy+dx*sin+dy*cos)
		}
	}
	return out
}

// sample gives the grey at a point between pixels; white beyond the edge.
func sample(img *image.Gray, x, y float64) uint8 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	if x0 < 0 || y0 < 0 || x0+1 >= img.Rect.Dx() || y0+1 >= img.Rect.Dy() {
		return 255
	}
	fx, fy := x-float64(x0), y-float64(y0)
	i := y0*img.Stride + x0
	top := float64(img.Pix[i])*(1-fx) + float64(img.Pix[i+1])*fx
	low := float64(img.Pix[i+img.Stride])*(1-fx) + float64(img.Pix[i+img.Stride+1])*fx
	return uint8(top*(1-fy) + low*fy + 0.5)
}
