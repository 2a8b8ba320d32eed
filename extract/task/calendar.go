package task

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// calendar completes dates from the date of the document that they stand in. Its zero value knows no date.
type calendar struct {
	year   int // 0 where the document's date is not known
	issued time.Time
}

const iso = "2006-01-02"

func newCalendar(issuedOn string) calendar {
	t, err := time.Parse(iso, issuedOn)
	if err != nil {
		return calendar{}
	}
	return calendar{year: t.Year(), issued: t}
}

// past tells whether a date lies before the document, so that it can be no deadline of it.
func (c calendar) past(value string) bool {
	return value != "" && c.year != 0 && value < c.issued.Format(iso)
}

var (
	early     = regexp.MustCompile(`^(?:đầu|giữa) `)
	dayForm   = regexp.MustCompile(`^` + reClock + reDow + `(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?|tháng\s+(\d{1,2})(?:\s*(?:năm\s+|/)(\d{4}))?)$`)
	monthForm = regexp.MustCompile(`^(?:tháng\s+\d{1,2}\s*[^\s\d]+\s*)?(?:tháng\s+)?(\d{1,2})(?:\s*(?:[/.-]|năm)\s*(\d{4}))?$`)
	quartForm = regexp.MustCompile(`^quý\s+(?:[iv1-4]+\s*(?:,|và|[-–])\s*(?:quý\s+)?)?(iv|i{1,3}|[1-4])(?:\s*(?:[/.-]|năm)\s*(\d{4}))?$`)
	halfForm  = regexp.MustCompile(`^6 tháng (đầu|cuối) năm(?: (\d{4}))?$`)
	yearForm  = regexp.MustCompile(`^(?:năm\s+)?(\d{4})$`)
	countForm = regexp.MustCompile(`(\d{1,3})(?:\s*\([^)]*\))?\s*(ngày làm việc|ngày|tuần|tháng)(\s+làm việc)?`)
)

// end gives the last day of what a phrase names, "" where the year is not known or the date does not exist. A strict
// bound ("trước tháng 6", "trước năm 2016") ends the day before a month, quarter or year begins; a day itself is kept,
// since "trước ngày X" is read as X.
func (c calendar) end(phrase string, strict bool) string {
	p := strings.Join(strings.Fields(strings.ToLower(phrase)), " ")
	if early.MatchString(p) {
		return "" // "đầu tháng 6" names no day
	}
	p = strings.TrimPrefix(strings.TrimPrefix(p, "cuối "), "ngày ngày ")
	switch {
	case dayForm.MatchString(p):
		m := dayForm.FindStringSubmatch(p)
		return c.day(m[1], m[2]+m[4], m[3]+m[5])
	case monthForm.MatchString(p):
		m := monthForm.FindStringSubmatch(p)
		return c.span(number(m[1]), 1, m[2], strict)
	case quartForm.MatchString(p):
		m := quartForm.FindStringSubmatch(p)
		q := map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4}[m[1]] + number(m[1])
		return c.span(q*3-2, 3, m[2], strict)
	case halfForm.MatchString(p):
		m := halfForm.FindStringSubmatch(p)
		return c.span(map[string]int{"đầu": 1, "cuối": 7}[m[1]], 6, m[2], strict)
	case yearForm.MatchString(p):
		return c.span(1, 12, yearForm.FindStringSubmatch(p)[1], strict)
	}
	return ""
}

// number reads digits; a word gives 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// day makes a date; without a year it is the first such day not before the document's own.
func (c calendar) day(d, m, y string) string {
	year := number(y)
	if year == 0 {
		year = c.year
	}
	if year == 0 {
		return ""
	}
	t := time.Date(year, time.Month(number(m)), number(d), 0, 0, 0, 0, time.UTC)
	if t.Day() != number(d) || int(t.Month()) != number(m) {
		return ""
	}
	if y == "" && t.Before(c.issued) {
		t = t.AddDate(1, 0, 0)
	}
	return t.Format(iso)
}

// span gives the last day of a stretch of months, or with strict the day before it.
func (c calendar) span(month, months int, y string, strict bool) string {
	year := number(y)
	if year == 0 {
		year = c.year
	}
	if year == 0 || month < 1 || month > 12 {
		return ""
	}
	last := func(year int) time.Time {
		first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		if strict {
			return first.AddDate(0, 0, -1)
		}
		return first.AddDate(0, months, -1)
	}
	t := last(year)
	if y == "" && t.Before(c.issued) {
		t = last(year + 1)
	}
	return t.Format(iso)
}

// signing matches an event whose date is this document's own.
var signing = regexp.MustCompile(`(?i)(?:kể )?từ (?:ngày|khi) (?:ký|ban hành)(?: ban hành)?(?: (?:Chỉ thị|Kế hoạch|Công điện|Quyết định|Nghị quyết|Công văn|Hướng dẫn|Chương trình|Thông báo)(?: này)?)?$`)

// after computes a deadline counted from the signing of this document; "" for every other event and for working days,
// which depend on holidays.
func (c calendar) after(text string) string {
	if c.year == 0 || !signing.MatchString(strings.TrimSpace(text)) {
		return ""
	}
	m := countForm.FindStringSubmatch(strings.ToLower(text))
	if m == nil || m[2] == "ngày làm việc" || m[3] != "" {
		return ""
	}
	n := number(m[1])
	switch m[2] {
	case "ngày":
		return c.issued.AddDate(0, 0, n).Format(iso)
	case "tuần":
		return c.issued.AddDate(0, 0, 7*n).Format(iso)
	}
	t := c.issued.AddDate(0, n, 0)
	if t.Day() != c.issued.Day() {
		t = t.AddDate(0, 0, -t.Day()) // the month has no such day: its last
	}
	return t.Format(iso)
}
