package field

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

var (
	// termOfOffice follows the name of an elected body: "KHÓA XI", "KHÓA I, KỲ HỌP THỨ 7".
	termOfOffice = regexp.MustCompile(`(?i),?\s+kh[oó][aá]\s+[IVXL\d]+(?:,?\s+kỳ họp\s.*)?$`)
	// saysAbout is "Về việc" as OCR reads it: marks lost, words run together.
	saysAbout = regexp.MustCompile(`^V[ềêèe]\s?vi[ệêẹ]c\s*`)
	trailing  = " \u00a0\t.;:*_/"
)

// titleOf reads what the paper is about.
func (r *reader) titleOf() {
	if len(r.title) == 0 {
		r.subjectOf()
		return
	}
	first := r.title[0]
	lines := r.title[1:]
	if k, n := kindOf(first.text); n > 0 && r.subjectLine(k, n) {
		lines = r.title
	} else if n > 0 && n < len(first.text) {
		if rest := strings.TrimLeft(first.text[n:], " \u00a0\t:.*_"); len([]rune(rest)) > 2 && !r.names(rest) {
			lines = append([]line{{rest, document.Range{Start: first.r.End - len(rest), End: first.r.End}, first.block}}, lines...)
		}
	}
	if len(lines) > 0 {
		lines[0] = withoutOrigin(lines[0])
	}
	r.setTitle(r.withoutMargins(lines), certain, "title")
	if r.h.Title == nil && strings.HasSuffix(first.text, ":") {
		r.titleInCapitals() // "QUYẾT ĐỊNH:" opens the articles; the kind's own line is lost
	}
}

// withoutMargins cuts the lines off both ends that are not what the paper is about. A law may be about a body: what stands
// right under its kind is its title then.
func (r *reader) withoutMargins(all []line) []line {
	lines := all
	for i, l := range lines {
		if wired.MatchString(l.text) {
			lines = lines[:i]
			break
		}
	}
	for len(lines) > 0 && (r.noTitle(lines[len(lines)-1].text) || siteHeading.MatchString(lines[len(lines)-1].text)) {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && r.noTitle(lines[0].text) {
		lines = lines[1:]
	}
	if len(lines) == 0 && len(all) > 0 && r.h.Kind != nil && r.h.Kind.Value == "luat" && !r.ownName(all[0].text) && !motto.MatchString(all[0].text) {
		return all[:1]
	}
	return lines
}

// siteHeading is a heading in capitals that a transcription puts under a title.
var siteHeading = regexp.MustCompile(`^(?:THÔNG TIN VĂN BẢN|NỘI DUNG VĂN BẢN|CĂN CỨ PHÁP LÝ|TÓM TẮT(?: NỘI DUNG)?|MỤC LỤC)$`)

// wired opens the address of a telegram: "ĐIỆN:", "BỘ TRƯỞNG BỘ Y TẾ điện:".
var wired = regexp.MustCompile(`^(?:\P{Ll}*\s)?(?i:điện)\s*:`)

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
	if !strings.ContainsFunc(text, unicode.IsLetter) || ownLine.MatchString(text) || dayOfTrial.MatchString(text) {
		return true
	}
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") || urgencyMark.MatchString(text) {
		return true
	}
	return capitals(text) && (strings.Trim(motto.ReplaceAllString(text, ""), " ,.") == "" || r.names(text) || sitting.MatchString(text) || r.ownName(text))
}

// ownName tells whether a line is the issuer's name, alone or with the office of its head before it.
func (r *reader) ownName(text string) bool {
	if r.h.Issuer == nil {
		return false
	}
	line, name := viet.Letters(termOfOffice.ReplaceAllString(text, "")), viet.Letters(r.h.Issuer.Value)
	office, ok := strings.CutSuffix(line, name)
	return ok && (office == "" || structure.IsOffice(strings.ToUpper(office)))
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
		if m == "" && r.symbolLine >= 0 && i == r.symbolLine+r.dayBelow()+1 && r.h.Kind != nil && r.h.Kind.Value == "cong_van" {
			m = about.FindString(l.text)
		}
		if m == "" || strings.HasPrefix(m, "Về việc") && r.h.Symbol == nil {
			continue
		}
		from := len(l.text) - len(strings.TrimLeft(l.text[len(strings.TrimRight(m, " :.")):], " \u00a0:."))
		if strings.HasPrefix(m, "Về") {
			from = 0
		}
		lines := []line{{l.text[from:], l.within(from, len(l.text)), l.block}}
		for _, next := range r.lines[i+1:] {
			if capitals(next.text) && (strings.Contains(next.text, " ") || !acronym(next.text)) || motto.MatchString(next.text) || longDate.MatchString(next.text) || addressed.MatchString(next.text) || blankDate.MatchString(next.text) || numberLabel.MatchString(next.text) {
				break
			}
			lines = append(lines, next)
		}
		r.setTitle(lines, sure, "subject line")
		return
	}
	r.titleInCapitals()
}

// about opens the subject of a letter where "việc" is left out.
var about = regexp.MustCompile(`^Về\s`)

// dayBelow counts the lines of place and day right under the number: two columns are read line by line.
func (r *reader) dayBelow() int {
	n := 0
	for i := r.symbolLine + 1; i < len(r.lines) && longDate.MatchString(r.lines[i].text); i++ {
		n++
	}
	return n
}

// fewestTitleWords is how many words a line in capitals has at least that is a title and no name.
const fewestTitleWords = 5

// titleInCapitals takes the lines in capitals under number and date for the title of a paper whose kind's line is lost.
func (r *reader) titleInCapitals() {
	if r.h.Symbol == nil || r.symbolLine < 0 {
		return
	}
	var lines []line
	for _, l := range r.lines[r.symbolLine+1:] {
		if basis.MatchString(l.text) || len(lines) > 0 && !capitals(l.text) {
			break
		}
		if capitals(l.text) && !motto.MatchString(l.text) && !longDate.MatchString(l.text) && !r.noTitle(l.text) {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 && len(strings.Fields(lines[0].text)) >= fewestTitleWords {
		r.setTitle(lines, likely, "capitals under the number")
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
	subject = ofYear.ReplaceAllString(subject, "")
	from = len(l.text) - len(subject)
	subject = issuedBy.ReplaceAllString(subject, "")
	r.setTitle([]line{{subject, l.within(from, from+len(subject)), 0}}, likely, "heading")
}

// A site's heading has the year before the subject and who issued the paper behind it: "… năm 2016 về X do Bộ Y tế ban hành".
var (
	ofYear   = regexp.MustCompile(`^năm \d{4} `)
	issuedBy = regexp.MustCompile(`\s+do \p{Lu}[^,;.]{2,90} ban hành\.?$`)
)

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
	rg := document.Range{Start: lines[0].r.Start + noise, End: end}
	r.h.Title = &document.Field{Value: value, Evidence: r.evidence(rg, min(confidence, r.wordsOf(rg)), method)}
}

// capitals tells whether a text has letters and no small ones.
func capitals(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}
