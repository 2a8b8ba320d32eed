package doc

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// The flags of a cell in the definition of a row (MS-DOC 2.9.315).
const (
	toTheRight = 2    // goes on with the cell before
	below      = 0x20 // goes on with the cell above
	first      = 0x60 // the first of cells merged downwards
)

// TestMergedCells covers merging in both directions, as plans with annex tables have it.
func TestMergedCells(t *testing.T) {
	head := []textPara{cell("TT"), cell("Nhiệm vụ"), cell("Chủ trì"), rowEnd(tableDef(0, 0, 0))}
	for _, c := range []struct {
		name string
		rows []textPara
		want [][]string
	}{
		{"down two rows", []textPara{cell("1"), cell("a"), cell("Sở A"), rowEnd(tableDef(0, 0, first)), cell("2"), cell("b"), cell(""), rowEnd(tableDef(0, 0, below))},
			[][]string{{"1", "a", "Sở A"}, {"2", "b", "Sở A"}}},
		{"down three rows", []textPara{
			cell("1"), cell("a"), cell("Sở A"), rowEnd(tableDef(0, 0, first)), cell("2"), cell("b"), cell(""), rowEnd(tableDef(0, 0, below)),
			cell("3"), cell("c"), cell(""), rowEnd(tableDef(0, 0, below)),
		}, [][]string{{"1", "a", "Sở A"}, {"2", "b", "Sở A"}, {"3", "c", "Sở A"}}},
		{"one under the other", []textPara{
			cell("1"), cell("a"), cell("Sở A"), rowEnd(tableDef(0, 0, first)), cell("2"), cell("b"), cell(""), rowEnd(tableDef(0, 0, below)),
			cell("3"), cell("c"), cell("Sở B"), rowEnd(tableDef(0, 0, first)), cell("4"), cell("d"), cell(""), rowEnd(tableDef(0, 0, below)),
		}, [][]string{{"1", "a", "Sở A"}, {"2", "b", "Sở A"}, {"3", "c", "Sở B"}, {"4", "d", "Sở B"}}},
		{"what a covered cell holds is not shown", []textPara{cell("1"), cell("a"), cell("Sở A"), rowEnd(tableDef(0, 0, first)), cell("2"), cell("b"), cell("cũ"), rowEnd(tableDef(0, 0, below))},
			[][]string{{"1", "a", "Sở A"}, {"2", "b", "Sở A"}}},
		{"over two columns", []textPara{cell("I"), cell("CÁC SỞ"), cell(""), rowEnd(tableDef(0, 1, toTheRight)), cell("1"), cell("a"), cell("Sở A"), rowEnd(tableDef(0, 0, 0))},
			[][]string{{"I", "CÁC SỞ"}, {"1", "a", "Sở A"}}},
		{"fewer cells defined than there are", []textPara{cell("1"), cell("a"), cell("Sở A"), rowEnd(tableDef(0)), cell("2"), cell("b"), cell("Sở B"), rowEnd()},
			[][]string{{"1", "a", "Sở A"}, {"2", "b", "Sở B"}}},
		{"the last row lacks its end", []textPara{cell("1"), cell("a"), cell("Sở A"), rowEnd(), cell("2"), cell("b"), cell("Sở B")},
			[][]string{{"1", "a", "Sở A"}, {"2", "b", "Sở B"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &builder{text: append(slices.Clone(head), c.rows...)}
			readtest.Table(t, Reader{}, b.write(), append([][]string{{"TT", "Nhiệm vụ", "Chủ trì"}}, c.want...))
		})
	}
}

// TestLetterhead holds that the two columns over a paper, which are a table to Word, are read one after the other.
func TestLetterhead(t *testing.T) {
	part := func(text string) textPara { return para(text).with(sprm(sprmPInTable, 1)) }
	b := &builder{text: []textPara{
		part("ỦY BAN NHÂN DÂN"), cell("TỈNH SƠN LA"), part("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), cell("Độc lập - Tự do - Hạnh phúc"), rowEnd(),
		cell("Số: 12/CT-UBND"), cell("Sơn La, ngày 05 tháng 3 năm 2024"), rowEnd(),
		para("CHỈ THỊ"),
	}}
	want(t, b.write(), "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/CT-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"+
		"Sơn La, ngày 05 tháng 3 năm 2024\nCHỈ THỊ\n")
}

// TestRevisions covers text under change: what was deleted or hidden is not the paper's, what was inserted is.
func TestRevisions(t *testing.T) {
	const inserted = 0x0801 // of no consequence here
	for _, c := range []struct {
		name string
		runs []textRun
		want string
	}{
		{"a word replaced", []textRun{{text: "trước ngày "}, {"15/3", sprm(sprmCDeleted, 1)}, {"20/3", sprm(inserted, 1)}}, "trước ngày 20/3\n"},
		{"hidden words", []textRun{{"ghi chú ", sprm(sprmCHidden, 1)}, {text: "Kính gửi"}}, "Kính gửi\n"},
		{"shown again by hand", []textRun{{"a", join(sprm(sprmCHidden, 1), sprm(sprmCHidden, 0))}}, "a\n"},
		{"a field whose code was deleted", []textRun{{"\x13 REF a \x14", sprm(sprmCDeleted, 1)}, {text: "Điều 5"}, {"\x15", sprm(sprmCDeleted, 1)}, {text: " này"}}, "Điều 5 này\n"},
		{"all of it", []textRun{{"a", sprm(sprmCDeleted, 1)}, {text: "b"}, {"c", sprm(sprmCHidden, 1)}}, "b\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, (&builder{text: []textPara{runs(c.runs...)}}).write(), c.want) })
	}
}

// TestFields covers what stands between the marks of fields: the code is never text, its result is.
func TestFields(t *testing.T) {
	for _, c := range []struct {
		name string
		text []textPara
		want string
	}{
		{"a link", []textPara{para("theo \x13 HYPERLINK \"http://a.vn\" \x14Nghị định 30\x15 này")}, "theo Nghị định 30 này\n"},
		{"a code without a result", []textPara{para("a\x13 SEQ n \x15b")}, "ab\n"},
		{"a page number inside a sentence", []textPara{para("trang \x13 PAGE \x147\x15")}, "trang 7\n"},
		{"a table of contents", []textPara{para("\x13 TOC \\o \x14I. MỤC ĐÍCH\t1"), para("II. YÊU CẦU\t2\x15")}, "I. MỤC ĐÍCH\t1\nII. YÊU CẦU\t2\n"},
		{"an end without a beginning", []textPara{para("a\x15b")}, "ab\n"},
		{"never closed, result begun", []textPara{para("a\x13 X \x14b"), para("c")}, "a\nb\nc\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := want(t, (&builder{text: c.text}).write(), strings.Replace(c.want, "a\nb", "ab", 1))
			if strings.Contains(got.Content, "\x13") {
				t.Error("a mark is left")
			}
		})
	}
}

// TestEndnotes holds that endnotes count on behind footnotes, and are found behind them in the file.
func TestEndnotes(t *testing.T) {
	b := &builder{
		text:      []textPara{para("theo Luật\x02 và Nghị định\x02 này")},
		footnotes: []textPara{para("\x02 Luật số 1"), para("")},
		endnotes:  []textPara{para("\x02 Nghị định số 2"), para("")},
		tables: map[int][]byte{
			2: join(le32(9, 30), le16(1)), 3: le32(0, 12, 13),
			46: join(le32(23, 30), le16(1)), 47: le32(0, 17, 18),
		},
	}
	text := want(t, b.write(), "theo Luật¹ và Nghị định² này\n¹ Luật số 1\n² Nghị định số 2\n")
	if len(text.Notes) != 2 || text.Notes[1].Anchor.In(text.Content) != "²" {
		t.Errorf("notes %+v", text.Notes)
	}
}

// TestNoteTables holds that a damaged table of notes costs its notes and nothing else.
func TestNoteTables(t *testing.T) {
	for _, c := range []struct {
		name        string
		refs, texts []byte
		want        string
	}{
		{"whole", join(le32(1, 3), le16(1)), le32(0, 4, 5), "a¹b\n¹ ghi\n"},
		{"a text that ends beyond the end", join(le32(1, 3), le16(1)), le32(0, 4000), "a¹b\n¹ ghi\n"},
		{"a text that ends before it begins", join(le32(1, 3), le16(1)), le32(4, 0), "a¹b\n"},
		{"no texts", join(le32(1, 3), le16(1)), nil, "ab\n"},
		{"a mark that is not there", join(le32(0, 3), le16(1)), le32(0, 4, 5), "ab\n"},
		{"cut off", le16(1), le32(0, 4, 5), "ab\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &builder{text: []textPara{para("a\x02b")}, footnotes: []textPara{para("ghi"), para("")}, tables: map[int][]byte{2: c.refs, 3: c.texts}}
			res, err := Reader{}.Read(t.Context(), read.Source{Data: b.write()}, read.Limits{})
			if err != nil || res.Text.Content != c.want {
				t.Errorf("%q, %v; want %q", res.Text.Content, err, c.want)
			}
		})
	}
}

// spa anchors drawings, by position and shape; boxTexts gives the stretches of their boxes.
func spa(end int, anchors ...[2]int) []byte {
	var at, shapes []byte
	for _, a := range anchors {
		at, shapes = append(at, le32(a[0])...), join(shapes, le32(a[1]), make([]byte, 22))
	}
	return join(at, le32(end), shapes)
}

func boxTexts(ends []int, shapes ...int) []byte {
	out := le32(ends...)
	for _, s := range shapes {
		out = join(out, make([]byte, 14), le32(s), make([]byte, 4))
	}
	return out
}

// TestTextBoxes covers the boxes in which stamps of incoming papers and headings of diagrams stand.
func TestTextBoxes(t *testing.T) {
	for _, c := range []struct {
		name       string
		text, box  []textPara
		spa, texts []byte
		want       string
	}{
		{"two boxes", []textPara{para("a\x08"), para("b\x08")}, []textPara{para("một"), para("hai"), para("")}, spa(6, [2]int{1, 7}, [2]int{4, 8}), boxTexts([]int{0, 4, 8, 9}, 7, 8, 0), "a\nmột\nb\nhai\n"},
		{"two texts of one shape", []textPara{para("a\x08")}, []textPara{para("một"), para("hai"), para("")}, spa(3, [2]int{1, 7}), boxTexts([]int{0, 4, 8, 9}, 7, 7, 0), "a\nmột\nhai\n"},
		{"a drawing without a box", []textPara{para("a\x08b")}, nil, spa(4, [2]int{1, 7}), nil, "ab\n"},
		{"a box without a drawing", []textPara{para("a")}, []textPara{para("một"), para("")}, nil, boxTexts([]int{0, 4, 5}, 7, 0), "a\n"},
		{"an empty box", []textPara{para("a\x08")}, []textPara{para(""), para("")}, spa(3, [2]int{1, 7}), boxTexts([]int{0, 1, 2}, 7, 0), "a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want(t, (&builder{text: c.text, boxes: c.box, tables: map[int][]byte{40: c.spa, 56: c.texts}}).write(), c.want)
		})
	}
}

// TestBoxesThatRepeat holds that a file cannot grow by naming one stretch of text again and again.
func TestBoxesThatRepeat(t *testing.T) {
	var text strings.Builder
	var anchors [][2]int
	for i := range 50 {
		text.WriteString("\x08")
		anchors = append(anchors, [2]int{i, 7})
	}
	b := &builder{text: []textPara{para(text.String())}, boxes: []textPara{para("một hai ba"), para("")}}
	b.tables = map[int][]byte{40: spa(51, anchors...), 56: boxTexts([]int{0, 11, 12}, 7, 0)}
	_, err := Reader{}.Read(t.Context(), read.Source{Data: b.write()}, read.Limits{})
	if read.ReasonOf(err) != read.ExpandsTooMuch {
		t.Errorf("got %v", err)
	}
}

// oneList writes a list of one level, and one use of it.
func oneList(level []byte) map[int][]byte {
	list := join(le16(1), le32(7, 0), make([]byte, 20))
	list[2+26] = 1
	return map[int][]byte{73: join(list, level), 74: join(le32(1), le32(7, 0, 0, 0), le32(-1))}
}

// TestNumberFormats covers the labels of Vietnamese papers and what stands behind them.
func TestNumberFormats(t *testing.T) {
	tight := listLevel(1, 0, "\x00-")
	tight[15] = 2
	font := listLevel(1, 23, "\uf0d8")
	font[24] = 4 // the length of the properties of the label, which stand before its text
	font = slices.Insert(font, 28, sprm(sprmCFont, 2, 0)...)
	for _, c := range []struct {
		name  string
		level []byte
		want  string
	}{
		{"articles", listLevel(4, 0, "Điều \x00."), "Điều 4. a\nĐiều 5. b\n"},
		{"chapters", listLevel(1, 1, "Chương \x00"), "Chương I a\nChương II b\n"},
		{"small Roman numbers", listLevel(1, 2, "(\x00)"), "(i) a\n(ii) b\n"},
		{"letters", listLevel(1, 4, "\x00)"), "a) a\nb) b\n"},
		{"capital letters", listLevel(1, 3, "\x00."), "A. a\nB. b\n"},
		{"two digits", listLevel(9, 22, "\x00/"), "09/ a\n10/ b\n"},
		{"a dash", listLevel(1, 23, "-"), "- a\n- b\n"},
		{"a mark of a symbol font", font, "• a\n• b\n"},
		{"nothing behind it", tight, "1-a\n2-b\n"},
		{"a format that no paper uses", listLevel(1, 60, "\x00."), "1. a\n2. b\n"},
		{"no label", listLevel(1, 255, ""), "a\nb\n"},
		{"a text longer than the file", join(listLevel(1, 0, "")[:28], le16(0xffff)), "a\nb\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			item := func(text string) textPara { return para(text).with(sprm(sprmPList, 1, 0)) }
			b := &builder{fonts: []string{"A", "B", "Wingdings"}, text: []textPara{item("a"), item("b")}, tables: oneList(c.level)}
			want(t, b.write(), c.want)
		})
	}
}

// TestNumbersInTables holds that rows numbered by Word have their numbers, and that cells covered by others do not count.
func TestNumbersInTables(t *testing.T) {
	numbered := func(text string) textPara {
		p := para(text).with(sprm(sprmPInTable, 1), sprm(sprmPList, 1, 0))
		p.mark = charCell
		return p
	}
	b := &builder{tables: oneList(listLevel(1, 0, "\x00")), text: []textPara{
		cell("TT"), cell("Việc"), cell("Đơn vị"), rowEnd(tableDef(0, 0, 0)),
		numbered(""), cell("rà soát"), cell("Sở A"), rowEnd(tableDef(0, 0, 0)),
		numbered(""), cell("báo cáo"), cell("Sở B"), rowEnd(tableDef(first, 0, 0)),
		numbered(""), cell("tổng kết"), cell("Sở C"), rowEnd(tableDef(below, 0, 0)),
		numbered(""), cell("công bố"), cell("Sở D"), rowEnd(tableDef(0, 0, 0)),
	}}
	want(t, b.write(), "TT | Việc | Đơn vị\n1 | rà soát | Sở A\n2 | báo cáo | Sở B\n | tổng kết | Sở C\n3 | công bố | Sở D\n")
}

// TestCharacterStyles covers styles of characters, and on-off properties that turn those of a style round.
func TestCharacterStyles(t *testing.T) {
	b := &builder{fonts: []string{"Times New Roman", ".VnTime"}}
	strong := b.styleOf(noStyle, nil, nil)
	copy(strong[2:], le16(noStyle<<4|2, 1)) // of characters, with one list of changes
	body := strong[:len(strong)-6]          // up to the changes
	b.styles = [][]byte{
		b.styleOf(noStyle, nil, sprm(sprmCFont, 1, 0)),
		join(body, le16(3), sprm(sprmCBold, 1)),
		b.styleOf(0, nil, join(sprm(sprmCBold, 1), sprm(sprmCCaps, 1))),
		b.styleOf(0, nil, sprm(sprmCHidden, 1)),
	}
	heading := runs(textRun{"phô", sprm(sprmCFont, 0, 0)}, textRun{"thêm", join(sprm(sprmCFont, 0, 0), sprm(sprmCCaps, 0x81))})
	heading.style = 2
	hidden := runs(textRun{"không in", sprm(sprmCFont, 0, 0)}, textRun{"in", join(sprm(sprmCFont, 0, 0), sprm(sprmCHidden, 0x81))})
	hidden.style = 3
	b.text = []textPara{
		para("ViÖn kiÓm s¸t"), runs(textRun{"đậm", join(sprm(sprmCFont, 0, 0), sprm(sprmCStyle, 1, 0))}, textRun{" nhạt", sprm(sprmCFont, 0, 0)}), heading, hidden,
	}
	text := want(t, b.write(), "Viện kiểm sát\nđậm nhạt\nPHÔthêm\nin\n")
	var bold []string
	for _, e := range text.Emphasis {
		bold = append(bold, e.In(text.Content))
	}
	if !slices.Equal(bold, []string{"đậm", "PHÔthêm"}) {
		t.Errorf("bold %q", bold)
	}
}

// TestSymbols covers characters of symbol fonts, which Word writes as a bracket with the character beside it.
func TestSymbols(t *testing.T) {
	special := func(font, code byte) textRun {
		return textRun{"(", join(sprm(sprmCSpecial, 1), sprm(sprmCSymbol, font, 0, code, 0xf0))}
	}
	for _, c := range []struct {
		name string
		run  textRun
		want string
	}{
		{"a box ticked", special(1, 0xfe), "☑ có\n"},
		{"an empty box", special(1, 0xa8), "□ có\n"},
		{"of a font that the file does not name", special(9, 0xfe), "( có\n"},
		{"a bracket", textRun{text: "("}, "( có\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want(t, (&builder{fonts: []string{"Times New Roman", "Wingdings"}, text: []textPara{runs(c.run, textRun{text: " có"})}}).write(), c.want)
		})
	}
}
