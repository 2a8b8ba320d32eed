package plain

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

const tcvn3 = "Vi\xd6n ki\xd3m s\xb8t nh\xa9n d\xa9n t\xe8i cao h\xad\xedng d\xc9n thùc hi\xd6n"

// wide writes UTF-16, little endian.
func wide(s string, mark bool) []byte {
	var out []byte
	if mark {
		out = append(out, 0xff, 0xfe)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, want string
		data       []byte
		warned     bool
	}{
		{"as it is", "a  b \n\n c\t\n", []byte("a  b \n\n c\t\n"), false},
		{"nothing trimmed or joined", " x\n\n\n1\n", []byte(" x\n\n\n1\n"), false},
		{"the mark of byte order", "Chỉ thị", []byte("\xef\xbb\xbfChỉ thị"), false},
		{"line ends of Windows and of old Macs", "a\nb\nc", []byte("a\r\nb\rc"), false},
		{"decomposed letters", "Viện", []byte("Vie\u0323\u0302n"), false},
		{"UTF-16 with its mark", "Chỉ thị số 02", wide("Chỉ thị số 02", true), false},
		{"UTF-16 without", "Chi thi so 02 cua Vien", wide("Chi thi so 02 cua Vien", false), false},
		{"a broken byte in a long text", strings.Repeat("a", 3000) + "\ufffd", []byte(strings.Repeat("a", 3000) + "\xff"), true},
		{"old text saved as Unicode is kept", "ViÖn kiÓm s¸t nh©n d©n", []byte("ViÖn kiÓm s¸t nh©n d©n"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, warnings, err := Decode(c.data)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
			if (len(warnings) > 0) != c.warned {
				t.Errorf("warnings %q", warnings)
			}
		})
	}
}

func TestDecodeOldBytes(t *testing.T) {
	data := []byte(strings.ReplaceAll(tcvn3, "ù", "\xf9"))
	got, warnings, err := Decode(data)
	if err != nil || got != "Viện kiểm sát nhân dân tối cao hướng dẫn thực hiện" {
		t.Errorf("got %q, %v", got, err)
	}
	if len(warnings) != 1 || !strings.Contains(warnings[0], "tcvn3") {
		t.Errorf("warnings %q", warnings)
	}
}

func TestDecodeRefuses(t *testing.T) {
	_, _, err := Decode([]byte("Le caf\xe9 est ferm\xe9, d\xe9j\xe0, for\xeat pr\xe8s"))
	if read.ReasonOf(err) != read.UnknownEncoding {
		t.Errorf("got %v", err)
	}
}

const page = `---
title: "Nghị quyết số 16-NQ/TW"
date: 2026-07-21
tags:
  - Nghị quyết
  - 'Bộ Chính trị'
empty:
---

# NGHỊ QUYẾT

**Số: 16-NQ/TW**

| TT | Nội dung | Chủ trì |
|---|:---:|---|
| 1 | Rà soát | Sở A |
| 2 | Tập \| huấn | |

Hết.
`

func TestMarkdown(t *testing.T) {
	res, err := Reader{}.Read(t.Context(), read.Source{Name: "a.md", Data: []byte(page)}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	text := res.Text
	if text.Content != page || !text.Wrapped {
		t.Error("the content is not the file")
	}
	wantMeta := map[string]string{"title": "Nghị quyết số 16-NQ/TW", "date": "2026-07-21", "tags": "Nghị quyết, Bộ Chính trị"}
	if !reflect.DeepEqual(text.Meta, wantMeta) {
		t.Errorf("meta %q", text.Meta)
	}
	if len(text.Furniture) != 1 || !strings.HasPrefix(page[text.Furniture[0].End:], "\n# NGHỊ") {
		t.Errorf("furniture %v", text.Furniture)
	}
	if len(text.Emphasis) != 1 || text.Emphasis[0].In(page) != "Số: 16-NQ/TW" {
		t.Errorf("emphasis %v", text.Emphasis)
	}
	if len(text.Tables) != 1 {
		t.Fatalf("%d tables", len(text.Tables))
	}
	var cells [][]string
	for _, row := range text.Tables[0].Rows {
		var line []string
		for _, c := range row.Cells {
			line = append(line, c.In(page))
		}
		cells = append(cells, line)
	}
	want := [][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "Rà soát", "Sở A"}, {"2", `Tập \| huấn`, ""}}
	if !reflect.DeepEqual(cells, want) {
		t.Errorf("cells %q", cells)
	}
	if !text.Tables[0].Rows[0].Header || text.Tables[0].Rows[1].Header {
		t.Error("the first row is the head")
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		name, content string
		end           int
	}{
		{"none", "# a\n", 0},
		{"never closed", "---\na: b\n", 0},
		{"a rule further down", "a\n---\nb\n---\n", 0},
		{"empty", "---\n---\nx", 8},
		{"one line", "---\na: b\n---\nx", 13},
	} {
		if got := frontMatter(c.content); got != (document.Range{End: c.end}) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func seeds() map[string][]byte {
	return map[string][]byte{
		"page.md": []byte(page), "utf16.txt": wide("Chỉ thị số 02/CT-VKSTC", true), "tcvn3.txt": []byte(strings.ReplaceAll(tcvn3, "ù", "\xf9")),
	}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds()) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds()) }

// FuzzContent checks the promise of plain text: valid UTF-8 comes out as it went in, composed, with plain line ends.
func FuzzContent(f *testing.F) {
	f.Add(page)
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		if read.LooksUTF16([]byte(s)[:min(len(s), 4096)]) != nil || strings.HasPrefix(s, "\ufeff") {
			t.Skip("another encoding")
		}
		got, _, err := Decode([]byte(s))
		want := norm.NFC.String(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
		if err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	})
}

// Text in UTF-16 is read back, with its mark and without, in whichever order the bytes stand.
func TestUTF16IsReadBack(t *testing.T) {
	for _, text := range []string{"Kế hoạch số 15/KH-UBND", "Chỉ thị về phòng, chữa cháy rừng mùa khô", "𝔸 ngoài mặt phẳng, Việt Nam"} {
		little := wide(text, true)
		big := make([]byte, len(little))
		for i := 0; i+1 < len(little); i += 2 {
			big[i], big[i+1] = little[i+1], little[i]
		}
		for name, data := range map[string][]byte{"little": little, "big": big} {
			if got, _, err := Decode(data); err != nil || got != text {
				t.Errorf("%s end first: %q (%v), want %q", name, got, err, text)
			}
		}
	}
}

func TestWindowEndsAtALetter(t *testing.T) {
	long := strings.Repeat("ế", 10_000)
	for name, s := range map[string]string{"short": "ế", "long": long, "long, a byte later": "a" + long} {
		if got := window(s); !utf8.ValidString(got) || !strings.HasPrefix(s, got) || len(got) > 16<<10 || len(got) < min(len(s), 16<<10-utf8.UTFMax) {
			t.Errorf("%s: %d of %d bytes", name, len(got), len(s))
		}
	}
}
