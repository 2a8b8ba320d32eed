package extract_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/read"
)

// zipped makes a ZIP container of the parts, in name order.
func zipped(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// word makes a DOCX of a body.
func word(t *testing.T, body string) []byte {
	t.Helper()
	return zipped(t, map[string]string{
		"[Content_Types].xml":          `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":                  `<Relationships/>`,
		"word/_rels/document.xml.rels": `<Relationships/>`,
		"word/document.xml":            body,
	})
}

// open makes an ODT of a content; its media type stands first, as it is, for what looks at the first bytes alone.
func open(t *testing.T, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{{"mimetype", read.ODT}, {"content.xml", content}} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// nested repeats an opening n times, then says something, then closes all.
func nested(n int, begin, end string) string {
	return strings.Repeat(begin, n) + "nội dung" + strings.Repeat(end, n)
}

// page makes a PDF of one page with the given objects behind its tree.
func page(t *testing.T, count string, extra ...string) []byte {
	t.Helper()
	objects := append([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count " + count + "/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"}, extra...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func deflated(t *testing.T, text string, times int) string {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	for range times {
		if _, err := z.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Files made to hurt end in a reason, soon and without taking much memory. Reasons apart, a text is an answer too: HTML
// of any depth is a page.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("makes and reads large files")
	}
	const deep = 200_000
	xml := `<w:document xmlns:w="w"><w:body>`
	bomb := deflated(t, strings.Repeat(" ", 1<<20), 80)
	cases := []struct {
		name string
		file string
		data []byte
		want []read.Reason // "" for a text
	}{
		{"DOCX of 80 MB", "a.docx", word(t, xml+strings.Repeat("<w:p/>", 80<<20/6)), []read.Reason{read.ExpandsTooMuch}},
		{"DOCX nested without end", "a.docx", word(t, xml+nested(deep, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")), []read.Reason{read.TooDeep}},
		{"DOCX with a laughing entity", "a.docx", word(t, `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`+xml+"<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"), []read.Reason{read.Damaged}},
		{"ODT nested without end", "a.odt", open(t, "<document-content>"+nested(deep, "<list><list-item>", "</list-item></list>")), []read.Reason{read.TooDeep, read.Damaged}},
		{"ODT with a row repeated a billion times", "a.odt", open(t, `<document-content><body><text><table><table-row number-rows-repeated="1000000000"><table-cell number-columns-repeated="1000000000"><p>a</p></table-cell></table-row></table></text></body></document-content>`), []read.Reason{"", read.TooDeep, read.ExpandsTooMuch}},
		{"ODT with a billion blanks", "a.odt", open(t, `<document-content><body><text><p>a<s c="1000000000"/>b</p></text></body></document-content>`), []read.Reason{"", read.ExpandsTooMuch}},
		{"RTF nested without end", "a.rtf", []byte(`{\rtf1 ` + nested(deep, "{", "}") + "}"), []read.Reason{read.TooDeep}},
		{"RTF with tables in tables", "a.rtf", []byte(`{\rtf1 ` + strings.Repeat(`\intbl\itap9999 a\cell\nestrow`, deep/10) + "}"), []read.Reason{"", read.TooDeep}},
		{"RTF with a binary part longer than the file", "a.rtf", []byte(`{\rtf1 nội dung\par \bin2000000000 x}`), []read.Reason{"", read.Truncated, read.Damaged}},
		{"HTML nested without end", "a.html", []byte("<html><body>" + nested(deep, "<div>", "</div>")), []read.Reason{"", read.TooDeep, read.Damaged}},
		{"HTML of a million lists", "a.html", []byte("<html><body>" + strings.Repeat("<ul><li><a href=x>nội dung</a>", 1000) + strings.Repeat("<table><tr><td>", 1000)), []read.Reason{"", read.TooDeep, read.Damaged}},
		{"HTML with cells over a billion columns", "a.html", []byte("<html><body><table>" + strings.Repeat(`<tr><td colspan=1000000000 rowspan=1000000000>nội dung</td></tr>`, 1000) + "</table>"), []read.Reason{""}},
		{"PDF with a page of 80 MB", "a.pdf", page(t, "1", fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(bomb), bomb)), []read.Reason{read.ExpandsTooMuch}},
		{"PDF of a billion pages", "a.pdf", page(t, "1000000000", "<</Length 0>>\nstream\n\nendstream"), []read.Reason{read.NoText, read.TooLarge, read.Damaged}},
		{"mail of parts in parts", "a.eml", []byte("From: a@b\nSubject: c\n" + strings.Repeat("Content-Type: multipart/mixed; boundary=x\n\n--x\n", 20_000) + "\nnội dung"), []read.Reason{"", read.TooDeep, read.Damaged, read.Truncated, read.ExpandsTooMuch}},
		{"CSV of one quoted cell", "a.csv", []byte(`a,b,c` + "\n" + `"` + strings.Repeat("x,", 4<<20)), []read.Reason{"", read.Damaged, read.Truncated}},
		{"text of one line", "a.txt", bytes.Repeat([]byte("nội dung "), 1<<20), []read.Reason{""}},
	}
	readers := extract.Readers()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			res, err := readers.Read(t.Context(), read.Source{Name: c.file, Data: c.data}, read.Limits{Timeout: time.Minute, MaxExpanded: 64 << 20})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			t.Logf("%v, %d MiB taken in all: %v", took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, err)
			if err == nil && strings.TrimSpace(res.Text.Content) == "" {
				t.Error("neither text nor error")
			}
			if !slices.Contains(c.want, read.ReasonOf(err)) {
				t.Errorf("got %v, want one of %q", err, c.want)
			}
			if took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
