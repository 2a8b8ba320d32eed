package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// maxNumber is the length of the longest running number: tax offices of large cities write over 100,000 letters a year.
const maxNumber = 6

// ParseSymbol takes a symbol without spaces apart. It reports false for a string of another form, a bare number too. It
// is called for every symbol of a text, so it reads by hand: number, then
//
//	/[year/]ORGAN-UNIT…     the State; the first group may be the kind's code
//	-CODE/ORGAN-UNIT…       the Party
//	-ORGAN-ORGAN/TTLT       joint circulars before 1996
func ParseSymbol(s string) (Symbol, bool) {
	i := 0
	for i < len(s) && i <= maxNumber && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i > maxNumber || i == len(s) {
		return Symbol{}, false
	}
	digits := i
	if c := s[i] | 0x20; c >= 'a' && c <= 'z' {
		i++
	}
	if i+1 >= len(s) {
		return Symbol{}, false
	}
	sym := Symbol{Number: s[:i]}
	rest := s[i+1:]
	switch s[i] {
	case '/':
		return parseState(sym, rest)
	case '-':
		code, organs, ok := strings.Cut(rest, "/")
		if !ok {
			return Symbol{}, false
		}
		if jointCode(organs) && i == digits && groups(code, "") {
			return Symbol{Number: sym.Number, Code: "TTLT", Organs: strings.Split(code, "-")}, true
		}
		if !groups(code, "") || !letters(code) || !groups(organs, "&.") {
			return Symbol{}, false
		}
		sym.Code, sym.Organs, sym.Party = code, strings.Split(organs, "-"), true
		return sym, true
	}
	return Symbol{}, false
}

// parseState reads what follows "number/".
func parseState(sym Symbol, rest string) (Symbol, bool) {
	if year, more, ok := strings.Cut(rest, "/"); ok {
		if len(year) != 4 || year[:2] != "19" && year[:2] != "20" || year[2] < '0' || year[2] > '9' || year[3] < '0' || year[3] > '9' {
			return Symbol{}, false
		}
		sym.Year, rest = year, more
	}
	if !groups(rest, "&.()") {
		return Symbol{}, false
	}
	parts := strings.Split(rest, "-")
	if strings.ContainsAny(parts[0], "()") {
		return Symbol{}, false
	}
	sym.Organs = parts
	if len(parts) > 1 && !assembly(parts[0]) && KindOfCode(parts[0]) != "" {
		sym.Code, sym.Organs = parts[0], parts[1:]
	}
	return sym, true
}

// groups tells whether s is made of groups of letters, digits and the extra marks, joined by hyphens, the first of which
// begins with a capital letter.
func groups(s, extra string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) {
		return false
	}
	empty := true
	for _, r := range s {
		switch {
		case r == '-':
			if empty {
				return false
			}
			empty = true
		case r >= '0' && r <= '9' || unicode.IsLetter(r) || strings.ContainsRune(extra, r):
			empty = false
		default:
			return false
		}
	}
	return !empty
}

// letters tells whether s is letters alone.
func letters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// jointCode tells whether s is one of the old codes of joint circulars, which stand at the end.
func jointCode(s string) bool {
	return s == "TTLT" || s == "TT-LT" || s == "TT-LB" || s == "TTLB"
}

// assembly tells whether a group names the National Assembly or its Standing Committee, with or without the term.
func assembly(s string) bool {
	rest, ok := strings.CutPrefix(s, "QH")
	if !ok {
		rest, ok = strings.CutPrefix(s, "UBTVQH")
	}
	return ok && strings.Trim(rest, "0123456789") == ""
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

// FoldSymbol gives the form in which two writings of one symbol are equal: upper-case ASCII, no spaces, every dash a
// hyphen, no leading zeros in the number. "02 /CT-VKSTC" and "2/ct-vkstc" fold alike, "109-NQ/BCSĐ" and "109-NQ/BCSD" too:
// Đ, the Icelandic Ð and D are confused by scans and typists, as the horns of Ư and Ơ are.
func FoldSymbol(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch r {
		case ' ', '\u00a0', '\n', '\t', '\u00ad':
			continue
		case '‐', '‑', '–', '—', '−':
			r = '-'
		case 'Đ', 'đ', 'Ð', 'ð':
			r = 'D'
		case 'Ư', 'ư':
			r = 'U'
		case 'Ơ', 'ơ':
			r = 'O'
		default:
			r = unicode.ToUpper(r)
		}
		if r != '0' || b.Len() > 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
