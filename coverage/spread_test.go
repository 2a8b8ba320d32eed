package coverage

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/document"
)

// given gives the tasks, by index, that a directive gives a unit as the one who answers for them.
func given(r Report, unit string) []int {
	var out []int
	for _, c := range r.Cells {
		if c.Unit == unit && c.Part.accountable() {
			out = append(out, c.Task)
		}
	}
	return out
}

func TestMembersOfGroups(t *testing.T) {
	for _, tt := range []struct {
		name, issuer, lead, answers string
		want                        []int
	}{
		{"a district of all districts, in whatever order they are named", kontum, "Ủy ban nhân dân các huyện, thành phố, thị xã", "Ủy ban nhân dân huyện Sa Thầy", []int{0}},
		{"a commune is no district", kontum, "Ủy ban nhân dân các huyện, thành phố, thị xã", "Ủy ban nhân dân xã Đăk Hà", nil},
		{"one of a level", pm, "Viện kiểm sát nhân dân cấp huyện", "Viện kiểm sát nhân dân huyện Kỳ Anh", []int{0}},
		{"another sort of the level", pm, "Viện kiểm sát nhân dân cấp huyện", "Tòa án nhân dân huyện Kỳ Anh", nil},
		{"a unit of the ministry", "Bộ Y tế", "Các đơn vị thuộc Bộ", "Cục Quản lý dược", []int{0}},
		{"a unit of a ministry of which it does not stand under", "Bộ Y tế", "Các đơn vị thuộc Bộ", "Sở Y tế tỉnh Gia Lai", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newPaper("d", "ke_hoach", tt.issuer, "2023-12-12", "Về phòng cháy").task("rà soát, lập bản đồ các khu vực trọng điểm", "2024-02-20", tt.lead)
			a := newPaper("a", "ke_hoach", tt.answers, "2024-01-10", "Thực hiện").task("rà soát, lập bản đồ các khu vực trọng điểm", "")
			if got := given(compute(d, "2024-12-31", a), tt.answers); !slices.Equal(got, tt.want) {
				t.Errorf("it answers for %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAnAbbreviationThatThePaperExplains(t *testing.T) {
	d := newPaper("d", "ke_hoach", "Bộ Y tế", "2023-12-12", "Về thuốc").says("Phân công giữa Cục Quản lý dược (Cục QLD) và Vụ Pháp chế (Vụ PC).").
		task("rà soát, công bố danh mục thuốc hết hạn", "2024-02-20", "Cục QLD")
	a := newPaper("a", "ke_hoach", "Cục Quản lý dược", "2024-01-10", "Thực hiện").task("rà soát, công bố danh mục thuốc hết hạn", "")
	if c := at(compute(d, "2024-12-31", a), 0, "Cục Quản lý dược"); c.Part != Lead || c.Status != Planned {
		t.Errorf("%+v", c)
	}
}

func TestAProvincialPaperMeansItsOwnBodies(t *testing.T) {
	d := newPaper("d", "chi_thi", kontum, "2023-12-12", "Về phòng cháy").task("rà soát, lập bản đồ", "").goesTo("các tỉnh, thành phố", "để thực hiện")
	r := compute(d, "2024-12-31")
	for _, u := range r.Units {
		if u.Name != kontum {
			t.Errorf("%s is expected by a paper of Kon Tum", u.Name)
		}
	}
}

func TestATaskOfEverybodyIsTheRecipients(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").task("trồng một cây xanh trong dịp Tết", "2024-02-20", "Mỗi cán bộ").goesTo("Bộ Y tế", "để thực hiện")
	if c := at(compute(d, "2024-12-31"), 0, "Bộ Y tế"); c.Part != Recipient || c.DueState != Overdue {
		t.Errorf("%+v", c)
	}
}

func TestDoneWhenTheClausesAre(t *testing.T) {
	const task = "Phát thùng phân loại cho hộ nghèo; vận động hộ gia đình phân loại rác tại nguồn"
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về môi trường").task(task, "2024-03-31", kontum)
	first := newPaper("r1", "bao_cao", kontum, "2024-02-01", "Kết quả").says("Đã phát 412 thùng phân loại cho hộ nghèo trên địa bàn tỉnh.")
	second := newPaper("r2", "bao_cao", kontum, "2024-03-01", "Kết quả").says("Đã vận động 9.870 hộ gia đình phân loại rác tại nguồn.")
	late := newPaper("r3", "bao_cao", kontum, "2024-05-01", "Kết quả").says("Đã vận động 9.870 hộ gia đình phân loại rác tại nguồn.")
	rest := newPaper("r4", "bao_cao", kontum, "2024-03-01", "Kết quả").says("Đã vận động hộ gia đình phân loại rác tại nguồn, còn lại 12 hộ; đang trình phương án.")
	for _, tt := range []struct {
		name    string
		answers []paper
		asOf    string
		want    DueState
	}{
		{"one clause, and time left", []paper{first}, "2024-03-01", Open},
		{"one clause, and no time left", []paper{first}, "2024-06-01", Overdue},
		{"both in time", []paper{first, second}, "2024-06-01", DoneOnTime},
		{"the second one late", []paper{first, late}, "2024-06-01", DoneLate},
		{"the second one only proposed", []paper{first, rest}, "2024-06-01", Overdue},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := at(compute(d, tt.asOf, tt.answers...), 0, kontum)
			if c.DueState != tt.want || len(c.Evidence) != len(tt.answers) {
				t.Errorf("%s with %d pieces of evidence, want %s: %+v", c.DueState, len(c.Evidence), tt.want, c.Evidence)
			}
		})
	}
}

func TestAReportNamesThePlanThatWasDemanded(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").task("Ban hành kế hoạch của địa phương", "2024-01-31", kontum)
	says := func(text, exact, issuer, on string) paper {
		return newPaper("r", "bao_cao", kontum, "2024-06-01", "Kết quả").says(text).cites(exact, "ke_hoach", "15/KH-UBND", issuer, on)
	}
	for _, tt := range []struct {
		name   string
		report paper
		want   Status
	}{
		{"its own plan", says("Tỉnh đã ban hành Kế hoạch số 15/KH-UBND để tổ chức thực hiện.", "Kế hoạch số 15/KH-UBND", "", "2024-01-10"), Reported},
		{"the plan of another", says("Tỉnh bạn đã ban hành Kế hoạch số 15/KH-UBND để tổ chức thực hiện.", "Kế hoạch số 15/KH-UBND", gialai, "2024-01-10"), Acknowledged},
		{"a plan from before the directive", says("Tỉnh đã ban hành Kế hoạch số 15/KH-UBND từ nhiều năm trước.", "Kế hoạch số 15/KH-UBND", "", "2021-01-10"), Acknowledged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if c := at(compute(d, "2024-12-31", tt.report), 0, kontum); c.Status != tt.want {
				t.Errorf("%s, want %s: %+v", c.Status, tt.want, c.Evidence)
			}
		})
	}
}

func TestAPlanWillReportToWhomItMust(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").task("Báo cáo kết quả về Bộ Y tế trước ngày 25 tháng 11 hằng năm", "", kontum)
	for _, tt := range []struct {
		says string
		want Status
	}{
		{"Văn phòng gửi Bộ Y tế báo cáo năm trước ngày 20/11 hằng năm", Planned},
		{"Văn phòng gửi Bộ Công an báo cáo năm trước ngày 20/11 hằng năm", Acknowledged},
	} {
		a := newPaper("a", "ke_hoach", kontum, "2024-01-10", "Thực hiện").task(tt.says, "")
		c := at(compute(d, "2024-12-31", a), 0, kontum)
		if c.Status != tt.want {
			t.Errorf("%s: %s, want %s", tt.says, c.Status, tt.want)
		}
		if tt.want == Planned && (len(c.Evidence) == 0 || len(c.Evidence[0].Reasons) == 0) {
			t.Errorf("%s: no reason is given", tt.says)
		}
	}
}

func TestEmptyPassages(t *testing.T) {
	for said, want := range map[string]bool{
		"đề nghị bộ cấp kinh phí":                         true,
		"1. căn cứ xây dựng phương án: điều 45":           true,
		"các sở chịu trách nhiệm thi hành quyết định này": true,
		"rà soát căn cứ pháp lý của các dự án":            false,
		"lập danh sách": false,
	} {
		if empty(said) != want {
			t.Errorf("%q: empty is not %t", said, want)
		}
	}
}

func TestOwnPlans(t *testing.T) {
	for text, want := range map[string]string{
		"Ban hành kế hoạch thực hiện Chỉ thị này":                               "ke_hoach",
		"Thủ trưởng đơn vị được giao chủ trì ban hành kế hoạch của đơn vị mình": "ke_hoach",
		"Hướng dẫn các địa phương xây dựng phương án chữa cháy":                 "",
		"Rà soát quy hoạch, xây dựng chương trình của địa phương về phòng cháy": "chuong_trinh",
	} {
		if got := dutyOf(document.Task{Text: text}, func(string) string { return "" }).product; got != want {
			t.Errorf("%q demands %q, want %q", text, got, want)
		}
	}
}
