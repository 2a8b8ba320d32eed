package citation

import (
	"strings"
	"unicode/utf8"

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
	short    bool // a short name in brackets for the mention before
	ruled    bool // behind "theo", so that what is said of the clause's subject is not said of it
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
	issuer     document.Range
}

// scan finds the mentions in s[from:to].
func (x *scanner) scan(from, to int) {
	table := starts()
	s := x.text
	for i := from; i < to; {
		c := s[i]
		if !table[c] {
			i++
		} else if c >= utf8.RuneSelf && !capitalD(s, i) || i > from && wordBefore(s, i) {
			i++
		} else if c >= '0' && c <= '9' {
			i = x.digits(i, from)
		} else if end, ok := x.word(i); ok {
			i = end
		} else {
			i++
		}
	}
}

// capitalD tells whether Đ or the Icelandic Ð, which stands for it, is at at: their second bytes are one.
func capitalD(s string, at int) bool { return at+1 < len(s) && s[at+1] == 0x90 }

// wordBefore tells whether a letter or figure stands before at, so that no word begins there.
func wordBefore(s string, at int) bool {
	if c := s[at-1]; c < utf8.RuneSelf {
		return wordRune(rune(c))
	}
	r, _ := runeBefore(s, at)
	return wordRune(r)
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
	switch we := wordEnd(s, p); s[p:we] {
	case "này": // the act itself heads no list
		return 0, false
	case "của":
		x.head = kindHead{kind: w.kind, start: at, end: end}
		x.head.issuer, _ = scanIssuer(s, skipBlanks(s, we), false)
	default:
		x.head = kindHead{kind: w.kind, start: at, end: end}
	}
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
	if m.date.r.Empty() && !n.bare {
		m.date = x.dayBefore(m.span.Start)
	}
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
	if !ok || n.bare && p > 0 && s[p-1] == '[' { // "QUYẾT ĐỊNH[13]": a mark of a note
		return number{}, false
	}
	if !n.bare || labelled {
		return n, true
	}
	if dated := strings.Contains(n.symbol, "/"); w.abbr || w.law || !plain || !dated && !bareContext(s, n.r.End) {
		return number{}, false
	}
	n.alias = !bareKinds[w.kind]
	return n, n.alias == aliasKinds[w.kind]
}

// bareKinds are the kinds that are called by a number alone, without "số".
var bareKinds = map[string]bool{
	"chi_thi": true, "nghi_quyet": true, "nghi_dinh": true, "thong_tu": true, "quyet_dinh": true, "ket_luan": true, "cong_dien": true,
}

// aliasKinds are those that are called so once their number has been given in full: "(sau đây gọi tắt là Kế hoạch 15)".
// "Kế hoạch 5 năm" is none.
var aliasKinds = map[string]bool{"ke_hoach": true, "huong_dan": true, "thong_bao": true, "cong_van": true, "chuong_trinh": true, "bao_cao": true}

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

// add appends a mention after reading the provision before it.
func (x *scanner) add(m mention) {
	m.from = m.span.Start
	m.prov, m.from = scanProvision(x.text, m.span.Start)
	if m.head > 0 {
		m.from = m.head
	}
	x.out = append(x.out, m)
}
