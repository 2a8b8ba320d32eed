package meaning

import (
	"iter"
	"strings"
	"unicode"

	"github.com/soichi/soichi/viet"
)

// Runs gives the runs of syllables of a text that no punctuation and no number parts, each syllable as it is compared.
func Runs(text string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for piece := range strings.FieldsFuncSeq(text, parts) {
			var run []string
			for s := range strings.FieldsSeq(piece) {
				run = append(run, canonical(s))
			}
			if len(run) > 0 && !yield(run) {
				return
			}
		}
	}
}

// parts tells whether a rune parts runs.
func parts(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsSpace(r) }

// Words ties the syllables of a run to words, from left to right: two that are a known word are one, joined by a blank.
func Words(run []string, known func(pair string) bool) []string {
	var out []string
	for i := 0; i < len(run); i++ {
		if i+1 < len(run) {
			if pair := run[i] + " " + run[i+1]; known(pair) {
				out = append(out, pair)
				i++
				continue
			}
		}
		out = append(out, run[i])
	}
	return out
}

// canonical gives a syllable as it is compared.
func canonical(s string) string { return viet.Canonical(strings.ToLower(s)) }
