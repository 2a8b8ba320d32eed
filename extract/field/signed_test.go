package field

import "testing"

// TestSignatures holds the ends of papers that have no line of capitals for each part, or no office at all.
func TestSignatures(t *testing.T) {
	const head = "CHÍNH PHỦ\nSố: 9/NĐ-CP\n" + motto2 + "Hà Nội, ngày 5 tháng 6 năm 2001\nNGHỊ ĐỊNH\nVề một việc\nĐiều 1. Một.\n"
	for _, test := range []struct{ name, why, foot, want string }{
		{"an office in small letters", "the transcription keeps capitals for the power alone", "KT. THỦ TƯỚNG\n\nPhó Thủ tướng\n\n(Đã ký)\n\nLê Văn Bình", "Lê Văn Bình; Phó Thủ tướng; KT."},
		{"a council's head", "the collective's name runs over two lines", "TM. HỘI ĐỒNG NHÀ NƯỚC\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nChủ tịch\n\nLÊ VĂN BÌNH", "Lê Văn Bình; Chủ tịch; TM."},
		{"the old marks with a full stop", "\"T/M.\" and \"K/T.\" are the marks of the nineties", "T/M. CHÍNH PHỦ\nK/T. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n(Đã ký)\nLê Văn Bình", "Lê Văn Bình; Phó Thủ tướng; KT."},
		{"a name and the mark of signature", "decrees of 1946 bear no office", "Lê Văn Bình\n(Đã ký)", "Lê Văn Bình; ; "},
		{"both on one line", "the mark stands behind the name", "| Lê Văn Bình (Đã ký)\n|", "Lê Văn Bình; ; "},
		{"a name of one's own choice", "no family name begins it", "Trường Chinh\n(Đã ký)", "Trường Chinh; ; "},
		{"the mark between office and name", "no capitals at all", "Phó Chủ tịch Hội đồng Bộ trưởng\n\n(Đã ký)\n\nLê Văn Bình", "Lê Văn Bình; Phó Chủ tịch Hội đồng Bộ trưởng; "},
		{"a mark without a name", "nobody is named", "Các Bộ trưởng thi hành\n(Đã ký)", "-"},
		{"a name without a mark", "a name alone may be anybody's", "Lê Văn Bình", "-"},
		{"an annex behind the signature", "\"./.\" ends the paper, whatever numbers follow", "Điều 2. Thi hành./.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nLê Văn Bình\n\nĐIỂU LỆ\nHỘI CỰU GIÁO CHỨC\nChương 1:\nTÊN GỌI\nĐiều 1. Tên gọi.\nĐiều 2. Hội.", "Lê Văn Bình; Thủ tướng; TM."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := plainHeader(extract(head + test.foot)).signer; got != test.want {
				t.Errorf("%s\ngot  %q\nwant %q", test.why, got, test.want)
			}
		})
	}
}

func TestOfficeInSmall(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"Chủ tịch", true}, {"Phó Thủ tướng", true}, {"Bộ trưởng Bộ Y tế", true}, {"Thứ trưởng", true},
		{"Lê Văn Bình", false}, {"Phó Thủ tướng Lê Văn Bình", false}, {"Chủ tịch, các Phó Chủ tịch", false},
		{"Giám đốc các sở có trách nhiệm thi hành", false}, {"thi hành", false}, {"", false},
	} {
		if got := officeInSmall(test.in); got != test.want {
			t.Errorf("%q: %v", test.in, got)
		}
	}
}

// TestReports holds what sites write of a paper: its number is never the page's own.
func TestReports(t *testing.T) {
	for _, test := range []struct{ name, content, kind string }{
		{"a day and an issuer", "Tiếp tục phòng dịch\n\nNgày 16/4/2020 Ủy ban nhân dân tỉnh ban hành Chỉ thị số 11/CT-UBND về việc phòng dịch\n\nXem chi tiết tại đây", "tin_bai"},
		{"an issuer alone", "Kế hoạch mới\n\nUBND tỉnh ban hành Kế hoạch thực hiện Quyết định số 92/QĐ-TTg ngày 10/9/2021 của Thủ tướng Chính phủ.", "tin_bai"},
		{"the paper's agency before it", "BHG - Ngày 23.5, Chủ tịch UBND tỉnh đã có Công điện số 43/CĐ-CTUBND về việc phòng dịch.", "tin_bai"},
		{"no report", "Ngày 23 tháng 5 trời mưa to.\nCác xã đã gặt xong.", "khac"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := plainHeader(extract(test.content))
			if got.kind != test.kind || got.symbol != "-" || got.issuer != "-" {
				t.Errorf("%+v, want the kind %s and no number", got, test.kind)
			}
		})
	}
}
