package doc

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// want reads a file and compares its text.
func want(t *testing.T, data []byte, content string) *document.Text {
	t.Helper()
	return readtest.Text(t, Reader{}, data, content)
}

// runs makes a paragraph of runs with properties.
func runs(r ...textRun) textPara { return textPara{runs: r} }

func TestText(t *testing.T) {
	hidden, deleted := sprm(sprmCHidden, 1), sprm(sprmCDeleted, 1)
	for _, c := range []struct {
		name string
		text []textPara
		want string
	}{
		{"paragraphs", []textPara{para("Chỉ thị"), para(""), para("về việc")}, "Chỉ thị\nvề việc\n"},
		{"line break, tab, hyphens", []textPara{para("a\vb\tc\x1ed\x1fe")}, "a\nb\tc-de\n"},
		{"hidden and deleted", []textPara{runs(textRun{text: "a"}, textRun{"b", hidden}, textRun{"c", deleted}, textRun{text: "d"})}, "ad\n"},
		{"capitals by property", []textPara{runs(textRun{"Kế hoạch", sprm(sprmCCaps, 1)})}, "KẾ HOẠCH\n"},
		{"raised", []textPara{runs(textRun{text: "m"}, textRun{"2", sprm(sprmCRaised, 1)})}, "m²\n"},
		{"a field", []textPara{para("\x13 PAGE \x14kết quả\x15 sau")}, "kết quả sau\n"},
		{"fields in fields", []textPara{para("\x13 IF \x13 REF \x14x\x15\x14y\x15z")}, "yz\n"},
		{"a field over paragraphs", []textPara{para("\x13 TOC \x14a"), para("b\x15")}, "a\nb\n"},
		{"an old font", []textPara{runs(textRun{"ViÖn kiÓm s¸t", sprm(sprmCFont, 1, 0)})}, "Viện kiểm sát\n"},
		{"a symbol", []textPara{runs(textRun{"(", join(sprm(sprmCSpecial, 1), sprm(sprmCSymbol, 2, 0, 0xfe, 0xf0))}, textRun{text: " có"})}, "☑ có\n"},
		{"a bracket that is none", []textPara{para("(a)")}, "(a)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &builder{text: c.text, fonts: []string{"Times New Roman", ".VnTime", "Wingdings"}}
			want(t, b.write(), c.want)
		})
	}
}

func TestPageMark(t *testing.T) {
	section := para("hết phần")
	section.mark = charPage
	b := &builder{text: []textPara{para("\fPHỤ LỤC"), para("a\fb"), section, para("c")}}
	want(t, b.write(), "PHỤ LỤC\na\nb\nhết phần\nc\n")
}

func TestDeletedParagraphMark(t *testing.T) {
	// The mark is part of the last run here, and deleted with it.
	joined := textPara{runs: []textRun{{text: "nửa "}, {"x\r", sprm(sprmCDeleted, 1)}}, mark: 'c'}
	joined.runs = append(joined.runs, textRun{text: "âu"})
	joined.mark = charParagraph
	want(t, (&builder{text: []textPara{joined}}).write(), "nửa âu\n")
}

func TestBoldAndStyles(t *testing.T) {
	b := &builder{}
	b.styles = [][]byte{
		b.styleOf(noStyle, nil, nil),
		b.styleOf(0, nil, sprm(sprmCBold, 1)),
		b.styleOf(1, nil, nil),
		b.styleOf(3, nil, nil), // rests on itself
	}
	heading, odd := para("KẾ HOẠCH"), para("d")
	heading.style, odd.style = 2, 3
	plain := runs(textRun{"a", sprm(sprmCBold, 1)}, textRun{text: "b"})
	not := runs(textRun{"c", sprm(sprmCBold, 0x81)})
	not.style = 2
	b.text = []textPara{heading, plain, not, odd}
	text := want(t, b.write(), "KẾ HOẠCH\nab\nc\nd\n")
	var got []string
	for _, e := range text.Emphasis {
		got = append(got, e.In(text.Content))
	}
	if !slices.Equal(got, []string{"KẾ HOẠCH", "a"}) {
		t.Errorf("bold %q", got)
	}
}

// tableDef writes the definition of a row by the flags of its cells.
func tableDef(flags ...int) []byte {
	body := []byte{byte(len(flags))}
	body = append(body, make([]byte, 2*(len(flags)+1))...)
	for _, f := range flags {
		body = append(body, join(le16(f), make([]byte, 18))...)
	}
	return join(le16(sprmTDefTable), le16(len(body)+1), body)
}

func TestTable(t *testing.T) {
	const down, top = 0x20, 0x60
	data := tableDef(0, 0, down)
	b := &builder{text: []textPara{
		para("trước"),
		cell("TT"), cell("Nội dung"), cell("Chủ trì"), rowEnd(sprm(sprmTHeader, 1), tableDef(0, 0, 0)),
		cell("1"), cell("Rà soát"), cell("Sở A"), rowEnd(tableDef(0, 0, top)),
		cell("2"), para("Tập").with(sprm(sprmPInTable, 1)), cell("huấn"), cell("ẩn"),
		rowEnd(join(le16(sprmPHuge), le32(0))),
		para("sau"),
	}, data: join(le16(len(data)+3), sprm(sprmPRowEnd, 1), data)}
	text := want(t, b.write(), "trước\nTT | Nội dung | Chủ trì\n1 | Rà soát | Sở A\n2 | Tập huấn | \nsau\n")
	if got := text.Tables[0].Rows[2].Cells[2].In(text.Content); got != "Sở A" {
		t.Errorf("the merged cell is %q", got)
	}
	if !text.Tables[0].Rows[0].Header {
		t.Error("the head is no head")
	}
}

func TestNestedTable(t *testing.T) {
	deep := func(p textPara, changes ...[]byte) textPara {
		return p.with(append(changes, sprm(sprmPInTable, 1), sprm(sprmPDepth, 2, 0, 0, 0))...)
	}
	b := &builder{text: []textPara{
		cell("TT"), cell("Nội dung"), rowEnd(),
		cell("1"), deep(para("a"), sprm(sprmPInnerCell, 1)), deep(para("b"), sprm(sprmPInnerCell, 1)),
		deep(para(""), sprm(sprmPInnerRowEnd, 1)), cell("c"), rowEnd(),
		cell("2"), cell("d"), rowEnd(), cell("3"), cell("e"), rowEnd(),
	}}
	want(t, b.write(), "TT | Nội dung\n1 | a b c\n2 | d\n3 | e\n")
}

func TestHostileDepth(t *testing.T) {
	deep := para("a").with(sprm(sprmPInTable, 1), sprm(sprmPDepth, 0xff, 0xff, 0xff, 0x7f))
	below := para("b").with(sprm(sprmPDepth, 0xff, 0xff, 0xff, 0xff))
	want(t, (&builder{text: []textPara{deep, below}}).write(), "a\nb\n")
}

func TestTableWithoutEnd(t *testing.T) {
	b := &builder{text: []textPara{cell("a"), cell("b"), rowEnd(), cell("c")}}
	want(t, b.write(), "a | b\nc\n")
}

// listLevel writes a level: its start, its format, and its text with the numbers of levels as characters.
func listLevel(start int, format byte, text string) []byte {
	head := make([]byte, 28)
	copy(head, le32(start))
	head[4] = format
	return join(head, le16(len([]rune(text))), wideBytes(text))
}

func TestNumbering(t *testing.T) {
	lists := join(le16(1), le32(7, 0), make([]byte, 20))
	lists[2+26] = 0 // nine levels
	levels := join(listLevel(1, 1, "\x00."), listLevel(1, 0, "\x01."), listLevel(1, 4, "\x02)"), listLevel(1, 23, "\uf0b7"))
	for range 5 {
		levels = append(levels, listLevel(1, 0, "\x03")...)
	}
	use := func(count byte) []byte { return join(le32(7, 0, 0), []byte{count, 0, 0, 0}) }
	uses := join(le32(2), use(0), use(1), le32(-1), le32(-1), le32(5, 0x11))
	item := func(list, level byte, text string) textPara {
		return para(text).with(sprm(sprmPList, list, 0), sprm(sprmPLevel, level))
	}
	b := &builder{text: []textPara{
		item(1, 0, "A"), item(1, 1, "b"), item(1, 2, "c"), item(1, 2, ""), item(1, 2, "d"), item(1, 3, "e"), item(1, 0, "F"),
		item(1, 1, "g"), item(2, 1, "h"), item(2, 1, "i"), item(9, 0, "k"),
	}}
	b.tables = map[int][]byte{73: join(lists, levels), 74: uses}
	want(t, b.write(), "I. A\n1. b\na) c\nc) d\n• e\nII. F\n1. g\n5. h\n6. i\nk\n")
}

func TestNotes(t *testing.T) {
	b := &builder{
		text:      []textPara{para("của Đảng\x02; và\x02 hết")},
		footnotes: []textPara{para("\x02 Kế hoạch số 48"), para("* tự ghi"), para("")},
		tables: map[int][]byte{
			2: join(le32(8, 13, 18), le16(1, 0)),
			3: le32(0, 17, 26, 27),
		},
	}
	text := want(t, b.write(), "của Đảng¹; và hết\n¹ Kế hoạch số 48\n* tự ghi\n")
	if len(text.Notes) != 2 || text.Notes[0].Anchor.In(text.Content) != "¹" {
		t.Errorf("notes %+v", text.Notes)
	}
}

func TestTextBox(t *testing.T) {
	b := &builder{
		text:  []textPara{para("a\x08b"), para("c")},
		boxes: []textPara{para("hộp"), para("")},
		tables: map[int][]byte{
			40: join(le32(1, 5), le32(1025), make([]byte, 22)),
			56: join(le32(0, 4, 5), make([]byte, 14), le32(1025), make([]byte, 4), make([]byte, 22)),
		},
	}
	want(t, b.write(), "ab\nhộp\nc\n")
}

func TestOldFormat(t *testing.T) {
	b := &builder{old: true, fonts: []string{"Tms Rmn", ".VnTime", ".VnTimeH"}}
	b.styles = [][]byte{b.styleOf(noStyle, nil, sprm(93, 1, 0))}
	oldCell := func(text string) textPara {
		p := para(text).with(sprm(24, 1))
		p.mark = charCell
		return p
	}
	end := textPara{mark: charCell}.with(sprm(24, 1), sprm(25, 1))
	b.text = []textPara{
		runs(textRun{"s¾c lÖnh", sprm(93, 2, 0)}), para("Chñ tÞch ChÝnh phñ"),
		oldCell("TT"), oldCell("Tªn"), oldCell("Sè"), end, oldCell("1"), oldCell("HuÕ"), oldCell("2"), end,
		runs(textRun{"hÕt", sprm(85, 1)}),
	}
	text := want(t, b.write(), "SẮC LỆNH\nChủ tịch Chính phủ\nTT | Tên | Số\n1 | Huế | 2\nhết\n")
	if len(text.Emphasis) != 1 || text.Emphasis[0].In(text.Content) != "hết" {
		t.Errorf("bold %v", text.Emphasis)
	}
}

func TestErrors(t *testing.T) {
	good := (&builder{text: []textPara{para("a")}}).write()
	noTable := slices.Clone(good)
	copy(noTable[3*512+10:], le16(0)) // the header names the other table stream
	for _, c := range []struct {
		name string
		data []byte
		want read.Reason
	}{
		{"encrypted", (&builder{flags: flagCrypt, text: []textPara{para("a")}}).write(), read.Encrypted},
		{"no text", (&builder{}).write(), read.NoText},
		{"no table stream", noTable, read.Damaged},
		{"no document stream", compound(map[string][]byte{"1Table": {1}}), read.Damaged},
		{"no container", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more"), read.Truncated},
		{"an older Word", compound(map[string][]byte{"WordDocument": make([]byte, 600)}), read.UnsupportedFormat},
		{"cut off in the text", good[:3*512+600], read.Truncated},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Reader{}.Read(t.Context(), read.Source{Data: c.data}, read.Limits{})
			if got := read.ReasonOf(err); got != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

func seeds() map[string][]byte {
	b := &builder{fonts: []string{"A", ".VnTime"}, text: []textPara{
		para("Chỉ thị\x02"), cell("TT"), cell("b"), rowEnd(tableDef(0, 0x20)), cell("1"), cell("c"), rowEnd(tableDef(0, 2)),
		runs(textRun{"ViÖn", sprm(sprmCFont, 1, 0)}), para("\x13 X \x14y\x15"),
	}, footnotes: []textPara{para("n"), para("")}, tables: map[int][]byte{2: join(le32(7, 8), le16(1)), 3: le32(0, 2, 3)}}
	b.styles = [][]byte{b.styleOf(noStyle, nil, nil)}
	old := &builder{old: true, text: []textPara{para("Chñ tÞch ChÝnh phñ")}}
	return map[string][]byte{"new.doc": b.write(), "old.doc": old.write()}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds()) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds()) }

// FuzzStreams fuzzes the streams of a sound container, which a mutated container seldom gets past.
func FuzzStreams(f *testing.F) {
	for _, b := range []*builder{
		{text: []textPara{para("Chỉ thị"), cell("a"), rowEnd(tableDef(0))}},
		{old: true, text: []textPara{para("a")}},
	} {
		b.write()
		f.Add(b.main, b.table, b.data)
	}
	f.Fuzz(func(t *testing.T, main, table, data []byte) {
		if len(main)+len(table)+len(data) > 40_000 {
			t.Skip("more than one sector of allocation")
		}
		file := compound(map[string][]byte{"WordDocument": main, "1Table": table, "Data": data})
		readtest.Sound(t, Reader{}, file)
	})
}

func TestOldFonts(t *testing.T) {
	readtest.OldFonts(t, func(t *testing.T, font, western string) string {
		b := &builder{fonts: []string{"Times New Roman", font}, text: []textPara{runs(textRun{western, sprm(sprmCFont, 1, 0)})}}
		res, err := Reader{}.Read(t.Context(), read.Source{Data: b.write()}, read.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Text.Content
	})
}
