package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestIgnored covers the names that programs leave in folders of papers, and papers whose names look alike.
func TestIgnored(t *testing.T) {
	for name, want := range map[string]bool{
		".git": true, ".DS_Store": true, "~$kế hoạch.docx": true, ".~lock.kế hoạch.odt#": true, "~WRL0001.tmp": true, "#kế hoạch#": true,
		"Thumbs.db": true, "desktop.ini": true, "__MACOSX": true, "kế hoạch.docx~": true, "a.TMP": true, "a.pdf.part": true, "a.crdownload": true,
		"kế hoạch.docx": false, "~kế hoạch.docx": false, "#12 kế hoạch.docx": false, "tmp.docx": false, "part 1.pdf": false, "thumbs.db.pdf": false, "a": false,
	} {
		if got := ignored(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// TestInArchive tells paths inside archives from files that are gone: nothing inside an archive vanishes by itself.
func TestInArchive(t *testing.T) {
	dir := t.TempDir()
	archive := filepath.Join(dir, "hồ sơ.zip")
	if err := os.WriteFile(archive, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		archive + "!/a.docx": true, archive + "#/a.docx": true, archive + "/a.docx": true, archive + "!/1/2/a.docx": true,
		filepath.Join(dir, "a.docx"): false, filepath.Join(dir, "không có.zip") + "!/a.docx": false, archive: false,
	} {
		if got := inArchive(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
		if gone := vanished(path); gone == (want || path == archive) {
			t.Errorf("%s: vanished %v", path, gone)
		}
	}
}

// TestReasons covers how failures of the system and of readers become codes and sentences.
func TestReasons(t *testing.T) {
	long := failf(ReasonTooLarge, "%d bytes, limit %d", 5, 4)
	for _, c := range []struct {
		name           string
		err            error
		reason, detail string
	}{
		{"nothing there", systemError(fmt.Errorf("open: %w", fs.ErrNotExist)), ReasonNotFound, "open: file does not exist"},
		{"no right to it", systemError(fs.ErrPermission), ReasonUnreadable, "permission denied"},
		{"a reason of this package", long, ReasonTooLarge, "5 bytes, limit 4"},
		{"wrapped", fmt.Errorf("ingest: %w", long), ReasonTooLarge, "ingest: 5 bytes, limit 4"},
		{"no code at all", errors.New("odd"), ReasonFailed, "odd"},
		{"an empty code", &fileError{err: errors.New("odd")}, ReasonFailed, "odd"},
		{"the path in front", errors.New("/a/b.doc: the file is damaged"), ReasonFailed, "the file is damaged"},
		{"another path in front", errors.New("/a/c.doc: the file is damaged"), ReasonFailed, "/a/c.doc: the file is damaged"},
		{"several lines", errors.Join(errors.New("one"), errors.New("two")), ReasonFailed, "one; two"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if reason, detail := Told("/a/b.doc", c.err); reason != c.reason || detail != c.detail {
				t.Errorf("got %s, %q; want %s, %q", reason, detail, c.reason, c.detail)
			}
		})
	}
	if got := Reasons(); len(got) != len(slices.Compact(slices.Sorted(slices.Values(got)))) {
		t.Errorf("a reason stands twice in %q", got)
	}
}

// TestReport covers the sums of a run.
func TestReport(t *testing.T) {
	var r Report
	if r.Changed() || r.Total() != 0 {
		t.Errorf("an empty report: %+v", r)
	}
	for _, it := range []Item{
		{Path: "c", Outcome: Failed}, {Path: "b", Outcome: Quarantined}, {Path: "a", Outcome: Failed}, {Path: "d", Outcome: Unchanged}, {Path: "e", Outcome: "other"},
	} {
		r.count(it)
	}
	r.sort()
	if r.Changed() || r.Total() != 4 || r.Failed[0].Path != "a" || r.Failed[1].Path != "c" {
		t.Errorf("got %+v", r)
	}
	r.count(Item{Outcome: Updated})
	if !r.Changed() || r.Total() != 5 {
		t.Errorf("got %+v", r)
	}
}

// TestReadFile covers files that are too large, gone, no files, or written to while they are read.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("Kế hoạch"), 0o600); err != nil {
		t.Fatal(err)
	}
	size := int64(len("Kế hoạch"))
	for _, c := range []struct {
		name, path string
		limit      int64
		reason     string
	}{
		{"as large as may be", path, size, ""},
		{"a byte too large", path, size - 1, ReasonTooLarge},
		{"gone", filepath.Join(dir, "b.txt"), size, ReasonNotFound},
		{"a folder", dir, 1 << 20, ReasonUnreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := found{path: c.path}
			data, err := readFile(&f, c.limit)
			if c.reason == "" {
				if err != nil || string(data) != "Kế hoạch" || f.info.Size() != size || time.Since(f.info.ModTime()) > time.Hour {
					t.Errorf("%q, %v", data, err)
				}
				return
			}
			if reasonOf(err) != c.reason || data != nil {
				t.Errorf("%q, %v; want %s", data, err, c.reason)
			}
		})
	}
}

// TestPanicSite holds that a report of a crash names where it happened, innermost first.
func TestPanicSite(t *testing.T) {
	site := func() (site string) {
		defer func() {
			_ = recover()
			site = panicSite()
		}()
		var none []int
		_ = none[len(none)] //nolint:gosec // it is meant to panic
		return ""
	}()
	if !strings.HasPrefix(site, "ingest.TestPanicSite.func") || strings.Contains(site, "runtime.") || strings.Count(site, " < ") >= siteDepth {
		t.Errorf("got %q", site)
	}
}
