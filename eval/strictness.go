package eval

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/viet"
)

// Strictness says when two values count as equal.
type Strictness string

// The levels, strictest first.
const (
	Exact   Strictness = "exact"   // the same letters, blanks folded
	Folded  Strictness = "folded"  // case, punctuation and the place of tone marks do not count
	Overlap Strictness = "overlap" // at least half of the longer one's syllables are shared
	Edit    Strictness = "edit"    // at most two letters in ten differ
)

// Levels lists every level.
func Levels() []Strictness { return []Strictness{Exact, Folded, Overlap, Edit} }

// Equal compares two values.
func (s Strictness) Equal(a, b string) bool {
	a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
	if a == b {
		return true
	}
	if s == Exact {
		return false
	}
	x, y := viet.Letters(a), viet.Letters(b)
	if x == y {
		return x != ""
	}
	switch s {
	case Overlap:
		return 2*sharedWords(x, y) >= max(len(strings.Fields(x)), len(strings.Fields(y)))
	case Edit:
		return 10*distance(x, y) <= 2*max(utf8.RuneCountInString(x), utf8.RuneCountInString(y))
	}
	return false
}

func sharedWords(a, b string) int {
	left := map[string]int{}
	for _, w := range strings.Fields(a) {
		left[w]++
	}
	n := 0
	for _, w := range strings.Fields(b) {
		if left[w] > 0 {
			left[w]--
			n++
		}
	}
	return n
}

// distance is the Levenshtein distance in code points.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
