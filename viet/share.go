package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// raisedDigits are the marks of footnotes, which stand right behind a word.
const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// SyllableShare gives the share of a text's words that are built as Vietnamese syllables, and how many words it
// counted. Words with digits, single letters and abbreviations in capitals ("UBND", "BLĐTBXH") prove nothing and are
// left out; so the share of good Vietnamese text is near 1 and that of text in a wrong encoding far below.
func SyllableShare(text string) (share float64, words int) {
	good := 0
	known := map[string]bool{} // a page repeats most of its words
	for w := range strings.FieldsFuncSeq(text, isBoundary) {
		w = strings.TrimRight(w, raisedDigits)
		valid, ok := known[w]
		if !ok {
			valid = IsSyllable(w)
			known[w] = valid
		}
		if !valid && proveNothing(w) || len(w) < 2 {
			continue
		}
		words++
		if valid {
			good++
		}
	}
	if words == 0 {
		return 0, 0
	}
	return float64(good) / float64(words), words
}

// isBoundary tells where words end: at blanks and the punctuation of good text. Odd signs inside a word stay, for they
// are what a wrong encoding makes of letters.
func isBoundary(r rune) bool {
	if r < utf8.RuneSelf {
		return (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && r != '@' && r != '$' && r != '^' && r != '~'
	}
	return unicode.IsSpace(r) || strings.ContainsRune("–—‐‑“”‘’«»…§•", r)
}

// proveNothing tells whether w, which is no syllable, may still stand in good text: a single letter, a number, or an
// abbreviation of capitals.
func proveNothing(w string) bool {
	if utf8.RuneCountInString(w) < 2 || strings.ContainsFunc(w, unicode.IsDigit) {
		return true
	}
	return utf8.RuneCountInString(w) <= 8 && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsUpper(r) })
}
