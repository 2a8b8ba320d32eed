package web_test

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
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/store"
	"github.com/soichi/soichi/web"
)

// fake is a catalog that answers with what it holds, or with err where there is one, and remembers the last question.
type fake struct {
	err     error
	request catalog.SearchRequest
	ref     string
	asOf    string

	result   *catalog.SearchResult
	document *catalog.Shown
	trace    *graph.Trace
	coverage *coverage.Report
	missing  []graph.Wish
	news     *catalog.Changes
	duties   catalog.LedgerRequest
	since    catalog.ChangesRequest
	judged   catalog.Judgement
	fixed    catalog.Fix
}

func (f *fake) Search(_ context.Context, r catalog.SearchRequest) (*catalog.SearchResult, error) {
	f.request = r
	return f.result, f.err
}

func (f *fake) Document(_ context.Context, ref string) (*catalog.Shown, error) {
	f.ref = ref
	return f.document, f.err
}

func (f *fake) Trace(_ context.Context, ref string, _ graph.TraceOptions) (*graph.Trace, error) {
	f.ref = ref
	return f.trace, f.err
}

func (f *fake) Coverage(_ context.Context, ref, asOf string) (*coverage.Report, error) {
	f.ref, f.asOf = ref, asOf
	return f.coverage, f.err
}

func (f *fake) Ledger(_ context.Context, q catalog.LedgerRequest) (*coverage.Ledger, error) {
	f.duties = q
	if f.err != nil {
		return nil, f.err
	}
	l := coverage.LedgerOf(f.coverage)
	l.AsOf, l.Nearest = q.AsOf, []string{"x"}
	return l, nil
}

func (f *fake) Changes(_ context.Context, q catalog.ChangesRequest) (*catalog.Changes, error) {
	f.since = q
	return f.news, f.err
}

func (f *fake) Missing(context.Context) ([]graph.Wish, error) { return f.missing, f.err }

// full is a catalog in which every part of every page has something to show. Every word of it is s, so that what else a
// page says is the page's own.
func full(s string) *fake {
	null := document.NullString(s)
	at := document.Span{Start: 0, End: len([]rune(s)), Exact: s}
	by := document.Evidence{Span: &at, Confidence: 0.5, Method: s}
	f := func() *document.Field { return &document.Field{Value: s, Evidence: by} }
	node := func(id string, held bool) *graph.Node {
		return &graph.Node{ID: id, Symbol: null, Kind: null, Issuer: null, IssuedOn: "2024-01-31", Title: null, Held: held}
	}
	d := &document.Document{
		ID: "d", Text: s, Source: document.Source{Path: s, MediaType: s, OCR: true, Warnings: []string{s}},
		Kind: &document.Kind{Value: "chi_thi", Name: s, Evidence: by}, Symbol: f(), Issuer: &document.Issuer{Value: s, Evidence: by},
		IssuedOn: f(), Place: f(), Title: f(), Signer: &document.Signer{Value: s, Position: null, Authority: null, Evidence: by}, Secrecy: f(), Urgency: f(),
		Themes:  []document.Theme{{Text: s, Span: at}},
		Tasks:   []document.Task{{Text: s, Lead: []string{s}, Support: []string{s}, Due: &document.Due{Text: s}, Span: at}},
		Results: []document.Result{{Measure: s, Value: 3, Unit: s}},
	}
	shown := &catalog.Shown{Document: d, Corrections: []catalog.Correction{
		{Field: "symbol", Value: json.RawMessage(`{"value": "` + s + `"}`), Who: s},
		{Field: store.TaskField("lead", s), Value: json.RawMessage(`null`), Who: s},
	}}
	var edges []graph.Edge
	nodes := []*graph.Node{node("d", true)}
	states := []graph.State{graph.Resolved, graph.Wanted, graph.Ambiguous, graph.Conflicting}
	for i, r := range document.Relations() {
		state := states[i%len(states)]
		d.Citations = append(d.Citations, document.Citation{Relation: r, Span: at})
		shown.Links = append(shown.Links, catalog.ShownLink{Citation: i, State: state, To: "x/1", Candidates: []graph.Candidate{{ID: "c"}}})
		shown.CitedBy = append(shown.CitedBy, catalog.Mention{Document: "o", Symbol: null, Relation: r})
		id := fmt.Sprintf("n/%d", i)
		nodes = append(nodes, node(id, i%2 == 0))
		edges = append(edges, graph.Edge{From: "d", To: id, Relation: r, State: state, Span: at}, graph.Edge{From: id, To: "d", Relation: r, State: state, Span: at})
	}
	return &fake{
		result: &catalog.SearchResult{
			Total: 90,
			Hits: []catalog.Hit{{
				ID: "d", Path: s, Symbol: null, Kind: null, Issuer: null, IssuedOn: "2024-01-31", Title: null,
				Passages: []catalog.Passage{{Span: at, Marked: "<mark>" + s + "</mark>", Section: null}},
			}, {ID: "e", Path: s}},
			Facets: catalog.Facets{
				Kind: []catalog.Count{{Value: "chi_thi", Count: 1}}, Issuer: []catalog.Count{{Value: s, Count: 1}},
				Year: []catalog.Count{{Value: "2024", Count: 1}}, Theme: []catalog.Count{{Value: s, Count: 1}},
			},
		},
		document: shown,
		trace:    &graph.Trace{Root: "d", Nodes: nodes, Edges: edges},
		coverage: matrix(s),
		news:     news(s, node("d", true)),
		missing: []graph.Wish{
			{Symbol: null, Kind: null, Issuer: null, IssuedOn: "2024-01-31", State: graph.Wanted, Node: "w/1", By: []string{"d"}},
			{Name: null, State: graph.Ambiguous, Node: "w/2", Candidates: []graph.Candidate{{ID: "c"}}},
		},
	}
}

// news has something of every sort.
func news(s string, n *graph.Node) *catalog.Changes {
	e := coverage.LedgerOf(matrix(s)).Entries[0]
	return &catalog.Changes{
		Since: "2024-12-01", AsOf: "2024-12-31", By: catalog.ByAdded, Added: []graph.Node{*n}, Updated: []graph.Node{*n}, Removed: []string{"z"},
		Healed: []catalog.Healed{{Document: *n, By: []string{"d"}}}, Covered: []catalog.Step{{Entry: e}}, Overdue: []coverage.Entry{e},
	}
}

// matrix has a cell of each status, due state and flag.
func matrix(s string) *coverage.Report {
	at := document.Span{Exact: s}
	r := &coverage.Report{
		Directive: "d", AsOf: "2024-12-31", Counts: map[string]int{"assigned": 3},
		Tasks: []coverage.Task{
			{Index: 0, Text: s, Due: &document.Due{Value: "2024-01-31", Text: s}, DueAsAmended: "2024-02-29"},
			{Index: 1, Text: s, Due: &document.Due{Text: s}},
		},
		Units: []coverage.Unit{{Name: s, Expected: true, Why: s}, {Name: s + "2", Why: s}},
	}
	add := func(task int, unit string, st coverage.Status, due coverage.DueState, flags ...coverage.Flag) {
		c := coverage.Cell{Task: task, Unit: unit, Assigned: unit == s, Status: st, DueState: due, DueStateAsAmended: due, Flags: flags}
		if st == coverage.Reported || st == coverage.Planned {
			c.Evidence = []coverage.Evidence{{Document: "o", Span: at, TaskSpan: at, Score: 0.5, ConfirmedBy: document.NullString(s)}}
		}
		r.Cells = append(r.Cells, c)
	}
	add(0, s, coverage.Reported, coverage.DoneOnTime, coverage.Outdated)
	add(0, s+"2", coverage.Planned, coverage.DoneLate, coverage.Unassigned, coverage.LaterDeadline)
	add(1, s, coverage.Missing, coverage.Overdue, coverage.AmbiguousLink)
	add(1, s+"2", coverage.Acknowledged, coverage.Open)
	return r
}

// site is the pages over a catalog, as the program mounts them.
func site(t testing.TB, c web.Catalog, log *bytes.Buffer) http.Handler {
	t.Helper()
	r := chi.NewRouter()
	err := web.Register(r, c, web.Options{
		Log:   slog.New(slog.NewTextHandler(log, nil)),
		Clock: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func get(h http.Handler, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, http.NoBody))
	return w
}

// pages are the pages of a full catalog.
var pages = []string{"/", "/?q=x&offset=20", "/documents/d", "/documents/d/trace", "/documents/d/coverage", "/missing", "/duties", "/changes", "/definitions", "/saved"}

// accented finds the letters that tell Vietnamese from English.
var accented = regexp.MustCompile(`[^\n]*[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĐƯƠÊÔĂÂ][^\n]*`)

// examples are in the language of the documents.
var examples = regexp.MustCompile(`<code>[^<]*</code>`)

func TestEnglishPagesAreEnglish(t *testing.T) {
	h := site(t, full("x"), &bytes.Buffer{})
	for _, target := range append(pages, "/?q=nothing&lang=en") {
		glue := "?"
		if strings.Contains(target, "?") {
			glue = "&"
		}
		w := get(h, target+glue+"lang=en")
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `<html lang="en">`) {
			t.Errorf("%s: %d", target, w.Code)
		}
		body := examples.ReplaceAllString(strings.ReplaceAll(w.Body.String(), "Tiếng Việt", ""), "")
		for _, line := range accented.FindAllString(body, -1) {
			t.Errorf("%s says in Vietnamese: %s", target, line)
		}
	}
}

func TestVietnamesePagesAreVietnamese(t *testing.T) {
	h := site(t, full("x"), &bytes.Buffer{})
	for _, target := range pages {
		body := get(h, target).Body.String()
		if !strings.Contains(body, `<html lang="vi">`) || !accented.MatchString(body) {
			t.Errorf("%s is not in Vietnamese", target)
		}
		for _, word := range []string{"Document", "Issuer", "Signer", "held", "reported", "overdue", "implements", "Search"} {
			if strings.Contains(body, ">"+word) {
				t.Errorf("%s says %q", target, word)
			}
		}
	}
}

func TestErrorPages(t *testing.T) {
	ambiguous := &catalog.AmbiguousError{Ref: "15/KH-UBND", Candidates: []*graph.Node{{ID: "a1", Held: true, Symbol: "15/KH-UBND"}, {ID: "a/2"}}}
	for _, c := range []struct {
		name    string
		err     error
		status  int
		vi, en  string
		holds   string
		targets []string
	}{
		{"syntax", &query.SyntaxError{Query: "a b)<i>", Pos: 3, Reason: query.StrayParenthesis}, 400, "không có dấu ( mở", "without its (", "a b<mark>)&lt;i&gt;</mark>", pages[:1]},
		{"nothing", fmt.Errorf("%q: %w", "x", catalog.ErrNotFound), 404, "Không có văn bản", "no such document", "", pages[2:5]},
		{"cited", &catalog.NotHeldError{Node: &graph.Node{ID: "w/1", Symbol: "1/CT-X"}}, 404, "chưa có trong kho", "not held", "/documents/w%2F1/trace", pages[2:5]},
		{"several", ambiguous, 300, "nhiều văn bản", "Several documents", `href="/documents/a1"`, pages[2:5]},
		{"ours", errors.New("open /secret/library.db"), 500, "Máy chủ gặp lỗi", "server failed", "", pages[:8]},
	} {
		for _, target := range c.targets {
			t.Run(c.name+target, func(t *testing.T) {
				var log bytes.Buffer
				h := site(t, &fake{err: c.err}, &log)
				w := get(h, target)
				if w.Code != c.status || !strings.Contains(w.Body.String(), c.vi) || !strings.Contains(w.Body.String(), c.holds) {
					t.Errorf("%d: %s", w.Code, w.Body)
				}
				english := httptest.NewRequest(http.MethodGet, target, http.NoBody)
				english.AddCookie(&http.Cookie{Name: "lang", Value: "en"})
				e := httptest.NewRecorder()
				h.ServeHTTP(e, english)
				if e.Code != c.status || !strings.Contains(e.Body.String(), c.en) || strings.Contains(e.Body.String(), c.vi) {
					t.Errorf("in English %d: %s", e.Code, e.Body)
				}
				if strings.Contains(w.Body.String(), "secret") || strings.Contains(log.String(), "secret") != (c.status == 500) {
					t.Errorf("page %s; log %s", w.Body, log.String())
				}
			})
		}
	}
}

func TestLanguageIsKept(t *testing.T) {
	h := site(t, full("x"), &bytes.Buffer{})
	for _, c := range []struct{ name, target, cookie, lang, other, set string }{
		{"at first", "/", "", "vi", "?lang=en", ""},
		{"asked for", "/?lang=en", "", "en", "?lang=vi", "en"},
		{"kept", "/missing", "en", "en", "?lang=vi", ""},
		{"asked for the other", "/missing?lang=vi", "en", "vi", "?lang=en", "vi"},
		{"another language", "/?lang=fr", "", "vi", "?lang=en", ""},
		{"a broken cookie", "/", "xx", "vi", "?lang=en", ""},
		{"with a question", "/?q=ch%C3%A1y&kind=chi_thi&lang=en", "", "en", "?kind=chi_thi&amp;lang=vi&amp;q=ch%C3%A1y", "en"},
		{"with a day", "/documents/d/coverage?as_of=2024-12-31", "", "vi", "?as_of=2024-12-31&amp;lang=en", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, c.target, http.NoBody)
			if c.cookie != "" {
				r.AddCookie(&http.Cookie{Name: "lang", Value: c.cookie})
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			body := w.Body.String()
			if !strings.Contains(body, `<html lang="`+c.lang+`">`) || !strings.Contains(body, `href="`+c.other+`"`) {
				t.Errorf("not in %s with a link to %s:\n%s", c.lang, c.other, body[:min(len(body), 1500)])
			}
			set := ""
			for _, k := range w.Result().Cookies() {
				set = k.Value
			}
			if set != c.set || w.Header().Get("Vary") != "Cookie" {
				t.Errorf("cookie %q, want %q; vary %q", set, c.set, w.Header().Get("Vary"))
			}
		})
	}
}

func TestHostileTexts(t *testing.T) {
	for _, s := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</title><script>alert(1)</script>`,
		`javascript:alert(1)`, `{{.}}`, `<mark onclick=alert(1)>`, `<!-- `,
	} {
		h := site(t, full(s), &bytes.Buffer{})
		for _, target := range append(pages, "/?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&kind=%22%3E%3Cscript%3E&lang=%22%3E") {
			w := get(h, target)
			body := strings.Replace(w.Body.String(), `<script src="/static/suggest.js" defer></script>`, "", 1) // our own
			if w.Code != http.StatusOK {
				t.Errorf("%q: %s: %d", s, target, w.Code)
			}
			for _, bad := range []string{"<script", "<img", "onerror=alert(1)>", "' onmouseover='", `href="javascript:`, "<mark onclick", "<!-- "} {
				if strings.Contains(body, bad) {
					t.Errorf("%q: %s holds %s", s, target, bad)
				}
			}
			csp := w.Header().Get("Content-Security-Policy")
			if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") || !strings.Contains(csp, "script-src 'self';") {
				t.Errorf("%s: policy %q", target, csp)
			}
			if w.Header().Get("X-Content-Type-Options") != "nosniff" || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html; charset=utf-8") {
				t.Errorf("%s: %v", target, w.Header())
			}
		}
	}
}

func TestPassagesKeepTheirMarks(t *testing.T) {
	f := full("x")
	f.result.Hits[0].Passages[0].Marked = `a <mark>b &amp; c</mark> &lt;mark&gt;`
	if body := get(site(t, f, &bytes.Buffer{}), "/?q=b").Body.String(); !strings.Contains(body, `a <mark>b &amp; c</mark> &lt;mark&gt;</blockquote>`) {
		t.Error(body)
	}
}

func TestCoveragePageWithManySilentUnits(t *testing.T) {
	f := full("x")
	for i := range 34 {
		u := coverage.Unit{Name: fmt.Sprintf("silent %d", i), Expected: true, Why: "w"}
		f.coverage.Units = append(f.coverage.Units, u)
		for task := range f.coverage.Tasks {
			f.coverage.Cells = append(f.coverage.Cells, coverage.Cell{Task: task, Unit: u.Name, Assigned: true, Status: coverage.Missing})
		}
	}
	body := get(site(t, f, &bytes.Buffer{}), "/documents/d/coverage?lang=en").Body.String()
	head, after, _ := strings.Cut(body, "</table>")
	if n := strings.Count(head, "<th"); n != 1+3+2 { // the head itself, its three, and the two units
		t.Errorf("%d heads of columns", n)
	}
	columns, rows, _ := strings.Cut(head, "</thead>")
	if n := strings.Count(rows, "nothing held: 34"); n != len(f.coverage.Tasks) {
		t.Errorf("%d tasks tell how many have not answered", n)
	}
	if strings.Contains(columns, "silent") || !strings.Contains(after, "Nothing held from (34)") || strings.Count(after, "silent ") != 34 {
		t.Errorf("under the table: %s", after)
	}
	for _, row := range strings.Split(head, "<tr>")[2:] {
		if n := strings.Count(row, "<td"); n != 3+2 {
			t.Errorf("%d cells in %s", n, row)
		}
	}
}

func TestQuestions(t *testing.T) {
	f := full("x")
	h := site(t, f, &bytes.Buffer{})
	for target, want := range map[string]catalog.SearchRequest{
		"/":                                   {Sort: "newest", Limit: 20, States: true},
		"/?sort=symbol":                       {Sort: "symbol", Limit: 20, States: true},
		"/?q=a&sort=size":                     {Query: "a", Limit: 20, States: true},
		"/?q=a&offset=40":                     {Query: "a", Limit: 20, Offset: 40, States: true},
		"/?q=a&offset=-5":                     {Query: "a", Limit: 20, States: true},
		"/?q=a&offset=x&in=no":                {Query: "a", Limit: 20, In: "no", States: true},
		"/?q=a&level=xa&lead=l&state=planned": {Query: "a", Level: "xa", Lead: "l", State: "planned", Limit: 20, States: true},
		"/?q=a&kind=k&issuer=i&theme=t&from=2020&to=2021-02-03&in=task": {
			Query: "a", Kind: "k", Issuer: "i", Theme: "t", From: "2020", To: "2021-02-03", In: "task", Limit: 20, States: true,
		},
	} {
		if get(h, target); !reflect.DeepEqual(f.request, want) {
			t.Errorf("%s asks %+v, want %+v", target, f.request, want)
		}
	}
	for target, want := range map[string][2]string{
		"/documents/87%2FCT-TTg":                           {"87/CT-TTg", ""},
		"/documents/wanted:chi_thi:19%2FCT-TTG/trace":      {"wanted:chi_thi:19/CT-TTG", ""},
		"/documents/87%2FCT-TTg/coverage":                  {"d", "2026-11-22"}, // then asks for the directive
		"/documents/87%2FCT-TTg/coverage?as_of=2024-12-31": {"d", "2024-12-31"},
		"/documents/87%2FCT-TTg/coverage?as_of=soon":       {"d", "2026-11-22"},
	} {
		f.ref, f.asOf = "", ""
		if get(h, target); f.ref != want[0] || f.asOf != want[1] {
			t.Errorf("%s asks for %q as of %q", target, f.ref, f.asOf)
		}
	}
}

func TestSearchPageLinks(t *testing.T) {
	f := full("x")
	body := get(site(t, f, &bytes.Buffer{}), "/?q=a&kind=chi_thi&from=2024-01-01&to=2024-12-31&offset=40&lang=en").Body.String()
	for what, want := range map[string]string{
		"a filter taken back":    `class="on" href="/?from=2024-01-01&amp;q=a&amp;to=2024-12-31">Directive`,
		"a filter added":         `href="/?from=2024-01-01&amp;issuer=x&amp;kind=chi_thi&amp;q=a&amp;to=2024-12-31"`,
		"the year taken back":    `class="on" href="/?kind=chi_thi&amp;q=a">2024`,
		"the page before":        `href="/?from=2024-01-01&amp;kind=chi_thi&amp;offset=20&amp;q=a&amp;to=2024-12-31"`,
		"the page after":         `href="/?from=2024-01-01&amp;kind=chi_thi&amp;offset=60&amp;q=a&amp;to=2024-12-31"`,
		"the same page as JSON":  `href="/api/v1/search?from=2024-01-01&amp;kind=chi_thi&amp;limit=20&amp;offset=40&amp;q=a&amp;states=true&amp;to=2024-12-31"`,
		"a document":             `href="/documents/d"`,
		"a document of no title": `>x</a>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%s: no %s", what, want)
		}
	}
	f.result.Total = 60
	if body := get(site(t, f, &bytes.Buffer{}), "/?q=a&offset=40").Body.String(); strings.Contains(body, "Trang sau") || !strings.Contains(body, "Trang trước") {
		t.Error("the last page has a next one")
	}
}

func TestStaticFilesAndUnknownPages(t *testing.T) {
	h := site(t, full("x"), &bytes.Buffer{})
	if w := get(h, "/static/style.css"); w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, target := range []string{"/nothing", "/static/../pages.go", "/static/nothing"} {
		if w := get(h, target); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}
