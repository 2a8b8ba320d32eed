package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/report"
)

// coverageOptions are the flags of `soichi coverage`.
type coverageOptions struct {
	format string
	asOf   string
	min    float64
}

// newCoverage makes `soichi coverage`.
func newCoverage(c *console) *cobra.Command {
	var opt coverageOptions
	cmd := &cobra.Command{
		Use:   "coverage DOC",
		Short: "Đối chiếu nhiệm vụ của chỉ thị với kế hoạch, báo cáo của từng đơn vị (tasks by units, with evidence)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if c.json {
				opt.format = "json"
			}
			write, ok := coverageWriters[opt.format]
			if !ok {
				return usageError{fmt.Errorf("--format %q: one of table, json, csv, xlsx, html", opt.format)}
			}
			if opt.asOf == "" {
				opt.asOf = time.Now().Format(time.DateOnly)
			}
			if _, err := time.Parse(time.DateOnly, opt.asOf); err != nil {
				return usageError{fmt.Errorf("--as-of %q: write the day as YYYY-MM-DD", opt.asOf)}
			}
			return c.with(cmd.Context(), func(a *app) error {
				r, err := a.catalog.Coverage(cmd.Context(), args[0], opt.asOf)
				if err != nil {
					return err
				}
				if err := write(c, r); err != nil {
					return err
				}
				if r.Covered.Confirmed < opt.min {
					c.logf("confirmed coverage %.3f is below --min %.3f", r.Covered.Confirmed, opt.min)
					return errNamed
				}
				return nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&opt.format, "format", "table", "table | json | csv | xlsx | html")
	f.StringVar(&opt.asOf, "as-of", "", "tính đến ngày YYYY-MM-DD; mặc định hôm nay (as of a day)")
	f.Float64Var(&opt.min, "min", 0, "mã thoát 1 khi tỷ lệ đã xác nhận thấp hơn (gate on the confirmed share)")
	return cmd
}

// coverageWriters are the forms of a coverage.
var coverageWriters = map[string]func(*console, *coverage.Report) error{
	"table": func(c *console, r *coverage.Report) error { return report.Table(c.out, r) },
	"json":  func(c *console, r *coverage.Report) error { return c.print(r) },
	"csv":   func(c *console, r *coverage.Report) error { return report.CSV(c.out, r) },
	"html":  func(c *console, r *coverage.Report) error { return report.HTML(c.out, r) },
	"xlsx": func(c *console, r *coverage.Report) error {
		if terminal(c.out) {
			return usageError{errors.New("a spreadsheet is no text for a terminal: send it to a file with > coverage.xlsx")}
		}
		return report.XLSX(c.out, r)
	},
}
