package result

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestFigureAt holds what makes digits a figure: the unit behind them and the words before them.
func TestFigureAt(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       string // the whole figure; "" for none
		qualifier  string
	}{
		{"a unit", "đã giải quyết 40 đơn", "40 đơn", ""},
		{"more than", "đã giải quyết hơn 40 đơn", "hơn 40 đơn", "hơn"},
		{"an estimate", "doanh thu ước đạt 40 tỷ đồng", "ước đạt 40 tỷ đồng", "ước đạt"},
		{"at least", "mỗi xã có ít nhất 2 mô hình", "ít nhất 2 mô hình", "ít nhất"},
		{"more than, with a capital", "Hơn 40 đơn", "Hơn 40 đơn", "hơn"},
		{"a share", "đạt 98,5%", "đạt 98,5%", "đạt"},
		{"an area without a blank", "thu hồi 40m2 đất", "40m2", ""},
		{"letters that are no unit", "khối 12b đơn vị", "", ""},
		{"no unit", "đạt 45 so với 40", "", ""},
		{"a day", "ngày 15 đơn vị họp", "", ""},
		{"more than a day has", "trong ngày 45 đơn", "45 đơn", ""},
		{"a month", "tháng 6 đơn vị họp", "", ""},
		{"an ordinal", "lần thứ 6 đơn vị họp", "", ""},
		{"a number of a paper", "Quyết định số 6 đơn vị", "", ""},
		{"a part of a word", "COVID19 ca", "", ""},
		{"a range", "từ 5 - 6 đơn", "", ""},
		{"not reached", "chưa đạt 80%", "", ""},
		{"a target", "chỉ tiêu 80%", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			from, to := -1, -1
			for a, b := nextNumber(tc.text, 0); a >= 0; a, b = nextNumber(tc.text, b) {
				from, to = a, b
				if _, ok := figureAt(tc.text, a, b); ok {
					break
				}
			}
			f, ok := figureAt(tc.text, from, to)
			got := ""
			if ok {
				got = f.whole.In(tc.text)
			}
			if got != tc.want || f.qualifier != tc.qualifier {
				t.Errorf("%q: %q (%q)", tc.text, got, f.qualifier)
			}
		})
	}
}

// TestKindOf holds which words behind a unit name what was counted.
func TestKindOf(t *testing.T) {
	for right, want := range map[string]string{
		"cháy rừng tại hai huyện":      "cháy rừng",
		"được giải quyết đúng hạn":     "",
		"vay vốn ưu đãi":               "vay vốn ưu đãi",
		"thuộc diện chính sách, trong": "thuộc diện chính sách,",
		"nghèo 40 đơn":                 "nghèo",
		"một hai ba bốn năm sáu bảy":   "một hai ba bốn năm sáu",
		"":                             "",
	} {
		if got := kind(right); got != want {
			t.Errorf("%q: %q, want %q", right, got, want)
		}
	}
}

// TestBefore holds which words before a figure lead to it.
func TestBefore(t *testing.T) {
	for left, want := range map[string]string{
		"Toàn tỉnh đã thụ lý ":                    "Toàn tỉnh đã thụ lý",
		"Đã nhận 50 đơn, trong đó đã giải quyết ": "đã giải quyết",
		"Đã nhận đơn và giải quyết ":              "giải quyết",
		"Kết quả: đã trồng ":                      "đã trồng",
		"khởi tố 116 vụ/":                         "khởi tố",
		"":                                        "",
	} {
		if got := before(left); got != want {
			t.Errorf("%q: %q, want %q", left, got, want)
		}
	}
}

// TestSentence holds that a full stop inside a number ends nothing.
func TestSentence(t *testing.T) {
	const s = "Năm qua được mùa. Đã thu 1.200 tấn lúa. Giá ổn định."
	from, to := sentence(s, strings.Index(s, "1.200"))
	if got := s[from:to]; got != "Đã thu 1.200 tấn lúa" {
		t.Errorf("got %q", got)
	}
}

func TestDone(t *testing.T) {
	for title, want := range map[string]string{
		"Kết quả năm 2023, phương hướng năm 2024":         "Kết quả năm 2023",
		"Tình hình quý II và nhiệm vụ quý III năm 2024":   "Tình hình quý II",
		"Kết quả thực hiện nhiệm vụ năm 2023":             "Kết quả thực hiện nhiệm vụ năm 2023",
		"Tổng kết năm 2023; triển khai công tác năm 2024": "Tổng kết năm 2023",
		"": "",
	} {
		if got := done(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestTells(t *testing.T) {
	for s, want := range map[string]bool{
		"Về kinh tế: Thu ngân sách đạt 59 tỷ đồng": true,
		"Nhiệm vụ: Thu ngân sách đạt 59 tỷ đồng":   false, // a target
		"Về kinh tế: có nhiều khởi sắc":            false, // no figure
		"KẾT QUẢ NĂM 2023":                         false,
		"KẾT QUẢ NĂM 2023:":                        false,
	} {
		if got := tells(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestSmall(t *testing.T) {
	for s, want := range map[string]string{
		"QUÝ III NĂM 2024": "quý III năm 2024", "6 THÁNG ĐẦU NĂM 2024": "6 tháng đầu năm 2024", "quý I/2024": "quý I/2024", "2020-2024": "2020-2024",
	} {
		if got := small(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestNumbersRoundTrip holds that a figure written as the Vietnamese write it is read back whole.
func TestNumbersRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := rapid.SliceOfN(rapid.IntRange(0, 999), 0, 3).Draw(t, "groups")
		head := rapid.IntRange(1, 999).Draw(t, "head")
		s, want := itoa(head, 0), float64(head)
		for _, g := range groups {
			s, want = s+"."+itoa(g, 3), want*1000+float64(g)
		}
		text := "đã thu " + s + " đồng"
		from, to := nextNumber(text, 0)
		if got, ok := parse(text[from:to]); !ok || got != want || text[from:to] != s {
			t.Fatalf("%q: %q gives %v, want %v", text, text[from:to], got, want)
		}
	})
}

// itoa writes n with at least width digits.
func itoa(n, width int) string {
	s := ""
	for ; n > 0 || len(s) < width; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}
