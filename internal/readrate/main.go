// Command readrate measures how fast files are read and how much memory it takes, beside the tools that people know, on
// the same files in one run: PDF files beside pdftotext, pdftotext -bbox-layout and mutool, other files beside LibreOffice.
// It prints a Markdown table. What is not installed is named.
//
//	go run ./internal/readrate FILE...
//
// Every tool has one core. Speed is by processor time, which other work on the machine hardly changes; the best of three
// runs counts. Memory is the most that one process had.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/read"
)

// asReader makes this program read its files and end: that is what is measured of ourselves.
const asReader = "READRATE_READ"

// runs is how often each tool does its work; the fastest run counts.
const runs = 3

func main() {
	ctx := context.Background()
	files := os.Args[1:]
	if os.Getenv(asReader) != "" {
		n, err := readAll(ctx, files)
		fmt.Println(n)
		exitOn(err)
		return
	}
	if len(files) == 0 {
		fmt.Fprintln(os.Stderr, "usage: readrate FILE...")
		os.Exit(2)
	}
	exitOn(compare(ctx, files))
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "readrate:", err)
		os.Exit(1)
	}
}

// tool is one way of reading files.
type tool struct {
	name string
	// commands gives the processes that read the files, one after the other.
	commands func(files []string) []*exec.Cmd
}

// compare runs all tools that suit the files and prints the table.
func compare(ctx context.Context, files []string) error {
	// A child counts: Linux counts what a process had before it became another to the other's peak, so this one stays small.
	said, err := self(ctx, files...).Output()
	if err != nil {
		return fmt.Errorf("count the pages: %w", err)
	}
	pages, err := strconv.Atoi(strings.TrimSpace(string(said)))
	if err != nil {
		return fmt.Errorf("count the pages: %w", err)
	}
	out, err := os.MkdirTemp("", "readrate")
	if err != nil {
		return fmt.Errorf("a folder for LibreOffice: %w", err)
	}
	defer os.RemoveAll(out)
	tools := officeTools(ctx, out)
	if strings.EqualFold(filepath.Ext(files[0]), ".pdf") {
		tools = pdfTools(ctx)
	}
	fmt.Printf("%d files, %d pages\n\n| reader | pages a second of one core | peak memory, MiB |\n| --- | --- | --- |\n", len(files), pages)
	for _, t := range append(ourselves(ctx), tools...) {
		used, peak, err := best(t, files)
		switch {
		case errors.Is(err, exec.ErrNotFound):
			fmt.Printf("| %s | not installed | |\n", t.name)
		case err != nil:
			return fmt.Errorf("%s: %w", t.name, err)
		default:
			fmt.Printf("| %s | %.0f | %d |\n", t.name, float64(pages)/used.Seconds(), peak>>20)
		}
	}
	return nil
}

// readAll reads files and counts their pages; one without pages counts as one.
func readAll(ctx context.Context, files []string) (pages int, err error) {
	readers := extract.Readers()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return 0, fmt.Errorf("read: %w", err)
		}
		res, err := readers.Read(ctx, read.Source{Name: file, Data: data}, read.Limits{})
		if err != nil {
			return 0, err
		}
		pages += max(1, len(res.Text.Pages))
	}
	return pages, nil
}

// self is this program as a reader of files.
func self(ctx context.Context, files ...string) *exec.Cmd {
	path, err := os.Executable()
	if err != nil {
		path = os.Args[0]
	}
	cmd := exec.CommandContext(ctx, path, files...)
	cmd.Env = append(os.Environ(), asReader+"=1", "GOMAXPROCS=1")
	return cmd
}

// ourselves reads all files in one process, as a long run does, and each in one of its own, as the other tools do.
func ourselves(ctx context.Context) []tool {
	return []tool{
		{"soichi, text with positions, tables and notes", func(files []string) []*exec.Cmd { return []*exec.Cmd{self(ctx, files...)} }},
		{"the same, one process a file", oneEach(func(f string) *exec.Cmd { return self(ctx, f) })},
	}
}

func pdfTools(ctx context.Context) []tool {
	return []tool{
		{"pdftotext", oneEach(func(f string) *exec.Cmd { return exec.CommandContext(ctx, "pdftotext", f, os.DevNull) })},
		{"pdftotext -bbox-layout", oneEach(func(f string) *exec.Cmd { return exec.CommandContext(ctx, "pdftotext", "-bbox-layout", f, os.DevNull) })},
		{"mutool draw -F txt", oneEach(func(f string) *exec.Cmd {
			return exec.CommandContext(ctx, "mutool", "draw", "-q", "-F", "txt", "-o", os.DevNull, f)
		})},
		{"mutool draw -F stext", oneEach(func(f string) *exec.Cmd {
			return exec.CommandContext(ctx, "mutool", "draw", "-q", "-F", "stext", "-o", os.DevNull, f)
		})},
	}
}

func officeTools(ctx context.Context, out string) []tool {
	args := []string{"-env:UserInstallation=file://" + out + "/profile", "--headless", "--convert-to", "txt:Text", "--outdir", out}
	return []tool{{"LibreOffice, text alone", func(files []string) []*exec.Cmd {
		return []*exec.Cmd{exec.CommandContext(ctx, "soffice", append(args, files...)...)}
	}}}
}

func oneEach(command func(file string) *exec.Cmd) func([]string) []*exec.Cmd {
	return func(files []string) []*exec.Cmd {
		cmds := make([]*exec.Cmd, len(files))
		for i, f := range files {
			cmds[i] = command(f)
		}
		return cmds
	}
}

// best gives the processor time of the fastest run and the most memory of any process in it.
func best(t tool, files []string) (used time.Duration, peak int64, err error) {
	for i := range runs {
		u, p, err := once(t.commands(files))
		if err != nil {
			return 0, 0, err
		}
		if i == 0 || u < used {
			used = u
		}
		peak = max(peak, p)
	}
	return used, peak, nil
}

// once runs the processes and adds up what they used, their own children included.
func once(cmds []*exec.Cmd) (used time.Duration, peak int64, err error) {
	before := spent()
	for _, cmd := range cmds {
		if err := cmd.Run(); err != nil {
			return 0, 0, err
		}
		if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
			peak = max(peak, u.Maxrss<<10)
		}
	}
	return spent() - before, peak, nil
}

// spent gives the processor time of all children that have ended.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
