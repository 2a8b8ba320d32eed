package result

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed units.tsv
var unitTable string

// unitName is one row of the table: a unit, or the beginning of one that takes the noun after it along, or both.
type unitName struct {
	name       string
	unit, lead bool
}

// units holds the names of units by their first word, longer ones first.
var units = sync.OnceValue(func() map[string][]unitName {
	m := map[string][]unitName{}
	for line := range strings.Lines(unitTable) {
		class, name, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(class, "#") {
			continue
		}
		name = strings.ToLower(name)
		word := name[:wordLen(name)]
		i := slices.IndexFunc(m[word], func(u unitName) bool { return u.name == name })
		if i < 0 {
			i = len(m[word])
			m[word] = append(m[word], unitName{name: name})
		}
		m[word][i].unit = m[word][i].unit || class == "unit"
		m[word][i].lead = m[word][i].lead || class == "lead"
	}
	for _, list := range m {
		slices.SortFunc(list, func(a, b unitName) int { return len(b.name) - len(a.name) })
	}
	return m
})

// unitAt reads the unit that s begins with, the longest that the table has; "" if there is none.
func unitAt(s string) string {
	if strings.HasPrefix(s, "%") {
		return "%"
	}
	for _, u := range units()[strings.ToLower(s[:wordLen(s)])] {
		n := match(s, u.name)
		if n == 0 || wordLen(s[n:]) > 0 {
			continue
		}
		if u.lead {
			rest := strings.TrimLeft(s[n:], " \u00a0")
			if more := unitAt(rest); more != "" && more != "%" {
				return s[:len(s)-len(rest)+len(more)]
			}
		}
		if u.unit {
			return s[:n]
		}
	}
	return ""
}

// match gives the length of the name at the beginning of s, whatever its case and blanks; 0 if it does not stand there.
func match(s, name string) int {
	i := 0
	for _, want := range name {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\u00a0' {
			r = ' '
		}
		if unicode.ToLower(r) != want {
			return 0
		}
		i += size
	}
	return i
}

// wordLen is the length in bytes of the word that s begins with.
func wordLen(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '²' && r != '³' {
			return i
		}
	}
	return len(s)
}
