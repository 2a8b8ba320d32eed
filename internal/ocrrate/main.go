// Command ocrrate measures OCR on scans whose text is known: how many letters and figures are wrong as this project reads
// them, and as plain Tesseract does at 200 dots per inch, and the processor time of each. It prints two Markdown tables:
// the rates, and what the wrong letters are.
//
//	go run ./internal/ocrrate [-words] SCAN.pdf=TWIN.doc SCAN.pdf=TYPED.txt ...
//
// Letters and figures are compared in order, case and marks included, signs and blanks left out. The body is what stands
// between the letterhead and the recipients. With -words each difference is printed too. It needs pdftoppm and tesseract.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/pdf"
	"github.com/soichi/soichi/extract/read"
)

func main() {
	each := flag.Bool("words", false, "print each difference")
	flag.Parse()
	var all []report
	for _, arg := range flag.Args() {
		scan, twin, ok := strings.Cut(arg, "=")
		if !ok {
			fmt.Fprintln(os.Stderr, "usage: ocrrate [-words] SCAN.pdf=TWIN.doc ...")
			os.Exit(2)
		}
		r, err := measure(context.Background(), scan, twin)
		if err != nil {
			fmt.Fprintln(os.Stderr, "ocrrate:", err)
			os.Exit(1)
		}
		all = append(all, r)
	}
	printRates(os.Stdout, all)
	printClasses(os.Stdout, all)
	if *each {
		printWords(os.Stdout, all)
	}
}

// measure reads one scan in both ways.
func measure(ctx context.Context, scan, twin string) (report, error) {
	r := report{name: filepath.Base(scan)}
	typed, err := readFile(ctx, extract.Readers(), twin)
	if err != nil {
		return r, err
	}
	start := processor()
	res, err := readFile(ctx, pdf.Reader{}, scan)
	if err != nil {
		return r, err
	}
	r.ours, r.pages = processor()-start, len(res.Text.Pages)
	start = processor()
	bare, err := plain(ctx, scan)
	if err != nil {
		return r, err
	}
	r.theirs = processor() - start
	r.compare(typed.Text.Content, res.Text.Content, bare)
	return r, nil
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
		picture, err := os.ReadFile(page) //nolint:gosec // a file of our own
		if err != nil {
			return "", fmt.Errorf("read: %w", err)
		}
		cmd := exec.CommandContext(ctx, "tesseract", "stdin", "stdout", "-l", "vie", "--dpi", "200")
		cmd.Stdin = bytes.NewReader(picture)
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
