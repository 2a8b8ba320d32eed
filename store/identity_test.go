package store

import (
	"slices"
	"testing"
)

// TestIdentity tells stories of files: each step puts bytes at a path, or takes the file away (outcome "gone"), and says
// which document (by the name it was given when it was added) must come out of it.
func TestIdentity(t *testing.T) {
	type step struct{ path, body, doc, outcome string }
	cases := map[string][]step{
		"a file and the same file": {
			{"a", "x", "A", Added}, {"a", "x", "A", Unchanged},
		},
		"a changed file is a version of the same document": {
			{"a", "x", "A", Added}, {"a", "y", "A", Updated}, {"a", "y", "A", Unchanged},
		},
		"a copy is one path more": {
			{"a", "x", "A", Added}, {"b", "x", "A", Unchanged}, {"a", "x", "A", Unchanged}, {"b", "x", "A", Unchanged},
		},
		"two different files": {
			{"a", "x", "A", Added}, {"b", "y", "B", Added},
		},
		"a file put back as it was": {
			{"a", "x", "A", Added}, {"a", "y", "A", Updated}, {"a", "x", "A", Updated}, {"a", "x", "A", Unchanged},
		},
		"copies that go apart": {
			{"a", "x", "A", Added}, {"b", "x", "A", Unchanged}, {"b", "y", "B", Added}, {"a", "x", "A", Unchanged}, {"b", "z", "B", Updated},
		},
		"renamed, then edited": {
			{"a", "x", "A", Added}, {"a", "", "", "gone"}, {"b", "x", "A", Unchanged}, {"b", "y", "A", Updated},
		},
		"both copies edited alike after one went apart": {
			{"a", "x", "A", Added}, {"b", "x", "A", Unchanged}, {"b", "y", "B", Added}, {"a", "y", "B", Unchanged},
		},
		"a copy of an earlier version does not turn the document back": {
			{"a", "x", "A", Added}, {"a", "y", "A", Updated}, {"b", "x", "A", Unchanged}, {"b", "x", "A", Unchanged}, {"a", "y", "A", Unchanged},
		},
		"a copy of an earlier version, edited, is a document": {
			{"a", "x", "A", Added}, {"a", "y", "A", Updated}, {"b", "x", "A", Unchanged}, {"b", "z", "B", Added},
		},
		"a file overwritten with another document": {
			{"a", "x", "A", Added}, {"b", "y", "B", Added}, {"b", "x", "A", Unchanged}, {"b", "y", "B", Unchanged},
		},
	}
	for name, steps := range cases {
		t.Run(name, func(t *testing.T) {
			s := open(t, t.TempDir())
			ids := map[string]string{}
			for i, st := range steps {
				if st.outcome == "gone" {
					if err := s.Gone(ctx, abs(st.path)); err != nil {
						t.Fatal(err)
					}
					continue
				}
				before, err := s.LastChange(ctx)
				if err != nil {
					t.Fatal(err)
				}
				id, outcome := put(t, s, abs(st.path), "1", st.body)
				if outcome == Added {
					ids[st.doc] = id
				}
				if outcome != st.outcome || id != ids[st.doc] {
					t.Fatalf("step %d %v: %s %s, want %s %s", i+1, st, outcome, id, st.outcome, ids[st.doc])
				}
				changes, err := s.Changes(ctx, before, 10)
				if err != nil {
					t.Fatal(err)
				}
				if wrote := len(changes) == 1 && changes[0].DocumentID == id; wrote != (outcome != Unchanged) {
					t.Fatalf("step %d: %s gave the changes %v", i+1, outcome, changes)
				}
			}
			sound(t, s)
		})
	}
}

func TestAnotherExtractor(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	_, outcome, err := s.Put(ctx, doc(abs("a"), "2", "x"), []byte("x"), old, "2")
	if err != nil || outcome != Updated {
		t.Fatalf("outcome %s, error %v", outcome, err)
	}
	got, err := s.Get(ctx, id)
	if err != nil || got.Symbol.Value != "2/CT-UBND" {
		t.Fatalf("symbol %v, error %v", got.Symbol, err)
	}
	vs, err := s.Versions(ctx, id)
	if err != nil || len(vs) != 1 || vs[0].Extractor != "2" {
		t.Fatalf("versions %v, error %v", vs, err)
	}
	sound(t, s)
}

func TestVersions(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	put(t, s, abs("a"), "2", "y")
	vs, err := s.Versions(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if len(vs) != 2 || vs[0].Current || !vs[1].Current || vs[0].N != 1 || vs[1].N != 2 {
		t.Fatalf("versions %+v", vs)
	}
	first, err := s.GetVersion(ctx, id, 1)
	if err != nil || first.Symbol.Value != "1/CT-UBND" {
		t.Fatalf("first version %+v, error %v", first, err)
	}
	for i, want := range []string{"x", "y"} {
		data, err := s.Source(ctx, vs[i].SHA256)
		if err != nil || string(data) != want {
			t.Errorf("source of version %d: %q, %v", i+1, data, err)
		}
	}
}

func TestPathsOfADocument(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("b"), "1", "x")
	put(t, s, abs("a"), "1", "x")
	put(t, s, abs("sub", "c"), "1", "x")
	put(t, s, abs("subway"), "2", "y")
	if err := s.Gone(ctx, abs("a")); err != nil {
		t.Fatal(err)
	}
	got, err := s.Get(ctx, id)
	if err != nil || got.Source.Path != abs("b") {
		t.Fatalf("shown as %v, error %v", got.Source.Path, err)
	}
	ps, err := s.Paths(ctx, id)
	if err != nil || len(ps) != 3 || !ps[2].Gone || ps[2].Path != abs("a") {
		t.Fatalf("paths %+v, error %v", ps, err)
	}
	for dir, want := range map[string][]string{
		abs("sub"): {abs("sub", "c")},
		abs("b"):   {abs("b")},
		abs("a"):   nil,
		abs():      {abs("b"), abs("sub", "c"), abs("subway")},
	} {
		if under, err := s.Under(ctx, dir); err != nil || !slices.Equal(under, want) {
			t.Errorf("under %s: %v, want %v (%v)", dir, under, want, err)
		}
	}
}
