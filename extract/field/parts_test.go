package field

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestTidySymbol(t *testing.T) {
	for _, test := range []struct{ in, want, covers string }{
		{"02 /CT-VKSTC", "02/CT-VKSTC", "02 /CT-VKSTC"},
		{"02/ CT - VKSTC ", "02/CT-VKSTC", "02/ CT - VKSTC"},
		{"02/CT–VKSTC", "02/CT-VKSTC", "02/CT–VKSTC"},
		{"34 - CT/TW", "34-CT/TW", "34 - CT/TW"},
		{"17/NQ- CP.", "17/NQ-CP", "17/NQ- CP"},
		{"45/2019/QH14", "45/2019/QH14", "45/2019/QH14"},
		{"566/TTg", "566/TTg", "566/TTg"},
		{"5/BNN&MT", "5/BNN&MT", "5/BNN&MT"},
		{"16/7/2021", "", ""},
		{"12/", "", ""},
		{"", "", ""},
	} {
		got, n := tidySymbol(test.in)
		if got != test.want || test.in[:n] != test.covers {
			t.Errorf("tidySymbol(%q) = %q over %q, want %q over %q", test.in, got, test.in[:n], test.want, test.covers)
		}
	}
}

func TestAlone(t *testing.T) {
	for _, yes := range []string{"", "BỘ Y TẾ ", "| ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 5 tháng 4 năm 2020", "Độc lập - Tự do - Hạnh phúc"} {
		if !alone(yes) {
			t.Errorf("%q does not stand alone", yes)
		}
	}
	for _, no := range []string{"Nghị định ", "- Luật ", "của Chính phủ", "ngày 5 tháng 4 năm 2020 của Chính phủ"} {
		if alone(no) {
			t.Errorf("%q stands alone", no)
		}
	}
}

func TestISODate(t *testing.T) {
	for _, test := range []struct{ y, m, d, want string }{
		{"2022", "12", "27", "2022-12-27"}, {"2024", "2", "29", "2024-02-29"}, {"2023", "2", "29", ""}, {"2023", "13", "1", ""},
		{"2023", "0", "1", ""}, {"1899", "1", "1", ""}, {"2101", "1", "1", ""}, {"x", "1", "1", ""}, {"2023", "4", "31", ""},
	} {
		if got := isoDate(test.y, test.m, test.d); got != test.want {
			t.Errorf("isoDate(%s, %s, %s) = %q, want %q", test.y, test.m, test.d, got, test.want)
		}
	}
}

func TestAnyDay(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2026-05-26", "2026-05-26"}, {"2026-05-26 00:00:00 +0700", "2026-05-26"}, {"26/05/2026", "2026-05-26"}, {"8-6-2026", "2026-06-08"},
		{"08 tháng 6 năm 2026", "2026-06-08"}, {"ngày 08 tháng 6 năm 2026", "2026-06-08"}, {"tháng 6 năm 2026", ""},
		{"26/05/2026 (riêng Điều 2: 01/07/2026)", ""}, {"", ""},
	} {
		if got := anyDay(test.in); got != test.want {
			t.Errorf("anyDay(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for _, test := range []struct{ in, kind, name string }{
		{"CHỈ THỊ", "chi_thi", "CHỈ THỊ"},
		{"CHÍ THỊ", "chi_thi", "CHÍ THỊ"},
		{"**KẾ  HOẠCH**", "ke_hoach", "**KẾ  HOẠCH"},
		{"THÔNG TƯ LIÊN TỊCH", "thong_tu_lien_tich", "THÔNG TƯ LIÊN TỊCH"},
		{"NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ", "nghi_quyet", "NGHỊ QUYẾT"},
		{"BỘ LUẬT LAO ĐỘNG", "bo_luat", "BỘ LUẬT"},
		{"Nghị định", "nghi_dinh", "Nghị định"},
		{"BÁO CÁO:", "bao_cao", "BÁO CÁO"},
		{"BÁO CHÍ", "", ""},
		{"LUẬTX", "", ""},
		{"", "", ""},
	} {
		k, n := kindOf(test.in)
		if k.Value != test.kind || test.in[:n] != test.name {
			t.Errorf("kindOf(%q) = %q over %q", test.in, k.Value, test.in[:n])
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"Hà Nội, ngày 5 tháng 4 năm 2020", "Hà Nội"},
		{"TP. Hồ Chí Minh, ngày 5 tháng 4 năm 2020", "TP. Hồ Chí Minh"},
		{"Bà Rịa - Vũng Tàu, ngày 5 tháng 4 năm 2020", "Bà Rịa - Vũng Tàu"},
		{"Hà\u00a0Nội,\u00a0ngày\u00a05\u00a0tháng\u00a04\u00a0năm\u00a02020", "Hà Nội"},
		{"Số: 1/KH-BYT Hà Nội, ngày 5 tháng 4 năm 2020", "Hà Nội"},
		{"Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 5 tháng 4 năm 2020", "Hà Nội"},
		{"Hà Nội, ngày    tháng   năm 2024", "Hà Nội"},
		{"ngày 5 tháng 4 năm 2020", "-"},
	} {
		got := value(extract("BỘ Y TẾ\n" + motto2 + test.line + "\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một.").Place)
		if got != test.want {
			t.Errorf("%q: place %q, want %q", test.line, got, test.want)
		}
	}
}

func TestNews(t *testing.T) {
	const story = "Ngày 29/11/2023, Khối thi đua tổ chức Hội nghị tổng kết công tác.\n\nTham dự có lãnh đạo các đơn vị theo Chỉ thị số 02/CT-VKSTC ngày 27/12/2022.\n"
	const headline = "Khối thi đua tổng kết công tác năm 2023"
	for _, test := range []struct{ name, content, kind, date, title string }{
		{"dateline with the hour", headline + "\n\n30/11/2023 13:35\n\n" + story, "tin_bai", "2023-11-30", headline},
		{"dateline with the weekday", headline + "\n\nThứ Năm, 30/11/2023 | 13:35\n\n" + story, "tin_bai", "2023-11-30", headline},
		{"hour first", headline + "\n\n13:35 ngày 30/11/2023\n\n" + story, "tin_bai", "2023-11-30", headline},
		{"day of posting", headline + "\n\nNgày đăng: 30-11-2023\n\n" + story, "tin_bai", "2023-11-30", headline},
		{"only a byline", story + "\nPV\n", "tin_bai", "-", "-"},
		{"only a site", "(kiemsat.vn)\n\n" + story, "tin_bai", "-", "-"},
		{"the day of an event is not the page's", story + "\n(0) Bình luận\n", "tin_bai", "-", "-"},
		{"a letter reported in small letters", "Tối ngày 15/4, UBND tỉnh Sông Lam đã ban hành công văn hỏa tốc số 228/UBND-VX yêu cầu phòng dịch.\n", "tin_bai", "-", "-"},
		{"a telegram reported with its hour", "Hồi 9h00 ngày 15/9/2014, Bộ Y tế đã ban hành Công điện số 89 CĐ/BYT yêu cầu các Sở trực.\n", "tin_bai", "-", "-"},
		{"a source named", story + "\nNguồn tin: Đài Sông Lam\n", "tin_bai", "-", "-"},
		{"running text and nothing else", story, "khac", "-", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := plainHeader(extract(test.content))
			want := wanted{test.kind, "-", "-", test.date, "-", test.title, "-"}
			if got != want {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

func TestIssuerFromText(t *testing.T) {
	for _, test := range []struct{ name, content, issuer, method string }{
		{"it speaks of itself", "KẾ HOẠCH\nVề thi đua\n\nCăn cứ Kế hoạch số 1/KH-BNV của Bộ Nội vụ, Bộ Y tế xây dựng Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Một.", "Bộ Y tế", "opening"},
		{"with its abbreviation inside the name", "KẾ HOẠCH\nVề thi đua\n\nThực hiện Chỉ thị, Viện kiểm sát nhân dân (VKSND) tối cao xây dựng Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Một.", "Viện kiểm sát nhân dân tối cao", "opening"},
		{"its leaders are recipients", "BÁO CÁO\nKết quả\nI. KẾT QUẢ\n1. Một.\nNơi nhận:\n- Bộ Nội vụ;\n- Lãnh đạo Bộ Y tế;\n- Lưu: VT.", "Bộ Y tế", "recipients"},
		{"a unit completed by the place named most", "BÁO CÁO\nKết quả\nI. KẾT QUẢ\n1. VKSND tỉnh Sơn La đã phát động. VKSND tỉnh Lai Châu dự. VKSND tỉnh Sơn La khen.\nNơi nhận:\n- Lãnh đạo VKSND tỉnh;\n- Lưu: VT.", "Viện kiểm sát nhân dân tỉnh Sơn La", "recipients"},
		{"by its number", "Số: 2/CT-VKSTC\nCHỈ THỊ\nVề thi đua\n1. Một.", "Viện kiểm sát nhân dân tối cao", "symbol"},
		{"a code that many share does not decide", "Số: 2/CT-UBND\nCHỈ THỊ\nVề thi đua\n1. Một.", "", ""},
		{"nobody", "KẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Bộ Y tế chủ trì.", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(test.content)
			name, method := "", ""
			if h.Issuer != nil {
				name, method = h.Issuer.Value, h.Issuer.Method
			}
			if name != test.issuer || method != test.method {
				t.Errorf("issuer %q by %q, want %q by %q", name, method, test.issuer, test.method)
			}
		})
	}
}

// TestIssuersOfOthers holds openings in which another body than the paper's own is said to issue something.
func TestIssuersOfOthers(t *testing.T) {
	for _, opening := range []string{
		"Căn cứ Quyết định số 19/QĐ-BYT của Bộ Y tế ban hành Quy chế mẫu;",
		"Theo Kế hoạch năm nay do Bộ Y tế ban hành, các đơn vị thi đua.",
		"Thực hiện Hướng dẫn của Bộ Y tế ban hành năm nay, các đơn vị thi đua.",
	} {
		if h := extract("KẾ HOẠCH\nVề thi đua\n\n" + opening + "\n\nI. MỤC ĐÍCH\n1. Một."); h.Issuer != nil {
			t.Errorf("%q gives %q", opening, h.Issuer.Value)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	const front = "---\nso_hieu: \"185/2026/NĐ-CP\"\nngay_ban_hanh: 26/05/2026\n---\n"
	content := front + "# Chương I\n\nĐiều 1. Phạm vi\n"
	src := &document.Text{
		Content: content, Wrapped: true, Furniture: []document.Range{{End: len(front)}},
		Meta: map[string]string{"so_hieu": "185/2026/NĐ-CP", "ngay_ban_hanh": "26/05/2026", "co_quan_ban_hanh": "Chính phủ", "title": "x"},
	}
	h := extractText(src)
	if value(h.Symbol) != "185/2026/NĐ-CP" || value(h.IssuedOn) != "2026-05-26" || h.Issuer == nil || h.Issuer.Value != "Chính phủ" {
		t.Fatalf("header %+v", plainHeader(h))
	}
	if h.Symbol.Method != "front matter" || h.Symbol.Span == nil || h.Symbol.Span.Exact != h.Symbol.Value {
		t.Errorf("symbol %+v", h.Symbol)
	}
	delete(src.Meta, "so_hieu")
	if h := extractText(src); h.Symbol != nil || h.Issuer == nil || h.Issuer.Span != nil {
		t.Errorf("a value that the block does not hold: symbol %+v, issuer %+v", h.Symbol, h.Issuer)
	}
	own := "BỘ Y TẾ\nSố: 7/2026/TT-BYT\n" + motto2 + "Hà Nội, ngày 1 tháng 2 năm 2026\nTHÔNG TƯ\nVề thi đua\n"
	src.Content = strings.Replace(content, "# Chương I", own+"# Chương I", 1)
	if got := plainHeader(extractText(src)); got.symbol != "7/2026/TT-BYT" || got.date != "2026-02-01" || got.issuer != "Bộ Y tế" {
		t.Errorf("front matter went before the paper's own words: %+v", got)
	}
}

func TestConsolidatedText(t *testing.T) {
	h := extract("VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH\n" + motto2 + "QUYẾT ĐỊNH\nVề cơ chế tài chính\nQuyết định số 60/2015/QĐ-TTg ngày 27 tháng 11 năm 2015 có hiệu lực.\nĐiều 1. Một")
	if got := plainHeader(h); got.kind != "van_ban_hop_nhat" || got.issuer != "Bộ Tài chính" || got.symbol != "-" || got.date != "-" {
		t.Errorf("%+v", got)
	}
}

func TestMisreadIssuer(t *testing.T) {
	got := plainHeader(extract("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTĨNH QUANG NGÁÀI Độc lập - Tự do - Hạnh phúc\nCHỈ THỊ\nVề thi đua\n1. Một."))
	if got.issuer != "Ủy ban nhân dân tỉnh Quảng Ngãi" {
		t.Errorf("issuer %q", got.issuer)
	}
	for _, test := range []struct {
		a, b string
		want int
	}{{"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "ab", 1}, {"abc", "xyz", 3}, {"", "ab", 2}, {"a", "abcdef", misreadLetters + 1}} {
		if d := distance(test.a, test.b); d != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, d, test.want)
		}
	}
}

func TestNameBesideRecipients(t *testing.T) {
	h := extract("CHỈ THỊ\nVề thi đua\n1. Một.\nNơi nhận:\n- Bộ Y tế;\n- UBND các huyện; Trần Ngọc Anh\n- Lưu: VT")
	if h.Signer == nil || h.Signer.Value != "Trần Ngọc Anh" || h.Signer.Confidence > guessed {
		t.Errorf("signer %+v", h.Signer)
	}
}

func TestEmpty(t *testing.T) {
	for _, content := range []string{"", "\n \n", "---\n---\n"} {
		h := extract(content)
		if h.Symbol != nil || h.Issuer != nil || h.Title != nil || h.Signer != nil || len(h.Recipients) > 0 {
			t.Errorf("%q: %+v", content, h)
		}
	}
}
