package coverage

import "testing"

func TestOfficeOf(t *testing.T) {
	for name, want := range map[string]string{
		"Ban cán sự đảng Ủy ban nhân dân tỉnh": "Ủy ban nhân dân tỉnh",
		"Đảng ủy Ủy ban nhân dân tỉnh":         "Ủy ban nhân dân tỉnh",
		"Đảng uỷ Công an tỉnh":                 "Công an tỉnh",
		"Đảng ủy Quân sự tỉnh":                 "Bộ Chỉ huy Quân sự tỉnh",
		"Đảng đoàn Hội Nông dân tỉnh":          "Hội Nông dân tỉnh",
		"Đảng ủy":                              "",
		"Ban Tuyên giáo Tỉnh ủy":               "",
		"các đảng ủy trực thuộc Tỉnh ủy":       "",
	} {
		if got := officeOf(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
