package catalog_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

// chain1 is the folder of the documents that most tests take theirs from.
const chain1 = "../testdata/corpus/chain1/"

// shelf is an open library with an index, as a command opens it.
type shelf struct {
	*catalog.Catalog
	store *store.Store
	index *index.Index
	dir   string
}

// openShelf opens the library in a folder. Two on one folder are two programs at work on one library.
func openShelf(t testing.TB, dir string) *shelf {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(t.Context(), filepath.Join(dir, "index"), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return &shelf{catalog.New(s, x, register.Default()), s, x, dir}
}

// newShelf opens a library in a new folder and takes in files below the test data.
func newShelf(t testing.TB, files ...string) *shelf {
	t.Helper()
	l := openShelf(t, t.TempDir())
	for _, f := range files {
		l.put(t, chain1+f)
	}
	return l
}

// put takes in a file and gives the document's id.
func (l *shelf) put(t testing.TB, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return l.putText(t, file, data)
}

// putText takes in bytes under a path.
func (l *shelf) putText(t testing.TB, file string, data []byte) string {
	t.Helper()
	d, err := extract.New(extract.Options{}).Extract(t.Context(), file, data)
	if err != nil {
		t.Fatal(err)
	}
	id, _, err := l.store.Put(t.Context(), d, data, time.Unix(0, 0), extract.Version)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// search gives the paths that a query finds, without their folder.
func (l *shelf) search(t testing.TB, r catalog.SearchRequest) (*catalog.SearchResult, []string) {
	t.Helper()
	res, err := l.Search(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, h := range res.Hits {
		names = append(names, strings.TrimPrefix(h.Path, chain1))
	}
	return res, names
}
