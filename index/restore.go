package index

import (
	"strings"

	"github.com/soichi/soichi/index/vi"
	"github.com/soichi/soichi/viet"
)

// Restore gives a query the marks that its words bear in texts, those of what it found: words that stand side by side in
// the query are read off where they stand side by side in a text, the commonest writing wins. A word that stands in the
// texts as it was typed, and one that never stands beside its neighbours, stays as it was typed.
func Restore(q string, texts []string) string {
	var t vi.Tokenizer
	typed := t.Tokens(nil, q)
	if len(typed) == 0 || len(typed) > maxSpelled {
		return q
	}
	seen := observe(&t, typed, texts)
	var b strings.Builder
	at := 0
	for i, written := range seen.writings(typed) {
		if written == "" || operator(q, typed[i]) {
			continue
		}
		b.WriteString(q[at:typed[i].Start] + cased(written, q[typed[i].Start:typed[i].End]))
		at = typed[i].End
	}
	return b.String() + q[at:]
}

// cased writes a word as another begins, with a capital or not.
func cased(word, as string) string {
	r := []rune(word)
	if strings.ToLower(as) != as && len(r) > 0 {
		r[0] = []rune(strings.ToUpper(string(r[0])))[0]
	}
	return string(r)
}

// bigram is two neighbours of the query by their place, and how they are written in a text.
type bigram struct {
	place         int // of the first
	first, second string
}

// observed counts how the words of a query are written in texts.
type observed struct {
	alone map[[2]string]int // folded and exact
	pairs map[bigram]int
}

func observe(t *vi.Tokenizer, typed []vi.Token, texts []string) observed {
	o := observed{map[[2]string]int{}, map[bigram]int{}}
	places := map[string][]int{} // of the folded words of the query
	for i, w := range typed {
		places[w.Folded] = append(places[w.Folded], i)
	}
	var tokens []vi.Token
	for _, text := range texts {
		tokens = t.Tokens(tokens[:0], text)
		for i, have := range tokens {
			for _, p := range places[have.Folded] {
				o.alone[[2]string{have.Folded, have.Exact}]++
				if p+1 < len(typed) && i+1 < len(tokens) && tokens[i+1].Folded == typed[p+1].Folded {
					o.pairs[bigram{p, have.Exact, tokens[i+1].Exact}]++
				}
			}
		}
	}
	return o
}

// writings gives for each word how it should be written, "" to leave it. It is the sequence whose neighbours were seen
// together most often.
func (o observed) writings(typed []vi.Token) []string {
	if len(typed) == 1 {
		return []string{o.single(typed[0])}
	}
	out := make([]string, len(typed))
	for start := 0; start < len(typed); {
		end := start + 1
		for end < len(typed) && o.joined(end-1) {
			end++
		}
		for i, w := range o.path(typed, start, end) {
			if w != typed[start+i].Exact {
				out[start+i] = w
			}
		}
		start = end
	}
	return out
}

// joined tells whether the words at place and after it were seen side by side.
func (o observed) joined(place int) bool {
	for b := range o.pairs {
		if b.place == place {
			return true
		}
	}
	return false
}

// path gives the best writing of the words from start to end, all of which were seen beside the next. What was typed with
// marks, and was seen so, counts above everything.
func (o observed) path(typed []vi.Token, start, end int) []string {
	type step struct {
		score int
		way   []string
	}
	best := map[string]step{}
	if end-start == 1 {
		return []string{typed[start].Exact}
	}
	for place := start; place+1 < end; place++ {
		next := map[string]step{}
		for b, n := range o.pairs {
			if b.place != place {
				continue
			}
			from, ok := best[b.first]
			if place == start {
				from, ok = step{o.asTyped(typed[place], b.first), []string{b.first}}, true
			}
			if !ok {
				continue
			}
			score := from.score + n + o.asTyped(typed[place+1], b.second)
			if old, ok := next[b.second]; !ok || score > old.score || score == old.score && strings.Join(from.way, " ") < strings.Join(old.way[:len(old.way)-1], " ") {
				next[b.second] = step{score, append(append([]string(nil), from.way...), b.second)}
			}
		}
		if len(next) == 0 { // no writing of the word is seen on both sides: begin anew behind it
			head := o.path(typed, start, place+1)
			return append(head, o.path(typed, place+1, end)...)
		}
		best = next
	}
	var top step
	word := ""
	for w, s := range best {
		if top.way == nil || s.score > top.score || s.score == top.score && w < word {
			top, word = s, w
		}
	}
	return top.way
}

// typedBonus is more than any count of neighbours.
const typedBonus = 1 << 20

func (o observed) asTyped(t vi.Token, written string) int {
	if t.Marked() && t.Exact == written {
		return typedBonus
	}
	return 0
}

// singleShare is the share of its writings that a word on its own must pass to be offered.
const singleShare = 0.6

// single gives the writing of a word that stands alone in the query.
func (o observed) single(t vi.Token) string {
	all, most, word := 0, 0, ""
	for k, n := range o.alone {
		if k[0] != t.Folded {
			continue
		}
		all += n
		if n > most || n == most && k[1] < word {
			most, word = n, k[1]
		}
	}
	if t.Marked() && o.alone[[2]string{t.Folded, t.Exact}] > 0 || word == t.Exact || float64(most) <= singleShare*float64(all) || !viet.IsSyllable(t.Folded) {
		return ""
	}
	return word
}
