package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/report"
)

// newChanges makes `soichi changes`.
func newChanges(c *console) *cobra.Command {
	var since string
	var q catalog.ChangesRequest
	cmd := &cobra.Command{
		Use:   "changes",
		Short: "Có gì mới từ một ngày: văn bản, nhiệm vụ được triển khai, việc quá hạn (what changed since a day)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := day("--since", since, ""); err != nil {
				return err
			}
			var err error
			if q.AsOf, err = day("--as-of", q.AsOf, time.Now().Format(time.DateOnly)); err != nil {
				return err
			}
			if since != "" {
				if q.Since, err = time.ParseInLocation(time.DateOnly, since, time.Local); err != nil {
					return err
				}
			}
			return c.with(cmd.Context(), func(a *app) error {
				ch, err := a.catalog.Changes(cmd.Context(), q)
				if errors.Is(err, catalog.ErrBadClock) {
					return usageError{err}
				}
				if err != nil {
					return err
				}
				if c.json {
					return c.print(ch)
				}
				return printChanges(c.out, ch)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&since, "since", "", "từ đầu ngày YYYY-MM-DD; mặc định 30 ngày trước (from the beginning of a day)")
	f.StringVar(&q.AsOf, "as-of", "", "tính đến ngày YYYY-MM-DD; mặc định hôm nay (as of a day)")
	f.StringVar(&q.By, "by", catalog.ByAdded, "added: theo ngày nạp vào kho; issued: theo ngày ban hành (which clock)")
	return cmd
}

// printChanges writes the changes for a person.
func printChanges(w io.Writer, ch *catalog.Changes) error {
	p := &lines{w: w}
	p.f("Thay đổi từ %s đến %s\n", vietDate(ch.Since), vietDate(ch.AsOf))
	p.f("\nVăn bản mới (%d)\n", len(ch.Added))
	for _, kind := range report.ByKind(ch.Added) {
		p.f("  %s (%d)\n", cmp.Or(document.KindName(string(kind[0].Kind)), "không rõ loại"), len(kind))
		for i := range kind {
			p.f("    %s\n", report.Label(&kind[i]))
		}
	}
	if len(ch.Updated)+len(ch.Removed) > 0 {
		p.f("\nVăn bản có bản khác (%d), đã bỏ khỏi kho (%d)\n", len(ch.Updated), len(ch.Removed))
		for i := range ch.Updated {
			p.f("  %s\n", report.Label(&ch.Updated[i]))
		}
	}
	p.f("\nVăn bản còn thiếu nay đã có (%d)\n", len(ch.Healed))
	for i := range ch.Healed {
		p.f("  %s, %d văn bản đã viện dẫn\n", report.Label(&ch.Healed[i].Document), len(ch.Healed[i].By))
	}
	p.f("\nNhiệm vụ có thêm kế hoạch, báo cáo (%d)\n", len(ch.Covered))
	for _, units := range report.Alike(ch.Further()) {
		p.f("  %s\n", report.EntryLine(units))
	}
	p.f("\nNhiệm vụ mới quá hạn (%d)\n", len(ch.Overdue))
	for _, units := range report.Alike(ch.Overdue) {
		p.f("  %s\n", report.EntryLine(units))
	}
	return p.err
}

// lines writes until the first error.
type lines struct {
	w   io.Writer
	err error
}

func (l *lines) f(format string, args ...any) {
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.w, format, args...)
	}
}
