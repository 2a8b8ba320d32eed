package index

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"
)

// exceptQuery finds what one query does and another does not, with the scores of the first: Bleve's own boolean query takes
// several times as long for the same.
type exceptQuery struct{ must, not bquery.Query }

// Searcher implements bleve's Query.
func (q *exceptQuery) Searcher(ctx context.Context, r bindex.IndexReader, m mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	must, err := q.must.Searcher(ctx, r, m, o)
	if err != nil {
		return nil, err
	}
	o.Score = "none"
	not, err := q.not.Searcher(ctx, r, m, o)
	if err != nil {
		return nil, errors.Join(err, must.Close())
	}
	return &exceptSearcher{Searcher: must, not: not}, nil
}

// exceptSearcher passes over the matches that are matches of not, too.
type exceptSearcher struct {
	bsearch.Searcher
	not   bsearch.Searcher
	head  *bsearch.DocumentMatch // the last match of not that was looked at; nil before the first and after the last
	ended bool                   // not has no more matches
}

// Next implements bleve's Searcher, as do the methods below.
func (s *exceptSearcher) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	m, err := s.Searcher.Next(ctx)
	return s.allowed(ctx, m, err)
}

// Advance goes to the first match at id or after it.
func (s *exceptSearcher) Advance(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (*bsearch.DocumentMatch, error) {
	m, err := s.Searcher.Advance(ctx, id)
	return s.allowed(ctx, m, err)
}

// allowed gives m or the first match after it that not does not match.
func (s *exceptSearcher) allowed(ctx *bsearch.SearchContext, m *bsearch.DocumentMatch, err error) (*bsearch.DocumentMatch, error) {
	for err == nil && m != nil {
		out, lookErr := s.excepted(ctx, m.IndexInternalID)
		if lookErr != nil || !out {
			return m, lookErr
		}
		ctx.DocumentMatchPool.Put(m)
		m, err = s.Searcher.Next(ctx)
	}
	return m, err
}

// excepted tells whether not matches a document. Documents come in order.
func (s *exceptSearcher) excepted(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (bool, error) {
	if !s.ended && (s.head == nil || s.head.IndexInternalID.Compare(id) < 0) {
		if s.head != nil {
			ctx.DocumentMatchPool.Put(s.head)
		}
		var err error
		if s.head, err = s.not.Advance(ctx, id); err != nil {
			return false, err
		}
		s.ended = s.head == nil
	}
	return s.head != nil && s.head.IndexInternalID.Equals(id), nil
}

// Close gives both searchers back.
func (s *exceptSearcher) Close() error { return errors.Join(s.Searcher.Close(), s.not.Close()) }

// Size is an estimate of the memory taken.
func (s *exceptSearcher) Size() int { return 64 + s.Searcher.Size() + s.not.Size() }

// DocumentMatchPoolSize is the number of matches held at a time.
func (s *exceptSearcher) DocumentMatchPoolSize() int {
	return 1 + s.Searcher.DocumentMatchPoolSize() + s.not.DocumentMatchPoolSize()
}
