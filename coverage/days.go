package coverage

import (
	"fmt"
	"regexp"
	"strings"
	"time"
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

// shortDay matches a day named without its year, "ngày 15/3": the slash of a year or the "tháng" of a list may not follow.
var shortDay = regexp.MustCompile(`(?i)(?:^|[^\p{L}])ngày\s+((\d{1,2})\s*/\s*(\d{1,2}))(?:[^\d/]|/\D|$)`)

// shortDaysIn finds the days that a text names without a year, read as the last such day up to another day.
func shortDaysIn(s, upTo string) []dated {
	if len(upTo) != len(time.DateOnly) || !strings.Contains(s, "/") {
		return nil
	}
	var out []dated
	for _, m := range shortDay.FindAllStringSubmatchIndex(s, -1) {
		day := upTo[:4] + "-" + pad(s[m[6]:m[7]]) + "-" + pad(s[m[4]:m[5]])
		if day > upTo {
			year, _ := time.Parse(time.DateOnly, upTo[:4]+"-01-01")
			day = year.AddDate(-1, 0, 0).Format("2006") + day[4:]
		}
		if _, err := time.Parse(time.DateOnly, day); err == nil {
			out = append(out, dated{day, m[2], m[3]})
		}
	}
	return out
}

// dayBefore gives the day before a day.
func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
