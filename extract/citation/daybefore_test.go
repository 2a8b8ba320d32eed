package citation

import "testing"

// TestDayBefore holds sentences that begin with the day on which an act was issued, and such as begin with another day.
func TestDayBefore(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day and a body", "Ngày 6/12/2022, Chủ tịch UBND huyện ban hành Công văn số 15/UBND-VX.", "2022-12-06"},
		{"in words", "Ngày 06 tháng 12 năm 2022, Bộ Y tế đã có Công văn số 15/BYT-KH.", "2022-12-06"},
		{"inside a sentence", "Vì vậy, ngày 7-1-1961 Thủ tướng Chính phủ có ra Chỉ thị số 41-CN/TTg.", "1961-01-07"},
		{"joined by \"và\"", "Nay đã rõ và ngày 17-4-1961 Bộ lại có Chỉ thị số 149/CT-BYT.", "1961-04-17"},
		{"a day of its own behind", "Ngày 6/12/2022, Bộ ký Công văn số 15/BYT-KH ngày 05/12/2022.", "2022-12-05"},
		{"the day of receipt", "Ngày 6/12/2022, Sở nhận được và có Công văn số 15/BYT-KH.", ""},
		{"a period", "Từ ngày 6/12/2022, Bộ ban hành Công văn số 15/BYT-KH.", ""},
		{"a due day", "Trước ngày 6/12/2022 các Sở có Báo cáo số 15/BC-SYT.", ""},
		{"another sentence", "Ngày 6/12/2022, Bộ họp. Sau đó Bộ ban hành Công văn số 15/BYT-KH.", ""},
		{"another clause", "Ngày 6/12/2022, Bộ họp; Bộ ban hành Công văn số 15/BYT-KH.", ""},
		{"no verb of issuing", "Ngày 6/12/2022, Sở họp theo Công văn số 15/BYT-KH.", ""},
		{"a year", "Năm 2022, Bộ ban hành Công văn số 15/BYT-KH.", ""},
	} {
		x := &scanner{text: c.text}
		x.scan(0, len(c.text))
		if len(x.out) != 1 || x.out[0].date.value != c.want {
			t.Errorf("%s: %+v, want one mention of %q", c.name, x.out, c.want)
		}
	}
}
