package index

import (
	"context"
	"fmt"
)

// Matches gives the ids of all documents that a request finds, in their order; limit, offset and sort do not matter.
func (x *Index) Matches(ctx context.Context, r Request) ([]string, error) {
	s, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer x.release(s)
	cols, err := s.cols(ctx)
	if err != nil {
		return nil, fmt.Errorf("index %s: read the columns: %w", x.files.dir, err)
	}
	q, err := x.compiler(ctx, s, cols, r.Filters.In).request(r)
	if err != nil {
		return nil, fmt.Errorf("index %s: search: %w", x.files.dir, err)
	}
	ids, _, err := s.find(ctx, q, len(cols.ids))
	if err != nil {
		return nil, fmt.Errorf("index %s: search: %w", x.files.dir, err)
	}
	return ids, nil
}
