package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// provisionUnits are the units of a text in the folded form; "tiểu mục" is a point below a heading.
var provisionUnits = map[string]byte{
	"điểm": 'p', "khoản": 'k', "điều": 'd', "mục": 'm', "phần": 'f', "chương": 'c', "lục": 'l',
}

// maxProvision bounds how far before a mention its provision may begin, in bytes.
const maxProvision = 200

// scanProvision reads backward from the start of a mention the part of it that is cited: "điểm a khoản 2 Điều 5",
// "Khoản 2, Điều 27,", "Điều 5 và Điều 6 của". It returns nil and at where there is none.
func scanProvision(s string, at int) (*document.Provision, int) {
	floor := max(strings.LastIndexByte(s[:at], '\n')+1, at-maxProvision)
	var prov document.Provision
	start, found, join := at, false, ","
	p := backBlanks(s, at)
	if w := wordStart(s, p); w > floor && s[w:p] == "của" {
		p = backBlanks(s, w)
	}
	for p > floor {
		values, unit, from, ok := provisionPart(s, p, floor)
		if !ok {
			break
		}
		prov = with(prov, unit, values, join)
		start, found = from, true
		p, join = backBlanks(s, from), ","
		if w := wordStart(s, p); w > floor && lower(s[w:p]) == "đến" {
			p, join = backBlanks(s, w), "-"
		} else if w > floor && (lower(s[w:p]) == "và" || lower(s[w:p]) == "của" || lower(s[w:p]) == "thuộc") {
			p = backBlanks(s, w)
		}
	}
	if !found {
		return nil, at
	}
	return &prov, start
}

// provisionPart reads one unit with its numbers that ends at p, a comma behind it skipped.
func provisionPart(s string, p, floor int) (values string, unit byte, start int, ok bool) {
	if r, n := runeBefore(s, p); r == ',' {
		p = backBlanks(s, p-n)
	}
	var list []string
	for p > floor {
		w := wordStart(s, p)
		if w == p || w < floor {
			return "", 0, 0, false
		}
		word := s[w:p]
		if u, isUnit := provisionUnits[lower(word)]; isUnit && len(list) > 0 {
			if u == 'l' {
				ph := backBlanks(s, w)
				w = wordStart(s, ph)
				if lower(s[w:ph]) != "phụ" {
					return "", 0, 0, false
				}
			}
			return joinReversed(list), u, w, true
		}
		if word == "từ" && len(list) > 0 { // "các khoản từ 29 đến 45"
			p = backBlanks(s, w)
			continue
		}
		if !provisionValue(word) || len(list) >= 24 {
			return "", 0, 0, false
		}
		p = w
		for p > floor && s[p-1] == '.' && p-1 > floor { // "1.2"
			w2 := wordStart(s, p-1)
			if w2 == p-1 || !provisionValue(s[w2:p-1]) {
				break
			}
			word, p = s[w2:p-1]+"."+word, w2
		}
		list = append(list, word)
		p = backBlanks(s, p)
		if more, to := provisionJoin(s, p); more != "" {
			list = append(list, more)
			p = to
		}
	}
	return "", 0, 0, false
}

// provisionJoin reads what stands between two numbers: "," or "và" (given as ",") or a dash or "đến" (given as "-").
func provisionJoin(s string, p int) (string, int) {
	r, n := runeBefore(s, p)
	if r == ',' || r == ';' {
		return ",", backBlanks(s, p-n)
	}
	if dashRune(r) {
		return "-", backBlanks(s, p-n)
	}
	w := wordStart(s, p)
	switch lower(s[w:p]) {
	case "và", "hoặc":
		q := backBlanks(s, w)
		if r, n := runeBefore(s, q); r == ',' {
			q = backBlanks(s, q-n)
		}
		return ",", q
	case "đến":
		return "-", backBlanks(s, w)
	}
	return "", p
}

// provisionValue tells whether a word numbers a provision: digits with a letter, a Roman numeral, one small letter, an
// ordinal.
func provisionValue(w string) bool {
	if w == "" {
		return false
	}
	if w[0] >= '0' && w[0] <= '9' {
		return len(w) <= 5
	}
	if romanDigits(w) {
		return true
	}
	if len([]rune(w)) == 1 {
		return true
	}
	switch lower(w) {
	case "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "thứ", "đ1":
		return true
	}
	return false
}

// joinReversed puts the numbers that were read backward in order.
func joinReversed(list []string) string {
	var b strings.Builder
	for i := len(list) - 1; i >= 0; i-- {
		if list[i] == "thứ" {
			continue
		}
		b.WriteString(list[i])
	}
	return strings.Trim(b.String(), ",-")
}

// with adds the numbers of a unit before those that the provision already has.
func with(p document.Provision, unit byte, values, join string) document.Provision {
	field := numbersOf(&p, unit)
	if *field == "" {
		*field = document.NullString(values)
	} else {
		*field = document.NullString(values+join) + *field
	}
	return p
}

// numbersOf gives where the numbers of a unit stand in a provision.
func numbersOf(p *document.Provision, unit byte) *document.NullString {
	switch unit {
	case 'p':
		return &p.Point
	case 'k':
		return &p.Clause
	case 'd':
		return &p.Article
	case 'm':
		return &p.Heading
	case 'f':
		return &p.Part
	case 'c':
		return &p.Chapter
	}
	return &p.Annex
}
