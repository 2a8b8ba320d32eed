package structure

import (
	"fmt"
	"os"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

func TestDump(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	o := Parse(normalize.NewView(&document.Text{Content: string(b), Wrapped: true}))
	for i, b := range o.Blocks {
		s := []rune(o.View.Para(b.Para))
		if len(s) > 80 {
			s = append(s[:60], s[len(s)-20:]...)
		}
		fmt.Printf("%d R%d L%d H%v %-8s %s\n", i, b.Region, b.Level, b.Heading, b.Path, string(s))
	}
}
