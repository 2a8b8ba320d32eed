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

// dropNoise takes out the lines that are made of dirt alone: what remains of a seal or a signature, specks, the rim of
// the sheet. A line stays if one of its words was surely read, or is a syllable or a number.
func dropNoise(words []Word) []Word {
	out := words[:0:0]
	for _, line := range byLine(words) {
		if slices.ContainsFunc(line, func(w Word) bool { return !isNoise(w) }) {
			out = append(out, line...)
		}
	}
	return out
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
