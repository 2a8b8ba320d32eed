package task_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/soichi/soichi/extract/task"
)

func TestDump(t *testing.T) {
	f := os.Getenv("DUMP")
	if f == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(f)
	o := outline(string(b))
	for _, p := range task.Extract(o, task.Self{Kind: os.Getenv("KIND"), IssuedOn: os.Getenv("ON"), Issuer: os.Getenv("ISSUER")}) {
		s := []rune(p.Text)
		if len(s) > 150 {
			s = append(append(s[:110:110], []rune(" … ")...), s[len(s)-40:]...)
		}
		fmt.Printf("[%s] %s %q + %q due %s deliv %q\n     %s\n", p.Section, p.Method, p.Lead, p.Support, show(p.Due), p.Deliverable, string(s))
	}
}
