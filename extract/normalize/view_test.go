package normalize

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// paras lists the paragraphs of a view of printed lines.
func paras(content string) []string {
	v := NewView(&document.Text{Content: content, Wrapped: true})
	var out []string
	for i := range v.Paras {
		out = append(out, v.Para(i))
	}
	return out
}

func TestParagraphs(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          []string
	}{
		{"a line that goes on in small letters", "Giao Sở Y tế\nchủ trì thực hiện.", []string{"Giao Sở Y tế chủ trì thực hiện."}},
		{"across a page number", "các đơn vị trong\n2\ntoàn tỉnh.", []string{"các đơn vị trong toàn tỉnh."}},
		{"a sentence that has ended", "Hết câu.\ntiếp theo", []string{"Hết câu.", "tiếp theo"}},
		{"numbered items", "Yêu cầu\n1. Một việc\n2. Hai việc", []string{"Yêu cầu", "1. Một việc", "2. Hai việc"}},
		{"points", "gồm\na) việc thứ nhất\nb) việc thứ hai", []string{"gồm", "a) việc thứ nhất", "b) việc thứ hai"}},
		{"an article", "theo\nĐiều 5. Hiệu lực", []string{"theo", "Điều 5. Hiệu lực"}},
		{"a provision that begins a line is no article", "quy định tại khoản 2\nĐiều 4; khoản 5 Điều 6", []string{"quy định tại khoản 2 Điều 4; khoản 5 Điều 6"}},
		{"a heading in capitals over small letters", "CỦA ĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN\nvề công tác báo chí", []string{"CỦA ĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN", "về công tác báo chí"}},
		{"two lines in capitals", "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", []string{"ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"}},
		{"a recipient that runs over", "- Viện kiểm sát\nQuân sự Trung ương;\n- Lưu: VT.", []string{"- Viện kiểm sát Quân sự Trung ương;", "- Lưu: VT."}},
		{"a legal basis opens a paragraph", "Quy định về công tác thi đua trong ngành\nCăn cứ Luật Thi đua", []string{"Quy định về công tác thi đua trong ngành", "Căn cứ Luật Thi đua"}},
		{"the first sentence under a title without a full stop", "Kết luận của Phó Chủ tịch tại cuộc họp về tiến độ\nNgày 03/01/2025, Phó Chủ tịch chủ trì họp.", []string{"Kết luận của Phó Chủ tịch tại cuộc họp về tiến độ", "Ngày 03/01/2025, Phó Chủ tịch chủ trì họp."}},
		{"emphasis", "**KT. VIỆN TRƯỞNG\nPHÓ VIỆN TRƯỞNG**", []string{"KT. VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG"}},
		{"a dash is no emphasis", "* một\n* hai", []string{"* một", "* hai"}},
		{"markdown heading", "## II. NỘI DUNG", []string{"II. NỘI DUNG"}},
		{"drawn rules", "BỘ Y TẾ\n-------\nSố: 1/BYT", []string{"BỘ Y TẾ", "Số: 1/BYT"}},
		{"soft hyphens and zero-width blanks", "kế\u00ad hoạch\u200b", []string{"kế hoạch"}},
		{"a note moves to the end", "phong trào¹; giai đoạn\n¹ Kế hoạch số 48\n2021", []string{"phong trào; giai đoạn", "2021", "Kế hoạch số 48"}},
		{"an exponent is no note", "diện tích 50 m² đất", []string{"diện tích 50 m² đất"}},
		{"a line that ends in a word which needs another", "Chỉ thị số 19/CT-TTg của\nThủ tướng Chính phủ", []string{"Chỉ thị số 19/CT-TTg của Thủ tướng Chính phủ"}},
		{"the same over a page", "theo Chỉ thị của\n\n2\n\nThủ tướng Chính phủ", []string{"theo Chỉ thị của Thủ tướng Chính phủ"}},
		{"not over a numbered item", "gồm các việc của\n1. Sở Y tế", []string{"gồm các việc của", "1. Sở Y tế"}},
		{"a rule under a title", "về công tác thi đua\n-----\nBộ Chính trị yêu cầu:", []string{"về công tác thi đua", "Bộ Chính trị yêu cầu:"}},
		{"a rule over a note", "các phong trào¹ của ngành, trong đó có\n______\n¹ Kế hoạch số 48\nthi đua", []string{"các phong trào của ngành, trong đó có thi đua", "Kế hoạch số 48"}},
		{"a number cut behind the word for it", "theo Luật Hải quan số\n54/2014/QH13 và\n1. Một việc", []string{"theo Luật Hải quan số 54/2014/QH13 và", "1. Một việc"}},
		{"a number cut behind a hyphen", "khoản 5 Điều 3 Thông tư số 08/2023/TT-\nBLĐTBXH.", []string{"khoản 5 Điều 3 Thông tư số 08/2023/TT- BLĐTBXH."}},
		{"a number cut behind a slash", "THEO NGHỊ ĐỊNH SỐ 30/\n2020/NĐ-CP", []string{"THEO NGHỊ ĐỊNH SỐ 30/ 2020/NĐ-CP"}},
		{"no number behind the word", "chuyển đổi số\n2025 LÀ NĂM", []string{"chuyển đổi số", "2025 LÀ NĂM"}},
		{"a date cut behind its words", "Thông tư liên tịch số 47/2009/TTLT-BTC-BLĐTBXH ngày\n11/3/2009 của liên Bộ Tài chính", []string{"Thông tư liên tịch số 47/2009/TTLT-BTC-BLĐTBXH ngày 11/3/2009 của liên Bộ Tài chính"}},
		{"an item behind the word for a year", "kế hoạch hằng năm\n2. Giao Sở Y tế", []string{"kế hoạch hằng năm", "2. Giao Sở Y tế"}},
		{"a dash that cuts no number", "Bộ Lao động -\nTHƯƠNG BINH", []string{"Bộ Lao động -", "THƯƠNG BINH"}},
		{"nothing", " \n\t\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := paras(test.content)
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	const content = "Đảng¹; phong trào² và\n¹ Kế hoạch số 1\n² Kế hoạch số 2\ncuộc vận động¹.\n¹ Kế hoạch số 3\n"
	v := NewView(&document.Text{Content: content, Wrapped: true})
	var notes []string
	for i, p := range v.Paras {
		if p.Role != Note {
			continue
		}
		if p.Anchor < 0 {
			t.Errorf("note %q has no place", v.Para(i))
			continue
		}
		before := v.Text[:p.Anchor]
		notes = append(notes, p.Mark+" "+before[strings.LastIndexByte(before, ' ')+1:]+" "+v.Para(i))
	}
	want := []string{"¹ Đảng Kế hoạch số 1", "² trào Kế hoạch số 2", "¹ động Kế hoạch số 3"}
	if strings.Join(notes, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", notes, want)
	}
}

func TestRows(t *testing.T) {
	const content = "Bảng phân công:\n| TT | Nội dung | Đơn vị |\n|---|---|---|\n| 1 | Xây dựng kế hoạch | Sở Y tế |\n"
	v := NewView(&document.Text{Content: content, Wrapped: true})
	var cells []string
	header := 0
	for _, p := range v.Paras {
		if p.Role != Row {
			continue
		}
		if p.Header {
			header++
		}
		for _, c := range p.Cells {
			cells = append(cells, c.In(v.Text))
			if src := v.Range(c).In(content); src != c.In(v.Text) {
				t.Errorf("cell %q maps to %q", c.In(v.Text), src)
			}
		}
	}
	if got := strings.Join(cells, "/"); got != "TT/Nội dung/Đơn vị/1/Xây dựng kế hoạch/Sở Y tế" || header != 1 {
		t.Errorf("cells %q, %d header rows", got, header)
	}
}

func TestFurnitureIsLeftOut(t *testing.T) {
	const content = "---\ntitle: Kế hoạch\n---\nKẾ HOẠCH\n"
	v := NewView(&document.Text{Content: content, Furniture: []document.Range{{Start: 0, End: len("---\ntitle: Kế hoạch\n---\n")}}})
	if v.Text != "KẾ HOẠCH" {
		t.Errorf("text %q", v.Text)
	}
}

func TestSpanAcrossAPageBreak(t *testing.T) {
	const content = "Chỉ thị số 19/CT-TTg ngày\n\n3\n\n16/7/2021 của Thủ tướng"
	v := NewView(&document.Text{Content: content, Wrapped: true})
	at := strings.Index(v.Text, "19/CT-TTg ngày")
	if at < 0 {
		t.Fatalf("view %q", v.Text)
	}
	s := v.Span(document.Range{Start: at, End: at + len("19/CT-TTg ngày")})
	if got := string([]rune(content)[s.Start:s.End]); got != "19/CT-TTg ngày" || s.Exact != got {
		t.Errorf("span %+v covers %q", s, got)
	}
}

// text draws texts that look like broken papers: lines of words, numbers, marks, rules and notes.
func text(t *rapid.T) string {
	line := rapid.OneOf(
		rapid.StringMatching(`[a-zđấềọ ]{0,30}[.;:,]?`),
		rapid.StringMatching(`(1\.|a\)|-|II\.|Điều 3\.|¹) ?[A-ZĐa-zữ ]{0,20}`),
		rapid.SampledFrom([]string{"", "2", "------", "**CHỈ THỊ**", "| a | b |", "|--|--|", "Đảng¹ và²", "\u00a0", "~ mục", "#", "*"}),
		rapid.String(),
	)
	return strings.Join(rapid.SliceOfN(line, 0, 20).Draw(t, "lines"), "\n")
}

func TestViewMapsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := text(t)
		checkView(t, &document.Text{Content: content, Wrapped: rapid.Bool().Draw(t, "wrapped")})
	})
}

type failer interface{ Errorf(string, ...any) }

// checkView checks what every view must keep: paragraphs in order and apart, and each letter of the view that is not
// glue is the letter of the source that it maps to.
func checkView(t failer, src *document.Text) {
	v := NewView(src)
	end := 0
	for i, p := range v.Paras {
		if p.Range.Start < end || p.Range.Empty() || p.Range.End > len(v.Text) {
			t.Errorf("paragraph %d is %v after %d of %d", i, p.Range, end, len(v.Text))
			return
		}
		end = p.Range.End
		if got := v.ParaAt(p.Range.Start); got != i {
			t.Errorf("ParaAt(%d) = %d, want %d", p.Range.Start, got, i)
		}
		for _, c := range p.Cells {
			if !p.Range.Contains(c) {
				t.Errorf("cell %v is outside its row %v", c, p.Range)
			}
		}
	}
	for _, c := range v.chunks {
		if c.glue {
			continue
		}
		view := document.Range{Start: c.view, End: c.view + c.size}
		if got := v.Range(view); got.In(wholeCapitals(src.Content)) != view.In(v.Text) {
			t.Errorf("view %q maps to %q", view.In(v.Text), got.In(src.Content))
		}
		if got := v.Locate(c.source); got != c.view {
			t.Errorf("Locate(%d) = %d, want %d", c.source, got, c.view)
		}
	}
}

func FuzzView(f *testing.F) {
	f.Add("CHỈ THỊ\nVề việc¹\n¹ ghi chú\n1. một\n2\nhai")
	f.Add("| a | b |\n|---|\n|c")
	f.Add("\xff\xfe\n¹²\n**")
	f.Fuzz(func(t *testing.T, content string) {
		if len(content) > 1<<13 {
			t.Skip("checkView looks at each piece of the view from each other")
		}
		checkView(t, &document.Text{Content: content, Wrapped: true})
	})
}

func TestEmptyRowMapsToNothing(t *testing.T) {
	text := &document.Text{Content: "TT | Nội dung | Thời gian\n | | \n1 | Trồng cây | 2024\n", Wrapped: true}
	v := NewView(text)
	for i, p := range v.Paras {
		if s := v.Span(p.Range); s.End < s.Start {
			t.Errorf("paragraph %d %q maps to %d..%d", i, v.Para(i), s.Start, s.End)
		}
	}
}

func TestRowWithAMergedCellMapsToItself(t *testing.T) {
	const above, own = "Sở Y tế | khám bệnh", " | tiêm chủng"
	text := &document.Text{Content: above + "\n" + own + "\n"}
	merged := document.Range{Start: 0, End: len("Sở Y tế")}
	at := len(above) + 1
	text.Tables = []document.Table{{Range: document.Range{End: len(text.Content)}, Rows: []document.Row{
		{Range: document.Range{End: len(above)}, Cells: []document.Range{merged, {Start: len("Sở Y tế | "), End: len(above)}}},
		{Range: document.Range{Start: at, End: at + len(own)}, Cells: []document.Range{{Start: at + len(" | "), End: at + len(own)}, merged}},
	}}}
	v := NewView(text)
	row := v.Paras[1]
	if got := v.Span(row.Range).Exact; got != "tiêm chủng" {
		t.Errorf("the row maps to %q, want its own words", got)
	}
	if got := v.Span(row.Cells[1]).Exact; got != "Sở Y tế" {
		t.Errorf("the merged cell maps to %q, want the words above", got)
	}
}
