package register

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// TestReforms holds the bodies that the reforms of 2025 ended, made or renamed: what a name means depends on the day.
func TestReforms(t *testing.T) {
	const before, after = "2025-01-31", "2025-08-01"
	for _, c := range []struct {
		name          string
		before, after bool // whether a body of the name existed
	}{
		{"Bộ Kế hoạch và Đầu tư", true, false},
		{"Bộ Nội vụ", true, true},
		{"Bộ Nông nghiệp và Phát triển nông thôn", true, false},
		{"Bộ Nông nghiệp và Môi trường", false, true},
		{"Bộ Giao thông vận tải", true, false},
		{"Bộ Xây dựng", true, true},
		{"Bộ Thông tin và Truyền thông", true, false},
		{"Bộ Khoa học và Công nghệ", true, true},
		{"Bộ Lao động - Thương binh và Xã hội", true, false},
		{"Ban Dân vận Trung ương", true, false},
		{"Ban Tuyên giáo và Dân vận Trung ương", false, true},
		{"Viện kiểm sát nhân dân cấp cao tại Hà Nội", true, false},
		{"Ủy ban nhân dân tỉnh Kon Tum", true, false},
		{"Ủy ban nhân dân tỉnh Quảng Ngãi", true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, when := range []struct {
				on   string
				want bool
			}{{before, c.before}, {after, c.after}} {
				b, score := Default().Find(c.name, when.on)
				if alive := b != nil && b.Name == c.name && b.On(when.on) && score >= byAlias; alive != when.want {
					t.Errorf("on %s: %+v at %v, want %v", when.on, b, score, when.want)
				}
			}
		})
	}
}

// TestHeads covers the names of heads and deputies, by which papers call on their bodies.
func TestHeads(t *testing.T) {
	for _, c := range []struct{ name, on, want string }{
		{"Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "2024-01-05", "Ủy ban nhân dân tỉnh Sơn La"},
		{"Bí thư Tỉnh ủy Sơn La", "2024-01-05", "Tỉnh ủy Sơn La"},
		{"Giám đốc Công an tỉnh Sơn La", "2024-01-05", "Công an tỉnh Sơn La"},
		{"Chánh án Tòa án nhân dân tối cao", "2024-01-05", "Tòa án nhân dân tối cao"},
		{"Đồng chí Bộ trưởng Bộ Tư pháp", "2024-01-05", "Bộ Tư pháp"},
		{"Lãnh đạo Bộ Nội vụ", "2024-01-05", "Bộ Nội vụ"},
		{"Thứ trưởng Bộ Công an", "2024-01-05", "Bộ Công an"},
		{"Tổng Thanh tra Chính phủ", "2024-01-05", "Thanh tra Chính phủ"},
		{"Chủ tịch Chính phủ", "1946-01-24", "Chủ tịch nước"},
		{"Phó Viện trưởng VKSND tỉnh Sơn La", "2024-01-05", "Viện kiểm sát nhân dân tỉnh Sơn La"},
	} {
		got := ""
		if b, _ := Default().Find(c.name, c.on); b != nil {
			got = b.Name
		}
		if got != c.want {
			t.Errorf("%q is %q, want %q", c.name, got, c.want)
		}
	}
}

// TestGroupsInTime covers one phrase on several days.
func TestGroupsInTime(t *testing.T) {
	for _, c := range []struct {
		phrase, on string
		units      int
	}{
		{"UBND các tỉnh, thành phố trực thuộc Trung ương", "2008-01-01", 64},
		{"UBND các tỉnh, thành phố trực thuộc Trung ương", "2010-01-01", 63},
		{"UBND các tỉnh, thành phố trực thuộc Trung ương", "2025-06-30", 63},
		{"UBND các tỉnh, thành phố trực thuộc Trung ương", "2025-07-01", 34},
		{"Sở Y tế các tỉnh, thành phố", "2025-07-01", 34},
		{"VKSND cấp cao 1, 2, 3", "2024-01-01", 3},
	} {
		if units, group := Default().Expand(c.phrase, c.on); !group || len(units) != c.units {
			t.Errorf("%q on %s: %d units, want %d", c.phrase, c.on, len(units), c.units)
		}
	}
}

// TestSymbolsOfBodies checks that the code of each body of the country leads back to it where the code is its alone.
func TestSymbolsOfBodies(t *testing.T) {
	r := Default()
	alone := 0
	for _, b := range r.Bodies() {
		if b.Province != "" || b.Code == "" || shared[b.Code] {
			continue
		}
		on := b.From
		if on == "" {
			on = b.To
		}
		if bearers := r.ByCode(b.Code, on); len(bearers) != 1 {
			continue
		}
		sym, ok := document.ParseSymbol("1/KH-" + b.Code)
		if !ok {
			continue
		}
		alone++
		if got := r.IssuerOf(sym, on, ""); got == nil || got.Name != b.Name {
			t.Errorf("%s on %s: %v, want %s", b.Code, on, got, b.Name)
		}
	}
	if alone < 50 {
		t.Errorf("%d codes are borne by one body alone", alone)
	}
}

// TestWithKeepsTheFirst checks that a unit that is known already is taken once, and that its register is another one.
func TestWithKeepsTheFirst(t *testing.T) {
	count := len(Default().Bodies())
	r, err := Default().With(strings.NewReader("BYT\tBộ Y tế\tministry\n\tPhòng mới của đơn vị\tunit_dept\n\tPhòng mới của đơn vị\tunit_dept\n"))
	if err != nil {
		t.Fatal(err)
	}
	fresh := 0
	for _, b := range r.Bodies() {
		if b.Name == "Phòng mới của đơn vị" {
			fresh++
		}
	}
	if fresh != 1 || len(Default().Bodies()) != count {
		t.Errorf("%d units of one name; the register of the country has %d bodies, before %d", fresh, len(Default().Bodies()), count)
	}
	if first := r.Bodies(); !slices.Equal(first, r.Bodies()) {
		t.Error("the order of bodies changes")
	}
}
