package task

import (
	"regexp"
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

// abbreviated matches words before a full stop that ends no sentence: initials, numbers, abbreviations.
var abbreviated = regexp.MustCompile(`(?:^|[\s(])(?:\p{Lu}|\d{1,3}|[Tt][Pp]|TS|PGS|GS|ThS|[Tt]r|[Nn]xb|v\.v)$`)

// ends tells whether the mark at i, after which offset end comes, closes a sentence.
func ends(s string, start, i, end int) bool {
	rest := s[end:]
	after := strings.TrimLeft(rest, " \u00a0\n")
	if after == rest || after == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsUpper(next) || next == '“' || next == '"') && !abbreviated.MatchString(s[start:i])
}
