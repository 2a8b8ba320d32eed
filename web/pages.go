package web

import (
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/go-chi/chi/v5"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/report"
)

// documentPage is the data of a document's page.
type documentPage struct {
	*catalog.Shown
	Body  template.HTML // the text with its citations and tasks marked
	Links map[int]catalog.ShownLink
	Like  []catalog.Hit
	Said  []corrected // what persons said of it
	Parts []string    // the fields that can be corrected
}

func (s *site) document(w http.ResponseWriter, r *http.Request) {
	d, err := s.catalog.Document(r.Context(), ref(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	p := documentPage{
		Shown: d, Body: annotate(d.Document), Links: map[int]catalog.ShownLink{}, Said: correctedFields(d.Corrections), Parts: correctable,
	}
	for _, l := range d.Links {
		p.Links[l.Citation] = l
	}
	if p.Like, err = s.catalog.Like(r.Context(), d.ID, likeShown); err != nil {
		s.fail(w, r, err)
		return
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
	Decided       *decision // what was decided just now
	cells         map[place]coverage.Cell
}

// Confirmed tells whether a person vouched for a passage of the cell.
func (coveragePage) Confirmed(c coverage.Cell) bool {
	return slices.ContainsFunc(c.Evidence, func(e coverage.Evidence) bool { return e.ConfirmedBy != "" })
}

// On gives what can be decided on a passage.
func (coveragePage) On(task int, e coverage.Evidence) decision {
	return decision{catalog.Confirmed, task, e.Document, e.Span.Exact}
}

func newCoveragePage(r *coverage.Report, d *document.Document, q url.Values) coveragePage {
	p := coveragePage{exportable: exportable{q}, Report: r, Document: d, Totals: totals(r), cells: map[place]coverage.Cell{}}
	p.Shown, p.Silent = report.Split(r)
	if last, ok := readDecision(q.Get("decided")); ok {
		p.Decided = &last
	}
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

// Unanswered gives the cells of a task whose units have no column: it was given to them and nothing of theirs is held.
func (p coveragePage) Unanswered(task int) []coverage.Cell {
	var out []coverage.Cell
	for _, u := range p.Silent {
		if c := p.cells[place{task, u.Name}]; c.Assigned {
			out = append(out, c)
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
	q := r.URL.Query()
	page, offset := pageOf(list, q, missingShown)
	s.render(w, r, http.StatusOK, "missing", "/api/v1/missing", missingPage{page, len(list), offset})
}

// missingShown is the number of wanted documents on a page; a library of some hundred papers wants thousands.
const missingShown = 200

// missingPage is the data of the page of wanted documents.
type missingPage struct {
	Wishes      []graph.Wish
	All, Offset int
}

// Next gives the address of the next page, "" on the last one.
func (p missingPage) Next() string {
	if p.Offset+missingShown >= p.All {
		return ""
	}
	return "/missing?offset=" + strconv.Itoa(p.Offset+missingShown)
}

// Previous gives the address of the page before, "" on the first one.
func (p missingPage) Previous() string {
	if p.Offset == 0 {
		return ""
	}
	return "/missing?offset=" + strconv.Itoa(max(0, p.Offset-missingShown))
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
