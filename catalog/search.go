package catalog

import (
	"context"
	"errors"
	"fmt"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/store"
)

// SearchRequest is a question to the library. Empty fields do not narrow.
type SearchRequest struct {
	Query  string `json:"query"` // in the language of package query
	Kind   string `json:"kind,omitempty"`
	Issuer string `json:"issuer,omitempty"`
	Theme  string `json:"theme,omitempty"`
	From   string `json:"from,omitempty"` // a day, month or year; both ends are included
	To     string `json:"to,omitempty"`
	Level  string `json:"level,omitempty"` // one of the Level… constants
	Lead   string `json:"lead,omitempty"`  // a unit that leads a task
	State  string `json:"state,omitempty"` // one of the State… constants: of the documents with tasks, those answered so
	In     string `json:"in,omitempty"`    // "title", "body" or "task"

	States bool   `json:"-"` // count the results by state too, for which the links have to be known
	Sort   string `json:"-"` // "newest", "oldest" or "symbol"; by relevance if empty
	Limit  int    `json:"-"` // 10 if zero
	Offset int    `json:"-"`

	ids []string // only these documents; all if nil
}

// SearchResult is the answer.
type SearchResult struct {
	Total  int    `json:"total"`
	Hits   []Hit  `json:"hits"`
	Facets Facets `json:"facets"`
	// Unverified tells that a long phrase was matched by its pairs of syllables alone in some of the results.
	Unverified bool `json:"unverified,omitempty"`
	// DidYouMean is the query as it may have been meant: slips of the finger mended, marks put as the texts have them. Absent
	// where there is nothing to offer.
	DidYouMean string `json:"did_you_mean,omitempty"`
	// NotHeld are the documents that the query names by number and that are cited here but not held; those that cite the
	// first of them come first among the hits.
	NotHeld []graph.Wish `json:"not_held,omitempty"`
}

// Hit is one document found, with the passages that answer.
type Hit struct {
	ID       string              `json:"id"`
	Path     string              `json:"path"`
	Symbol   document.NullString `json:"symbol"`
	Kind     document.NullString `json:"kind"`
	Issuer   document.NullString `json:"issuer"`
	IssuedOn document.NullString `json:"issued_on"`
	Title    document.NullString `json:"title"`
	Score    float64             `json:"score"`
	Passages []Passage           `json:"passages"`
}

// Passage is a part of a document's text that answers, as HTML with the words searched for between <mark> and </mark>, and
// its place: the division, the task that it belongs to, as an index of the document's list, and the page, counted from 1.
type Passage struct {
	Span    document.Span       `json:"span"`
	Marked  string              `json:"marked"`
	Section document.NullString `json:"section"`
	Task    *int                `json:"task,omitempty"`
	Page    int                 `json:"page,omitempty"`
}

// Facets count all results by value, the most frequent first.
type Facets struct {
	Kind   []Count `json:"kind"`
	Issuer []Count `json:"issuer"`
	Year   []Count `json:"year"`
	Theme  []Count `json:"theme"`
	Level  []Count `json:"level"`
	Lead   []Count `json:"lead"`
	State  []Count `json:"state,omitempty"` // of the documents with tasks; absent unless asked for
}

// Count is one value of a facet.
type Count struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// passagesShown bounds the passages of one hit.
const passagesShown = 3

// Search finds documents. A query that cannot be parsed gives a *query.SyntaxError, a period that is none a *FilterError.
func (c *Catalog) Search(ctx context.Context, r SearchRequest) (*SearchResult, error) {
	node, err := query.Parse(r.Query)
	if err != nil {
		return nil, err
	}
	if err := c.Sync(ctx); err != nil {
		return nil, err
	}
	req, err := c.request(ctx, r, node)
	if err != nil {
		return nil, err
	}
	res, err := c.index.Search(ctx, req)
	if err == nil && res.Total == 0 && r.Issuer != "" {
		if b := (synonyms{c.bodies}).body(plainLetters([]string{r.Issuer})); b != nil {
			req.Filters.Issuer = b.Name // no document calls it as it was typed
			res, err = c.index.Search(ctx, req)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", r.Query, err)
	}
	notHeld, err := c.notHeld(ctx, node, req)
	if err != nil {
		return nil, err
	}
	if len(notHeld) > 0 {
		req.Cites = string(notHeld[0].Symbol)
		if res, err = c.index.Search(ctx, req); err != nil {
			return nil, fmt.Errorf("search %q: %w", r.Query, err)
		}
	}
	out := &SearchResult{Total: res.Total, Hits: []Hit{}, Unverified: res.Unverified, Facets: facets(res.Facets), NotHeld: notHeld}
	return out, c.show(ctx, out, r, node, req, res.Hits)
}

// show fills in what a result shows of the documents found.
func (c *Catalog) show(ctx context.Context, out *SearchResult, r SearchRequest, node query.Node, req index.Request, found []index.Hit) error {
	var docs []*document.Document
	var texts []string
	for _, h := range found {
		d, err := c.store.Get(ctx, h.ID)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted since the index was read
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", h.ID, err)
		}
		docs, texts = append(docs, d), append(texts, d.Text)
		out.Hits = append(out.Hits, hitOf(d, h.Score))
	}
	if r.Offset == 0 {
		var err error
		if out.DidYouMean, err = c.meant(ctx, r.Query, node, texts); err != nil {
			return err
		}
	}
	names := synonyms{c.bodies}
	typed := names.marked(node, req.Query, req.Cites)
	meant := names.marked(withMarks(node, out.DidYouMean), req.Query, req.Cites)
	for i, d := range docs {
		passages := index.Passages(d.Text, meant, passagesShown)
		if len(passages) == 0 {
			passages = index.Passages(d.Text, typed, passagesShown)
		}
		for _, p := range passages {
			out.Hits[i].Passages = append(out.Hits[i].Passages, within(d, p))
		}
	}
	return nil
}

// withMarks gives the tree of a query with the marks that it was probably meant with, so that "thi" marks no "thì"; the tree as
// it was typed where more than marks would change.
func withMarks(typed query.Node, meant string) query.Node {
	n, err := query.Parse(meant)
	if err != nil || meant == "" || document.FoldASCII(n.String()) != document.FoldASCII(typed.String()) {
		return typed
	}
	return n
}

// request is what the index is asked for a question whose query is node.
func (c *Catalog) request(ctx context.Context, r SearchRequest, node query.Node) (index.Request, error) {
	from, to, err := period(r.From, r.To)
	if err != nil {
		return index.Request{}, err
	}
	names := synonyms{c.bodies}
	out := index.Request{
		Query: names.expand(node), Prefer: names.preferred(node), Limit: r.Limit, Offset: r.Offset, Sort: r.Sort,
		Filters: index.Filters{
			Kind: r.Kind, Issuer: r.Issuer, Theme: r.Theme, From: from, To: to, In: r.In, Level: r.Level, Lead: r.Lead, State: r.State,
			IDs: r.ids,
		},
	}
	if r.States || r.State != "" {
		states, err := c.states(ctx)
		if err != nil {
			return out, err
		}
		out.States, out.NoState = states, StateMissing
	}
	return out, nil
}

// hitOf is a hit without passages.
func hitOf(d *document.Document, score float64) Hit {
	n := nodeOf(d)
	return Hit{
		ID: d.ID, Path: d.Source.Path, Symbol: n.Symbol, Kind: n.Kind, Issuer: n.Issuer, IssuedOn: n.IssuedOn, Title: n.Title,
		Score: score, Passages: []Passage{},
	}
}

// sectionAt gives the path of the division that holds a position.
func sectionAt(d *document.Document, at int) document.NullString {
	for _, p := range d.Paragraphs {
		if p.Start <= at && at < p.End {
			return p.Section
		}
	}
	return ""
}

func facets(f index.Facets) Facets {
	out := Facets{
		Kind: counts(f.Kind), Issuer: counts(f.Issuer), Year: counts(f.Year), Theme: counts(f.Theme), Level: counts(f.Level), Lead: counts(f.Lead),
	}
	if f.State != nil {
		out.State = counts(f.State)
	}
	return out
}

func counts(list []index.Count) []Count {
	out := make([]Count, len(list))
	for i, c := range list {
		out[i] = Count(c)
	}
	return out
}
