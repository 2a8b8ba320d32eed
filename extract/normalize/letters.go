package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// superscripts are the digits that mark a footnote.
const superscripts = "¹²³⁰⁴⁵⁶⁷⁸⁹"

// firstBytes tells for each byte whether a letter of set begins with it, so that a scan over bytes decodes few letters.
func firstBytes(set string) (t [256]bool) {
	for _, r := range set {
		t[string(r)[0]] = true
	}
	return t
}

var (
	mayMark = firstBytes(superscripts)
	// mayDrop holds what the view leaves out of a line: emphasis, soft hyphens, zero-width marks, footnote marks.
	mayDrop = firstBytes("*\u00ad\u200b\ufeff" + superscripts)
	// mayBlank holds every blank that unicode.IsSpace knows, and the zero-width marks.
	mayBlank = firstBytes("\t\n\v\f\r \u0085\u00a0\u1680\u2000\u3000\u00ad\u200b\ufeff")
)

// trim narrows a range past blanks at both ends, markdown heading signs at the start included.
func trim(s string, r document.Range) document.Range {
	cut := r.In(s)
	rest := trimLeft(cut)
	if strings.HasPrefix(rest, "#") {
		if hashes := strings.TrimLeft(rest, "#"); strings.HasPrefix(hashes, " ") {
			rest = trimLeft(hashes)
		}
	}
	r.Start += len(cut) - len(rest)
	if n := len(rest); n > 0 && (rest[n-1] <= ' ' || rest[n-1] >= utf8.RuneSelf) {
		rest = strings.TrimRightFunc(rest, blankRune)
	}
	r.End = r.Start + len(rest)
	return r
}

func trimLeft(s string) string {
	if s == "" || !mayBlank[s[0]] {
		return s
	}
	return strings.TrimLeftFunc(s, blankRune)
}

func blankRune(r rune) bool {
	return unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' || r == '\ufeff'
}
