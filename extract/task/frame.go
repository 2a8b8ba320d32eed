package task

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
)

// gateOf reads from a heading whether tasks stand below it.
func gateOf(s string) gate {
	l := words()
	low := strings.TrimSpace(lower(s))
	if l.has("hard", low) {
		return shut
	}
	for i, r := range low {
		if (i == 0 || r == ' ' || r == ',') && l.has("take", strings.TrimLeft(low[i:], " ,")) {
			return wide
		}
	}
	if l.has("skip", low) {
		return shut
	}
	return plain
}

const (
	headingShort = 130 // code points that a heading over unnumbered paragraphs seldom passes
	headingLong  = 350 // the longest heading seen over numbered items
)

// isHeading tells whether block i only names what the blocks after it say.
func (x *extractor) isHeading(i int) bool {
	b := x.o.Blocks[i]
	s := x.o.Text(b)
	if i+1 >= len(x.o.Blocks) || x.o.Blocks[i+1].Region != b.Region || i+1 >= x.closing || b.Level == structure.Plus {
		return b.Heading && (s == "" || strings.ToUpper(s) == s)
	}
	next := x.o.Blocks[i+1]
	deeper := next.Level > b.Level || next.Level == structure.Decimal && b.Level == structure.Decimal
	if b.Level == structure.None {
		return b.Heading && next.Level == structure.None && !startsVerb(lower(s)) || b.Heading && strings.ToUpper(s) == s
	}
	if strings.HasSuffix(s, ";") || next.Level != structure.None && !deeper {
		return false
	}
	if n, ok := x.assignee(s); ok && n.rest < len(s) {
		return false
	}
	n := utf8.RuneCountInString(s)
	one := !strings.Contains(strings.TrimRight(s, ". "), ". ")
	switch {
	case !one || strings.HasSuffix(s, ":"):
		return false
	case b.Heading:
		return true
	case deeper && next.Level != structure.None:
		return n <= headingLong
	}
	_, ok := x.assignee(x.o.Text(next))
	return n <= headingShort || ok && n <= 2*headingShort
}

// isLeadIn tells whether block i announces the blocks after it.
func (x *extractor) isLeadIn(i int) bool {
	b := x.o.Blocks[i]
	s := x.o.Text(b)
	if i+1 >= len(x.o.Blocks) || x.o.Blocks[i+1].Region != b.Region || i+1 >= x.closing {
		return false
	}
	next := x.o.Blocks[i+1]
	deeper := next.Level > b.Level || next.Level == structure.Decimal && b.Level == structure.Decimal
	if !ahead(s) {
		return deeper && x.callsOn(s)
	}
	return b.Level == structure.None || next.Level == structure.None || deeper
}

// callsOn tells whether a short line over items names a body and nothing that it is to do: "Sở Công Thương chủ trì, phối
// hợp thực hiện".
func (x *extractor) callsOn(s string) bool {
	if utf8.RuneCountInString(s) > headingShort || strings.ContainsAny(s[len(s)-1:], ".;") {
		return false
	}
	n, ok := x.assignee(s)
	return ok && idle.MatchString(lower(s[n.rest:]))
}

// idle matches words of leading and joining with no task in them.
var idle = regexp.MustCompile(`^(?:ch[ủú] tr[ìị]|phối hợp|tổ chức|thực hiện|triển khai|có trách nhiệm|chịu trách nhiệm|với|cùng|các|cơ quan|đơn vị|sở|ban|ngành|địa phương|có|liên quan|chỉ đạo|[,\s])+$`)

// last matches paragraphs that close a paper: they speak to all readers and belong to no division.
var last = regexp.MustCompile(`^(?:Yêu cầu|Đề nghị|Căn cứ|Nhận được|Trên đây|Trong quá trình|Quá trình)\s|(?:Chỉ thị|Kế hoạch|Công điện|Nghị quyết|Chương trình|Công văn|Quyết định|Hướng dẫn) này|nội dung (?:nêu )?trên`)

// closingStart finds the first of the unnumbered paragraphs that close the body.
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
			return start
		}
		if s := x.o.Text(b); last.MatchString(s) || x.handsOn(s) {
			start = i
		}
	}
	return end // no numbered item before them: the paper has no division to close
}

// handsOn tells whether the issuer itself asks somebody in a paragraph.
func (x *extractor) handsOn(s string) bool {
	low := lower(s)
	if !isBody(s) {
		return false
	}
	end, strong := verbAfter(s, low, 0)
	return end > 0 && strong && words().has("ask", strings.TrimLeft(low[end:], " \u00a0")) && x.isSelf(s[:end])
}
