package field

import (
	"slices"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/register"
)

// misread finds the one body whose name is nearest to two lines of capitals that OCR misread: "ỦY BAN NHÂN DÂN / TĨNH
// QUANG NGÁÀI". Two bodies equally near give none.
func (r *reader) misread(lines []line, on string) *register.Body {
	if len(lines) < 2 {
		return nil
	}
	read, _ := joined(lines[len(lines)-2:])
	read = document.FoldASCII(read)
	var found *register.Body
	best := misreadLetters + 1
	for letters := len(read) - misreadLetters; letters <= len(read)+misreadLetters; letters++ {
		for _, s := range r.reg.Local(letters) {
			switch d := distance(read, s.Folded); {
			case d > best || !s.Body.On(on):
			case d < best:
				found, best = s.Body, d
			case found != nil && s.Body.Name != found.Name:
				found = nil
			}
		}
	}
	return found
}

// misreadLetters is how many letters of a name a bad scan may change.
const misreadLetters = 2

// near tells whether strings of two lengths may be the same but for the letters that a bad scan may change.
func near(a, b int) bool { return a-b <= misreadLetters && b-a <= misreadLetters }

// distance counts the letters in which two ASCII strings differ (Levenshtein), but gives up on strings whose lengths are
// too far apart to matter.
func distance(a, b string) int {
	if !near(len(a), len(b)) {
		return misreadLetters + 1
	}
	for a != "" && b != "" && a[0] == b[0] { // most names begin alike
		a, b = a[1:], b[1:]
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next := min(row[j]+1, row[j+1]+1, diagonal+cost)
			diagonal, row[j+1] = row[j+1], next
		}
		if slices.Min(row) > misreadLetters {
			break
		}
	}
	return row[len(b)]
}
