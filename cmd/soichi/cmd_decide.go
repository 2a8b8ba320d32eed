package main

import (
	"context"
	"fmt"
	"os/user"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/store"
)

// decideOptions are the flags of the commands with which a person decides.
type decideOptions struct {
	by, quote string
	undo      bool
}

// newConfirm makes `soichi confirm`.
func newConfirm(c *console) *cobra.Command {
	return newDecide(c, "confirm", store.Confirmed, "Xác nhận một minh chứng cho nhiệm vụ (a person vouches for evidence)")
}

// newReject makes `soichi reject`.
func newReject(c *console) *cobra.Command {
	return newDecide(c, "reject", store.Rejected, "Bác bỏ minh chứng cho nhiệm vụ (a person rejects evidence)")
}

// newDecide makes a command that records what a person says of evidence.
func newDecide(c *console, name, verdict, short string) *cobra.Command {
	var opt decideOptions
	cmd := &cobra.Command{
		Use:   name + " DOC TASK EVIDENCE_DOC",
		Short: short,
		Long: short + `.

DOC là chỉ thị, TASK là số thứ tự nhiệm vụ như lệnh coverage in ra, EVIDENCE_DOC là kế hoạch hoặc báo cáo.
The decision is kept by the letters of the two quotes, so that it holds after the documents are extracted anew.`,
		Args: arguments(cobra.ExactArgs(3)),
		RunE: func(cmd *cobra.Command, args []string) error {
			task, err := strconv.Atoi(args[1])
			if err != nil || task < 1 {
				return usageError{fmt.Errorf("task %q: the number of a task as `soichi coverage` prints it", args[1])}
			}
			j := catalog.Judgement{Directive: args[0], Task: task - 1, Evidence: args[2], Quote: opt.quote, Verdict: verdict, Who: who(opt.by)}
			if opt.undo {
				j.Verdict = store.Withdrawn
			}
			return c.with(cmd.Context(), func(a *app) error { return c.decide(cmd.Context(), a, j) })
		},
	}
	cmd.Flags().StringVar(&opt.by, "by", "", "người quyết định; mặc định là tên đăng nhập (who decides)")
	cmd.Flags().StringVar(&opt.quote, "quote", "", "chỉ đoạn có những chữ này (only the passage with these words)")
	cmd.Flags().BoolVar(&opt.undo, "undo", false, "rút lại quyết định (take the decision back)")
	return cmd
}

// decide records a judgement and names the passages that it is about.
func (c *console) decide(ctx context.Context, a *app, j catalog.Judgement) error {
	passages, err := a.catalog.Decide(ctx, j)
	if err != nil {
		return err
	}
	if c.json {
		return c.print(passages)
	}
	for _, p := range passages {
		if _, err := fmt.Fprintf(c.out, "%s: %s “%s”\n", j.Verdict, p.Document, p.Span.Exact); err != nil {
			return err
		}
	}
	return nil
}

// newUnlink makes `soichi unlink`.
func newUnlink(c *console) *cobra.Command {
	var opt decideOptions
	cmd := &cobra.Command{
		Use:   "unlink FROM TO",
		Short: "Bỏ hẳn một liên kết nhận sai (undo a wrong link for good)",
		Args:  arguments(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app) error {
				if opt.undo {
					return a.catalog.Relink(cmd.Context(), args[0], args[1], who(opt.by))
				}
				return a.catalog.Unlink(cmd.Context(), args[0], args[1], who(opt.by))
			})
		},
	}
	cmd.Flags().StringVar(&opt.by, "by", "", "người quyết định; mặc định là tên đăng nhập (who decides)")
	cmd.Flags().BoolVar(&opt.undo, "undo", false, "lấy lại liên kết (take the link up again)")
	return cmd
}

// who names the person who decides.
func who(by string) string {
	if by != "" {
		return by
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "?"
}
