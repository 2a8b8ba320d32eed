package api

import (
	"context"
	"log/slog"
	"net/http"
	"path"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/go-chi/chi/v5"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// Catalog is what the interface asks.
type Catalog interface {
	Finder
	Decider
	List(ctx context.Context, f catalog.Filter, limit, offset int) (*catalog.Listing, error)
	Document(ctx context.Context, ref string) (*catalog.Shown, error)
	Trace(ctx context.Context, ref string, opt graph.TraceOptions) (*graph.Trace, error)
	Coverage(ctx context.Context, ref, asOf string) (*coverage.Report, error)
	Missing(ctx context.Context) ([]graph.Wish, error)
	Ledger(ctx context.Context, q catalog.LedgerRequest) (*coverage.Ledger, error)
	Changes(ctx context.Context, q catalog.ChangesRequest) (*catalog.Changes, error)
	Source(ctx context.Context, ref string) (*catalog.Source, error)
	Ready(ctx context.Context) error
}

// Options tune the interface.
type Options struct {
	Log   *slog.Logger     // nil: slog.Default
	Clock func() time.Time // nil: time.Now; gives the day of a coverage that names none
	// Version is the program's version, as the OpenAPI document gives it.
	Version string
}

// Register puts every route on the router: /api/v1, /openapi.json, /healthz and /metrics. What there is no route for is
// answered as the errors of the interface are.
func Register(r chi.Router, c Catalog, opt Options) {
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Version == "" {
		opt.Version = "devel"
	}
	config := huma.DefaultConfig("Soichi", opt.Version)
	config.Info.Description = "Directives, plans and reports: search, trace, coverage. Answers are the JSON of the commands of the same name."
	config.DocsPath = "" // the documentation page of the library loads scripts from other hosts
	config.CreateHooks = nil
	config.Components.Schemas = schemas()
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"password": {Type: "http", Scheme: "basic", Description: "any user name, and the password that the server was started with; without one it answers its own machine alone"},
	}
	config.Security = []map[string][]string{{}, {"password": {}}}
	h := handlers{catalog: c, log: opt.Log, clock: opt.Clock}
	m := newMetrics()
	r.NotFound(notFound)
	r.MethodNotAllowed(notAllowed)
	r.Group(func(r chi.Router) {
		r.Use(m.measure, http.NewCrossOriginProtection().Handler, tagged)
		a := humachi.New(r, config)
		a.OpenAPI().AddOperation(&huma.Operation{
			OperationID: "metrics", Method: http.MethodGet, Path: "/metrics", Summary: "What the server did, for Prometheus", Tags: []string{"server"},
			Responses: map[string]*huma.Response{"200": {Description: "the text format of Prometheus", Content: map[string]*huma.MediaType{"text/plain": {}}}},
		})
		h.routes(a)
	})
	r.Method(http.MethodGet, "/metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
}

// routes puts the operations on the interface. What each may answer beside its value stands behind its summary.
func (h handlers) routes(a huma.API) {
	huma.Get(a, "/api/v1/search", h.search, named("search", "search", "Documents that answer a query, with passages and counts", 400))
	huma.Get(a, "/api/v1/suggest", h.suggest, named("suggest", "search", "Completions of what was typed so far"))
	huma.Get(a, "/api/v1/documents/{id}/like", h.like, named("like", "search", "Documents like one", 300, 404))
	huma.Get(a, "/api/v1/saved", h.saved, named("list-saved", "saved searches", "Saved searches with how much is new"))
	huma.Get(a, "/api/v1/saved/{name}", h.news, named("get-saved", "saved searches", "What is new of a saved search", 404))
	huma.Put(a, "/api/v1/saved/{name}", h.save, named("save-search", "saved searches", "Save a search under a name", 400))
	huma.Post(a, "/api/v1/saved/{name}/seen", h.seen, named("mark-seen", "saved searches", "Note that results were seen", 404))
	huma.Delete(a, "/api/v1/saved/{name}", h.forget, named("forget-search", "saved searches", "Forget a saved search", 404))
	huma.Get(a, "/api/v1/documents", h.list, named("list-documents", "documents", "The documents held, newest first"))
	huma.Get(a, "/api/v1/documents/{id}", h.document, named("get-document", "documents", "A document with its fields, tasks and citations", 300, 404))
	huma.Get(a, "/api/v1/documents/{id}/trace", h.trace, named("trace", "documents", "What a document rests on and who carries it out", 300, 404))
	huma.Get(a, "/api/v1/documents/{id}/coverage", h.coverage, named("coverage", "documents", "Tasks by units, with evidence", 300, 404))
	huma.Get(a, "/api/v1/documents/{id}/source", h.source, named("get-source", "documents", "The file as it was ingested", 300, 404), file)
	huma.Get(a, "/api/v1/documents/{id}/corrections", h.corrections, named("list-corrections", "corrections", "What people corrected in a document", 300, 404))
	huma.Put(a, "/api/v1/documents/{id}/corrections/{field}", h.correct, named("correct", "corrections", "Give a field a person's value, or take it back", 300, 404))
	huma.Post(a, "/api/v1/documents/{id}/decisions", h.decide, named("decide", "decisions", "Confirm or reject evidence for a task, or take that back", 300, 404, 409))
	huma.Post(a, "/api/v1/documents/{id}/unlink", h.unlink, named("unlink", "decisions", "Undo a wrong link for good, or take that back", 300, 404, 409))
	huma.Get(a, "/api/v1/missing", h.missing, named("list-missing", "documents", "Documents that are cited and not held"))
	huma.Get(a, "/api/v1/duties", h.duties, named("list-duties", "duties", "Tasks of a unit or a period over all directives", 300, 404))
	huma.Get(a, "/api/v1/changes", h.changes, named("list-changes", "changes", "What changed since a day"))
	huma.Get(a, "/healthz", h.health, named("health", "server", "Whether the library can be read", 503))
}

// named gives an operation the name under which generated clients know it, its group, what it does, and the errors that it
// answers with beside those that every operation may: no password, not from here, asked wrongly, and our own failure.
func named(id, tag, summary string, errors ...int) func(*huma.Operation) {
	return func(o *huma.Operation) {
		o.OperationID, o.Tags, o.Summary = id, []string{tag}, summary
		o.Errors = append([]int{http.StatusUnauthorized, http.StatusForbidden, http.StatusUnprocessableEntity, http.StatusInternalServerError}, errors...)
		if o.Method == http.MethodPut || o.Method == http.MethodPost {
			o.Errors = append(o.Errors, http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
		}
	}
}

// file tells in the OpenAPI document that the answer is the bytes of a file.
func file(o *huma.Operation) {
	o.Responses = map[string]*huma.Response{"200": {
		Description: "the file as it was ingested, for saving",
		Content:     map[string]*huma.MediaType{"*/*": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}},
	}}
}

// schemas names the types of the answers by package and name, since a task of a document is not a task of a coverage, and
// writes the strings that may be null as such.
func schemas() huma.Registry {
	r := huma.NewMapRegistry("#/components/schemas/", func(t reflect.Type, hint string) string {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		name := huma.DefaultSchemaNamer(t, hint)
		if t.Name() == "" || !strings.HasPrefix(t.PkgPath(), "github.com/soichi/") {
			return name
		}
		pkg := path.Base(t.PkgPath())
		return strings.ToUpper(pkg[:1]) + pkg[1:] + name
	})
	r.RegisterTypeAlias(reflect.TypeFor[document.NullString](), reflect.TypeFor[*string]())
	return r
}
