package main

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/ocr"
)

// tool is an optional native program.
type tool struct {
	Name    string `json:"name"`
	Found   bool   `json:"found"`
	Version string `json:"version,omitempty"`
	For     string `json:"for"`
	Install string `json:"install,omitempty"` // what to do where it is not found
}

// diagnosis is what `soichi doctor` prints.
type diagnosis struct {
	System  string   `json:"system"`
	Tools   []tool   `json:"tools"`
	Formats []string `json:"formats"`
}

// newDoctor makes `soichi doctor`.
func newDoctor(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Công cụ nào có, định dạng nào đọc được, cần cài gì (optional tools, formats, what to install)",
		Args:  arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			d := diagnose(cmd.Context())
			if c.json {
				return c.print(d)
			}
			fmt.Fprintf(c.out, "%s\n\n", d.System)
			for _, t := range d.Tools {
				if t.Found {
					fmt.Fprintf(c.out, "có      %-12s %s (%s)\n", t.Name, t.Version, t.For)
				} else {
					fmt.Fprintf(c.out, "không   %-12s %s: %s\n", t.Name, t.For, t.Install)
				}
			}
			_, err := fmt.Fprintf(c.out, "\nđọc được:\n  %s\n", strings.Join(d.Formats, "\n  "))
			return err
		},
	}
}

func diagnose(ctx context.Context) diagnosis {
	d := diagnosis{System: runtime.GOOS + "/" + runtime.GOARCH + ", " + runtime.Version()}
	d.Formats = extract.New(extract.Options{}).MediaTypes()
	s := ocr.Probe(ctx)
	t := tool{Name: "tesseract", Found: s.Ready(), Version: s.Version, For: "bản quét, ảnh (scans and pictures)"}
	if !t.Found {
		t.Install = s.Hint
	}
	d.Tools = append(d.Tools, t, libreOffice(ctx))
	slices.Sort(d.Formats)
	return d
}

// libreOffice looks for LibreOffice, which converts what the program does not read itself.
func libreOffice(ctx context.Context) tool {
	t := tool{
		Name: "libreoffice", For: "Word 97 khó đọc (Word 97 files beyond the built-in reader)",
		Install: "on Debian and Ubuntu the package libreoffice-writer-nogui",
	}
	path, err := exec.LookPath("soffice")
	if err != nil {
		return t
	}
	out, err := exec.CommandContext(ctx, path, "--version").Output()
	if err != nil {
		return t
	}
	t.Found, t.Version, t.Install = true, strings.TrimSpace(string(out)), ""
	return t
}
