package citation

import "testing"

// TestNumbered covers mentions with a number in all their forms.
func TestNumbered(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "full form",
			why:  "the plainest mention: kind, number, date, issuer",
			text: "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ.",
			want: []string{
				"Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ | implements chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ",
			},
		},
		{
			name: "no word for number",
			why:  "\"số\" is often left out before a full symbol",
			text: "Thực hiện nghiêm Quyết định 1315/QĐ-TTg ngày 21 tháng 8 năm 2009 của Thủ tướng Chính phủ.",
			want: []string{
				"Quyết định 1315/QĐ-TTg ngày 21 tháng 8 năm 2009 của Thủ tướng Chính phủ | implements quyet_dinh 1315/QĐ-TTg 2009-08-21 Thủ tướng Chính phủ",
			},
		},
		{
			name: "date in words",
			why:  "the long form of the date",
			text: "Căn cứ Nghị quyết số 39/2012/QH13 ngày 23 tháng 11 năm 2012 của Quốc hội;",
			want: []string{
				"Nghị quyết số 39/2012/QH13 ngày 23 tháng 11 năm 2012 của Quốc hội | based_on nghi_quyet 39/2012/QH13 2012-11-23 Quốc hội",
			},
		},
		{
			name: "date with hyphens",
			why:  "Party papers write dates with hyphens",
			text: "Theo Quyết định số 31-QĐ/TW ngày 01-10-1997 của Bộ Chính trị.",
			want: []string{
				"Quyết định số 31-QĐ/TW ngày 01-10-1997 của Bộ Chính trị | cites quyet_dinh 31-QĐ/TW 1997-10-01 Bộ Chính trị",
			},
		},
		{
			name: "date with dots",
			why:  "some offices write dots",
			text: "Theo Công văn số 15/BTC-CST ngày 16.7.2021 của Bộ Tài chính.",
			want: []string{
				"Công văn số 15/BTC-CST ngày 16.7.2021 của Bộ Tài chính | cites cong_van 15/BTC-CST 2021-07-16 Bộ Tài chính",
			},
		},
		{
			name: "date behind a comma",
			why:  "the comma is common in the south",
			text: "Theo Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 của Chính phủ.",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 của Chính phủ | cites nghi_dinh 30/2020/NĐ-CP 2020-03-05 Chính phủ",
			},
		},
		{
			name: "date in brackets",
			why:  "the date may stand in brackets",
			text: "Theo Nghị định số 30/2020/NĐ-CP (ngày 05/3/2020) của Chính phủ.",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP (ngày 05/3/2020) của Chính phủ | cites nghi_dinh 30/2020/NĐ-CP 2020-03-05 Chính phủ",
			},
		},
		{
			name: "issuer before date",
			why:  "older papers put the issuer first",
			text: "Theo Nghị định số 85/2009/NĐ-CP của Chính phủ ngày 15/10/2009.",
			want: []string{
				"Nghị định số 85/2009/NĐ-CP của Chính phủ ngày 15/10/2009 | cites nghi_dinh 85/2009/NĐ-CP 2009-10-15 Chính phủ",
			},
		},
		{
			name: "two-digit year",
			why:  "papers of the nineties",
			text: "Theo Chỉ thị số 406-TTg ngày 08/8/94 của Thủ tướng Chính phủ.",
			want: []string{
				"Chỉ thị số 406-TTg ngày 08/8/94 của Thủ tướng Chính phủ | cites chi_thi 406-TTg 1994-08-08 Thủ tướng Chính phủ",
			},
		},
		{
			name: "month only",
			why:  "precision of a month is kept",
			text: "Theo Thông báo số 12/TB-VPCP tháng 8/2019 của Văn phòng Chính phủ.",
			want: []string{
				"Thông báo số 12/TB-VPCP tháng 8/2019 của Văn phòng Chính phủ | cites thong_bao 12/TB-VPCP 2019-08 Văn phòng Chính phủ",
			},
		},
		{
			name: "year only",
			why:  "precision of a year is kept",
			text: "Theo Quyết định số 38/QĐ-VKSTC năm 2022 của Viện trưởng VKSND tối cao.",
			want: []string{
				"Quyết định số 38/QĐ-VKSTC năm 2022 của Viện trưởng VKSND tối cao | cites quyet_dinh 38/QĐ-VKSTC 2022 Viện trưởng Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "impossible date",
			why:  "31 June is no date: null, not a guess",
			text: "Theo Chỉ thị số 05/CT-UBND ngày 31/6/2020 của Chủ tịch UBND tỉnh Sơn La.",
			want: []string{
				"Chỉ thị số 05/CT-UBND ngày 31/6/2020 của Chủ tịch UBND tỉnh Sơn La | cites chi_thi 05/CT-UBND - Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
			},
		},
		{
			name: "blank date",
			why:  "a blank in a form gives no date",
			text: "Căn cứ Thông tư số 12/2010/TT-BTC ngày     tháng     năm 2010 của Bộ Tài chính;",
			want: []string{
				"Thông tư số 12/2010/TT-BTC ngày     tháng     năm 2010 của Bộ Tài chính | based_on thong_tu 12/2010/TT-BTC - Bộ Tài chính",
			},
		},
		{
			name: "glued day",
			why:  "scans lose the blank after \"ngày\"",
			text: "Căn cứ Nghị định số 36/2012/NĐ-CP ngày18 tháng 4 năm 2012 của Chính phủ;",
			want: []string{
				"Nghị định số 36/2012/NĐ-CP ngày18 tháng 4 năm 2012 của Chính phủ | based_on nghi_dinh 36/2012/NĐ-CP 2012-04-18 Chính phủ",
			},
		},
		{
			name: "month as a word",
			why:  "old papers write the month out",
			text: "Theo Sắc lệnh số 04/SL ngày 20 tháng giêng năm 1950 của Chủ tịch nước.",
			want: []string{
				"Sắc lệnh số 04/SL ngày 20 tháng giêng năm 1950 của Chủ tịch nước | cites sac_lenh 04/SL 1950-01-20 Chủ tịch nước",
			},
		},
		{
			name: "Party number",
			why:  "hyphen before the code, slash after it",
			text: "Quán triệt, thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.",
			want: []string{
				"Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị | implements chi_thi 34-CT/TW 2014-04-07 Bộ Chính trị",
			},
		},
		{
			name: "Party number spaced",
			why:  "blanks around the first hyphen",
			text: "Theo Quyết định số 367 - QĐ/TWĐTN-VP ngày 30/7/2015 của Ban Bí thư Trung ương Đoàn.",
			want: []string{
				"Quyết định số 367 - QĐ/TWĐTN-VP ngày 30/7/2015 của Ban Bí thư Trung ương Đoàn | cites quyet_dinh 367-QĐ/TWĐTN-VP 2015-07-30 Ban Bí thư Trung ương Đoàn",
			},
		},
		{
			name: "National Assembly",
			why:  "the code of the Assembly names no kind: the word does",
			text: "Theo Luật số 45/2019/QH14 ngày 20/11/2019 của Quốc hội.",
			want: []string{
				"Luật số 45/2019/QH14 ngày 20/11/2019 của Quốc hội | cites luat 45/2019/QH14 2019-11-20 Quốc hội",
			},
		},
		{
			name: "Standing Committee",
			why:  "kind in the symbol and a year before it",
			text: "Căn cứ Nghị quyết số 295/2007/NQ-UBTVQH12 ngày 28/9/2007 của Ủy ban Thường vụ Quốc hội;",
			want: []string{
				"Nghị quyết số 295/2007/NQ-UBTVQH12 ngày 28/9/2007 của Ủy ban Thường vụ Quốc hội | based_on nghi_quyet 295/2007/NQ-UBTVQH12 2007-09-28 Ủy ban Thường vụ Quốc hội",
			},
		},
		{
			name: "joint circular",
			why:  "several bodies joined by dashes and \"và\"",
			text: "Theo Thông tư liên tịch số 119/2013/TTLT-BTC-BNV ngày 26/08/2013 của Bộ Tài chính và Bộ Nội vụ.",
			want: []string{
				"Thông tư liên tịch số 119/2013/TTLT-BTC-BNV ngày 26/08/2013 của Bộ Tài chính và Bộ Nội vụ | cites thong_tu_lien_tich 119/2013/TTLT-BTC-BNV 2013-08-26 Bộ Tài chính và Bộ Nội vụ",
			},
		},
		{
			name: "old joint circular",
			why:  "the code at the end",
			text: "Theo Thông tư liên tịch số 01-TANDTC-VKSNDTC/TTLT ngày 08/01/1988.",
			want: []string{
				"Thông tư liên tịch số 01-TANDTC-VKSNDTC/TTLT ngày 08/01/1988 | cites thong_tu_lien_tich 01-TANDTC-VKSNDTC/TTLT 1988-01-08 -",
			},
		},
		{
			name: "official letter",
			why:  "no code, only organ and unit",
			text: "Theo Công văn số 1988/VKSTC-V8 ngày 04/4/2026 của Viện kiểm sát nhân dân tối cao.",
			want: []string{
				"Công văn số 1988/VKSTC-V8 ngày 04/4/2026 của Viện kiểm sát nhân dân tối cao | cites cong_van 1988/VKSTC-V8 2026-04-04 Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "official letter in small letters",
			why:  "\"công văn\" is rarely written with a capital",
			text: "Bộ Tư pháp có ý kiến tại công văn số 3980/BTP-PLQT ngày 13/11/2009.",
			want: []string{
				"công văn số 3980/BTP-PLQT ngày 13/11/2009 | cites cong_van 3980/BTP-PLQT 2009-11-13 Bộ Tư pháp",
			},
		},
		{
			name: "written text",
			why:  "\"văn bản số\" is an official letter",
			text: "Theo đề nghị tại văn bản số 19/BTC-NSNN ngày 02 tháng 01 năm 2014.",
			want: []string{
				"văn bản số 19/BTC-NSNN ngày 02 tháng 01 năm 2014 | cites cong_van 19/BTC-NSNN 2014-01-02 Bộ Tài chính",
			},
		},
		{
			name: "kind by the word",
			why:  "QĐ/TW serves two kinds: the word decides",
			text: "Theo Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư.",
			want: []string{
				"Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư | cites quy_dinh 66-QĐ/TW 2017-02-06 Ban Bí thư",
			},
		},
		{
			name: "with drafting unit",
			why:  "the unit behind the organ belongs to the symbol",
			text: "Theo Quyết định số 51/QĐ-VKSTC-V12 ngày 10/02/2015.",
			want: []string{
				"Quyết định số 51/QĐ-VKSTC-V12 ngày 10/02/2015 | cites quyet_dinh 51/QĐ-VKSTC-V12 2015-02-10 Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "letter in the number",
			why:  "\"01a\" is a number",
			text: "Theo Quyết định số 01a/QĐ-UBND ngày 02/01/2020 của UBND tỉnh Sơn La.",
			want: []string{
				"Quyết định số 01a/QĐ-UBND ngày 02/01/2020 của UBND tỉnh Sơn La | cites quyet_dinh 01a/QĐ-UBND 2020-01-02 Ủy ban nhân dân tỉnh Sơn La",
			},
		},
		{
			name: "ampersand",
			why:  "some codes hold an ampersand",
			text: "Theo Thông tư số 15/2017/TT-BNN&PTNT ngày 01/3/2017.",
			want: []string{
				"Thông tư số 15/2017/TT-BNN&PTNT ngày 01/3/2017 | cites thong_tu 15/2017/TT-BNN&PTNT 2017-03-01 Bộ Nông nghiệp và Phát triển nông thôn",
			},
		},
		{
			name: "old symbol without kind",
			why:  "\"85-CP\" gives the kind by the word alone",
			text: "Theo Nghị định số 85-CP ngày 17/12/1996 của Chính phủ.",
			want: []string{
				"Nghị định số 85-CP ngày 17/12/1996 của Chính phủ | cites nghi_dinh 85-CP 1996-12-17 Chính phủ",
			},
		},
		{
			name: "bare number",
			why:  "no suffix: low confidence, no invention",
			text: "Theo Quyết định số 1745 ngày 15/6/2015 của Bộ trưởng Bộ Y tế.",
			want: []string{
				"Quyết định số 1745 ngày 15/6/2015 của Bộ trưởng Bộ Y tế | cites quyet_dinh 1745 2015-06-15 Bộ trưởng Bộ Y tế",
			},
		},
		{
			name: "number of a resolution in speech",
			why:  "\"Nghị quyết 43\" is how people speak of it",
			text: "Thực hiện Nghị quyết 43 của Quốc hội.",
			want: []string{
				"Nghị quyết 43 của Quốc hội | implements nghi_quyet 43 - Quốc hội",
			},
		},
		{
			name: "abbreviated kind",
			why:  "clerks write QĐ for Quyết định",
			text: "Theo QĐ số 31-QĐ/TW ngày 01-10-1997.",
			want: []string{
				"QĐ số 31-QĐ/TW ngày 01-10-1997 | cites quyet_dinh 31-QĐ/TW 1997-10-01 -",
			},
		},
		{
			name: "issuer first",
			why:  "\"Chỉ thị của Thủ tướng Chính phủ số …\" is the order of the nineties",
			text: "Theo Chỉ thị của Thủ tướng Chính phủ số 406/TTg ngày 08/8/1994.",
			want: []string{
				"Chỉ thị của Thủ tướng Chính phủ số 406/TTg ngày 08/8/1994 | cites chi_thi 406/TTg 1994-08-08 Thủ tướng Chính phủ",
			},
		},
		{
			name: "Central resolution",
			why:  "\"Trung ương\" between the word and the number",
			text: "Thực hiện Nghị quyết Trung ương số 28-NQ/TW về Chiến lược bảo vệ Tổ quốc.",
			want: []string{
				"Nghị quyết Trung ương số 28-NQ/TW | implements nghi_quyet 28-NQ/TW - -",
			},
		},
		{
			name: "date and issuer alone",
			why:  "no number at all, but date and issuer",
			text: "Theo Quyết định ngày 12/3/1990 của Hội đồng Bộ trưởng.",
			want: []string{
				"Quyết định ngày 12/3/1990 của Hội đồng Bộ trưởng | cites quyet_dinh - 1990-03-12 Hội đồng Bộ trưởng",
			},
		},
		{
			name: "Markdown link",
			why:  "the number may be the text of a link",
			text: "Căn cứ Luật Giáo dục số [123/2025/QH15](https://example.vn/a);",
			want: []string{
				"Luật Giáo dục số [123/2025/QH15 | based_on luat 123/2025/QH15 - Quốc hội",
			},
		},
	})
}

// TestNoise covers what scans, typists and web pages do to numbers.
func TestNoise(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "blank before the slash",
			why:  "typists leave a blank before the slash",
			text: "Theo Chỉ thị số 02 /CT-VKSTC ngày 27/12/2022.",
			want: []string{
				"Chỉ thị số 02 /CT-VKSTC ngày 27/12/2022 | cites chi_thi 02/CT-VKSTC 2022-12-27 Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "blank behind a hyphen",
			why:  "and behind the hyphen",
			text: "Theo Nghị quyết số 17/NQ- CP ngày 07/3/2019 của Chính phủ.",
			want: []string{
				"Nghị quyết số 17/NQ- CP ngày 07/3/2019 của Chính phủ | cites nghi_quyet 17/NQ-CP 2019-03-07 Chính phủ",
			},
		},
		{
			name: "no blank after số",
			why:  "\"số31-QĐ/TW\" occurs in print",
			text: "Theo Quyết định số31-QĐ/TW ngày 01-10-1997.",
			want: []string{
				"Quyết định số31-QĐ/TW ngày 01-10-1997 | cites quyet_dinh 31-QĐ/TW 1997-10-01 -",
			},
		},
		{
			name: "line break in the number",
			why:  "a printed line may end behind the slash",
			text: "Căn cứ Nghị định số 30/2020/ NĐ-CP của Chính phủ;",
			want: []string{
				"Nghị định số 30/2020/ NĐ-CP của Chính phủ | based_on nghi_dinh 30/2020/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "no-break blanks",
			why:  "U+00A0 counts as a blank",
			text: "Theo Chỉ thị số 01/CT-VKSTC ngày 02/12/2022 của Thủ tướng Chính phủ.",
			want: []string{
				"Chỉ thị số 01/CT-VKSTC ngày 02/12/2022 của Thủ tướng Chính phủ | cites chi_thi 01/CT-VKSTC 2022-12-02 Thủ tướng Chính phủ",
			},
		},
		{
			name: "en dash",
			why:  "any dash is a hyphen in the symbol",
			text: "Theo Quyết định số 95/QĐ–TTg ngày 17/7/2009.",
			want: []string{
				"Quyết định số 95/QĐ–TTg ngày 17/7/2009 | cites quyet_dinh 95/QĐ-TTg 2009-07-17 Thủ tướng Chính phủ",
			},
		},
		{
			name: "fraction slash",
			why:  "web texts hold U+2044",
			text: "Theo Luật số 93⁄2025/QH15.",
			want: []string{
				"Luật số 93⁄2025/QH15 | cites luat 93/2025/QH15 - Quốc hội",
			},
		},
		{
			name: "Icelandic letter",
			why:  "Ð for Đ is repaired",
			text: "Theo Thông tư số 02/2020/TT-BGDÐT ngày 05/02/2020.",
			want: []string{
				"Thông tư số 02/2020/TT-BGDÐT ngày 05/02/2020 | cites thong_tu 02/2020/TT-BGDĐT 2020-02-05 Bộ Giáo dục và Đào tạo",
			},
		},
		{
			name: "D for Đ is kept",
			why:  "which letter is meant is for the linking to fold",
			text: "Theo Nghị quyết số 109-NQ/BCSD ngày 18/12/2023.",
			want: []string{
				"Nghị quyết số 109-NQ/BCSD ngày 18/12/2023 | cites nghi_quyet 109-NQ/BCSD 2023-12-18 -",
			},
		},
		{
			name: "small letters",
			why:  "a symbol in small letters is written as symbols are",
			text: "Theo Nghị định số 85/2017/nđ-cp ngày 19/7/2017.",
			want: []string{
				"Nghị định số 85/2017/nđ-cp ngày 19/7/2017 | cites nghi_dinh 85/2017/NĐ-CP 2017-07-19 Chính phủ",
			},
		},
		{
			name: "letters for digits",
			why:  "scans read QH15 as OH15 and QHI5",
			text: "Theo Luật số 123/2025/OH15 và Luật số 124/2025/QHI5.",
			want: []string{
				"Luật số 123/2025/OH15 | cites luat 123/2025/QH15 - Quốc hội",
				"Luật số 124/2025/QHI5 | cites luat 124/2025/QH15 - Quốc hội",
			},
		},
		{
			name: "spoiled kind",
			why:  "a number after it lets the kind be read without its marks",
			text: "Theo Chi thi số 19/CT-TTg ngày 16/7/2021.",
			want: []string{
				"Chi thi số 19/CT-TTg ngày 16/7/2021 | cites chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ",
			},
		},
		{
			name: "spoiled law",
			why:  "\"Luậi\" before a number of the Assembly",
			text: "Căn cứ Luậi Tổ chúc Chính phủ số 63/2025/QH15;",
			want: []string{
				"Luậi Tổ chúc Chính phủ số 63/2025/QH15 | based_on luat 63/2025/QH15 - Quốc hội",
			},
		},
		{
			name: "stop before the slash",
			why:  "\"03./2010\" has a stray stop",
			text: "Theo Thông tư số 03./2010/ TT-BLĐTBXH ngày 19 tháng 01 năm 2010.",
			want: []string{
				"Thông tư số 03./2010/ TT-BLĐTBXH ngày 19 tháng 01 năm 2010 | cites thong_tu 03/2010/TT-BLĐTBXH 2010-01-19 Bộ Lao động - Thương binh và Xã hội",
			},
		},
		{
			name: "blank number of a form",
			why:  "the number is not known, so nothing is cited",
			text: "Căn cứ Thông tư số .../2010/TT-BLĐTBXH ngày     tháng       năm 2010;",
		},
	})
}

// TestNone covers texts that look like mentions and are none.
func TestNone(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "fraction of people",
			why:  "\"116 vụ/102 bị can\" is no symbol",
			text: "Đã khởi tố 116 vụ/102 bị can, xét xử 24/7.",
		},
		{
			name: "speed",
			why:  "km/h is no symbol",
			text: "Tốc độ 60 km/h, 5/B, ngày 2/9, giai đoạn 2021-2025.",
		},
		{
			name: "dates",
			why:  "days are no symbols",
			text: "Từ ngày 16/7/2021 đến ngày 02/9/2022.",
		},
		{
			name: "itself",
			why:  "\"này\" is this document",
			text: "Chỉ thị này có hiệu lực kể từ ngày ký. Thực hiện Chỉ thị này.",
		},
		{
			name: "anaphor",
			why:  "\"Nghị quyết trên\" is not resolved",
			text: "Thực hiện Nghị quyết trên và văn bản nêu trên, các nội dung của Chỉ thị.",
		},
		{
			name: "generic acts",
			why:  "classes of acts are no citation",
			text: "Thực hiện các Chỉ thị, Nghị quyết của Đảng, pháp luật về đất đai, theo quy định của pháp luật.",
		},
		{
			name: "announcing itself",
			why:  "a plan that announces itself",
			text: "Viện kiểm sát nhân dân tối cao xây dựng Kế hoạch thực hiện như sau:",
		},
		{
			name: "programme with years",
			why:  "a five-year plan is a programme",
			text: "Hoàn thành Kế hoạch 5 năm (2021 - 2025) và Báo cáo 6 tháng.",
		},
		{
			name: "bill",
			why:  "a law still to be made is a task",
			text: "Xây dựng Luật Thủ đô; hoàn chỉnh dự thảo Luật Đo lường, Luật Nhà ở (sửa đổi).",
		},
		{
			name: "school of law",
			why:  "a school is not a law",
			text: "Trường Đại học Luật Hà Nội và Hội Luật gia Việt Nam.",
		},
		{
			name: "lawyers",
			why:  "\"Luật sư\" is a person",
			text: "Luật sư đang hành nghề tại tổ chức.",
		},
		{
			name: "telephone",
			why:  "long figures are no numbers",
			text: "Điện thoại số 0243936868/B, tài khoản số 123456789.",
		},
		{
			name: "annex number",
			why:  "annexes and forms bear numbers too",
			text: "Theo mẫu tại Phụ lục số 01, Mẫu số 02.",
		},
	})
}
