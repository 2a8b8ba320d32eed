package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/index/vi"
)

// endsParagraph tells whether a paragraph, a heading or an item ends before token i of a text. The end of a line alone ends
// nothing: printed lines break anywhere.
func endsParagraph(text string, tokens []vi.Token, i int) bool {
	before, after, broken := strings.Cut(text[tokens[i-1].End:tokens[i].Start], "\n")
	switch {
	case !broken:
		return false
	case strings.Contains(after, "\n") || strings.ContainsAny(before, ".;:!?…") || strings.ContainsAny(after, "-+*•–#|"):
		return true
	default:
		return numbersItem(text, tokens[i]) || i > 1 && capitals(text, tokens[i-1]) && capitals(text, tokens[i-2]) && !capitals(text, tokens[i])
	}
}

// capitals tells whether a token is written in capitals, as headings are.
func capitals(text string, t vi.Token) bool {
	word := text[t.Start:t.End]
	return strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// numbersItem tells whether a token is the number of an item, as in "2." and "b)".
func numbersItem(text string, t vi.Token) bool {
	sign, _ := utf8.DecodeRuneInString(text[t.End:])
	return (sign == '.' || sign == ')') && (isNumber(t.Exact) || utf8.RuneCountInString(t.Exact) == 1)
}

// endsSentence tells whether a sentence, or more than a sentence, ends before token i of a text. The point of a number or of
// a short form like TP. ends none.
func endsSentence(text string, tokens []vi.Token, i int) bool {
	last, next := tokens[i-1], tokens[i]
	gap := text[last.End:next.Start]
	mark := strings.IndexAny(gap, ".;!?…")
	if mark < 0 || !strings.ContainsFunc(gap[mark:], unicode.IsSpace) {
		return endsParagraph(text, tokens, i)
	}
	if gap[mark] != '.' {
		return true
	}
	begins, _ := utf8.DecodeRuneInString(text[next.Start:])
	short := isNumber(last.Exact) || utf8.RuneCountInString(last.Exact) <= 2 && capitals(text, last)
	return !short && !unicode.IsLower(begins) || endsParagraph(text, tokens, i)
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }
