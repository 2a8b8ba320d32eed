package citation

import "testing"

// TestNamed covers mentions by name.
func TestNamed(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "law by name",
			why:  "the table of laws ends the name",
			text: "Luật đất đai phải được tổ chức thực hiện.",
			want: []string{
				"Luật đất đai | cites luat Luật đất đai - -",
			},
		},
		{
			name: "law with a year",
			why:  "the year is part of the name",
			text: "Theo quy định tại Khoản 2, Điều 27, Luật Công đoàn 2012 để tổ chức.",
			want: []string{
				"Luật Công đoàn 2012 | cites luat Luật Công đoàn 2012 - - § dieu 27 khoan 2",
			},
		},
		{
			name: "law with the word year",
			why:  "the same with \"năm\"",
			text: "Thực hiện Luật Thi đua, khen thưởng năm 2022 và các văn bản.",
			want: []string{
				"Luật Thi đua, khen thưởng năm 2022 | implements luat Luật Thi đua, khen thưởng năm 2022 - -",
			},
		},
		{
			name: "law with a date",
			why:  "the day is the date",
			text: "Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;",
			want: []string{
				"Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001 | based_on luat Luật Tổ chức Chính phủ 2001-12-25 -",
			},
		},
		{
			name: "law with a number",
			why:  "name and number in one mention",
			text: "Căn cứ Luật Chứng khoán số 70/2006/QH11 ngày 29 tháng 06 năm 2006 của Quốc hội;",
			want: []string{
				"Luật Chứng khoán số 70/2006/QH11 ngày 29 tháng 06 năm 2006 của Quốc hội | based_on luat 70/2006/QH11 2006-06-29 Quốc hội",
			},
		},
		{
			name: "law with inner \"của\"",
			why:  "the longest name of the table wins",
			text: "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam được áp dụng.",
			want: []string{
				"Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam | cites luat Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam - -",
			},
		},
		{
			name: "tone place",
			why:  "hoá and hóa are one word",
			text: "Luật Chất lượng sản phẩm, hàng hoá quy định.",
			want: []string{
				"Luật Chất lượng sản phẩm, hàng hoá | cites luat Luật Chất lượng sản phẩm, hàng hoá - -",
			},
		},
		{
			name: "unknown law with number",
			why:  "the number ends a name that no table has",
			text: "Căn cứ Luật Quản lý không gian tầm thấp số 99/2027/QH16;",
			want: []string{
				"Luật Quản lý không gian tầm thấp số 99/2027/QH16 | based_on luat 99/2027/QH16 - Quốc hội",
			},
		},
		{
			name: "unknown law",
			why:  "capitals and stop words end the name; less sure",
			text: "Luật Không gian vũ trụ quy định về tên lửa.",
			want: []string{
				"Luật Không gian vũ trụ | cites luat Luật Không gian vũ trụ - -",
			},
		},
		{
			name: "code",
			why:  "Bộ luật goes before Luật",
			text: "Theo quy định của Bộ luật Tố tụng hình sự.",
			want: []string{
				"Bộ luật Tố tụng hình sự | cites bo_luat Bộ luật Tố tụng hình sự - -",
			},
		},
		{
			name: "constitution",
			why:  "with its year",
			text: "Hiến pháp năm 2013 quy định quyền.",
			want: []string{
				"Hiến pháp năm 2013 | cites hien_phap Hiến pháp năm 2013 - -",
			},
		},
		{
			name: "ordinance",
			why:  "Pháp lệnh by name",
			text: "Theo quy định của Pháp lệnh Ngoại hối.",
			want: []string{
				"Pháp lệnh Ngoại hối | cites phap_lenh Pháp lệnh Ngoại hối - -",
			},
		},
		{
			name: "amending law",
			why:  "the amended law is part of the name",
			text: "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Các tổ chức tín dụng năm 2004;",
			want: []string{
				"Luật sửa đổi, bổ sung một số điều của Luật Các tổ chức tín dụng năm 2004 | based_on luat Luật sửa đổi, bổ sung một số điều của Luật Các tổ chức tín dụng năm 2004 - -",
			},
		},
		{
			name: "issuer that passes no law",
			why:  "\"Luật đất đai của Ủy ban\" does not read on",
			text: "Được giao trong Luật đất đai của Ủy ban nhân dân các tỉnh.",
			want: []string{
				"Luật đất đai | cites luat Luật đất đai - -",
			},
		},
		{
			name: "congress",
			why:  "named resolutions have no number",
			text: "Theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
			want: []string{
				"Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng | cites nghi_quyet Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng - -",
			},
		},
		{
			name: "congress, other order",
			why:  "Đảng before toàn quốc",
			text: "Thực hiện thắng lợi Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII, thực hiện nhiệm vụ.",
			want: []string{
				"Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII | implements nghi_quyet Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII - -",
			},
		},
		{
			name: "plenum",
			why:  "number and term",
			text: "Triển khai Nghị quyết Trung ương 5 khoá X về “Công tác tư tưởng”.",
			want: []string{
				"Nghị quyết Trung ương 5 khoá X | implements nghi_quyet Nghị quyết Trung ương 5 khoá X - -",
			},
		},
		{
			name: "plenum with bracket",
			why:  "the term may stand in brackets",
			text: "Thực hiện Nghị quyết Trung ương 4 (khóa XII) của Đảng.",
			want: []string{
				"Nghị quyết Trung ương 4 (khóa XII) của Đảng | implements nghi_quyet Nghị quyết Trung ương 4 (khóa XII) của Đảng - -",
			},
		},
		{
			name: "law in capitals",
			why:  "titles are printed in capitals",
			text: "VỀ VIỆC TRIỂN KHAI THI HÀNH LUẬT ĐẤT ĐAI",
			want: []string{
				"LUẬT ĐẤT ĐAI | implements luat LUẬT ĐẤT ĐAI - -",
			},
		},
		{
			name: "statute by its act",
			why:  "a text that another act issued",
			text: "Thực hiện Quy chế hoạt động văn hoá nơi công cộng ban hành kèm theo Nghị định số 103/2009/NĐ-CP ngày 06 tháng 11 năm 2009 của Chính phủ.",
			want: []string{
				"Quy chế hoạt động văn hoá nơi công cộng | implements quy_che Quy chế hoạt động văn hoá nơi công cộng - -",
				"Nghị định số 103/2009/NĐ-CP ngày 06 tháng 11 năm 2009 của Chính phủ | attached_to<0 nghi_dinh 103/2009/NĐ-CP 2009-11-06 Chính phủ",
			},
		},
	})
}

// TestIssuer covers where the name of an issuing body ends.
func TestIssuer(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "office holder",
			why:  "an office holder as printed, abbreviations written out",
			text: "Theo Thông tư số 02/2024/TT-VKSTC ngày 12/8/2024 của Viện trưởng VKSND tối cao quy định về công tác thi đua.",
			want: []string{
				"Thông tư số 02/2024/TT-VKSTC ngày 12/8/2024 của Viện trưởng VKSND tối cao | cites thong_tu 02/2024/TT-VKSTC 2024-08-12 Viện trưởng Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "abbreviation in brackets",
			why:  "the name goes on behind the bracket",
			text: "Theo Nghị quyết số 109-NQ/BCSĐ ngày 18/12/2023 của Ban cán sự đảng Viện kiểm sát nhân dân (VKSND) tối cao về lãnh đạo công tác.",
			want: []string{
				"Nghị quyết số 109-NQ/BCSĐ ngày 18/12/2023 của Ban cán sự đảng Viện kiểm sát nhân dân (VKSND) tối cao | cites nghi_quyet 109-NQ/BCSĐ 2023-12-18 Ban cán sự đảng Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "name with và",
			why:  "a ministry's name with và and commas",
			text: "Theo Thông tư số 04/2009/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch quy định chi tiết.",
			want: []string{
				"Thông tư số 04/2009/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch | cites thong_tu 04/2009/TT-BVHTTDL - Bộ Văn hóa, Thể thao và Du lịch",
			},
		},
		{
			name: "name with a dash",
			why:  "dashes join names",
			text: "Theo Thông tư số 03/2010/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội.",
			want: []string{
				"Thông tư số 03/2010/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội | cites thong_tu 03/2010/TT-BLĐTBXH - Bộ Lao động - Thương binh và Xã hội",
			},
		},
		{
			name: "verb with a capital",
			why:  "\"Hướng dẫn\" ends the name even with a capital",
			text: "Theo Thông tư số 05/2000/TT-BNV của Bộ Nội vụ Hướng dẫn thi hành.",
			want: []string{
				"Thông tư số 05/2000/TT-BNV của Bộ Nội vụ | cites thong_tu 05/2000/TT-BNV - Bộ Nội vụ",
			},
		},
		{
			name: "stops at và",
			why:  "a second body belongs to joint acts alone",
			text: "Theo Quyết định số 05/QĐ-BNV của Bộ Nội vụ và Bộ Tài chính đề nghị.",
			want: []string{
				"Quyết định số 05/QĐ-BNV của Bộ Nội vụ | cites quyet_dinh 05/QĐ-BNV - Bộ Nội vụ",
			},
		},
		{
			name: "term",
			why:  "the term of the Assembly belongs to the phrase",
			text: "Theo Nghị quyết số 51/2001/QH10 ngày 25/12/2001 của Quốc hội khóa X.",
			want: []string{
				"Nghị quyết số 51/2001/QH10 ngày 25/12/2001 của Quốc hội khóa X | cites nghi_quyet 51/2001/QH10 2001-12-25 Quốc hội khóa X",
			},
		},
		{
			name: "province",
			why:  "a province in capitals",
			text: "Theo Quyết định số 12/2014/QĐ-UBND ngày 05/5/2014 của Ủy ban nhân dân tỉnh Bình Dương về giá đất.",
			want: []string{
				"Quyết định số 12/2014/QĐ-UBND ngày 05/5/2014 của Ủy ban nhân dân tỉnh Bình Dương | cites quyet_dinh 12/2014/QĐ-UBND 2014-05-05 Ủy ban nhân dân tỉnh Bình Dương",
			},
		},
		{
			name: "lower-case of",
			why:  "no name behind \"của\"",
			text: "Theo Kế hoạch số 12/KH-UBND của tỉnh.",
			want: []string{
				"Kế hoạch số 12/KH-UBND | cites ke_hoach 12/KH-UBND - -",
			},
		},
	})
}

// TestProvision covers the part that is cited.
func TestProvision(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "point, clause, article",
			why:  "the usual order",
			text: "Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP | cites nghi_dinh 30/2020/NĐ-CP - Chính phủ § dieu 5 khoan 2 diem a",
			},
		},
		{
			name: "reversed",
			why:  "article before clause",
			text: "Theo Điều 46 khoản 2 Luật Đất đai.",
			want: []string{
				"Luật Đất đai | cites luat Luật Đất đai - - § dieu 46 khoan 2",
			},
		},
		{
			name: "commas and of",
			why:  "commas between the units, \"của\" before the act",
			text: "Theo khoản 2, Điều 46 của Luật Đất đai.",
			want: []string{
				"Luật Đất đai | cites luat Luật Đất đai - - § dieu 46 khoan 2",
			},
		},
		{
			name: "several articles",
			why:  "joined by và",
			text: "Theo Điều 25 và Điều 26 Luật Chứng khoán.",
			want: []string{
				"Luật Chứng khoán | cites luat Luật Chứng khoán - - § dieu 25,26",
			},
		},
		{
			name: "several clauses",
			why:  "a list under one unit",
			text: "Theo các khoản 1, 2 và 3 Điều 7 Luật Giá.",
			want: []string{
				"Luật Giá | cites luat Luật Giá - - § dieu 7 khoan 1,2,3",
			},
		},
		{
			name: "range",
			why:  "a range keeps its hyphen",
			text: "Theo Điều 5-7 Nghị định số 30/2020/NĐ-CP.",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP | cites nghi_dinh 30/2020/NĐ-CP - Chính phủ § dieu 5-7",
			},
		},
		{
			name: "range in words",
			why:  "\"đến\" is a range",
			text: "Theo Điều 5 đến Điều 7 Nghị định số 30/2020/NĐ-CP.",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP | cites nghi_dinh 30/2020/NĐ-CP - Chính phủ § dieu 5-7",
			},
		},
		{
			name: "headings",
			why:  "mục, phần, chương",
			text: "Theo mục II phần B Chương III Thông tư số 45/2008/TT-BTC.",
			want: []string{
				"Thông tư số 45/2008/TT-BTC | cites thong_tu 45/2008/TT-BTC - Bộ Tài chính § phan B chuong III muc II",
			},
		},
		{
			name: "annex",
			why:  "Phụ lục with its number",
			text: "Theo Phụ lục I Nghị định số 30/2020/NĐ-CP.",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP | cites nghi_dinh 30/2020/NĐ-CP - Chính phủ § phu_luc I",
			},
		},
		{
			name: "letter article",
			why:  "\"19a\" is an article",
			text: "Theo Điều 19a Nghị định số 125/2020/NĐ-CP.",
			want: []string{
				"Nghị định số 125/2020/NĐ-CP | cites nghi_dinh 125/2020/NĐ-CP - Chính phủ § dieu 19a",
			},
		},
		{
			name: "some articles",
			why:  "\"một số điều của\" names none",
			text: "Sửa đổi một số điều của Luật Đất đai.",
			want: []string{
				"Luật Đất đai | amends luat Luật Đất đai - -",
			},
		},
	})
}
