package field

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// spellingWindow bounds, in bytes, where the running text is asked how it writes a name.
const spellingWindow = 1 << 16

// spelled writes a name of the register as the running text of the paper does: "Bộ Văn hoá", "Kiểm toán Nhà nước". Of two
// ways that the text uses equally often, the one that the letterhead prints wins. Where the text does not write the name,
// it is the register's: a letterhead in capitals alone tells little of it.
func (r *reader) spelled(name string, printed document.Range) string {
	text := r.o.View.Text[:min(len(r.o.View.Text), spellingWindow)]
	own := withSyllables(name, plainBlanks(printed.In(r.o.View.Text)))
	count := forms(text, own)
	if own != name {
		maps.Copy(count, forms(text, name))
	}
	best := name
	for _, form := range slices.Sorted(maps.Keys(count)) {
		if count[form] > count[best] || count[form] == count[best] && form == own {
			best = form
		}
	}
	return best
}

// forms counts the ways in which a text writes a name in capital and small letters: not in headings, and with a capital at
// the start, because words in small letters are of another sense.
func forms(text, name string) map[string]int {
	count := map[string]int{}
	first, _ := utf8.DecodeRuneInString(name)
	initial := string(unicode.ToUpper(first))
	for name != "" {
		at := strings.Index(text, initial)
		if at < 0 || at+len(name) > len(text) {
			break
		}
		form := text[at : at+len(name)]
		if !strings.EqualFold(form, name) {
			text = text[at+len(initial):]
			continue
		}
		if !capitals(form) {
			count[form]++
		}
		text = text[at+len(name):]
	}
	return count
}

// withSyllables puts the syllables of a printed name, which may be in capitals, into a name of the register if both are the
// same but for the place of tone marks and the punctuation.
func withSyllables(name, printed string) string {
	if viet.Letters(name) != viet.Letters(printed) {
		return name
	}
	syllables := strings.FieldsFunc(printed, notLetter)
	var out strings.Builder
	for rest := name; rest != ""; {
		at := strings.IndexFunc(rest, unicode.IsLetter)
		if at < 0 || len(syllables) == 0 {
			out.WriteString(rest)
			break
		}
		out.WriteString(rest[:at])
		rest = rest[at:]
		end := strings.IndexFunc(rest, notLetter)
		if end < 0 {
			end = len(rest)
		}
		out.WriteString(inCaseOf(rest[:end], syllables[0]))
		rest, syllables = rest[end:], syllables[1:]
	}
	return out.String()
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }

// inCaseOf writes a syllable with or without a capital, as the model is.
func inCaseOf(model, syllable string) string {
	switch {
	case capitals(model) && len([]rune(model)) > 1:
		return strings.ToUpper(syllable)
	case strings.IndexFunc(model, unicode.IsUpper) == 0:
		return viet.Capital(strings.ToLower(syllable))
	}
	return strings.ToLower(syllable)
}
