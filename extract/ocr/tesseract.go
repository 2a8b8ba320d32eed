package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/soichi/soichi/extract/read"
)

// Language is the name of Tesseract's Vietnamese data.
const Language = "vie"

// Hint says what to install where Tesseract or its data is missing.
const Hint = "Install Tesseract with its Vietnamese data: on Debian and Ubuntu the packages tesseract-ocr and tesseract-ocr-vie."

// Status is what Probe finds.
type Status struct {
	Path       string // of the program, "" where there is none
	Version    string // "5.3.0"
	Vietnamese bool   // the data for Vietnamese is there
	Hint       string // what to install, "" where nothing lacks
}

// Ready tells whether pages can be read.
func (s Status) Ready() bool { return s.Path != "" && s.Vietnamese }

var versionLine = regexp.MustCompile(`tesseract v?(\d[\w.-]*)`)

// Probe looks for Tesseract on the machine. What it does not find is told in the Status, never as an error.
func Probe(ctx context.Context) Status {
	s := Status{Hint: Hint}
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return s
	}
	s.Path = path
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	if out, err := exec.CommandContext(ctx, path, "--version").CombinedOutput(); err == nil {
		if m := versionLine.FindSubmatch(out); m != nil {
			s.Version = string(m[1])
		}
	}
	if out, err := exec.CommandContext(ctx, path, "--list-langs").CombinedOutput(); err == nil {
		s.Vietnamese = slices.Contains(strings.Fields(string(out)), Language)
	}
	if s.Vietnamese {
		s.Hint = ""
	}
	return s
}

// Engine runs one Tesseract.
type Engine struct {
	path string
}

// Find gives the machine's Tesseract, or a read.Error of the reason NeedsOCR that says what to install.
func Find(ctx context.Context) (*Engine, error) {
	s := Probe(ctx)
	if s.Ready() {
		return &Engine{path: s.Path}, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("look for tesseract: %w", err)
	}
	e := read.Fail(NeedsOCR, "the pages are pictures, and tesseract is not installed")
	if s.Path != "" {
		e = read.Fail(NeedsOCR, "the pages are pictures, and %s lacks the data for Vietnamese", s.Path)
	}
	e.Hint = Hint
	return nil, e
}

// NeedsOCR is the reason of a file that holds pictures of pages on a machine that cannot read them.
const NeedsOCR read.Reason = "needs_ocr"

// Word is one recognised word.
type Word struct {
	Text string
	Box  image.Rectangle
	// Confidence is Tesseract's, in 0..1.
	Confidence float64
	// Line numbers the printed line that Tesseract put the word into.
	Line int
}

// mode is how Tesseract looks at a picture, as its --psm option says.
type mode int

const (
	wholePage mode = 3
	oneBlock  mode = 6
	oneLine   mode = 7
)

// maxOutput bounds what is read of a page's recognition; a dense page gives 60 kB.
const maxOutput = 16 << 20

// read recognises one picture. dpi is its resolution.
func (e *Engine) read(ctx context.Context, img *image.Gray, dpi int, m mode) ([]Word, error) {
	cmd := exec.CommandContext(ctx, e.path, "stdin", "stdout", "-l", Language, "--dpi", strconv.Itoa(dpi), "--psm", strconv.Itoa(int(m)), "tsv")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = pgm(img)
	cmd.WaitDelay = 2 * time.Second
	var stderr bytes.Buffer
	cmd.Stderr = &limited{w: &stderr, left: 4 << 10}
	out := &bytes.Buffer{}
	cmd.Stdout = &limited{w: out, left: maxOutput}
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("tesseract: %w", ctx.Err())
		}
		return nil, fmt.Errorf("tesseract: %w: %s", err, firstLine(stderr.String()))
	}
	return parseTSV(out.String()), nil
}

// pgm writes a picture in the simplest format that Tesseract reads.
func pgm(img *image.Gray) io.Reader {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	readers := []io.Reader{strings.NewReader(fmt.Sprintf("P5\n%d %d\n255\n", w, h))}
	if img.Stride == w {
		return io.MultiReader(readers[0], bytes.NewReader(img.Pix[:w*h]))
	}
	for y := range h {
		readers = append(readers, bytes.NewReader(img.Pix[y*img.Stride:y*img.Stride+w]))
	}
	return io.MultiReader(readers...)
}

// parseTSV reads Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence,
// text. Lines that are not words are passed over.
func parseTSV(s string) []Word {
	var out []Word
	line, last := 0, ""
	for row := range strings.Lines(s) {
		col := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(col) != 12 || col[0] != "5" || strings.TrimSpace(col[11]) == "" {
			continue
		}
		var n [4]int
		ok := true
		for i := range n {
			v, err := strconv.Atoi(col[6+i])
			ok = ok && err == nil && v >= 0 && v < 1<<20
			n[i] = v
		}
		conf, err := strconv.ParseFloat(col[10], 64)
		if !ok || err != nil || !(conf >= 0) {
			continue
		}
		if key := strings.Join(col[1:5], " "); key != last {
			line, last = line+1, key
		}
		out = append(out, Word{
			Text: strings.TrimSpace(col[11]), Box: image.Rect(n[0], n[1], n[0]+n[2], n[1]+n[3]),
			Confidence: min(conf/100, 1), Line: line,
		})
	}
	return out
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return s
}

var errTooLong = errors.New("the output is longer than the limit")

// limited passes on no more than left bytes.
type limited struct {
	w    io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		return 0, errTooLong
	}
	l.left -= len(p)
	return l.w.Write(p)
}
