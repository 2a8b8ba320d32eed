package coverage

import (
	"regexp"
	"time"

	"github.com/soichi/soichi/document"
)

// gathering matches a task to follow what others do, which ends in a report.
var gathering = regexp.MustCompile(`(?i)^[\s,:]*(?:(?:là|làm) (?:cơ quan )?(?:đầu mối|thường trực)[ ,]+)?(?:chủ trì,? )?(?:theo dõi|đôn đốc|tổng hợp)[^;.]{0,120}(?:; (?:tổng hợp|định kỳ|tham mưu)[^;.]{0,120})?báo cáo`)

// answers tells whether a report with a relation to the directive gives account of it.
func answers(r document.Relation) bool { return r == document.ReportsOn || r == document.Implements }

// periods are the stretches that a report is on, a bit each; zero where none is told.
type periods uint8

const (
	halfYear periods = 1 << iota
	wholeYear
)

var (
	halves = regexp.MustCompile(`(?i)(?:6|06|sáu) tháng|sơ kết|giữa kỳ`)
	years  = regexp.MustCompile(`(?i)báo cáo (?:tổng kết|kết quả)? ?năm|tổng kết|(?:hằng|hàng|cả) năm|năm \d{4}(?: này)?$`)
)

// periodsOf reads the periods of reports that a text speaks of.
func periodsOf(text string) periods {
	var p periods
	if halves.MatchString(text) {
		p |= halfYear
	}
	if years.MatchString(text) && (p == 0 || split.MatchString(text)) {
		p |= wholeYear
	}
	return p
}

// split matches a text that asks for both reports, one after the other.
var split = regexp.MustCompile(`(?i)(?:tháng|sơ kết)[^;.]*?(?:,| và) (?:báo cáo )?(?:tổng kết|năm|cả năm|hằng năm|hàng năm)`)

// meet tells whether a report on some periods can be one that is asked for.
func (p periods) meet(of periods) bool { return p == 0 || of == 0 || p&of != 0 }

// sends matches an item of a plan that sets out to send something.
var sends = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:gửi|nộp) `)

// schedules tells whether an item of a plan sets out to send the report on a period that a task asks for, where the task
// does not say itself to whom.
func (d duty) schedules(said string) bool {
	return len(d.to) == 0 && d.periods&periodsOf(said) != 0 && sends.MatchString(said)
}

// midway is how long before the day of a task a half-year report is no more than one on the way: the months of a quarter.
const midway = 90 * 24 * time.Hour

// onTheWay tells whether a report on half a year comes so long before a day that it is not the report due by then.
func onTheWay(title, on, due string) bool {
	sent, err := time.Parse(time.DateOnly, on)
	day, err2 := time.Parse(time.DateOnly, due)
	return err == nil && err2 == nil && periodsOf(title) == halfYear && day.Sub(sent) > midway
}
