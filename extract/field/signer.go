package field

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

var (
	authorityMark = regexp.MustCompile(`^(T\s?M|K\s?T|T\s?L|T\s?U\s?Q|Q)(\s?[./]|\s)\s*`)
	oldAuthority  = regexp.MustCompile(`^(T/M|K/T|T/L|T/UQ)\.?\s*`)
	signedMark    = regexp.MustCompile(`(?i)^[(\[]?\s*(?:đã\s*k[ýí]|daky)\s*[)\]]?\s*:?\s*`)
	signedBeside  = regexp.MustCompile(`(?i)[(\[]\s*đã\s*k[ýí]\s*[)\]]\s*\|?$`)
	personName    = regexp.MustCompile(`^\p{Lu}[\p{L}'’]*(?:\s+\p{Lu}[\p{L}'’]*){1,5}$`)
	rank          = regexp.MustCompile(`^(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)|GS|PGS|TS|ThS|TSKH|Đô đốc|BS|CKI|CKII|LS)\.?\s*[.,]?\s*`)
	nameBehind    = regexp.MustCompile(`^[^\p{Ll}]+?\s(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4})$`)
	// enacting are the words of decision in a paper whose offices in capitals stand before them too.
	enacting = regexp.MustCompile(`^NAY\s+(?:CÔNG BỐ|QUYẾT ĐỊNH|RA LỆNH|BAN HÀNH)`)
	// deputy is the office of a deputy, be its last letters lost: "Phó" is a family name too.
	deputy = regexp.MustCompile(`^pho (?:chu|giam|vien|chanh|thu|tong|cuc|vu|truong|bi|hieu)(?:\s|$)`)
	// standingDeputy is the office of the first deputy with the sign that some offices put in its middle.
	standingDeputy = regexp.MustCompile(`^(PHÓ [\p{Lu} ]+?)\s*/\s*THƯỜNG TRỰC$`)
	stroke         = regexp.MustCompile(`\s\p{Ll}$`) // of the signature, which OCR took for a letter behind the name
	stampNoise     = regexp.MustCompile(`(?i)^(?:người ký|ký bởi|ngày ký|thời gian ký|cơ quan|email|digitally|signed|date:|reason|location|chữ ký|cổng thông tin)`)
)

// signature is what the lines of a signature told so far.
type signature struct {
	authority, position string
}

// signer reads the first signature: authority, position and name.
func (r *reader) signer() {
	var s signature
	for i, b := range r.o.Blocks {
		for _, l := range r.signatureLines(i, b.Region, s.position != "") {
			if r.signs(&s, l) {
				return
			}
		}
	}
	if len(r.beside) != 1 {
		r.signedWithoutOffice()
		return
	}
	r.h.Signer = &document.Signer{
		Value: r.beside[0].Value, Position: document.NullString(s.position), Authority: document.NullString(s.authority), Evidence: r.beside[0].Evidence,
	}
}

// signatureLines gives what block i may tell of the signature: its columns, of which the first is left out where it is an
// item of the recipients. Under an office that is told already a name may stand among the recipients.
func (r *reader) signatureLines(i int, region structure.Region, office bool) []line {
	cols := columns(r.line(i))
	switch first := cols[0].text; {
	case region == structure.Signature, r.authenticated > 0 && i > r.authenticated && i <= r.authenticated+authenticationReach:
		return cols
	case region != structure.Recipients:
		return nil
	case office && !bullet.MatchString(first) && !recipientsHead.MatchString(first) && !strings.ContainsAny(first, ";:"):
		return cols
	}
	return cols[1:]
}

// signedWithoutOffice reads the signer of an old paper, who signed with the name alone: "Hồ Chí Minh", and "(Đã ký)" on the
// same line or the next one. The name after the first such mark counts, because the papers behind it may be annexes.
func (r *reader) signedWithoutOffice() {
	for i := range r.o.Blocks {
		if r.o.Blocks[i].Region <= structure.Title || !endsInBracket(r.o.Blocks[i].Whole.In(r.o.View.Text)) {
			continue
		}
		l := r.line(i)
		at := signedBeside.FindStringIndex(l.text)
		if at == nil {
			continue
		}
		if named := strings.Trim(l.text[:at[0]], " |"); named != "" {
			from := strings.Index(l.text, named)
			r.signed(line{named, l.within(from, from+len(named)), i}, "")
			return
		}
		above := line{}
		if i > 0 {
			above = r.line(i - 1)
		}
		if !r.signed(above, "") && i+1 < len(r.o.Blocks) && officeInSmall(above.text) {
			r.signed(r.line(i+1), above.text) // "Phó Chủ tịch / (Đã ký) / Lê Văn Bình"
		}
		return
	}
}

// signed takes the person that a line names for the signer.
func (r *reader) signed(l line, office string) bool {
	name, rg := r.person(l)
	if name == "" {
		return false
	}
	r.h.Signer = &document.Signer{Value: name, Position: document.NullString(oneLine(office)), Evidence: r.evidence(rg, r.sureOf(rg), "signed")}
	return true
}

// endsInBracket tells whether a line may end in "(Đã ký)".
func endsInBracket(text string) bool {
	text = strings.TrimRight(text, " \t\u00a0|")
	return strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]")
}

// signs takes one line of a signature in and tells whether the signer is complete. A name that OCR doubts is none: another mark
// makes another person.
func (r *reader) signs(s *signature, l line) bool {
	if l.text == "" || stampNoise.MatchString(l.text) || enacting.MatchString(l.text) {
		return false
	}
	if s.power(l) || s.office(l) {
		return false
	}
	if at := officeBefore(l.text); at > 0 {
		s.position = naturalCase(strings.TrimSpace(l.text[:at]))
		l = line{l.text[at:], l.within(at, len(l.text)), l.block}
	}
	name, rg := r.person(l)
	if name == "" || s.position == "" && s.authority == "" || r.sureOf(rg) <= doubtful {
		return false
	}
	r.h.Signer = &document.Signer{
		Value: name, Position: document.NullString(s.position), Authority: document.NullString(s.authority),
		Evidence: r.evidence(rg, r.sureOf(rg), "signature"),
	}
	return true
}

// officeBefore gives where the name begins on a line that holds an office in capitals and the name of a person: "PHÓ THỦ
// TƯỚNG Phạm Gia Túc". It gives 0 for another line.
func officeBefore(text string) int {
	m := nameBehind.FindStringSubmatchIndex(text)
	if m == nil || !structure.IsOffice(text[:m[2]]) {
		return 0
	}
	return m[2]
}

// power reads a line that says for whom is signed. With "KT." and "TL." the position follows on the next line or, where
// two lines were read as one, after "PHÓ".
func (s *signature) power(l line) bool {
	mark, text := "", ""
	if m := oldAuthority.FindStringSubmatch(l.text); m != nil {
		mark, text = strings.ReplaceAll(m[1], "/", ""), l.text[len(m[0]):]
	} else if m := authorityMark.FindStringSubmatch(l.text); m != nil && capitals(l.text) && (m[2] != " " || m[1] != "Q") {
		mark, text = strings.ReplaceAll(m[1], " ", ""), l.text[len(m[0]):]
	}
	if mark == "" {
		return false
	}
	s.authority = mark + "."
	if i := strings.LastIndex(text, " PHÓ "); i > 0 {
		s.position = naturalCase(text[i+1:])
	} else if m := authorityMark.FindStringSubmatchIndex(text); m != nil {
		s.authority = strings.ReplaceAll(text[m[2]:m[3]], " ", "") + "."
	} else if mark == "Q" {
		s.position = naturalCase(text)
	}
	return true
}

// office reads a line that names the signer's position; a line in capitals that goes on from it belongs to it.
func (s *signature) office(l line) bool {
	if !capitals(l.text) {
		if s.authority == "" || s.position != "" || !officeInSmall(l.text) {
			return false
		}
		s.position = oneLine(l.text) // "Phó Thủ tướng" under "KT. THỦ TƯỚNG"
		return true
	}
	text := standingDeputy.ReplaceAllString(strings.Trim(l.text, " .*_/"), "$1 THƯỜNG TRỰC")
	switch {
	case strings.HasPrefix(s.position, "Phó ") && text == "THƯỜNG TRỰC": // the second line of a deputy's office
		s.position = naturalCase(strings.ToUpper(s.position) + " " + text)
		return true
	case structure.IsOffice(text):
		if s.authority != "KT." || !strings.HasPrefix(s.position, "Phó ") { // else it is the office that the deputy holds elsewhere
			s.position = naturalCase(text)
		}
		return true
	case s.position != "" && goesOn.MatchString(text):
		s.position = naturalCase(strings.ToUpper(s.position) + " " + text)
		return true
	}
	return false
}

// officeInSmall tells whether a line is an office in small letters, whose last word, unlike a name's, has no capital.
func officeInSmall(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > longestOffice || strings.Contains(text, ",") {
		return false
	}
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsLower(last) && structure.IsOffice(strings.ToUpper(text))
}

// longestOffice bounds an office in small letters, in words: longer lines are sentences.
const longestOffice = 8

//go:embed surnames.txt
var surnameList string

var surnames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(surnameList) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			m[viet.Letters(line)] = true
		}
	}
	return m
})

// person gives the name of a person that makes up a line, its rank and the mark "Đã ký" left out.
func (r *reader) person(l line) (string, document.Range) {
	text := l.text
	if m := signedMark.FindString(text); m != "" {
		text = text[len(m):]
	}
	for {
		m := rank.FindString(text)
		if m == "" {
			break
		}
		text = text[len(m):]
	}
	text = stroke.ReplaceAllString(strings.Trim(text, " .,*_()[]"), "")
	if !personName.MatchString(text) || structure.IsOffice(strings.ToUpper(text)) || deputy.MatchString(document.FoldASCII(text)) {
		return "", document.Range{}
	}
	first := text[:max(0, strings.IndexAny(text, " '’"))] // "H'Yim Kđoh" has the family name H
	if !surnames()[viet.Letters(first)] && !surnames()[viet.Letters(text)] || capitals(text) && r.names(text) {
		return "", document.Range{}
	}
	at := strings.Index(l.text, text)
	if capitals(text) {
		return namedInCapitals(text), l.within(at, at+len(text))
	}
	return oneLine(text), l.within(at, at+len(text))
}

// namedInCapitals writes a person's name with capital initials.
func namedInCapitals(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = viet.Capital(strings.ToLower(w))
	}
	return strings.Join(words, " ")
}
