package ocr

import (
	"context"
	"image"
)

const (
	// margin is the white around a line that is read by itself, in parts of its height.
	margin = 0.35
	// leastMargin is the same in pixels: a line of low letters alone is no taller than ten.
	leastMargin = 8
)

// again looks a second time at number and date of a letterhead, which are written by hand on most signed papers. Both are read
// in one picture. Of each word the better reading is taken. To read other lines again that were not surely read mends one
// letter of 5,000 and takes half as long as the page itself.
func (e *Engine) again(ctx context.Context, grey *image.Gray, dpi int, words []Word) ([]Word, error) {
	boxes := handwritten(words, grey.Rect)
	if len(boxes) == 0 {
		return words, nil
	}
	second, err := e.read(ctx, pile(grey, boxes), dpi, oneBlock)
	if err != nil {
		return nil, err
	}
	return vote(words, unpile(second, boxes)), nil
}

// handwritten gives the places of the lines that are worth a second look, with white around.
func handwritten(words []Word, page image.Rectangle) []image.Rectangle {
	var out []image.Rectangle
	for _, line := range byLine(words) {
		text := lineText(line)
		if !inHead(line, page.Dy()) || !numberLine.MatchString(text) && !dateLine.MatchString(text) {
			continue
		}
		box := boxOf(line)
		m := max(leastMargin, int(margin*float64(box.Dy())))
		out = append(out, box.Inset(-m).Intersect(page))
	}
	return out
}

// byLine cuts words where a printed line ends.
func byLine(words []Word) [][]Word {
	var out [][]Word
	for start := 0; start < len(words); {
		end := start
		for end < len(words) && words[end].Line == words[start].Line {
			end++
		}
		out = append(out, words[start:end])
		start = end
	}
	return out
}

// pile puts cuttings of a page below each other.
func pile(page *image.Gray, boxes []image.Rectangle) *image.Gray {
	w, h := 0, 0
	for _, b := range boxes {
		w, h = max(w, b.Dx()), h+b.Dy()
	}
	out := image.NewGray(image.Rect(0, 0, w, h))
	for i := range out.Pix {
		out.Pix[i] = 255
	}
	top := 0
	for _, b := range boxes {
		for y := range b.Dy() {
			from := page.PixOffset(b.Min.X, b.Min.Y+y)
			copy(out.Pix[(top+y)*out.Stride:], page.Pix[from:from+b.Dx()])
		}
		top += b.Dy()
	}
	return out
}

// unpile sets the places of words read in a pile of cuttings into the page.
func unpile(words []Word, boxes []image.Rectangle) []Word {
	out := make([]Word, 0, len(words))
	for _, w := range words {
		middle, top := (w.Box.Min.Y+w.Box.Max.Y)/2, 0
		for _, b := range boxes {
			if middle < top+b.Dy() {
				w.Box = w.Box.Add(image.Pt(b.Min.X, b.Min.Y-top))
				out = append(out, w)
				break
			}
			top += b.Dy()
		}
	}
	return out
}
