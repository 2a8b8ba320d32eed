package coverage

import (
	"slices"
	"testing"
)

func unitsOf(r Report) []string {
	var out []string
	for _, u := range r.Units {
		out = append(out, u.Name)
	}
	slices.Sort(out)
	return out
}

func TestGroupsOfLevels(t *testing.T) {
	state := func(lead string) paper {
		return newPaper("d", "chi_thi", pm, "2023-03-01", "Về trợ giúp pháp lý").task("Lập danh sách người được trợ giúp", "", lead)
	}
	for _, tt := range []struct {
		name      string
		directive paper
		want      []string
	}{
		{"all levels, of the State", state("Chủ tịch UBND các cấp"), []string{"UBND cấp huyện", "UBND cấp xã", gialai, "Ủy ban nhân dân tỉnh Huế", kontum, daknong}},
		{"all levels, of a province", newPaper("d", "chi_thi", kontum, "2023-03-01", "Về trợ giúp pháp lý").task("Lập danh sách", "", "UBND các cấp"),
			[]string{"UBND cấp huyện", "UBND cấp xã"}},
		{"two levels since the districts ended", newPaper("d", "chi_thi", kontum, "2025-08-01", "Về trợ giúp pháp lý").task("Lập danh sách", "", "UBND hai cấp"), []string{"UBND cấp xã"}},
		{"courts", newPaper("d", "chi_thi", kontum, "2023-03-01", "Về trợ giúp pháp lý").task("Chuyển hồ sơ", "", "Chánh án Tòa án nhân dân (TAND) hai cấp"), []string{"Tòa án nhân dân cấp huyện"}},
		{"every one of a group", state("Mỗi Ủy ban nhân dân xã, phường"), []string{"Ủy ban nhân dân xã, phường"}},
		{"a verb taken along", state("Ủy ban nhân dân các huyện, thị xã cấp giấy phép khai thác nước"), []string{"Ủy ban nhân dân các huyện, thị xã"}},
		{"no province in its rooms", state("Các phòng thuộc Ủy ban nhân dân tỉnh"), []string{"Các phòng thuộc Ủy ban nhân dân tỉnh"}},
		{"a ministry's own units", newPaper("d", "ke_hoach", "Bộ Y tế", "2023-03-01", "Kế hoạch").task("Rà soát thủ tục", "", "Cục Quản lý Dược").task("Lập kế hoạch", "", "Thủ trưởng các đơn vị thuộc Bộ"),
			[]string{"Cục Quản lý Dược", "Thủ trưởng các đơn vị thuộc Bộ"}},
		{"those that were given tasks", newPaper("d", "ke_hoach", "Bộ Y tế", "2023-03-01", "Kế hoạch").task("Rà soát thủ tục", "", "Cục Quản lý Dược").task("Lập kế hoạch", "", "Thủ trưởng các đơn vị thuộc Bộ được giao nhiệm vụ"),
			[]string{"Cục Quản lý Dược"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := unitsOf(compute(tt.directive, "2025-12-31")); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestPlaceOf(t *testing.T) {
	for _, tt := range []struct{ name, family, rank string }{
		{"Ủy ban nhân dân xã Ia Chim", "committee", "xã"},
		{"Viện kiểm sát nhân dân huyện Sa Thầy", "procuracy", "huyện"},
		{"Viện kiểm sát nhân dân khu vực 3", "procuracy", "khu vực"},
		{"Tòa án nhân dân thị xã An Khê", "court", "thị xã"},
		{"Huyện ủy Đăk Tô", "party", "huyện"},
		{"Ban Thường vụ Thị ủy Ayun Pa", "party", "thị xã"},
		{"Viện kiểm sát nhân dân tối cao", "", ""},
		{"Viện kiểm sát nhân dân tỉnh Kon Tum", "", ""},
		{"Sở Y tế", "", ""},
	} {
		if family, rank := placeOf(tt.name); family != tt.family || rank != tt.rank {
			t.Errorf("%s: %q %q", tt.name, family, rank)
		}
	}
}

// TestBodiesOfTheProvince holds that a body which no register knows bears the name of its province, as its own papers do.
func TestBodiesOfTheProvince(t *testing.T) {
	d := newPaper("d", "ke_hoach", kontum, "2023-03-01", "Kế hoạch").
		task("Huấn luyện dân quân", "", "Bộ Chỉ huy Quân sự tỉnh").task("Tuyên truyền", "", "Tỉnh đoàn").task("Trồng cây", "", "Chủ rừng")
	want := []string{"Bộ Chỉ huy Quân sự tỉnh Kon Tum", "Chủ rừng", "Tỉnh đoàn Kon Tum"}
	if got := unitsOf(compute(d, "2025-12-31")); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	answer := newPaper("p", "ke_hoach", "Tỉnh đoàn Kon Tum", "2023-03-20", "Kế hoạch").task("Tuyên truyền tại các trường", "")
	if c := at(compute(d, "2025-12-31", answer), 1, "Tỉnh đoàn Kon Tum"); c.Status == Missing {
		t.Errorf("%+v: its own paper is not known", c)
	}
}

func TestLevelled(t *testing.T) {
	for phrase, want := range map[string]string{
		"UBND các cấp": "UBND", "Chủ tịch Ủy ban nhân dân các cấp": "Ủy ban nhân dân", "Viện trưởng VKSND hai cấp tỉnh Gia Lai": "VKSND",
		"Tòa án nhân dân (TAND) 2 cấp": "Tòa án nhân dân", "UBND cấp xã": "", "các cấp, các ngành": "", "UBND các cấp học": "",
	} {
		if got := levelled(phrase); got != want {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
	}
}

func TestLevelsBelow(t *testing.T) {
	const before, since = "2025-06-30", "2025-07-01"
	for _, tt := range []struct {
		group, on string
		want      []string
	}{
		{"UBND các cấp", before, []string{"UBND cấp huyện", "UBND cấp xã"}},
		{"UBND hai cấp", since, []string{"UBND cấp xã"}},
		{"VKSND hai cấp", before, []string{"VKSND cấp huyện"}},
		{"TAND hai cấp", since, []string{"TAND khu vực"}},
		{"UBND các huyện", before, []string{"UBND các huyện"}},
	} {
		if got := groupsOf(gialai, tt.on).parts(tt.group); !slices.Equal(got, tt.want) {
			t.Errorf("%s on %s: %q, want %q", tt.group, tt.on, got, tt.want)
		}
	}
}
