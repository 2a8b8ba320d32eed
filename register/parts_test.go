package register

import (
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"UBND tỉnh Sơn La", "ủy ban nhân dân tỉnh sơn la"},
		{"Uỷ ban Nhân dân tỉnh SƠN LA", "ủy ban nhân dân tỉnh sơn la"},
		{"VKS tỉnh Sơn La", "viện kiểm sát nhân dân tỉnh sơn la"},
		{"Viện KSND cấp cao 1", "viện kiểm sát nhân dân cấp cao 1"},
		{"Viện kiểm sát nhân dân (VKSND) tối cao", "viện kiểm sát nhân dân tối cao"},
		{"Viện kiểm sát quân sự Trung ương", "viện kiểm sát quân sự trung ương"},
		{"Bộ Giáo dục và Đào tạo", "bộ giáo dục đào tạo"},
		{"Bộ GD&ĐT", "bộ giáo dục đào tạo"},
		{"Bộ LĐ-TB&XH", "bộ lao động thương binh xã hội"},
		{"TP. HCM", "thành phố hồ chí minh"},
		{"Ban Tuyên giáo T.Ư", "ban tuyên giáo trung ương"},
		{"Hội đồng TĐ-KT", "hội đồng thi đua khen thưởng"},
		{" - ; ", ""},
	} {
		if got := key(test.in); got != test.want {
			t.Errorf("key(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestWithoutOffice(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"viện trưởng viện kiểm sát nhân dân tối cao", "viện kiểm sát nhân dân tối cao"},
		{"các đồng chí lãnh đạo bộ y tế", "bộ y tế"},
		{"bộ trưởng chủ nhiệm văn phòng chính phủ", "văn phòng chính phủ"},
		{"chánh văn phòng bộ y tế", "văn phòng bộ y tế"},
		{"phó tổng kiểm toán nhà nước", "kiểm toán nhà nước"},
		{"bộ y tế", "bộ y tế"},
		{"chủ tịch", "chủ tịch"},
		{"", ""},
	} {
		if got, _ := withoutOffice(test.in); got != test.want {
			t.Errorf("withoutOffice(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestOneOff(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"toi cao", "toi cad", true}, {"toi cao", "toi ca", true}, {"toi cao", "toii cao", true}, {"toi cao", "toi cao", false},
		{"cap cao 1", "cap cao 2", false}, {"cap cao", "cap cao1", false}, {"abc", "xyz", false}, {"abc", "abcde", false}, {"", "a", true},
	} {
		if got := oneOff(test.a, test.b); got != test.want {
			t.Errorf("oneOff(%q, %q) = %v", test.a, test.b, got)
		}
		if oneOff(test.b, test.a) != test.want {
			t.Errorf("oneOff(%q, %q) differs from its mirror", test.b, test.a)
		}
	}
}

func TestOn(t *testing.T) {
	b := &Body{From: "2015-06-01", To: "2025-06-30"}
	for _, test := range []struct {
		day  string
		want bool
	}{{"", true}, {"2015-05-31", false}, {"2015-06-01", true}, {"2025-06-30", true}, {"2025-07-01", false}, {"2025-06", true}, {"2025", true}, {"2026", false}} {
		if got := b.On(test.day); got != test.want {
			t.Errorf("On(%q) = %v", test.day, got)
		}
	}
	if !(&Body{}).On("1945-09-02") {
		t.Error("a body without bounds did not exist")
	}
}

func TestProvince(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"UBND tỉnh Sơn La", "Sơn La"},
		{"Sở Y tế tỉnh Quảng Ngãi", "Quảng Ngãi"},
		{"tỉnh Sơn La", "Sơn La"},
		{"Sơn La", "Sơn La"},
		{"Viện kiểm sát nhân dân huyện Mai Sơn, tỉnh Sơn La", "Sơn La"},
		{"TP. Hồ Chí Minh", "Hồ Chí Minh"},
		{"Bộ Y tế", ""},
		{"huyện Sơn Tây", ""},
		{"", ""},
	} {
		if got := Default().Province(test.in); got != test.want {
			t.Errorf("Province(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestIsDay(t *testing.T) {
	for _, bad := range []string{"", "2025", "2025-7-1", "2025/07/01", "2025-07-0x", "2025-07-011"} {
		if isDay(bad) {
			t.Errorf("%q is a day", bad)
		}
	}
	if !isDay("2025-07-01") {
		t.Error("2025-07-01 is no day")
	}
}

// TestMergers checks that every province that ended went into one that went on, and that its bodies did with it.
func TestMergers(t *testing.T) {
	r := Default()
	for _, p := range readProvinces() {
		if p.to == "" {
			continue
		}
		b, _ := r.Find("Ủy ban nhân dân "+p.rank+" "+p.name, p.to)
		if b == nil || b.To != p.to {
			t.Errorf("%s: no committee that ended on %s: %v", p.name, p.to, b)
			continue
		}
		next := r.Successors(b)
		if len(next) != 1 || !strings.HasSuffix(next[0].Name, p.into) {
			t.Errorf("%s into %s: %v", p.name, p.into, next)
		}
	}
}

// TestNoDistrictsAfterTheReform checks that groups of the district level are empty from July 2025 on.
func TestNoDistrictsAfterTheReform(t *testing.T) {
	for _, g := range groups() {
		phrase := strings.Join(g.words, " ")
		if !strings.Contains(phrase, "huyện") && !strings.Contains(phrase, "cấp cao") {
			continue
		}
		if units, group := Default().Expand(phrase, "2025-07-01"); !group || len(units) > 0 {
			t.Errorf("%q gives %q, %v", phrase, units, group)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	r := Default()
	for b.Loop() {
		r.Find("Viện trưởng VKSND tối cao", "2022-12-27")
		r.Find("Phòng Tổ chức cán bộ của đơn vị", "2022-12-27")
	}
}
