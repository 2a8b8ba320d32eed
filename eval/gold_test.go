package eval

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSpeaksOfDue(t *testing.T) {
	for _, tt := range []struct {
		name, tasks string
		want        bool
	}{
		{"a date", `[{"due": {"value": "2024-01-01"}}]`, true},
		{"none, but said", `[{"text": "x", "due": null}]`, true},
		{"in the last task alone", `[{"text": "x"}, {"due": null}]`, true},
		{"no key of dates", `[{"text": "x"}]`, false},
		{"no tasks", `[]`, false},
		{"null", `null`, false},
		{"no list", `{"due": null}`, false},
		{"a reference without tasks", ``, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := speaksOfDue(json.RawMessage(tt.tasks)); got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// Each list is scored when the reference has its key, be it empty or null, and no other is.
func TestListsAreScoredByTheirKeys(t *testing.T) {
	lists := []string{"recipients", "themes", "citations", "tasks", "results"}
	rapid.Check(t, func(t *rapid.T) {
		present := map[string]bool{}
		keys := map[string]json.RawMessage{"file": json.RawMessage(`"a.txt"`)}
		for _, l := range lists {
			if present[l] = rapid.Bool().Draw(t, l); present[l] {
				keys[l] = json.RawMessage(rapid.SampledFrom([]string{"[]", "null"}).Draw(t, l+" value"))
			}
		}
		data, err := json.Marshal(keys)
		if err != nil {
			t.Fatal(err)
		}
		g := Gold{Scored: map[string]bool{}, Scalars: map[string]string{}}
		if file, err := g.fromPlain(data, keys); err != nil || file != "a.txt" {
			t.Fatalf("%q, %v", file, err)
		}
		for _, l := range lists {
			if g.Scored[l] != present[l] {
				t.Fatalf("%s: scored %v, key %v", l, g.Scored[l], present[l])
			}
		}
		if len(g.Scalars) > 0 || g.Scored["tasks.due"] {
			t.Fatalf("%+v: of what it does not speak", g)
		}
	})
}

// An annotation tells of every list, and of dates never.
func TestAnAnnotationSpeaksOfEveryList(t *testing.T) {
	g := loadOne(t, `{"file": "a.txt", "fields": {}}`)
	var scored []string
	for f, yes := range g.Scored {
		if yes && !strings.Contains(f, ".") {
			scored = append(scored, f)
		}
	}
	slices.Sort(scored)
	want := []string{
		"citations", "issued_on", "issuer", "kind", "place", "recipients", "results", "secrecy", "signer", "symbol", "tasks", "themes", "title", "urgency",
	}
	if !slices.Equal(scored, want) || g.Scored["tasks.due"] || !g.Scored["signer.position"] || g.Scored["signer.authority"] {
		t.Errorf("%v\nwant\n%v: %v", scored, want, g.Scored)
	}
}

func TestAnnotatedRelations(t *testing.T) {
	for _, tt := range []struct{ name, relation, where, want, or string }{
		{"a basis", "legal_basis", "", "based_on", ""},
		{"carried out by another", "implemented_by:KH|1", "", "implements", ""},
		{"replaced", "replaces", "", "replaces", ""},
		{"mentioned", "refers", "body", "cites", ""},
		{"in a movement's footnote", "refers", "footnote ²", "cites", "organised_by"},
		{"a basis in a footnote", "legal_basis", "footnote 1", "based_on", ""},
		{"unheard of", "sings", "", "cites", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := loadOne(t, `{"file": "a.txt", "fields": {}, "citations": [{"span": {"text": "x"}, "kind": "numbered", "relation": "`+tt.relation+`", "where": "`+tt.where+`"}]}`)
			if c := g.Citations[0]; c.Relation != tt.want || c.Or != tt.or || c.Optional {
				t.Errorf("%q or %q, want %q or %q", c.Relation, c.Or, tt.want, tt.or)
			}
		})
	}
}

func TestAnnotatedResults(t *testing.T) {
	for _, tt := range []struct {
		name, value, unit string
		want              []GoldResult
	}{
		{"one", `3.5`, `"%"`, []GoldResult{{3.5, "%"}}},
		{"a pair", `[1, 2]`, `["vụ", "người"]`, []GoldResult{{1, "vụ"}, {2, "người"}}},
		{"more figures than units", `[1, 2]`, `["vụ"]`, nil},
		{"a unit for two figures", `[1, 2]`, `"vụ"`, nil},
		{"in words", `"ba"`, `"vụ"`, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := loadOne(t, `{"file": "a.txt", "fields": {}, "results": [{"value": `+tt.value+`, "unit": `+tt.unit+`}]}`)
			if !slices.Equal(g.Results, tt.want) {
				t.Errorf("%v, want %v", g.Results, tt.want)
			}
		})
	}
}

func TestGoldFilesAreListedInOrder(t *testing.T) {
	dir := folder(t, map[string]string{"b.json": "1", "a/z.json": "1", "a.json": "1", "note.txt": "1", "c.JSON": "1"})
	got, err := goldFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range got {
		rel, err := filepath.Rel(dir, f)
		if err != nil {
			t.Fatal(err)
		}
		got[i] = filepath.ToSlash(rel)
	}
	if want := []string{"a.json", "a/z.json", "b.json"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := goldFiles(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "none") {
		t.Errorf("%v", err)
	}
}

func TestLoadChainsSaysWhatIsWrong(t *testing.T) {
	for _, tt := range []struct{ name, body, says string }{
		{"links that are no list", `{"folder": "x", "links": 3}`, "chain.json"},
		{"a pair without its braces", `{"folder": "x", "alignments": [{"pairs": ["a"]}]}`, "chain.json"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := LoadChains(folder(t, map[string]string{"chain.json": tt.body})); err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v", err)
			}
		})
	}
	for _, other := range []string{`[1]`, `{"file": "a.txt"}`, `{"folder": ""}`, `{`} {
		if got, err := LoadChains(folder(t, map[string]string{"other.json": other})); err != nil || got != nil {
			t.Errorf("%s: %v, %v: it is no chain", other, got, err)
		}
	}
}
