// Package golden compares what a test makes with a file that a person has read. It is for tests alone, and defines their
// -update flag: with it the files are written anew, and the change is read in review.
package golden

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Compare fails the test where got is not what the file holds, with the first line that differs.
func Compare(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatalf("golden file %s: %v", file, err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatalf("golden file %s: %v", file, err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("golden file %s is not there: run with -update and read what it writes", file)
	}
	if err != nil {
		t.Fatalf("golden file %s: %v", file, err)
	}
	if line, a, b, ok := firstDifference(string(want), got); ok {
		t.Errorf("%s, line %d: it holds\n\t%s\nand now comes\n\t%s\nif that is better, run with -update", file, line, a, b)
	}
}

// firstDifference gives the number of the first line in which two texts differ, and what each has there.
func firstDifference(a, b string) (line int, inA, inB string, ok bool) {
	if a == b {
		return 0, "", "", false
	}
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return i + 1, x[i], y[i], true
		}
	}
	line = min(len(x), len(y)) + 1
	if len(x) < len(y) {
		return line, "(the end)", y[line-1], true
	}
	return line, x[line-1], "(the end)", true
}
