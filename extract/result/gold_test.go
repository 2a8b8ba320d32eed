package result_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/result"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

func shared() string {
	if d := os.Getenv("SOICHI_SHARED"); d != "" {
		return d
	}
	return filepath.Join("..", "..", "..", "shared")
}

func outline(text string) *structure.Outline {
	return structure.Parse(normalize.NewView(&document.Text{Content: viet.NFC(text), Wrapped: true}))
}

// TestGold measures figures against the annotated seeds: a figure is found where its value is right and its span meets
// the reference's. Reference values that are dates, pairs written as ranges or honours are left out.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(), "gold", "seeds", "*.json"))
	if len(files) == 0 {
		t.Skip("the annotated seeds are not here")
	}
	right, found, want := 0, 0, 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var g struct {
			Results []struct {
				Span  document.Span
				Value any
				Unit  any
			}
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		text, err := os.ReadFile(filepath.Join(shared(), "seeds", strings.TrimSuffix(filepath.Base(file), ".json")))
		if err != nil {
			t.Fatal(err)
		}
		got := result.Extract(outline(string(text)))
		used := map[int]bool{}
		for _, w := range g.Results {
			var values []float64
			switch v := w.Value.(type) {
			case float64:
				values = []float64{v}
			case []any:
				if _, pair := w.Unit.([]any); !pair {
					continue // a range
				}
				for _, x := range v {
					values = append(values, x.(float64))
				}
			}
			for _, v := range values {
				want++
				ok := false
				for i, p := range got {
					if !ok && !used[i] && p.Value == v && p.Span.Overlap(w.Span) > 0 {
						used[i], ok = true, true
						right++
					}
				}
				if !ok {
					t.Logf("%s: missed %v at %d", filepath.Base(file), v, w.Span.Start)
				}
			}
		}
		found += len(got)
		for i, p := range got {
			if !used[i] {
				t.Logf("%s: extra %v %q (%s)", filepath.Base(file), p.Value, p.Unit, p.Measure)
			} else {
				t.Logf("   %v %s %s | %s | %s", p.Qualifier, p.Span.Exact, p.Unit, p.Measure, p.Period)
			}
		}
	}
	f1 := 2 * float64(right) / float64(found+want)
	t.Logf("F1 %.3f (%d right, %d found, %d wanted)", f1, right, found, want)
	if f1 < 0.9 {
		t.Errorf("F1 %.3f is below the floor", f1)
	}
}
