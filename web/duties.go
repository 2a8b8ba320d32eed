package web

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/report"
)

// exports are the forms in which a list can be taken away, with their media types.
var exports = []struct {
	Format, MediaType string
	coverage          func(io.Writer, *coverage.Report) error
	ledger            func(io.Writer, *coverage.Ledger) error
}{
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		func(w io.Writer, r *coverage.Report) error { return report.XLSX(w, report.CoverageList(r)) },
		func(w io.Writer, l *coverage.Ledger) error { return report.XLSX(w, report.LedgerList(l)) }},
	{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		func(w io.Writer, r *coverage.Report) error { return report.DOCX(w, report.CoverageList(r)) },
		func(w io.Writer, l *coverage.Ledger) error { return report.DOCX(w, report.LedgerList(l)) }},
	{"csv", "text/csv; charset=utf-8",
		func(w io.Writer, r *coverage.Report) error { return report.CSV(w, report.CoverageList(r)) },
		func(w io.Writer, l *coverage.Ledger) error { return report.CSV(w, report.LedgerList(l)) }},
	{"ics", "text/calendar; charset=utf-8",
		func(w io.Writer, r *coverage.Report) error { return report.Calendar(w, coverage.LedgerOf(r)) }, report.Calendar},
}

// Exports names the forms for the templates.
func (exportable) Exports() []string {
	var out []string
	for _, e := range exports {
		out = append(out, e.Format)
	}
	return out
}

// exportable is a page whose list can be taken away.
type exportable struct{ query url.Values }

// Export gives the address of the same list in another form.
func (p exportable) Export(format string) string {
	q := url.Values{}
	for k, v := range p.query {
		q[k] = v
	}
	for _, name := range []string{"lang", "decided", "offset"} { // of the page, not of the list
		q.Del(name)
	}
	q.Set("format", format)
	return "?" + q.Encode()
}

// send answers with a file for saving.
func (s *site) send(w http.ResponseWriter, r *http.Request, name, mediaType string, write func(io.Writer) error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		s.fail(w, r, fmt.Errorf("export %s: %w", name, err))
		return
	}
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, _ = b.WriteTo(w) // the reader has gone: nothing to do
}

// dayOr gives the day that the address asks for, or the other one where it names none or mistypes it.
func dayOr(q url.Values, name, other string) string {
	if v := q.Get(name); v != "" {
		if _, err := time.Parse(time.DateOnly, v); err == nil {
			return v
		}
	}
	return other
}

func (s *site) today() string { return s.clock().Format(time.DateOnly) }

// dutiesPage is the data of the page of what units owe.
type dutiesPage struct {
	exportable
	*coverage.Ledger
	Rows    [][]coverage.Entry // of this page
	Request catalog.LedgerRequest
	States  []string
	Offset  int // of the first row
	all     int // rows
}

// rowsOf gives the rows of a list of duties. Units of which nothing is held and that stand alike with a task share one, as
// a directive to every commune would fill pages with them.
func rowsOf(entries []coverage.Entry) [][]coverage.Entry {
	var out [][]coverage.Entry
	for _, units := range report.Alike(entries) {
		if units[0].Cell.Status == coverage.Missing {
			out = append(out, units)
			continue
		}
		for i := range units {
			out = append(out, units[i:i+1])
		}
	}
	return out
}

// dutiesShown is the number of rows on a page.
const dutiesShown = 100

// Next gives the address of the next page, "" on the last one.
func (p dutiesPage) Next() string {
	if p.Offset+dutiesShown >= p.all {
		return ""
	}
	return p.from(p.Offset + dutiesShown)
}

// Previous gives the address of the page before, "" on the first one.
func (p dutiesPage) Previous() string {
	if p.Offset == 0 {
		return ""
	}
	return p.from(max(0, p.Offset-dutiesShown))
}

func (p dutiesPage) from(offset int) string {
	q := maps.Clone(p.query)
	q.Set("offset", strconv.Itoa(offset))
	return "/duties?" + q.Encode()
}

// Number is the number of a row of the page in the whole list.
func (p dutiesPage) Number(i int) int { return p.Offset + i + 1 }

// states are what a reader can narrow the list to.
var states = []string{
	string(coverage.Overdue), string(coverage.Open), string(coverage.DoneOnTime), string(coverage.DoneLate),
	string(coverage.Missing), string(coverage.Acknowledged), string(coverage.Planned), string(coverage.Reported),
}

func (s *site) duties(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	req := catalog.LedgerRequest{
		Unit: strings.TrimSpace(q.Get("unit")), Document: q.Get("of"), State: q.Get("state"),
		From: dayOr(q, "from", ""), To: dayOr(q, "to", ""), AsOf: dayOr(q, "as_of", s.today()),
	}
	l, err := s.catalog.Ledger(r.Context(), req)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, e := range exports {
		if e.Format == q.Get("format") {
			s.send(w, r, "nhiem-vu."+e.Format, e.MediaType, func(w io.Writer) error { return e.ledger(w, l) })
			return
		}
	}
	q.Del("lang")
	rows := rowsOf(l.Entries)
	page, offset := pageOf(rows, q, dutiesShown)
	q.Del("offset") // of rows: the JSON counts entries
	s.render(w, r, http.StatusOK, "duties", "/api/v1/duties?"+q.Encode(), dutiesPage{exportable{q}, l, page, req, states, offset, len(rows)})
}

// pageOf gives the part of a list that the address asks for, and where it begins. A mistyped offset is the first page.
func pageOf[T any](list []T, q url.Values, size int) (page []T, offset int) {
	offset, _ = strconv.Atoi(q.Get("offset"))
	offset = min(max(0, offset), len(list))
	return list[offset:min(offset+size, len(list))], offset
}

// changesPage is the data of the page of what is new.
type changesPage struct {
	*catalog.Changes
}

// Kinds groups the new documents.
func (p changesPage) Kinds() [][]graph.Node { return report.ByKind(p.Added) }

// directiveTasks are tasks of one directive; each is told of units that stand alike with it.
type directiveTasks struct {
	coverage.Entry // any of them, for the directive
	Tasks          [][]coverage.Entry
	Count          int
}

// FurtherBy gives the tasks that got further, by directive.
func (p changesPage) FurtherBy() []directiveTasks { return byDirective(p.Further()) }

// OverdueBy gives the tasks that are newly overdue, by directive.
func (p changesPage) OverdueBy() []directiveTasks { return byDirective(p.Overdue) }

func byDirective(entries []coverage.Entry) []directiveTasks {
	var out []directiveTasks
	at := map[string]int{}
	for _, units := range report.Alike(entries) {
		i, ok := at[units[0].Directive]
		if !ok {
			i = len(out)
			at[units[0].Directive] = i
			out = append(out, directiveTasks{Entry: units[0]})
		}
		out[i].Tasks = append(out[i].Tasks, units)
		out[i].Count += len(units)
	}
	return out
}

func (s *site) changes(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	since, err := time.ParseInLocation(time.DateOnly, q.Get("since"), time.Local)
	if err != nil {
		since = time.Time{} // absent or mistyped: as far back as the catalog looks by itself
	}
	by := catalog.ByAdded
	if q.Get("by") == catalog.ByIssued {
		by = catalog.ByIssued
	}
	ch, err := s.catalog.Changes(r.Context(), catalog.ChangesRequest{Since: since, AsOf: dayOr(q, "as_of", s.today()), By: by})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, "changes", "/api/v1/changes?since="+ch.Since+"&by="+by, changesPage{ch})
}

// definitions says what the words and figures of a coverage mean.
func (s *site) definitions(w http.ResponseWriter, r *http.Request) {
	s.render(w, r, http.StatusOK, "definitions", "", coverage.SuggestedFrom)
}
