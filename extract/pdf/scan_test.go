package pdf

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/ocr"
	"github.com/soichi/soichi/extract/read"
)

// distance is the Levenshtein distance of two texts in letters.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		last := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := last
			if x != y {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}

// errorRate is the share of letters that got has wrong, blanks folded.
func errorRate(want, got string) float64 {
	w, g := []rune(strings.Join(strings.Fields(want), " ")), []rune(strings.Join(strings.Fields(got), " "))
	return float64(distance(w, g)) / float64(len(w))
}

func needTesseract(t *testing.T) {
	t.Helper()
	if s := ocr.Probe(context.Background()); !s.Ready() {
		t.Skip("tesseract with Vietnamese data is not installed: " + s.Hint)
	}
	if testing.Short() {
		t.Skip("OCR takes seconds a page")
	}
}

// A page printed, scanned and read again is the same text, its letterhead column by column.
func TestScannedPage(t *testing.T) {
	needTesseract(t)
	data, err := os.ReadFile("testdata/chi-thi-chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	f, err := openSandboxed(ctx, data, read.Limits{}.OrDefault())
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	img, dpi, err := f.render(0, ocrDPI)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := ocr.Find(ctx)
	if err != nil {
		t.Fatal(err)
	}
	p, err := engine.Read(ctx, img, dpi)
	if err != nil {
		t.Fatal(err)
	}
	got := compose([]*page{{Page: *p}}).Content
	want := mustRead(t, Reader{}, data).Text.Content
	head := "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nSố: 07/CT-UBND\nCỘNG HÒA"
	if rate := errorRate(want, got); rate > 0.02 || !strings.HasPrefix(got, head) || p.Confidence < 0.9 {
		t.Errorf("%.2f %% of the letters are wrong, confidence %.2f:\n%s", 100*rate, p.Confidence, got)
	}
}

// sharedDir finds the shared test data, which are not part of the project.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "corpus")); err != nil {
		t.Skip("no shared data: set SOICHI_SHARED")
	}
	return dir
}

// The signed scans that were typed out by hand. Plain Tesseract has 2.7 and 3.3 % of the letters wrong.
func TestSharedScans(t *testing.T) {
	dir := sharedDir(t)
	needTesseract(t)
	golds, err := filepath.Glob(filepath.Join(dir, "gold/scan/*.txt"))
	if err != nil || len(golds) == 0 {
		t.Skip("no typed scans")
	}
	for _, gold := range golds {
		name := strings.TrimSuffix(filepath.Base(gold), ".txt")
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(gold)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(filepath.Join(dir, "corpus/quangngai-scan", name+".pdf"))
			if err != nil {
				t.Skip(err)
			}
			res := mustRead(t, Reader{}, data)
			rate := errorRate(string(want), res.Text.Content)
			t.Logf("%.2f %% wrong", 100*rate)
			if rate > 0.015 || !res.OCR {
				t.Errorf("%.2f %% of the letters are wrong, OCR %v", 100*rate, res.OCR)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/bao-cao-libreoffice.pdf")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := (Reader{}).Read(context.Background(), read.Source{Data: data}, read.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
