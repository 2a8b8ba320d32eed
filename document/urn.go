package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// URN names a work in the URN:LEX scheme (RFC 9676): jurisdiction, authority, kind of act, date and number. The names
// are folded to ASCII with dots between words. It gives "" unless all four parts are known, because a name made from
// fewer would name several works.
func URN(issuer, kind, issuedOn, symbol string) string {
	if issuer == "" || kind == "" || kind == "khac" || kind == "tin_bai" || !isoDay(issuedOn) || symbol == "" {
		return ""
	}
	number, _, _ := strings.Cut(symbol, "/")
	if s, ok := ParseSymbol(symbol); ok {
		number = s.Number
	}
	return "urn:lex:vn:" + dotted(issuer) + ":" + dotted(strings.ReplaceAll(kind, "_", " ")) + ":" + issuedOn + ";" + strings.ToLower(number)
}

// isoDay tells whether s has the form of a day, 2006-01-02.
func isoDay(s string) bool {
	if len(s) != len("2006-01-02") {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash && s[i] != '-' || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// dotted writes a Vietnamese name as URN:LEX wants it: lower-case ASCII words joined by dots.
func dotted(name string) string {
	name = FoldASCII(name)
	b := make([]byte, 0, len(name))
	for i := range len(name) {
		if c := name[i]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b = append(b, c)
		} else if len(b) > 0 && b[len(b)-1] != '.' {
			b = append(b, '.')
		}
	}
	return strings.TrimSuffix(string(b), ".")
}

// asciiOf maps each base letter to the Vietnamese letters that fold to it.
var asciiOf = map[string]string{
	"a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ",
	"u": "ùúủũụưừứửữự", "y": "ỳýỷỹỵ", "d": "đð",
}

// folded holds what FoldASCII makes of each code point up to the last Vietnamese letter.
var folded = func() (t ['ỹ' + 1]rune) {
	for r := range t {
		t[r] = unicode.ToLower(rune(r))
	}
	for base, letters := range asciiOf {
		for _, r := range letters {
			t[r], t[unicode.ToUpper(r)] = rune(base[0]), rune(base[0])
		}
	}
	return t
}()

// FoldASCII lowers an NFC string and strips Vietnamese marks, đ included. Each code point gives one code point, so
// positions counted in code points stay the same.
func FoldASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case int(r) >= len(folded):
			b.WriteRune(unicode.ToLower(r))
		case folded[r] < utf8.RuneSelf:
			b.WriteByte(byte(folded[r]))
		default:
			b.WriteRune(folded[r])
		}
	}
	return b.String()
}
