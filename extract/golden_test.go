package extract

import (
	"bytes"
	"encoding/json"
	"html"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/internal/golden"
	"github.com/soichi/soichi/internal/samples"
)

const testdata = "../testdata"

// corpus lists the documents of testdata/corpus by their stems.
func corpus(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testdata, "corpus", "*", "*"))
	if err != nil || len(files) < 30 {
		t.Fatalf("%d documents in the corpus: %v", len(files), err)
	}
	out := map[string]string{}
	for _, file := range files {
		stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		if out[stem] != "" {
			t.Fatalf("%s and %s have one stem", out[stem], file)
		}
		out[stem] = file
	}
	return out
}

func bytesOf(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func extracted(t *testing.T, name string, data []byte) *document.Document {
	t.Helper()
	d, err := New(Options{}).Extract(t.Context(), name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// compact writes what was extracted, without the text and what only repeats it, one value or list member a line, so that
// a change of one value is one changed line.
func compact(t *testing.T, d *document.Document) string {
	t.Helper()
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	for _, leave := range []string{"id", "source", "text", "sections", "paragraphs"} {
		delete(all, leave)
	}
	var b bytes.Buffer
	b.WriteString("{")
	for i, name := range slices.Sorted(maps.Keys(all)) {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n" + strconv.Quote(name) + ": ")
		var list []json.RawMessage
		if json.Unmarshal(all[name], &list) != nil || len(list) == 0 {
			b.Write(all[name])
			continue
		}
		for j, member := range list {
			b.WriteString([]string{"[\n  ", ",\n  "}[min(j, 1)])
			b.Write(member)
		}
		b.WriteString("\n]")
	}
	b.WriteString("\n}\n")
	return b.String()
}

// TestCorpusGolden holds everything that is taken out of the invented documents. A change of a rule shows here as the
// values that it changes.
func TestCorpusGolden(t *testing.T) {
	files := corpus(t)
	for stem, file := range files {
		t.Run(stem, func(t *testing.T) {
			d := extracted(t, filepath.Base(file), bytesOf(t, file))
			checkDocument(t, d)
			golden.Compare(t, filepath.Join(testdata, "golden", "extract", stem+".json"), compact(t, d))
		})
	}
	kept, _ := filepath.Glob(filepath.Join(testdata, "golden", "extract", "*.json"))
	for _, file := range kept {
		if files[strings.TrimSuffix(filepath.Base(file), ".json")] == "" {
			t.Errorf("%s belongs to no document of the corpus", file)
		}
	}
}

// saved are the formats that a test can write, each from paragraphs.
var saved = map[string]func(t *testing.T, paragraphs []string) []byte{
	"txt": func(_ *testing.T, paragraphs []string) []byte { return []byte(strings.Join(paragraphs, "\n")) },
	"docx": func(t *testing.T, paragraphs []string) []byte {
		var src samples.Source
		for _, p := range paragraphs {
			if p != "" {
				src.Blocks = append(src.Blocks, samples.Block{Kind: samples.Paragraph, Text: p})
			}
		}
		var b bytes.Buffer
		if err := samples.WriteDOCX(&b, src); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	},
	"html": func(_ *testing.T, paragraphs []string) []byte {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Văn bản</title></head><body>\n")
		for _, p := range paragraphs {
			if p != "" {
				b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
			}
		}
		b.WriteString("</body></html>\n")
		return []byte(b.String())
	},
	"rtf": func(_ *testing.T, paragraphs []string) []byte {
		var b strings.Builder
		b.WriteString("{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0 Times New Roman;}}\n")
		for _, p := range paragraphs {
			if p == "" {
				continue
			}
			b.WriteString("\\pard ")
			for _, r := range p {
				switch {
				case strings.ContainsRune("\\{}", r):
					b.WriteString("\\" + string(r))
				case r < 0x80:
					b.WriteRune(r)
				default:
					b.WriteString("\\u" + strconv.Itoa(int(r)) + "?")
				}
			}
			b.WriteString("\\par\n")
		}
		b.WriteString("}")
		return []byte(b.String())
	},
}

// summary gives the fields and tasks of a document without places, which differ from format to format.
func summary(d *document.Document) []string {
	var out []string
	add := func(name string, parts ...string) { out = append(out, name+": "+strings.Join(parts, " | ")) }
	kind, symbol, issuer, on := identity(d)
	add("identity", kind, symbol, issuer, on, d.Day(), string(d.URN))
	for name, f := range map[string]*document.Field{"place": d.Place, "title": d.Title, "secrecy": d.Secrecy, "urgency": d.Urgency} {
		if f != nil {
			add(name, strings.ReplaceAll(f.Value, "\n", " "))
		}
	}
	if s := d.Signer; s != nil {
		add("signer", s.Value, string(s.Position), string(s.Authority))
	}
	for _, r := range d.Recipients {
		add("recipient", r.Text, string(r.Purpose))
	}
	for _, k := range d.Tasks {
		due := ""
		if k.Due != nil {
			due = string(k.Due.Value) + " " + k.Due.Text + " " + string(k.Due.Recurrence)
		}
		add("task", strings.Join(strings.Fields(k.Text), " "), string(k.Section), strings.Join(k.Lead, "; "), strings.Join(k.Support, "; "), due)
	}
	slices.Sort(out)
	return out
}

// printedLines is the one plain-text document whose lines are broken as in print, so that a line is no paragraph of it.
const printedLines = "745-bnn-ln"

// TestSameInEveryFormat saves each plain-text document of the corpus in the other formats: its paragraphs are the same,
// so what is taken out of them has to be.
func TestSameInEveryFormat(t *testing.T) {
	for stem, file := range corpus(t) {
		if filepath.Ext(file) != ".txt" || stem == printedLines {
			continue
		}
		paragraphs := strings.Split(string(bytesOf(t, file)), "\n")
		want := summary(extracted(t, stem+".txt", saved["txt"](t, paragraphs)))
		for _, format := range slices.Sorted(maps.Keys(saved)) {
			t.Run(stem+" "+format, func(t *testing.T) {
				d := extracted(t, stem+"."+format, saved[format](t, paragraphs))
				checkDocument(t, d)
				got := summary(d)
				for _, line := range want {
					if !slices.Contains(got, line) {
						t.Errorf("missing %s", line)
					}
				}
				for _, line := range got {
					if !slices.Contains(want, line) {
						t.Errorf("more    %s", line)
					}
				}
			})
		}
	}
}
