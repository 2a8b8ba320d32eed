package store

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

var update = flag.Bool("update", false, "write testdata/library-N.db.zst for the newest schema N, if it is missing")

// TestOldLibraries opens a library of every schema that was ever written and wants to find in it what was put there.
// The files are never rewritten: they stand for libraries that people have.
func TestOldLibraries(t *testing.T) {
	newest, err := migrations.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= len(newest); n++ {
		t.Run(fmt.Sprint("schema ", n), func(t *testing.T) {
			file := filepath.Join("testdata", fmt.Sprintf("library-%d.db.zst", n))
			if *update && n == len(newest) {
				writeOldLibrary(t, file)
			}
			dir := t.TempDir()
			unpackTo(t, file, filepath.Join(dir, FileName))
			s := open(t, dir)
			sound(t, s)
			id, err := s.FindByPath(ctx, "/docs/a")
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.Get(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			want := doc("/docs/a", "2", "second")
			want.ID, want.Place = id, got.Place
			if diff := cmp.Diff(want, got); diff != "" || got.Place == nil || got.Place.Value != "Lai Châu" {
				t.Error(diff, got.Place)
			}
			if vs, err := s.Versions(ctx, id); err != nil || len(vs) != 2 {
				t.Error(vs, err)
			}
			if ds, err := s.Decisions(ctx, "link"); err != nil || len(ds) != 1 {
				t.Error(ds, err)
			}
			if list, err := s.SavedSearches(ctx); err != nil || len(list) != min(1, n-1) {
				t.Error(list, err)
			}
		})
	}
}

// writeOldLibrary makes the file for the newest schema, once.
func writeOldLibrary(t *testing.T, file string) {
	t.Helper()
	if _, err := os.Stat(file); err == nil {
		return
	}
	s := open(t, t.TempDir())
	put(t, s, "/docs/a", "1", "first")
	id, _ := put(t, s, "/docs/a", "2", "second")
	if err := correct(s, id, "place", `{"value": "Lai Châu"}`); err != nil {
		t.Fatal(err)
	}
	if err := s.Decide(ctx, Decision{Kind: "link", Keys: map[string]string{"from": id}, Verdict: Confirmed, Who: "lan"}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveSearch(ctx, "rừng", `{}`, []string{id}); err != nil {
		t.Fatal(err)
	}
	plain := filepath.Join(t.TempDir(), "plain.db")
	if err := s.Backup(ctx, plain); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, enc.EncodeAll(data, nil), 0o644); err != nil {
		t.Fatal(err)
	}
}

func unpackTo(t *testing.T, packed, file string) {
	t.Helper()
	data, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	dec, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer dec.Close()
	plain, err := dec.DecodeAll(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, plain, 0o600); err != nil {
		t.Fatal(err)
	}
}
