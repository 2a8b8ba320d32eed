package web_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/graph"
)

// owed makes entries of one task of a directive, one a unit.
func owed(directive string, task int, status coverage.Status, units ...string) []coverage.Entry {
	var out []coverage.Entry
	for _, u := range units {
		out = append(out, coverage.Entry{
			Directive: directive, Kind: "chi_thi", Symbol: "4/CT-UBND", Title: "Về <mùa> khô", Task: coverage.Task{Index: task, Text: fmt.Sprint("việc ", task)},
			Cell: coverage.Cell{Task: task, Unit: u, Assigned: true, Part: coverage.Lead, Status: status},
		})
	}
	return out
}

func communes(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("Xã %d", i))
	}
	return out
}

// A directive to every commune takes a row a task, with each commune named in it; units that answered keep their own.
func TestRowsOfDuties(t *testing.T) {
	for _, tt := range []struct {
		name    string
		entries []coverage.Entry
		rows    int
		told    string
	}{
		{"nothing", nil, 0, ""},
		{"one unit", owed("d", 0, coverage.Missing, "A"), 1, "<td>A<td"},
		{"units of which nothing is held share a row", owed("d", 0, coverage.Missing, communes(124)...), 1, "<summary>124 đơn vị</summary>"},
		{"one by one where something is held", owed("d", 0, coverage.Planned, communes(3)...), 3, "<td>Xã 2<td"},
		{"two tasks", append(owed("d", 0, coverage.Missing, communes(3)...), owed("d", 1, coverage.Missing, communes(2)...)...), 2, "<summary>2 đơn vị</summary>"},
		{"some have a plan", append(owed("d", 0, coverage.Planned, "A"), owed("d", 0, coverage.Missing, communes(9)...)...), 2, "<summary>9 đơn vị</summary>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := full("x")
			f.coverage.Tasks, f.coverage.Cells = []coverage.Task{{Text: "một"}, {Index: 1, Text: "hai"}}, nil
			for _, e := range tt.entries {
				f.coverage.Cells = append(f.coverage.Cells, e.Cell)
			}
			page := get(site(t, f, &bytes.Buffer{}), "/duties").Body.String()
			if n := strings.Count(page, `<td class="task">`); n != tt.rows || entriesOn(page) != len(tt.entries) || !strings.Contains(page, tt.told) {
				t.Errorf("%d rows with %d units, want %d with %d and %q", n, entriesOn(page), tt.rows, len(tt.entries), tt.told)
			}
		})
	}
}

func TestChangesAreGrouped(t *testing.T) {
	f := full("x")
	f.news = &catalog.Changes{
		Since: "2024-01-01", AsOf: "2024-12-31",
		Added: []graph.Node{
			{ID: "1", Kind: "ke_hoach", Symbol: "1/KH-A", Title: "Một <b>"}, {ID: "2", Kind: "chi_thi", Symbol: "2/CT-A"}, {ID: "3", Kind: "ke_hoach", Symbol: "3/KH-A"},
			{ID: "4", Path: "kho/tờ-rời.pdf"},
		},
		Overdue: append(owed("d", 0, coverage.Missing, communes(124)...), owed("e", 1, coverage.Planned, "Sở Y tế")...),
	}
	page := get(site(t, f, &bytes.Buffer{}), "/changes").Body.String()
	for part, want := range map[string]int{
		"<b>Kế hoạch</b> (2)": 1, "<b>Chỉ thị</b> (1)": 1, "<b>Không rõ loại</b> (1)": 1, "tờ-rời.pdf": 1, "Một &lt;b&gt;": 1, "Nhiệm vụ mới quá hạn (125)": 1,
		"<b>Chỉ thị 4/CT-UBND</b> (124)": 1, "<b>Chỉ thị 4/CT-UBND</b> (1)": 1, "<summary>124 đơn vị</summary>": 1, "<li>Xã 99": 1, `<div class="who">Sở Y tế</div>`: 1,
	} {
		if n := strings.Count(page, part); n != want {
			t.Errorf("%s stands %d times, want %d", part, n, want)
		}
	}
	english := get(site(t, f, &bytes.Buffer{}), "/changes?lang=en").Body.String()
	for _, want := range []string{"<b>Plan</b> (2)", "<b>Kind not known</b> (1)", "<summary>124 units</summary>"} {
		if !strings.Contains(english, want) {
			t.Errorf("%s is not on the English page", want)
		}
	}
}

func TestMissingPages(t *testing.T) {
	f := full("x")
	f.missing = nil
	for i := range 450 {
		f.missing = append(f.missing, graph.Wish{Symbol: "1/CT-A", Kind: "chi_thi", Node: fmt.Sprint("w", i), By: []string{"d"}, State: graph.Wanted})
	}
	h := site(t, f, &bytes.Buffer{})
	for _, tt := range []struct {
		target         string
		rows           int
		next, previous bool
	}{
		{"/missing", 200, true, false},
		{"/missing?offset=200", 200, true, true},
		{"/missing?offset=400", 50, false, true},
		{"/missing?offset=9999", 0, false, true},
		{"/missing?offset=-3", 200, true, false},
	} {
		page := get(h, tt.target).Body.String()
		if n := strings.Count(page, "<tr><td>"); n != tt.rows || strings.Contains(page, "Trang sau") != tt.next || strings.Contains(page, "Trang trước") != tt.previous {
			t.Errorf("%s: %d rows, want %d", tt.target, n, tt.rows)
		}
		if !strings.Contains(page, "(450)") {
			t.Errorf("%s does not tell how many there are", tt.target)
		}
	}
}
