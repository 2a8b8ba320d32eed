package coverage

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/soichi/soichi/document"
)

// dated is a day named in a text, and where: bytes.
type dated struct {
	day        string // ISO 8601
	start, end int
}

var dayForms = regexp.MustCompile(`(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*([12]\d{3})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+([12]\d{3})`)

// datesIn finds the full days that a text names.
func datesIn(s string) []dated {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []dated
	for _, m := range dayForms.FindAllStringSubmatchIndex(s, -1) {
		at := 2
		if m[2] < 0 {
			at = 8
		}
		day := fmt.Sprintf("%s-%02s-%02s", s[m[at+4]:m[at+5]], pad(s[m[at+2]:m[at+3]]), pad(s[m[at]:m[at+1]]))
		if _, err := time.Parse(time.DateOnly, day); err == nil {
			out = append(out, dated{day, m[0], m[1]})
		}
	}
	return out
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

var (
	// finished stands before a day on which something is said to be done: "đến ngày", "hoàn thành (vào) ngày", "tính đến".
	finished = regexp.MustCompile(`(?i)(?:hoàn thành|xong|kết thúc|ban hành|phê duyệt|hoàn tất)(?:\s+[\p{L}\d./,-]+){0,25}?\s+(?:vào\s+|từ\s+)?(?:ngày\s+)?$`)
	asOfDay  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:tính )?đến\s+(?:hết\s+)?(?:ngày\s+)?$`)
	since    = regexp.MustCompile(`(?i)(?:^|[^\p{L}])từ\s+(?:ngày\s+)?`)
	// onDay stands before the day with which a sentence opens: "2. Ngày 05/11/2024, …".
	onDay  = regexp.MustCompile(`(?i)^[\s\-–+*•]*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s+)?(?:vào )?ngày\s+$`)
	notYet = regexp.MustCompile(`(?i)(?:trước|chậm nhất|dự kiến)\s+(?:ngày\s+)?$`)
)

// doneOn gives the day on which a passage of a report says that the thing was done: the number and date of the paper by
// which the unit did it, "đến ngày … đã", a day that the sentence opens with, or
// one after "hoàn thành". It is never before the directive nor after the
// report. Without any it gives "", and the day of the report counts.
func (f *finder) doneOn(e Evidence, unit int) string {
	d := f.byID[e.Document].Document
	said := e.Span.Exact
	first := issuedOn(f.in.Directive)
	last := issuedOn(d)
	for _, day := range datesIn(said) {
		if first != "" && day.day <= first || last != "" && day.day > last {
			continue
		}
		before := said[:day.start]
		switch {
		case notYet.MatchString(before):
		case asOfDay.MatchString(before) && since.MatchString(before):
			// a stretch of time
		case asOfDay.MatchString(before):
			return day.day
		case onDay.MatchString(before):
			return day.day
		case f.ownPaper(d, e, day, unit):
			return day.day
		case !inCitation(d, e.Span, day, said) && finished.MatchString(before):
			return day.day
		}
	}
	return ""
}

// inCitation tells whether a day stands in the mention of another paper.
func inCitation(d *document.Document, span document.Span, day dated, said string) bool {
	_, ok := citationAt(d, span, day, said)
	return ok
}

// citationAt gives the citation in which a day of a passage stands.
func citationAt(d *document.Document, span document.Span, day dated, said string) (document.Citation, bool) {
	at := span.Start + len([]rune(said[:day.start]))
	for _, c := range d.Citations {
		if c.Span.Start <= at && at < c.Span.End {
			return c, true
		}
	}
	return document.Citation{}, false
}

// ownPaper tells whether a day is that of a paper of the unit itself, named as the way in which it did the task.
func (f *finder) ownPaper(d *document.Document, e Evidence, day dated, unit int) bool {
	c, ok := citationAt(d, e.Span, day, e.Span.Exact)
	if !ok || string(c.IssuedOn) != day.day {
		return false
	}
	if c.Issuer == "" {
		return true
	}
	return f.roster.key(string(c.Issuer)) == f.roster.key(f.roster.units[unit].Name) || d.Issuer != nil && f.roster.key(string(c.Issuer)) == f.roster.key(d.Issuer.Value)
}

// dayBefore gives the day before a day.
func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
