package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// The pieces that rhythms are written with.
const (
	reEvery   = `(?:hàng|hằng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?:(?:,| và|, và)\s+(?:(?:hàng|hằng)\s+)?(?:ngày|tuần|tháng|quý|năm|0?6 tháng))*`
	reDate    = `(?:(?:` + reLast + `|trước\s+|vào\s+)?(?:ngày\s+)?\d{1,2}(?:\s*[/.-]\s*\d{1,2}|\s+tháng\s+\d{1,2})?\s+(?:của\s+)?(?:tháng cuối\s+)?)?`
	reHour    = `(?:(?:` + reLast + `|trước\s+|vào\s+)?` + reClock + `)?`
	reWeekday = `(?:(?:sáng|chiều)\s+)?(?:thứ\s+\p{L}+|ngày thứ\s+\p{L}+)\s+`
	reTimes   = `(?:ít nhất\s+|tối thiểu\s+)?(?:\d{1,2}|một|hai|ba)\s+lần\s*(?:/\s*|mỗi\s+|trong\s+)?(?:một\s+|01\s+|1\s+)?(?:ngày|tuần|tháng|quý|năm)`
	rePer     = `(?:0?[1-9]|1[0-2]|một|hai|ba|sáu)\s+(?:tháng|năm|tuần|quý)(?:/|\s+)(?:một |1 |01 )?lần`
	reHalves  = `định kỳ\s+(?:0?\d{1,2}|một|ba|sáu)\s+(?:tháng|tuần|ngày|năm)(?:\s+và\s+(?:cuối\s+|hàng\s+|hằng\s+)?năm)?`
	reMonths  = `(?:trong\s+|vào\s+)?tháng\s+\d{1,2}(?:(?:,| và)\s+(?:tháng\s+)?\d{1,2})*\s+`
	reOfMonth = `(?:` + reLast + `|trước\s+|vào\s+)(?:ngày\s+)?\d{1,2}\s+(?:(?:của\s+)?tháng\s+(?:(?:cuối|đầu)\s+(?:cùng\s+)?(?:của\s+)?(?:mỗi\s+|từng\s+)?quý|sau|kế tiếp|liền kề|báo cáo)|của\s+tháng)`
)

// recurring matches a rhythm: "định kỳ hàng quý", "hằng năm", "6 tháng một lần", "trước ngày 20 hàng tháng", "chiều thứ Sáu
// hằng tuần", "trước ngày 15 tháng cuối quý".
var recurring = regexp.MustCompile(`^(?:` + reOfMonth + `|` + reTimes + `|` + reHalves + `|` + rePer +
	`|(?:` + reHour + reWeekday + `|` + reMonths + `|` + reDate + `|` + reHour + `)(?:định kỳ\s+)?` + reEvery + `|định kỳ\s+(?:` + reEvery + `|` + rePer + `))`)

// rhythmMarks are words without one of which a text has no rhythm.
var rhythmMarks = []string{"hàng ", "hằng ", "mỗi ", " lần", "định kỳ ", " quý", "của tháng", "tháng sau", "tháng báo", "tháng kế", "tháng liền"}

// rhythmMax bounds, in bytes, the words that a rhythm is looked for in.
const rhythmMax = 160

// rhythmAt reads a recurring deadline that stands as an adverb, not one that describes a noun ("kế hoạch hằng năm").
func rhythmAt(l line, at int) *document.Due {
	low := window(l.low, at, rhythmMax)
	if !hasAny(low, rhythmMarks...) {
		return nil
	}
	n := len(recurring.FindString(low))
	if n == 0 || namedMonth.MatchString(low[n:]) || !rhythmGoverns(l, at, at+n) {
		return nil
	}
	return &document.Due{Text: l.s[at : at+n], Recurrence: document.NullString(period(l.low[at : at+n]))}
}

// namedMonth matches what makes a month behind a day one alone: "trước ngày 15 của tháng 6", "… của tháng này".
var namedMonth = regexp.MustCompile(`^\s*(?:\d|này|tới|đó)`)

// rhythmGoverns tells whether a rhythm says when to act: it carries "định kỳ", a count or a day, or it begins a clause
// and a verb or comma follows, or it ends a clause that reports.
func rhythmGoverns(l line, from, to int) bool {
	text := l.low[from:to]
	if hasAny(text, "định kỳ", "lần", "thứ ") || strings.ContainsAny(text, "0123456789") {
		return true
	}
	head := strings.TrimRight(l.low[:from], " \u00a0")
	rest := strings.TrimLeft(l.low[to:], " \u00a0")
	starts := head == "" || strings.ContainsRune(",;.:", rune(head[len(head)-1]))
	switch {
	case strings.HasPrefix(text, "mỗi"):
		return starts && onceIn.MatchString(rest)
	case starts:
		return !strings.HasPrefix(rest, "của ")
	case rest == "" || strings.ContainsRune(".;,", rune(rest[0])) || strings.HasPrefix(rest, "để ") || clockNext.MatchString(rest):
		clause := head[strings.LastIndexAny(head, ".;,")+1:]
		return !yearly.MatchString(head) && reports.MatchString(clause)
	}
	return startsVerb(rest) && !strings.HasSuffix(head, "kế hoạch") && adverbial.MatchString(head)
}

var (
	// onceIn matches how often something is done in the period that begins a clause: "mỗi quý họp giao ban một lần".
	onceIn = regexp.MustCompile(`^[^,;.]{0,80}?(?:một|01|1|hai|02|2) lần`)
	// clockNext matches the hour after a rhythm: "báo cáo hằng ngày trước 16 giờ".
	clockNext = regexp.MustCompile(`^(?:trước|vào|lúc) \d{1,2}\s*(?:giờ|h|g)`)
	// adverbial matches a name or verb end after which "hằng năm" can only say when: "Sở Y tế hằng năm báo cáo".
	adverbial = regexp.MustCompile(`(?:bộ|sở|ủy ban|uỷ ban|ubnd|ngành|địa phương|đơn vị|cơ quan|phòng|ban|cục|vụ|công an|hội|đoàn|trung tâm|và)(?:\s+[\p{L}]+){0,6}$`)
	// yearly matches the nouns that a rhythm after them describes: "kế hoạch hằng năm".
	yearly = regexp.MustCompile(`(?:kế hoạch|dự toán|ngân sách|chương trình|công tác|nhiệm vụ|chỉ tiêu|phiên họp|cuộc họp|thường kỳ|kinh phí|vốn|danh mục|chi phí|đầu tư công|học|thu nhập|bình quân)$`)
	// reports matches verbs of what is done again and again.
	reports = regexp.MustCompile(`(?:báo cáo|gửi|giao ban|họp|trực|cập nhật|tổng hợp|kiểm tra|rà soát|công bố|công khai|thông báo|đăng tải|đánh giá|phát|tổ chức)(?:\s|$)`)
)

// periods gives the rule of a rhythm by its words; a half-year has none of its own.
var periods = []struct {
	rule string
	re   *regexp.Regexp
}{
	{"periodic", regexp.MustCompile(`(?:^|\s)0?6 tháng`)},
	{"daily", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1|lần|/) ?ngày`)},
	{"weekly", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1|lần|/) ?tuần`)},
	{"monthly", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1|lần|/) ?tháng|tháng (?:sau|kế|liền|báo)|của tháng$`)},
	{"quarterly", regexp.MustCompile(`quý|(?:ba|0?3) tháng`)},
	{"yearly", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1|lần|/) ?năm|12 tháng`)},
}

// ofMonth matches the day within a yearly rhythm, whose month is no unit: "ngày 31 tháng 5 hằng năm".
var ofMonth = regexp.MustCompile(`\d{1,2}\s+tháng\s+\d{1,2}`)

// period names the rule of a rhythm by its shortest unit.
func period(low string) string {
	low = ofMonth.ReplaceAllString(low, "")
	for _, p := range periods {
		if p.re.MatchString(low) {
			return p.rule
		}
	}
	return "periodic"
}
