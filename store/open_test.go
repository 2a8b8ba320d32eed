package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestOpenErrors(t *testing.T) {
	newer := func(t *testing.T, dir string) {
		s, err := Open(ctx, dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.w.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)`); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	other := func(t *testing.T, dir string) {
		db, err := sql.Open("sqlite", filepath.Join(dir, FileName))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(`CREATE TABLE recipes (name TEXT)`); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	noise := func(t *testing.T, dir string) {
		if err := os.WriteFile(filepath.Join(dir, FileName), []byte("this is no database, however one looks at it"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	schema := new(SchemaNewerError)
	cases := map[string]struct {
		prepare func(*testing.T, string)
		opt     Options
		check   func(error) bool
	}{
		"missing":            {nil, Options{MustExist: true}, func(err error) bool { return errors.Is(err, ErrLibraryMissing) }},
		"created":            {nil, Options{}, func(err error) bool { return err == nil }},
		"of a newer program": {newer, Options{}, func(err error) bool { return errors.As(err, &schema) && schema.Found == 999 && schema.Known < 999 }},
		"another database":   {other, Options{}, func(err error) bool { return errors.Is(err, ErrNotLibrary) }},
		"no database":        {noise, Options{}, func(err error) bool { return errors.Is(err, ErrNotLibrary) }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if c.prepare != nil {
				c.prepare(t, dir)
			}
			s, err := Open(ctx, dir, c.opt)
			if !c.check(err) {
				t.Error(err)
			}
			if s != nil {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// TestOpenOddFolders opens libraries whose paths mean something in a data source name.
func TestOpenOddFolders(t *testing.T) {
	for _, name := range []string{"thư viện số 1", "a%20b", "what?mode=memory", "a#b", "a&b=c"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			put(t, open(t, dir), abs("a"), "1", "x")
			if fi, err := os.Stat(filepath.Join(dir, FileName)); err != nil || fi.Size() == 0 {
				t.Error("the library is somewhere else: ", err)
			}
		})
	}
}

func TestSettings(t *testing.T) {
	s := open(t, t.TempDir())
	for _, c := range []struct {
		name string
		db   *sql.DB
		want string
	}{
		{"journal_mode", s.w, "wal"}, {"synchronous", s.w, "2"}, {"foreign_keys", s.w, "1"}, {"secure_delete", s.w, "1"},
		{"busy_timeout", s.w, "30000"}, {"busy_timeout", s.r, "30000"}, {"query_only", s.r, "1"}, {"application_id", s.r, "1399810403"},
	} {
		var got string
		if err := c.db.QueryRow(`PRAGMA ` + c.name).Scan(&got); err != nil || got != c.want {
			t.Errorf("%s = %s, want %s (%v)", c.name, got, c.want, err)
		}
	}
	if _, err := s.r.Exec(`DELETE FROM meta`); err == nil {
		t.Error("a reader can write")
	}
}

// TestMigrationsRunTwice opens a library again and again, and one that an interrupted creation left empty.
func TestMigrationsRunTwice(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		s, err := Open(ctx, dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, outcome := put(t, s, abs("a"), "1", "x")
		if want := map[bool]string{true: Added, false: Unchanged}[i == 0]; outcome != want {
			t.Errorf("round %d: %s, want %s", i, outcome, want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// outside keeps bytes in memory, as another place for them would.
type outside map[string][]byte

func (o outside) Put(_ context.Context, sha string, packed []byte) error { o[sha] = packed; return nil }
func (o outside) Delete(_ context.Context, sha string) error             { delete(o, sha); return nil }
func (o outside) Get(_ context.Context, sha string) ([]byte, error) {
	if b, ok := o[sha]; ok {
		return b, nil
	}
	return nil, ErrNotFound
}

// TestBlobs tells one story over every place for the bytes.
func TestBlobs(t *testing.T) {
	for name, blobs := range map[string]Blobs{"in the file": nil, "outside": outside{}} {
		t.Run(name, func(t *testing.T) {
			s, err := Open(ctx, t.TempDir(), Options{Blobs: blobs})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close() //nolint:errcheck // nothing to lose
			id, _ := put(t, s, abs("a"), "1", "x")
			put(t, s, abs("a"), "1", "")
			vs, err := s.Versions(ctx, id)
			if err != nil || len(vs) != 2 {
				t.Fatal(vs, err)
			}
			for i, want := range []string{"x", ""} {
				if data, err := s.Source(ctx, vs[i].SHA256); err != nil || string(data) != want {
					t.Errorf("version %d: %q, %v", i+1, data, err)
				}
			}
			sound(t, s)
			if err := s.Delete(ctx, id); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Source(ctx, vs[0].SHA256); !errors.Is(err, ErrNotFound) {
				t.Errorf("deleted bytes: %v", err)
			}
		})
	}
}
