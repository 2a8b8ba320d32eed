package web_test

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/store"
)

func (f *fake) Decide(_ context.Context, j catalog.Judgement) ([]coverage.Evidence, error) {
	f.judged = j
	return nil, f.err
}

func (f *fake) Correct(_ context.Context, fix catalog.Fix) (*catalog.Correction, error) {
	f.fixed = fix
	return &catalog.Correction{}, f.err
}

func TestDecisionForms(t *testing.T) {
	for _, c := range []struct {
		name     string
		decision string
		by       string
		err      error
		status   int
		judged   catalog.Judgement
	}{
		{
			"confirmed", "confirmed 3 e1 Đã lập bản đồ", " Lan ", nil, http.StatusSeeOther,
			catalog.Judgement{Directive: "87/CT-TTg", Task: 3, Evidence: "e1", Quote: "Đã lập bản đồ", Verdict: store.Confirmed, Who: "Lan"},
		},
		{
			"rejected, a quote of two lines", "rejected 0 e1 một\r\nhai", "Lan", nil, http.StatusSeeOther,
			catalog.Judgement{Directive: "87/CT-TTg", Evidence: "e1", Quote: "một\nhai", Verdict: store.Rejected, Who: "Lan"},
		},
		{
			"by nobody", "withdrawn 0 e1 một", "", store.ErrBadDecision, http.StatusBadRequest,
			catalog.Judgement{Directive: "87/CT-TTg", Evidence: "e1", Quote: "một", Verdict: store.Withdrawn},
		},
		{
			"a passage that is gone", "confirmed 0 e1 một", "Lan", fmt.Errorf("x: %w", catalog.ErrNothingToDecide), http.StatusConflict,
			catalog.Judgement{Directive: "87/CT-TTg", Evidence: "e1", Quote: "một", Verdict: store.Confirmed, Who: "Lan"},
		},
		{"nothing", "", "Lan", nil, http.StatusBadRequest, catalog.Judgement{}},
		{"no number", "confirmed x e1 một", "Lan", nil, http.StatusBadRequest, catalog.Judgement{}},
		{"another verdict", "deleted 0 e1 một", "Lan", nil, http.StatusBadRequest, catalog.Judgement{}},
		{"no quote", "confirmed 0 e1 ", "Lan", nil, http.StatusBadRequest, catalog.Judgement{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := full("x")
			f.err = c.err
			w := post(site(t, f, &bytes.Buffer{}), "/documents/87%2FCT-TTg/decide", url.Values{"decision": {c.decision}, "by": {c.by}, "as_of": {"2024-12-31"}})
			if w.Code != c.status || f.judged != c.judged {
				t.Errorf("%d, judged %+v: %s", w.Code, f.judged, w.Body)
			}
			if to := w.Header().Get("Location"); c.status == http.StatusSeeOther &&
				(!strings.HasPrefix(to, "/documents/87%2FCT-TTg/coverage?as_of=2024-12-31&decided="+c.judged.Verdict) || !strings.HasSuffix(to, fmt.Sprintf("#task-%d", c.judged.Task))) {
				t.Errorf("goes to %s", to)
			}
		})
	}
}

func TestCorrectionForm(t *testing.T) {
	for _, c := range []struct {
		name   string
		form   url.Values
		err    error
		status int
		fixed  catalog.Fix
	}{
		{"a value", url.Values{"field": {"symbol"}, "value": {"88/CT-TTg"}, "by": {"Lan"}}, nil, http.StatusSeeOther, catalog.Fix{Document: "d", Field: "symbol", Value: "88/CT-TTg", Who: "Lan"}},
		{"taken back", url.Values{"field": {"symbol"}, "undo": {"1"}, "by": {"Lan"}}, nil, http.StatusSeeOther, catalog.Fix{Document: "d", Field: "symbol", Who: "Lan", Undo: true}},
		{"what cannot be taken", url.Values{"field": {"x"}, "by": {"Lan"}}, fmt.Errorf("x: %w", catalog.ErrBadCorrection), http.StatusBadRequest, catalog.Fix{Document: "d", Field: "x", Who: "Lan"}},
		{"of what is not there", url.Values{"field": {"x"}, "by": {"Lan"}}, catalog.ErrNotFound, http.StatusNotFound, catalog.Fix{Document: "d", Field: "x", Who: "Lan"}},
	} {
		f := full("x")
		f.err = c.err
		w := post(site(t, f, &bytes.Buffer{}), "/documents/d/correct", c.form)
		if w.Code != c.status || f.fixed != c.fixed {
			t.Errorf("%s: %d, fixed %+v", c.name, w.Code, f.fixed)
		}
		if to := w.Header().Get("Location"); c.status == http.StatusSeeOther && to != "/documents/d#corrections" {
			t.Errorf("%s: goes to %s", c.name, to)
		}
	}
}

// Who came in with a name decides under it, whatever the form says; otherwise the name that was typed is kept for next time.
func TestWhoDecides(t *testing.T) {
	form := url.Values{"decision": {"confirmed 0 e một"}, "by": {"Nguyễn Thị Lan"}}
	f := full("x")
	h := site(t, f, &bytes.Buffer{})
	w := post(h, "/documents/d/decide", form)
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode {
		t.Fatalf("%+v", cookies)
	}
	r := httptest.NewRequest(http.MethodGet, "/documents/d/coverage", http.NoBody)
	r.AddCookie(cookies[0])
	page := httptest.NewRecorder()
	h.ServeHTTP(page, r)
	if !strings.Contains(page.Body.String(), `value="Nguyễn Thị Lan"`) {
		t.Error("the name is not offered again")
	}
	login := httptest.NewRequest(http.MethodGet, "/", http.NoBody)
	login.SetBasicAuth("minh", "x")
	w = post(h, "/documents/d/decide", form, "Authorization", login.Header.Get("Authorization"))
	if f.judged.Who != "minh" || len(w.Result().Cookies()) != 0 {
		t.Errorf("decided by %q, cookies %v", f.judged.Who, w.Result().Cookies())
	}
}

// A page of another site that a person has open must neither decide nor correct, nor may a form be of any size.
func TestFormsOfOtherSites(t *testing.T) {
	for _, target := range []string{"/documents/d/decide", "/documents/d/correct", "/saved", "/saved/x/seen", "/saved/x/forget"} {
		f := full("x")
		form := url.Values{"decision": {"confirmed 0 e một"}, "field": {"symbol"}, "by": {"Lan"}}
		for _, head := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}} {
			if w := post(site(t, f, &bytes.Buffer{}), target, form, head...); w.Code != http.StatusForbidden {
				t.Errorf("%s with %v: %d", target, head, w.Code)
			}
		}
		if f.judged.Who != "" || f.fixed.Who != "" {
			t.Errorf("%s: judged %+v, fixed %+v", target, f.judged, f.fixed)
		}
	}
	f := full("x")
	post(site(t, f, &bytes.Buffer{}), "/documents/d/correct", url.Values{"by": {"Lan"}, "value": {strings.Repeat("x", 2<<20)}})
	if f.fixed.Value != "" {
		t.Errorf("a value of %d bytes was taken", len(f.fixed.Value))
	}
}

var button = regexp.MustCompile(`name="decision" value="([^"]*)"`)

// press sends the form of a page's button whose value begins so, and gives the page that follows.
func press(t *testing.T, h http.Handler, page, begins string) (next string) {
	t.Helper()
	for _, m := range button.FindAllStringSubmatch(page, -1) {
		value := html.UnescapeString(m[1])
		if !strings.HasPrefix(value, begins) {
			continue
		}
		w := post(h, "/documents/87%2FCT-TTg/decide", url.Values{"decision": {value}, "by": {"Lan"}, "as_of": {"2024-12-31"}})
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", value, w.Code, w.Body)
		}
		to, _, _ := strings.Cut(w.Header().Get("Location"), "#")
		return get(h, to).Body.String()
	}
	t.Fatalf("no button %q", begins)
	return ""
}

// What a person decides and corrects on the pages is what the pages say afterwards.
func TestDecidingOnThePages(t *testing.T) {
	h := served(t)
	page := get(h, "/documents/87%2FCT-TTg/coverage?as_of=2024-12-31").Body.String()
	if strings.Contains(page, "xác nhận: Lan") || !strings.Contains(page, "<b>0.0 %</b>") {
		t.Fatal("something is confirmed before anybody spoke")
	}
	page = press(t, h, page, "confirmed 6 ") // the plan that the task asks for
	if !strings.Contains(page, "xác nhận: Lan") || strings.Contains(page, "Đã xác nhận <b>0.0 %</b>") || !strings.Contains(page, `role="status">Đã xác nhận`) {
		t.Error("the confirmed passage does not count")
	}
	page = press(t, h, page, "withdrawn ")
	if strings.Contains(page, "xác nhận: Lan") {
		t.Error("the passage is confirmed still")
	}
	before := strings.Count(page, `value="rejected `)
	page = press(t, h, page, "rejected ")
	if after := strings.Count(page, `value="rejected `); after >= before {
		t.Errorf("%d passages before, %d after one was rejected", before, after)
	}
	page = press(t, h, page, "withdrawn ") // the notice offers it
	if again := strings.Count(page, `value="rejected `); again != before {
		t.Errorf("%d passages before, %d after the rejection was taken back", before, again)
	}
	if w := post(h, "/documents/87%2FCT-TTg/correct", url.Values{"field": {"symbol"}, "value": {"88/CT-TTg"}, "by": {"Lan"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	corrected := get(h, "/documents/88%2FCT-TTg").Body.String()
	if !strings.Contains(corrected, "Người sửa</h3>") || !strings.Contains(corrected, "Số hiệu: 88/CT-TTg <small>Lan,") {
		t.Error("the correction is not shown")
	}
	if w := post(h, "/documents/88%2FCT-TTg/correct", url.Values{"field": {"symbol"}, "undo": {"1"}, "by": {"Lan"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := get(h, "/documents/87%2FCT-TTg"); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "Người sửa</h3>") {
		t.Errorf("taken back: %d", w.Code)
	}
}
