package register

import (
	"slices"
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	const before, after = "2022-12-27", "2025-08-01"
	for _, test := range []struct {
		phrase, on string
		units      int
		group      bool
		has        string
	}{
		{"VKSND tỉnh, thành phố trực thuộc Trung ương", before, 63, true, "Viện kiểm sát nhân dân tỉnh Hà Giang"},
		{"VKSND tỉnh, thành phố trực thuộc Trung ương", after, 34, true, "Viện kiểm sát nhân dân tỉnh Tuyên Quang"},
		{"Viện trưởng VKSND tỉnh, thành phố trực thuộc Trung ương", before, 63, true, ""},
		{"VKSND cấp cao 1, 2, 3", before, 3, true, "Viện kiểm sát nhân dân cấp cao tại Đà Nẵng"},
		{"VKSND cấp cao 1, 2, 3", after, 0, true, ""},
		{"HĐND, UBND tỉnh, TP trực thuộc Trung ương", before, 126, true, "Hội đồng nhân dân thành phố Hà Nội"},
		{"UBND các tỉnh, thành phố trực thuộc trung ương", after, 34, true, "Ủy ban nhân dân thành phố Huế"},
		{"Các Bộ, cơ quan ngang Bộ, cơ quan thuộc CP", before, 29, true, "Bảo hiểm xã hội Việt Nam"},
		{"các bộ, ngành, địa phương", after, 51, true, "Bộ Nông nghiệp và Môi trường"},
		{"Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ", after, 17, true, "Thanh tra Chính phủ"},
		{"Các Bộ: Kế hoạch và Đầu tư, Tài chính, Tư pháp", before, 3, true, "Bộ Tư pháp"},
		{"Giám đốc Sở Y tế các tỉnh, thành phố", after, 34, true, "Sở Y tế tỉnh Sơn La"},
		{"các tỉnh ủy, thành ủy trực thuộc Trung ương", after, 34, true, "Thành ủy Huế"},
		{"Thủ trưởng đơn vị thuộc VKSND tối cao", before, 25, true, "Vụ Thi đua - Khen thưởng"},
		{"các bộ, ngành và Tòa án nhân dân tối cao", after, 18, true, "Tòa án nhân dân tối cao"},
		// the district level ended with June 2025
		{"UBND các huyện, thị xã, thành phố", before, 1, true, "UBND các huyện, thị xã, thành phố"},
		{"UBND các huyện, thị xã, thành phố", after, 0, true, ""},
		// no groups
		{"các tỉnh, thành phố vùng Tây Nguyên", before, 1, false, "các tỉnh, thành phố vùng Tây Nguyên"},
		{"Bộ Y tế", before, 1, false, "Bộ Y tế"},
		{"Vụ 16", before, 1, false, "Vụ 16"},
		{"Vụ Tổ chức cán bộ", before, 1, false, "Vụ Tổ chức cán bộ"},
		{"Văn phòng Bộ, Thanh tra Bộ", before, 1, false, "Văn phòng Bộ, Thanh tra Bộ"},
		{"", before, 1, false, ""},
	} {
		t.Run(test.phrase+" "+test.on, func(t *testing.T) {
			units, group := Default().Expand(test.phrase, test.on)
			if len(units) != test.units || group != test.group {
				t.Fatalf("%d units, group %v; want %d, %v: %q", len(units), group, test.units, test.group, units)
			}
			if test.has != "" && !slices.Contains(units, test.has) {
				t.Errorf("%q is not among %q", test.has, units)
			}
		})
	}
}

func TestExpandFor(t *testing.T) {
	units, group := Default().ExpandFor("Các sở, ban, ngành tỉnh", "2025-08-01", "UBND tỉnh Quảng Ngãi")
	if !group || !slices.Contains(units, "Sở Nông nghiệp và Môi trường tỉnh Quảng Ngãi") || slices.Contains(units, "Sở Giao thông vận tải tỉnh Quảng Ngãi") {
		t.Errorf("units = %q", units)
	}
	units, group = Default().ExpandFor("Các sở, ban, ngành", "2025-08-01", "")
	if !group || len(units) != 1 {
		t.Errorf("without a province: %q, %v", units, group)
	}
}

func TestLoad(t *testing.T) {
	const extra = "\ufeff# own units\nP1\tPhòng 1 Viện kiểm sát nhân dân tỉnh Sơn La\tunit_dept\tViện kiểm sát nhân dân tỉnh Sơn La\t2020-01-01\t\t\tPhòng 1 VKSND tỉnh Sơn La\r\n" +
		"\tPhòng 2 Viện kiểm sát nhân dân tỉnh Sơn La\tunit_dept\tViện kiểm sát nhân dân tỉnh Sơn La\n"
	r, err := Load(strings.NewReader(extra))
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := r.Find("phòng 1 VKSND tỉnh Sơn La", "2021-01-01"); b == nil || b.Code != "P1" {
		t.Errorf("own unit: %v", b)
	}
	units, group := r.Expand("Các đơn vị thuộc VKSND tỉnh Sơn La", "2021-01-01")
	if !group || len(units) != 2 {
		t.Errorf("own group: %q, %v", units, group)
	}
	if b, _ := Default().Find("phòng 1 VKSND tỉnh Sơn La", ""); b != nil {
		t.Error("the register of the country was changed")
	}
	for _, bad := range []string{"A\n", "A\tB\t\t\t1/7/2025\n"} {
		if _, err := Load(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("Load(%q): %v", bad, err)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Viện trưởng VKSND tối cao", "2022-12-27")
	f.Add("các bộ, cơ quan ngang bộ: (", "")
	f.Add("bộ bộ trưởng chủ nhiệm", "9")
	r := Default()
	f.Fuzz(func(t *testing.T, name, on string) {
		b, score := r.Find(name, on)
		if score < 0 || score > 1 || (b == nil) != (score == 0) {
			t.Errorf("Find(%q, %q) = %v, %v", name, on, b, score)
		}
		if again := r.Canonical(name, on); b != nil && r.Canonical(b.Name, on) != again {
			t.Errorf("Canonical(%q) = %q, but of the name found %q", name, again, r.Canonical(b.Name, on))
		}
		units, group := r.Expand(name, on)
		if !group && (len(units) != 1 || units[0] != name) {
			t.Errorf("Expand(%q) = %q, not a group", name, units)
		}
	})
}
