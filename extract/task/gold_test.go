package task_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/extract/task"
	"github.com/soichi/soichi/viet"
)

// goldTask is a task of a reference file made by hand.
type goldTask struct {
	Text      string `json:"text"`
	TextStart string `json:"text_start"`
	TextEnd   string `json:"text_end"`
	Section   *string
	Lead      []string
	Support   []string
	Due       *document.Due
	LeadFrom  string `json:"lead_from"`
}

type goldFile struct {
	Kind     string
	Issuer   string
	IssuedOn string `json:"issued_on"`
	Tasks    []goldTask
	Neutral  []goldTask
}

// tally counts what was found, what is right and what was wanted.
type tally struct{ right, found, wanted int }

func (t tally) f1() float64 {
	if t.found+t.wanted == 0 {
		return 1
	}
	return 2 * float64(t.right) / float64(t.found+t.wanted)
}

func (t tally) String() string {
	return fmt.Sprintf("F1 %.3f (%d right, %d found, %d wanted)", t.f1(), t.right, t.found, t.wanted)
}

func shared() string {
	if d := os.Getenv("SOICHI_SHARED"); d != "" {
		return d
	}
	return filepath.Join("..", "..", "..", "shared")
}

func outline(text string) *structure.Outline {
	text = viet.NFC(strings.ReplaceAll(text, "\r\n", "\n"))
	return structure.Parse(normalize.NewView(&document.Text{Content: text, Wrapped: true}))
}

// TestGold measures tasks against the directives annotated by hand and holds the figures above a floor.
func TestGold(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(), "gold", "chithi", "*.json"))
	scans, _ := filepath.Glob(filepath.Join(shared(), "gold", "scan", "*.json"))
	if files = append(files, scans...); len(files) == 0 {
		t.Skip("the annotated directives are not here")
	}
	var span, lead, due, joint tally
	for _, file := range files {
		var g goldFile
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, "json") + "txt")
		if err != nil {
			t.Fatal(err)
		}
		got := task.Extract(outline(string(text)), task.Self{Kind: g.Kind, Issuer: g.Issuer, IssuedOn: g.IssuedOn})
		score(t, filepath.Base(file), fold(viet.NFC(string(text))), g, got, &span, &lead, &due, &joint)
	}
	t.Logf("span %v", span)
	t.Logf("lead %v", lead)
	t.Logf("due %v", due)
	t.Logf("joint %v", joint)
	for name, have := range map[string][2]float64{"span": {span.f1(), 0.90}, "lead": {lead.f1(), 0.90}, "due": {due.f1(), 0.90}, "joint": {joint.f1(), 0.80}} {
		if have[0] < have[1] {
			t.Errorf("%s: F1 %.3f is below %.2f", name, have[0], have[1])
		}
	}
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// place finds the range of a gold task in the folded text.
func place(t *testing.T, text string, g goldTask) document.Range {
	first, end := fold(g.TextStart), fold(g.TextEnd)
	if g.Text != "" {
		first, end = fold(g.Text), fold(g.Text)
	}
	i := strings.Index(text, first)
	if i < 0 {
		t.Fatalf("not in the text: %q", first)
	}
	j := strings.Index(text[i:], end)
	if j < 0 {
		t.Fatalf("not in the text: %q", end)
	}
	return document.Range{Start: i, End: i + j + len(end)}
}

func overlap(a, b document.Range) float64 {
	n := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(n) / float64(max(a.Len(), b.Len()))
}

func score(t *testing.T, name, text string, g goldFile, got []document.Task, span, lead, due, joint *tally) {
	var at []document.Range
	from := 0
	for _, p := range got {
		i := strings.Index(text[from:], p.Text)
		if i < 0 {
			from, i = 0, strings.Index(text, p.Text)
		}
		if i < 0 {
			t.Errorf("%s: task text is not in the source: %q", name, p.Text)
			continue
		}
		at = append(at, document.Range{Start: from + i, End: from + i + len(p.Text)})
		from += i
	}
	used := map[int]bool{}
	for _, w := range g.Tasks {
		r := place(t, text, w)
		best, share := -1, 0.5
		for i := range at {
			if o := overlap(at[i], r); !used[i] && o >= share {
				best, share = i, o
			}
		}
		span.wanted++
		joint.wanted++
		lead.wanted += len(w.Lead)
		if w.Due != nil {
			due.wanted++
		}
		if best < 0 {
			t.Logf("%s: missed: %.120s", name, r.In(text))
			continue
		}
		used[best] = true
		span.right++
		p := got[best]
		okLead := sameSet(p.Lead, w.Lead) || w.LeadFrom == "chapeau" && len(p.Lead) == 0
		for _, l := range p.Lead {
			if slices.ContainsFunc(w.Lead, func(s string) bool { return viet.Letters(s) == viet.Letters(l) }) {
				lead.right++
			}
		}
		if !okLead {
			t.Logf("%s: lead %q, want %q in %.90s", name, p.Lead, w.Lead, p.Text)
		}
		okDue := sameDue(p.Due, w.Due)
		if okDue && w.Due != nil {
			due.right++
		}
		if !okDue {
			t.Logf("%s: due %v, want %v in %.90s", name, show(p.Due), show(w.Due), p.Text)
		}
		if !sameSet(p.Support, w.Support) {
			t.Logf("%s: support %q, want %q", name, p.Support, w.Support)
		}
		if want := ""; w.Section != nil && string(p.Section) != *w.Section || w.Section == nil && string(p.Section) != want {
			t.Logf("%s: section %q, want %v", name, p.Section, w.Section)
		}
		if okLead && okDue {
			joint.right++
		}
	}
	for i, p := range got {
		if !used[i] && slices.ContainsFunc(g.Neutral, func(n goldTask) bool { return overlap(place(t, text, n), at[i]) >= 0.5 }) {
			continue
		}
		if !used[i] {
			t.Logf("%s: extra (%s): %.160s", name, p.Method, p.Text)
		}
		span.found++
		joint.found++
		lead.found += len(p.Lead)
		if p.Due != nil {
			due.found++
		}
	}
}

func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool { return viet.Letters(x) == viet.Letters(y) }) {
			return false
		}
	}
	return true
}

func sameDue(a, b *document.Due) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Value == b.Value && a.Recurrence == b.Recurrence
}

func show(d *document.Due) string {
	if d == nil {
		return "none"
	}
	return fmt.Sprintf("%s %q %s", d.Value, d.Text, d.Recurrence)
}
