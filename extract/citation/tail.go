package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// tail reads date and issuer behind a number or a name, in either order, and ends the span behind them.
func (x *scanner) tail(m *mention, at int) {
	s := x.text
	end := at
	for range 3 {
		p := skipBlanks(s, skipLink(s, end))
		comma := false
		if r, n := runeAt(s, p); r == ',' || r == '(' && m.date.r.Empty() {
			comma = true
			p = skipBlanks(s, p+n)
		}
		if m.date.r.Empty() {
			if d, ok := dateBehind(s, p, m.word.law); ok {
				m.date, end = d, d.r.End
				if r, _ := runeAt(s, skipBlanks(s, at)); r == '(' {
					if q := skipBlanks(s, end); q < len(s) && s[q] == ')' {
						end = q + 1
					}
				}
				continue
			}
		}
		if !comma && m.issuerR.Empty() {
			if w := wordEnd(s, p); lower(s[p:w]) == "của" {
				joint := m.kind == "thong_tu_lien_tich" || m.kind == "nghi_quyet_lien_tich" || len(m.num.parsed.Organs) > 1 && m.num.parsed.Code == "TTLT"
				if r, ok := scanIssuer(s, skipBlanks(s, w), joint); ok && (!m.word.law || lawGiver(r.In(s))) {
					m.issuerR, end = r, r.End
					m.issuer = spellOut(r.In(s))
					continue
				}
			}
		}
		break
	}
	m.span.End = end
	if m.date.r.Empty() && m.issuer == "" && end < len(s) {
		x.codified(m)
	}
}

// skipLink gives the offset behind the end of a Markdown link ("](https://…)") at at.
func skipLink(s string, at int) int {
	if !strings.HasPrefix(s[at:], "](") {
		return at
	}
	if j := strings.IndexAny(s[at:], ")\n"); j > 0 && s[at+j] == ')' {
		return at + j + 1
	}
	return at
}

// effect is what ends the origin of an article in the official codification.
const effect = ", có hiệu lực"

// codified reads date and issuer in the one form that has them behind the subject, the origin of an article in the
// official codification: "(Điều 1 Nghị định số 12/2011/NĐ-CP Về … ngày 30/01/2011 của Chính phủ, có hiệu lực …)".
func (x *scanner) codified(m *mention) {
	s := x.text
	if strings.IndexByte(s[max(0, m.span.Start-maxProvision):m.span.Start], '(') < 0 {
		return
	}
	_, from := scanProvision(s, m.span.Start)
	if from == m.span.Start || from == 0 || s[from-1] != '(' {
		return
	}
	line := s[m.span.End:]
	if j := strings.IndexByte(line, '\n'); j >= 0 {
		line = line[:j]
	}
	j := strings.Index(line, effect)
	if j < 0 {
		return
	}
	i := strings.LastIndex(line[:j], "ngày ")
	if i < 0 {
		return
	}
	d, ok := scanDate(s, m.span.End+i)
	if !ok {
		return
	}
	m.date = d
	p := skipBlanks(s, d.r.End)
	if w := wordEnd(s, p); s[p:w] == "của" {
		r := document.Range{Start: skipBlanks(s, w), End: m.span.End + j}
		m.issuer = spellOut(r.In(s))
	}
}

// lawGiver tells whether a body can have passed a law, so that "Luật đất đai của Ủy ban nhân dân" does not read on.
func lawGiver(name string) bool {
	f := document.FoldASCII(name)
	for _, w := range []string{"quoc hoi", "hoi dong nha nuoc", "uy ban thuong vu quoc hoi", "nuoc"} {
		if len(f) >= len(w) && f[:len(w)] == w {
			return true
		}
	}
	return false
}

// dateBehind reads the date of a mention, which a verb may precede ("ban hành ngày", "ký ngày"). A year alone belongs
// to the name of a law and is no date of it.
func dateBehind(s string, p int, law bool) (date, bool) {
	for _, verb := range []string{"ban hanh", "ky", "duoc ban hanh", "de"} {
		if end, ok := matchFolded(s, p, verb); ok {
			if d, ok := scanDate(s, skipBlanks(s, end)); ok && len(d.value) == len("2006-01-02") {
				return d, true
			}
		}
	}
	d, ok := scanDate(s, p)
	if ok && law && len(d.value) == 4 {
		return date{}, false
	}
	return d, ok
}
