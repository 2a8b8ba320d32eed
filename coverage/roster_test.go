package coverage

import (
	"slices"
	"strings"
	"testing"
)

const (
	kontum  = "Ủy ban nhân dân tỉnh Kon Tum"
	gialai  = "Ủy ban nhân dân tỉnh Gia Lai"
	daknong = "Ủy ban nhân dân tỉnh Đắk Nông"
	pm      = "Thủ tướng Chính phủ"
)

func TestWhoIsExpected(t *testing.T) {
	base := func() paper {
		return newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy, chữa cháy rừng")
	}
	for _, tt := range []struct {
		name      string
		directive paper
		want      []string
	}{
		{"leads by name", base().task("Kiểm tra, giám sát các cơ sở", "", "Bộ Y tế", "Bộ Công an"), []string{"Bộ Công an", "Bộ Y tế"}},
		{"a list of provinces", base().task("Ban hành kế hoạch của tỉnh", "", "Chủ tịch Ủy ban nhân dân các tỉnh: Kon Tum, Gia Lai"), []string{gialai, kontum}},
		{"the provinces of the recipients", base().goesTo("UBND các tỉnh: Kon Tum, Gia Lai", "để thực hiện").task("Báo cáo kết quả hằng tháng", "", "Ủy ban nhân dân các tỉnh nêu trên"), []string{gialai, kontum}},
		{"the provinces of other tasks", base().task("Lập bản đồ khu vực trọng điểm", "", "UBND các tỉnh: Kon Tum, Gia Lai").task("Báo cáo kết quả", "", "các tỉnh"), []string{gialai, kontum}},
		{"the ministries of the recipients", base().goesTo("Bộ Y tế", "để thực hiện").task("Báo cáo kết quả", "", "Các Bộ"), []string{"Bộ Y tế"}},
		{"all provinces where all are meant", base().goesTo("UBND các tỉnh: Kon Tum", "để thực hiện").task("Báo cáo", "", "UBND các tỉnh, thành phố trực thuộc Trung ương"),
			[]string{gialai, "Ủy ban nhân dân tỉnh Huế", kontum, daknong}},
		{"all provinces where none is named", base().task("Báo cáo kết quả", "", "các tỉnh"), []string{gialai, "Ủy ban nhân dân tỉnh Huế", kontum, daknong}},
		{"for report only", base().goesTo("Bộ Y tế", "để b/c").task("Tăng cường kiểm tra", "", "Bộ Công an"), []string{"Bộ Công an"}},
		{"words taken along with a name", base().task("Phối hợp kiểm tra", "", "Bộ Công an chia sẻ dữ liệu điểm cháy"), []string{"Bộ Công an"}},
		{"several bodies in one line", base().goesTo("Bộ Y tế, Bộ Công an", "để thực hiện").task("Tăng cường kiểm tra", ""), []string{"Bộ Công an", "Bộ Y tế"}},
		{"a body that nobody knows", base().task("Tăng cường kiểm tra", "", "Các cụm, khối thi đua"), []string{"Các cụm, khối thi đua"}},
		{"nobody: the issuer itself", base().task("Tăng cường kiểm tra", ""), []string{pm}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, u := range compute(tt.directive, "2024-12-31").Units {
				if !u.Expected || u.Why == "" {
					t.Errorf("%+v: expected without a reason", u)
				}
				got = append(got, u.Name)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestPartsInATask(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy, chữa cháy rừng").
		goesTo("Bộ Tài chính", "để thực hiện").
		task("Tổ chức diễn tập chữa cháy rừng", "", "Bộ Công an").
		task("Bố trí kinh phí thực hiện", "")
	d.Tasks[0].Support = []string{"Bộ Y tế", "Bộ Công an"}
	r := compute(d, "2024-12-31")
	for _, tt := range []struct {
		task int
		unit string
		want Part
	}{{0, "Bộ Công an", Lead}, {0, "Bộ Y tế", Support}, {0, "Bộ Tài chính", ""}, {1, "Bộ Tài chính", Recipient}, {1, "Bộ Công an", ""}} {
		if c := at(r, tt.task, tt.unit); c.Part != tt.want || c.Assigned != (tt.want != "") {
			t.Errorf("task %d, %s: part %q, assigned %v; want %q", tt.task+1, tt.unit, c.Part, c.Assigned, tt.want)
		}
	}
	if r.Counts["assigned"] != 2 {
		t.Errorf("%d cells count, want the lead's and the recipient's", r.Counts["assigned"])
	}
}

func TestWhoAnswers(t *testing.T) {
	d := func() paper {
		return newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy, chữa cháy rừng").
			task("Lập bản đồ các khu vực trọng điểm cháy rừng đến từng xã", "", "UBND các tỉnh: Kon Tum, Gia Lai", "Bộ Y tế")
	}
	plan := func(id, issuer string) paper {
		return newPaper(id, "ke_hoach", issuer, "2024-01-10", "Thực hiện Chỉ thị").task("Lập bản đồ các khu vực trọng điểm cháy rừng của địa phương", "")
	}
	for _, tt := range []struct {
		name, issuer string
		via          []string
		unit, by     string
	}{
		{"the unit itself", "UBND tỉnh Kon Tum", nil, kontum, ""},
		{"its department", "Sở Y tế tỉnh Kon Tum", nil, kontum, "Sở Y tế tỉnh Kon Tum"},
		{"a commune that carries out its plan", "Ủy ban nhân dân xã Đăk Hà", []string{"p"}, kontum, "Ủy ban nhân dân xã Đăk Hà"},
		{"a commune of nobody knows where", "Ủy ban nhân dân xã Đăk Hà", nil, "Ủy ban nhân dân xã Đăk Hà", ""},
		{"a department never for the ministry", "Sở Y tế", []string{"m"}, "Sở Y tế", ""},
		{"another province's department", "Sở Y tế tỉnh Huế", []string{"p"}, "Sở Y tế tỉnh Huế", ""},
		{"an unknown issuer", "", nil, "(không rõ cơ quan ban hành)", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := answer(plan("a", tt.issuer))
			a.Via = tt.via
			in := Input{Directive: d().Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{
				a, {Document: newPaper("p", "ke_hoach", kontum, "2024-01-10", "Thực hiện").Document}, {Document: newPaper("m", "cong_van", "Bộ Y tế", "2024-01-10", "Hướng dẫn").Document},
			}}
			c := at(Compute(in), 0, tt.unit)
			if len(c.Evidence) != 1 || string(c.Evidence[0].By) != tt.by {
				t.Fatalf("evidence %+v, want one piece by %q", c.Evidence, tt.by)
			}
			if given := strings.HasPrefix(tt.unit, "Ủy ban nhân dân tỉnh K"); given == slices.Contains(c.Flags, Unassigned) {
				t.Errorf("flags %v", c.Flags)
			}
		})
	}
}

func TestIssuerIsNoUnit(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").task("Lập bản đồ các khu vực trọng điểm cháy rừng", "", "Bộ Y tế")
	wire := newPaper("w", "cong_dien", pm, "2024-03-14", "Về ứng phó").task("Lập bản đồ các khu vực trọng điểm cháy rừng", "")
	r := compute(d, "2024-12-31", wire)
	if len(r.Units) != 1 || len(at(r, 0, "Bộ Y tế").Evidence) != 0 {
		t.Errorf("units %+v: an order of the same issuer answers nothing", r.Units)
	}
}

// TestOfProvinceAndMinistry holds that a body under a ministry and in a province speaks for the province where it carries
// out a plan of the province: what it does for that is no account of the ministry.
func TestOfProvinceAndMinistry(t *testing.T) {
	const deed = "Tuần tra, xử lý các nhóm đốt nương trái phép ở vùng giáp ranh"
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy").task(deed, "", "Bộ Công an").task("Lập chốt gác rừng ở cửa rừng", "", kontum)
	plan := newPaper("p", "ke_hoach", kontum, "2024-01-10", "Kế hoạch").task("Lập chốt gác rừng ở cửa rừng", "")
	police := newPaper("r", "bao_cao", "Công an tỉnh Kon Tum", "2024-06-10", "Báo cáo").says("Đã tuần tra, xử lý 12 nhóm đốt nương trái phép ở vùng giáp ranh.")
	for _, tt := range []struct {
		name string
		via  []string
		want Status
	}{{"for the plan of the province", []string{"p"}, Missing}, {"for the directive", nil, Reported}} {
		in := Input{Directive: d.Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{answer(plan), answer(police)}}
		in.Answers[1].Via = tt.via
		r := Compute(in)
		if c := at(r, 0, "Bộ Công an"); c.Status != tt.want {
			t.Errorf("%s: the ministry is %s", tt.name, c.Status)
		}
		if c := at(r, 0, kontum); (c.Status == Reported) == (tt.want == Reported) {
			t.Errorf("%s: the province is %s", tt.name, c.Status)
		}
	}
}
