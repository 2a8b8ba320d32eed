package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/store"
)

// TestOutcomes gives a folder and says what becomes of each file in it.
func TestOutcomes(t *testing.T) {
	cases := map[string]struct {
		files map[string]string
		opt   ingest.Options
		want  map[string]string
	}{
		"plain files in folders": {
			files: map[string]string{"a.txt": "a", "sub/b.txt": "b", "sub/deep/c.txt": "c"},
			want:  map[string]string{"a.txt": "added", "sub/b.txt": "added", "sub/deep/c.txt": "added"},
		},
		"equal bytes are one document": {
			files: map[string]string{"a.txt": "same", "b.txt": "same"},
			opt:   ingest.Options{Workers: 1},
			want:  map[string]string{"a.txt": "added", "b.txt": "unchanged"},
		},
		"litter is passed over": {
			files: map[string]string{
				"a.docx": "a", "~$a.docx": "x", ".hidden": "x", ".git/config": "x", "Thumbs.db": "x", "b.docx.tmp": "x",
				".~lock.a.docx#": "x", "c.pdf.crdownload": "x", "d.txt~": "x", "~WRL0001.tmp": "x", "__MACOSX/a": "x", "#e#": "x",
			},
			want: map[string]string{"a.docx": "added"},
		},
		"failures have reasons and leave the rest": {
			files: map[string]string{
				"1.txt": "FAIL truncated", "2.txt": "WRAP encrypted", "3.txt": "PLAINFAIL no idea", "4.txt": "PANIC oh", "5.txt": "NOTHING", "6.txt": "fine",
			},
			want: map[string]string{
				"1.txt": "failed truncated", "2.txt": "failed encrypted", "3.txt": "failed failed", "4.txt": "failed crashed",
				"5.txt": "failed failed", "6.txt": "added",
			},
		},
		"over the limit": {
			files: map[string]string{"a.txt": "0123456789", "b.txt": "0123"},
			opt:   ingest.Options{MaxBytes: 9},
			want:  map[string]string{"a.txt": "failed too_large", "b.txt": "added"},
		},
		"secret": {
			files: map[string]string{"a.txt": "SECRET MẬT", "b.txt": "b"},
			want:  map[string]string{"a.txt": "quarantined", "b.txt": "added"},
		},
		"secret but accepted": {
			files: map[string]string{"a.txt": "SECRET MẬT"},
			opt:   ingest.Options{AcceptClassified: true},
			want:  map[string]string{"a.txt": "added"},
		},
		"archives": {
			files: map[string]string{
				"a.zip": "ZIP\none.txt:1\ndir/two.txt:2\nbad.txt:FAIL damaged\nsecret.txt:SECRET TỐI MẬT\n__MACOSX:x", "bad.zip": "BADZIP", "none.zip": "ZIP", "c.txt": "c",
			},
			opt: ingest.Options{Expander: zipper{}},
			want: map[string]string{
				"a.zip!/one.txt": "added", "a.zip!/dir/two.txt": "added", "a.zip!/bad.txt": "failed damaged", "a.zip!/secret.txt": "quarantined",
				"bad.zip": "failed truncated", "none.zip": "failed empty", "c.txt": "added",
			},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir, st := t.TempDir(), library(t)
			write(t, dir, c.files)
			report, got := run(t, st, &plain{}, c.opt, dir)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if report.Total() != len(c.want) {
				t.Errorf("the report counts %d files: %+v", report.Total(), report)
			}
		})
	}
}

func TestSecondRunReadsNothing(t *testing.T) {
	dir, st, ex := t.TempDir(), library(t), &plain{}
	write(t, dir, map[string]string{"a.txt": "a", "b.txt": "b", "x.txt": "FAIL truncated", "z.zip": "ZIP\nin.txt:in"})
	opt := ingest.Options{Expander: zipper{}}
	run(t, st, ex, opt, dir)
	before, err := st.LastChange(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ex.calls = nil
	_, got := run(t, st, ex, opt, dir)
	want := map[string]string{"a.txt": "unchanged", "b.txt": "unchanged", "x.txt": "failed truncated", "z.zip!/in.txt": "unchanged"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"x.txt"}, ex.calls); diff != "" {
		t.Error("only the failed file is to be tried again: ", diff)
	}
	if after, err := st.LastChange(ctx); err != nil || after != before {
		t.Errorf("changes %d, then %d (%v)", before, after, err)
	}
	ex.calls = nil
	opt.Version = "2"
	if report, _ := run(t, st, ex, opt, dir); report.Updated != 3 {
		t.Errorf("another extractor version: %+v", report)
	}
}

func TestFileOverTime(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	path := filepath.Join(dir, "a.txt")
	text := func() string {
		t.Helper()
		id, err := st.FindByPath(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := st.GetText(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	steps := []struct{ body, outcome, held string }{
		{"first", "added", "first"},
		{"second", "updated", "second"},
		{"FAIL damaged", "failed damaged", "second"}, // what is held is not touched
		{"SECRET MẬT", "quarantined", "second"},
		{"third", "updated", "third"},
	}
	for _, s := range steps {
		write(t, dir, map[string]string{"a.txt": s.body})
		_, got := run(t, st, &plain{}, ingest.Options{}, dir)
		if got["a.txt"] != s.outcome || text() != s.held {
			t.Fatalf("%q: %s, held %q", s.body, got["a.txt"], text())
		}
	}
	failures, err := st.Failures(ctx)
	if err != nil || len(failures) != 0 {
		t.Errorf("failures that are over: %v %v", failures, err)
	}
	secret, err := st.Quarantined(ctx)
	if err != nil || len(secret) != 0 {
		t.Errorf("quarantine that is over: %v %v", secret, err)
	}
}

func TestVanishedFilesAreKept(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	write(t, dir, map[string]string{"a.txt": "a", "gone.txt": "b", "bad.txt": "FAIL damaged", "z.zip": "ZIP\nin.txt:in"})
	opt := ingest.Options{Expander: zipper{}}
	run(t, st, &plain{}, opt, dir)
	for _, name := range []string{"gone.txt", "bad.txt"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	run(t, st, &plain{}, opt, dir)
	under, err := st.Under(ctx, dir)
	want := []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "z.zip!/in.txt")}
	if diff := cmp.Diff(want, under); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if id, err := st.FindByPath(ctx, filepath.Join(dir, "gone.txt")); err != nil || id == "" {
		t.Errorf("the vanished file's document: %q %v", id, err)
	}
	// A folder that is not mounted loses nothing.
	report, err := ingest.New(st, &plain{}, ingest.Options{Version: "1"}).Run(ctx, []string{filepath.Join(dir, "a.txt", "nothing")})
	if err != nil || len(report.Failed) != 1 {
		t.Errorf("%+v %v", report, err)
	}
}

func TestNamedPaths(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	write(t, dir, map[string]string{".hidden.txt": "h", "sub/a.txt": "a", "lib/library.db": "not a document"})
	in := ingest.New(st, &plain{}, ingest.Options{Version: "1", Exclude: []string{filepath.Join(dir, "lib")}})
	paths := []string{filepath.Join(dir, "missing.txt"), filepath.Join(dir, ".hidden.txt"), dir, filepath.Join(dir, "sub")}
	report, err := in.Run(ctx, paths)
	if err != nil {
		t.Fatal(err)
	}
	if report.Added != 2 || len(report.Failed) != 1 || report.Failed[0].Reason != ingest.ReasonNotFound {
		t.Errorf("%+v", report)
	}
	if failures, err := st.Failures(ctx); err != nil || len(failures) != 0 {
		t.Errorf("a misspelt name was recorded: %v %v", failures, err)
	}
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	dir, st := t.TempDir(), library(t)
	write(t, dir, map[string]string{"real/a.txt": "a"})
	for from, to := range map[string]string{"real/loop": "..", "real/b.txt": "a.txt", "real/dangling": "nowhere", "folder": "real"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	_, got := run(t, st, &plain{}, ingest.Options{Workers: 1}, filepath.Join(dir, "folder"))
	want := map[string]string{"a.txt": "added", "b.txt": "unchanged", "dangling": "failed not_found"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCancelAndResume(t *testing.T) {
	dir, st := t.TempDir(), library(t)
	files := map[string]string{"m.txt": "BLOCK"}
	for i := range 20 {
		files[fmt.Sprintf("a%02d.txt", i)] = fmt.Sprint("body ", i)
		files[fmt.Sprintf("z%02d.txt", i)] = fmt.Sprint("late body ", i)
	}
	write(t, dir, files)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ex := &plain{wait: make(chan struct{})}
	opt := ingest.Options{Version: "1", Workers: 1, Progress: func(it ingest.Item) {
		if filepath.Base(it.Path) == "a19.txt" {
			cancel()
		}
	}}
	report, err := ingest.New(st, ex, opt).Run(ctx, []string{dir})
	if !errors.Is(err, context.Canceled) || report.Added != 20 || len(report.Failed) != 0 {
		t.Fatalf("%+v %v", report, err)
	}
	close(ex.wait)
	report, _ = run(t, st, ex, ingest.Options{}, dir)
	if report.Unchanged != 20 || report.Added != 21 {
		t.Fatalf("resumed: %+v", report)
	}
}

// broken is a store whose disk is full.
type broken struct{ *store.Store }

var errDisk = errors.New("no space left")

func (broken) Attach(context.Context, string, int64, time.Time, string, string) (string, bool, error) {
	return "", false, errDisk
}

func TestStoreFailureEndsTheRun(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "a", "b.txt": "b", "c.txt": "c"})
	report, err := ingest.New(broken{library(t)}, &plain{}, ingest.Options{Version: "1"}).Run(ctx, []string{dir})
	if !errors.Is(err, errDisk) || report.Total() != 0 {
		t.Errorf("%+v %v", report, err)
	}
}

func TestCrashIsLocated(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": "PANIC oh"})
	report, _ := run(t, library(t), &plain{}, ingest.Options{}, dir)
	if len(report.Failed) != 1 || !strings.Contains(report.Failed[0].Detail, "oh in ") || !strings.Contains(report.Failed[0].Detail, "plain).Extract:") {
		t.Errorf("%+v", report.Failed)
	}
}
