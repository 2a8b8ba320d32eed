package register

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestTables(t *testing.T) {
	for _, row := range rows(bodyTable) {
		if _, err := bodyOf(row); err != nil {
			t.Errorf("bodies.tsv: %v", err)
		}
	}
	for _, row := range rows(localTable) {
		if len(row) != 7 {
			t.Errorf("local.tsv: %d columns in %q", len(row), row)
		}
	}
	for _, row := range rows(provinceTable) {
		if len(row) < 5 || row[1] != "tỉnh" && row[1] != "thành phố" {
			t.Errorf("provinces.tsv: %q", row)
		}
	}
	r := Default()
	for _, b := range r.Bodies() {
		if b.From != "" && b.To != "" && b.From > b.To {
			t.Errorf("%s ends before it begins", b.Name)
		}
		for _, name := range append([]string{b.Parent}, b.Into...) {
			if name != "" && len(r.name[key(name)]) == 0 {
				t.Errorf("%s speaks of %q, which is not in the register", b.Name, name)
			}
		}
		day := b.From
		if day == "" {
			day = b.To
		}
		if got, score := r.Find(b.Name, day); got == nil || got.Name != b.Name || score < byAlias {
			t.Errorf("Find(%q, %q) = %v, %v", b.Name, day, got, score)
		}
	}
}

func TestProvincesInTime(t *testing.T) {
	for _, test := range []struct {
		on   string
		want int
	}{{"2006-05-01", 64}, {"2024-12-31", 63}, {"2025-01-01", 63}, {"2025-06-30", 63}, {"2025-07-01", 34}, {"2026-05-01", 34}} {
		if got := len(Default().ByCode("UBND", test.on)); got != test.want {
			t.Errorf("%d provinces on %s, want %d", got, test.on, test.want)
		}
	}
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ name, on, want string }{
		{"VKSND tối cao", "", "Viện kiểm sát nhân dân tối cao"},
		{"Viện KSND tối cao", "", "Viện kiểm sát nhân dân tối cao"},
		{"VKSNDTC", "", "Viện kiểm sát nhân dân tối cao"},
		{"Viện trưởng VKSND tối cao", "2022-12-27", "Viện kiểm sát nhân dân tối cao"},
		{"Phó Viện trưởng VKSND tối cao", "2022-12-27", "Viện kiểm sát nhân dân tối cao"},
		{"Viện kiểm sát nhân dân (VKSND) tối cao", "", "Viện kiểm sát nhân dân tối cao"},
		{"VIÊN KIÊM SÁT NHÂN DÂN TÔI CAO", "", "Viện kiểm sát nhân dân tối cao"},
		{"VIỆN KIỂM SÁT NHÂN DAN TỐI CAD", "", "Viện kiểm sát nhân dân tối cao"},
		{"VKS quân sự Trung ương", "", "Viện kiểm sát quân sự Trung ương"},
		{"VKS tỉnh Sơn La", "", "Viện kiểm sát nhân dân tỉnh Sơn La"},
		{"Thủ tướng", "", "Thủ tướng Chính phủ"},
		{"THỦ TƯỚNG CHÍNH PHỦ", "", "Thủ tướng Chính phủ"},
		{"UỶ BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "2020-04-15", "Ủy ban nhân dân tỉnh Quảng Ngãi"},
		{"Chủ tịch UBND tỉnh Quảng Ngãi", "", "Ủy ban nhân dân tỉnh Quảng Ngãi"},
		{"UBND TP.HCM", "", "Ủy ban nhân dân thành phố Hồ Chí Minh"},
		{"UBND thành phố Huế", "2025-02-01", "Ủy ban nhân dân thành phố Huế"},
		{"Bộ trưởng Bộ Y tế", "", "Bộ Y tế"},
		{"Bộ GD&ĐT", "", "Bộ Giáo dục và Đào tạo"},
		{"Bộ LĐTB&XH", "2020-01-01", "Bộ Lao động - Thương binh và Xã hội"},
		{"BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "2010-01-15", "Bộ Văn hóa, Thể thao và Du lịch"},
		{"Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "", "Văn phòng Chính phủ"},
		{"Tổng Thanh tra Chính phủ", "2020-01-01", "Thanh tra Chính phủ"},
		{"Phó Tổng Kiểm toán Nhà nước", "", "Kiểm toán nhà nước"},
		{"Thống đốc Ngân hàng Nhà nước", "", "Ngân hàng Nhà nước Việt Nam"},
		{"Giám đốc Sở Y tế tỉnh Sơn La", "", "Sở Y tế tỉnh Sơn La"},
		{"Vụ 16", "2022-01-01", "Vụ Thi đua - Khen thưởng"},
		{"HĐ TĐ-KT ngành KSND", "", "Hội đồng Thi đua - Khen thưởng ngành Kiểm sát nhân dân"},
		{"Tỉnh ủy Sơn La", "", "Tỉnh ủy Sơn La"},
		{"Ban Tuyên giáo TW", "2014-01-06", "Ban Tuyên giáo Trung ương"},
		{"Chủ tịch nước", "", "Chủ tịch nước"},
		// names close to each other stay apart
		{"Sở Y tế tỉnh Hà Giang", "2020-01-01", "Sở Y tế tỉnh Hà Giang"},
		{"Sở Y tế tỉnh Hậu Giang", "2020-01-01", "Sở Y tế tỉnh Hậu Giang"},
		{"Sở Nông nghiệp và Phát triển nông thôn", "2020-01-01", ""},
		{"Công ty Cổ phần Ánh Dương", "", ""},
		{"Thủ trưởng đơn vị", "", ""},
		{"", "", ""},
	} {
		got := ""
		if b, _ := Default().Find(test.name, test.on); b != nil {
			got = b.Name
		}
		if got != test.want {
			t.Errorf("Find(%q, %q) = %q, want %q (key %q)", test.name, test.on, got, test.want, key(test.name))
		}
	}
}

func TestFindAtAnotherTime(t *testing.T) {
	b, now := Default().Find("UBND thành phố Huế", "2025-02-01")
	if b == nil {
		t.Fatal("not found in its own time")
	}
	if _, before := Default().Find("UBND thành phố Huế", "2020-02-01"); before >= now {
		t.Errorf("the score %v before it existed is not below %v", before, now)
	}
}

func TestCanonical(t *testing.T) {
	r := Default()
	for _, test := range []struct{ a, b string }{
		{"Các đồng chí Viện trưởng VKSND tối cao", "Viện Kiểm sát Nhân dân Tối cao"},
		{"Phòng 1", "PHÒNG 1"},
		{"Đội Kiểm tra xã Hoà Bình", "đội kiểm tra xã Hòa Bình"},
	} {
		if r.Canonical(test.a, "") != r.Canonical(test.b, "") {
			t.Errorf("%q and %q differ: %q, %q", test.a, test.b, r.Canonical(test.a, ""), r.Canonical(test.b, ""))
		}
	}
	if r.Canonical("Phòng 1", "") == r.Canonical("Phòng 2", "") {
		t.Error("Phòng 1 and Phòng 2 are one")
	}
}

func TestByCode(t *testing.T) {
	for _, test := range []struct {
		code, on string
		want     []string
	}{
		{"VKSTC", "", []string{"Viện kiểm sát nhân dân tối cao"}},
		{"QH15", "", []string{"Quốc hội"}},
		{"BLDTBXH", "2020-01-01", []string{"Bộ Lao động - Thương binh và Xã hội"}},
		{"BLDTBXH", "2025-03-01", nil},
		{"V8", "2025-02-12", []string{"Vụ Kiểm sát giam giữ và thi hành án hình sự"}},
		{"TW", "", []string{"Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Bộ Chính trị", "Ban Bí thư"}},
		{"XYZ", "", nil},
	} {
		var got []string
		for _, b := range Default().ByCode(test.code, test.on) {
			got = append(got, b.Name)
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("ByCode(%q, %q) = %q, want %q", test.code, test.on, got, test.want)
		}
	}
}

func TestIssuerOf(t *testing.T) {
	for _, test := range []struct{ symbol, on, context, want string }{
		{"02/CT-VKSTC", "2022-12-27", "", "Viện kiểm sát nhân dân tối cao"},
		{"45/2019/QH14", "", "", "Quốc hội"},
		{"1403/NQ-UBTVQH15", "", "", "Ủy ban Thường vụ Quốc hội"},
		{"1988/VKSTC-V8", "2026-04-01", "", "Viện kiểm sát nhân dân tối cao"},
		{"12/QĐ-UBND", "2023-01-01", "", ""},
		{"12/QĐ-UBND", "2023-01-01", "UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La"},
		{"48/KH-VKS", "2023-01-01", "Tỉnh ủy Sơn La", "Viện kiểm sát nhân dân tỉnh Sơn La"},
		{"05-NQ/TU", "2023-01-01", "tỉnh Sơn La", "Tỉnh ủy Sơn La"},
		{"34-CT/TW", "2014-04-07", "", ""},
		{"34-CT/TW", "2014-04-07", "Bộ Chính trị", "Bộ Chính trị"},
		{"109-NQ/BCSD", "2023-12-18", "Ban cán sự đảng VKSND tối cao", "Ban cán sự đảng Viện kiểm sát nhân dân tối cao"},
	} {
		sym, ok := document.ParseSymbol(test.symbol)
		if !ok {
			t.Fatalf("no symbol: %q", test.symbol)
		}
		got := ""
		if b := Default().IssuerOf(sym, test.on, test.context); b != nil {
			got = b.Name
		}
		if got != test.want {
			t.Errorf("IssuerOf(%q, %q, %q) = %q, want %q", test.symbol, test.on, test.context, got, test.want)
		}
	}
}

func TestFormerAndSuccessors(t *testing.T) {
	r := Default()
	old, _ := r.Find("UBND tỉnh Hà Giang", "2025-06-30")
	if old == nil {
		t.Fatal("UBND tỉnh Hà Giang is not in the register")
	}
	next := r.Successors(old)
	if len(next) != 1 || next[0].Name != "Ủy ban nhân dân tỉnh Tuyên Quang" {
		t.Fatalf("Successors = %v", next)
	}
	found := false
	for _, b := range r.Former(next[0]) {
		found = found || b == old
	}
	if !found {
		t.Error("Former does not lead back")
	}
}

// Names that hold a word which is an abbreviation elsewhere are known without their marks, too: "tư" is not "TƯ".
func TestFindWithoutMarksWhatLooksLikeAnAbbreviation(t *testing.T) {
	for name, want := range map[string]string{
		"bo tu phap":   "Bộ Tư pháp",
		"Bo Tu Phap":   "Bộ Tư pháp",
		"bộ tư pháp":   "Bộ Tư pháp",
		"bo tai chinh": "Bộ Tài chính",
	} {
		if b, sure := Default().Find(name, ""); b == nil || b.Name != want || sure < 0.85 {
			t.Errorf("%q: %v, %v; want %s", name, b, sure, want)
		}
	}
}
