package flow

import (
	"strings"
	"unicode/utf8"
)

// symbols are the marks of symbol fonts that occur in documents, by the font's kind and the code. Codes that are not
// here are ornaments.
var symbols = map[bool]map[byte]string{
	false: { // Symbol
		0x2a: "*", 0x2b: "+", 0x2d: "-", 0xa3: "≤", 0xae: "→", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷",
		0xb9: "≠", 0xde: "⇒", 0xe5: "∑",
	},
	true: { // Wingdings
		0x6c: "•", 0x6e: "•", 0x6f: "□", 0x71: "□", 0x72: "□", 0x76: "•", 0x77: "•", 0x9f: "•", 0xa1: "○", 0xa7: "•", 0xa8: "□",
		0xd8: "•", 0xe0: "→", 0xe8: "→", 0xf0: "→", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑",
	},
}

// Symbol gives the character that a code of a symbol font stands for, "" for an ornament.
func Symbol(font string, code byte) string {
	return symbols[strings.HasPrefix(strings.ToLower(font), "wingding")][code]
}

// privateMarks turns characters of the private area, which Word uses for symbol fonts, into what they show.
func privateMarks(text, font string) string {
	if !strings.ContainsFunc(text, isPrivate) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if isPrivate(r) {
			b.WriteString(Symbol(font, byte(r-0xf000)))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// markOf turns a run that is one character of a symbol font, as pages and RTF write the marks of their lists, into what it
// shows. It tells whether there was such a character.
func markOf(r *Run) bool {
	font := strings.ToLower(r.Font)
	if font != "symbol" && !strings.HasPrefix(font, "wingding") {
		return false
	}
	text := strings.TrimSpace(r.Text)
	code, size := utf8.DecodeRuneInString(text)
	if size != len(text) || code > 0xff {
		return false
	}
	mark := Symbol(font, byte(code))
	if mark == "" {
		return false
	}
	r.Text, r.decoded = strings.Replace(r.Text, text, mark, 1), true
	return true
}

func isPrivate(r rune) bool { return r >= 0xf000 && r <= 0xf0ff }
