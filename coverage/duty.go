package coverage

import (
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// duty is what sort of task it is, where the sort decides what proves it.
type duty struct {
	product string   // the kind of paper that the task demands: its issue is the proof
	reports bool     // the task is to report
	gathers bool     // the task is to follow what others do and to report, so that a report is proof of it among others
	periods periods  // of the reports
	to      []string // comparable names of those to whom
	days    []string // on which it is to report, in order
	recurs  bool
}

var (
	adverbs  = `(?:(?:khẩn trương|chủ động|kịp thời|thường xuyên|định kỳ(?: hằng \p{L}+)?|hằng (?:tháng|quý|năm|tuần)|tổ chức)\s+)*`
	byDay    = `(?:(?:trước|chậm nhất)\s+(?:ngày\s+)?[\d/ -]+(?:tháng \d+\s+)?(?:(?:hằng|hàng) \p{L}+)?,?\s*)?`
	makes    = regexp.MustCompile(`(?i)^[\s,:]*` + adverbs + `(?:xây dựng(?:\s*,|\s+và)?\s*)?(?:ban hành|xây dựng|xây dựng, ban hành)?\s*(kế hoạch|chương trình hành động|chương trình)(?:[^\p{L}]|$)`)
	makesAny = regexp.MustCompile(`(?i)^[\s,:]*` + adverbs + `(?:ban hành|xây dựng)`)
	ownPlan  = regexp.MustCompile(`(?i)(?:ban hành|xây dựng)(?:,? (?:và )?(?:ban hành|triển khai))? (kế hoạch|chương trình) (?:thực hiện )?của (?:đơn vị|địa phương|cơ quan|ngành|mình)`)
	toReport = regexp.MustCompile(`(?i)^[\s,:]*` + adverbs + byDay + `(?:tổng hợp[^;.]{0,80}?)?(?:sơ kết|tổng kết|báo cáo|gửi báo cáo|gửi kết quả)`)
	toWhom   = regexp.MustCompile(`(?i)(?:báo cáo|gửi|về|trình|qua)\s+(?:cáo\s+)?`)
)

// productKinds are the kinds of paper whose issue a task may demand.
var productKinds = map[string]string{"kế hoạch": "ke_hoach", "chương trình": "chuong_trinh", "chương trình hành động": "chuong_trinh"}

// longestAddress is the number of bytes that may stand before the assignee where the task is addressed to them: "Giao",
// "Yêu cầu", "Đề nghị".
const longestAddress = 12

// dutyOf reads the beginning of a task, after the unit that it names.
func dutyOf(t document.Task, bodyAt func(string) string) duty {
	text := t.Text
	for _, name := range t.Lead {
		if i := strings.Index(text, name); i >= 0 && i <= longestAddress {
			text = text[i+len(name):]
		}
	}
	d := duty{recurs: t.Due != nil && t.Due.Recurrence != ""}
	if m := makes.FindStringSubmatch(text); m != nil && makesAny.MatchString(text) {
		d.product = productKinds[viet.Lower(m[1])]
	} else if m := ownPlan.FindStringSubmatch(text); m != nil {
		d.product = productKinds[viet.Lower(m[1])]
	}
	d.reports = toReport.MatchString(text)
	d.gathers = !d.reports && gathering.MatchString(text)
	d.periods = periodsOf(text)
	if d.reports {
		d.to = addressees(text, bodyAt)
		for _, day := range datesIn(t.Text) {
			d.days = append(d.days, day.day)
		}
		slices.Sort(d.days)
	}
	return d
}

// addressees gives those to whom a text says that something is reported or sent.
func addressees(text string, bodyAt func(string) string) []string {
	var out []string
	for _, m := range toWhom.FindAllStringIndex(text, -1) {
		if name := bodyAt(text[m[1]:]); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// admits tells whether a passage can prove such a task by its wording. A task to make a plan is not carried out by
// planning it, and a report is not taken up by a report to somebody else.
func (d duty) admits(p passage, bodyAt func(string) string) bool {
	switch {
	case d.product != "":
		return p.role == Reported
	case !d.reports:
		return true
	case p.role == Reported:
		return false // the report itself is the proof: see deliver
	}
	return slices.ContainsFunc(addressees(p.span.Exact, bodyAt), func(to string) bool { return slices.Contains(d.to, to) })
}

// longestName is the number of words in which a body's name is looked for.
const longestName = 9

// bodyAt gives the comparable name of the body that a text begins with, "" if it begins with none.
func (f *finder) bodyAt(text string) string {
	if i := strings.IndexAny(text, ";.()"); i >= 0 {
		text = text[:i]
	}
	words := strings.Fields(text)
	for n := min(len(words), longestName); n >= 2; n-- {
		if p, ok := f.roster.place(strings.TrimRight(strings.Join(words[:n], " "), ",:")); ok {
			return f.roster.key(p.Name)
		}
	}
	return ""
}

// productScore is the score of a document that is itself the thing demanded: what it is and what it carries out are read
// off its head, so it is as sure as the link.
const productScore = 0.95

// deliver offers a document as the proof of a task that demands such a document: the plan that a directive orders, or
// the report on it. The quote is its title. Only a unit that was given the task can prove it so, and a recurring report
// is proved in part by one.
func (f *finder) deliver(rd reading) {
	d := rd.answer.Document
	if d.Kind == nil || d.Title == nil || d.Title.Span == nil || len(rd.answer.Via) > 0 || rd.by != "" || f.drafts[d.ID] {
		return
	}
	for task, part := range f.roster.given[rd.unit] {
		duty := f.duties[task]
		plan := duty.product != "" && d.Kind.Value == duty.product && rd.answer.Relation == document.Implements
		report := (duty.reports || duty.gathers) && d.Kind.Value == "bao_cao" && answers(rd.answer.Relation) && duty.periods.meet(periodsOf(d.Title.Value))
		if part.accountable() && (plan || report) {
			e := f.piece(rd, passage{span: *d.Title.Span, role: Reported}, task, productScore)
			e.halts = report && onTheWay(d.Title.Value, issuedOn(d), f.dueDay(task))
			e.Partial = e.halts || duty.recurs || report && (duty.periods == halfYear|wholeYear || len(duty.days) > 1)
			f.offer(rd, task, e, true)
		}
	}
}

// dueDay gives the day by which a task is to be done, "" where it has none.
func (f *finder) dueDay(task int) string {
	if due := f.in.Directive.Tasks[task].Due; due != nil {
		return string(due.Value)
	}
	return ""
}

// addressScore is the score of an item of a plan that sets out to report to those to whom the task says to report.
const addressScore = 0.9

// address offers the items of a plan that will report to whom a task of its unit says to report, in whatever words.
func (f *finder) address(rd reading) {
	for task, part := range f.roster.given[rd.unit] {
		d := f.duties[task]
		if !d.reports || !part.accountable() {
			continue
		}
		for _, p := range rd.passages {
			if p.role == Planned && d.schedules(p.span.Exact) {
				e := f.piece(rd, p, task, addressScore)
				e.Reasons = []string{"báo cáo đúng kỳ mà nhiệm vụ yêu cầu"}
				f.offer(rd, task, e, true)
				continue
			}
			if p.role == Planned && len(d.to) > 0 && strings.Contains(viet.Lower(p.span.Exact), "báo cáo") && d.admits(p, f.bodyAt) {
				e := f.piece(rd, p, task, addressScore)
				e.Reasons = []string{"báo cáo đúng nơi mà nhiệm vụ yêu cầu"}
				f.offer(rd, task, e, true)
			}
		}
	}
}

// issueScore is the score of a report's sentence that names the paper which the task demands.
const issueScore = 0.93

// issued matches what says that a paper was issued.
var issued = regexp.MustCompile(`(?i)(?:ban hành|xây dựng|phê duyệt)(?:[^\p{L}]|$)`)

// announce offers the sentences of a report that tell that its unit issued the paper which a task demands, and name it.
func (f *finder) announce(rd reading) {
	d := rd.answer.Document
	for task, part := range f.roster.given[rd.unit] {
		if f.duties[task].product == "" || !part.accountable() || rd.by != "" {
			continue
		}
		for _, p := range rd.passages {
			if p.role == Reported && issued.MatchString(p.span.Exact) && f.namesOwn(d, p.span, f.duties[task].product, rd.unit) {
				e := f.piece(rd, p, task, issueScore)
				e.Reasons = []string{"báo cáo nêu văn bản của chính đơn vị mà nhiệm vụ yêu cầu ban hành"}
				f.offer(rd, task, e, true)
			}
		}
	}
}

// namesAny tells whether a passage cites a paper of a kind with its number.
func namesAny(d *document.Document, span document.Span, kind string) bool {
	return slices.ContainsFunc(d.Citations, func(c document.Citation) bool {
		return c.Span.Start >= span.Start && c.Span.End <= span.End && string(c.Kind) == kind && c.Symbol != ""
	})
}

// namesOwn tells whether a passage cites a paper of a kind, with its number, that the unit issued itself after the directive.
func (f *finder) namesOwn(d *document.Document, span document.Span, kind string, unit int) bool {
	return slices.ContainsFunc(d.Citations, func(c document.Citation) bool {
		return c.Span.Start >= span.Start && c.Span.End <= span.End && string(c.Kind) == kind && c.Symbol != "" &&
			(c.Issuer == "" || f.roster.key(string(c.Issuer)) == f.roster.key(f.roster.units[unit].Name) || isOwnShort(string(c.Issuer), f.roster.units[unit].Name)) &&
			(c.IssuedOn == "" || string(c.IssuedOn) >= issuedOn(f.in.Directive)[:min(len(c.IssuedOn), len(issuedOn(f.in.Directive)))])
	})
}

// isOwnShort tells whether an issuer is named without its place: "Ủy ban nhân dân huyện" for that of the writer.
func isOwnShort(issuer, unit string) bool {
	return strings.HasPrefix(viet.Lower(unit), viet.Lower(strings.Replace(issuer, "UBND", "Ủy ban nhân dân", 1))+" ")
}

// draftMark is the mark of a draft, on a line of its own or after the kind: "DỰ THẢO", "(Dự thảo lần 2)".
var draftMark = regexp.MustCompile(`(?im)^[\s(*]*dự thảo(?: lần (?:thứ )?\d+)?[\s)*.:]*$`)

// markedWithin is the number of bytes at the beginning of a text in which the mark of a draft stands.
const markedWithin = 1200

// isDraft tells whether a paper is not issued yet.
func isDraft(d *document.Document) bool {
	head := d.Text
	if len(head) > markedWithin {
		head = strings.ToValidUTF8(head[:markedWithin], "")
	}
	return strings.Contains(viet.Lower(head), "dự thảo") && draftMark.MatchString(head)
}
