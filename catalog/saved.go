package catalog

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/store"
)

// The errors of saved searches.
var (
	// ErrNoName says that a search is to be saved under a name that is empty or too long.
	ErrNoName = errors.New("a saved search needs a name of at most 100 letters")
	// ErrNotSaved says that no search is saved under a name.
	ErrNotSaved = errors.New("no search is saved under this name")
)

// maxName is the longest name of a saved search, in code points.
const maxName = 100

// SavedSearch is a question that a person asks again and again, and how much of its answer is new to them.
type SavedSearch struct {
	Name    string        `json:"name"`
	Request SearchRequest `json:"request"`
	SavedAt string        `json:"saved_at"` // RFC 3339
	SeenAt  string        `json:"seen_at"`
	Total   int           `json:"total"`
	New     int           `json:"new"`
	// Error says why the question cannot be asked any more, as after a change of the query language.
	Error string `json:"error,omitempty"`
}

// News is what a saved search finds that was not seen yet, the newest documents first.
type News struct {
	SavedSearch
	Hits []Hit `json:"hits"`
	// Documents are the ids of all that is new, also of what Hits leaves out: what to name when all of it was seen.
	Documents []string `json:"documents"`
}

// Save keeps a question under a name. What it finds now counts as seen.
func (c *Catalog) Save(ctx context.Context, name string, r SearchRequest) error {
	name = strings.TrimSpace(name)
	if name == "" || len([]rune(name)) > maxName {
		return ErrNoName
	}
	found, err := c.matches(ctx, r)
	if err != nil {
		return err
	}
	b, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("save %q: %w", name, err)
	}
	return c.store.SaveSearch(ctx, name, string(b), found)
}

// matches gives the ids of all that a question finds.
func (c *Catalog) matches(ctx context.Context, r SearchRequest) ([]string, error) {
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
	ids, err := c.index.Matches(ctx, req)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", r.Query, err)
	}
	return ids, nil
}

// Saved lists the saved searches by name, with how much is new.
func (c *Catalog) Saved(ctx context.Context) ([]SavedSearch, error) {
	list, err := c.store.SavedSearches(ctx)
	if err != nil {
		return nil, err
	}
	out := []SavedSearch{}
	for _, s := range list {
		one, _, err := c.news(ctx, s)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// News gives what is new of a saved search, as far as limit goes; ErrNotSaved where none has the name.
func (c *Catalog) News(ctx context.Context, name string, limit int) (*News, error) {
	list, err := c.store.SavedSearches(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		if s.Name != name {
			continue
		}
		one, fresh, err := c.news(ctx, s)
		if err != nil {
			return nil, err
		}
		out := &News{SavedSearch: one, Documents: fresh, Hits: []Hit{}}
		out.Hits, err = c.freshHits(ctx, one.Request, fresh, limit)
		return out, err
	}
	return nil, fmt.Errorf("the search %q: %w", name, ErrNotSaved)
}

// news compares what a saved search finds with what was seen.
func (c *Catalog) news(ctx context.Context, s store.SavedSearch) (SavedSearch, []string, error) {
	const at = "2006-01-02T15:04:05Z07:00"
	out := SavedSearch{Name: s.Name, SavedAt: s.SavedAt.Format(at), SeenAt: s.SeenAt.Format(at)}
	fresh := []string{}
	if err := json.Unmarshal([]byte(s.Request), &out.Request); err != nil {
		return out, nil, fmt.Errorf("the search %q: %w", s.Name, err)
	}
	found, err := c.matches(ctx, out.Request)
	var syntax *query.SyntaxError
	var filter *FilterError
	if errors.As(err, &syntax) || errors.As(err, &filter) {
		out.Error = err.Error()
		return out, fresh, nil
	}
	if err != nil {
		return out, nil, err
	}
	list, err := c.store.Seen(ctx, s.Name)
	if err != nil {
		return out, nil, err
	}
	seen := map[string]bool{}
	for _, id := range list {
		seen[id] = true
	}
	for _, id := range found {
		if !seen[id] {
			fresh = append(fresh, id)
		}
	}
	out.Total, out.New = len(found), len(fresh)
	return out, fresh, nil
}

// freshHits shows the new documents of a saved search.
func (c *Catalog) freshHits(ctx context.Context, r SearchRequest, fresh []string, limit int) ([]Hit, error) {
	if len(fresh) == 0 {
		return []Hit{}, nil
	}
	r.Limit, r.Offset, r.Sort, r.ids = limit, 0, "newest", fresh
	res, err := c.Search(ctx, r)
	if err != nil {
		return nil, err
	}
	return res.Hits, nil
}

// MarkSeen notes that documents were seen among the results of a saved search.
func (c *Catalog) MarkSeen(ctx context.Context, name string, documents []string) error {
	return notSaved(name, c.store.MarkSeen(ctx, name, documents))
}

// Forget takes a saved search away.
func (c *Catalog) Forget(ctx context.Context, name string) error {
	return notSaved(name, c.store.ForgetSearch(ctx, name))
}

func notSaved(name string, err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("the search %q: %w", name, ErrNotSaved)
	}
	return err
}
