package viet

import (
	"slices"
	"strings"
	"unicode"
)

// Letters keeps only letters and digits of s, lower-case, with tone marks in their canonical place and one blank
// between words. Two quotes of one motto that differ in punctuation, case or tone place give the same Letters.
func Letters(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), between)
	for i, w := range words {
		words[i] = Canonical(w)
	}
	return strings.Join(words, " ")
}

// between tells whether a rune stands between words.
func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// Find gives the first place in text, as bytes, whose words are those of a quote: its Letters are the quote's. ok is false
// where there is none, and for a quote without words.
func Find(text, quote string) (start, end int, ok bool) {
	want := strings.Fields(Letters(quote))
	if len(want) == 0 {
		return 0, 0, false
	}
	var starts []int // of the last words seen, as many as are wanted
	var seen []string
	for at := 0; at < len(text); {
		n := strings.IndexFunc(text[at:], func(r rune) bool { return !between(r) })
		if n < 0 {
			break
		}
		at += n
		word := text[at:]
		if n := strings.IndexFunc(word, between); n >= 0 {
			word = word[:n]
		}
		starts, seen = append(starts, at), append(seen, Letters(word))
		at += len(word)
		if len(seen) > len(want) {
			starts, seen = starts[1:], seen[1:]
		}
		if slices.Equal(seen, want) {
			return starts[0], at, true
		}
	}
	return 0, 0, false
}
