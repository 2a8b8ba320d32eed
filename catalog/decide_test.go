package catalog_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/store"
)

const (
	forestOrder = "87/CT-TTg"
	kontum      = "Ủy ban nhân dân tỉnh Kon Tum"
	asOf        = "2024-12-31"
)

// forest is the first chain as far as Kon Tum goes.
func forest(t testing.TB) *library {
	return newLibrary(t, "87-ct-ttg", "402-qd", "kon-tum.", "9215-kh")
}

func cellOf(t testing.TB, l *library, task int, unit string) coverage.Cell {
	t.Helper()
	rep, err := l.Coverage(t.Context(), forestOrder, asOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range rep.Cells {
		if c.Task == task && c.Unit == unit {
			return c
		}
	}
	t.Fatalf("no cell for task %d × %s", task, unit)
	return coverage.Cell{}
}

func TestConfirmRejectWithdraw(t *testing.T) {
	l := forest(t)
	if c := cellOf(t, l, 8, kontum); c.Status != coverage.Reported || c.Evidence[0].ConfirmedBy != "" {
		t.Fatalf("before anybody decides: %+v", c)
	}
	j := catalog.Judgement{Directive: forestOrder, Task: 8, Evidence: "312/BC-UBND", Verdict: store.Confirmed, Who: "Lan"}
	chosen, err := l.Decide(t.Context(), j)
	if err != nil || len(chosen) != 1 {
		t.Fatalf("%d passages confirmed (%v), want the best one", len(chosen), err)
	}
	c := cellOf(t, l, 8, kontum)
	if c.Evidence[0].ConfirmedBy != "Lan" {
		t.Errorf("confirmed, and shown as %+v", c.Evidence[0])
	}
	j.Verdict, j.Who = store.Rejected, "Minh"
	if _, err := l.Decide(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	if c := cellOf(t, l, 8, kontum); c.Status == coverage.Reported {
		t.Errorf("rejected, and still %s by %+v", c.Status, c.Evidence)
	}
	j.Verdict = store.Withdrawn
	if _, err := l.Decide(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	if c := cellOf(t, l, 8, kontum); c.Status != coverage.Reported || c.Evidence[0].ConfirmedBy != "" {
		t.Errorf("withdrawn, and %s by %+v", c.Status, c.Evidence)
	}
}

func TestJudged(t *testing.T) {
	l := forest(t)
	quote := cellOf(t, l, 8, kontum).Evidence[0].Span.Exact
	for _, verdict := range []string{store.Rejected, store.Confirmed, store.Withdrawn} {
		j := catalog.Judgement{Directive: forestOrder, Task: 8, Evidence: "312/BC-UBND", Quote: quote, Verdict: verdict, Who: "Lan"}
		if _, err := l.Decide(t.Context(), j); err != nil {
			t.Fatal(err)
		}
		got, err := l.Judged(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if verdict == store.Withdrawn {
			if len(got.Pairs) != 0 {
				t.Errorf("withdrawn, and still given: %+v", got.Pairs)
			}
			continue
		}
		p := got.Pairs[0]
		if p.Rejected != (verdict == store.Rejected) || !strings.Contains(quote, p.Quote) || p.Task == "" || p.Section == "" {
			t.Errorf("%s: %+v", verdict, p)
		}
		if got.Documents[p.Directive] == nil || got.Documents[p.Document] == nil || len(got.Documents) < 4 {
			t.Errorf("%d documents of the chain", len(got.Documents))
		}
	}
}

func TestDecisionOutlivesExtraction(t *testing.T) {
	l := forest(t)
	j := catalog.Judgement{Directive: forestOrder, Task: 8, Evidence: "312/BC-UBND", Verdict: store.Confirmed, Who: "Lan"}
	if _, err := l.Decide(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"87-ct-ttg.docx", "312-bc-ubnd-kon-tum.txt"} {
		l.put(t, filepath.Join(corpus, "chain1", f))
	}
	if c := cellOf(t, l, 8, kontum); c.Evidence[0].ConfirmedBy != "Lan" {
		t.Errorf("extracted anew, and %+v", c.Evidence[0])
	}
}

func TestConfirmAQuoteThatNobodySuggested(t *testing.T) {
	l := forest(t)
	const said = "sửa chữa 42 chòi canh"
	j := catalog.Judgement{Directive: forestOrder, Task: 6, Evidence: "312/BC-UBND", Quote: said, Verdict: store.Confirmed, Who: "Lan"}
	if _, err := l.Decide(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	c := cellOf(t, l, 6, kontum)
	if !slices.ContainsFunc(c.Evidence, func(e coverage.Evidence) bool {
		return e.ConfirmedBy == "Lan" && strings.Contains(e.Span.Exact, said)
	}) {
		t.Errorf("%+v does not hold the quote that Lan gave", c.Evidence)
	}
}

func TestNothingToDecide(t *testing.T) {
	l := forest(t)
	for _, tt := range []struct {
		name string
		j    catalog.Judgement
	}{
		{"not suggested", catalog.Judgement{Directive: forestOrder, Task: 3, Evidence: "312/BC-UBND", Verdict: store.Confirmed, Who: "Lan"}},
		{"no such words", catalog.Judgement{Directive: forestOrder, Task: 8, Evidence: "312/BC-UBND", Quote: "không có câu này", Verdict: store.Confirmed, Who: "Lan"}},
		{"no such task", catalog.Judgement{Directive: forestOrder, Task: 99, Evidence: "312/BC-UBND", Verdict: store.Confirmed, Who: "Lan"}},
		{"nothing to withdraw", catalog.Judgement{Directive: forestOrder, Task: 3, Evidence: "312/BC-UBND", Verdict: store.Withdrawn, Who: "Lan"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := l.Decide(t.Context(), tt.j); !errors.Is(err, catalog.ErrNothingToDecide) {
				t.Errorf("%v, want ErrNothingToDecide", err)
			}
		})
	}
	if err := l.Unlink(t.Context(), "312/BC-UBND", "9215/KH-BNN-LN", "Lan"); !errors.Is(err, catalog.ErrNothingToDecide) {
		t.Errorf("%v: the report does not cite that plan", err)
	}
	if err := l.Relink(t.Context(), "9215/KH-BNN-LN", forestOrder, "Lan"); !errors.Is(err, catalog.ErrNothingToDecide) {
		t.Errorf("%v: that link was not undone", err)
	}
}

func TestUnlinkAndRelink(t *testing.T) {
	l := forest(t)
	linked := func() bool {
		g, err := l.Graph(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(g.In(l.id["chain1/87-ct-ttg.docx"]), func(k graph.Link) bool { return l.path[k.From] == "chain1/9215-kh-bnn-ln.docx" })
	}
	if !linked() {
		t.Fatal("the plan is not linked to begin with")
	}
	if err := l.Unlink(t.Context(), "9215/KH-BNN-LN", forestOrder, "Lan"); err != nil {
		t.Fatal(err)
	}
	if linked() {
		t.Error("undone, and linked")
	}
	if err := l.Relink(t.Context(), "9215/KH-BNN-LN", l.id["chain1/87-ct-ttg.docx"], "Lan"); err != nil {
		t.Fatal(err)
	}
	if !linked() {
		t.Error("taken up again, and not linked")
	}
}

func TestCoverageOfWhatIsNotHeld(t *testing.T) {
	l := forest(t)
	var held *catalog.NotHeldError
	if _, err := l.Coverage(t.Context(), "79/CT-TTg", asOf); !errors.As(err, &held) {
		t.Errorf("%v, want that the directive is cited and not held", err)
	}
	if _, err := l.Coverage(t.Context(), "1/CT-KHONG", asOf); !errors.Is(err, catalog.ErrNotFound) {
		t.Errorf("%v, want ErrNotFound", err)
	}
}

func TestDepartmentAnswersForItsProvince(t *testing.T) {
	l := forest(t)
	c := cellOf(t, l, 7, kontum)
	if !slices.ContainsFunc(c.Evidence, func(e coverage.Evidence) bool {
		return e.Symbol == "208/KH-SNN" && strings.HasPrefix(string(e.By), "Sở Nông nghiệp")
	}) {
		t.Errorf("%+v lacks the plan of the province's department", c.Evidence)
	}
	rep, err := l.Coverage(t.Context(), forestOrder, asOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range rep.Cells {
		for _, e := range c.Evidence {
			if e.Symbol == "208/KH-SNN" && c.Unit != kontum {
				t.Errorf("%s answers for %s", e.Symbol, c.Unit)
			}
		}
	}
}
