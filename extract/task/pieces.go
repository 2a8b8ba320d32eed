package task

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// pieces cuts a text into its sentences and their clauses between semicolons, quotations and brackets left whole.
func pieces(s string) []document.Range {
	var out []document.Range
	start, depth := 0, 0
	for i, r := range s {
		switch r {
		case '(', '“':
			depth++
		case ')', '”':
			depth = max(0, depth-1)
		case ';':
			if depth == 0 {
				out = append(out, document.Range{Start: start, End: i})
				start = i + 1
			}
		case '.', '!', '…':
			end := i + utf8.RuneLen(r)
			if depth == 0 && ends(s, start, i, end) {
				out = append(out, document.Range{Start: start, End: end})
				start = end
			}
		}
	}
	if strings.TrimSpace(s[start:]) != "" || len(out) == 0 {
		out = append(out, document.Range{Start: start, End: len(s)})
	}
	return out
}

// abbreviations stand before full stops that end no sentence.
var abbreviations = []string{"TP", "Tp", "tp", "TS", "PGS", "GS", "ThS", "Tr", "tr", "Nxb", "nxb", "v.v"}

// abbreviated tells whether a text ends in an initial, a short number or an abbreviation.
func abbreviated(s string) bool {
	word := s[strings.LastIndexAny(s, " \n\t(")+1:]
	word = strings.TrimPrefix(word, "\u00a0")
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) || len(word) <= 3 && word != "" && strings.Trim(word, "0123456789") == "" || slices.Contains(abbreviations, word)
}

// ends tells whether the mark at i, after which offset end comes, closes a sentence.
func ends(s string, start, i, end int) bool {
	rest := s[end:]
	after := strings.TrimLeft(rest, " \u00a0\n")
	if after == rest || after == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsUpper(next) || next == '“' || next == '"') && !abbreviated(s[start:i])
}
