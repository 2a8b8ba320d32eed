package task_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/extract/task"
)

// directive wraps a body in the frame of a provincial directive.
func directive(body string) string {
	return paper("CHỈ THỊ\nVề việc phòng, chống cháy rừng mùa khô", body)
}

func paper(title, body string) string {
	return paperBody(title, body) + "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn An\n"
}

// paperBody is a paper without its recipients and signature.
func paperBody(title, body string) string {
	return "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 07/CT-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n" +
		"Sông Lam, ngày 10 tháng 5 năm 2024\n\n" + title + "\n\n" + body
}

var self = task.Self{Kind: "chi_thi", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-05-10"}

const chapeau = "Để chủ động phòng cháy, Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở, ngành, Chủ tịch UBND các huyện, thị xã thực hiện các nội dung sau:\n"

// brief writes a task on one line: section, first and last words, lead, support, due, origin of the lead.
func brief(d document.Task) string {
	words := strings.Fields(d.Text)
	if len(words) > 6 {
		words = append(words[:3:3], append([]string{"…"}, words[len(words)-2:]...)...)
	}
	s := fmt.Sprintf("[%s] %s | %s", d.Section, strings.Join(words, " "), strings.Join(d.Lead, "; "))
	if len(d.Support) > 0 {
		s += " + " + strings.Join(d.Support, "; ")
	}
	if d.Due != nil {
		s += " @ " + string(d.Due.Value+d.Due.Recurrence)
	}
	_, from, _ := strings.Cut(d.Method, "/")
	return s + " (" + from + ")"
}

func check(t *testing.T, text string, self task.Self, want ...string) {
	t.Helper()
	var got []string
	for _, d := range task.Extract(outline(text), self) {
		got = append(got, brief(d))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got:\n%s\nwant:\n%s", g, w)
	}
}

func TestLeads(t *testing.T) {
	asked := "Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"from the opening", chapeau + "1. Tăng cường tuần tra các khu vực trọng điểm.\n2. Bố trí lực lượng trực đêm tại các chốt.",
			[]string{"[1] Tăng cường tuần … trọng điểm | " + asked + " (chapeau)", "[2] Bố trí lực … các chốt | " + asked + " (chapeau)"}},
		{"own before the verb", chapeau + "1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh kiểm tra các chủ rừng.",
			[]string{"[1] Sở Nông nghiệp … chủ rừng | Sở Nông nghiệp và Môi trường + Công an tỉnh (own)"}},
		{"given", chapeau + "1. Giao Chi cục Kiểm lâm rà soát các phương án chữa cháy.",
			[]string{"[1] Giao Chi cục … chữa cháy | Chi cục Kiểm lâm (own)"}},
		{"given to", chapeau + "1. Giao cho Chi cục Kiểm lâm rà soát các phương án chữa cháy.",
			[]string{"[1] Giao cho Chi … chữa cháy | Chi cục Kiểm lâm (own)"}},
		{"asked politely", chapeau + "1. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh vận động nhân dân tham gia.",
			[]string{"[1] Đề nghị Ủy … tham gia | Ủy ban Mặt trận Tổ quốc tỉnh (own)"}},
		{"the one who directs leads", chapeau + "1. Sở Y tế chỉ đạo các bệnh viện chuẩn bị thuốc và phương tiện.",
			[]string{"[1] Sở Y tế … phương tiện | Sở Y tế (own)"}},
		{"a unit asks its own units", chapeau + "1. Sở Công Thương yêu cầu các đơn vị điện lực kiểm tra hành lang lưới điện.",
			[]string{"[1] Sở Công Thương … lưới điện | Sở Công Thương (own)"}},
		{"label with a colon", chapeau + "1. Công an tỉnh: Chỉ đạo các đơn vị bảo đảm giao thông khi có cháy.",
			[]string{"[1] Công an tỉnh: … có cháy | Công an tỉnh (own)"}},
		{"label above dashes", chapeau + "1. Sở Y tế:\n- Dự trữ thuốc và vật tư y tế;\n- Cử cán bộ trực cấp cứu.",
			[]string{"[1] Dự trữ thuốc … y tế | Sở Y tế (lead_in)", "[1] Cử cán bộ trực cấp cứu | Sở Y tế (lead_in)"}},
		{"heading above paragraphs", chapeau + "1. Cục Thuế tỉnh\nChủ trì xây dựng kế hoạch hỗ trợ các hộ bị thiệt hại.\nTổ chức tập huấn cho cán bộ cơ sở.",
			[]string{"[1] Chủ trì xây … thiệt hại | Cục Thuế tỉnh (lead_in)", "[1] Tổ chức tập … cơ sở | Cục Thuế tỉnh (lead_in)"}},
		{"idle heading above points", chapeau + "2. Sở Công Thương chủ trì, phối hợp thực hiện\na) Rà soát nguồn hàng thiết yếu.\nb) Theo dõi giá cả thị trường.",
			[]string{"[2.a] Rà soát nguồn hàng thiết yếu | Sở Công Thương (lead_in)", "[2.b] Theo dõi giá cả thị trường | Sở Công Thương (lead_in)"}},
		{"duties of a body", chapeau + "1. Trách nhiệm của Sở Tài chính\na) Bố trí kinh phí cho lực lượng chữa cháy;\nb) Hướng dẫn thanh quyết toán.",
			[]string{"[1.a] Bố trí kinh … chữa cháy | Sở Tài chính (lead_in)", "[1.b] Hướng dẫn thanh quyết toán | Sở Tài chính (lead_in)"}},
		{"own beats the label", chapeau + "1. Sở Tài chính và Kho bạc Nhà nước tỉnh\na) Sở Tài chính bố trí kinh phí chữa cháy;\nb) Kho bạc Nhà nước tỉnh thực hiện chi trả kịp thời.",
			[]string{"[1.a] Sở Tài chính … chữa cháy | Sở Tài chính (own)", "[1.b] Kho bạc Nhà … kịp thời | Kho bạc Nhà nước tỉnh (own)"}},
		{"thing of a body", chapeau + "1. Việc lập phương án chữa cháy của UBND các xã phải hoàn thành trước ngày 30/6.",
			[]string{"[1] Việc lập phương … ngày 30/6. | UBND các xã @ 2024-06-30 (own)"}},
		{"after circumstances", chapeau + "1. Trong thời gian cao điểm, các chủ rừng tổ chức trực cháy suốt ngày đêm.",
			[]string{"[1] Trong thời gian … ngày đêm | các chủ rừng (own)"}},
		{"bodies after a colon", chapeau + "1. Các Sở: Y tế, Công Thương, Xây dựng chủ động kiểm tra các cơ sở thuộc ngành quản lý.",
			[]string{"[1] Các Sở: Y … quản lý | Các Sở: Y tế, Công Thương, Xây dựng (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for i := range tc.want {
				tc.want[i] = strings.ReplaceAll(tc.want[i], "30/6.", "30/6")
			}
			check(t, directive(tc.body), self, tc.want...)
		})
	}
}

// TestClosing holds that a request to several bodies parted by semicolons is one task.
func TestClosing(t *testing.T) {
	body := chapeau + "1. Sở Y tế dự trữ thuốc.\nYêu cầu Thủ trưởng các sở, Chủ tịch UBND các xã và các cơ quan; các doanh nghiệp trên địa bàn tỉnh nghiêm túc thực hiện Chỉ thị này."
	check(t, directive(body), self, "[1] Sở Y tế dự trữ thuốc | Sở Y tế (own)",
		"[] Yêu cầu Thủ … thị này | Thủ trưởng các sở; Chủ tịch UBND các xã; các cơ quan; các doanh nghiệp trên địa bàn tỉnh (own)")
}

func TestUnits(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"several sentences are one task", "1. Sở Y tế kiểm tra các cơ sở khám bệnh. Xử lý nghiêm vi phạm. Báo cáo kết quả về Ủy ban.",
			[]string{"[1] Sở Y tế … Ủy ban | Sở Y tế (own)"}},
		{"another assignee cuts", "1. Sở Y tế kiểm tra các cơ sở khám bệnh. Sở Công Thương kiểm tra các chợ và siêu thị.",
			[]string{"[1] Sở Y tế … khám bệnh | Sở Y tế (own)", "[1] Sở Công Thương … siêu thị | Sở Công Thương (own)"}},
		{"another assignee after a semicolon cuts", "1. Sở Y tế kiểm tra các cơ sở khám bệnh; Sở Công Thương kiểm tra các chợ và siêu thị.",
			[]string{"[1] Sở Y tế … khám bệnh | Sở Y tế (own)", "[1] Sở Công Thương … siêu thị | Sở Công Thương (own)"}},
		{"the same assignee does not cut", "1. Sở Y tế kiểm tra các cơ sở khám bệnh. Sở Y tế báo cáo kết quả về Ủy ban.",
			[]string{"[1] Sở Y tế … Ủy ban | Sở Y tế (own)"}},
		{"another deadline cuts", "1. Sở Y tế trình kế hoạch trước ngày 15/6; riêng phương án trực trình trước ngày 30/5.",
			[]string{"[1] Sở Y tế … ngày 15/6 | Sở Y tế @ 2024-06-15 (own)", "[1] riêng phương án … ngày 30/5 | Sở Y tế @ 2024-05-30 (own)"}},
		{"objects after a semicolon do not cut", "1. Sở Y tế kiểm tra các cơ sở khám bệnh; các bệnh viện tư nhân; các nhà thuốc trên địa bàn.",
			[]string{"[1] Sở Y tế … địa bàn | Sở Y tế (own)"}},
		{"a lead-in is none", "1. Sở Y tế thực hiện các việc sau:\n- Dự trữ thuốc chữa bệnh;\n- Cử cán bộ trực cấp cứu.",
			[]string{"[1] Dự trữ thuốc chữa bệnh | Sở Y tế (lead_in)", "[1] Cử cán bộ trực cấp cứu | Sở Y tế (lead_in)"}},
		{"a heading is none", "1. Khẩn trương chuẩn bị các điều kiện chữa cháy\na) Sở Y tế chuẩn bị thuốc và phương tiện.\nb) Công an tỉnh chuẩn bị lực lượng ứng cứu.",
			[]string{"[1.a] Sở Y tế … phương tiện | Sở Y tế (own)", "[1.b] Công an tỉnh … ứng cứu | Công an tỉnh (own)"}},
		{"a statement is none", "1. Thời gian nghỉ lễ bắt đầu từ ngày 01/9 đến hết ngày 03/9.\n2. Sở Y tế bố trí cán bộ trực cấp cứu.",
			[]string{"[2] Sở Y tế … cấp cứu | Sở Y tế (own)"}},
		{"the past is none", "1. Sở Y tế đã kiểm tra các cơ sở khám bệnh.\n2. Sở Y tế bố trí cán bộ trực cấp cứu.",
			[]string{"[2] Sở Y tế … cấp cứu | Sở Y tế (own)"}},
		{"liability is none", "1. Sở Y tế bố trí cán bộ trực cấp cứu.\n2. Người đứng đầu các đơn vị chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để xảy ra cháy rừng.",
			[]string{"[1] Sở Y tế … cấp cứu | Sở Y tế (own)"}},
		{"force is none", "1. Sở Y tế bố trí cán bộ trực cấp cứu.\n2. Chỉ thị này có hiệu lực kể từ ngày ký.",
			[]string{"[1] Sở Y tế … cấp cứu | Sở Y tế (own)"}},
		{"closing has no section", "1. Sở Y tế bố trí cán bộ trực cấp cứu.\nYêu cầu Thủ trưởng các sở, ngành nghiêm túc thực hiện Chỉ thị này.",
			[]string{"[1] Sở Y tế … cấp cứu | Sở Y tế (own)", "[] Yêu cầu Thủ … thị này | Thủ trưởng các sở, ngành (own)"}},
		{"closing by the issuer, two assignees", "1. Sở Y tế bố trí cán bộ trực cấp cứu.\nChủ tịch UBND tỉnh yêu cầu các sở, ngành triển khai thực hiện Chỉ thị này. Văn phòng UBND tỉnh có trách nhiệm theo dõi, đôn đốc.",
			[]string{"[1] Sở Y tế … cấp cứu | Sở Y tế (own)", "[] Chủ tịch UBND … thị này | các sở, ngành (own)", "[] Văn phòng UBND … đôn đốc | Văn phòng UBND tỉnh (own)"}},
		{"a broken paragraph goes on", "1. Sở Y tế kiểm tra các cơ sở khám bệnh;\nphối hợp tổ chức diễn tập chữa cháy.",
			[]string{"[1] Sở Y tế … chữa cháy | Sở Y tế (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(chapeauless+tc.body), self, tc.want...) })
	}
}

// chapeauless opens a directive without naming anybody.
const chapeauless = "Chủ tịch UBND tỉnh chỉ thị một số nội dung sau:\n"

func TestKinds(t *testing.T) {
	body := "I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao nhận thức của nhân dân về phòng cháy.\nII. NHIỆM VỤ, GIẢI PHÁP\n1. Xây dựng kế hoạch tuần tra rừng.\n" +
		"III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ tổng hợp kết quả thực hiện."
	first, second := "[II.1] Xây dựng kế … tra rừng |  ()", "[III.1] Sở Nội vụ … thực hiện | Sở Nội vụ (own)"
	report := "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ\n1. Tổ chức tuần tra rừng trong năm.\nII. BÀI HỌC KINH NGHIỆM\n1. Phải thường xuyên kiểm tra các chốt.\n" +
		"III. PHƯƠNG HƯỚNG, NHIỆM VỤ\n1. Tăng cường tuần tra rừng trọng điểm."
	decision := "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt phương án chữa cháy rừng năm 2024.\n1. Phạm vi áp dụng gồm các xã ven rừng.\nĐiều 2. Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các sở, ngành triển khai phương án.\n" +
		"Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 4. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này."
	for _, tc := range []struct {
		name, kind, title, body string
		want                    []string
	}{
		{"plan: tasks, no purposes", "ke_hoach", "KẾ HOẠCH\nPhòng cháy rừng năm 2024", body, []string{first, second}},
		{"programme", "chuong_trinh", "CHƯƠNG TRÌNH\nPhòng cháy rừng năm 2024", body, []string{first, second}},
		{"report: directions alone", "bao_cao", "BÁO CÁO\nKết quả phòng cháy rừng", report, []string{"[III.1] Tăng cường tuần … trọng điểm |  ()"}},
		{"decision: what is given", "quyet_dinh", "QUYẾT ĐỊNH\nVề phương án chữa cháy", decision,
			[]string{"[Điều 2] Giao Sở Nông … phương án | Sở Nông nghiệp và Môi trường + các sở, ngành (own)",
				"[Điều 4] Chánh Văn phòng, … định này | Chánh Văn phòng; Giám đốc các sở (own)"}},
		{"news has none", "tin_bai", "", body, nil},
		{"law has none", "luat", "LUẬT\nPHÒNG CHÁY", body, nil},
		{"unknown kind has none", "", "", body, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			check(t, paper(tc.title, tc.body), task.Self{Kind: tc.kind, IssuedOn: "2024-05-10"}, tc.want...)
		})
	}
}

func TestLetter(t *testing.T) {
	text := "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 112/UBND-KT\nV/v kiểm tra phòng cháy\n\nKính gửi: Các sở, ngành\n\n" +
		"Thời gian qua, nắng nóng kéo dài trên địa bàn tỉnh. UBND tỉnh yêu cầu Sở Công Thương kiểm tra các chợ, báo cáo trước ngày 30/5/2024.\n\nNơi nhận:\n- Như trên."
	check(t, text, task.Self{Kind: "cong_van", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-05-10"},
		"[] UBND tỉnh yêu … ngày 30/5/2024 | Sở Công Thương @ 2024-05-30 (own)")
}

func TestTable(t *testing.T) {
	text := paper("KẾ HOẠCH\nPhòng cháy rừng năm 2024", "I. NHIỆM VỤ\n1. Thực hiện các việc trong bảng sau:\n"+
		"| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |\n"+
		"| --- | --- | --- | --- | --- | --- |\n"+
		"| I | Tuyên truyền |  |  |  |  |\n"+
		"| 1 | Xây dựng tài liệu tuyên truyền | Sở Thông tin và Truyền thông | Sở Tư pháp, các huyện | Quý III/2024 | Bộ tài liệu |\n"+
		"| 2 | Kiểm tra các chốt trực | Chi cục Kiểm lâm | Công an tỉnh | Hằng quý |  |\n")
	tasks := task.Extract(outline(text), task.Self{Kind: "ke_hoach", IssuedOn: "2024-05-10"})
	if len(tasks) != 2 {
		t.Fatalf("%d tasks, want 2: %+v", len(tasks), tasks)
	}
	check(t, text, task.Self{Kind: "ke_hoach", IssuedOn: "2024-05-10"},
		"[I.1] Xây dựng tài liệu tuyên truyền | Sở Thông tin và Truyền thông + Sở Tư pháp; các huyện @ 2024-09-30 (own)",
		"[I.1] Kiểm tra các chốt trực | Chi cục Kiểm lâm + Công an tỉnh @ quarterly (own)")
	if got := tasks[0].Deliverable; got != "Bộ tài liệu" {
		t.Errorf("deliverable %q", got)
	}
}

func TestMergedCells(t *testing.T) {
	lines := []string{"Nội dung | Chủ trì | Thời hạn", "Lập danh sách hộ dân ven rừng | Sở Nội vụ | 30/6/2024", "Ký cam kết với từng hộ dân | Sở Nội vụ | 31/7/2024"}
	content := "KẾ HOẠCH\nPhòng cháy rừng\n\nUBND tỉnh ban hành Kế hoạch như sau:\n" + strings.Join(lines, "\n") + "\n"
	table := document.Table{}
	for i, l := range lines {
		start := strings.Index(content, l)
		row := document.Row{Range: document.Range{Start: start, End: start + len(l)}, Header: i == 0}
		for at, c := start, ""; len(l) > 0; at += len(c) + len(document.CellSeparator) {
			c, l, _ = strings.Cut(l, document.CellSeparator)
			row.Cells = append(row.Cells, document.Range{Start: at, End: at + len(c)})
		}
		table.Rows = append(table.Rows, row)
	}
	table.Rows[2].Cells[1] = table.Rows[1].Cells[1] // one cell for both rows
	o := structure.Parse(normalize.NewView(&document.Text{Content: content, Tables: []document.Table{table}}))
	tasks := task.Extract(o, task.Self{Kind: "ke_hoach", IssuedOn: "2024-05-10"})
	if len(tasks) != 2 || len(tasks[1].Lead) != 1 || tasks[1].Lead[0] != "Sở Nội vụ" {
		t.Errorf("got %+v", tasks)
	}
}

func TestNoOutline(t *testing.T) {
	if got := task.Extract(nil, self); got != nil {
		t.Errorf("got %v", got)
	}
	if got := task.Extract(outline(""), self); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// FuzzExtract holds what every task must be: its span quotes the source, its text is the span's words, no lead is empty,
// a date is a date, and confidence lies in 0..1.
func FuzzExtract(f *testing.F) {
	f.Add(directive(chapeau+"1. Sở Y tế: Chủ trì, phối hợp với các sở báo cáo trước ngày 30/6."), "chi_thi")
	f.Add("CHỈ THỊ\nvề X\n\nyêu cầu các sở:\n- việc\n", "cong_dien")
	f.Add("KẾ HOẠCH\n| TT | Nội dung | Chủ trì |\n| 1 | Việc | Sở Y tế |\n", "ke_hoach")
	f.Fuzz(func(t *testing.T, text, kind string) {
		if len(text) > 20000 || !utf8.ValidString(text) { // readers give nothing else
			return
		}
		o := outline(text)
		source := []rune(o.View.Source.Content)
		for _, d := range task.Extract(o, task.Self{Kind: kind, IssuedOn: "2024-05-10"}) {
			if got := string(source[d.Span.Start:d.Span.End]); got != d.Span.Exact {
				t.Fatalf("span %q is not %q", d.Span.Exact, got)
			}
			if d.Text == "" || d.Confidence <= 0 || d.Confidence > 1 {
				t.Fatalf("bad task %+v", d)
			}
			for _, l := range append(d.Lead, d.Support...) {
				if strings.TrimSpace(l) == "" {
					t.Fatalf("empty name in %+v", d)
				}
			}
			if d.Due != nil && d.Due.Value != "" && len(d.Due.Value) != len("2024-05-10") {
				t.Fatalf("bad date %+v", d.Due)
			}
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	var body strings.Builder
	for range 50 {
		body.WriteString("1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh, các sở, ngành kiểm tra các chủ rừng; báo cáo kết quả trước ngày 30/6/2024. Tăng cường tuần tra, kịp thời phát hiện điểm cháy.\n")
	}
	text := directive(chapeau + body.String())
	o := outline(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		task.Extract(o, self)
	}
}

// TestWhoDoesIt holds that a clause which says who does what the clause before it names, and by when, is no task of its own.
func TestWhoDoesIt(t *testing.T) {
	plan := "Thực hiện Kế hoạch số 3/KH-UBND ngày 05/01/2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch:\nI. NHIỆM VỤ\n"
	for _, tt := range []struct {
		name, item string
		tasks      int
	}{
		{"lead and date", "1. Xây dựng 48 trạm trung chuyển rác; Sở Xây dựng chủ trì, hoàn thành trước ngày 30/4/2024.", 1},
		{"lead and support in a sentence", "1. Dạy bơi an toàn cho học sinh. Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế.", 1},
		{"a task of its own", "1. Xây dựng 48 trạm trung chuyển rác; Sở Tài chính bố trí vốn, hoàn thành trước ngày 30/4/2024.", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := task.Extract(outline(paper("KẾ HOẠCH", plan+tt.item)), task.Self{Kind: "ke_hoach", IssuedOn: "2024-01-20"})
			if len(got) != tt.tasks || tt.tasks == 1 && len(got[0].Lead) != 1 {
				t.Errorf("%d tasks: %+v", len(got), got)
			}
		})
	}
}
