package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordRune tells whether r can begin and end a word.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// breakRune tells whether r ends a word wherever it stands.
func breakRune(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(`()"“”|`, r)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// hasWord tells whether s holds anything that can be searched for.
func hasWord(s string) bool { return strings.ContainsFunc(s, wordRune) }

// wordEnd gives the end of the word that starts at byte i, trailing punctuation left out, and where reading goes on.
func wordEnd(s string, i int) (end, next int) {
	next = len(s)
	if n := strings.IndexFunc(s[i:], breakRune); n >= 0 {
		next = i + n
	}
	word := strings.TrimRightFunc(s[i:next], func(r rune) bool { return !wordRune(r) })
	return i + len(word), next
}

// closing gives the quote that ends what open begins.
func closing(open rune) string {
	if open == '“' {
		return "”"
	}
	return string(open)
}

// isOr tells whether a bare word is the operator. Only capitals are: "or" is no Vietnamese word, but "hoặc" is.
func isOr(word string) bool { return word == "OR" || word == "HOẶC" }

// squeeze trims s and makes every run of blanks one.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
