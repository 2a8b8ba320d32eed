package field

import "testing"

// TestIssuers goes through the kinds of bodies that issue papers, each in the letterhead that it prints.
func TestIssuers(t *testing.T) {
	for _, test := range []struct{ name, why, lines, number, want string }{
		{
			"a ministry", "one line, in capitals",
			"BỘ KHOA HỌC VÀ CÔNG NGHỆ", "9/KH-BKHCN", "Bộ Khoa học và Công nghệ",
		},
		{
			"a department of a ministry", "the body above stands on the first line and is not the issuer",
			"BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ", "9/KH-TCT", "Tổng cục Thuế",
		},
		{
			"a province", "the rank opens the second line",
			"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", "9/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn",
		},
		{
			"a city", "the old place of the tone mark",
			"UỶ BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG", "9/KH-UBND", "Ủy ban nhân dân thành phố Đà Nẵng",
		},
		{
			"a province abbreviated", "\"UBND TỈNH\" is written out",
			"UBND TỈNH LẠNG SƠN", "9/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn",
		},
		{
			"a council", "the council and the committee of one province are two bodies",
			"HỘI ĐỒNG NHÂN DÂN\nTỈNH LẠNG SƠN", "9/KH-HĐND", "Hội đồng nhân dân tỉnh Lạng Sơn",
		},
		{
			"a department of a province", "its full name bears the province of the line above",
			"UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "9/KH-SNV", "Sở Nội vụ tỉnh Lạng Sơn",
		},
		{
			"a district", "districts are not in the register; the name is taken as it stands",
			"ỦY BAN NHÂN DÂN\nHUYỆN CAO LỘC", "9/KH-UBND", "Ủy ban nhân dân huyện Cao Lộc",
		},
		{
			"a commune under its district", "the lowest line issues",
			"UBND HUYỆN CAO LỘC\nUBND XÃ GIA CÁT", "9/KH-UBND", "UBND xã Gia Cát",
		},
		{
			"the procuracy of a province", "three words of rank before the name",
			"VIỆN KIỂM SÁT NHÂN DÂN\nTỈNH LẠNG SƠN", "9/KH-VKS", "Viện kiểm sát nhân dân tỉnh Lạng Sơn",
		},
		{
			"the supreme procuracy", "\"TỐI CAO\" stands on a line of its own",
			"VIỆN KIỂM SÁT NHÂN DÂN\nTỐI CAO", "9/KH-VKSTC", "Viện kiểm sát nhân dân tối cao",
		},
		{
			"the supreme court", "the court's council has a name of its own",
			"TÒA ÁN NHÂN DÂN TỐI CAO", "9/KH-TANDTC", "Tòa án nhân dân tối cao",
		},
		{
			"the unions", "a body of the country that is none of the State",
			"TỔNG LIÊN ĐOÀN LAO ĐỘNG\nVIỆT NAM", "9/KH-TLĐ", "Tổng Liên đoàn Lao động Việt Nam",
		},
		{
			"a bank", "the name runs over three lines",
			"NGÂN HÀNG\nNHÀ NƯỚC\nVIỆT NAM", "9/KH-NHNN", "Ngân hàng Nhà nước Việt Nam",
		},
		{
			"an office", "the office of a body is a body",
			"VĂN PHÒNG CHÍNH PHỦ", "9/KH-VPCP", "Văn phòng Chính phủ",
		},
		{
			"a social insurance", "it is under a ministry since 2025 and was under the Government before",
			"BẢO HIỂM XÃ HỘI VIỆT NAM", "9/KH-BHXH", "Bảo hiểm xã hội Việt Nam",
		},
		{
			"a place whose committee is lost", "\"UBND\" of the number tells what stood above",
			"THỊ TRẤN NÚI ĐÔI", "9/KH-UBND", "Ủy ban nhân dân thị trấn Núi Đôi",
		},
		{
			"a place alone", "letters that are no local body's complete nothing",
			"THỊ TRẤN NÚI ĐÔI", "9/KH-BCĐ", "-",
		},
		{
			"a division of a district", "every district has the same divisions",
			"UBND HUYỆN CAO LỘC\nPHÒNG TƯ PHÁP", "9/KH-PTP", "Phòng Tư pháp huyện Cao Lộc",
		},
		{
			"a tax office of a province", "the short word for a city is written out",
			"TỔNG CỤC THUẾ\nCỤC THUẾ TP. ĐÀ NẴNG", "9/KH-CT", "Cục Thuế thành phố Đà Nẵng",
		},
		{
			"an annex without its paper", "the annex is headed like a paper",
			"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nDANH MỤC\nCÁC XÃ ĐƯỢC HỖ TRỢ", "9/KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn",
		},
		{
			"a commune on the day after the district level ended", "the commune is directly under its province",
			"TỈNH LẠNG SƠN\nỦY BAN NHÂN DÂN XÃ CAO LỘC", "9/KH-UBND", "Ủy ban nhân dân xã Cao Lộc",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(test.lines + "\nSố: " + test.number + "\n" + motto2 + "Hà Nội, ngày 09 tháng 9 năm 2019\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một.")
			if got := plainHeader(h).issuer; got != test.want {
				t.Errorf("%s\ngot  %q\nwant %q", test.why, got, test.want)
			}
		})
	}
}

// TestJointIssuers holds joint papers: dashes or lines part the issuers, and their order is that of the letterhead.
func TestJointIssuers(t *testing.T) {
	for _, test := range []struct{ name, lines, number, want string }{
		{"dashes", "BỘ CÔNG AN - BỘ QUỐC PHÒNG", "5/2013/TTLT-BCA-BQP", "Bộ Công an, Bộ Quốc phòng"},
		{"dashes without blanks", "BỘ NỘI VỤ-TÒA ÁN NHÂN DÂN TỐI CAO", "5/TTLN", "Bộ Nội vụ, Tòa án nhân dân tối cao"},
		{"four of them", "BỘ CÔNG AN - BỘ QUỐC PHÒNG - TÒA ÁN NHÂN DÂN TỐI CAO - VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "5/2013/TTLT-BCA-BQP-TANDTC-VKSNDTC", "Bộ Công an, Bộ Quốc phòng, Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao"},
		{"lines", "TÒA ÁN NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "1-TANDTC-VKSNDTC/TTLT", "Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao"},
		{"lines that end in a dash", "BỘ NỘI VỤ -\nBỘ TÀI CHÍNH", "5/2012/TTLT-BNV-BTC", "Bộ Nội vụ, Bộ Tài chính"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(test.lines + "\nSố: " + test.number + "\n" + motto2 + "Hà Nội, ngày 09 tháng 9 năm 2013\nTHÔNG TƯ LIÊN TỊCH\nVề thi đua\nĐiều 1. Một.")
			got := plainHeader(h)
			if got.issuer != test.want || got.kind != "thong_tu_lien_tich" {
				t.Errorf("got %q (%s), want %q", got.issuer, got.kind, test.want)
			}
		})
	}
}

// TestCutNames holds letterheads of which a part of the issuer's name is lost: the letters of the number, the lines below
// or who decides complete it, or there is none.
func TestCutNames(t *testing.T) {
	for _, test := range []struct{ name, lines, number, above, want string }{
		{"the second line is lost", "BỘ VĂN HÓA, THỂ THAO VÀ", "4/2019/TT-BVHTTDL", "", "Bộ Văn hóa, Thể thao và Du lịch"},
		{"the conjunction on a line of its own", "BỘ KHOA HỌC\nVÀ", "4/2019/TT-BKHCN", "", "Bộ Khoa học và Công nghệ"},
		{"three lines", "BỘ KHOA HỌC\nVÀ\nCÔNG NGHỆ", "4/2019/TT-X", "", "Bộ Khoa học và Công nghệ"},
		{"a hyphen at the end", "BỘ LAO ĐỘNG -", "4/2019/TT-BLĐTBXH", "", "Bộ Lao động - Thương binh và Xã hội"},
		{"shorter than the letters of the number", "BỘ NÔNG NGHIỆP", "4/2019/TT-BNNPTNT", "", "Bộ Nông nghiệp và Phát triển nông thôn"},
		{"who decides has the whole name", "BỘ KHOA HỌC VÀ", "4/2019/TT-X", "BỘ TRƯỞNG BỘ KHOA HỌC VÀ CÔNG NGHỆ\nCăn cứ Luật Thi đua;\n", "Bộ Khoa học và Công nghệ"},
		{"nothing completes it", "BỘ NÔNG NGHIỆP VÀ", "4/2019/TT-X", "", "-"},
		{"an unknown body that is cut", "LIÊN ĐOÀN BÓNG BÀN VÀ", "4/2019/TT-X", "", "-"},
		{"joint papers that end in a hyphen", "BỘ NỘI VỤ-BỘ TÀI CHÍNH-", "4/2019/TT-X", "", "Bộ Nội vụ, Bộ Tài chính"},
		{"a whole name with a stroke behind it", "BỘ Y TẾ -", "4/2019/TT-X", "", "Bộ Y tế"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(test.lines + "\nSố: " + test.number + "\n" + motto2 + "Hà Nội, ngày 09 tháng 9 năm 2019\nTHÔNG TƯ\nVề thi đua\n" + test.above + "Điều 1. Một.")
			if got := plainHeader(h).issuer; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestKnownName(t *testing.T) {
	r := &reader{reg: defaultRegister()}
	for _, test := range []struct{ in, want string }{
		{"BỘ Y TẾ QUY ĐỊNH VỀ THUỐC", "BỘ Y TẾ"},
		{"ỦY BAN THƯỜNG VỤ QUỐC HỘI QUY ĐỊNH", "ỦY BAN THƯỜNG VỤ QUỐC HỘI"},
		{"QUỐC HỘI", "QUỐC HỘI"},
		{"MỘT HỘI ĐỒNG NÀO ĐÓ", ""},
		{"", ""},
	} {
		if got := test.in[:r.knownName(test.in)]; got != test.want {
			t.Errorf("knownName(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestFragments(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"F", true}, {"/TB-UBND", true}, {"UB", true}, {"12", true},
		{"BỘ Y TẾ", false}, {"VÀ", false}, {"SỞ", true}, {"UBND TỈNH A/B", false}, {"BỘ Y TẾ/CỤC", false},
	} {
		if got := fragment(test.in); got != test.want {
			t.Errorf("fragment(%q) = %v", test.in, got)
		}
	}
}

func TestNaturalCaseOfPlaces(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"TÒA ÁN NHÂN DÂN TP.CAO LÃNH", "Tòa án nhân dân TP. Cao Lãnh"},
		{"ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", "Ủy ban nhân dân huyện Cao Lộc"},
		{"ỦY BAN NHÂN DÂN QUẬN 9", "Ủy ban nhân dân quận 9"},
		{"BÍ THƯ THƯỜNG TRỰC", "Bí thư Thường trực"},
		{"Phòng Tổ chức cán bộ", "Phòng Tổ chức cán bộ"},
		{"", ""},
	} {
		if got := naturalCase(test.in); got != test.want {
			t.Errorf("naturalCase(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
