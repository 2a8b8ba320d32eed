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
	point = regexp.MustCompile(`(?i)(?:` + reLast + `|(?:xong |hoàn thành )?trước\s+(?:hết\s+)?|đến hết\s+|xong trong\s+|hết\s+)(` + reDay + `|` + reMonth + `|` + reQuart + `|` + reHalf + `|` + reYear + `)`)
	// inside matches a period by whose end something is due.
	inside = regexp.MustCompile(`(?i)(?:(?:ngay )?trong|vào)\s+(` + reQuart + `|` + reMonth + `|` + reHalf + `|` + reYear + `)`)
	// relative matches a deadline counted from an event.
	relative = regexp.MustCompile(`(?i)(?:trong (?:thời hạn|thời gian|vòng)\s+(?:không quá\s+|tối đa\s+)?` + reCount + `(?:,?\s+(?:kể )?từ\s+(?:ngày|khi)` + reTail + `)?` +
		`|(?:` + reLast + `|không quá\s+|sau\s+|trước\s+)` + reCount + `(?:,?\s+(?:(?:kể )?từ|sau khi|sau ngày|trước khi|trước ngày|trước)\s` + reTail + `)` +
		`|ngay sau khi\s` + reTail + `)`)
	// recurring matches a rhythm: "định kỳ hàng quý", "hằng năm", "6 tháng một lần", "trước ngày 20 hàng tháng".
	recurring = regexp.MustCompile(`(?i)(?:(?:` + reLast + `|trước\s+|vào\s+)?(?:ngày\s+)?\d{1,2}(?:\s*/\s*\d{1,2}|\s+tháng\s+\d{1,2})?\s+(?:của\s+)?(?:tháng cuối\s+)?)?(?:định kỳ\s+)?(?:(?:hàng|hằng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?:(?:,| và|, và)\s+(?:(?:hàng|hằng)\s+)?(?:ngày|tuần|tháng|quý|năm|6 tháng|06 tháng))*|(?:0?[1-9]|1[0-2]|một|hai|ba|sáu)\s+(?:tháng|năm|tuần|quý)(?:/|\s+)(?:một |1 |01 )?lần|định kỳ\s+(?:0?\d{1,2}|một|ba|sáu)\s+(?:tháng|tuần|ngày|năm)(?:\s+và\s+(?:cuối\s+|hàng\s+|hằng\s+)?năm)?)`)
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

// find reads the deadline of a task: the first with a date, else one counted from an event, else a rhythm.
func (c calendar) find(s string) *document.Due {
	if !strings.ContainsAny(s, "0123456789") && !maybeDue(s) {
		return nil
	}
	for _, m := range point.FindAllStringSubmatchIndex(s, -1) {
		if d := c.pointAt(s, m); d != nil {
			return d
		}
	}
	for _, m := range inside.FindAllStringSubmatchIndex(s, -1) {
		value := c.end(s[m[2]:m[3]], false)
		if standsApart(s, m[0], m[1]) && !c.past(value) {
			return &document.Due{Value: document.NullString(value), Text: s[m[0]:m[1]]}
		}
	}
	if m := relative.FindStringIndex(s); m != nil {
		return c.relativeAt(s, m)
	}
	return findRhythm(s)
}

// maybeDue is a cheap look for the words without figures that a deadline can have.
func maybeDue(s string) bool {
	for _, w := range []string{"ngay sau", "Ngay sau", "àng ", "ằng ", "ịnh kỳ", "mỗi ", "Mỗi ", "vòng", "thời hạn", " lần"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// pointAt makes a deadline of a match of point, nil where its neighbours make it something else.
func (c calendar) pointAt(s string, m []int) *document.Due {
	before, after := s[:m[0]], s[m[1]:]
	if !boundary(s, m[0]) || fromTo.MatchString(before) && strings.HasPrefix(strings.ToLower(s[m[0]:]), "đến hết") {
		return nil
	}
	if rhythmAfter.MatchString(after) || strings.HasPrefix(after, " trở") || digitAhead(after) {
		return nil
	}
	low := strings.ToLower(s[m[0]:m[2]])
	strict := strings.HasPrefix(low, "trước") || strings.Contains(low, " trước")
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

// boundary tells whether a word begins at offset i.
func boundary(s string, i int) bool {
	return i == 0 || strings.ContainsRune(" \u00a0,;:(.\n-", rune(s[i-1])) || i > 1 && s[i-2:i] == "\u00a0"
}

// standsApart tells whether "trong năm 2015" governs its clause: it begins it, or ends one that completes something.
func standsApart(s string, from, to int) bool {
	if !boundary(s, from) || digitAhead(s[to:]) {
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

// relativeAt makes a deadline of an event; a date only where the event is the signing of this document.
func (c calendar) relativeAt(s string, m []int) *document.Due {
	if !boundary(s, m[0]) {
		return nil
	}
	text := strings.TrimRight(s[m[0]:m[1]], " \u00a0/")
	if strings.Contains(strings.ToLower(text), "ngay sau khi") || strings.Contains(text, " sau khi") || strings.Contains(text, "từ") {
		text = cutTail.ReplaceAllString(text, "")
	}
	if endless.MatchString(text) {
		return nil
	}
	return &document.Due{Value: document.NullString(c.after(text)), Text: text}
}

// findRhythm reads a recurring deadline that stands as an adverb, not one that describes a noun ("kế hoạch hằng năm").
func findRhythm(s string) *document.Due {
	for _, m := range recurring.FindAllStringIndex(s, -1) {
		text := s[m[0]:m[1]]
		rest := strings.TrimLeft(s[m[1]:], " \u00a0")
		if !boundary(s, m[0]) || !rhythmGoverns(s[:m[0]], text, rest) {
			continue
		}
		return &document.Due{Text: text, Recurrence: document.NullString(period(text))}
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

// period names the rule of a rhythm by its shortest unit.
func period(text string) string {
	low := strings.ToLower(text)
	for _, p := range [][2]string{{"ngày 0", ""}, {"6 tháng", "periodic"}, {"06 tháng", "periodic"}} {
		if p[1] != "" && strings.Contains(low, p[0]) {
			return p[1]
		}
	}
	for _, p := range []struct{ re, rule string }{
		{`(?:hàng|hằng|mỗi) ngày|một ngày|1 ngày`, "daily"}, {`(?:hàng|hằng|mỗi) tuần|(?:một|01?|1) tuần`, "weekly"},
		{`(?:hàng|hằng|mỗi) tháng|(?:^|\s)(?:một|01?|1) tháng`, "monthly"}, {`(?:hàng|hằng|mỗi) quý|quý|(?:ba|0?3) tháng`, "quarterly"},
		{`(?:hàng|hằng|mỗi) năm|(?:một|01?|1) năm|12 tháng`, "yearly"},
	} {
		if ok, _ := regexp.MatchString(p.re, low); ok {
			return p.rule
		}
	}
	return "periodic"
}
