package structure

import (
	"regexp"
	"strings"
)

// filledNumber is the place of a number that is filled in, as on a form it is not.
var filledNumber = regexp.MustCompile(`(?:^|\s)(?:[Ss]ố|SỐ)\s*:?\s*\d+[a-z]?(?:/\d{4})?\s*[/-]\s*\p{Lu}`)

// letterheadReach is how many paragraphs before and behind the motto the other parts of a letterhead stand.
const letterheadReach = 4

// secondPaper gives the block at which another paper with a letterhead of its own begins, as in an issue of the gazette, and
// the number of blocks where there is none. The first paper has a motto too: what stands before the only one is what a site
// says of the paper. A motto alone is that of a form: a filled number and a kind's line belong to it.
func (o *Outline) secondPaper(body int) int {
	mottos := 0
	for i := range o.Blocks {
		text := o.View.Para(o.Blocks[i].Para)
		if !strings.Contains(text, "CỘNG ") || !hasMotto(text) {
			continue
		}
		if mottos++; mottos == 1 || i <= body || !o.numberNear(i) {
			continue
		}
		if k := o.kindLine(i); k < 0 || k > i+2*letterheadReach {
			continue
		}
		for i > body+1 && o.partOfLetterhead(i-1) {
			i--
		}
		return i
	}
	return len(o.Blocks)
}

func (o *Outline) numberNear(i int) bool {
	for j := max(0, i-letterheadReach); j < len(o.Blocks) && j <= i+letterheadReach; j++ {
		if filledNumber.MatchString(o.View.Para(o.Blocks[j].Para)) {
			return true
		}
	}
	return false
}

// partOfLetterhead tells whether block i, right above a letterhead, is of it: an issuer in capitals, or the number.
func (o *Outline) partOfLetterhead(i int) bool {
	text := o.View.Para(o.Blocks[i].Para)
	return !numbered(o.Blocks[i]) && (filledNumber.MatchString(text) || capitals(text) && !IsOffice(text) && !authority.MatchString(text))
}
