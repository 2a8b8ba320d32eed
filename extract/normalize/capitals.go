package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wholeCapitals raises the letters of lines whose capitals are only half capitals: fonts of the old encodings had capital
// letters without marks alone, so that a heading reads "SắC LệNH" where the font is lost. Each letter has as many bytes as
// before, so offsets stay true.
func wholeCapitals(s string) string {
	var out []byte
	for at := 0; at < len(s); {
		i := halfCapital(s, at)
		if i < 0 {
			break
		}
		from, to := strings.LastIndexByte(s[:i], '\n')+1, len(s)
		if end := strings.IndexByte(s[i:], '\n'); end >= 0 {
			to = i + end
		}
		if line := s[from:to]; strings.IndexFunc(line, smallASCII) < 0 {
			if raised := strings.ToUpper(line); len(raised) == len(line) {
				if out == nil {
					out = []byte(s)
				}
				copy(out[from:to], raised)
			}
		}
		at = to
	}
	if out == nil {
		return s
	}
	return string(out)
}

// halfCapital finds the next small letter with a mark between or behind two capitals without marks, -1 where there is none.
func halfCapital(s string, from int) int {
	for i := max(from, 1); i < len(s); i++ {
		if s[i] < utf8.RuneSelf || !capitalASCII(s[i-1]) {
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if (i+n < len(s) && capitalASCII(s[i+n]) || i > 1 && capitalASCII(s[i-2])) && unicode.IsLower(r) {
			return i
		}
	}
	return -1
}

func capitalASCII(c byte) bool { return 'A' <= c && c <= 'Z' }

func smallASCII(r rune) bool { return 'a' <= r && r <= 'z' }
