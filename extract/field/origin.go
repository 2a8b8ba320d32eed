package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// Papers printed without a letterhead have what belongs in it between kind and subject: "CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP
// NGÀY 04 THÁNG 01 NĂM 2010 QUY ĐỊNH …", on one line or several. What stands before the subject is the paper's own.
var (
	titleOrigin = regexp.MustCompile(`^(?i:của)\s+`)
	// originNo is a number with its letters, which may follow without a sign: "SỐ 38 NV", "SỐ 214 NQ/UBTVQH9".
	originNo   = regexp.MustCompile(`^(?i:số)\s*:?\s*(\d{1,5}(?:\s?[a-zA-Z]\b)?(?:\s?[/-]\s?[\p{L}\d.&]+)*(?:\s\p{Lu}{1,6}(?:[/-][\p{L}\d]+)*)?)`)
	unlabelled = regexp.MustCompile(`^(\d{1,5}/\d{4}/\p{Lu}[\p{L}\d-]*)`)
	originDate = regexp.MustCompile(`^(?i:ngày\s*\d{1,2}\s*(?:tháng|/|-|\.)\s*\d{1,2}\s*(?:năm|/|-|\.)\s*\d{4})`)
	notLetters = regexp.MustCompile(`\s(?:NGÀY|VỀ|CỦA|NĂM|QUY|BAN|HƯỚNG)$`)
	// lostHyphen is a number and its letters in the form that has a hyphen between them: "214 NQ/UBTVQH9".
	lostHyphen = regexp.MustCompile(`^(\d{1,5})\s+(\p{Lu}[\p{L}]*/\S+)$`)
	barePure   = regexp.MustCompile(`^\d{1,4}(?:-[a-zA-Z])?$`)
	// behindName is what may follow the issuer's name on its line.
	behindName = regexp.MustCompile(`\s(?i:số\s*:?\s*\d|ngày\s*\d|(?:về|v/v)\s)`)
)

// originParts bounds how many parts stand between kind and subject: issuer, number, day, and the issuer again.
const originParts = 4

// inTitle reads issuer, number and day from between kind and subject and takes them out of the title.
func (r *reader) inTitle() {
	if len(r.title) == 0 {
		return
	}
	first, lines := r.title[0], r.title[1:]
	if _, n := kindOf(first.text); n > 0 && n < len(first.text) {
		if rest := behind(first, n); rest.text != "" {
			first = line{first.text[:n], first.within(0, n), first.block}
			lines = append([]line{rest}, lines...)
		}
	}
	found := false
	for range originParts {
		rest, ok := r.originPart(lines)
		if !ok {
			break
		}
		lines, found = rest, true
	}
	if found {
		r.title = append([]line{first}, lines...)
	}
}

// behind gives what stands behind the first bytes of a line, signs between them left out.
func behind(l line, at int) line {
	text := strings.TrimLeft(l.text[at:], " \u00a0\t,.:;*_-–")
	return line{text, l.within(len(l.text)-len(text), len(l.text)), l.block}
}

// originPart reads the part of the origin that the lines begin with and gives the lines behind it.
func (r *reader) originPart(lines []line) ([]line, bool) {
	if len(lines) == 0 {
		return nil, false
	}
	l := lines[0]
	if end := r.originNumber(l); end > 0 {
		return without(lines, end), true
	}
	if m := originDate.FindStringIndex(l.text); m != nil && (r.h.IssuedOn == nil || capitals(l.text)) {
		r.originDay(l)
		return without(lines, m[1]), true
	}
	if m := titleOrigin.FindStringIndex(l.text); m != nil && m[1] < len(l.text) && len(r.origins) == 0 && (capitals(l.text) || r.h.Symbol == nil && behindName.MatchString(l.text)) {
		return r.originName(lines, m[1]), true
	}
	return lines, false
}

// without cuts the first bytes of the first line off, and the line with them where nothing else is left.
func without(lines []line, end int) []line {
	if rest := behind(lines[0], end); rest.text != "" {
		return append([]line{rest}, lines[1:]...)
	}
	return lines[1:]
}

// originNumber reads the number that a line begins with and gives where it ends, 0 where there is none. A number without
// letters is one only before a day or at the end of the line.
func (r *reader) originNumber(l line) int {
	m := originNo.FindStringSubmatchIndex(l.text)
	if m == nil {
		m = unlabelled.FindStringSubmatchIndex(l.text)
	}
	if m == nil {
		return 0
	}
	raw := notLetters.ReplaceAllString(l.text[m[2]:m[3]], "")
	if at := strings.LastIndexByte(raw, ' '); at > 0 && !strings.Contains(raw[at:], "/") && !originDate.MatchString(behind(l, m[2]+len(raw)).text) {
		raw = strings.TrimRight(raw[:at], " ") // the word behind a number is the subject's first
	}
	value, size := tidySymbol(raw)
	rest := behind(l, m[2]+len(raw)).text
	switch bare := strings.TrimSpace(raw); {
	case barePure.MatchString(bare):
		if rest != "" && !originDate.MatchString(rest) {
			return 0
		}
		value, size = bare, len(bare)
	case lostHyphen.MatchString(bare):
		value, size = lostHyphen.ReplaceAllString(bare, "$1-$2"), len(bare)
	case value == "" && strings.Contains(bare, " "):
		value, size = strings.ReplaceAll(bare, " ", ""), len(bare)
	}
	if value == "" {
		return 0
	}
	if r.h.Symbol == nil && !r.blank {
		r.h.Symbol = &document.Field{Value: value, Evidence: r.evidence(l.within(m[2], m[2]+size), sure, "title")}
	}
	return m[2] + size
}

func (r *reader) originDay(l line) {
	m := longDate.FindStringSubmatchIndex(l.text)
	if m == nil || r.h.IssuedOn != nil {
		return
	}
	if day := isoDate(l.text[m[6]:m[7]], l.text[m[4]:m[5]], l.text[m[2]:m[3]]); day != "" {
		r.h.IssuedOn = &document.Field{Value: day, Evidence: r.evidence(l.within(m[0], m[1]), sure, "title")}
	}
}

// originName reads the issuer behind "của", at offset from of the first line, and gives the lines behind it. The name ends
// before number, day or "về", where the register knows the words before as a body, or with the line. A name that the line
// cuts goes on to the number on the next one.
func (r *reader) originName(lines []line, from int) []line {
	l := lines[0]
	if len(lines) > 1 && capitals(lines[1].text) && !behindName.MatchString(l.text) && !r.names(l.text[from:]) {
		if m := behindName.FindStringIndex(lines[1].text); m != nil && r.names(l.text[from:]+" "+lines[1].text[:m[0]]) {
			r.origins = []line{{l.text[from:], l.within(from, len(l.text)), l.block}, {lines[1].text[:m[0]], lines[1].within(0, m[0]), lines[1].block}}
			return without(lines[1:], m[0])
		}
	}
	end := len(l.text)
	if m := behindName.FindStringIndex(l.text[from:]); m != nil {
		end = from + m[0]
	} else if n := r.knownName(l.text[from:]); n > 0 {
		end = from + n
	}
	name := termOfOffice.ReplaceAllString(strings.TrimRight(l.text[from:end], trailing+","), "")
	if m := motto.FindStringIndex(name); m != nil && m[0] > 0 { // "CHÍNH PHỦ NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA"
		name = r.withoutState(name[:m[0]])
	}
	if name != "" {
		r.origins = []line{{name, l.within(from, from+len(name)), l.block}}
	}
	return without(lines, end)
}

// knownName gives the length of the longest name of a body that a line begins with, 0 where there is none.
func (r *reader) knownName(text string) int {
	for end := len(text); end > 0; end = strings.LastIndexByte(text[:end], ' ') {
		if strings.Count(text[:end], " ") < longestName && r.names(text[:end]) {
			return end
		}
	}
	return 0
}
