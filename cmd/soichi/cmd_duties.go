package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/report"
)

// ledgerStates are the values of --state.
var ledgerStates = []string{
	string(coverage.Missing), string(coverage.Acknowledged), string(coverage.Planned), string(coverage.Reported),
	string(coverage.Open), string(coverage.Overdue), string(coverage.DoneOnTime), string(coverage.DoneLate),
}

// newDuties makes `soichi duties`.
func newDuties(c *console) *cobra.Command {
	var q catalog.LedgerRequest
	var format string
	cmd := &cobra.Command{
		Use:   "duties [UNIT]",
		Short: "Đơn vị phải làm gì, đến hạn ngày nào, theo mọi văn bản (what a unit owes, by when; every unit if none is named)",
		Args:  arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				q.Unit = args[0]
			}
			write, err := choose(c, ledgerForms, format)
			if err != nil {
				return err
			}
			if q.AsOf, err = day("--as-of", q.AsOf, time.Now().Format(time.DateOnly)); err != nil {
				return err
			}
			if q.From, err = day("--from", q.From, ""); err != nil {
				return err
			}
			if q.To, err = day("--to", q.To, ""); err != nil {
				return err
			}
			if q.State != "" && !slices.Contains(ledgerStates, q.State) {
				return usageError{fmt.Errorf("--state %q: one of %s", q.State, strings.Join(ledgerStates, ", "))}
			}
			return c.with(cmd.Context(), func(a *app) error {
				l, err := a.catalog.Ledger(cmd.Context(), q)
				if err != nil {
					return err
				}
				if len(l.Nearest) > 0 {
					c.logf("no document gives %q a task; units with those words: %s", q.Unit, strings.Join(l.Nearest, "; "))
				}
				return write(l)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "table", "table | json | csv | xlsx | docx | html | ics")
	f.StringVar(&q.AsOf, "as-of", "", "tính đến ngày YYYY-MM-DD; mặc định hôm nay (as of a day)")
	f.StringVar(&q.From, "from", "", "đến hạn từ ngày YYYY-MM-DD (due on or after)")
	f.StringVar(&q.To, "to", "", "đến hạn không muộn hơn ngày YYYY-MM-DD (due on or before)")
	f.StringVar(&q.Document, "of", "", "chỉ trong một văn bản (of one document only)")
	f.StringVar(&q.State, "state", "", strings.Join(ledgerStates, " | "))
	return cmd
}

// ledgerForms are the forms of a ledger.
var ledgerForms = map[string]form[*coverage.Ledger]{
	"json":  {},
	"table": {write: report.LedgerTable},
	"ics":   {write: report.Calendar},
	"csv":   {write: func(w io.Writer, l *coverage.Ledger) error { return report.CSV(w, report.LedgerList(l)) }},
	"html":  {write: func(w io.Writer, l *coverage.Ledger) error { return report.ListHTML(w, report.LedgerList(l)) }},
	"xlsx":  {write: func(w io.Writer, l *coverage.Ledger) error { return report.XLSX(w, report.LedgerList(l)) }, file: true},
	"docx":  {write: func(w io.Writer, l *coverage.Ledger) error { return report.DOCX(w, report.LedgerList(l)) }, file: true},
}
