package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestCurrent(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		want          current
		bad           bool
	}{
		{"three numbers", "12 340 56\n", current{12, 340, 56}, false},
		{"cut off", "12 340", current{}, true},
		{"empty", "", current{}, true},
		{"words", "hai ba bốn", current{}, true},
		{"less than nothing", "-1 2 3", current{}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := layout{t.TempDir()}
			if err := os.WriteFile(l.currentFile(), []byte(tt.content), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := l.current()
			if errors.Is(err, ErrRebuild) != tt.bad || got != tt.want {
				t.Errorf("%+v (%v), want %+v", got, err, tt.want)
			}
			if err != nil && !strings.Contains(err.Error(), l.dir) {
				t.Errorf("%v does not name the folder", err)
			}
		})
	}
	if _, err := (layout{t.TempDir()}).current(); !errors.Is(err, ErrRebuild) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("without the file: %v", err)
	}
}

func TestSchema(t *testing.T) {
	l := layout{t.TempDir()}
	if err := l.checkSchema(); !errors.Is(err, ErrRebuild) {
		t.Errorf("no file: %v", err)
	}
	for content, good := range map[string]bool{l.schemaContent(): true, "soichi index 1\n": false, "": false} {
		if err := replaceFile(l.schemaFile(), content); err != nil {
			t.Fatal(err)
		}
		if err := l.checkSchema(); (err == nil) != good || !good && !errors.Is(err, ErrRebuild) {
			t.Errorf("%q: %v", content, err)
		}
	}
}

func TestLastSnapAndSweep(t *testing.T) {
	l := layout{t.TempDir()}
	if n := l.lastSnap(); n != 0 {
		t.Errorf("an empty folder has the snapshot %d", n)
	}
	for _, dir := range []string{l.snap(3), l.snap(11), l.snap(7), l.path("snap-x"), l.work()} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if n := l.lastSnap(); n != 11 {
		t.Errorf("the last one is %d, want 11", n)
	}
	l.sweep(11)
	left, err := filepath.Glob(l.path("*"))
	if err != nil || len(left) != 2 || left[0] != l.snap(11) || left[1] != l.work() {
		t.Errorf("%v left (%v), want the last snapshot and what is no snapshot", left, err)
	}
}

// A snapshot holds what the folder held: what is written there afterwards does not change it.
func TestSnapshotStaysAsItIs(t *testing.T) {
	from, to := filepath.Join(t.TempDir(), "work"), filepath.Join(t.TempDir(), "snap")
	write(t, filepath.Join(from, "store", "0001.zap"), "segment")
	write(t, filepath.Join(from, "root.bolt"), "old")
	write(t, filepath.Join(to, "left-over"), "of a run that was killed")
	if err := snapshot(from, to); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(from, "root.bolt"), "new")
	if err := os.Remove(filepath.Join(from, "store", "0001.zap")); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"store/0001.zap": "segment", "root.bolt": "old"} {
		if got, err := os.ReadFile(filepath.Join(to, name)); err != nil || string(got) != want {
			t.Errorf("%s is %q (%v), want %q", name, got, err, want)
		}
	}
	if _, err := os.Stat(filepath.Join(to, "left-over")); !errors.Is(err, os.ErrNotExist) {
		t.Error("what an earlier run left is still there")
	}
}

func TestTheLockIsOfOne(t *testing.T) {
	l := layout{t.TempDir()}
	unlock, err := l.lock(t.Context(), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.lock(t.Context(), 0); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), l.dir) {
		t.Errorf("a second one: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.lock(ctx, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("a second one that stops waiting: %v", err)
	}
	unlock()
	unlock, err = l.lock(t.Context(), time.Second)
	if err != nil {
		t.Fatalf("after the first one is gone: %v", err)
	}
	unlock()
}

// A lock that a full or bad disk spoilt is made anew: it holds nothing.
func TestASpoiltLockIsRenewed(t *testing.T) {
	for name, content := range map[string]string{"empty": "", "cut off": strings.Repeat("\x00", 100), "noise": strings.Repeat("\xa5", 40_000)} {
		t.Run(name, func(t *testing.T) {
			l := layout{t.TempDir()}
			write(t, l.path("lock"), content)
			unlock, err := l.lock(t.Context(), 2*time.Second)
			if err != nil {
				t.Fatal(err)
			}
			unlock()
		})
	}
}

func TestSound(t *testing.T) {
	bad := errors.New("bad")
	for _, tt := range []struct {
		name string
		f    func() error
		want error
	}{
		{"nothing wrong", func() error { return nil }, nil},
		{"an error stays what it is", func() error { return bad }, bad},
		{"a panic", func() error { panic("page 3") }, errUnsound},
		{"an index out of range", func() error { return []error{nil}[len(t.Name())] }, errUnsound},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := sound(tt.f); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
		})
	}
}
