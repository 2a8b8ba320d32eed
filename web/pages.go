package web

import (
	"html/template"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"github.com/go-chi/chi/v5"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/report"
)

// pageSize is the number of results on a page.
const pageSize = 20

// search is the home page.
func (s *site) search(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	offset, _ := strconv.Atoi(q.Get("offset")) // a mistyped offset is the first page
	req := catalog.SearchRequest{
		Query: q.Get("q"), Kind: q.Get("kind"), Issuer: q.Get("issuer"), Theme: q.Get("theme"), From: q.Get("from"), To: q.Get("to"),
		In: q.Get("in"), Limit: pageSize, Offset: max(0, offset),
	}
	if req.Query == "" {
		req.Sort = "newest"
	}
	res, err := s.catalog.Search(r.Context(), req)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	q.Del("lang")
	p := searchPage{Request: req, Result: res, query: q}
	s.render(w, r, http.StatusOK, "search", p.json(), p)
}

// searchPage is the data of the search page.
type searchPage struct {
	Request catalog.SearchRequest
	Result  *catalog.SearchResult
	query   url.Values
}

// json gives the address of the same page of results as JSON.
func (p searchPage) json() string {
	q := p.without()
	q.Set("limit", strconv.Itoa(p.Request.Limit))
	if p.Request.Offset > 0 {
		q.Set("offset", strconv.Itoa(p.Request.Offset))
	}
	if p.Request.Sort != "" {
		q.Set("sort", p.Request.Sort)
	}
	return "/api/v1/search?" + q.Encode()
}

// without gives the search's own parameters, those of the first page.
func (p searchPage) without() url.Values {
	q := url.Values{}
	for k, v := range p.query {
		if k != "offset" {
			q[k] = v
		}
	}
	return q
}

// With gives the address of the same search with one more filter, or without it if it is set to this value already.
func (p searchPage) With(name, value string) string {
	q := p.without()
	if q.Get(name) == value {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	return "/?" + q.Encode()
}

// Has tells whether a filter is set to a value.
func (p searchPage) Has(name, value string) bool { return p.query.Get(name) == value }

// Year gives the address of the same search in one year, or in all of them if it is set to this one already.
func (p searchPage) Year(year string) string {
	q := p.without()
	if p.In(year) {
		q.Del("from")
		q.Del("to")
	} else {
		q.Set("from", year+"-01-01")
		q.Set("to", year+"-12-31")
	}
	return "/?" + q.Encode()
}

// In tells whether the search is set to one year.
func (p searchPage) In(year string) bool {
	return p.Has("from", year+"-01-01") && p.Has("to", year+"-12-31")
}

// Next gives the address of the next page, "" on the last one.
func (p searchPage) Next() string {
	if p.Request.Offset+pageSize >= p.Result.Total {
		return ""
	}
	return p.page(p.Request.Offset + pageSize)
}

// Previous gives the address of the page before, "" on the first one.
func (p searchPage) Previous() string {
	if p.Request.Offset == 0 {
		return ""
	}
	return p.page(max(0, p.Request.Offset-pageSize))
}

func (p searchPage) page(offset int) string {
	q := p.without()
	q.Set("offset", strconv.Itoa(offset))
	return "/?" + q.Encode()
}

// documentPage is the data of a document's page.
type documentPage struct {
	*catalog.Shown
	Body  template.HTML // the text with its citations and tasks marked
	Links map[int]catalog.ShownLink
}

func (s *site) document(w http.ResponseWriter, r *http.Request) {
	d, err := s.catalog.Document(r.Context(), ref(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	p := documentPage{Shown: d, Body: annotate(d.Document), Links: map[int]catalog.ShownLink{}}
	for _, l := range d.Links {
		p.Links[l.Citation] = l
	}
	s.render(w, r, http.StatusOK, "document", apiAddress(d.ID), p)
}

func (s *site) trace(w http.ResponseWriter, r *http.Request) {
	t, err := s.catalog.Trace(r.Context(), ref(r), graph.TraceOptions{})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "trace", apiAddress(t.Root)+"/trace", newTracePage(t))
}

func (s *site) coverage(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	asOf := dayOr(q, "as_of", s.today())
	rep, err := s.catalog.Coverage(r.Context(), ref(r), asOf)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, e := range exports {
		if e.Format == q.Get("format") {
			s.send(w, r, "doi-chieu."+e.Format, e.MediaType, func(w io.Writer) error { return e.coverage(w, rep) })
			return
		}
	}
	d, err := s.catalog.Document(r.Context(), rep.Directive)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "coverage", apiAddress(rep.Directive)+"/coverage?as_of="+asOf, newCoveragePage(rep, d.Document, q))
}

// place is where a cell stands in the matrix.
type place struct {
	task int
	unit string
}

// coveragePage is the data of a coverage's page. Units with no document at all are listed under the table where there are
// many, as on a terminal: they would push the others out of sight.
type coveragePage struct {
	exportable
	*coverage.Report
	Totals        []total
	Document      *document.Document
	Shown, Silent []coverage.Unit
	cells         map[place]coverage.Cell
}

func newCoveragePage(r *coverage.Report, d *document.Document, q url.Values) coveragePage {
	p := coveragePage{exportable: exportable{q}, Report: r, Document: d, Totals: totals(r), cells: map[place]coverage.Cell{}}
	p.Shown, p.Silent = report.Split(r)
	for _, c := range r.Cells {
		p.cells[place{c.Task, c.Unit}] = c
	}
	return p
}

// total is one figure of a coverage with the address of the list behind it.
type total struct {
	State string
	Count int
	List  string
}

// totals counts the assigned cells by status and by due state, as the lists of duties count them.
func totals(r *coverage.Report) []total {
	var out []total
	counts := coverage.LedgerOf(r).Counts
	for _, s := range states {
		if counts[s] > 0 {
			out = append(out, total{s, counts[s], "/duties?" + url.Values{"of": {r.Directive}, "state": {s}, "as_of": {r.AsOf}}.Encode()})
		}
	}
	return out
}

// Row gives the cells of one task, in the order of the units that have a column.
func (p coveragePage) Row(task int) []coverage.Cell {
	out := make([]coverage.Cell, len(p.Shown))
	for i, u := range p.Shown {
		out[i] = p.cells[place{task, u.Name}]
	}
	return out
}

func (s *site) missing(w http.ResponseWriter, r *http.Request) {
	list, err := s.catalog.Missing(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "missing", "/api/v1/missing", list)
}

// apiAddress gives the address of a document as JSON.
func apiAddress(id string) string { return "/api/v1" + address(id) }

// ref gives the document that the address names: its id, or its symbol with the slash escaped.
func ref(r *http.Request) string {
	raw := chi.URLParam(r, "id")
	if s, err := url.PathUnescape(raw); err == nil {
		return s
	}
	return raw
}
