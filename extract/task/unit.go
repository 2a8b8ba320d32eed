package task

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

// part is a stretch of an item that is one task.
type part struct {
	r   document.Range
	own named
	has bool // own is set
	due *document.Due
}

// units makes tasks of a block and returns the assignee that its first words name.
func (x *extractor) units(b structure.Block, section, how string) []string {
	s := x.o.Text(b)
	if s == "" || !x.allowed(s) {
		return nil
	}
	parts := x.parts(s)
	var first []string
	w := x.governed()
	before := false // a part cut off a task is a task
	for k, p := range parts {
		text := p.r.In(s)
		if p.has {
			if k == 0 {
				first = p.own.names
			}
			w = who{lead: p.own.names, from: "own"}
		}
		if !before && !x.obliges(text, p, w) || x.mode == assigned && !x.given(p, w) {
			continue
		}
		before = true
		r := document.Range{Start: b.Body.Start + p.r.Start, End: b.Body.Start + p.r.End}
		x.add(r, section, w, how, confidence(p, w))
	}
	return first
}

// confidence is the share of tasks of this sort that were right on the annotated directives.
func confidence(p part, w who) float64 {
	switch {
	case p.has && p.own.strong:
		return 0.95
	case p.has || w.from == "lead_in":
		return 0.9
	case w.from == "chapeau":
		return 0.85
	}
	return 0.7
}

var (
	// self matches statements about the paper itself: its force, its distribution, its execution formula.
	self = regexp.MustCompile(`^(?:Chỉ thị|Quyết định|Kế hoạch|Nghị quyết|Công điện|Chương trình|Hướng dẫn|Thông báo|Kết luận|Quy định|Quy chế|Thông tư) này\s|(?:Quyết định|Nghị quyết|Chỉ thị)[^.;]* (?:có hiệu lực|hết hiệu lực)|có hiệu lực (?:thi hành )?(?:kể )?từ ngày|chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:Quyết định|Nghị quyết) này[./ ]*$|căn cứ (?:vào )?(?:Quyết định|Nghị quyết) (?:này )?(?:thi hành|thực hiện)|chịu trách nhiệm thi hành (?:Quyết|Nghị)`)
	// blame matches threats of liability.
	blame = regexp.MustCompile(`^(?:Nếu|Trường hợp|(?:Cơ quan|Đơn vị|Địa phương|Tổ chức|Cá nhân|Người)[^.;]{0,40} nào)\s.*(?:xử lý|chịu trách nhiệm|kỷ luật)|chịu trách nhiệm(?: [^,.;]{1,30})? trước [^.;]* (?:nếu|nêu|khi) (?:để|xảy)`)
)

// allowed tells whether a block can be a task at all, from its place and its first words.
func (x *extractor) allowed(s string) bool {
	g := x.gateNow()
	if g == shut || x.mode == sections && g != wide {
		return false
	}
	if hasAny(s, " này", "hiệu lực", "thi hành") && self.MatchString(s) || hasAny(s, "xử lý", "trách nhiệm", "kỷ luật") && blame.MatchString(s) || strings.HasSuffix(s, ":") && !strings.Contains(s, ". ") {
		return false
	}
	return true
}

// given tells whether a task is plainly assigned, as kinds that mostly do other things than assign require.
func (x *extractor) given(p part, w who) bool {
	return x.gateNow() == wide || p.has && p.own.strong || w.from == "lead_in" || w.from == "chapeau"
}

// must finds a word of obligation anywhere in a sentence in lower case.
func must(low string) bool {
	return len(hits(low, []string{"phải ", "cần ", "không được ", "nghiêm cấm ", "có trách nhiệm ", "yêu cầu "})) > 0
}

// obliges tells whether the words of a part ask for something to be done.
func (x *extractor) obliges(s string, p part, w who) bool {
	low := lower(s)
	if p.has || startsVerb(low) || must(low) {
		return true
	}
	if w.from == "lead_in" && x.mode == open && !isBody(s) {
		return true // under a body's name every item is its business, whatever the verb
	}
	for _, q := range pieces(s) {
		low := strings.TrimLeft(lower(q.In(s)), " \u00a0")
		if startsVerb(low) {
			return true
		}
		if comma := strings.Index(low, ", "); comma > 0 && circumstance.MatchString(low) && startsVerb(low[comma+2:]) {
			return true
		}
	}
	return false
}

// parts cuts an item where another assignee or another deadline is named.
func (x *extractor) parts(s string) []part {
	var out []part
	for _, r := range pieces(s) {
		text := r.In(s)
		n, has := x.assignee(text)
		due := x.cal.find(text)
		if due != nil && due.Recurrence != "" {
			due = nil // a rhythm does not set a clause apart, a date does
		}
		if len(out) == 0 {
			out = append(out, part{r: r, own: n, has: has, due: due})
			continue
		}
		p := &out[len(out)-1]
		other := has && (!p.has || !sameNames(n.names, p.own.names))
		if other && clause(s, r) && !n.strong && !sameCase(s, r) {
			other = false
		}
		if other || due != nil && p.due != nil && due.Text != p.due.Text {
			out = append(out, part{r: r, own: n, has: has, due: due})
			continue
		}
		p.r.End = r.End
		if p.due == nil {
			p.due = due
		}
	}
	return out
}

// clause tells whether a piece follows a semicolon rather than a full stop.
func clause(s string, r document.Range) bool {
	return strings.HasSuffix(strings.TrimRight(s[:r.Start], " \u00a0"), ";")
}

// sameCase tells whether a clause begins with a capital or with "các", as the name of another assignee does.
func sameCase(s string, r document.Range) bool {
	text := strings.TrimLeft(r.In(s), " \u00a0")
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) || strings.HasPrefix(text, "các ")
}

func sameNames(a, b []string) bool {
	return viet.Letters(strings.Join(a, " ")) == viet.Letters(strings.Join(b, " "))
}

// pieces cuts a text into its sentences and their clauses between semicolons, quotations and brackets left whole.
func pieces(s string) []document.Range {
	var out []document.Range
	start, depth := 0, 0
	for i, r := range s {
		switch r {
		case '(', '“':
			depth++
		case ')', '”':
			depth = max(0, depth-1)
		case ';':
			if depth == 0 {
				out = append(out, document.Range{Start: start, End: i})
				start = i + 1
			}
		case '.', '!', '…':
			end := i + utf8.RuneLen(r)
			if depth == 0 && ends(s, start, i, end) {
				out = append(out, document.Range{Start: start, End: end})
				start = end
			}
		}
	}
	if strings.TrimSpace(s[start:]) != "" || len(out) == 0 {
		out = append(out, document.Range{Start: start, End: len(s)})
	}
	return out
}

// short matches words before a full stop that ends no sentence: initials, numbers, abbreviations.
var short = regexp.MustCompile(`(?:^|[\s(])(?:\p{Lu}|\d{1,3}|[Tt][Pp]|TS|PGS|GS|ThS|[Tt]r|[Nn]xb|v\.v)$`)

// ends tells whether the mark at i, after which offset end comes, closes a sentence.
func ends(s string, start, i, end int) bool {
	rest := s[end:]
	after := strings.TrimLeft(rest, " \u00a0\n")
	if after == rest || after == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsUpper(next) || next == '“' || next == '"') && !short.MatchString(s[start:i])
}
