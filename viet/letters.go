package viet

import (
	"strings"
	"unicode"
)

// Letters keeps only letters and digits of s, lower-case, with tone marks in their canonical place and one blank
// between words. Two quotes of one motto that differ in punctuation, case or tone place give the same Letters.
func Letters(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range words {
		words[i] = Canonical(w)
	}
	return strings.Join(words, " ")
}
