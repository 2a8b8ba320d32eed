package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
)

// newSaved makes `soichi saved`.
func newSaved(c *console) *cobra.Command {
	var forget, keep bool
	var limit int
	cmd := &cobra.Command{
		Use:   "saved [NAME]",
		Short: "Câu tìm đã lưu và kết quả mới (saved searches and what is new)",
		Long: `Không có NAME: liệt kê các câu tìm đã lưu và số kết quả mới của từng câu.
Có NAME: xem các kết quả mới; xem xong thì không còn là mới, trừ khi --keep.

Without NAME it lists what was saved with soichi search --save, and how much is new.
With NAME it shows what is new and notes it as seen, unless --keep.`,
		Args: arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && (forget || keep) {
				return usageError{fmt.Errorf("saved: --forget and --keep need a NAME")}
			}
			return c.with(cmd.Context(), func(a *app) error {
				switch {
				case len(args) == 0:
					return c.savedSearches(cmd.Context(), a)
				case forget:
					return a.catalog.Forget(cmd.Context(), args[0])
				}
				return c.news(cmd.Context(), a, args[0], limit, keep)
			})
		},
	}
	cmd.Flags().BoolVar(&forget, "forget", false, "bỏ câu tìm này (take it away)")
	cmd.Flags().BoolVar(&keep, "keep", false, "vẫn coi là mới (do not note as seen)")
	cmd.Flags().IntVar(&limit, "limit", 10, "số kết quả (results shown)")
	return cmd
}

func (c *console) savedSearches(ctx context.Context, a *app) error {
	list, err := a.catalog.Saved(ctx)
	if err != nil {
		return err
	}
	return c.show(list, func() {
		for _, s := range list {
			fmt.Fprintf(c.out, "%s\t%d mới trong %d\t%s\n", s.Name, s.New, s.Total, savedQuery(s))
		}
	})
}

// savedQuery writes a saved question in one line.
func savedQuery(s catalog.SavedSearch) string {
	if s.Error != "" {
		return s.Request.Query + "  ! " + s.Error
	}
	return s.Request.Query
}

// news shows what is new of a saved search, and notes what it showed as seen.
func (c *console) news(ctx context.Context, a *app, name string, limit int, keep bool) error {
	n, err := a.catalog.News(ctx, name, limit)
	if err != nil {
		return err
	}
	err = c.show(n, func() {
		fmt.Fprintf(c.out, "%s: %d mới trong %d\n", n.Name, n.New, n.Total)
		c.printList(n.Hits)
	})
	if err != nil || keep {
		return err
	}
	shown := make([]string, len(n.Hits))
	for i, h := range n.Hits {
		shown[i] = h.ID
	}
	return a.catalog.MarkSeen(ctx, name, shown)
}
