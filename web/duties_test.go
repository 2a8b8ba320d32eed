package web_test

import (
	"bytes"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
)

func TestDutiesAsksForWhatTheFormSays(t *testing.T) {
	for _, tt := range []struct {
		target string
		want   catalog.LedgerRequest
	}{
		{"/duties", catalog.LedgerRequest{AsOf: "2026-11-22"}},
		{
			"/duties?unit=+UBND+t%E1%BB%89nh+A+&of=d&from=2024-01-01&to=2024-06-30&state=overdue&as_of=2024-12-31",
			catalog.LedgerRequest{Unit: "UBND tỉnh A", Document: "d", From: "2024-01-01", To: "2024-06-30", State: "overdue", AsOf: "2024-12-31"},
		},
		{"/duties?from=June&as_of=soon", catalog.LedgerRequest{AsOf: "2026-11-22"}},
	} {
		f := full("x")
		if w := get(site(t, f, &bytes.Buffer{}), tt.target); w.Code != http.StatusOK || f.duties != tt.want {
			t.Errorf("%s: %d, asked %+v, want %+v", tt.target, w.Code, f.duties, tt.want)
		}
	}
}

func TestChangesAsksForWhatTheFormSays(t *testing.T) {
	for target, want := range map[string][2]string{
		"/changes":                            {"0001-01-01", catalog.ByAdded},
		"/changes?since=2024-06-01&by=issued": {"2024-06-01", catalog.ByIssued},
		"/changes?since=x&by=moon":            {"0001-01-01", catalog.ByAdded},
	} {
		f := full("x")
		w := get(site(t, f, &bytes.Buffer{}), target)
		if got := [2]string{f.since.Since.Format("2006-01-02"), f.since.By}; w.Code != http.StatusOK || got != want {
			t.Errorf("%s: %d, asked %v, want %v", target, w.Code, got, want)
		}
	}
}

func TestExports(t *testing.T) {
	h := site(t, full("x"), &bytes.Buffer{})
	for _, page := range []string{"/duties", "/documents/d/coverage"} {
		for format, begins := range map[string]string{"xlsx": "PK", "docx": "PK", "csv": "\ufeffTT", "ics": "BEGIN:VCALENDAR"} {
			w := get(h, page+"?format="+format)
			if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), begins) ||
				!strings.Contains(w.Header().Get("Content-Disposition"), "attachment; filename=") || !strings.Contains(w.Header().Get("Content-Disposition"), "."+format) {
				t.Errorf("%s as %s: %d %v %.40q", page, format, w.Code, w.Header(), w.Body)
			}
		}
		if w := get(h, page+"?format=exe"); !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s in a form that is not there: %v", page, w.Header())
		}
	}
}

// TestEveryNumberOpensItsList opens the lists behind the figures of a coverage: each has as many entries as the figure says.
func TestEveryNumberOpensItsList(t *testing.T) {
	h := served(t)
	page := get(h, "/documents/87%2FCT-TTg/coverage?as_of=2024-12-31").Body.String()
	figures := regexp.MustCompile(`<a href="(/duties\?[^"]*)">[^<]*: (\d+)</a>`).FindAllStringSubmatch(page, -1)
	if len(figures) < 4 {
		t.Fatalf("%d figures on the page", len(figures))
	}
	for _, f := range figures {
		want, err := strconv.Atoi(f[2])
		if err != nil {
			t.Fatal(err)
		}
		list := get(h, strings.ReplaceAll(f[1], "&amp;", "&")).Body.String()
		if got := entriesOn(list); got != want {
			t.Errorf("%s: %d entries, want %d", f[1], got, want)
		}
	}
}

// entriesOn counts the entries of a page of duties: the rows, and of a row that units share the units.
func entriesOn(page string) int {
	return strings.Count(page, "<tr><td>") - strings.Count(page, `<details class="units">`) + strings.Count(page, "<li>")
}

func TestDefinitionsNameEveryWord(t *testing.T) {
	page := get(site(t, full("x"), &bytes.Buffer{}), "/definitions").Body.String()
	var words []string
	for _, s := range []coverage.Status{coverage.Reported, coverage.Planned, coverage.Acknowledged, coverage.Missing} {
		words = append(words, string(s))
	}
	for _, s := range []coverage.DueState{coverage.DoneOnTime, coverage.DoneLate, coverage.Open, coverage.Overdue} {
		words = append(words, string(s))
	}
	for _, f := range []coverage.Flag{coverage.Outdated, coverage.Unassigned, coverage.LaterDeadline, coverage.AmbiguousLink} {
		words = append(words, string(f))
	}
	for _, w := range words {
		if !strings.Contains(page, "JSON: "+w+"<") {
			t.Errorf("%s is not defined", w)
		}
	}
}

// TestDefinitionsGiveTheBar holds that the page says from which score on something is suggested, in both languages.
func TestDefinitionsGiveTheBar(t *testing.T) {
	bar := fmt.Sprint(coverage.SuggestedFrom)
	for lang, want := range map[string]string{"vi": "từ " + strings.Replace(bar, ".", ",", 1) + " trở lên", "en": "from " + bar + " on"} {
		if page := get(site(t, full("x"), &bytes.Buffer{}), "/definitions?lang="+lang).Body.String(); !strings.Contains(page, want) {
			t.Errorf("%s: the page does not say %q", lang, want)
		}
	}
}

func TestDutiesPages(t *testing.T) {
	f := full("x")
	for i := range 250 {
		task := len(f.coverage.Tasks)
		f.coverage.Tasks = append(f.coverage.Tasks, coverage.Task{Index: task, Text: fmt.Sprint("t", i)})
		f.coverage.Cells = append(f.coverage.Cells, coverage.Cell{Task: task, Unit: "u", Assigned: true, Part: coverage.Lead, Status: coverage.Missing})
	}
	total := coverage.LedgerOf(f.coverage).Total
	h := site(t, f, &bytes.Buffer{})
	for _, c := range []struct {
		target         string
		rows           int
		next, previous string
	}{
		{"/duties", 100, "offset=100", ""},
		{"/duties?state=missing&offset=100", 100, "offset=200&amp;state=missing", "offset=0&amp;state=missing"},
		{"/duties?offset=200", total - 200, "", "offset=100"},
		{"/duties?offset=9999", 0, "", "offset="},
		{"/duties?offset=x", 100, "offset=100", ""},
	} {
		page := get(h, c.target).Body.String()
		if n := strings.Count(page, "<td class=\"task\">"); n != c.rows {
			t.Errorf("%s: %d rows, want %d", c.target, n, c.rows)
		}
		if next := strings.Contains(page, "Trang sau"); next != (c.next != "") || !strings.Contains(page, c.next) {
			t.Errorf("%s: next page %t, want %q", c.target, next, c.next)
		}
		if previous := strings.Contains(page, "Trang trước"); c.rows > 0 && (previous != (c.previous != "") || !strings.Contains(page, c.previous)) {
			t.Errorf("%s: page before %t, want %q", c.target, previous, c.previous)
		}
		if !strings.Contains(page, fmt.Sprint("<p>", total, " nhiệm vụ")) {
			t.Errorf("%s does not tell the total of %d", c.target, total)
		}
	}
}
