package odt

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// TestDrafts covers what a paper under discussion holds beside its words.
func TestDrafts(t *testing.T) {
	change := func(kind, text string) string {
		return `<text:tracked-changes><text:changed-region text:id="c1"><text:` + kind + `><office:change-info><dc:creator>LMA</dc:creator></office:change-info>` + text +
			`</text:` + kind + `></text:changed-region></text:tracked-changes>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"a day struck out", change("deletion", p("15/3")) + p(`trước ngày <text:change text:change-id="c1"/>20/3`), "trước ngày 20/3\n"},
		{"words put in", change("insertion", "") + p(`Giao <text:change-start text:change-id="c1"/>Sở A<text:change-end text:change-id="c1"/> chủ trì`), "Giao Sở A chủ trì\n"},
		{"a comment on a stretch", p(`Giao <office:annotation office:name="1"><dc:creator>LMA</dc:creator>` + p("Sở nào?") + `</office:annotation>Sở A<office:annotation-end office:name="1"/>`), "Giao Sở A\n"},
		{"a bookmark", p(`a<text:bookmark-start text:name="b"/>b<text:bookmark-end text:name="b"/>c`), "abc\n"},
		{"the page of a reference", p(`xem trang <text:bookmark-ref text:reference-format="page">7</text:bookmark-ref>`), "xem trang 7\n"},
		{"a page number", p(`<text:page-number>2</text:page-number>/<text:page-count>9</text:page-count>`), "2/9\n"},
		{"a break that a page made", p("a<text:soft-page-break/>b") + `<text:soft-page-break/>` + p("c"), "ab\nc\n"},
		{"declarations in front", `<text:sequence-decls><text:sequence-decl text:name="Hình"/></text:sequence-decls><office:forms/>` + p("a"), "a\n"},
		{"a table of contents", `<text:table-of-content><text:index-body>` + p(`<text:a>I. MỤC ĐÍCH<text:tab/>1</text:a>`) + `</text:index-body></text:table-of-content>`, "I. MỤC ĐÍCH\t1\n"},
		{"a box in a box", p(`a<draw:frame><draw:text-box>` + p(`b<draw:frame><draw:text-box>`+p("c")+`</draw:text-box></draw:frame>`) + `</draw:text-box></draw:frame>`), "a\nb\nc\n"},
		{"a drawing with words", p(`a<draw:custom-shape>` + p("Đóng dấu") + `</draw:custom-shape>`), "a\nĐóng dấu\n"},
		{"a drawing between paragraphs", p("a") + `<draw:frame><draw:text-box>` + p("b") + `</draw:text-box></draw:frame>` + p("c"), "a\nb\nc\n"},
		{"reading aids", p(`<text:ruby><text:ruby-base>bộ</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>`), "bộ\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, build(t, c.body, nil), c.want) })
	}
}

// TestNumbersOfLists covers lists that begin where somebody told them to, and what their levels show.
func TestNumbersOfLists(t *testing.T) {
	from := func(n, list string) string {
		return strings.Replace(list, "<text:list-item>", `<text:list-item text:start-value="`+n+`">`, 1)
	}
	style := func(levels string) map[string]string {
		return map[string]string{"styles.xml": `<office:document-styles><text:list-style style:name="L">` + levels + `</text:list-style></office:document-styles>`}
	}
	level := func(at, rest string) string {
		return `<text:list-level-style-number text:level="` + at + `" ` + rest + `/>`
	}
	for _, c := range []struct {
		name, body string
		parts      map[string]string
		want       string
	}{
		{"from five", from("5", list("L", p("a"), p("b"))), nil, "V. a\nVI. b\n"},
		{"from five in the middle", list("L", p("a")) + strings.Replace(from("5", list("L", p("b"))), "<text:list ", `<text:list text:continue-numbering="true" `, 1), nil, "I. a\nV. b\n"},
		{"from nothing", from("0", list("M", p("a"), p("b"))), nil, "Điều 0. a\nĐiều 1. b\n"},
		{"a start that is no number", from("x", list("L", p("a"))), nil, "I. a\n"},
		{"numbers of the levels above", list("L", p("A")+list("", p("b"), p("c"))), style(level("1", `style:num-format="1" style:num-suffix="."`) + level("2", `style:num-format="1" style:num-suffix="." text:display-levels="2"`)), "1. A\n1.1. b\n1.2. c\n"},
		{"the same in the newer writing", list("L", p("A")+list("", p("b"))), style(level("1", `style:num-format="1" style:num-list-format="%1%."`) + level("2", `style:num-format="1" style:num-list-format="%1%.%2%."`)), "1. A\n1.1. b\n"},
		{"a word in front", list("L", p("a")), style(level("1", `style:num-format="I" style:num-prefix="Chương "`)), "Chương I a\n"},
		{"no number", list("L", p("a")), style(level("1", `style:num-format=""`)), "a\n"},
		{"a level that the list has not", list("L", list("", p("a"))), style(level("1", `style:num-format="1"`)), "a\n"},
		{"a level beyond all lists", list("L", p("a")), style(level("77", `style:num-format="1"`)), "a\n"},
		{"nothing behind the number", list("L", p("a")), style(`<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="-"><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number>`), "1-a\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, build(t, c.body, c.parts), c.want) })
	}
}

// TestSpans covers cells over columns and rows, and spans that lie.
func TestSpans(t *testing.T) {
	head := row(td("", p("TT")), td("", p("a")), td("", p("b")))
	wide, tall := `table:number-columns-spanned="2"`, `table:number-rows-spanned="2"`
	for _, c := range []struct {
		name string
		rows []string
		want [][]string
	}{
		{"over columns and rows", []string{head, row(td("", p("1")), td(wide+" "+tall, p("chung")), covered), row(td("", p("2")), covered, covered)}, [][]string{{"TT", "a", "b"}, {"1", "chung"}, {"2", "chung"}}},
		{"two of them beside each other", []string{head, row(td(tall, p("1")), td(tall, p("x")), td("", p("y"))), row(covered, covered, td("", p("z")))}, [][]string{{"TT", "a", "b"}, {"1", "x", "y"}, {"1", "x", "z"}}},
		{"covered by nothing", []string{head, row(covered, td("", p("x")), td("", p("y")))}, [][]string{{"TT", "a", "b"}, {"x", "y"}}},
		{"a span that is no number", []string{head, row(td(`table:number-columns-spanned="x"`, p("1")), td("", p("x")), td("", p("y")))}, [][]string{{"TT", "a", "b"}, {"1", "x", "y"}}},
		{"head rows of the format", []string{`<table:table-header-rows>` + head + `</table:table-header-rows>`, row(td("", p("1")), td("", p("x")), td("", p("y")))}, [][]string{{"TT", "a", "b"}, {"1", "x", "y"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			readtest.Table(t, Reader{}, build(t, `<table:table>`+strings.Join(c.rows, "")+`</table:table>`, nil), c.want)
		})
	}
}

// TestMissingParts covers containers that lack a part or hold one that cannot be read.
func TestMissingParts(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts map[string]string
		want  read.Reason
		warns bool
	}{
		{"styles that are broken", map[string]string{"styles.xml": "<a>"}, "", true},
		{"a description that is broken", map[string]string{"meta.xml": "<a>"}, "", false},
		{"a list of parts that is broken", map[string]string{"META-INF/manifest.xml": "<a>"}, "", false},
		{"content of a workbook", map[string]string{"content.xml": `<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>`}, read.Damaged, false},
		{"content of nothing", map[string]string{"content.xml": ""}, read.Damaged, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Reader{}.Read(t.Context(), read.Source{Data: build(t, p("a"), c.parts)}, read.Limits{})
			if read.ReasonOf(err) != c.want || (err == nil) != (c.want == "") {
				t.Fatalf("error %v, want %q", err, c.want)
			}
			if err == nil && (len(res.Warnings) > 0) != c.warns {
				t.Errorf("warnings %q", res.Warnings)
			}
		})
	}
}
