package ocr

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

const (
	// unsure is the confidence under which figures in a letterhead are not given. Number and day are often written in by
	// hand; Tesseract then reads other figures that look right, and a wrong number is worse than none.
	unsure = 0.75
	// unsureWhole is the same for a number that is one word with its year and symbol: only print stands that close.
	unsureWhole = 0.65
	// headShare is the upper part of the first page in which a letterhead stands.
	headShare = 0.35
)

var (
	numberLine  = regexp.MustCompile(`^so ?:?[^a-z]|^so ?:|^so$|^s\S{0,4} ?/[a-z]`)
	dateLine    = regexp.MustCompile(`thang.*nam`)
	wholeNumber = regexp.MustCompile(`^\d{1,5}/(?:19|20)\d{2}/\p{Lu}[\p{Lu}\d-]+$`)
	symbolTail  = regexp.MustCompile(`/\p{Lu}.*$`)
	numberHead  = regexp.MustCompile(`^[Ss][ốồỗôỐÔ]:?`)
	// handNumber is the label with figures of a number written by hand over it.
	handNumber = regexp.MustCompile(`^S[^\pL]`)
	dayHead    = regexp.MustCompile(`^ng[àa]`)
	// oddSign is what neither a symbol nor a date is written with: a sign of letters that were written by hand.
	oddSign = regexp.MustCompile(`[^\p{L}\p{M}\d/.,:()\-–]`)
)

// dropUnsure takes figures that were not surely read out of the lines "Số: …" and "…, ngày … tháng … năm …" of a
// letterhead. Of a symbol, what follows the slash stays.
func dropUnsure(words []Word, height int) []Word {
	out := words[:0:0]
	for _, line := range byLine(words) {
		text := lineText(line)
		if !inHead(line, height) || !numberLine.MatchString(text) && !dateLine.MatchString(text) {
			out = append(out, line...)
			continue
		}
		for _, w := range line {
			if (w.Confidence < leastSure(w.Text) || oddSign.MatchString(w.Text)) && !viet.IsSyllable(strings.Trim(w.Text, ",.:;")) {
				w.Text = labelOf(w.Text) + symbolTail.FindString(w.Text)
			}
			if w.Text != "" {
				out = append(out, w)
			}
		}
	}
	return out
}

// leastSure is the confidence under which a word of a letterhead's figures is not given.
func leastSure(word string) float64 {
	if wholeNumber.MatchString(word) {
		return unsureWhole
	}
	return unsure
}

// labelOf gives the printed word that figures written by hand run into.
func labelOf(word string) string {
	switch {
	case handNumber.MatchString(word):
		return "Số:"
	case dayHead.MatchString(word):
		return "ngày"
	default:
		return numberHead.FindString(word)
	}
}

// inHead tells whether a line stands where letterheads do on a page of the given height.
func inHead(line []Word, height int) bool {
	return float64(line[0].Box.Max.Y) <= headShare*float64(height)
}

// lineText joins a line's words in folded letters.
func lineText(line []Word) string {
	texts := make([]string, len(line))
	for i, w := range line {
		texts[i] = document.FoldASCII(w.Text)
	}
	return strings.Join(texts, " ")
}
