package coverage

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

var (
	// finished stands before a day on which something is said to be done: "hoàn thành (vào) ngày", "được phê duyệt ngày".
	finished = regexp.MustCompile(`(?i)(?:hoàn thành|xong|kết thúc|ban hành|phê duyệt|hoàn tất)(?:\s+[\p{L}\d./,-]+){0,25}?\s+(?:vào\s+|từ\s+)?(?:ngày\s+)?$`)
	asOfDay  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:(?:tính )?đến|tại thời điểm)\s+(?:hết\s+)?(?:ngày\s+)?$`)
	since    = regexp.MustCompile(`(?i)(?:^|[^\p{L}])từ\s+(?:ngày\s+)?`)
	fromDay  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:kể )?từ\s+(?:ngày\s+)?$`)
	// onDay stands before the day with which a sentence opens: "2. Ngày 05/11/2024, …".
	onDay  = regexp.MustCompile(`(?i)^[\s\-–+*•]*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s+)?(?:vào )?ngày\s+$`)
	notYet = regexp.MustCompile(`(?i)(?:trước|chậm nhất|dự kiến|sau)\s+(?:ngày\s+)?$`)
	// bareDay stands before a day that a clause names without more: "lắp đặt 02 trạm bơm ngày", "tại xã A (ngày".
	bareDay = regexp.MustCompile(`(?i)(?:^|[\s(])(?:vào\s+)?ngày\s+$`)
	// another matches what a day may belong to other than what was done: "theo kết luận ngày", "hư hỏng do bão ngày".
	another = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:theo|do|sau|căn cứ|bão|lũ|trận|vụ|sự cố|hiệu lực|thông báo|kết luận|ý kiến|kỳ họp|phiên họp|cuộc họp|hội nghị|buổi làm việc|hợp đồng|biên bản|đơn)(?:[^\p{L}]|$)`)
	// lasting is what goes on from the day on which it was done: "hoạt động ổn định từ ngày", "đã bố trí đủ 05 máy từ ngày".
	lasting = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:hoạt động|vận hành|sử dụng|dùng|áp dụng|công khai|niêm yết|đăng|đăng tải|bắt đầu|đi vào|bố trí(?: đủ)?|thiết lập|đã có|được thực hiện|thực hiện điện tử|thông tuyến|thông xe|trực)(?:[^\p{L}]|$)`)
	// measured is a share that was reached in a stretch of time.
	measured = regexp.MustCompile(`(?i)(?:đạt|chiếm|bằng)\s+(?:tỷ lệ\s+)?\d[\d.,]*\s*%`)
	// forSuperior stands before a paper that others signed and the unit drafted.
	forSuperior = regexp.MustCompile(`(?i)(?:tham mưu|trình|đề xuất|soạn thảo)[^.;]{0,80}(?:ban hành|phê duyệt|ký|thông qua)\s+(?:\p{L}+\s+)?$`)
)

// saying is a stretch of a report, in which days are looked for.
type saying struct {
	d    *document.Document
	text string
	at   int // where it begins, in code points
}

// doneOn gives the day on which a passage of a report says that the thing was done: the last of those that it and the
// rest of its sentence name. Clauses after the first count where they speak of the task. It is never before the directive
// nor after the report. Without any it gives "", and the day of the report counts.
func (f *finder) doneOn(e Evidence, task, unit int) string {
	text := e.Span.Exact
	if !strings.HasSuffix(text, ".") {
		text += sentenceFrom(e.rest)
	}
	about := strings.ToLower(f.in.Directive.Tasks[task].Text)
	last, at := "", e.Span.Start
	for i, clause := range clauses(text) {
		if i == 0 || speaksOf(clause, about) {
			last = max(last, f.lastDay(saying{f.byID[e.Document].Document, clause, at}, unit))
		}
		at += utf8.RuneCountInString(clause)
	}
	return last
}

// clauses cuts a text at semicolons and at the ends of sentences; nothing is left out.
func clauses(text string) []string {
	var out []string
	start := 0
	for i := len(numeral.FindString(text)); i < len(text); i++ {
		if ends(text[i:]) {
			out = append(out, text[start:i+1])
			start = i + 1
		}
	}
	return append(out, text[start:])
}

// ofIt matches a clause that goes on about what was told before it.
var ofIt = regexp.MustCompile(`^(?:đã |đều |tất cả |toàn bộ |các )*(?:được )?(?:hoàn thành|hoàn tất|xong|kết thúc)(?:[^\p{L}]|$)`)

// speaksOf tells whether a clause speaks of what a task, in lower case, is about: by the words with which it begins, or
// by several that it shares.
func speaksOf(clause, task string) bool {
	lower := strings.TrimSpace(strings.ToLower(clause))
	words := strings.Fields(lower)
	return ofIt.MatchString(lower) || len(words) > 2 && strings.Contains(task, words[0]+" "+words[1]) || alike(lower, task)
}

// lastDay gives the last day that a stretch of a report names as one on which something was done, "" without any.
func (f *finder) lastDay(s saying, unit int) string {
	first, reported := issuedOn(f.in.Directive), issuedOn(s.d)
	last := ""
	for _, day := range append(datesIn(s.text), shortDaysIn(s.text, reported)...) {
		if first != "" && day.day <= first || reported != "" && day.day > reported {
			continue
		}
		if f.isDone(s, day, unit) {
			last = max(last, day.day)
		}
	}
	return last
}

// isDone tells whether a day of a report is one on which something was done.
func (f *finder) isDone(s saying, day dated, unit int) bool {
	before, after := s.text[:day.start], s.text[day.end:]
	if c, ok := s.citationAt(day); ok {
		return string(c.IssuedOn) == day.day && (f.ownPaper(s.d, c, unit) || s.drafted(c))
	}
	switch {
	case notYet.MatchString(before):
		return false
	case asOfDay.MatchString(before):
		return !since.MatchString(before) || measured.MatchString(after) // else a stretch of time
	case onDay.MatchString(before):
		return true
	case fromDay.MatchString(before):
		return lasting.MatchString(before) && !strings.Contains(after, " đến ")
	case finished.MatchString(before):
		return true
	}
	clause := before[strings.LastIndexAny(before, ",;")+1:]
	return bareDay.MatchString(before) && !another.MatchString(clause) && !strings.HasPrefix(strings.TrimSpace(after), "đến")
}

// citationAt gives the citation in which a day stands.
func (s saying) citationAt(day dated) (document.Citation, bool) {
	at := s.at + len([]rune(s.text[:day.start]))
	for _, c := range s.d.Citations {
		if c.Span.Start <= at && at < c.Span.End {
			return c, true
		}
	}
	return document.Citation{}, false
}

// drafted tells whether a cited paper is what a unit got another to sign: "đã tham mưu ban hành Quyết định số …".
func (s saying) drafted(c document.Citation) bool {
	n := c.Span.Start - s.at
	return n > 0 && forSuperior.MatchString(string([]rune(s.text)[:n]))
}

// ownPaper tells whether a cited paper is of the unit itself, named as the way in which it did the task.
func (f *finder) ownPaper(d *document.Document, c document.Citation, unit int) bool {
	if c.Issuer == "" {
		return true
	}
	return f.roster.key(string(c.Issuer)) == f.roster.key(f.roster.units[unit].Name) || d.Issuer != nil && f.roster.key(string(c.Issuer)) == f.roster.key(d.Issuer.Value)
}
