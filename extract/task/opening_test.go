package task_test

import (
	"testing"

	"github.com/soichi/soichi/extract/task"
)

// TestOpenings holds whom the words before the first item ask.
func TestOpenings(t *testing.T) {
	const item = "1. Tuần tra các cửa rừng trọng điểm.\n2. Trực đêm tại các trạm."
	two := func(who string) []string {
		return []string{"[1] Tuần tra các … trọng điểm | " + who, "[2] Trực đêm tại các trạm | " + who}
	}
	for _, tc := range []struct {
		name, opening string
		want          []string
	}{
		{"one body", "Chủ tịch UBND tỉnh yêu cầu Chi cục Kiểm lâm thực hiện các việc sau:\n", two("Chi cục Kiểm lâm (chapeau)")},
		{"two bodies", "UBND tỉnh yêu cầu Chi cục Kiểm lâm và Công an tỉnh tập trung thực hiện:\n", two("Chi cục Kiểm lâm; Công an tỉnh (chapeau)")},
		{"the last of two requests", "Bộ yêu cầu các tỉnh báo cáo; UBND tỉnh giao Chi cục Kiểm lâm triển khai như sau:\n", two("Chi cục Kiểm lâm (chapeau)")},
		{"nobody", "Để giữ rừng, UBND tỉnh xây dựng kế hoạch như sau:\n", two(" ()")},
		{"two paragraphs", "Mùa khô năm nay kéo dài.\nUBND tỉnh đề nghị các chủ rừng thực hiện nghiêm các nội dung sau đây:\n", two("các chủ rừng (chapeau)")},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.opening+item), self, tc.want...) })
	}
}

// TestMeetingOrders holds that a notice of what was concluded has tasks where a body is told something.
func TestMeetingOrders(t *testing.T) {
	notice := task.Self{Kind: "thong_bao", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-05-10"}
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"given", "1. Giao Sở Y tế rà soát tủ thuốc các trạm, hoàn thành trong tháng 6/2024.", []string{"[1] Giao Sở Y … tháng 6/2024 | Sở Y tế @ 2024-06-30 (own)"}},
		{"told", "1. Sở Tài chính bố trí kinh phí mua máy bơm cho các trạm kiểm lâm.", []string{"[1] Sở Tài chính … kiểm lâm | Sở Tài chính (own)"}},
		{"what the meeting saw", "1. Thời gian qua công tác giữ rừng đã đạt nhiều kết quả, số vụ cháy giảm.", nil},
		{"what it agreed to", "1. Thống nhất với đề xuất của Sở Y tế về danh mục thuốc.", nil},
		{"under a body's name", "1. Sở Y tế:\n- Rà soát tủ thuốc các trạm;\n- Báo cáo trước ngày 20/5.",
			[]string{"[1] Rà soát tủ thuốc các trạm | Sở Y tế (lead_in)", "[1] Báo cáo trước ngày 20/5 | Sở Y tế @ 2024-05-20 (lead_in)"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			check(t, paper("THÔNG BÁO\nKết luận tại cuộc họp về giữ rừng", "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận:\n"+tc.body), notice, tc.want...)
		})
	}
}

// TestDatesOfItems holds which date of an item is that of its task.
func TestDatesOfItems(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"two bodies, two dates", chapeau + "1. Sở Y tế gửi danh mục trước ngày 20/5/2024; Sở Tài chính thẩm định trước ngày 30/5/2024.",
			[]string{"[1] Sở Y tế … ngày 20/5/2024 | Sở Y tế @ 2024-05-20 (own)", "[1] Sở Tài chính … ngày 30/5/2024 | Sở Tài chính @ 2024-05-30 (own)"}},
		{"a later date of others", chapeau + "1. Lập sổ theo dõi cháy rừng. Chậm nhất là ngày 30 tháng 6 năm 2024 các trạm phải nộp sổ về Chi cục.",
			[]string{"[1] Lập sổ theo dõi cháy rừng | " + "Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)", "[1] Chậm nhất là … Chi cục | các trạm @ 2024-06-30 (own)"}},
		{"one body, two dates", chapeau + "1. Sở Y tế gửi danh mục trước ngày 20/5/2024. Mua xong thuốc trước ngày 30/6/2024.",
			[]string{"[1] Sở Y tế … ngày 20/5/2024 | Sở Y tế @ 2024-05-20 (own)", "[1] Mua xong thuốc trước ngày 30/6/2024 | Sở Y tế @ 2024-06-30 (own)"}},
		{"a date in brackets", chapeau + "1. Sở Y tế ban hành quy trình cấp cứu bỏng (Quý III/2024).", []string{"[1] Sở Y tế … (Quý III/2024) | Sở Y tế @ 2024-09-30 (own)"}},
		{"the date of another paper", chapeau + "1. Sở Y tế thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2024.", []string{"[1] Sở Y tế … ngày 10/01/2024 | Sở Y tế (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.body), self, tc.want...) })
	}
}
