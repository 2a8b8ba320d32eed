package structure

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// TestPapers covers the outlines of the kinds of paper that the State, the Party and the courts write.
func TestPapers(t *testing.T) {
	for _, test := range []struct {
		name, why, content string
		want               []string
	}{
		{
			"a directive of the Party", "the Party numbers with a hyphen: \"1-\"",
			"BỘ CHÍNH TRỊ\n*\nSố 34-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 07 tháng 4 năm 2014\nCHỈ THỊ\nvề tiếp tục đổi mới công tác thi đua\n-----\nBộ Chính trị yêu cầu:\n1- Nâng cao nhận thức.\n2- Đổi mới nội dung.\nT/M BỘ CHÍNH TRỊ\nLê Văn Bình",
			[]string{
				"letterhead||BỘ CHÍNH TRỊ", "letterhead||Số 34-CT/TW", "letterhead||ĐẢNG CỘNG SẢN VIỆT NAM", "letterhead||Hà Nội, ngày 07 tháng 4 năm 2014",
				"title||CHỈ THỊ", "title||về tiếp tục đổi mới công tác thi đua", "preamble||Bộ Chính trị yêu cầu:", "main|1|1- Nâng cao nhận thức.", "main|2|2- Đổi mới nội dung.",
				"signature||T/M BỘ CHÍNH TRỊ", "signature||Lê Văn Bình",
			},
		},
		{
			"a decree with chapters, sections, articles", "chapters hold sections, sections hold articles, articles hold clauses and points",
			"NGHỊ ĐỊNH\nVề thi đua\nChương I\nQUY ĐỊNH CHUNG\nMục 1\nPHẠM VI\nĐiều 1. Phạm vi\n1. Một khoản:\na) Một điểm;\nb) Hai điểm.\n2. Hai khoản.\nMục 2\nĐỐI TƯỢNG\nĐiều 2. Đối tượng\nChương II\nTHI HÀNH\nĐiều 3. Hiệu lực",
			[]string{
				"title||NGHỊ ĐỊNH", "title||Về thi đua", "main|Chương I|Chương I", "main|Chương I|QUY ĐỊNH CHUNG", "main|Chương I.Mục 1|Mục 1", "main|Chương I.Mục 1|PHẠM VI",
				"main|Chương I.Mục 1.Điều 1|Điều 1. Phạm vi", "main|Chương I.Mục 1.Điều 1.1|1. Một khoản:", "main|Chương I.Mục 1.Điều 1.1.a|a) Một điểm;",
				"main|Chương I.Mục 1.Điều 1.1.b|b) Hai điểm.", "main|Chương I.Mục 1.Điều 1.2|2. Hai khoản.", "main|Chương I.Mục 2|Mục 2", "main|Chương I.Mục 2|ĐỐI TƯỢNG",
				"main|Chương I.Mục 2.Điều 2|Điều 2. Đối tượng", "main|Chương II|Chương II", "main|Chương II|THI HÀNH", "main|Chương II.Điều 3|Điều 3. Hiệu lực",
			},
		},
		{
			"a transcription with kind and title over the letterhead", "the title ends where the motto begins",
			"THÔNG TƯ\nQuy định về trạm y tế\n\nBỘ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐiều 1. Phạm vi",
			[]string{
				"title||THÔNG TƯ", "title||Quy định về trạm y tế", "title||BỘ Y TẾ", "preamble||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "main|Điều 1|Điều 1. Phạm vi",
			},
		},
		{
			"an office that decides on one line", "its capitals are no signature, though a signature follows the recipients",
			"THÔNG TƯ\nVề thiết bị dạy học\nBỘ TRƯỞNG BỘ GIÁO DỤC\nCăn cứ Luật Giáo dục;\nBỘ TRƯỞNG BỘ GIÁO DỤC QUYẾT ĐỊNH\nĐiều 1. Ban hành danh mục.\nNơi nhận:\n- Như trên;\nBỘ TRƯỞNG\nLê Văn Bình",
			[]string{
				"title||THÔNG TƯ", "title||Về thiết bị dạy học", "preamble||BỘ TRƯỞNG BỘ GIÁO DỤC", "preamble||Căn cứ Luật Giáo dục;", "preamble||BỘ TRƯỞNG BỘ GIÁO DỤC QUYẾT ĐỊNH",
				"main|Điều 1|Điều 1. Ban hành danh mục.", "recipients||Nơi nhận:", "recipients||- Như trên;", "signature||BỘ TRƯỞNG", "signature||Lê Văn Bình",
			},
		},
		{
			"a decree whose kind's line is lost", "the heading of a chapter is no kind's line",
			"CHÍNH PHỦ\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi",
			[]string{"letterhead||CHÍNH PHỦ", "main|Chương I|Chương I", "main|Chương I|QUY ĐỊNH CHUNG", "main|Chương I.Điều 1|Điều 1. Phạm vi"},
		},
		{
			"a plan in letters", "capital letters stand above Roman numbers",
			"KẾ HOẠCH\nVề thi đua\nA. PHẦN CHUNG\nI. MỤC ĐÍCH\n1. Một.\nB. PHẦN RIÊNG\nI. NHIỆM VỤ\n1. Hai.",
			[]string{
				"title||KẾ HOẠCH", "title||Về thi đua", "main|A|A. PHẦN CHUNG", "main|A.I|I. MỤC ĐÍCH", "main|A.I.1|1. Một.", "main|B|B. PHẦN RIÊNG", "main|B.I|I. NHIỆM VỤ",
				"main|B.I.1|1. Hai.",
			},
		},
		{
			"decimal numbers under plain ones", "\"1.1\" goes under \"1.\"",
			"KẾ HOẠCH\nVề thi đua\n1. Nhiệm vụ\n1.1. Một.\n1.2. Hai:\na) Điểm.\n2. Giải pháp\n2.1. Ba.",
			[]string{
				"title||KẾ HOẠCH", "title||Về thi đua", "main|1|1. Nhiệm vụ", "main|1.1|1.1. Một.", "main|1.2|1.2. Hai:", "main|1.2.a|a) Điểm.", "main|2|2. Giải pháp", "main|2.1|2.1. Ba.",
			},
		},
		{
			"an annex with numbers of its own", "the numbers of an annex begin anew",
			"CHỈ THỊ\nVề thi đua\n1. Một việc.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\nPHỤ LỤC I\nDANH MỤC\n1. Sở Y tế\nPHỤ LỤC II\n1. Sở Nội vụ",
			[]string{
				"title||CHỈ THỊ", "title||Về thi đua", "main|1|1. Một việc.", "recipients||Nơi nhận:", "recipients||- Lưu: VT.", "signature||CHỦ TỊCH", "signature||Lê Văn An",
				"annex||PHỤ LỤC I", "annex||DANH MỤC", "annex|1|1. Sở Y tế", "annex||PHỤ LỤC II", "annex|1|1. Sở Nội vụ",
			},
		},
		{
			"a form in an annex", "whom the form goes to is none of the paper's",
			"THÔNG TƯ\nVề thi đua\nĐiều 1. Một.\nBỘ TRƯỞNG\nLê Văn An\nPHỤ LỤC I\nMẪU QUYẾT ĐỊNH\nNơi nhận:\n- Như trên;",
			[]string{
				"title||THÔNG TƯ", "title||Về thi đua", "main|Điều 1|Điều 1. Một.", "signature||BỘ TRƯỞNG", "signature||Lê Văn An",
				"annex||PHỤ LỤC I", "annex||MẪU QUYẾT ĐỊNH", "annex||Nơi nhận:", "annex||- Như trên;",
			},
		},
		{
			"a signature before the recipients", "two columns read from the right",
			"CHỈ THỊ\nVề thi đua\n1. Một việc.\nCHỦ TỊCH\nLê Văn An\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.",
			[]string{
				"title||CHỈ THỊ", "title||Về thi đua", "main|1|1. Một việc.", "signature||CHỦ TỊCH", "signature||Lê Văn An", "recipients||Nơi nhận:", "recipients||- Bộ Y tế;", "recipients||- Lưu: VT.",
			},
		},
		{
			"footnotes", "notes stand behind the text, out of every division",
			"CHỈ THỊ\nVề thi đua\n1. Phong trào¹ này.\n¹ Kế hoạch số 48\n2. Hai việc.",
			[]string{"title||CHỈ THỊ", "title||Về thi đua", "main|1|1. Phong trào này.", "main|2|2. Hai việc.", "notes||Kế hoạch số 48"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.TrimSuffix(regions(parse(test.content)), "\n")
			if want := strings.Join(test.want, "\n"); got != want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", test.why, got, want)
			}
		})
	}
}

// TestRegionLists checks the asking for one part of a paper, and for the text of a paragraph without its label.
func TestRegionLists(t *testing.T) {
	o := parse(plan)
	count := map[Region]int{Letterhead: 6, Title: 2, Preamble: 1, Main: 11, Recipients: 5, Signature: 3, Annex: 5, Notes: 0}
	total := 0
	for region, want := range count {
		got := o.Region(region)
		if len(got) != want {
			t.Errorf("%s: %d paragraphs, want %d", regionNames[region], len(got), want)
		}
		total += len(got)
	}
	if total != len(o.Blocks) {
		t.Errorf("%d paragraphs in the parts, %d in all", total, len(o.Blocks))
	}
	if got := o.Text(o.Region(Main)[1]); got != "Nâng cao chất lượng công tác." {
		t.Errorf("the words behind a label: %q", got)
	}
}

// TestBigPapersStayQuick holds that a long paper nests as a short one does.
func TestBigPapersStayQuick(t *testing.T) {
	content := "KẾ HOẠCH\nVề thi đua\n" + strings.Repeat("I. MỤC\n1. Việc:\na) Điểm;\n- Ý.\n", 400)
	o := parse(content)
	if len(o.Sections) != 1200 {
		t.Errorf("%d divisions", len(o.Sections))
	}
	for i, s := range o.Sections {
		if want := [...]string{"I", "I.1", "I.1.a"}[i%3]; s.Path != want {
			t.Fatalf("division %d is %q, want %q", i, s.Path, want)
		}
	}
}

// TestSectionsNest checks that of two divisions one holds the other or they lie apart, and that a division's path is one
// step below that of the division around it.
func TestSectionsNest(t *testing.T) {
	lines := rapid.SampledFrom([]string{
		"I. MỤC ĐÍCH", "II. NHIỆM VỤ", "1. Một việc.", "2. Hai việc:", "a) Điểm;", "b) Điểm.", "- Ý một;", "+ Ý hai.", "1.1. Nhỏ.", "Điều 1. Phạm vi", "Điều 2. Đối tượng",
		"Chương I", "Chương II", "Mục 1. Chung", "A. PHẦN", "Câu văn không có số.", "Một là, hai.",
	})
	rapid.Check(t, func(t *rapid.T) {
		o := parse("KẾ HOẠCH\nVề thi đua\n" + strings.Join(rapid.SliceOfN(lines, 0, 25).Draw(t, "lines"), "\n"))
		for i, a := range o.Sections {
			for _, b := range o.Sections[i+1:] {
				if a.Whole.Overlaps(b.Whole) && !a.Whole.Contains(b.Whole) && !b.Whole.Contains(a.Whole) {
					t.Errorf("%q %v and %q %v lie across each other", a.Path, a.Whole, b.Path, b.Whole)
				}
			}
			if strings.HasPrefix(a.Path, ".") || strings.Contains(a.Path, "..") {
				t.Errorf("path %q", a.Path)
			}
		}
		for _, b := range o.Blocks {
			if b.Region != Main && b.Region != Annex && b.Path != "" {
				t.Errorf("a paragraph of region %d has the path %q", b.Region, b.Path)
			}
		}
	})
}

// TestRowsAreOnePart checks that the rows of a data table stay in the division that holds the table.
func TestRowsAreOnePart(t *testing.T) {
	const content = "KẾ HOẠCH\nVề thi đua\nI. NHIỆM VỤ\nTT | Nội dung | Đơn vị\n1 | Tập huấn | Sở Y tế\nII. TỔ CHỨC\n1. Một."
	at := strings.Index(content, "TT |")
	src := &document.Text{Content: content, Tables: []document.Table{{Range: document.Range{Start: at, End: strings.Index(content, "\nII.")}}}}
	for _, line := range strings.Split(content[at:strings.Index(content, "\nII.")], "\n") {
		start := strings.Index(content, line)
		row := document.Row{Range: document.Range{Start: start, End: start + len(line)}}
		for _, cell := range strings.Split(line, document.CellSeparator) {
			row.Cells = append(row.Cells, document.Range{Start: start + strings.Index(line, cell), End: start + strings.Index(line, cell) + len(cell)})
		}
		src.Tables[0].Rows = append(src.Tables[0].Rows, row)
	}
	o := Parse(normalize.NewView(src))
	rows := 0
	for _, b := range o.Blocks {
		if o.View.Paras[b.Para].Role != normalize.Row {
			continue
		}
		rows++
		if b.Path != "I" || b.Level != None {
			t.Errorf("row %q is in %q at level %d", o.View.Para(b.Para), b.Path, b.Level)
		}
	}
	if rows != 2 {
		t.Errorf("%d rows", rows)
	}
}
