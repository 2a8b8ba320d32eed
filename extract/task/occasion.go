package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// Deadlines that stand in no sentence of their own: the head of an item in a timetable, a period in brackets, a meeting at
// which something is to be shown, a season before which something is to be done.

const rePeriod = `(?:` + reQuart + `|` + reMonth + `|` + reHalf + `)`

var (
	// scheduled matches the time that an item of a timetable begins with: "Tháng 9/2024: …", "Từ tháng 3 đến tháng 5/2024: …".
	scheduled = regexp.MustCompile(`^(?:(?:trong|từ|trước|vào)\s+)?(?:(?:` + rePeriod + `|` + reDay + `)\s*(?:đến|-|–)\s*)?((?:(?:đầu|giữa|cuối)\s+)?(?:` + rePeriod + `|ngày\s+` + reDay + `|` + reDay + `))\s*:\s`)
	// bracketed matches a month or quarter alone in the brackets that an item ends with.
	bracketed = regexp.MustCompile(`\(\s*((?:(?:đầu|giữa|cuối)\s+)?(?:` + reQuart + `|` + reMonth + `))\s*\)[ .;]*$`)
	// meeting matches the meeting at which something is to be shown.
	meeting = regexp.MustCompile(`^tại\s+(?:phiên họp|kỳ họp|hội nghị|cuộc họp)[^,.;:]{0,40}?\s((?:cuối\s+)?(?:` + reQuart + `|` + reMonth + `)|(?:đầu|giữa|cuối)\s+` + reYear + `)`)
	// season matches an event of the year that has no fixed day.
	season = regexp.MustCompile(`^(?:ngay sau (?:kỳ nghỉ|dịp|khi hết)\s+|trước\s+)(?:ngày\s+(?:khai giảng|bầu cử|khai mạc)|mùa\s+(?:mưa|bão|lũ|khô)|(?:kỳ nghỉ\s+)?tết|kỳ họp|(?:khi\s+(?:vào\s+)?)?năm học|kỳ thi|đại hội)[^,.;:()]{0,60}`)
)

// scheduledAt reads the time that an item begins with.
func (c calendar) scheduledAt(l line, at int) *document.Due {
	if at != leading(l.s) {
		return nil
	}
	low := window(l.low, at, dateMax)
	m := scheduled.FindStringSubmatchIndex(low)
	if m == nil {
		return nil
	}
	value := c.end(low[m[2]:m[3]], strings.HasPrefix(low, "trước"))
	if value == "" || c.past(value) {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: strings.TrimRight(l.s[at:at+m[3]], " ")}
}

// bracketAt reads the month or quarter in the brackets at the end of an item.
func (c calendar) bracketAt(l line, _ int) *document.Due {
	from := strings.LastIndexByte(l.low, '(')
	if from < 0 || len(l.low)-from > dateMax {
		return nil
	}
	m := bracketed.FindStringSubmatchIndex(l.low[from:])
	if m == nil {
		return nil
	}
	value := c.end(l.low[from+m[2]:from+m[3]], false)
	if value == "" || c.past(value) {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: l.s[from+m[2] : from+m[3]]}
}

// meetingAt reads the meeting at which something is to be shown, if one is to show it.
func (c calendar) meetingAt(l line, at int) *document.Due {
	low := window(l.low, at, dateMax)
	m := meeting.FindStringSubmatchIndex(low)
	if m == nil || !completes.MatchString(clauseBefore(l, at)) {
		return nil
	}
	value := c.end(low[m[2]:m[3]], false)
	if value == "" && !early.MatchString(low[m[2]:m[3]]) || c.past(value) {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: l.s[at : at+m[1]]}
}

// eventAt reads an event of the year before which something is to be complete.
func eventAt(l line, at int) *document.Due {
	low := window(l.low, at, dateMax)
	text := cutTail.ReplaceAllString(season.FindString(low), "")
	if text == "" || !completes.MatchString(clauseBefore(l, at)) && (low[0] == 't' || strings.TrimSpace(clauseBefore(l, at)) != "") {
		return nil
	}
	return &document.Due{Text: strings.TrimRight(l.s[at:at+len(text)], " /")}
}

// clauseBefore gives the words of the sentence or clause before an offset.
func clauseBefore(l line, at int) string { return l.low[strings.LastIndexAny(l.s[:at], ".;")+1 : at] }

// everyYear tells whether a day without a year comes again, as the words around it say: "định kỳ 6 tháng (trước ngày
// 15/6)", "trước ngày 10/6 và ngày 10/12 hằng năm".
func everyYear(before, date, after string) bool {
	if fullYear.MatchString(date) {
		return false
	}
	clause := before[strings.LastIndexAny(before, ".;")+1:]
	return again.MatchString(clause) || againAfter.MatchString(after)
}

var (
	fullYear   = regexp.MustCompile(`\d{4}`)
	again      = regexp.MustCompile(`(?:hàng|hằng) năm,?\s*$|(?:định kỳ|hàng|hằng|mỗi)\s+(?:0?6 tháng|tháng|quý|năm|\d+ tháng)[^;.]{0,70}\($`)
	againAfter = regexp.MustCompile(`^\s*(?:và|,)\s*(?:trước\s+)?(?:ngày\s+)?\d{1,2}(?:/\d{1,2}|\s+tháng\s+\d{1,2})\s+(?:hàng|hằng|mỗi)\s+năm`)
)
