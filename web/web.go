package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/query"
)

//go:embed templates
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// Catalog is what the pages ask.
type Catalog interface {
	Finder
	Decider
	Document(ctx context.Context, ref string) (*catalog.Shown, error)
	Trace(ctx context.Context, ref string, opt graph.TraceOptions) (*graph.Trace, error)
	Coverage(ctx context.Context, ref, asOf string) (*coverage.Report, error)
	Missing(ctx context.Context) ([]graph.Wish, error)
	Ledger(ctx context.Context, q catalog.LedgerRequest) (*coverage.Ledger, error)
	Changes(ctx context.Context, q catalog.ChangesRequest) (*catalog.Changes, error)
}

// Options tune the pages.
type Options struct {
	Log   *slog.Logger     // nil: slog.Default
	Clock func() time.Time // nil: time.Now
}

// site serves the pages.
type site struct {
	catalog Catalog
	log     *slog.Logger
	clock   func() time.Time
	pages   map[string]map[string]*template.Template // by language and name
}

// pageNames are the pages; each is a template file that fills the layout's "main".
var pageNames = []string{"search", "document", "trace", "coverage", "duties", "changes", "definitions", "missing", "saved", "error"}

// Register puts the pages on the router.
func Register(r chi.Router, c Catalog, opt Options) error {
	s := &site{catalog: c, log: opt.Log, clock: opt.Clock, pages: map[string]map[string]*template.Template{}}
	if s.log == nil {
		s.log = slog.Default()
	}
	if s.clock == nil {
		s.clock = time.Now
	}
	for _, lang := range []string{vietnamese, english} {
		s.pages[lang] = map[string]*template.Template{}
		for _, name := range pageNames {
			t, err := template.New("layout.html").Funcs(functions).Funcs(labels(lang)).ParseFS(templateFiles, "templates/layout.html", "templates/"+name+".html")
			if err != nil {
				return fmt.Errorf("page %s: %w", name, err)
			}
			s.pages[lang][name] = t
		}
	}
	static, err := fs.Sub(staticFiles, "static")
	if err != nil {
		return fmt.Errorf("static files: %w", err)
	}
	r.Group(func(r chi.Router) {
		r.Use(guard, http.NewCrossOriginProtection().Handler, middleware.RequestSize(maxForm))
		r.Get("/", s.search)
		r.Get("/documents/{id}", s.document)
		r.Get("/documents/{id}/trace", s.trace)
		r.Get("/documents/{id}/coverage", s.coverage)
		r.Post("/documents/{id}/decide", s.decide)
		r.Post("/documents/{id}/correct", s.correct)
		r.Get("/duties", s.duties)
		r.Get("/changes", s.changes)
		r.Get("/definitions", s.definitions)
		r.Get("/missing", s.missing)
		r.Get("/saved", s.saved)
		r.Post("/saved", s.save)
		r.Post("/saved/{name}/seen", s.seen)
		r.Post("/saved/{name}/forget", s.forget)
		r.Handle("/static/*", http.StripPrefix("/static/", http.FileServerFS(static)))
	})
	return nil
}

// maxForm is the size of the largest form, in bytes: a decision quotes a passage.
const maxForm = 1 << 20

// guard sets the headers that keep a page from doing more than it should: the texts come from foreign files.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// view is what a template sees.
type view struct {
	Lang  string
	Q     string
	JSON  string // the address of the same answer as JSON
	Other string // the same page in the other language
	Who   string // the name of the person who reads, where they told it
	Data  any
}

// functions are those of every language.
var functions = template.FuncMap{
	"kind":    func(s document.NullString) string { return document.KindName(string(s)) },
	"day":     day,
	"dayOf":   func(s string) string { return day(document.NullString(s)) },
	"clip":    clip,
	"file":    func(name string) string { return path.Base(filepath.ToSlash(name)) },
	"percent": func(f float64) string { return fmt.Sprintf("%.1f %%", 100*f) },
	"sure":    func(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) },
	"dutiesOf": func(unit, asOf string) template.URL { // escaped by Encode
		return template.URL("/duties?" + url.Values{"unit": {unit}, "as_of": {asOf}}.Encode()) //nolint:gosec // escaped by Encode
	},
	"inc":     func(i int) int { return i + 1 },
	"join":    func(list []string) string { return strings.Join(list, "; ") },
	"marked":  marked,
	"savedAt": func(name string) template.URL { return template.URL(savedAddress(name)) }, //nolint:gosec // escaped by savedAddress
	"ask":     savedQuery,
	"right":   func(e *query.SyntaxError) string { right, _ := e.Split(); return right },
	"wrong":   func(e *query.SyntaxError) string { _, rest := e.Split(); return rest },
	"doc":     func(id string) template.URL { return template.URL(address(id)) }, //nolint:gosec // escaped by address
}

// address gives the page of a document. The ids of documents that are only cited hold slashes.
func address(id string) string { return "/documents/" + url.PathEscape(id) }

// passageTags are the only tags that a passage may have.
var passageTags = strings.NewReplacer("<mark>", "", "</mark>", "")

// marked takes over a passage as the index escaped and marked it. It comes out of foreign files, so a passage with any
// other tag or an open quote is shown as it is written.
func marked(s string) template.HTML {
	if strings.ContainsAny(passageTags.Replace(s), `<>"'`) {
		s = html.EscapeString(s)
	}
	return template.HTML(s) //nolint:gosec // escaped by the index or above
}

// clip shortens a passage for a list.
func clip(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= 160 {
		return string(r)
	}
	return string(r[:160]) + "…"
}

// day writes an ISO date the Vietnamese way.
func day(iso document.NullString) string {
	p := strings.Split(string(iso), "-")
	for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
		p[i], p[j] = p[j], p[i]
	}
	return strings.Join(p, "/")
}

// render writes a page; a template that fails half-way sends nothing half.
func (s *site) render(w http.ResponseWriter, r *http.Request, status int, page, json string, data any) {
	lang := language(w, r)
	var b bytes.Buffer
	v := view{Lang: lang, Q: r.URL.Query().Get("q"), JSON: json, Other: inOther(lang, r.URL.Query()), Who: person(r), Data: data}
	if err := s.pages[lang][page].Execute(&b, v); err != nil {
		s.log.ErrorContext(r.Context(), "page", "page", page, "error", err)
		http.Error(w, "the page could not be made; the log says why", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the reader may have gone
}

// inOther gives the query that asks for the same page in the other language.
func inOther(lang string, q url.Values) string {
	other := english
	if lang == english {
		other = vietnamese
	}
	q.Set("lang", other)
	return "?" + q.Encode()
}

// failure is the data of the error page.
type failure struct {
	Vietnamese, English string
	Candidates          []*graph.Node
	Wrong               *query.SyntaxError
}

// fail shows an error as a page. What is not the reader's fault is not told in detail.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	var syntax *query.SyntaxError
	var ambiguous *catalog.AmbiguousError
	var held *catalog.NotHeldError
	var filter *catalog.FilterError
	status, f := http.StatusInternalServerError, failure{Vietnamese: "Máy chủ gặp lỗi; nhật ký ghi rõ nguyên nhân.", English: "The server failed; its log says why."}
	switch {
	case errors.As(err, &syntax):
		status, f = http.StatusBadRequest, failure{"Không đọc được câu tìm: " + syntax.In(query.Vietnamese), "The query cannot be read: " + syntax.In(query.English), nil, syntax}
	case errors.As(err, &filter):
		status, f = http.StatusBadRequest, failure{Vietnamese: "Ngày không đọc được: " + filter.Value + ". Viết 31/12/2024, 12/2024 hoặc 2024.", English: filter.Error()}
	case errors.As(err, &ambiguous):
		status, f = http.StatusMultipleChoices, failure{Vietnamese: "Số hiệu này có nhiều văn bản:", English: "Several documents bear this number:", Candidates: ambiguous.Candidates}
	case errors.As(err, &held):
		status, f = http.StatusNotFound, failure{Vietnamese: "Văn bản được viện dẫn nhưng chưa có trong kho:", English: "Cited, but not held:", Candidates: []*graph.Node{held.Node}}
	case errors.Is(err, catalog.ErrBadCorrection):
		status, f = http.StatusBadRequest, failure{Vietnamese: "Không nhận được giá trị này. Ngày viết 31/12/2024; các đơn vị cách nhau bằng dấu chấm phẩy; nhớ ghi tên người sửa.", English: "This value cannot be taken. Write days as 31/12/2024, units with semicolons between, and say who you are."}
	case errors.Is(err, catalog.ErrBadDecision):
		status, f = http.StatusBadRequest, failure{Vietnamese: "Không nhận được quyết định này; nhớ ghi tên người xác nhận.", English: "This decision cannot be taken; say who you are."}
	case errors.Is(err, catalog.ErrNothingToDecide):
		status, f = http.StatusConflict, failure{Vietnamese: "Trích dẫn này không còn trong văn bản; hãy mở lại trang đối chiếu.", English: "The document does not hold this passage any more; open the coverage again."}
	case errors.Is(err, catalog.ErrNotSaved):
		status, f = http.StatusNotFound, failure{Vietnamese: "Không có câu tìm nào được lưu dưới tên này.", English: "No search is saved under this name."}
	case errors.Is(err, catalog.ErrNoName):
		status, f = http.StatusBadRequest, failure{Vietnamese: "Câu tìm cần một tên, dài nhất 100 chữ.", English: "A saved search needs a name of at most 100 letters."}
	case errors.Is(err, catalog.ErrNotFound):
		status, f = http.StatusNotFound, failure{Vietnamese: "Không có văn bản này trong kho.", English: "There is no such document."}
	case r.Context().Err() == nil: // not where the reader has gone
		s.log.ErrorContext(r.Context(), "page failed", "error", err)
	}
	s.render(w, r, status, "error", "", f)
}
