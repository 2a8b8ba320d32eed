package store

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSavedSearches(t *testing.T) {
	s := open(t, t.TempDir())
	seen := func(name string, want ...string) {
		t.Helper()
		got, err := s.Seen(ctx, name)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("seen of %s: %v, %v; want %v", name, got, err, want)
		}
	}
	if err := errors.Join(s.SaveSearch(ctx, "rừng", `{"query":"rừng"}`, []string{"b", "a", "b"}), s.SaveSearch(ctx, "đất", `{}`, nil)); err != nil {
		t.Fatal(err)
	}
	seen("rừng", "a", "b")
	seen("đất")
	if err := s.MarkSeen(ctx, "rừng", []string{"c", "a"}); err != nil {
		t.Fatal(err)
	}
	seen("rừng", "a", "b", "c")
	list, err := s.SavedSearches(ctx)
	want := []SavedSearch{{"rừng", `{"query":"rừng"}`, day, day}, {"đất", `{}`, day, day}}
	if d := cmp.Diff(want, list); d != "" || err != nil {
		t.Error(d, err)
	}
	if err := s.SaveSearch(ctx, "rừng", `{"query":"cây"}`, []string{"z"}); err != nil {
		t.Fatal(err)
	}
	seen("rừng", "z")
	if err := s.ForgetSearch(ctx, "rừng"); err != nil {
		t.Fatal(err)
	}
	seen("rừng")
	for name, err := range map[string]error{
		"seen": s.MarkSeen(ctx, "rừng", nil), "forgotten": s.ForgetSearch(ctx, "rừng"),
	} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%s twice: %v", name, err)
		}
	}
	if list, err := s.SavedSearches(ctx); err != nil || len(list) != 1 || list[0].Name != "đất" {
		t.Error(list, err)
	}
	sound(t, s)
}

func TestSavedSearchOutlivesItsDocuments(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	if err := s.SaveSearch(ctx, "x", `{}`, []string{id}); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(ctx, id); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Seen(ctx, "x"); err != nil || !slices.Equal(got, []string{id}) {
		t.Error("what comes back is new again: ", got, err)
	}
	sound(t, s)
}

// Whatever is saved, seen and forgotten, what is kept is what a map would keep.
func TestSavedProperty(t *testing.T) {
	s := open(t, t.TempDir())
	rapid.Check(t, func(rt *rapid.T) {
		kept := map[string]map[string]bool{}
		old, err := s.SavedSearches(ctx)
		if err != nil {
			rt.Fatal(err)
		}
		for _, o := range old {
			if err := s.ForgetSearch(ctx, o.Name); err != nil {
				rt.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 8).Draw(rt, "steps") {
			name := rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "name")
			ids := rapid.SliceOf(rapid.SampledFrom([]string{"1", "2", "3"})).Draw(rt, "ids")
			do := rapid.IntRange(0, 2).Draw(rt, "do")
			var err error
			switch do {
			case 0:
				err, kept[name] = s.SaveSearch(ctx, name, "{}", ids), map[string]bool{}
			case 1:
				err = s.MarkSeen(ctx, name, ids)
			default:
				err = s.ForgetSearch(ctx, name)
			}
			if (err != nil) != (kept[name] == nil) {
				rt.Fatalf("step %d on %s: %v, kept %v", do, name, err, kept)
			}
			if do == 2 {
				delete(kept, name)
			} else if kept[name] != nil {
				for _, id := range ids {
					kept[name][id] = true
				}
			}
			got, err := s.Seen(ctx, name)
			if err != nil || len(got) != len(kept[name]) {
				rt.Fatalf("%s: %v, %v; want %v", name, got, err, kept[name])
			}
		}
	})
}
