package ocr

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
)

//go:embed syllables.txt
var syllableCounts string

// pair is two syllables in a row.
type pair struct{ first, second string }

// language knows how often syllables are met in official documents, and which follow each other how often.
type language struct {
	single map[string]float64
	pairs  map[pair]float64
	forms  map[string][]string // by the letters without marks
	near   map[string][]string // letters with one left out, or none: the letters of syllables that they come from
	total  float64
}

var official = sync.OnceValue(func() language { return parseLanguage(syllableCounts) })

// parseLanguage reads the counts; the head of their file says how they stand there.
func parseLanguage(s string) language {
	l := language{single: map[string]float64{}, pairs: map[pair]float64{}, forms: map[string][]string{}, near: map[string][]string{}}
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		own, followers, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		first, n := counted(strings.ReplaceAll(own, " ", ""))
		l.single[first] = n
		l.total += n
		l.forms[bare(first)] = append(l.forms[bare(first)], first)
		for f := range strings.FieldsSeq(followers) {
			second, n := counted(f)
			l.pairs[pair{first, second}] = n
		}
	}
	for letters, forms := range l.forms {
		if len(letters) < leastRepaired-1 || !slices.ContainsFunc(forms, func(s string) bool { return l.single[s] >= oftenMet }) {
			continue
		}
		for _, cut := range shortened(letters) {
			l.near[cut] = append(l.near[cut], letters)
		}
	}
	return l
}

const (
	// leastRepaired is the fewest letters of a word in which one may be concluded: of two letters, too many others are near.
	leastRepaired = 3
	// oftenMet is how often a syllable is met that a broken word may be concluded to be.
	oftenMet = 200
)

// shortened gives a word, and the word without each of its letters.
func shortened(word string) []string {
	out := []string{word}
	for i := range word {
		out = append(out, word[:i]+word[i+1:])
	}
	return out
}

// repairs gives the syllables that differ from a word by one letter, put in, left out or exchanged, in order.
func (l language) repairs(word string) []string {
	letters := bare(word)
	if len(letters) < leastRepaired {
		return nil
	}
	var out []string
	for _, cut := range shortened(letters) {
		for _, other := range l.near[cut] {
			if distance(letters, other) != 1 {
				continue
			}
			for _, s := range l.forms[other] {
				if l.single[s] >= oftenMet {
					out = append(out, s)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// counted splits a syllable from the digit behind it, and gives the count that this stands for.
func counted(s string) (string, float64) {
	end := len(s) - 1
	if end < 1 {
		return s, 1
	}
	digit := strings.IndexByte("0123456789abcdefghijklmnopqrstuvwxyz", s[end])
	return s[:end], math.Exp2(float64(digit) / 2)
}

// rare is the count that a syllable has which was not met.
const rare = 0.5

// trust is the number of times that a syllable must be met before the counts of what follows it weigh as much as how
// often the followers are met by themselves.
const trust = 20

// follows is the logarithm of the chance that a syllable follows another; "" is the beginning of a phrase.
func (l language) follows(first, second string) float64 {
	alone := max(l.single[second], rare) / (l.total + 1)
	if first == "" {
		return math.Log(alone)
	}
	return math.Log((l.pairs[pair{first, second}] + trust*alone) / (l.single[first] + trust))
}

// bare gives the letters of a syllable without marks.
func bare(s string) string { return strings.ToLower(document.FoldASCII(s)) }
