package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// The pieces that deadlines are written with.
const (
	reDay   = `(?:ngày\s+)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|tháng\s+\d{1,2}(?:\s*(?:năm\s+|/)\d{4})?)`
	reMonth = `tháng\s+\d{1,2}(?:\s*(?:[/.-]|năm)\s*\d{4})?`
	reQuart = `quý\s+(?:IV|I{1,3}|[1-4])(?:(?:\s*(?:,|và|-)\s*)quý\s+(?:IV|I{1,3}|[1-4]))?(?:\s*(?:[/.-]|năm)\s*\d{4})?`
	reHalf  = `6 tháng (?:đầu|cuối) năm(?: \d{4})?`
	reYear  = `năm\s+\d{4}`
	reLast  = `(?:chậm nhất|muộn nhất|không muộn hơn|không chậm hơn|trễ nhất)(?:\s+(?:là|vào|đến|trong|trước|hết|cuối))*\s*`
	reCount = `(?:\d{1,3}|một|hai|ba|năm|bảy|mười)(?:\s*\([^)]{1,20}\))?\s*(?:ngày làm việc|ngày|giờ|tuần|tháng|quý)(?:\s+làm việc)?`
	reTail  = `[^,;.:()]{0,120}`
)

var (
	// point matches a deadline with a place in the calendar.
	point = regexp.MustCompile(`(?i)^(?:` + reLast + `|(?:xong |hoàn thành )?trước\s+(?:hết\s+)?|đến hết\s+|xong trong\s+|hết\s+)(` + reDay + `|` + reMonth + `|` + reQuart + `|` + reHalf + `|` + reYear + `)`)
	// inside matches a period by whose end something is due.
	inside = regexp.MustCompile(`(?i)^(?:(?:ngay )?trong|vào)\s+(` + reQuart + `|` + reMonth + `|` + reHalf + `|` + reYear + `)`)
	// relative matches a deadline counted from an event.
	relative = regexp.MustCompile(`(?i)^(?:trong (?:thời hạn|thời gian|vòng)\s+(?:không quá\s+|tối đa\s+)?` + reCount + `(?:,?\s+(?:kể )?từ\s+(?:ngày|khi)` + reTail + `)?` +
		`|(?:` + reLast + `|không quá\s+|sau\s+|trước\s+)` + reCount + `(?:,?\s+(?:(?:kể )?từ|sau khi|sau ngày|trước khi|trước ngày|trước)\s` + reTail + `)` +
		`|ngay sau khi\s` + reTail + `)`)
	// recurring matches a rhythm: "định kỳ hàng quý", "hằng năm", "6 tháng một lần", "trước ngày 20 hàng tháng".
	recurring = regexp.MustCompile(`(?i)^(?:(?:` + reLast + `|trước\s+|vào\s+)?(?:ngày\s+)?\d{1,2}(?:\s*/\s*\d{1,2}|\s+tháng\s+\d{1,2})?\s+(?:của\s+)?(?:tháng cuối\s+)?)?(?:định kỳ\s+)?(?:(?:hàng|hằng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?:(?:,| và|, và)\s+(?:(?:hàng|hằng)\s+)?(?:ngày|tuần|tháng|quý|năm|6 tháng|06 tháng))*|(?:0?[1-9]|1[0-2]|một|hai|ba|sáu)\s+(?:tháng|năm|tuần|quý)(?:/|\s+)(?:một |1 |01 )?lần|định kỳ\s+(?:0?\d{1,2}|một|ba|sáu)\s+(?:tháng|tuần|ngày|năm)(?:\s+và\s+(?:cuối\s+|hàng\s+|hằng\s+)?năm)?)`)
	// cutTail ends the words of an event where the rest speaks of something else.
	cutTail = regexp.MustCompile(`\s+(?:theo|để|nhằm|và|đồng thời|trình|báo cáo|gửi|phải|cần|các (?:cơ quan|đơn vị)[^,]* phải)\s.*$`)
	// endless matches an event whose words were cut off.
	endless = regexp.MustCompile(`(?:từ|sau|trước) (?:ngày|khi)$|(?:từ|sau|trước)$`)
	// fromTo stands before the end of a period, which is no deadline: "từ ngày 13/2 đến hết ngày 18/2".
	fromTo = regexp.MustCompile(`(?i)(?:từ|kể từ)\s+(?:ngày|tháng|năm|quý)?[^,;.]{0,30}$`)
	// isEffect stands before dates of force or signature.
	isEffect = regexp.MustCompile(`(?i)(?:ban hành|có hiệu lực|tồn đọng|phát sinh|thành lập|tuyển dụng|xảy ra|ký|cấp|xây dựng)\s*$`)
	// completes is a verb that makes the end of a period a deadline.
	completes = regexp.MustCompile(`(?i)(?:hoàn thành|hoàn thiện|ban hành|trình|phê duyệt|quyết định|xong|báo cáo|gửi|công bố|mở đợt|kết thúc|thông qua|tổng kết|sơ kết)`)
)

// The plain words that the patterns begin with.
var (
	pointWords    = []string{"chậm nhất", "muộn nhất", "không muộn", "không chậm", "trễ nhất", "xong trước", "hoàn thành trước", "trước ", "đến hết ", "xong trong ", "hết "}
	insideWords   = []string{"ngay trong ", "trong ", "vào "}
	relativeWords = []string{"trong thời", "trong vòng", "chậm nhất", "muộn nhất", "không quá", "sau ", "trước ", "ngay sau khi"}
	rhythmWords   = []string{"định kỳ ", "hàng ", "hằng ", "mỗi ", "trước ", "vào ", "ngày ", "chậm nhất", "một ", "hai ", "ba ", "sáu ", "0", "1", "2", "3", "6"}
	rhythmMarks   = []string{"hàng ", "hằng ", "mỗi ", "lần", "định kỳ "}
)

// find reads the deadline of a task: the first with a date, else one counted from an event, else a rhythm.
func (c calendar) find(s string) *document.Due {
	low := lower(s)
	digits := strings.ContainsAny(s, "0123456789")
	if digits {
		if d := c.dated(s, low); d != nil {
			return d
		}
	}
	if digits || hasAny(low, "ngay sau khi", "trong thời hạn", "trong vòng") {
		for _, at := range hits(low, relativeWords) {
			if m := relative.FindString(s[at:]); m != "" {
				return c.relativeOf(m)
			}
		}
	}
	if hasAny(low, rhythmMarks...) {
		return findRhythm(s, low)
	}
	return nil
}

// dated reads the first deadline with a place in the calendar.
func (c calendar) dated(s, low string) *document.Due {
	for _, at := range hits(low, pointWords) {
		if m := point.FindStringSubmatchIndex(s[at:]); m != nil {
			if d := c.pointAt(s, []int{at, at + m[1], at + m[2], at + m[3]}); d != nil {
				return d
			}
		}
	}
	for _, at := range hits(low, insideWords) {
		m := inside.FindStringSubmatchIndex(s[at:])
		if m == nil {
			continue
		}
		value := c.end(s[at+m[2]:at+m[3]], false)
		if standsApart(s, at, at+m[1]) && !c.past(value) {
			return &document.Due{Value: document.NullString(value), Text: s[at : at+m[1]]}
		}
	}
	return nil
}

// beforeWindow bounds, in bytes, the words before a date that can make it something else than a deadline.
const beforeWindow = 90

// pointAt makes a deadline of a match of point, nil where its neighbours make it something else.
func (c calendar) pointAt(s string, m []int) *document.Due {
	before, after := tail(s[:m[0]], beforeWindow), s[m[1]:]
	if strings.HasPrefix(lower(s[m[0]:m[2]]), "hết") && strings.HasSuffix(before, "đến ") ||
		fromTo.MatchString(before) && strings.HasPrefix(lower(s[m[0]:m[2]]), "đến hết") {
		return nil
	}
	if rhythmAfter.MatchString(after) || strings.HasPrefix(after, " trở") || digitAhead(after) {
		return nil
	}
	low := strings.ToLower(s[m[0]:m[2]])
	strict := (strings.HasPrefix(low, "trước") || strings.Contains(low, " trước")) && !strings.Contains(low, "hết")
	if strict && isEffect.MatchString(before) {
		return nil
	}
	value := c.end(s[m[2]:m[3]], strict)
	if c.past(value) {
		return nil
	}
	if value == "" && !strings.Contains(strings.ToLower(s[m[2]:m[3]]), "quý") && !strings.Contains(strings.ToLower(s[m[2]:m[3]]), "tháng") && c.year != 0 {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: s[m[0]:m[1]]}
}

var rhythmAfter = regexp.MustCompile(`^\s*(?:của\s+)?(?:tháng cuối|hàng|hằng|mỗi|của tháng|tháng sau|quý sau|năm sau)`)

func digitAhead(after string) bool { return after != "" && after[0] >= '0' && after[0] <= '9' }

// standsApart tells whether "trong năm 2015" governs its clause: it begins it, or ends one that completes something.
func standsApart(s string, from, to int) bool {
	if digitAhead(s[to:]) {
		return false
	}
	rest := strings.TrimLeft(s[to:], " \u00a0")
	if strings.HasPrefix(rest, "và ") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") {
		return false
	}
	start := strings.LastIndexAny(s[:from], ".;,") + 1
	head := strings.TrimSpace(s[start:from])
	switch {
	case head == "" && (start == 0 || s[start-1] != ',' || strings.HasPrefix(strings.ToLower(s[from:]), "trong quý")):
		return true
	case rest == "" || strings.ContainsRune(".;,/", rune(rest[0])):
		return completes.MatchString(s[strings.LastIndexAny(s[:from], ".;")+1 : from])
	case head == "":
		return startsVerb(strings.ToLower(rest))
	}
	m := completes.FindStringIndex(head)
	return m != nil && (m[0] == 0 || strings.HasSuffix(head[:m[0]], "và ") || m[1] == len(head))
}

// relativeOf makes a deadline of an event; a date only where the event is the signing of this document.
func (c calendar) relativeOf(text string) *document.Due {
	text = strings.TrimRight(text, " \u00a0/")
	if hasAny(strings.ToLower(text), "sau khi", "từ") {
		text = cutTail.ReplaceAllString(text, "")
	}
	if endless.MatchString(text) {
		return nil
	}
	return &document.Due{Value: document.NullString(c.after(text)), Text: text}
}

// findRhythm reads a recurring deadline that stands as an adverb, not one that describes a noun ("kế hoạch hằng năm").
func findRhythm(s, low string) *document.Due {
	for _, at := range hits(low, rhythmWords) {
		text := recurring.FindString(s[at:])
		if text == "" {
			continue
		}
		rest := strings.TrimLeft(s[at+len(text):], " \u00a0")
		if rhythmGoverns(s[:at], text, rest) {
			return &document.Due{Text: text, Recurrence: document.NullString(period(text))}
		}
	}
	return nil
}

// rhythmGoverns tells whether a rhythm says when to act: it carries "định kỳ", a count or a day, or it begins a clause
// and a verb or comma follows.
func rhythmGoverns(before, text, rest string) bool {
	low := strings.ToLower(text)
	if strings.Contains(low, "định kỳ") || strings.Contains(low, "lần") || strings.ContainsAny(low, "0123456789") {
		return true
	}
	head := strings.TrimRight(before, " \u00a0")
	starts := head == "" || strings.ContainsRune(",;.:", rune(head[len(head)-1]))
	if strings.HasPrefix(low, "mỗi") {
		return starts && strings.HasPrefix(rest, "một lần")
	}
	if starts {
		return rest == "" || !strings.HasPrefix(rest, "của ")
	}
	return rest != "" && cueFollows(rest) && !strings.HasSuffix(head, "kế hoạch") && adverbial.MatchString(head)
}

// adverbial matches a name or verb end after which "hằng năm" can only say when: "Sở Y tế hằng năm báo cáo".
var adverbial = regexp.MustCompile(`(?:Bộ|Sở|Ủy ban|UBND|ngành|địa phương|đơn vị|cơ quan|và)(?:\s+[\p{L}]+){0,6}$`)

func cueFollows(rest string) bool { return startsVerb(strings.ToLower(rest)) }

// periods gives the rule of a rhythm by its words; a half-year has none of its own.
var periods = []struct {
	rule string
	re   *regexp.Regexp
}{
	{"periodic", regexp.MustCompile(`(?:^|\s)0?6 tháng`)},
	{"daily", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1) ngày`)},
	{"weekly", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1) tuần`)},
	{"monthly", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1) tháng`)},
	{"quarterly", regexp.MustCompile(`quý|(?:ba|0?3) tháng`)},
	{"yearly", regexp.MustCompile(`(?:hàng|hằng|mỗi|một|0?1) năm|12 tháng`)},
}

// period names the rule of a rhythm by its shortest unit.
func period(text string) string {
	low := strings.ToLower(text)
	for _, p := range periods {
		if p.re.MatchString(low) {
			return p.rule
		}
	}
	return "periodic"
}
