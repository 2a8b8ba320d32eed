package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// named reads a mention without number behind its kind's word, which begins with a capital: a law by its name, a
// congress resolution, "Công văn của Bộ X số …", or a document by date and issuer alone.
func (x *scanner) named(m *mention, p int) bool {
	s := x.text
	switch {
	case m.word.law:
		return x.law(m, p)
	case m.kind == "nghi_quyet" || m.kind == "ket_luan" || m.kind == "thong_bao":
		if end, ok := scanParty(s, p); ok {
			m.method, m.sure = "name", sureNamed
			m.span.End = end
			m.name = oneBlank(m.span.In(s))
			x.tail(m, end)
			x.add(*m)
			return true
		}
	}
	return x.issuerFirst(m, p) || x.attached(m, p)
}

// attachable are the kinds of text that another act issues.
var attachable = map[string]bool{"quy_che": true, "quy_dinh": true, "dieu_le": true, "chuong_trinh": true, "de_an": true, "ke_hoach": true}

// maxAttached bounds the name of an attached text in bytes.
const maxAttached = 240

// attached reads "Quy chế hoạt động văn hóa … ban hành kèm theo Nghị định số 103": a text that has no number of its own and
// is known by its name and by the act that issued it.
func (x *scanner) attached(m *mention, p int) bool {
	s := x.text
	if !attachable[m.kind] || p == m.span.End {
		return false
	}
	line := s[p:min(len(s), p+maxAttached)]
	if j := strings.IndexAny(line, ".;:\n()"); j >= 0 {
		line = line[:j]
	}
	j := strings.Index(line, " ban hành kèm theo ")
	if j <= 0 {
		return false
	}
	act := skipBlanks(s, p+j+len(" ban hành kèm theo "))
	w, end, exact, ok := kindAt(s, act)
	if !ok || !exact {
		return false
	}
	if _, ok := numberAfter(s, skipBlanks(s, end), w, false); !ok {
		return false
	}
	name := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(line[:j], " ,"), " được"), " ,")
	m.span.End = p + len(name)
	m.name, m.method, m.sure = oneBlank(m.span.In(s)), "attached", sureGuess
	x.add(*m)
	return true
}

// law reads "Luật Đất đai [số 45/2013/QH13] [ngày …] [năm 2013]" at p.
func (x *scanner) law(m *mention, p int) bool {
	s := x.text
	if to, ok := matchFolded(s, p, "so khong so"); ok { // how the codification cites what bears no number
		p = skipBlanks(s, to)
	}
	end, sure, ok := nameToNumber(s, p), true, true
	if end < 0 {
		end, sure, ok = scanLawName(s, p)
	}
	if m.kind == "hien_phap" {
		end, sure, ok = constitution(s, m.span.End), true, true
	}
	if !ok {
		return false
	}
	if _, amending := amendingLaw(s, p); amending && x.enacted(m.span.Start) {
		return false
	}
	if w := wordStart(s, backBlanks(s, m.span.Start)); schools[strings.TrimSpace(s[w:m.span.Start])] {
		return false
	}
	if x.drafted(m.span.Start) {
		x.draft = end
	}
	m.method, m.sure = "name", sureNamed
	if !sure {
		m.sure = sureGuess
	}
	end = lawYear(s, end)
	m.name = oneBlank(s[m.span.Start:end])
	m.span.End = end
	if n, ok := numberAfter(s, skipBlanks(s, end), m.word, false); ok && !n.bare {
		m.num, m.method, m.sure = n, "number", sureNumbered
		m.span.End = n.r.End
		end = n.r.End
	}
	x.tail(m, end)
	if x.draft > m.span.Start && m.num.symbol == "" && m.date.r.Empty() {
		x.draft = m.span.End
		return true
	}
	x.add(*m)
	return true
}

// maxNameWords bounds the name of a law that its number ends.
const maxNameWords = 26

// nameToNumber gives the end of a law's name that "số 45/2019/QH14" follows, -1 where none does before the clause ends or
// another kind's word begins. It reads names that no table has, and scans that spoil them.
func nameToNumber(s string, p int) int {
	end := -1
	_, amending := matchFolded(s, p, "sua doi")
	for n := 0; n < maxNameWords; n++ {
		if r, size := runeAt(s, p); r == ',' || r == '-' {
			p = skipBlanks(s, p+size)
		}
		we := wordEnd(s, p)
		if we == p {
			return -1
		}
		if to, ok := matchFolded(s, p, "so"); ok && n > 0 {
			if num, ok := scanNumber(s, skipBlanks(s, to)); ok && !num.bare && (assemblyOrgan(num.parsed) || num.parsed.Code == "PL") {
				return end
			}
		}
		if w, _, exact, ok := kindAt(s, p); ok && exact && capital(s, p) && w.kind != "" && (n <= 2 || !w.law || !amending) {
			return -1
		}
		if s[p:we] == "này" {
			return -1
		}
		if s[p] >= '0' && s[p] <= '9' {
			return -1
		}
		end = we
		p = skipBlanks(s, we)
	}
	return -1
}

// drafted tells whether a law named at at is still to be made: "dự thảo Luật …", "dự án Luật …", "xây dựng Luật …", or the
// next item of such a list. It is then a task and no citation.
func (x *scanner) drafted(at int) bool {
	s := x.text
	if x.draft > 0 && x.draft <= at && at-x.draft < 24 && listGap(s[x.draft:at]) {
		return true
	}
	p := backBlanks(s, at)
	w := wordStart(s, p)
	q := backBlanks(s, w)
	switch lower(s[wordStart(s, q):q]) + " " + lower(s[w:p]) {
	case "dự thảo", "dự án", "xây dựng", "soạn thảo", "quốc hội": // "trình Quốc hội Luật …"
		return true
	}
	return false
}

// enacted tells whether the law at at is the document itself: "Quốc hội ban hành Luật sửa đổi … của Luật X". What it cites is
// the law that it amends.
func (x *scanner) enacted(at int) bool {
	p := backBlanks(x.text, at)
	return endsFolded(x.text[:p], "quốc hội ban hành")
}

// schools are the words before "Luật" where it names a school, a society or a profession.
var schools = map[string]bool{
	"học": true, "Trường": true, "trường": true, "Khoa": true, "khoa": true, "Hội": true, "ty": true, "Viện": true, "ngành": true, "nhân": true, "đoàn": true,
}

// constitution gives the end of "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam".
func constitution(s string, end int) int {
	if to, ok := matchFolded(s, skipBlanks(s, end), "nuoc cong hoa xa hoi chu nghia viet nam"); ok {
		return to
	}
	return end
}

// lawYear takes the year that tells versions of a law apart: "năm 2013", "2012", "(sửa đổi)".
func lawYear(s string, end int) int {
	p := skipBlanks(s, end)
	if to, ok := matchFolded(s, p, "(sua doi)"); ok {
		end = to
		p = skipBlanks(s, end)
	}
	if d, ok := scanDate(s, p); ok && len(d.value) == 4 {
		return d.r.End
	}
	if y, to, ok := figure(s, p, 4); ok && to-p == 4 && plausible(y) && !rangeFollows(s, to) {
		if r, n := runeAt(s, to); n == 0 || r != '/' && !wordRune(r) {
			return to
		}
	}
	return end
}

// issuerFirst reads the order of older papers, "Chỉ thị của Thủ tướng Chính phủ số 406/TTg ngày …", and a document
// known by its date and issuer alone.
func (x *scanner) issuerFirst(m *mention, p int) bool {
	s := x.text
	if d, ok := dateBehind(s, p, false); ok && len(d.value) == len("2006-01-02") {
		m.method, m.sure = "date", sureGuess
		x.tail(m, m.span.End)
		if m.issuerR.Empty() {
			return false
		}
		x.add(*m)
		return true
	}
	w := wordEnd(s, p)
	if lower(s[p:w]) != "của" {
		return false
	}
	r, ok := scanIssuer(s, skipBlanks(s, w), m.kind == "thong_tu_lien_tich")
	if !ok {
		return false
	}
	next := skipBlanks(s, r.End)
	n, numbered := numberAfter(s, next, m.word, false)
	if !numbered || n.bare {
		d, ok := scanDate(s, next)
		if numbered || !ok || len(d.value) != len("2006-01-02") {
			return false
		}
		m.date, m.issuerR, m.issuer = d, r, spellOut(r.In(s))
		m.span.End, m.method, m.sure = d.r.End, "date", sureGuess
		x.add(*m)
		return true
	}
	m.issuerR, m.issuer = r, spellOut(r.In(s))
	x.numbered(m, n)
	return true
}

// oneBlank writes runs of blanks as one.
func oneBlank(s string) string {
	if !strings.Contains(s, "  ") && !strings.Contains(s, "\u00a0") && strings.IndexByte(s, '\t') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := runeAt(s, i)
		if isBlank(r) {
			i = skipBlanks(s, i)
			out = append(out, ' ')
			continue
		}
		out = append(out, s[i:i+n]...)
		i += n
	}
	return string(out)
}

// samePart tells whether two ranges lie in one paragraph of the text.
func samePart(s string, a, b document.Range) bool {
	for i := a.End; i < b.Start; i++ {
		if s[i] == '\n' {
			return false
		}
	}
	return true
}
