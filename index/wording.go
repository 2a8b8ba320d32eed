package index

import (
	"slices"

	"github.com/soichi/soichi/index/segment"
	"github.com/soichi/soichi/index/vi"
)

// keyed is a field of the words of a text, or of their pairs.
type keyed struct {
	terms
	words *lexicon
	keys  []uint64 // one for each occurrence until Analyze, each once after it
	freqs []uint32 // of keys, from Analyze on
}

var _ segment.Keyed = (*keyed)(nil)

// Analyze counts the terms. Bleve calls it on goroutines of its own, one document on one of them.
func (f *keyed) Analyze() {
	slices.Sort(f.keys)
	n := 0
	for i := 0; i < len(f.keys); n++ {
		j := i + 1
		for j < len(f.keys) && f.keys[j] == f.keys[i] {
			j++
		}
		f.keys[n] = f.keys[i]
		f.freqs = append(f.freqs, uint32(j-i))
		i = j
	}
	f.keys = f.keys[:n]
	if f.length > 0 { // noted in the field itself, where ranking looks it up
		f.keys = append(f.keys, uint64(f.words.numbers[lengthTerm]))
		f.freqs = append(f.freqs, uint32(f.length))
	}
}

// Keys implements segment.Keyed, as do the methods below.
func (f *keyed) Keys() (keys []uint64, freqs []uint32) { return f.keys, f.freqs }

// Spell gives the term of a key.
func (f *keyed) Spell(key uint64) string { return f.words.spell(key) }

// Order sorts keys by their terms.
func (f *keyed) Order(keys []uint64) { f.words.order(keys) }

// Size is an estimate of the memory taken.
func (f *keyed) Size() int { return 8*cap(f.keys) + 4*cap(f.freqs) }

// wording is the two fields of a text.
type wording struct{ words, pairs *keyed }

func newWording(v *lexicon, name string) wording {
	v.number(lengthTerm)
	made := func(name string) *keyed { return &keyed{terms: terms{name: name}, words: v} }
	return wording{made(name), made(pairsOf(name))}
}

// add adds the words of a text, each counted times over. The length is that of the words field alone.
func (w wording) add(tokens []vi.Token, times int) {
	w.words.length += len(tokens) * times
	w.words.keys = slices.Grow(w.words.keys, 2*len(tokens)*times)
	w.pairs.keys = slices.Grow(w.pairs.keys, len(tokens)*times)
	for range times {
		w.addOnce(tokens)
	}
}

func (w wording) addOnce(tokens []vi.Token) {
	var last uint64 // the word before
	for _, t := range tokens {
		n := w.words.words.of(t)
		folded := uint64(n.folded)
		if folded > 0 {
			w.words.keys = append(w.words.keys, folded)
		}
		if n.exact != n.folded && n.exact > 0 {
			w.words.keys = append(w.words.keys, uint64(n.exact))
		}
		if last > 0 && folded > 0 {
			w.pairs.keys = append(w.pairs.keys, last<<32|folded)
		}
		last = folded
	}
}

// fields gives those that hold anything.
func (w wording) fields() []*keyed {
	return slices.DeleteFunc([]*keyed{w.words, w.pairs}, func(f *keyed) bool { return len(f.keys) == 0 })
}
