package coverage

import "testing"

func TestWithoutActor(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2. Phòng Y tế rà soát, ký cam kết với các hộ", "rà soát, ký cam kết với các hộ"},
		{"Trung tâm Kiểm nghiệm lấy 350 mẫu thuốc", "lấy 350 mẫu thuốc"},
		{"Phòng Kinh tế, Hạ tầng và Đô thị khảo sát, cắm biển cảnh báo", "khảo sát, cắm biển cảnh báo"},
		{"- Sở Công Thương đã kiểm tra 41 cơ sở", "đã kiểm tra 41 cơ sở"},
		{"Văn phòng HĐND và UBND phường tổng hợp, gửi báo cáo", "tổng hợp, gửi báo cáo"},
		{"Rà soát, lập bản đồ các khu vực trọng điểm", "Rà soát, lập bản đồ các khu vực trọng điểm"},
		{"Ban hành kế hoạch của địa phương", "Ban hành kế hoạch của địa phương"},
		{"Công tác tuyên truyền. Sở Y tế đã mở lớp", "Công tác tuyên truyền. Sở Y tế đã mở lớp"},
		{"Sở", "Sở"},
		{"", ""},
	} {
		if got := withoutActor(tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzWithoutActor(f *testing.F) {
	f.Add("2. Phòng Y tế rà soát")
	f.Add("Sở \n \xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := withoutActor(s)
		if len(got) > len(s) || s[len(s)-len(got):] != got {
			t.Errorf("%q is no end of %q", got, s)
		}
	})
}
