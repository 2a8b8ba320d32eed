package golden

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFirstDifference(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		line       int
		inA, inB   string
	}{
		{"the same", "x\ny\n", "x\ny\n", 0, "", ""},
		{"a line in the middle", "x\ny\nz\n", "x\nw\nz\n", 2, "y", "w"},
		{"lines added", "x\n", "x\ny\n", 2, "", "y"},
		{"no line end", "x\ny", "x\ny\n", 3, "(the end)", ""},
		{"lines gone", "x\ny\nz", "x\ny", 3, "z", "(the end)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, a, b, ok := firstDifference(c.a, c.b)
			if line != c.line || a != c.inA || b != c.inB || ok != (c.line > 0) {
				t.Errorf("line %d, %q, %q, %v", line, a, b, ok)
			}
		})
	}
}

func TestCompareAndUpdate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deep", "file.txt")
	was := *update
	defer func() { *update = was }()
	*update = true
	Compare(t, file, "one\n")
	*update = false
	Compare(t, file, "one\n")
	if b, err := os.ReadFile(file); err != nil || string(b) != "one\n" {
		t.Errorf("%q, %v", b, err)
	}
	other := &recorder{TB: t}
	Compare(other, file, "two\n")
	if !other.failed {
		t.Error("a difference went unnoticed")
	}
}

// recorder notes a failure instead of failing.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
