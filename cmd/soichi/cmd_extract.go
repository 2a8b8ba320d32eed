package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/extract"
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
			failed := 0
			enc := json.NewEncoder(c.out)
			enc.SetEscapeHTML(false)
			for _, root := range args {
				err := eachFile(root, func(path string, err error) error {
					if err == nil {
						err = extractOne(cmd, x, enc, path)
					}
					if cmd.Context().Err() != nil {
						return cmd.Context().Err()
					}
					if err != nil {
						failed++
						c.logf("soichi: %v", named(err))
					}
					return nil
				})
				if err != nil {
					return err
				}
			}
			if failed > 0 {
				return errNamed
			}
			return nil
		},
	}
}

func extractOne(cmd *cobra.Command, x *extract.Extractor, enc *json.Encoder, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	d, err := x.Extract(cmd.Context(), path, data)
	if err != nil {
		return err
	}
	return enc.Encode(d)
}

// named puts the reason code of a failure behind its sentence, and the hint where there is one.
func named(err error) string {
	s := strings.ReplaceAll(err.Error(), "\n", "; ")
	var coded interface{ ReasonCode() string }
	if errors.As(err, &coded) && coded.ReasonCode() != "" {
		s += " [" + coded.ReasonCode() + "]"
	}
	return s
}

// eachFile walks a path in name order and gives every file, or the error that kept it from being looked at, to f.
// Hidden files and the lock files of office programs are left out, unless the path itself names one.
func eachFile(root string, f func(path string, err error) error) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return f(path, err)
		case path != root && (strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "~$")):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		return f(path, nil)
	})
}
