package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

// TestReadersDuringWrites has two open stores on one library, as two processes have: one with several writers, both
// with readers that must only ever see whole documents.
func TestReadersDuringWrites(t *testing.T) {
	dir := t.TempDir()
	a, b := open(t, dir), open(t, dir)
	const writers, each = 4, 15
	stop := make(chan struct{})
	var writing, reading sync.WaitGroup
	for w := range writers {
		writing.Go(func() {
			s := []*Store{a, b}[w%2]
			for i := range each {
				path := abs(fmt.Sprintf("%d-%d", w, i/2))
				if _, _, err := s.Put(ctx, doc(path, fmt.Sprint(i+1), fmt.Sprint("w", w, "i", i)), []byte(fmt.Sprint(w, "-", i)), old, version); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for _, s := range []*Store{a, b} {
		reading.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					readAll(t, s)
				}
			}
		})
	}
	writing.Wait()
	close(stop)
	reading.Wait()
	cards, total, err := a.List(ctx, Filter{}, 0, 0)
	if want := writers * (each + 1) / 2; err != nil || total != want || len(cards) != want {
		t.Errorf("%d documents listed as %d, want %d (%v)", len(cards), total, want, err)
	}
	sound(t, b)
}

// readAll iterates over cards and, meanwhile, reads each document.
func readAll(t *testing.T, s *Store) {
	for c, err := range s.Cards(ctx) {
		if err != nil {
			t.Error(err)
			return
		}
		d, err := s.Get(ctx, c.ID)
		if err != nil {
			t.Error(err)
			return
		}
		if d.Symbol == nil || len(c.Citations) != 1 || len(checkSpans(d.ID, d)) > 0 {
			t.Errorf("half a document: %+v", d)
			return
		}
	}
}

func TestOpenAtOnce(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	generations := make([]string, 8)
	for i := range generations {
		wg.Go(func() {
			s, err := Open(ctx, dir, Options{})
			if err != nil {
				t.Error(err)
				return
			}
			generations[i], err = s.Generation(ctx)
			if err := errors.Join(err, s.Close()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for _, g := range generations {
		if g == "" || g != generations[0] {
			t.Fatalf("generations %q", generations)
		}
	}
}

func TestCancelledPutLeavesNothing(t *testing.T) {
	s := open(t, t.TempDir())
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, _, err := s.Put(cancelled, doc(abs("a"), "1", "x"), []byte("x"), old, version)
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if n, err := s.LastChange(ctx); err != nil || n != 0 {
		t.Fatalf("change %d, %v", n, err)
	}
	if _, outcome := put(t, s, abs("a"), "1", "x"); outcome != Added {
		t.Fatal(outcome)
	}
}

func TestKnown(t *testing.T) {
	s := open(t, t.TempDir())
	path := abs("a")
	want, _ := put(t, s, path, "1", "x")
	put(t, s, abs("failed"), "2", "y")
	if err := s.Fail(ctx, abs("failed"), "", "truncated", ""); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Put(ctx, doc(abs("fresh"), "3", "z"), []byte("z"), day.Add(-time.Second), version); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		path      string
		size      int64
		mtime     time.Time
		extractor string
		ok        bool
	}{
		"as it was":              {path, 1, old, version, true},
		"another size":           {path, 2, old, version, false},
		"another time":           {path, 1, old.Add(1), version, false},
		"another extractor":      {path, 1, old, "2", false},
		"another path":           {abs("b"), 1, old, version, false},
		"failed since":           {abs("failed"), 1, old, version, false},
		"written as it was read": {abs("fresh"), 1, day.Add(-time.Second), version, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			id, ok, err := s.Known(ctx, c.path, c.size, c.mtime, c.extractor)
			if err != nil || ok != c.ok || ok && id != want {
				t.Errorf("%q %v %v", id, ok, err)
			}
		})
	}
	if err := s.Gone(ctx, path); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := s.Known(ctx, path, 1, old, version); ok || err != nil {
		t.Errorf("a path that was gone is known: %v", err)
	}
}

func TestAttach(t *testing.T) {
	s := open(t, t.TempDir())
	want, _ := put(t, s, abs("a"), "1", "x")
	vs, err := s.Versions(ctx, want)
	if err != nil {
		t.Fatal(err)
	}
	sha := vs[0].SHA256
	for name, c := range map[string]struct {
		sha, extractor string
		ok             bool
	}{
		"held bytes":          {sha, version, true},
		"unknown bytes":       {"00" + sha[2:], version, false},
		"by an old extractor": {sha, "2", false},
	} {
		t.Run(name, func(t *testing.T) {
			id, ok, err := s.Attach(ctx, abs("copy"), 1, old, c.sha, c.extractor)
			if err != nil || ok != c.ok || ok && id != want {
				t.Errorf("%q %v %v", id, ok, err)
			}
		})
	}
	if id, err := s.FindByPath(ctx, abs("copy")); err != nil || id != want {
		t.Errorf("the copy is %q, %v", id, err)
	}
	if n, err := s.LastChange(ctx); err != nil || n != 1 {
		t.Errorf("change %d, %v", n, err)
	}
}
