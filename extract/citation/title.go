package citation

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// maxTitle bounds the length of a subject in bytes.
const maxTitle = 400

// titleOf reads what a cited document is about from the words behind its mention: the words in quotes, or those from
// "về" to the end of the clause.
func (e *enricher) titleOf(i int) document.Range {
	m := &e.out[i]
	s := e.text
	from := skipBlanks(s, m.span.End)
	limit := min(len(s), from+maxTitle)
	for limit < len(s) && !utf8.RuneStart(s[limit]) {
		limit--
	}
	if j := strings.IndexByte(s[from:limit], '\n'); j >= 0 {
		limit = from + j
	}
	limit = e.titleLimit(i, from, limit)
	rest := s[from:limit]
	if !opensSubject(rest) || strings.HasPrefix(rest, "là") {
		return document.Range{}
	}
	at := from
	for _, w := range []string{"về việc", "về", "v/v", "("} {
		if beginsFolded(s[at:limit], w) && len(w) < limit-at {
			at = skipBlanks(s, at+len(w))
			break
		}
	}
	if r, n := runeAt(s, at); r == '“' || r == '"' {
		if end := closingQuote(s[at+n:limit], r); end > 0 {
			return document.Range{Start: at + n, End: at + n + end}
		}
	}
	end := at + clauseEnd(s[at:limit])
	words := strings.TrimRight(s[at:end], " \u00a0,;:(")
	for _, tail := range []string{" như sau", " và", " VÀ"} {
		words = strings.TrimRight(strings.TrimSuffix(words, tail), " \u00a0,;:")
	}
	if n := strings.Count(words, "“") - strings.Count(words, "”"); n < 0 {
		words = strings.TrimRight(strings.TrimSuffix(words, "”"), " ")
	}
	return document.Range{Start: at, End: at + len(words)}
}

// titleLimit ends a title before the next mention that is not part of it but goes on with its list.
func (e *enricher) titleLimit(i, from, limit int) int {
	for j := i + 1; j < len(e.out) && e.out[j].from < limit; j++ {
		inside := false
		for k := e.out[j].subject; k >= 0 && k < j; k = e.out[k].subject {
			inside = inside || k == i
		}
		if !inside {
			return max(from, e.out[j].from)
		}
	}
	return limit
}

// closingQuote gives the length of the text up to the mark that closes a quote, inner quotes passed.
func closingQuote(s string, open rune) int {
	depth := 1
	for i, r := range s {
		switch {
		case open == '"' && r == '"':
			return i
		case r == '“':
			depth++
		case r == '”':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}
