package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"os"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bindex "github.com/blevesearch/bleve_index_api"
)

// batchBytes is the size of text in one batch. Memory grows with the batch, and beyond this size speed does not.
const batchBytes = 1 << 20

// Apply puts and deletes documents and notes seq, the number of the store's change list that they stand for, in one
// step: after a crash either all of it was done and Seq says so, or Seq gives the older number and doing it again is
// harmless. It returns when the change is on disk and searches see it.
//
// Puts beyond about 1 MB of text are written in several batches, seq with the last.
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
	err = x.write(ctx, w, puts, deletes, seq)
	if err == nil {
		err = mergeSegments(ctx, w, &mergeplan.DefaultMergePlanOptions)
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
	w, err := bleve.OpenUsing(x.files.work(), map[string]any{"bolt_timeout": "5s"})
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
	batch, size := w.NewBatch(), 0
	for i := range puts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if size > batchBytes {
			if err := w.Batch(batch); err != nil {
				return err
			}
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
	batch.SetInternal([]byte(seqKey), binary.BigEndian.AppendUint64(nil, uint64(seq)))
	return w.Batch(batch)
}

// mergeSegments does the merging that is due, now and not in the background: a writer that opens for one batch and
// closes again would else leave a segment for every batch.
func mergeSegments(ctx context.Context, w bleve.Index, plan *mergeplan.MergePlanOptions) error {
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
	return m.ForceMerge(ctx, plan)
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
	n, err := build(ctx, files.rebuilding(), docs, seq)
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

// build writes a new Bleve index of one segment at path and gives the number of its documents.
func build(ctx context.Context, path string, docs iter.Seq2[Doc, error], seq int64) (uint64, error) {
	if err := os.RemoveAll(path); err != nil {
		return 0, err
	}
	w, err := bleve.NewUsing(path, newMapping(), bleve.Config.DefaultIndexType, bleve.Config.DefaultKVStore,
		map[string]any{"unsafe_batch": true}) // nothing is lost: the folder is used only if all went well
	if err != nil {
		return 0, err
	}
	err = fill(ctx, w, docs, seq)
	if err == nil {
		err = mergeSegments(ctx, w, nil)
	}
	n, cerr := closeCounted(w)
	return n, errors.Join(err, cerr)
}

// fill writes docs in batches and waits until the last is on disk.
func fill(ctx context.Context, w bleve.Index, docs iter.Seq2[Doc, error], seq int64) error {
	var b builder
	batch, size := w.NewBatch(), 0
	for d, err := range docs {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := batch.IndexAdvanced(b.document(&d)); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
		if size += len(d.Body); size > batchBytes {
			if err := w.Batch(batch); err != nil {
				return err
			}
			batch, size = w.NewBatch(), 0
		}
	}
	batch.SetInternal([]byte(seqKey), binary.BigEndian.AppendUint64(nil, uint64(seq)))
	return persisted(w, batch)
}

// persisted writes a batch and waits until it and all before it are on disk.
func persisted(w bleve.Index, batch *bleve.Batch) error {
	done := make(chan error, 1)
	batch.SetPersistedCallback(bindex.BatchCallback(func(err error) { done <- err }))
	if err := w.Batch(batch); err != nil {
		return err
	}
	return <-done
}
