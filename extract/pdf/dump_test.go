package pdf

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
	"fmt"
	"github.com/soichi/soichi/extract/read"
)

func TestDump(t *testing.T) {
	pat := os.Getenv("DUMP")
	if pat == "" { t.Skip() }
	files, _ := filepath.Glob(pat)
	n := 0
	start := time.Now()
	for _, f := range files {
		b, _ := os.ReadFile(f)
		s := time.Now()
		res, err := Reader{}.Read(context.Background(), read.Source{Name: f, Data: b}, read.Limits{})
		if err != nil { fmt.Println(filepath.Base(f), err); continue }
		n += len(res.Text.Pages)
		fmt.Println(filepath.Base(f), len(res.Text.Pages), time.Since(s), "tables", len(res.Text.Tables), "notes", len(res.Text.Notes), res.Warnings)
		for _, p := range res.Text.Pages { fmt.Printf(" %s %.2f", p.Verdict, p.Confidence) }
		fmt.Println()
		if out := os.Getenv("OUT"); out != "" {
			os.WriteFile(filepath.Join(out, filepath.Base(f)+".txt"), []byte(res.Text.Content), 0o644)
			os.WriteFile(filepath.Join(out, filepath.Base(f)+".furn"), []byte(res.Text.Meta["furniture"]), 0o644)
		}
	}
	fmt.Println(n, "pages", float64(n)/time.Since(start).Seconds(), "pages/s")
}
