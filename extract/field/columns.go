package field

import (
	"regexp"
	"strings"
	"unicode"
)

// gutter is the run of blanks between two columns that a conversion to plain text printed on one line.
var gutter = regexp.MustCompile(`\s{5,}[\p{Lu}(\[]`)

// columns cuts a line at its gutters. The place of a number or a day that is left blank is no gutter: small letters or signs
// follow it, or a colon stands before it.
func columns(l line) []line {
	if !strings.Contains(l.text, "     ") && !strings.ContainsAny(l.text, "\t\n\r\f") { // seen far sooner than by the pattern
		return []line{{l.text, l.within(0, len(l.text)), l.block}}
	}
	var out []line
	from := 0
	for _, at := range gutter.FindAllStringIndex(l.text, -1) {
		left := strings.TrimRight(l.text[from:at[0]], " \t")
		if left == "" || strings.HasSuffix(left, ":") && !recipientsHead.MatchString(left) {
			continue
		}
		right := at[0] + strings.IndexFunc(l.text[at[0]:], notBlank)
		out = append(out, line{left, l.within(from, from+len(left)), l.block})
		from = right
	}
	return append(out, line{l.text[from:], l.within(from, len(l.text)), l.block})
}

func notBlank(c rune) bool { return c != ' ' && c != '\t' }

// Bounds of a letterhead that a conversion printed on one line with the text behind it, in bytes.
const (
	shortestPage = 160 // a shorter line is one of a letterhead
	longestHead  = 600 // from the start of the line to the end of its day
)

// listNumber is what a site puts before such a line.
var listNumber = regexp.MustCompile(`^\s*\d{1,2}\.\s`)

// onOneLine takes a letterhead apart that stands on one line with the text behind it: what is around the motto in
// capitals, number with place and day, and the words in capitals behind them, which are kind and title. It gives nothing
// for a line that lacks the two lines of the motto, or number and day behind them.
func onOneLine(l line) (head []line, title string) {
	day := longDate.FindStringIndex(l.text[:min(len(l.text), longestHead)])
	if len(l.text) < shortestPage || day == nil {
		return nil, ""
	}
	number := numberLabel.FindStringIndex(l.text[:day[0]])
	mottos := motto.FindAllStringIndex(l.text[:day[0]], -1)
	if number == nil || len(mottos) < 2 || mottos[0][0] > number[0] || !capitals(l.text[mottos[0][0]:mottos[0][1]]) {
		return nil, ""
	}
	from := len(listNumber.FindString(l.text))
	for _, m := range append(mottos, number) {
		head = append(head, l.piece(from, m[0]))
		if from = m[1]; m[0] == number[0] {
			break
		}
		head = append(head, l.piece(m[0], m[1]))
	}
	head = append(head, l.piece(number[0], day[1]))
	behind := strings.TrimLeft(l.text[day[1]:], " .,*_-")
	if small := strings.IndexFunc(behind, unicode.IsLower); small > 0 {
		behind = behind[:strings.LastIndexByte(" "+behind[:small], ' ')]
	}
	return head, strings.TrimRight(behind, " ")
}

// piece gives a part of a line as a line of its own, blanks at its ends left out.
func (l line) piece(from, to int) line {
	from, to = min(from, to), max(from, to)
	text := strings.TrimRight(l.text[from:to], " ")
	from += len(text) - len(strings.TrimLeft(text, " "))
	text = strings.TrimLeft(text, " ")
	return line{text, l.within(from, from+len(text)), l.block}
}
