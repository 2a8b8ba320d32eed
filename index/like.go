package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/soichi/soichi/index/vi"
)

// What likeness is judged by: pairs of syllables tell more than single ones, a few dozen of them tell one subject from
// another, and a document that shares fewer than a sixth of them is about something else.
const (
	likeLooked = 400 // the commonest pairs of a document, whose rarity is looked up
	likeTerms  = 36
	likeShare  = 6
)

// Like finds the documents that are about what d is about, the likest first, without d itself.
func (x *Index) Like(ctx context.Context, d Doc, limit int) ([]Hit, error) {
	s, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer x.release(s)
	cols, err := s.cols(ctx)
	if err != nil {
		return nil, fmt.Errorf("index %s: read the columns: %w", x.files.dir, err)
	}
	q := &wordsQuery{columns: cols}
	if err := s.withReader(func(r bindex.IndexReader) (err error) {
		q.parts, err = telling(ctx, r, &d)
		return err
	}); err != nil {
		return nil, fmt.Errorf("index %s: what tells %s from others: %w", x.files.dir, d.ID, err)
	}
	if len(q.parts) == 0 {
		return []Hit{}, nil
	}
	q.need = min(len(q.parts), max(2, len(q.parts)/likeShare))
	all := bquery.NewBooleanQuery([]bquery.Query{q}, nil, []bquery.Query{filter(bquery.NewDocIDQuery([]string{d.ID}))})
	res, err := s.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(newRanked(all, cols, ByRelevance, nil), limit, 0, false))
	if err != nil {
		return nil, fmt.Errorf("index %s: search what is like %s: %w", x.files.dir, d.ID, err)
	}
	out := make([]Hit, 0, len(res.Hits))
	for _, h := range res.Hits {
		out = append(out, Hit{ID: h.ID, Score: h.Score})
	}
	return out, nil
}

// telling gives the pairs of syllables that are frequent in d and rare elsewhere, and in another document at all.
func telling(ctx context.Context, r bindex.IndexReader, d *Doc) ([]part, error) {
	docs, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	type counted struct {
		pair   string
		n      int
		weight float64
	}
	var all []counted
	for p, n := range pairCounts(d) {
		all = append(all, counted{pair: p, n: n})
	}
	slices.SortFunc(all, func(a, b counted) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.pair, b.pair)) })
	all = all[:min(len(all), likeLooked)]
	for i := range all {
		df, err := docCount(ctx, r, pairsOf(fBody), all[i].pair)
		if err != nil {
			return nil, err
		}
		if df > 1 {
			all[i].weight = math.Sqrt(float64(all[i].n)) * math.Log(1+float64(docs)/float64(df))
		}
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(b.weight, a.weight) })
	var out []part
	for _, c := range all[:min(len(all), likeTerms)] {
		if c.weight > 0 {
			out = append(out, part{pairsOf(fBody), c.pair, math.Sqrt(float64(c.n)), true})
		}
	}
	return out, nil
}

// pairCounts counts the pairs of words that are letters alone: numbers are a document's own.
func pairCounts(d *Doc) map[string]int {
	var t vi.Tokenizer
	out := map[string]int{}
	count := func(text string, times int) {
		tokens := t.Tokens(nil, text)
		for i := 1; i < len(tokens); i++ {
			if plainWord(tokens[i-1].Folded) && plainWord(tokens[i].Folded) {
				out[pair(tokens[i-1], tokens[i])] += times
			}
		}
	}
	count(d.Body, 1)
	count(d.Title, titleWeight)
	return out
}
