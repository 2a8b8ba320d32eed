package odt

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

// styleSheet holds the styles that the tests use: bold, hidden, capitals, raised, an old font, and a list.
const styleSheet = `<office:document-styles><office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls>
<style:style style:name="Dam" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="DamCon" style:family="paragraph" style:parent-style-name="Dam"/>
<style:style style:name="Vong" style:family="paragraph" style:parent-style-name="Vong"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="C" style:family="text"><style:text-properties fo:text-transform="uppercase"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="F" style:family="text"><style:text-properties style:font-name="F1"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/>
<text:list-level-style-bullet text:level="4" text:bullet-char="-"/>
</text:list-style>
<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="4" style:num-list-format="Điều %1%."/></text:list-style>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>
</office:document-styles>`

// build writes an ODT of a body and further parts.
func build(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"mimetype": "application/vnd.oasis.opendocument.text", "styles.xml": styleSheet,
		"content.xml": `<office:document-content><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
	}
	maps.Copy(all, parts)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
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

// want reads a file and compares its text.
func want(t *testing.T, data []byte, content string) *document.Text {
	t.Helper()
	return readtest.Text(t, Reader{}, data, content)
}

func p(text string) string { return `<text:p>` + text + `</text:p>` }

func span(style, text string) string {
	return `<text:span text:style-name="` + style + `">` + text + `</text:span>`
}

// list makes a list of a style from items that are paragraphs or lists.
func list(style string, items ...string) string {
	out := `<text:list text:style-name="` + style + `">`
	for _, i := range items {
		out += `<text:list-item>` + i + `</text:list-item>`
	}
	return out + `</text:list>`
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs and headings", p("một") + `<text:h text:outline-level="2">hai</text:h>` + p(""), "một\nhai\n"},
		{"blanks", p("a\n  b<text:s/><text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>e"), "a b   c\td\ne\n"},
		{"blanks at the borders of runs", p("Kế " + span("B", "hoạch") + " số"), "Kế hoạch số\n"},
		{"hidden, capitals, raised", p("a" + span("H", "b") + span("C", "kế") + span("S", "2")), "aKẾ²\n"},
		{"an old font", p(span("F", "ViÖn kiÓm s¸t")), "Viện kiểm sát\n"},
		{"deleted and annotated", `<text:tracked-changes><text:changed-region>` + p("cũ") + `</text:changed-region></text:tracked-changes>` + p("mới<office:annotation><text:p>x</text:p></office:annotation>"), "mới\n"},
		{"fields and links show their value", p(`<text:date>1/2/2024</text:date> <text:a>đây</text:a>`), "1/2/2024 đây\n"},
		{"a text box", p(`a<draw:frame><draw:text-box>`+p("hộp")+`</draw:text-box></draw:frame>b`) + p("c"), "ab\nhộp\nc\n"},
		{"a section", `<text:section>` + p("a") + `</text:section>`, "a\n"},
		{"lists", list("L", p("A")+list("", p("b")+list("", p("c"), p("d")), p("e")), p("F")), "I. A\n1. b\na) c\nb) d\n2. e\nII. F\n"},
		{"a second paragraph of an item", list("L", p("A")+p("tiếp"), p("B")), "I. A\ntiếp\nII. B\n"},
		{"bullets", list("L", list("", list("", list("", p("x"))))), "- x\n"},
		{"a list that begins anew", list("L", p("a")) + list("L", p("b")), "I. a\nI. b\n"},
		{"a list that goes on", list("L", p("a")) + strings.Replace(list("L", p("b")), "<text:list ", `<text:list text:continue-numbering="true" `, 1), "I. a\nII. b\n"},
		{"a start and a format of its own", list("M", p("a"), p("b")), "Điều 4. a\nĐiều 5. b\n"},
		{"a list header has no number", `<text:list text:style-name="L"><text:list-header>` + p("a") + `</text:list-header></text:list>`, "a\n"},
		{"headings by the outline", `<text:h text:outline-level="1">a</text:h><text:h text:outline-level="1">b</text:h>`, "1. a\n2. b\n"},
		{"a style that rests on itself", `<text:p text:style-name="Vong">a</text:p>`, "a\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, build(t, c.body, nil), c.want) })
	}
}

func td(attrs, content string) string {
	return `<table:table-cell ` + attrs + `>` + content + `</table:table-cell>`
}

const covered = `<table:covered-table-cell/>`

func row(cells ...string) string {
	return `<table:table-row>` + strings.Join(cells, "") + `</table:table-row>`
}

func TestTable(t *testing.T) {
	body := `<table:table><table:table-header-rows>` + row(td("", p("TT")), td("", p("Nội dung")), td("", p("Chủ trì")), td("", p("Hạn"))) + `</table:table-header-rows>` +
		row(td("", p("1")), td("", p("Rà soát")), td(`table:number-rows-spanned="2" table:number-columns-spanned="2"`, p("Sở A")), covered) +
		row(td("", p("2")), td("", p("Tập")+p("huấn")), covered, covered) +
		row(td("", p("I")), td(`table:number-columns-spanned="3"`, p("Nhóm")), covered, covered) + `</table:table>`
	text := want(t, build(t, body, nil), "TT | Nội dung | Chủ trì | Hạn\n1 | Rà soát | Sở A\n2 | Tập huấn | \nI | Nhóm\n")
	var got []string
	for _, c := range text.Tables[0].Rows[2].Cells {
		got = append(got, c.In(text.Content))
	}
	if !slices.Equal(got, []string{"2", "Tập huấn", "Sở A", "Sở A"}) {
		t.Errorf("cells %q", got)
	}
}

func TestNumbersOfRows(t *testing.T) {
	body := `<table:table>` + row(td("", p("TT")), td("", p("b"))) + row(td("", list("M", p(""))), td("", p("c"))) +
		row(td("", strings.Replace(list("M", p("")), "<text:list ", `<text:list text:continue-list="x" `, 1)), td("", p("d"))) + `</table:table>`
	want(t, build(t, body, nil), "TT | b\nĐiều 4. | c\nĐiều 5. | d\n")
}

func TestNotes(t *testing.T) {
	note := func(class, mark, body string) string {
		return `<text:note text:note-class="` + class + `"><text:note-citation>` + mark + `</text:note-citation><text:note-body>` + p(body) + `</text:note-body></text:note>`
	}
	body := p("của Đảng" + note("footnote", "1", "Kế hoạch") + "; và" + note("endnote", "i", "cuối"))
	text := want(t, build(t, body, nil), "của Đảng¹; và²\n¹ Kế hoạch\n² cuối\n")
	if len(text.Notes) != 2 || text.Notes[1].Body.In(text.Content) != "cuối" {
		t.Errorf("notes %+v", text.Notes)
	}
}

func TestBoldAndMeta(t *testing.T) {
	body := `<text:p text:style-name="DamCon">KẾ HOẠCH` + span("N", " thường") + `</text:p>` + p("a"+span("B", "b"))
	meta := `<office:document-meta><office:meta><dc:title>Tên</dc:title></office:meta></office:document-meta>`
	text := want(t, build(t, body, map[string]string{"meta.xml": meta}), "KẾ HOẠCH thường\nab\n")
	var got []string
	for _, e := range text.Emphasis {
		got = append(got, e.In(text.Content))
	}
	if !slices.Equal(got, []string{"KẾ HOẠCH", "b"}) || text.Meta["title"] != "Tên" {
		t.Errorf("bold %q, meta %q", got, text.Meta)
	}
}

func TestErrors(t *testing.T) {
	good := build(t, p("a"), nil)
	deep := strings.Repeat("<text:section>", 300) + strings.Repeat("</text:section>", 300)
	locked := map[string]string{"META-INF/manifest.xml": `<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}
	for _, c := range []struct {
		name string
		data []byte
		want read.Reason
	}{
		{"cut off", good[:len(good)/2], read.Truncated},
		{"encrypted", build(t, p("a"), locked), read.Encrypted},
		{"no text", build(t, "", map[string]string{"content.xml": "<a/>"}), read.Damaged},
		{"broken", build(t, "<text:p>", nil), read.Damaged},
		{"deep", build(t, deep, nil), read.TooDeep},
	} {
		_, err := Reader{}.Read(t.Context(), read.Source{Data: c.data}, read.Limits{})
		if got := read.ReasonOf(err); got != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func seeds(t testing.TB) map[string][]byte {
	t.Helper()
	body := list("L", p("A")+list("", p("b"))) + p(span("B", "x")+`<text:note><text:note-citation>1</text:note-citation><text:note-body>`+p("n")+`</text:note-body></text:note>`) +
		`<table:table>` + row(td("", p("TT")), td(`table:number-rows-spanned="2"`, p("b"))) + row(td("", p("1")), covered) + `</table:table>`
	return map[string][]byte{"a.odt": build(t, body, nil)}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds(t)) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds(f)) }

// FuzzBody fuzzes the walk itself, which a mutated container seldom reaches.
func FuzzBody(f *testing.F) {
	f.Add(list("L", p("A")+list("", p("b"))))
	f.Add(`<table:table>` + row(td(`table:number-rows-spanned="2"`, p("b")), covered) + row(covered, covered) + `</table:table>`)
	f.Fuzz(func(t *testing.T, body string) {
		readtest.Sound(t, Reader{}, build(t, body, nil))
	})
}

func TestOldFonts(t *testing.T) {
	readtest.OldFonts(t, func(t *testing.T, font, western string) string {
		data := build(t, `<text:p><text:span text:style-name="old">`+western+`</text:span></text:p>`, map[string]string{
			"styles.xml": `<office:document-styles><office:font-face-decls><style:font-face style:name="F" svg:font-family="'` + font + `'"/></office:font-face-decls>` +
				`<office:styles><style:style style:name="old" style:family="text"><style:text-properties style:font-name="F"/></style:style></office:styles></office:document-styles>`,
		})
		res, err := Reader{}.Read(t.Context(), read.Source{Data: data}, read.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Text.Content
	})
}
