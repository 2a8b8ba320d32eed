package normalize

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// gazette is a paper of two pages as a gazette prints it: running heads, a note under the text, a table, a page number.
const gazette = `CÔNG BÁO/Số 12 + 13
NGHỊ ĐỊNH
Quy định về quản lý đầu tư
Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;
Chính phủ ban hành Nghị định quy định về quản lý vốn đầu tư công¹ tại
¹ Nghị định này được sửa đổi bởi Nghị định số 85/2025/
NĐ-CP ngày 08 tháng 4 năm 2025.
CÔNG BÁO/Số 12 + 13
2
các địa phương.
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc lập kế hoạch theo
Điều 5 của Luật; trình tự thực hiện theo Luật số
58/2024/QH15.
TT | Nội dung | Đơn vị
1 | Lập kế hoạch | Sở Tài chính
NGUYỄN VĂN A
`

// gazetteText is gazette with what a reader of PDF tells of it.
func gazetteText(t *testing.T) *document.Text {
	text := &document.Text{Content: gazette, Wrapped: true}
	at := func(from int, s string) document.Range {
		i := strings.Index(gazette[from:], s)
		if i < 0 {
			t.Fatalf("%q is not in the paper", s)
		}
		return document.Range{Start: from + i, End: from + i + len(s)}
	}
	head := at(0, "CÔNG BÁO/Số 12 + 13")
	second := at(head.End, "CÔNG BÁO/Số 12 + 13")
	text.Furniture = []document.Range{head, second}
	body := at(0, "Nghị định này được sửa đổi bởi")
	body.End = at(0, "năm 2025.").End
	text.Notes = []document.Note{{Mark: "1", Anchor: at(0, "¹"), Body: body}}
	first, row := at(0, "TT | Nội dung | Đơn vị"), at(0, "1 | Lập kế hoạch | Sở Tài chính")
	cells := func(r document.Range) (out []document.Range) {
		for _, c := range strings.Split(r.In(gazette), " | ") {
			out = append(out, at(r.Start, c))
		}
		return out
	}
	text.Tables = []document.Table{{Range: document.Range{Start: first.Start, End: row.End}, Rows: []document.Row{
		{Range: first, Cells: cells(first), Header: true}, {Range: row, Cells: cells(row)},
	}}}
	return text
}

func TestGazette(t *testing.T) {
	v := NewView(gazetteText(t))
	want := []string{
		"NGHỊ ĐỊNH",
		"Quy định về quản lý đầu tư",
		"Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;",
		"Chính phủ ban hành Nghị định quy định về quản lý vốn đầu tư công tại các địa phương.",
		"Điều 1. Phạm vi điều chỉnh",
		"Nghị định này quy định việc lập kế hoạch theo Điều 5 của Luật; trình tự thực hiện theo Luật số 58/2024/QH15.",
		"TT | Nội dung | Đơn vị",
		"1 | Lập kế hoạch | Sở Tài chính",
		"NGUYỄN VĂN A",
		"Nghị định này được sửa đổi bởi Nghị định số 85/2025/ NĐ-CP ngày 08 tháng 4 năm 2025.",
	}
	if v.Text != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", v.Text, strings.Join(want, "\n"))
	}
	note := v.Paras[len(v.Paras)-1]
	if note.Role != Note || note.Mark != "1" || !strings.HasSuffix(v.Text[:note.Anchor], "vốn đầu tư công") {
		t.Errorf("note %+v is tied behind %q", note, v.Text[:max(0, note.Anchor)])
	}
	var tables []int
	for _, p := range v.Paras {
		if p.Role == Row {
			tables = append(tables, p.Table, len(p.Cells))
		}
	}
	if len(tables) != 4 || tables[0] != 0 || tables[1] != 3 || tables[2] != 0 || tables[3] != 3 {
		t.Errorf("tables and cells %v", tables)
	}
}

// TestGazetteMapsBack maps what runs over lines and pages to the source.
func TestGazetteMapsBack(t *testing.T) {
	v := NewView(gazetteText(t))
	for _, c := range []struct{ name, view, source string }{
		{"within a line", "Luật Đầu tư công", "Luật Đầu tư công"},
		{"a number over two lines", "Luật số 58/2024/QH15", "Luật số\n58/2024/QH15"},
		{"a number in a note", "85/2025/ NĐ-CP", "85/2025/\nNĐ-CP"},
		{"over a note and a page", "tại các địa phương", "tại\n¹ Nghị định này được sửa đổi bởi Nghị định số 85/2025/\nNĐ-CP ngày 08 tháng 4 năm 2025.\nCÔNG BÁO/Số 12 + 13\n2\ncác địa phương"},
		{"over the mark of a note", "công tại", "công¹ tại"},
		{"a cell", "Sở Tài chính", "Sở Tài chính"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := strings.LastIndex(v.Text, c.view)
			if at < 0 {
				t.Fatalf("%q is not in the view", c.view)
			}
			r := document.Range{Start: at, End: at + len(c.view)}
			if got := v.Range(r).In(gazette); got != c.source {
				t.Errorf("got %q, want %q", got, c.source)
			}
			if s := v.Span(r); string([]rune(gazette)[s.Start:s.End]) != c.source || s.Exact != c.source {
				t.Errorf("span %+v", s)
			}
		})
	}
}

func TestLocate(t *testing.T) {
	v := NewView(gazetteText(t))
	for _, c := range []struct{ name, source, view string }{
		{"kept", "Phạm vi", "Phạm vi"},
		{"left out: the next that is kept", "2\ncác địa", "các địa"},
		{"a running head", "CÔNG BÁO", "NGHỊ ĐỊNH"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := v.Locate(strings.Index(gazette, c.source))
			if !strings.HasPrefix(v.Text[at:], c.view) {
				t.Errorf("got %.20q, want %q", v.Text[at:], c.view)
			}
		})
	}
	if got := v.Locate(len(gazette)); got != len(v.Text) {
		t.Errorf("the end is at %d of %d", got, len(v.Text))
	}
}

func TestLineWidth(t *testing.T) {
	printed := strings.Repeat(strings.Repeat("một hai ", 8)+"\n", 10)
	whole := strings.Repeat(strings.Repeat("một hai ", 40)+"\n", 10)
	for _, c := range []struct {
		name, content string
		wrapped       bool
		want          int
	}{
		{"printed lines", printed, true, 63}, {"whole paragraphs", whole, true, 0}, {"a format with paragraphs", printed, false, 0},
		{"too few lines", strings.Repeat("một\n", 5), true, 0}, {"rows alone", strings.Repeat("a | b | c\n", 12), true, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := &document.Text{Content: c.content, Wrapped: c.wrapped}
			if got := lineWidth(text, split(text)); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

// TestMergedCells copies what a row repeats of the row above, with its line breaks as blanks.
func TestMergedCells(t *testing.T) {
	const content = "Sở Y tế\nvà Sở Tài chính | khám bệnh\n | tiêm chủng\n"
	merged := document.Range{End: len("Sở Y tế\nvà Sở Tài chính")}
	second := strings.Index(content, " | tiêm")
	text := &document.Text{Content: content, Tables: []document.Table{{Range: document.Range{End: len(content)}, Rows: []document.Row{
		{Range: document.Range{Start: second, End: len(content) - 1}, Cells: []document.Range{merged, {Start: second + 3, End: len(content) - 1}}},
	}}}}
	v := NewView(text)
	row := v.Paras[len(v.Paras)-1]
	if got := row.Cells[0].In(v.Text); got != "Sở Y tế và Sở Tài chính" {
		t.Errorf("the merged cell reads %q", got)
	}
}

// Notes that the file told are views like others: all letters map back, and none is in the view twice.
func TestToldNotesMapBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"một hai", "\n", "ba.", "số", "54/2014/QH13", "TT-", "¹", " ", "- bốn", "Điều 5", "\n\n"})
		words := func(name string) string { return strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, name), "") }
		text := noted(words("before") + "\n{¹ " + words("first") + "}\n" + words("between") + "\n{² " + words("second") + "}\n" + words("after"))
		checkView(t, text)
		seen := map[int]bool{}
		for _, c := range NewView(text).chunks {
			for i := c.source; !c.glue && i < c.source+c.size; i++ {
				if seen[i] {
					t.Errorf("%q: byte %d is in the view twice", text.Content, i)
				}
				seen[i] = true
			}
		}
	})
}
