package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

// part is a stretch of an item that is one task.
type part struct {
	r     document.Range
	own   named
	has   bool          // own is set
	due   *document.Due // a date; a rhythm does not set a clause apart
	set   bool          // a date or a rhythm is set; days counted from an event are how a procedure runs
	again bool          // a rhythm is set
}

// units makes tasks of block i and returns the assignee that its first words name.
func (x *extractor) units(i int, section, how string) []string {
	b := x.o.Blocks[i]
	l := x.text(b)
	if l.s == "" || !x.allowed(i, l) {
		return nil
	}
	var first []string
	w := x.governed()
	before := false // a part cut off a task is a task
	for k, p := range x.parts(l, w.lead) {
		if p.has {
			if k == 0 {
				first = p.own.names
			}
			w = who{lead: p.own.names, from: "own"}
		}
		if statesOwn(l.in(p.r).low) {
			continue
		}
		if !before && !x.obliges(l.in(p.r), p, w, b.Level) || x.mode == assigned && !x.given(l.in(p.r), p, w) || x.mode == charges && !x.charged(l.in(p.r), p) {
			continue
		}
		before = true
		r := document.Range{Start: b.Body.Start + p.r.Start, End: b.Body.Start + p.r.End}
		x.add(r, section, w, how, confidence(p, w))
	}
	return first
}

var (
	// self matches statements about the paper itself: its force, its distribution.
	self = regexp.MustCompile(`^(?:Chỉ thị|Quyết định|Kế hoạch|Nghị quyết|Công điện|Chương trình|Hướng dẫn|Thông báo|Kết luận|Quy định|Quy chế|Thông tư) này\s|^[^.;]{0,120}?(?:Quyết định|Nghị quyết|Chỉ thị)(?: này| số)[^.;]* (?:có hiệu lực|hết hiệu lực)|^[^.;,]{0,160}có hiệu lực (?:thi hành )?(?:kể )?từ ngày|giữ nguyên hiệu lực`)
	// aside matches what stands beside a paper's text: links, sources, names of annexes.
	aside = regexp.MustCompile(`^(?:\[|\(?https?:|\(?[Xx]em (?:file|tệp|thêm|tại)|(?:Ghi chú|Nguồn|Phụ lục [\dIVX]+)\s*[:.]|PHỤ LỤC)`)
	// upward matches the words with which a letter leaves a matter to whom it is sent.
	upward = regexp.MustCompile(`^(?:Kính )?[Đđ]ề nghị [^.;]{1,120} xem xét,? (?:cho ý kiến|có ý kiến|quyết định|phê duyệt|thống nhất|chấp thuận|giải quyết|thông qua|ban hành)[^.;]*[./]*$`)
	// states matches what the issuer says of itself: what it agrees with, praises, makes known.
	states = regexp.MustCompile(`^\s*[\p{L} ]{0,60}?(?:thống nhất (?:đánh giá|thông qua|với|về)|đánh giá cao |ghi nhận |biểu dương |hoan nghênh |đồng ý (?:với|về) |thông báo (?:để|ý kiến|kết luận|đến) )`)
	// blame matches threats of liability.
	blame = regexp.MustCompile(`^(?:Nếu|Trường hợp|(?:Cơ quan|Đơn vị|Địa phương|Tổ chức|Cá nhân|Người)[^.;]{0,40} nào)\s.*(?:xử lý|chịu trách nhiệm|kỷ luật)|chịu trách nhiệm(?: [^,.;]{1,30})? trước [^.;]* (?:nếu|nêu|khi) (?:để|xảy)`)
)

// allowed tells whether block i can be a task at all, from its place and its first words.
func (x *extractor) allowed(i int, l line) bool {
	switch g := x.gateNow(); {
	case x.mode == none || x.mode == sections && g != wide || g == funds && !x.told(i):
		return false
	case g == shut && charged(l.low) < 0:
		return false // who answers for a paper may stand beside its entry into force
	}
	if strings.HasSuffix(l.s, ":") && !strings.Contains(l.s, ". ") && !x.broken(i) && !x.sharesOut(i) {
		return false
	}
	if x.asksUp(l) || underLabel(l.low) {
		return false
	}
	return !(stands(l.s) && aside.MatchString(l.s)) && !(speaksOfItself(l.s) && self.MatchString(l.s)) &&
		!(threatens(l.s) && blame.MatchString(l.s))
}

// told tells whether block i begins with a body that has a name of its own: "Sở Tài chính thẩm định, trình …".
func (x *extractor) told(i int) bool {
	n, ok := x.named(i)
	return ok && proper(n.names[0])
}

// asksUp tells whether a paragraph leaves a matter to those above, as the last words of letters and reports do.
func (x *extractor) asksUp(l line) bool {
	return x.mode != open && strings.Contains(l.s, "xem xét") && upward.MatchString(l.s)
}

// inlineMax bounds, in bytes, a label before a colon inside an item.
const inlineMax = 60

// underLabel tells whether an item begins with a label under which no tasks stand: "Về quan điểm: …", "Kinh phí: …".
func underLabel(low string) bool {
	label, _, ok := strings.Cut(low[:min(len(low), inlineMax)], ":")
	if label = strings.TrimPrefix(label, "về "); !ok {
		return false
	}
	lex := words()
	return lex.has(label, hard) || lex.has(label, skip, fund) && !names(label, take)
}

// The guards below tell cheaply whether the pattern of the same task may match.

func stands(s string) bool {
	return startsAny(s, "[", "(", "http", "Xem ", "xem ", "Ghi chú", "Nguồn", "Phụ lục", "PHỤ LỤC")
}

func speaksOfItself(s string) bool {
	return startsAny(s, "Chỉ thị này", "Quyết định này", "Kế hoạch này", "Nghị quyết này", "Công điện này", "Chương trình này", "Hướng dẫn này",
		"Thông báo này", "Kết luận này", "Quy định này", "Quy chế này", "Thông tư này") ||
		strings.Contains(s, "hiệu lực") && hasAny(s, "có hiệu lực", "hết hiệu lực", "giữ nguyên hiệu lực")
}

// whoeverMax bounds, in bytes, the words up to the "nào" of a threat.
const whoeverMax = 110

func threatens(s string) bool {
	return hasAny(s, "chịu trách nhiệm", "xử lý", "kỷ luật") && (startsAny(s, "Nếu", "Trường hợp") ||
		strings.Contains(s[:min(len(s), whoeverMax)], " nào") || hasAny(s, " để", " xảy"))
}

// statesMax bounds, in bytes, the words that states is matched on.
const statesMax = 240

func statesOwn(low string) bool {
	low = window(low, 0, statesMax)
	return hasAny(low, "thống nhất ", "đánh giá cao ", "ghi nhận ", "biểu dương ", "hoan nghênh ", "đồng ý ", "thông báo ") && states.MatchString(low)
}

// given tells whether a task is plainly assigned, as kinds that mostly do other things than assign require. Rules that are
// issued with a decision speak of everybody: only what a body has to do that is named, or by a date, is a task.
func (x *extractor) given(l line, p part, w who) bool {
	if x.law && (private.MatchString(viet.Lower(strings.Join(w.lead, ","))) || len(w.lead) == 0 && private.MatchString(l.low)) {
		return false
	}
	if x.annexed {
		return p.has && (proper(p.own.names[0]) || p.due != nil)
	}
	if p.has && (p.own.strong || p.set || len(x.asked) > 0) || p.due != nil && x.ordered() {
		return true
	}
	if x.tells() && p.has && strings.Count(l.s[p.own.rest:], " ") >= sayMin && !x.isSelf(p.own.names[0]) {
		return true
	}
	return x.gateNow() == wide || w.from == "lead_in" || w.from == "chapeau"
}

// charged tells whether a norm charges somebody with carrying it out, or with what is due by a day.
func (x *extractor) charged(l line, p part) bool {
	return p.has && (charged(l.low) >= 0 || p.own.strong && p.due != nil && p.due.Value != "" && !private.MatchString(viet.Lower(p.own.names[0])))
}

// mayCharge tells cheaply whether charged may hold of a paragraph: hardly any of a long norm names a day.
func mayCharge(low string) bool {
	if strings.Contains(low, "/20") || charged(low) >= 0 {
		return true
	}
	for _, unit := range []string{"ngày ", "tháng ", "quý ", "năm "} {
		for rest := low; ; {
			_, after, ok := strings.Cut(rest, unit)
			if !ok {
				break
			}
			if rest = after; unit == "quý " || digitAhead(rest) {
				return true
			}
		}
	}
	return false
}

// private matches people to whom a norm applies, who are given no task by it.
var private = regexp.MustCompile(`^(?:các |những |mỗi )?(?:người (?:lao|sử|học|dân|nộp|được|có công|khuyết|bị|tham)|(?:cơ quan, )?tổ chức, cá nhân|cá nhân|hộ |học sinh|sinh viên|công dân|thí sinh|khách hàng)`)

// tells tells whether every body that the paper begins a sentence with is told something: its opening announces orders, or
// it is a decision or what was concluded in a meeting, and no legal norm.
func (x *extractor) tells() bool {
	return !x.law && (x.orders || x.self.Kind == "quyet_dinh" || x.self.Kind == "thong_bao" || x.self.Kind == "ket_luan")
}

// sayMin is how many words a decision needs to tell a body what to do; what is shorter is a name with a verb in it:
// "Trung tâm Hỗ trợ phát triển quan hệ lao động".
const sayMin = 7

// proper tells whether a name has a capital behind its first word.
func proper(name string) bool {
	_, rest, _ := strings.Cut(name, " ")
	return rest != viet.Lower(rest)
}

// obliges tells whether the words of a part ask for something to be done.
func (x *extractor) obliges(l line, p part, w who, level structure.Level) bool {
	if p.has || startsVerb(l.low) || words().has(l.trimLeft("").low, ask) || hasWord(l.s, "phải ", "cần ", "không được ", "nghiêm cấm ", "có trách nhiệm ", "yêu cầu ") {
		return true
	}
	if level != structure.None && scheduled.MatchString(window(l.low, 0, dateMax)) {
		return true // an item of a timetable
	}
	if w.from == "lead_in" && x.mode == open && !isBody(l) {
		return true // under a body's name every item is its business, whatever the verb
	}
	for _, r := range pieces(l.s) {
		q := l.in(r).trimLeft("")
		if startsVerb(q.low) {
			return true
		}
		if comma := strings.Index(q.low, ", "); comma > 0 && words().has(q.low, frame) && startsVerb(q.low[comma+2:]) {
			return true
		}
	}
	return level != structure.None && x.mode == open && x.gateNow() == wide && !words().has(l.low, skip, fund, hard) && share.MatchString(l.s) && acts(l)
}

// share matches the share of people who are to do something, as items of a plan name them: "100% cán bộ cài đặt …".
var share = regexp.MustCompile(`^(?:Trên |Ít nhất |Tối thiểu )?\d{1,3}(?:,\d+)?\s?%\s`)

// parts cuts an item where another assignee or another deadline is named. Until it names one, the item is its governors'.
func (x *extractor) parts(l line, governors []string) []part {
	var out []part
	for _, r := range x.sentences(l) {
		q := l.in(r)
		n, has := x.assignee(afterLabel(q))
		due := x.due(l.in(trimEnds(l.s, r)))
		set := due != nil && (due.Value != "" || due.Recurrence != "")
		again := due != nil && due.Recurrence != ""
		if again {
			due = nil
		}
		next := part{r: r, own: n, has: has, due: due, set: set, again: again}
		if len(out) == 0 {
			out = append(out, next)
			continue
		}
		p := &out[len(out)-1]
		bearers := governors
		if p.has {
			bearers = p.own.names
		}
		other := has && !sameNames(n.names, bearers)
		if other && clause(l.s, r) && !n.strong && !sameCase(q) {
			other = false
		}
		if other && !p.has && onlyAssigns(q.trimLeft("")) {
			p.own, p.has, other = n, true, false // "Xây dựng 48 trạm; Sở Xây dựng chủ trì, xong trước …": who does what was said
		}
		if other || due != nil && p.due != nil && due.Text != p.due.Text || due != nil && due.Value != "" && p.again && p.due == nil {
			out = append(out, next)
			continue
		}
		p.r.End = r.End
		p.set, p.again = p.set || set, p.again || again
		if p.due == nil {
			p.due = due
		}
	}
	return out
}

// assigns matches a clause that says who does what the clause before it names, with whom and by when, and nothing else.
var assigns = regexp.MustCompile(`^(?:giao )?[^;:]{3,120}? (?:chủ trì|phụ trách|thực hiện|chịu trách nhiệm|tham mưu)(?:,? (?:thực hiện|triển khai|tham mưu))?` +
	`(?:,? phối hợp (?:với|cùng)[^;.]{3,160}?)?(?:[,;]? ?(?:xong|hoàn thành|thực hiện|báo cáo|thời gian|trong|trước|từ) ` +
	`(?:(?:xong|thực hiện|hoàn thành|trong|trước|hết|vào|đến|từ|cuối|đầu|là):? )*(?:ngày|tháng|quý|năm|thường xuyên|\d)[^;]{0,60})?[ .;]*$`)

// onlyAssigns tells whether a clause has no task of its own, not even behind those whom it names as helpers.
func onlyAssigns(l line) bool {
	if !assigns.MatchString(l.low) {
		return false
	}
	i := strings.Index(l.low, "phối hợp")
	if i < 0 {
		return true
	}
	m := with.FindString(l.low[i:])
	if m == "" {
		return true
	}
	rest := strings.TrimLeft(l.low[supportEnd(l, i+len(m)):], " \u00a0")
	return !words().has(rest, verb, how) || byWhen.MatchString(rest)
}

// byWhen matches a verb behind which only the time stands: "thực hiện trước ngày 30/6".
var byWhen = regexp.MustCompile(`^(?:thực hiện|triển khai|hoàn thành)(?: xong)? (?:trong|trước|từ|hết|vào|đến) `)

// sentences cuts a text into pieces, but leaves a list of names whole that semicolons part.
func (x *extractor) sentences(l line) []document.Range {
	all := pieces(l.s)
	for n := charged(l.low); len(all) > 1 && all[1].Start < n; { // a list of names, whatever its marks
		all[1].Start = all[0].Start
		all = all[1:]
	}
	out := all[:1]
	for _, r := range all[1:] {
		last := &out[len(out)-1]
		if open := unasked(l.in(*last).trimLeft("")); clause(l.s, r) && isBody(l.in(r).trimLeft("")) && isBody(open) {
			if end, _ := verbAfter(open, 0); end < 0 {
				last.End = r.End
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// unasked drops the word of asking that l begins with.
func unasked(l line) line {
	if a, ok := words().at(ask, l.low); ok {
		l = l.from(len(a.phrase))
		return l.from(blanks(l.low))
	}
	return l
}

// amended matches the words before a task that a paper gives a new form: "Sửa đổi thời hạn tại điểm b mục 4: …",
// "Bổ sung điểm e vào mục 4 như sau: “e) …".
var amended = regexp.MustCompile(`^[^:“;]{0,120}(?:sửa đổi|bổ sung|thay thế|điều chỉnh)[^:“;]{0,120}:\s*(?:“\s*(?:[\p{Ll}\d.]{1,6}[).]\s*)?)?`)

// about matches the words that say what a request is about: "Về nguồn vật liệu: Giao Bộ X hướng dẫn …".
var about = regexp.MustCompile(`^(?:về|đối với) [^:;.]{2,160}:\s+`)

// afterLabel drops the words that only say where the task belongs.
func afterLabel(l line) line {
	if head := scheduled.FindString(window(l.low, 0, dateMax)); head != "" {
		return l.from(len(head))
	}
	if startsAny(l.low, "về ", "đối với ") {
		if rest := l.from(len(about.FindString(l.low))); isBody(unasked(rest)) {
			return rest
		}
	}
	if !strings.Contains(l.s, ":") || !hasAny(l.low, "sửa đổi", "bổ sung", "thay thế", "điều chỉnh") {
		return l
	}
	return l.from(len(amended.FindString(l.low)))
}

// clause tells whether a piece follows a semicolon rather than a full stop.
func clause(s string, r document.Range) bool {
	return strings.HasSuffix(strings.TrimRight(s[:r.Start], " \u00a0"), ";")
}

// sameCase tells whether a clause begins with a capital or with "các", as the name of another assignee does.
func sameCase(l line) bool {
	l = l.trimLeft("")
	return l.upper(0) || strings.HasPrefix(l.s, "các ")
}

func sameNames(a, b []string) bool {
	return viet.Letters(strings.Join(a, " ")) == viet.Letters(strings.Join(b, " "))
}
