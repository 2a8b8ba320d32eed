package coverage

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/document"
)

// Ledger is what units owe over many directives as of a day: one unit's whole list, or what falls due in a period.
type Ledger struct {
	AsOf    string              `json:"as_of"` // ISO 8601
	Unit    document.NullString `json:"unit"`  // null: every unit
	From    document.NullString `json:"from"`  // the period in which the tasks fall due; null: open
	To      document.NullString `json:"to"`
	Total   int                 `json:"total"` // the number of entries, also where only a page of them is given
	Entries []Entry             `json:"entries"`
	// Counts are the entries for which the unit must account, by status and by due state; "accountable" is their number.
	Counts map[string]int `json:"counts"`
	// Nearest are units of the library whose names come close, where the one asked for was given nothing.
	Nearest []string `json:"nearest,omitempty"`
}

// Entry is one task of one directive that one unit was given.
type Entry struct {
	Directive string              `json:"directive"`
	Kind      document.NullString `json:"kind"`
	Symbol    document.NullString `json:"symbol"`
	Title     document.NullString `json:"title"`
	IssuedOn  document.NullString `json:"issued_on"`
	Task      Task                `json:"task"`
	Cell      Cell                `json:"cell"`
}

// Page gives the ledger with no more than limit of its entries, from the one at offset on.
func (l *Ledger) Page(offset, limit int) *Ledger {
	out := *l
	first := min(max(0, offset), len(l.Entries))
	out.Entries = l.Entries[first:min(first+limit, len(l.Entries))]
	return &out
}

// Due is the day by which the task is to be done: as an amendment set it, else as the directive did; "" if there is none.
func (e Entry) Due() string {
	if e.Task.DueAsAmended != "" {
		return string(e.Task.DueAsAmended)
	}
	if e.Task.Due != nil {
		return string(e.Task.Due.Value)
	}
	return ""
}

// DueState is the state by the day that Due gives.
func (e Entry) DueState() DueState {
	return cmp.Or(e.Cell.DueStateAsAmended, e.Cell.DueState)
}

// Selection says which entries a ledger takes.
type Selection struct {
	Unit     func(name string) bool // nil: every unit
	From, To string                 // bounds of the due day, both included, ISO 8601; "": open. With a bound, tasks without a day are left out
	// State is a status or a due state of what units must account for; "": any, and what they only help with too.
	State string
}

func (s Selection) takes(e Entry) bool {
	due := e.Due()
	switch {
	case !e.Cell.Assigned || s.Unit != nil && !s.Unit(e.Cell.Unit):
		return false
	case (s.From != "" || s.To != "") && due == "", s.From != "" && due < s.From, s.To != "" && due > s.To:
		return false
	}
	return s.State == "" || e.Cell.Part.accountable() && (s.State == string(e.Cell.Status) || s.State == string(e.DueState()))
}

// Add takes the assigned cells of one directive's report into the ledger. Kind and day of issue are the directive's.
func (l *Ledger) Add(r *Report, kind, issuedOn document.NullString, s Selection) {
	for _, c := range r.Cells {
		if !c.Assigned {
			continue
		}
		e := Entry{Directive: r.Directive, Kind: kind, Symbol: r.Symbol, Title: r.Title, IssuedOn: issuedOn, Task: r.Tasks[c.Task], Cell: c}
		if s.takes(e) {
			l.Entries = append(l.Entries, e)
		}
	}
}

// Take takes entries of another ledger into this one.
func (l *Ledger) Take(entries []Entry, s Selection) {
	for _, e := range entries {
		if s.takes(e) {
			l.Entries = append(l.Entries, e)
		}
	}
}

// LedgerOf gives what all units owe under one directive.
func LedgerOf(r *Report) *Ledger {
	l := &Ledger{AsOf: r.AsOf, Entries: []Entry{}}
	l.Add(r, "", "", Selection{})
	l.Close()
	return l
}

// Close sorts the entries, the earliest due day first and those without one last, and counts them.
func (l *Ledger) Close() {
	l.Total = len(l.Entries)
	const undated = "9999"
	slices.SortStableFunc(l.Entries, func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(cmp.Or(a.Due(), undated), cmp.Or(b.Due(), undated)), cmp.Compare(a.IssuedOn, b.IssuedOn),
			cmp.Compare(a.Directive, b.Directive), cmp.Compare(a.Task.Index, b.Task.Index), cmp.Compare(a.Cell.Unit, b.Cell.Unit),
		)
	})
	l.Counts = map[string]int{"accountable": 0}
	for _, e := range l.Entries {
		if !e.Cell.Part.accountable() {
			continue
		}
		l.Counts["accountable"]++
		l.Counts[string(e.Cell.Status)]++
		if state := e.DueState(); state != "" {
			l.Counts[string(state)]++
		}
	}
}
