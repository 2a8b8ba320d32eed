package flow

import (
	"reflect"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// bold makes a bold run.
func bold(text string) Run { return Run{Text: text, Bold: true} }

// para makes a paragraph of runs.
func para(runs ...Run) Block { return Block{Paragraph: &Paragraph{Runs: runs}} }

// grid makes a table of plain cells; "^" goes on with the cell above.
func grid(rows ...[]string) Block {
	t := &Table{}
	for _, r := range rows {
		var row Row
		for _, text := range r {
			c := Cell{Span: 1}
			if text == "^" {
				c.Continues = true
			} else if text != "" {
				c.Blocks = []Block{Para(text)}
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
	}
	return Block{Table: t}
}

func TestContent(t *testing.T) {
	for _, c := range []struct {
		name string
		doc  Document
		want string
	}{
		{"a line a paragraph", Document{Blocks: []Block{Para("một"), Para("hai")}}, "một\nhai\n"},
		{"a break inside a paragraph", Document{Blocks: []Block{Para("CỘNG HÒA\nĐộc lập")}}, "CỘNG HÒA\nĐộc lập\n"},
		{"empty paragraphs and blanks at the ends", Document{Blocks: []Block{Para(" "), Para("\t x \t")}}, "x\n"},
		{"blanks at the ends over runs", Document{Blocks: []Block{para(bold("  "), Run{Text: " a "}, bold(" "))}}, "a\n"},
		{"odd blanks and unseen characters", Document{Blocks: []Block{Para("a\u00a0b\u200b\u00adc\ufeff\u2003d\x07")}}, "a bc d\n"},
		{"decomposed letters", Document{Blocks: []Block{Para("Vie\u0323\u0302t")}}, "Việt\n"},
		{"a mark in another run than its letter", Document{Blocks: []Block{para(bold("e\u0302"), Run{Text: "\u0323t"})}}, "ệt\n"},
		{"a mark behind an unseen character", Document{Blocks: []Block{Para("e\u200b\u0302t")}}, "êt\n"},
		{"a mark in a run of its own", Document{Blocks: []Block{para(Run{Text: "e\u0302"}, bold("\u0323"), Run{Text: "t"})}}, "ệt\n"},
		{"the rule under a letterhead", Document{Blocks: []Block{Para("CHÍNH PHỦ\n-------\n____")}}, "CHÍNH PHỦ\n"},
		{"raised digits", Document{Blocks: []Block{para(Run{Text: "10 m"}, Run{Text: "2", Super: true})}}, "10 m²\n"},
		{"raised words", Document{Blocks: []Block{para(Run{Text: "a"}, Run{Text: "th", Super: true})}}, "ath\n"},
		{
			"a footnote",
			Document{
				Blocks: []Block{para(Run{Text: "của Đảng"}, Run{Note: 1}, Run{Text: ";"})},
				Notes:  []Note{{Mark: "12", Blocks: []Block{Para("Kế hoạch"), Para("số 48")}}},
			},
			"của Đảng¹²;\n¹² Kế hoạch số 48\n",
		},
		{"a mark of no note", Document{Blocks: []Block{para(Run{Text: "a"}, Run{Note: 7})}}, "a\n"},
		{
			"a letterhead goes down its columns",
			Document{Blocks: []Block{grid([]string{"UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, []string{"Số: 01/KH", "Hà Nội, ngày"})}},
			"UBND TỈNH\nSố: 01/KH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày\n",
		},
		{
			"a signature",
			Document{Blocks: []Block{grid([]string{"Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH\nLê A"})}},
			"Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê A\n",
		},
		{
			"a data table with a merged cell and an empty row",
			Document{Blocks: []Block{grid(
				[]string{"TT", "Nội dung", "Chủ trì"}, []string{"1", "Rà soát", "Sở A"}, []string{"", "", ""}, []string{"2", "Tập huấn", "^"},
			)}},
			"TT | Nội dung | Chủ trì\n1 | Rà soát | Sở A\n2 | Tập huấn | \n",
		},
		{"a table of one row places text", Document{Blocks: []Block{grid([]string{"a", "b", "c"})}}, "a\nb\nc\n"},
		{"a table of one column places text", Document{Blocks: []Block{grid([]string{"a"}, []string{"b"})}}, "a\nb\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.doc.Text()
			if got.Content != c.want {
				t.Errorf("got %q\nwant %q", got.Content, c.want)
			}
			if err := readtest.Check(&read.Result{Text: got}); err != nil {
				t.Error(err)
			}
		})
	}
}

// in gives what ranges cover.
func in(t *document.Text, ranges ...document.Range) []string {
	var out []string
	for _, r := range ranges {
		out = append(out, r.In(t.Content))
	}
	return out
}

func TestEmphasis(t *testing.T) {
	d := Document{Blocks: []Block{para(bold("KẾ "), bold("HOẠCH"), Run{Text: " thường "}, bold(" ")), para(bold("đậm"))}}
	got := d.Text()
	if want := []string{"KẾ HOẠCH", "đậm"}; !reflect.DeepEqual(in(got, got.Emphasis...), want) {
		t.Errorf("got %q, want %q", in(got, got.Emphasis...), want)
	}
}

func TestNotes(t *testing.T) {
	d := Document{
		Blocks: []Block{para(Run{Text: "một"}, Run{Note: 1}, Run{Text: " hai"}, Run{Note: 2})},
		Notes:  []Note{{Mark: "1", Blocks: []Block{Para("thứ nhất")}}, {Mark: "*"}},
	}
	got := d.Text()
	if len(got.Notes) != 1 {
		t.Fatalf("%d notes, want the one with text", len(got.Notes))
	}
	n := got.Notes[0]
	if n.Mark != "1" || n.Anchor.In(got.Content) != "¹" || n.Body.In(got.Content) != "thứ nhất" {
		t.Errorf("got %+v in %q", n, got.Content)
	}
}

func TestTables(t *testing.T) {
	d := Document{Blocks: []Block{Para("trước"), grid(
		[]string{"TT", "Nội dung", "Chủ trì"}, []string{"1", "Rà soát", "Sở A"}, []string{"2", "Tập huấn", "^"},
		[]string{"I", "Nhóm"},
	), Para("sau")}}
	got := d.Text()
	if len(got.Tables) != 1 {
		t.Fatalf("%d tables", len(got.Tables))
	}
	table := got.Tables[0]
	var cells [][]string
	for _, r := range table.Rows {
		cells = append(cells, in(got, r.Cells...))
	}
	want := [][]string{{"TT", "Nội dung", "Chủ trì"}, {"1", "Rà soát", "Sở A"}, {"2", "Tập huấn", "Sở A"}, {"I", "Nhóm"}}
	if !reflect.DeepEqual(cells, want) {
		t.Errorf("cells %q, want %q", cells, want)
	}
	if !table.Rows[0].Header || table.Rows[1].Header {
		t.Error("the first row, and no other, is the head")
	}
	if first, last := table.Rows[0].Range.Start, table.Rows[3].Range.End; table.Range != (document.Range{Start: first, End: last}) {
		t.Errorf("the table covers %v", table.Range)
	}
}

func TestHeadOfTwoRows(t *testing.T) {
	block := grid([]string{"TT", "Nội dung", "Thời gian"}, []string{"^", "^", "Bắt đầu", "Kết thúc"}, []string{"1", "a", "b", "c"})
	block.Table.Rows[0].Cells[2].Span = 2
	d := Document{Blocks: []Block{block}}
	got := d.Text()
	rows := got.Tables[0].Rows
	if !rows[0].Header || !rows[1].Header || rows[2].Header {
		t.Errorf("heads: %v %v %v", rows[0].Header, rows[1].Header, rows[2].Header)
	}
	if want := []string{"TT", "Nội dung", "Thời gian", "Thời gian"}; !reflect.DeepEqual(in(got, rows[0].Cells...), want) {
		t.Errorf("a head over two columns: %q", in(got, rows[0].Cells...))
	}
	if want := []string{"TT", "Nội dung", "Bắt đầu", "Kết thúc"}; !reflect.DeepEqual(in(got, rows[1].Cells...), want) {
		t.Errorf("the second row: %q", in(got, rows[1].Cells...))
	}
}

func TestNestedTable(t *testing.T) {
	inner := grid([]string{"a", "b"}, []string{"c", "d"})
	outer := grid([]string{"TT", "Nội dung"}, []string{"1", "x"}, []string{"2", "y"}, []string{"3", "z"})
	outer.Table.Rows[1].Cells[1].Blocks = append(outer.Table.Rows[1].Cells[1].Blocks, Block{Table: &Table{Rows: inner.Table.Rows[:1]}})
	d := Document{Blocks: []Block{outer}}
	if got, want := d.Text().Content, "TT | Nội dung\n1 | x a b\n2 | y\n3 | z\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzRuns(f *testing.F) {
	f.Add("Vie\u0302", "\u0323n", "x")
	f.Add("a\u200b", "\u0301 ", "\n<\u0338")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		d := Document{
			Blocks: []Block{para(Run{Text: a}, bold(b), Run{Note: 1}, Run{Text: c, Super: true}), grid([]string{"TT", a}, []string{b, c})},
			Notes:  []Note{{Mark: "1", Blocks: []Block{Para(c)}}},
		}
		if err := readtest.Check(&read.Result{Text: d.Text()}); err != nil {
			t.Error(err)
		}
	})
}

func TestHasLetterhead(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []Block
		want   bool
	}{
		{"in a table", []Block{grid([]string{"UBND", "Độc lập - Tự do - Hạnh phúc"})}, true},
		{"of the Party", []Block{Para("ĐẢNG CỘNG SẢN VIỆT NAM")}, true},
		{"none", []Block{Para("KẾ HOẠCH")}, false},
	} {
		if got := HasLetterhead(c.blocks); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
