package samples

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
)

const testdata = "../../testdata"

// gold is a reference extraction as testdata/gold/README.md describes it.
type gold struct {
	File       string                        `json:"file"`
	Kind       string                        `json:"kind"`
	Symbol     *string                       `json:"symbol"`
	Issuer     *string                       `json:"issuer"`
	IssuedOn   *string                       `json:"issued_on"`
	Published  *string                       `json:"published_on"`
	Place      *string                       `json:"place"`
	Title      *string                       `json:"title"`
	Signer     *goldSigner                   `json:"signer"`
	Secrecy    *string                       `json:"secrecy"`
	Urgency    *string                       `json:"urgency"`
	Recipients []goldRecipient               `json:"recipients"`
	Themes     []struct{ Kind, Text string } `json:"themes"`
	Citations  []goldCitation                `json:"citations"`
	Tasks      []goldTask                    `json:"tasks"`
	Neutral    []struct{ Text string }       `json:"neutral"`
	Results    []goldResult                  `json:"results"`
}

type goldSigner struct {
	Value     string  `json:"value"`
	Position  *string `json:"position"`
	Authority *string `json:"authority"`
}

type goldRecipient struct {
	Text    string  `json:"text"`
	Purpose *string `json:"purpose"`
}

type goldCitation struct {
	Exact     string              `json:"exact"`
	Kind      string              `json:"kind"`
	Symbol    *string             `json:"symbol"`
	Issuer    *string             `json:"issuer"`
	IssuedOn  *string             `json:"issued_on"`
	Provision *document.Provision `json:"provision"`
	Relation  document.Relation   `json:"relation"`
	Subject   string              `json:"subject"`
	Optional  bool                `json:"optional"`
}

type goldTask struct {
	Text        string        `json:"text"`
	Section     *string       `json:"section"`
	Lead        []string      `json:"lead"`
	Support     []string      `json:"support"`
	Due         *document.Due `json:"due"`
	Deliverable *string       `json:"deliverable"`
}

type goldResult struct {
	Exact   string  `json:"exact"`
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Period  *string `json:"period"`
}

// quotes lists every string of the reference that must stand in the document as it is.
func (g *gold) quotes() []string {
	var out []string
	add := func(ss ...*string) {
		for _, s := range ss {
			if s != nil && *s != "" {
				out = append(out, *s)
			}
		}
	}
	add(g.Symbol, g.Place, g.Title)
	if g.Signer != nil {
		add(&g.Signer.Value)
	}
	for _, r := range g.Recipients {
		add(&r.Text, r.Purpose)
	}
	for _, th := range g.Themes {
		out = append(out, th.Text)
	}
	for _, c := range g.Citations {
		out = append(out, c.Exact)
	}
	for _, n := range g.Neutral {
		out = append(out, n.Text)
	}
	for _, r := range g.Results {
		out = append(out, r.Exact)
	}
	for _, k := range g.Tasks {
		out = append(append(append(out, k.Text), k.Lead...), k.Support...)
		add(k.Deliverable)
		if k.Due != nil {
			out = append(out, k.Due.Text)
		}
	}
	return out
}

func TestGoldStandsInItsDocument(t *testing.T) {
	for _, name := range corpusFiles(t) {
		t.Run(name, func(t *testing.T) {
			g := readGold(t, name)
			if g.File != filepath.Base(name) {
				t.Errorf("the reference is of %s", g.File)
			}
			text := fold(plainText(t, name))
			for _, q := range g.quotes() {
				if !strings.Contains(text, fold(q)) {
					t.Errorf("not in the document: %q", q)
				}
			}
			for _, c := range g.Citations {
				if !slices.Contains(document.Relations(), c.Relation) {
					t.Errorf("%q has the unknown relation %q", c.Exact, c.Relation)
				}
			}
		})
	}
}

func TestCorpusIsWide(t *testing.T) {
	files, kinds, formats := corpusFiles(t), map[string]int{}, map[string]int{}
	for _, name := range files {
		formats[filepath.Ext(name)]++
		kinds[readGold(t, name).Kind]++
	}
	if len(files) < 24 {
		t.Errorf("%d documents, at least 24 wanted", len(files))
	}
	for ext, least := range map[string]int{".txt": 8, ".md": 2, ".html": 2, ".docx": 4, ".pdf": 2} {
		if formats[ext] < least {
			t.Errorf("%d documents of format %s, at least %d wanted", formats[ext], ext, least)
		}
	}
	for _, kind := range []string{"chi_thi", "ke_hoach", "bao_cao", "quyet_dinh", "cong_van", "cong_dien", "thong_bao", "tin_bai"} {
		if kinds[kind] == 0 {
			t.Errorf("no %s", kind)
		}
	}
}

func TestEveryReferenceHasItsDocument(t *testing.T) {
	files := corpusFiles(t)
	golds, err := filepath.Glob(filepath.Join(testdata, "gold", "chain*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(golds) != len(files) {
		t.Errorf("%d references for %d documents", len(golds), len(files))
	}
}

func readGold(t *testing.T, name string) gold {
	t.Helper()
	var g gold
	decode(t, filepath.Join("gold", strings.TrimSuffix(name, filepath.Ext(name))+".json"), &g)
	return g
}

// decode reads a JSON file of testdata and allows no field that the type lacks.
func decode(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(testdata, name))
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// corpusFiles lists the documents by their path under testdata/corpus.
func corpusFiles(t *testing.T) []string { return glob(t, "corpus") }

// sourceFiles lists the sources by their path under testdata/source.
func sourceFiles(t *testing.T) []string { return glob(t, "source") }

func glob(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(testdata, folder, "chain*", "*"))
	if err != nil || len(found) == 0 {
		t.Fatalf("nothing in testdata/%s: %v", folder, err)
	}
	for i, f := range found {
		found[i], err = filepath.Rel(filepath.Join(testdata, folder), f)
		if err != nil {
			t.Fatal(err)
		}
		found[i] = filepath.ToSlash(found[i])
	}
	return found
}

var (
	lineMark  = regexp.MustCompile(`(?m)^(?:[!>^] |[#*][1-4] )`)
	noteMark  = regexp.MustCompile(`\[\^\d+\]`)
	htmlBreak = regexp.MustCompile(`(?i)<(?:br|/p|/td|/tr|/li|/h\d|/div|/th)[^>]*>`)
	htmlTag   = regexp.MustCompile(`<[^>]+>`)
)

// plainText gives the words of a document: of the file itself where it is text, else of its source, without the marks.
func plainText(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(testdata, "corpus", name)
	if ext := filepath.Ext(name); ext == ".docx" || ext == ".pdf" {
		stem := filepath.Join(testdata, "source", strings.TrimSuffix(name, ext))
		path = stem + ".txt"
		if _, err := os.Stat(path); err != nil {
			path = stem + ".html"
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if filepath.Ext(path) == ".html" {
		text = html.UnescapeString(htmlTag.ReplaceAllString(htmlBreak.ReplaceAllString(text, "\n"), ""))
	}
	return noteMark.ReplaceAllString(lineMark.ReplaceAllString(text, ""), "")
}

// fold makes two writings of a passage equal that differ in blanks, marks of emphasis, case or composition.
func fold(s string) string {
	s = strings.ReplaceAll(norm.NFC.String(s), "**", "")
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return strings.NewReplacer(" /", "/", "- ", "-").Replace(s)
}
