package ocr

import (
	"image"
	"regexp"
	"strings"
)

// The stamp that a registry puts on what it receives: the office's name, "ĐẾN" or "CÔNG VĂN ĐẾN", number, day, and to whom
// it is passed on (the decree on records, 30/2020/NĐ-CP, annex IV). It is no part of the document.
var (
	arrived   = regexp.MustCompile(`^(?:(?:cong|cv|c.ng) ?(?:van )?)?den\b.{0,3}$`)
	stampLine = regexp.MustCompile(`^(?:so\b|ngay\b|gio\b|(?:kinh )?chuyen\b|luu\b|c ?v den|cong van den|den\b)`)
)

const (
	// stampShare is the upper part of a page on which such a stamp stands.
	stampShare = 0.5
	// stampWidth and stampHeight are the most that it covers, in parts of the page.
	stampWidth, stampHeight = 0.36, 0.1
)

// dropStamp takes a registry's stamp out. It is known by its middle line and by a line below that tells to whom the paper
// is passed on; what stands in a box as large as such a stamp is, and is not read from a line that goes beyond it, is left out.
func dropStamp(words []Word, page image.Rectangle) []Word {
	lines := byLine(words)
	for _, line := range lines {
		if !arrived.MatchString(strings.ToLower(lineText(line))) || float64(boxOf(line).Max.Y) > stampShare*float64(page.Dy()) {
			continue
		}
		box := stampBox(boxOf(line), page)
		if !passedOn(lines, box) {
			continue
		}
		out := words[:0:0]
		for _, l := range lines {
			if !boxOf(l).In(box) {
				out = append(out, l...)
			}
		}
		return out
	}
	return words
}

// stampBox is where the rest of a stamp may be around its middle line.
func stampBox(middle, page image.Rectangle) image.Rectangle {
	w, h := int(stampWidth*float64(page.Dx())/2), int(stampHeight*float64(page.Dy()))
	x := (middle.Min.X + middle.Max.X) / 2
	return image.Rect(x-w, middle.Min.Y-h/2, x+w, middle.Max.Y+h)
}

// passedOn tells whether two lines in the box begin as those of a stamp do, the middle one left out.
func passedOn(lines [][]Word, box image.Rectangle) bool {
	n := 0
	for _, l := range lines {
		text := strings.ToLower(lineText(l))
		if boxOf(l).In(box) && stampLine.MatchString(text) && !arrived.MatchString(text) {
			n++
		}
	}
	return n >= 2
}

// boxOf is where a line stands.
func boxOf(line []Word) image.Rectangle {
	var box image.Rectangle
	for _, w := range line {
		box = box.Union(w.Box)
	}
	return box
}
