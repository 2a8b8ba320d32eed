package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestBackupOfALiveLibrary backs up while another goroutine writes, restores elsewhere, and wants a sound library that
// holds at least what was acknowledged before and nothing that was begun after.
func TestBackupOfALiveLibrary(t *testing.T) {
	s := open(t, t.TempDir())
	for i := range 10 {
		put(t, s, abs(fmt.Sprint(i)), fmt.Sprint(i+1), fmt.Sprint("before ", i))
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				put(t, s, abs("late", fmt.Sprint(i)), "9", fmt.Sprint("late ", i))
			}
		}
	})
	file := filepath.Join(t.TempDir(), "sao lưu.db")
	err := s.Backup(ctx, file)
	close(stop)
	wg.Wait()
	if err != nil {
		t.Fatal(err)
	}
	last, _ := put(t, s, abs("after"), "10", "after the backup")

	dir := filepath.Join(t.TempDir(), "new", "library")
	if err := Restore(ctx, file, dir, false); err != nil {
		t.Fatal(err)
	}
	r := open(t, dir)
	sound(t, r)
	for i := range 10 {
		if _, err := r.FindByPath(ctx, abs(fmt.Sprint(i))); err != nil {
			t.Error(err)
		}
	}
	if _, err := r.Get(ctx, last); !errors.Is(err, ErrNotFound) {
		t.Errorf("a document of after the backup: %v", err)
	}
	was, err1 := s.Generation(ctx)
	is, err2 := r.Generation(ctx)
	if was == is || errors.Join(err1, err2) != nil {
		t.Errorf("generation %s, then %s (%v %v)", was, is, err1, err2)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(file), ".soichi*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestRestoreRefuses(t *testing.T) {
	base := t.TempDir()
	s := open(t, filepath.Join(base, "source"))
	put(t, s, abs("a"), "1", "of the backup")
	good := filepath.Join(base, "good.db")
	if err := s.Backup(ctx, good); err != nil {
		t.Fatal(err)
	}
	file := func(name string, change func([]byte) []byte) string {
		data, err := os.ReadFile(good)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(base, name)
		if err := os.WriteFile(path, change(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	cases := map[string]struct {
		file      string
		overwrite bool
		held      bool // the target stays open
		want      error
	}{
		"a library is there":  {good, false, false, ErrExists},
		"the library is used": {good, true, true, ErrInUse},
		"no such file":        {filepath.Join(base, "missing"), true, false, os.ErrNotExist},
		"an empty file":       {file("empty", func([]byte) []byte { return nil }), true, false, ErrNotLibrary},
		"a text file":         {file("text", func([]byte) []byte { return []byte("not a database at all") }), true, false, ErrNotLibrary},
		"half a backup":       {file("half", func(b []byte) []byte { return b[:len(b)/2] }), true, false, nil},
		"damaged pages": {file("damaged", func(b []byte) []byte {
			for i := 3 * 4096; i < len(b); i++ {
				b[i] ^= 0x5a
			}
			return b
		}), true, false, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			target, err := Open(ctx, dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			id, _ := put(t, target, abs("b"), "2", "of the target")
			if !c.held {
				if err := target.Close(); err != nil {
					t.Fatal(err)
				}
			}
			err = Restore(ctx, c.file, dir, c.overwrite)
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if c.held {
				if err := target.Close(); err != nil {
					t.Fatal(err)
				}
			}
			again := open(t, dir)
			if _, err := again.Get(ctx, id); err != nil {
				t.Error("what was there is touched: ", err)
			}
		})
	}
}

func TestRestoreOver(t *testing.T) {
	for name, spoil := range map[string]bool{"a sound library": false, "a broken library": true} {
		t.Run(name, func(t *testing.T) {
			base := t.TempDir()
			s := open(t, filepath.Join(base, "source"))
			want, _ := put(t, s, abs("a"), "1", "of the backup")
			file := filepath.Join(base, "backup.db")
			for range 2 { // the second replaces the first
				if err := s.Backup(ctx, file); err != nil {
					t.Fatal(err)
				}
			}
			dir := filepath.Join(base, "target")
			target, err := Open(ctx, dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			gone, _ := put(t, target, abs("b"), "2", "of the target")
			if err := target.Close(); err != nil {
				t.Fatal(err)
			}
			if spoil {
				for _, f := range []string{FileName, FileName + "-wal"} {
					if err := os.WriteFile(filepath.Join(dir, f), []byte("ruined beyond what SQLite can read, with some length to it"), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := Restore(ctx, file, dir, true); err != nil {
				t.Fatal(err)
			}
			r := open(t, dir)
			sound(t, r)
			if _, err := r.Get(ctx, want); err != nil {
				t.Error(err)
			}
			if _, err := r.Get(ctx, gone); !errors.Is(err, ErrNotFound) {
				t.Errorf("the replaced library shows through: %v", err)
			}
		})
	}
}
