package ocr

import (
	"cmp"
	"context"
	"image"
	"slices"
	"strings"
	"unicode"

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/viet"
)

// readingDPI is the scale at which pages are read. A finer one takes longer, and gives no fewer faults: Tesseract brings
// each line to the same height.
const readingDPI = 200

// page reads the picture of a page that is taken to stand upright.
func (e *Engine) page(ctx context.Context, grey *image.Gray, dpi int) (*layout.Page, error) {
	fine := original{grey: grey, dpi: dpi}
	if dpi > readingDPI {
		grey, dpi = shrink(grey, readingDPI/float64(dpi)), readingDPI
	}
	if a := skew(grey); a > leastSkew || a < -leastSkew {
		grey = straighten(grey, a)
		fine.skew = a
	}
	rules := ruled(grey, dpi)
	wipe(grey, rules)
	wipe(grey, leaders(grey, dpi))
	words, err := e.read(ctx, grey, dpi, wholePage)
	if err != nil {
		return nil, err
	}
	if words, err = e.again(ctx, grey, dpi, dropStamp(words, grey.Rect)); err != nil {
		return nil, err
	}
	if words, err = e.signature(ctx, fine, grey, dpi, respell(words)); err != nil {
		return nil, err
	}
	p := pageOf(dropUnsure(restoreMarks(dropNoise(words)), grey.Rect.Dy()), grey.Rect, dpi)
	p.Verdict, p.Rules = "ocr", rulesOf(rules, dpi)
	return p, nil
}

// pageOf puts recognised words on a page in points. Words of one line share its baseline and letter size, both taken
// from the words' boxes and from what letters they hold.
func pageOf(words []Word, bounds image.Rectangle, dpi int) *layout.Page {
	scale := 72 / float64(dpi)
	p := &layout.Page{Width: float64(bounds.Dx()) * scale, Height: float64(bounds.Dy()) * scale}
	p.Confidence = meanConfidence(words)
	for _, line := range byLine(words) {
		baseline, size := measure(line)
		for _, w := range line {
			p.Words = append(p.Words, layout.Word{
				Text: viet.NFC(w.Text), X0: float64(w.Box.Min.X) * scale, X1: float64(w.Box.Max.X) * scale,
				Y: baseline * scale, Size: size * scale, Before: true, After: true, Confidence: w.Confidence,
			})
		}
	}
	return p
}

// measure gives the baseline and the letter size of a line, in pixels: the middle value of what its words say.
func measure(line []Word) (baseline, size float64) {
	var bases, sizes []float64
	for _, w := range line {
		up, down := extent(w.Text)
		s := float64(w.Box.Dy()) / (up + down)
		sizes = append(sizes, s)
		bases = append(bases, float64(w.Box.Max.Y)-down*s)
	}
	return middle(bases), middle(sizes)
}

func middle(v []float64) float64 {
	slices.SortFunc(v, cmp.Compare[float64])
	return v[len(v)/2]
}

// extent says how far the letters of a word reach above and below the baseline, in parts of the letter size, in the
// usual text faces: small letters 0.45, tall ones and capitals 0.67, marks on capitals 0.87, descenders 0.21.
func extent(word string) (up, down float64) {
	up = 0.1
	for _, r := range word {
		switch {
		case unicode.IsUpper(r) && r > 0x7f && r != 'Đ':
			up = max(up, 0.87)
		case unicode.IsUpper(r), unicode.IsDigit(r), strings.ContainsRune("bdfhklđ()/[]|“”\"'!?%", r), unicode.IsLower(r) && r > 0x7f:
			up = max(up, 0.67)
		case r == 't', r == 'i', r == 'j':
			up = max(up, 0.6)
		case unicode.IsLetter(r):
			up = max(up, 0.45)
		case strings.ContainsRune("-–—=", r):
			up = max(up, 0.28)
		}
		if strings.ContainsRune("gjpqy()[]|/;,QạẠặẶậẬẹẸệỆịỊọỌộỘợỢụỤựỰỵỴýỳỷỹ", r) {
			down = max(down, 0.21)
		}
	}
	if down == 0 {
		down = 0.01
	}
	return up, down
}
