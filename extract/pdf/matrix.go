package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// matrix is an affine map in the order of the PDF operators: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// matrixOf reads a map, the one that changes nothing where there is none.
func matrixOf(v pdf.Value) matrix {
	if v.Len() != len(identity) {
		return identity
	}
	var m matrix
	for i := range m {
		m[i] = v.Index(i).Float64()
	}
	return m
}

// mul gives the map that does m first and n after it.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// shift moves by (x, y) before m is applied.
func (m matrix) shift(x, y float64) matrix {
	m[4], m[5] = m.apply(x, y)
	return m
}

// area is the area of the unit square's image: that of a picture drawn with m.
func (m matrix) area() float64 { return math.Abs(m[0]*m[3] - m[1]*m[2]) }

// boxOf reads a rectangle, its corners in whatever order.
func boxOf(v pdf.Value) (x0, y0, x1, y1 float64, ok bool) {
	if v.Kind() != pdf.Array || v.Len() != 4 {
		return 0, 0, 0, 0, false
	}
	x0, y0, x1, y1 = v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64()
	x0, x1 = min(x0, x1), max(x0, x1)
	y0, y1 = min(y0, y1), max(y0, y1)
	return x0, y0, x1, y1, x1-x0 > 1 && y1-y0 > 1
}

// viewOf gives the map from the page's user space to points from the top left corner of the page as shown, and the
// page's width and height as shown. rotate is the page's clockwise rotation in degrees.
func viewOf(x0, y0, x1, y1 float64, rotate int) (m matrix, width, height float64) {
	switch ((rotate % 360) + 360) % 360 {
	case 90:
		return matrix{0, 1, 1, 0, -y0, -x0}, y1 - y0, x1 - x0
	case 180:
		return matrix{-1, 0, 0, 1, x1, -y0}, x1 - x0, y1 - y0
	case 270:
		return matrix{0, -1, -1, 0, y1, x1}, y1 - y0, x1 - x0
	default:
		return matrix{1, 0, 0, -1, -x0, y1}, x1 - x0, y1 - y0
	}
}
