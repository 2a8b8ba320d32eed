package rtf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// fonts is a font table with an old Vietnamese font, one with the Vietnamese character set, and one of symbols.
const fonts = `{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fnil .VnTime;}{\f2\fcharset163 Arial;}}`

func file(body string) []byte { return []byte(`{\rtf1\ansi\ansicpg1252\deff0` + fonts + body + `}`) }

// want reads a file and compares its text.
func want(t *testing.T, data []byte, content string) *document.Text {
	t.Helper()
	return readtest.Text(t, Reader{}, data, content)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", `một\par hai\par`, "một\nhai\n"},
		{"line ends of the file are none of the text", "a\r\nb\\par", "ab\n"},
		{"escaped braces", `\{a\\b\}\par`, "{a\\b}\n"},
		{"Unicode with its stand-in", `Vi\u7879?n\par`, "Việt"[:2] + "ện\n"},
		{"Unicode without one", `\uc0 Vi\u7879 n\par`, "Viện\n"},
		{"two bytes stand in", `\uc2\u7879\'81\'82x\par`, "ệx\n"},
		{"a negative number and a pair", `\u-3983?\u-10179?\u-8704?\par`, "\uf071😀\n"[3:]},
		{"bytes of Windows-1252", `caf\'e9 \ldblquote a\rdblquote\par`, "café “a”\n"},
		{"bytes of Windows-1258", `{\f2 Vi\'ea\'f2n}\par`, "Viện\n"},
		{"an old font", `{\f1 Vi\'d6n ki\'d3m s\'b8t}\par`, "Viện kiểm sát\n"},
		{"a soft hyphen that is a letter", `{\f1 tr\-ng d\'f4ng}\par`, "trưng dụng\n"},
		{"hidden and deleted", `a{\v b}{\deleted c}d\v0 e\par`, "ade\n"},
		{"capitals, raised", `{\caps Kế}{\super 2}\nosupersub x\par`, "KẾ²x\n"},
		{"line, tab, hyphen, no-break blank", `a\line b\tab c\_d\~e\par`, "a\nb\tc-d e\n"},
		{"a field", `{\field{\*\fldinst HYPERLINK "x"}{\fldrslt kết quả}} sau\par`, "kết quả sau\n"},
		{"what is no text", `{\info{\author A}}{\header đầu}{\pict 0102}{\*\unknown x}{\stylesheet{\s0 Normal;}}a\par`, "a\n"},
		{"a list number as Word wrote it", `{\listtext\pard\plain I.\tab}MỤC ĐÍCH\par{\pntext 1.\tab}a\par`, "I. MỤC ĐÍCH\n1. a\n"},
		{"a text box", `a{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv y}}{\shptxt hộp\par}}}b\par c\par`, "ab\nhộp\nc\n"},
		{"bytes of a picture", `a{\*\x\bin5 }}}}}b}c\par`, "ac\n"},
		{"text after the end", `a\par}{b`, "a\n"},
		{"a lone hyphen behind a word", `a\emdash-b\par`, "a—-b\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, file(c.body), c.want) })
	}
}

func TestTable(t *testing.T) {
	row := func(defs string, cells ...string) string {
		return `\trowd` + defs + `\pard\intbl ` + strings.Join(cells, `\cell `) + `\cell\row `
	}
	body := `trước\par` +
		row(`\trhdr\cellx1\cellx2\cellx3`, "TT", "Nội dung", "Chủ trì") +
		row(`\cellx1\cellx2\clvmgf\cellx3`, "1", "Rà soát", "Sở A") +
		row(`\cellx1\cellx2\clvmrg\cellx3`, "2", `Tập\par huấn`, "ẩn") +
		row(`\cellx1\clmgf\cellx2\clmrg\cellx3`, "I", "Nhóm", "") +
		`\pard sau\par`
	text := want(t, file(body), "trước\nTT | Nội dung | Chủ trì\n1 | Rà soát | Sở A\n2 | Tập huấn | \nI | Nhóm\nsau\n")
	if got := text.Tables[0].Rows[2].Cells[2].In(text.Content); got != "Sở A" {
		t.Errorf("the merged cell is %q", got)
	}
}

func TestNestedTable(t *testing.T) {
	body := `\trowd\cellx1\cellx2\pard\intbl TT\cell Nội dung\cell\row` +
		`\trowd\cellx1\cellx2\pard\intbl 1\cell \pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}` +
		`\pard\intbl\itap1 c\cell\row \trowd\cellx1\cellx2\pard\intbl 2\cell d\cell\row\trowd\cellx1\cellx2\pard\intbl 3\cell e\cell\row\pard\par`
	want(t, file(body), "TT | Nội dung\n1 | a b c\n2 | d\n3 | e\n")
}

func TestTwoTables(t *testing.T) {
	table := `\trowd\cellx1\cellx2\pard\intbl TT\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl 1\cell c\cell\row`
	text := want(t, file(table+`\pard\par`+table+`\pard\par`), "TT | b\n1 | c\nTT | b\n1 | c\n")
	if len(text.Tables) != 2 {
		t.Errorf("%d tables", len(text.Tables))
	}
}

func TestNotes(t *testing.T) {
	body := `của Đảng{\super\chftn{\footnote\pard\plain{\super\chftn} Kế hoạch số 48\par}}; m{\super 2}` +
		`{\chftn\footnote\pard hai}{\super *}{\footnote\pard {\super *} tự ghi}\par`
	text := want(t, file(body), "của Đảng¹; m²²*\n¹ Kế hoạch số 48\n² hai\n* tự ghi\n")
	if len(text.Notes) != 3 || text.Notes[0].Anchor.In(text.Content) != "¹" {
		t.Errorf("notes %+v", text.Notes)
	}
}

func TestBoldAndMeta(t *testing.T) {
	text := want(t, file(`{\info{\title K\u7871? ho\u7841?ch}{\author A}}{\b KẾ HOẠCH}\par a{\b b\b0 c\plain d}\par`), "KẾ HOẠCH\nabcd\n")
	var got []string
	for _, e := range text.Emphasis {
		got = append(got, e.In(text.Content))
	}
	if !slices.Equal(got, []string{"KẾ HOẠCH", "b"}) {
		t.Errorf("bold %q", got)
	}
	if text.Meta["title"] != "Kế hoạch" || text.Meta["author"] != "A" {
		t.Errorf("meta %q", text.Meta)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       read.Reason
	}{
		{"cut off", `{\rtf1 a\par {b`, read.Truncated},
		{"deep", `{\rtf1 ` + strings.Repeat("{", 500), read.TooDeep},
	} {
		_, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(c.data)}, read.Limits{})
		if got := read.ReasonOf(err); got != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestScanner(t *testing.T) {
	s := scanner{data: []byte(`{\b0 x\'e9\'zz\u-12?\*\a-`)}
	var got []string
	for {
		tok := s.next()
		if tok.kind == tokenEnd {
			break
		}
		switch tok.kind {
		case tokenOpen:
			got = append(got, "{")
		case tokenWord:
			word := tok.word
			if tok.has {
				word += "#"
			}
			got = append(got, word)
		default:
			got = append(got, string(rune(tok.b)))
		}
	}
	if want := []string{"{", "b#", "x", "é", "'", "u#", "?", "*", "a", "-"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func seeds() map[string][]byte {
	return map[string][]byte{
		"a.rtf": file(`{\b K\u7871?}{\f1 s\'b8t}\par\trowd\cellx1\cellx2\pard\intbl TT\cell b\cell\row\trowd\clvmrg\cellx1\cellx2` +
			`\pard\intbl 1\cell \itap2 c\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}d\cell\row\pard x{\chftn\footnote n}` +
			`{\shp{\*\shpinst{\shptxt h\par}}}{\field{\*\fldinst X}{\fldrslt y}}\par`),
	}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds()) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds()) }

func TestOldFonts(t *testing.T) {
	readtest.OldFonts(t, func(t *testing.T, font, western string) string {
		var b strings.Builder
		for _, r := range western {
			if code, ok := charmap.Windows1252.EncodeRune(r); ok && r >= 0x80 {
				fmt.Fprintf(&b, `\'%02x`, code)
			} else if r >= 0x80 {
				fmt.Fprintf(&b, `\u%d?`, r)
			} else {
				b.WriteRune(r)
			}
		}
		data := []byte(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil\fcharset0 ` + font + `;}}\f0 ` + b.String() + `\par}`)
		res, err := Reader{}.Read(t.Context(), read.Source{Data: data}, read.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Text.Content
	})
}
