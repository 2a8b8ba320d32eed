package rtf

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// escape writes text as Word does: what is not ASCII as a code with a stand-in.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\\' || r == '{' || r == '}':
			b.WriteString("\\" + string(r))
		case r < 0x80:
			b.WriteRune(r)
		case r > 0xffff:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%d?\u%d?`, int16(0xd800+(r>>10)), int16(0xdc00+(r&0x3ff))) //nolint:gosec // RTF writes codes as signed 16-bit numbers
		default:
			fmt.Fprintf(&b, `\u%d?`, int16(r)) //nolint:gosec // as above
		}
	}
	return b.String()
}

// TestGroups covers what a group keeps to itself and what it hands on.
func TestGroups(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"hidden ends with its group", `a{\v b{c}}d\par`, "ad\n"},
		{"hidden by a number", `\v1 a\v0 b\par`, "b\n"},
		{"a font ends with its group", `{\f1 Vi\'d6n} caf\'e9\par`, "Viện café\n"},
		{"the stand-in's length ends with its group", `{\uc0\u7879}\u7879?\par`, "ệệ\n"},
		{"plain ends what stood before", `\caps\plain Kế\par`, "Kế\n"},
		{"a deep group", strings.Repeat("{", 40) + "a" + strings.Repeat("}", 40) + `\par`, "a\n"},
		{"an unknown destination", `{\*\cokhong a{b}c}d\par`, "d\n"},
		{"an unknown word", `\cokhong12 a\par`, "a\n"},
		{"a word with a minus", `\li-360 a\par`, "a\n"},
		{"a word at a line end", "\\b\na\\b0\nb\\par", "ab\n"},
		{"capital letters by word", `\caps kế hoạch số\caps0  một\par`, "KẾ HOẠCH SỐ một\n"},
		{"quotes and dashes", `\lquote a\rquote  \endash  b \emdash  c\bullet d\par`, "‘a’ – b — c•d\n"},
		{"a page break", `a\par\page b\par`, "a\nb\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, file(escapeLetters(c.body)), c.want) })
	}
}

// escapeLetters writes the Vietnamese letters of a test's RTF as codes and leaves its words alone.
func escapeLetters(rtf string) string {
	var b strings.Builder
	for _, r := range rtf {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			b.WriteString(escape(string(r)))
		}
	}
	return b.String()
}

// TestCells covers merging and what stands in cells.
func TestCells(t *testing.T) {
	row := func(defs string, cells ...string) string {
		return `\trowd` + defs + `\pard\intbl ` + escapeLetters(strings.Join(cells, `\cell `)) + `\cell\row `
	}
	head := row(`\cellx1\cellx2\cellx3`, "TT", "Nội dung", "Chủ trì")
	for _, c := range []struct {
		name, body string
		want       [][]string
	}{
		{"plain", head + row(`\cellx1\cellx2\cellx3`, "1", "a", "b"), [][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "a", "b"}}},
		{
			"down three rows", head + row(`\cellx1\cellx2\clvmgf\cellx3`, "1", "a", "Sở A") + row(`\cellx1\cellx2\clvmrg\cellx3`, "2", "b", "") + row(`\cellx1\cellx2\clvmrg\cellx3`, "3", "c", ""),
			[][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "a", "Sở A"}, {"2", "b", "Sở A"}, {"3", "c", "Sở A"}},
		},
		{
			"over two columns", row(`\cellx1\clmgf\cellx2\clmrg\cellx3\cellx4`, "TT", "Thời gian", "", "Đơn vị") + row(`\cellx1\cellx2\cellx3\cellx4`, "1", "x", "y", "A"),
			[][]string{{"TT", "Thời gian", "Thời gian", "Đơn vị"}, {"1", "x", "y", "A"}},
		},
		{"several paragraphs", head + row(`\cellx1\cellx2\cellx3`, "1", `một\par hai`, "b"), [][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "một hai", "b"}}},
		{"cells without definitions", head + `\trowd\pard\intbl 1\cell a\cell b\cell\row `, [][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "a", "b"}}},
		{"an empty cell", head + row(`\cellx1\cellx2\cellx3`, "1", "", "b"), [][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "", "b"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			readtest.Table(t, Reader{}, file(c.body+`\pard\par`), c.want)
		})
	}
}

// TestWholePaper reads a plan as Word saves it: letterhead and foot in tables, list numbers in groups of their own, a
// footnote.
func TestWholePaper(t *testing.T) {
	pair := func(left, right string) string {
		return `\trowd\cellx1\cellx2\pard\intbl ` + left + `\cell ` + right + `\cell\row `
	}
	body := pair(`UBND TỈNH SƠN LA\par SỞ Y TẾ`, `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\par Độc lập - Tự do - Hạnh phúc`) +
		pair(`Số: 12/KH-SYT`, `Sơn La, ngày 05 tháng 01 năm 2024`) + `\pard\par\pard\qc{\b KẾ HOẠCH}\par Thực hiện Chỉ thị\par` +
		`\pard{\listtext\pard\plain I.\tab}MỤC ĐÍCH\par{\listtext\pard\plain 1.\tab}Nâng cao{\super\chftn{\footnote\pard\plain{\super\chftn} Kế hoạch số 48\par}} chất lượng.\par` +
		pair(`{\b Nơi nhận:}\par - Bộ Y tế;\par - Lưu: VT.`, `GIÁM ĐỐC\par\par Lê Minh An`) + `\pard\par`
	text := want(t, file(escapeLetters(body)), `UBND TỈNH SƠN LA
SỞ Y TẾ
Số: 12/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Thực hiện Chỉ thị
I. MỤC ĐÍCH
1. Nâng cao¹ chất lượng.
Nơi nhận:
- Bộ Y tế;
- Lưu: VT.
GIÁM ĐỐC
Lê Minh An
¹ Kế hoạch số 48
`)
	if len(text.Tables) != 0 || len(text.Notes) != 1 {
		t.Errorf("%d data tables, %d notes", len(text.Tables), len(text.Notes))
	}
}

// TestParagraphsComeBack writes any words as paragraphs, in several groups, and wants the words back.
func TestParagraphsComeBack(t *testing.T) {
	word := rapid.SampledFrom([]string{"là", "Kế", "hoạch", "số", "15/KH-UBND", "{a}", `b\c`, "đã", "“thi đua”", "1.", "😀", "ạ", "Ỡ", "5%"})
	rapid.Check(t, func(rt *rapid.T) {
		var body, content strings.Builder
		for range rapid.IntRange(1, 5).Draw(rt, "paragraphs") {
			words := rapid.SliceOfN(word, 1, 8).Draw(rt, "words")
			for i, w := range words {
				if i > 0 {
					body.WriteString(" ")
				}
				runes := []rune(w)
				cut := rapid.IntRange(0, len(runes)).Draw(rt, "cut")
				body.WriteString(escape(string(runes[:cut])) + `{\b ` + escape(string(runes[cut:])) + "}")
			}
			body.WriteString("\\par\n")
			content.WriteString(strings.Join(words, " ") + "\n")
		}
		res, err := Reader{}.Read(t.Context(), read.Source{Data: file(body.String())}, read.Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		if res.Text.Content != content.String() {
			rt.Errorf("%s\ngot  %q\nwant %q", body.String(), res.Text.Content, content.String())
		}
		if err := readtest.Check(res); err != nil {
			rt.Error(err)
		}
	})
}
