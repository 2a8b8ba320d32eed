package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
)

// Chain is the reference of a folder of documents that answer each other: what each citation must become, which
// documents are copies of one work, and for each directive every passage that takes up one of its tasks.
type Chain struct {
	Name       string          `json:"-"` // the gold file
	Folder     string          `json:"folder"`
	Links      []GoldLink      `json:"links"`
	Copies     [][]string      `json:"copies,omitempty"`
	Alignments []GoldAlignment `json:"alignments"`
	// Partial says that the reference holds what persons decided and nothing else: what it does not list is not judged.
	Partial bool `json:"partial,omitempty"`
}

// GoldLink is what all mentions of a symbol in a document must become: a document of the folder, or "wanted" or
// "ambiguous". Relation is the strongest between the two. A rejected one says that no mention may become To.
type GoldLink struct {
	From     string            `json:"from"`
	Symbol   string            `json:"symbol,omitempty"`
	To       string            `json:"to"`
	Relation document.Relation `json:"relation,omitempty"`
	Rejected bool              `json:"rejected,omitempty"`
}

// GoldAlignment lists all that is true of one directive as of a day.
type GoldAlignment struct {
	Directive  string     `json:"directive"`
	AsOf       string     `json:"as_of"`
	ReplacedBy string     `json:"replaced_by,omitempty"`
	Pairs      []GoldPair `json:"pairs"`
	Cells      []GoldCell `json:"cells,omitempty"`
}

// GoldPair is a passage that takes up a task, found by the task's section, or by its words where the reference has them.
// The list of pairs is complete unless the chain is partial: a suggestion that is not in it is wrong. An optional one may
// be given or left out; a rejected one may not be given.
type GoldPair struct {
	Task     string          `json:"task"`
	TaskText string          `json:"task_text,omitempty"`
	Document string          `json:"document"`
	Quote    string          `json:"quote"`
	Role     coverage.Status `json:"role,omitempty"`
	Partial  bool            `json:"partial,omitempty"`
	Optional bool            `json:"optional,omitempty"`
	Rejected bool            `json:"rejected,omitempty"`
}

// of tells whether the pair speaks of a task.
func (p GoldPair) of(t coverage.Task) bool {
	if p.TaskText != "" {
		return sameQuote(p.TaskText, t.Text)
	}
	return p.Task == string(t.Section)
}

// GoldCell is what must come out for a task and a unit. Flags are not judged where the reference has none, not even an
// empty list.
type GoldCell struct {
	Task      string             `json:"task"`
	Unit      string             `json:"unit"`
	Status    coverage.Status    `json:"status"`
	Due       coverage.DueState  `json:"due_state"`
	AsAmended *coverage.DueState `json:"due_state_as_amended"`
	Flags     []coverage.Flag    `json:"flags"`
}

// LoadChains reads the chain references of a folder and its subfolders, in name order: the files that name a "folder",
// which is looked for from where the file stands.
func LoadChains(dir string) ([]Chain, error) {
	files, err := goldFiles(dir)
	if err != nil {
		return nil, err
	}
	var out []Chain
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, fmt.Errorf("read gold: %w", err)
		}
		var keys struct{ Folder string }
		if json.Unmarshal(data, &keys) != nil || keys.Folder == "" {
			continue // of another sort, which Load reports if it is broken
		}
		c := Chain{Name: f}
		if err := json.Unmarshal(data, &c); err != nil {
			return nil, fmt.Errorf("gold %s: %w", f, err)
		}
		c.Folder = filepath.Join(filepath.Dir(f), filepath.FromSlash(c.Folder))
		out = append(out, c)
	}
	return out, nil
}

// goldFiles lists the JSON files below a folder, in name order.
func goldFiles(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(p) == ".json" {
			files = append(files, p)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("gold folder %s: %w", dir, err)
	}
	sort.Strings(files)
	return files, nil
}
