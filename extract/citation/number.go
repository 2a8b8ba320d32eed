package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// number is a symbol or a bare number in the text.
type number struct {
	symbol string // without blanks, every dash a hyphen
	r      document.Range
	bare   bool // digits alone: the suffix is missing or stands elsewhere
	alias  bool // counts only where another mention bears the same number in full
	parsed document.Symbol
	known  bool // parsed holds the symbol's parts
}

// maxDigits is the length of the longest running number, of a tax office; longer ones are case files or telephone numbers.
const maxDigits = 6

// maxGroups bounds the letter groups of a symbol; circulars issued by six bodies have eight.
const maxGroups = 12

// scanNumber reads the symbol or bare number that begins at at. It reports false for a date, a fraction or a figure
// that letters follow.
func scanNumber(s string, at int) (number, bool) {
	digits := at
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if n := digits - at; n == 0 || n > maxDigits {
		return number{}, false
	}
	end := digits
	if end < len(s) && (s[end] >= 'a' && s[end] <= 'z' || s[end] >= 'A' && s[end] <= 'Z') {
		if r, _ := runeAt(s, end+1); wordRune(r) {
			return number{}, false
		}
		end++ // "01a"
	}
	var buf [48]byte // room for most symbols, so that a number that is none costs nothing
	b := append(buf[:0], s[at:end]...)
	groups, letters, year := 0, false, false
	last := end
	if to, ok := lostHyphen(s, end); ok {
		b = append(append(b, '-'), s[skipBlanks(s, end):to]...)
		groups, letters, last = 1, true, to
	}
	for groups < maxGroups {
		sep, from, ok := separator(s, last, groups)
		if !ok {
			break
		}
		to, word, ok := group(s, from, from-last > 1)
		if !ok && year {
			to, word, ok = smallGroup(s, from)
		}
		if !ok || word == groupDigits && (groups > 0 || sep != '/') {
			break
		}
		b = append(append(b, sep), strings.ReplaceAll(s[from:to], " ", "")...)
		letters = letters || word == groupLetters
		year = year || word == groupDigits
		last = to
		groups++
	}
	if letters {
		symbol := repair(string(b))
		if year {
			symbol = repairAssembly(symbol)
		}
		n := number{symbol: symbol, r: document.Range{Start: at, End: last}}
		n.parsed, n.known = document.ParseSymbol(n.symbol)
		return n, true
	}
	if groups == 1 && year && !bareStop(s, last) { // "Thông tư liên tịch số 01/2017"
		return number{symbol: s[at:end] + "/" + s[last-4:last], r: document.Range{Start: at, End: last}, bare: true}, true
	}
	if groups > 0 || bareStop(s, end) {
		return number{}, false // a date or a fraction
	}
	return number{symbol: s[at:end], r: document.Range{Start: at, End: end}, bare: true}, true
}

// separator reads a "/" or a dash with the blanks that scans put around it. Blanks on both sides of a dash are only
// taken right after the number ("367 - QĐ/TWĐTN"), because " - " also joins names.
func separator(s string, at, groups int) (sep byte, end int, ok bool) {
	from := skipBlanks(s, at)
	r, n := runeAt(s, from)
	if r == '.' && from == at && at+1 < len(s) && s[at+1] == '/' { // "03./2010/TT-BLĐTBXH"
		from, r = at+1, '/'
	}
	switch {
	case slashRune(r):
		sep = '/'
	case dashRune(r):
		sep = '-'
	default:
		return 0, 0, false
	}
	end = skipBlanks(s, from+n)
	if again, n := runeAt(s, end); sep == '/' && slashRune(again) || sep == '-' && dashRune(again) { // "18//2026/TT-BYT"
		end = skipBlanks(s, end+n)
	}
	if sep == '-' && from > at && end > from+n && groups > 0 && !endsInCode(s[:at]) {
		return 0, 0, false
	}
	return sep, end, true
}

// slashRune knows the slash and the signs that scans take for it.
func slashRune(r rune) bool { return r == '/' || r == 0x2044 || r == 0x2215 }

// endsInCode tells whether a symbol read so far ends in the code of a kind, behind which an organ must follow: "132/2008/NĐ
// - CP".
func endsInCode(s string) bool {
	w := wordStart(s, len(s))
	r, _ := runeBefore(s, w)
	return slashRune(r) && document.KindOfCode(s[w:]) != ""
}

func dashRune(r rune) bool {
	return r == '-' || r >= 0x2010 && r <= 0x2014 || r == 0x2212
}

const (
	groupLetters = iota + 1
	groupDigits
)

// group reads one group of a symbol. After a blank it must be an abbreviation in capitals, so that "/ NĐ" is taken and
// "- Bộ" is not.
func group(s string, at int, spaced bool) (end int, what int, ok bool) {
	r, n := runeAt(s, at)
	if r >= '0' && r <= '9' {
		end = at
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if next, _ := runeAt(s, end); end-at != 4 || s[at] != '1' && s[at] != '2' || wordRune(next) {
			return 0, 0, false
		}
		return end, groupDigits, true
	}
	if n == 0 || !unicode.IsUpper(r) {
		return 0, 0, false
	}
	upper, size := 0, 0
	end = at
	for {
		r, n := runeAt(s, end)
		if r == ' ' && end+1 < len(s) && s[end+1] == '.' && document.KindOfCode(s[at:end]) != "" && unitBehind(s, end+1) {
			end++ // "06/TT .HĐND"
			continue
		}
		if n == 0 || !wordRune(r) && r != '&' && (r != '.' || s[end-1] != ' ' && !dotted(s, end)) {
			break
		}
		if r == 'n' && upper > 0 && gluedDay(s, end) { // "NĐ-CPngày 11": the blank is lost
			break
		}
		if unicode.IsUpper(r) {
			upper++
		}
		if r < '0' || r > '9' {
			size++
		}
		end += n
	}
	if end < len(s) && s[end] == '(' { // "UB(TH)", as some offices write their drafting unit
		if close := strings.IndexByte(s[end:], ')'); close > 1 && close < 8 && !strings.ContainsAny(s[end:end+close], " ") {
			end += close + 1
		}
	}
	if spaced && upper*2 <= size || !spaced && upper*3 < size && size > 3 {
		return 0, 0, false
	}
	return end, groupLetters, true
}

// longestUnit bounds the letters behind a dot in a symbol: "QĐ.UB", "PGD.Q8". Longer ones begin a sentence.
const longestUnit = 6

// dotted tells whether the dot at at joins two groups of capitals, with a capital or a figure before it.
func dotted(s string, at int) bool {
	if before, _ := runeBefore(s, at); !unicode.IsUpper(before) && (before < '0' || before > '9') {
		return false
	}
	return unitBehind(s, at)
}

// unitBehind tells whether the letters of a unit, in capitals, stand behind the dot at at.
func unitBehind(s string, at int) bool {
	w := wordEnd(s, at+1)
	letters := s[at+1 : w]
	return letters != "" && utf8.RuneCountInString(letters) <= longestUnit && noSmall(letters) && strings.IndexFunc(letters, unicode.IsUpper) == 0
}

// gluedDay tells whether the word "ngày" stands at at with a figure behind it.
func gluedDay(s string, at int) bool {
	end, ok := dateWord(s, at, "ngay")
	if !ok {
		return false
	}
	r, _ := runeAt(s, skipBlanks(s, end))
	return r >= '0' && r <= '9'
}

// lostHyphen reads the code of a kind that a blank and no hyphen parts from the number, as in "84 QĐ/TWĐTN": where it ends.
func lostHyphen(s string, at int) (int, bool) {
	from := skipBlanks(s, at)
	end := wordEnd(s, from)
	if from == at || end >= len(s) || s[end] != '/' || document.KindOfCode(s[from:end]) == "" {
		return 0, false
	}
	_, what, ok := group(s, end+1, false)
	return end, ok && what == groupLetters
}

// smallGroup reads a group in small letters, which only a year before it makes part of a symbol: "85/2017/nđ-cp".
func smallGroup(s string, at int) (end int, what int, ok bool) {
	end = wordEnd(s, at)
	if end == at || end-at > 12 || lower(s[at:end]) != s[at:end] || s[at] >= '0' && s[at] <= '9' {
		return 0, 0, false
	}
	return end, groupLetters, true
}

// bareStop tells whether what follows a bare number makes it a figure: a decimal, a percentage, a fraction.
func bareStop(s string, at int) bool {
	r, n := runeAt(s, at)
	next, _ := runeAt(s, at+n)
	switch {
	case r == '%' || r == '/' || r == ':' || r == '°':
		return true
	case (r == '.' || r == ',') && next >= '0' && next <= '9':
		return true
	case dashRune(r) && next >= '0' && next <= '9':
		return true
	case n > 0 && wordRune(r):
		return true
	}
	return false
}

// repairAssembly undoes what scans make of the code of the National Assembly behind a year: "OH15", "QHI5".
func repairAssembly(symbol string) string {
	i := strings.LastIndexByte(symbol, '/') + 1
	code := symbol[i:]
	if len(code) == len("QHI15") && (code[:3] == "QHI" || code[:3] == "QHl") {
		code = code[:2] + code[3:]
	}
	if len(code) == 4 && (code[0] == 'Q' || code[0] == 'O') && code[1] == 'H' && (code[2] == '1' || code[2] == 'I' || code[2] == 'l') && code[3] >= '0' && code[3] <= '9' {
		return symbol[:i] + "QH1" + code[3:]
	}
	return symbol
}

// repair undoes what is certainly a slip: a look-alike of Đ, and a symbol in small letters throughout.
func repair(symbol string) string {
	if !strings.ContainsFunc(symbol, unicode.IsUpper) {
		symbol = strings.ReplaceAll(strings.ToUpper(symbol), "TTG", "TTg")
	}
	if !strings.ContainsAny(symbol, "ÐƉð") {
		return symbol
	}
	return strings.NewReplacer("Ð", "Đ", "Ɖ", "Đ", "ð", "đ").Replace(symbol)
}
