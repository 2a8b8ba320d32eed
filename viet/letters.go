package viet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letters keeps only letters and digits of s, lower-case, with tone marks in their canonical place and one blank
// between words. Two quotes of one motto that differ in punctuation, case or tone place give the same Letters.
func Letters(s string) string {
	b := make([]byte, 0, len(s))
	word := 0 // where the word that is being read begins in b
	for _, r := range s {
		switch {
		case !between(r):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		case len(b) > word:
			b = append(canonicalEnd(b, word), ' ')
			word = len(b)
		}
	}
	if b = canonicalEnd(b, word); word > 0 && len(b) == word {
		b = b[:word-1] // the blank behind the last word
	}
	return string(b)
}

// canonicalEnd puts the tone mark of the word that b ends with in its canonical place. A word of ASCII has none.
func canonicalEnd(b []byte, word int) []byte {
	for _, c := range b[word:] {
		if c >= utf8.RuneSelf {
			return append(b[:word], Canonical(string(b[word:]))...)
		}
	}
	return b
}

// between tells whether a rune stands between words. The letters of Vietnamese are known without the tables of Unicode.
func between(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	case r >= 0x100 && r <= 0x1BF || r >= 0x1EA0 && r <= 0x1EFF:
		return false
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

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
