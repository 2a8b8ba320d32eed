package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/eval"
)

// newEval makes `soichi eval`.
func newEval(c *console) *cobra.Command {
	var level string
	var differences bool
	cmd := &cobra.Command{
		Use:   "eval GOLD",
		Short: "Chấm điểm trích xuất theo bộ mẫu (score extraction against reference files)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			scores, err := evaluate(cmd, c, args[0])
			if err != nil {
				return err
			}
			if c.json {
				out := map[string][]eval.Row{}
				for _, s := range scores {
					out[string(s.Level)] = s.Rows()
				}
				return c.print(out)
			}
			if err := eval.Print(c.out, scores); err != nil {
				return err
			}
			if !differences {
				return nil
			}
			for _, s := range scores {
				if string(s.Level) == level {
					return eval.PrintDifferences(c.out, s)
				}
			}
			return usageError{fmt.Errorf("--level %q: one of exact, folded, overlap, edit", level)}
		},
	}
	cmd.Flags().BoolVar(&differences, "differences", false, "liệt kê từng chỗ khác (list what is not as the reference says)")
	cmd.Flags().StringVar(&level, "level", string(eval.Folded), "mức so của --differences: exact, folded, overlap, edit")
	return cmd
}

// evaluate extracts every document of the gold folder once and scores it at every level.
func evaluate(cmd *cobra.Command, c *console, dir string) ([]*eval.Scores, error) {
	gold, err := eval.Load(dir)
	if err != nil {
		return nil, err
	}
	x, err := c.extractor()
	if err != nil {
		return nil, err
	}
	var scores []*eval.Scores
	for _, l := range eval.Levels() {
		scores = append(scores, eval.NewScores(l))
	}
	for _, g := range gold {
		data, err := os.ReadFile(g.Source)
		if err != nil {
			return nil, fmt.Errorf("gold %s: %w", g.Name, err)
		}
		d, err := x.Extract(cmd.Context(), g.Source, data)
		if err != nil {
			return nil, err
		}
		for _, s := range scores {
			s.Add(g, d)
		}
	}
	return scores, nil
}
