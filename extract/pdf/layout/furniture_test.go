package layout

import (
	"strings"
	"testing"
)

func TestIsPageNumber(t *testing.T) {
	cases := []struct {
		text  string
		index int
		want  bool
	}{
		{"2", 1, true}, {"- 2 -", 1, true}, {"– 12 –", 11, true}, {"Trang 3", 2, true}, {"trang 3/12", 2, true}, {"Page 4 of 9", 3, true},
		{"45", 5, true}, // a part of a larger volume
		{"1", 7, false}, // smaller than its place: a figure of the text
		{"0", 0, false}, // no page
		{"7", 15, true}, // the next page has 8
		{"8", 16, true}, // the one before has 7
		{"9", 16, false},
		{"1945", 1, true}, // a volume may be that thick
		{"2 con", 1, false}, {"", 1, false}, {"12345", 1, false}, {"Số 2", 1, false}, {"II", 1, false},
	}
	numbers := make([]map[int]bool, 20)
	numbers[15], numbers[16] = map[int]bool{7: true}, map[int]bool{8: true}
	for _, c := range cases {
		if got := isPageNumber(c.text, c.index, numbers); got != c.want {
			t.Errorf("%q on page %d: %v", c.text, c.index+1, got)
		}
	}
}

func TestGazetteBanner(t *testing.T) {
	for text, want := range map[string]bool{
		"CÔNG BÁO/Số 317 + 318/Ngày 02-5-2025":          true,
		"24 CÔNG BÁO/Số 287/Ngày 08-4-2022":             true,
		"CÔNG BÁO/Số 287 + 288/Ngày 08-4-2022 25":       true,
		"CÔNG BÁO / Số 5 / Ngày 8/4/2022":               true,
		"Đăng CÔNG BÁO/Số 287/Ngày 08-4-2022":           false,
		"CÔNG BÁO/Số 287/Ngày 08-4-2022 được phát hành": false,
	} {
		if got := gazette.MatchString(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Heads and feet that stand on many pages are left out and kept as metadata; what says something once stays.
func TestFurniture(t *testing.T) {
	pages := func(n int, extra func(i int) []Word) []*Page {
		var out []*Page
		for i := range n {
			out = append(out, &Page{Width: 595, Height: 842, Words: all(running(200), extra(i))})
		}
		return out
	}
	digit := func(i int) string { return string(rune('1' + i)) }
	cases := []struct {
		name  string
		pages []*Page
		gone  string
		stays string
	}{
		{"a head with a running number", pages(4, func(i int) []Word { return at(85, 40, 10, "Kế hoạch số 5 trang "+digit(i)) }), "Kế hoạch số 5", ""},
		{"a foot", pages(4, func(int) []Word { return at(85, 800, 10, "Văn phòng tỉnh") }), "Văn phòng tỉnh", ""},
		{"a long foot is a footnote", pages(4, func(int) []Word {
			return at(40, 800, 8, "Thông tư này có hiệu lực kể từ ngày 01 tháng 7 năm 2024 theo quy định")
		}), "", "Thông tư này có hiệu lực"},
		{"the same words in the middle of pages", pages(4, func(int) []Word { return at(85, 400, 14, "Văn phòng tỉnh") }), "", "Văn phòng tỉnh"},
		{"a heading on one page", pages(4, func(i int) []Word {
			if i == 2 {
				return at(85, 40, 14, "PHỤ LỤC")
			}
			return nil
		}), "", "PHỤ LỤC"},
		{"a head on two pages of two", pages(2, func(int) []Word { return at(85, 40, 10, "Mẫu số một") }), "", "Mẫu số một"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := Compose(c.pages)
			if c.gone != "" && (strings.Contains(text.Content, c.gone) || !strings.Contains(text.Meta["furniture"], c.gone)) {
				t.Errorf("%q is still there, metadata %q", c.gone, text.Meta)
			}
			if c.stays != "" && !strings.Contains(text.Content, c.stays) {
				t.Errorf("%q is gone from\n%s", c.stays, text.Content)
			}
		})
	}
}
