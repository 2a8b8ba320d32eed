package viet

import (
	"unicode"
	"unicode/utf8"
)

// Capital writes the first letter of s large and leaves the rest as it is.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
