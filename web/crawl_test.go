package web_test

import (
	"bytes"
	"html"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/soichi/soichi/api"
	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
	"github.com/soichi/soichi/web"
)

// served is the whole site over a library of a part of the first chain of the test data.
func served(t *testing.T) http.Handler {
	t.Helper()
	dir := t.TempDir()
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
	e := extract.New(extract.Options{})
	for _, f := range []string{"87-ct-ttg.docx", "118-cd-ttg.txt", "15-kh-ubnd-kon-tum.docx", "312-bc-ubnd-kon-tum.txt", "kh-ubnd-sa-thay.txt"} {
		f = "../testdata/corpus/chain1/" + f
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d, err := e.Extract(t.Context(), f, data)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Put(t.Context(), d, data, time.Unix(0, 0), extract.Version); err != nil {
			t.Fatal(err)
		}
	}
	c := catalog.New(s, x, register.Default())
	r := chi.NewRouter()
	api.Register(r, c, api.Options{})
	if err := web.Register(r, c, web.Options{Clock: func() time.Time { return time.Date(2024, 12, 31, 0, 0, 0, 0, time.UTC) }}); err != nil {
		t.Fatal(err)
	}
	return r
}

var (
	link   = regexp.MustCompile(`(?:href|action)="([^"]*)"`)
	posted = regexp.MustCompile(`method="post" action="[^"]*"`) // where a form goes that changes something
)

// TestEveryLinkAnswers follows every link from the home page on, and every anchor within a page.
func TestEveryLinkAnswers(t *testing.T) {
	h := served(t)
	from := map[string]string{"/": ""}
	todo := []string{"/"}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		w := get(h, at)
		if w.Code != http.StatusOK {
			t.Errorf("%s on %s: %d", at, from[at], w.Code)
			continue
		}
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || strings.Contains(at, "/source") {
			continue
		}
		body := posted.ReplaceAll(w.Body.Bytes(), nil)
		for _, m := range link.FindAllSubmatch(body, -1) {
			to := html.UnescapeString(string(m[1]))
			switch {
			case strings.HasPrefix(to, "#"):
				if !bytes.Contains(body, []byte(`id="`+to[1:]+`"`)) {
					t.Errorf("%s: no place %s", at, to)
				}
				continue
			case strings.HasPrefix(to, "?") && from[at] != "":
				continue // the other language, which the home page leads to as well
			case strings.HasPrefix(to, "?"):
				to = "/" + to
			case !strings.HasPrefix(to, "/"):
				t.Errorf("%s: a link out of the site: %s", at, to)
				continue
			}
			to, _, _ = strings.Cut(to, "#")
			if _, known := from[to]; !known && strings.Count(to, "&") < 2 { // more filters lead to more of the same
				from[to] = at
				todo = append(todo, to)
			}
		}
	}
	if len(from) < 60 {
		t.Errorf("only %d addresses were found", len(from))
	}
}
