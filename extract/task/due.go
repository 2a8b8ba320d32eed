package task

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// The pieces that deadlines are written with.
const (
	reClock = `(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{2}\s*(?:phút\s*)?)?,?\s*)?`
	reDow   = `(?:thứ\s+\p{L}+,?\s+(?:ngày\s+)?)?`
	reDay   = reClock + reDow + `(?:ngày\s+)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|tháng\s+\d{1,2}(?:\s*(?:năm\s+|/)\d{4})?)`
	reMonth = `(?:tháng\s+\d{1,2}(?:,| và|\s*[-–])\s*)?tháng\s+\d{1,2}(?:\s*(?:[/.-]|năm)\s*\d{4})?`
	reQuart = `quý\s+(?:iv|i{1,3}|[1-4])(?:(?:\s*(?:,|và|-)\s*)quý\s+(?:iv|i{1,3}|[1-4])|\s*(?:[-–]|và)\s*(?:iv|i{1,3}))?(?:\s*(?:[/.-]|năm)\s*\d{4})?`
	reHalf  = `6 tháng (?:đầu|cuối) năm(?: \d{4})?`
	reYear  = `năm\s+\d{4}`
	reLast  = `(?:chậm nhất|muộn nhất|không muộn hơn|không chậm hơn|trễ nhất)(?:\s+(?:là|vào|đến|trong|trước|hết|cuối|sau))*\s*`
	reCount = `(?:\d{1,3}|một|hai|ba|năm|bảy|mười)(?:\s*\([^)]{1,20}\))?\s*(?:ngày làm việc|ngày|giờ|phút|tuần|tháng|quý)(?:\s+làm việc)?`
	reTail  = `[^,;.:()]{0,120}`
)

var (
	// point matches a deadline with a place in the calendar.
	point = regexp.MustCompile(`^(?:` + reLast + `|trước\s+(?:hết\s+)?|đến hết\s+|hết\s+)(` + reDay + `|` + reMonth + `|` + reQuart + `|` + reHalf + `|` + reYear + `)`)
	// byDay matches a day that is a deadline only beside a verb of completing.
	byDay = regexp.MustCompile(`^(?:đến|(?:ngay )?trong|vào|xong(?: trong| vào)?)\s+(` + reClock + reDow + `(?:ngày\s+\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|tháng\s+\d{1,2}\s*năm\s+\d{4})|\d{1,2}/\d{1,2}/\d{4}))`)
	// inside matches a period by whose end something is due.
	inside = regexp.MustCompile(`^(?:(?:ngay )?trong|vào|đến)\s+((?:(?:đầu|giữa|cuối)\s+)?(?:` + reQuart + `|` + reMonth + `|` + reHalf + `|` + reYear + `))`)
	// labelled matches a date behind the word that says what it is: "Thời gian hoàn thành: Quý II/2024".
	labelled = regexp.MustCompile(`^(?:(?:thời gian|thời hạn|tiến độ|hạn)(?:\s+(?:hoàn thành|thực hiện|gửi|báo cáo|trình))*|hoàn thành)\s*:\s*(?:trong\s+|vào\s+|xong\s+)?(` + reDay + `|` + reMonth + `|` + reQuart + `|` + reHalf + `|` + reYear + `)`)
	// relative matches a deadline counted from an event.
	relative = regexp.MustCompile(`^(?:trong (?:thời hạn|thời gian|vòng)\s+(?:không quá\s+|tối đa\s+)?` + reCount + `(?:,?\s+(?:kể )?(?:từ|sau)\s+(?:ngày|khi|thời điểm)` + reTail + `)?` +
		`|(?:` + reLast + `)` + reCount + `(?:,?\s+(?:kể )?(?:từ|sau)\s+(?:ngày|khi|thời điểm)` + reTail + `)?` +
		`|(?:không quá\s+|sau\s+|trước\s+|trong\s+)` + reCount + `(?:,?\s+(?:(?:kể )?từ|sau khi|sau ngày|trước khi|trước ngày|trước|so với)\s` + reTail + `)` +
		`|ngay (?:sau )?khi\s` + reTail + `|kể từ ngày (?:\p{L}+ ){1,4}này có hiệu lực(?: thi hành)?)`)
	// cutTail ends the words of an event where the rest speaks of something else.
	cutTail = regexp.MustCompile(`\s+(?:theo|để|nhằm|đồng thời|trình|báo cáo|gửi|phải|cần|các (?:cơ quan|đơn vị)[^,]* phải)\s.*$`)
	// endless matches an event whose words were cut off.
	endless = regexp.MustCompile(`(?:từ|sau|trước) (?:ngày|khi)$|(?:từ|sau|trước)$`)
	// completes is a verb that makes the end of a period a deadline.
	completes = regexp.MustCompile(`(?:hoàn thành|hoàn thiện|ban hành|trình|phê duyệt|quyết định|xong|báo cáo|gửi|công bố|mở đợt|kết thúc|thông qua|tổng kết|sơ kết)`)
)

// find reads the deadline of a task: the first with a date, else one counted from an event, else a rhythm.
func (c calendar) find(l line) *document.Due {
	places := l.places()
	all := allOf(places)
	if all&tryDue == 0 {
		return nil
	}
	dated := strings.ContainsAny(l.s, "0123456789") || strings.Contains(l.low, "quý ")
	for _, sort := range []struct {
		try  trigger
		read func(line, int) *document.Due
	}{
		{tryHead, c.scheduledAt}, {tryPoint, c.pointAt}, {tryLabel, c.labelAt}, {tryInside, c.insideAt}, {tryByDay, c.dayAt}, {tryHead, c.bracketAt},
		{tryMeeting, c.meetingAt}, {tryInside, c.yearAt}, {tryRelative, c.relativeAt}, {tryRhythm, rhythmAt}, {tryRelative, eventAt},
	} {
		if all&sort.try == 0 || !possible(sort.try, dated, l.low) {
			continue
		}
		for _, m := range places {
			if m.try&sort.try == 0 {
				continue
			}
			if d := sort.read(l, m.at-l.at); d != nil {
				return d
			}
		}
	}
	return nil
}

// possible tells whether a text has the words without which it has no deadline of a sort.
func possible(sort trigger, dated bool, low string) bool {
	switch sort {
	case tryRelative:
		return dated || hasAny(low, "ngay ", "trước ", "trong thời hạn", "trong vòng", "chậm nhất", "này có hiệu lực")
	case tryRhythm:
		return hasAny(low, rhythmMarks...)
	}
	return dated
}

// How many bytes a pattern is tried on: a pattern costs in proportion to what it is shown. The longest deadline counted
// from an event that was seen has 240, the longest with a date 90.
const (
	eventMax = 320
	dateMax  = 160
)

// window gives the words at an offset that a pattern is tried on.
func window(low string, at, size int) string {
	end := min(len(low), at+size)
	for end < len(low) && !utf8.RuneStart(low[end]) {
		end--
	}
	return low[at:end]
}

// fromMax bounds, in bytes, the beginning of a period before its end.
const fromMax = 50

// fromTo tells whether a text ends in the beginning of a period, whose end is no deadline: "từ ngày 13/2 …".
func fromTo(low string) bool {
	i := strings.LastIndex(low, "từ ")
	return i >= 0 && len(low)-i <= fromMax && !strings.ContainsAny(low[i:], ",;.")
}

// sinceWhen tells whether the words before a date make it the day of an act: "đã ban hành trước ngày …". Of a named day yet
// to come nothing is left over (days past are no deadlines anyway).
func sinceWhen(before, date string) bool {
	return hasSuffix(before, effects) || hasSuffix(before, lingering) && !namesYear.MatchString(date)
}

var (
	effects   = []string{"ban hành", "có hiệu lực", "thành lập", "tuyển dụng", "ký", "cấp", "xây dựng"}
	lingering = []string{"tồn đọng", "phát sinh", "xảy ra"}
	namesYear = regexp.MustCompile(`\d{4}$`)
)

func hasSuffix(s string, list []string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// beforeWindow bounds, in bytes, the words before a date that can make it something else than a deadline.
const beforeWindow = 90

// pointAt reads a deadline with a place in the calendar, nil where its neighbours make it something else.
func (c calendar) pointAt(l line, at int) *document.Due {
	m := point.FindStringSubmatchIndex(window(l.low, at, dateMax))
	if m == nil {
		return nil
	}
	before, after := tail(l.low[:at], beforeWindow), l.s[at+m[1]:]
	lead, date := l.low[at:at+m[2]], l.low[at+m[2]:at+m[3]]
	if strings.HasPrefix(lead, "hết") && strings.HasSuffix(before, "đến ") || strings.HasPrefix(lead, "đến hết") && fromTo(before) ||
		rhythmAfter.MatchString(after) || strings.HasPrefix(after, " trở") || digitAhead(after) {
		return nil
	}
	strict := (strings.HasPrefix(lead, "trước") || strings.Contains(lead, " trước")) && !strings.Contains(lead, "hết")
	if strict && sinceWhen(strings.TrimRight(before, " \u00a0"), date) || !strings.Contains(date, "năm") && everyYear(before, date, after) {
		return nil
	}
	value := c.end(date, strict)
	if c.past(value) || value == "" && c.year != 0 && !hasAny(date, "quý", "tháng") {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: l.s[at : at+m[1]]}
}

// labelAt reads a date behind the word that says what it is.
func (c calendar) labelAt(l line, at int) *document.Due {
	m := labelled.FindStringSubmatchIndex(window(l.low, at, dateMax))
	if m == nil {
		return nil
	}
	value := c.end(l.low[at+m[2]:at+m[3]], false)
	if after := l.s[at+m[1]:]; value == "" || c.past(value) || digitAhead(after) || strings.HasPrefix(strings.TrimLeft(after, " "), "đến") {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: l.s[at+m[2] : at+m[3]]}
}

// insideAt reads a month or quarter by whose end something is due.
func (c calendar) insideAt(l line, at int) *document.Due {
	if wholeYear.MatchString(window(l.low, at, dateMax)) {
		return nil
	}
	return c.periodAt(l, at)
}

// yearAt reads a year by whose end something is due. It is asked last: a day or month in the same task is its deadline.
func (c calendar) yearAt(l line, at int) *document.Due {
	if !wholeYear.MatchString(window(l.low, at, dateMax)) {
		return nil
	}
	return c.periodAt(l, at)
}

// periodAt reads a period by whose end something is due.
func (c calendar) periodAt(l line, at int) *document.Due {
	m := inside.FindStringSubmatchIndex(window(l.low, at, dateMax))
	if m == nil {
		return nil
	}
	date := l.low[at+m[2] : at+m[3]]
	value := c.end(date, false)
	if c.past(value) || rhythmAfter.MatchString(l.s[at+m[1]:]) || !standsApart(l, at, at+m[1]) || strings.HasPrefix(l.low[at:], "đến") && !strings.HasPrefix(date, "cuối") {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: l.s[at : at+m[1]]}
}

// dayAt reads a day by which something is to be complete: "đến ngày 30/6/2024 hoàn thành …". The end of a period is none.
func (c calendar) dayAt(l line, at int) *document.Due {
	m := byDay.FindStringSubmatchIndex(window(l.low, at, dateMax))
	if m == nil || fromTo(tail(l.low[:at], beforeWindow)) {
		return nil
	}
	start := strings.LastIndexAny(l.s[:at], ".;") + 1
	clause := l.low[start:]
	if n := strings.IndexAny(clause[at+m[1]-start:], ".;"); n >= 0 {
		clause = clause[:at+m[1]-start+n]
	}
	value := c.end(l.low[at+m[2]:at+m[3]], false)
	if value == "" || c.past(value) || !hasAny(clause, "hoàn thành", "xong", "báo cáo", "gửi ", "ngay trong ngày") {
		return nil
	}
	return &document.Due{Value: document.NullString(value), Text: l.s[at : at+m[1]]}
}

var rhythmAfter = regexp.MustCompile(`^\s*(?:của\s+)?(?:tháng cuối|hàng|hằng|mỗi|của tháng|tháng sau|quý sau|năm sau)`)

func digitAhead(after string) bool { return after != "" && after[0] >= '0' && after[0] <= '9' }

// wholeYear matches a period that is a year, of which much is said that is no deadline.
var wholeYear = regexp.MustCompile(`^(?:ngay )?(?:trong|vào|đến) (?:(?:đầu|giữa|cuối) )?năm`)

// occasion matches a meeting before the time at which it is held: "phục vụ Hội nghị cấp vùng tổ chức vào quý II".
var occasion = regexp.MustCompile(`(?:phục vụ|chuẩn bị|tại|dự|cho)\s[^,;.]{0,30}(?:hội nghị|hội thảo|đại hội|hội thi|lễ|kỳ họp)[^,;.]*\s(?:tổ chức|diễn ra|khai mạc)\s*$`)

// completesYear matches the verbs that make the end of a year a deadline. "Tổng kết phong trào trong năm" looks back on it.
var completesYear = regexp.MustCompile(strings.NewReplacer("|tổng kết", "", "|sơ kết", "").Replace(completes.String()))

// procedures drops the nouns that end like the verb "trình", to submit.
var procedures = strings.NewReplacer("chương trình", "", "quy trình", "", "công trình", "", "lộ trình", "", "tờ trình", "", "quá trình", "")

// standsApart tells whether "trong năm 2015" governs its clause: it begins it, or ends it. A whole year must end a clause
// that completes something, since much else is said of years.
func standsApart(l line, from, to int) bool {
	if digitAhead(l.s[to:]) {
		return false
	}
	rest := strings.TrimLeft(l.low[to:], " \u00a0")
	if strings.HasPrefix(rest, "và ") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") {
		return false
	}
	if occasion.MatchString(tail(l.low[:from], beforeWindow)) {
		return false
	}
	year := wholeYear.MatchString(l.low[from:to])
	start := strings.LastIndexAny(l.s[:from], ".;,") + 1
	head := strings.TrimSpace(l.low[start:from])
	switch {
	case head == "" && (start == 0 || l.s[start-1] != ',' || strings.HasPrefix(l.low[from:], "trong quý")):
		return true
	case rest == "" || strings.ContainsRune(".;,/", rune(rest[0])) || strings.HasPrefix(rest, "để "):
		clause := l.low[strings.LastIndexAny(l.s[:from], ".;")+1 : from]
		return !year || completesYear.MatchString(procedures.Replace(clause)) && !strings.Contains(clause[strings.LastIndex(clause, ",")+1:], " để ")
	case head == "":
		return startsVerb(rest)
	}
	m := completes.FindStringIndex(head)
	return m != nil && (m[0] == 0 || strings.HasSuffix(head[:m[0]], "và ") || m[1] == len(head))
}

// relativeAt reads a deadline counted from an event; a date only where the event is the signing of this document.
func (c calendar) relativeAt(l line, at int) *document.Due {
	text := strings.TrimRight(l.s[at:at+len(relative.FindString(window(l.low, at, eventMax)))], " \u00a0/")
	if text == "" {
		return nil
	}
	if hasAny(viet.Lower(text), "sau khi", "từ") {
		text = strings.TrimSuffix(cutVerb(cutTail.ReplaceAllString(text, "")), " và")
	}
	if endless.MatchString(text) {
		return nil
	}
	return &document.Due{Value: document.NullString(c.after(text)), Text: text}
}

// cutVerb ends the words of an event at an "và" that joins a further thing to do.
func cutVerb(text string) string {
	for at := 0; ; {
		i := strings.Index(text[at:], " và ")
		if i < 0 {
			return text
		}
		if at += i + len(" và "); startsVerb(viet.Lower(text[at:])) {
			return text[:at-len(" và ")]
		}
	}
}
