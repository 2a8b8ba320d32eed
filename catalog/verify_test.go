package catalog_test

import (
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

func verify(t *testing.T, l *shelf) []catalog.Problem {
	t.Helper()
	found, err := l.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestVerifyASoundLibrary(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt")
	if err := l.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if found := verify(t, l); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

func TestVerifyFindsWhatDiffers(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper func(t *testing.T, l *shelf, id string, seq int64)
		part   string
		detail string
		mends  bool
	}{
		{
			"a document gone from the index",
			func(t *testing.T, l *shelf, id string, seq int64) { apply(t, l, nil, []string{id}, seq) },
			"index", "held, but not indexed", true,
		},
		{
			"a stranger in the index",
			func(t *testing.T, l *shelf, _ string, seq int64) {
				apply(t, l, []index.Doc{{ID: "stranger", Body: "x"}}, nil, seq)
			},
			"index", "indexed, but not held", true,
		},
		{
			"an index that lags",
			func(t *testing.T, l *shelf, _ string, _ int64) { l.putText(t, "notice.txt", notice(1, "trực lễ")) },
			"index", "has come to change", true,
		},
		{
			"another text in the store",
			func(t *testing.T, l *shelf, _ string, _ int64) {
				execute(t, l, `UPDATE contents SET text = 'x' || substr(text, 2)`)
			},
			"store", "does not quote the text", false,
		},
		{
			"another number in the store's columns",
			func(t *testing.T, l *shelf, _ string, _ int64) { execute(t, l, `UPDATE versions SET title = 'x'`) },
			"store", "differ from the extraction", false,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newShelf(t)
			id := l.put(t, chain1+"118-cd-ttg.txt")
			if err := l.Sync(t.Context()); err != nil {
				t.Fatal(err)
			}
			seq, err := l.index.Seq()
			if err != nil {
				t.Fatal(err)
			}
			c.tamper(t, l, id, seq)
			found := verify(t, l)
			if !slices.ContainsFunc(found, func(p catalog.Problem) bool {
				return p.Part == c.part && strings.Contains(p.Detail, c.detail) && p.Repairable == c.mends
			}) {
				t.Fatalf("found %+v", found)
			}
			if !c.mends {
				return
			}
			last, err := l.store.LastChange(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if err := index.Rebuild(t.Context(), filepath.Join(l.dir, "index"), index.Options{}, catalog.Documents(t.Context(), l.store, register.Default()), last); err != nil {
				t.Fatal(err)
			}
			if found := verify(t, l); len(found) > 0 {
				t.Errorf("after a rebuild: %+v", found)
			}
		})
	}
}

func apply(t *testing.T, l *shelf, puts []index.Doc, gone []string, seq int64) {
	t.Helper()
	if err := l.index.Apply(t.Context(), puts, gone, seq); err != nil {
		t.Fatal(err)
	}
}

// execute changes the store behind its back.
func execute(t *testing.T, l *shelf, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(l.dir, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
