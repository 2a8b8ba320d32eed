package extract

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
)

// nullList matches a list that JSON shows as null.
var nullList = regexp.MustCompile(`"(?:warnings|recipients|themes|sections|citations|tasks|results|paragraphs|lead|support)":null`)

// checkDocument checks what is promised of every document: composed text, spans that quote it, no list that is null, and
// citations in the order of the text.
func checkDocument(t *testing.T, d *document.Document) {
	t.Helper()
	if !norm.NFC.IsNormalString(d.Text) || strings.ContainsRune(d.Text, '\r') {
		t.Error("the text is not NFC with plain line ends")
	}
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if at := nullList.FindIndex(raw); at != nil {
		t.Errorf("a list is null: %s", raw[at[0]:at[1]])
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	checkSpans(t, []rune(d.Text), "", tree)
	for i := 1; i < len(d.Citations); i++ {
		if d.Citations[i].Span.Start < d.Citations[i-1].Span.Start {
			t.Errorf("citation %d stands before the one before it", i)
		}
	}
	for i, c := range d.Citations {
		if c.Subject != nil && (*c.Subject < 0 || *c.Subject >= len(d.Citations) || *c.Subject == i) {
			t.Errorf("citation %d runs from %d", i, *c.Subject)
		}
	}
	for i, p := range d.Paragraphs {
		if p.Start >= p.End || i > 0 && p.Start < d.Paragraphs[i-1].End {
			t.Errorf("paragraph %d: %+v", i, p)
		}
	}
}

// checkSpans walks JSON and compares everything that has start, end and exact with the text.
func checkSpans(t *testing.T, text []rune, path string, v any) {
	t.Helper()
	switch v := v.(type) {
	case []any:
		for _, member := range v {
			checkSpans(t, text, path+"[]", member)
		}
	case map[string]any:
		if exact, ok := v["exact"].(string); ok {
			start, end := int(v["start"].(float64)), int(v["end"].(float64))
			if start < 0 || end > len(text) || start >= end || string(text[start:end]) != exact {
				t.Errorf("%s: %d to %d is not %q", path, start, end, exact)
			}
		}
		for name, member := range v {
			checkSpans(t, text, path+"."+name, member)
		}
	}
}
