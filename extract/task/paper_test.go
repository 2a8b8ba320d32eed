package task_test

import (
	"testing"

	"github.com/soichi/soichi/extract/task"
)

var plan = task.Self{Kind: "ke_hoach", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-05-10"}

// TestAttributes holds that lines which only describe a task give it what they say and are no tasks.
func TestAttributes(t *testing.T) {
	const head = "UBND tỉnh ban hành Kế hoạch như sau:\nI. NHIỆM VỤ\n"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"below a number", head + "1. Xây dựng phương án chữa cháy rừng cấp tỉnh\n- Đơn vị chủ trì: Chi cục Kiểm lâm.\n- Đơn vị phối hợp: Công an tỉnh, các sở, ngành.\n- Thời gian hoàn thành: Quý III/2024.\n" +
			"2. Tổ chức diễn tập chữa cháy rừng\n- Chủ trì: Bộ Chỉ huy Quân sự tỉnh.\n- Thời gian thực hiện: Tháng 11/2024.",
			[]string{"[I.1] Xây dựng phương … cấp tỉnh | Chi cục Kiểm lâm + Công an tỉnh; các sở, ngành @ 2024-09-30 (own)",
				"[I.2] Tổ chức diễn … cháy rừng | Bộ Chỉ huy Quân sự tỉnh @ 2024-11-30 (own)"}},
		{"for all tasks of a division", head + "1. Tuyên truyền\n- In tờ rơi cho các xã ven rừng.\n- Treo biển báo tại các ngã ba.\n- Cơ quan thực hiện: Chi cục Kiểm lâm.",
			[]string{"[I.1] In tờ rơi … ven rừng | Chi cục Kiểm lâm (own)", "[I.1] Treo biển báo … ngã ba | Chi cục Kiểm lâm (own)"}},
		{"a year alone, and a label over dashes", head + "1. Xây dựng dự án\na) Lập danh mục dự án cấp tỉnh.\nThời gian thực hiện: 2025\nb) Lập bản đồ rừng.\nThời gian thực hiện:\n- Tại miền núi: 2025;\n- Tại đồng bằng: 2026.\nc) In bản đồ rừng.",
			[]string{"[I.1.a] Lập danh mục … cấp tỉnh |  @ 2025-12-31 ()", "[I.1.b] Lập bản đồ rừng |  ()", "[I.1.c] In bản đồ rừng |  ()"}},
		{"what is told of a body is no attribute", head + "1. Sở Y tế chủ trì:\n- Dự trữ thuốc và vật tư.",
			[]string{"[I.1] Dự trữ thuốc và vật tư | Sở Y tế (lead_in)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, paper("KẾ HOẠCH\nPhòng cháy rừng", tc.body), plan, tc.want...) })
	}
}

// TestPlanItems holds what is a task below a heading that announces tasks.
func TestPlanItems(t *testing.T) {
	const head = "UBND tỉnh ban hành Kế hoạch như sau:\nI. NHIỆM VỤ, GIẢI PHÁP\n"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a share of people acts", head + "1. 100% cán bộ kiểm lâm cài đặt phần mềm báo cháy.\n2. Nâng cấp phần mềm báo cháy của tỉnh.",
			[]string{"[I.1] 100% cán bộ … báo cháy |  ()", "[I.2] Nâng cấp phần … của tỉnh |  ()"}},
		{"a name known by its verb alone", head + "1. Cụm trưởng Cụm 5 chủ trì họp giao ban.\n2. Trưởng các thôn vận động nhân dân.",
			[]string{"[I.1] Cụm trưởng Cụm … giao ban | Cụm trưởng Cụm 5 (own)", "[I.2] Trưởng các thôn … nhân dân | Trưởng các thôn (own)"}},
		{"a short sentence of duty heads nothing", head + "1. Công tác nhân sự phải bảo đảm dân chủ.\nBan Thường vụ cấp ủy phê duyệt đề án nhân sự.",
			[]string{"[I.1] Công tác nhân … dân chủ |  ()", "[I.1] Ban Thường vụ … nhân sự | Ban Thường vụ cấp ủy (own)"}},
		{"decimal items of one depth", head + "1. Dự án\n1.1. Hàng năm, rà soát các dự án trồng rừng.\n1.2. Phê duyệt dự án mới.",
			[]string{"[I.1.1] Hàng năm, rà … trồng rừng |  @ yearly ()", "[I.1.2] Phê duyệt dự án mới |  ()"}},
		{"heading filled by its only paragraph", head + "1. Rà soát phương án chữa cháy.\n2. Tổ chức thực hiện\nTrưởng các phòng triển khai Kế hoạch này.",
			[]string{"[I.1] Rà soát phương án chữa cháy |  ()", "[I.2] Trưởng các phòng … hoạch này | Trưởng các phòng (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, paper("KẾ HOẠCH\nPhòng cháy rừng", tc.body), plan, tc.want...) })
	}
}

// TestAmending holds that a decision which changes the tasks of a directive has them.
func TestAmending(t *testing.T) {
	self := task.Self{Kind: "quyet_dinh", Issuer: "Thủ tướng Chính phủ", IssuedOn: "2024-02-20"}
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"tasks of a directive", "Điều 1. Sửa đổi, bổ sung một số nhiệm vụ giao tại Chỉ thị số 07/CT-TTg như sau:\n" +
			"1. Sửa đổi thời hạn tại điểm b: Ủy ban nhân dân các tỉnh hoàn thành bản đồ trước ngày 15/3/2024.\n" +
			"2. Bổ sung điểm c như sau: “c) Bộ Y tế dự trữ thuốc, xong trước ngày 31/3/2024.”\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.",
			[]string{"[Điều 1.1] Sửa đổi thời … ngày 15/3/2024 | Ủy ban nhân dân các tỉnh @ 2024-03-15 (own)",
				"[Điều 1.2] Bổ sung điểm … ngày 31/3/2024.” | Bộ Y tế @ 2024-03-31 (own)"}},
		{"articles of a decision are none", "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 07/QĐ-TTg như sau:\n1. Khoản 2 Điều 3 được sửa đổi như sau: “2. Mức hỗ trợ là 500.000 đồng.”", nil},
		{"bodies parted by semicolons", "Điều 1. Phê duyệt Đề án.\nĐiều 2. Bộ trưởng các Bộ: Y tế, Công an, Quốc phòng; Chủ tịch Ủy ban nhân dân các tỉnh chịu trách nhiệm thi hành Quyết định này.",
			[]string{"[Điều 2] Bộ trưởng các … định này | Bộ trưởng các Bộ: Y tế, Công an, Quốc phòng; Chủ tịch Ủy ban nhân dân các tỉnh (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			check(t, paper("QUYẾT ĐỊNH\nVề nhiệm vụ", "QUYẾT ĐỊNH:\n"+tc.body), self, tc.want...)
		})
	}
}

// TestRules holds that rules issued with a decision have tasks only where a body is named or a date is set.
func TestRules(t *testing.T) {
	self := task.Self{Kind: "quyet_dinh", Issuer: "Bộ Y tế", IssuedOn: "2024-02-20"}
	text := paper("QUYẾT ĐỊNH\nBan hành Quy chế trực", "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế trực.") +
		"\nQUY CHẾ\nTRỰC CẤP CỨU\n(Kèm theo Quyết định số 07/QĐ-BYT)\nĐiều 1. Chế độ trực\n1. Cục Quản lý Khám chữa bệnh tổ chức trực hằng ngày.\n" +
		"2. Người trực ghi sổ.\n3. Bộ phận trực báo cáo trong thời hạn 30 phút kể từ khi có tin.\n"
	check(t, text, self, "[Điều 1.1] Cục Quản lý … hằng ngày | Cục Quản lý Khám chữa bệnh @ daily (own)",
		"[Điều 1.3] Bộ phận trực … có tin | Bộ phận trực @  (own)")
}

// TestReports holds that a report's tasks are those for the time to come.
func TestReports(t *testing.T) {
	self := task.Self{Kind: "bao_cao", IssuedOn: "2024-06-24"}
	body := "I. NHIỆM VỤ CỦA SỞ\n1. Xây dựng 08 bộ tài liệu.\nII. NHẬN XÉT ĐÁNH GIÁ VÀ NHỮNG BÀI HỌC KINH NGHIỆM\n1. Phải nắm chắc địa bàn.\n" +
		"III. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI\n1. Hoàn thiện bản đồ trước ngày 30/9/2024.\nIV. KIẾN NGHỊ\n1. Đề nghị Bộ Y tế hỗ trợ kinh phí."
	check(t, paper("BÁO CÁO\nKết quả thực hiện", body), self, "[III.1] Hoàn thiện bản … ngày 30/9/2024 |  @ 2024-09-30 ()")
}
