package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// shadow is what a library must be, kept in maps: the file at each path, and what was told of it.
type shadow struct {
	files map[string]string // path -> bytes now
	held  map[string]string // bytes -> the document they belong to
}

// TestPutSequences runs arbitrary stories of files that appear, change, are copied, vanish and are deleted, and holds
// the store against the shadow: each step by what it says, and all of it in the end.
func TestPutSequences(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.w.Exec(`PRAGMA synchronous = OFF`); err != nil { // this is not about the disk, and waiting for it is slow
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		empty(rt, s) // opening a new one each time is what would take long
		sh := shadow{files: map[string]string{}, held: map[string]string{}}
		path := rapid.SampledFrom([]string{"a", "b", "c"})
		body := rapid.SampledFrom([]string{"u", "v", "w", "x"})
		for range rapid.IntRange(1, 15).Draw(rt, "steps") {
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0:
				sh.remove(rt, s, body.Draw(rt, "body"))
			case 1, 2:
				sh.gone(rt, s, abs(path.Draw(rt, "path")))
			default:
				sh.put(rt, s, abs(path.Draw(rt, "path")), body.Draw(rt, "body"))
			}
		}
		sh.check(rt, s)
	})
}

// empty takes every document out.
func empty(rt *rapid.T, s *Store) {
	cards, _, err := s.List(ctx, Filter{}, 0, 0)
	if err != nil {
		rt.Fatal(err)
	}
	for _, c := range cards {
		if err := s.Delete(ctx, c.ID); err != nil {
			rt.Fatal(err)
		}
	}
}

func (sh *shadow) put(rt *rapid.T, s *Store, path, body string) {
	before, err := s.LastChange(ctx)
	if err != nil {
		rt.Fatal(err)
	}
	id, outcome, err := s.Put(ctx, doc(path, "1", body), []byte(body), old, version)
	if err != nil {
		rt.Fatal(err)
	}
	after, err := s.LastChange(ctx)
	if err != nil {
		rt.Fatal(err)
	}
	if (after > before) != (outcome != Unchanged) {
		rt.Fatalf("%s wrote the changes %d to %d", outcome, before, after)
	}
	if owner, ok := sh.held[body]; ok && owner != id {
		rt.Fatalf("the bytes %q belong to %s and went to %s", body, owner, id)
	}
	sh.files[path], sh.held[body] = body, id
	if _, outcome, err := s.Put(ctx, doc(path, "1", body), []byte(body), old, version); err != nil || outcome != Unchanged {
		rt.Fatalf("put again: %s, %v", outcome, err)
	}
}

func (sh *shadow) gone(rt *rapid.T, s *Store, path string) {
	if err := s.Gone(ctx, path); err != nil {
		rt.Fatal(err)
	}
}

func (sh *shadow) remove(rt *rapid.T, s *Store, body string) {
	id, ok := sh.held[body]
	if !ok {
		return
	}
	if err := s.Delete(ctx, id); err != nil {
		rt.Fatal(err)
	}
	for path, b := range sh.files {
		if sh.held[b] == id {
			delete(sh.files, path)
		}
	}
	for b, owner := range sh.held {
		if owner == id {
			delete(sh.held, b)
		}
	}
}

// check holds everything that was acknowledged against what the store says now.
func (sh *shadow) check(rt *rapid.T, s *Store) {
	if problems, err := s.Verify(ctx); err != nil || len(problems) > 0 {
		rt.Fatal(problems, err)
	}
	for _, p := range []string{"a", "b", "c"} {
		path := abs(p)
		body, known := sh.files[path]
		id, err := s.FindByPath(ctx, path)
		if known && (err != nil || id != sh.held[body]) || !known && !errors.Is(err, ErrNotFound) {
			rt.Fatalf("%s with %q is %q, %v; want %q", path, body, id, err, sh.held[body])
		}
	}
	var owners []string
	for body, id := range sh.held {
		owners = append(owners, id)
		if err := inVersions(s, id, body); err != nil {
			rt.Fatal(err)
		}
	}
	slices.Sort(owners)
	if _, total, err := s.List(ctx, Filter{}, 0, 0); err != nil || total != len(slices.Compact(owners)) {
		rt.Fatalf("%d documents, want %d (%v)", total, len(slices.Compact(owners)), err)
	}
}

// inVersions tells whether some version of the document has the bytes.
func inVersions(s *Store, id, body string) error {
	vs, err := s.Versions(ctx, id)
	if err != nil {
		return err
	}
	for _, v := range vs {
		if data, err := s.Source(ctx, v.SHA256); err == nil && string(data) == body {
			return nil
		}
	}
	return fmt.Errorf("%q is lost from %s", body, id)
}
