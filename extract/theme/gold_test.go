package theme_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/extract/theme"
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

type wanted struct{ kind, text string }

// readGold gives the themes of a reference file. The seeds tell finer kinds; those that the contract lacks (slogan,
// teaching, honour) are left out.
func readGold(t *testing.T, file string) []wanted {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var g struct {
		Themes []struct {
			Kind, Text string
		}
		Movements []struct {
			Name string
			Span *struct{ Text string }
		}
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	kinds := map[string]string{"chủ đề": "theme", "phương châm": "motto", "theme": "theme", "motto": "motto", "movement": "movement"}
	var out []wanted
	for _, x := range g.Themes {
		if k := kinds[x.Kind]; k != "" {
			out = append(out, wanted{k, x.Text})
		}
	}
	for _, m := range g.Movements {
		text := m.Name
		if m.Span != nil {
			text = m.Span.Text
		}
		out = append(out, wanted{"movement", text})
	}
	return out
}

// TestGold measures themes against the reference files and holds the figure above a floor.
func TestGold(t *testing.T) {
	var files []string
	for _, dir := range []string{"chithi", "scan", "seeds"} {
		more, _ := filepath.Glob(filepath.Join(shared(), "gold", dir, "*.json"))
		files = append(files, more...)
	}
	if len(files) == 0 {
		t.Skip("the reference files are not here")
	}
	right, found, want := 0, 0, 0
	for _, file := range files {
		source := strings.TrimSuffix(file, "json") + "txt"
		if strings.Contains(file, "seeds") {
			source = filepath.Join(shared(), "seeds", strings.TrimSuffix(filepath.Base(file), ".json"))
		}
		raw, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		got := theme.Extract(outline(string(raw)))
		gold := readGold(t, file)
		found += len(got)
		want += len(gold)
		used := map[int]bool{}
	next:
		for _, w := range gold {
			for i, g := range got {
				if !used[i] && g.Kind == w.kind && viet.Letters(g.Text) == viet.Letters(w.text) {
					used[i] = true
					right++
					continue next
				}
			}
			t.Logf("%s: missed %s %q", filepath.Base(file), w.kind, w.text)
		}
		for i, g := range got {
			if !used[i] {
				t.Logf("%s: extra %s %s %q", filepath.Base(file), g.Kind, g.Role, g.Text)
			}
		}
	}
	f1 := 2 * float64(right) / float64(found+want)
	t.Logf("F1 %.3f (%d right, %d found, %d wanted)", f1, right, found, want)
	if f1 < 0.85 {
		t.Errorf("F1 %.3f is below the floor", f1)
	}
}
