package docx

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// override makes a list of the first abstract list with changes of its own.
func override(id, changes string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="0"/>` + changes + `</w:num></w:numbering>`
}

// TestListOverrides covers what a list may change of the list that it rests on (ECMA-376 part 1, 17.9.8).
func TestListOverrides(t *testing.T) {
	for _, c := range []struct{ name, why, change, body, want string }{
		{
			"another start", "only the number at which the level begins",
			`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>`,
			item("8", "0", "a") + item("8", "0", "b"), "III. a\nIV. b\n",
		},
		{
			"another look", "a whole level of its own",
			`<w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:lvlOverride>`,
			item("8", "1", "a") + item("8", "1", "b"), "(a) a\n(b) b\n",
		},
		{
			"look and start", "the start of the override goes before that of its level",
			`<w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl></w:lvlOverride>`,
			item("8", "1", "a") + item("8", "1", "b"), "7) a\n8) b\n",
		},
		{
			"another level untouched", "an override of one level leaves the others",
			`<w:lvlOverride w:ilvl="2"><w:startOverride w:val="4"/></w:lvlOverride>`,
			item("8", "1", "a") + item("8", "2", "b"), "1. a\nd) b\n",
		},
		{
			"a level that no list has", "an index out of bounds is left out",
			`<w:lvlOverride w:ilvl="12"><w:startOverride w:val="4"/></w:lvlOverride>`,
			item("8", "0", "a"), "I. a\n",
		},
		{
			"begun once", "the list goes on with its abstract list after it began",
			`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`,
			item("1", "0", "a") + item("8", "0", "b") + item("8", "0", "c"), "I. a\nI. b\nII. c\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			numbers := strings.Replace(numberingPart, "</w:numbering>", override("8", c.change), 1)
			want(t, build(t, c.body, map[string]string{"word/numbering.xml": numbers}), c.want)
			if t.Failed() {
				t.Log(c.why)
			}
		})
	}
}

// TestNumberFormats covers the formats of numbers of Vietnamese papers and what stands between number and text.
func TestNumberFormats(t *testing.T) {
	for _, c := range []struct{ name, level, want string }{
		{"an article", `<w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/>`, "Điều 4. a\nĐiều 5. b\n"},
		{"a chapter", `<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Chương %1"/>`, "Chương I a\nChương II b\n"},
		{"small Roman numbers", `<w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%1)"/>`, "(i) a\n(ii) b\n"},
		{"capital letters", `<w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/>`, "A. a\nB. b\n"},
		{"two digits", `<w:start w:val="9"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%1/"/>`, "09/ a\n10/ b\n"},
		{"nothing behind it", `<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1-"/><w:suff w:val="nothing"/>`, "1-a\n2-b\n"},
		{"a blank behind it", `<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:suff w:val="space"/>`, "1. a\n2. b\n"},
		{"a dash", `<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>`, "- a\n- b\n"},
		{"a plus", `<w:numFmt w:val="bullet"/><w:lvlText w:val="+"/>`, "+ a\n+ b\n"},
		{"a circle", `<w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>`, "◦ a\n◦ b\n"},
		{"no number", `<w:numFmt w:val="none"/><w:lvlText w:val=""/>`, "a\nb\n"},
		{"no start", `<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>`, "0. a\n1. b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			numbers := `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">` + c.level + `</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
			want(t, build(t, item("1", "0", "a")+item("1", "0", "b"), map[string]string{"word/numbering.xml": numbers}), c.want)
		})
	}
}

// TestMergedCells covers merging in both directions: each row of the data has a cell for every column.
func TestMergedCells(t *testing.T) {
	const start, goesOn = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	wide := func(n string) string { return `<w:gridSpan w:val="` + n + `"/>` }
	for _, c := range []struct {
		name string
		rows []string
		want [][]string
	}{
		{
			"down two rows",
			[]string{tr(tc("", p("TT")), tc("", p("Đơn vị"))), tr(tc("", p("1")), tc(start, p("Sở A"))), tr(tc("", p("2")), tc(goesOn, p("")))},
			[][]string{{"TT", "Đơn vị"}, {"1", "Sở A"}, {"2", "Sở A"}},
		},
		{
			"down three rows in the first column",
			[]string{tr(tc("", p("Nhóm")), tc("", p("Việc")), tc("", p("Hạn"))), tr(tc(start, p("I")), tc("", p("a")), tc("", p("x"))), tr(tc(goesOn, p("")), tc("", p("b")), tc("", p("y"))), tr(tc(goesOn, p("")), tc("", p("c")), tc("", p("z")))},
			[][]string{{"Nhóm", "Việc", "Hạn"}, {"I", "a", "x"}, {"I", "b", "y"}, {"I", "c", "z"}},
		},
		{
			"two merged cells one under the other",
			[]string{tr(tc("", p("TT")), tc("", p("Đơn vị"))), tr(tc("", p("1")), tc(start, p("A"))), tr(tc("", p("2")), tc(goesOn, "")), tr(tc("", p("3")), tc(start, p("B"))), tr(tc("", p("4")), tc(goesOn, ""))},
			[][]string{{"TT", "Đơn vị"}, {"1", "A"}, {"2", "A"}, {"3", "B"}, {"4", "B"}},
		},
		{
			"over two columns",
			[]string{tr(tc("", p("TT")), tc(wide("2"), p("Thời gian")), tc("", p("Đơn vị"))), tr(tc("", p("1")), tc("", p("x")), tc("", p("y")), tc("", p("A")))},
			[][]string{{"TT", "Thời gian", "Thời gian", "Đơn vị"}, {"1", "x", "y", "A"}},
		},
		{
			"over columns and rows",
			[]string{tr(tc("", p("TT")), tc("", p("a")), tc("", p("b"))), tr(tc("", p("1")), tc(wide("2")+start, p("chung"))), tr(tc("", p("2")), tc(wide("2")+goesOn, ""))},
			[][]string{{"TT", "a", "b"}, {"1", "chung"}, {"2", "chung"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			readtest.Table(t, Reader{}, build(t, `<w:tbl>`+strings.Join(c.rows, "")+`</w:tbl>`, nil), c.want)
		})
	}
}

// TestTrackedChanges covers what Word keeps of changes that nobody has accepted: the text is as if all were.
func TestTrackedChanges(t *testing.T) {
	del := func(text string) string { return `<w:del><w:r><w:delText>` + text + `</w:delText></w:r></w:del>` }
	ins := func(text string) string { return `<w:ins>` + r("", text) + `</w:ins>` }
	for _, c := range []struct{ name, body, want string }{
		{"a number exchanged", `<w:p>` + r("", "Số: ") + del("12") + ins("15") + r("", "/KH-UBND") + `</w:p>`, "Số: 15/KH-UBND\n"},
		{"a word half changed", `<w:p>` + r("", "Kế ho") + del("ach") + ins("ạch") + `</w:p>`, "Kế hoạch\n"},
		{"put in, then taken out", `<w:p>` + r("", "a") + `<w:ins>` + del("b") + `</w:ins>` + r("", "c") + `</w:p>`, "ac\n"},
		{"moved", `<w:p><w:moveFrom>` + r("", "việc") + `</w:moveFrom>` + r("", "một ") + `<w:moveTo>` + r("", "việc") + `</w:moveTo></w:p>`, "một việc\n"},
		{"a paragraph taken out", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + del("bỏ") + `</w:p>` + p("giữ"), "giữ\n"},
		{"a paragraph put in", `<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>` + ins("thêm") + `</w:p>`, "thêm\n"},
		{"a row put in", `<w:tbl>` + tr(tc("", p("TT")), tc("", p("b"))) + `<w:tr><w:trPr><w:ins/></w:trPr>` + tc("", p("1")) + tc("", p("c")) + `</w:tr></w:tbl>`, "TT | b\n1 | c\n"},
		{"properties changed", `<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>` + r("", "a") + `</w:p>`, "a\n"},
		{"a comment", `<w:p>` + r("", "a") + `<w:commentRangeStart w:id="0"/>` + r("", "b") + `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`, "ab\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want(t, build(t, c.body, map[string]string{"word/numbering.xml": numberingPart}), c.want)
		})
	}
}

// TestWholePaper reads a plan as Word sets it: letterhead and foot in tables without borders, lists that Word numbers, a
// table of tasks, a footnote.
func TestWholePaper(t *testing.T) {
	lines := func(texts ...string) string {
		var b strings.Builder
		for _, text := range texts {
			b.WriteString(p(text))
		}
		return b.String()
	}
	body := `<w:tbl>` + tr(tc("", lines("UBND TỈNH SƠN LA", "SỞ Y TẾ")), tc("", lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))) +
		tr(tc("", p("Số: 12/KH-SYT")), tc("", p("Sơn La, ngày 05 tháng 01 năm 2024"))) + `</w:tbl>` +
		p("") + p("KẾ HOẠCH") + p("Thực hiện Chỉ thị số 01/CT-BYT") + p("") +
		item("1", "0", "MỤC ĐÍCH") + item("1", "1", "Nâng cao chất lượng.") + item("1", "0", "NHIỆM VỤ") + item("1", "1", "Khám bệnh:") +
		item("1", "2", "tại xã;") + item("1", "2", "tại tỉnh.") +
		`<w:p><w:r><w:t>Theo phong trào</w:t><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>` +
		`<w:tbl>` + tr(tc("", p("TT")), tc("", p("Nội dung")), tc("", p("Đơn vị"))) + tr(tc("", p("1")), tc("", p("Tập huấn")), tc("", p("Phòng Nghiệp vụ Y"))) + `</w:tbl>` +
		`<w:tbl>` + tr(tc("", lines("Nơi nhận:", "- Bộ Y tế;", "- Lưu: VT.")), tc("", lines("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lê Minh An"))) + `</w:tbl>`
	text := want(t, build(t, body, map[string]string{"word/numbering.xml": numberingPart, "word/footnotes.xml": notesPart}), `UBND TỈNH SƠN LA
SỞ Y TẾ
Số: 12/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Thực hiện Chỉ thị số 01/CT-BYT
I. MỤC ĐÍCH
1. Nâng cao chất lượng.
II. NHIỆM VỤ
1. Khám bệnh:
a) tại xã;
b) tại tỉnh.
Theo phong trào¹.
TT | Nội dung | Đơn vị
1 | Tập huấn | Phòng Nghiệp vụ Y
Nơi nhận:
- Bộ Y tế;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Lê Minh An
¹ Kế hoạch số 48
`)
	if len(text.Tables) != 1 || len(text.Notes) != 1 || text.Wrapped {
		t.Errorf("%d data tables, %d notes, wrapped %v", len(text.Tables), len(text.Notes), text.Wrapped)
	}
}

// TestListsCount draws lists of any levels and checks that every item is there, in order, behind a label.
func TestListsCount(t *testing.T) {
	parts := map[string]string{"word/numbering.xml": numberingPart, "word/styles.xml": styleSheet}
	rapid.Check(t, func(rt *rapid.T) {
		levels := rapid.SliceOfN(rapid.IntRange(0, 4), 1, 12).Draw(rt, "levels")
		var body strings.Builder
		for i, level := range levels {
			body.WriteString(item("1", string(rune('0'+level)), "việc "+string(rune('a'+i))))
		}
		res, err := Reader{}.Read(t.Context(), read.Source{Data: build(t, body.String(), parts)}, read.Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(res.Text.Content, "\n"), "\n")
		if len(lines) != len(levels) {
			rt.Fatalf("%d lines for %d items: %q", len(lines), len(levels), lines)
		}
		for i, line := range lines {
			if label, ok := strings.CutSuffix(line, "việc "+string(rune('a'+i))); !ok || label == "" {
				rt.Errorf("item %d of level %d is %q", i, levels[i], line)
			}
		}
		if err := readtest.Check(&read.Result{Text: &document.Text{Content: res.Text.Content, Emphasis: res.Text.Emphasis}}); err != nil {
			rt.Error(err)
		}
	})
}
