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

// LedgerTable writes a ledger for a terminal, and the quotes that answer its tasks below. Units that stand alike with one
// task share a line.
func LedgerTable(w io.Writer, l *coverage.Ledger) error {
	fmt.Fprintf(w, "%s\n%s\n\n", ledgerTitle(l), ledgerSummary(l))
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(tw, "TT\tthời hạn\tnhiệm vụ\tvăn bản giao\tđơn vị\tvai trò\ttình trạng")
	lines := Alike(l.Entries)
	for i, units := range lines {
		e := units[0]
		status := statusNames[e.Cell.Status]
		if s := e.DueState(); s != "" {
			status += "; " + dueNames[s]
		}
		who := short(e.Cell.Unit, 40)
		if len(units) > 1 {
			who = fmt.Sprintf("%d đơn vị", len(units))
		}
		fmt.Fprintf(tw, "%d\t%s\t%s\t%s\t%s\t%s\t%s\n", i+1, dueOf(e), short(e.Task.Text, 60), directiveName(e), who, partNames[e.Cell.Part], status)
	}
	if err := tw.Flush(); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	for i, units := range lines {
		for _, e := range units {
			if err := quote(w, i+1, e); err != nil {
				return fmt.Errorf("table: %w", err)
			}
		}
	}
	return nil
}

// quote writes the best evidence of an entry under its number.
func quote(w io.Writer, number int, e coverage.Entry) error {
	if len(e.Cell.Evidence) == 0 {
		return nil
	}
	best := e.Cell.Evidence[0]
	_, err := fmt.Fprintf(w, "\n%d. %s\n   “%s”\n", number, source(best), short(best.Span.Exact, 150))
	return err
}

// standing is how a unit stands with a task.
type standing struct {
	directive string
	task      int
	part      coverage.Part
	status    coverage.Status
	due       coverage.DueState
}

func standingOf(e coverage.Entry) standing {
	return standing{e.Directive, e.Task.Index, e.Cell.Part, e.Cell.Status, e.DueState()}
}

// Alike groups the entries of one task whose units have the same part and stand the same, in the order of the entries.
func Alike(entries []coverage.Entry) [][]coverage.Entry { return groupBy(entries, standingOf) }

// groupBy puts the entries of one key together, in the order in which the keys first stand.
func groupBy[T any, K comparable](entries []T, key func(T) K) [][]T {
	var out [][]T
	at := map[K]int{}
	for _, e := range entries {
		k := key(e)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], e)
	}
	return out
}

// namedUnits is the number of units that a line names; the others are counted.
const namedUnits = 4

// EntryLine names entries that are alike in one line: directive, task, units, how far they are, due day.
func EntryLine(entries []coverage.Entry) string {
	e := entries[0]
	var units []string
	for _, one := range entries[:min(len(entries), namedUnits)] {
		units = append(units, one.Cell.Unit)
	}
	if more := len(entries) - len(units); more > 0 {
		units = append(units, fmt.Sprintf("và %d đơn vị khác", more))
	}
	out := fmt.Sprintf("%s, nhiệm vụ %d (%s), %s: %s", directiveName(e), e.Task.Index+1, short(e.Task.Text, 60), strings.Join(units, ", "), statusNames[e.Cell.Status])
	if due := e.Due(); due != "" {
		out += ", hạn " + vietDay(document.NullString(due))
	}
	return out
}
