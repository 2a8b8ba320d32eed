package index

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"
)

// bestQuery finds what one of its queries does, with the best of their scores: Bleve's own disjunction gives the sum, and a
// document that bears two names of a body is no better an answer than one that bears the name that was typed.
type bestQuery struct {
	queries []bquery.Query
}

// Searcher implements bleve's Query.
func (q *bestQuery) Searcher(ctx context.Context, r bindex.IndexReader, m mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	s := &bestSearcher{}
	for _, one := range q.queries {
		child, err := one.Searcher(ctx, r, m, o)
		if err != nil {
			_ = s.Close()
			return nil, err
		}
		s.children = append(s.children, child)
	}
	s.heads = make([]*bsearch.DocumentMatch, len(s.children))
	return s, nil
}

// bestSearcher merges the matches of its children in the order of documents.
type bestSearcher struct {
	children []bsearch.Searcher
	heads    []*bsearch.DocumentMatch // the next match of each child, nil at its end
	begun    bool
}

// Next implements bleve's Searcher, as do the methods below.
func (s *bestSearcher) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	if !s.begun {
		s.begun = true
		for i := range s.children {
			if err := s.step(ctx, i); err != nil {
				return nil, err
			}
		}
	}
	return s.take(ctx)
}

// Advance goes to the first match at id or after it.
func (s *bestSearcher) Advance(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (*bsearch.DocumentMatch, error) {
	for i, h := range s.heads {
		if s.begun && (h == nil || h.IndexInternalID.Compare(id) >= 0) {
			continue
		}
		if h != nil {
			ctx.DocumentMatchPool.Put(h)
		}
		next, err := s.children[i].Advance(ctx, id)
		if err != nil {
			return nil, err
		}
		s.heads[i] = next
	}
	s.begun = true
	return s.take(ctx)
}

// take gives the first of the heads, with the best score of those on the same document.
func (s *bestSearcher) take(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	var first *bsearch.DocumentMatch
	for _, h := range s.heads {
		if h != nil && (first == nil || h.IndexInternalID.Compare(first.IndexInternalID) < 0) {
			first = h
		}
	}
	if first == nil {
		return nil, nil
	}
	for i, h := range s.heads {
		if h == nil || h != first && !h.IndexInternalID.Equals(first.IndexInternalID) {
			continue
		}
		first.Score = max(first.Score, h.Score)
		if err := s.step(ctx, i); err != nil {
			return nil, err
		}
		if h != first {
			ctx.DocumentMatchPool.Put(h)
		}
	}
	return first, nil
}

// step moves child i on.
func (s *bestSearcher) step(ctx *bsearch.SearchContext, i int) error {
	next, err := s.children[i].Next(ctx)
	s.heads[i] = next
	return err
}

// Close gives the children back.
func (s *bestSearcher) Close() error {
	var errs []error
	for _, c := range s.children {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// Weight and SetQueryNorm are for scores that Bleve makes.
func (s *bestSearcher) Weight() float64 { return 0 }

// SetQueryNorm does nothing, see Weight.
func (s *bestSearcher) SetQueryNorm(float64) {}

// Count is an upper bound of the matches.
func (s *bestSearcher) Count() uint64 {
	var n uint64
	for _, c := range s.children {
		n += c.Count()
	}
	return n
}

// Min is for disjunctions of Bleve's own.
func (s *bestSearcher) Min() int { return 0 }

// Size is an estimate of the memory taken.
func (s *bestSearcher) Size() int {
	n := 64
	for _, c := range s.children {
		n += c.Size()
	}
	return n
}

// DocumentMatchPoolSize is the number of matches held at a time.
func (s *bestSearcher) DocumentMatchPoolSize() int {
	n := len(s.children)
	for _, c := range s.children {
		n += c.DocumentMatchPoolSize()
	}
	return n
}
