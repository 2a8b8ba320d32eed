package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
)

// engines builds both engines over the same documents.
func engines(t *testing.T, docs int) (*generator, *ours, *fts) {
	t.Helper()
	ctx, dir, g := t.Context(), t.TempDir(), newGenerator(3)
	if _, err := buildIndex(ctx, g, docs, filepath.Join(dir, "index")); err != nil {
		t.Fatal(err)
	}
	f, err := openFTS(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.db.Close() })
	if _, err := f.build(ctx, g, docs, dir); err != nil {
		t.Fatal(err)
	}
	o, err := openIndex(ctx, g, docs, filepath.Join(dir, "index"), f.text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.index.Close() })
	return g, o, f
}

// Times are compared fairly only where both engines look for the same: of words that are asked for with their marks left
// out, both find the same documents.
func TestBothEnginesFindTheSame(t *testing.T) {
	g, o, f := engines(t, 300)
	words := slices.DeleteFunc(slices.Clone(g.words), func(w string) bool { return strings.ContainsAny(w, "dđ") })
	for _, word := range []string{words[0], words[20], words[50], words[2000]} {
		bare := fold(word)
		match := quoted(strings.Fields(bare), " AND ")
		var theirs int
		if err := f.db.QueryRowContext(t.Context(), `SELECT count(*) FROM d WHERE d MATCH ?`, match).Scan(&theirs); err != nil {
			t.Fatal(err)
		}
		n, err := query.Parse("+" + strings.Join(strings.Fields(bare), " +"))
		if err != nil {
			t.Fatal(err)
		}
		r, err := o.index.Search(t.Context(), index.Request{Query: n})
		if err != nil {
			t.Fatal(err)
		}
		if r.Total != theirs {
			t.Errorf("%s: %d documents, FTS5 finds %d", bare, r.Total, theirs)
		}
	}
}

// fold leaves marks out as FTS5 does with remove_diacritics 2, to which đ is a letter of its own where the index takes it
// for d.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		for base, marked := range map[rune]string{
			'a': "áàảãạăắằẳẵặâấầẩẫậ", 'e': "éèẻẽẹêếềểễệ", 'i': "íìỉĩị", 'o': "óòỏõọôốồổỗộơớờởỡợ", 'u': "úùủũụưứừửữự", 'y': "ýỳỷỹỵ",
		} {
			if strings.ContainsRune(marked, r) {
				return base
			}
		}
		return r
	}, s)
}

func TestTheTextOfADocumentComesBack(t *testing.T) {
	g, _, f := engines(t, 5)
	for i := range 5 {
		want := g.doc(i)
		got, err := f.text(t.Context(), want.ID)
		if err != nil || got.Title != want.Title || got.Body != want.Body || got.ID != want.ID {
			t.Errorf("%s comes back as %q (%v)", want.ID, got.Title, err)
		}
	}
	if _, err := f.text(t.Context(), "d0000009"); err == nil {
		t.Error("a document that was never put in has a text")
	}
}

func TestABadQueryIsNamed(t *testing.T) {
	_, o, f := engines(t, 1)
	if err := f.ask(t.Context(), ftsRanked, `"open`); err == nil || !strings.Contains(err.Error(), `"open`) {
		t.Errorf("FTS5: %v", err)
	}
	if err := o.ask(t.Context(), "date:", searched); err == nil || !strings.Contains(err.Error(), "date:") {
		t.Errorf("the index: %v", err)
	}
}
