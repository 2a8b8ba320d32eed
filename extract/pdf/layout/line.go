package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/viet"
)

// line is one printed line: its words from left to right.
type line struct {
	words  []Word
	x0, x1 float64
	y      float64 // the baseline of its largest words
	size   float64 // of its largest words
	// cells holds the words of each cell where the line is a row of a table; words is then empty.
	cells []cell
	table *grid
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
func linesOf(words []Word) []line {
	if len(words) == 0 {
		return nil
	}
	ws := slices.Clone(words)
	slices.SortStableFunc(ws, func(a, b Word) int { return cmp.Compare(a.Y, b.Y) })
	var lines []line
	for _, w := range ws {
		if n := len(lines); n > 0 {
			l := &lines[n-1]
			if math.Abs(w.Y-l.y) <= sameLine*max(w.Size, l.size) {
				l.add(w)
				continue
			}
		}
		lines = append(lines, line{words: []Word{w}, y: w.Y, size: w.Size, x0: w.X0, x1: w.X1})
	}
	lines = joinRaised(lines)
	for i := range lines {
		l := &lines[i]
		slices.SortStableFunc(l.words, func(a, b Word) int { return cmp.Compare(a.X0, b.X0) })
		l.words = composed(dropDoubles(l.words))
	}
	return lines
}

// add puts a word into the line, whose baseline is that of its largest words.
func (l *line) add(w Word) {
	if w.Size > l.size {
		l.size, l.y = w.Size, w.Y
	}
	l.words = append(l.words, w)
	l.x0, l.x1 = min(l.x0, w.X0), max(l.x1, w.X1)
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

// shortwords tells whether every word is short enough for a superscript or subscript.
func (l line) shortWords() bool {
	for _, w := range l.words {
		if utf8.RuneCountInString(w.Text) > 4 {
			return false
		}
	}
	return true
}

// fits tells whether no word of a lies over a word of b.
func fits(a, b line) bool {
	for _, w := range a.words {
		for _, v := range b.words {
			if min(w.X1, v.X1)-max(w.X0, v.X0) > 0.3*(w.X1-w.X0) {
				return false
			}
		}
	}
	return true
}

// dropDoubles drops words printed twice in one place, a way of making bold letters.
func dropDoubles(words []Word) []Word {
	out := words[:0]
	for _, w := range words {
		double := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-3; k-- {
			if out[k].Text == w.Text && math.Abs(out[k].X0-w.X0) < 0.12*w.Size {
				out[k].Bold = true
				double = true
			}
		}
		if !double {
			out = append(out, w)
		}
	}
	return out
}

// composed brings the words into NFC and joins to the word before what composes with it: files may draw a letter's mark
// as a word of its own.
func composed(words []Word) []Word {
	out := words[:0]
	for _, w := range words {
		w.Text = viet.NFC(w.Text)
		if n := len(out); n > 0 && !norm.NFC.PropertiesString(w.Text).BoundaryBefore() && !apart(out[n-1], w) {
			last := &out[n-1]
			last.Text, last.X1, last.After = viet.NFC(last.Text+w.Text), max(last.X1, w.X1), w.After
			continue
		}
		out = append(out, w)
	}
	return out
}

// wordGap is the distance, in parts of the letter size, from which two words are apart although the file has no blank
// between them. Blanks of text faces are 0.25 wide; justified lines shrink them to 0.2 at the least.
const wordGap = 0.17

// apart tells whether a blank stands between two neighbours of a line.
func apart(a, b Word) bool {
	gap := b.X0 - a.X1
	size := max(a.Size, b.Size)
	if r, _ := utf8.DecodeRuneInString(b.Text); unicode.Is(unicode.Mn, r) {
		return false
	}
	if (a.After || b.Before) && gap > -0.3*size {
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
		b.WriteString(w.Text)
	}
	return b.String()
}

// isRaised tells whether word w of the line is a superscript.
func (l line) isRaised(w Word) bool {
	return w.Size <= raisedSize*l.size && l.y-w.Y >= 0.15*l.size
}
