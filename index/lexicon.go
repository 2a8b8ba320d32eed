package index

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/index/vi"
)

// lexicon gives words numbers, so that the terms of a batch are counted and sorted as numbers: a few thousand syllables
// make up nearly all text, and their pairs are most of the terms. The zero value is ready.
type lexicon struct {
	numbers map[string]uint32
	words   []string // by number; number 0 is no word
	forms   map[*vi.Form]numbered
	ranks   []uint32 // by number: the place in the order of the words; shorter than words when out of date
}

// numbered is the numbers of a form's words.
type numbered struct{ exact, folded uint32 }

// maxWords bounds a batch: a word beyond two million different ones is the noise of a broken file and is not indexed.
const maxWords = 1 << 21

// full tells whether the next batch should begin with a new lexicon.
func (v *lexicon) full() bool { return len(v.words) > maxWords/8 }

// number gives the number of a word, 0 if there are too many.
func (v *lexicon) number(word string) uint32 {
	n, ok := v.numbers[word]
	if ok || len(v.words) == maxWords {
		return n
	}
	if v.numbers == nil {
		v.numbers = map[string]uint32{}
		v.words = append(v.words, "")
	}
	n = uint32(len(v.words))
	v.numbers[word] = n
	v.words = append(v.words, word)
	return n
}

// of gives the numbers of a token's words.
func (v *lexicon) of(t vi.Token) numbered {
	n, ok := v.forms[t.Form]
	if !ok {
		if v.forms == nil || len(v.forms) > maxWords/8 { // the tokenizer forgets forms, too
			v.forms = map[*vi.Form]numbered{}
		}
		n = numbered{v.number(t.Exact), v.number(t.Folded)}
		v.forms[t.Form] = n
	}
	return n
}

// spell gives the term of a key, which is the number of a word or, in two halves, those of a pair.
func (v *lexicon) spell(key uint64) string {
	word := v.words[uint32(key)]
	if key>>32 == 0 {
		return word
	}
	return v.words[key>>32] + " " + word
}

// order sorts keys by their terms. No word holds a sign as low as the blank, so terms are in the order of their words.
func (v *lexicon) order(keys []uint64) {
	v.rank()
	byRank := make([]uint32, len(v.words))
	for n, r := range v.ranks {
		byRank[r] = uint32(n)
	}
	renumber(keys, v.ranks)
	slices.Sort(keys) // a field holds words or pairs, never both
	renumber(keys, byRank)
}

// renumber replaces the numbers of which keys are made.
func renumber(keys []uint64, by []uint32) {
	for i, k := range keys {
		keys[i] = uint64(by[k>>32])<<32 | uint64(by[uint32(k)])
	}
}

// rank brings the ranks up to date. Number 0 has rank 0.
func (v *lexicon) rank() {
	if len(v.ranks) == len(v.words) {
		return
	}
	sorted := make([]uint32, len(v.words))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted[1:], func(a, b uint32) int { return cmp.Compare(v.words[a], v.words[b]) })
	v.ranks = make([]uint32, len(v.words))
	for r, n := range sorted {
		v.ranks[n] = uint32(r)
	}
}
