package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// A file that is not read is told why, and what a person may do about it.
func TestHints(t *testing.T) {
	for _, c := range []struct {
		name, file string
		data       []byte
		reason     Reason
		hint       string
	}{
		{"an old workbook", "a.xls", ole("Workbook"), UnsupportedFormat, "XLSX"},
		{"old slides", "a.ppt", ole("PowerPoint Document"), UnsupportedFormat, "PDF"},
		{"slides", "a.pptx", part(t, "ppt/presentation.xml", "<p/>"), UnsupportedFormat, "PDF"},
		{"an open workbook", "a.ods", part(t, "mimetype", ODS), UnsupportedFormat, "XLSX"},
		{"an archive to be read as one file", "a.zip", part(t, "a.txt", "x"), UnsupportedFormat, "unpack"},
		{"an encrypted document", "a.docx", ole("EncryptedPackage"), Encrypted, "password"},
		{"a page under the name of a PDF", "a.pdf", []byte("<html><body>404 Not Found</body></html>"), NotWhatItSays, "saved or downloaded"},
		{"a program", "a.exe", append([]byte("MZ"), make([]byte, 200)...), UnsupportedFormat, ""},
		{"noise", "a.bin", []byte("\x00\x01\x02\xff\xfe\x00\x00\x07"), UnsupportedFormat, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var g Registry
			g.Register(gives("x"), Plain, HTML, PDF, DOCX)
			_, err := g.Read(t.Context(), Source{Name: c.file, Data: c.data}, Limits{})
			var e *Error
			if !errors.As(err, &e) || e.Reason != c.reason || !strings.Contains(e.Hint, c.hint) || e.Path != c.file {
				t.Errorf("got %#v", err)
			}
		})
	}
}

func TestPromised(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf": PDF, "thư mục/A.DOCX": DOCX, "a.b.rar": RAR, "a.eml": Mail, "a.txt": "", "a": "", ".pdf": PDF, "a.docx/": "",
	} {
		if got := Promised(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// part makes a ZIP container of one stored part.
func part(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
