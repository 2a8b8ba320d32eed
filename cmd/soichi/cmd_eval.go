package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/eval"
)

// evalOptions are the flags of `soichi eval`.
type evalOptions struct {
	level                                    string
	differences, errors, byKind, calibration bool
}

// newEval makes `soichi eval`.
func newEval(c *console) *cobra.Command {
	var opt evalOptions
	cmd := &cobra.Command{
		Use:   "eval GOLD",
		Short: "Chấm điểm trích xuất theo bộ mẫu (score extraction against reference files)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(eval.Levels(), eval.Strictness(opt.level)) {
				return usageError{fmt.Errorf("--level %q: one of exact, folded, overlap, edit", opt.level)}
			}
			return opt.score(cmd, c, args[0])
		},
	}
	cmd.Flags().BoolVar(&opt.differences, "differences", false, "liệt kê từng chỗ khác (list what is not as the reference says)")
	cmd.Flags().BoolVar(&opt.errors, "errors", false, "các loại lỗi, kèm ví dụ (classes of error with examples)")
	cmd.Flags().BoolVar(&opt.byKind, "by-kind", false, "F1 theo từng loại văn bản (F1 for each kind of document)")
	cmd.Flags().BoolVar(&opt.calibration, "calibration", false, "độ tin cậy so với tỷ lệ đúng (confidence against the share of right values)")
	cmd.Flags().StringVar(&opt.level, "level", string(eval.Folded), "mức so: exact, folded, overlap, edit")
	return cmd
}

// score scores the reference extractions and the chains of a folder, which may lack the one or the other.
func (opt evalOptions) score(cmd *cobra.Command, c *console, dir string) error {
	scores, err := evaluate(cmd, c, dir)
	alone := errors.Is(err, eval.ErrNoReference)
	if err != nil && (!alone || opt.byKind || opt.errors || opt.calibration) {
		return err
	}
	if opt.byKind || opt.errors || opt.calibration {
		return scores.print(c, opt)
	}
	chains, chainErr := evaluateChains(cmd.Context(), c, dir)
	switch {
	case chainErr != nil:
		return chainErr
	case alone && chains == nil:
		return err
	case c.json:
		return c.print(allRows(scores[everyKind], chains))
	}
	if !alone {
		if err := scores.print(c, opt); err != nil {
			return err
		}
	}
	if chains == nil {
		return nil
	}
	return printChains(c, chains, opt.differences)
}

// print writes what the flags ask for; the table of fields without any.
func (e evaluation) print(c *console, opt evalOptions) error {
	at := e.at(opt.level)
	switch {
	case opt.calibration:
		return printCalibration(c, at[everyKind].Judged)
	case opt.byKind && c.json:
		out := map[string]map[string][]eval.Row{}
		for kind, scores := range e {
			if kind != everyKind {
				out[kind] = rows(scores)
			}
		}
		return c.print(out)
	case opt.byKind:
		delete(at, everyKind)
		return eval.PrintKinds(c.out, at)
	}
	if err := eval.Print(c.out, e[everyKind]); err != nil {
		return err
	}
	if opt.errors {
		return eval.PrintClasses(c.out, at[everyKind])
	}
	if opt.differences {
		return eval.PrintDifferences(c.out, at[everyKind])
	}
	return nil
}

// printCalibration writes the ten bins of confidence, and what each rule states and reached.
func printCalibration(c *console, judged []eval.Judged) error {
	if c.json {
		return c.print(map[string]any{"bins": eval.Calibration(eval.Suggestions(judged)), "rules": eval.Rules(judged)})
	}
	if err := eval.PrintCalibration(c.out, eval.Calibration(eval.Suggestions(judged))); err != nil {
		return err
	}
	fmt.Fprintln(c.out)
	return eval.PrintRules(c.out, eval.Rules(judged))
}

// everyKind is the place of the scores over all documents.
const everyKind = ""

// evaluation holds the scores at every level, by the kind that the reference gives the document.
type evaluation map[string][]*eval.Scores

func (e evaluation) of(kind string) []*eval.Scores {
	if e[kind] == nil {
		for _, l := range eval.Levels() {
			e[kind] = append(e[kind], eval.NewScores(l))
		}
	}
	return e[kind]
}

// at gives the scores of each kind at one level.
func (e evaluation) at(level string) map[string]*eval.Scores {
	out := map[string]*eval.Scores{}
	for kind, list := range e {
		for _, s := range list {
			if string(s.Level) == level {
				out[kind] = s
			}
		}
	}
	return out
}

// rows gives the figures by level.
func rows(scores []*eval.Scores) map[string][]eval.Row {
	out := map[string][]eval.Row{}
	for _, s := range scores {
		out[string(s.Level)] = s.Rows()
	}
	return out
}

// unknownKind stands for a document to which the reference gives no kind.
const unknownKind = "khac"

// evaluate extracts every document of the gold folder once and scores it at every level.
func evaluate(cmd *cobra.Command, c *console, dir string) (evaluation, error) {
	gold, err := eval.Load(dir)
	if err != nil {
		return nil, err
	}
	x, err := c.extractor()
	if err != nil {
		return nil, err
	}
	scores := evaluation{}
	for _, g := range gold {
		data, err := os.ReadFile(g.Source)
		if err != nil {
			return nil, fmt.Errorf("gold %s: %w", g.Name, err)
		}
		d, err := x.Extract(cmd.Context(), g.Source, data)
		if err != nil {
			return nil, err
		}
		for _, s := range slices.Concat(scores.of(everyKind), scores.of(cmp.Or(g.Scalars["kind"], unknownKind))) {
			s.Add(g, d)
		}
	}
	return scores, nil
}
