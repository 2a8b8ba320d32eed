package coverage

import "testing"

func TestAliases(t *testing.T) {
	a := aliases{`Phân công giữa Cục Hộ tịch, quốc tịch, chứng thực (Cục HTQTCT), Cục Công nghệ thông tin (Cục CNTT), Sở Nông nghiệp
và Môi trường (sau đây gọi tắt là Sở NNMT); Viện kiểm sát nhân dân tối cao (VKSNDTC); nhiều nơi (Vụ XYZ).`}
	for _, tt := range []struct{ name, want string }{
		{"Cục HTQTCT", "Cục Hộ tịch, quốc tịch, chứng thực"},
		{"Cục CNTT", "Cục Công nghệ thông tin"},
		{"Sở NNMT", "Sở Nông nghiệp và Môi trường"},
		{"VKSNDTC", "Viện kiểm sát nhân dân tối cao"},
		{"Vụ XYZ", "Vụ XYZ"},
		{"Cục KHTC", "Cục KHTC"},
		{"Cục Công nghệ thông tin", "Cục Công nghệ thông tin"},
		{"Sở Y tế", "Sở Y tế"},
		{"", ""},
	} {
		if got := a.full(tt.name); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzAliases(f *testing.F) {
	f.Add("Cục Hộ tịch, quốc tịch (Cục HTQT)", "Cục HTQT")
	f.Add("((((A B)", "A B")
	f.Fuzz(func(t *testing.T, text, name string) {
		if got := (aliases{text}).full(name); got == "" && name != "" {
			t.Errorf("%q in %q means nothing", name, text)
		}
	})
}
