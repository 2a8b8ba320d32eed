package coverage

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/document"
)

// vaccination is a directive that demands a plan and dated deeds, and is amended.
func vaccination() (directive, amendment paper) {
	directive = newPaper("d", "chi_thi", pm, "2023-01-10", "Về tiêm chủng").
		task("Ban hành kế hoạch tiêm chủng của địa phương", "2023-02-28", kontum).
		task("Lập danh sách trẻ em chưa tiêm vắc xin sởi ở từng thôn", "2023-06-30", kontum)
	amendment = newPaper("m", "quyet_dinh", pm, "2023-05-05", "Sửa đổi Chỉ thị").says("Sửa đổi nhiệm vụ số 2: hoàn thành trước ngày 31/8/2023.")
	return directive, amendment
}

// TestFlagsSpeakOfThePlan holds that a plan which is itself the proof is flagged as any other, and that what a report
// means to do next is none.
func TestFlagsSpeakOfThePlan(t *testing.T) {
	d, m := vaccination()
	own := newPaper("p", "ke_hoach", kontum, "2023-02-20", "Tiêm chủng năm 2023")
	r := newPaper("r", "bao_cao", kontum, "2023-09-20", "Kết quả tiêm chủng").part("Kết quả").says("Tỉnh có 210 điểm tiêm.").
		part("Phương hướng").task("Lập danh sách trẻ em chưa tiêm vắc xin sởi ở từng thôn", "2023-12-31")
	for _, tt := range []struct {
		name    string
		task    int
		answers []paper
		want    []Flag
	}{
		{"the plan demanded", 0, []paper{own}, []Flag{Outdated}},
		{"the plan demanded, of after the change", 0, []paper{newPaper("p", "ke_hoach", kontum, "2023-05-20", "Tiêm chủng năm 2023")}, nil},
		{"what is left to do", 1, []paper{r}, nil},
		{"the plan beside it", 1, []paper{r, newPaper("p", "ke_hoach", kontum, "2023-05-20", "Tiêm chủng").
			task("Lập danh sách trẻ em chưa tiêm vắc xin sởi ở từng thôn", "2023-07-15")}, []Flag{LaterDeadline}},
	} {
		in := Input{Directive: d.Document, AsOf: "2023-12-31", Bodies: register{}, Amendments: []*document.Document{m.Document}}
		for _, a := range tt.answers {
			in.Answers = append(in.Answers, answer(a))
		}
		if c := at(Compute(in), tt.task, kontum); len(c.Evidence) == 0 || !slices.Equal(c.Flags, tt.want) {
			t.Errorf("%s: %v, want %v: %+v", tt.name, c.Flags, tt.want, c.Evidence)
		}
	}
}

// TestLater holds that another item of the plan is not asked where the one that fits takes up the whole task by a day.
func TestLater(t *testing.T) {
	task := Task{Due: &document.Due{Value: "2024-09-30"}}
	item := func(due document.NullString, partial bool) Evidence {
		return Evidence{Document: "p", Role: Planned, Due: due, Partial: partial}
	}
	for _, tt := range []struct {
		name string
		ev   []Evidence
		want bool
	}{
		{"in time", []Evidence{item("2024-09-15", false)}, false},
		{"too late", []Evidence{item("2024-10-15", false)}, true},
		{"in time, and another thing later", []Evidence{item("2024-09-30", false), item("2024-12-31", false)}, false},
		{"a part in time, the rest later", []Evidence{item("2024-09-30", true), item("2024-12-31", true)}, true},
		{"no day, and the rest later", []Evidence{item("", false), item("2024-12-31", false)}, true},
		{"another's plan", []Evidence{item("", false), {Document: "q", Role: Planned, Due: "2024-12-31"}}, false},
	} {
		if got := later(task, tt.ev[0], tt.ev); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestRestLater(t *testing.T) {
	for said, want := range map[string]bool{
		"Xây 12 cầu dân sinh trong năm 2024, số còn lại làm trong năm 2025": true,
		"Xây 12 cầu dân sinh, 03 cầu còn lại xong vào năm 2024":             false,
		"Xây 12 cầu dân sinh theo kế hoạch năm 2025":                        false,
		"Xây 12 cầu dân sinh còn lại của xã. Năm 2025 xây trường":           false,
	} {
		if got := restLater(said, "2024-06-30"); got != want {
			t.Errorf("%s: %v", said, got)
		}
	}
	if restLater("số còn lại làm trong năm 2025", "") {
		t.Error("later than no day")
	}
}

func TestYearlyLater(t *testing.T) {
	for _, tt := range []struct {
		said, due string
		want      bool
	}{
		{"báo cáo Sở Y tế trước ngày 10 tháng 7 hằng năm", "trước ngày 30 tháng 6 hằng năm", true},
		{"báo cáo Sở Y tế trước ngày 05/12 hàng năm", "trước ngày 30 tháng 11 hằng năm", true},
		{"báo cáo Sở Y tế trước ngày 9-6 hằng năm", "trước ngày 10/6 hằng năm", false},
		{"báo cáo Sở Y tế trước ngày 10 tháng 7 hằng năm", "trước ngày 10 tháng 7 hằng năm", false},
		{"báo cáo Sở Y tế trước ngày 10/7/2024", "trước ngày 30 tháng 6 hằng năm", false},
		{"báo cáo Sở Y tế trước ngày 10 tháng 7 hằng năm", "hằng quý", false},
	} {
		if got := yearlyLater(tt.said, tt.due); got != tt.want {
			t.Errorf("%s after %s: %v", tt.said, tt.due, got)
		}
	}
}
