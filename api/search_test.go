package api_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
)

func (f *fake) Suggest(_ context.Context, typed string, limit int) ([]catalog.Suggestion, error) {
	f.asked = []any{"suggest", typed, limit}
	return []catalog.Suggestion{{Kind: "symbol", Text: "87/CT-TTg"}}, f.err
}

func (f *fake) Like(_ context.Context, ref string, limit int) ([]catalog.Hit, error) {
	f.asked = []any{"like", ref, limit}
	return []catalog.Hit{{ID: "b"}}, f.err
}

func (f *fake) Saved(context.Context) ([]catalog.SavedSearch, error) {
	f.asked = []any{"saved"}
	return []catalog.SavedSearch{{Name: "rừng", New: 2}}, f.err
}

func (f *fake) News(_ context.Context, name string, limit int) (*catalog.News, error) {
	f.asked = []any{"news", name, limit}
	return &catalog.News{SavedSearch: catalog.SavedSearch{Name: name}, Hits: []catalog.Hit{}, Documents: []string{"a"}}, f.err
}

func (f *fake) Save(_ context.Context, name string, r catalog.SearchRequest) error {
	f.asked = []any{"save", name, r}
	return f.err
}

func (f *fake) MarkSeen(_ context.Context, name string, documents []string) error {
	f.asked = []any{"seen", name, documents}
	return f.err
}

func (f *fake) Forget(_ context.Context, name string) error {
	f.asked = []any{"forget", name}
	return f.err
}

func send(h http.Handler, method, target, body string, head ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(head); i += 2 {
		r.Header.Set(head[i], head[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestSearchRoutes(t *testing.T) {
	ask := catalog.SearchRequest{Query: "cháy", Kind: "ke_hoach"}
	for _, c := range []struct {
		method, target, body string
		asked                []any
		status               int
		holds                string
	}{
		{"GET", "/api/v1/search?level=xa&lead=V&state=planned&states=true&sort=symbol", "", []any{"search", catalog.SearchRequest{Level: "xa", Lead: "V", State: "planned", States: true, Sort: "symbol", Limit: 10}}, 200, `"total":1`},
		{"GET", "/api/v1/suggest?q=87%2Fc", "", []any{"suggest", "87/c", 8}, 200, `"text":"87/CT-TTg"`},
		{"GET", "/api/v1/suggest?q=a&limit=3", "", []any{"suggest", "a", 3}, 200, `"document":null`},
		{"GET", "/api/v1/documents/87%2FCT-TTg/like?limit=2", "", []any{"like", "87/CT-TTg", 2}, 200, `"id":"b"`},
		{"GET", "/api/v1/saved", "", []any{"saved"}, 200, `"new":2`},
		{"GET", "/api/v1/saved/r%E1%BB%ABng", "", []any{"news", "rừng", 10}, 200, `"documents":["a"]`},
		{"PUT", "/api/v1/saved/r%E1%BB%ABng", `{"query":"cháy","kind":"ke_hoach"}`, []any{"save", "rừng", ask}, 204, ""},
		{"POST", "/api/v1/saved/x/seen", `{"documents":["a","b"]}`, []any{"seen", "x", []string{"a", "b"}}, 204, ""},
		{"DELETE", "/api/v1/saved/x", "", []any{"forget", "x"}, 204, ""},
		{"GET", "/api/v1/search?level=lang", "", nil, 422, "query.level"},
		{"GET", "/api/v1/search?state=none", "", nil, 422, "query.state"},
		{"GET", "/api/v1/suggest?limit=0", "", nil, 422, "query.limit"},
		{"PUT", "/api/v1/saved/x", `{"kind":3}`, nil, 422, "body.kind"},
		{"POST", "/api/v1/saved/x/seen", `{}`, nil, 422, "documents"},
	} {
		t.Run(c.method+c.target, func(t *testing.T) {
			f := &fake{}
			w := send(site(f, &bytes.Buffer{}), c.method, c.target, c.body)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.holds) || !reflect.DeepEqual(f.asked, c.asked) {
				t.Errorf("%d: %s; asked %+v, want %+v", w.Code, w.Body, f.asked, c.asked)
			}
		})
	}
}

func TestSavedErrors(t *testing.T) {
	for err, status := range map[error]int{catalog.ErrNotSaved: 404, catalog.ErrNoName: 422, context.DeadlineExceeded: 500} {
		h := site(&fake{err: err}, &bytes.Buffer{})
		for _, w := range []*httptest.ResponseRecorder{
			send(h, "GET", "/api/v1/saved/x", ""), send(h, "PUT", "/api/v1/saved/x", `{"query":"a"}`),
			send(h, "POST", "/api/v1/saved/x/seen", `{"documents":[]}`), send(h, "DELETE", "/api/v1/saved/x", ""),
		} {
			if w.Code != status || status < 500 && !strings.Contains(w.Body.String(), err.Error()) {
				t.Errorf("%v: %d %s", err, w.Code, w.Body)
			}
		}
	}
}

// A page of another site that a person has open must not change what they saved.
func TestOtherSitesCannotWrite(t *testing.T) {
	for _, c := range [][3]string{
		{"PUT", "/api/v1/saved/x", `{"query":"a"}`}, {"POST", "/api/v1/saved/x/seen", `{"documents":[]}`}, {"DELETE", "/api/v1/saved/x", ""},
		{"PUT", "/api/v1/documents/d/corrections/symbol", `{"value":"1/CT-X","by":"Lan"}`}, {"POST", "/api/v1/documents/d/unlink", `{"to":"e","by":"Lan"}`},
		{"POST", "/api/v1/documents/d/decisions", `{"task":0,"document":"e","verdict":"rejected","by":"Lan"}`},
	} {
		method, target, body := c[0], c[1], c[2]
		f := &fake{}
		h := site(f, &bytes.Buffer{})
		if w := send(h, method, target, body, "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden || f.asked != nil {
			t.Errorf("%s from another site: %d, asked %v", method, w.Code, f.asked)
		}
		if w := send(h, method, target, body, "Origin", "https://elsewhere.example"); w.Code != http.StatusForbidden || f.asked != nil {
			t.Errorf("%s from another origin: %d, asked %v", method, w.Code, f.asked)
		}
		if w := send(h, method, target, body, "Sec-Fetch-Site", "same-origin"); f.asked == nil {
			t.Errorf("%s from our own page: %d", method, w.Code)
		}
	}
}
