package main

import (
	"fmt"
	"io"
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
			write, err := choose(c, coverageForms, opt.format)
			if err != nil {
				return err
			}
			if !(opt.min >= 0 && opt.min <= 1) { // NaN is neither
				return usageError{fmt.Errorf("--min %v: a share between 0 and 1", opt.min)}
			}
			if opt.asOf, err = day("--as-of", opt.asOf, time.Now().Format(time.DateOnly)); err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app) error {
				r, err := a.catalog.Coverage(cmd.Context(), args[0], opt.asOf)
				if err != nil {
					return err
				}
				if err := write(r); err != nil {
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
	f.StringVar(&opt.format, "format", "table", "table | json | csv | xlsx | docx | html | ics")
	f.StringVar(&opt.asOf, "as-of", "", "tính đến ngày YYYY-MM-DD; mặc định hôm nay (as of a day)")
	f.Float64Var(&opt.min, "min", 0, "mã thoát 1 khi tỷ lệ đã xác nhận thấp hơn (gate on the confirmed share)")
	return cmd
}

// coverageForms are the forms of a coverage.
var coverageForms = map[string]form[*coverage.Report]{
	"json":  {},
	"table": {write: report.Table},
	"html":  {write: report.HTML},
	"csv":   {write: func(w io.Writer, r *coverage.Report) error { return report.CSV(w, report.CoverageList(r)) }},
	"xlsx":  {write: func(w io.Writer, r *coverage.Report) error { return report.XLSX(w, report.CoverageList(r)) }, file: true},
	"docx":  {write: func(w io.Writer, r *coverage.Report) error { return report.DOCX(w, report.CoverageList(r)) }, file: true},
	"ics":   {write: func(w io.Writer, r *coverage.Report) error { return report.Calendar(w, coverage.LedgerOf(r)) }},
}
