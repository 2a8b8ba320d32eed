package extract

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
)

// benchSets names the texts that are measured: the project's own, and where the reference data is, real ones. The
// project's own are some two thousand bytes each, so that letterhead and signature weigh more in them than in a real paper.
var benchSets = []struct {
	name  string
	globs []string
}{
	{"samples", []string{"../testdata/corpus/*/*.txt", "../testdata/corpus/*/*.md"}},
	{"directives", []string{"$SOICHI_SHARED/seeds/*.txt", "$SOICHI_SHARED/gold/chithi/*.txt"}},
	{"transcriptions", []string{"$SOICHI_SHARED/corpus/markdown-2026/*.md"}},
}

// benchFiles gives the bytes of a set's files and how many there are.
func benchFiles(b *testing.B, globs []string) (names []string, files [][]byte, size int64) {
	shared := func(name string) string {
		if dir := os.Getenv(name); dir != "" {
			return dir
		}
		return "../../shared"
	}
	for _, glob := range globs {
		found, err := filepath.Glob(os.Expand(glob, shared))
		if err != nil {
			b.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) == 0 {
		b.Skipf("nothing fits %v", globs)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files, size = append(files, data), size+int64(len(data))
	}
	return names, files, size
}

// BenchmarkFromText measures extraction of texts that have been read, all of it, on one core.
func BenchmarkFromText(b *testing.B) {
	for _, set := range benchSets {
		b.Run(set.name, func(b *testing.B) {
			names, files, _ := benchFiles(b, set.globs)
			x := New(Options{})
			var texts []*document.Text
			var size int64
			for i, name := range names {
				res, err := x.reader.Read(b.Context(), read.Source{Name: name, Data: files[i]}, x.limits)
				if err != nil {
					b.Fatal(err)
				}
				texts = append(texts, res.Text)
				size += int64(len(res.Text.Content))
			}
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, t := range texts {
					x.FromText(t)
				}
			}
		})
	}
}

// BenchmarkExtract measures whole files: their encoding and form found out, read, and extracted.
func BenchmarkExtract(b *testing.B) {
	for _, set := range benchSets {
		b.Run(set.name, func(b *testing.B) {
			names, files, size := benchFiles(b, set.globs)
			x := New(Options{})
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for i, name := range names {
					if _, err := x.Extract(b.Context(), name, files[i]); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
