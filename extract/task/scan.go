package task

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// hits gives the offsets of low at which one of the triggers stands at the beginning of a word, in order. Patterns are
// tried there alone: a search for a few plain words costs far less than a pattern over the whole text.
func hits(low string, triggers []string) []int {
	var out []int
	for _, t := range triggers {
		for at := 0; ; {
			i := strings.Index(low[at:], t)
			if i < 0 {
				break
			}
			if boundary(low, at+i) {
				out = append(out, at+i)
			}
			at += i + len(t)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// boundary tells whether a word may begin at offset i.
func boundary(s string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return strings.ContainsRune(" \u00a0,;:(.\n-–“\"/", r)
}

// tail gives the last n bytes of s, from a letter's start on.
func tail(s string, n int) string {
	from := max(0, len(s)-n)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	return s[from:]
}

// hasAny tells whether s contains one of the words.
func hasAny(s string, list ...string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
