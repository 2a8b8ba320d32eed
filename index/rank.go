package index

import (
	"cmp"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"
)

// ranked is the outermost query of a search: it counts every match in the facets and gives it the score by which Bleve's
// collector sorts.
type ranked struct {
	bquery.Query
	columns *columns
	sort    string
	floor   *floor
	counts  [len(facetFields)][]int // by value
	outside *outsideCounts
}

func newRanked(q bquery.Query, c *columns, sort string, f *floor) *ranked {
	r := &ranked{Query: q, columns: c, sort: sort, floor: f}
	for i, f := range c.facets {
		r.counts[i] = make([]int, len(f.values))
	}
	return r
}

// Searcher implements bleve's Query.
func (q *ranked) Searcher(ctx context.Context, r bindex.IndexReader, m mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	if q.sort != ByRelevance {
		o.Score = "none"
	}
	s, err := q.Query.Searcher(ctx, r, m, o)
	if err != nil {
		return nil, err
	}
	return &rankedSearcher{s, q}, nil
}

type rankedSearcher struct {
	bsearch.Searcher
	query *ranked
}

// Next implements bleve's Searcher. The collector calls nothing else, so every match passes here once.
func (s *rankedSearcher) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	m, err := s.Searcher.Next(ctx)
	if m != nil {
		s.query.see(m)
	}
	return m, err
}

// tie is what one place in the order of ids counts: so little that it only decides between equal scores, which would
// else come in the chance order of the index, and differ from page to page.
const tie = 1e-9

// places is more than there are documents, and so little that a date or a place of a symbol times it is still exact.
const places = 1 << 21

func (q *ranked) see(m *bsearch.DocumentMatch) {
	doc := m.IndexInternalID.Value()
	for i, f := range q.columns.facets {
		for _, v := range f.of(doc) {
			q.counts[i][v]++
		}
	}
	rank := float64(at(q.columns.rank, doc))
	switch q.sort {
	case ByNewest:
		m.Score = float64(at(q.columns.dates, doc))*places - rank
	case ByOldest:
		m.Score = -float64(at(q.columns.dates, doc))*places - rank
	case BySymbol:
		m.Score = -float64(at(q.columns.symbols, doc)-1)*places - rank // no symbol: the greatest number of all
	default:
		m.Score -= tie * rank
	}
	if q.outside != nil {
		q.outside.see(q.columns, doc)
	}
	q.floor.see(m.Score)
}

// facets gives the counts after a search.
func (q *ranked) facets() Facets {
	f := Facets{Kind: q.top(0), Issuer: q.top(1), Year: q.top(2), Theme: q.top(3), Level: q.top(4), Lead: q.top(5)}
	if q.outside != nil {
		f.State = mostFrequent(q.outside.counts)
	}
	return f
}

// top lists the most frequent values of facet i, equal ones in the order of their names.
func (q *ranked) top(i int) []Count {
	counts := map[string]int{}
	for v, n := range q.counts[i] {
		if n > 0 {
			counts[q.columns.facets[i].values[v]] = n
		}
	}
	return mostFrequent(counts)
}

func mostFrequent(counts map[string]int) []Count {
	out := make([]Count, 0, len(counts))
	for v, n := range counts {
		out = append(out, Count{v, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), facetSize)]
}

// datedQuery finds the documents of a range of dates, both ends included.
type datedQuery struct {
	dates    []uint32
	from, to uint32
}

// Searcher implements bleve's Query.
func (q *datedQuery) Searcher(context.Context, bindex.IndexReader, mapping.IndexMapping, bsearch.SearcherOptions) (bsearch.Searcher, error) {
	return &datedSearcher{datedQuery: q}, nil
}

type datedSearcher struct {
	*datedQuery
	next uint64
}

// Next implements bleve's Searcher, as do the methods below.
func (s *datedSearcher) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	for ; s.next < uint64(len(s.dates)); s.next++ {
		if d := s.dates[s.next]; d != 0 && s.from <= d && d <= s.to {
			m := ctx.DocumentMatchPool.Get()
			m.IndexInternalID = bindex.NewIndexInternalID(m.IndexInternalID, s.next)
			s.next++
			return m, nil
		}
	}
	return nil, nil
}

// Advance goes to the first match at id or after it.
func (s *datedSearcher) Advance(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (*bsearch.DocumentMatch, error) {
	s.next = id.Value()
	return s.Next(ctx)
}

// Close has nothing to give back.
func (s *datedSearcher) Close() error { return nil }

// Weight is 0: a date tells nothing of relevance.
func (s *datedSearcher) Weight() float64 { return 0 }

// SetQueryNorm does nothing, see Weight.
func (s *datedSearcher) SetQueryNorm(float64) {}

// Count is an upper bound of the matches.
func (s *datedSearcher) Count() uint64 { return uint64(len(s.dates)) }

// Min is for disjunctions of Bleve's own.
func (s *datedSearcher) Min() int { return 0 }

// Size is an estimate of the memory taken beside the columns.
func (s *datedSearcher) Size() int { return 64 }

// DocumentMatchPoolSize is the number of matches held at a time.
func (s *datedSearcher) DocumentMatchPoolSize() int { return 1 }
