package main

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/store"
)

// newReindex makes `soichi reindex`. The graph is built from the store whenever it is asked for, so the index alone has
// files to build.
func newReindex(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "reindex",
		Short: "Dựng lại chỉ mục và liên kết từ kho (rebuild index and graph from the store)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			a, err := c.openAsIs(cmd.Context())
			if err != nil {
				return err
			}
			err = a.rebuild(cmd.Context())
			if err := errors.Join(err, a.close()); err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app) error {
				g, err := a.catalog.Graph(cmd.Context())
				if err != nil {
					return err
				}
				list, err := a.catalog.List(cmd.Context(), store.Filter{}, 1, 0)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.out, "indexed %d documents, %d links\n", list.Total, len(g.Links()))
				return err
			})
		},
	}
}

// newVerify makes `soichi verify`.
func newVerify(c *console) *cobra.Command {
	var repair bool
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "So sánh tệp gốc, kho, chỉ mục, liên kết (compare sources, store, index and graph)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			a, err := c.openAsIs(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.close()) }()
			return a.verify(cmd, c, repair)
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, "dựng lại phần dẫn xuất bị lệch (rebuild what was derived)")
	return cmd
}

func (a *app) verify(cmd *cobra.Command, c *console, repair bool) error {
	problems, err := a.catalog.Verify(cmd.Context())
	if err != nil {
		return err
	}
	if c.json {
		if err := c.print(problems); err != nil {
			return err
		}
	}
	repairable, lasting := 0, 0
	for _, p := range problems {
		if p.Repairable {
			repairable++
		} else {
			lasting++
		}
		if !c.json {
			fmt.Fprintf(c.out, "%s %s: %s\n", p.Part, p.Document, p.Detail)
		}
	}
	switch {
	case len(problems) == 0:
		c.logf("sources, store, index and graph agree")
		return nil
	case repair && repairable > 0:
		if err := a.rebuild(cmd.Context()); err != nil {
			return err
		}
		c.logf("rebuilt the index: %d differences mended, %d left", repairable, lasting)
		if lasting == 0 {
			return nil
		}
	case repairable > 0:
		c.logf("%d differences can be mended with --repair", repairable)
	}
	return errNamed
}

// newBackup makes `soichi backup`.
func newBackup(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Sao lưu kho đang dùng vào một tệp (one consistent file of a live library)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := store.Open(cmd.Context(), c.library(), store.Options{MustExist: true})
			if err != nil {
				return err
			}
			if err := errors.Join(s.Backup(cmd.Context(), args[0]), s.Close()); err != nil {
				return err
			}
			c.logf("backed up %s to %s", c.library(), args[0])
			return nil
		},
	}
}

// newRestore makes `soichi restore`.
func newRestore(c *console) *cobra.Command {
	var overwrite bool
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Khôi phục kho từ bản sao lưu (a library back from its backup)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := store.Restore(cmd.Context(), args[0], c.library(), overwrite); err != nil {
				if errors.Is(err, store.ErrExists) {
					return fmt.Errorf("%w: add --overwrite to replace it", err)
				}
				return err
			}
			return c.with(cmd.Context(), func(a *app) error {
				if err := a.catalog.Sync(cmd.Context()); err != nil {
					return err
				}
				c.logf("restored %s from %s", c.library(), args[0])
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&overwrite, "overwrite", false, "thay kho đang có (replace the library that is there)")
	return cmd
}

// newVersion makes `soichi version`.
func newVersion(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Phiên bản (version of the program and of its extraction rules)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			v := struct {
				Version    string `json:"version"`
				Revision   string `json:"revision"`
				Go         string `json:"go"`
				Extraction string `json:"extraction"`
			}{Version: "devel", Extraction: extract.Version}
			if info, ok := debug.ReadBuildInfo(); ok {
				v.Go = info.GoVersion
				if info.Main.Version != "" {
					v.Version = info.Main.Version
				}
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						v.Revision = s.Value
					}
				}
			}
			if c.json {
				return c.print(v)
			}
			_, err := fmt.Fprintf(c.out, "soichi %s %s (%s, extraction rules %s)\n", v.Version, v.Revision, v.Go, v.Extraction)
			return err
		},
	}
}
