package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// noteSize is the greatest letter size of a footnote in parts of the body's.
	noteSize = 0.93
	// scannedNoteSize is the same on a page read by OCR, where letter sizes are measured and not known.
	scannedNoteSize = 0.8
	// scannedNoteLines is the most lines of footnotes on such a page: more small lines are a table.
	scannedNoteLines = 8
	// verdictOCR is the verdict of such a page.
	verdictOCR = "ocr"
)

var (
	noteStart  = regexp.MustCompile(`^(\(?(?:\d{1,3}|[*†‡]{1,3})\)?|\[\d{1,3}\])[.:]? ?`)
	longNumber = regexp.MustCompile(`^\d{4}`)
)

// findNotes marks the lines at the foot of a page that are footnotes: set smaller than the body and begun by a mark that
// also stands raised in the lines above. On a page read by OCR the raised mark need not be seen, for Tesseract takes it
// for a quotation mark or passes it over: there a few small lines under the text are enough.
func findNotes(lines []line, body float64, verdict string) {
	most, scanned := noteSize*body, verdict == verdictOCR
	if scanned {
		most = scannedNoteSize * body
	}
	from := len(lines)
	for from > 0 && lines[from-1].table == nil && lines[from-1].size <= most {
		from--
	}
	scanned = scanned && from > 0 && len(lines)-from <= scannedNoteLines
	anchors := map[string]bool{}
	for _, l := range lines[:from] {
		l.raised(anchors)
		for _, c := range l.cells {
			for _, x := range c.lines {
				x.raised(anchors)
			}
		}
	}
	started := false
	for i := from; i < len(lines); i++ {
		l := &lines[i]
		if mark := noteMark(*l); mark != "" && (anchors[mark] || scanned) {
			l.mark = mark
			started = true
		}
		l.note = started
	}
}

// raised adds the line's superscripts to marks.
func (l line) raised(marks map[string]bool) {
	for _, w := range l.words {
		if l.isRaised(w) {
			marks[bareMark(w.Text)] = true
		}
	}
}

// noteMark gives the mark that a line begins with, "" for none. A year begins a line too, and is none.
func noteMark(l line) string {
	text := l.text()
	m := noteStart.FindStringSubmatch(text)
	if m == nil || longNumber.MatchString(text) {
		return ""
	}
	return bareMark(m[1])
}

// bareMark drops the brackets and stops around a note's mark.
func bareMark(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return strings.ContainsRune("()[].,;: ", r) })
}

// superscript writes a mark with raised digits, so that "Đảng1" does not become a word; what has no raised form stays.
func superscript(mark string) string {
	const plain, up = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
	raised := []rune(up)
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(plain, r); i >= 0 {
			return raised[i]
		}
		return r
	}, mark)
}

// bodySize gives the letter size that most of the text is set in, to half a point.
func bodySize(pages [][]line) float64 {
	count := map[int]int{}
	for _, lines := range pages {
		for _, l := range lines {
			for _, w := range l.words {
				if r, _ := utf8.DecodeRuneInString(w.Text); unicode.IsLetter(r) {
					count[int(w.Size*2+0.5)] += utf8.RuneCountInString(w.Text)
				}
			}
		}
	}
	best := 0
	for size, n := range count {
		if n > count[best] || n == count[best] && size > best {
			best = size
		}
	}
	return float64(best) / 2
}
