package ingest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/soichi/soichi/document"
)

// result is a file on its way from a worker to the writer.
type result struct {
	found
	sha  string
	data []byte
	doc  *document.Document // nil where err is set, or where id says that it is held already
	id   string
}

// Run brings in the files and folders at paths. It returns when all are done, or with the report so far when the context
// ends or the store fails; failed files are in the report and no error. Paths are recorded in their absolute form.
func (in *Ingester) Run(ctx context.Context, paths []string) (*Report, error) {
	roots := make([]string, 0, len(paths))
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("ingest %s: %w", p, err)
		}
		roots = append(roots, abs)
	}
	report := &Report{Quarantined: []Item{}, Failed: []Item{}}
	err := in.pipeline(ctx, roots, report)
	report.sort()
	if err != nil {
		return report, fmt.Errorf("ingest: %w", err)
	}
	return report, nil
}

// pipeline runs one walker, some workers and one writer, joined by channels that their sender closes. Nothing is
// buffered: no more documents are in memory than there are workers, and one.
func (in *Ingester) pipeline(ctx context.Context, roots []string, report *Report) error {
	g, ctx := errgroup.WithContext(ctx)
	files, results := make(chan found), make(chan result)
	g.Go(func() error {
		defer close(files)
		return in.walk(ctx, roots, files)
	})
	g.Go(func() error {
		defer close(results)
		workers, ctx := errgroup.WithContext(ctx)
		for range in.opt.Workers {
			workers.Go(func() error { return in.work(ctx, files, results) })
		}
		return workers.Wait()
	})
	g.Go(func() error {
		for r := range results {
			it, err := in.write(ctx, r)
			if err != nil {
				return err
			}
			report.count(it)
			in.opt.Progress(it)
		}
		return nil
	})
	return g.Wait()
}

// walk sends every file below the roots.
func (in *Ingester) walk(ctx context.Context, roots []string, files chan<- found) error {
	w := walker{exclude: in.opt.Exclude, seen: map[string]bool{}, visit: func(f found) error {
		return send(ctx, files, f)
	}}
	for _, root := range roots {
		// A share that is not mounted has not lost its documents: a root that is missing marks nothing gone.
		if _, err := os.Lstat(root); err == nil {
			if err := in.markGone(ctx, root); err != nil {
				return err
			}
		}
		if err := w.root(ctx, root); err != nil {
			return err
		}
	}
	return nil
}

// work reads and extracts files until there are no more.
func (in *Ingester) work(ctx context.Context, files <-chan found, results chan<- result) error {
	for f := range files {
		err := in.open(ctx, f, func(r result) error { return send(ctx, results, r) })
		if err != nil {
			return err
		}
	}
	return nil
}

// send gives up when the context ends, so that no goroutine is left behind.
func send[T any](ctx context.Context, to chan<- T, v T) error {
	select {
	case to <- v:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// write hands one result to the store and says what became of it. Its error is the store's: the run cannot go on.
func (in *Ingester) write(ctx context.Context, r result) (Item, error) {
	it := Item{Path: r.path, ID: r.id, Outcome: Unchanged}
	var err error
	switch {
	case r.err != nil:
		it.Outcome, it.Reason, it.Detail = Failed, reasonOf(r.err), detailOf(r.path, r.err)
		if it.Reason != ReasonNotFound { // a slip of the pen is for the report, not for the records
			err = in.store.Fail(ctx, r.path, r.sha, it.Reason, it.Detail)
		}
	case r.doc == nil:
	case r.doc.Secrecy != nil && !in.opt.AcceptClassified:
		it.Outcome, it.Mark = Quarantined, r.doc.Secrecy.Value
		err = in.store.Quarantine(ctx, r.path, r.sha, it.Mark)
	default:
		var outcome string
		it.ID, outcome, err = in.store.Put(ctx, r.doc, r.data, r.info.ModTime(), in.opt.Version)
		it.Outcome = Outcome(outcome)
	}
	return it, err
}
