package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
)

// Decider takes what a person says in a form.
type Decider interface {
	Decide(ctx context.Context, j catalog.Judgement) ([]coverage.Evidence, error)
	Correct(ctx context.Context, f catalog.Fix) (*catalog.Correction, error)
}

// personCookie keeps the name that a person gave with a decision, for the next one.
const personCookie = "person"

// person gives the name of who asks: the one they came in with, else the one they gave last.
func person(r *http.Request) string {
	if name, _, ok := r.BasicAuth(); ok && name != "" {
		return name
	}
	if c, err := r.Cookie(personCookie); err == nil {
		if name, err := url.QueryUnescape(c.Value); err == nil {
			return name
		}
	}
	return ""
}

// decider gives the name under which a form's decision is kept, and remembers one that was typed.
func decider(w http.ResponseWriter, r *http.Request) string {
	typed := strings.TrimSpace(r.PostFormValue("by"))
	if name, _, ok := r.BasicAuth(); ok && name != "" || typed == "" {
		return name
	}
	http.SetCookie(w, &http.Cookie{
		Name: personCookie, Value: url.QueryEscape(typed), Path: "/", MaxAge: cookieSeconds, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	return typed
}

// decision is what a button of a coverage says: a verdict on one passage as evidence for a task.
type decision struct {
	Verdict  string
	Task     int // index among the directive's tasks
	Document string
	Quote    string
}

// String writes a decision as the value of a button: fields separated by blanks, the quote last.
func (d decision) String() string {
	return strings.Join([]string{d.Verdict, strconv.Itoa(d.Task), d.Document, d.Quote}, " ")
}

// As gives the other verdicts on the same passage.
func (d decision) As(verdict string) decision {
	d.Verdict = verdict
	return d
}

// Number is the task's number as lists print it.
func (d decision) Number() int { return d.Task + 1 }

// readDecision reads the value of a button. Browsers send line ends as CRLF.
func readDecision(s string) (d decision, ok bool) {
	f := strings.SplitN(strings.ReplaceAll(s, "\r\n", "\n"), " ", 4)
	if len(f) < 4 {
		return d, false
	}
	task, err := strconv.Atoi(f[1])
	d = decision{f[0], task, f[2], f[3]}
	known := d.Verdict == catalog.Confirmed || d.Verdict == catalog.Rejected || d.Verdict == catalog.Withdrawn
	return d, err == nil && known && d.Quote != ""
}

// decide keeps a verdict and goes back to the coverage, which says what was decided and offers to take it back.
func (s *site) decide(w http.ResponseWriter, r *http.Request) {
	d, ok := readDecision(r.PostFormValue("decision"))
	if !ok {
		s.fail(w, r, catalog.ErrBadDecision)
		return
	}
	j := catalog.Judgement{Directive: ref(r), Task: d.Task, Evidence: d.Document, Quote: d.Quote, Verdict: d.Verdict, Who: decider(w, r)}
	if _, err := s.catalog.Decide(r.Context(), j); err != nil {
		s.fail(w, r, err)
		return
	}
	back := url.Values{"decided": {d.String()}}
	if asOf := dayOr(r.PostForm, "as_of", ""); asOf != "" {
		back.Set("as_of", asOf)
	}
	http.Redirect(w, r, address(ref(r))+"/coverage?"+back.Encode()+"#task-"+strconv.Itoa(d.Task), http.StatusSeeOther)
}

// correct keeps a person's value for a field and goes back to the document.
func (s *site) correct(w http.ResponseWriter, r *http.Request) {
	fix := catalog.Fix{
		Document: ref(r), Field: r.PostFormValue("field"), Value: r.PostFormValue("value"), Who: decider(w, r), Undo: r.PostFormValue("undo") != "",
	}
	if _, err := s.catalog.Correct(r.Context(), fix); err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, address(ref(r))+"#corrections", http.StatusSeeOther)
}

// corrected is a correction as a document's page shows it.
type corrected struct {
	catalog.Correction
	Field string // as a form names it, "" for a part of a task, which has no number here
	Name  string // the field as it is kept
	Said  string // the value; "" where the document lacks the field
}

// correctedFields lists what persons said of a document.
func correctedFields(list []catalog.Correction) []corrected {
	var out []corrected
	for _, k := range list {
		c := corrected{Correction: k, Name: k.Field, Said: string(k.Value)}
		if !strings.HasPrefix(k.Field, "tasks.") {
			c.Field = k.Field
		}
		var plain struct{ Value string }
		switch {
		case string(k.Value) == "null":
			c.Said = ""
		case json.Unmarshal(k.Value, &plain) == nil && plain.Value != "":
			c.Said = plain.Value
		}
		out = append(out, c)
	}
	return out
}

// correctable are the fields that a form offers, beside the parts of the tasks.
var correctable = []string{
	"symbol", "kind", "issuer", "issued_on", "title", "signer", "signer.position", "signer.authority", "place", "urgency",
}
