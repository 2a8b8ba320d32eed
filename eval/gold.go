package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Gold is one reference extraction. Scored names the fields that the reference speaks of; a field it is silent on is not
// scored. "tasks.due" stands for the due dates of its tasks.
type Gold struct {
	Name   string // the gold file
	Source string // the document it was made from
	Scored map[string]bool

	Scalars    map[string]string // by field name; "" says that the document lacks the field
	Recipients []string
	Themes     []GoldTheme
	Citations  []GoldCitation
	Tasks      []GoldTask
	Neutral    []Quote // passages that are neither task nor error
	Partial    bool    // the reference speaks of some tasks alone: others found are no errors
	Results    []GoldResult
}

// GoldTheme is a theme of the reference.
type GoldTheme struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// GoldCitation is a citation of the reference. Optional ones are neither rewarded nor punished. Or is a second relation
// that is right as well, "" mostly.
type GoldCitation struct {
	Exact    string `json:"exact"`
	Kind     string `json:"kind"`
	Symbol   string `json:"symbol"`
	Issuer   string `json:"issuer"`
	IssuedOn string `json:"issued_on"`
	Relation string `json:"relation"`
	Class    string `json:"class"`
	Optional bool   `json:"optional"`
	Or       string `json:"-"`
}

// Quote finds a passage by its first and last words, or by all of them.
type Quote struct {
	Text  string `json:"text"`
	Start string `json:"text_start"`
	End   string `json:"text_end"`
}

// GoldTask is a task of the reference. Split says that the item was cut into several tasks, which a program may keep whole.
type GoldTask struct {
	Quote
	Section  *string  `json:"section"`
	Lead     []string `json:"lead"`
	Support  []string `json:"support"`
	LeadFrom string   `json:"lead_from"`
	Split    bool     `json:"split"`
	Due      *struct {
		Value *string `json:"value"`
		Text  string  `json:"text"`
	} `json:"due"`
}

// GoldResult is a reported figure of the reference.
type GoldResult struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}

// plainGold is the shape with plain values.
type plainGold struct {
	File     string  `json:"file"`
	Kind     *string `json:"kind"`
	Symbol   *string `json:"symbol"`
	Issuer   *string `json:"issuer"`
	IssuedOn *string `json:"issued_on"`
	Place    *string `json:"place"`
	Title    *string `json:"title"`
	Secrecy  *string `json:"secrecy"`
	Urgency  *string `json:"urgency"`
	Signer   *person `json:"signer"`
	Rec      []named `json:"recipients"`
	Themes   []GoldTheme
	Cites    []GoldCitation `json:"citations"`
	Tasks    []GoldTask     `json:"tasks"`
	Neutral  []Quote        `json:"neutral"`
	Partial  bool           `json:"partial"`
	Results  []GoldResult   `json:"results"`
}

type person struct {
	Value     *string `json:"value"`
	Position  *string `json:"position"`
	Authority *string `json:"authority"`
}

type named struct {
	Text    string  `json:"text"`
	Purpose *string `json:"purpose"`
}

// ErrNoReference says that a gold folder holds no reference extraction. It may still hold chains.
var ErrNoReference = errors.New(`no reference extraction (*.json with "file") in it`)

// Load reads every gold file of a folder and its subfolders, in name order. Files that are no reference extractions
// (queries, links) are left out: a reference names its document in "file".
func Load(dir string) ([]Gold, error) {
	files, err := goldFiles(dir)
	if err != nil {
		return nil, err
	}
	var out []Gold
	for _, f := range files {
		g, ok, err := loadFile(f)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, g)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("gold folder %s: %w", dir, ErrNoReference)
	}
	return out, nil
}

func loadFile(path string) (Gold, bool, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Gold{}, false, fmt.Errorf("read gold: %w", err)
	}
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		return Gold{}, false, fmt.Errorf("gold %s: %w", path, err)
	}
	var keys map[string]json.RawMessage
	if len(whole) > 0 && whole[0] == '{' {
		if err := json.Unmarshal(data, &keys); err != nil {
			return Gold{}, false, fmt.Errorf("gold %s: %w", path, err)
		}
	}
	if keys["file"] == nil {
		return Gold{}, false, nil // a list, or a file of another sort
	}
	g := Gold{Name: path, Scored: map[string]bool{}, Scalars: map[string]string{}}
	var file string
	if keys["fields"] != nil {
		file, err = g.fromAnnotation(data)
	} else {
		file, err = g.fromPlain(data, keys)
	}
	if err != nil {
		return Gold{}, false, fmt.Errorf("gold %s: %w", path, err)
	}
	g.Source, err = findSource(path, file)
	return g, true, err
}

// findSource looks for the document beside the gold file, under the same name as text, in the folder that has the gold
// folder's name two levels up, and in the corpus folder beside the gold folders.
func findSource(gold, file string) (string, error) {
	dir, stem := filepath.Dir(gold), strings.TrimSuffix(filepath.Base(gold), ".json")
	up := filepath.Dir(filepath.Dir(dir))
	candidates := []string{
		filepath.Join(dir, stem), filepath.Join(dir, stem+".txt"), filepath.Join(dir, file),
		filepath.Join(up, filepath.Base(dir), file), filepath.Join(up, "corpus", filepath.Base(dir), file), filepath.Join(up, file),
		filepath.Join(filepath.Dir(up), filepath.Base(dir), file), filepath.Join(filepath.Dir(dir), "corpus", file),
	}
	for _, c := range candidates {
		if st, err := os.Stat(c); err == nil && !st.IsDir() {
			return c, nil
		}
	}
	return "", fmt.Errorf("gold %s: its document %s was looked for in %s and beside, and not found", gold, file, up)
}

// scalar fields and where a plain gold file keeps them.
func (p *plainGold) scalars() map[string]*string {
	m := map[string]*string{
		"kind": p.Kind, "symbol": p.Symbol, "issuer": p.Issuer, "issued_on": p.IssuedOn, "place": p.Place, "title": p.Title,
		"secrecy": p.Secrecy, "urgency": p.Urgency,
	}
	return m
}

func (g *Gold) fromPlain(data []byte, keys map[string]json.RawMessage) (string, error) {
	var p plainGold
	if err := json.Unmarshal(data, &p); err != nil {
		return "", err
	}
	for name, v := range p.scalars() {
		if keys[name] != nil {
			g.set(name, deref(v))
		}
	}
	if keys["signer"] != nil {
		s := p.Signer
		if s == nil {
			s = &person{}
		}
		g.set("signer", deref(s.Value))
		g.set("signer.position", deref(s.Position))
		g.set("signer.authority", deref(s.Authority))
	}
	for _, list := range []string{"recipients", "themes", "citations", "tasks", "results"} {
		g.Scored[list] = keys[list] != nil
	}
	g.Scored["tasks.due"] = speaksOfDue(keys["tasks"])
	for _, r := range p.Rec {
		if deref(r.Purpose) != "Lưu" && !strings.HasPrefix(r.Text, "Lưu") {
			g.Recipients = append(g.Recipients, r.Text)
		}
	}
	g.Themes, g.Citations, g.Tasks, g.Neutral, g.Results = p.Themes, p.Cites, p.Tasks, p.Neutral, p.Results
	g.Partial = p.Partial
	return p.File, nil
}

// speaksOfDue tells whether the tasks of a plain reference have the key of due dates, be it null.
func speaksOfDue(tasks json.RawMessage) bool {
	var list []map[string]json.RawMessage
	if json.Unmarshal(tasks, &list) != nil {
		return false
	}
	for _, t := range list {
		if t["due"] != nil {
			return true
		}
	}
	return false
}

func (g *Gold) set(field, value string) {
	g.Scored[field] = true
	g.Scalars[field] = value
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
