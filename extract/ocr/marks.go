package ocr

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// restoredConfidence is the most confidence that a syllable keeps whose marks were not read but concluded.
const restoredConfidence = 0.8

//go:embed words.txt
var wordList string

// pair is two syllables in a row.
type pair struct{ first, second string }

// pairTable knows which syllables follow each other in words, as they are written and with one of them bare of marks.
type pairTable struct {
	known  map[pair]bool
	first  map[pair][]string // by the bare first syllable and the second: what the first may be
	second map[pair][]string // by the first syllable and the bare second
}

var pairs = sync.OnceValue(func() pairTable {
	t := pairTable{known: map[pair]bool{}, first: map[pair][]string{}, second: map[pair][]string{}}
	for line := range strings.Lines(wordList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		syllables := strings.Fields(line)
		for i := 1; i < len(syllables); i++ {
			p := pair{viet.Canonical(syllables[i-1]), viet.Canonical(syllables[i])}
			if t.known[p] {
				continue
			}
			t.known[p] = true
			a, b := pair{bare(p.first), p.second}, pair{p.first, bare(p.second)}
			t.first[a] = append(t.first[a], p.first)
			t.second[b] = append(t.second[b], p.second)
		}
	}
	return t
})

func bare(s string) string { return strings.ToLower(document.FoldASCII(s)) }

// restoreMarks gives syllables back the marks that were lost or changed in reading: "tô chức" becomes "tổ chức". A
// syllable is changed only if it makes no known word with either neighbour as it stands, and makes one, and only one, with
// other marks; names are left alone. docs/measured-ocr.md has the figures with it.
func restoreMarks(words []Word) []Word {
	table := pairs()
	cores := make([]string, len(words))
	for i, w := range words {
		cores[i] = viet.Canonical(strings.ToLower(viet.NFC(core(w.Text))))
	}
	out := make([]Word, len(words))
	for i, w := range words {
		out[i] = w
		if len([]rune(cores[i])) < 2 {
			continue
		}
		before, after := "", ""
		if i > 0 && joined(words[i-1], w) {
			before = cores[i-1]
		}
		if i+1 < len(words) && joined(w, words[i+1]) {
			after = cores[i+1]
		}
		if s := table.restored(before, cores[i], after); s != "" {
			c := core(w.Text)
			out[i].Text = strings.Replace(w.Text, c, sameCase(s, c), 1)
			out[i].Confidence = min(w.Confidence, restoredConfidence)
			cores[i] = s
		}
	}
	return out
}

// restored gives the one syllable that a syllable between its neighbours must be, "" where there is none or several.
func (t pairTable) restored(before, syllable, after string) string {
	if t.known[pair{before, syllable}] || t.known[pair{syllable, after}] {
		return ""
	}
	b := bare(syllable)
	found := ""
	for _, list := range [][]string{t.first[pair{b, after}], t.second[pair{before, b}]} {
		for _, s := range list {
			if found != "" && found != s {
				return ""
			}
			found = s
		}
	}
	return found
}

// core is a word without the signs around it.
func core(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// joined tells whether two words may be syllables of one: no sign stands between them, and they are not written as
// names are.
func joined(a, b Word) bool {
	x, y := []rune(a.Text), []rune(b.Text)
	if len(x) == 0 || len(y) == 0 || !isLetter(x[len(x)-1]) || !isLetter(y[0]) {
		return false
	}
	return !isName(core(a.Text)) || !isName(core(b.Text))
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// isName tells whether a word has a capital in front and small letters after it.
func isName(s string) bool {
	r := []rune(s)
	return len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1])
}

// sameCase writes a syllable in the case of another: all capitals, a capital first, or small.
func sameCase(s, like string) string {
	r := []rune(like)
	switch {
	case like == strings.ToUpper(like):
		return strings.ToUpper(s)
	case unicode.IsUpper(r[0]):
		t := []rune(s)
		return string(unicode.ToUpper(t[0])) + string(t[1:])
	default:
		return s
	}
}
