package field

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/soichi/soichi/document"
)

var (
	// longDate is the date of a letterhead; a scan may lose the blanks. The words are matched without regard to case,
	// because old papers print them in capitals in the title.
	longDate = regexp.MustCompile(`(?i)ngày\s*(\d{1,2})\s*(?:tháng|/|-|\.)\s*(\d{1,2})\s*(?:,?\s*năm|/|-|\.)\s*(\d{4})`)
	// blankDate is the place of the date, left empty in a draft.
	blankDate = regexp.MustCompile(`(?i)ngày[\s.…_]*\d*[\s.…_]*tháng`)
	// lostDay is the place of a day that was written by hand and lost or misread by OCR: "Quảng Ngãi, ngày (¡ tháng 5 năm 2021".
	lostDay = regexp.MustCompile(`\p{Lu}[\p{L} ]+,\s*(?:ngày\s*\D{0,6})?\s*tháng\s*\d{1,2}\s*năm\s*\d{4}`)
	// hour stands between place and date in a telegram: "Hà Nội, hồi 15 giờ 30 phút, ngày …".
	hour = regexp.MustCompile(`,?\s*(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|h|:|g)\s*\d{0,2}\s*(?:phút)?\s*,?\s*$`)
	// placeName stands before the date, closed by a comma.
	placeName = regexp.MustCompile(`(\p{Lu}[\p{L}.'’-]*(?:[ \x{00a0}]+(?:-[ ]+)?(?:[\p{L}.'’-]+|\d{1,2})){0,6})\s*,\s*$`)
)

// date reads place and date from the letterhead: "Hà Nội, ngày 27 tháng 12 năm 2022".
func (r *reader) date() {
	r.dateBehind(true)
	r.dateBehind(false)
}

// dateBehind reads the first date of the letterhead, with a place before it or without one: the heading of a site over the
// letterhead may bear a date and has no place.
func (r *reader) dateBehind(placed bool) {
	if r.h.IssuedOn != nil {
		return
	}
	for _, l := range r.lines {
		if cited.MatchString(l.text) || subject.MatchString(l.text) {
			continue
		}
		m := longDate.FindStringSubmatchIndex(l.text)
		if m == nil {
			if b := blankDate.FindStringIndex(l.text); placed && b != nil && r.h.Place == nil {
				r.place(l, b[0])
			}
			continue
		}
		before, after := l.text[:m[0]], strings.Trim(l.text[m[1]:], " .*_|")
		if placed && !placeName.MatchString(before) {
			continue
		}
		if len(after) > 60 || r.runningText(before) {
			continue
		}
		value := isoDate(l.text[m[6]:m[7]], l.text[m[4]:m[5]], l.text[m[2]:m[3]])
		if value == "" {
			continue
		}
		confidence := certain
		if r.scanned() {
			if confidence = doubtful; !r.fitsNumber(value) {
				continue
			}
		}
		r.h.IssuedOn = &document.Field{Value: value, Evidence: r.evidence(l.within(m[0], m[1]), confidence, "letterhead")}
		r.place(l, m[0])
		return
	}
}

// adoption is the clause that stands under a law or a resolution of the National Assembly.
var adoption = regexp.MustCompile(`^(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh) này (?:đã )?được (?:Quốc hội|[ỦU][ỷy]? ?ban).*thông qua ngày`)

// adoptedOn reads the day of a law whose letterhead bears none from the clause of its adoption.
func (r *reader) adoptedOn() {
	if r.h.IssuedOn != nil || r.h.Symbol == nil || r.h.Place != nil {
		return
	}
	for i := len(r.o.Blocks) - 1; i >= 0; i-- {
		b := r.o.Blocks[i]
		text := b.Whole.In(r.o.View.Text)
		at := adoption.FindStringIndex(text)
		if at == nil {
			continue
		}
		from := at[1] - len("ngày")
		m := longDate.FindStringSubmatchIndex(text[from:])
		if m == nil || m[0] != 0 {
			return
		}
		l := line{text, b.Whole, i}
		if day := isoDate(text[from+m[6]:from+m[7]], text[from+m[4]:from+m[5]], text[from+m[2]:from+m[3]]); day != "" {
			r.h.IssuedOn = &document.Field{Value: day, Evidence: r.evidence(l.within(from, from+m[1]), sure, "adoption clause")}
		}
		return
	}
}

// runningText tells that the words before a date are a sentence or a mention and no letterhead. Before the date stand a
// place, closed by a comma, or other parts of the letterhead in capitals; nothing else.
func (r *reader) runningText(before string) bool {
	before = hour.ReplaceAllString(motto.ReplaceAllString(before, ""), ", ")
	if p := placeName.FindStringIndex(before); p != nil {
		before = before[:p[0]]
	}
	label := numberLabel.FindStringIndex(before)
	return strings.ContainsFunc(before, unicode.IsLower) && (label == nil || !alone(before[:label[0]]))
}

// place reads the words before the date at offset at of the line.
func (r *reader) place(l line, at int) {
	before, base := l.text[:at], 0
	if m := motto.FindAllStringIndex(before, -1); m != nil {
		base = m[len(m)-1][1]
		before = before[base:]
	}
	if i := strings.LastIndexAny(before, "|:"); i >= 0 && !hour.MatchString(before) {
		base += i + 1
		before = before[i+1:]
	}
	if h := hour.FindStringIndex(before); h != nil {
		before = before[:h[0]] + ","
	}
	m := placeName.FindStringSubmatchIndex(before)
	if m == nil {
		return
	}
	name := before[m[2]:m[3]]
	if i := lastCapitals(name); i > 0 {
		m[2] += i
		name = name[i:]
	}
	if len([]rune(name)) > 40 || name == "" {
		return
	}
	r.h.Place = &document.Field{Value: oneLine(name), Evidence: r.evidence(l.within(base+m[2], base+m[3]), sure, "letterhead")}
}

// lastCapitals gives where the place begins when a symbol or an issuer in capitals was read on the same line.
func lastCapitals(name string) int {
	at := 0
	for i := 0; i < len(name); {
		end := strings.IndexByte(name[i:], ' ')
		if end < 0 {
			break
		}
		word := name[i : i+end]
		if len([]rune(word)) > 1 && word == strings.ToUpper(word) && word != "TP." && word != "TP" {
			at = i + end + 1
		}
		i += end + 1
	}
	return at
}

// isoDate gives an ISO day, "" for a day that the calendar does not have.
func isoDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if y < 1900 || y > 2100 || m < 1 || m > 12 || d < 1 || d > time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
