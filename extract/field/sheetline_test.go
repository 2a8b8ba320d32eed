package field

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPropertiesIn(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"two on a line", "Số hiệu: 43-TTg Loại văn bản: Chỉ thị", "kind=Chỉ thị symbol=43-TTg"},
		{"no blank between them", "Cơ quan ban hành: Bộ Y tếSố công báo:Đang cập nhật", "issuer=Bộ Y tế"},
		{"a heading right behind the value", "Loại văn bản:Thông tưNgười ký:Lê Văn Bình", "kind=Thông tư signer=Lê Văn Bình"},
		{"days of effect are others", "Ngày ban hành: 30/05/2013 Ngày hiệu lực: 15/07/2013", "date=30/05/2013"},
		{"what a site does not know", "Ngày ban hành: Đang cập nhật Số hiệu: 5/QĐ-BYT", "symbol=5/QĐ-BYT"},
		{"a bullet before it", "  • Số hiệu văn bản: 102/2006/QĐ-UBND", "symbol=102/2006/QĐ-UBND"},
		{"a court", "Tòa án xét xử: Tòa án nhân dân khu vực 1 - Sơn La", "court=Tòa án nhân dân khu vực 1 - Sơn La"},
		{"without a colon", "Số hiệu 76/2025/UBTVQH15", "symbol=76/2025/UBTVQH15"},
		{"without a colon, with a slash", "Số / ký hiệu 1/2016/QH14", "symbol=1/2016/QH14"},
		{"a sentence that begins alike", "Người ký văn bản chịu trách nhiệm về nội dung của văn bản đó.", ""},
		{"a heading in the middle of a sentence", "Mỗi văn bản ghi rõ Số hiệu: 5/QĐ-BYT", ""},
		{"no heading", "Căn cứ Luật Giá: Điều 5", ""},
		{"nothing", "", ""},
	} {
		found := propertiesIn(test.in)
		var got []string
		for _, what := range slices.Sorted(maps.Keys(found)) {
			got = append(got, what+"="+found[what].In(test.in))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %q, want %q", test.name, s, test.want)
		}
	}
}

func TestPropertiesStandInTheLine(t *testing.T) {
	piece := rapid.SampledFrom([]string{"Số hiệu: ", "Người ký:", "Loại văn bản: ", "Ngày ký:", "5/QĐ-BYT", " ", "|", "Lê Văn Bình", "Tình trạng: ", "\u00a0", "•"})
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "")
		for what, r := range propertiesIn(line) {
			if r.Start < 0 || r.End > len(line) || r.Empty() {
				t.Fatalf("%s of %q at %v", what, line, r)
			}
			if value := r.In(line); value != strings.TrimSpace(value) || slices.Contains(untold, value) {
				t.Fatalf("%s of %q is %q", what, line, value)
			}
		}
	})
}

// TestSheetsOfPages holds papers of which a site tells more than their own text does.
func TestSheetsOfPages(t *testing.T) {
	runForms(t, []form{
		{
			name:    "a sheet on running lines",
			why:     "the page's table is lost; the text has neither kind nor issuer",
			content: "Số hiệu: 43-TTg Loại văn bản: Chỉ thị\nNơi ban hành: Thủ tướng Chính phủ Người ký: Lê Văn Bình\nNgày ban hành: 22/01/1996 Ngày hiệu lực: Đã biết\n\nĐộc lập - Tự do - Hạnh phúc\nSố: 43-TTg\nHà Nội, ngày 22 tháng 1 năm 1996\n\nTrong mấy năm gần đây, kết quả chưa vững chắc.\n1/ Tập trung mọi nguồn lực.",
			want:    wanted{"chi_thi", "43-TTg", "Thủ tướng Chính phủ", "1996-01-22", "Hà Nội", "-", "Lê Văn Bình; ; "},
		},
		{
			name:    "a sheet without its paper",
			why:     "an old number without a slash counts where the sheet says that it is one",
			content: "Số hiệu 302-LN/KL\nNgày ban hành 12/08/1991\nLoại văn bản Quyết định\nTrạng thái Hết hiệu lực toàn bộ\n\nQuyết định ban hành thể lệ quản lý và sử dụng búa kiểm lâm, có hiệu lực từ 1/1/1992.",
			want:    wanted{"quyet_dinh", "302-LN/KL", "-", "1991-08-12", "-", "-", "-"},
		},
		{
			name:    "the label twice",
			why:     "heading and value both say \"Số\"",
			content: "Số hiệu: Số 10/2013/TT-BYT\nLoại văn bản: Thông tư\nNgày ban hành: 08/05/2013\nCơ quan ban hành: Bộ Y tế\nThời gian bắt đầu hiệu lực 01/07/2013",
			want:    wanted{"thong_tu", "10/2013/TT-BYT", "Bộ Y tế", "2013-05-08", "-", "-", "-"},
		},
		{
			name:    "a sheet without colons",
			why:     "the unit that issued the paper is its issuer",
			content: "Số/ Ký hiệu 27/2016/TT-BXD\nNgày ban hành 15/12/2016\nĐơn vị ban hành Bộ Xây dựng\nQuy định chi tiết một số điều.",
			want:    wanted{"thong_tu", "27/2016/TT-BXD", "Bộ Xây dựng", "2016-12-15", "-", "-", "-"},
		},
		{
			name:    "four columns",
			why:     "two properties a row",
			content: "Cơ quan ban hành: | Bảo hiểm xã hội Việt Nam | Số công báo: | Đang cập nhật |\nSố hiệu: | 37/BHXH-CNTT | Ngày đăng công báo: | Đang cập nhật |\nLoại văn bản: | Công văn | Người ký: | Lê Văn Bình |\nNgày ban hành: | 25/11/2020 | Hết hiệu lực: | Đang cập nhật |\nKính gửi các đơn vị trực thuộc.",
			want:    wanted{"cong_van", "37/BHXH-CNTT", "Bảo hiểm xã hội Việt Nam", "2020-11-25", "-", "-", "Lê Văn Bình; ; "},
		},
		{
			name:    "a judgment's sheet",
			why:     "the court is no body of the register; its name is taken as it stands",
			content: "| Cấp xét xử: | Sơ thẩm |\n| Tòa án xét xử: | Tòa án nhân dân khu vực 2 - Sơn La, tỉnh Sơn La |\n| Số hiệu: | 34/2025/DS-ST |\n| Loại văn bản: | Bản án |\n| Ngày ban hành: | 15/08/2025 |\nBuộc bị đơn trả tiền.",
			want:    wanted{"ban_an", "34/2025/DS-ST", "Tòa án nhân dân khu vực 2 - Sơn La, tỉnh Sơn La", "2025-08-15", "-", "-", "-"},
		},
	})
}

func TestWholeNumber(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"43-TTg", true}, {"302-LN/KL", true}, {"76/2025/UBTVQH15", true}, {"5/BNN&MT", true}, {"12a/QĐ-UB(TH)", true},
		{"Không số", false}, {"12", false}, {"5/QĐ-BYT ngày 3", false}, {"số 5/QĐ-BYT", false}, {"", false},
	} {
		if got := wholeNumber.MatchString(test.in); got != test.want {
			t.Errorf("%q: %v", test.in, got)
		}
	}
}
