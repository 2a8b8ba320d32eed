package index

import (
	"math"

	"github.com/soichi/soichi/index/vi"
	"github.com/soichi/soichi/query"
)

// Weights of a hit within a text. A syllable typed with marks counts where it stands just so, and little where the text
// bears no marks at all; where the text bears other marks it is another word and no hit.
const (
	exactHit    = 1.0
	bareHit     = 0.8 // typed without marks: no telling which word was meant
	unmarkedHit = 0.4
	phraseHit   = 2.0 // for each syllable of a phrase
	besideHit   = 0.5 // two words typed side by side stand side by side
)

// wantedIn lists what a query looks for in the text, each a word or a sequence that has to stand together.
func wantedIn(t *vi.Tokenizer, n query.Node) [][]vi.Token {
	var out [][]vi.Token
	add := func(text string) {
		if tokens := t.Tokens(nil, text); len(tokens) > 0 {
			out = append(out, tokens)
		}
	}
	if n == nil {
		return nil
	}
	query.Walk(n, func(n query.Node) {
		switch n := n.(type) {
		case query.Word:
			add(n.Text)
		case query.Phrase:
			add(n.Text)
		case query.Field:
			if n.Name != "kind" {
				add(n.Value)
			}
		}
	})
	return out
}

// hit is a wanted sequence found in the text; token is the place of its first token.
type hit struct {
	token, last int
	wanted      int
	zone        int // the number of passages before it: a window never spans one
	weight      float64
}

// marker knows where in a text the wanted sequences are.
type marker struct {
	tokens []vi.Token
	marked []bool
	joined []bool // the token and the next one belong to one find
	used   []bool // the token is in a passage
	hits   []hit  // in order of place, those not yet shown
	wanted int
}

func newMarker(tokens []vi.Token, wanted [][]vi.Token) *marker {
	n := len(tokens)
	m := &marker{tokens: tokens, marked: make([]bool, n), joined: make([]bool, n), used: make([]bool, n), wanted: len(wanted)}
	starts := map[string][]int{} // folded first token -> wanted
	for w, seq := range wanted {
		starts[seq[0].Folded] = append(starts[seq[0].Folded], w)
	}
	found := make([]int, len(wanted))
	for i, t := range tokens {
		for _, w := range starts[t.Folded] {
			seq := wanted[w]
			weight := matches(tokens[i:], seq)
			if weight == 0 {
				continue
			}
			for j := range seq {
				m.marked[i+j] = true
				m.joined[i+j] = m.joined[i+j] || j+1 < len(seq)
			}
			found[w]++
			m.hits = append(m.hits, hit{token: i, last: i + len(seq) - 1, wanted: w, weight: weight})
		}
	}
	for i := range m.hits { // what is rare in the text tells more: "của" is everywhere
		m.hits[i].weight /= math.Log2(1 + float64(found[m.hits[i].wanted]))
	}
	return m
}

// matches gives the weight with which text begins with seq, 0 if it does not.
func matches(text, seq []vi.Token) float64 {
	if len(text) < len(seq) {
		return 0
	}
	weight := exactHit
	for i, want := range seq {
		have := text[i]
		switch {
		case have.Folded != want.Folded:
			return 0
		case have.Exact == want.Exact:
		case !want.Marked():
			weight = min(weight, bareHit)
		case !have.Marked():
			weight = min(weight, unmarkedHit)
		default:
			return 0
		}
	}
	if len(seq) > 1 {
		weight *= phraseHit * float64(len(seq))
	}
	return weight
}

// bestWindow gives the first and last token of the stretch with the most different wanted things. The earlier of two
// equal ones wins.
func (m *marker) bestWindow() (first, last int) {
	best := -1.0
	seen := make([]int, m.wanted) // the window, counted from 1, in which a thing was last seen
	for i, h := range m.hits {
		score, end := 0.0, h.last
		for j := i; j < len(m.hits) && m.hits[j].token-h.token < passageTokens && m.hits[j].zone == h.zone; j++ {
			g := m.hits[j]
			if j > i && g.wanted == m.hits[j-1].wanted+1 && g.token == m.hits[j-1].last+1 {
				score += besideHit * g.weight
			}
			if seen[g.wanted] == i+1 {
				continue
			}
			seen[g.wanted] = i + 1
			score += g.weight
			end = max(end, g.last)
			if score > best {
				best, first, last = score, h.token, end
			}
		}
	}
	return first, last
}

// use takes the tokens of a passage, and the hits that touch them, out of the search for further ones.
func (m *marker) use(from, to int) {
	for i := from; i <= to; i++ {
		m.used[i] = true
	}
	left := m.hits[:0]
	for _, h := range m.hits {
		switch {
		case h.last < from:
			left = append(left, h)
		case h.token > to:
			h.zone++
			left = append(left, h)
		}
	}
	m.hits = left
}
