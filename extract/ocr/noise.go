package ocr

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/viet"
)

// noiseConfidence is the confidence under which a word that is none counts as dirt.
const noiseConfidence = 0.7

const (
	// speckConfidence is the confidence under which a sign by itself counts as dirt.
	speckConfidence = 0.8
	// longestSyllable is the number of letters of "nghiêng".
	longestSyllable = 7
)

// dropNoise takes out the lines that are made of dirt alone: what remains of a seal or a signature, specks, the rim of
// the sheet. A line stays if one of its words was surely read, or is a syllable or a number; its specks, its leaders and what
// strayed into it from the next line are taken out.
func dropNoise(words []Word) []Word {
	out := words[:0:0]
	for _, line := range byLine(words) {
		if !slices.ContainsFunc(line, func(w Word) bool { return !isNoise(w) }) {
			continue
		}
		baseline, _ := measure(line)
		for _, w := range line {
			if isSpeck(w) || strayed(w, baseline, words) {
				continue
			}
			if isLeader(w) {
				w.Text = beforeLeader(w.Text)
			}
			if w.Text != "" {
				out = append(out, w)
			}
		}
	}
	return out
}

// isSpeck tells whether a word is a sign that was not surely read and that no line of print begins with.
func isSpeck(w Word) bool {
	return w.Confidence < speckConfidence && !strings.ContainsFunc(w.Text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-–—+*•…&%", r)
	})
}

// isLeader tells whether a word is a row of dots to be written on, which Tesseract takes for letters: longer than any
// syllable, not surely read, and not made of several words by signs.
func isLeader(w Word) bool {
	letters := 0
	for _, r := range w.Text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case strings.ContainsRune("/-–@", r), unicode.IsDigit(r):
			return false
		}
	}
	return letters > longestSyllable && w.Confidence < noiseConfidence/2
}

// beforeLeader gives the syllable that a row of dots was read together with, "" where there is none.
func beforeLeader(word string) string {
	letters := []rune(word)
	for n := longestSyllable; n > 1; n-- {
		if s := string(letters[:n]); viet.IsSyllable(s) {
			return s
		}
	}
	return ""
}

// strayed tells whether a word stands wholly below the baseline of its line, and is a doubtful word or a second reading of
// a word of another line.
func strayed(w Word, baseline float64, words []Word) bool {
	if float64(w.Box.Min.Y) < baseline {
		return false
	}
	return w.Confidence < noiseConfidence || slices.ContainsFunc(words, func(o Word) bool {
		in := o.Box.Intersect(w.Box)
		return o.Line != w.Line && 2*in.Dx()*in.Dy() > w.Box.Dx()*w.Box.Dy()
	})
}

// isNoise tells whether a word proves nothing of its line: signs without letters or figures, or letters that were not
// surely read and make no syllable of two or more.
func isNoise(w Word) bool {
	core := strings.TrimFunc(w.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch n := utf8.RuneCountInString(core); {
	case symbolTail.MatchString(w.Text) && numberHead.MatchString(w.Text):
		return false // "Số: …/CT-UBND", its number written by hand
	case n == 0:
		return true
	case w.Confidence >= noiseConfidence:
		return n == 1 && unicode.IsLetter([]rune(core)[0]) && core == w.Text
	case n < 2:
		return true
	default:
		return w.Confidence < noiseConfidence/2 || !viet.IsSyllable(core) && figures(core) != core
	}
}
