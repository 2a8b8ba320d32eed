package ocr

import (
	"image"
	"strings"
	"unicode"

	"github.com/soichi/soichi/viet"
)

const (
	// syllableBonus is what being a Vietnamese syllable is worth in confidence.
	syllableBonus = 0.15
	// doubt is the confidence of figures on which two readings differ.
	doubt = 0.3
)

// vote takes for each word the better of two readings of one page. Figures on which they differ keep little confidence,
// for neither reading can be checked by spelling.
func vote(first, second []Word) []Word {
	out := make([]Word, len(first))
	for i, w := range first {
		out[i] = w
		o, ok := match(w, second)
		switch {
		case !ok:
		case o.Text == w.Text:
			out[i].Confidence = max(w.Confidence, o.Confidence)
		case figures(w.Text) != figures(o.Text):
			if score(o) > score(w) {
				out[i].Text = o.Text
			}
			out[i].Confidence = min(w.Confidence, o.Confidence, doubt)
		case score(o) > score(w):
			out[i].Text, out[i].Confidence = o.Text, o.Confidence
		}
	}
	return out
}

// score is a reading's worth.
func score(w Word) float64 {
	s := w.Confidence
	if viet.IsSyllable(strings.TrimFunc(w.Text, func(r rune) bool { return !unicode.IsLetter(r) })) {
		s += syllableBonus
	}
	return s
}

// figures keeps the digits of a word.
func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// match finds the word of another reading that stands in the same place.
func match(w Word, words []Word) (Word, bool) {
	for _, o := range words {
		in := w.Box.Intersect(o.Box)
		if in.Empty() {
			continue
		}
		if 2*in.Dx()*5 >= (w.Box.Dx()+o.Box.Dx())*4 && 2*in.Dy()*2 >= min(w.Box.Dy(), o.Box.Dy())*2 {
			return o, true
		}
	}
	return Word{}, false
}

// shrink makes a picture smaller; each pixel is the mean of what it covers, its edges counted by their share.
func shrink(img *image.Gray, by float64) *image.Gray {
	w, h := int(float64(img.Rect.Dx())*by), int(float64(img.Rect.Dy())*by)
	out := image.NewGray(image.Rect(0, 0, w, h))
	rows := make([]float64, img.Rect.Dx())
	for y := range h {
		clear(rows)
		covered(y, by, img.Rect.Dy(), func(sy int, share float64) {
			line := img.Pix[sy*img.Stride : sy*img.Stride+len(rows)]
			for x, v := range line {
				rows[x] += share * float64(v)
			}
		})
		for x := range w {
			sum := 0.0
			covered(x, by, len(rows), func(sx int, share float64) { sum += share * rows[sx] })
			out.Pix[y*out.Stride+x] = uint8(min(sum+0.5, 255))
		}
	}
	return out
}

// covered calls f with the source pixels under pixel i of a picture shrunk by the factor, and their shares of it.
func covered(i int, by float64, limit int, f func(int, float64)) {
	from, to := float64(i)/by, float64(i+1)/by
	for k := int(from); float64(k) < to && k < limit; k++ {
		share := min(to, float64(k+1)) - max(from, float64(k))
		if share > 0 {
			f(k, share*by)
		}
	}
}

// meanConfidence is the words' confidence weighted by their letters.
func meanConfidence(words []Word) float64 {
	sum, n := 0.0, 0
	for _, w := range words {
		k := len([]rune(w.Text))
		sum += w.Confidence * float64(k)
		n += k
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
