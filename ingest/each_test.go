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

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/ingest"
)

// each lists what Each gives: a file's name and content, or the reason why there is none.
func each(t *testing.T, path string) []string {
	t.Helper()
	var got []string
	err := ingest.Each(ctx, path, zipper{}, func(p string, data []byte, err error) error {
		if err != nil {
			reason, _ := ingest.Told(p, err)
			data = []byte("failed " + reason)
		}
		got = append(got, strings.TrimPrefix(strings.TrimPrefix(p, path), string(filepath.Separator))+": "+string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestEachReadsAsARunDoes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"b.txt": "b", "a/2.txt": "a2", "a/1.txt": "a1", "~$b.docx": "lock", ".x": "hidden", "a/.git/y": "hidden",
		"c.zip": "ZIP\nin.txt:inside\n.no:hidden", "d.zip": "BADZIP", "e.zip": "ZIP",
	})
	got := each(t, dir)
	for i := range got { // where an archive's files are named is the expander's affair
		got[i] = strings.ReplaceAll(got[i], string(filepath.Separator), "/")
	}
	want := []string{"a/1.txt: a1", "a/2.txt: a2", "b.txt: b", "c.zip!/in.txt: inside", "d.zip: failed truncated", "e.zip: failed empty"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := each(t, filepath.Join(dir, "nowhere")); !strings.HasSuffix(got[0], "failed not_found") || len(got) != 1 {
		t.Errorf("%v", got)
	}
	if got := each(t, filepath.Join(dir, ".x")); !strings.HasSuffix(got[0], ": hidden") {
		t.Errorf("a hidden file that was named: %v", got)
	}
}

func TestEachFollowsTheLinkThatWasNamed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	dir := t.TempDir()
	write(t, dir, map[string]string{"real/a.txt": "a"})
	for from, to := range map[string]string{"link": "real", "real/nowhere": "nothing"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"a.txt: a", "nowhere: failed not_found"}, each(t, filepath.Join(dir, "link"))); diff != "" {
		t.Error(diff)
	}
}

func TestEachEndsWhenToldTo(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"1.txt": "a", "2.zip": "ZIP\na.txt:a\nb.txt:b", "3.txt": "c"})
	full := errors.New("the pipe is closed")
	for last := 1; last <= 4; last++ {
		taken := 0
		take := func(string, []byte, error) error {
			if taken++; taken == last {
				return full
			}
			return nil
		}
		if err := ingest.Each(ctx, dir, zipper{}, take); !errors.Is(err, full) || taken != last {
			t.Errorf("told to end at %d: %d taken, %v", last, taken, err)
		}
	}
	late, cancel := context.WithCancel(ctx)
	var seen []string
	err := ingest.Each(late, dir, zipper{}, func(p string, _ []byte, _ error) error {
		seen = append(seen, p)
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) || len(seen) != 1 {
		t.Errorf("cancelled: %v, %v", seen, err)
	}
}

func TestToldLeavesThePathOut(t *testing.T) {
	for _, c := range []struct {
		err            error
		reason, detail string
	}{
		{coded("damaged"), "damaged", "reading stopped: damaged"},
		{fmt.Errorf("/x/a.txt: %w", coded("empty")), "empty", "reading stopped: empty"},
		{errors.New("two\nlines"), ingest.ReasonFailed, "two; lines"},
	} {
		if reason, detail := ingest.Told("/x/a.txt", c.err); reason != c.reason || detail != c.detail {
			t.Errorf("%v: %q %q", c.err, reason, detail)
		}
	}
}
