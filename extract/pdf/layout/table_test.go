package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// cellTexts gives the cells of a table, a line a row, heads marked.
func cellTexts(text *document.Text, table document.Table) []string {
	var out []string
	for _, row := range table.Rows {
		line := ""
		if row.Header {
			line = "# "
		}
		for i, c := range row.Cells {
			if i > 0 {
				line += "|"
			}
			line += c.In(text.Content)
		}
		out = append(out, line)
	}
	return out
}

// put sets one word of a given place and size.
func put(x, y, size float64, text string) []Word {
	return []Word{{Text: text, X0: x, X1: x + 0.5*size*float64(len([]rune(text))), Y: y, Size: size}}
}

// running is a paragraph of running text, so that a page has a size of body.
func running(from float64) []Word {
	var out []Word
	for y := from; y < from+100; y += 20 {
		out = append(out, at(85, y, 14, "các tuyến kênh trên địa bàn phải được rà soát")...)
	}
	return out
}

// A table that goes on on the next page is one table: its head, printed again there, is left out, and the footnotes of the
// first page do not part it.
func TestHeadPrintedAgain(t *testing.T) {
	xs, ys := []float64{80, 130, 350}, []float64{300, 330, 360}
	head := all(at(85, 320, 12, "TT"), at(140, 320, 12, "Nội dung"))
	one := Page{Width: 595, Height: 842, Rules: lattice(xs, ys), Words: all(running(100), put(420, 95, 8, "1"), head,
		at(85, 350, 12, "1"), at(140, 350, 12, "kênh"), put(85, 700, 7, "1"), at(95, 702, 10, "Chú thích của trang."))}
	cases := []struct {
		name   string
		second []Word
		want   []string
	}{
		{"the head again", all(head, at(85, 350, 12, "2"), at(140, 350, 12, "mương")), []string{"# TT|Nội dung", "1|kênh", "2|mương"}},
		{"no head again", all(at(85, 320, 12, "2"), at(140, 320, 12, "mương"), at(85, 350, 12, "3"), at(140, 350, 12, "cống")), []string{"# TT|Nội dung", "1|kênh", "2|mương", "3|cống"}},
		{"a row like one before, which is no head", all(at(85, 320, 12, "1"), at(140, 320, 12, "kênh"), at(85, 350, 12, "3"), at(140, 350, 12, "cống")), []string{"# TT|Nội dung", "1|kênh", "1|kênh", "3|cống"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			first := one
			text := Compose([]*Page{&first, {Width: 595, Height: 842, Words: c.second, Rules: lattice(xs, ys)}})
			if len(text.Tables) != 1 || len(text.Notes) != 1 {
				t.Fatalf("tables %+v, notes %+v of\n%s", text.Tables, text.Notes, text.Content)
			}
			if got := cellTexts(text, text.Tables[0]); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A cell over several columns gives its value to each of them, and what lies under it stands in its own column.
func TestCellsOverColumns(t *testing.T) {
	xs, ys := []float64{80, 130, 250, 350, 450}, []float64{100, 130, 160, 190, 220}
	words := all(at(85, 120, 12, "TT"), at(140, 120, 12, "Nội dung"), at(260, 120, 12, "Thời gian"),
		at(260, 150, 12, "Đầu"), at(360, 150, 12, "Cuối"),
		at(85, 180, 12, "1"), at(140, 180, 12, "kênh"), at(260, 180, 12, "tháng 1"), at(360, 180, 12, "tháng 2"),
		at(85, 210, 12, "2"), at(140, 210, 12, "mương"), at(260, 210, 12, "cả năm"))
	rules := lattice(xs, ys, Rule{350, 100, 350, 130}, Rule{80, 130, 130, 130}, Rule{130, 130, 250, 130}, Rule{350, 190, 350, 220})
	text := Compose([]*Page{{Width: 595, Height: 842, Words: words, Rules: rules}})
	want := []string{"# TT|Nội dung|Thời gian|Thời gian", "TT|Nội dung|Đầu|Cuối", "1|kênh|tháng 1|tháng 2", "2|mương|cả năm|cả năm"}
	if len(text.Tables) != 1 {
		t.Fatalf("tables %+v of\n%s", text.Tables, text.Content)
	}
	if got := cellTexts(text, text.Tables[0]); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !strings.HasPrefix(text.Content, "TT | Nội dung | Thời gian\n |  | Đầu | Cuối\n1 | kênh | tháng 1 | tháng 2\n2 | mương | cả năm\n") {
		t.Errorf("got\n%s", text.Content)
	}
}

func TestCells(t *testing.T) {
	xs, ys := []float64{80, 110, 350}, []float64{300, 360, 390}
	cases := []struct {
		name  string
		words []Word
		want  []string
	}{
		{
			"a head that a narrow column breaks", all(at(85, 320, 12, "ST"), at(85, 340, 12, "T"), at(140, 320, 12, "Nội dung"), at(85, 380, 12, "1"), at(140, 380, 12, "kênh")),
			[]string{"# STT|Nội dung", "1|kênh"},
		},
		{
			"another cell of two lines", all(at(85, 320, 12, "Số"), at(85, 340, 12, "TT"), at(140, 320, 12, "Nội dung"), at(85, 380, 12, "1"), at(140, 380, 12, "kênh")),
			[]string{"# Số TT|Nội dung", "1|kênh"},
		},
		{
			"the mark of a footnote in a cell", all(at(85, 320, 12, "TT"), at(140, 320, 12, "Ghi chú"), put(179, 315, 7, "1"), at(85, 380, 12, "1"), at(140, 380, 12, "kênh"),
				put(85, 700, 7, "1"), at(95, 702, 10, "Ghi rõ nguồn.")),
			[]string{"# TT|Ghi chú¹", "1|kênh"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := Compose([]*Page{{Width: 595, Height: 842, Words: all(running(100), c.words), Rules: lattice(xs, ys)}})
			if len(text.Tables) != 1 {
				t.Fatalf("tables %+v of\n%s", text.Tables, text.Content)
			}
			if got := cellTexts(text, text.Tables[0]); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			for _, n := range text.Notes {
				if n.Anchor.In(text.Content) != "¹" {
					t.Errorf("the note's mark is %q", n.Anchor.In(text.Content))
				}
			}
		})
	}
}

func TestGridsOf(t *testing.T) {
	square := lattice([]float64{100, 200, 300}, []float64{100, 200, 300})
	cases := []struct {
		name  string
		rules []Rule
		want  int // tables
		size  int // columns × rows of the first
	}{
		{"nothing", nil, 0, 0},
		{"a rule under a heading", []Rule{{100, 100, 300, 100}}, 0, 0},
		{"a frame", lattice([]float64{100, 300}, []float64{100, 300}), 0, 0},
		{"two columns, two rows", square, 1, 4},
		{"two tables apart", append(slices.Clone(square), lattice([]float64{100, 200, 300}, []float64{400, 500, 600})...), 2, 4},
		{"lines drawn twice, a little beside", append(slices.Clone(square), lattice([]float64{101, 201, 301}, []float64{101, 201, 301})...), 1, 4},
		{"dots of a dotted line", []Rule{{100, 100, 102, 100}, {110, 100, 112, 100}, {120, 100, 122, 100}}, 0, 0},
		{"ends that do not quite meet", lattice([]float64{100, 200, 300}, []float64{100, 200, 300}, Rule{100, 100, 200, 100}), 1, 4},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := gridsOf(c.rules)
			if len(got) != c.want || c.want > 0 && got[0].columns()*got[0].rows() != c.size {
				t.Errorf("%d tables, the first of %+v", len(got), got)
			}
		})
	}
}

// A word of a cell that OCR was not sure of is doubted as one of running text is, in its place.
func TestDoubtsInCells(t *testing.T) {
	cell := func(x, y, confidence float64, text string) []Word {
		words := at(x, y, 12, text)
		for i := range words {
			words[i].Confidence = confidence
		}
		return words
	}
	p := Page{Width: 595, Height: 842, Rules: lattice([]float64{80, 130, 350}, []float64{300, 330, 360}), Words: all(running(100),
		cell(85, 320, 0.95, "TT"), cell(140, 320, 0.95, "Nội dung"), cell(85, 350, 0.6, "1"), cell(140, 350, 0.3, "kênh"), cell(180, 350, 0.9, "mương"))}
	text := Compose([]*Page{&p})
	var got []string
	for _, d := range text.Doubts {
		got = append(got, d.Range.In(text.Content))
	}
	if len(text.Tables) != 1 || !slices.Equal(got, []string{"1", "kênh"}) || text.Doubts[1].Confidence != 0.3 {
		t.Errorf("%q doubted in %q", got, text.Content)
	}
}
