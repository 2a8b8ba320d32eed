package viet

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed variants.tsv
var variantTable string

var variants = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(variantTable) {
		from, to, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			m[from] = to
		}
	}
	return m
})

// Usual gives the form in which spellings of one lower-case NFC syllable that people do not tell apart are alike: the
// tone mark in its canonical place, and y for i where both are written (chiến sĩ, chiến sỹ).
func Usual(syllable string) string {
	s := Canonical(syllable)
	if len(s) > len("quĩ") {
		return s
	}
	if u, ok := variants()[s]; ok {
		return u
	}
	return s
}
