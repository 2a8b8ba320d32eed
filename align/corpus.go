package align

import "math"

// Item is a text to compare, prepared once: a task of a directive, or a passage of a plan or report.
type Item struct {
	terms   []int32 // numbers of its terms, each once
	quotes  []string
	figures []string
}

// Corpus numbers the terms of all items and counts in how many items each occurs. With few items the weights are flat,
// which is why the texts of the whole chain should go in and not the two under comparison alone. It is not safe for
// concurrent use.
type Corpus struct {
	words   map[string]token // by field as written
	named   map[string]int32 // by canonical word
	pairs   map[[2]int32]int32
	seen    []int32 // by term: in how many items
	isPair  []bool
	marked  []int32 // by term: the last item that held it
	counted int32
}

// NewCorpus makes an empty corpus.
func NewCorpus() *Corpus {
	return &Corpus{words: map[string]token{}, named: map[string]int32{}, pairs: map[[2]int32]int32{}}
}

// Add prepares a text and learns from it how common its terms are.
func (c *Corpus) Add(text string) Item {
	c.counted++
	it := Item{quotes: quotes(text), figures: figures(text)}
	c.terms(text, func(t int32) {
		if c.marked[t] != c.counted {
			c.marked[t] = c.counted
			c.seen[t]++
			it.terms = append(it.terms, t)
		}
	})
	return it
}

// term gives the number of a new term.
func (c *Corpus) term(pair bool) int32 {
	c.seen, c.isPair, c.marked = append(c.seen, 0), append(c.isPair, pair), append(c.marked, 0)
	return int32(len(c.seen) - 1)
}

// rareWeight is the weight from which a term says much by itself: it stands in about one of twenty items.
const rareWeight = 3

// weights gives each term its inverse frequency, pairs of syllables worth more than single ones.
func (c *Corpus) weights() []float64 {
	out := make([]float64, len(c.seen))
	n := float64(c.counted)
	for t, seen := range c.seen {
		out[t] = math.Log(1 + (n-float64(seen)+0.5)/(float64(seen)+0.5))
		if c.isPair[t] {
			out[t] *= 2
		}
	}
	return out
}
