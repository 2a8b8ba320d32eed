package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/child"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/store"
)

// hang is how long one damaged copy of a small file may be read.
const hang = 20 * time.Second

// mutations is how many damaged files are tried: $SOICHI_MUTATIONS, else a number for every run of the tests.
func mutations(t *testing.T) int {
	t.Helper()
	s := os.Getenv("SOICHI_MUTATIONS")
	switch {
	case s == "" && testing.Short():
		return 35
	case s == "":
		return 140
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("SOICHI_MUTATIONS: %v", err)
	}
	return n
}

// goodFiles are the sample directive in every format, by ending, and an archive of all of them.
func goodFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for ending, name := range map[string]string{
		"pdf": "formats/87-ct-ttg.pdf", "docx": "formats/87-ct-ttg.docx", "doc": "formats/87-ct-ttg.doc", "odt": "formats/87-ct-ttg.odt",
		"rtf": "formats/87-ct-ttg.rtf", "html": "corpus/chain1/tin-kon-tum-phong-chay-rung.html",
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		files[ending] = data
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, ending := range slices.Sorted(maps.Keys(files)) {
		addFile(t, z, "87."+ending, files[ending])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	files["zip"] = b.Bytes()
	return files
}

func addFile(t *testing.T, z *zip.Writer, name string, data []byte) {
	t.Helper()
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// damage damages a file: its bytes, or those of one part of it where it is a container, whose checksums are then right
// and let the damage through to the reader of the part.
func damage(t *testing.T, random *rand.Rand, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || random.IntN(4) == 0 {
		for range 1 + random.IntN(3) {
			data = readtest.Mutate(random, data)
		}
		return data
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	which := random.IntN(len(z.File))
	for i, f := range z.File {
		part, err := readPart(f)
		if err != nil {
			t.Fatal(err)
		}
		if i == which || filepath.Ext(f.Name) == ".xml" && random.IntN(2) == 0 {
			part = readtest.Mutate(random, part)
		}
		addFile(t, out, f.Name, part)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// held gives all that a library holds of the documents with the given paths, as one text.
func held(ctx context.Context, t *testing.T, st *store.Store, paths []string) string {
	t.Helper()
	var b bytes.Buffer
	for _, path := range paths {
		id, err := st.FindByPath(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := st.Get(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		d.Source.Path = "" // the last place where these bytes were met, which may be a damaged archive
		versions, err := st.Versions(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(&b).Encode([]any{path, id, d, versions}); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// Damaged files of every sort are ingested into a library that holds the good ones: each is read or refused with a reason,
// in time, by children that stay within their memory, and nothing that was held is another.
func TestDamagedFilesChangeNothing(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	st, err := store.Open(ctx, filepath.Join(dir, "library"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	readers := &child.Pool{Command: func() *exec.Cmd {
		cmd := readerCommand()
		cmd.Env = append(os.Environ(), "PATH=") // no OCR: it is another program's memory and time
		return cmd
	}}
	defer readers.Close()
	x := extract.New(extract.Options{Reader: readers, Limits: read.Limits{Timeout: hang}})
	in := ingest.New(st, x, ingest.Options{Version: "1", AcceptClassified: true, Expander: readers})

	good := goodFiles(t)
	endings := slices.Sorted(maps.Keys(good))
	var paths []string
	for _, ending := range endings {
		path := filepath.Join(dir, "good", "87."+ending)
		writeFile(t, path, good[ending])
		if ending != "zip" {
			paths = append(paths, path)
		}
	}
	if r, err := in.Run(ctx, []string{filepath.Join(dir, "good")}); err != nil || len(r.Failed) > 0 {
		t.Fatalf("the good files: %+v, %v", r, err)
	}
	before := held(ctx, t, st, paths)

	random := rand.New(rand.NewPCG(3, 7)) //nolint:gosec // the same damage each time
	count, reasons := mutations(t), map[string]int{}
	const batch = 500
	for from := 0; from < count; from += batch {
		folder := filepath.Join(dir, fmt.Sprintf("damaged-%d", from))
		for i := from; i < min(from+batch, count); i++ {
			ending := endings[i%len(endings)]
			writeFile(t, filepath.Join(folder, fmt.Sprintf("%d.%s", i, ending)), damage(t, random, good[ending]))
		}
		r, err := in.Run(ctx, []string{folder})
		if err != nil {
			t.Fatal(err)
		}
		tally(t, r, reasons)
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d damaged files: %v", count, reasons)
	if after := held(ctx, t, st, paths); after != before {
		t.Error("what was held is another")
	}
	if problems, err := st.Verify(ctx); err != nil || len(problems) > 0 {
		t.Errorf("the store: %v, %v", problems, err)
	}
	readers.Close()
	checkPeak(t)
}

// tally counts the outcomes. A reader that died, hung or ate its memory fails the test, though the run went on.
func tally(t *testing.T, r *ingest.Report, reasons map[string]int) {
	t.Helper()
	reasons["read"] += r.Added + r.Updated + r.Unchanged + len(r.Quarantined)
	for _, it := range r.Failed {
		reasons[it.Reason]++
		switch it.Reason {
		case "", ingest.ReasonFailed, string(read.Timeout), string(read.TooMuchMemory):
			t.Errorf("%s: %s [%s]", it.Path, it.Detail, it.Reason)
		}
		if strings.Contains(it.Detail, "the reader ended") || strings.Contains(it.Detail, "the reader stopped") {
			t.Errorf("%s: %s", it.Path, it.Detail)
		}
	}
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
