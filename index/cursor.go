package index

import (
	"fmt"
	"math"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/soichi/soichi/index/segment"
)

// cursor walks through the postings of one term, segment after segment. Bleve's own reader would do the same, for each document
// twice as slowly.
type cursor struct {
	lists    []list // of the current segment and those after it
	at, freq uint64 // the current document, end when there are no more, and how often the term is in it
	count    uint64
	weight   float64
	field    *fieldLengths
}

// list is the postings of a segment, whose documents are numbered from first to before end.
type list struct {
	postings   *segment.Iterator
	first, end uint64
}

const end = math.MaxUint64

func newCursor(r bindex.IndexReader, p part, docs int, l *columns) (*cursor, error) {
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("read the term %q: a reader of type %T has no segments", p.term, r)
	}
	c := &cursor{field: l.lengths[p.field]}
	first := uint64(0)
	for _, s := range snapshot.Segments() {
		last := first + uint64(s.FullSize()) //nolint:gosec // a size
		dict, err := s.Segment().Dictionary(p.field)
		if err != nil {
			return nil, fmt.Errorf("read the term %q: %w", p.term, err)
		}
		postings, err := dict.PostingsList([]byte(p.term), s.Deleted(), nil)
		if err != nil {
			return nil, fmt.Errorf("read the term %q: %w", p.term, err)
		}
		if it, ok := postings.Iterator(true, false, false, nil).(*segment.Iterator); ok && postings.Count() > 0 {
			c.count += postings.Count()
			c.lists = append(c.lists, list{it, first, last})
		}
		first = last
	}
	c.weight = p.weight * rarity(docs, int(c.count)) * (bm25K + 1) //nolint:gosec // a count of documents fits an int
	c.seek(0)
	return c, nil
}

// rarity is what BM25 counts a term that df of so many documents hold.
func rarity(docs, df int) float64 {
	return math.Log(1 + (float64(docs-df)+0.5)/(float64(df)+0.5))
}

// advance goes to document n or the next one after it. It never goes back.
func (c *cursor) advance(n uint64) {
	if c.at < n {
		c.seek(n)
	}
}

func (c *cursor) seek(n uint64) {
	for ; len(c.lists) > 0; c.lists = c.lists[1:] {
		l := &c.lists[0]
		if n >= l.end {
			continue
		}
		if l.postings.Seek(n - min(n, l.first)) {
			c.at, c.freq = l.first+l.postings.Number(), l.postings.Frequency()
			return
		}
	}
	c.at = end
}

// score is what the current document gets for the term.
func (c *cursor) score() float64 {
	f := float64(c.freq)
	return c.weight * f / (f + bm25K*c.field.norm(c.at))
}
