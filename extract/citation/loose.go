package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// digits handles a number that no capital kind word precedes and gives the offset to go on from. floor is where the
// text that may belong to the mention begins.
func (x *scanner) digits(at, floor int) int {
	s := x.text
	n, ok := scanNumber(s, at)
	if !ok || cutNumber(s, at) {
		for at < len(s) && s[at] >= '0' && s[at] <= '9' {
			at++
		}
		return at
	}
	start, colon := numberLabel(s, at)
	if end, ok := x.smallWord(n, start, max(floor, x.end())); ok {
		return end
	}
	if n.bare && x.another(n, start) {
		return x.end()
	}
	if n.bare || x.strict || formLabel(s, start) {
		return n.r.End
	}
	m := mention{num: n, span: n.r, list: -1, subject: -1, method: "symbol", sure: sureLoose}
	if start < at && !colon {
		m.span.Start = start
	}
	if prev := len(x.out) - 1; prev >= 0 && x.continues(prev, start) {
		m.list, m.kind = prev, x.out[prev].kind
		m.method, m.sure = "list", sureNumbered
	} else if n.known && n.parsed.Kind() == "" && assemblyOrgan(n.parsed) {
		x.assembly(&m, start)
	} else if kind, from := x.headed(start); n.known && kind != "" && from < start && sameCode(kind, n.parsed.Kind()) {
		m.kind, m.head, m.method, m.sure = kind, from, "list", sureNumbered
		if !x.head.issuer.Empty() {
			m.issuer = spellOut(x.head.issuer.In(s))
		}
	} else if !n.known || n.parsed.Kind() == "" {
		return n.r.End
	}
	if k := n.parsed.Kind(); n.known && k != "" && (m.list < 0 || !sameCode(k, m.kind)) {
		m.kind = k
	}
	if m.kind == "" {
		return n.r.End
	}
	x.tail(&m, n.r.End)
	x.add(m)
	return m.span.End
}

// another adds a bare number with a day of its own that goes on a list: "Sắc lệnh số 63 ngày 22-11-1945 và số 77 ngày
// 21-12-1945".
func (x *scanner) another(n number, start int) bool {
	prev := len(x.out) - 1
	if prev < 0 || start == n.r.Start || !x.out[prev].num.bare || x.out[prev].date.r.Empty() || !x.continues(prev, start) {
		return false
	}
	if _, ok := dateBehind(x.text, skipBlanks(x.text, n.r.End), false); !ok {
		return false
	}
	m := mention{word: x.out[prev].word, kind: x.out[prev].kind, num: n, span: n.r, list: prev, subject: -1, method: "list", sure: sureBare}
	x.tail(&m, n.r.End)
	x.add(m)
	return true
}

// end is where the last mention ends.
func (x *scanner) end() int {
	if len(x.out) == 0 {
		return 0
	}
	return x.out[len(x.out)-1].span.End
}

// numberLabel gives the start of "số" or "số:" before a number, at itself where there is none.
func numberLabel(s string, at int) (start int, colon bool) {
	p := backBlanks(s, at)
	if p > 0 && s[p-1] == '[' { // a link of Markdown
		p = backBlanks(s, p-1)
	}
	if p > 0 && s[p-1] == ':' {
		colon = true
		p = backBlanks(s, p-1)
	}
	if w := wordStart(s, p); p-w <= len("số") && matchesNumberWord(s[w:p]) {
		return w, colon
	}
	return at, colon
}

func matchesNumberWord(w string) bool {
	end, ok := matchFolded(w, 0, "so")
	return ok && end == len(w)
}

// smallWord handles a number that a kind word in small letters precedes: "công văn số 15/BTC-CST". A bare number needs a
// day behind it.
func (x *scanner) smallWord(n number, start, floor int) (int, bool) {
	s := x.text
	if n.bare {
		if start == n.r.Start {
			return 0, false
		}
		if d, ok := dateBehind(s, skipBlanks(s, n.r.End), false); !ok || len(d.value) != len("2006-01-02") {
			return 0, false
		}
	}
	w, from, ok := kindBefore(s, backBlanks(s, start))
	if !ok || from < floor {
		return 0, false
	}
	m := mention{word: w, kind: w.kind, span: document.Range{Start: from, End: n.r.End}, list: -1, subject: -1, method: "number", sure: sureNumbered}
	x.numbered(&m, n)
	return x.end(), true
}

// assembly finds the kind of an act of the National Assembly, which its number does not tell: from the head of a list,
// or from the word "Luật" that a scan spoiled.
func (x *scanner) assembly(m *mention, start int) {
	var from int
	if m.kind, from = x.headed(start); m.kind != "" {
		if from < start {
			m.head = from
		}
		return
	}
	if at, ok := spoiledLaw(x.text, start); ok && x.end() <= at {
		m.kind, m.span.Start = "luat", at
		m.name = oneBlank(x.text[at:backBlanks(x.text, start)])
	}
}

// headed gives the kind, and where the word for it begins, of an act of the National Assembly whose number at start follows a head or an item of its list.
func (x *scanner) headed(start int) (kind string, from int) {
	s := x.text
	if h := x.head; h.end > 0 && h.end <= start && start-h.end < 80 && strings.Contains(s[h.end:start], ":") && !strings.Contains(s[h.end:start], "\n") {
		return h.kind, h.start
	}
	if i := len(x.out) - 1; i >= 0 && assemblyOrgan(x.out[i].num.parsed) && listTail(s[x.out[i].span.End:start]) {
		return x.out[i].kind, start
	}
	return "", start
}

// spoiledLaw finds the word "Luật" that a scan spoiled before the number at at ("Luậi Tổ chúc Chính phủ số 63/2025/QH15").
func spoiledLaw(s string, at int) (int, bool) {
	p := backBlanks(s, at)
	for n := 0; n < 14; n++ {
		if r, size := runeBefore(s, p); r == ',' {
			p = backBlanks(s, p-size)
		}
		w := wordStart(s, p)
		if w == p {
			return 0, false
		}
		if capital(s, w) && nearLaw(document.FoldASCII(s[w:p])) {
			return w, true
		}
		p = backBlanks(s, w)
	}
	return 0, false
}

// nearLaw tells whether a folded word is "luat" but for one letter.
func nearLaw(w string) bool {
	const law = "luat"
	if len(w) != len(law) {
		return false
	}
	off := 0
	for i := range law {
		if w[i] != law[i] {
			off++
		}
	}
	return off <= 1
}

// cutNumber tells whether the digits at at are not the first of a number: what stands before them was left blank or is of
// a form that is not read ("số …/2010/TT-BTC", "07/06/CV-AC").
func cutNumber(s string, at int) bool {
	if r, _ := runeBefore(s, at); r == '.' || r == '…' || dashRune(r) {
		return true
	}
	r, _ := runeBefore(s, backBlanks(s, at))
	return slashRune(r) || r == '…'
}

// formLabel tells whether the number at at is that of a form or a table: "Mẫu số 05-TT/SHTT".
func formLabel(s string, at int) bool {
	p := backBlanks(s, at)
	switch lower(s[wordStart(s, p):p]) {
	case "mẫu", "biểu", "bảng", "phụ lục":
		return true
	}
	return false
}

// sameCode tells whether two kinds share a code, so that the word decides between them ("QĐ": quyết định, quy định).
func sameCode(a, b string) bool {
	if a == b {
		return true
	}
	for _, k := range document.Kinds() {
		if k.Value != a {
			continue
		}
		for _, c := range k.Codes {
			for _, o := range document.Kinds() {
				for _, oc := range o.Codes {
					if o.Value == b && oc == c {
						return true
					}
				}
			}
		}
	}
	return false
}

func assemblyOrgan(s document.Symbol) bool {
	return s.Year != "" && len(s.Organs) == 1 && (len(s.Organs[0]) > 2 && s.Organs[0][:2] == "QH")
}

// continues tells whether nothing but list marks stand between mention i and start.
func (x *scanner) continues(i, start int) bool {
	end := x.out[i].span.End
	return start >= end && start-end < 24 && listGap(x.text[end:start])
}

// listGap tells whether a gap between two mentions holds list marks only.
func listGap(gap string) bool {
	seen := false
	for p := 0; p < len(gap); {
		r, n := runeAt(gap, p)
		switch {
		case isBlank(r):
			p += n
		case r == ',' || r == ';':
			seen = true
			p += n
		case wordRune(r):
			we := wordEnd(gap, p)
			switch lower(gap[p:we]) {
			case "và", "hoặc", "cùng":
				seen = true
			case "số", "các", "với", "của", "những":
			case "quy": // "; các quy định của Luật …"
				rest, ok := strings.CutPrefix(gap[we:], " định")
				if !ok {
					return false
				}
				we = len(gap) - len(rest)
			case "năm": // "Luật Giao dịch điện tử số 20/2023/QH15 năm 2023; …"
				if y, to, ok := figure(gap, skipBlanks(gap, we), 4); ok && plausible(y) {
					we = to
				}
			default:
				if !codeLetters(gap[p:we]) {
					return false
				}
			}
			p = we
		default:
			return false
		}
	}
	return seen
}

// codeLetters tells whether a word is the short form of a code's name, "BLHS" or "BLTTDS": codes without numbers that a
// list names before the next mention.
func codeLetters(w string) bool {
	return strings.HasPrefix(w, "BL") && len(w) > len("BL") && noSmall(w)
}
