package result

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed units.tsv
var unitTable string

// units holds the names of units by their first word.
var units = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{"unit": {}, "lead": {}}
	for line := range strings.Lines(unitTable) {
		if class, word, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok && m[class] != nil {
			m[class][word] = true
		}
	}
	return m
})

// maxUnitWords is the length of the longest unit of the table.
const maxUnitWords = 5

// unitAt reads the unit that s begins with, the longest that the table has; "" if there is none.
func unitAt(s string) string {
	if strings.HasPrefix(s, "%") {
		return "%"
	}
	best := ""
	at := 0
	for range maxUnitWords {
		end := at + wordLen(s[at:])
		if end == at {
			break
		}
		if u := s[:end]; units()["unit"][strings.ToLower(strings.ReplaceAll(u, "\u00a0", " "))] {
			best = u
		}
		next := end
		if next < len(s) && s[next] == ',' {
			next++ // "tin, bài"
		}
		gap := next + len(s[next:]) - len(strings.TrimLeft(s[next:], " \u00a0"))
		if gap == next {
			break
		}
		at = gap
	}
	if units()["lead"][strings.ToLower(best)] {
		rest := strings.TrimLeft(s[len(best):], " \u00a0")
		if more := unitAt(rest); more != "" && more != "%" {
			return s[:len(s)-len(rest)+len(more)]
		}
	}
	return best
}

// wordLen is the length in bytes of the word that s begins with.
func wordLen(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '²' && r != '³' {
			return i
		}
		i += size
	}
	return len(s)
}
