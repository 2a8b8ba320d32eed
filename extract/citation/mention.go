package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// mention is a citation in the making. All ranges are bytes of the view's text.
type mention struct {
	word kindWord // the kind's word; empty for a number without one
	kind string
	num  number
	name string
	date date

	issuer  string         // as printed, abbreviations written out
	issuerR document.Range // empty where the mention names none

	span  document.Range
	from  int // where the provision before the span begins, else the span's start
	head  int // where the word that heads the list begins, 0 if the mention is no first item of such a list
	prov  *document.Provision
	title document.Range

	list     int // index of the mention that this one continues a list with, -1 if none
	relation document.Relation
	subject  int  // index of the mention that the relation runs from, -1 for the document
	inverse  bool // the relation runs the other way, as in "được sửa đổi bởi"
	note     string
	method   string
	sure     float64
}

// How sure each way of finding a mention is. The figures are shares of right ones, measured on reference documents.
const (
	sureNumbered = 0.99
	sureNamed    = 0.95
	sureLoose    = 0.85 // a symbol without a kind's word before it
	sureBare     = 0.7  // a number without suffix
	sureGuess    = 0.7  // a law's name that the table does not have
)

// scanner walks a text once and collects mentions.
type scanner struct {
	text  string
	out   []mention
	draft int // the end of the last law that was named as still to be made
	head  kindHead
	// strict leaves out numbers that no kind's word precedes.
	strict bool
}

// kindHead is a kind's word that heads a list of numbers: "các Nghị quyết của Quốc hội: số 36/2009/QH12 …; số 37/2009/QH12".
type kindHead struct {
	kind       string
	start, end int
}

// scan finds the mentions in s[from:to].
func (x *scanner) scan(from, to int) {
	table := starts()
	s := x.text
	for i := from; i < to; {
		c := s[i]
		if !table[c] {
			i++
			continue
		}
		if r, _ := runeBefore(s, i); i > from && wordRune(r) {
			i++
			continue
		}
		if c >= '0' && c <= '9' {
			i = x.digits(i, from)
			continue
		}
		if c >= 0x80 && !capital(s, i) {
			i++
			continue
		}
		if end, ok := x.word(i); ok {
			i = end
			continue
		}
		i++
	}
}

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
	if n.bare || x.strict {
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

func matchesNumberWord(w string) bool { return w != "" && document.FoldASCII(w) == "so" }

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
		if capital(s, w) && nearLaw(document.FoldASCII(s[w:p])) && n > 0 {
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
	return r == '/' || r == '…'
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
			default:
				return false
			}
			p = we
		default:
			return false
		}
	}
	return seen
}

// word handles a kind's word at at; it reports false where no mention begins there.
func (x *scanner) word(at int) (int, bool) {
	s := x.text
	w, end, exact, ok := kindAt(s, at)
	if !ok {
		return 0, false
	}
	m := mention{word: w, kind: w.kind, span: document.Range{Start: at, End: end}, list: -1, subject: -1, method: "number", sure: sureNumbered}
	p := skipBlanks(s, end)
	if n, ok := numberAfter(s, p, w, capital(s, at) && exact); ok {
		if n.bare && x.shared(m, n) {
			return x.out[len(x.out)-1].span.End, true
		}
		x.numbered(&m, n)
		return m.span.End, true
	}
	if to, ok := matchFolded(s, p, "trung uong"); ok && exact { // "Nghị quyết Trung ương số 28-NQ/TW"
		if n, ok := numberAfter(s, skipBlanks(s, to), w, false); ok && !n.bare {
			x.numbered(&m, n)
			return m.span.End, true
		}
	}
	if !exact || w.abbr || !capital(s, at) {
		return 0, false
	}
	if x.named(&m, p) {
		return m.span.End, true
	}
	x.head = kindHead{w.kind, at, end}
	return 0, false
}

// numbered completes a mention whose number is read.
func (x *scanner) numbered(m *mention, n number) {
	m.num = n
	m.span.End = n.r.End
	if n.bare {
		m.sure, m.method = sureBare, "bare number"
	}
	if k := n.parsed.Kind(); m.word.folded == "van ban" && n.known && k != "" {
		m.kind = k
	}
	x.tail(m, n.r.End)
	x.add(*m)
}

// numberAfter reads "số 19/CT-TTg", "số: 02/…" or "19/CT-TTg" at p, behind a kind's word. plain allows a bare number
// without "số" ("Nghị quyết 43").
func numberAfter(s string, p int, w kindWord, plain bool) (number, bool) {
	labelled := false
	for _, label := range []string{"so hieu", "so"} {
		end, ok := matchFolded(s, p, label)
		if !ok && label == "so" && len(s) > p+4 { // "số31-QĐ/TW"
			if to, glued := dateWord(s, p, "so"); glued {
				end, ok = to, true
			}
		}
		if ok {
			labelled = true
			p = skipBlanks(s, end)
			break
		}
	}
	if labelled {
		if r, n := runeAt(s, p); r == ':' || r == '.' {
			p = skipBlanks(s, p+n)
		}
	}
	if r, n := runeAt(s, p); r == '[' { // a link of Markdown
		p += n
	}
	n, ok := scanNumber(s, p)
	if !ok {
		return number{}, false
	}
	if n.bare && (w.abbr && !labelled || w.law && !labelled || !labelled && !(plain && bareKinds[w.kind] && bareContext(s, n.r.End))) {
		return number{}, false
	}
	return n, true
}

// bareKinds are the kinds that are called by a number alone, without "số".
var bareKinds = map[string]bool{
	"chi_thi": true, "nghi_quyet": true, "nghi_dinh": true, "thong_tu": true, "quyet_dinh": true, "ket_luan": true, "cong_dien": true,
}

// bareContext tells whether what follows a bare number lets it be a document's: a mark, or a word that goes on a mention.
func bareContext(s string, at int) bool {
	p := skipBlanks(s, at)
	r, n := runeAt(s, p)
	if n == 0 || !wordRune(r) {
		return r != '%' && !dashRune(r) && r != '.' || n == 0
	}
	switch lower(s[p:wordEnd(s, p)]) {
	case "của", "ngày", "về", "và", "năm", "đã", "là", "cũng", "được", "có", "đến", "trên", "trong", "với", "để", "khi", "quy", "ra", "đề":
		return true
	}
	return false
}

// shared handles "số 01, 02 và 03/CT-VKSTC": numbers that share the suffix of the last one. It adds a mention for each.
func (x *scanner) shared(m mention, first number) bool {
	s := x.text
	list := []number{first}
	p := first.r.End
	for {
		next, ok := afterListMark(s, p)
		if !ok {
			return false
		}
		n, ok := scanNumber(s, next)
		if !ok || len(list) > 20 {
			return false
		}
		list = append(list, n)
		if p = n.r.End; !n.bare {
			break
		}
	}
	last := list[len(list)-1]
	suffix := last.symbol
	for len(suffix) > 0 && suffix[0] >= '0' && suffix[0] <= '9' {
		suffix = suffix[1:]
	}
	base := len(x.out)
	for i, n := range list {
		if n.bare {
			n.symbol += suffix
			n.bare = false
			n.parsed, n.known = document.ParseSymbol(n.symbol)
		}
		item := m
		item.num = n
		item.method = "list"
		if i == 0 {
			item.span.End = n.r.End
		} else {
			item.span, item.list = n.r, base+i-1
		}
		if i == len(list)-1 {
			x.tail(&item, n.r.End)
		}
		x.add(item)
	}
	return true
}

// afterListMark skips ", ", " và ", " số " at p.
func afterListMark(s string, p int) (int, bool) {
	p = skipBlanks(s, p)
	r, n := runeAt(s, p)
	if r == ',' || r == ';' {
		p = skipBlanks(s, p+n)
	} else if w := wordEnd(s, p); s[p:w] == "và" {
		p = skipBlanks(s, w)
	} else {
		return 0, false
	}
	if end, ok := matchFolded(s, p, "va"); ok {
		p = skipBlanks(s, end)
	}
	if end, ok := matchFolded(s, p, "so"); ok {
		p = skipBlanks(s, end)
	}
	return p, true
}

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

// add appends a mention after reading the provision before it.
func (x *scanner) add(m mention) {
	m.from = m.span.Start
	m.prov, m.from = scanProvision(x.text, m.span.Start)
	if m.head > 0 {
		m.from = m.head
	}
	x.out = append(x.out, m)
}
