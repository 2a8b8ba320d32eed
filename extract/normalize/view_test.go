package normalize

import (
	"fmt"
	"os"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestDump(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	v := NewView(&document.Text{Content: string(b), Wrapped: true})
	for i, p := range v.Paras {
		s := v.Para(i)
		if len(s) > 160 {
			s = s[:100] + "..." + s[len(s)-50:]
		}
		fmt.Printf("%d r%d a%d %q\n", i, p.Role, p.Anchor, s)
		r := v.Range(p.Range)
		_ = r.In(string(b))
	}
}
