package index

import (
	"context"
	"errors"
	"testing"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	bindex "github.com/blevesearch/bleve_index_api"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// matchList is a searcher over a list of documents with scores, in order.
type matchList struct {
	bsearch.Searcher
	docs   []scoredDoc
	fails  error // after the last one
	closed int
}

type scoredDoc struct {
	doc   uint64
	score float64
}

func internal(doc uint64) bindex.IndexInternalID { return bindex.NewIndexInternalID(nil, doc) }

func (m *matchList) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	if len(m.docs) == 0 {
		return nil, m.fails
	}
	d := ctx.DocumentMatchPool.Get()
	d.IndexInternalID, d.Score = internal(m.docs[0].doc), m.docs[0].score
	m.docs = m.docs[1:]
	return d, nil
}

func (m *matchList) Advance(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (*bsearch.DocumentMatch, error) {
	for len(m.docs) > 0 && internal(m.docs[0].doc).Compare(id) < 0 {
		m.docs = m.docs[1:]
	}
	return m.Next(ctx)
}

func (m *matchList) Count() uint64              { return uint64(len(m.docs)) }
func (m *matchList) Size() int                  { return 10 }
func (m *matchList) DocumentMatchPoolSize() int { return 2 }

func (m *matchList) Close() error {
	m.closed++
	return m.fails
}

// best makes the searcher of the best of several lists, and the context that it is asked in.
func best(lists ...*matchList) (*bestSearcher, *bsearch.SearchContext) {
	s := &bestSearcher{heads: make([]*bsearch.DocumentMatch, len(lists))}
	for _, l := range lists {
		s.children = append(s.children, l)
	}
	return s, &bsearch.SearchContext{DocumentMatchPool: bsearch.NewDocumentMatchPool(s.DocumentMatchPoolSize(), 0)}
}

// rest reads a searcher to its end.
func rest(t interface{ Fatal(...any) }, s bsearch.Searcher, ctx *bsearch.SearchContext, first *bsearch.DocumentMatch, err error) []scoredDoc {
	out := []scoredDoc{}
	for m := first; ; m, err = s.Next(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if m == nil {
			return out
		}
		out = append(out, scoredDoc{m.IndexInternalID.Value(), m.Score})
		ctx.DocumentMatchPool.Put(m)
	}
}

// However the lists lie, each document comes once, in order, with its best score, from the start and from any document on;
// no more matches are held at a time than the searcher said.
func TestBestMergesLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lists [2][]*matchList
		want := map[uint64]float64{}
		for range rapid.IntRange(1, 4).Draw(t, "lists") {
			var docs []scoredDoc
			for doc := range uint64(12) {
				if rapid.Bool().Draw(t, "held") {
					d := scoredDoc{doc, float64(rapid.IntRange(1, 9).Draw(t, "score"))}
					docs = append(docs, d)
					want[doc] = max(want[doc], d.score)
				}
			}
			for i := range lists {
				lists[i] = append(lists[i], &matchList{docs: docs})
			}
		}
		from := rapid.Uint64Range(0, 13).Draw(t, "from")
		var all, later []scoredDoc
		for doc := range uint64(12) {
			if want[doc] == 0 {
				continue
			}
			all = append(all, scoredDoc{doc, want[doc]})
			if doc >= from {
				later = append(later, scoredDoc{doc, want[doc]})
			}
		}
		opt := cmp.AllowUnexported(scoredDoc{})
		s, ctx := best(lists[0]...)
		first, err := s.Next(ctx)
		if d := cmp.Diff(append([]scoredDoc{}, all...), rest(t, s, ctx, first, err), opt); d != "" {
			t.Fatalf("from the start (-want +got):\n%s", d)
		}
		s, ctx = best(lists[1]...)
		if begun := rapid.Bool().Draw(t, "begun"); begun && from > 0 {
			m, err := s.Next(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if m != nil && m.IndexInternalID.Value() >= from {
				return // it would go back
			}
		}
		first, err = s.Advance(ctx, internal(from))
		if d := cmp.Diff(append([]scoredDoc{}, later...), rest(t, s, ctx, first, err), opt); d != "" {
			t.Fatalf("from %d (-want +got):\n%s", from, d)
		}
	})
}

func TestBestAddsUpItsChildren(t *testing.T) {
	bad := errors.New("bad")
	a, b := &matchList{docs: make([]scoredDoc, 3)}, &matchList{docs: make([]scoredDoc, 4), fails: bad}
	s, _ := best(a, b)
	if s.Count() != 7 || s.DocumentMatchPoolSize() != 6 || s.Size() <= 20 {
		t.Errorf("%d matches, %d held, %d bytes", s.Count(), s.DocumentMatchPoolSize(), s.Size())
	}
	if err := s.Close(); !errors.Is(err, bad) || a.closed != 1 || b.closed != 1 {
		t.Errorf("%v: %d and %d times closed", err, a.closed, b.closed)
	}
}

func TestBestTellsOfAFailure(t *testing.T) {
	bad := errors.New("bad")
	s, ctx := best(&matchList{docs: []scoredDoc{{1, 1}}}, &matchList{fails: bad})
	if _, err := s.Next(ctx); !errors.Is(err, bad) {
		t.Errorf("at the first: %v", err)
	}
	s, ctx = best(&matchList{fails: bad})
	if _, err := s.Advance(ctx, internal(3)); !errors.Is(err, bad) {
		t.Errorf("on the way: %v", err)
	}
}

// listQuery is a query that finds a list; a list that fails cannot be opened.
type listQuery struct {
	*matchList
	score string // how it was asked to score
}

func (q *listQuery) Searcher(_ context.Context, _ bindex.IndexReader, _ mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	q.score = o.Score
	return q.matchList, q.fails
}

// A query of which a part cannot be opened gives back the parts that were.
func TestBestGivesBackWhatItOpened(t *testing.T) {
	bad := errors.New("bad")
	good := &matchList{}
	q := &bestQuery{[]bquery.Query{&listQuery{matchList: good}, &listQuery{matchList: &matchList{fails: bad}}}}
	if s, err := q.Searcher(t.Context(), nil, nil, bsearch.SearcherOptions{}); !errors.Is(err, bad) || s != nil || good.closed != 1 {
		t.Errorf("%v, %v: closed %d times", s, err, good.closed)
	}
}

func TestFixedGivesOneScore(t *testing.T) {
	inner := &listQuery{matchList: &matchList{docs: []scoredDoc{{1, 3}, {4, 2}, {6, 9}}}}
	s, err := fixed(inner, 0.5).Searcher(t.Context(), nil, nil, bsearch.SearcherOptions{})
	if err != nil || inner.score != "none" {
		t.Fatalf("%v: asked to score by %q", err, inner.score)
	}
	ctx := &bsearch.SearchContext{DocumentMatchPool: bsearch.NewDocumentMatchPool(2, 0)}
	first, err := s.Next(ctx)
	if err != nil || first.Score != 0.5 || first.IndexInternalID.Value() != 1 {
		t.Fatalf("%+v, %v", first, err)
	}
	next, err := s.Advance(ctx, internal(5))
	if d := cmp.Diff([]scoredDoc{{6, 0.5}}, rest(t, s, ctx, next, err), cmp.AllowUnexported(scoredDoc{})); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if _, err := fixed(&listQuery{matchList: &matchList{fails: errPostings}}, 1).Searcher(t.Context(), nil, nil, bsearch.SearcherOptions{}); !errors.Is(err, errPostings) {
		t.Errorf("%v", err)
	}
}

var errPostings = errors.New("no postings")
