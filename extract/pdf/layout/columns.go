package layout

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// The least width of the blank between the columns of a letterhead or signature block: in points, and in parts of the
// letter size. The blanks of justified lines are rarely wider than half a letter size.
const (
	gutterMin  = 7
	gutterSize = 0.62
)

// The words, folded, that stand in a letterhead or at a signature. Two columns are read one after the other only where
// one of them is met: elsewhere an alignment in two columns is a table or a form, which is read along its rows.
var columnCue = regexp.MustCompile(`cong ho[aà] xa hoi|doc lap *- *tu do|dang cong san viet nam|noi nhan *:?|(?:^|\n)(?:tm|kt|tl|tuq|q) ?[./]`)

// gap is a horizontal interval that no word covers.
type gap struct{ x0, x1 float64 }

// readingOrder puts the words of a page into lines in reading order: along the rows, but the left column before the
// right one in a letterhead and in a signature block.
func readingOrder(words []Word, width float64) []line {
	rows := linesOf(words)
	var out []line
	for i := 0; i < len(rows); {
		n, at := columnBlock(rows[i:], width)
		if n == 0 {
			out = append(out, rows[i])
			i++
			continue
		}
		left, right := split(rows[i:i+n], at)
		out = append(out, linesOf(left)...)
		out = append(out, linesOf(right)...)
		i += n
	}
	return out
}

// columnBlock looks for two columns in the rows from the first on. It gives the number of rows and the place of the
// blank between the columns, or 0.
func columnBlock(rows []line, width float64) (n int, at float64) {
	if !twoSided(rows[0], width) {
		return 0, 0
	}
	free := []gap{{0.2 * width, 0.75 * width}}
	for n < len(rows) {
		if n > 0 && rows[n].y-rows[n-1].y > 12*rows[n].size {
			break
		}
		next := narrow(free, rows[n].words)
		if len(next) == 0 {
			break
		}
		free = next
		n++
	}
	best := gap{}
	for _, g := range free {
		l, r := split(rows[:n], (g.x0+g.x1)/2)
		if len(l) > 0 && len(r) > 0 && g.x1-g.x0 > best.x1-best.x0 {
			best = g
		}
	}
	at = (best.x0 + best.x1) / 2
	if best.x1 == 0 || n < 2 {
		return 0, 0
	}
	left, right := split(rows[:n], at)
	leftLines, rightLines := linesOf(left), linesOf(right)
	if len(leftLines) < 2 || len(rightLines) < 2 || !columnCue.MatchString(folded(leftLines)+"\n"+folded(rightLines)) {
		return 0, 0
	}
	return n, at
}

// twoSided tells whether a row may begin a block of columns: it has a wide blank inside, or stands wholly on one side.
func twoSided(l line, width float64) bool {
	return len(narrow([]gap{{0.2 * width, 0.75 * width}}, l.words)) > 0
}

// narrow cuts the words out of the gaps and keeps what is still wide enough.
func narrow(free []gap, words []Word) []gap {
	for _, w := range words {
		least := max(gutterMin, gutterSize*w.Size)
		var next []gap
		for _, g := range free {
			if w.X1 <= g.x0 || w.X0 >= g.x1 {
				next = append(next, g)
				continue
			}
			if w.X0-g.x0 >= least {
				next = append(next, gap{g.x0, w.X0})
			}
			if g.x1-w.X1 >= least {
				next = append(next, gap{w.X1, g.x1})
			}
		}
		free = next
	}
	return free
}

// split divides the words of the rows at x.
func split(rows []line, x float64) (left, right []Word) {
	for _, l := range rows {
		for _, w := range l.words {
			if (w.X0+w.X1)/2 < x {
				left = append(left, w)
			} else {
				right = append(right, w)
			}
		}
	}
	return left, right
}

// folded joins the lines' texts in folded letters.
func folded(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = document.FoldASCII(l.text())
	}
	return strings.Join(texts, "\n")
}
