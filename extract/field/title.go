package field

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
)

var (
	// titleOrigin is the line under the kind in papers printed without a letterhead: "CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY
	// 04 THÁNG 01 NĂM 2010". Number and date are the paper's own, because they stand before the subject.
	titleOrigin = regexp.MustCompile(`^(?i:của)\s+(.+?)\s*$`)
	originNo    = regexp.MustCompile(`(?i)(?:^|\s)số\s*:?\s*(\d[^\s]*(?:\s?[/-]\s?[^\s]+)*)`)
	originDate  = regexp.MustCompile(`^(?i:ngày\s*\d{1,2}\s*(?:tháng|/|-)\s*\d{1,2}\s*(?:năm|/|-)\s*\d{4})`)
	originLine  = regexp.MustCompile(`^(?i:số)\s*:?\s*\d{1,4}(?:[-/\s]\p{L}+)*\s+(?i:ngày)\s`) // "SỐ 68 NGÀY 30 THÁNG 11 NĂM 1945"
	barePure    = regexp.MustCompile(`^\d{1,4}(?:-[a-zA-Z])?$`)
	// termOfOffice follows the name of an elected body: "KHÓA XI".
	termOfOffice = regexp.MustCompile(`(?i)\s+kh[oó][aá]\s+[IVXL\d]+$`)
	// saysAbout is "Về việc" as OCR reads it: marks lost, words run together.
	saysAbout = regexp.MustCompile(`^V[ềêèe]\s?vi[ệêẹ]c\s*`)
	trailing  = " \u00a0\t.;:*_/"
)

// inTitle reads issuer, number and date from the lines between kind and subject and takes those lines out of the title.
func (r *reader) inTitle() {
	if len(r.title) < 2 {
		return
	}
	rest := r.title[1:]
	if m := titleOrigin.FindStringSubmatchIndex(rest[0].text); m != nil && (capitals(rest[0].text) || r.h.Symbol == nil && originNo.MatchString(rest[0].text)) {
		r.origin(rest[0], m[2])
		rest = rest[1:]
		if len(rest) > 0 && r.h.Symbol == nil && originLine.MatchString(rest[0].text) {
			r.originNumber(rest[0], len(rest[0].text))
			r.originDay(rest[0])
			rest = rest[1:]
		}
	}
	if len(rest) > 0 && r.h.IssuedOn == nil && originDate.MatchString(rest[0].text) && len(rest[0].text) < 60 {
		r.originDay(rest[0])
		rest = rest[1:]
	}
	r.title = append(r.title[:1:1], rest...)
}

// origin reads one line "của … số … ngày …" whose words after "của" begin at offset from.
func (r *reader) origin(l line, from int) {
	end := len(l.text)
	if d := longDate.FindStringIndex(l.text); d != nil {
		end = d[0]
		r.originDay(l)
	}
	end = r.originNumber(l, end)
	name := strings.TrimRight(l.text[from:max(from, end)], trailing+",")
	name = termOfOffice.ReplaceAllString(name, "")
	if name != "" {
		r.origins = []line{{name, l.within(from, from+len(name)), l.block}}
	}
}

// originNumber reads the number among the first bytes of a line, and gives where the words before it end.
func (r *reader) originNumber(l line, end int) int {
	m := originNo.FindStringSubmatchIndex(l.text[:end])
	if m == nil {
		return end
	}
	value, size := tidySymbol(l.text[m[2]:m[3]])
	if bare := strings.TrimSpace(l.text[m[2]:m[3]]); barePure.MatchString(bare) {
		value, size = bare, len(bare)
	}
	if value != "" && r.h.Symbol == nil && !r.blank {
		r.h.Symbol = &document.Field{Value: value, Evidence: r.evidence(l.within(m[2], m[2]+size), sure, "title")}
	}
	return m[0]
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

// titleOf reads what the paper is about.
func (r *reader) titleOf() {
	if len(r.title) == 0 {
		r.subjectOf()
		return
	}
	first := r.title[0]
	lines := r.title[1:]
	if _, n := kindOf(first.text); n < len(first.text) && n > 0 {
		if rest := strings.TrimLeft(first.text[n:], " \u00a0\t:.*_"); len([]rune(rest)) > 2 && !r.names(rest) {
			lines = append([]line{{rest, document.Range{Start: first.r.End - len(rest), End: first.r.End}, first.block}}, lines...)
		}
	}
	if len(lines) > 0 {
		lines[0] = withoutOrigin(lines[0])
	}
	for len(lines) > 0 && r.noTitle(lines[len(lines)-1].text) {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && r.noTitle(lines[0].text) {
		lines = lines[1:]
	}
	r.setTitle(lines, certain, "title")
}

// partyOrigin is the organ between kind and subject in the Party's form: "của Ban Thường vụ Huyện ủy / về …".
var partyOrigin = regexp.MustCompile(`^(?i:của (?:Ban Thường vụ|Ban Chấp hành|Thường trực|Bộ Chính trị|Ban Bí thư|Đảng đoàn|Ban cán sự đảng|Đảng ủy))[\s\p{L}]*?\s((?i:về)\s)`)

// withoutOrigin cuts the organ off the front of a title.
func withoutOrigin(l line) line {
	m := partyOrigin.FindStringSubmatchIndex(l.text)
	if m == nil {
		return l
	}
	return line{l.text[m[2]:], l.within(m[2], len(l.text)), l.block}
}

// noTitle tells that a line of the title's region is not what the paper is about: the issuer printed again, a note in
// brackets on where the paper belongs, a drawn line.
func (r *reader) noTitle(text string) bool {
	if !strings.ContainsFunc(text, unicode.IsLetter) || ownLine.MatchString(text) {
		return true
	}
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		return true
	}
	return capitals(text) && r.names(text)
}

// names tells whether a line is the name of a body or of its head and nothing else.
func (r *reader) names(text string) bool {
	text = strings.Trim(text, " .,:;")
	if i := strings.Index(strings.ToUpper(text), "CỦA "); i == 0 {
		text = text[len("CỦA "):]
	}
	text = termOfOffice.ReplaceAllString(text, "")
	b, score := r.reg.Find(text, "")
	return b != nil && score >= 0.75
}

// subjectOf reads the subject of an official letter, which stands under its number.
func (r *reader) subjectOf() {
	for i, l := range r.lines {
		m := subject.FindString(l.text)
		if m == "" || strings.HasPrefix(m, "Về việc") && r.h.Symbol == nil {
			continue
		}
		from := len(l.text) - len(strings.TrimLeft(l.text[len(strings.TrimRight(m, " :.")):], " \u00a0:."))
		if strings.HasPrefix(m, "Về") {
			from = 0
		}
		lines := []line{{l.text[from:], l.within(from, len(l.text)), l.block}}
		for _, next := range r.lines[i+1:] {
			if capitals(next.text) || motto.MatchString(next.text) || longDate.MatchString(next.text) || addressed.MatchString(next.text) || blankDate.MatchString(next.text) || numberLabel.MatchString(next.text) {
				break
			}
			lines = append(lines, next)
		}
		r.setTitle(lines, sure, "subject line")
		return
	}
}

// fromHeading reads the title of a transcription without a title of its own from the heading that its site gave it: kind,
// the paper's own number, and the subject.
func (r *reader) fromHeading() {
	if r.h.Title != nil || r.h.Symbol == nil || len(r.o.Blocks) == 0 {
		return
	}
	l := r.line(0)
	at := strings.Index(l.text, r.h.Symbol.Value)
	if _, n := kindOf(l.text); n == 0 || at < 0 || cited.MatchString(l.text) {
		return
	}
	from := at + len(r.h.Symbol.Value)
	subject := strings.TrimLeft(l.text[from:], " .,;:*_-–—")
	if len(strings.Fields(subject)) < 3 || strings.HasPrefix(subject, "của ") {
		return
	}
	from = len(l.text) - len(subject)
	r.setTitle([]line{{subject, l.within(from, len(l.text)), 0}}, likely, "heading")
}

func (r *reader) setTitle(lines []line, confidence float64, method string) {
	var parts []string
	if len(lines) == 0 {
		return
	}
	for _, l := range lines {
		parts = append(parts, l.text)
	}
	noise := len(parts[0]) - len(strings.TrimLeft(parts[0], " .,;:*_-–'`~"))
	value := strings.TrimRight(oneLine(strings.Join(parts, " ")[noise:]), trailing)
	if value == "" {
		return
	}
	value = saysAbout.ReplaceAllString(value, "Về việc ")
	last := lines[len(lines)-1]
	end := last.r.Start + len(strings.TrimRight(last.text, trailing))
	r.h.Title = &document.Field{Value: value, Evidence: r.evidence(document.Range{Start: lines[0].r.Start + noise, End: end}, confidence, method)}
}

// capitals tells whether a text has letters and no small ones.
func capitals(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}
