package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// lastVietnamese is the last letter of the Vietnamese alphabet in Unicode, ỹ.
const lastVietnamese = 0x1EF9

// foldOf maps a letter to its base letter in lower case ("Đ" to 'd', "ộ" to 'o'), 0 for what is no letter or digit.
var foldOf = func() (t [lastVietnamese + 1]byte) {
	for r := rune('0'); r <= lastVietnamese; r++ {
		if r == 0x250 { // nothing Vietnamese between the Latin extensions
			r = 0x1E00
		}
		if f := document.FoldASCII(string(r)); len(f) == 1 && (f[0] >= 'a' && f[0] <= 'z' || f[0] >= '0' && f[0] <= '9') {
			t[r] = f[0]
		}
	}
	return t
}()

// fold gives the base letter of r.
func fold(r rune) byte {
	if r >= 0 && r <= lastVietnamese {
		return foldOf[r]
	}
	return 0
}

// appendFolded appends the base letters of s to b, for a look into a map of folded words that copies nothing. What has no
// base letter becomes a sign that no word of a table holds.
func appendFolded(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, n := runeAt(s, i)
		i += n
		switch f := fold(r); {
		case f != 0:
			b = append(b, f)
		case r == ' ':
			b = append(b, ' ')
		default:
			b = append(b, '?')
		}
	}
	return b
}

// runeAt decodes the code point at at, 0 at the end.
func runeAt(s string, at int) (rune, int) {
	if at >= len(s) {
		return 0, 0
	}
	if c := s[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[at:])
}

// runeBefore decodes the code point that ends at at, 0 at the start.
func runeBefore(s string, at int) (rune, int) {
	if at <= 0 {
		return 0, 0
	}
	if c := s[at-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(s[:at])
}

func isBlank(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\t' }

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return fold(r) != 0 || unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

// skipBlanks gives the first offset from at on that holds no blank.
func skipBlanks(s string, at int) int {
	for {
		r, n := runeAt(s, at)
		if !isBlank(r) {
			return at
		}
		at += n
	}
}

// backBlanks gives the end of the text before at without its trailing blanks.
func backBlanks(s string, at int) int {
	for {
		r, n := runeBefore(s, at)
		if !isBlank(r) {
			return at
		}
		at -= n
	}
}

// wordEnd gives the end of the word that begins at at; at itself where none does.
func wordEnd(s string, at int) int {
	for {
		r, n := runeAt(s, at)
		if n == 0 || !wordRune(r) {
			return at
		}
		at += n
	}
}

// wordStart gives the start of the word that ends at at; at itself where none does.
func wordStart(s string, at int) int {
	for {
		r, n := runeBefore(s, at)
		if n == 0 || !wordRune(r) {
			return at
		}
		at -= n
	}
}

// capital tells whether the word at at begins with a capital letter.
func capital(s string, at int) bool {
	r, n := runeAt(s, at)
	return n > 0 && unicode.IsUpper(r)
}

// lower writes s in lower case with tone marks in their canonical place, word by word. A string that is so already comes
// back as it is, which is most of them: this runs on every word near a mention.
func lower(s string) string {
	s = viet.Lower(s)
	if plainWords(s) {
		return s
	}
	if !strings.ContainsAny(s, " \u00a0\t") {
		return viet.Canonical(s)
	}
	b := make([]byte, 0, len(s))
	for w := range strings.FieldsSeq(s) {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, viet.Canonical(w)...)
	}
	return string(b)
}

// plainWords tells whether words in small letters have one plain blank between them and no tone mark that may stand
// elsewhere.
func plainWords(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c == '\t' || c == ' ' && before == ' ' {
				return false
			}
			before = c
			i++
			continue
		}
		r, n := runeAt(s, i)
		i += n
		if r == '\u00a0' || r == 'ð' || behindGlide[before] && movable(r) && !wordRune(nextRune(s, i)) {
			return false
		}
		before = s[i-1]
	}
	return s == "" || before != ' '
}

// reads tells whether s, in whichever case, reads as exact, which lower wrote.
func reads(s, exact string) bool {
	return s == exact || len(s) == len(exact) && strings.EqualFold(s, exact) || lower(s) == exact
}

// behindGlide holds the last bytes of the vowels that pass a tone mark on to the vowel behind them.
var behindGlide = [256]bool{'o': true, 'O': true, 'u': true, 'U': true}

// movable tells whether r is a toned vowel whose mark may belong on the vowel before it ("hoá", "uỷ").
func movable(r rune) bool {
	switch r {
	case 'à', 'á', 'ả', 'ã', 'ạ', 'è', 'é', 'ẻ', 'ẽ', 'ẹ', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ':
		return true
	}
	return false
}

func nextRune(s string, at int) rune {
	r, _ := runeAt(s, at)
	return r
}

// matchFolded tells whether the text at at reads as pattern, which is lower-case ASCII with single blanks, when marks
// and case are folded, and gives the end of the match. A blank of the pattern stands for any run of blanks. The match
// must end with its word.
func matchFolded(s string, at int, pattern string) (int, bool) {
	for i := 0; i < len(pattern); i++ {
		r, n := runeAt(s, at)
		switch c := pattern[i]; {
		case n == 0:
			return 0, false
		case c == ' ':
			if !isBlank(r) {
				return 0, false
			}
			at = skipBlanks(s, at)
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if fold(r) != c {
				return 0, false
			}
			at += n
		default:
			if r != rune(c) {
				return 0, false
			}
			at += n
		}
	}
	if r, n := runeAt(s, at); n > 0 && wordRune(r) {
		return 0, false
	}
	return at, true
}
