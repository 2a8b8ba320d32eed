package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

// container writes a ZIP with parts of one byte.
func container(t testing.TB, names ...string) []byte {
	t.Helper()
	return containing(t, "x", names...)
}

// containing writes a ZIP with uncompressed parts of that content.
func containing(t testing.TB, part string, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		content := part
		if name == "mimetype" {
			content = ODT
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ole writes the start of a compound file with one stream's name in it.
func ole(stream string) []byte {
	b := make([]byte, 1024)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for i, u := range utf16.Encode([]rune(stream)) {
		binary.LittleEndian.PutUint16(b[512+2*i:], u)
	}
	return b
}

func TestSniff(t *testing.T) {
	docx := container(t, "[Content_Types].xml", "word/document.xml")
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"docx", "a", docx, DOCX},
		{"docx under another name", "a.pdf", docx, DOCX},
		{"docx cut off", "a.docx", docx[:len(docx)/2], DOCX},
		{"xlsx", "a", container(t, "xl/workbook.xml"), XLSX},
		{"pptx", "a", container(t, "ppt/presentation.xml"), PPTX},
		{"odt", "a", container(t, "mimetype", "content.xml"), ODT},
		{"zip", "a.docx", container(t, "kế hoạch.txt"), ZIP},
		{"zip of a folder that is called word", "a", container(t, "xword/a.txt"), ZIP},
		{"zip that holds an Office file as it is", "a.zip", containing(t, string(docx), "gửi kèm/87.docx"), ZIP},
		{"empty zip", "a", container(t), ZIP},
		{"doc", "a", ole("WordDocument"), DOC},
		{"xls", "a", ole("Workbook"), XLS},
		{"ppt", "a", ole("PowerPoint Document"), PPT},
		{"encrypted docx", "a.docx", ole("EncryptedPackage"), EncryptedOffice},
		{"other compound file", "a", ole("Contents"), OLE},
		{"pdf", "a", []byte("%PDF-1.7\n"), PDF},
		{"pdf behind junk", "a", []byte("\r\n\r\n%PDF-1.4\n"), PDF},
		{"rtf", "a.doc", []byte(`{\rtf1\ansi`), RTF},
		{"html", "a.txt", []byte("  <!DOCTYPE html><html>"), HTML},
		{"html without a head", "a", []byte("<!-- x -->\n<div class='a'>"), HTML},
		{"html with a mark", "a", []byte("\xef\xbb\xbf<html>"), HTML},
		{"a plan that speaks of tags", "a.txt", []byte("Dùng <b> và <i>"), Plain},
		{"png", "a.pdf", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), PNG},
		{"text", "a", []byte("CHỈ THỊ\nVề việc"), Plain},
		{"text of one line", "", []byte("x"), Plain},
		{"text in TCVN3", "a.txt", []byte("Vi\xd6n ki\xd3m s\xb8t"), Plain},
		{"text in UTF-16", "a.txt", []byte("\xff\xfeC\x00h\x00i\x00"), Plain},
		{"markdown by its front matter", "a", []byte("---\ntitle: x\n---\n"), Markdown},
		{"markdown by its name", "a.md", []byte("# a"), Markdown},
		{"markdown by its headings", "a", []byte("# a\n## b\n## c\n"), Markdown},
		{"csv", "a.csv", []byte("a,b\n1,2\n"), CSV},
		{"mail", "a", []byte("From: a@b\r\nTo: c@d\r\nSubject: x\r\n\r\nhi"), Mail},
		{"a letter is no mail", "a.txt", []byte("Kính gửi: Sở A\nSố: 12\n"), Plain},
		{"rar", "a", []byte("Rar!\x1a\x07\x01\x00"), RAR},
		{"7z", "a", []byte("7z\xbc\xaf\x27\x1c"), SevenZip},
		{"gzip", "a", []byte("\x1f\x8b\x08\x00"), GZIP},
		{"binary", "a", []byte{0, 1, 2, 3, 4, 5, 6, 7}, Octets},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Sniff(Source{Name: c.file, Data: c.data}); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestLooksUTF16(t *testing.T) {
	for _, c := range []struct {
		data string
		want binary.ByteOrder
	}{
		{"a\x00b\x00c\x00", binary.LittleEndian}, {"\x00a\x00b\x00c", binary.BigEndian}, {"abcdef", nil}, {"a", nil}, {"\x00\x00\x00\x00", nil},
	} {
		if got := LooksUTF16([]byte(c.data)); got != c.want {
			t.Errorf("%q: %v", c.data, got)
		}
	}
}

func FuzzSniff(f *testing.F) {
	f.Add("a.docx", container(f, "word/document.xml"))
	f.Add("a.doc", ole("WordDocument"))
	f.Add("a.eml", []byte("From: a\nTo: b\nSubject: c\n\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got := Sniff(Source{Name: name, Data: data})
		if got == "" || strings.ContainsAny(got, "; ") {
			t.Errorf("media type %q", got)
		}
	})
}
