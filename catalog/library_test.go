package catalog_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

const corpus = "../testdata/corpus"

// library is a library of the project's own corpus: documents by their path below the corpus, and back.
type library struct {
	*catalog.Catalog
	store *store.Store
	id    map[string]string
	path  map[string]string
}

// newLibrary extracts the files of the corpus whose path holds one of the words, all without any. It has no index:
// trace and coverage need none.
func newLibrary(t testing.TB, words ...string) *library {
	t.Helper()
	return newLibraryOf(t, filepath.Join(corpus, "*", "*"), words...)
}

// newLibraryOf does the same for the files that a pattern fits.
func newLibraryOf(t testing.TB, pattern string, words ...string) *library {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	l := &library{Catalog: catalog.New(s, nil, register.Default()), store: s, id: map[string]string{}, path: map[string]string{}}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %v", pattern, files, err)
	}
	for _, f := range files {
		if wanted(f, words) {
			l.put(t, f)
		}
	}
	return l
}

func wanted(file string, words []string) bool {
	for _, w := range words {
		if strings.Contains(file, w) {
			return true
		}
	}
	return len(words) == 0
}

// put takes in one file of the corpus.
func (l *library) put(t testing.TB, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := extract.New(extract.Options{}).Extract(t.Context(), file, data)
	if err != nil {
		t.Fatal(err)
	}
	id, _, err := l.store.Put(t.Context(), d, data, time.Unix(0, 0), extract.Version)
	if err != nil {
		t.Fatal(err)
	}
	name, err := filepath.Rel(corpus, file)
	if err != nil {
		t.Fatal(err)
	}
	l.id[filepath.ToSlash(name)], l.path[id] = id, filepath.ToSlash(name)
}
