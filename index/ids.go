package index

import (
	"context"
	"errors"
	"fmt"

	bquery "github.com/blevesearch/bleve/v2/search/query"
)

// IDs gives the ids of all documents, to be compared with what the store holds.
func (x *Index) IDs(ctx context.Context) (ids map[string]bool, err error) {
	s, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer x.release(s)
	n, err := s.bleve.DocCount()
	if err != nil {
		return nil, fmt.Errorf("index %s: count: %w", x.files.dir, err)
	}
	found, more, err := s.find(ctx, bquery.NewMatchAllQuery(), int(n)) //nolint:gosec // a count of documents fits an int
	if err != nil {
		return nil, fmt.Errorf("index %s: list: %w", x.files.dir, err)
	}
	if more {
		return nil, errors.New("the index changed while it was listed")
	}
	ids = make(map[string]bool, len(found))
	for _, id := range found {
		ids[id] = true
	}
	return ids, nil
}
