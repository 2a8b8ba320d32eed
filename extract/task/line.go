package task

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// line is a stretch of the view beside the same stretch in lower case; an offset of one is an offset of the other.
type line struct {
	s, low string
	marks  *marks // of the whole text, shared by its stretches
	at     int    // where the stretch begins in that text
}

func newLine(s string) line {
	low := strings.ReplaceAll(viet.Lower(s), "quí", "quý") // two spellings of "quarter", of one length
	return line{s: s, low: low, marks: &marks{low: low}}
}

func (l line) cut(from, to int) line { return line{l.s[from:to], l.low[from:to], l.marks, l.at + from} }

func (l line) from(at int) line { return l.cut(at, len(l.s)) }

func (l line) in(r document.Range) line { return l.cut(r.Start, r.End) }

// trimLeft drops the blanks and the given marks that l begins with.
func (l line) trimLeft(marks string) line {
	return l.from(len(l.s) - len(strings.TrimLeft(l.s, " \t\u00a0"+marks)))
}

// upper tells whether a capital stands at an offset.
func (l line) upper(at int) bool {
	if at >= len(l.s) {
		return false
	}
	n := 1
	if l.low[at] >= utf8.RuneSelf {
		_, n = utf8.DecodeRuneInString(l.low[at:])
	}
	return l.s[at:at+n] != l.low[at:at+n]
}

// capitals tells whether a line has capitals and no small letters.
func (l line) capitals() bool { return l.s != l.low && strings.ToUpper(l.s) == l.s }

// firstWord gives the letters that s begins with. A slash counts, as in "đ/c"; among the signs beyond ASCII only the hard
// blank and the marks of general punctuation end a word.
func firstWord(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf && !letter(c) && c != '/' || c == 0xC2 || c == 0xE2 {
			return s[:i]
		}
	}
	return s
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// wordEnd tells whether a word ends at offset i of s.
func wordEnd(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	if c := s[i-1]; c < utf8.RuneSelf && !letter(c) {
		return true
	}
	if c := s[i]; c < utf8.RuneSelf {
		return !letter(c)
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(r) && !unicode.IsMark(r)
}

// boundary tells whether a word may begin at offset i.
func boundary(s string, i int) bool {
	if i == 0 {
		return true
	}
	if c := s[i-1]; c < utf8.RuneSelf {
		return strings.IndexByte(" ,;:(.\n-\"/", c) >= 0
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r == '\u00a0' || r == '–' || r == '“'
}

// hits gives the offsets of low at which the word stands.
func hits(low, word string) []int {
	var out []int
	for at := 0; ; {
		i := strings.Index(low[at:], word)
		if i < 0 {
			return out
		}
		if boundary(low, at+i) {
			out = append(out, at+i)
		}
		at += i + len(word)
	}
}

// squeeze makes all blanks of a text single spaces and drops those around it.
func squeeze(s string) string {
	if single(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// single tells whether the only blanks of a text are single spaces inside it. Beyond ASCII a byte that may begin another
// blank counts as one, but for the quotation marks and dashes that papers are full of.
func single(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ' && last == ' ', c < ' ', c == 0xC2, c == 0xE3:
			return false
		case c == 0xE2:
			if i+2 >= len(s) || s[i+1] != 0x80 || s[i+2] < 0x93 || s[i+2] > 0xA6 {
				return false
			}
		case c == 0xE1 && i+1 < len(s) && s[i+1] == 0x9A:
			return false
		}
		last = c
	}
	return last != ' '
}

// hasWord tells whether one of the words stands in low.
func hasWord(low string, words ...string) bool {
	for _, w := range words {
		if len(hits(low, w)) > 0 {
			return true
		}
	}
	return false
}

// startsAny tells whether s begins with one of the words.
func startsAny(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(s, w) })
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

// tail gives the last n bytes of s, from a letter's start on.
func tail(s string, n int) string {
	from := max(0, len(s)-n)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	return s[from:]
}

// lastWord gives the letters that s ends with, blanks left out.
func lastWord(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	for i := len(s) - 1; i >= 0; i-- {
		if c := s[i]; c < utf8.RuneSelf && !letter(c) {
			return s[i+1:]
		}
	}
	return s
}
