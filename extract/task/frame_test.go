package task_test

import (
	"testing"

	"github.com/soichi/soichi/extract/task"
)

// TestNoTasks holds what looks like a task and is none.
func TestNoTasks(t *testing.T) {
	for _, tc := range []struct{ name, body string }{
		{"objectives", "I. MỤC TIÊU\n1. Nâng cao tỷ lệ che phủ rừng lên 60%.\n2. Giảm số vụ cháy."},
		{"purposes and demands", "I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao ý thức của người dân.\n2. Bảo đảm thiết thực, hiệu quả."},
		{"lessons", "I. BÀI HỌC KINH NGHIỆM\n1. Phải bám sát địa bàn.\n2. Chủ động phòng ngừa từ sớm."},
		{"what was done", "I. KẾT QUẢ\n1. Tổ chức 40 lớp tập huấn cho các tổ đội.\n2. Xây dựng 12 chòi canh."},
		{"shortcomings", "I. TỒN TẠI, HẠN CHẾ\n1. Tổ chức tuần tra còn chưa thường xuyên."},
		{"money", "I. KINH PHÍ\n1. Bố trí từ nguồn sự nghiệp của các đơn vị."},
		{"whom it is for", "I. ĐỐI TƯỢNG ÁP DỤNG\n1. Tổ chức, cá nhân hoạt động trong rừng."},
		{"what holds", "1. Hoạt động theo các nguyên tắc sau:\na) Bảo đảm công khai;\nb) Tôn trọng ý kiến của dân."},
		{"links of a site", "I. NHIỆM VỤ\nXem thêm: Kế hoạch trồng rừng của tỉnh\nNguồn: Báo Sông Lam"},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, paper("KẾ HOẠCH\nGiữ rừng mùa khô", tc.body), plan) })
	}
}

// TestMoney holds that a division on money has tasks where it tells a body what to do.
func TestMoney(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a body told", "III. KINH PHÍ\nSở Tài chính thẩm định, trình Ủy ban nhân dân tỉnh bố trí kinh phí giữ rừng trong dự toán hằng năm.",
			[]string{"[III] Sở Tài chính … hằng năm | Sở Tài chính (own)"}},
		{"where it comes from", "III. KINH PHÍ THỰC HIỆN\nKinh phí thực hiện Kế hoạch từ nguồn sự nghiệp của các đơn vị.", nil},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, paper("KẾ HOẠCH\nGiữ rừng mùa khô", tc.body), plan, tc.want...) })
	}
}

// TestHeadings holds which short numbered lines only name what follows.
func TestHeadings(t *testing.T) {
	asked := "Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"over dashes", chapeau + "1. Tăng cường tuần tra\n- Bố trí chốt tại cửa rừng;\n- Trực đêm tại các trạm.",
			[]string{"[1] Bố trí chốt tại cửa rừng | " + asked, "[1] Trực đêm tại các trạm | " + asked}},
		{"over letters, with a colon", chapeau + "1. Về tuyên truyền:\na) Phát tờ rơi đến các hộ;\nb) Mở chuyên mục trên đài.",
			[]string{"[1.a] Phát tờ rơi đến các hộ | " + asked, "[1.b] Mở chuyên mục trên đài | " + asked}},
		{"over a paragraph", chapeau + "1. Công tác tuần tra\nTăng cường tuần tra ban đêm tại các cửa rừng trọng điểm.",
			[]string{"[1] Tăng cường tuần … trọng điểm | " + asked}},
		{"an item that ends with a semicolon", chapeau + "1. Tuần tra các cửa rừng;\n2. Trực đêm tại các trạm.",
			[]string{"[1] Tuần tra các cửa rừng | " + asked, "[2] Trực đêm tại các trạm | " + asked}},
		{"a body that is asked", chapeau + "1. Đề nghị Hội Nông dân tỉnh\n- Vận động hội viên ký cam kết;\n- Thành lập các tổ tự quản.",
			[]string{"[1] Vận động hội … cam kết | Hội Nông dân tỉnh (lead_in)", "[1] Thành lập các tổ tự quản | Hội Nông dân tỉnh (lead_in)"}},
		{"a group that a verb tells", chapeau + "1. Các doanh nghiệp hoạt động trên địa bàn tỉnh:\n- Ký cam kết giữ rừng;\n- Cung cấp số liệu khai thác.",
			[]string{"[1] Ký cam kết giữ rừng | Các doanh nghiệp hoạt động trên địa bàn tỉnh (lead_in)",
				"[1] Cung cấp số liệu khai thác | Các doanh nghiệp hoạt động trên địa bàn tỉnh (lead_in)"}},
		{"duties of a body", chapeau + "1. Trách nhiệm của Chi cục Kiểm lâm\n- Tuần tra các cửa rừng;\n- Lập hồ sơ các vụ vi phạm.",
			[]string{"[1] Tuần tra các cửa rừng | Chi cục Kiểm lâm (lead_in)", "[1] Lập hồ sơ … vi phạm | Chi cục Kiểm lâm (lead_in)"}},
		{"a line under a Roman number, over numbers", chapeau + "I. Công tác tuần tra\nChi cục Kiểm lâm có trách nhiệm:\n1. Chốt chặn các cửa rừng.\n2. Trực đêm tại các trạm.\nII. Công tác khác\n1. Phát tờ rơi đến các hộ.",
			[]string{"[I.1] Chốt chặn các cửa rừng | Chi cục Kiểm lâm (lead_in)", "[I.2] Trực đêm tại các trạm | Chi cục Kiểm lâm (lead_in)", "[II.1] Phát tờ rơi đến các hộ | " + asked}},
		{"a line under a number, over letters", chapeau + "1. Công tác tuần tra:\nChi cục Kiểm lâm có trách nhiệm:\na) Chốt chặn các cửa rừng.\n2. Trực đêm tại các trạm.",
			[]string{"[1.a] Chốt chặn các cửa rừng | Chi cục Kiểm lâm (lead_in)", "[2] Trực đêm tại các trạm | " + asked}},
		{"capital letters over Roman numbers", chapeau + "A. Phân công và tiến độ tuần tra.\nI. Phân công tuần tra\n1. Chốt chặn các cửa rừng.\nB. Hậu cần.\nI. Thuốc men\n1. Dự trữ thuốc chữa bỏng.",
			[]string{"[A.I.1] Chốt chặn các cửa rừng | " + asked, "[B.I.1] Dự trữ thuốc chữa bỏng | " + asked}},
		{"a body that leads with others", chapeau + "1. Sở Y tế chủ trì, phối hợp với các cơ quan, đơn vị liên quan\n- Dự trữ thuốc chữa bỏng;\n- Cử tổ cấp cứu lưu động.",
			[]string{"[1] Dự trữ thuốc chữa bỏng | Sở Y tế + các cơ quan, đơn vị liên quan (lead_in)", "[1] Cử tổ cấp cứu lưu động | Sở Y tế + các cơ quan, đơn vị liên quan (lead_in)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.body), self, tc.want...) })
	}
}

// TestLooseSentences holds that a letter without items has tasks only where the issuer plainly asks.
func TestLooseSentences(t *testing.T) {
	letter := task.Self{Kind: "cong_van", Issuer: self.Issuer, IssuedOn: self.IssuedOn}
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"the issuer asks", "Ủy ban nhân dân tỉnh yêu cầu các huyện, thị xã rà soát phương án, gửi về Sở trước ngày 20/5/2024.",
			[]string{"[] Ủy ban nhân … ngày 20/5/2024 | các huyện, thị xã @ 2024-05-20 (own)"}},
		{"nobody asks", "Ủy ban nhân dân tỉnh đã nhận được báo cáo của các huyện về kết quả tuần tra.", nil},
		{"somebody else asked", "Bộ Nông nghiệp yêu cầu các tỉnh rà soát phương án phòng cháy.", nil},
		{"those above are asked to consider", "Kính đề nghị Thủ tướng Chính phủ xem xét, quyết định./.", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			check(t, "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 07/UBND-NL\nV/v phòng cháy rừng\nSông Lam, ngày 10 tháng 5 năm 2024\nKính gửi: Các cơ quan, đơn vị.\n"+tc.body+"\nNơi nhận:\n- Như trên.\nCHỦ TỊCH\nNguyễn Văn An\n",
				letter, tc.want...)
		})
	}
}
