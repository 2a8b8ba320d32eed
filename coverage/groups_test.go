package coverage

import (
	"slices"
	"strings"
	"testing"
)

// groupsOf makes the groups of a paper of an issuer that names nobody.
func groupsOf(issuer, on string) *groups {
	return newGroups(newPaper("d", "chi_thi", issuer, on, "Về phòng cháy").Document, register{}, on)
}

// country is a register that knows nine provinces, so that a group of them is more than a list of names.
type country struct{ register }

func (country) ExpandFor(phrase, on, issuer string) ([]string, bool) {
	body, ok := strings.CutSuffix(phrase, everyProvince)
	if !ok {
		return register{}.ExpandFor(phrase, on, issuer)
	}
	var out []string
	for _, p := range append([]string{"An Giang", "Cà Mau", "Lào Cai", "Sơn La", "Tây Ninh"}, provinces...) {
		out = append(out, body+" tỉnh "+p)
	}
	return out, true
}

func TestBare(t *testing.T) {
	for _, tt := range []struct{ name, phrase, want string }{
		{"provinces", "Ủy ban nhân dân các tỉnh", "Ủy ban nhân dân các tỉnh"},
		{"named elsewhere", "Ủy ban nhân dân các tỉnh (nêu trên)", "Ủy ban nhân dân các tỉnh"},
		{"named before", "các Bộ đã nêu trên", "các Bộ"},
		{"who has to do with it", "Các Bộ, ngành liên quan", "Các Bộ, ngành"},
		{"ministries", "các bộ, ban, ngành", "các bộ, ban, ngành"},
		{"places", "các địa phương", "các địa phương"},
		{"all provinces", "UBND các tỉnh, thành phố", ""},
		{"in full", "UBND các tỉnh, thành phố trực thuộc Trung ương", ""},
		{"a name", "Bộ Y tế", ""},
	} {
		if got := bare(tt.phrase); got != tt.want {
			t.Errorf("%s, %q: %q, want %q", tt.name, tt.phrase, got, tt.want)
		}
	}
}

func TestInFull(t *testing.T) {
	for short, want := range map[string]string{
		"Ủy ban nhân dân các tỉnh": "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
		"các địa phương":           "các tỉnh, thành phố trực thuộc Trung ương",
		"các bộ":                   "các bộ",
	} {
		if got := inFull(short); got != want {
			t.Errorf("%q: %q, want %q", short, got, want)
		}
	}
}

func TestWhole(t *testing.T) {
	g := groupsOf(gialai, "2024-03-01")
	for _, tt := range []struct{ name, phrase, want string }{
		{"a group alone", "UBND các huyện, thị xã", "UBND các huyện, thị xã"},
		{"a verb taken along", "UBND các huyện, thị xã rà soát quỹ đất", "UBND các huyện, thị xã"},
		{"the verb to issue", "UBND các xã cấp mã số vùng trồng", "UBND các xã"},
		{"a duty taken along", "UBND các xã có trách nhiệm báo cáo", "UBND các xã"},
		{"all levels", "UBND các cấp chỉ đạo lực lượng", "UBND các cấp"},
		{"the issuer's own units", "Các đơn vị thuộc Sở", "Các đơn vị thuộc Sở"},
		{"one place", "UBND huyện Chư Sê", ""},
		{"a ministry", "Bộ Y tế", ""},
		{"one word", "UBND", ""},
	} {
		if got := g.whole(tt.phrase); got != tt.want {
			t.Errorf("%s, %q: %q, want %q", tt.name, tt.phrase, got, tt.want)
		}
	}
}

func TestBeginning(t *testing.T) {
	g := groupsOf(pm, "2024-03-01")
	for _, tt := range []struct{ name, phrase, want string }{
		{"a verb taken along", "Bộ Công an chia sẻ dữ liệu", "Bộ Công an"},
		{"after a comma", "Bộ Y tế, theo dõi tình hình", "Bộ Y tế"},
		{"what narrows the name", "Bộ Công an tại các vùng", "Bộ Công an tại các vùng"},
		{"a longer name", "Bộ Công an Nhân dân", "Bộ Công an Nhân dân"},
		{"nobody known", "Tổ công tác rà soát hồ sơ", "Tổ công tác rà soát hồ sơ"},
	} {
		if got := g.beginning(tt.phrase); got != tt.want {
			t.Errorf("%s, %q: %q, want %q", tt.name, tt.phrase, got, tt.want)
		}
	}
}

func TestListOfBodies(t *testing.T) {
	g := groupsOf(pm, "2024-03-01")
	for _, tt := range []struct {
		phrase string
		want   []string
	}{
		{"Bộ Y tế, Bộ Công an và Bộ Tài chính", []string{"Bộ Y tế", "Bộ Công an", "Bộ Tài chính"}},
		{"Bộ Y tế; Bộ Công an", []string{"Bộ Y tế", "Bộ Công an"}},
		{"Bộ Y tế, Tổ công tác", nil},
	} {
		if got := g.list(tt.phrase); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.phrase, got, tt.want)
		}
	}
}

func TestExpand(t *testing.T) {
	national, provincial := groupsOf(pm, "2024-03-01"), groupsOf(gialai, "2024-03-01")
	for _, tt := range []struct {
		name, phrase string
		g            *groups
		want         []string
	}{
		{"one body", "Bộ Y tế", national, []string{"Bộ Y tế"}},
		{"ministries", "các bộ", national, ministries},
		{"a list", "Bộ Y tế và Bộ Công an", national, []string{"Bộ Y tế", "Bộ Công an"}},
		{"nobody knows it", "Hội thi nhà nông", national, []string{"Hội thi nhà nông"}},
		{"every one of a level", "Từng UBND các huyện", provincial, []string{"Ủy ban nhân dân huyện Chư Sê", "Ủy ban nhân dân huyện Ia Grai"}},
		{"a province means itself", "UBND các tỉnh: Kon Tum, Gia Lai", provincial, []string{gialai}},
		{"other provinces alone stand as written", "UBND các tỉnh: Kon Tum", provincial, []string{"UBND các tỉnh: Kon Tum"}},
	} {
		for range 2 { // the second time it is remembered
			if got := tt.g.expand(tt.phrase); !slices.Equal(got, tt.want) {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// TestAllAndSome holds that a bare group means the units that the directive names, unless it speaks of all of them as well.
func TestAllAndSome(t *testing.T) {
	some := newPaper("d", "chi_thi", pm, "2024-03-01", "Về phòng cháy").goesTo("UBND các tỉnh: Kon Tum, Gia Lai", "để thực hiện")
	all := newPaper("d", "chi_thi", pm, "2024-03-01", "Về phòng cháy").goesTo("UBND các tỉnh: Kon Tum, Gia Lai", "để thực hiện").
		goesTo("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", "để thực hiện")
	report := newPaper("d", "chi_thi", pm, "2024-03-01", "Về phòng cháy").goesTo("UBND các tỉnh: Kon Tum, Gia Lai", "để b/c")
	for _, tt := range []struct {
		name  string
		paper paper
		want  int
	}{{"some are named", some, 2}, {"all are named too", all, 9}, {"named to be told only", report, 9}} {
		if got := newGroups(tt.paper.Document, country{}, "2024-03-01").expand("Ủy ban nhân dân các tỉnh"); len(got) != tt.want {
			t.Errorf("%s: %q, want %d", tt.name, got, tt.want)
		}
	}
}

func TestDepartmentsOfAllProvinces(t *testing.T) {
	for _, tt := range []struct {
		name, issuer, phrase string
		want                 int // 0: no group
	}{
		{"of a ministry's paper", "Bộ Y tế", "Sở Y tế", 9},
		{"the head of it", "Bộ Y tế", "Giám đốc Sở Y tế", 9},
		{"with its province", "Bộ Y tế", "Sở Y tế tỉnh Huế", 0},
		{"in a paper of a province", gialai, "Sở Y tế", 0},
		{"a ministry", "Bộ Y tế", "Bộ Công an", 0},
	} {
		g := newGroups(newPaper("d", "ke_hoach", tt.issuer, "2024-03-01", "Kế hoạch").Document, country{}, "2024-03-01")
		if got := g.everywhere(tt.phrase); len(got) != tt.want {
			t.Errorf("%s: %q, want %d", tt.name, got, tt.want)
		}
	}
	if got := groupsOf("Bộ Y tế", "2024-03-01").everywhere("Sở Y tế"); got != nil {
		t.Errorf("%q: too few to be all provinces", got)
	}
}

func TestLocate(t *testing.T) {
	g := groupsOf(gialai, "2024-03-01")
	for name, want := range map[string]string{
		"Công an":         "Công an tỉnh Gia Lai",
		"Sở Y tế":         "Sở Y tế tỉnh Gia Lai",
		"Bộ Y tế":         "Bộ Y tế",
		"Đảng ủy Sở Y tế": "Sở Y tế tỉnh Gia Lai",
		"Ban cán sự đảng Ủy ban nhân dân": gialai,
		"Sở Y tế tỉnh Huế":                "Sở Y tế tỉnh Huế",
		"Hội thi nhà nông":                "",
	} {
		if p, ok := g.place(name); p.Name != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", name, p.Name, want)
		}
	}
	if p, ok := groupsOf(pm, "2024-03-01").place("Sở Y tế"); ok {
		t.Errorf("%q: no province is meant", p.Name)
	}
}

func TestBoth(t *testing.T) {
	a, b := []string{"z", "x", "y"}, []string{"y", "q", "z"}
	if got := both(a, b); !slices.Equal(got, []string{"z", "y"}) || !shares(a, b) || shares(a, []string{"q"}) || shares(nil, nil) {
		t.Errorf("%q", got)
	}
}
