package layout

import (
	"slices"
	"testing"
)

// The letterhead and the signature block are read column by column; whatever else stands in two columns, along its rows.
func TestReadingOrder(t *testing.T) {
	cases := []struct {
		name  string
		words []Word
		want  []string
	}{
		{
			"a letterhead",
			all(at(80, 100, 12, "TỈNH LAM GIANG"), at(280, 100, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
				at(80, 115, 12, "Số: 07/CT-UBND"), at(320, 115, 12, "Độc lập - Tự do - Hạnh phúc"), at(85, 200, 14, "các tuyến kênh trên địa bàn phải được rà soát trước mùa mưa")),
			[]string{"TỈNH LAM GIANG", "Số: 07/CT-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "các tuyến kênh trên địa bàn phải được rà soát trước mùa mưa"},
		},
		{
			"a letterhead of the Party",
			all(at(80, 100, 12, "TỈNH ỦY LAM GIANG"), at(320, 100, 12, "ĐẢNG CỘNG SẢN VIỆT NAM"), at(100, 115, 12, "Số 5-CT/TU"), at(300, 120, 12, "Lam Giang, ngày 2 tháng 5 năm 2024")),
			[]string{"TỈNH ỦY LAM GIANG", "Số 5-CT/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Lam Giang, ngày 2 tháng 5 năm 2024"},
		},
		{
			"a signature block",
			all(at(85, 100, 11, "Nơi nhận:"), at(350, 100, 13, "TM. ỦY BAN NHÂN DÂN"), at(85, 115, 11, "- Như trên;"), at(380, 116, 13, "CHỦ TỊCH"),
				at(85, 128, 11, "- Lưu: VT."), at(370, 180, 13, "Nguyễn Văn An")),
			[]string{"Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An"},
		},
		{
			"two columns of anything else",
			all(at(80, 100, 12, "lúa"), at(350, 100, 12, "mười tấn"), at(80, 120, 12, "ngô"), at(350, 120, 12, "hai tấn")),
			[]string{"lúa mười tấn", "ngô hai tấn"},
		},
		{
			"a motto alone in the middle",
			all(at(180, 100, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), at(200, 115, 12, "Độc lập - Tự do - Hạnh phúc")),
			[]string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"},
		},
		{"one line", at(80, 100, 12, "Số: 5 Nơi nhận:"), []string{"Số: 5 Nơi nhận:"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(readingOrder(c.words, 595)); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestNarrow(t *testing.T) {
	whole := []gap{{100, 400}}
	cases := []struct {
		name   string
		x0, x1 float64
		want   []gap
	}{
		{"a word beside it", 10, 90, []gap{{100, 400}}},
		{"a word at its left end", 90, 150, []gap{{150, 400}}},
		{"a word in the middle", 200, 250, []gap{{100, 200}, {250, 400}}},
		{"a word near its end leaves too little", 104, 150, []gap{{150, 400}}},
		{"a word near its right end leaves too little", 350, 396, []gap{{100, 350}}},
		{"a word over all of it", 50, 500, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := narrow(whole, []Word{{X0: c.x0, X1: c.x1, Size: 10}}); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
