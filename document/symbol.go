package document

import (
	"regexp"
	"strings"
)

// Symbol is a document's number taken apart: "02/2024/TT-VKSTC" is number 02, year 2024, code TT, organ VKSTC.
// The grammar is Phụ lục I and III of Nghị định 30/2020/NĐ-CP for the State, Quy định 66-QĐ/TW and its successors for the
// Party ("34-CT/TW"), and the Luật Ban hành văn bản quy phạm pháp luật for the National Assembly ("45/2019/QH14").
type Symbol struct {
	Number string   // as printed: "02", "01a"
	Year   string   // the year inside the number, "" where the form has none
	Code   string   // the kind's code: "CT"; "" for a công văn and for "45/2019/QH14"
	Organs []string // the issuing organ and the drafting units: ["VKSTC", "V12"]; ["QH14"]
	Party  bool     // hyphen before the code: the Party's form
}

var (
	symbolState = regexp.MustCompile(`^(\d{1,5}[A-Za-z]?)/(?:((?:19|20)\d\d)/)?(\p{Lu}[\p{L}\d&.]*(?:-[\p{L}\d&.()]+)*)$`)
	symbolParty = regexp.MustCompile(`^(\d{1,5}[A-Za-z]?)-(\p{Lu}[\p{L}]*)/(\p{Lu}[\p{L}\d&.]*(?:-[\p{L}\d&.]+)*)$`)
	symbolJoint = regexp.MustCompile(`^(\d{1,5})-(\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)*)/(TTLT|TT-LT|TT-LB|TTLB)$`)
	assembly    = regexp.MustCompile(`^(?:QH|UBTVQH)\d*$`)
)

// ParseSymbol takes a symbol without spaces apart. It reports false for a string of another form, a bare number too.
func ParseSymbol(s string) (Symbol, bool) {
	if m := symbolJoint.FindStringSubmatch(s); m != nil {
		return Symbol{Number: m[1], Code: "TTLT", Organs: strings.Split(m[2], "-")}, true
	}
	if m := symbolParty.FindStringSubmatch(s); m != nil {
		return Symbol{Number: m[1], Code: m[2], Organs: strings.Split(m[3], "-"), Party: true}, true
	}
	m := symbolState.FindStringSubmatch(s)
	if m == nil {
		return Symbol{}, false
	}
	sym := Symbol{Number: m[1], Year: m[2]}
	parts := strings.Split(m[3], "-")
	switch {
	case assembly.MatchString(parts[0]) && len(parts) == 1:
		sym.Organs = parts
	case KindOfCode(parts[0]) != "" && len(parts) > 1:
		sym.Code, sym.Organs = parts[0], parts[1:]
	default:
		sym.Organs = parts
	}
	return sym, true
}

// Kind gives the kind that the symbol's own letters prove, or "".
func (s Symbol) Kind() string {
	if s.Code != "" {
		return KindOfCode(s.Code)
	}
	return ""
}

// Organ is the issuing organ's code without the drafting units, "" where there is none.
func (s Symbol) Organ() string {
	if len(s.Organs) == 0 {
		return ""
	}
	return s.Organs[0]
}

// symbolFolder undoes the letters that scans and typists confuse in symbols: Đ, the Icelandic Ð, and D.
var symbolFolder = strings.NewReplacer("Đ", "D", "đ", "D", "Ð", "D", "ð", "D", "Ư", "U", "ư", "U", "Ơ", "O", "ơ", "O")

// FoldSymbol gives the form in which two writings of one symbol are equal: upper-case ASCII, no spaces, every dash a
// hyphen, no leading zeros in the number. "02 /CT-VKSTC" and "2/ct-vkstc" fold alike, "109-NQ/BCSĐ" and "109-NQ/BCSD" too.
func FoldSymbol(s string) string {
	var b strings.Builder
	for _, r := range symbolFolder.Replace(s) {
		switch r {
		case ' ', '\u00a0', '\n', '\t', '\u00ad':
		case '‐', '‑', '–', '—', '−':
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimLeft(strings.ToUpper(b.String()), "0")
}
