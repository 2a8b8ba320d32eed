package coverage

import (
	"testing"

	"github.com/soichi/soichi/document"
)

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
		task("Gửi báo cáo 6 tháng và báo cáo năm về Thủ tướng Chính phủ", "", "Bộ Y tế").
		task("Báo cáo kết quả trước ngày 10/6/2023 và ngày 10/12/2023", "", "Bộ Y tế")
	r := compute(d, "2023-12-31", newPaper("a", "bao_cao", "Bộ Y tế", "2023-06-08", "Sơ kết 6 tháng đầu năm 2023 thực hiện Chỉ thị"))
	for task, want := range []struct {
		status  Status
		due     DueState
		partial bool
	}{{Reported, DoneOnTime, false}, {Acknowledged, Overdue, false}, {Reported, DoneOnTime, false}, {Reported, "", true}, {Reported, "", true}} {
		c := at(r, task, "Bộ Y tế")
		if c.Status != want.status || c.DueState != want.due || len(c.Evidence) > 0 && c.Evidence[0].Partial != want.partial {
			t.Errorf("task %d: %s %s %+v", task+1, c.Status, c.DueState, c.Evidence)
		}
	}
}

// TestOnTheWay holds that a half-year report is not the one due at the end of the year, which would call undone work done.
func TestOnTheWay(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-01-10", "Về tiêm chủng").
		task("Theo dõi, đôn đốc việc thực hiện; tổng hợp, báo cáo Thủ tướng Chính phủ", "2023-12-20", "Bộ Y tế").
		task("Theo dõi, đôn đốc; dự thảo báo cáo của Chính phủ", "2023-12-20", "Bộ Y tế")
	for _, tt := range []struct {
		on, title string
		want      DueState
	}{
		{"2023-06-25", "Sơ kết 6 tháng đầu năm 2023 thực hiện Chỉ thị", Overdue},
		{"2023-12-18", "Kết quả thực hiện Chỉ thị năm 2023", DoneOnTime},
		{"2023-12-22", "Kết quả thực hiện Chỉ thị năm 2023", DoneLate},
	} {
		r := compute(d, "2023-12-31", newPaper("a", "bao_cao", "Bộ Y tế", tt.on, tt.title))
		if c := at(r, 0, "Bộ Y tế"); c.Status != Reported || c.DueState != tt.want {
			t.Errorf("%s of %s: %s %s", tt.title, tt.on, c.Status, c.DueState)
		}
		if c := at(r, 1, "Bộ Y tế"); c.Status != Acknowledged {
			t.Errorf("a draft for others is %s by %+v", c.Status, c.Evidence)
		}
	}
}

// TestScheduledReports holds that a plan takes up the report of the period that a task asks for.
func TestScheduledReports(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-01-10", "Về tiêm chủng").
		task("Báo cáo sơ kết 6 tháng trước ngày 10/6/2023", "2023-06-10", "Bộ Y tế").
		task("Báo cáo tổng kết năm trước ngày 15/12/2023", "2023-12-15", "Bộ Y tế")
	for said, want := range map[string][2]Status{
		"Ngày 01/6 nộp bản sơ kết về Văn phòng để ký và chuyển đi":         {Planned, Acknowledged},
		"Văn phòng Bộ gửi báo cáo 6 tháng, báo cáo năm đúng ngày quy định": {Planned, Planned},
		"Sơ kết 6 tháng phong trào nuôi gà của công đoàn cơ quan Bộ":       {Acknowledged, Acknowledged},
	} {
		r := compute(d, "2023-05-31", newPaper("a", "ke_hoach", "Bộ Y tế", "2023-02-08", "Tiêm chủng năm 2023").says("- "+said+"."))
		for task := range want {
			if c := at(r, task, "Bộ Y tế"); c.Status != want[task] {
				t.Errorf("%s: task %d is %s", said, task+1, c.Status)
			}
		}
	}
}

// TestAMereMention holds that a paper of a unit that was given nothing proves nothing by mentioning the directive.
func TestAMereMention(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-01-10", "Về tiêm chủng").task("Lập danh sách trẻ em chưa tiêm vắc xin sởi ở từng thôn", "", "Bộ Y tế")
	p := newPaper("a", "ke_hoach", "Hội Cựu giáo chức", "2023-02-08", "Ngày hội").task("Lập danh sách trẻ em chưa tiêm vắc xin sởi ở từng thôn", "")
	for relation, want := range map[document.Relation]Status{document.Cites: Acknowledged, document.Implements: Planned} {
		r := Compute(Input{Directive: d.Document, AsOf: "2023-12-31", Bodies: register{}, Answers: []Answer{{Document: p.Document, Relation: relation}}})
		if c := at(r, 0, "Hội Cựu giáo chức"); c.Status != want {
			t.Errorf("%s: %s", relation, c.Status)
		}
	}
}
