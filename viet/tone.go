package viet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// newToOld moves the tone mark of an open oa, oe or uy from the second letter to the first: "hoà" and "hòa" are one word.
// The rule holds only where nothing follows (hoàn never moves) and not after q, whose u belongs to the onset (quý).
var newToOld = strings.NewReplacer(
	"oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa",
	"oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy",
)

// Canonical gives the form of one lower-case NFC syllable in which both places of the tone mark are alike (hoà → hòa,
// thuỷ → thủy) and the Icelandic ð is đ. The number of code points does not change.
func Canonical(syllable string) string {
	s := syllable
	if strings.ContainsRune(s, 'ð') {
		s = strings.ReplaceAll(s, "ð", "đ")
	}
	if n := len(s); n < 3 || !endsOpen(s) || strings.HasPrefix(s, "qu") {
		return s
	}
	return newToOld.Replace(s)
}

// endsOpen tells whether s ends in a toned a, e or y, the only endings that Canonical may move a mark from.
func endsOpen(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return last >= utf8.RuneSelf && strings.ContainsRune("àáảãạèéẻẽẹỳýỷỹỵ", last)
}

// NFC composes a string. Every text is composed once, when it is read; nothing after that composes again.
func NFC(s string) string {
	if composed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// composed tells whether a text consists of ASCII, Latin letters, those of Vietnamese among them, and general punctuation
// alone, of which nothing is left to compose. Most papers do, and it is seen far sooner than by the tables of Unicode.
func composed(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0xCC: // ASCII, letters before U+0300, or a further byte of a letter
		case c == 0xE1 && i+1 < len(s) && (s[i+1] == 0xBA || s[i+1] == 0xBB): // U+1E80 to U+1EFF
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] > 0x81: // U+2002 to U+203F
		default:
			return false
		}
	}
	return true
}
