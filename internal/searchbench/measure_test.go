package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestPrintBuilds(t *testing.T) {
	var out strings.Builder
	printBuilds(&out,
		build{docs: 200, text: 1e6, wall: 2 * time.Second, cpu: 3 * time.Second, memory: 50e6, size: 500e3},
		build{docs: 200, text: 1e6, wall: 4 * time.Second, cpu: 4 * time.Second, memory: 20e6, size: 750e3})
	want := `200 documents, 1.0 MB of text

| engine | documents/s | MB/s | processor s | peak memory MB | index bytes per text byte |
| --- | --- | --- | --- | --- | --- |
| soichi | 100 | 0.5 | 3.0 | 50 | 0.50 |
| FTS5 | 50 | 0.2 | 4.0 | 20 | 0.75 |
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

func TestTimesAsCells(t *testing.T) {
	if got := (times{time.Millisecond, 2 * time.Millisecond, 10 * time.Millisecond}).String(); got != " 2.0 | 10.0 | 10.0 |" {
		t.Errorf("%q", got)
	}
}

func TestFolderSize(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{filepath.Join(dir, "x"): 3, filepath.Join(inner, "y"): 40} {
		if err := os.WriteFile(name, make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if size, err := folderSize(dir); err != nil || size != 43 {
		t.Errorf("%d bytes (%v), want 43", size, err)
	}
	if _, err := folderSize(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder that is not there has a size")
	}
}

func TestWatchMemorySeesWhatWasTaken(t *testing.T) {
	stop := watchMemory()
	const taken = 64 << 20
	block := make([]byte, taken)
	for i := 0; i < taken; i += 4096 {
		block[i] = 1
	}
	time.Sleep(120 * time.Millisecond)
	if peak := stop(); peak < taken || block[0] != 1 {
		t.Errorf("a peak of %d bytes, %d were taken", peak, taken)
	}
}
