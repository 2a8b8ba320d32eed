package align

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/soichi/soichi/viet"
)

//go:embed senses.tsv
var senseTable string

// sense is one line of the table: phrases that say the same.
type sense struct {
	do      bool // something done, not something spoken of
	share   float64
	phrases []string
}

// senses reads the table. A line that is none is left out, which a test would find.
var senses = sync.OnceValue(func() []sense {
	var out []sense
	for line := range strings.Lines(senseTable) {
		what, phrases, ok := strings.Cut(strings.TrimSpace(line), "\t")
		sort, share, ok2 := strings.Cut(what, " ")
		if n, err := strconv.ParseFloat(share, 64); ok && ok2 && err == nil {
			out = append(out, sense{sort == "do", n / 100, strings.Split(phrases, ";")})
		}
	}
	return out
})

// lexicon finds phrases of the table in a run of words: a tree of words, whose nodes hold what ends there.
type lexicon struct {
	next  map[[2]int32]int32 // node and word to node
	ends  []int32            // by node: the term of the sense, none where no phrase ends
	heads []bool             // by word: a phrase begins with it
}

const root = 0

// learn puts the table into the corpus: a term for each sense.
func (c *Corpus) learn() {
	c.lexicon = lexicon{next: map[[2]int32]int32{}, ends: []int32{none}}
	for _, s := range senses() {
		t := c.term(false)
		c.usual[t], c.deed[t], c.isSense[t] = s.share, s.do, true
		for _, p := range s.phrases {
			node, prev := int32(root), int32(none)
			for word := range strings.FieldsSeq(p) {
				w := c.word(viet.Canonical(word))
				node = c.lexicon.child(node, w)
				if prev != none && s.do {
					c.deed[c.pair(prev, w)] = true
				}
				c.deed[w] = c.deed[w] || s.do
				prev = w
			}
			c.lexicon.ends[node] = t
		}
	}
}

// child gives the node after a word, making it if need be.
func (x *lexicon) child(node, word int32) int32 {
	for len(x.heads) <= int(word) {
		x.heads = append(x.heads, false)
	}
	if node == root {
		x.heads[word] = true
	}
	key := [2]int32{node, word}
	n, ok := x.next[key]
	if !ok {
		n = int32(len(x.ends))
		x.next[key] = n
		x.ends = append(x.ends, none)
	}
	return n
}

// at gives the sense of the longest phrase that a run of words begins with, and its length; none and 1 for no phrase.
func (x *lexicon) at(words []int32) (sense int32, length int) {
	sense, length = none, 1
	if int(words[0]) >= len(x.heads) || !x.heads[words[0]] {
		return sense, length
	}
	node := int32(root)
	for i, w := range words {
		n, ok := x.next[[2]int32{node, w}]
		if !ok {
			break
		}
		if node = n; x.ends[node] != none {
			sense, length = x.ends[node], i+1
		}
	}
	return sense, length
}
