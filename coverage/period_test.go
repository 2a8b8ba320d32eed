package coverage

import "testing"

func TestPeriodsOf(t *testing.T) {
	for _, tt := range []struct {
		text string
		want periods
	}{
		{"Báo cáo sơ kết 6 tháng trước ngày 05/6/2023", halfYear},
		{"Báo cáo tổng kết năm trước ngày 10/12/2023", wholeYear},
		{"gửi báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 30/11", halfYear | wholeYear},
		{"Sơ kết 6 tháng đầu năm 2023 thực hiện Chỉ thị số 5/CT-TTg", halfYear},
		{"Kết quả công tác phòng cháy năm 2023", wholeYear},
		{"Báo cáo kết quả thực hiện về Sở Y tế", 0},
	} {
		if got := periodsOf(tt.text); got != tt.want {
			t.Errorf("%q: %b, want %b", tt.text, got, tt.want)
		}
	}
}

// TestReportOfThePeriod holds that the half-year report is not the yearly one, and that who follows the work of others
// proves it by the report.
func TestReportOfThePeriod(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-01-10", "Về tiêm chủng").
		task("Báo cáo sơ kết 6 tháng trước ngày 10/6/2023", "2023-06-10", "Bộ Y tế").
		task("Báo cáo tổng kết năm trước ngày 15/12/2023", "2023-12-15", "Bộ Y tế").
		task("Theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Thủ tướng Chính phủ", "2023-06-10", "Bộ Y tế").
		task("Gửi báo cáo 6 tháng và báo cáo năm về Thủ tướng Chính phủ", "", "Bộ Y tế")
	r := compute(d, "2023-12-31", newPaper("a", "bao_cao", "Bộ Y tế", "2023-06-08", "Sơ kết 6 tháng đầu năm 2023 thực hiện Chỉ thị"))
	for task, want := range []struct {
		status  Status
		due     DueState
		partial bool
	}{{Reported, DoneOnTime, false}, {Acknowledged, Overdue, false}, {Reported, DoneOnTime, false}, {Reported, "", true}} {
		c := at(r, task, "Bộ Y tế")
		if c.Status != want.status || c.DueState != want.due || len(c.Evidence) > 0 && c.Evidence[0].Partial != want.partial {
			t.Errorf("task %d: %s %s %+v", task+1, c.Status, c.DueState, c.Evidence)
		}
	}
}
