package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/ingest"
)

// newExtract makes `soichi extract`: no library, one JSON object a document on a line.
func newExtract(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "extract PATH...",
		Short: "Tách trường, nhiệm vụ, viện dẫn của tệp, mỗi văn bản một dòng JSON (no library needed; NDJSON on stdout)",
		Args:  arguments(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			x, err := c.extractor()
			if err != nil {
				return err
			}
			out := &extracted{console: c, extractor: x, enc: json.NewEncoder(c.out)}
			out.enc.SetEscapeHTML(false)
			for _, root := range args {
				err := ingest.Each(cmd.Context(), root, c.readers, func(path string, data []byte, err error) error {
					return out.take(cmd.Context(), path, data, err)
				})
				if err != nil {
					return err
				}
			}
			if out.failed > 0 {
				return errNamed
			}
			return nil
		},
	}
}

// extracted prints what files hold, and counts those that could not be read.
type extracted struct {
	*console
	extractor *extract.Extractor
	enc       *json.Encoder
	failed    int
}

// take prints one file's document, or names the file and what is wrong with it. Its error ends the run.
func (e *extracted) take(ctx context.Context, path string, data []byte, err error) error {
	var d *document.Document
	if err == nil {
		d, err = e.extractor.Extract(ctx, path, data)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		e.failed++
		reason, detail := ingest.Told(path, err)
		e.logFailure(path, reason, detail)
		return nil
	}
	if err := e.enc.Encode(d); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}
