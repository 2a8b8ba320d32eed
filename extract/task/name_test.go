package task

import (
	"slices"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, tc := range []struct {
		name, list string
		want       []string
	}{
		{"one", "Sở Y tế", []string{"Sở Y tế"}},
		{"and inside a name", "Bộ Tài nguyên và Môi trường", []string{"Bộ Tài nguyên và Môi trường"}},
		{"comma inside a name", "Bộ Văn hóa, Thể thao và Du lịch", []string{"Bộ Văn hóa, Thể thao và Du lịch"}},
		{"dash inside a name", "Bộ Lao động - Thương binh và Xã hội", []string{"Bộ Lao động - Thương binh và Xã hội"}},
		{"two", "Bộ Nội vụ, Bộ Tài chính", []string{"Bộ Nội vụ", "Bộ Tài chính"}},
		{"two such names", "Bộ Kế hoạch và Đầu tư và Bộ Tài nguyên và Môi trường", []string{"Bộ Kế hoạch và Đầu tư", "Bộ Tài nguyên và Môi trường"}},
		{"semicolon", "Các Liên đoàn Lao động tỉnh, thành phố; Công đoàn ngành Trung ương và tương đương", []string{"Các Liên đoàn Lao động tỉnh, thành phố", "Công đoàn ngành Trung ương và tương đương"}},
		{"an office governs its nouns", "Thủ trưởng các cơ quan, đơn vị trực thuộc Bộ", []string{"Thủ trưởng các cơ quan, đơn vị trực thuộc Bộ"}},
		{"an office and one more noun", "Thủ trưởng các cơ quan, đơn vị và địa phương", []string{"Thủ trưởng các cơ quan, đơn vị và địa phương"}},
		{"an office and a second group", "Thủ trưởng các phòng, các cấp", []string{"Thủ trưởng các phòng, các cấp"}},
		{"an office, two groups and another office", "Người đứng đầu các sở, hội, các cơ quan trực thuộc tỉnh, Chủ tịch UBND các xã",
			[]string{"Người đứng đầu các sở, hội, các cơ quan trực thuộc tỉnh", "Chủ tịch UBND các xã"}},
		{"an office and those concerned", "Thủ trưởng các sở, ban, ngành tỉnh, các cơ quan, đơn vị liên quan", []string{"Thủ trưởng các sở, ban, ngành tỉnh", "các cơ quan, đơn vị liên quan"}},
		{"an office and a further party", "Thủ trưởng các đơn vị và các đoàn thể huyện", []string{"Thủ trưởng các đơn vị", "các đoàn thể huyện"}},
		{"the office of one body", "Giám đốc Sở Y tế, các cơ quan báo chí", []string{"Giám đốc Sở Y tế", "các cơ quan báo chí"}},
		{"each of them", "Các phòng, từng trạm, tổ", []string{"Các phòng", "từng trạm, tổ"}},
		{"those", "những phòng, trạm ở vùng sâu", []string{"những phòng, trạm ở vùng sâu"}},
		{"common nouns with capitals", "Thủ trưởng các Sở, Ban, Ngành Tỉnh", []string{"Thủ trưởng các Sở, Ban, Ngành Tỉnh"}},
		{"a plural that is no body", "các địa phương có vùng trồng lúa và các vùng ngập mặn", []string{"các địa phương có vùng trồng lúa và các vùng ngập mặn"}},
		{"two offices", "Thủ trưởng đơn vị, người đứng đầu Viện kiểm sát các cấp", []string{"Thủ trưởng đơn vị", "người đứng đầu Viện kiểm sát các cấp"}},
		{"offices", "Giám đốc Sở Y tế, Chủ tịch UBND các huyện, thị xã, thành phố", []string{"Giám đốc Sở Y tế", "Chủ tịch UBND các huyện, thị xã, thành phố"}},
		{"places go on", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", []string{"Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"}},
		{"a group", "các Bộ, ngành, cơ quan", []string{"các Bộ, ngành, cơ quan"}},
		{"groups", "các Bộ, ngành, Ủy ban nhân dân các cấp và các cơ quan, tổ chức có liên quan", []string{"các Bộ, ngành", "Ủy ban nhân dân các cấp", "các cơ quan, tổ chức có liên quan"}},
		{"bodies of the Government", "Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", []string{"Các Bộ", "cơ quan ngang Bộ", "cơ quan thuộc Chính phủ"}},
		{"their heads", "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ", []string{"Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ"}},
		{"heads of bodies of the Government", "các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, Thủ trưởng cơ quan thuộc Chính phủ",
			[]string{"các Bộ trưởng", "Thủ trưởng cơ quan ngang Bộ", "Thủ trưởng cơ quan thuộc Chính phủ"}},
		{"two offices of the same bodies", "Bộ Công Thương, Tổng giám đốc và Giám đốc các công ty", []string{"Bộ Công Thương", "Tổng giám đốc và Giám đốc các công ty"}},
		{"the Party's bodies of all levels", "Cấp ủy, tổ chức đảng các cấp", []string{"Cấp ủy, tổ chức đảng các cấp"}},
		{"deputies", "Đoàn đại biểu Quốc hội, đại biểu Quốc hội", []string{"Đoàn đại biểu Quốc hội", "đại biểu Quốc hội"}},
		{"after a single body", "Bộ Công an, Bộ Quốc phòng và cơ quan liên quan", []string{"Bộ Công an", "Bộ Quốc phòng", "cơ quan liên quan"}},
		{"each its own thing", "Các bảo tàng, nhà truyền thống, nhà tưởng niệm", []string{"Các bảo tàng", "nhà truyền thống", "nhà tưởng niệm"}},
		{"the press is one", "các cơ quan thông tấn, báo chí", []string{"các cơ quan thông tấn, báo chí"}},
		{"such as", "các tổ chức thành viên như Hội Nông dân, Hội Phụ nữ", []string{"các tổ chức thành viên", "Hội Nông dân", "Hội Phụ nữ"}},
		{"brackets are whole", "Tổ công tác (Sở Nội vụ, Sở Tư pháp), Văn phòng", []string{"Tổ công tác (Sở Nội vụ, Sở Tư pháp)", "Văn phòng"}},
		{"apposition names nobody", "Vụ Thi đua - Khen thưởng, đơn vị thường trực của Hội đồng", []string{"Vụ Thi đua - Khen thưởng"}},
		{"a long list of offices", "Viện trưởng Viện kiểm sát quân sự Trung ương, Thủ trưởng đơn vị thuộc VKSND tối cao, Viện trưởng VKSND cấp cao và Viện trưởng VKSND tỉnh, thành phố trực thuộc Trung ương",
			[]string{"Viện trưởng Viện kiểm sát quân sự Trung ương", "Thủ trưởng đơn vị thuộc VKSND tối cao", "Viện trưởng VKSND cấp cao", "Viện trưởng VKSND tỉnh, thành phố trực thuộc Trung ương"}},
		{"lower-case trade unions", "Công đoàn cấp trên trực tiếp cơ sở và công đoàn cơ sở", []string{"Công đoàn cấp trên trực tiếp cơ sở", "công đoàn cơ sở"}},
		{"nothing", " , ", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := split(newLine(tc.list)); !slices.Equal(got, tc.want) {
				t.Errorf("%q:\n got %q\nwant %q", tc.list, got, tc.want)
			}
		})
	}
}

func TestIsBody(t *testing.T) {
	for s, want := range map[string]bool{
		"Sở Y tế chủ trì":             true,
		"các đơn vị":                  true,
		"Các khách sạn":               true,
		"VNPT Quảng Ngãi":             true,
		"UBND tỉnh":                   true,
		"Thanh tra tỉnh":              true,
		"Thanh tra, kiểm tra các":     false, // the verbs
		"Báo cáo kết quả":             false,
		"Báo Nhân dân":                true,
		"Ban hành kế hoạch":           false,
		"Ban Tuyên giáo":              true,
		"Trường hợp phát sinh":        false,
		"Tổ chức tập huấn":            false,
		"Phòng, chống dịch":           false,
		"Phòng Giáo dục":              true,
		"Các nội dung trên":           false, // a group, but of things
		"NỘI DUNG":                    false, // a heading, no abbreviation
		"Công tác tuyên truyền":       false,
		"Bộ máy hành chính":           false,
		"Đoàn Thanh niên":             true,
		"Đoàn kết nội bộ":             false,
		"Thủ tướng Chính phủ yêu cầu": true,
		"":                            false,
	} {
		if got := isBody(newLine(s)); got != want {
			t.Errorf("isBody(%q) = %v", s, got)
		}
	}
}

func TestMerge(t *testing.T) {
	got := merge([]string{"các Bộ, ngành có liên quan"}, []string{"Bộ, ngành có liên quan", "Bộ Nội vụ", "bộ nội vụ"})
	if want := []string{"các Bộ, ngành có liên quan", "Bộ Nội vụ"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzSplit holds that splitting invents nothing: each name stands in the list, blanks aside, and in its order.
func FuzzSplit(f *testing.F) {
	f.Add("Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các huyện")
	f.Add("(")
	f.Add("và , và;")
	f.Fuzz(func(t *testing.T, list string) {
		rest := strings.Join(strings.Fields(list), " ")
		for _, n := range split(newLine(list)) {
			i := strings.Index(rest, n)
			if n == "" || i < 0 {
				t.Fatalf("%q is not in %q", n, rest)
			}
			rest = rest[i+len(n):]
		}
	})
}
