package ingest_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/store"
)

// watched runs a watch over paths for the length of the test and gives its items and reports.
func watched(t *testing.T, st *store.Store, paths ...string) <-chan ingest.Item {
	t.Helper()
	items := make(chan ingest.Item, 100)
	started, ended := make(chan struct{}, 100), make(chan error, 1)
	opt := ingest.Options{Version: "1", Settle: 80 * time.Millisecond, Progress: func(it ingest.Item) { items <- it }}
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		ended <- ingest.New(st, &plain{}, opt).Watch(ctx, paths, func(*ingest.Report) error {
			started <- struct{}{}
			return nil
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	<-started
	return items
}

// next waits for the item of a file.
func next(t *testing.T, items <-chan ingest.Item, path string, want ingest.Outcome) {
	t.Helper()
	timeout := time.After(10 * time.Second)
	for {
		select {
		case it := <-items:
			if it.Path == path && it.Outcome == want {
				return
			}
			t.Logf("passed over: %+v", it)
		case <-timeout:
			t.Fatalf("%s never was %s", path, want)
		}
	}
}

func TestWatchFolder(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	write(t, dir, map[string]string{"first.txt": "1"})
	items := watched(t, st, dir)
	first, deep := filepath.Join(dir, "first.txt"), filepath.Join(dir, "new", "deep", "a.txt")
	next(t, items, first, ingest.Added)
	write(t, dir, map[string]string{"new/deep/a.txt": "a"}) // folders that were not there
	next(t, items, deep, ingest.Added)
	write(t, dir, map[string]string{"new/deep/a.txt": "longer"})
	next(t, items, deep, ingest.Updated)
	write(t, dir, map[string]string{"~$a.docx": "lock"})
	moved := filepath.Join(dir, "moved.txt")
	if err := os.Rename(deep, moved); err != nil {
		t.Fatal(err)
	}
	next(t, items, moved, ingest.Unchanged)
	write(t, dir, map[string]string{"moved.txt": "edited at last"})
	next(t, items, moved, ingest.Updated) // the same document: the old path is known to be gone
}

func TestWatchWaitsForTheWriter(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	items := watched(t, st, dir)
	path := filepath.Join(dir, "slow.txt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if _, err := f.WriteString("more "); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	next(t, items, path, ingest.Added)
	id, err := st.FindByPath(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if vs, err := st.Versions(ctx, id); err != nil || len(vs) != 1 {
		t.Errorf("half-written versions were taken: %+v %v", vs, err)
	}
}

func TestWatchFile(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	write(t, dir, map[string]string{"a.txt": "1", "other.txt": "x"})
	path := filepath.Join(dir, "a.txt")
	items := watched(t, st, path)
	next(t, items, path, ingest.Added)
	write(t, dir, map[string]string{"other.txt": "y", "b.new": "longer"})
	if err := os.Rename(filepath.Join(dir, "b.new"), path); err != nil { // as editors save
		t.Fatal(err)
	}
	next(t, items, path, ingest.Updated)
	if under, err := st.Under(ctx, dir); err != nil || len(under) != 1 {
		t.Errorf("more than the named file: %v %v", under, err)
	}
}

func TestWatchEnds(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	in := ingest.New(st, &plain{}, ingest.Options{Version: "1"})
	enough := errors.New("enough")
	if err := in.Watch(ctx, []string{dir}, func(*ingest.Report) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("the callback's error: %v", err)
	}
	if err := in.Watch(ctx, []string{filepath.Join(dir, "missing")}, func(*ingest.Report) error { return nil }); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
}
