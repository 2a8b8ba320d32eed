package coverage

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// owed is a report of one directive: two dated tasks and one without a day, for two units.
func owed(id string) *Report {
	due := func(day string) *document.Due { return &document.Due{Value: document.NullString(day)} }
	return &Report{
		Directive: id, Symbol: document.NullString(id + "/CT-TTg"),
		Tasks: []Task{{Index: 0, Due: due("2024-06-30")}, {Index: 1, Due: due("2024-03-31"), DueAsAmended: "2024-09-30"}, {Index: 2}},
		Cells: []Cell{
			{Task: 0, Unit: "A", Assigned: true, Part: Lead, Status: Reported, DueState: DoneOnTime},
			{Task: 0, Unit: "B", Assigned: true, Part: Support, Status: Missing},
			{Task: 1, Unit: "A", Assigned: true, Part: Lead, Status: Planned, DueState: Overdue, DueStateAsAmended: Open},
			{Task: 1, Unit: "B", Status: Planned},
			{Task: 2, Unit: "A", Assigned: true, Part: Recipient, Status: Missing},
			{Task: 2, Unit: "B", Assigned: true, Part: Lead, Status: Missing},
		},
	}
}

func TestLedger(t *testing.T) {
	only := func(name string) func(string) bool { return func(s string) bool { return s == name } }
	for _, tt := range []struct {
		name string
		sel  Selection
		want []string // unit and task
	}{
		{"every unit, dated first", Selection{}, []string{"A0", "B0", "A1", "A2", "B2"}},
		{"one unit, a task that it only helps with too", Selection{Unit: only("B")}, []string{"B0", "B2"}},
		{"a period goes by the amended day and leaves out what has none", Selection{From: "2024-07-01", To: "2024-09-30"}, []string{"A1"}},
		{"the bounds are of the period", Selection{From: "2024-06-30", To: "2024-06-30"}, []string{"A0", "B0"}},
		{"open at one end", Selection{To: "2024-06-30"}, []string{"A0", "B0"}},
		{"a due state, by the amended day", Selection{State: "open"}, []string{"A1"}},
		{"overdue by the first day only", Selection{State: "overdue"}, nil},
		{"a status", Selection{State: "missing", Unit: only("A")}, []string{"A2"}},
		{"a state is of what units account for, not of what they help with", Selection{State: "missing", Unit: only("B")}, []string{"B2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var l Ledger
			l.Add(owed("1"), "chi_thi", "2024-01-01", tt.sel)
			l.Close()
			var got []string
			for _, e := range l.Entries {
				got = append(got, e.Cell.Unit+string(rune('0'+e.Task.Index)))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestLedgerCountsWhatUnitsAccountFor(t *testing.T) {
	var l Ledger
	l.Add(owed("1"), "chi_thi", "2024-01-01", Selection{})
	l.Add(owed("2"), "ke_hoach", "2024-02-01", Selection{})
	l.Close()
	want := map[string]int{"accountable": 8, "reported": 2, "planned": 2, "missing": 4, "done_on_time": 2, "open": 2}
	if !maps.Equal(l.Counts, want) {
		t.Errorf("%v, want %v", l.Counts, want)
	}
	if first := l.Entries[0]; first.Directive != "1" || first.Kind != "chi_thi" || l.Entries[len(l.Entries)-1].Due() != "" {
		t.Errorf("%+v is not the first, or an undated task is not the last", first)
	}
}

func TestLedgerPage(t *testing.T) {
	l := &Ledger{Total: 5, Counts: map[string]int{"accountable": 5}}
	for i := range 5 {
		l.Entries = append(l.Entries, Entry{Task: Task{Index: i}})
	}
	for _, c := range []struct{ offset, limit, first, n int }{
		{0, 2, 0, 2}, {2, 2, 2, 2}, {4, 2, 4, 1}, {0, 9, 0, 5}, {5, 2, 0, 0}, {9, 2, 0, 0}, {-1, 2, 0, 2}, {3, 0, 0, 0},
	} {
		p := l.Page(c.offset, c.limit)
		if len(p.Entries) != c.n || p.Total != 5 || p.Counts["accountable"] != 5 || c.n > 0 && p.Entries[0].Task.Index != c.first {
			t.Errorf("%d from %d: %+v", c.limit, c.offset, p)
		}
	}
	if len(l.Entries) != 5 {
		t.Error("the ledger itself has changed")
	}
}

func TestLedgerOfOneDirective(t *testing.T) {
	l := LedgerOf(owed("1"))
	if l.Total != 5 || len(l.Entries) != 5 || l.Counts["accountable"] != 4 {
		t.Errorf("%d of %d entries, %v", len(l.Entries), l.Total, l.Counts)
	}
	if none := LedgerOf(&Report{AsOf: "2024-12-31"}); none.Entries == nil || none.Total != 0 || none.AsOf != "2024-12-31" {
		t.Errorf("%+v", none)
	}
}

// Taking the entries of one directive's ledger is the same as adding its report.
func TestTakenAsAdded(t *testing.T) {
	for _, s := range []Selection{{}, {State: "open"}, {From: "2024-07-01"}, {Unit: func(s string) bool { return s == "B" }}} {
		var added, taken Ledger
		added.Add(owed("1"), "", "", s)
		taken.Take(LedgerOf(owed("1")).Entries, s)
		added.Close()
		taken.Close()
		if !reflect.DeepEqual(added, taken) {
			t.Errorf("%+v: %d entries taken, %d added", s, len(taken.Entries), len(added.Entries))
		}
	}
}

func TestLedgerIsSortedAndPagesMakeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l Ledger
		for range rapid.IntRange(0, 3).Draw(t, "directives") {
			id := rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "id")
			l.Add(owed(id), "chi_thi", document.NullString("2024-01-0"+id), Selection{})
		}
		l.Close()
		var again []Entry
		size := rapid.IntRange(1, 7).Draw(t, "page")
		for at := 0; at < l.Total; at += size {
			again = append(again, l.Page(at, size).Entries...)
		}
		if len(again) != l.Total || !reflect.DeepEqual(again, l.Entries) {
			t.Fatalf("pages of %d make %d entries of %d", size, len(again), l.Total)
		}
		for i := 1; i < len(l.Entries); i++ {
			if a, b := l.Entries[i-1].Due(), l.Entries[i].Due(); a == "" && b != "" || b != "" && a > b {
				t.Fatalf("%q stands before %q", a, b)
			}
		}
	})
}
