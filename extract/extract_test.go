package extract

import (
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
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

// TestPlainTextIsTheFile checks that the text of a plain-text file is the file, composed and with plain line ends, and that
// nothing of it was moved, joined or left out.
func TestPlainTextIsTheFile(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"as it is", "BỘ Y TẾ\nSố: 1/KH-BYT\n\n\nKẾ HOẠCH\n", "BỘ Y TẾ\nSố: 1/KH-BYT\n\n\nKẾ HOẠCH\n"},
		{"line ends of Windows", "một\r\nhai\r\n", "một\nhai\n"},
		{"line ends of old machines", "một\rhai", "một\nhai"},
		{"a mark of byte order", "\ufeffmột", "một"},
		{"decomposed letters", "Vie\u0302\u0323t", "Việt"},
		{"page numbers and footnotes stay", "Đảng¹\n2\n¹ Kế hoạch\n", "Đảng¹\n2\n¹ Kế hoạch\n"},
		{"blanks stay", "  a \t b\u00a0\n", "  a \t b\u00a0\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, "a.txt", []byte(c.file))
			if d.Text != c.want {
				t.Errorf("got %q, want %q", d.Text, c.want)
			}
			checkDocument(t, d)
		})
	}
}

// TestSourceIsDescribed checks what is said of a file: its media type by its bytes, its digest, and lists that are no null.
func TestSourceIsDescribed(t *testing.T) {
	for _, c := range []struct {
		name, mediaType string
		data            []byte
	}{
		{"a.txt", "text/plain", saved["txt"](t, []string{"KẾ HOẠCH"})},
		{"a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", saved["docx"](t, []string{"KẾ HOẠCH"})},
		{"a.html", "text/html", saved["html"](t, []string{"KẾ HOẠCH"})},
		{"a.rtf", "application/rtf", saved["rtf"](t, []string{"KẾ HOẠCH"})},
		{"named-otherwise.pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", saved["docx"](t, []string{"KẾ HOẠCH"})},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, c.name, c.data)
			if d.Source.MediaType != c.mediaType || d.Source.Path != c.name || d.Source.OCR {
				t.Errorf("source %+v", d.Source)
			}
			if len(d.Source.SHA256) != 64 || d.ID != d.Source.SHA256[:idLen] {
				t.Errorf("id %q of digest %q", d.ID, d.Source.SHA256)
			}
			if again := extracted(t, "b", c.data); again.ID != d.ID {
				t.Errorf("the id %q depends on the name: %q", d.ID, again.ID)
			}
			checkDocument(t, d)
		})
	}
}

// TestUnreadableFilesAreNamed checks that a file that cannot be read gives a reason and no document.
func TestUnreadableFilesAreNamed(t *testing.T) {
	docx := saved["docx"](t, []string{"KẾ HOẠCH"})
	for _, c := range []struct {
		name string
		data []byte
	}{{"empty.txt", nil}, {"cut.docx", docx[:len(docx)/2]}, {"cut.pdf", []byte("%PDF-1.7\n")}, {"program.exe", []byte("MZ\x90\x00\x03\x00\x00\x00\x04\x00")}} {
		t.Run(c.name, func(t *testing.T) {
			d, err := New(Options{}).Extract(t.Context(), c.name, c.data)
			if err == nil || read.ReasonOf(err) == "" || d != nil {
				t.Errorf("%+v, %v", d, err)
			}
		})
	}
}

// TestNewsPageHasNoDayOfIssue checks that a page's day orders it in time and is none of issue.
func TestNewsPageHasNoDayOfIssue(t *testing.T) {
	d := extracted(t, "tin.txt", []byte("Khối thi đua tổng kết công tác năm 2023\n\n30/11/2023 13:35\n\nNgày 29/11/2023, Khối thi đua tổ chức Hội nghị tổng kết công tác.\n\nPV\n"))
	if d.Kind == nil || d.Kind.Value != "tin_bai" || d.IssuedOn != nil || d.Day() != "2023-11-30" || d.URN != "" {
		t.Errorf("kind %+v, issued %+v, day %q, name %q", d.Kind, d.IssuedOn, d.Day(), d.URN)
	}
}

// stumbling is a reader whose text points at what is not there, which no rule expects.
type stumbling struct{}

func (stumbling) Read(context.Context, read.Source, read.Limits) (*read.Result, error) {
	beyond := document.Range{Start: 50, End: 90}
	return &read.Result{Text: &document.Text{Content: "x", Tables: []document.Table{{Range: beyond, Rows: []document.Row{{Range: beyond}}}}}}, nil
}

func TestAStumblingRuleCostsOneFile(t *testing.T) {
	d, err := New(Options{Reader: stumbling{}}).Extract(t.Context(), "bad.txt", []byte("x"))
	if d != nil || err == nil || !strings.Contains(err.Error(), "bad.txt") {
		t.Errorf("got %v, %v; want an error that names the file", d, err)
	}
}
