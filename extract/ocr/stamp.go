package ocr

import (
	"image"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The stamp that a registry puts on what it receives: the office's name, "ĐẾN" or "CÔNG VĂN ĐẾN", number, day, and to whom
// it is passed on (the decree on records, 30/2020/NĐ-CP, annex IV). It is no part of the document.
var (
	arrived   = regexp.MustCompile(`^[^a-z]*(?:(?:\S{1,4} ){0,2}van |cv ?)?den\b(?:.{0,3}|[^a-z]{0,8})$`)
	stampLine = regexp.MustCompile(`^[^a-z]*(?:so\b|ngay\b|gio\b|(?:kinh )?chuyen\b|luu\b|c ?v den|cong van den|den\b)`)
)

const (
	// stampShare is the upper part of a page on which such a stamp stands.
	stampShare = 0.5
	// stampWidth is the most that it covers of a page's width, and stampHeight of its height below the middle line. The part
	// above is as high as stampAbove such lines.
	stampAbove = 2.5
	// stampSpeck is the confidence below which a word in it is none.
	stampSpeck              = 0.2
	stampWidth, stampHeight = 0.44, 0.1
)

// dropStamp takes a registry's stamp out. It is known by its middle line and by the lines below that have number, day and to
// whom the paper is passed on. What stands in a box as large as such a stamp is left out; of a line that goes beyond the box,
// as where Tesseract joined a line of the stamp with one of the document, no more than words as such a stamp has them.
func dropStamp(words []Word, page image.Rectangle) []Word {
	lines := byLine(words)
	for _, line := range lines {
		middle := leadingRun(line)
		if !arrived.MatchString(stampText(middle)) || float64(boxOf(middle).Max.Y) > stampShare*float64(page.Dy()) {
			continue
		}
		box := stampBox(boxOf(middle), page)
		if !passedOn(lines, box) {
			continue
		}
		out := words[:0:0]
		for _, l := range lines {
			in, beyond := cut(l, box)
			if len(beyond) > 0 && len(in) > 0 && !ofStamp(in) {
				beyond = l
			}
			out = append(out, beyond...)
		}
		return out
	}
	return words
}

// cut parts a line into the words inside a box and the others. Behind a gap another column begins, which is not the stamp's.
func cut(line []Word, box image.Rectangle) (in, beyond []Word) {
	run := leadingRun(line)
	for i, w := range line {
		if w.Box.In(box) && (i < len(run) || boxOf(line).In(box)) {
			in = append(in, w)
		} else {
			beyond = append(beyond, w)
		}
	}
	return in, beyond
}

// leadingRun gives the words of a line up to a gap as wide as the line is high twice, behind which another column begins.
func leadingRun(line []Word) []Word {
	for i := 1; i < len(line); i++ {
		if line[i].Box.Min.X-line[i-1].Box.Max.X > 2*line[i].Box.Dy() {
			return line[:i]
		}
	}
	return line
}

// stampText joins the words of a line without the specks that the frame and what is written by hand leave among them.
func stampText(line []Word) string {
	return strings.ToLower(lineText(slices.DeleteFunc(slices.Clone(line), func(w Word) bool {
		return w.Confidence < stampSpeck || !strings.ContainsFunc(w.Text, unicode.IsLetter)
	})))
}

// ofStamp tells whether words begin as a line of a stamp does.
func ofStamp(words []Word) bool {
	text := stampText(words)
	return stampLine.MatchString(text) || arrived.MatchString(text)
}

// stampBox is where the rest of a stamp may be around its middle line.
func stampBox(middle, page image.Rectangle) image.Rectangle {
	w, h := int(stampWidth*float64(page.Dx())/2), int(stampHeight*float64(page.Dy()))
	x := (middle.Min.X + middle.Max.X) / 2
	return image.Rect(x-w, middle.Min.Y-int(stampAbove*float64(middle.Dy())), x+w, middle.Max.Y+h)
}

// passedOn tells whether two lines in the box begin as those of a stamp do, the middle one left out.
func passedOn(lines [][]Word, box image.Rectangle) bool {
	n := 0
	for _, l := range lines {
		in, _ := cut(l, box)
		if len(in) > 0 && ofStamp(in) && !arrived.MatchString(stampText(in)) {
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
