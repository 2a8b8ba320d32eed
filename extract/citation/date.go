package citation

import (
	"strconv"

	"github.com/soichi/soichi/document"
)

// date is a date in the text; value is as precise as the text: a day, a month or a year. It is "" for what has the form of
// a date and is none: 31/6, or a form's blanks.
type date struct {
	value string
	r     document.Range
}

// scanDate reads "ngày 16/7/2021", "ngày 27 tháng 12 năm 2022", "tháng 8/2019" or "năm 2014" at at.
func scanDate(s string, at int) (date, bool) {
	word := wordEnd(s, at)
	if end, ok := dateWord(s, at, "ngay"); ok {
		d, ok := scanDay(s, skipBlanks(s, end))
		if !ok {
			if d, ok = scanBlankDay(s, end); !ok {
				return date{}, false
			}
		}
		d.r.Start = at
		return d, true
	}
	if end, ok := dateWord(s, at, "thang"); ok {
		m, to, ok := figure(s, skipBlanks(s, end), 2)
		if !ok || m < 1 || m > 12 {
			return date{}, false
		}
		y, to, ok := yearAfter(s, to)
		if !ok {
			return date{}, false
		}
		return date{isoDate(y, m), document.Range{Start: at, End: to}}, true
	}
	if lower(s[at:word]) == "năm" {
		y, to, ok := figure(s, skipBlanks(s, word), 4)
		if ok && to-skipBlanks(s, word) == 4 && plausible(y) && !rangeFollows(s, to) {
			return date{isoDate(y), document.Range{Start: at, End: to}}, true
		}
	}
	return date{}, false
}

// dateWord matches a word of a date, which a scan may have glued to its figure ("ngày16").
func dateWord(s string, at int, word string) (int, bool) {
	for i := 0; i < len(word); i++ {
		r, n := runeAt(s, at)
		if n == 0 || fold(r) != word[i] {
			return 0, false
		}
		at += n
	}
	r, _ := runeAt(s, at)
	return at, isBlank(r) || r >= '0' && r <= '9'
}

// scanDay reads the figures after "ngày".
func scanDay(s string, at int) (date, bool) {
	d, to, ok := figure(s, at, 2)
	if !ok {
		return date{}, false
	}
	var m, y int
	if sep, n := runeAt(s, skipBlanks(s, to)); sep == '/' || sep == '.' || dashRune(sep) {
		m, to, ok = figure(s, skipBlanks(s, skipBlanks(s, to)+n), 2)
		if !ok {
			return date{}, false
		}
	} else {
		end, ok := dateWord(s, skipBlanks(s, to), "thang")
		if !ok {
			return date{}, false
		}
		if m, to, ok = figure(s, skipBlanks(s, end), 2); !ok {
			if m, to, ok = monthName(s, skipBlanks(s, end)); !ok {
				return date{}, false
			}
		}
	}
	y, to, ok = yearAfter(s, to)
	if !ok {
		return date{}, false
	}
	if m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return date{"", document.Range{Start: at, End: to}}, true
	}
	return date{isoDate(y, m, d), document.Range{Start: at, End: to}}, true
}

// scanBlankDay reads what a form leaves open behind "ngày": "… tháng … năm 2010".
func scanBlankDay(s string, at int) (date, bool) {
	p := skipFill(s, at)
	end, ok := matchFolded(s, p, "thang")
	if !ok {
		return date{}, false
	}
	p = skipFill(s, end)
	if _, to, ok := figure(s, p, 2); ok {
		p = skipFill(s, to)
	}
	if end, ok = dateWord(s, p, "nam"); !ok {
		return date{}, false
	}
	y, to, ok := figure(s, skipBlanks(s, end), 4)
	return date{"", document.Range{Start: at, End: to}}, ok && plausible(y)
}

// skipFill skips blanks and the dots of a form.
func skipFill(s string, at int) int {
	for {
		r, n := runeAt(s, at)
		if n == 0 || !isBlank(r) && r != '.' && r != '…' && r != '_' {
			return at
		}
		at += n
	}
}

var monthNames = []string{"gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"}

// monthName reads a month written as a word ("tháng tư", "tháng bốn").
func monthName(s string, at int) (int, int, bool) {
	if end, ok := matchFolded(s, at, "bon"); ok {
		return 4, end, true
	}
	for i := len(monthNames) - 1; i >= 0; i-- {
		if end, ok := matchFolded(s, at, monthNames[i]); ok {
			return i + 1, end, true
		}
	}
	return 0, 0, false
}

// yearAfter reads the year after a month: "/2021", "-1997", ".2004", " năm 2022", " - 1994".
func yearAfter(s string, at int) (int, int, bool) {
	at = skipBlanks(s, at)
	r, n := runeAt(s, at)
	separated := r == '/' || r == '.' || dashRune(r)
	if separated {
		at = skipBlanks(s, at+n)
	} else if r == ',' {
		at = skipBlanks(s, at+n)
	}
	if !separated {
		end, ok := dateWord(s, at, "nam")
		if !ok {
			return 0, 0, false
		}
		at = skipBlanks(s, end)
	}
	y, to, ok := figure(s, at, 4)
	if rest, end, cut := cutYear(s, to); ok && to-at == 2 && cut && (y == 19 || y == 20) { // "20 21"
		return y*100 + rest, end, true
	}
	switch {
	case !ok:
		return 0, 0, false
	case to-at == 2: // papers of the last century wrote "24/5/94"
		if y >= 45 {
			y += 1900
		} else {
			y += 2000
		}
	case to-at != 4 || !plausible(y):
		return 0, 0, false
	}
	return y, to, true
}

// cutYear reads the last two figures of a year that a blank cuts in two.
func cutYear(s string, at int) (rest, end int, ok bool) {
	from := skipBlanks(s, at)
	if from == at {
		return 0, 0, false
	}
	rest, end, ok = figure(s, from, 2)
	return rest, end, ok && end-from == 2
}

// plausible bounds the years of documents that a Vietnamese paper cites.
func plausible(y int) bool { return y >= 1900 && y <= 2099 }

// rangeFollows tells whether a year is the first of a period ("2021 - 2025").
func rangeFollows(s string, at int) bool {
	at = skipBlanks(s, at)
	r, n := runeAt(s, at)
	next, _ := runeAt(s, skipBlanks(s, at+n))
	return dashRune(r) && next >= '0' && next <= '9'
}

// figure reads up to size digits that no further digit follows.
func figure(s string, at, size int) (value, end int, ok bool) {
	end = at
	for end < len(s) && end-at < size && s[end] >= '0' && s[end] <= '9' {
		value = value*10 + int(s[end]-'0')
		end++
	}
	return value, end, end > at && (end == len(s) || s[end] < '0' || s[end] > '9')
}

// isoDate writes a year of four figures, and the month and the day where they are known, as ISO 8601 has them.
func isoDate(year int, rest ...int) string {
	b := strconv.AppendInt(make([]byte, 0, len("2006-01-02")), int64(year), 10)
	for _, n := range rest {
		b = append(b, '-', byte('0'+n/10), byte('0'+n%10))
	}
	return string(b)
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
