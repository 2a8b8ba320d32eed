package normalize

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// line is one line of the source, trimmed.
type line struct {
	r     document.Range
	role  Role
	blank bool // an empty line stands before it
	ruled bool // a drawn rule stands before it and no note in between
	table int
	row   *document.Row
	note  *document.Note
	mark  string
	// goesOn tells that a line of a note begins a further paragraph of it.
	goesOn bool
}

var (
	pageNumber = regexp.MustCompile(`^(?:[-–—]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$`)
	tableRule  = regexp.MustCompile(`^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$`)
)

// longestPageNumber bounds the printed number of a page, "- Trang 123/123 -", in bytes.
const longestPageNumber = 40

// split cuts the source into trimmed lines with their roles and leaves out what the reader never wants: furniture,
// page numbers, drawn rules.
func split(t *document.Text) []line {
	rows, notes := rowStarts(t), notesInOrder(t)
	out := make([]line, 0, strings.Count(t.Content, "\n")+1)
	blank, ruled := false, false
	for at := 0; at < len(t.Content); {
		end := strings.IndexByte(t.Content[at:], '\n')
		next := len(t.Content)
		if end < 0 {
			end = len(t.Content)
		} else {
			end += at
			next = end + 1
		}
		r := trim(t.Content, document.Range{Start: at, End: end})
		at = next
		if r.Empty() {
			blank = true
			continue
		}
		for len(notes) > 0 && notes[0].Body.End <= r.Start {
			notes = notes[1:]
		}
		l := line{r: r, blank: blank, ruled: ruled, table: -1}
		if !classify(t, &l, rows, notes) {
			ruled = ruled || drawnRule(r.In(t.Content)) || border(r.In(t.Content))
			continue
		}
		blank, ruled = false, false
		out = append(out, l)
	}
	return out
}

// emphasis are the signs and blanks that a line may consist of without saying anything.
const emphasis = "*_ \u00a0\u00ad\u200b\ufeff"

// classify sets the role of a line and tells whether the view keeps it.
func classify(t *document.Text, l *line, rows map[int]rowRef, notes []document.Note) bool {
	s := l.r.In(t.Content)
	switch {
	case covered(t.Furniture, l.r), strings.Trim(s, emphasis+superscripts) == "":
		return false
	case rows[l.r.Start].row != nil:
		l.role, l.row, l.table = Row, rows[l.r.Start].row, rows[l.r.Start].table
	case len(notes) > 0 && l.r.End > notes[0].Body.Start:
		l.role, l.note, l.mark = Note, &notes[0], notes[0].Mark
	case t.Wrapped && len(s) <= longestPageNumber && pageNumber.MatchString(s), drawnRule(s),
		strings.Contains(s, "--") && tableRule.MatchString(s), border(s):
		return false
	case noteMark(s) > 0:
		l.role, l.mark = Note, s[:noteMark(s)]
	case strings.Count(s, "|") >= 2:
		l.role = Row
	}
	return true
}

type rowRef struct {
	row   *document.Row
	table int
}

func rowStarts(t *document.Text) map[int]rowRef {
	m := map[int]rowRef{}
	for i := range t.Tables {
		for j := range t.Tables[i].Rows {
			row := &t.Tables[i].Rows[j]
			m[trim(t.Content, row.Range).Start] = rowRef{row, i}
		}
	}
	return m
}

// notesInOrder gives the notes in the order of their bodies in the text.
func notesInOrder(t *document.Text) []document.Note {
	byBody := func(a, b document.Note) int { return cmp.Compare(a.Body.Start, b.Body.Start) }
	if slices.IsSortedFunc(t.Notes, byBody) {
		return t.Notes
	}
	return slices.SortedFunc(slices.Values(t.Notes), byBody)
}

// covered tells whether one of the sorted ranges holds r.
func covered(ranges []document.Range, r document.Range) bool {
	i := sort.Search(len(ranges), func(i int) bool { return ranges[i].End >= r.End })
	return i < len(ranges) && ranges[i].Contains(r)
}

// noteMark gives the length of the superscript digits that a line begins with, 0 where nothing follows them.
func noteMark(s string) int {
	end := 0
	for end < len(s) && mayMark[s[end]] {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(superscripts, r) {
			break
		}
		end += n
	}
	if end == 0 || strings.TrimLeft(s[end:], " \t") == "" {
		return 0
	}
	return end
}

// drawnRule tells whether a line is a rule drawn with signs ("-----", "* * *").
func drawnRule(s string) bool {
	n := 0
	for i, r := range s {
		switch r {
		case '-', '–', '—', '_', '=', '*', '.', '~', ' ', '\t':
			n++
		case '\\':
			if !strings.HasPrefix(s[i+1:], "_") {
				return false
			}
		default:
			return false
		}
	}
	return n >= 3
}

// Lengths of printed lines, in code points: what is longer is a paragraph, and a column is no wider than this.
const (
	longestLine  = 240
	widestColumn = 140
)

// border tells whether a line is nothing but the border of a cell, as texts of web pages have it between the two halves of a
// letterhead.
func border(s string) bool { return s != "" && strings.Trim(s, "| \t") == "" }

// lineWidth estimates the length of a full printed line: the 80th percentile of lines, unless lines are so long that
// they must be whole paragraphs.
func lineWidth(t *document.Text, lines []line) int {
	if !t.Wrapped || len(lines) < 8 {
		return 0
	}
	var sizes [longestLine + 1]int // how many lines have each length
	body := 0
	for _, l := range lines {
		if l.role != Body {
			continue
		}
		n := utf8.RuneCountInString(l.r.In(t.Content))
		if n > longestLine {
			return 0
		}
		sizes[n]++
		body++
	}
	if body < 8 {
		return 0
	}
	width := 0
	for shorter := sizes[0]; shorter <= body*8/10; shorter += sizes[width] {
		width++
	}
	if width > widestColumn {
		return 0
	}
	return width
}
