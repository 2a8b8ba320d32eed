package task_test

import (
	"testing"

	"github.com/soichi/soichi/extract/task"
)

// TestLayouts holds how a directive may say whom an item is for: in the item, in the line over it, by what stands above.
func TestLayouts(t *testing.T) {
	asked := "Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"given in the line over it, with helpers", "1. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh:\n- Lập chốt tại cửa ngõ vào tỉnh.\n- Lấy mẫu của người về từ vùng dịch.", []string{
			"[1] Lập chốt tại … vào tỉnh | Sở Y tế + Công an tỉnh (lead_in)", "[1] Lấy mẫu của … vùng dịch | Sở Y tế + Công an tỉnh (lead_in)",
		}},
		{"for a body", "1. Đối với Sở Giáo dục và Đào tạo\na) Vệ sinh trường lớp.\nb) Tổ chức dạy học trực tuyến.", []string{
			"[1.a] Vệ sinh trường lớp | Sở Giáo dục và Đào tạo (lead_in)", "[1.b] Tổ chức dạy học trực tuyến | Sở Giáo dục và Đào tạo (lead_in)",
		}},
		{"duties of two", "1. Trách nhiệm của Sở Công Thương và UBND cấp huyện:\n- Bảo đảm hàng hóa thiết yếu.", []string{
			"[1] Bảo đảm hàng hóa thiết yếu | Sở Công Thương; UBND cấp huyện (lead_in)",
		}},
		{"tasks of those who build", "1. Nhiệm vụ của các chủ đầu tư, nhà thầu\n- Bố trí chỗ ở cho công nhân.", []string{
			"[1] Bố trí chỗ … công nhân | các chủ đầu tư; nhà thầu (lead_in)",
		}},
		{"a name and paragraphs without labels", "1. Ủy ban nhân dân các huyện, thị xã:\nKiện toàn Ban Chỉ đạo các cấp.\nChuẩn bị khu cách ly tập trung.\n2. Bố trí cán bộ trực đêm.", []string{
			"[1] Kiện toàn Ban … các cấp | Ủy ban nhân dân các huyện, thị xã (lead_in)", "[1] Chuẩn bị khu … tập trung | Ủy ban nhân dân các huyện, thị xã (lead_in)", "[2] Bố trí cán bộ trực đêm | " + asked,
		}},
		{"by their powers", "1. Các sở, ban, ngành tỉnh; UBND các huyện căn cứ chức năng, nhiệm vụ có trách nhiệm:\na) Quán triệt Chỉ thị đến cán bộ.", []string{
			"[1.a] Quán triệt Chỉ … cán bộ | Các sở, ban, ngành tỉnh; UBND các huyện (lead_in)",
		}},
		{"two names over points of one each", "1. Sở Tài chính, Sở Xây dựng:\na) Sở Tài chính tham mưu bố trí kinh phí;\nb) Sở Xây dựng: Thẩm định danh mục mua sắm;\nc) Báo cáo kết quả hằng tuần.", []string{
			"[1.a] Sở Tài chính … kinh phí | Sở Tài chính (own)", "[1.b] Sở Xây dựng: … mua sắm | Sở Xây dựng (own)", "[1.c] Báo cáo kết quả hằng tuần | Sở Tài chính; Sở Xây dựng @ weekly (lead_in)",
		}},
		{"asked in a sentence over dashes", "1. Công tác tuyên truyền\nChủ tịch UBND tỉnh yêu cầu Sở Thông tin và Truyền thông tập trung thực hiện:\n- Tăng thời lượng phát sóng.\n- Xử lý tin giả.", []string{
			"[1] Tăng thời lượng phát sóng | Sở Thông tin và Truyền thông (lead_in)", "[1] Xử lý tin giả | Sở Thông tin và Truyền thông (lead_in)",
		}},
		{"who directs whom", "1. UBND cấp huyện chỉ đạo UBND cấp xã:\n- Lập danh sách hộ khó khăn.", []string{"[1] Lập danh sách hộ khó khăn | UBND cấp huyện (lead_in)"}},
		{"asked, then a colon", "1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể: vận động Nhân dân khai báo y tế.", []string{
			"[1] Đề nghị Ủy … y tế | Ủy ban MTTQ Việt Nam tỉnh; các đoàn thể (own)",
		}},
		{"who is to blame", "1. Thủ trưởng các cơ quan chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để dịch lây lan.\n2. Bố trí cán bộ trực đêm.", []string{"[2] Bố trí cán bộ trực đêm | " + asked}},
		{"two parting words", "1. Bố trí cán bộ trực đêm.\nGiao Văn phòng UBND tỉnh phối hợp với Sở Y tế theo dõi việc thực hiện Chỉ thị này; báo cáo trước ngày 15 hằng tháng.\nYêu cầu các sở, ngành, địa phương nghiêm túc thực hiện./.", []string{
			"[1] Bố trí cán bộ trực đêm | " + asked, "[] Giao Văn phòng … hằng tháng | Văn phòng UBND tỉnh + Sở Y tế @ monthly (own)", "[] Yêu cầu các … thực hiện | các sở, ngành, địa phương (own)",
		}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(chapeau+tc.body), self, tc.want...) })
	}
}

// TestTablesOfTasks holds what the tables of plans say in their columns, under heads of several wordings.
func TestTablesOfTasks(t *testing.T) {
	const frame = "I. NHIỆM VỤ\n1. Sở Nội vụ theo dõi việc thực hiện.\nNơi nhận:\n- Như trên;\nCHỦ TỊCH\nNguyễn Văn An\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch số 7/KH-UBND)\n"
	first := "[I.1] Sở Nội vụ … thực hiện | Sở Nội vụ (own)"
	for _, tc := range []struct {
		name, rows string
		want       []string
	}{
		{"all six columns, groups between the rows", "TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm\nA | CẢI CÁCH THỂ CHẾ | | | |\n" +
			"1 | Rà soát văn bản đã ban hành | Sở Tư pháp | Các sở, ngành | Quý III/2024 | Báo cáo\n2 | Kiểm tra việc thi hành tại huyện | Sở Tư pháp, Thanh tra tỉnh | | Hằng năm | Kết luận", []string{
			"[1] Rà soát văn … ban hành | Sở Tư pháp + Các sở, ngành @ 2024-09-30 (own)", "[2] Kiểm tra việc … tại huyện | Sở Tư pháp; Thanh tra tỉnh @ yearly (own)",
		}},
		{"a period is no date", "TT | Nội dung | Đơn vị thực hiện | Thời gian\n1 | Công bố thủ tục hành chính | Văn phòng UBND tỉnh | 2024 - 2025\n2 | Số hóa hồ sơ đất đai | Sở Tài chính | Thường xuyên\n3 | Đánh giá sự hài lòng | Sở Nội vụ | 2024", []string{
			"[1] Công bố thủ tục hành chính | Văn phòng UBND tỉnh (own)", "[2] Số hóa hồ sơ đất đai | Sở Tài chính (own)", "[3] Đánh giá sự hài lòng | Sở Nội vụ @ 2024-12-31 (own)",
		}},
		{"papers and when they are shown", "STT | Tên văn bản | Đơn vị thực hiện | Thời hạn trình\n1. | Nghị quyết về phí, lệ phí | Sở Tài chính | 15/10/2024\n2. | Quyết định phân cấp | Sở Nội vụ | Tháng 11", []string{
			"[1] Nghị quyết về phí, lệ phí | Sở Tài chính @ 2024-10-15 (own)", "[2] Quyết định phân cấp | Sở Nội vụ @ 2024-11-30 (own)",
		}},
		{"one column for who leads and who helps", "Số TT | Nhiệm vụ | Đơn vị chủ trì/phối hợp | Lộ trình\n1 | Triển khai học trực tuyến | Sở Giáo dục/các huyện | Quý III-IV/2024", []string{
			"[1] Triển khai học trực tuyến | Sở Giáo dục + các huyện @ 2024-12-31 (own)",
		}},
		{"the numbers of the columns", "TT | Nội dung | Kết quả\n1 | 2 | 3\n | Mua máy | 20", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			self := task.Self{Kind: "ke_hoach", Issuer: self.Issuer, IssuedOn: self.IssuedOn}
			check(t, paperBody("KẾ HOẠCH\nCải cách hành chính", frame+tc.rows), self, append([]string{first}, tc.want...)...)
		})
	}
}
