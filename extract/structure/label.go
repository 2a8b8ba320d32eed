package structure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// Level is the rank of a label; a smaller one stands higher.
type Level int

// The levels from the highest to the lowest. Decimal covers "2.1" and "2.1.3", which nest by their own digits.
const (
	None    Level = iota
	Part          // Phần
	Chapter       // Chương
	Heading       // Mục
	Article       // Điều
	Roman         // I.
	Letter        // A.
	Number        // 1.
	Decimal       // 1.1.
	Ordinal       // Một là,
	Point         // a)
	Dash          // -
	Plus          // +
)

// labels are the forms of labels in the order in which they are tried, each with the bytes that it may begin with: most
// paragraphs begin with none of them.
var labels = []struct {
	level Level
	first string
	re    *regexp.Regexp
}{
	{Part, "P", regexp.MustCompile(`^(?:Phần|PHẦN)\s+(?:thứ\s+\p{L}+|THỨ\s+\p{L}+|[IVXLC]+|\d+)\s*[.:]?`)},
	{Chapter, "C", regexp.MustCompile(`^(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)\s*[.:]?`)},
	{Heading, "M", regexp.MustCompile(`^(?:Mục|MỤC)\s+(?:[IVXLC]+|\d+)\s*[.:]?`)},
	{Article, "Đ", regexp.MustCompile(`^(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*[.:]?`)},
	{Roman, "IVX", regexp.MustCompile(`^[IVX]{1,5}\s*(?:[./)]|-\s)`)},
	{Letter, "ABCDEFGHĐ", regexp.MustCompile(`^[A-HĐ]\.\s`)},
	{Ordinal, "MHBNSCT", regexp.MustCompile(`^(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười|Thứ nhất|Thứ hai|Thứ ba|Thứ tư|Thứ năm)(?: là)?,`)},
	{Decimal, digits, regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2})+(?:[.)]?\s|[.)])`)},
	{Number, digits, regexp.MustCompile(`^(?:\d{1,2}\s*(?:[.)](?:\s|\p{Lu})|/(?:\s|\p{Lu}\p{Ll}))|\d{1,2}-\s)`)},
	{Point, "abcdefghijklmnopqrstuvwxyzđ", regexp.MustCompile(`^[a-zđ]\d?\s?[).](?:\s|\p{L})`)},
	{Dash, "-–—•▪*~", regexp.MustCompile(`^[-–—•▪*~]\s*`)},
	{Plus, "+", regexp.MustCompile(`^\+\s*`)},
}

const digits = "0123456789"

// labelsFrom lists, for each first byte of a paragraph, the labels to try.
var labelsFrom = func() (t [256][]int) {
	for i, l := range labels {
		for _, r := range l.first {
			c := string(r)[0]
			if n := len(t[c]); n == 0 || t[c][n-1] != i {
				t[c] = append(t[c], i)
			}
		}
	}
	return t
}()

// findLabel splits a paragraph of the view into its label and its body.
func findLabel(text string, r document.Range) (Level, document.Range, document.Range) {
	s := r.In(text)
	if strings.HasPrefix(s, "V/") || strings.HasPrefix(s, "V.v") { // "V/v": the subject of a letter, and no Roman five
		return None, document.Range{Start: r.Start, End: r.Start}, r
	}
	if s == "" {
		return None, r, r
	}
	for _, i := range labelsFrom[s[0]] {
		l := labels[i]
		m := l.re.FindString(s)
		if m == "" || len(m) == len(s) && (l.level == Dash || l.level == Plus) {
			continue
		}
		if l.level <= Article && cutsWord(m, s[len(m):]) {
			continue
		}
		if l.level == Point || l.level == Number {
			m = strings.TrimRightFunc(m, func(r rune) bool { return r != ')' && r != '.' && r != '/' && r != '-' })
		}
		m = strings.TrimRight(m, " \u00a0\t")
		body := strings.TrimLeft(s[len(m):], " \u00a0\t.:")
		return l.level, document.Range{Start: r.Start, End: r.Start + len(m)}, document.Range{Start: r.End - len(body), End: r.End}
	}
	return None, document.Range{Start: r.Start, End: r.Start}, r
}

// cutsWord tells whether a label found at the front of a paragraph is the beginning of a longer word ("MỤC L" of "MỤC LỤC")
// or of a list of provisions ("Điều 4; khoản 5 Điều 6").
func cutsWord(label, rest string) bool {
	if rest == "" || strings.HasSuffix(label, ".") || strings.HasSuffix(label, ":") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(label)
	return r == ';' || r == ',' || unicode.IsLetter(r) && unicode.IsLetter(last)
}

// step is how a label is written in a path: "II", "1", "a", "Điều 5".
func step(label string) string {
	s := strings.TrimRight(label, " .):/-,\u00a0")
	for _, word := range []string{"Điều", "ĐIỀU", "Chương", "CHƯƠNG", "Mục", "MỤC", "Phần", "PHẦN"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			return word + " " + strings.TrimSpace(rest)
		}
	}
	return s
}
