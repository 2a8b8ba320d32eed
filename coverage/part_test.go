package coverage

import (
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

func TestUnmet(t *testing.T) {
	const closing = "Đóng cửa 23 bãi chôn lấp không hợp vệ sinh, xử lý 100% nước rỉ rác"
	const levels = "Thanh tra cấp tỉnh kiểm tra ít nhất 08 cơ sở nấu ăn, cấp huyện tối thiểu 04 cơ sở"
	for _, tt := range []struct {
		name, task, said string
		want             bool
	}{
		{"a share below", closing, "Tỷ lệ xử lý nước rỉ rác đạt 97,4%", true},
		{"a share reached", closing, "Tỷ lệ xử lý nước rỉ rác đạt 100%", false},
		{"a share of something else", "Đạt 80% hộ, 90% trường", "đạt 54,5% số hộ", false},
		{"some of all", closing, "Đã đóng cửa 15/23 bãi chôn lấp", true},
		{"all of all", closing, "Đã đóng cửa 23/23 bãi chôn lấp", false},
		{"a watch is no fraction", "Trực ban", "tổ chức trực 24/24 giờ", false},
		{"a date is no fraction", closing, "hoàn thành trước ngày 15/11 năm nay", false},
		{"a report of a year", closing, "theo Báo cáo số 15/2025 của tỉnh", false},
		{"fewer of the same", closing, "Đã đóng cửa 15 bãi chôn lấp", true},
		{"as many of the same", closing, "Đã đóng cửa 23 bãi chôn lấp", false},
		{"thousands", "Phát 1.200 thùng phân loại", "Đã phát 950 thùng phân loại", true},
		{"other things", closing, "Đã trồng 15 cây xanh tại các bãi chôn lấp", false},
		{"days are no things", "Báo cáo trong 10 ngày làm việc", "đã báo cáo sau 5 ngày làm việc", false},
		{"a smaller number for others", "Mỗi tỉnh mở 06 lớp học, mỗi huyện mở 02 lớp", "Đã mở 03 lớp học nghề", false},
		{"a draft", "Trình Hội đồng nhân dân nghị quyết về giá nước", "Nghị quyết về giá nước đã lấy ý kiến các sở", true},
		{"a draft where one was asked for", "Lấy ý kiến về dự thảo nghị quyết giá nước", "Nghị quyết về giá nước đã lấy ý kiến các sở", false},
		{"a share that something makes up", "Phấn đấu 90% hồ sơ nộp qua mạng", "Hồ sơ nộp qua mạng chiếm 71%", true},
		{"a share that makes up enough", "Phấn đấu 90% hồ sơ nộp qua mạng", "Hồ sơ nộp qua mạng chiếm 93,5%", false},
		{"fewer at one level", levels, "Kiểm tra được 32 cơ sở (tỉnh 05, huyện 27)", true},
		{"fewer at the other level", levels, "Kiểm tra được 12 cơ sở (tỉnh 09, huyện 03)", true},
		{"enough at both levels", levels, "Kiểm tra được 36 cơ sở (tỉnh 09, huyện 27)", false},
		{"levels in words", levels, "Đã kiểm tra bếp ăn, cấp tỉnh được 02 cơ sở", true},
		{"a level that nothing is demanded of", levels, "Kiểm tra được 36 cơ sở (tỉnh 09, xã 01)", false},
		{"a list of places is no count", levels, "Kiểm tra tại các tỉnh, huyện 30a", false},
		{"no figures", closing, "Đã đóng cửa các bãi chôn lấp", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := demandOf(document.Task{Text: tt.task}).unmet(tt.said, viet.Lower(tt.said)); got != tt.want {
				t.Errorf("%v: %s, told: %s", got, tt.task, tt.said)
			}
		})
	}
}

// TestAShortfallIsNotDone holds that a report which tells of less than was demanded leaves the task open.
func TestAShortfallIsNotDone(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về bãi rác").
		task("Đóng cửa 23 bãi chôn lấp không hợp vệ sinh", "2024-06-30", kontum).
		task("Tuyên truyền phân loại rác tại trường học", "", kontum)
	some := newPaper("r", "bao_cao", kontum, "2024-06-20", "Báo cáo").says("Đã đóng cửa 15/23 bãi chôn lấp không hợp vệ sinh trên địa bàn.")
	rest := newPaper("s", "bao_cao", kontum, "2024-09-20", "Báo cáo").says("Đã đóng cửa toàn bộ 23 bãi chôn lấp không hợp vệ sinh trên địa bàn.")
	c := at(compute(d, "2024-12-31", some), 0, kontum)
	if c.Status != Reported || c.DueState != Overdue || !c.Evidence[0].Partial {
		t.Errorf("a part: %+v", c)
	}
	if c := at(compute(d, "2024-12-31", some, rest), 0, kontum); c.DueState != DoneLate {
		t.Errorf("the rest: %+v", c)
	}
}

// TestHelps holds that who joins in the work of others takes up a part.
func TestHelps(t *testing.T) {
	const task = "Tổ chức hội thao lính cứu hỏa cấp tỉnh"
	for _, tt := range []struct {
		name, said, task string
		want             bool
	}{
		{"people sent", "2. Cử 25 đội viên tham gia hội thao lính cứu hỏa", task, true},
		{"taking part", "Đã tham gia hội thao lính cứu hỏa do Công an tỉnh mở", task, true},
		{"with others", "- Phối hợp với Công an tỉnh mở hội thao lính cứu hỏa", task, true},
		{"an office with others", "Phòng Nội vụ phối hợp với Công an huyện mở hội thao lính cứu hỏa", task, false},
		{"the work itself", "Tổ chức hội thao, mời 12 xã tham gia", task, false},
		{"where no more is asked", "Phối hợp với Công an tỉnh mở hội thao", "Phối hợp với Công an tỉnh tổ chức hội thao", false},
	} {
		if got := helps(tt.said, tt.task); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestAtSome holds that a task for offices of several levels is taken up in part by those of one.
func TestAtSome(t *testing.T) {
	const task = "Lập Ban Chỉ huy phòng thủ dân sự cấp huyện, cấp xã"
	for _, tt := range []struct {
		name, task, said string
		want             bool
	}{
		{"the upper level", task, "Lập Ban Chỉ huy phòng thủ dân sự của huyện", true},
		{"the lower level", task, "Hướng dẫn các xã, thị trấn lập Ban Chỉ huy", true},
		{"both", task, "Lập Ban Chỉ huy huyện và 17 xã, thị trấn", false},
		{"both, by their numbers", task, "Lập xong Ban Chỉ huy ở 9/9 huyện và 101/101 xã", false},
		{"levels of those who act", "Cấp tỉnh mở 02 lớp, cấp huyện mở 01 lớp", "Mở 03 lớp của tỉnh", false},
		{"no level", task, "Lập Ban Chỉ huy phòng thủ dân sự", false},
		{"a task for one level", "Lập Ban Chỉ huy cấp xã", "Hướng dẫn các huyện lập Ban Chỉ huy", false},
	} {
		if got := demandOf(document.Task{Text: tt.task}).atSome(tt.said); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
