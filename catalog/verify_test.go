package catalog_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

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

// TestVerifyALibraryThatGrew holds that the graph which followed a library step by step, and the words of every sort of
// file in the index, are what the store says.
func TestVerifyALibraryThatGrew(t *testing.T) {
	files, err := filepath.Glob(chain1 + "*")
	if err != nil {
		t.Fatal(err)
	}
	l := newShelf(t)
	for i, f := range files {
		id := l.put(t, f)
		if _, err := l.Graph(t.Context()); err != nil {
			t.Fatal(err)
		}
		if i == 3 {
			if err := l.store.Delete(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
	}
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
			"other words in the index",
			func(t *testing.T, l *shelf, id string, seq int64) {
				apply(t, l, []index.Doc{{ID: id, Body: "văn bản khác hẳn về việc khác"}}, nil, seq)
			},
			"index", "not found by words of its text", true,
		},
		{
			"the end of a text not in the index",
			func(t *testing.T, l *shelf, id string, seq int64) {
				d, err := l.store.Get(t.Context(), id)
				if err != nil {
					t.Fatal(err)
				}
				short := index.FromDocument(d)
				short.Body = short.Body[:len(short.Body)/2]
				apply(t, l, []index.Doc{short}, nil, seq)
			},
			"index", "not found by words of its text", true,
		},
		{
			"an index that lags",
			func(t *testing.T, l *shelf, _ string, _ int64) { l.putText(t, "notice.txt", notice(1, "trực lễ")) },
			"index", "has come to change", true,
		},
		{
			"a page of the store's file overwritten",
			func(t *testing.T, l *shelf, _ string, _ int64) { overwrite(t, l) },
			"store", "", false,
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

func TestVerifyComparesTheFiles(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	l := newShelf(t)
	same, touched, changed, gone := file("same.txt", "một"), file("touched.txt", "hai"), file("changed.txt", "ba"), file("gone.txt", "bốn")
	for _, path := range []string{same, touched, changed, gone} {
		l.put(t, path)
	}
	inArchive := filepath.Join(same, "inside.txt") // a file stands where its folder would
	l.putText(t, inArchive, []byte("năm"))
	if err := l.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if found := verify(t, l); len(found) > 0 {
		t.Errorf("as it was read: %+v", found)
	}
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(touched, time.Unix(9, 0), time.Unix(9, 0)); err != nil {
		t.Fatal(err)
	}
	file("changed.txt", "ba nghìn")
	found := verify(t, l)
	if len(found) != 1 || found[0].Part != "source" || !strings.HasPrefix(found[0].Detail, changed) || found[0].Repairable || found[0].Document == "" {
		t.Errorf("%+v", found)
	}
}

func TestVerifyWithoutAnIndex(t *testing.T) {
	l := newShelf(t, "118-cd-ttg.txt")
	found := verify(t, &shelf{Catalog: catalog.New(l.store, nil, register.Default())})
	if len(found) != 1 || found[0].Part != "index" || !found[0].Repairable {
		t.Errorf("%+v", found)
	}
}

// overwrite spoils what the store's file holds behind its first pages.
func overwrite(t *testing.T, l *shelf) {
	t.Helper()
	execute(t, l, `PRAGMA wal_checkpoint(TRUNCATE)`)
	f, err := os.OpenFile(filepath.Join(l.dir, store.FileName), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	noise := bytes.Repeat([]byte{0xa5}, 4096)
	for at := int64(8 * 4096); at+4096 <= info.Size(); at += 4096 {
		if _, err := f.WriteAt(noise, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
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
