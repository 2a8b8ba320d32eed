package theme_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/soichi/soichi/extract/theme"
)

func TestDump(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	for _, p := range theme.Extract(outline(string(b))) {
		fmt.Printf("%s %s %q\n", p.Kind, p.Role, p.Text)
	}
}
