package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/go-chi/chi/v5"

	"github.com/soichi/soichi/api"
	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/query"
)

// problem is an error answer (RFC 9457).
type problem struct {
	Title  string
	Status int
	Detail string
}

func problemOf(t *testing.T, w *httptest.ResponseRecorder) (p problem) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Fatalf("%s: %v in %q", w.Header().Get("Content-Type"), err, w.Body)
	}
	return p
}

func TestWhatIsNotThere(t *testing.T) {
	h := site(&fake{}, &bytes.Buffer{})
	for _, c := range []struct {
		method, target string
		status         int
		allow          string
	}{
		{"GET", "/api/v1/nothing", 404, ""},
		{"GET", "/api/v1/documents/87/CT-TTg", 404, ""},
		{"POST", "/api/v1/missing", 405, "GET"},
		{"DELETE", "/api/v1/documents/87%2FCT-TTg", 405, "GET"},
		{"POST", "/api/v1/saved/x", 405, "GET, PUT, DELETE"},
	} {
		w := ask(h, c.method, c.target)
		if p := problemOf(t, w); w.Code != c.status || p.Status != c.status || p.Title != http.StatusText(c.status) || p.Detail == "" {
			t.Errorf("%s %s: %d %+v", c.method, c.target, w.Code, p)
		}
		if allow := strings.Join(w.Header().Values("Allow"), ", "); allow != c.allow {
			t.Errorf("%s %s allows %q, want %q", c.method, c.target, allow, c.allow)
		}
	}
	if w := ask(h, "GET", "/nothing"); w.Code != 404 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/plain") {
		t.Errorf("a page that is not there: %d %s", w.Code, w.Header().Get("Content-Type"))
	}
}

func TestRefuse(t *testing.T) {
	for target, contentType := range map[string]string{"/api/v1/x": "application/problem+json", "/x": "text/plain; charset=utf-8"} {
		w := httptest.NewRecorder()
		api.Refuse(w, httptest.NewRequest("GET", target, http.NoBody), http.StatusTeapot, errors.New("trà"))
		if w.Code != http.StatusTeapot || w.Header().Get("Content-Type") != contentType || !strings.Contains(w.Body.String(), "trà") {
			t.Errorf("%s: %d %s %s", target, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
	}
}

// Every route is in the document, and every status that an operation answers an error with is told there.
func TestErrorsAreDescribed(t *testing.T) {
	s, _ := openAPI(t)
	routes, ok := site(&fake{}, &bytes.Buffer{}).(chi.Routes)
	if !ok {
		t.Fatal("the router does not list its routes")
	}
	err := chi.Walk(routes, func(method, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if strings.HasPrefix(route, "/openapi") || strings.HasPrefix(route, "/schemas") {
			return nil
		}
		if _, ok := s.Paths[route][strings.ToLower(method)]; !ok {
			t.Errorf("%s %s is not described", method, route)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []error{
		errors.New("ours"), &query.SyntaxError{Reason: query.OpenQuote}, &catalog.AmbiguousError{}, fmt.Errorf("x: %w", catalog.ErrNotFound),
		catalog.ErrNotSaved, catalog.ErrNoName, &catalog.FilterError{Field: "from", Value: "x"}, fmt.Errorf("x: %w", catalog.ErrBadCorrection),
		catalog.ErrBadDecision, fmt.Errorf("x: %w", catalog.ErrNothingToDecide),
	} {
		for _, c := range []struct{ method, path, body string }{
			{"get", "/api/v1/search", ""}, {"get", "/api/v1/documents", ""}, {"get", "/api/v1/documents/{id}", ""}, {"get", "/api/v1/duties", ""},
			{"put", "/api/v1/documents/{id}/corrections/{field}", `{"value": "x", "by": "Lan"}`}, {"get", "/api/v1/saved/{name}", ""},
			{"post", "/api/v1/documents/{id}/decisions", `{"task": 0, "document": "e", "verdict": "rejected", "by": "Lan"}`},
			{"post", "/api/v1/documents/{id}/unlink", `{"to": "e", "by": "Lan"}`}, {"put", "/api/v1/saved/{name}", `{"query": "x"}`}, {"get", "/healthz", ""},
		} {
			if !canFail(c.method+" "+c.path, e) {
				continue
			}
			w := send(site(&fake{err: e}, &bytes.Buffer{}), strings.ToUpper(c.method), strings.NewReplacer("{id}", "a", "{name}", "n", "{field}", "symbol").Replace(c.path), c.body)
			if p := problemOf(t, w); p.Status != w.Code || s.Paths[c.path][c.method].Responses[strconv.Itoa(w.Code)] == nil {
				t.Errorf("%s %s answers %v with %d, which is not described", c.method, c.path, e, w.Code)
			}
		}
	}
}

// canFail tells whether an operation can meet an error: a listing asks for no document, for instance.
func canFail(operation string, err error) bool {
	var syntax *query.SyntaxError
	var ambiguous *catalog.AmbiguousError
	switch {
	case errors.As(err, &syntax):
		return operation == "get /api/v1/search"
	case errors.As(err, &ambiguous), errors.Is(err, catalog.ErrNotFound):
		return strings.Contains(operation, "{id}")
	case errors.Is(err, catalog.ErrNothingToDecide):
		return strings.HasPrefix(operation, "post ")
	case errors.Is(err, catalog.ErrNotSaved):
		return operation == "get /api/v1/saved/{name}"
	}
	return true
}
