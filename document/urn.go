package document

import (
	"regexp"
	"strings"
	"unicode"
)

var isoDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// URN names a work in the URN:LEX scheme (RFC 9676): jurisdiction, authority, kind of act, date and number. The names
// are folded to ASCII with dots between words. It gives "" unless all four parts are known, because a name made from
// fewer would name several works.
func URN(issuer, kind, issuedOn, symbol string) string {
	if issuer == "" || kind == "" || kind == "khac" || kind == "tin_bai" || !isoDay.MatchString(issuedOn) || symbol == "" {
		return ""
	}
	number, _, _ := strings.Cut(symbol, "/")
	if s, ok := ParseSymbol(symbol); ok {
		number = s.Number
	}
	return "urn:lex:vn:" + dotted(issuer) + ":" + dotted(strings.ReplaceAll(kind, "_", " ")) + ":" + issuedOn + ";" + strings.ToLower(number)
}

// dotted writes a Vietnamese name as URN:LEX wants it: lower-case ASCII words joined by dots.
func dotted(name string) string {
	words := strings.FieldsFunc(FoldASCII(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, ".")
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
	return strings.Map(func(r rune) rune {
		if int(r) < len(folded) {
			return folded[r]
		}
		return unicode.ToLower(r)
	}, s)
}
