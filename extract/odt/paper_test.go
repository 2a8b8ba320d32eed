package odt

import (
	"encoding/xml"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// TestCells covers merging in both directions and what stands in cells.
func TestCells(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		want [][]string
	}{
		{"plain", []string{row(td("", p("TT")), td("", p("Việc"))), row(td("", p("1")), td("", p("a")))}, [][]string{{"TT", "Việc"}, {"1", "a"}}},
		{
			"down three rows",
			[]string{
				row(td("", p("TT")), td("", p("Đơn vị"))), row(td("", p("1")), td(`table:number-rows-spanned="3"`, p("Sở A"))),
				row(td("", p("2")), covered), row(td("", p("3")), covered),
			},
			[][]string{{"TT", "Đơn vị"}, {"1", "Sở A"}, {"2", "Sở A"}, {"3", "Sở A"}},
		},
		{
			"over two columns",
			[]string{row(td("", p("TT")), td(`table:number-columns-spanned="2"`, p("Thời gian")), covered, td("", p("Đơn vị"))), row(td("", p("1")), td("", p("x")), td("", p("y")), td("", p("A")))},
			[][]string{{"TT", "Thời gian", "Thời gian", "Đơn vị"}, {"1", "x", "y", "A"}},
		},
		{"several paragraphs", []string{row(td("", p("TT")), td("", p("Việc"))), row(td("", p("1")), td("", p("một")+p("hai")))}, [][]string{{"TT", "Việc"}, {"1", "một hai"}}},
		{"an empty row", []string{row(td("", p("TT")), td("", p("Việc"))), row(td("", p("")), td("", "")), row(td("", p("1")), td("", p("a")))}, [][]string{{"TT", "Việc"}, {"1", "a"}}},
		{"rows in a group", []string{row(td("", p("TT")), td("", p("Việc"))), `<table:table-rows>` + row(td("", p("1")), td("", p("a"))) + `</table:table-rows>`}, [][]string{{"TT", "Việc"}, {"1", "a"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			readtest.Table(t, Reader{}, build(t, `<table:table>`+strings.Join(c.rows, "")+`</table:table>`, nil), c.want)
		})
	}
}

// TestWholePaper reads a plan as LibreOffice saves it.
func TestWholePaper(t *testing.T) {
	note := `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>` + p("Kế hoạch số 48") + `</text:note-body></text:note>`
	body := `<table:table>` + row(td("", p("UBND TỈNH SƠN LA")+p("SỞ Y TẾ")), td("", p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")+p("Độc lập - Tự do - Hạnh phúc"))) +
		row(td("", p("Số: 12/KH-SYT")), td("", p("Sơn La, ngày 05 tháng 01 năm 2024"))) + `</table:table>` +
		p("") + p("KẾ HOẠCH") + p("Thực hiện Chỉ thị") + list("L", p("MỤC ĐÍCH")+list("", p("Nâng cao"+note+" chất lượng."), p("Đúng hạn."))) +
		`<table:table>` + row(td("", p("Nơi nhận:")+p("- Bộ Y tế;")+p("- Lưu: VT.")), td("", p("GIÁM ĐỐC")+p("Lê Minh An"))) + `</table:table>`
	text := want(t, build(t, body, nil), `UBND TỈNH SƠN LA
SỞ Y TẾ
Số: 12/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Thực hiện Chỉ thị
I. MỤC ĐÍCH
1. Nâng cao¹ chất lượng.
2. Đúng hạn.
Nơi nhận:
- Bộ Y tế;
- Lưu: VT.
GIÁM ĐỐC
Lê Minh An
¹ Kế hoạch số 48
`)
	if len(text.Tables) != 0 || len(text.Notes) != 1 || text.Wrapped {
		t.Errorf("%d data tables, %d notes, wrapped %v", len(text.Tables), len(text.Notes), text.Wrapped)
	}
}

// TestParagraphsComeBack writes any words as paragraphs, in several runs, and wants the words back.
func TestParagraphsComeBack(t *testing.T) {
	escape := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
		return b.String()
	}
	word := rapid.SampledFrom([]string{"là", "Kế", "hoạch", "số", "15/KH-UBND", "và", "à", "A&B", "<5%", "“thi đua”", "1.", "ạ", "Ỡ"})
	rapid.Check(t, func(rt *rapid.T) {
		var body, content strings.Builder
		for range rapid.IntRange(1, 5).Draw(rt, "paragraphs") {
			words := rapid.SliceOfN(word, 1, 8).Draw(rt, "words")
			inner := ""
			for i, w := range words {
				if i > 0 {
					inner += rapid.SampledFrom([]string{" ", "\n", "<text:s/>"}).Draw(rt, "blank")
				}
				runes := []rune(w)
				cut := rapid.IntRange(0, len(runes)).Draw(rt, "cut")
				inner += escape(string(runes[:cut])) + span("B", escape(string(runes[cut:])))
			}
			body.WriteString(p(inner))
			content.WriteString(strings.Join(words, " ") + "\n")
		}
		res, err := Reader{}.Read(t.Context(), read.Source{Data: build(t, body.String(), nil)}, read.Limits{})
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
