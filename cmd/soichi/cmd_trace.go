package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/report"
)

// newTrace makes `soichi trace`.
func newTrace(c *console) *cobra.Command {
	var up, down bool
	var format string
	var opt graph.TraceOptions
	cmd := &cobra.Command{
		Use:   "trace DOC",
		Short: "Chuỗi văn bản: thực hiện văn bản nào, được văn bản nào thực hiện (the chain up and down)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case up && !down:
				opt.Direction = graph.Up
			case down && !up:
				opt.Direction = graph.Down
			}
			write, err := choose(c, traceForms, format)
			if err != nil {
				return err
			}
			if _, err := time.Parse(time.DateOnly, opt.AsOf); opt.AsOf != "" && err != nil {
				return usageError{fmt.Errorf("--as-of %q: write the day as YYYY-MM-DD", opt.AsOf)}
			}
			opt.Today = time.Now().Format(time.DateOnly)
			return c.with(cmd.Context(), func(a *app) error {
				t, err := a.catalog.Trace(cmd.Context(), args[0], opt)
				if err != nil {
					return err
				}
				return write(t)
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&up, "up", false, "chỉ đi lên (what it rests on)")
	f.BoolVar(&down, "down", false, "chỉ đi xuống (who carries it out)")
	f.StringVar(&format, "format", "tree", "tree | list | json | dot | mermaid")
	f.IntVar(&opt.Depth, "depth", 0, "số bước mỗi chiều; 0: 8 (steps each way)")
	f.StringVar(&opt.AsOf, "as-of", "", "không tính văn bản sau ngày YYYY-MM-DD (nothing later than a day)")
	f.BoolVar(&opt.Mentions, "mentions", false, "cả những chỗ chỉ nhắc đến (mere mentions too)")
	return cmd
}

// traceForms are the forms of a trace.
var traceForms = map[string]form[*graph.Trace]{
	"json": {}, "tree": {write: report.Tree}, "list": {write: report.Chain}, "dot": {write: report.DOT}, "mermaid": {write: report.Mermaid},
}

// newMissing makes `soichi missing`.
func newMissing(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "missing",
		Short: "Văn bản được viện dẫn mà kho chưa có (cited, not held; most cited first)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.with(cmd.Context(), func(a *app) error {
				list, err := a.catalog.Missing(cmd.Context())
				if err != nil {
					return err
				}
				if c.json {
					return c.print(list)
				}
				for _, w := range list {
					n := graph.Node{ID: w.Node, Kind: w.Kind, Symbol: w.Symbol, Issuer: w.Issuer, IssuedOn: w.IssuedOn, Title: w.Name}
					note := ""
					if w.State != graph.Wanted {
						note = fmt.Sprintf("  [%s: %d ứng viên]", w.State, len(w.Candidates))
					}
					fmt.Fprintf(c.out, "%3d văn bản, %3d lần  %s%s\n", len(w.By), w.Cited, report.Label(&n), note)
				}
				return nil
			})
		},
	}
}
