package task

import (
	"testing"

	"github.com/soichi/soichi/document"
)

// dueCase is a sentence and the deadline that it sets.
type dueCase struct {
	name, text       string
	want, value, rec string // want is the deadline's words, "" for none
}

func checkDue(t *testing.T, issued string, cases []dueCase) {
	t.Helper()
	c := newCalendar(issued)
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got := c.find(newLine(tc.text))
			if got == nil {
				got = &document.Due{}
			}
			want := document.Due{Text: tc.want, Value: document.NullString(tc.value), Recurrence: document.NullString(tc.rec)}
			if *got != want {
				t.Errorf("%q:\n got %+v\nwant %+v", tc.text, *got, want)
			}
		})
	}
}

func TestDueAbsolute(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"full date", "báo cáo kết quả trước ngày 15/12/2024", "trước ngày 15/12/2024", "2024-12-15", ""},
		{"written out", "hoàn thành trước ngày 15 tháng 8 năm 2024", "trước ngày 15 tháng 8 năm 2024", "2024-08-15", ""},
		{"without the word day", "trình trước 15 tháng 6 năm 2024", "trước 15 tháng 6 năm 2024", "2024-06-15", ""},
		{"year of the document", "gửi về Sở trước ngày 30/6", "trước ngày 30/6", "2024-06-30", ""},
		{"next year if past", "gửi về Sở trước ngày 30/4", "trước ngày 30/4", "2025-04-30", ""},
		{"the day itself is not past", "gửi về Sở trước ngày 10/5", "trước ngày 10/5", "2024-05-10", ""},
		{"at the latest", "gửi báo cáo chậm nhất vào ngày 17/6/2024", "chậm nhất vào ngày 17/6/2024", "2024-06-17", ""},
		{"at the latest, is", "hoàn thành chậm nhất là ngày 20/6/2024.", "chậm nhất là ngày 20/6/2024", "2024-06-20", ""},
		{"latest before", "báo cáo chậm nhất trước ngày 20/6/2024", "chậm nhất trước ngày 20/6/2024", "2024-06-20", ""},
		{"until the end of a month", "duy trì đến hết tháng 10", "đến hết tháng 10", "2024-10-31", ""},
		{"before the end of a month", "xong trước hết tháng 9/2024", "trước hết tháng 9/2024", "2024-09-30", ""},
		{"quarter with a slash", "Trong quý III/2024, hoàn thành việc rà soát", "Trong quý III/2024", "2024-09-30", ""},
		{"two quarters", "trong Quý I và Quý II năm 2025 mở đợt tuyên truyền", "trong Quý I và Quý II năm 2025", "2025-06-30", ""},
		{"before a year", "Trước năm 2026, cơ bản hoàn thành cấp giấy", "Trước năm 2026", "2025-12-31", ""},
		{"within a year at the start", "Trong năm 2025, hoàn thành tổng điều tra", "Trong năm 2025", "2025-12-31", ""},
		{"within a year at the end", "trình Thủ tướng Chính phủ phê duyệt trong năm 2024", "trong năm 2024", "2024-12-31", ""},
		{"within a month after the verb", "Báo cáo Thủ tướng Chính phủ trong tháng 6 năm 2024 tình hình thực hiện", "trong tháng 6 năm 2024", "2024-06-30", ""},
		{"in a coming year", "trình Quốc hội vào năm 2025", "vào năm 2025", "2025-12-31", ""},
		{"first of several", "gửi trước ngày 20/6/2024; tổng hợp trước ngày 30/6/2024", "trước ngày 20/6/2024", "2024-06-20", ""},
		{"quarter spelt with i", "trình UBND tỉnh trong quí 3 năm 2024", "trong quí 3 năm 2024", "2024-09-30", ""},
		{"a month beats the year before it", "Lập lịch từng tuần trong năm 2024, báo cáo Sở trong tháng 6 năm 2024", "trong tháng 6 năm 2024", "2024-06-30", ""},
		{"a programme completes nothing in a year", "Phân kỳ chương trình từng tuần trong năm 2024, theo dõi chặt chẽ", "", "", ""},
		{"a year that is looked back on", "Tổ chức tổng kết phong trào đọc sách trong năm 2024, kịp thời khen thưởng", "", "", ""},
		{"half a year", "hoàn thành trước 6 tháng cuối năm", "trước 6 tháng cuối năm", "2024-06-30", ""},
	})
}

func TestDueHoursAndLabels(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"hour and day", "gửi báo cáo trước 17 giờ 00 ngày 20/6/2024", "trước 17 giờ 00 ngày 20/6/2024", "2024-06-20", ""},
		{"hour in short", "gửi trước 15h30, ngày 20/6/2024", "trước 15h30, ngày 20/6/2024", "2024-06-20", ""},
		{"a quarter ends its clause", "bố trí kinh phí lắp đặt trạm trong quý III-2024", "trong quý III-2024", "2024-09-30", ""},
		{"a month ends its clause", "thí điểm tại 12 xã trong tháng 02/2025.", "trong tháng 02/2025", "2025-02-28", ""},
		{"a purpose follows", "rà soát trong quý III/2024 để tổng hợp", "trong quý III/2024", "2024-09-30", ""},
		{"Roman quarter without digits", "tổ chức tập huấn trong quý IV.", "trong quý IV", "2024-12-31", ""},
		{"label", "Thời gian hoàn thành: Quý III/2024", "Quý III/2024", "2024-09-30", ""},
		{"label with a day", "Thời hạn: trước ngày 30/6/2024", "trước ngày 30/6/2024", "2024-06-30", ""},
		{"a day to complete by", "đến ngày 30/6/2024 hoàn thành việc rà soát", "đến ngày 30/6/2024", "2024-06-30", ""},
		{"the end of a period", "tổ chức từ ngày 01/6/2024 đến ngày 30/6/2024 xong", "", "", ""},
		{"a day of an event", "chuẩn bị hội nghị vào ngày 30/6/2024", "", "", ""},
		{"minutes from an event", "báo cáo trong thời hạn 30 phút kể từ khi có tin", "trong thời hạn 30 phút kể từ khi có tin", "", ""},
		{"a name holds và", "nâng cấp ngay sau khi có hướng dẫn của Bộ Khoa học và Công nghệ", "ngay sau khi có hướng dẫn của Bộ Khoa học và Công nghệ", "", ""},
		{"và joins a verb", "ngay sau khi có hướng dẫn và báo cáo Bộ", "ngay sau khi có hướng dẫn", "", ""},
	})
}

func TestRhythms(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"at the end of a report", "báo cáo kết quả hằng tuần", "hằng tuần", "", "weekly"},
		{"a noun of its own", "thực hiện kế hoạch hằng năm", "", "", ""},
		{"weekday", "báo cáo Chủ tịch vào chiều thứ Sáu hằng tuần", "vào chiều thứ Sáu hằng tuần", "", "weekly"},
		{"day of the last month", "báo cáo trước ngày 15 tháng cuối quý", "trước ngày 15 tháng cuối quý", "", "quarterly"},
		{"day of the next month", "báo cáo trước ngày 05 tháng sau", "trước ngày 05 tháng sau", "", "monthly"},
		{"day of the very last month", "Báo cáo quý gửi trước ngày 10 tháng cuối cùng của mỗi quý", "trước ngày 10 tháng cuối cùng của mỗi quý", "", "quarterly"},
		{"day of the month", "Báo cáo gửi trước ngày 20 của tháng", "trước ngày 20 của tháng", "", "monthly"},
		{"day of one month", "Báo cáo gửi trước ngày 20 của tháng này", "", "", ""},
		{"day of each month", "gửi số liệu trước ngày 18 hằng tháng", "trước ngày 18 hằng tháng", "", "monthly"},
		{"so many times", "kiểm tra tại cơ sở ít nhất 01 lần mỗi quý", "ít nhất 01 lần mỗi quý", "", "quarterly"},
		{"times with a slash", "họp 02 lần/tháng", "02 lần/tháng", "", "monthly"},
		{"hour of every day", "báo cáo trước 16 giờ 30 phút hằng ngày", "trước 16 giờ 30 phút hằng ngày", "", "daily"},
		{"bare, to report", "định kỳ báo cáo UBND tỉnh", "", "", ""},
		{"before a comma", "Trực qua đường dây nóng hằng ngày, kể cả ngày nghỉ", "hằng ngày", "", "daily"},
	})
}

func TestDueNone(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"all the time", "thường xuyên kiểm tra, đôn đốc", "", "", ""},
		{"bare periodically", "định kỳ sơ kết, tổng kết, báo cáo", "", "", ""},
		{"as prescribed", "báo cáo đúng thời hạn quy định", "", "", ""},
		{"a horizon", "quy hoạch sử dụng đất đến năm 2030", "", "", ""},
		{"a stage", "kế hoạch giai đoạn 2021 - 2025", "", "", ""},
		{"a period until", "nghỉ từ ngày 13/2/2025 đến hết ngày 18/2/2025", "", "", ""},
		{"date of a cited act", "Quyết định số 12/QĐ-TTg ngày 15/6/2024 của Thủ tướng", "", "", ""},
		{"left over till a day to come", "Xử lý dứt điểm các vụ lấn chiếm còn tồn đọng trước ngày 30/6/2025", "trước ngày 30/6/2025", "2025-06-30", ""},
		{"left over, no telling of which year", "giải quyết vụ việc tồn đọng trước ngày 30/4", "", "", ""},
		{"long past", "giải quyết vụ việc tồn đọng trước ngày 01/7/2004", "", "", ""},
		{"past and beyond", "khiếu nại tồn đọng từ năm 2013 trở về trước", "", "", ""},
		{"a year in a name", "kế hoạch sử dụng đất năm 2025", "", "", ""},
		{"yearly plan", "lập kế hoạch sử dụng đất hàng năm của cấp huyện", "", "", ""},
		{"daily paper", "Các báo in ra hàng ngày và báo điện tử dành vị trí", "", "", ""},
		{"years as a period", "trong năm 2024 và các năm tiếp theo tiếp tục rà soát", "", "", ""},
		{"no such day", "gửi trước ngày 31/02/2025", "", "", ""},
		{"before an event", "phổ biến trước khi Luật có hiệu lực", "", "", ""},
		{"a number", "Điều 15 Luật Đất đai", "", "", ""},
	})
}

func TestDueRelative(t *testing.T) {
	checkDue(t, "2024-01-31", []dueCase{
		{"from signing", "báo cáo trong thời hạn 15 ngày kể từ ngày ký", "trong thời hạn 15 ngày kể từ ngày ký", "2024-02-15", ""},
		{"from signing this", "ban hành sau 30 ngày kể từ ngày ký ban hành Kế hoạch này", "sau 30 ngày kể từ ngày ký ban hành Kế hoạch này", "2024-03-01", ""},
		{"a month has no such day", "trong vòng 1 tháng kể từ ngày ký", "trong vòng 1 tháng kể từ ngày ký", "2024-02-29", ""},
		{"working days depend on holidays", "trong thời hạn 05 ngày làm việc kể từ ngày ký", "trong thời hạn 05 ngày làm việc kể từ ngày ký", "", ""},
		{"from receipt", "trong thời hạn 10 ngày kể từ ngày nhận được hồ sơ, thẩm định", "trong thời hạn 10 ngày kể từ ngày nhận được hồ sơ", "", ""},
		{"right after", "công bố ngay sau khi Luật có hiệu lực thi hành", "ngay sau khi Luật có hiệu lực thi hành", "", ""},
		{"right after, then a source", "xây dựng bảng giá ngay sau khi Chính phủ công bố khung giá theo quy định của Luật", "ngay sau khi Chính phủ công bố khung giá", "", ""},
		{"hours after", "phản ánh chậm nhất 24 giờ sau khi các hoạt động diễn ra", "chậm nhất 24 giờ sau khi các hoạt động diễn ra", "", ""},
		{"within days", "phải xử lý trong thời hạn 24 giờ", "trong thời hạn 24 giờ", "", ""},
		{"cut off", "trong thời hạn 5 ngày kể từ ngày: nhận hồ sơ", "", "", ""},
	})
}

func TestDueRecurring(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"a yearly day whose month is no unit", "Báo cáo kết quả trước ngày 31 tháng 8 hằng năm", "trước ngày 31 tháng 8 hằng năm", "", "yearly"},
		{"yearly first", "Hằng năm tiến hành sơ kết, tổng kết", "Hằng năm", "", "yearly"},
		{"yearly in the middle", "kinh phí các cấp, hàng năm trích kinh phí để cấp báo", "hàng năm", "", "yearly"},
		{"periodically yearly", "triển khai Chỉ thị, định kỳ hàng năm tổ chức giao ban", "định kỳ hàng năm", "", "yearly"},
		{"quarterly", "định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh", "định kỳ hằng quý", "", "quarterly"},
		{"monthly by a day", "báo cáo trước ngày 20 hàng tháng", "trước ngày 20 hàng tháng", "", "monthly"},
		{"yearly by a date with a dash", "Định kỳ trước ngày 15-12 hằng năm báo cáo", "trước ngày 15-12 hằng năm", "", "yearly"},
		{"yearly by a date", "báo cáo trước ngày 15/12 hằng năm", "trước ngày 15/12 hằng năm", "", "yearly"},
		{"weekly", "định kỳ hàng tuần kiểm tra", "định kỳ hàng tuần", "", "weekly"},
		{"daily", "định kỳ hằng ngày báo cáo", "định kỳ hằng ngày", "", "daily"},
		{"half-yearly", "định kỳ 6 tháng báo cáo kết quả", "định kỳ 6 tháng", "", "periodic"},
		{"three months", "sơ kết 3 tháng một lần", "3 tháng một lần", "", "quarterly"},
		{"a body, yearly, verb", "Sở Y tế hằng năm báo cáo kết quả", "hằng năm", "", "yearly"},
	})
}

func TestDueWithoutDate(t *testing.T) {
	checkDue(t, "", []dueCase{
		{"a full date needs no year", "gửi trước ngày 15/6/2014", "trước ngày 15/6/2014", "2014-06-15", ""},
		{"a month without a year stays open", "hoàn thành trước ngày 30/6", "trước ngày 30/6", "", ""},
		{"signing has no date", "trong vòng 5 ngày kể từ ngày ký", "trong vòng 5 ngày kể từ ngày ký", "", ""},
	})
}

func TestDueCell(t *testing.T) {
	c := newCalendar("2024-05-10")
	for _, tc := range []dueCase{
		{"month", "Tháng 6/2024", "Tháng 6/2024", "2024-06-30", ""},
		{"quarter", "Quý III/2024", "Quý III/2024", "2024-09-30", ""},
		{"day", "30/9/2024", "30/9/2024", "2024-09-30", ""},
		{"before a day", "Trước 15/7", "Trước 15/7", "2024-07-15", ""},
		{"year", "Năm 2025", "Năm 2025", "2025-12-31", ""},
		{"yearly", "Hằng năm", "Hằng năm", "", "yearly"},
		{"always", "Thường xuyên", "", "", ""},
		{"stage", "2024 - 2025", "", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := c.cell(newLine(tc.text))
			if got == nil {
				got = &document.Due{}
			}
			if got.Text != tc.want || string(got.Value) != tc.value || string(got.Recurrence) != tc.rec {
				t.Errorf("%q: got %+v", tc.text, *got)
			}
		})
	}
}

// TestDueForms holds further ways of writing a deadline, as papers of offices have them.
func TestDueForms(t *testing.T) {
	checkDue(t, "2025-03-04", []dueCase{
		{"no word for day", "hoàn tất nạo vét mương, xong trước 31/5", "trước 31/5", "2025-05-31", ""},
		{"with an hour", "gửi số liệu trước 11 giờ 30 phút ngày 18/3/2025", "trước 11 giờ 30 phút ngày 18/3/2025", "2025-03-18", ""},
		{"dots", "gửi số liệu trước ngày 18.3.2025", "trước ngày 18.3.2025", "2025-03-18", ""},
		{"a weekday", "nộp sổ chậm nhất vào thứ Hai ngày 17/3/2025", "chậm nhất vào thứ Hai ngày 17/3/2025", "2025-03-17", ""},
		{"a quarter without year", "hoàn thành bản đồ trong quý II", "trong quý II", "2025-06-30", ""},
		{"two quarters joined by a dash", "Thời gian thực hiện: Quý II-III/2025", "Quý II-III/2025", "2025-09-30", ""},
		{"two quarters, one word", "hoàn thành trong quý I và II năm 2026", "trong quý I và II năm 2026", "2026-06-30", ""},
		{"two months", "hoàn thành đo đạc trong tháng 5 và tháng 6/2025", "trong tháng 5 và tháng 6/2025", "2025-06-30", ""},
		{"two months of every year", "báo cáo kết quả trong tháng 5 và tháng 11 hằng năm", "trong tháng 5 và tháng 11 hằng năm", "", "yearly"},
		{"before a month", "hoàn thành trước tháng 9/2025", "trước tháng 9/2025", "2025-08-31", ""},
		{"before a quarter", "hoàn thành trước quý IV/2025", "trước quý IV/2025", "2025-09-30", ""},
		{"until the end of a quarter", "hết quý III/2025 bàn giao mặt bằng", "hết quý III/2025", "2025-09-30", ""},
		{"the end of the year", "hoàn thành vào cuối năm 2025", "vào cuối năm 2025", "2025-12-31", ""},
		{"from the signing", "chậm nhất 20 ngày kể từ ngày ký Chỉ thị này", "chậm nhất 20 ngày kể từ ngày ký Chỉ thị này", "2025-03-24", ""},
		{"from an event", "chậm nhất 10 ngày kể từ ngày nhận được công văn", "chậm nhất 10 ngày kể từ ngày nhận được công văn", "", ""},
		{"as soon as", "công bố danh sách ngay khi cấp chứng chỉ", "ngay khi cấp chứng chỉ", "", ""},
		{"from the day of force", "chấm dứt mua bán kể từ ngày Thông tư này có hiệu lực", "kể từ ngày Thông tư này có hiệu lực", "", ""},
		{"force itself", "Thông tư này có hiệu lực kể từ ngày ký", "", "", ""},
		{"ahead of an event", "gửi giấy mời trước 7 ngày so với ngày khai mạc", "trước 7 ngày so với ngày khai mạc", "", ""},
		{"a meeting in the middle of a year", "trình HĐND xã tại kỳ họp giữa năm 2025", "tại kỳ họp giữa năm 2025", "", ""},
		{"before the school year begins", "hoàn thành sơn sửa trước khi năm học mới bắt đầu", "trước khi năm học mới bắt đầu", "", ""},
		{"a day of each month", "Định kỳ trước ngày 12 hằng tháng gửi báo cáo", "trước ngày 12 hằng tháng", "", "monthly"},
		{"a day of the next month", "gửi số liệu trước ngày 03 của tháng sau", "trước ngày 03 của tháng sau", "", "monthly"},
		{"every day by an hour", "báo cáo hằng ngày trước 15 giờ 30 phút", "hằng ngày", "", "daily"},
		{"every year, and a day of it", "hằng năm, trước ngày 20 tháng 11 gửi danh sách", "hằng năm", "", "yearly"},
		{"once a quarter", "mỗi quý họp giao ban một lần với các thôn", "mỗi quý", "", "quarterly"},
		{"a period is none", "từ ngày 05/4/2025 đến ngày 30/4/2025 ra quân dọn rác", "", "", ""},
		{"until a day is a period", "từ nay đến hết ngày 30/4/2025 tập trung ra quân", "", "", ""},
		{"a target is none", "đến năm 2030 có 90% số hộ dùng nước sạch", "", "", ""},
		{"in good time is none", "nộp báo cáo đúng thời hạn quy định", "", "", ""},
		{"force is none", "thực hiện Nghị định có hiệu lực từ ngày 01/7/2025", "", "", ""},
	})
}
