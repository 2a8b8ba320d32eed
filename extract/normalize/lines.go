package normalize

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
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
}

var (
	pageNumber = regexp.MustCompile(`^(?:[-–—]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?$`)
	noteBody   = regexp.MustCompile(`^([¹²³⁰⁴⁵⁶⁷⁸⁹]+)\s*\S`)
	tableRule  = regexp.MustCompile(`^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$`)
	dashed     = regexp.MustCompile(`^[-–—+•~]\s*\S`)
	drawnRule  = regexp.MustCompile(`^(?:[-–—_=*.~\s]|\\_){3,}$`)
	// label matches what begins a numbered or dashed item: "I.", "2.1.", "a)", "1)", "-", "+", "Điều 5.", "Một là,". Where a
	// line of running text happens to begin with "Điều 4; khoản 5" or "Mục 3 Chương II" it is no label.
	label = regexp.MustCompile(`^(?:[IVXLC]{1,6}\s*[.)/-]|\d{1,3}(?:\.\d{1,3})*\s*(?:[.)](?:\s|\p{Lu})|/(?:\s|\p{Lu}\p{Ll}))|\d{1,3}\.\d{1,3}\s|\d{1,2}-\s+\p{Lu}|[a-zđ]{1,2}\)|[-–—+•*·▪~]\s*\S|(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*(?:[.:]|$)|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC)\s+[\dIVXLC]+\s*(?:[.:]|$|\p{Lu}{2})|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là\b)`)
)

// provision matches a line of running text that begins with a provision it speaks of.
var provision = regexp.MustCompile(`^(?:Điều|Khoản|Điểm|Mục|Chương)\s+[\da-zIVX]+`)

// opener matches what begins a paragraph of its own in every paper: motto, number, place and date, legal bases, address,
// recipients.
var opener = regexp.MustCompile(`^[*_ ]*(?:Độc lập - Tự do|Số\s*:|\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,5}, ngày |Căn cứ |Theo đề nghị |Xét đề nghị |Kính gửi|Nơi nhận)`)

// hangs matches a line that ends in a word which needs another behind it.
var hangs = regexp.MustCompile(`(?:^|\s)(?:của|và|với|tại|về|theo|cho|từ|các|những|thuộc|số)$`)

// split cuts the source into trimmed lines with their roles and leaves out what the reader never wants: furniture,
// page numbers, drawn rules.
func split(t *document.Text) []line {
	rows, notes := rowStarts(t), noteStarts(t)
	var out []line
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
		l := line{r: r, blank: blank, ruled: ruled, table: -1}
		if !classify(t, &l, rows, notes) {
			ruled = ruled || drawnRule.MatchString(r.In(t.Content))
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
func classify(t *document.Text, l *line, rows map[int]rowRef, notes map[int]*document.Note) bool {
	s := l.r.In(t.Content)
	switch {
	case covered(t.Furniture, l.r), strings.Trim(s, emphasis+superscripts) == "":
		return false
	case rows[l.r.Start].row != nil:
		l.role, l.row, l.table = Row, rows[l.r.Start].row, rows[l.r.Start].table
	case notes[l.r.Start] != nil:
		l.role, l.note, l.mark = Note, notes[l.r.Start], notes[l.r.Start].Mark
	case pageNumber.MatchString(s) && t.Wrapped, drawnRule.MatchString(s), tableRule.MatchString(s):
		return false
	case noteBody.MatchString(s):
		l.role, l.mark = Note, noteBody.FindStringSubmatch(s)[1]
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

func noteStarts(t *document.Text) map[int]*document.Note {
	m := map[int]*document.Note{}
	for i := range t.Notes {
		n := &t.Notes[i]
		start := strings.LastIndexByte(t.Content[:n.Body.Start], '\n') + 1
		m[trim(t.Content, document.Range{Start: start, End: n.Body.End}).Start] = n
	}
	return m
}

// covered tells whether one of the sorted ranges holds r.
func covered(ranges []document.Range, r document.Range) bool {
	i := sort.Search(len(ranges), func(i int) bool { return ranges[i].End >= r.End })
	return i < len(ranges) && ranges[i].Contains(r)
}

// trim narrows a range past blanks at both ends, markdown heading signs at the start included.
func trim(s string, r document.Range) document.Range {
	cut := r.In(s)
	rest := strings.TrimLeftFunc(cut, blankRune)
	if hashes := strings.TrimLeft(rest, "#"); len(rest)-len(hashes) > 0 && strings.HasPrefix(hashes, " ") {
		rest = strings.TrimLeftFunc(hashes, blankRune)
	}
	r.Start += len(cut) - len(rest)
	r.End = r.Start + len(strings.TrimRightFunc(rest, blankRune))
	return r
}

func blankRune(r rune) bool {
	return unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' || r == '\ufeff'
}

// joins decides whether line b continues the paragraph that line a belongs to. width is the usual length of a full
// printed line in code points, 0 where it is not known; wrapped tells that lines are printed lines at all.
func joins(a, b string, blankBetween, wrapped bool, width int) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a, "*_ "))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b, "*_ "))
	switch {
	case strings.ContainsRune(".;:!?…✓", last) || strings.HasSuffix(a, "./"):
		return false
	case wrapped && !blankBetween && provision.MatchString(b) && !label.MatchString(b):
		return !allCaps(a)
	case label.MatchString(b), opener.MatchString(b):
		return false
	case allCaps(a) && strings.Contains(a, " ") && !allCaps(b):
		return false // a heading, and the words in small letters under it
	case unicode.IsLower(first):
		return true
	case wrapped && hangs.MatchString(a) && !allCaps(b):
		return true
	case blankBetween:
		return false
	case allCaps(b) || allCaps(a):
		return false
	case last == ',' || last == '-' || last == '–' || last == '/' || last == '(':
		return true
	case wrapped && dashed.MatchString(a):
		return true // a recipient or a dashed item that runs over the line
	}
	return width > 0 && utf8.RuneCountInString(a) >= width*3/4
}

// parted tells whether a drawn rule parts a line from the one above, as the rule under a title does. A rule over the notes
// of a page parts nothing: what stands behind it goes on with a note or in small letters.
func (l *line) parted(content string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.r.In(content), "*_ "))
	return l.ruled && unicode.IsUpper(first)
}

// allCaps tells whether a line has letters and none of them small, as headings and letterheads do.
func allCaps(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// lineWidth estimates the length of a full printed line: the 80th percentile of lines, unless lines are so long that
// they must be whole paragraphs.
func lineWidth(t *document.Text, lines []line) int {
	if !t.Wrapped || len(lines) < 8 {
		return 0
	}
	var sizes []int
	for _, l := range lines {
		if l.role == Body {
			sizes = append(sizes, utf8.RuneCountInString(l.r.In(t.Content)))
		}
	}
	if len(sizes) < 8 {
		return 0
	}
	sort.Ints(sizes)
	if w := sizes[len(sizes)*8/10]; w <= 140 && sizes[len(sizes)-1] <= 240 {
		return w
	}
	return 0
}
