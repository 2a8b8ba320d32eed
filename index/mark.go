package index

import (
	"math"
	"slices"

	"github.com/soichi/soichi/index/vi"
	"github.com/soichi/soichi/query"
)

// Weights of a hit within a text. A syllable typed with marks counts where it stands just so, and little where it
// bears no marks. "an" among words with marks is no hit for "ăn" in a text that has "ăn" too; a syllable with other marks
// is another word and never one.
const (
	exactHit    = 1.0
	bareHit     = 0.8 // typed without marks: no telling which word was meant
	unmarkedHit = 0.4
	phraseHit   = 2.0 // for each syllable of a phrase
	besideHit   = 0.5 // two words typed side by side stand side by side
)

// besideMarks is how many words before and after a syllable tell whether its text is written with marks.
const besideMarks = 3

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
	bare        bool // the text lacks marks that were typed
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
	found, asTyped := make([]int, len(wanted)), make([]bool, len(wanted))
	for i, t := range tokens {
		for _, w := range starts[t.Folded] {
			seq := wanted[w]
			weight, bare := matches(tokens[i:], seq)
			if weight == 0 {
				continue
			}
			asTyped[w] = asTyped[w] || !bare
			m.hits = append(m.hits, hit{token: i, last: i + len(seq) - 1, wanted: w, weight: weight, bare: bare})
		}
	}
	m.hits = slices.DeleteFunc(m.hits, func(h hit) bool { return h.bare && asTyped[h.wanted] && m.amongMarks(h) })
	for _, h := range m.hits {
		for i := h.token; i <= h.last; i++ {
			m.marked[i] = true
			m.joined[i] = m.joined[i] || i < h.last
		}
		found[h.wanted]++
	}
	for i := range m.hits { // what is rare in the text tells more: "của" is everywhere
		m.hits[i].weight /= math.Log2(1 + float64(found[m.hits[i].wanted]))
	}
	return m
}

// amongMarks tells whether half of the words around a hit bear marks, as in any Vietnamese text: there, a syllable without
// any is meant so.
func (m *marker) amongMarks(h hit) bool {
	around := m.tokens[max(0, h.token-besideMarks):min(len(m.tokens), h.last+1+besideMarks)]
	marked := 0
	for _, t := range around {
		if t.Marked() {
			marked++
		}
	}
	return 2*marked >= len(around)-(h.last-h.token+1)
}

// matches gives the weight with which text begins with seq, 0 if it does not, and whether the text lacks marks of seq.
func matches(text, seq []vi.Token) (weight float64, bare bool) {
	if len(text) < len(seq) {
		return 0, false
	}
	weight = exactHit
	for i, want := range seq {
		have := text[i]
		switch {
		case have.Folded != want.Folded:
			return 0, false
		case have.Exact == want.Exact:
		case !want.Marked():
			weight = min(weight, bareHit)
		case !have.Marked():
			weight, bare = min(weight, unmarkedHit), true
		default:
			return 0, false
		}
	}
	if len(seq) > 1 {
		weight *= phraseHit * float64(len(seq))
	}
	return weight, bare
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
