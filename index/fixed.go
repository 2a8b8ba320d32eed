package index

import (
	"context"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"
)

// fixedQuery finds what another query does and gives every match the same score: 0 for a filter, much for the document
// whose own symbol was asked for.
type fixedQuery struct {
	bquery.Query
	score float64
}

func fixed(q bquery.Query, score float64) bquery.Query { return &fixedQuery{q, score} }

// Searcher implements bleve's Query.
func (q *fixedQuery) Searcher(ctx context.Context, r bindex.IndexReader, m mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	o.Score = "none"
	s, err := q.Query.Searcher(ctx, r, m, o)
	if err != nil {
		return nil, err
	}
	return &fixedSearcher{s, q.score}, nil
}

type fixedSearcher struct {
	bsearch.Searcher
	score float64
}

// Next implements bleve's Searcher.
func (s *fixedSearcher) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	return s.set(s.Searcher.Next(ctx))
}

// Advance implements bleve's Searcher.
func (s *fixedSearcher) Advance(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (*bsearch.DocumentMatch, error) {
	return s.set(s.Searcher.Advance(ctx, id))
}

func (s *fixedSearcher) set(m *bsearch.DocumentMatch, err error) (*bsearch.DocumentMatch, error) {
	if m != nil {
		m.Score = s.score
	}
	return m, err
}
