package docx

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// build writes a DOCX of a body and further parts. The relations are there as the library asks for them.
func build(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml":          `<Types/>`,
		"_rels/.rels":                  `<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships/>`,
		"word/document.xml":            `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
	}
	maps.Copy(all, parts)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(all[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// p makes a paragraph of text, r a run with properties.
func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func r(props, text string) string {
	return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// item makes a paragraph of a list.
func item(num, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// tc makes a cell with properties.
func tc(props, content string) string {
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + content + `</w:tc>`
}

func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

const numberingPart = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Muc"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/><w:suff w:val="nothing"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lienket"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>`

const styleSheet = `<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="DamCon"><w:basedOn w:val="Dam"/></w:style>
<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="Lienket"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

// styled makes a paragraph of a style.
func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func fldChar(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func box(text string) string { return `<w:txbxContent>` + p(text) + `</w:txbxContent>` }

func TestBody(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", p("một") + p("") + p("hai"), "một\nhai\n"},
		{"tab, break, hyphens", `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r></w:p>`, "a\tb\nc-de\n"},
		{"a page break in front", `<w:p><w:r><w:br w:type="page"/><w:t>PHỤ LỤC</w:t></w:r></w:p>`, "PHỤ LỤC\n"},
		{"hidden text", `<w:p>` + r("", "a") + r("<w:vanish/>", "b") + r(`<w:vanish w:val="0"/>`, "c") + r(`<w:rStyle w:val="An"/>`, "d") + `</w:p>`, "ac\n"},
		{"capitals by style", `<w:p>` + r("<w:caps/>", "Chỉ thị") + `</w:p>`, "CHỈ THỊ\n"},
		{"raised", `<w:p>` + r("", "m") + r(`<w:vertAlign w:val="superscript"/>`, "2") + `</w:p>`, "m²\n"},
		{"tracked changes", `<w:p><w:ins>` + r("", "mới") + `</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:moveFrom>` + r("", "đi") + `</w:moveFrom></w:p>`, "mới\n"},
		{"a deleted paragraph mark", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + r("", "nửa ") + `</w:p>` + p("câu"), "nửa câu\n"},
		{"a deleted row", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + tc("", p("x")) + `</w:tr>` + tr(tc("", p("y"))) + `</w:tbl>`, "y\n"},
		{
			"a field", `<w:p>` + fldChar("begin") + `<w:r><w:instrText>HYPERLINK</w:instrText><w:t>mã</w:t></w:r>` + fldChar("separate") +
				r("", "kết quả") + fldChar("end") + r("", " sau") + `</w:p>`, "kết quả sau\n",
		},
		{"a field without a result", `<w:p>` + fldChar("begin") + r("", "PAGE") + fldChar("end") + r("", "x") + `</w:p>`, "x\n"},
		{"a simple field, a link, a control", `<w:p><w:fldSimple>` + r("", "a") + `</w:fldSimple><w:hyperlink>` + r("", "b") + `</w:hyperlink><w:sdt><w:sdtContent>` + r("", "c") + `</w:sdtContent></w:sdt></w:p>`, "abc\n"},
		{"a control around paragraphs", `<w:sdt><w:sdtContent>` + p("a") + `</w:sdtContent></w:sdt>`, "a\n"},
		{"symbols", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="00B1"/></w:r></w:p>`, "☑±\n"},
		{
			"a text box once, after its paragraph",
			`<w:p><w:r><w:t>a</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>` + box("hộp") + `</w:drawing></mc:Choice><mc:Fallback><w:pict>` + box("hộp") + `</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>b</w:t></w:r></w:p>`,
			"ab\nhộp\n",
		},
		{"an old text box", `<w:p><w:r><w:pict>` + box("hộp") + `</w:pict></w:r></w:p>`, "hộp\n"},
		{"a formula", `<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>`, "x+1\n"},
		{"an old font", `<w:p>` + r(`<w:rFonts w:ascii=".VnTime"/>`, "ViÖn kiÓm s¸t") + `</w:p>`, "Viện kiểm sát\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want(t, build(t, c.body, map[string]string{"word/styles.xml": styleSheet}), c.want)
		})
	}
}

// want reads a file and compares its text.
func want(t *testing.T, data []byte, content string) *document.Text {
	t.Helper()
	return readtest.Text(t, Reader{}, data, content)
}

func TestNumbering(t *testing.T) {
	parts := map[string]string{"word/numbering.xml": numberingPart, "word/styles.xml": styleSheet}
	for _, c := range []struct{ name, body, want string }{
		{
			"levels", item("1", "0", "A") + item("1", "1", "b") + item("1", "2", "c") + item("1", "2", "d") + item("1", "1", "e") + item("1", "0", "F") + item("1", "1", "g"),
			"I. A\n1. b\na) c\nb) d\n2. e\nII. F\n1. g\n",
		},
		{"a plain number, nothing behind it", item("1", "0", "A") + item("1", "0", "B") + item("1", "3", " c"), "I. A\nII. B\n2.1 c\n"},
		{"a bullet", item("1", "4", "a"), "• a\n"},
		{"a list that starts over", item("1", "1", "a") + item("2", "1", "b") + item("2", "1", "c"), "1. a\n5. b\n6. c\n"},
		{"by the style", styled("Muc", "a") + styled("Muc", "b"), "1. a\n2. b\n"},
		{"taken out of the style's list", `<w:p><w:pPr><w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>` + r("", "a") + `</w:p>`, "a\n"},
		{"linked by a list style", item("3", "0", "a"), "I. a\n"},
		{"an empty item counts", item("1", "0", "a") + item("1", "0", "") + item("1", "0", "c"), "I. a\nIII. c\n"},
		{"a list that is not there", item("9", "0", "a"), "a\n"},
		{"a level that is not there", item("1", "77", "a") + item("1", "-1", "b"), "a\nb\n"},
		{"a style that rests on itself", styled("Vong", "a"), "a\n"},
		{
			"rows of a table", `<w:tbl>` + tr(tc("", p("TT")), tc("", p("Nội dung"))) + tr(tc("", item("1", "1", "")), tc("", p("a"))) +
				tr(tc("", item("1", "1", "")), tc("", p("b"))) + tr(tc("", item("1", "1", "")), tc("", p("c"))) + `</w:tbl>`,
			"TT | Nội dung\n1. | a\n2. | b\n3. | c\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, build(t, c.body, parts), c.want) })
	}
}

func TestBold(t *testing.T) {
	body := styled("DamCon", "KẾ HOẠCH") + `<w:p>` + r("<w:b/>", "đậm") + r(`<w:b w:val="false"/>`, " thường") + `</w:p>`
	text := want(t, build(t, body, map[string]string{"word/styles.xml": styleSheet}), "KẾ HOẠCH\nđậm thường\n")
	var got []string
	for _, e := range text.Emphasis {
		got = append(got, e.In(text.Content))
	}
	if !slices.Equal(got, []string{"KẾ HOẠCH", "đậm"}) {
		t.Errorf("bold: %q", got)
	}
}

const notesPart = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0">` + `<w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Kế hoạch số 48</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>tự gọi</w:t><w:footnoteReference w:id="3"/></w:r></w:p></w:footnote></w:footnotes>`

func TestNotes(t *testing.T) {
	parts := map[string]string{
		"word/footnotes.xml": notesPart,
		"word/endnotes.xml":  `<w:endnotes><w:endnote w:id="1">` + p("cuối") + `</w:endnote></w:endnotes>`,
	}
	body := `<w:p><w:r><w:t>của Đảng</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>; và</w:t><w:endnoteReference w:id="1"/></w:r>` +
		`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r><w:r><w:footnoteReference w:id="99"/></w:r></w:p>`
	text := want(t, build(t, body, parts), "của Đảng¹; và²*\n¹ Kế hoạch số 48\n² cuối\n* tự gọi\n")
	if len(text.Notes) != 3 || text.Notes[0].Anchor.In(text.Content) != "¹" || text.Notes[0].Body.In(text.Content) != "Kế hoạch số 48" {
		t.Errorf("notes %+v", text.Notes)
	}
}

func TestTable(t *testing.T) {
	body := `<w:tbl>` +
		`<w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc("", p("TT")) + tc("", p("Nội dung")) + tc("", p("Chủ trì")) + `</w:tr>` +
		tr(tc("", p("1")), tc("", p("Rà soát")), tc(`<w:vMerge w:val="restart"/>`, p("Sở A"))) +
		`<w:sdt><w:sdtContent>` + tr(tc("", p("2")), tc("", p("Tập")+p("huấn")), tc(`<w:vMerge/>`, p("ẩn"))) + `</w:sdtContent></w:sdt>` +
		tr(tc("", p("I")), tc(`<w:gridSpan w:val="2"/>`, p("Nhóm"))) + `</w:tbl>`
	text := want(t, build(t, body, nil), "TT | Nội dung | Chủ trì\n1 | Rà soát | Sở A\n2 | Tập huấn | \nI | Nhóm\n")
	row := text.Tables[0].Rows[2]
	if got := row.Cells[2].In(text.Content); got != "Sở A" {
		t.Errorf("the merged cell is %q", got)
	}
	if !text.Tables[0].Rows[0].Header {
		t.Error("the head is no head")
	}
}

func TestLetterheadInHeader(t *testing.T) {
	header := `<w:hdr>` + p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + `</w:hdr>`
	parts := map[string]string{
		"word/header1.xml":             header,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId1" Target="header1.xml"/></Relationships>`,
	}
	section := `<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>`
	want(t, build(t, p("KẾ HOẠCH")+section, parts), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\n")
	want(t, build(t, p("Độc lập - Tự do - Hạnh phúc")+section, parts), "Độc lập - Tự do - Hạnh phúc\n")
	parts["word/header1.xml"] = `<w:hdr>` + p("2") + `</w:hdr>`
	want(t, build(t, p("KẾ HOẠCH")+section, parts), "KẾ HOẠCH\n")
}

func TestMainPartElsewhere(t *testing.T) {
	data := build(t, "", map[string]string{
		"word/document.xml":  "",
		"word/document2.xml": `<w:document><w:body>` + p("a") + `</w:body></w:document>`,
		"_rels/.rels":        `<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>`,
	})
	want(t, data, "a\n")
}

func TestProperties(t *testing.T) {
	data := build(t, p("a"), map[string]string{"docProps/core.xml": `<cp:coreProperties><dc:title>Kế hoạch</dc:title><dc:creator/></cp:coreProperties>`})
	text := want(t, data, "a\n")
	if len(text.Meta) != 1 || text.Meta["title"] != "Kế hoạch" {
		t.Errorf("meta %q", text.Meta)
	}
}

func TestErrors(t *testing.T) {
	good := build(t, p("a"), nil)
	deep := strings.Repeat("<w:sdt><w:sdtContent>", 300)
	for _, c := range []struct {
		name string
		data []byte
		lim  read.Limits
		want read.Reason
	}{
		{"cut off", good[:len(good)/2], read.Limits{}, read.Truncated},
		{"no document", build(t, "", map[string]string{"word/document.xml": ""}), read.Limits{}, read.Damaged},
		{"no body", build(t, "", map[string]string{"word/document.xml": "<w:document/>"}), read.Limits{}, read.Damaged},
		{"broken XML", build(t, "<w:p>", nil), read.Limits{}, read.Damaged},
		{"too deep", build(t, deep+strings.ReplaceAll(strings.ReplaceAll(deep, "<w:sdt><", "</w:sdtContent><"), "<w:sdtContent>", "</w:sdt>"), nil), read.Limits{}, read.TooDeep},
		{"too large", good, read.Limits{MaxExpanded: 50}, read.ExpandsTooMuch},
	} {
		_, err := Reader{}.Read(t.Context(), read.Source{Data: c.data}, c.lim)
		if got := read.ReasonOf(err); got != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestDamagedSidePart(t *testing.T) {
	data := build(t, item("1", "0", "a"), map[string]string{"word/numbering.xml": "<broken"})
	res, err := Reader{}.Read(t.Context(), read.Source{Data: data}, read.Limits{})
	if err != nil || res.Text.Content != "a\n" || len(res.Warnings) != 1 {
		t.Errorf("got %+v, %v", res, err)
	}
}

func seeds(t testing.TB) map[string][]byte {
	t.Helper()
	parts := map[string]string{"word/numbering.xml": numberingPart, "word/styles.xml": styleSheet, "word/footnotes.xml": notesPart}
	body := item("1", "0", "A") + styled("Muc", "b") + `<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl>` +
		tr(tc("", p("TT")), tc("", p("b"))) + tr(tc("", p("1")), tc(`<w:vMerge/>`, "")) + `</w:tbl>`
	return map[string][]byte{"whole.docx": build(t, body, parts), "plain.docx": build(t, p("a"), nil)}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds(t)) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds(f)) }

// FuzzBody fuzzes the walk itself, which a mutated container seldom reaches.
func FuzzBody(f *testing.F) {
	f.Add(item("1", "0", "A") + `<w:p>` + fldChar("begin") + r("<w:caps/>", "x") + `</w:p>`)
	f.Add(`<w:tbl>` + tr(tc(`<w:vMerge/>`, p("a")), tc(`<w:gridSpan w:val="9"/>`, p("b"))) + `</w:tbl>`)
	parts := map[string]string{"word/numbering.xml": numberingPart, "word/styles.xml": styleSheet, "word/footnotes.xml": notesPart}
	f.Fuzz(func(t *testing.T, body string) {
		readtest.Sound(t, Reader{}, build(t, body, parts))
	})
}

func TestOldFonts(t *testing.T) {
	readtest.OldFonts(t, func(t *testing.T, font, western string) string {
		data := build(t, `<w:p>`+r(`<w:rFonts w:ascii="`+font+`" w:hAnsi="`+font+`"/>`, western)+`</w:p>`, nil)
		res, err := Reader{}.Read(t.Context(), read.Source{Data: data}, read.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Text.Content
	})
}
