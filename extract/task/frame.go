package task

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
)

// gateOf reads from a heading whether tasks stand below it.
func gateOf(l line) gate {
	lex := words()
	low := strings.TrimSpace(l.low)
	if lex.has(low, hard) || follows(low) && norms.MatchString(tail(low, normsTail)) {
		return shut
	}
	if names(low, take) || changesTasks(low) {
		return wide
	}
	switch {
	case lex.has(low, fund):
		return funds
	case lex.has(low, skip):
		return shut
	}
	return plain
}

// norms matches the end of a lead-in to what holds rather than to what is to be done: "hoạt động theo các nguyên tắc sau:".
var norms = regexp.MustCompile(`(?:nguyên tắc|điều kiện|tiêu chuẩn|tiêu chí|trường hợp|hành vi|thành phần|đối tượng|hồ sơ|mức|quyền|quyền và nghĩa vụ|cơ chế, chính sách(?: đặc thù)?)(?: như)? (?:sau|sau đây|dưới đây)[ :.]*$`)

// normsTail is, in bytes, the end of a lead-in in which norms are looked for.
const normsTail = 120

// names tells whether a phrase of a class stands at the beginning of a heading or after one of its blanks and commas.
func names(low string, c class) bool {
	for i := range len(low) {
		if (i == 0 || low[i] == ' ' || low[i] == ',') && words().has(strings.TrimLeft(low[i:], " ,"), c) {
			return true
		}
	}
	return false
}

// changesTasks tells whether a division gives the tasks of an earlier paper a new form.
func changesTasks(low string) bool {
	return hasAny(low[:min(len(low), changeWindow)], "sửa đổi", "bổ sung") &&
		hasAny(low[:min(len(low), changeWindow)], "chỉ thị số", "kế hoạch số", "chương trình số", "công điện số", "nhiệm vụ giao")
}

// changeWindow is, in bytes, how soon a division names what it changes.
const changeWindow = 120

const (
	headingShort = 130 // code points that a heading over unnumbered paragraphs seldom passes
	headingLong  = 350 // the longest heading seen over numbered items
)

// isHeading tells whether block i only names what the blocks after it say.
func (x *extractor) isHeading(i int) bool {
	b := x.o.Blocks[i]
	l := x.text(b)
	if i+1 >= len(x.o.Blocks) || x.o.Blocks[i+1].Region != b.Region || x.isClosing(i+1) || b.Level == structure.Plus {
		return b.Heading && (l.s == "" || l.capitals())
	}
	next := x.o.Blocks[i+1]
	deeper := x.deeper(next, b)
	if b.Level == structure.None {
		return b.Heading && next.Level == structure.None && !startsVerb(l.low) || b.Heading && l.capitals()
	}
	if (b.Level == structure.Dash || next.Level == structure.None) && strings.HasSuffix(l.s, ".") && startsVerb(l.low) {
		return false
	}
	if is, _ := x.attributeAt(i + 1); is != colOther || strings.HasSuffix(l.s, ";") || next.Level != structure.None && !deeper {
		return false
	}
	if n, ok := x.named(i); ok && n.rest < len(l.s) {
		return false
	}
	if hasWord(l.low, "phải ") {
		return false
	}
	one := !strings.Contains(strings.TrimRight(l.s, ". "), ". ")
	switch {
	case !one || strings.HasSuffix(l.s, ":"):
		return false
	case b.Heading:
		return true
	}
	n := utf8.RuneCountInString(l.s)
	if deeper && next.Level != structure.None {
		return n <= headingLong
	}
	_, ok := x.named(i + 1)
	return n <= headingShort || ok && n <= 2*headingShort
}

// deeper tells whether block b stands in the division that block above opens.
func (x *extractor) deeper(b, above structure.Block) bool {
	if b.Level == structure.Decimal && above.Level == structure.Decimal {
		return x.dots(b) > x.dots(above)
	}
	if x.starred(above) && b.Level == structure.Dash {
		return !x.starred(b)
	}
	return x.o.Rank(b.Level) > x.o.Rank(above.Level)
}

// dots counts the points in a decimal label, which tell its depth.
func (x *extractor) dots(b structure.Block) int {
	return strings.Count(strings.TrimRight(b.Label.In(x.view.s), ". "), ".")
}

// isLeadIn tells whether block i announces the blocks after it.
func (x *extractor) isLeadIn(i int) bool {
	b := x.o.Blocks[i]
	l := x.text(b)
	if i+1 >= len(x.o.Blocks) || x.o.Blocks[i+1].Region != b.Region || x.isClosing(i+1) || x.isAttribute(i+1) {
		return false
	}
	next := x.o.Blocks[i+1]
	deeper := x.deeper(next, b)
	if x.broken(i) || x.sharesOut(i) {
		return false
	}
	if !ahead(l) {
		return deeper && x.callsOn(i)
	}
	return b.Level == structure.None || next.Level == structure.None || deeper
}

// amount matches an item that says how much of a thing somebody gets: "Tỉnh Cao Bằng: 446 tấn gạo".
var amount = regexp.MustCompile(`^[^:]{2,60}:\s*\d[\d.,]*\s+\p{L}`)

// isAmount tells whether an item says how much somebody gets.
func isAmount(s string) bool {
	_, much, ok := strings.Cut(s, ":")
	return ok && digitAhead(strings.TrimLeft(much, " \u00a0")) && amount.MatchString(s)
}

// sharesOut tells whether block i tells somebody to give what the items after it share out, which is a task by itself.
func (x *extractor) sharesOut(i int) bool {
	if x.mode == open || i+1 >= len(x.o.Blocks) || !isAmount(x.text(x.o.Blocks[i+1]).s) {
		return false
	}
	n, ok := x.named(i)
	return ok && n.rest < len(x.text(x.o.Blocks[i]).s)
}

// broken tells whether the paragraph of block i goes on in the next block, whose first letter is small: a printed line
// ended in a colon.
func (x *extractor) broken(i int) bool {
	if i+1 >= len(x.o.Blocks) || x.o.Blocks[i+1].Level != structure.None {
		return false
	}
	first, _ := utf8.DecodeRuneInString(x.text(x.o.Blocks[i+1]).s)
	return unicode.IsLower(first)
}

// ahead tells whether a paragraph announces the items after it: it ends in a colon or in "như sau".
func ahead(l line) bool {
	low := strings.TrimRight(l.low, " \u00a0")
	return strings.HasSuffix(low, ":") || follows(strings.TrimRight(low, " ."))
}

// follows tells whether a text ends in "sau" or "sau đây", whatever marks close it.
func follows(low string) bool {
	low = strings.TrimRight(low, " :.")
	return strings.HasSuffix(low, "sau") || strings.HasSuffix(low, "sau đây") || strings.HasSuffix(low, "dưới đây")
}

// callsOn tells whether a short line over items names a body and nothing that it is to do: "Sở Công Thương chủ trì, phối
// hợp thực hiện".
func (x *extractor) callsOn(i int) bool {
	l := x.text(x.o.Blocks[i])
	if l.s == "" || utf8.RuneCountInString(l.s) > headingShort || strings.ContainsAny(l.s[len(l.s)-1:], ".;") {
		return false
	}
	n, ok := x.named(i)
	return ok && idle.MatchString(l.low[n.rest:])
}

// idle matches words of leading and joining with no task in them.
var idle = regexp.MustCompile(`^(?:ch[ủú] tr[ìị]|phối hợp|tổ chức|thực hiện|triển khai|có trách nhiệm|chịu trách nhiệm|với|cùng|các|cơ quan|đơn vị|sở|ban|ngành|địa phương|có|liên quan|chỉ đạo|[,\s])+$`)

// last matches paragraphs that close a paper: they speak to all readers and belong to no division.
var last = regexp.MustCompile(`^(?:Văn phòng|Thừa lệnh|Thừa ủy quyền)[^.;]{0,80} thông báo |^(?:Yêu cầu|Đề nghị|Căn cứ|Nhận được|Trên đây|Trong quá trình|Quá trình)\s|(?:Chỉ thị|Kế hoạch|Công điện|Nghị quyết|Chương trình|Công văn|Quyết định|Hướng dẫn) này|nội dung (?:nêu )?trên`)

// closingStart finds the first of the unnumbered paragraphs that close the body. The first one under a heading fills that
// heading and closes nothing.
func (x *extractor) closingStart() int {
	end := len(x.o.Blocks)
	for i, b := range x.o.Blocks {
		if b.Region > structure.Main {
			end = i
			break
		}
	}
	start := end
	for i := end - 1; i >= 0; i-- {
		b := x.o.Blocks[i]
		if b.Level != structure.None || x.o.View.Paras[b.Para].Role != normalize.Body {
			if b.Heading && start == i+1 && start < end {
				start++
			}
			return start
		}
		if l := x.text(b); last.MatchString(l.s) || x.handsOn(l) {
			start = i
		}
	}
	return end // no numbered item before them: the paper has no division to close
}

// isClosing tells whether block i is one of the closing paragraphs.
func (x *extractor) isClosing(i int) bool {
	return i >= x.closing && x.o.Blocks[i].Region <= structure.Main
}

// handsOn tells whether the issuer itself asks somebody in a paragraph.
func (x *extractor) handsOn(l line) bool {
	if !isBody(l) {
		return false
	}
	end, strong := verbAfter(l, 0)
	return end > 0 && strong && words().has(strings.TrimLeft(l.low[end:], " \u00a0"), ask) && x.isSelf(l.s[:end])
}
