package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
)

// newEval makes `soichi eval`.
func newEval(c *console) *cobra.Command {
	var level string
	var differences, byKind bool
	cmd := &cobra.Command{
		Use:   "eval GOLD",
		Short: "Chấm điểm trích xuất theo bộ mẫu (score extraction against reference files)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(eval.Levels(), eval.Strictness(level)) {
				return usageError{fmt.Errorf("--level %q: one of exact, folded, overlap, edit", level)}
			}
			scores, err := evaluate(cmd, c, args[0])
			if err != nil {
				return err
			}
			if byKind {
				return scores.printKinds(c)
			}
			if c.json {
				return c.print(rows(scores[everyKind]))
			}
			if err := eval.Print(c.out, scores[everyKind]); err != nil || !differences {
				return err
			}
			for _, s := range scores[everyKind] {
				if string(s.Level) == level {
					return eval.PrintDifferences(c.out, s)
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&differences, "differences", false, "liệt kê từng chỗ khác (list what is not as the reference says)")
	cmd.Flags().BoolVar(&byKind, "by-kind", false, "một bảng cho mỗi loại văn bản (a table for each kind of document)")
	cmd.Flags().StringVar(&level, "level", string(eval.Folded), "mức so của --differences: exact, folded, overlap, edit")
	return cmd
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

// printKinds writes a table for each kind, in order of kind; all documents are the table at the end.
func (e evaluation) printKinds(c *console) error {
	kinds := slices.Sorted(maps.Keys(e))
	if c.json {
		out := map[string]map[string][]eval.Row{}
		for _, k := range kinds[1:] {
			out[k] = rows(e[k])
		}
		return c.print(out)
	}
	for _, k := range append(kinds[1:], everyKind) {
		fmt.Fprintf(c.out, "%s\n", cmp.Or(document.KindName(k), k, "tất cả (all)"))
		if err := eval.Print(c.out, e[k]); err != nil {
			return err
		}
		fmt.Fprintln(c.out)
	}
	return nil
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
