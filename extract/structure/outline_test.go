package structure

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

func parse(content string) *Outline {
	return Parse(normalize.NewView(&document.Text{Content: content, Wrapped: true}))
}

var regionNames = [...]string{"letterhead", "title", "preamble", "main", "recipients", "signature", "annex", "notes"}

// regions writes the outline as one line a paragraph: region, path, words.
func regions(o *Outline) string {
	var b strings.Builder
	for _, k := range o.Blocks {
		fmt.Fprintf(&b, "%s|%s|%s\n", regionNames[k.Region], k.Path, o.View.Para(k.Para))
	}
	return b.String()
}

const plan = `VIỆN KIỂM SÁT NHÂN DÂN
TỈNH SƠN LA
Số: 12/KH-VKS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 05 tháng 01 năm 2023
KẾ HOẠCH
Thực hiện công tác thi đua năm 2023

Thực hiện Chỉ thị số 02/CT-VKSTC, đơn vị xây dựng kế hoạch như sau:

I. MỤC ĐÍCH
1. Nâng cao chất lượng công tác.
II. NHIỆM VỤ
1. Tổ chức thực hiện:
a) Phát động phong trào.
- Trong quý I.
b) Sơ kết phong trào.
2. Tuyên truyền.
2.1. Trên trang tin.
2.2. Trên báo.
Yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này./.
Nơi nhận:
- Lãnh đạo Viện;
Đồng kính gửi:
- Tỉnh ủy Sơn La;
- Lưu: VT.
KT. VIỆN TRƯỞNG
PHÓ VIỆN TRƯỞNG
Trần Thị Bình
PHỤ LỤC
(Kèm theo Kế hoạch số 12/KH-VKS)
1. Biểu mẫu
Nơi nhận:
- Như trên.
`

const planOutline = `letterhead||VIỆN KIỂM SÁT NHÂN DÂN
letterhead||TỈNH SƠN LA
letterhead||Số: 12/KH-VKS
letterhead||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
letterhead||Độc lập - Tự do - Hạnh phúc
letterhead||Sơn La, ngày 05 tháng 01 năm 2023
title||KẾ HOẠCH
title||Thực hiện công tác thi đua năm 2023
preamble||Thực hiện Chỉ thị số 02/CT-VKSTC, đơn vị xây dựng kế hoạch như sau:
main|I|I. MỤC ĐÍCH
main|I.1|1. Nâng cao chất lượng công tác.
main|II|II. NHIỆM VỤ
main|II.1|1. Tổ chức thực hiện:
main|II.1.a|a) Phát động phong trào.
main|II.1.a|- Trong quý I.
main|II.1.b|b) Sơ kết phong trào.
main|II.2|2. Tuyên truyền.
main|II.2.1|2.1. Trên trang tin.
main|II.2.2|2.2. Trên báo.
main||Yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này./.
recipients||Nơi nhận:
recipients||- Lãnh đạo Viện;
recipients||Đồng kính gửi:
recipients||- Tỉnh ủy Sơn La;
recipients||- Lưu: VT.
signature||KT. VIỆN TRƯỞNG
signature||PHÓ VIỆN TRƯỞNG
signature||Trần Thị Bình
annex||PHỤ LỤC
annex||(Kèm theo Kế hoạch số 12/KH-VKS)
annex|1|1. Biểu mẫu
annex|1|Nơi nhận:
annex|1|- Như trên.
`

func TestWholePlan(t *testing.T) {
	if got := regions(parse(plan)); got != planOutline {
		t.Errorf("got\n%s", got)
	}
}

func TestSectionsOfPlan(t *testing.T) {
	o := parse(plan)
	var got []string
	for _, s := range o.Sections {
		text := s.Whole.In(o.View.Text)
		got = append(got, s.Path+"|"+s.Label.In(o.View.Text)+"|"+s.Title.In(o.View.Text)+"|"+fmt.Sprint(strings.Count(text, "\n")))
	}
	want := []string{
		"I|I.|MỤC ĐÍCH|2", "I.1|1.||1", "II|II.|NHIỆM VỤ|8", "II.1|1.||4", "II.1.a|a)|Phát động phong trào.|2", "II.1.b|b)||1",
		"II.2|2.|Tuyên truyền.|3", "II.2.1|2.1.||1", "II.2.2|2.2.||1", "1|1.|Biểu mẫu|2",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestRegions(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"a decision of articles", "QUYẾT ĐỊNH\nVề việc khen thưởng\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật Thi đua;\nQUYẾT ĐỊNH:\nĐiều 1. Tặng Bằng khen.\nĐiều 2. Quyết định này có hiệu lực.\nCác đơn vị thi hành Quyết định này./.\nBỘ TRƯỞNG\nLê Văn An",
			"title||QUYẾT ĐỊNH\ntitle||Về việc khen thưởng\npreamble||BỘ TRƯỞNG BỘ Y TẾ\npreamble||Căn cứ Luật Thi đua;\nmain||QUYẾT ĐỊNH:\nmain|Điều 1|Điều 1. Tặng Bằng khen.\nmain|Điều 2|Điều 2. Quyết định này có hiệu lực.\nmain|Điều 2|Các đơn vị thi hành Quyết định này./.\nsignature||BỘ TRƯỞNG\nsignature||Lê Văn An\n"},
		{"an office of several lines over the bases", "QUYẾT ĐỊNH\nVề việc công nhận\nTRƯỞNG BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM\nVÀ XÂY DỰNG PHONG TRÀO\nBẢO VỆ AN NINH TỈNH\nCăn cứ Luật Thi đua;\nQUYẾT ĐỊNH:\nĐiều 1. Công nhận.\nTRƯỞNG BAN\nLê Văn An",
			"title||QUYẾT ĐỊNH\ntitle||Về việc công nhận\npreamble||TRƯỞNG BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM\npreamble||VÀ XÂY DỰNG PHONG TRÀO\npreamble||BẢO VỆ AN NINH TỈNH\npreamble||Căn cứ Luật Thi đua;\nmain||QUYẾT ĐỊNH:\nmain|Điều 1|Điều 1. Công nhận.\nsignature||TRƯỞNG BAN\nsignature||Lê Văn An\n"},
		{"a law and the clause of its adoption", "LUẬT\nTHI ĐUA\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Luật này quy định.\nLuật này đã được Quốc hội thông qua ngày 15 tháng 6 năm 2022.\nCHỦ TỊCH QUỐC HỘI\nLê Văn An",
			"title||LUẬT\ntitle||THI ĐUA\nmain|Chương I|Chương I\nmain|Chương I|QUY ĐỊNH CHUNG\nmain|Chương I.Điều 1|Điều 1. Phạm vi\nmain|Chương I.Điều 1.1|1. Luật này quy định.\nmain||Luật này đã được Quốc hội thông qua ngày 15 tháng 6 năm 2022.\nsignature||CHỦ TỊCH QUỐC HỘI\nsignature||Lê Văn An\n"},
		{"an official letter", "BỘ Y TẾ\nSố: 5/BYT-VP\nV/v báo cáo thi đua\nKính gửi: Sở Y tế\nĐề nghị báo cáo.",
			"letterhead||BỘ Y TẾ\nletterhead||Số: 5/BYT-VP\nletterhead||V/v báo cáo thi đua\npreamble||Kính gửi: Sở Y tế\npreamble||Đề nghị báo cáo.\n"},
		{"a transcription's own heading above the motto", "NGHỊ ĐỊNH\nCHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nNGHỊ ĐỊNH\nVề thi đua\nĐiều 1. Phạm vi",
			"letterhead||NGHỊ ĐỊNH\nletterhead||CHÍNH PHỦ\nletterhead||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\ntitle||NGHỊ ĐỊNH\ntitle||Về thi đua\nmain|Điều 1|Điều 1. Phạm vi\n"},
		{"a sentence with the words of an annex is none", "CHỈ THỊ\nVề thi đua\n1. Một việc.\nBan hành kèm theo Chỉ thị này là danh mục đơn vị.\n2. Hai việc.",
			"title||CHỈ THỊ\ntitle||Về thi đua\nmain|1|1. Một việc.\nmain|1|Ban hành kèm theo Chỉ thị này là danh mục đơn vị.\nmain|2|2. Hai việc.\n"},
		{"an annex with its heading over the tie", "CHỈ THỊ\nVề thi đua\n1. Một việc.\nCHỦ TỊCH\nLê Văn An\nDANH MỤC ĐƠN VỊ\nNHẬN CỜ THI ĐUA\n(Ban hành kèm theo Chỉ thị số 1/CT-UBND)\n1. Sở Y tế",
			"title||CHỈ THỊ\ntitle||Về thi đua\nmain|1|1. Một việc.\nsignature||CHỦ TỊCH\nsignature||Lê Văn An\nannex||DANH MỤC ĐƠN VỊ\nannex||NHẬN CỜ THI ĐUA\nannex||(Ban hành kèm theo Chỉ thị số 1/CT-UBND)\nannex|1|1. Sở Y tế\n"},
		{"a closing under a heading stays there", "KẾ HOẠCH\nVề thi đua\nI. NHIỆM VỤ\n1. Một việc.\nII. TỔ CHỨC THỰC HIỆN\nGiao Văn phòng theo dõi việc thực hiện Kế hoạch này./.",
			"title||KẾ HOẠCH\ntitle||Về thi đua\nmain|I|I. NHIỆM VỤ\nmain|I.1|1. Một việc.\nmain|II|II. TỔ CHỨC THỰC HIỆN\nmain|II|Giao Văn phòng theo dõi việc thực hiện Kế hoạch này./.\n"},
		{"marks lost by OCR in the offices and the recipients", "CHÍ THỊ\nVề thi đua\n1. Một việc.\n-Vơi nhận:\n~ Bộ Y tế;\nCHÚ TỊCH\nLê Văn An",
			"title||CHÍ THỊ\ntitle||Về thi đua\nmain|1|1. Một việc.\nrecipients||-Vơi nhận:\nrecipients||~ Bộ Y tế;\nsignature||CHÚ TỊCH\nsignature||Lê Văn An\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := regions(parse(test.content)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	for _, test := range []struct {
		text  string
		level Level
		label string
		body  string
	}{
		{"I. MỤC ĐÍCH", Roman, "I.", "MỤC ĐÍCH"},
		{"I- TÌNH HÌNH", Roman, "I-", "TÌNH HÌNH"},
		{"IV/ Kết luận", Roman, "IV/", "Kết luận"},
		{"1. Giao Sở Y tế", Number, "1.", "Giao Sở Y tế"},
		{"1) Quán triệt", Number, "1)", "Quán triệt"},
		{"2/ Quán triệt", Number, "2/", "Quán triệt"},
		{"1.Giao Sở", Number, "1.", "Giao Sở"},
		{"2.1. Trên báo", Decimal, "2.1.", "Trên báo"},
		{"2.1.3 Trên báo", Decimal, "2.1.3", "Trên báo"},
		{"a) Phát động", Point, "a)", "Phát động"},
		{"đ) Sơ kết", Point, "đ)", "Sơ kết"},
		{"a. Phát động", Point, "a.", "Phát động"},
		{"- Trong quý I", Dash, "-", "Trong quý I"},
		{"+ Trong tháng", Plus, "+", "Trong tháng"},
		{"A. Phần chung", Letter, "A.", "Phần chung"},
		{"Điều 5. Hiệu lực", Article, "Điều 5.", "Hiệu lực"},
		{"Điều 12a. Hiệu lực", Article, "Điều 12a.", "Hiệu lực"},
		{"Chương II", Chapter, "Chương II", ""},
		{"Mục 2. Thẩm quyền", Heading, "Mục 2.", "Thẩm quyền"},
		{"Phần thứ nhất", Part, "Phần thứ nhất", ""},
		{"Một là, tăng cường", Ordinal, "Một là,", "tăng cường"},
		// none
		{"MỤC LỤC", None, "", "MỤC LỤC"},
		{"V/v báo cáo", None, "", "V/v báo cáo"},
		{"Điều 4; khoản 5 Điều 6", None, "", "Điều 4; khoản 5 Điều 6"},
		{"15 tập thể được khen", None, "", "15 tập thể được khen"},
		{"Năm 2023, ngành", None, "", "Năm 2023, ngành"},
		{"6.433 tin báo", None, "", "6.433 tin báo"},
		{"16/7/2021 là ngày", None, "", "16/7/2021 là ngày"},
		{"-", None, "", "-"},
		{"", None, "", ""},
	} {
		level, label, body := findLabel(test.text, document.Range{End: len(test.text)})
		if level != test.level || label.In(test.text) != test.label || body.In(test.text) != test.body {
			t.Errorf("%q: level %d, label %q, body %q; want %d, %q, %q", test.text, level, label.In(test.text), body.In(test.text), test.level, test.label, test.body)
		}
	}
}

func TestKindLine(t *testing.T) {
	for _, yes := range []string{"CHỈ THỊ", "**KẾ HOẠCH**", "CHÍ THỊ", "QUYẾT  ĐỊNH:", "BÁO CÁO TỔNG KẾT", "LUẬT THI ĐUA, KHEN THƯỞNG"} {
		if _, ok := KindLine(yes); !ok {
			t.Errorf("%q is no kind's line", yes)
		}
	}
	for _, no := range []string{"Chỉ thị", "BỘ Y TẾ", "CHỈ TIÊU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", "2023"} {
		if _, ok := KindLine(no); ok {
			t.Errorf("%q is a kind's line", no)
		}
	}
}

func TestIsOffice(t *testing.T) {
	for _, yes := range []string{"VIỆN TRƯỞNG", "PHÓ CHỦ TỊCH", "BỘ TRƯỜNG", "TỔNG KIỂM TOÁN NHÀ NƯỚC", "PHÓ THỦ TƯỚNG", "CHÁNH VĂN PHÒNG"} {
		if !IsOffice(yes) {
			t.Errorf("%q is no office", yes)
		}
	}
	for _, no := range []string{"Viện trưởng", "VIỆN KIỂM SÁT", "CHỈ THỊ", ""} {
		if IsOffice(no) {
			t.Errorf("%q is an office", no)
		}
	}
}

// check checks what every outline must keep: one block a paragraph, labels and bodies inside their paragraph, divisions
// in order, none reaching out of the text.
func check(t interface{ Errorf(string, ...any) }, content string) {
	o := parse(content)
	if len(o.Blocks) != len(o.View.Paras) {
		t.Errorf("%d blocks for %d paragraphs", len(o.Blocks), len(o.View.Paras))
	}
	for i, b := range o.Blocks {
		if !b.Whole.Contains(b.Body) || !b.Whole.Contains(b.Label) || b.Label.End > b.Body.Start {
			t.Errorf("block %d: whole %v, label %v, body %v", i, b.Whole, b.Label, b.Body)
		}
		if got := o.RegionAt(b.Whole.Start); got != b.Region {
			t.Errorf("RegionAt(%d) = %d, want %d", b.Whole.Start, got, b.Region)
		}
		if got := o.PathAt(b.Whole.Start); got != b.Path {
			t.Errorf("PathAt(%d) = %q, want %q", b.Whole.Start, got, b.Path)
		}
	}
	start := 0
	for _, s := range o.Sections {
		if s.Whole.Start < start || s.Whole.End > len(o.View.Text) || s.Whole.Empty() || !s.Whole.Contains(s.Label) || s.Path == "" {
			t.Errorf("division %q is %v, label %v", s.Path, s.Whole, s.Label)
		}
		start = s.Whole.Start
	}
}

func TestOutlineProperties(t *testing.T) {
	lines := rapid.SampledFrom(append(strings.Split(plan, "\n"), "Điều 1. Phạm vi", "3.2.1. Một", "PHỤ LỤC II", "| 1 | 2 |", "¹ ghi chú", "Một là, hai"))
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOfN(lines, 0, 25).Draw(t, "lines"), "\n"))
	})
}

func FuzzOutline(f *testing.F) {
	f.Add(plan)
	f.Add("LUẬT\nĐiều 1\nNơi nhận:\n- a\nKT. X\n")
	f.Add("2.1\n2.1.1 a\nĐiều 4;")
	f.Fuzz(func(t *testing.T, content string) { check(t, content) })
}

// TestIssuedWith holds that a paper issued with another one begins at its kind, whatever the case of its title.
func TestIssuedWith(t *testing.T) {
	const paper = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 07/QĐ-UBND\nSông Lam, ngày 10 tháng 5 năm 2024\nQUYẾT ĐỊNH\nBan hành Kế hoạch trồng rừng\nQUYẾT ĐỊNH:\n" +
		"Điều 1. Ban hành Kế hoạch trồng rừng.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\nNơi nhận:\n- Như trên.\nCHỦ TỊCH\nNguyễn Văn An\n"
	for _, tc := range []struct {
		name, annex string
		want        int // paragraphs of the annex
	}{
		{"a title in small letters", "KẾ HOẠCH\nTrồng cây gây rừng năm 2024\n(Kèm theo Quyết định số 07/QĐ-UBND)\n1. Chuẩn bị cây giống.\n", 4},
		{"a title of two printed lines, which are one paragraph", "CHƯƠNG TRÌNH\nTrồng cây gây rừng\ngiai đoạn 2024 - 2026\n(Ban hành kèm theo Quyết định số 07/QĐ-UBND)\n1. Chuẩn bị cây giống.\n", 4},
		{"nothing ties it", "KẾ HOẠCH\nTrồng cây gây rừng năm 2024\n", 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := len(parse(paper + tc.annex).Region(Annex)); got != tc.want {
				t.Errorf("%d paragraphs of the annex, want %d\n%s", got, tc.want, regions(parse(paper+tc.annex)))
			}
		})
	}
}
