package catalog

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
)

// Suggestion is what a person who has typed the beginning may mean.
type Suggestion struct {
	Kind     string              `json:"kind"` // "symbol", "body", "theme" or "title"
	Text     string              `json:"text"` // what to search for
	Note     document.NullString `json:"note"` // what tells it from others
	Document document.NullString `json:"document"`
}

// suggestions holds the suggester of a state of the library.
type suggestions struct {
	mu   sync.Mutex // held while a new one is made
	made *index.Suggester
	seq  int64
}

// Suggest completes what is typed from the symbols, bodies, themes and titles of the library.
func (c *Catalog) Suggest(ctx context.Context, typed string, limit int) ([]Suggestion, error) {
	s, err := c.suggester(ctx)
	if err != nil {
		return nil, err
	}
	out := []Suggestion{}
	for _, one := range s.Suggest(typed, limit) {
		out = append(out, Suggestion{one.Kind, one.Text, document.NullString(one.Note), document.NullString(one.ID)})
	}
	return out, nil
}

// suggester gives the suggester as of the last change in the store.
func (c *Catalog) suggester(ctx context.Context) (*index.Suggester, error) {
	c.suggestions.mu.Lock()
	defer c.suggestions.mu.Unlock()
	last, err := c.store.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("suggest: %w", err)
	}
	if c.suggestions.made != nil && c.suggestions.seq == last {
		return c.suggestions.made, nil
	}
	var list []index.Suggestion
	bodies, themes := map[string]int{}, map[string]int{}
	for card, err := range c.store.Cards(ctx) {
		if err != nil {
			return nil, fmt.Errorf("suggest: %w", err)
		}
		day := dayRank(card.IssuedOn)
		list = append(list,
			index.Suggestion{Kind: "symbol", Text: card.Symbol, Note: oneLine(card.Title), ID: card.ID, Rank: day},
			index.Suggestion{Kind: "title", Text: oneLine(card.Title), ID: card.ID, Rank: day})
		bodies[card.Issuer]++
		for _, t := range card.Themes {
			themes[oneLine(t.Text)]++
		}
	}
	for text, n := range bodies {
		list = append(list, index.Suggestion{Kind: "body", Text: text, Rank: n})
	}
	for text, n := range themes {
		list = append(list, index.Suggestion{Kind: "theme", Text: text, Rank: n})
	}
	c.suggestions.made, c.suggestions.seq = index.NewSuggester(list), last
	return c.suggestions.made, nil
}

// dayRank orders documents by their date, those without one last.
func dayRank(iso string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(iso, "-", ""))
	if err != nil {
		return 0
	}
	return n
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// meantFrom is how many of the texts found are read to see how words are written.
const meantFrom = 3

// meant gives the query as it may have been meant, "" where it is well as it is. node is the query as it was typed, and
// texts what was found. A query with fields is left alone: whoever knows the language needs no help.
func (c *Catalog) meant(ctx context.Context, q string, node query.Node, texts []string) (string, error) {
	if hasField(node) {
		return "", nil
	}
	better, changed, err := c.index.Correct(ctx, q)
	if err != nil {
		return "", err
	}
	if changed {
		if texts, err = c.texts(ctx, better); err != nil || len(texts) == 0 {
			return "", err
		}
	}
	if better = index.Restore(better, texts[:min(len(texts), meantFrom)]); better == q {
		return "", nil
	}
	return better, nil
}

// hasField tells whether a query asks a field.
func hasField(n query.Node) bool {
	found := false
	query.Walk(n, func(n query.Node) {
		switch n.(type) {
		case query.Field, query.Dates:
			found = true
		}
	})
	return found
}

// texts gives the texts that a query finds first.
func (c *Catalog) texts(ctx context.Context, q string) ([]string, error) {
	n, err := query.Parse(q)
	if err != nil {
		return nil, nil //nolint:nilerr // a correction that is no query is none
	}
	res, err := c.index.Search(ctx, index.Request{Query: n, Limit: meantFrom})
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", q, err)
	}
	var out []string
	for _, h := range res.Hits {
		text, err := c.store.GetText(ctx, h.ID)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", h.ID, err)
		}
		out = append(out, text)
	}
	return out, nil
}

// Like finds the documents that are about what a held document is about, the likest first.
func (c *Catalog) Like(ctx context.Context, ref string, limit int) ([]Hit, error) {
	d, _, err := c.held(ctx, ref)
	if err != nil {
		return nil, err
	}
	if err := c.Sync(ctx); err != nil {
		return nil, err
	}
	found, err := c.index.Like(ctx, index.FromDocument(d), limit)
	if err != nil {
		return nil, fmt.Errorf("look for documents like %s: %w", d.ID, err)
	}
	out := []Hit{}
	for _, h := range found {
		like, err := c.store.Get(ctx, h.ID)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", h.ID, err)
		}
		out = append(out, hitOf(like, h.Score))
	}
	return out, nil
}
