package main

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"testing"
)

func page() []byte {
	return append([]byte("P5\n40 60\n255\n"), bytes.Repeat([]byte{0, 255, 255, 255}, 600)...)
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "p.pgm"), filepath.Join(dir, "scan.pdf")
	if err := os.WriteFile(in, page(), 0o600); err != nil {
		t.Fatal(err)
	}
	var files [2][]byte
	for i := range files {
		if err := run(out, "200", []string{in, in}); err != nil {
			t.Fatal(err)
		}
		files[i], _ = os.ReadFile(out) //nolint:gosec // a file of the test
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Contains(files[0], []byte("/Count 2")) || !bytes.HasSuffix(files[0], []byte("%%EOF\n")) {
		t.Errorf("two runs give %d and %d bytes", len(files[0]), len(files[1]))
	}
	for _, bad := range [][]string{{"x", in}, {"200", filepath.Join(dir, "none.pgm")}, {"0", in}} {
		if err := run(out, bad[0], bad[1:]); err == nil {
			t.Errorf("%q gives no error", bad)
		}
	}
}

func TestParsePGM(t *testing.T) {
	cases := []struct {
		name, data string
		good       bool
	}{
		{"a page", string(page()), true},
		{"cut short", string(page()[:100]), false},
		{"another format", "\x89PNG\r\n", false},
		{"nothing", "", false},
		{"no width", "P5\n0 60\n255\n", false},
		{"16 bits", "P5\n1 1\n65535\n\x00\x00", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			img, err := parsePGM([]byte(c.data))
			if (err == nil) != c.good || err == nil && img.Rect != image.Rect(0, 0, 40, 60) {
				t.Errorf("%v, %v", img, err)
			}
		})
	}
}
