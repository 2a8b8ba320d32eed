package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"os"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	"golang.org/x/sync/errgroup"
)

// Apply puts and deletes documents and notes seq, the number of the store's change list that they stand for, in one
// step: after a crash either all of it was done and Seq says so, or Seq gives the older number and doing it again is
// harmless. It returns when the change is on disk and searches see it.
//
// Puts of much text are written in several batches, as [Options].Memory wants it, seq with the last.
func (x *Index) Apply(ctx context.Context, puts []Doc, deletes []string, seq int64) error {
	unlock, err := x.files.lock(ctx, x.opts.wait())
	if err != nil {
		return err
	}
	defer unlock()
	if err := x.files.checkSchema(); err != nil {
		return err
	}
	w, err := x.openWork()
	if err != nil {
		return err
	}
	if err = x.write(ctx, w, puts, deletes, seq); err == nil {
		settle(ctx, w)
	}
	n, cerr := closeCounted(w)
	if err = errors.Join(err, cerr); err != nil {
		return fmt.Errorf("index %s: write up to change %d: %w", x.files.dir, seq, err)
	}
	return x.files.publish(seq, n)
}

// openWork opens the writer's index. It may be ahead of what was published, where a writer was killed before it could
// publish, but never behind. The caller holds the lock.
func (x *Index) openWork() (bleve.Index, error) {
	c, err := x.files.current()
	if err != nil {
		return nil, err
	}
	w, err := openBleve(x.files.work(), map[string]any{})
	if err != nil {
		return nil, fmt.Errorf("index %s: %w: open for writing: %w", x.files.dir, ErrRebuild, err)
	}
	seq, err := seqOf(w)
	if err == nil && seq < c.seq {
		err = fmt.Errorf("it has come to change %d, published was %d", seq, c.seq)
	}
	if err != nil {
		_ = w.Close()
		return nil, fmt.Errorf("index %s: %w: open for writing: %w", x.files.dir, ErrRebuild, err)
	}
	return w, nil
}

// closeCounted closes an index and gives the number of its documents.
func closeCounted(w bleve.Index) (uint64, error) {
	n, err := w.DocCount()
	return n, errors.Join(err, w.Close())
}

func (x *Index) write(ctx context.Context, w bleve.Index, puts []Doc, deletes []string, seq int64) error {
	b := x.pool.Get().(*builder)
	defer x.pool.Put(b)
	b.begin()
	batch, size := w.NewBatch(), 0
	for i := range puts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if size > x.opts.batch(1) {
			if err := w.Batch(batch); err != nil {
				return err
			}
			b.begin()
			batch, size = w.NewBatch(), 0
		}
		if err := batch.IndexAdvanced(b.document(&puts[i])); err != nil {
			return fmt.Errorf("document %s: %w", puts[i].ID, err)
		}
		size += len(puts[i].Body)
	}
	for _, id := range deletes {
		batch.Delete(id)
	}
	setSeq(batch, seq)
	return w.Batch(batch)
}

// settleTime is how long a writer waits for Bleve's merging and sweeping. What is not done then is done next time.
const settleTime = 5 * time.Second

// settle waits until Bleve has merged what is due and removed the files that it needs no more. Both happen in the
// background, and a writer that closed at once would leave a segment for every batch.
func settle(ctx context.Context, w bleve.Index) {
	for end := time.Now().Add(settleTime); time.Now().Before(end) && ctx.Err() == nil; time.Sleep(5 * time.Millisecond) {
		stats, _ := w.StatsMap()["index"].(map[string]any)
		active, _ := stats["index_bgthreads_active"].(bool)
		files, _ := stats["num_files_on_disk"].(uint64)
		segments, _ := stats["num_root_filesegments"].(uint64)
		if !active && files <= segments+1 { // and root.bolt
			return
		}
	}
}

// Rebuild makes the index in dir anew from docs, whatever is there, and notes seq. Searches go on with the old index, if
// it can be read, until the new one is complete. An error of docs ends the work and leaves the old index.
func Rebuild(ctx context.Context, dir string, opts Options, docs iter.Seq2[Doc, error], seq int64) error {
	files := layout{dir}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("index %s: %w", dir, err)
	}
	unlock, err := files.lock(ctx, opts.wait())
	if err != nil {
		return err
	}
	defer unlock()
	defer os.RemoveAll(files.rebuilding())
	n, err := build(ctx, files.rebuilding(), opts.batch(rebuildWorkers), docs, seq)
	if err != nil {
		return fmt.Errorf("index %s: rebuild: %w", dir, err)
	}
	if err := os.RemoveAll(files.work()); err != nil {
		return fmt.Errorf("index %s: rebuild: %w", dir, err)
	}
	if err := os.Rename(files.rebuilding(), files.work()); err != nil {
		return fmt.Errorf("index %s: rebuild: %w", dir, err)
	}
	return files.publish(seq, n)
}

// rebuildWorkers is the number of batches in the making at a time, because Bleve makes a segment on one core.
const rebuildWorkers = 2

// build writes a new Bleve index of one segment at path and gives the number of its documents.
func build(ctx context.Context, path string, batch int, docs iter.Seq2[Doc, error], seq int64) (uint64, error) {
	if err := os.RemoveAll(path); err != nil {
		return 0, err
	}
	once := map[string]any{"MaxSegmentsPerTier": 64, "SegmentsPerMergeTask": 64} // the last step merges all anyway
	w, err := newBleve(path, map[string]any{"scorchMergePlanOptions": once})
	if err != nil {
		return 0, err
	}
	err = fill(ctx, w, batch, docs)
	if err == nil {
		err = mergeAll(ctx, w)
	}
	if err == nil {
		batch := w.NewBatch()
		setSeq(batch, seq)
		if err = w.Batch(batch); err == nil { // the merging is on disk with it
			settle(ctx, w)
		}
	}
	n, cerr := closeCounted(w)
	return n, errors.Join(err, cerr)
}

// fill writes docs in batches. It reads them in order on its own goroutine and ends when all workers have.
func fill(ctx context.Context, w bleve.Index, size int, docs iter.Seq2[Doc, error]) error {
	group, ctx := errgroup.WithContext(ctx)
	lists := make(chan []Doc)
	group.Go(func() error {
		defer close(lists)
		return inBatches(docs, size, func(list []Doc) error {
			select {
			case lists <- list:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	})
	for range rebuildWorkers {
		group.Go(func() error {
			var b builder
			for list := range lists {
				b.begin()
				batch := w.NewBatch()
				for i := range list {
					if err := batch.IndexAdvanced(b.document(&list[i])); err != nil {
						return fmt.Errorf("document %s: %w", list[i].ID, err)
					}
				}
				if err := w.Batch(batch); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// inBatches cuts docs into lists of about limit bytes of text. The first error of docs or send ends it.
func inBatches(docs iter.Seq2[Doc, error], limit int, send func([]Doc) error) error {
	var list []Doc
	size := 0
	for d, err := range docs {
		if err != nil {
			return err
		}
		list = append(list, d)
		if size += len(d.Body); size > limit {
			if err := send(list); err != nil {
				return err
			}
			list, size = nil, 0
		}
	}
	return send(list)
}

// mergeAll makes one segment of all, which is the smallest and fastest to search.
func mergeAll(ctx context.Context, w bleve.Index) error {
	advanced, err := w.Advanced()
	if err != nil {
		return err
	}
	m, ok := advanced.(interface {
		ForceMerge(context.Context, *mergeplan.MergePlanOptions) error
	})
	if !ok {
		return fmt.Errorf("the engine %T cannot merge", advanced)
	}
	return m.ForceMerge(ctx, nil)
}

func setSeq(batch *bleve.Batch, seq int64) {
	batch.SetInternal([]byte(seqKey), binary.BigEndian.AppendUint64(nil, uint64(seq)))
}
