package store

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// spoil overwrites the pages of a library's file from the one of that number on, or cuts the file there.
func spoil(t *testing.T, dir string, page int64, cut bool) {
	t.Helper()
	file := filepath.Join(dir, FileName)
	if cut {
		if err := os.Truncate(file, page*4096); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := page * 4096; i < int64(len(data)); i++ {
		data[i] = 0xa5
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A damaged file is told as one wherever the damage shows, and never taken for something else.
func TestDamageIsNamed(t *testing.T) {
	for _, c := range []struct {
		name string
		page int64
		cut  bool
	}{
		{"cut to half a schema", 1, true}, {"cut behind the schema", 12, true}, {"noise behind the first page", 1, false}, {"noise in the tables", 12, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := Open(ctx, dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			put(t, s, "a.txt", "12/KH-UBND", "kế hoạch")
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			spoil(t, dir, c.page, c.cut)
			s, err = Open(ctx, dir, Options{})
			if err == nil {
				problems, verifyErr := s.Verify(ctx)
				if len(problems) == 0 {
					err = verifyErr
				} else {
					err = ErrDamaged // it opens, and says so when asked
				}
				if err := s.Close(); err != nil {
					t.Log(err)
				}
			}
			if errors.Is(err, ErrNotLibrary) || !errors.Is(err, ErrDamaged) && !errors.Is(Cause(err), ErrDamaged) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestCause(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"none", nil, nil},
		{"of another kind", errors.New("x"), nil},
		{"the system's disk is full", fmt.Errorf("write: %w", &os.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}), ErrFull},
		{"the system has no such file", os.ErrNotExist, nil},
	} {
		if got := Cause(c.err); !errors.Is(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestReadOnlyIsNamed(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, FileName)
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "DELETE FROM documents"); !errors.Is(Cause(err), ErrReadOnly) {
		t.Errorf("a file opened for reading: %v", err)
	}
	if os.Geteuid() == 0 {
		return // the superuser may write everywhere
	}
	for _, path := range []string{path, dir} {
		if err := os.Chmod(path, 0o500); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(path, 0o700) //nolint:errcheck // for the folder to be removed
	}
	if _, err := Open(ctx, dir, Options{}); !errors.Is(Cause(err), ErrReadOnly) {
		t.Errorf("%v", err)
	}
}
