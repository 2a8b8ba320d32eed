package catalog_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
)

const lastDay = "2024-12-31"

func TestLedger(t *testing.T) {
	l := newLibrary(t, "chain1/87-ct-ttg", "chain1/745-", "chain1/312-bc", "chain1/15-kh-ubnd-kon-tum")
	for _, tt := range []struct {
		name    string
		q       catalog.LedgerRequest
		entries int
		nearest []string
	}{
		{"a unit by its abbreviation", catalog.LedgerRequest{Unit: "UBND tỉnh Kon Tum", From: "2024-01-01", To: "2024-02-29"}, 4, nil},
		{"without marks and case", catalog.LedgerRequest{Unit: "uy ban nhan dan tinh kon tum", From: "2024-01-01", To: "2024-02-29"}, 4, nil},
		{"a state", catalog.LedgerRequest{Unit: "UBND tỉnh Kon Tum", State: "overdue"}, 2, nil},
		{"one document", catalog.LedgerRequest{Unit: "UBND tỉnh Kon Tum", Document: "745/BNN-LN"}, 3, nil},
		{"a body that is given nothing", catalog.LedgerRequest{Unit: "Bộ Ngoại giao"}, 0, nil},
		{"too few words", catalog.LedgerRequest{Unit: "Sở Y tế"}, 0, []string{"Sở Y tế tỉnh Kon Tum"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.q.AsOf = lastDay
			got, err := l.Ledger(t.Context(), tt.q)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Entries) != tt.entries || !slices.Equal(got.Nearest, tt.nearest) {
				t.Errorf("%d entries, want %d; nearest %q, want %q", len(got.Entries), tt.entries, got.Nearest, tt.nearest)
			}
			for _, e := range got.Entries {
				if due := e.Due(); tt.q.From != "" && due < tt.q.From || tt.q.To != "" && due > tt.q.To {
					t.Errorf("task %d of %s falls due on %s", e.Task.Index, e.Symbol, due)
				}
			}
		})
	}
}

func TestASuccessorOwesWhatItsForerunnerWasGiven(t *testing.T) {
	l := newLibrary(t, "chain1/87-ct-ttg")
	owed := func(unit string) int {
		got, err := l.Ledger(t.Context(), catalog.LedgerRequest{Unit: unit, AsOf: "2025-12-31"})
		if err != nil {
			t.Fatal(err)
		}
		return len(got.Entries)
	}
	if old, successor := owed("Bộ Nông nghiệp và Phát triển nông thôn"), owed("Bộ Nông nghiệp và Môi trường"); old == 0 || successor < old {
		t.Errorf("the ministry of 2025 owes %d tasks, the one before it %d", successor, old)
	}
}

func TestLedgerAgreesWithCoverage(t *testing.T) {
	l := newLibrary(t, "chain1/")
	all, err := l.Ledger(t.Context(), catalog.LedgerRequest{AsOf: lastDay})
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]int{}
	for _, e := range all.Entries {
		cells[e.Directive]++
	}
	for id, n := range cells {
		r, err := l.Coverage(t.Context(), id, lastDay)
		if err != nil {
			t.Fatal(err)
		}
		assigned := 0
		for _, c := range r.Cells {
			if c.Assigned {
				assigned++
			}
		}
		if n != assigned {
			t.Errorf("%s: %d entries, %d assigned cells", r.Symbol, n, assigned)
		}
	}
}

func TestChanges(t *testing.T) {
	l := newLibrary(t, "chain1/")
	look := func(since, by string) *catalog.Changes {
		day, err := time.Parse(time.DateOnly, since)
		if err != nil {
			t.Fatal(err)
		}
		ch, err := l.Changes(t.Context(), catalog.ChangesRequest{Since: day, AsOf: lastDay, By: by})
		if err != nil {
			t.Fatal(err)
		}
		return ch
	}
	june := look("2024-06-01", catalog.ByIssued)
	var came []string
	for _, n := range june.Added {
		came = append(came, string(n.Symbol))
	}
	if want := []string{"312/BC-UBND", "298/BC-UBND", "5120/BC-BNN-LN"}; !slices.Equal(came, want) {
		t.Errorf("came %q, want %q", came, want)
	}
	for _, s := range june.Covered {
		if s.Cell.Status != coverage.Reported || s.Before == coverage.Reported {
			t.Errorf("%s, task %d: from %q to %q is no step by a report", s.Symbol, s.Task.Index, s.Before, s.Cell.Status)
		}
	}
	if len(june.Covered) == 0 || len(june.Healed) != 0 {
		t.Errorf("%d steps, %d healed", len(june.Covered), len(june.Healed))
	}
	for _, e := range june.Overdue {
		if e.Due() < "2024-05-31" {
			t.Errorf("%s, task %d was overdue before: %s", e.Symbol, e.Task.Index, e.Due())
		}
	}
	if later := look("2024-12-01", catalog.ByIssued); len(later.Added)+len(later.Covered)+len(later.Overdue) != 0 {
		t.Errorf("%d documents, %d steps, %d overdue after the last report", len(later.Added), len(later.Covered), len(later.Overdue))
	}
	if all := look("2000-01-01", catalog.ByAdded); len(all.Added) != len(l.id) || len(all.Covered) == 0 {
		t.Errorf("%d of %d documents are new to a library that began later, %d steps", len(all.Added), len(l.id), len(all.Covered))
	}
	if tomorrow := look(time.Now().AddDate(0, 0, 2).Format(time.DateOnly), catalog.ByAdded); len(tomorrow.Added)+len(tomorrow.Covered) != 0 {
		t.Errorf("%d documents and %d steps of the future", len(tomorrow.Added), len(tomorrow.Covered))
	}
}

func TestChangesTellOfWantedDocumentsThatCame(t *testing.T) {
	l := newLibrary(t, "chain1/15-kh-ubnd-kon-tum")
	time.Sleep(2 * time.Millisecond) // the library's clock counts milliseconds
	since := time.Now()
	l.put(t, filepath.Join(corpus, "chain1", "87-ct-ttg.docx"))
	ch, err := l.Changes(t.Context(), catalog.ChangesRequest{Since: since, AsOf: lastDay})
	if err != nil {
		t.Fatal(err)
	}
	if len(ch.Added) != 1 || len(ch.Healed) != 1 || ch.Healed[0].Document.Symbol != "87/CT-TTg" ||
		!slices.Equal(ch.Healed[0].By, []string{l.id["chain1/15-kh-ubnd-kon-tum.docx"]}) {
		t.Errorf("%d came, healed %+v; want the directive that the plan had cited", len(ch.Added), ch.Healed)
	}
}

func TestChangesByAnUnknownClock(t *testing.T) {
	l := newLibrary(t, "chain1/87-ct-ttg")
	if _, err := l.Changes(t.Context(), catalog.ChangesRequest{AsOf: lastDay, By: "moon"}); !errors.Is(err, catalog.ErrBadClock) {
		t.Errorf("%v, want %v", err, catalog.ErrBadClock)
	}
}

// The answer is kept for the next page of the same list, and worked out anew once anything has changed.
func TestLedgerIsKeptUntilTheLibraryChanges(t *testing.T) {
	l := newLibrary(t, "chain1/87-ct-ttg", "chain1/312-bc")
	ask := func(q catalog.LedgerRequest) *coverage.Ledger {
		t.Helper()
		got, err := l.Ledger(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	kontum := catalog.LedgerRequest{Unit: "UBND tỉnh Kon Tum", AsOf: lastDay}
	first := ask(kontum)
	if ask(kontum) != first {
		t.Error("worked out twice")
	}
	if other := ask(catalog.LedgerRequest{Unit: "UBND tỉnh Kon Tum", AsOf: "2024-01-31"}); other == first {
		t.Error("another day has the same answer")
	}
	confirmed := func() (n int) {
		for _, e := range ask(kontum).Entries {
			for _, ev := range e.Cell.Evidence {
				if ev.ConfirmedBy != "" {
					n++
				}
			}
		}
		return n
	}
	if n := confirmed(); n != 0 {
		t.Fatalf("%d confirmed before anybody spoke", n)
	}
	if _, err := l.Decide(t.Context(), catalog.Judgement{Directive: "87/CT-TTg", Task: 8, Evidence: "312/BC-UBND", Verdict: catalog.Confirmed, Who: "Lan"}); err != nil {
		t.Fatal(err)
	}
	if n := confirmed(); n != 1 {
		t.Errorf("%d confirmed after a decision", n)
	}
	if _, err := l.Correct(t.Context(), catalog.Fix{Document: "87/CT-TTg", Field: "tasks.9.due", Value: "05/05/2024", Who: "Lan"}); err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(ask(kontum).Entries, func(e coverage.Entry) bool { return e.Due() == "2024-05-05" }) {
		t.Error("a correction does not show")
	}
	before := ask(kontum).Total
	l.put(t, "../testdata/corpus/chain1/745-bnn-ln.txt")
	if after := ask(kontum).Total; after <= before {
		t.Errorf("%d entries, %d with another directive", before, after)
	}
}

// Reports are worked out some at once, and their order is that of one after the other.
func TestLedgerAtOnce(t *testing.T) {
	l := newLibrary(t, "chain1/")
	var want *coverage.Ledger
	answers := make(chan *coverage.Ledger)
	const readers = 6
	for i := range readers {
		go func() {
			got, err := l.Ledger(t.Context(), catalog.LedgerRequest{AsOf: lastDay, State: []string{"", "overdue"}[i%2]})
			if err != nil {
				t.Error(err)
			}
			answers <- got
		}()
	}
	for range readers {
		got := <-answers
		if got == nil || len(got.Entries) != got.Total || got.Total == 0 {
			t.Fatalf("%+v", got)
		}
		if want == nil || got.Total > want.Total {
			want = got
		}
	}
	alone := newLibrary(t, "chain1/")
	again, err := alone.Ledger(t.Context(), catalog.LedgerRequest{AsOf: lastDay})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again, want) {
		t.Errorf("at once %d entries, alone %d, or in another order", want.Total, again.Total)
	}
}
