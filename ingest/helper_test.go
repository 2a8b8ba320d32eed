package ingest_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/store"
)

var (
	_ ingest.Store = (*store.Store)(nil)

	ctx = context.Background()
	old = time.Now().Add(-time.Hour).Truncate(time.Second)
)

// coded is an extractor's error with a reason.
type coded string

func (c coded) Error() string      { return "reading stopped: " + string(c) }
func (c coded) ReasonCode() string { return string(c) }

// plain is an extractor that takes the bytes as text and does what their first word says.
type plain struct {
	mu    sync.Mutex
	calls []string      // the base names it was called with
	wait  chan struct{} // where set, "BLOCK" waits for it or the context
}

func (p *plain) Extract(ctx context.Context, path string, data []byte) (*document.Document, error) {
	p.mu.Lock()
	p.calls = append(p.calls, filepath.Base(path))
	p.mu.Unlock()
	word, rest, _ := strings.Cut(string(data), " ")
	d := &document.Document{Text: string(data)}
	switch word {
	case "FAIL":
		return nil, coded(rest)
	case "WRAP":
		return nil, errors.Join(errors.New("outer"), coded(rest))
	case "PLAINFAIL":
		return nil, errors.New(rest)
	case "PANIC":
		panic(rest)
	case "NOTHING":
		return nil, nil
	case "SECRET":
		d.Secrecy = &document.Field{Value: rest}
	case "BLOCK":
		select {
		case <-p.wait:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	d.FillEmpty()
	return d, nil
}

// zipper is an expander for files that begin with "ZIP": each further line is a file inside.
type zipper struct{}

func (zipper) Expand(_ context.Context, path string, data []byte, yield func(string, []byte) error) (bool, error) {
	lines := strings.Split(string(data), "\n")
	if lines[0] == "BADZIP" {
		return true, coded("truncated")
	}
	if lines[0] != "ZIP" {
		return false, nil
	}
	for _, l := range lines[1:] {
		name, body, _ := strings.Cut(l, ":")
		if err := yield(path+"!/"+name, []byte(body)); err != nil {
			return true, err
		}
	}
	return true, nil
}

// library opens a fresh store for the length of the test.
func library(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(ctx, t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// write puts files with the time old under dir; names may have folders.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
}

// run ingests dir and gives the report and the outcome of every file by its name below dir.
func run(t testing.TB, st ingest.Store, ex ingest.Extractor, opt ingest.Options, dir string) (*ingest.Report, map[string]string) {
	t.Helper()
	got := map[string]string{}
	opt.Progress = func(it ingest.Item) {
		rel, err := filepath.Rel(dir, it.Path)
		if err != nil {
			t.Error(err)
		}
		what := string(it.Outcome)
		if it.Reason != "" {
			what += " " + it.Reason
		}
		got[filepath.ToSlash(rel)] = what
	}
	if opt.Version == "" {
		opt.Version = "1"
	}
	report, err := ingest.New(st, ex, opt).Run(ctx, []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	return report, got
}
