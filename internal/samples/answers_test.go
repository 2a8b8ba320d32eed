package samples

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

type link struct{ From, Exact, Symbol, To string }

func TestLinksSpeakOfCitations(t *testing.T) {
	var links []link
	decode(t, "gold/links.json", &links)
	files := corpusFiles(t)
	states := map[string]int{}
	for _, l := range links {
		if l.To == "wanted" || l.To == "ambiguous" {
			states[l.To]++
		} else if !slices.Contains(files, l.To) {
			t.Errorf("%s: %q leads to %s, which is no document", l.From, l.Exact, l.To)
		}
		cited := slices.ContainsFunc(readGold(t, l.From).Citations, func(c goldCitation) bool {
			return c.Exact == l.Exact && c.Symbol != nil && *c.Symbol == l.Symbol
		})
		if !cited {
			t.Errorf("%s does not cite %q", l.From, l.Exact)
		}
	}
	if states["ambiguous"] == 0 || states["wanted"] < 10 {
		t.Errorf("too easy: %v", states)
	}
}

func TestTraceJoinsKnownDocuments(t *testing.T) {
	var traces map[string]struct {
		Root  string
		Edges []struct {
			From, To string
			Relation document.Relation
		}
	}
	decode(t, "gold/trace.json", &traces)
	files := corpusFiles(t)
	for chain, tr := range traces {
		reached := map[string]bool{tr.Root: true}
		for _, e := range tr.Edges {
			if !slices.Contains(files, e.From) || (strings.HasPrefix(e.To, "chain") && !slices.Contains(files, e.To)) {
				t.Errorf("%s: unknown end in %v", chain, e)
			}
			if !slices.Contains(document.Relations(), e.Relation) {
				t.Errorf("%s: unknown relation in %v", chain, e)
			}
			reached[e.From] = true
		}
		for _, f := range files {
			if strings.HasPrefix(f, chain+"/") && !reached[f] {
				t.Errorf("%s stands in no chain", f)
			}
		}
	}
}

type cell struct {
	Task           int      `json:"task"`
	Section        string   `json:"section"`
	TaskStart      string   `json:"task_start"`
	Unit           string   `json:"unit"`
	Status         string   `json:"status"`
	DueState       *string  `json:"due_state"`
	DueStateAmends *string  `json:"due_state_as_amended"`
	Flags          []string `json:"flags"`
	Evidence       *string  `json:"evidence"`
	Quote          *string  `json:"quote"`
}

func TestCoverageQuotesItsEvidence(t *testing.T) {
	var chains map[string]struct {
		Directive string `json:"directive"`
		AsOf      string `json:"as_of"`
		Cells     []cell `json:"cells"`
	}
	decode(t, "gold/coverage.json", &chains)
	for name, chain := range chains {
		tasks := readGold(t, chain.Directive).Tasks
		seen := map[string]bool{}
		for _, c := range chain.Cells {
			if !strings.HasPrefix(tasks[c.Task].Text, c.TaskStart) || *tasks[c.Task].Section != c.Section {
				t.Errorf("%s: task %d is not %q", name, c.Task, c.TaskStart)
			}
			if c.Evidence != nil && !strings.Contains(fold(plainText(t, *c.Evidence)), fold(*c.Quote)) {
				t.Errorf("%s: %s does not say %q", name, *c.Evidence, *c.Quote)
			}
			if (c.Status == "reported" || c.Status == "planned") != (c.Evidence != nil) {
				t.Errorf("%s: %s of %s: status %s does not go with its evidence", name, c.Section, c.Unit, c.Status)
			}
			seen[c.Status] = true
			for _, f := range c.Flags {
				seen[f] = true
			}
			if c.DueState != nil {
				seen[*c.DueState] = true
			}
		}
		for _, want := range []string{"reported", "planned", "acknowledged", "missing", "done_on_time", "done_late", "overdue",
			"outdated", "unassigned", "later_deadline"} {
			if !seen[want] {
				t.Errorf("%s: no cell is %s", name, want)
			}
		}
	}
}

func TestQueriesWantDocuments(t *testing.T) {
	found, err := filepath.Glob(filepath.Join(testdata, "queries", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	files, count, wanted := corpusFiles(t), 0, map[string]bool{}
	for _, f := range found {
		var queries []struct{ Query, Wanted, Why string }
		decode(t, filepath.Join("queries", filepath.Base(f)), &queries)
		for _, q := range queries {
			count++
			wanted[q.Wanted] = true
			if !slices.Contains(files, q.Wanted) {
				t.Errorf("%q wants %s, which is no document", q.Query, q.Wanted)
			}
		}
	}
	if count < 40 || len(wanted) < 25 {
		t.Errorf("%d queries for %d documents, at least 40 for 25 wanted", count, len(wanted))
	}
}
