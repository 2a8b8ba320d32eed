package register

import (
	"strings"
	"testing"
)

// TestFormerNames asks for names on the days when they were used, and for who took the work over.
func TestFormerNames(t *testing.T) {
	for _, c := range []struct{ name, on, want, into string }{
		{"Bộ Khoa học, Công nghệ và Môi trường", "1998-04-10", "Bộ Khoa học, Công nghệ và Môi trường", "Bộ Khoa học và Công nghệ"},
		{"Ban Tổ chức - Cán bộ Chính phủ", "2000-01-01", "Ban Tổ chức - Cán bộ Chính phủ", "Bộ Nội vụ"},
		{"Bộ Lâm nghiệp", "1990-05-01", "Bộ Lâm nghiệp", "Bộ Nông nghiệp và Phát triển nông thôn"},
		{"Bộ Thủy lợi", "1990-05-01", "Bộ Thủy lợi", "Bộ Nông nghiệp và Phát triển nông thôn"},
		{"Ủy ban Kế hoạch Nhà nước", "1990-05-01", "Ủy ban Kế hoạch Nhà nước", "Bộ Kế hoạch và Đầu tư"},
		{"Hội đồng Bộ trưởng", "1985-01-01", "Hội đồng Bộ trưởng", "Chính phủ"},
		{"Bộ Kế hoạch và Đầu tư", "2024-06-01", "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"},
		{"Bộ Văn hoá - Thông tin", "2006-01-19", "Bộ Văn hóa - Thông tin", "Bộ Văn hóa, Thể thao và Du lịch"},
		{"V16", "2022-01-01", "Vụ Thi đua - Khen thưởng", "Văn phòng Viện kiểm sát nhân dân tối cao"},
		{"Vụ 16", "2022-01-01", "Vụ Thi đua - Khen thưởng", "Văn phòng Viện kiểm sát nhân dân tối cao"},
	} {
		b, score := Default().Find(c.name, c.on)
		if strings.HasPrefix(c.name, "V1") {
			if list := Default().ByCode(c.name, c.on); len(list) == 1 {
				b, score = list[0], byName
			}
		}
		if b == nil || b.Name != c.want || score < byFolding {
			t.Errorf("%s on %s: %+v, %.2f", c.name, c.on, b, score)
			continue
		}
		after := ""
		if s := Default().Successors(b); len(s) == 1 {
			after = s[0].Name
		}
		if after != c.into {
			t.Errorf("%s went to %q, want %q", c.name, after, c.into)
		}
	}
}

// TestOutOfTime asks for names on days when no body bore them: they are told from names in use.
func TestOutOfTime(t *testing.T) {
	for _, c := range []struct{ name, on string }{
		{"Bộ Lâm nghiệp", "2024-01-01"}, {"Bộ Kế hoạch và Đầu tư", "2025-06-01"}, {"Ban Tổ chức - Cán bộ Chính phủ", "2010-01-01"},
		{"Ủy ban nhân dân tỉnh Kon Tum", "2025-08-01"}, {"Bộ Dân tộc và Tôn giáo", "2020-01-01"},
	} {
		if b, score := Default().Find(c.name, c.on); b == nil || score > ofAnother {
			t.Errorf("%s on %s: %+v, %.2f", c.name, c.on, b, score)
		}
	}
}

// TestSymbolsInTime asks whom a code names on a day.
func TestSymbolsInTime(t *testing.T) {
	for _, c := range []struct{ code, on, want string }{
		{"BKHCNMT", "1998-04-10", "Bộ Khoa học, Công nghệ và Môi trường"},
		{"BKHCNMT", "2010-04-10", ""},
		{"TCCP", "2001-01-01", "Ban Tổ chức - Cán bộ Chính phủ"},
		{"BLĐTBXH", "2020-01-01", "Bộ Lao động - Thương binh và Xã hội"},
		{"BLĐTBXH", "2025-06-01", ""},
		{"BNN&PTNT", "2014-01-01", "Bộ Nông nghiệp và Phát triển nông thôn"},
		{"V16", "2025-06-01", ""},
	} {
		got := ""
		if list := Default().ByCode(c.code, c.on); len(list) == 1 {
			got = list[0].Name
		}
		if got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.code, c.on, got, c.want)
		}
	}
}

// TestEachProvinceHasItsBodies counts local bodies on either side of the reform of 1 July 2025: 63 provinces before, 34 after.
func TestEachProvinceHasItsBodies(t *testing.T) {
	for _, c := range []struct {
		on   string
		want int
	}{{"2024-06-01", 63}, {"2025-06-30", 63}, {"2025-07-01", 34}, {"2026-06-01", 34}} {
		count := map[string]map[string]bool{}
		for _, b := range Default().Bodies() {
			if b.Province == "" || !b.On(c.on) {
				continue
			}
			if count[b.Code] == nil {
				count[b.Code] = map[string]bool{}
			}
			count[b.Code][b.Province] = true
		}
		for _, code := range []string{"UBND", "HĐND", "TU", "VKS", "TAND", "SYT"} {
			if len(count[code]) != c.want {
				t.Errorf("%s on %s: %d provinces, want %d", code, c.on, len(count[code]), c.want)
			}
		}
	}
}
