package theme

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// goesOn matches what follows an inner closing mark where the outer one was forgotten: the name ended there.
var goesOn = regexp.MustCompile(`^\s*(?:gắn với|và\s+(?:phong trào|cuộc vận động)|,\s*(?:phong trào|cuộc vận động)|giai đoạn|[.;]|$)`)

// quoted finds the quotations of a paragraph, without their marks, outermost ones only. Marks nest; a mark that is never
// closed ends its quotation behind the last inner one, else at the end of the sentence.
func quoted(s string) []document.Range {
	var out []document.Range
	for i := 0; i < len(s); {
		open, mark := opens(s, i)
		if open == 0 {
			i++
			continue
		}
		start := i + open
		end, next := closes(s, start, mark)
		if r := trim(s, document.Range{Start: start, End: end}); !r.Empty() {
			out = append(out, r)
		}
		i = max(next, start)
	}
	return out
}

// opens tells whether an opening mark stands at i: its length and the mark that closes it.
func opens(s string, i int) (int, string) {
	switch s[i] {
	case '"':
		return 1, `"`
	case '\'':
		if i > 0 && s[i-1] != ' ' {
			return 0, ""
		}
		return 1, "'"
	case "“"[0], "«"[0]: // “ and ‘ begin alike
	default:
		return 0, ""
	}
	for _, p := range [][2]string{{"“", "”"}, {"«", "»"}, {"‘‘", "’’"}, {"‘", "’"}} {
		if strings.HasPrefix(s[i:], p[0]) {
			return len(p[0]), p[1]
		}
	}
	return 0, ""
}

// closing gives the length of the mark at i that closes a quotation opened for mark, 0 if none stands there. Straight and
// curved marks are mixed; an opening mark between blanks, "“ Ngày môi trường “ do", was meant to close.
func closing(s string, i int, mark string) int {
	switch {
	case strings.HasPrefix(s[i:], mark):
		return len(mark)
	case mark == "”" && s[i] == '"':
		return 1
	case mark == `"` && strings.HasPrefix(s[i:], "”"):
		return len("”")
	case mark == "”" && s[i-1] == ' ' && strings.HasPrefix(s[i:], "“ "):
		return len("“")
	}
	return 0
}

// closes finds the end of the quotation that begins at start, and where to go on.
func closes(s string, start int, mark string) (end, next int) {
	depth, last := 1, -1
	for i := start; i < len(s); i++ {
		size := closing(s, i, mark)
		switch {
		case size > 0:
			if depth--; depth <= 0 {
				return i, i + size
			}
			last = i + size
			if goesOn.MatchString(s[last:]) {
				return last, last
			}
		case mark == "”" && strings.HasPrefix(s[i:], "“"):
			depth++
		}
	}
	if last >= 0 {
		return last, last
	}
	if dot := strings.Index(s[start:], ". "); dot >= 0 {
		return start + dot, start + dot
	}
	return len(s), len(s)
}

// trim narrows a quotation past blanks and the marks that punctuation rules put before the closing one.
func trim(s string, r document.Range) document.Range {
	cut := r.In(s)
	left := strings.TrimLeft(cut, " \u00a0*")
	r.Start += len(cut) - len(left)
	r.End = r.Start + len(strings.TrimRight(left, " \u00a0*.,;"))
	return r
}
