package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/soichi/soichi/query"
)

// Filters narrow a search down. An empty one does not.
type Filters struct {
	Kind   string // a value of the table of kinds
	Issuer string // the name, as a facet gives it, some of its words, or its code
	Theme  string // the text, as a facet gives it, or some of its words
	From   string // ISO dates of issue, both included; a month or year alone stands for all of it
	To     string
	Level  string   // as a facet gives it
	Lead   string   // the name of a unit that leads a task, as a facet gives it
	State  string   // a value of Request.States
	IDs    []string // only these documents; all if nil
	In     string   // InTitle, InBody or InTask; everywhere if empty
}

// The parts of a document that words can be searched in.
const (
	InTitle = "title"
	InBody  = "body"
	InTask  = "task"
)

// The orders of results. Equal ones follow by id, so that pages never overlap.
const (
	ByRelevance = ""
	ByNewest    = "newest"
	ByOldest    = "oldest"
	BySymbol    = "symbol" // as papers are filed: by what follows the number, then by the number; those without one last
)

// Request is one search.
type Request struct {
	Query   query.Node // nil or the empty list finds everything
	Filters Filters
	Prefer  []query.Field // fields kind and issuer: a document that has the value ranks higher, one that has not is found too
	Cites   string        // a symbol: documents that cite it are found too, and come before all but those that are meant
	Limit   int           // hits wanted; 10 if zero, none if negative
	Offset  int
	Sort    string
	// States is what else is known of documents that have tasks, by id; it is counted, and filtered by Filters.State. The
	// others of them have NoState. Nil where it is not asked for.
	States  map[string]string
	NoState string
}

// Hit is one document found. Score is 0 unless results are sorted by relevance. Named tells that the query names the
// document by its own number.
type Hit struct {
	ID    string
	Score float64
	Named bool
}

// Count is one value of a facet.
type Count struct {
	Value string
	Count int
}

// Facets count all results by value, the most frequent first.
type Facets struct {
	Kind, Issuer, Year, Theme, Level, Lead []Count

	State []Count // nil unless asked for
}

// Response is the answer to a search. Unverified tells that a phrase of three syllables and more was matched by its
// pairs alone in some of the results, because there were too many of them to check.
type Response struct {
	Total      int
	Hits       []Hit
	Facets     Facets
	Unverified bool
}

const (
	defaultLimit = 10
	facetSize    = 50 // values of a facet that are listed
)

// Search finds documents.
func (x *Index) Search(ctx context.Context, r Request) (*Response, error) {
	s, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer x.release(s)
	cols, err := s.cols(ctx)
	if err != nil {
		return nil, fmt.Errorf("index %s: read the columns: %w", x.files.dir, err)
	}
	c := x.compiler(ctx, s, cols, r.Filters.In)
	q, err := c.request(r)
	if err != nil {
		return nil, fmt.Errorf("index %s: search: %w", x.files.dir, err)
	}
	top := newRanked(q, cols, r.Sort, c.floorFor(r))
	top.outside = newOutside(r)
	size, from := c.window(r)
	res, err := s.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(top, size, from, false))
	if err != nil {
		return nil, fmt.Errorf("index %s: search: %w", x.files.dir, err)
	}
	hits, err := c.page(ctx, r, res.Hits)
	if err != nil {
		return nil, fmt.Errorf("index %s: search: %w", x.files.dir, err)
	}
	out := &Response{Total: int(res.Total), Hits: make([]Hit, 0, len(hits)), Facets: top.facets(), Unverified: c.unverified}
	for _, h := range hits {
		hit := Hit{ID: h.ID}
		if r.Sort == ByRelevance {
			hit.Score, hit.Named = h.Score, h.Score > namedScore
		}
		out.Hits = append(out.Hits, hit)
	}
	return out, nil
}

func (r Request) limit() int {
	if r.Limit == 0 {
		return defaultLimit
	}
	return max(r.Limit, 0)
}

// floorFor gives the floor below which scores of r need not be exact: there is one where runs of words make the whole score.
// A document gets no more than their sum, or that of one of the groups where these are all.
func (c *compiler) floorFor(r Request) *floor {
	if r.Sort != ByRelevance || c.ownScore || len(c.scoring) == 0 {
		return nil
	}
	groups := c.groups
	if len(slices.Concat(groups...)) != len(c.scoring) {
		groups = [][]*wordsQuery{c.scoring}
	}
	size, from := c.window(r)
	f := &floor{keep: size + from}
	for _, g := range groups {
		most := new(float64)
		for _, q := range g {
			q.floor, q.most = f, most
		}
	}
	return f
}

// compiler makes the compiler of one search on s.
func (x *Index) compiler(ctx context.Context, s *snap, cols *columns, in string) *compiler {
	c := &compiler{in: in, columns: cols, vocabulary: s.words}
	c.find = func(q bquery.Query, limit int) ([]string, bool, error) { return s.find(ctx, q, limit) }
	if x.opts.Text != nil {
		c.text = func(id string) (Doc, error) { return x.opts.Text(ctx, id) }
	}
	return c
}

// find gives the first results of q in order of id, and whether there are more.
func (s *snap) find(ctx context.Context, q bquery.Query, limit int) (ids []string, more bool, err error) {
	req := bleve.NewSearchRequestOptions(q, limit, 0, false)
	req.Score = "none"
	req.SortBy([]string{"_id"})
	res, err := s.bleve.SearchInContext(ctx, req)
	if err != nil {
		return nil, false, err
	}
	for _, h := range res.Hits {
		ids = append(ids, h.ID)
	}
	return ids, res.Total > uint64(len(ids)), nil
}
