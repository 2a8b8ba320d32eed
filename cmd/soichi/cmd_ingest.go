package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/store"
)

// ingestOptions are the flags of `soichi ingest`.
type ingestOptions struct {
	watch      bool
	classified bool
	workers    int
}

// syncAfterStop bounds the indexing after an interrupted run. What is left then is indexed by the next command.
const syncAfterStop = 20 * time.Second

// newIngest makes `soichi ingest`.
func newIngest(c *console) *cobra.Command {
	var opt ingestOptions
	cmd := &cobra.Command{
		Use:   "ingest PATH...",
		Short: "Nạp tệp, thư mục vào kho; chạy lại là chạy tiếp (files and folders into the library; resumable)",
		Args:  arguments(cobra.MinimumNArgs(1)),
		RunE:  func(cmd *cobra.Command, args []string) error { return runIngest(cmd.Context(), c, opt, args) },
	}
	cmd.Flags().BoolVar(&opt.watch, "watch", false, "theo dõi thư mục và nạp tệp mới (keep watching the folders)")
	cmd.Flags().BoolVar(&opt.classified, "accept-classified", false, "nhận cả văn bản có dấu mật (take documents with a secrecy mark in)")
	cmd.Flags().IntVar(&opt.workers, "workers", 0, "số tệp đọc cùng lúc; 0: bằng số nhân (files read at once)")
	return cmd
}

func runIngest(ctx context.Context, c *console, opt ingestOptions, paths []string) (err error) {
	a, err := c.wire(ctx, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	progress := c.progress()
	in, err := a.ingester(c, opt, progress.item)
	if err != nil {
		return err
	}
	if opt.watch {
		c.logf("watching %v; stop with Ctrl-C", paths)
		err := in.Watch(ctx, paths, func(r *ingest.Report) error {
			progress.done()
			return errors.Join(c.printReport(r), a.catalog.Sync(ctx))
		})
		if errors.Is(err, context.Canceled) {
			return nil // Ctrl-C is how watching ends
		}
		return err
	}
	r, err := in.Run(ctx, paths)
	progress.done()
	if r == nil {
		return err
	}
	// What was acknowledged is indexed and told of even when the run was interrupted.
	if ctx.Err() != nil {
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), syncAfterStop)
		defer cancel()
		ctx = late
	}
	if err := errors.Join(err, c.printReport(r), a.catalog.Sync(ctx)); err != nil {
		return err
	}
	if len(r.Failed) > 0 {
		return errNamed
	}
	return nil
}

// ingester wires extraction to the store.
func (a *app) ingester(c *console, opt ingestOptions, progress func(ingest.Item)) (*ingest.Ingester, error) {
	x := extract.New(extract.Options{Register: a.bodies, Reader: c.readers})
	own, err := filepath.Abs(a.dir)
	if err != nil {
		return nil, fmt.Errorf("library folder: %w", err)
	}
	rules, err := c.rules()
	if err != nil {
		return nil, err
	}
	return ingest.New(a.store, x, ingest.Options{
		Version: rules, AcceptClassified: opt.classified, Workers: opt.workers, Exclude: []string{own},
		Progress: progress, Expander: c.readers,
	}), nil
}

// printReport writes the counts, and each file that was not taken in.
func (c *console) printReport(r *ingest.Report) error {
	for _, it := range r.Failed {
		c.logFailure(it.Path, it.Reason, it.Detail)
	}
	for _, it := range r.Quarantined {
		c.logf("quarantined: %s: có dấu %q, không lưu nội dung; muốn nạp thì thêm --accept-classified (bears a secrecy mark)", it.Path, it.Mark)
	}
	if c.json {
		return c.print(struct {
			Added       int           `json:"added"`
			Updated     int           `json:"updated"`
			Unchanged   int           `json:"unchanged"`
			Quarantined int           `json:"quarantined"`
			Failed      int           `json:"failed"`
			Items       []ingest.Item `json:"items"`
		}{r.Added, r.Updated, r.Unchanged, len(r.Quarantined), len(r.Failed), append(append([]ingest.Item{}, r.Failed...), r.Quarantined...)})
	}
	_, err := fmt.Fprintf(c.out, "added %d, updated %d, unchanged %d, quarantined %d, failed %d\n",
		r.Added, r.Updated, r.Unchanged, len(r.Quarantined), len(r.Failed))
	return err
}

// logFailure names a file that could not be read, in one line: what is wrong, in Vietnamese and in detail, and the code.
func (c *console) logFailure(path, reason, detail string) {
	if said := vietnamese()[reason]; said != "" {
		detail = said + " (" + detail + ")"
	}
	c.logf("failed: %s: %s [%s]", path, detail, reason)
}

// progress shows how far a run has come: a bar on a terminal, a line now and then in a log.
type progress struct {
	bar   *progressbar.ProgressBar
	log   *console
	files int
	said  time.Time
}

// logEvery is how often a log is told how far a run has come.
const logEvery = 30 * time.Second

func (c *console) progress() *progress {
	if !terminal(c.err) {
		return &progress{log: c, said: time.Now()}
	}
	return &progress{bar: progressbar.NewOptions(-1, progressbar.OptionSetWriter(c.err), progressbar.OptionSetDescription("ingest"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionClearOnFinish())}
}

func (p *progress) item(ingest.Item) {
	p.files++
	switch {
	case p.bar != nil:
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	case time.Since(p.said) >= logEvery:
		p.said = time.Now()
		p.log.logf("đã đọc %d tệp (files so far)", p.files)
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
