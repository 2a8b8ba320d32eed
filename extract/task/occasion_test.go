package task

import "testing"

func TestDueTimetable(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"a month", "Tháng 9/2024: tổ chức hội thi", "Tháng 9/2024", "2024-09-30", ""},
		{"the end of a month", "Cuối tháng 8 năm 2024: sơ kết đợt một", "Cuối tháng 8 năm 2024", "2024-08-31", ""},
		{"a quarter", "Quý IV/2024: tổng kết, khen thưởng", "Quý IV/2024", "2024-12-31", ""},
		{"a day", "Ngày 15/8/2024: khai mạc", "Ngày 15/8/2024", "2024-08-15", ""},
		{"a stretch ends with its last month", "Từ tháng 7 đến tháng 10/2024: tuyên truyền", "Từ tháng 7 đến tháng 10/2024", "2024-10-31", ""},
		{"a past day", "Ngày 15/3/2024: khai mạc", "", "", ""},
		{"no item begins so", "Sơ kết tháng 9/2024: nêu rõ hạn chế", "", "", ""},
	})
}

func TestDueBrackets(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"a quarter", "Xây dựng quy chế phối hợp (Quý III/2024).", "Quý III/2024", "2024-09-30", ""},
		{"a month", "Ban hành danh mục (tháng 7/2024)", "tháng 7/2024", "2024-07-31", ""},
		{"not at the end", "Hội nghị (tháng 7/2024) bàn việc thu thuế", "", "", ""},
		{"a year says little", "Sửa Quy chế làm việc (năm 2024)", "", "", ""},
	})
}

func TestDueMeetings(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"a session", "Trình HĐND tỉnh tại kỳ họp cuối năm 2024", "tại kỳ họp cuối năm 2024", "2024-12-31", ""},
		{"a monthly sitting", "tổng hợp, báo cáo Chính phủ tại phiên họp thường kỳ tháng 12 năm 2024", "tại phiên họp thường kỳ tháng 12 năm 2024", "2024-12-31", ""},
		{"a meeting that is prepared", "Chuẩn bị nội dung phục vụ Hội nghị nghề cá tổ chức vào quý III/2024, trọng tâm là đóng tàu", "", "", ""},
		{"a meeting that is to be held", "Tổ chức Hội nghị nghề cá vào quý III/2024", "vào quý III/2024", "2024-09-30", ""},
		{"nothing is shown", "kiểm tra việc tiếp thu ý kiến tại phiên họp tháng 12 năm 2024", "", "", ""},
		{"a meeting of the past", "báo cáo như đã nêu tại cuộc họp tháng 3 năm 2024", "", "", ""},
	})
}

func TestDueSeasons(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"before the rains", "Hoàn thành gia cố đê trước mùa mưa bão năm 2024.", "trước mùa mưa bão năm 2024", "", ""},
		{"before Tết", "thanh toán xong tiền lương trước Tết Nguyên đán", "trước Tết Nguyên đán", "", ""},
		{"before, in and after", "kiểm tra giá cả trước, trong và sau Tết", "", "", ""},
		{"nothing to complete", "Tăng cường tuần tra trước mùa mưa", "", "", ""},
	})
}

func TestDueOpenEnds(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"early in a month names no day", "Báo cáo kết quả vào đầu tháng 8/2024", "vào đầu tháng 8/2024", "", ""},
		{"late in a month", "Hoàn thành vào cuối tháng 11/2024", "vào cuối tháng 11/2024", "2024-11-30", ""},
		{"within some days at the latest", "Chậm nhất sau 03 ngày làm việc phải trả lời", "Chậm nhất sau 03 ngày làm việc", "", ""},
		{"done by a day", "Đến 30/9/2024 hoàn thành 100% hồ sơ", "Đến 30/9/2024", "2024-09-30", ""},
		{"done on a day", "Yêu cầu bàn giao xong ngày 31/7/2024", "xong ngày 31/7/2024", "2024-07-31", ""},
		{"this very day", "Khắc phục ngay trong ngày 12/6/2024", "ngay trong ngày 12/6/2024", "2024-06-12", ""},
		{"a weekday", "Gửi kết quả trước thứ Sáu, ngày 24/5/2024", "trước thứ Sáu, ngày 24/5/2024", "2024-05-24", ""},
		{"half-yearly, with days", "Báo cáo định kỳ 6 tháng (trước ngày 15/6), 01 năm (trước ngày 15/12)", "định kỳ 6 tháng", "", "periodic"},
		{"two days of every year", "Báo cáo trước ngày 10/6 và ngày 10/12 hằng năm", "ngày 10/12 hằng năm", "", "yearly"},
		{"what is for a year is not due in it", "trình Đề án bảo hiểm để triển khai trong năm 2024", "", "", ""},
	})
}
