package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	bsearch "github.com/blevesearch/bleve/v2/search"

	"github.com/soichi/soichi/index/vi"
)

// A pasted sentence or question is answered by a passage, while a long document has all its words somewhere. So the first
// results of one are looked at in the text: the best paragraph of each adds to its score, and a title counts for it as far as
// the question speaks of it. Tuned by eval_test.go.
const (
	rescored       = 20  // results; the order of those after them stays
	paragraphBoost = 1.0 // a paragraph counts as much as the whole document
	paragraphMean  = 40  // syllables of a paragraph of common length
	titleShare     = 0.5 // what a word of the title counts in each paragraph
	titleBoost     = 0.3 // the share by which a title that the question covers raises the score
)

// rescores tells whether the first results of r are looked at in the text: where a single sentence makes the score.
func (c *compiler) rescores(r Request) bool {
	return c.text != nil && r.Sort == ByRelevance && !c.ownScore && len(c.scoring) == 1 && c.scoring[0].sentence
}

// window gives what is asked of Bleve for a page of results: all from the first that is looked at in the text.
func (c *compiler) window(r Request) (size, from int) {
	size, from = r.limit(), max(r.Offset, 0)
	if c.rescores(r) && size > 0 && from < rescored {
		return max(from+size, rescored), 0
	}
	return size, from
}

// page puts the first results into their final order and cuts the page asked for out of what window wanted.
func (c *compiler) page(ctx context.Context, r Request, hits bsearch.DocumentMatchCollection) (bsearch.DocumentMatchCollection, error) {
	size, from := r.limit(), max(r.Offset, 0)
	if !c.rescores(r) || size == 0 || from >= rescored {
		return hits, nil
	}
	known, err := c.vocabulary()
	if err != nil {
		return nil, fmt.Errorf("read the vocabulary: %w", err)
	}
	w := newWeigher(c.scoring[0], known)
	first := hits[:min(len(hits), rescored)]
	for _, h := range first {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := c.text(h.ID)
		if err != nil {
			return nil, fmt.Errorf("look at document %s: %w", h.ID, err)
		}
		h.Score += paragraphBoost * w.best(d.Title, d.Body)
		h.Score *= 1 + titleBoost*w.covered(d.Title)
	}
	slices.SortStableFunc(first, func(a, b *bsearch.DocumentMatch) int { return cmp.Compare(b.Score, a.Score) })
	from = min(from, len(hits))
	return hits[from:min(from+size, len(hits))], nil
}

// weigher scores paragraphs by the terms of a query. It is not safe for concurrent use.
type weigher struct {
	tokenizer vi.Tokenizer
	buf       []vi.Token
	words     map[string]int // place in worth
	pairs     map[string]int
	worth     []float64 // what a term counts at most; nothing if it is no word
	title     []float64 // how often terms are in the title, and in the current paragraph
	here      []float64
	known     *vocabulary
}

func newWeigher(q *wordsQuery, known *vocabulary) *weigher {
	w := &weigher{words: map[string]int{}, pairs: map[string]int{}, worth: q.worth, known: known}
	for i, p := range q.parts {
		switch p.field {
		case fBody:
			w.words[p.term] = i
		case pairsOf(fBody):
			w.pairs[p.term] = i
		}
	}
	w.title, w.here = make([]float64, len(q.parts)), make([]float64, len(q.parts))
	return w
}

// best gives the score of the best paragraph of a document.
func (w *weigher) best(title, body string) float64 {
	clear(w.title)
	w.buf = w.tokenizer.Tokens(w.buf[:0], title)
	for i := range w.buf {
		w.count(w.title, w.buf, i, i > 0)
	}
	w.buf = w.tokenizer.Tokens(w.buf[:0], body)
	best, start := 0.0, 0
	for i := range w.buf {
		if i > start && endsParagraph(body, w.buf, i) {
			best = max(best, w.score(i-start))
			start = i
		}
		w.count(w.here, w.buf, i, i > start)
	}
	return max(best, w.score(len(w.buf)-start))
}

// covered gives the share of a title, in words and pairs by their rarity, that stands in the query: a title of which the
// query says little is of something else, however much of the query stands in the text below it.
func (w *weigher) covered(title string) float64 {
	w.buf = w.tokenizer.Tokens(w.buf[:0], title)
	all, found, before := 0.0, 0.0, 0.0
	for i, t := range w.buf {
		rare := w.known.rarity(t.Folded)
		all += rare
		if _, ok := w.words[t.Folded]; ok {
			found += rare
		}
		if i > 0 {
			joint := pairBoost * (before + rare) / 2
			all += joint
			if _, ok := w.pairs[pair(w.buf[i-1], t)]; ok {
				found += joint
			}
		}
		before = rare
	}
	if all == 0 {
		return 0
	}
	return found / all
}

// count counts the terms that end with token i.
func (w *weigher) count(into []float64, tokens []vi.Token, i int, joined bool) {
	t := tokens[i]
	n, ok := w.words[t.Folded]
	if !ok {
		return // of the query's pairs and written forms, both words are words of the query
	}
	into[n]++
	if n, ok := w.words[t.Exact]; ok && t.Marked() {
		into[n]++
	}
	if !joined {
		return
	}
	if _, ok := w.words[tokens[i-1].Folded]; !ok {
		return
	}
	if n, ok := w.pairs[pair(tokens[i-1], t)]; ok {
		into[n]++
	}
}

// score gives the score of a paragraph of so many syllables, and begins the next one.
func (w *weigher) score(length int) float64 {
	norm := bm25K * (1 - bm25B + bm25B*float64(length)/paragraphMean)
	sum := 0.0
	for i, n := range w.here {
		if f := n + titleShare*w.title[i]; f > 0 {
			sum += w.worth[i] * f / (f + norm)
		}
	}
	clear(w.here)
	return sum
}
