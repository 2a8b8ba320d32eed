package coverage

import (
	"testing"

	"github.com/soichi/soichi/document"
)

func TestDutyOf(t *testing.T) {
	f := &finder{roster: newRoster(newPaper("d", "chi_thi", pm, "2023-12-12", "").Document, register{})}
	for _, tt := range []struct {
		text            string
		product         string
		reports, recurs bool
		to              int
	}{
		{"Ban hành kế hoạch phòng cháy, chữa cháy rừng của địa phương", "ke_hoach", false, false, 0},
		{"Khẩn trương xây dựng, ban hành kế hoạch thực hiện", "ke_hoach", false, false, 0},
		{"Bộ Y tế xây dựng kế hoạch thực hiện", "ke_hoach", false, false, 0},
		{"Ban hành chương trình hành động thực hiện", "chuong_trinh", false, false, 0},
		{"Ban hành hướng dẫn kỹ thuật kết nối", "", false, false, 0},
		{"Kế hoạch phải xác định rõ người, rõ việc", "", false, false, 0},
		{"Tổng hợp, báo cáo Bộ Y tế kết quả thực hiện", "", true, false, 1},
		{"Báo cáo kết quả về Bộ Y tế và gửi Bộ Công an", "", true, false, 2},
		{"Bộ Y tế tổng hợp, báo cáo kết quả thực hiện", "", true, false, 0},
		{"Lập bản đồ khu vực trọng điểm, báo cáo Bộ Y tế", "", false, false, 0},
		{"Định kỳ trước ngày 20-11 hằng năm báo cáo Bộ Y tế", "", true, false, 1},
		{"Trước ngày 20 tháng 11 hằng năm, báo cáo Bộ Y tế", "", true, false, 1},
		{"Gửi kết quả thực hiện về Bộ Y tế", "", true, false, 1},
		{"Báo cáo Thủ tướng (qua Bộ Y tế)", "", true, false, 1},
	} {
		t.Run(tt.text, func(t *testing.T) {
			got := dutyOf(document.Task{Text: tt.text, Lead: []string{"Bộ Y tế"}[:min(1, len(tt.text))]}, f.bodyAt)
			if got.product != tt.product || got.reports != tt.reports || tt.reports && len(got.to) > tt.to || tt.to > len(got.to) && tt.to == 1 {
				t.Errorf("%+v, want product %q, reports %v, to %d", got, tt.product, tt.reports, tt.to)
			}
		})
	}
}

func TestAPaperIsItsOwnProof(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").
		task("Ban hành kế hoạch phòng cháy, chữa cháy rừng của địa phương", "2024-01-20", "UBND các tỉnh: Kon Tum, Gia Lai, Đắk Nông").
		task("Báo cáo kết quả thực hiện về Bộ Y tế", "2024-06-30", "UBND các tỉnh: Kon Tum, Gia Lai, Đắk Nông").
		task("Tổng hợp, báo cáo Thủ tướng Chính phủ", "2024-08-30", "Bộ Y tế")
	issued := func(id, kind, issuer, on string) paper {
		return newPaper(id, kind, issuer, on, "Thực hiện Chỉ thị về phòng cháy")
	}
	r := compute(d, "2024-12-31",
		issued("a", "ke_hoach", kontum, "2024-01-10"), issued("b", "ke_hoach", gialai, "2024-02-10"),
		issued("c", "bao_cao", kontum, "2024-06-20"), issued("s", "ke_hoach", "Sở Y tế tỉnh Đắk Nông", "2024-01-10"))
	for _, tt := range []struct {
		name   string
		task   int
		unit   string
		status Status
		due    DueState
	}{
		{"the plan, on time", 0, kontum, Reported, DoneOnTime},
		{"the plan, late", 0, gialai, Reported, DoneLate},
		{"a department's plan is not the province's", 0, daknong, Acknowledged, Overdue},
		{"the report, on time", 1, kontum, Reported, DoneOnTime},
		{"a plan is no report", 1, gialai, Acknowledged, Overdue},
		{"another unit's report", 2, "Bộ Y tế", Missing, Overdue},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if c := at(r, tt.task, tt.unit); c.Status != tt.status || c.DueState != tt.due {
				t.Errorf("%s, %q, want %s, %q", c.Status, c.DueState, tt.status, tt.due)
			}
		})
	}
	if e := at(r, 0, kontum).Evidence[0]; e.Span.Exact != "Thực hiện Chỉ thị về phòng cháy" {
		t.Errorf("quoted %q, want the title", e.Span.Exact)
	}
}

func TestReportsToSomebodyElse(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").task("Hằng tháng tổng hợp tình hình cháy rừng, báo cáo Bộ Y tế", "", kontum)
	for _, tt := range []struct {
		text string
		want Status
	}{
		{"Hằng tháng tổng hợp tình hình cháy rừng, báo cáo Bộ Y tế", Planned},
		{"Hằng tháng tổng hợp tình hình cháy rừng, báo cáo Bộ Công an", Acknowledged},
	} {
		p := newPaper("p", "ke_hoach", kontum, "2024-01-10", "Kế hoạch").task(tt.text, "")
		if c := at(compute(d, "2024-12-31", p), 0, kontum); c.Status != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, c.Status, tt.want)
		}
	}
}

func TestTasksOfOthersInAnAnswer(t *testing.T) {
	d := order()
	letter := newPaper("l", "cong_van", "Bộ Công an", "2024-01-10", "Về lập bản đồ").task("Rà soát, lập bản đồ các khu vực trọng điểm cháy rừng đến từng xã", "", kontum)
	if c := at(compute(d, "2024-12-31", letter), 0, "Bộ Công an"); len(c.Evidence) != 0 {
		t.Errorf("%+v: what a ministry tells a province to do is not the ministry's own plan", c.Evidence)
	}
}

func TestPointers(t *testing.T) {
	d := order()
	d.Symbol = &document.Field{Value: "87/CT-TTg"}
	letter := newPaper("l", "cong_van", "Bộ Công an", "2024-01-10", "Về triển khai").
		says("Thực hiện nhiệm vụ giao tại mục 2 Chỉ thị số 87/CT-TTg, Bộ Công an hướng dẫn như sau:").
		cites("Chỉ thị số 87/CT-TTg", "chi_thi", "87/CT-TTg", "", "2023-12-12")
	letter.Citations[0].Provision = &document.Provision{Heading: "2"}
	if c := at(compute(d, "2024-12-31", letter), 1, "Bộ Công an"); len(c.Evidence) != 1 || c.Evidence[0].Score != pointScore || c.Status != Planned {
		t.Errorf("%s, %+v: the letter names the task by its place", c.Status, c.Evidence)
	}
	letter.Citations[0].IssuedOn = "2022-11-16"
	if c := at(compute(d, "2024-12-31", letter), 1, "Bộ Công an"); len(c.Evidence) != 0 {
		t.Errorf("%+v: a directive of another year bears the same number", c.Evidence)
	}
}
