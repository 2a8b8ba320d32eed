package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// class says in what way a reading differs from the text that it should be.
type class string

// The classes. What lies in two of them counts in the first.
const (
	moved    class = "moved"    // most of the words stand elsewhere in the other text
	added    class = "added"    // words that the text does not have: a stamp, a running head, what the scan alone holds
	lost     class = "lost"     // words of the text that were not read
	capital  class = "case"     // capitals for small letters
	spelling class = "spelling" // uỷ for ủy, quí for quý
	both     class = "both"     // plain Tesseract reads the same, well spelt: most often the typed text is not that of the scan
	figure   class = "figures"  // a figure is wrong
	marks    class = "marks"    // the letters are right, their marks are not
	letter   class = "letters"  // the rest
)

// classes in the order in which they are printed.
var classes = []class{moved, added, lost, capital, spelling, both, figure, marks, letter}

// difference is a hunk with its class and the number of its letters that are wrong.
type difference struct {
	hunk
	class class
	wrong int
}

// classify says of each hunk what it is. want is all words of the text, second those of another reading of it.
func classify(hunks []hunk, want, second []string) []difference {
	gone, come, again := rows{}, rows{}, rows{}
	for _, h := range hunks {
		gone.add(h.want)
		come.add(h.got)
	}
	again.add(second)
	var out []difference
	for _, h := range hunks {
		w, g := strings.Join(h.want, ""), strings.Join(h.got, "")
		wrong := distance([]rune(w), []rune(g))
		if wrong == 0 {
			continue // the same letters, in other words
		}
		d := difference{hunk: h, wrong: wrong}
		switch {
		case come.holdMost(h.want) || gone.holdMost(h.got):
			d.class = moved
		case strings.EqualFold(w, g):
			d.class = capital
		case sameSpelling(h.want, h.got):
			d.class = spelling
		case wellSpelt(h.got) && again.hold(h.within(want)):
			d.class = both
		case w == "":
			d.class = added
		case g == "":
			d.class = lost
		case figures(w) != figures(g):
			d.class = figure
		case document.FoldASCII(w) == document.FoldASCII(g):
			d.class = marks
		default:
			d.class = letter
		}
		out = append(out, d)
	}
	return out
}

// sameSpelling tells whether the words differ by where the tone mark stands alone.
func sameSpelling(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool {
		return viet.Usual(strings.ToLower(x)) == viet.Usual(strings.ToLower(y))
	})
}

// within gives what was read with the words before and after it.
func (h hunk) within(want []string) []string {
	out := slices.Concat(want[max(h.at-1, 0):h.at], h.got)
	if end := h.at + len(h.want); end < len(want) {
		out = append(out, want[end])
	}
	return out
}

// rows counts pairs of words that follow each other.
type rows map[[2]string]int

func (r rows) add(words []string) {
	for i := 1; i < len(words); i++ {
		r[[2]string{words[i-1], words[i]}]++
	}
}

// hold tells whether all pairs of the words are known.
func (r rows) hold(words []string) bool {
	for i := 1; i < len(words); i++ {
		if r[[2]string{words[i-1], words[i]}] == 0 {
			return false
		}
	}
	return len(words) > 1
}

// leastMoved is the fewest words that count as moved, and mostMoved the share of them that must be met elsewhere.
const (
	leastMoved = 4
	mostMoved  = 0.6
)

// holdMost tells whether most pairs of the words are known.
func (r rows) holdMost(words []string) bool {
	n := 0
	for i := 1; i < len(words); i++ {
		if r[[2]string{words[i-1], words[i]}] > 0 {
			n++
		}
	}
	return len(words) >= leastMoved && float64(n) >= mostMoved*float64(len(words)-1)
}

// wellSpelt tells whether the words are Vietnamese syllables or figures.
func wellSpelt(words []string) bool {
	for _, w := range words {
		if figures(w) != w && !viet.IsSyllable(w) {
			return false
		}
	}
	return true
}

// figures keeps the figures of a word.
func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
