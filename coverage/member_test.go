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
