// Command ocrrate measures OCR on scans whose text is known: how many letters and figures are wrong as this project reads
// them, and as plain Tesseract does at 200 dots per inch, and the processor time of each. It prints a Markdown table.
//
//	go run ./internal/ocrrate SCAN.pdf=TWIN.doc SCAN.pdf=TYPED.txt ...
//
// Letters and figures are compared in order, case and marks included, signs and blanks left out. It needs pdftoppm and
// tesseract.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/pdf"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/viet"
)

func main() {
	fmt.Println("| scan | pages | plain Tesseract, 200 dpi | s a page | soichi | s a page |\n| --- | --- | --- | --- | --- | --- |")
	for _, arg := range os.Args[1:] {
		scan, twin, ok := strings.Cut(arg, "=")
		if !ok {
			fmt.Fprintln(os.Stderr, "usage: ocrrate SCAN.pdf=TWIN.doc ...")
			os.Exit(2)
		}
		if err := measure(context.Background(), scan, twin); err != nil {
			fmt.Fprintln(os.Stderr, "ocrrate:", err)
			os.Exit(1)
		}
	}
}

// measure prints one scan's line.
func measure(ctx context.Context, scan, twin string) error {
	want, err := textOf(ctx, extract.Readers(), twin)
	if err != nil {
		return err
	}
	start := processor()
	res, err := readFile(ctx, pdf.Reader{}, scan)
	if err != nil {
		return err
	}
	ours, pages := processor()-start, len(res.Text.Pages)
	start = processor()
	bare, err := plain(ctx, scan)
	if err != nil {
		return err
	}
	theirs := processor() - start
	each := func(d time.Duration) float64 { return d.Seconds() / float64(max(pages, 1)) }
	fmt.Printf("| %s | %d | %.2f %% | %.1f | %.2f %% | %.1f |\n", filepath.Base(scan), pages,
		wrong(want, bare), each(theirs), wrong(want, res.Text.Content), each(ours))
	return nil
}

func textOf(ctx context.Context, r read.Reader, name string) (string, error) {
	res, err := readFile(ctx, r, name)
	if err != nil {
		return "", err
	}
	return res.Text.Content, nil
}

func readFile(ctx context.Context, r read.Reader, name string) (*read.Result, error) {
	data, err := os.ReadFile(name) //nolint:gosec // the caller names the files
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	res, err := r.Read(ctx, read.Source{Name: name, Data: data}, read.Limits{Timeout: time.Hour})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return res, nil
}

// plain reads a scan with Tesseract alone, page by page.
func plain(ctx context.Context, scan string) (string, error) {
	dir, err := os.MkdirTemp("", "ocrrate")
	if err != nil {
		return "", fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(dir)                                                                                                                //nolint:errcheck // a folder for a while
	if out, err := exec.CommandContext(ctx, "pdftoppm", "-r", "200", "-png", scan, filepath.Join(dir, "p")).CombinedOutput(); err != nil { //nolint:gosec // as above
		return "", fmt.Errorf("pdftoppm: %w: %s", err, out)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		return "", fmt.Errorf("list pages: %w", err)
	}
	slices.Sort(pages)
	var b strings.Builder
	for _, page := range pages {
		cmd := exec.CommandContext(ctx, "tesseract", page, "stdout", "-l", "vie", "--dpi", "200") //nolint:gosec // as above
		cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
		out, err := cmd.Output()
		if err != nil {
			return "", fmt.Errorf("tesseract: %w", err)
		}
		b.Write(out)
	}
	return b.String(), nil
}

// processor is the time that this process and its children have used of the processor.
func processor() time.Duration {
	var sum time.Duration
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if syscall.Getrusage(who, &u) == nil {
			sum += time.Duration(u.Utime.Nano())
		}
	}
	return sum
}

// letters keeps the letters and figures of a text.
func letters(s string) []rune {
	var out []rune
	for _, r := range viet.NFC(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// wrong is the Levenshtein distance of two texts in per cent of the first. Distances beyond a fifth are not told apart,
// which lets only a band of the table be filled.
func wrong(want, got string) float64 {
	w, g := letters(want), letters(got)
	band := len(w)/5 + 200
	row := make([]int32, len(g)+1)
	for j := range row {
		row[j] = int32(j) //nolint:gosec // a text has less than two thousand million letters
	}
	for i, x := range w {
		from, to := max(0, i-band), min(len(g), i+band)
		last := row[from]
		row[from] = int32(i + 1) //nolint:gosec // as above
		for j := from; j < to; j++ {
			cost := last
			if x != g[j] {
				cost++
			}
			last, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return 100 * float64(row[len(g)]) / float64(max(len(w), 1))
}
