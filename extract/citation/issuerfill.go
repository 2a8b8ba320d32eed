package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// shareIssuers gives the issuer that the last item of a list names to the items before it whose symbols bear the same
// letters: "Chỉ thị số 1417/CT-TTg … và Chỉ thị số 05/CT-TTg … của Thủ tướng Chính phủ".
func (e *enricher) shareIssuers() {
	for i := len(e.out) - 1; i > 0; i-- {
		m := &e.out[i]
		if m.issuer == "" {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			p := &e.out[j]
			if p.issuer != "" || !samePart(e.text, p.span, m.span) || !sameLetters(p.num, m.num) {
				break
			}
			p.issuer = m.issuer
		}
	}
	for i := range e.out {
		m := &e.out[i]
		if m.issuer != "" || i == 0 {
			continue
		}
		if p := &e.out[i-1]; p.issuer != "" && samePart(e.text, p.span, m.span) && sameLetters(p.num, m.num) {
			m.issuer = p.issuer
		}
	}
}

// sameLetters tells whether two symbols differ in number and year alone.
func sameLetters(a, b number) bool {
	if !a.known || !b.known || a.parsed.Code != b.parsed.Code || len(a.parsed.Organs) != len(b.parsed.Organs) {
		return false
	}
	for i := range a.parsed.Organs {
		if document.FoldSymbol(a.parsed.Organs[i]) != document.FoldSymbol(b.parsed.Organs[i]) {
			return false
		}
	}
	return true
}

// fixedOrgans are the codes whose body is certain without a register.
var fixedOrgans = map[string]string{
	"TTG": "Thủ tướng Chính phủ", "CP": "Chính phủ", "CTN": "Chủ tịch nước", "HDBT": "Hội đồng Bộ trưởng",
	"VKSTC": "Viện kiểm sát nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao", "TANDTC": "Tòa án nhân dân tối cao",
	"UBTVQH": "Ủy ban Thường vụ Quốc hội", "HDTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
}

// manyBear are codes that name a sort of body, whichever the register lists: every union has an "Đoàn Chủ tịch".
var manyBear = map[string]bool{
	"DCT": true, "BTV": true, "BCH": true, "BCD": true, "HD": true, "VP": true, "HDTV": true, "HDQT": true,
	"TCT": true, "GDDT": true, "CCB": true, "BHXH": true, "C1": true, "C2": true, "C3": true, "T1": true, "T2": true, "T3": true,
	"T4": true, "T5": true,
}

// fillIssuers names the issuer that a symbol proves where the mention names none, and completes "UBND tỉnh" by the
// place of the citing document.
func (e *enricher) fillIssuers() {
	for i := range e.out {
		m := &e.out[i]
		if m.issuer != "" {
			m.issuer = e.complete(e.natural(e.proved(m), m.date.value))
			continue
		}
		if m.num.known {
			m.issuer = e.organ(m.num.parsed, m.date.value)
		}
	}
}

// natural writes an issuer printed in capitals as the register writes it.
func (e *enricher) natural(issuer, on string) string {
	if e.reg == nil || !noSmall(issuer) || !strings.Contains(issuer, " ") {
		return issuer
	}
	if b, _ := e.reg.Find(issuer, on); b != nil {
		return b.Name
	}
	return issuer
}

// organ gives the body that a symbol's letters name, "" where several bodies share them.
func (e *enricher) organ(s document.Symbol, on string) string {
	organ := document.FoldSymbol(s.Organ())
	if strings.HasPrefix(organ, "UBTVQH") {
		return fixedOrgans["UBTVQH"]
	}
	if strings.HasPrefix(organ, "QH") && strings.Trim(organ[2:], "0123456789") == "" && organ != "QH" {
		return "Quốc hội"
	}
	if s.Code == "TTLT" || s.Code == "NQLT" {
		return ""
	}
	if name := fixedOrgans[organ]; name != "" {
		return name
	}
	if e.reg == nil || manyBear[organ] {
		return ""
	}
	key := "\x01" + s.Organ() + "\x00" + on
	if name, ok := e.bodies[key]; ok {
		return name
	}
	name := ""
	if b := e.reg.IssuerOf(s, on, e.self.Issuer); b != nil {
		name = b.Name
	}
	e.bodies[key] = name
	return name
}

// ownPlace are the endings of an issuer phrase that mean the citing document's own province, district or commune.
var ownPlace = []string{
	"nhân dân tỉnh", "nhân dân thành phố", "nhân dân huyện", "nhân dân quận", "nhân dân thị xã", "nhân dân xã", "nhân dân phường",
	"nhân dân thị trấn", "nhân dân đặc khu",
}

// complete adds the place to "Ủy ban nhân dân tỉnh" where the citing body names the same sort of place.
func (e *enricher) complete(issuer string) string {
	named := lower(issuer)
	if !strings.Contains(named, "nhân dân ") {
		return issuer
	}
	own := lower(e.self.Issuer)
	for _, end := range ownPlace {
		if !strings.HasSuffix(named, end) {
			continue
		}
		unit := end[len("nhân dân"):]
		i := strings.LastIndex(own, unit+" ")
		if i < 0 || len(own) != len(e.self.Issuer) || unit == " xã" && strings.HasSuffix(own[:i], " thị") {
			continue
		}
		return issuer + e.self.Issuer[i+len(unit):]
	}
	return issuer
}

// proved writes out an issuer that is but the rank of a body ("của Bộ") where the letters of the symbol name a body of this rank.
func (e *enricher) proved(m *mention) string {
	if !m.num.known || strings.Contains(m.issuer, " ") {
		return m.issuer
	}
	if name := e.organ(m.num.parsed, m.date.value); strings.HasPrefix(name, m.issuer+" ") {
		return name
	}
	return m.issuer
}
