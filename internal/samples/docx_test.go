package samples

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpusIsMadeFromSources fails where a DOCX of the corpus is not what its source gives: run go generate.
func TestCorpusIsMadeFromSources(t *testing.T) {
	made := 0
	for _, in := range sourceFiles(t) {
		out := filepath.Join(testdata, "corpus", strings.TrimSuffix(in, ".txt")+".docx")
		want, err := os.ReadFile(out)
		if errors.Is(err, os.ErrNotExist) {
			continue // a source of a PDF
		}
		if err != nil {
			t.Fatal(err)
		}
		made++
		if got := set(t, in); !bytes.Equal(got, want) {
			t.Errorf("%s differs from what testdata/source/%s gives: run go generate ./internal/samples", out, in)
		}
	}
	if made < 4 {
		t.Errorf("%d DOCX files in the corpus, at least 4 wanted", made)
	}
}

func TestDOCXHoldsWhatTheSourceSays(t *testing.T) {
	docx := set(t, "chain1/9215-kh-bnn-ln.txt")
	document, footnotes := part(t, docx, "word/document.xml"), part(t, docx, "word/footnotes.xml")
	cases := []struct{ name, in, want string }{
		{"list numbers are computed", document, `<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>`},
		{"a merge starts", document, `<w:vMerge w:val="restart"/>`},
		{"a merge goes on", document, `<w:vMerge/>`},
		{"the head row is marked", document, `<w:tblHeader/>`},
		{"a footnote is referred to", document, `<w:footnoteReference w:id="1"/>`},
		{"a footnote is there", footnotes, `Thông tư số 25/2019/TT-BNNPTNT`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(c.in, c.want) {
				t.Errorf("no %s", c.want)
			}
		})
	}
	if strings.Contains(document, "II. NHIỆM VỤ") {
		t.Error("a list number is written in the text")
	}
}

func TestDOCXIsWellFormed(t *testing.T) {
	for _, in := range sourceFiles(t) {
		if !strings.HasSuffix(in, ".txt") {
			continue
		}
		docx := set(t, in)
		for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml"} {
			d := xml.NewDecoder(strings.NewReader(part(t, docx, name)))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %s: %v", in, name, err)
				}
			}
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteDOCXTellsOfAFailedWrite(t *testing.T) {
	src, err := Parse(strings.Repeat("Kính gửi: Sở Tài chính\n", 2000))
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteDOCX(brokenWriter{}, src); !errors.Is(err, os.ErrClosed) {
		t.Errorf("got %v, want the writer's error", err)
	}
}

// set makes the DOCX of a source.
func set(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(testdata, "source", name))
	if err != nil {
		t.Fatal(err)
	}
	src, err := Parse(string(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var b bytes.Buffer
	if err := WriteDOCX(&b, src); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.Bytes()
}

// part reads one part of a DOCX.
func part(t *testing.T, docx []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
