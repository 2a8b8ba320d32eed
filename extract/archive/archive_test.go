package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// entry is one file of an archive.
type entry struct{ name, content string }

func zipOf(t testing.TB, files ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, files ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		if err := w.WriteHeader(&tar.Header{Name: f.name, Size: int64(len(f.content)), Typeflag: tar.TypeReg, Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// expand gives the names and contents of what an archive holds.
func expand(x Expander, name string, data []byte) (got []entry, is bool, err error) {
	is, err = x.Expand(context.Background(), name, data, func(path string, data []byte) error {
		got = append(got, entry{path, string(data)})
		return nil
	})
	return got, is, err
}

func TestExpand(t *testing.T) {
	one, two := entry{"kế hoạch.txt", "Kế hoạch"}, entry{"thư mục/b.txt", "Báo cáo"}
	mail := "From: a@b\r\nTo: c@d\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nchữ\r\n" +
		"--B\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=b.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString(zipOf(t, one)) + "\r\n--B--\r\n"
	for _, c := range []struct {
		name, file string
		data       []byte
		want       []entry
	}{
		{"zip", "a.zip", zipOf(t, one, two), []entry{{"a.zip/kế hoạch.txt", "Kế hoạch"}, {"a.zip/thư mục/b.txt", "Báo cáo"}}},
		{"zip in zip", "a.zip", zipOf(t, entry{"b.zip", string(zipOf(t, one))}), []entry{{"a.zip/b.zip/kế hoạch.txt", "Kế hoạch"}}},
		{"a path that leads out", "a.zip", zipOf(t, entry{"../../etc/x.txt", "x"}), []entry{{"a.zip/etc/x.txt", "x"}}},
		{"tar", "a.tar", tarOf(t, one), []entry{{"a.tar/kế hoạch.txt", "Kế hoạch"}}},
		{"tar.gz", "a.tar.gz", gzipOf(t, tarOf(t, one)), []entry{{"a.tar.gz/a.tar/kế hoạch.txt", "Kế hoạch"}}},
		{"gz", "a.txt.gz", gzipOf(t, []byte("Kế hoạch")), []entry{{"a.txt.gz/a.txt", "Kế hoạch"}}},
		{"empty zip", "a.zip", zipOf(t), nil},
		{"mail", "a.eml", []byte(mail), []entry{{"a.eml", mail}, {"a.eml/b.zip/kế hoạch.txt", "Kế hoạch"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, is, err := expand(Expander{}, c.file, c.data)
			if err != nil || !is {
				t.Fatalf("archive %v, error %v", is, err)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestNoArchive(t *testing.T) {
	for _, name := range []string{"a.docx", "a.odt", "a.xlsx", "A.PDF"} {
		if got, is, err := expand(Expander{}, name, zipOf(t, entry{"a.xml", "x"})); is || err != nil || got != nil {
			t.Errorf("a damaged %s is no archive of its parts: %q %v %v", name, got, is, err)
		}
	}
	for name, data := range map[string][]byte{
		"text": []byte("Kế hoạch"), "docx": zipOf(t, entry{"word/document.xml", "x"}), "nothing": nil,
		"a mail without attachments": []byte("From: a@b\nTo: c@d\nSubject: x\n\nchữ"),
	} {
		if got, is, err := expand(Expander{}, "a", data); is || err != nil || got != nil {
			t.Errorf("%s: %q %v %v", name, got, is, err)
		}
	}
}

func TestErrors(t *testing.T) {
	bomb := zipOf(t, entry{"a.txt", strings.Repeat("x", 10_000)})
	nested := zipOf(t, entry{"a.txt", "x"})
	for range maxNesting {
		nested = zipOf(t, entry{"a.zip", string(nested)})
	}
	locked := zipOf(t, entry{"a.txt", "x"})
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1
	for _, c := range []struct {
		name string
		data []byte
		lim  read.Limits
		want read.Reason
	}{
		{"a bomb", bomb, read.Limits{MaxExpanded: 100}, read.ExpandsTooMuch},
		{"a bomb in two archives", zipOf(t, entry{"1.zip", string(bomb)}, entry{"2.zip", string(bomb)}), read.Limits{MaxExpanded: 15_000}, read.ExpandsTooMuch},
		{"too many files", zipOf(t, entry{"a", "x"}, entry{"b", "y"}), read.Limits{MaxPages: 1}, read.ExpandsTooMuch},
		{"too deep", nested, read.Limits{}, read.TooDeep},
		{"encrypted", locked, read.Limits{}, read.Encrypted},
		{"zip cut off", bomb[:len(bomb)-10], read.Limits{}, read.Truncated},
		{"gzip cut off", gzipOf(t, bomb)[:50], read.Limits{}, read.Truncated},
		{"rar cut off", []byte("Rar!\x1a\x07\x01\x00"), read.Limits{}, read.Truncated},
		{"7z cut off", []byte("7z\xbc\xaf\x27\x1c\x00\x04"), read.Limits{}, read.Truncated},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, is, err := expand(Expander{Limits: c.lim}, "a.zip", c.data)
			if got := read.ReasonOf(err); got != c.want || !is {
				t.Errorf("%v, want %s", err, c.want)
			}
			if err != nil && !strings.HasPrefix(err.Error(), "a.zip: ") {
				t.Errorf("the error names no file: %v", err)
			}
		})
	}
}

var errStop = errors.New("stop")

func TestYieldStops(t *testing.T) {
	calls := 0
	_, err := Expander{}.Expand(t.Context(), "a.zip", zipOf(t, entry{"a", "x"}, entry{"b", "y"}), func(string, []byte) error {
		calls++
		return errStop
	})
	if !errors.Is(err, errStop) || calls != 1 {
		t.Errorf("%d calls, %v", calls, err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Expander{}.Expand(ctx, "a.zip", zipOf(t, entry{"a", "x"}), func(string, []byte) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestDamaged(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // damage has to be the same each time
	for name, data := range map[string][]byte{"zip": zipOf(t, entry{"a.txt", "Kế hoạch"}, entry{"b", "x"}), "tar.gz": gzipOf(t, tarOf(t, entry{"a", "x"}))} {
		for range 200 {
			_, is, err := expand(Expander{}, "a", readtest.Mutate(random, data))
			if is && err != nil && read.ReasonOf(err) == "" {
				t.Errorf("%s: an error without a reason: %v", name, err)
			}
		}
	}
}

func FuzzExpand(f *testing.F) {
	f.Add(zipOf(f, entry{"a.txt", "Kế hoạch"}))
	f.Add(gzipOf(f, tarOf(f, entry{"a", "x"})))
	f.Add([]byte("Rar!\x1a\x07\x01\x00"))
	f.Add([]byte("Rar!\x1a\a!\x1a\a\x01\x01\x00")) // a second signature, short of its head: once read for ever
	f.Add([]byte("7z\xbc\xaf\x27\x1c\x00\x04"))
	x := Expander{Limits: read.Limits{MaxExpanded: 1 << 20, MaxPages: 50}}
	f.Fuzz(func(t *testing.T, data []byte) {
		total := 0
		is, err := x.Expand(t.Context(), "a", data, func(_ string, b []byte) error {
			total += len(b)
			return nil
		})
		if is && err != nil && read.ReasonOf(err) == "" {
			t.Errorf("an error without a reason: %v", err)
		}
		if total > 1<<20+len(data) {
			t.Errorf("%d bytes unpacked", total)
		}
	})
}
