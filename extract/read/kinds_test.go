package read

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// utf16Of writes a text as programs of Windows save it.
func utf16Of(text string, order binary.ByteOrder, mark bool) []byte {
	var out []byte
	if mark {
		text = "\ufeff" + text
	}
	for _, u := range utf16.Encode([]rune(text)) {
		b := make([]byte, 2)
		order.PutUint16(b, u)
		out = append(out, b...)
	}
	return out
}

// TestTexts covers what is plain text by its bytes, which only their form tells apart.
func TestTexts(t *testing.T) {
	mail := "Return-Path: <a@b.vn>\r\nReceived: from x\r\n\tby y\r\nSubject: =?utf-8?Q?a?=\r\n\r\nKính gửi"
	for _, c := range []struct{ name, file, data, want string }{
		{"a page behind a declaration and a comment", "a", "<?xml version=\"1.0\"?>\n<!-- x\ny -->\n<HTML lang=vi>", HTML},
		{"a page that begins with its style", "a.htm", "<style>p{}</style><p>a", HTML},
		{"a table cut out of a page", "a", "<table border=1><tr><td>a", HTML},
		{"a heading cut out of a page", "a", "<h2>KẾ HOẠCH</h2>", HTML},
		{"XML that is no page", "a", "<?xml version=\"1.0\"?><urn><a/></urn>", Plain},
		{"a word that begins like an element", "a", "<hình 1> Sơ đồ", Plain},
		{"mail with a field over two lines", "a", mail, Mail},
		{"mail behind the line of a mailbox", "a", "From a@b Mon Nov 1\nFrom: a@b\nTo: c@d\nDate: x\n\na", Mail},
		{"two fields and the name of a mail", "a.eml", "From: a@b\nSubject: x\n\na", Mail},
		{"two fields without the name", "a.txt", "From: a@b\nSubject: x\n\na", Plain},
		{"fields that are none", "a", "Số: 12/KH-UBND\nTo: x\nFrom: y\nSubject: z", Plain},
		{"an archive of a page", "a.mht", "From: <Saved>\nMIME-Version: 1.0\n\na", Mail},
		{"Markdown with two marks", "a", "# a\n## b\ntext", Plain},
		{"Markdown by its table", "a", "# a\n| a | b |\n|---|---|\n## c\n", Markdown},
		{"front matter that never ends", "a", "---\ntitle: x\n", Plain},
		{"Markdown by its name, but no UTF-8", "a.md", "Vi\xd6n ki\xd3m s\xb8t nh\xa9n", Plain},
		{"tabs", "a.TSV", "a\tb\n", CSV},
		{"a list under the name of a table", "a.csv", "- một\n- hai\n", CSV},
		{"a form feed and a vertical tab", "a", "KẾ HOẠCH\f\v1", Plain},
		{"a few letters of VISCII on control codes", "a", strings.Repeat("nh\xe2n d\xe2n ", 20) + "\x02\x05", Plain},
		{"many of them", "a", "\x02\x05\x06\x14\x19 abc", Octets},
		{"UTF-16, big end first", "a", string(utf16Of("CHỈ THỊ", binary.BigEndian, true)), Plain},
		{"UTF-16 without a mark", "a", string(utf16Of("CHI THI SO 12", binary.LittleEndian, false)), Plain},
		{"a page in UTF-16", "a", string(utf16Of("<html><body>a", binary.LittleEndian, true)), HTML},
		{"RTF behind a mark and blanks", "a.txt", "\xef\xbb\xbf \r\n{\\rtf1 a}", RTF},
		{"PDF far behind junk", "a", strings.Repeat("x", 1100) + "%PDF-1.4", Plain},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Sniff(Source{Name: c.file, Data: []byte(c.data)}); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// TestPictures covers the pictures that scanners and telephones make, whatever their name.
func TestPictures(t *testing.T) {
	for want, data := range map[string]string{
		JPEG: "\xff\xd8\xff\xe0\x00\x10JFIF\x00", PNG: "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", GIF: "GIF89a\x01\x00\x01\x00",
		BMP: "BM\x3a\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00", TIFF: "II*\x00\x08\x00\x00\x00",
		WEBP: "RIFF\x24\x00\x00\x00WEBPVP8 ",
	} {
		for _, name := range []string{"a", "a.pdf", "a.docx"} {
			if got := Sniff(Source{Name: name, Data: []byte(data)}); got != want {
				t.Errorf("%s: got %s, want %s", name, got, want)
			}
		}
	}
	if got := Sniff(Source{Data: []byte("MM\x00*\x00\x00\x00\x08")}); got != TIFF {
		t.Errorf("the other TIFF: %s", got)
	}
}

// TestOfficeParts covers containers by what they hold, in whichever order, cut off or not.
func TestOfficeParts(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []string
		want  string
	}{
		{"properties first", []string{"docProps/app.xml", "_rels/.rels", "word/document.xml"}, DOCX},
		{"a document whose main part has another name", []string{"word/document2.xml"}, DOCX},
		{"a workbook whose main part has another name", []string{"xl/worksheets/sheet1.xml"}, XLSX},
		{"slides without their main part", []string{"ppt/slides/slide1.xml"}, PPTX},
		{"papers in an archive", []string{"1. Kế hoạch.docx", "2. Phụ lục.xlsx"}, ZIP},
		{"a folder called Word", []string{"Word/a.txt"}, ZIP},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := container(t, c.parts...)
			if got := Sniff(Source{Data: data}); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			for n := 4; n < 30; n++ { // nothing but the beginning of the first header
				if got := Sniff(Source{Data: data[:n]}); got != ZIP {
					t.Fatalf("%d bytes: %s", n, got)
				}
			}
		})
	}
	for _, c := range []struct{ mimetype, want string }{{ODT, ODT}, {ODS, ODS}, {"application/epub+zip", "application/epub+zip"}, {"application/x-other", ZIP}} {
		if got := Sniff(Source{Data: part(t, "mimetype", c.mimetype)}); got != c.want {
			t.Errorf("%s: got %s, want %s", c.mimetype, got, c.want)
		}
	}
}

// TestCompoundFiles covers the container that Word, Excel and locked papers share.
func TestCompoundFiles(t *testing.T) {
	both := append(ole("EncryptedPackage"), ole("WordDocument")[512:]...)
	if got := Sniff(Source{Data: both}); got != EncryptedOffice {
		t.Errorf("a locked paper: %s", got)
	}
	if got := Sniff(Source{Data: ole("Book")}); got != XLS {
		t.Errorf("an old workbook: %s", got)
	}
	if got := Sniff(Source{Data: ole("WordDocumentX")}); got != OLE {
		t.Errorf("a name that only begins so: %s", got)
	}
	if got := Sniff(Source{Data: ole("")[:8]}); got != OLE {
		t.Errorf("the mark alone: %s", got)
	}
}

// TestBreaks covers which files are refused for their name, and which are only called by another one.
func TestBreaks(t *testing.T) {
	for _, c := range []struct {
		name, file, is string
		readable, want bool
	}{
		{"as it says", "a.pdf", PDF, true, false},
		{"a name that promises nothing", "a.bin", PDF, true, false},
		{"a PDF under the name of Word", "a.docx", PDF, true, false},
		{"a picture under the name of a PDF", "a.pdf", JPEG, true, false},
		{"an error page saved as a PDF", "a.pdf", HTML, true, true},
		{"a text saved as a picture", "a.jpg", Plain, true, true},
		{"a page that Word saved", "a.doc", HTML, true, false},
		{"a text that Word saved", "a.rtf", Plain, true, false},
		{"a mail cut down to text", "a.eml", Plain, true, false},
		{"a program under the name of a paper", "a.docx", Executable, false, true},
		{"slides under their own name", "a.pptx", PPTX, false, false},
		{"a locked paper", "a.docx", EncryptedOffice, false, false},
	} {
		if got := breaks(Promised(c.file), c.is, c.readable); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestEveryReasonIsSaid holds that every reason has a sentence of its own and that errors keep it through wrapping.
func TestEveryReasonIsSaid(t *testing.T) {
	seen := map[string]Reason{}
	for _, r := range Reasons() {
		s := reasonText(r)
		if other, twice := seen[s]; twice || s == reasonText("") || strings.HasSuffix(s, ".") {
			t.Errorf("%s says %q, as %s", r, s, other)
		}
		seen[s] = r
		if got := ReasonOf(errors.Join(errBroken, Fail(r, "x"))); got != r {
			t.Errorf("%s became %q", r, got)
		}
	}
	if ReasonOf(errBroken) != "" || ReasonOf(nil) != "" {
		t.Error("a reason out of nothing")
	}
}

// TestPanicSite holds that a trace without the line of the panic is no cause for another panic.
func TestPanicSite(t *testing.T) {
	for _, c := range []struct{ stack, want string }{
		{"", "an unknown place"},
		{"goroutine 1\npanic(x)\n\t/go/panic.go:1", "an unknown place"},
		{"goroutine 1 [running]:\npanic({0x1})\n\t/go/src/runtime/panic.go:7 +0x1\nmain.f()\n\t/src/a/b.go:12 +0x2", "b.go:12"},
	} {
		if got := panicSite([]byte(c.stack)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
