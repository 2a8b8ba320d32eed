// Command generate writes the DOCX and PDF files of testdata/corpus from the sources in testdata/source:
//
//	go run ./internal/samples/generate TESTDATA
//
// Sources listed in testdata/source/pdf.txt become PDF, by LibreOffice (from a text source) or Chromium (from an HTML
// source); all others become DOCX. A PDF is made only where it is absent, because its bytes differ from run to run. The
// files of testdata/damaged are broken copies of good ones.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/soichi/soichi/internal/samples"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate TESTDATA")
		os.Exit(2)
	}
	if err := generate(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(root string) error {
	list, err := os.ReadFile(filepath.Join(root, "source", "pdf.txt"))
	if err != nil {
		return fmt.Errorf("read the list of PDF sources: %w", err)
	}
	asPDF := map[string]bool{}
	for _, name := range strings.Fields(string(list)) {
		asPDF[name] = true
	}
	source := os.DirFS(filepath.Join(root, "source"))
	err = fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "pdf.txt" {
			return err
		}
		in, out := filepath.Join(root, "source", name), filepath.Join(root, "corpus", strings.TrimSuffix(name, filepath.Ext(name)))
		if asPDF[name] {
			return writePDF(in, out+".pdf")
		}
		return writeDOCX(in, out+".docx")
	})
	if err != nil {
		return err
	}
	return writeDamaged(root)
}

func writeDOCX(in, out string) error {
	text, err := os.ReadFile(in)
	if err != nil {
		return fmt.Errorf("read %s: %w", in, err)
	}
	src, err := samples.Parse(string(text))
	if err != nil {
		return fmt.Errorf("parse %s: %w", in, err)
	}
	var b bytes.Buffer
	if err := samples.WriteDOCX(&b, src); err != nil {
		return fmt.Errorf("set %s: %w", in, err)
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return fmt.Errorf("make the folder of %s: %w", out, err)
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", out, err)
	}
	return nil
}

// writePDF prints a source to PDF once; delete the PDF to have it made anew.
func writePDF(in, out string) error {
	if _, err := os.Stat(out); err == nil {
		return nil
	}
	work, err := os.MkdirTemp("", "samples")
	if err != nil {
		return fmt.Errorf("make a work folder: %w", err)
	}
	defer os.RemoveAll(work)
	var cmd *exec.Cmd
	if strings.HasSuffix(in, ".html") {
		page, err := filepath.Abs(in)
		if err != nil {
			return fmt.Errorf("find %s: %w", in, err)
		}
		cmd = exec.CommandContext(context.Background(), "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
			"--print-to-pdf="+out, "file://"+page)
	} else {
		docx := filepath.Join(work, strings.TrimSuffix(filepath.Base(out), ".pdf")+".docx")
		if err := writeDOCX(in, docx); err != nil {
			return err
		}
		cmd = exec.CommandContext(context.Background(), "soffice", "-env:UserInstallation=file://"+filepath.Join(work, "profile"), "--headless",
			"--convert-to", "pdf", "--outdir", filepath.Dir(out), docx)
	}
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("print %s: %w: %s", in, err, text)
	}
	return nil
}
