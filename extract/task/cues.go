package task

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed cues.tsv
var cueTable string

//go:embed kinds.tsv
var kindTable string

// mode says where a kind of document may have tasks; see kinds.tsv.
type mode int

const (
	none mode = iota
	open
	assigned
	sections
)

// cue is one phrase of a class and the words that must not stand right before it.
type cue struct {
	phrase   string
	notAfter []string
}

// lexicon holds the phrases of each class by their first word, longer ones first.
type lexicon struct {
	class map[string]map[string][]cue
	mode  map[string]mode
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{class: map[string]map[string][]cue{}, mode: map[string]mode{}}
	for _, col := range rows(cueTable) {
		c := cue{phrase: col[1]}
		if len(col) > 2 {
			c.notAfter = strings.Split(col[2], ",")
		}
		if l.class[col[0]] == nil {
			l.class[col[0]] = map[string][]cue{}
		}
		first, _, _ := strings.Cut(strings.TrimSuffix(col[1], ","), " ")
		first = strings.TrimSuffix(first, ",")
		l.class[col[0]][first] = append(l.class[col[0]][first], c)
	}
	for _, m := range l.class {
		for _, list := range m {
			slices.SortStableFunc(list, func(a, b cue) int { return len(b.phrase) - len(a.phrase) })
		}
	}
	names := map[string]mode{"open": open, "assigned": assigned, "sections": sections}
	for _, col := range rows(kindTable) {
		l.mode[col[0]] = names[col[1]]
	}
	return l
})

// rows cuts a table into its lines and columns, comments left out.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// at returns the longest phrase of a class that s, which must be in lower case, begins with.
func (l *lexicon) at(class, s string) (cue, bool) {
	for _, c := range l.class[class][firstWord(s)] {
		if strings.HasPrefix(s, c.phrase) && wordEnd(s, len(c.phrase)) {
			return c, true
		}
	}
	return cue{}, false
}

// has tells whether s begins with a phrase of a class.
func (l *lexicon) has(class, s string) bool {
	_, ok := l.at(class, s)
	return ok
}

// firstWord gives the letters that s begins with.
func firstWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '/' {
			return s[:i]
		}
	}
	return s
}

// wordEnd tells whether a word ends at offset i of s.
func wordEnd(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	if last, _ := utf8.DecodeLastRuneInString(s[:i]); !unicode.IsLetter(last) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return !unicode.IsLetter(r) && !unicode.IsMark(r)
}

// lower folds to lower case without moving an offset: every Vietnamese letter keeps its length, the few foreign ones
// that would not are left as they are.
func lower(s string) string {
	if !utf8.ValidString(s) {
		return s // a map would widen the broken bytes
	}
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}

// lastWord gives the letters that s ends with, blanks and an opening comma left out.
func lastWord(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}
