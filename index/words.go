package index

import (
	"cmp"
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bindex "github.com/blevesearch/bleve_index_api"
)

// The constants of BM25: how soon a repeated term stops adding, and how much a long text is held against it. Bleve's own
// BM25 takes the number of different terms for the average length and the root of the frequency for the frequency, which
// ranks worse than none; so words are scored here, on Bleve's postings.
const (
	bm25K = 0.7
	bm25B = 0.6
)

// part is a term of a words query.
type part struct {
	field, term string
	weight      float64
	required    bool // counts towards the number of terms that have to be there
}

// wordsQuery finds the documents that hold at least need of the required parts, and scores them by all parts. It is one
// of Bleve's queries. A match that cannot reach the floor, if there is one, gets a part of its score.
type wordsQuery struct {
	parts    []part
	need     int
	columns  *columns
	floor    *floor
	most     *float64  // where there is a floor: what this query and those that add to its score count together at most
	sentence bool      // too long to be looked for word by word
	worth    []float64 // what each part counts at most, once the query has run
}

// Searcher implements bleve's Query.
func (q *wordsQuery) Searcher(_ context.Context, r bindex.IndexReader, _ mapping.IndexMapping, o bsearch.SearcherOptions) (bsearch.Searcher, error) {
	n, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	s := &wordsSearcher{need: q.need, floor: q.floor, most: q.most}
	q.worth = make([]float64, len(q.parts))
	for i, p := range q.parts {
		if !p.required && o.Score == "none" {
			continue
		}
		c, err := newCursor(r, p, int(n), q.columns) //nolint:gosec // a count of documents fits an int
		if err != nil {
			return nil, err
		}
		q.worth[i] = c.weight
		if p.required {
			s.required = append(s.required, c)
		} else {
			s.bonus = append(s.bonus, c)
		}
	}
	// A document that holds need of n terms holds one of the n-need+1 rarest: only their postings are walked through, in
	// those of the frequent ones the candidates are looked up.
	slices.SortStableFunc(s.required, func(a, b *cursor) int { return cmp.Compare(a.count, b.count) })
	if q.sentence {
		s.spare()
	}
	s.drivers = s.required[:max(0, min(len(s.required), len(s.required)-s.need+1))]
	slices.SortStableFunc(s.bonus, func(a, b *cursor) int { return cmp.Compare(b.weight, a.weight) })
	s.rest = rests(s.required, s.bonus)
	if s.floor != nil {
		*s.most += s.rest[0]
	}
	return s, nil
}

// walked is the number of postings of a sentence's pairs that are walked through at most, however large the library is, as
// long as spared pairs are left.
const (
	walked = 20000
	spared = 3
)

// spare takes the most frequent pairs of a sentence out of those that make a document a match: what holds nothing but them,
// as "của các", is no answer, and to look at all of it takes as long as the library is large. They still score.
func (s *wordsSearcher) spare() {
	sum, n := uint64(0), 0
	for ; n < len(s.required); n++ {
		if sum += s.required[n].count; sum > walked && n >= spared {
			break
		}
	}
	s.bonus = append(s.bonus, s.required[n:]...)
	s.required = s.required[:n:n]
	s.need = min(s.need, n)
}

// rests gives, for each of the cursors in their order, the most that it and those after it can add to a score.
func rests(lists ...[]*cursor) []float64 {
	all := slices.Concat(lists...)
	out := make([]float64, len(all)+1)
	for i := len(all) - 1; i >= 0; i-- {
		out[i] = out[i+1] + all[i].weight // a term that is repeated without end
	}
	return out
}

// wordsSearcher is one run of a wordsQuery.
type wordsSearcher struct {
	required, bonus []*cursor
	drivers         []*cursor // the rarest of required
	rest            []float64 // see rests
	need            int
	floor           *floor
	most            *float64 // see wordsQuery; complete once the search begins
}

// Next implements bleve's Searcher, as do the methods below.
func (s *wordsSearcher) Next(ctx *bsearch.SearchContext) (*bsearch.DocumentMatch, error) {
	for {
		n := uint64(end)
		for _, c := range s.drivers {
			n = min(n, c.at)
		}
		if n == end {
			return nil, nil
		}
		score, ok := s.look(n)
		for _, c := range s.drivers {
			if c.at == n {
				c.advance(n + 1)
			}
		}
		if ok {
			m := ctx.DocumentMatchPool.Get()
			m.IndexInternalID = bindex.NewIndexInternalID(m.IndexInternalID, n)
			m.Score = score
			return m, nil
		}
	}
}

// look tells whether document n holds enough of the required terms, and its score. The drivers stand on n or after it; the
// postings of the others are looked at only as long as they can change the answer: whether it matches, or, once it
// does, whether it is among the results wanted.
func (s *wordsSearcher) look(n uint64) (score float64, ok bool) {
	found := 0
	for i, c := range s.required {
		if found+len(s.required)-i < s.need {
			return 0, false
		}
		if i >= len(s.drivers) {
			if found >= s.need && s.low(score+s.rest[i]) {
				return score, true
			}
			c.advance(n)
		}
		if c.at == n {
			found++
			score += c.score()
		}
	}
	if found < s.need {
		return 0, false
	}
	for i, c := range s.bonus {
		if s.low(score + s.rest[len(s.required)+i]) {
			break
		}
		c.advance(n)
		if c.at == n {
			score += c.score()
		}
	}
	return score, true
}

// low tells whether a document with at most this score here is too low for the results wanted, whatever the queries beside
// this one add.
func (s *wordsSearcher) low(score float64) bool {
	return s.floor != nil && s.floor.above(score+*s.most-s.rest[0])
}

// Advance goes to the first match at id or after it.
func (s *wordsSearcher) Advance(ctx *bsearch.SearchContext, id bindex.IndexInternalID) (*bsearch.DocumentMatch, error) {
	n := id.Value()
	for _, c := range s.drivers {
		c.advance(n)
	}
	return s.Next(ctx)
}

// Close has nothing to give back: the postings are of the reader's segments.
func (s *wordsSearcher) Close() error { return nil }

// Weight and SetQueryNorm have no use here: a score is what match says.
func (s *wordsSearcher) Weight() float64 { return 0 }

// SetQueryNorm does nothing, see Weight.
func (s *wordsSearcher) SetQueryNorm(float64) {}

// Count is an upper bound of the matches.
func (s *wordsSearcher) Count() uint64 {
	var n uint64
	for _, c := range s.drivers {
		n += c.count
	}
	return n
}

// Min is for disjunctions of Bleve's own.
func (s *wordsSearcher) Min() int { return 0 }

// Size is an estimate of the memory taken.
func (s *wordsSearcher) Size() int { return 1024 * (len(s.required) + len(s.bonus)) }

// DocumentMatchPoolSize is the number of matches held at a time.
func (s *wordsSearcher) DocumentMatchPoolSize() int { return 1 }
