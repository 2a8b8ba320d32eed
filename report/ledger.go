package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
)

// ledgerTitle names the ledger in one line.
func ledgerTitle(l *coverage.Ledger) string {
	out := "NHIỆM VỤ ĐƯỢC GIAO"
	if l.Unit != "" {
		out += " CHO " + strings.ToUpper(string(l.Unit))
	}
	switch {
	case l.From != "" && l.To != "":
		out += ", ĐẾN HẠN TỪ " + vietDay(l.From) + " ĐẾN " + vietDay(l.To)
	case l.From != "":
		out += ", ĐẾN HẠN TỪ " + vietDay(l.From)
	case l.To != "":
		out += ", ĐẾN HẠN ĐẾN " + vietDay(l.To)
	}
	return out
}

// ledgerSummary counts what units must account for, in the four states in which the State counts tasks.
func ledgerSummary(l *coverage.Ledger) string {
	parts := []string{fmt.Sprintf("Tính đến %s: %d nhiệm vụ phải báo cáo", vietDay(document.NullString(l.AsOf)), l.Counts["accountable"])}
	for _, s := range []coverage.DueState{coverage.DoneOnTime, coverage.DoneLate, coverage.Open, coverage.Overdue} {
		parts = append(parts, fmt.Sprintf("%s %d", dueNames[s], l.Counts[string(s)]))
	}
	return strings.Join(parts, "; ")
}

// directiveName names the directive of an entry: kind and number, or the beginning of its title.
func directiveName(e coverage.Entry) string {
	kind := document.KindName(string(e.Kind))
	if e.Symbol != "" {
		return strings.TrimSpace(kind + " " + string(e.Symbol))
	}
	return cmp.Or(strings.TrimSpace(kind+" "+short(string(e.Title), 60)), e.Directive)
}

// dueOf writes the day by which an entry is due, or the words of a rule that gives none.
func dueOf(e coverage.Entry) string {
	if day := e.Due(); day != "" {
		return day
	}
	return dueText(e.Task)
}

// LedgerTable writes a ledger for a terminal, and the quotes that answer its tasks below.
func LedgerTable(w io.Writer, l *coverage.Ledger) error {
	fmt.Fprintf(w, "%s\n%s\n\n", ledgerTitle(l), ledgerSummary(l))
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	head := "TT\tthời hạn\tnhiệm vụ\tvăn bản giao\tđơn vị\tvai trò\ttình trạng"
	fmt.Fprintln(tw, head)
	for i, e := range l.Entries {
		status := statusNames[e.Cell.Status]
		if s := e.DueState(); s != "" {
			status += "; " + dueNames[s]
		}
		fmt.Fprintf(tw, "%d\t%s\t%s\t%s\t%s\t%s\t%s\n", i+1, dueOf(e), short(e.Task.Text, 60), directiveName(e), short(e.Cell.Unit, 40), partNames[e.Cell.Part], status)
	}
	if err := tw.Flush(); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	for i, e := range l.Entries {
		if len(e.Cell.Evidence) == 0 {
			continue
		}
		best := e.Cell.Evidence[0]
		if _, err := fmt.Fprintf(w, "\n%d. %s\n   “%s”\n", i+1, source(best), short(best.Span.Exact, 150)); err != nil {
			return fmt.Errorf("table: %w", err)
		}
	}
	return nil
}

// EntryLine names an entry in one line: directive, task, unit, how far it is, due day.
func EntryLine(e coverage.Entry) string {
	out := fmt.Sprintf("%s, nhiệm vụ %d (%s), %s: %s", directiveName(e), e.Task.Index+1, short(e.Task.Text, 60), e.Cell.Unit, statusNames[e.Cell.Status])
	if due := e.Due(); due != "" {
		out += ", hạn " + vietDay(document.NullString(due))
	}
	return out
}
