package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"github.com/soichi/soichi/index/segment"
	"github.com/soichi/soichi/index/vi"
)

// Options are the settings of an index; the zero value is ready.
type Options struct {
	// Wait is how long a writer waits for another one; 10 s if zero.
	Wait time.Duration
	// Memory is about what writing may take beside the documents, in bytes; 256 MB if zero. A single document may take
	// more; less memory makes a rebuild slower.
	Memory int
	// Text gives the searched texts of a document, as FromDocument made them: Title, Body and Tasks are read. It checks
	// phrases of three syllables and more; without it such a phrase matches wherever all its pairs of neighbours do.
	// It may be called from several goroutines.
	Text func(ctx context.Context, id string) (Doc, error)
}

func (o Options) wait() time.Duration {
	if o.Wait == 0 {
		return 10 * time.Second
	}
	return o.Wait
}

// batch gives the size of the text of a batch for each of a number of writers.
func (o Options) batch(writers int) int {
	memory := o.Memory
	if memory <= 0 {
		memory = defaultMemory
	}
	return max(memory/batchMemory/writers, 1)
}

// defaultMemory is what writing may take, and batchMemory what a byte of the text of a batch takes at most: its words are
// numbers, several times over, until they are postings.
const (
	defaultMemory = 256 << 20
	batchMemory   = 32
)

// Index is an open index. It is safe for concurrent use, and several processes may have the same folder open.
type Index struct {
	files layout
	opts  Options
	pool  sync.Pool // of *builder

	mu   sync.Mutex
	snap *snap // nil once closed
}

// snap is an open snapshot. It is closed when the index has moved on and the last search on it has ended.
type snap struct {
	number uint64
	bleve  bleve.Index
	users  int // guarded by Index.mu; the index itself is one

	read    sync.Once
	columns *columns
	err     error // of read

	readWords  sync.Once
	vocabulary *vocabulary
	wordsErr   error // of readWords
}

// cols gives the columns of the documents, which are read at the first search.
func (s *snap) cols(ctx context.Context) (*columns, error) {
	s.read.Do(func() {
		advanced, err := s.bleve.Advanced()
		if err != nil {
			s.err = err
			return
		}
		r, err := advanced.Reader()
		if err != nil {
			s.err = err
			return
		}
		s.columns, s.err = readColumns(context.WithoutCancel(ctx), r) // another search may wait for them
		s.err = errors.Join(s.err, r.Close())
	})
	return s.columns, s.err
}

// ErrClosed means that the index was used after Close.
var ErrClosed = errors.New("the index is closed")

// Open opens the index in dir, or makes an empty one there. A folder of another version, or one that cannot be read,
// gives an error that is ErrRebuild.
func Open(ctx context.Context, dir string, opts Options) (*Index, error) {
	x := &Index{files: layout{dir}, opts: opts, pool: sync.Pool{New: func() any { return new(builder) }}}
	if err := x.create(ctx); err != nil {
		return nil, err
	}
	if err := x.files.checkSchema(); err != nil {
		return nil, err
	}
	s, err := x.openSnap()
	if err != nil {
		return nil, err
	}
	x.snap = s
	return x, nil
}

// create makes an empty index unless there is one.
func (x *Index) create(ctx context.Context) error {
	if _, err := os.Stat(x.files.schemaFile()); err == nil {
		return nil
	}
	if err := os.MkdirAll(x.files.dir, 0o700); err != nil {
		return fmt.Errorf("index %s: %w", x.files.dir, err)
	}
	unlock, err := x.files.lock(ctx, x.opts.wait())
	if err != nil {
		return err
	}
	defer unlock()
	if _, err := os.Stat(x.files.schemaFile()); err == nil {
		return nil // another process was faster
	}
	if err := os.RemoveAll(x.files.work()); err != nil { // left by a process that was killed here
		return fmt.Errorf("index %s: %w", x.files.dir, err)
	}
	b, err := newBleve(x.files.work(), map[string]any{})
	if err != nil {
		return fmt.Errorf("index %s: create: %w", x.files.dir, err)
	}
	if err := b.Close(); err != nil {
		return fmt.Errorf("index %s: create: %w", x.files.dir, err)
	}
	return x.files.publish(0, 0)
}

// newBleve makes an empty Bleve index.
func newBleve(path string, settings map[string]any) (bleve.Index, error) {
	segment.Register()
	return bleve.NewUsing(path, newMapping(), bleve.Config.DefaultIndexType, bleve.Config.DefaultKVStore, segment.Config(settings))
}

// openBleve opens a Bleve index. A lock that another process holds is waited for.
func openBleve(path string, settings map[string]any) (bleve.Index, error) {
	segment.Register()
	settings["bolt_timeout"] = "5s"
	var b bleve.Index
	err := sound(func() (err error) {
		b, err = bleve.OpenUsing(path, settings)
		return err
	})
	return b, err
}

// newMapping is what Bleve asks for; the fields are made by builder and not by a mapping.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = vi.Name
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// openSnap opens the current snapshot. It tries again where a writer published another one meanwhile.
func (x *Index) openSnap() (*snap, error) {
	var last error
	for range 5 {
		c, err := x.files.current()
		if err != nil {
			return nil, err
		}
		b, err := openBleve(x.files.snap(c.snap), map[string]any{"read_only": true})
		if err == nil {
			if err = sound(func() error { return checkState(b, c) }); err == nil {
				return &snap{number: c.snap, bleve: b, users: 1}, nil
			}
			_ = b.Close()
		}
		last = err
		if now, err := x.files.current(); err == nil && now.snap == c.snap {
			break
		}
	}
	return nil, fmt.Errorf("index %s: %w: open: %w", x.files.dir, ErrRebuild, last)
}

// checkState compares what an index holds with what was published.
func checkState(b bleve.Index, c current) error {
	seq, err := seqOf(b)
	if err != nil {
		return err
	}
	n, err := b.DocCount()
	if err != nil {
		return err
	}
	if seq != c.seq || n != c.count {
		return fmt.Errorf("it holds %d documents up to change %d, published were %d up to change %d", n, seq, c.count, c.seq)
	}
	return nil
}

// acquire gives the snapshot that is current now. The caller gives it back with release.
func (x *Index) acquire() (*snap, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.snap == nil {
		return nil, ErrClosed
	}
	if c, err := x.files.current(); err != nil {
		return nil, err
	} else if c.snap != x.snap.number {
		if err := x.files.checkSchema(); err != nil {
			return nil, err
		}
		s, err := x.openSnap()
		if err != nil {
			return nil, err
		}
		x.drop(x.snap)
		x.snap = s
	}
	x.snap.users++
	return x.snap, nil
}

func (x *Index) release(s *snap) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.drop(s)
}

// drop counts one user less. The caller holds x.mu.
func (x *Index) drop(s *snap) {
	if s.users--; s.users == 0 {
		_ = s.bleve.Close() // read only: nothing can be lost
	}
}

// Close ends the use of the index. Searches that run go on to their end.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.snap != nil {
		x.drop(x.snap)
		x.snap = nil
	}
	return nil
}

// seqKey holds the number of the change list, in Bleve's own key space beside the documents.
const seqKey = "soichi.seq"

// Seq gives the number of the store's change list up to which the index has come, 0 for an empty index.
func (x *Index) Seq() (int64, error) {
	s, err := x.acquire()
	if err != nil {
		return 0, err
	}
	defer x.release(s)
	n, err := seqOf(s.bleve)
	if err != nil {
		return 0, fmt.Errorf("index %s: %w", x.files.dir, err)
	}
	return n, nil
}

func seqOf(b bleve.Index) (int64, error) {
	v, err := b.GetInternal([]byte(seqKey))
	if err != nil {
		return 0, fmt.Errorf("read the change number: %w", err)
	}
	if len(v) != 8 {
		return 0, nil
	}
	return int64(binary.BigEndian.Uint64(v)), nil
}

// Count gives the number of documents.
func (x *Index) Count() (int, error) {
	s, err := x.acquire()
	if err != nil {
		return 0, err
	}
	defer x.release(s)
	n, err := s.bleve.DocCount()
	if err != nil {
		return 0, fmt.Errorf("index %s: count: %w", x.files.dir, err)
	}
	return int(n), nil
}
