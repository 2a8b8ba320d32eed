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

func TestFamilies(t *testing.T) {
	for name, want := range map[string]string{
		"UBND các xã": "committee", "Chủ tịch Uỷ ban nhân dân huyện Ia Grai": "committee", "VKSND khu vực 2": "procuracy", "Chánh án TAND huyện Chư Sê": "court",
		"Huyện ủy Chư Sê": "party", "các đảng ủy xã": "party", "Đảng ủy trực thuộc": "", "Sở Y tế": "", "": "",
	} {
		if got := familyOf(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestRanksIn(t *testing.T) {
	for list, want := range map[string][]string{
		"xã, phường và đặc khu":            {"xã", "phường", "đặc khu"},
		"huyện, thị xã thuộc tỉnh":         {"huyện", "thị xã"},
		"cấp huyện":                        {"quận", "huyện", "thị xã", "thành phố"},
		"xã biên giới":                     {"xã"},
		"xã, hợp tác xã":                   nil,
		"tỉnh, thành phố":                  nil,
		"phường, thị trấn trên địa bàn ấy": {"phường", "thị trấn"},
	} {
		if got := ranksIn(list); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}

func TestListsOfTheParty(t *testing.T) {
	for _, tt := range []struct {
		group string
		ranks []string
		rest  string
	}{
		{"Các huyện ủy, thành ủy", []string{"huyện", "thành phố"}, ""},
		{"các đảng ủy xã, phường và đặc khu", []string{"xã", "phường", "đặc khu"}, ""},
		{"Các thị ủy và đảng ủy trực thuộc", []string{"thị xã"}, "Đảng ủy trực thuộc"},
		{"Huyện ủy, ban của Tỉnh ủy, đảng ủy trực thuộc", []string{"huyện"}, "Ban của Tỉnh ủy, đảng ủy trực thuộc"},
	} {
		family, ranks := partyPlaces(tt.group)
		if rest := partyRest(tt.group); family != "party" || !slices.Equal(ranks, tt.ranks) || rest != tt.rest {
			t.Errorf("%s: %s of %q, and %q", tt.group, family, ranks, rest)
		}
	}
	if family, ranks := partyPlaces("Sở Y tế"); family != "" || ranks != nil {
		t.Errorf("%s of %q: no committee of the Party", family, ranks)
	}
}

// A body of a family in a place is read back as one of that family and rank.
func TestBodyIn(t *testing.T) {
	for _, tt := range []struct{ family, rank, place, want string }{
		{"committee", "xã", "xã Chư Sê", "Ủy ban nhân dân xã Chư Sê"},
		{"procuracy", "huyện", "huyện Ia Grai", "Viện kiểm sát nhân dân huyện Ia Grai"},
		{"court", "khu vực", "khu vực 3", "Tòa án nhân dân khu vực 3"},
		{"party", "huyện", "huyện Ia Grai", "Huyện ủy Ia Grai"},
		{"party", "thành phố", "thành phố Pleiku", "Thành ủy Pleiku"},
		{"party", "phường", "phường Pleiku", "Đảng ủy phường Pleiku"},
	} {
		got := bodyIn(tt.family, tt.rank, tt.place)
		if got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.family, tt.place, got, tt.want)
		}
		if family, _ := placeOf(got); family != tt.family {
			t.Errorf("%q is read as %q", got, family)
		}
	}
	if got := bodyIn("party", "thị trấn", "thị trấn Kbang"); got != "thị trấn Kbang" {
		t.Errorf("%q: a rank without a committee", got)
	}
}

func TestIsMember(t *testing.T) {
	r := newRoster(newPaper("d", "chi_thi", "Bộ Y tế", "2024-03-01", "Về phòng cháy").Document, register{})
	local := newRoster(newPaper("d", "chi_thi", gialai, "2024-03-01", "Về phòng cháy").Document, register{})
	for _, tt := range []struct {
		name, body, group string
		of                Place
		r                 *roster
		want              bool
	}{
		{"a commune", "UBND xã Ia Mới", "UBND các xã, phường", Place{}, r, true},
		{"of another rank", "UBND huyện Ia Mới", "UBND các xã, phường", Place{}, r, false},
		{"of another family", "Tòa án nhân dân huyện Ia Mới", "UBND các huyện", Place{}, r, false},
		{"of the province", "UBND xã Ia Mới", "UBND các xã", Place{Province: "Gia Lai"}, local, true},
		{"of another province", "UBND xã Ia Mới", "UBND các xã", Place{Province: "Huế"}, local, false},
		{"a unit of the ministry, by its name", "Cục Quản lý Dược", "Các đơn vị thuộc Bộ", Place{}, r, true},
		{"a unit of the ministry, by the register", "Nhà máy vắc xin", "Các đơn vị thuộc Bộ", Place{Parent: "Bộ Y tế"}, r, true},
		{"a unit of another ministry", "Cục An ninh mạng", "Các đơn vị thuộc Bộ", Place{Parent: "Bộ Công an"}, r, false},
		{"of a province, by its name", "Trung tâm Kiểm nghiệm Huế", "Các đơn vị thuộc Bộ", Place{}, r, false},
		{"a group is no member", "UBND các xã", "UBND các xã", Place{}, r, false},
	} {
		if got := tt.r.isMember(tt.body, tt.of, tt.group); got != tt.want {
			t.Errorf("%s: %s of %s: %t", tt.name, tt.body, tt.group, got)
		}
	}
}
