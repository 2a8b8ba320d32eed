package layout

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// at sets the words of a text side by side from a place, letters half as wide as they are large.
func at(x, y, size float64, text string) []Word {
	var out []Word
	for w := range strings.FieldsSeq(text) {
		end := x + 0.5*size*float64(len([]rune(w)))
		out = append(out, Word{Text: w, X0: x, X1: end, Y: y, Size: size, Before: true})
		x = end + 0.25*size
	}
	return out
}

func all(parts ...[]Word) []Word {
	var out []Word
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func bold(words []Word) []Word {
	for i := range words {
		words[i].Bold = true
	}
	return words
}

// lattice draws the lines of a table, those left out aside.
func lattice(xs, ys []float64, without ...Rule) []Rule {
	var out []Rule
	add := func(r Rule) {
		for _, w := range without {
			if w == r {
				return
			}
		}
		out = append(out, r)
	}
	for i := range ys {
		for j := range xs {
			if j+1 < len(xs) {
				add(Rule{xs[j], ys[i], xs[j+1], ys[i]})
			}
			if i+1 < len(ys) {
				add(Rule{xs[j], ys[i], xs[j], ys[i+1]})
			}
		}
	}
	return out
}

func TestTables(t *testing.T) {
	xs, ys := []float64{80, 130, 350, 500}, []float64{100, 130, 160, 190}
	words := all(bold(at(85, 120, 12, "TT")), bold(at(140, 120, 12, "Nội dung")), bold(at(360, 120, 12, "Chủ trì")),
		at(85, 150, 12, "1"), at(140, 145, 12, "Đo lại các"), at(140, 158, 12, "tuyến kênh"), at(360, 150, 12, "Sở Nông nghiệp"),
		at(85, 180, 12, "2"), at(140, 180, 12, "Lập dự toán"))
	cases := []struct {
		name  string
		rules []Rule
		want  string
		cell  string // the last cell of the last row
	}{
		{
			"full", lattice(xs, ys),
			"TT | Nội dung | Chủ trì\n1 | Đo lại các tuyến kênh | Sở Nông nghiệp\n2 | Lập dự toán | \n", "",
		},
		{
			"a cell over two rows", lattice(xs, ys, Rule{350, 160, 500, 160}),
			"TT | Nội dung | Chủ trì\n1 | Đo lại các tuyến kênh | Sở Nông nghiệp\n2 | Lập dự toán | \n", "Sở Nông nghiệp",
		},
		{
			"a cell over two columns", lattice(xs, ys, Rule{350, 160, 350, 190}),
			"TT | Nội dung | Chủ trì\n1 | Đo lại các tuyến kênh | Sở Nông nghiệp\n2 | Lập dự toán\n", "Lập dự toán",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := Compose([]*Page{{Width: 595, Height: 842, Words: all(at(85, 80, 14, "Phân công như sau:"), words, at(85, 230, 14, "Hết.")), Rules: c.rules}})
			if text.Content != "Phân công như sau:\n"+c.want+"Hết.\n" {
				t.Fatalf("got\n%s", text.Content)
			}
			if len(text.Tables) != 1 || len(text.Tables[0].Rows) != 3 {
				t.Fatalf("tables %+v", text.Tables)
			}
			tb := text.Tables[0]
			if tb.Range.In(text.Content)+"\n" != c.want || !tb.Rows[0].Header || tb.Rows[1].Header {
				t.Errorf("table %q, rows %+v", tb.Range.In(text.Content), tb.Rows)
			}
			last := tb.Rows[2].Cells
			if got := last[len(last)-1].In(text.Content); got != c.cell {
				t.Errorf("the last cell is %q, want %q", got, c.cell)
			}
		})
	}
}

func TestTableOverPages(t *testing.T) {
	xs, ys := []float64{80, 130, 350}, []float64{100, 130, 160}
	page := func(words ...[]Word) *Page {
		return &Page{Width: 595, Height: 842, Words: all(words...), Rules: lattice(xs, ys)}
	}
	text := Compose([]*Page{
		page(at(85, 120, 12, "TT"), at(140, 120, 12, "Nội dung"), at(85, 150, 12, "1"), at(140, 150, 12, "kênh")),
		page(at(85, 120, 12, "2"), at(140, 120, 12, "mương"), at(85, 150, 12, "3"), at(140, 150, 12, "cống"), at(300, 30, 12, "2")),
	})
	if len(text.Tables) != 1 || len(text.Tables[0].Rows) != 4 {
		t.Errorf("tables %+v of\n%s", text.Tables, text.Content)
	}
}

// On a scan the next page lies a little to the side; its table goes on all the same where its head is printed again, and the
// numbers of an annex's pages do not come between.
func TestRepeatedHead(t *testing.T) {
	page := func(dx float64, number, head, row, text string) *Page {
		xs, ys := []float64{80 + dx, 130 + dx, 350 + dx}, []float64{100, 130, 160}
		return &Page{Width: 595, Height: 842, Rules: lattice(xs, ys), Words: all(
			at(85+dx, 120, 12, "TT"), at(140+dx, 120, 12, head), at(85+dx, 150, 12, row), at(140+dx, 150, 12, text), at(300, 30, 12, number))}
	}
	front := func() *Page { return &Page{Width: 595, Height: 842, Words: at(85, 300, 12, "Kế hoạch")} }
	pages := []*Page{front(), front(), front(), front(), page(0, "1", "Nội dung", "1", "kênh"), page(12, "2", "Nội dung", "2", "mương"), page(5, "3", "Chủ trì", "1", "Sở")}
	text := Compose(pages)
	want := "Kế hoạch\nKế hoạch\nKế hoạch\nKế hoạch\nTT | Nội dung\n1 | kênh\n2 | mương\nTT | Chủ trì\n1 | Sở\n"
	if text.Content != want || len(text.Tables) != 2 || len(text.Tables[0].Rows) != 3 {
		t.Errorf("tables %+v of\n%s", text.Tables, text.Content)
	}
}

func TestFrameIsNoTable(t *testing.T) {
	text := Compose([]*Page{{Width: 595, Height: 842, Words: at(85, 120, 14, "HỎA TỐC"), Rules: lattice([]float64{80, 200}, []float64{100, 130})}})
	if text.Content != "HỎA TỐC\n" || len(text.Tables) != 0 {
		t.Errorf("%q, %+v", text.Content, text.Tables)
	}
}

func TestNotes(t *testing.T) {
	var lines []Word
	for y := 100.0; y < 500; y += 20 {
		lines = append(lines, at(85, y, 14, "các tuyến kênh trên địa bàn phải được rà soát")...)
	}
	mark := func(x, y float64, s string) []Word { return []Word{{Text: s, X0: x, X1: x + 4, Y: y - 5, Size: 8}} }
	text := Compose([]*Page{{Width: 595, Height: 842, Words: all(lines,
		at(85, 520, 14, "theo chỉ đạo của tỉnh"), mark(219, 520, "1"), at(85, 540, 14, "trên 120 m"), mark(149, 540, "2"),
		mark(85, 700, "1"), at(90, 700, 10, "Chỉ thị số 07 ngày 14 tháng 3"), at(85, 712, 10, "năm 2024 của tỉnh."))}})
	if len(text.Notes) != 1 {
		t.Fatalf("notes %+v of\n%s", text.Notes, text.Content)
	}
	n := text.Notes[0]
	if n.Mark != "1" || n.Anchor.In(text.Content) != "¹" || n.Body.In(text.Content) != "Chỉ thị số 07 ngày 14 tháng 3\nnăm 2024 của tỉnh." {
		t.Errorf("mark %q, anchor %q, body %q", n.Mark, n.Anchor.In(text.Content), n.Body.In(text.Content))
	}
	if !strings.Contains(text.Content, "tỉnh¹\n") || !strings.Contains(text.Content, "120 m2\n") {
		t.Errorf("marks in\n%s", text.Content)
	}
}

// On a page read by OCR the raised mark of a footnote is often lost: a few small lines under the text are its notes.
func TestNotesOfScans(t *testing.T) {
	text := all(at(80, 100, 14, "Quyết định phê duyệt Đề án” và các văn bản"), at(80, 130, 14, "có liên quan của tỉnh"))
	small := at(80, 700, 10, "1 Đề án ban hành kèm theo")
	rows := text
	for i := range 10 {
		rows = all(rows, at(80, 400+float64(20*i), 10, "1 Đo lại các tuyến kênh"))
	}
	cases := []struct {
		name, verdict string
		words         []Word
		notes         int
	}{
		{"a scan", "ocr", all(text, small), 1},
		{"a text layer, which would have the mark", "text", all(text, small), 0},
		{"small print without a mark", "ocr", all(text, at(80, 700, 10, "- Lưu: VT")), 0},
		{"only a little smaller", "ocr", all(text, at(80, 700, 12.5, "1 Đề án ban hành")), 0},
		{"small print alone", "ocr", small, 0},
		{"a table in small print", "ocr", rows, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := Compose([]*Page{{Width: 595, Height: 842, Words: c.words, Verdict: c.verdict}})
			if len(got.Notes) != c.notes {
				t.Fatalf("%d notes: %+v\n%s", len(got.Notes), got.Notes, got.Content)
			}
			if c.notes == 1 && got.Notes[0].Body.In(got.Content) != "Đề án ban hành kèm theo" {
				t.Errorf("the note is %q", got.Notes[0].Body.In(got.Content))
			}
		})
	}
}

// Words that OCR was not sure of keep their places in the text; those of a text layer, which have no confidence, are not
// doubted.
func TestDoubts(t *testing.T) {
	read := func(confidence float64, words []Word) []Word {
		for i := range words {
			words[i].Confidence = confidence
		}
		return words
	}
	page := &Page{Width: 595, Height: 842, Words: all(
		at(100, 200, 12, "Kênh mương"), read(0.95, at(100, 220, 12, "nạo vét")), read(0.4, at(100, 240, 12, "Tân")), read(0.85, at(160, 240, 12, "Hữu")),
	)}
	text := Compose([]*Page{page})
	if len(text.Doubts) != 1 || text.Doubts[0].Range.In(text.Content) != "Tân" || text.Doubts[0].Confidence != 0.4 {
		t.Errorf("doubts %+v in %q", text.Doubts, text.Content)
	}
}

func TestEmphasis(t *testing.T) {
	text := Compose([]*Page{{Width: 595, Height: 842, Words: all(bold(at(85, 100, 14, "Điều 1.")), at(140, 100, 14, "Phạm vi"))}})
	if len(text.Emphasis) != 1 || text.Emphasis[0].In(text.Content) != "Điều 1." {
		t.Errorf("emphasis %+v of %q", text.Emphasis, text.Content)
	}
}

func TestLettersInSeveralPieces(t *testing.T) {
	// the letters with marks are drawn in another font, after the rest of the line
	words := []Word{
		{Text: "V", X0: 85, X1: 95, Y: 100, Size: 14}, {Text: "n", X0: 105, X1: 112, Y: 100, Size: 14},
		{Text: "ki", X0: 116, X1: 127, Y: 100, Size: 14}, {Text: "m", X0: 133, X1: 144, Y: 100, Size: 14},
		{Text: "iệ", X0: 95, X1: 105, Y: 100, Size: 14}, {Text: "ể", X0: 127, X1: 133, Y: 100, Size: 14},
		{Text: "sa", X0: 148, X1: 160, Y: 100, Size: 14}, {Text: "\u0301", X0: 160, X1: 160, Y: 100, Size: 14}, {Text: "t", X0: 160, X1: 164, Y: 100, Size: 14},
	}
	if got := Compose([]*Page{{Width: 595, Height: 842, Words: words}}).Content; got != "Viện kiểm sát\n" {
		t.Errorf("got %q", got)
	}
}

func TestFurnitureOfShortFiles(t *testing.T) {
	body := at(85, 300, 14, "các tuyến kênh trên địa bàn")
	cases := []struct {
		name, line string
		y          float64
		kept       bool
	}{
		{"a number at the top", "2", 40, false},
		{"a number between dashes", "- 2 -", 820, false},
		{"a number with a word", "Trang 2/5", 820, false},
		{"the gazette's banner", "16 CÔNG BÁO/Số 7 + 8/Ngày 02-5-2024", 50, false},
		{"a year in the middle", "1945", 400, true},
		{"a first line", "PHỤ LỤC", 60, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := Compose([]*Page{{Width: 595, Height: 842, Words: body}, {Width: 595, Height: 842, Words: all(at(280, c.y, 12, c.line), body)}})
			if got := strings.Contains(text.Content, c.line); got != c.kept {
				t.Errorf("kept %v of\n%s", got, text.Content)
			}
			if !c.kept && text.Meta["furniture"] != c.line {
				t.Errorf("furniture %q", text.Meta["furniture"])
			}
		})
	}
}

// Whatever stands on a page, the text is a text: pages cover it, and every word of the page that is no furniture is in it.
func FuzzCompose(f *testing.F) {
	f.Add([]byte("kênh mương\x00\x10\x20\x30"), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, n uint8) {
		p := &Page{Width: 595, Height: 842}
		for i := 0; i+6 <= len(data) && i < 3000; i += 6 {
			x, y := float64(data[i])*2, float64(data[i+1])*3
			if data[i+2]%4 == 0 {
				p.Rules = append(p.Rules, Rule{x, y, x + float64(data[i+3]%2)*100, y + float64(1-data[i+3]%2)*100})
				continue
			}
			p.Words = append(p.Words, Word{Text: strings.ToValidUTF8(string(data[i+3:i+5]), "x"), X0: x, X1: x + 20, Y: y, Size: float64(data[i+5]%16) + 1, Before: data[i+2]%3 == 0})
		}
		text := Compose([]*Page{p, p})
		whole := document.Range{End: len(text.Content)}
		for _, r := range text.Pages {
			if !whole.Contains(r.Range) {
				t.Errorf("page %v of %v", r.Range, whole)
			}
		}
		for _, tb := range text.Tables {
			if !whole.Contains(tb.Range) {
				t.Errorf("table %v of %v", tb.Range, whole)
			}
		}
	})
}
