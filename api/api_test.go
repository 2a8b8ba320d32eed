package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"github.com/soichi/soichi/api"
	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/query"
)

// fake is a catalog that remembers what it was asked, and answers with err where there is one.
type fake struct {
	asked []any
	err   error
	file  catalog.Source
}

func (f *fake) Search(_ context.Context, r catalog.SearchRequest) (*catalog.SearchResult, error) {
	f.asked = []any{"search", r}
	return &catalog.SearchResult{Total: 1, Hits: []catalog.Hit{{ID: "a", Passages: []catalog.Passage{}}}}, f.err
}

func (f *fake) List(_ context.Context, filter catalog.Filter, limit, offset int) (*catalog.Listing, error) {
	f.asked = []any{"list", filter, limit, offset}
	return &catalog.Listing{Total: 1, Documents: []catalog.Listed{{ID: "a"}}}, f.err
}

func (f *fake) Document(_ context.Context, ref string) (*catalog.Shown, error) {
	f.asked = []any{"document", ref}
	d := &document.Document{ID: "a", Text: "văn bản"}
	d.FillEmpty()
	return &catalog.Shown{Document: d}, f.err
}

func (f *fake) Trace(_ context.Context, ref string, opt graph.TraceOptions) (*graph.Trace, error) {
	f.asked = []any{"trace", ref, opt}
	return &graph.Trace{Root: "a"}, f.err
}

func (f *fake) Coverage(_ context.Context, ref, asOf string) (*coverage.Report, error) {
	f.asked = []any{"coverage", ref, asOf}
	return &coverage.Report{Directive: "a", AsOf: asOf}, f.err
}

func (f *fake) Ledger(_ context.Context, q catalog.LedgerRequest) (*coverage.Ledger, error) {
	f.asked = []any{"duties", q}
	return &coverage.Ledger{AsOf: q.AsOf, Total: 3, Entries: make([]coverage.Entry, 3)}, f.err
}

func (f *fake) Changes(_ context.Context, q catalog.ChangesRequest) (*catalog.Changes, error) {
	f.asked = []any{"changes", q.Since.Format(time.DateOnly), q.AsOf, q.By}
	return &catalog.Changes{AsOf: q.AsOf}, f.err
}

func (f *fake) Missing(context.Context) ([]graph.Wish, error) {
	f.asked = []any{"missing"}
	return []graph.Wish{{Symbol: "1/CT-X"}}, f.err
}

func (f *fake) Source(_ context.Context, ref string) (*catalog.Source, error) {
	f.asked = []any{"source", ref}
	return &f.file, f.err
}

func (f *fake) Corrections(_ context.Context, ref string) ([]catalog.Correction, error) {
	f.asked = []any{"corrections", ref}
	return []catalog.Correction{{Field: "symbol", Who: "Lan", Value: json.RawMessage(`{"value": "1/CT-X"}`)}}, f.err
}

func (f *fake) Correct(_ context.Context, fix catalog.Fix) (*catalog.Correction, error) {
	f.asked = []any{"correct", fix}
	return &catalog.Correction{DocumentID: "a", Field: fix.Field, Who: fix.Who, Value: json.RawMessage(`null`)}, f.err
}

func (f *fake) Decide(_ context.Context, j catalog.Judgement) ([]coverage.Evidence, error) {
	f.asked = []any{"decide", j}
	return []coverage.Evidence{{Document: j.Evidence}}, f.err
}

func (f *fake) Unlink(_ context.Context, from, to, who string) error {
	f.asked = []any{"unlink", from, to, who}
	return f.err
}

func (f *fake) Relink(_ context.Context, from, to, who string) error {
	f.asked = []any{"relink", from, to, who}
	return f.err
}

func (f *fake) Ready(context.Context) error {
	f.asked = []any{"ready"}
	return f.err
}

// site is the interface over a fake, as the program mounts it.
func site(f *fake, log *bytes.Buffer) http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.GetHead)
	api.Register(r, f, api.Options{
		Log:     slog.New(slog.NewTextHandler(log, nil)),
		Clock:   func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
		Version: "1.2.3",
	})
	return r
}

func ask(h http.Handler, method, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, target, http.NoBody))
	return w
}

func put(h http.Handler, target, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPut, target, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(w, r)
	return w
}

func TestCorrect(t *testing.T) {
	const target = "/api/v1/documents/87%2FCT-TTg/corrections/tasks.3.lead"
	fix := catalog.Fix{Document: "87/CT-TTg", Field: "tasks.3.lead", Value: "Sở A; Sở B", Who: "Lan"}
	undo := catalog.Fix{Document: "87/CT-TTg", Field: "tasks.3.lead", Who: "Lan", Undo: true}
	for _, c := range []struct {
		name, body string
		err        error
		status     int
		asked      any
	}{
		{"a value", `{"value": "Sở A; Sở B", "by": "Lan"}`, nil, http.StatusOK, []any{"correct", fix}},
		{"taken back", `{"by": "Lan", "undo": true}`, nil, http.StatusOK, []any{"correct", undo}},
		{"by nobody", `{"value": "Sở A; Sở B"}`, nil, http.StatusUnprocessableEntity, []any(nil)},
		{"by an empty name", `{"value": "Sở A", "by": ""}`, nil, http.StatusUnprocessableEntity, []any(nil)},
		{"something else in it", `{"value": "Sở A", "by": "Lan", "colour": "red"}`, nil, http.StatusUnprocessableEntity, []any(nil)},
		{"no JSON", `Sở A`, nil, http.StatusBadRequest, []any(nil)},
		{"what cannot be taken", `{"value": "Sở A; Sở B", "by": "Lan"}`, fmt.Errorf("x: %w", catalog.ErrBadCorrection), http.StatusUnprocessableEntity, []any{"correct", fix}},
		{"a document that is not there", `{"value": "Sở A; Sở B", "by": "Lan"}`, fmt.Errorf("x: %w", catalog.ErrNotFound), http.StatusNotFound, []any{"correct", fix}},
	} {
		f := &fake{err: c.err}
		w := put(site(f, &bytes.Buffer{}), target, c.body)
		if w.Code != c.status || !reflect.DeepEqual(f.asked, c.asked) {
			t.Errorf("%s: %d, asked %+v: %s", c.name, w.Code, f.asked, w.Body)
		}
	}
}

func TestDecisions(t *testing.T) {
	const doc = "/api/v1/documents/87%2FCT-TTg/"
	judged := catalog.Judgement{Directive: "87/CT-TTg", Task: 3, Evidence: "e", Quote: "đã làm", Verdict: "confirmed", Who: "Lan"}
	for _, c := range []struct {
		name, target, body string
		err                error
		status             int
		asked              any
	}{
		{"confirmed", "decisions", `{"task": 3, "document": "e", "quote": "đã làm", "verdict": "confirmed", "by": "Lan"}`, nil, 200, []any{"decide", judged}},
		{"nothing to decide", "decisions", `{"task": 3, "document": "e", "quote": "đã làm", "verdict": "confirmed", "by": "Lan"}`, fmt.Errorf("x: %w", catalog.ErrNothingToDecide), 409, []any{"decide", judged}},
		{"cannot be taken", "decisions", `{"task": 3, "document": "e", "quote": "đã làm", "verdict": "confirmed", "by": "Lan"}`, catalog.ErrBadDecision, 422, []any{"decide", judged}},
		{"another verdict", "decisions", `{"task": 3, "document": "e", "verdict": "maybe", "by": "Lan"}`, nil, 422, []any(nil)},
		{"by nobody", "decisions", `{"task": 3, "document": "e", "verdict": "confirmed", "by": ""}`, nil, 422, []any(nil)},
		{"a task before the first", "decisions", `{"task": -1, "document": "e", "verdict": "confirmed", "by": "Lan"}`, nil, 422, []any(nil)},
		{"unlinked", "unlink", `{"to": "15/KH-UBND", "by": "Lan"}`, nil, 204, []any{"unlink", "87/CT-TTg", "15/KH-UBND", "Lan"}},
		{"linked again", "unlink", `{"to": "15/KH-UBND", "by": "Lan", "undo": true}`, nil, 204, []any{"relink", "87/CT-TTg", "15/KH-UBND", "Lan"}},
		{"nothing to unlink", "unlink", `{"to": "x", "by": "Lan"}`, catalog.ErrNothingToDecide, 409, []any{"unlink", "87/CT-TTg", "x", "Lan"}},
		{"no document named", "unlink", `{"by": "Lan"}`, nil, 422, []any(nil)},
	} {
		f := &fake{err: c.err}
		w := send(site(f, &bytes.Buffer{}), http.MethodPost, doc+c.target, c.body)
		if w.Code != c.status || !reflect.DeepEqual(f.asked, c.asked) {
			t.Errorf("%s: %d, asked %+v: %s", c.name, w.Code, f.asked, w.Body)
		}
	}
}

func TestRoutes(t *testing.T) {
	for _, c := range []struct {
		target string
		asked  []any
		holds  string
	}{
		{"/api/v1/search", []any{"search", catalog.SearchRequest{Limit: 10}}, `"total":1`},
		{
			"/api/v1/search?q=ch%C3%A1y+r%E1%BB%ABng&kind=chi_thi&issuer=B&theme=T&from=2020-01-01&to=2021&in=task&sort=newest&limit=3&offset=4",
			[]any{"search", catalog.SearchRequest{
				Query: "cháy rừng", Kind: "chi_thi", Issuer: "B", Theme: "T", From: "2020-01-01", To: "2021", In: "task", Sort: "newest", Limit: 3, Offset: 4,
			}},
			`"hits":[{`,
		},
		{"/api/v1/documents", []any{"list", catalog.Filter{}, 50, 0}, `"documents":[{`},
		{"/api/v1/documents?kind=ke_hoach&limit=5&offset=2", []any{"list", catalog.Filter{Kind: "ke_hoach"}, 5, 2}, `"total":1`},
		{"/api/v1/documents/a", []any{"document", "a"}, `"text":"văn bản"`},
		{"/api/v1/documents/87%2FCT-TTg", []any{"document", "87/CT-TTg"}, `"id":"a"`},
		{"/api/v1/documents/a/trace", []any{"trace", "a", graph.TraceOptions{Today: "2026-11-22"}}, `"root":"a"`},
		{"/api/v1/documents/a/trace?direction=up&depth=2&mentions=true", []any{"trace", "a", graph.TraceOptions{Direction: graph.Up, Depth: 2, Mentions: true, Today: "2026-11-22"}}, `"root"`},
		{"/api/v1/documents/a/trace?direction=down", []any{"trace", "a", graph.TraceOptions{Direction: graph.Down, Today: "2026-11-22"}}, `"root"`},
		{"/api/v1/documents/a/trace?as_of=2024-12-31", []any{"trace", "a", graph.TraceOptions{AsOf: "2024-12-31", Today: "2026-11-22"}}, `"root"`},
		{"/api/v1/documents/a/coverage", []any{"coverage", "a", "2026-11-22"}, `"as_of":"2026-11-22"`},
		{"/api/v1/documents/a/coverage?as_of=2024-12-31", []any{"coverage", "a", "2024-12-31"}, `"as_of":"2024-12-31"`},
		{"/api/v1/documents/87%2FCT-TTg/source", []any{"source", "87/CT-TTg"}, "bytes"},
		{"/api/v1/documents/87%2FCT-TTg/corrections", []any{"corrections", "87/CT-TTg"}, `"value":{"value":"1/CT-X"}`},
		{"/api/v1/missing", []any{"missing"}, `"symbol":"1/CT-X"`},
		{"/api/v1/duties", []any{"duties", catalog.LedgerRequest{AsOf: "2026-11-22"}}, `"entries":`},
		{
			"/api/v1/duties?unit=B&of=d&from=2024-01-01&to=2024-06-30&state=overdue&as_of=2024-12-31",
			[]any{"duties", catalog.LedgerRequest{Unit: "B", Document: "d", From: "2024-01-01", To: "2024-06-30", State: "overdue", AsOf: "2024-12-31"}},
			`"as_of":"2024-12-31"`,
		},
		{"/api/v1/changes", []any{"changes", "0001-01-01", "2026-11-22", "added"}, `"added":`},
		{"/api/v1/changes?since=2024-06-01", []any{"changes", "2024-06-01", "2026-11-22", "added"}, `"added":`},
		{"/api/v1/changes?since=2024-06-01&by=issued&as_of=2024-12-31", []any{"changes", "2024-06-01", "2024-12-31", "issued"}, `"added":`},
		{"/healthz", []any{"ready"}, `{"status":"ok"}`},
	} {
		t.Run(c.target, func(t *testing.T) {
			f := &fake{file: catalog.Source{Name: "a.txt", MediaType: "text/plain", Data: []byte("bytes")}}
			w := ask(site(f, &bytes.Buffer{}), http.MethodGet, c.target)
			if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), c.holds) {
				t.Errorf("%d: %s", w.Code, w.Body)
			}
			if !reflect.DeepEqual(f.asked, c.asked) {
				t.Errorf("asked %+v, want %+v", f.asked, c.asked)
			}
		})
	}
}

func TestDutiesGivesAPage(t *testing.T) {
	for query, want := range map[string]int{"": 3, "?limit=2": 2, "?limit=2&offset=2": 1, "?offset=9": 0} {
		var got coverage.Ledger
		w := ask(site(&fake{}, &bytes.Buffer{}), http.MethodGet, "/api/v1/duties"+query)
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || len(got.Entries) != want || got.Entries == nil || got.Total != 3 {
			t.Errorf("%q: %d of %d entries, %v", query, len(got.Entries), got.Total, err)
		}
	}
}

func TestErrors(t *testing.T) {
	ambiguous := &catalog.AmbiguousError{Ref: "15/KH-UBND", Candidates: []*graph.Node{{ID: "a1", Held: true}, {ID: "a2"}}}
	for _, c := range []struct {
		name   string
		err    error
		status int
		holds  string
	}{
		{"syntax", fmt.Errorf("search: %w", &query.SyntaxError{Pos: 3, Reason: query.OpenQuote}), http.StatusBadRequest, "position 4: a quote"},
		{"syntax, in Vietnamese", &query.SyntaxError{Pos: 3, Reason: query.OpenQuote}, http.StatusBadRequest, `"message":"vị trí 4: ngoặc kép chưa được đóng`},
		{"nothing of the name", fmt.Errorf("%q: %w", "x", catalog.ErrNotFound), http.StatusNotFound, "neither held nor cited"},
		{"cited, not held", &catalog.NotHeldError{Node: &graph.Node{Symbol: "19/CT-TTg"}}, http.StatusNotFound, "19/CT-TTg"},
		{"several", ambiguous, http.StatusMultipleChoices, `"id":"a2"`},
		{"ours", errors.New("open /home/secret/library.db: disk I/O error"), http.StatusInternalServerError, "log says why"},
	} {
		for _, target := range []string{
			"/api/v1/search", "/api/v1/documents", "/api/v1/documents/a", "/api/v1/documents/a/trace", "/api/v1/documents/a/coverage",
			"/api/v1/documents/a/source", "/api/v1/missing", "/api/v1/duties", "/api/v1/changes?since=2024-06-01",
		} {
			t.Run(c.name+target, func(t *testing.T) {
				var log bytes.Buffer
				w := ask(site(&fake{err: c.err}, &log), http.MethodGet, target)
				if w.Code != c.status || !strings.Contains(w.Body.String(), c.holds) {
					t.Errorf("%d, want %d with %q: %s", w.Code, c.status, c.holds, w.Body)
				}
				if strings.Contains(w.Body.String(), "secret") {
					t.Errorf("the client is told what is inside: %s", w.Body)
				}
				if logged := strings.Contains(log.String(), "secret"); logged != (c.status == http.StatusInternalServerError) {
					t.Errorf("log: %s", log.String())
				}
			})
		}
	}
}

func TestAskedWrongly(t *testing.T) {
	for target, holds := range map[string]string{
		"/api/v1/search?limit=-1":                        "query.limit",
		"/api/v1/search?limit=101":                       "query.limit",
		"/api/v1/search?offset=x":                        "query.offset",
		"/api/v1/search?in=footnotes":                    "query.in",
		"/api/v1/search?sort=best":                       "query.sort",
		"/api/v1/documents?limit=0":                      "query.limit",
		"/api/v1/documents/a/trace?direction=sideways":   "query.direction",
		"/api/v1/documents/a/trace?depth=51":             "query.depth",
		"/api/v1/documents/a/coverage?as_of=soon":        "query.as_of",
		"/api/v1/documents/a/coverage?as_of=2024-02-31":  "query.as_of",
		"/api/v1/documents/a/coverage?as_of=31%2F1%2F24": "query.as_of",
		"/api/v1/duties?state=late":                      "query.state",
		"/api/v1/duties?limit=0":                         "query.limit",
		"/api/v1/duties?limit=10001":                     "query.limit",
		"/api/v1/duties?from=June":                       "query.from",
		"/api/v1/changes?since=June":                     "query.since",
		"/api/v1/changes?since=2024-06-01&by=moon":       "query.by",
	} {
		f := &fake{}
		w := ask(site(f, &bytes.Buffer{}), http.MethodGet, target)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), holds) || f.asked != nil {
			t.Errorf("%s: %d, asked %v: %s", target, w.Code, f.asked, w.Body)
		}
	}
}

func TestMethods(t *testing.T) {
	h := site(&fake{file: catalog.Source{Name: "a", MediaType: "text/plain"}}, &bytes.Buffer{})
	for _, target := range []string{
		"/api/v1/search", "/api/v1/documents", "/api/v1/documents/a", "/api/v1/documents/a/trace", "/api/v1/documents/a/coverage",
		"/api/v1/documents/a/source", "/api/v1/missing", "/healthz", "/metrics", "/openapi.json",
	} {
		if w := ask(h, http.MethodHead, target); w.Code != http.StatusOK {
			t.Errorf("HEAD %s: %d", target, w.Code)
		}
		for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
			if w := ask(h, method, target); w.Code != http.StatusMethodNotAllowed {
				t.Errorf("%s %s: %d", method, target, w.Code)
			}
		}
	}
	if w := ask(h, http.MethodGet, "/api/v1/nothing"); w.Code != http.StatusNotFound {
		t.Errorf("a route that is not there: %d", w.Code)
	}
}

func TestSourceIsForSaving(t *testing.T) {
	for _, c := range []struct{ name, disposition string }{
		{"87-ct-ttg.docx", "attachment; filename=87-ct-ttg.docx"},
		{"chỉ thị.html", "attachment; filename*=utf-8''ch%E1%BB%89%20th%E1%BB%8B.html"},
		{"a\"b\r\nX: y", "attachment"},
		{"", `attachment; filename=""`},
	} {
		f := &fake{file: catalog.Source{Name: c.name, MediaType: "text/html", Data: []byte("<script>alert(1)</script>")}}
		w := ask(site(f, &bytes.Buffer{}), http.MethodGet, "/api/v1/documents/a/source")
		head := w.Header()
		if got := head.Get("Content-Disposition"); !strings.HasPrefix(got, c.disposition) || strings.ContainsAny(got, "\r\n") {
			t.Errorf("%q: %q", c.name, got)
		}
		if head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Content-Type") != "text/html" || w.Body.String() != "<script>alert(1)</script>" {
			t.Errorf("%q: %v %s", c.name, head, w.Body)
		}
	}
}

func TestHealth(t *testing.T) {
	var log bytes.Buffer
	w := ask(site(&fake{err: errors.New("disk /secret gone")}, &log), http.MethodGet, "/healthz")
	if w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "secret") || !strings.Contains(log.String(), "secret") {
		t.Errorf("%d %s; log %s", w.Code, w.Body, log.String())
	}
}

func TestMetricsCountByRoute(t *testing.T) {
	f := &fake{}
	h := site(f, &bytes.Buffer{})
	for range 3 {
		ask(h, http.MethodGet, "/api/v1/documents/87%2FCT-TTg/trace")
	}
	ask(h, http.MethodGet, "/api/v1/search?limit=x")
	f.err = errors.New("broken")
	ask(h, http.MethodGet, "/api/v1/missing")
	body := ask(h, http.MethodGet, "/metrics").Body.String()
	for _, want := range []string{
		`soichi_http_request_seconds_count{route="/api/v1/documents/{id}/trace",status="200"} 3`,
		`soichi_http_request_seconds_count{route="/api/v1/search",status="422"} 1`,
		`soichi_http_request_seconds_count{route="/api/v1/missing",status="500"} 1`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(body, "87") && strings.Contains(body, `CT-TTg`) {
		t.Error("a series for each address")
	}
}

// spec is what the tests read of the OpenAPI document.
type spec struct {
	OpenAPI string
	Info    struct{ Version string }
	Paths   map[string]map[string]struct {
		OperationID string
		Responses   map[string]json.RawMessage
	}
	Components struct {
		Schemas map[string]struct {
			Properties map[string]struct {
				Type any
				Ref  string `json:"$ref"`
			}
		}
	}
}

func openAPI(t *testing.T) (s spec, raw string) {
	t.Helper()
	w := ask(site(&fake{}, &bytes.Buffer{}), http.MethodGet, "/openapi.json")
	if err := json.Unmarshal(w.Body.Bytes(), &s); err != nil {
		t.Fatal(err)
	}
	return s, w.Body.String()
}

func TestOpenAPIDescribesWhatAnswers(t *testing.T) {
	s, raw := openAPI(t)
	if !strings.HasPrefix(s.OpenAPI, "3.") || s.Info.Version != "1.2.3" || len(s.Paths) != 20 {
		t.Fatalf("OpenAPI %s of %s with %d paths", s.OpenAPI, s.Info.Version, len(s.Paths))
	}
	h := site(&fake{file: catalog.Source{Name: "a", MediaType: "text/plain", Data: []byte("x")}}, &bytes.Buffer{})
	ids := map[string]bool{}
	for path, operations := range s.Paths {
		for method, op := range operations {
			target := strings.NewReplacer("{id}", "a", "{field}", "symbol", "{name}", "n").Replace(path)
			bodies := map[string]string{
				"put /api/v1/documents/{id}/corrections/{field}": `{"value": "1/CT-X", "by": "Lan"}`,
				"put /api/v1/saved/{name}":                       `{"query": "a"}`, "post /api/v1/saved/{name}/seen": `{"documents": []}`,
				"post /api/v1/documents/{id}/decisions": `{"task": 0, "document": "e", "verdict": "rejected", "by": "Lan"}`,
				"post /api/v1/documents/{id}/unlink":    `{"to": "e", "by": "Lan"}`,
			}
			w := send(h, strings.ToUpper(method), target, bodies[method+" "+path])
			if w.Code != http.StatusOK && w.Code != http.StatusNoContent {
				t.Errorf("%s %s: %d", method, target, w.Code)
			}
			if op.OperationID == "" || ids[op.OperationID] || op.Responses[strconv.Itoa(w.Code)] == nil {
				t.Errorf("%s %s: operation %q, responses %v", method, path, op.OperationID, op.Responses)
			}
			ids[op.OperationID] = true
		}
	}
	for _, ref := range strings.Split(raw, `"$ref":"#/components/schemas/`)[1:] {
		name, _, _ := strings.Cut(ref, `"`)
		if _, ok := s.Components.Schemas[name]; !ok {
			t.Errorf("a reference to %s, which is not there", name)
		}
	}
}

func TestOpenAPITypes(t *testing.T) {
	s, _ := openAPI(t)
	nullable := []any{"string", "null"}
	for schema, fields := range map[string]map[string]any{
		"CatalogHit":       {"id": "string", "symbol": nullable, "issued_on": nullable, "score": "number"},
		"DocumentCitation": {"kind": nullable, "resolves_to": nullable},
		"DocumentTask":     {"section": nullable, "text": "string"},
		"CoverageTask":     {"index": "integer", "section": nullable},
		"GraphWish":        {"symbol": nullable, "cited": "integer"},
	} {
		for field, want := range fields {
			got, ok := s.Components.Schemas[schema].Properties[field]
			if !ok || !reflect.DeepEqual(got.Type, want) {
				t.Errorf("%s.%s is %v, want %v", schema, field, got.Type, want)
			}
		}
	}
}
