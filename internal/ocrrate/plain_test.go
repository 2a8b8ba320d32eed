package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tools puts programs of these names, written for the shell, before all others.
func tools(t *testing.T, bodies map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, body := range bodies {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil { //nolint:gosec // a program
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

const threePages = `for a; do last=$a; done; for n in 2 10 1; do printf "page $n;" > "$last-$(printf %02d $n).png"; done`

func TestPlain(t *testing.T) {
	cases := []struct {
		name, draw, read string
		want, fault      string
	}{
		{"pages in their order", threePages, "cat", "page 1;page 2;page 10;", ""},
		{"no page", "true", "cat", "", ""},
		{"one thread for each", `for a; do last=$a; done; : > "$last-1.png"`, `printf "$OMP_THREAD_LIMIT"`, "1", ""},
		{"pages cannot be drawn", "echo no such scan; exit 3", "cat", "", "pdftoppm: exit status 3: no such scan"},
		{"a page cannot be read", threePages, "exit 4", "", "tesseract: exit status 4"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tools(t, map[string]string{"pdftoppm": c.draw, "tesseract": c.read})
			got, err := plain(t.Context(), "scan.pdf")
			if c.fault == "" && err != nil || c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)) {
				t.Fatalf("got error %v, want %q", err, c.fault)
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
