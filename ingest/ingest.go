package ingest

import (
	"context"
	"runtime"
	"time"

	"github.com/soichi/soichi/document"
)

// Extractor makes a document of a file's bytes. It is called from several goroutines at once. An error may say why by a
// method ReasonCode() string.
type Extractor interface {
	Extract(ctx context.Context, path string, data []byte) (*document.Document, error)
}

// Expander takes archives apart. It reports false for bytes that are no archive; otherwise it gives every file inside to
// yield, under a name that starts with path, and ends with the error that yield returns. Archives inside an archive are
// its own affair.
type Expander interface {
	Expand(ctx context.Context, path string, data []byte, yield func(path string, data []byte) error) (bool, error)
}

// Store is where documents go. Each call that returns without error is durable.
type Store interface {
	// Known tells that the file is held as it is, from its size and modification time alone.
	Known(ctx context.Context, path string, size int64, mtime time.Time, extractor string) (id string, ok bool, err error)
	// Attach records the path for a document that holds the bytes already; it reports false if they have to be read.
	Attach(ctx context.Context, path string, size int64, mtime time.Time, sha, extractor string) (id string, ok bool, err error)
	// Put takes the document in and says whether it was "added", "updated" or "unchanged".
	Put(ctx context.Context, doc *document.Document, source []byte, mtime time.Time, extractor string) (id, outcome string, err error)
	Quarantine(ctx context.Context, path, sha, mark string) error
	Fail(ctx context.Context, path, sha, reason, detail string) error
	// Under lists the paths at or below dir where files were seen and have not vanished.
	Under(ctx context.Context, dir string) ([]string, error)
	// Gone records that there is no file at path any more.
	Gone(ctx context.Context, path string) error
}

// Options tune an Ingester. The zero value is useful but for Version.
type Options struct {
	// Version names the extractor's rules: files that were read under another one are read again.
	Version string
	// AcceptClassified takes documents with a secrecy mark in; otherwise they are quarantined.
	AcceptClassified bool
	// Workers is how many files are extracted at once; 0 means one per processor.
	Workers int
	// MaxBytes is the largest file that is read into memory; 0 means 512 MiB, enough for an archive of a year.
	MaxBytes int64
	// Exclude holds absolute folders that are not walked into, such as the library's own.
	Exclude []string
	// Expander takes archives apart; nil leaves them to the extractor.
	Expander Expander
	// Progress is told of every file when its outcome is durable, by one goroutine at a time.
	Progress func(Item)
	// Settle is how long a watched file must have kept its size and time before it is read; 0 means one second.
	Settle time.Duration
}

// The defaults of Options.
const (
	defaultMaxBytes = 512 << 20
	defaultSettle   = time.Second
)

// Ingester brings files into one store. It may be used for several runs, one after the other.
type Ingester struct {
	store Store
	ex    Extractor
	opt   Options
}

// New makes an Ingester.
func New(st Store, ex Extractor, opt Options) *Ingester {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = defaultMaxBytes
	}
	if opt.Settle <= 0 {
		opt.Settle = defaultSettle
	}
	if opt.Progress == nil {
		opt.Progress = func(Item) {}
	}
	return &Ingester{store: st, ex: ex, opt: opt}
}
