package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/soichi/soichi/internal/golden"
)

const manual = "../../docs/manual.md"

var (
	// libraryMark says which library the commands below it run in: <!-- library: testdata/corpus -->.
	libraryMark = regexp.MustCompile(`^<!-- library: (\S+) -->$`)
	headPipe    = regexp.MustCompile(`^(.*?) \| head -n (\d+)$`)
)

// TestManualShowsWhatTheProgramPrints runs every command of the manual and compares what it prints with what stands there.
// With -update the manual is written anew.
func TestManualShowsWhatTheProgramPrints(t *testing.T) {
	data, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	inside, skipping := false, false
	for line := range strings.Lines(string(data)) {
		text := strings.TrimRight(line, "\n")
		switch m := libraryMark.FindStringSubmatch(text); {
		case m != nil:
			skipping = !fill(t, m[1])
		case text == "```console":
			inside = true
		case text == "```":
			inside = false
		case inside && !skipping && !strings.HasPrefix(text, "$ "):
			continue // what was printed last time
		}
		out.WriteString(line)
		if command, ok := strings.CutPrefix(text, "$ "); inside && !skipping && ok {
			out.WriteString(printed(t, command))
		}
	}
	golden.Compare(t, manual, out.String())
}

// fill makes a library of the documents in a folder below the repository or beside it, and tells whether the folder is there.
func fill(t *testing.T, folder string) bool {
	t.Helper()
	path := filepath.Join("..", "..", filepath.FromSlash(folder))
	if name, ok := strings.CutPrefix(folder, "$SOICHI_SHARED/"); ok {
		shared := os.Getenv("SOICHI_SHARED")
		if shared == "" {
			shared = filepath.Join("..", "..", "..", "shared")
		}
		path = filepath.Join(shared, name)
	}
	if _, err := os.Stat(path); err != nil {
		t.Logf("the part of the manual on %s is not checked: %v", folder, err)
		return false
	}
	t.Setenv("SOICHI_LIBRARY", t.TempDir())
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"ingest", path}, &out, &errs); code != exitOK {
		t.Fatalf("ingest %s: exit %d: %s%s", path, code, &out, &errs)
	}
	return true
}

// printed runs one command line of the manual.
func printed(t *testing.T, line string) string {
	t.Helper()
	lines := -1
	if m := headPipe.FindStringSubmatch(line); m != nil {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		line, lines = m[1], n
	}
	args := words(line)
	if len(args) == 0 || args[0] != "soichi" {
		t.Fatalf("%q is not a command of soichi", line)
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), args[1:], &out, &errs); code != exitOK {
		t.Fatalf("%s: exit %d: %s", line, code, &errs)
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return head(strings.ReplaceAll(out.String(), root+string(filepath.Separator), ""), lines)
}

// head gives the first n lines of a text, all of them where n is negative, and ends with a line end.
func head(s string, n int) string {
	all := strings.SplitAfter(strings.TrimRight(s, "\n")+"\n", "\n")
	if n >= 0 && len(all) > n {
		all = all[:n]
	}
	for i, l := range all { // a manual has no blanks at line ends
		if text, end := strings.CutSuffix(l, "\n"); end {
			all[i] = strings.TrimRight(text, " ") + "\n"
		}
	}
	return strings.Join(all, "")
}

// words takes a command line apart at blanks; quotes of either sort keep them.
func words(line string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`'([^']*)'|"([^"]*)"|(\S+)`).FindAllStringSubmatch(line, -1) {
		out = append(out, m[1]+m[2]+m[3])
	}
	return out
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"soichi trace 87/CT-TTg", `["soichi" "trace" "87/CT-TTg"]`},
		{"soichi duties 'UBND tỉnh Kon Tum'", `["soichi" "duties" "UBND tỉnh Kon Tum"]`},
		{`soichi search "phong chay"`, `["soichi" "search" "phong chay"]`},
	} {
		if got := fmt.Sprintf("%q", words(tt.line)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.line, got, tt.want)
		}
	}
}
