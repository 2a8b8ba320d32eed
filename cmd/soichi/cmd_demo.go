package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi"
	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/report"
	"github.com/soichi/soichi/store"
)

// The tour's stations, all of them documents of testdata.
const (
	demoDirective = "87/CT-TTg"
	demoQuestion  = "cháy rừng"
	demoDay       = "2024-12-31"
)

// newDemo makes `soichi demo`.
func newDemo(c *console) *cobra.Command {
	var noServe bool
	var addr string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Một vòng giới thiệu trên văn bản mẫu (the tour, on sample documents)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			password, err := admission(ctx, addr)
			if err != nil {
				return err
			}
			dir, err := os.MkdirTemp("", "soichi-demo-")
			if err != nil {
				return fmt.Errorf("demo: %w", err)
			}
			defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
			if c.dir == "" {
				c.dir = filepath.Join(dir, "library")
			}
			a, err := c.wire(ctx, store.Options{})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.close()) }()
			if err := a.tour(ctx, c, filepath.Join(dir, "documents")); err != nil {
				return err
			}
			if noServe {
				return nil
			}
			fmt.Fprintf(c.out, "\n5. Trang web (dừng bằng Ctrl-C; stop with Ctrl-C)\n")
			return a.serve(ctx, c, addr, password)
		},
	}
	cmd.Flags().BoolVar(&noServe, "no-serve", false, "không mở trang web (stop before serving)")
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "HOST:PORT")
	return cmd
}

// tour ingests the samples and walks through the four answers.
func (a *app) tour(ctx context.Context, c *console, docs string) error {
	if err := unpackSamples(docs); err != nil {
		return err
	}
	in, err := a.ingester(c, ingestOptions{}, func(ingest.Item) {})
	if err != nil {
		return err
	}
	r, err := in.Run(ctx, []string{docs})
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "0. Nạp văn bản mẫu (ingest): ")
	if err := c.printReport(r); err != nil {
		return err
	}
	for i, station := range []struct {
		title string
		show  func() error
	}{
		{"Một chỉ thị và những gì tách được (show " + demoDirective + ")", func() error {
			d, err := a.catalog.Document(ctx, demoDirective)
			if err != nil {
				return err
			}
			return printDocument(c.out, d)
		}},
		{"Tìm “" + demoQuestion + "” (search)", func() error {
			res, err := a.catalog.Search(ctx, catalog.SearchRequest{Query: demoQuestion, Limit: 3})
			if err != nil {
				return err
			}
			return c.printHits(res)
		}},
		{"Chuỗi văn bản (trace " + demoDirective + ")", func() error {
			t, err := a.catalog.Trace(ctx, demoDirective, graph.TraceOptions{})
			if err != nil {
				return err
			}
			return report.Tree(c.out, t)
		}},
		{"Đối chiếu nhiệm vụ, tính đến " + vietDate(demoDay) + " (coverage)", func() error {
			rep, err := a.catalog.Coverage(ctx, demoDirective, demoDay)
			if err != nil {
				return err
			}
			return report.Table(c.out, rep)
		}},
	} {
		fmt.Fprintf(c.out, "\n%d. %s\n\n", i+1, station.title)
		if err := station.show(); err != nil {
			return err
		}
	}
	return nil
}

// unpackSamples writes the sample documents into a folder, so that they are ingested as files like any other.
func unpackSamples(dir string) error {
	sub, err := fs.Sub(soichi.Samples, "testdata/corpus")
	if err != nil {
		return fmt.Errorf("sample documents: %w", err)
	}
	if err := os.CopyFS(dir, sub); err != nil {
		return fmt.Errorf("sample documents: %w", err)
	}
	return nil
}
