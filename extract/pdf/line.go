package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/viet"
)

// line is one printed line: its words from left to right.
type line struct {
	words  []word
	x0, x1 float64
	y      float64 // the baseline of its largest words
	size   float64 // of its largest words
	// cells holds the words of each cell where the line is a row of a table; words is then empty.
	cells []cell
	table *grid
	head  bool // the row is a head of its table
	mark  string
	note  bool // a line of a footnote; mark is set on its first
}

// sameLine is how far, in parts of the letter size, two baselines of one line may differ.
const sameLine = 0.25

// raised is how small and how far up a word must be to be a superscript, in parts of its line's letter size.
const (
	raisedSize = 0.8
	raisedMost = 0.65
)

// linesOf puts words into lines by their baselines, top to bottom.
func linesOf(words []word) []line {
	if len(words) == 0 {
		return nil
	}
	ws := slices.Clone(words)
	slices.SortStableFunc(ws, func(a, b word) int { return cmp.Compare(a.y, b.y) })
	var lines []line
	for _, w := range ws {
		if n := len(lines); n > 0 {
			l := &lines[n-1]
			if math.Abs(w.y-l.y) <= sameLine*max(w.size, l.size) {
				l.add(w)
				continue
			}
		}
		lines = append(lines, line{words: []word{w}, y: w.y, size: w.size, x0: w.x0, x1: w.x1})
	}
	lines = joinRaised(lines)
	for i := range lines {
		l := &lines[i]
		slices.SortStableFunc(l.words, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
		l.words = dropDoubles(l.words)
	}
	return lines
}

// add puts a word into the line, whose baseline is that of its largest words.
func (l *line) add(w word) {
	if w.size > l.size {
		l.size, l.y = w.size, w.y
	}
	l.words = append(l.words, w)
	l.x0, l.x1 = min(l.x0, w.x0), max(l.x1, w.x1)
}

// joinRaised puts superscripts, whose baseline is higher, into the line they belong to.
func joinRaised(lines []line) []line {
	out := lines[:0:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if i+1 < len(lines) {
			next := &lines[i+1]
			if l.size <= raisedSize*next.size && next.y-l.y <= raisedMost*next.size && l.shortWords() && fits(l, *next) {
				for _, w := range l.words {
					next.add(w)
				}
				continue
			}
		}
		if n := len(out); n > 0 {
			prev := &out[n-1]
			if l.size <= raisedSize*prev.size && l.y-prev.y <= 0.3*prev.size && l.shortWords() && fits(l, *prev) {
				for _, w := range l.words {
					prev.add(w)
				}
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// shortWords tells whether every word is short enough for a superscript or subscript.
func (l line) shortWords() bool {
	for _, w := range l.words {
		if utf8.RuneCountInString(w.text) > 4 {
			return false
		}
	}
	return true
}

// fits tells whether no word of a lies over a word of b.
func fits(a, b line) bool {
	for _, w := range a.words {
		for _, v := range b.words {
			if min(w.x1, v.x1)-max(w.x0, v.x0) > 0.3*(w.x1-w.x0) {
				return false
			}
		}
	}
	return true
}

// dropDoubles drops words printed twice in one place, a way of making bold letters.
func dropDoubles(words []word) []word {
	out := words[:0]
	for _, w := range words {
		double := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-3; k-- {
			if out[k].text == w.text && math.Abs(out[k].x0-w.x0) < 0.12*w.size {
				out[k].bold = true
				double = true
			}
		}
		if !double {
			out = append(out, w)
		}
	}
	return out
}

// wordGap is the distance, in parts of the letter size, from which two words are apart although the file has no blank
// between them. Blanks of text faces are 0.25 wide; justified lines shrink them to 0.2 at the least.
const wordGap = 0.17

// apart tells whether a blank stands between two neighbours of a line.
func apart(a, b word) bool {
	gap := b.x0 - a.x1
	size := max(a.size, b.size)
	if r, _ := utf8.DecodeRuneInString(b.text); unicode.Is(unicode.Mn, r) {
		return false
	}
	if (a.after || b.before) && gap > -0.3*size {
		return true
	}
	return gap > wordGap*size
}

// text joins the words of a line.
func (l line) text() string {
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 && apart(l.words[i-1], w) {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return viet.NFC(b.String())
}

// isRaised tells whether word w of the line is a superscript.
func (l line) isRaised(w word) bool {
	return w.size <= raisedSize*l.size && l.y-w.y >= 0.15*l.size
}
