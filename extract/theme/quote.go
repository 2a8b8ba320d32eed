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
	if c := s[i]; c != '"' && c != "“"[0] && c != "«"[0] { // “ and ‘ begin alike
		return 0, ""
	}
	for _, p := range [][2]string{{"“", "”"}, {"«", "»"}, {"‘‘", "’’"}, {`"`, `"`}} {
		if strings.HasPrefix(s[i:], p[0]) {
			return len(p[0]), p[1]
		}
	}
	return 0, ""
}

// closes finds the end of the quotation that begins at start, and where to go on.
func closes(s string, start int, mark string) (end, next int) {
	depth, last := 1, -1
	for i := start; i < len(s); i++ {
		switch {
		case mark == "”" && strings.HasPrefix(s[i:], "“"):
			depth++
		case strings.HasPrefix(s[i:], mark) || mark == "”" && s[i] == '"':
			size := len(mark)
			if s[i] == '"' {
				size = 1
			}
			if depth--; depth <= 0 {
				return i, i + size
			}
			last = i + size
			if goesOn.MatchString(s[last:]) {
				return last, last
			}
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

// inside tells whether an offset lies within one of the quotations.
func inside(quotes []document.Range, at int) bool {
	for _, q := range quotes {
		if q.Start <= at && at < q.End {
			return true
		}
	}
	return false
}
