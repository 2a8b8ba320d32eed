package citation

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

// goldCitation is a citation of a reference extraction. The two sets of references write spans in two ways.
type goldCitation struct {
	Exact string `json:"exact"`
	Span  struct {
		Start int    `json:"start"`
		Text  string `json:"text"`
	} `json:"span"`
	Kind      string              `json:"kind"`
	Type      string              `json:"type"`
	Symbol    string              `json:"symbol"`
	Number    string              `json:"number"`
	IssuedOn  string              `json:"issued_on"`
	Date      string              `json:"date"`
	Issuer    string              `json:"issuer"`
	Key       string              `json:"key"`
	Relation  string              `json:"relation"`
	Class     string              `json:"class"`
	Optional  bool                `json:"optional"`
	Provision *document.Provision `json:"provision"`
}

// shared gives the folder of the reference data, or skips the test.
func sharedDir(t testing.TB, elem ...string) string {
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{dir}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no reference data: %v", err)
	}
	return path
}

// extractText runs the pass over a plain text.
func extractText(text string, self Self) []document.Citation {
	o := structure.Parse(normalize.NewView(&document.Text{Content: text, Wrapped: true}))
	return Extract(o, self, register.Default())
}

type goldFile struct {
	File      string          `json:"file"`
	Kind      json.RawMessage `json:"kind"`
	Symbol    json.RawMessage `json:"symbol"`
	Issuer    json.RawMessage `json:"issuer"`
	Citations []goldCitation  `json:"citations"`
}

// TestGold scores the pass against the reference extractions.
func TestGold(t *testing.T) {
	for _, set := range []string{"chithi", "scan"} {
		dir := sharedDir(t, "gold", set)
		var span, ident, rel, provs score
		files, err := filepath.Glob(filepath.Join(dir, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var g goldFile
			if err := json.Unmarshal(b, &g); err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			text, err := os.ReadFile(strings.TrimSuffix(f, ".json") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			scoreFile(t, filepath.Base(f), string(text), g, &span, &ident, &rel, &provs)
		}
		t.Logf("%s: span %s, identity %s, relation %s, provision %s", set, span, ident, rel, provs)
		if span.f1() < 0.98 || ident.f1() < 0.99 || rel.f1() < 0.95 {
			t.Errorf("%s: below the bar", set)
		}
	}
}

type score struct{ right, got, want int }

func (s score) f1() float64 {
	return 2 * float64(s.right) / float64(max(1, s.got+s.want))
}

func (s score) String() string {
	return fmt.Sprintf("%.3f (%d of %d/%d)", s.f1(), s.right, s.got, s.want)
}

// field reads a value that may be a string or an object with a value.
func field(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var o struct{ Value string }
	_ = json.Unmarshal(raw, &o)
	return o.Value
}

func scoreFile(t *testing.T, name, text string, g goldFile, span, ident, rel, provs *score) {
	got := extractText(text, Self{Kind: field(g.Kind), Symbol: field(g.Symbol), Issuer: field(g.Issuer)})
	used := make([]bool, len(got))
	for _, w := range g.Citations {
		hit := -1
		for i, c := range got {
			if !used[i] && fields(c.Span.Exact) == fields(w.Exact) {
				hit = i
				break
			}
		}
		if w.Optional {
			for i, c := range got {
				if strings.Contains(fields(c.Span.Exact), fields(w.Exact)) || strings.Contains(fields(w.Exact), fields(c.Span.Exact)) {
					used[i] = true
				}
			}
			continue
		}
		span.want++
		ident.want++
		if hit < 0 {
			t.Logf("%s: missed %q", name, w.Exact)
			continue
		}
		used[hit] = true
		c := got[hit]
		span.right++
		span.got++
		ident.got++
		same := string(c.Kind) == w.Kind && string(c.Symbol) == w.Symbol && string(c.IssuedOn) == w.IssuedOn && (w.Issuer == "" || string(c.Issuer) == w.Issuer)
		if same {
			ident.right++
		} else {
			t.Logf("%s: identity %q: %s %s %s %s", name, w.Exact, c.Kind, c.Symbol, c.IssuedOn, c.Issuer)
		}
		rel.want++
		rel.got++
		if string(c.Relation) == w.Relation {
			rel.right++
		} else {
			t.Logf("%s: relation of %q: %s, want %s: …%s", name, w.Exact, c.Relation, w.Relation, around(text, c.Span))
		}
		provs.want++
		provs.got++
		a, _ := json.Marshal(c.Provision)
		b, _ := json.Marshal(w.Provision)
		if string(a) == string(b) {
			provs.right++
		} else {
			t.Logf("%s: provision of %q: %s, want %s", name, w.Exact, a, b)
		}
	}
	for i, c := range got {
		if !used[i] {
			span.got++
			ident.got++
			t.Logf("%s: extra %q: …%s", name, c.Span.Exact, around(text, c.Span))
		}
	}
}

func fields(s string) string { return strings.Join(strings.Fields(s), " ") }

func around(text string, s document.Span) string {
	r := []rune(text)
	return strings.ReplaceAll(string(r[max(0, s.Start-60):min(len(r), s.End+40)]), "\n", "⏎")
}

// seedRelations maps the words of the seed references to relations.
var seedRelations = map[string]string{
	"implements": "implements", "legal_basis": "based_on", "refers": "cites", "propagates": "cites", "alias_definition": "cites",
}

// TestSeeds scores the pass against the seed references, whose spans run on to the end of the subject: a mention counts
// as found where it begins and its number agrees. Generic, described and anaphoric mentions are not asked for.
func TestSeeds(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedDir(t, "gold", "seeds"), "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var ident, rel score
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var g goldFile
		if err := json.Unmarshal(b, &g); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		text, err := os.ReadFile(sharedDir(t, "seeds", name))
		if err != nil {
			t.Fatal(err)
		}
		got := extractText(string(text), Self{})
		at := map[int]document.Citation{}
		for _, c := range got {
			at[c.Span.Start] = c
		}
		wanted := 0
		for _, w := range g.Citations {
			if w.Kind == "self" || w.Kind == "self_intro" || w.Kind == "anaphor" || w.Kind == "generic" || w.Kind == "described" || w.Key == "" {
				continue
			}
			wanted++
			ident.want++
			c, ok := at[w.Span.Start]
			if !ok {
				t.Logf("%s: missed %q", name, w.Span.Text)
				continue
			}
			if w.Number != "" && (document.FoldSymbol(w.Number) != document.FoldSymbol(string(c.Symbol)) || w.Date != string(c.IssuedOn) || w.Issuer != string(c.Issuer)) {
				t.Logf("%s: %q: %s %s %s, want %s %s %s", name, w.Span.Text, c.Symbol, c.IssuedOn, c.Issuer, w.Number, w.Date, w.Issuer)
			} else {
				ident.right++
			}
			if want := seedRelations[w.Relation]; want != "" && c.Footnote == "" {
				rel.got++
				rel.want++
				if want == string(c.Relation) {
					rel.right++
				} else {
					t.Logf("%s: relation of %q: %s, want %s", name, w.Span.Text, c.Relation, want)
				}
			}
		}
		ident.got += len(got)
		if len(got) != wanted {
			t.Logf("%s: %d citations, the reference has %d", name, len(got), wanted)
		}
	}
	t.Logf("seeds: identity %s, relation %s", ident, rel)
	if ident.f1() < 0.99 || rel.f1() < 0.95 {
		t.Errorf("identity %s, relation %s", ident, rel)
	}
}
