package coverage

import (
	"slices"
	"testing"
)

func TestPlacesOf(t *testing.T) {
	for _, tt := range []struct {
		group string
		want  []string
	}{
		{"Ủy ban nhân dân các xã, phường", []string{"xã", "phường"}},
		{"UBND các xã, phường, đặc khu", []string{"xã", "phường", "đặc khu"}},
		{"UBND các huyện, thị xã và thành phố", []string{"huyện", "thị xã", "thành phố"}},
		{"Ủy ban nhân dân cấp xã", []string{"xã", "phường", "thị trấn", "đặc khu"}},
		{"HĐND, UBND các xã, phường trên địa bàn tỉnh", []string{"xã", "phường"}},
		{"Chủ tịch UBND các quận, huyện", []string{"quận", "huyện"}},
		{"UBND các huyện có rừng", []string{"huyện"}},
		{"VKSND cấp huyện", []string{"quận", "huyện", "thị xã", "thành phố"}},
		{"Viện trưởng VKSND khu vực", []string{"khu vực"}},
		{"Tòa án nhân dân các huyện, thị xã", []string{"huyện", "thị xã"}},
		{"Các huyện ủy, thị ủy, đảng ủy trực thuộc Tỉnh ủy", []string{"huyện", "thị xã"}},
		{"đảng ủy các xã, phường", []string{"xã", "phường"}},
		{"Ủy ban nhân dân tỉnh Kon Tum", nil},
		{"Ủy ban nhân dân xã Nga Sơn", nil},
		{"Các sở, ban, ngành", nil},
		{"Bộ Y tế", nil},
	} {
		if _, got := placesOf(tt.group); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.group, got, tt.want)
		}
	}
}

// TestMembersOfAGroup holds that a commune that answers is expected with the tasks of the group that it belongs to, and that
// the group stays for the others.
func TestMembersOfAGroup(t *testing.T) {
	const communes = "Ủy ban nhân dân các xã, phường"
	d := newPaper("d", "chi_thi", kontum, "2025-08-25", "Về phòng cháy").
		task("Cắm biển cảnh báo, làm rào chắn tại khu vực nước sâu", "2025-10-31", communes).
		task("Điều tra, xử lý các vụ vi phạm trên sông", "2025-10-31", "Sở Y tế")
	plan := newPaper("p", "ke_hoach", "Ủy ban nhân dân xã Đăk Hà", "2025-09-10", "Kế hoạch").
		task("Cắm 12 biển cảnh báo tại khu vực nước sâu", "2025-10-20")
	far := newPaper("q", "ke_hoach", "Ủy ban nhân dân huyện Đăk Hà", "2025-09-10", "Kế hoạch").
		task("Cắm 12 biển cảnh báo tại khu vực nước sâu", "")
	r := compute(d, "2025-12-31", plan, far)
	c := at(r, 0, "Ủy ban nhân dân xã Đăk Hà")
	if !c.Assigned || c.Part != Lead || c.Status != Planned || c.DueState != Overdue || len(c.Flags) != 0 {
		t.Errorf("the commune: %+v", c)
	}
	if c := at(r, 0, communes); c.Status != Missing || c.DueState != Overdue {
		t.Errorf("the others: %+v", c)
	}
	if c := at(r, 0, "Ủy ban nhân dân huyện Đăk Hà"); c.Assigned {
		t.Errorf("a district is no commune: %+v", c)
	}
	if c := at(r, 1, "Ủy ban nhân dân xã Đăk Hà"); c.Assigned {
		t.Errorf("a task of another unit: %+v", c)
	}
}

// A group in a paper of a province is taken apart where the register has the list of that day.
func TestMembersOneByOne(t *testing.T) {
	const before, since = "2024-03-01", "2025-08-01"
	for _, tt := range []struct {
		name, issuer, on, lead string
		want                   []string
	}{
		{"districts", gialai, before, "UBND các huyện, thành phố", []string{"Ủy ban nhân dân huyện Chư Sê", "Ủy ban nhân dân huyện Ia Grai", "Ủy ban nhân dân thành phố Pleiku"}},
		{"one rank of them", gialai, before, "Chủ tịch UBND các huyện", []string{"Ủy ban nhân dân huyện Chư Sê", "Ủy ban nhân dân huyện Ia Grai"}},
		{"communes", gialai, since, "UBND các xã, phường", []string{"Ủy ban nhân dân phường Pleiku", "Ủy ban nhân dân xã Chư Sê"}},
		{"two levels", gialai, since, "UBND hai cấp", []string{"Ủy ban nhân dân phường Pleiku", "Ủy ban nhân dân xã Chư Sê"}},
		{"a paper of a department", "Sở Y tế tỉnh Gia Lai", since, "UBND cấp xã", []string{"Ủy ban nhân dân phường Pleiku", "Ủy ban nhân dân xã Chư Sê"}},
		{"courts", gialai, before, "TAND cấp huyện", []string{"Tòa án nhân dân huyện Chư Sê", "Tòa án nhân dân huyện Ia Grai", "Tòa án nhân dân thành phố Pleiku"}},
		{"the Party's", gialai, before, "Các huyện ủy, thành ủy, đảng ủy trực thuộc", []string{"Huyện ủy Chư Sê", "Huyện ủy Ia Grai", "Thành ủy Pleiku", "Đảng ủy trực thuộc"}},
		{"the Party's in communes", gialai, since, "Đảng ủy các xã, phường", []string{"Đảng ủy phường Pleiku", "Đảng ủy xã Chư Sê"}},
		{"communes before there was a list", gialai, before, "UBND các xã, phường", []string{"UBND các xã, phường"}},
		{"a province without a list", kontum, before, "UBND các huyện", []string{"UBND các huyện"}},
		{"a district's communes", "Ủy ban nhân dân huyện Chư Sê", since, "UBND các xã", []string{"UBND các xã"}},
		{"only those with forest", gialai, before, "UBND các huyện có rừng", []string{"UBND các huyện có rừng"}},
		{"words of duty taken along", gialai, before, "UBND các huyện có trách nhiệm", []string{"Ủy ban nhân dân huyện Chư Sê", "Ủy ban nhân dân huyện Ia Grai"}},
		{"all over the country", pm, before, "UBND cấp huyện", []string{"UBND cấp huyện"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newPaper("d", "chi_thi", tt.issuer, tt.on, "Về phòng cháy").task("Cắm biển cảnh báo", "", tt.lead)
			if got := unitsOf(compute(d, "2025-12-31")); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// A body that a list does not have is one of the group all the same: lists have mistakes, and names change.
func TestMemberOutsideTheList(t *testing.T) {
	d := newPaper("d", "chi_thi", gialai, "2025-08-25", "Về phòng cháy").task("Cắm biển cảnh báo tại khu vực nước sâu", "2025-10-31", "UBND các xã, phường")
	plan := newPaper("p", "ke_hoach", "Ủy ban nhân dân xã Ia Mới", "2025-09-10", "Kế hoạch").task("Cắm 12 biển cảnh báo tại khu vực nước sâu", "2025-10-20")
	district := newPaper("q", "ke_hoach", "Ủy ban nhân dân huyện Ia Cũ", "2025-09-10", "Kế hoạch").task("Cắm 12 biển cảnh báo tại khu vực nước sâu", "2025-10-20")
	r := compute(d, "2025-12-31", plan, district)
	if c := at(r, 0, "Ủy ban nhân dân xã Ia Mới"); !c.Assigned || c.Part != Lead || c.Status != Planned {
		t.Errorf("outside the list: %+v", c)
	}
	if c := at(r, 0, "Ủy ban nhân dân xã Chư Sê"); !c.Assigned || c.Status != Missing {
		t.Errorf("on the list and silent: %+v", c)
	}
	if c := at(r, 0, "Ủy ban nhân dân huyện Ia Cũ"); c.Assigned {
		t.Errorf("of another rank: %+v", c)
	}
}
