package citation

import "testing"

// TestLists covers lists that share verb, kind, suffix or issuer.
func TestLists(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "verb over semicolons",
			why:  "one verb for all, over semicolons and subjects",
			text: "Triển khai thực hiện Chỉ thị số 01/CT-VKSTC ngày 02/12/2022 của Viện trưởng VKSND tối cao về công tác năm 2023; Chỉ thị số 02/CT-VKSTC ngày 27/12/2022 về việc phát động phong trào thi đua; Hướng dẫn số 04/HD-VKSTC ngày 04/01/2023 về công tác thi đua.",
			want: []string{
				"Chỉ thị số 01/CT-VKSTC ngày 02/12/2022 của Viện trưởng VKSND tối cao | implements chi_thi 01/CT-VKSTC 2022-12-02 Viện trưởng Viện kiểm sát nhân dân tối cao",
				"Chỉ thị số 02/CT-VKSTC ngày 27/12/2022 | implements chi_thi 02/CT-VKSTC 2022-12-27 Viện trưởng Viện kiểm sát nhân dân tối cao",
				"Hướng dẫn số 04/HD-VKSTC ngày 04/01/2023 | implements huong_dan 04/HD-VKSTC 2023-01-04 Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "kind shared",
			why:  "\"các Chỉ thị số A, B\"",
			text: "Thực hiện các Chỉ thị số 01/CT-TTg, 02/CT-TTg và 03/CT-TTg của Thủ tướng Chính phủ.",
			want: []string{
				"Chỉ thị số 01/CT-TTg | implements chi_thi 01/CT-TTg - Thủ tướng Chính phủ",
				"02/CT-TTg | implements chi_thi 02/CT-TTg - Thủ tướng Chính phủ",
				"03/CT-TTg của Thủ tướng Chính phủ | implements chi_thi 03/CT-TTg - Thủ tướng Chính phủ",
			},
		},
		{
			name: "suffix shared",
			why:  "numbers that share the suffix of the last",
			text: "Thực hiện các Chỉ thị số 01, 02 và 03/CT-VKSTC của Viện trưởng.",
			want: []string{
				"Chỉ thị số 01 | implements chi_thi 01/CT-VKSTC - Viện trưởng",
				"02 | implements chi_thi 02/CT-VKSTC - Viện trưởng",
				"03/CT-VKSTC của Viện trưởng | implements chi_thi 03/CT-VKSTC - Viện trưởng",
			},
		},
		{
			name: "kind over và",
			why:  "the second number has no word",
			text: "Theo Nghị định số 55/2020/NĐ-CP và 56/2020/NĐ-CP.",
			want: []string{
				"Nghị định số 55/2020/NĐ-CP | cites nghi_dinh 55/2020/NĐ-CP - Chính phủ",
				"56/2020/NĐ-CP | cites nghi_dinh 56/2020/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "số in the list",
			why:  "the number's word begins the span of an item",
			text: "Theo các văn bản số 999/BTC-NSNN ngày 21 tháng 01 năm 2014, số 831/BTC-NSNN ngày 17 tháng 01 năm 2014.",
			want: []string{
				"văn bản số 999/BTC-NSNN ngày 21 tháng 01 năm 2014 | cites cong_van 999/BTC-NSNN 2014-01-21 Bộ Tài chính",
				"số 831/BTC-NSNN ngày 17 tháng 01 năm 2014 | cites cong_van 831/BTC-NSNN 2014-01-17 Bộ Tài chính",
			},
		},
		{
			name: "issuer shared back",
			why:  "the last item names the issuer for all",
			text: "Theo đúng Nghị quyết số 39/2012/QH13 của Quốc hội; Chỉ thị số 1417/CT-BVHTT ngày 24 tháng 8 năm 2011 và Chỉ thị số 05/CT-BVHTT ngày 04 tháng 4 năm 2013 của Bộ trưởng Bộ Văn hóa - Thông tin.",
			want: []string{
				"Nghị quyết số 39/2012/QH13 của Quốc hội | cites nghi_quyet 39/2012/QH13 - Quốc hội",
				"Chỉ thị số 1417/CT-BVHTT ngày 24 tháng 8 năm 2011 | cites chi_thi 1417/CT-BVHTT 2011-08-24 Bộ trưởng Bộ Văn hóa - Thông tin",
				"Chỉ thị số 05/CT-BVHTT ngày 04 tháng 4 năm 2013 của Bộ trưởng Bộ Văn hóa - Thông tin | cites chi_thi 05/CT-BVHTT 2013-04-04 Bộ trưởng Bộ Văn hóa - Thông tin",
			},
		},
		{
			name: "quoted title with marks",
			why:  "semicolons in quotes end no item",
			text: "Thực hiện Kế hoạch số 5/KH-UBND về “Hạ tầng hiện đại; thực hành tiết kiệm, chống lãng phí”; Kế hoạch số 6/KH-UBND.",
			want: []string{
				"Kế hoạch số 5/KH-UBND | implements ke_hoach 5/KH-UBND - -",
				"Kế hoạch số 6/KH-UBND | implements ke_hoach 6/KH-UBND - -",
			},
		},
		{
			name: "head of a list",
			why:  "the kind stands once before a colon",
			text: "Để thực hiện các Nghị quyết của Quốc hội: số 36/2009/QH12 về Kế hoạch năm 2010; số 37/2009/QH12 về dự toán ngân sách và số 38/2009/QH12.",
			want: []string{
				"số 36/2009/QH12 | implements nghi_quyet 36/2009/QH12 - Quốc hội",
				"số 37/2009/QH12 | implements nghi_quyet 37/2009/QH12 - Quốc hội",
				"số 38/2009/QH12 | implements nghi_quyet 38/2009/QH12 - Quốc hội",
			},
		},
		{
			name: "verb of its own",
			why:  "an item with a verb of its own does not carry",
			text: "Thực hiện Luật Đất đai; bãi bỏ Thông tư số 12/2010/TT-BTC.",
			want: []string{
				"Luật Đất đai | implements luat Luật Đất đai - -",
				"Thông tư số 12/2010/TT-BTC | repeals thong_tu 12/2010/TT-BTC - Bộ Tài chính",
			},
		},
	})
}

// TestNested covers mentions within the subject of another.
func TestNested(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "nested",
			why:  "the plan implements, not this document",
			text: "Căn cứ Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021 của Hội đồng Thi đua - Khen thưởng Trung ương thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ;",
			want: []string{
				"Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021 của Hội đồng Thi đua - Khen thưởng Trung ương | based_on ke_hoach 16/KH-HĐTĐKT 2021-08-31 Hội đồng Thi đua - Khen thưởng Trung ương",
				"Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ | implements<0 chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ",
			},
		},
		{
			name: "nested guides",
			why:  "the decree details the law",
			text: "Căn cứ Nghị định số 160/2006/NĐ-CP ngày 28/12/2006 của Chính phủ quy định chi tiết thi hành Pháp lệnh Ngoại hối;",
			want: []string{
				"Nghị định số 160/2006/NĐ-CP ngày 28/12/2006 của Chính phủ | based_on nghi_dinh 160/2006/NĐ-CP 2006-12-28 Chính phủ",
				"Pháp lệnh Ngoại hối | guides<0 phap_lenh Pháp lệnh Ngoại hối - -",
			},
		},
		{
			name: "nested amends",
			why:  "the later decision amends the earlier",
			text: "Căn cứ Quyết định số 93/2009/QĐ-TTg ngày 10/7/2009 của Thủ tướng Chính phủ sửa đổi, bổ sung khoản 4 Điều 21 Quyết định số 33/2009/QĐ-TTg ngày 02/3/2009;",
			want: []string{
				"Quyết định số 93/2009/QĐ-TTg ngày 10/7/2009 của Thủ tướng Chính phủ | based_on quyet_dinh 93/2009/QĐ-TTg 2009-07-10 Thủ tướng Chính phủ",
				"Quyết định số 33/2009/QĐ-TTg ngày 02/3/2009 | amends<0 quyet_dinh 33/2009/QĐ-TTg 2009-03-02 Thủ tướng Chính phủ § dieu 21 khoan 4",
			},
		},
		{
			name: "amended by",
			why:  "the cited one acts: inverse",
			text: "Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 67/2020/QH14 và Luật số 88/2025/QH15;",
			want: []string{
				"Luật Xử lý vi phạm hành chính số 15/2012/QH13 | based_on luat 15/2012/QH13 - Quốc hội",
				"Luật số 67/2020/QH14 | amends<0! luat 67/2020/QH14 - Quốc hội",
				"Luật số 88/2025/QH15 | amends<0! luat 88/2025/QH15 - Quốc hội",
			},
		},
		{
			name: "amended by, behind a subject",
			why:  "a decree cannot amend the law in the subject",
			text: "Theo Nghị định số 118/2021/NĐ-CP của Chính phủ quy định chi tiết Luật Xử lý vi phạm hành chính (được sửa đổi, bổ sung bởi Nghị định số 68/2025/NĐ-CP).",
			want: []string{
				"Nghị định số 118/2021/NĐ-CP của Chính phủ | cites nghi_dinh 118/2021/NĐ-CP - Chính phủ",
				"Luật Xử lý vi phạm hành chính | guides<0 luat Luật Xử lý vi phạm hành chính - -",
				"Nghị định số 68/2025/NĐ-CP | amends<0! nghi_dinh 68/2025/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "amended at",
			why:  "\"sửa đổi … tại\" is inverse too",
			text: "Thực hiện Thông tư số 15/2020/TT-BGDĐT ngày 26 tháng 5 năm 2020 và được sửa đổi, bổ sung tại Thông tư số 05/2021/TT-BGDĐT ngày 12 tháng 3 năm 2021 của Bộ trưởng Bộ Giáo dục và Đào tạo;",
			want: []string{
				"Thông tư số 15/2020/TT-BGDĐT ngày 26 tháng 5 năm 2020 | implements thong_tu 15/2020/TT-BGDĐT 2020-05-26 Bộ trưởng Bộ Giáo dục và Đào tạo",
				"Thông tư số 05/2021/TT-BGDĐT ngày 12 tháng 3 năm 2021 của Bộ trưởng Bộ Giáo dục và Đào tạo | amends<0! thong_tu 05/2021/TT-BGDĐT 2021-03-12 Bộ trưởng Bộ Giáo dục và Đào tạo",
			},
		},
		{
			name: "new clause",
			why:  "a comma and a capital end the subject",
			text: "Thực hiện Chỉ thị số 11/CT-TTg của Thủ tướng Chính phủ về Kỳ thi, Chủ tịch UBND tỉnh yêu cầu thực hiện Kế hoạch số 5/KH-UBND.",
			want: []string{
				"Chỉ thị số 11/CT-TTg của Thủ tướng Chính phủ | implements chi_thi 11/CT-TTg - Thủ tướng Chính phủ",
				"Kế hoạch số 5/KH-UBND | implements ke_hoach 5/KH-UBND - -",
			},
		},
	})
}

// TestRelation covers the relation that the sentence states.
func TestRelation(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "preamble",
			why:  "Căn cứ is a legal basis",
			text: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;",
			want: []string{
				"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ | based_on nghi_dinh 30/2020/NĐ-CP 2020-03-05 Chính phủ",
			},
		},
		{
			name: "basis at second hand",
			why:  "the opinion stands in the letter: the letter is the basis",
			text: "Căn cứ ý kiến chỉ đạo của Thủ tướng Chính phủ tại công văn số 5361/VPCP-KTTH ngày 06/8/2009;",
			want: []string{
				"công văn số 5361/VPCP-KTTH ngày 06/8/2009 | based_on cong_van 5361/VPCP-KTTH 2009-08-06 Văn phòng Chính phủ",
			},
		},
		{
			name: "according to",
			why:  "theo cites",
			text: "Xử lý vi phạm theo Chỉ thị số 134/CT-TTg ngày 20 tháng 01 năm 2010.",
			want: []string{
				"Chỉ thị số 134/CT-TTg ngày 20 tháng 01 năm 2010 | cites chi_thi 134/CT-TTg 2010-01-20 Thủ tướng Chính phủ",
			},
		},
		{
			name: "theo beats the verb before it",
			why:  "what governs is the nearer word",
			text: "Thực hiện việc cấp giấy chứng nhận theo đúng Nghị quyết số 39/2012/QH13.",
			want: []string{
				"Nghị quyết số 39/2012/QH13 | cites nghi_quyet 39/2012/QH13 - Quốc hội",
			},
		},
		{
			name: "verb with adverbs",
			why:  "adverbs stand between verb and mention",
			text: "Tổ chức triển khai thực hiện nghiêm túc, có hiệu quả các nội dung của Chỉ thị số 19/CT-TTg.",
			want: []string{
				"Chỉ thị số 19/CT-TTg | implements chi_thi 19/CT-TTg - Thủ tướng Chính phủ",
			},
		},
		{
			name: "joined verbs",
			why:  "the strongest of joined verbs counts",
			text: "Tổ chức quán triệt, triển khai đồng bộ, tuyên truyền có hiệu quả các nội dung Chỉ thị số 19/CT-TTg.",
			want: []string{
				"Chỉ thị số 19/CT-TTg | implements chi_thi 19/CT-TTg - Thủ tướng Chính phủ",
			},
		},
		{
			name: "propaganda",
			why:  "to make known is to cite",
			text: "Tuyên truyền, phổ biến Luật Đất đai.",
			want: []string{
				"Luật Đất đai | cites luat Luật Đất đai - -",
			},
		},
		{
			name: "replaces",
			why:  "active",
			text: "Quyết định này thay thế Quyết định số 12/2010/QĐ-TTg ngày 03/3/2010 của Thủ tướng Chính phủ.",
			want: []string{
				"Quyết định số 12/2010/QĐ-TTg ngày 03/3/2010 của Thủ tướng Chính phủ | replaces quyet_dinh 12/2010/QĐ-TTg 2010-03-03 Thủ tướng Chính phủ",
			},
		},
		{
			name: "loses force",
			why:  "said behind the mention, for the whole list",
			text: "Nghị định số 43/2020/NĐ-CP và Nghị định số 44/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
			want: []string{
				"Nghị định số 43/2020/NĐ-CP | replaces nghi_dinh 43/2020/NĐ-CP - Chính phủ",
				"Nghị định số 44/2020/NĐ-CP | replaces nghi_dinh 44/2020/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "repeals part",
			why:  "a repealed article",
			text: "Bãi bỏ Điều 5 Thông tư số 12/2010/TT-BTC.",
			want: []string{
				"Thông tư số 12/2010/TT-BTC | repeals thong_tu 12/2010/TT-BTC - Bộ Tài chính § dieu 5",
			},
		},
		{
			name: "is repealed",
			why:  "passive behind the mention",
			text: "Thông tư số 12/2010/TT-BTC bị bãi bỏ.",
			want: []string{
				"Thông tư số 12/2010/TT-BTC | repeals thong_tu 12/2010/TT-BTC - Bộ Tài chính",
			},
		},
		{
			name: "amends",
			why:  "this document amends",
			text: "Sửa đổi, bổ sung một số điều của Nghị định số 10/2022/NĐ-CP như sau:",
			want: []string{
				"Nghị định số 10/2022/NĐ-CP | amends nghi_dinh 10/2022/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "tasks adjusted",
			why:  "\"điều chỉnh\" governs the plan that the tasks stand in, as Sửa đổi does",
			text: "Điều 1. Điều chỉnh một số nhiệm vụ tại Phụ lục kèm theo Kế hoạch số 245/KH-UBND ngày 20/10/2022, như sau:",
			want: []string{"Kế hoạch số 245/KH-UBND ngày 20/10/2022 | amends ke_hoach 245/KH-UBND 2022-10-20 -"},
		},
		{
			name: "what is not adjusted",
			why:  "the rest of a plan stays as it is",
			text: "Điều 2. Các nội dung khác tại Kế hoạch số 245/KH-UBND ngày 20/10/2022 không điều chỉnh giữ nguyên hiệu lực.",
			want: []string{"Kế hoạch số 245/KH-UBND ngày 20/10/2022 | cites ke_hoach 245/KH-UBND 2022-10-20 -"},
		},
		{
			name: "amends from afar",
			why:  "the paragraph's verb governs a mention far behind",
			text: "Sửa đổi đoạn thứ nhất tại tiết b điểm 1.2 khoản 1 mục II Thông tư số 45/2008/TT-BTC như sau:",
			want: []string{
				"Thông tư số 45/2008/TT-BTC | amends thong_tu 45/2008/TT-BTC - Bộ Tài chính § muc II khoan 1 diem 1.2",
			},
		},
		{
			name: "asked to amend",
			why:  "a proposal is no amendment",
			text: "Bộ Tư pháp nghiên cứu, trình Chính phủ sửa đổi Nghị định số 41/2010/NĐ-CP.",
			want: []string{
				"Nghị định số 41/2010/NĐ-CP | cites nghi_dinh 41/2010/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "to be drafted",
			why:  "a decree still to be made guides nothing yet",
			text: "Bộ Tài chính trình Chính phủ Nghị định quy định chi tiết một số điều của Luật đất đai.",
			want: []string{
				"Luật đất đai | cites luat Luật đất đai - -",
			},
		},
		{
			name: "reply",
			why:  "an answer to a letter",
			text: "Bộ Xây dựng trả lời Công văn số 07/CV-AC ngày 07/6/2010 như sau:",
			want: []string{
				"Công văn số 07/CV-AC ngày 07/6/2010 | responds_to cong_van 07/CV-AC 2010-06-07 -",
			},
		},
		{
			name: "annex's tie",
			why:  "in brackets of its own",
			text: "(Kèm theo Quyết định số 77/QĐ-TCHQ ngày 20 tháng 01 năm 2014)",
			want: []string{
				"Quyết định số 77/QĐ-TCHQ ngày 20 tháng 01 năm 2014 | attached_to quyet_dinh 77/QĐ-TCHQ 2014-01-20 Tổng cục Hải quan",
			},
		},
		{
			name: "annex of another",
			why:  "\"ban hành kèm theo\" only tells which annex",
			text: "Hóa chất thuộc Phụ lục II ban hành kèm theo Nghị định số 25/2026/NĐ-CP.",
			want: []string{
				"Nghị định số 25/2026/NĐ-CP | cites nghi_dinh 25/2026/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "short name",
			why:  "a short name in brackets states no relation",
			text: "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ (sau đây gọi tắt là Chỉ thị số 19/CT-TTg).",
			want: []string{
				"Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ | implements chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ",
				"Chỉ thị số 19/CT-TTg | cites chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ",
			},
		},
		{
			name: "repeat",
			why:  "a bare repeat takes date and issuer of the full mention",
			text: "Thực hiện Nghị quyết số 109-NQ/BCSĐ ngày 18/12/2023 của Ban cán sự đảng VKSND tối cao. Theo Nghị quyết số 109-NQ/BCSĐ thì được.",
			want: []string{
				"Nghị quyết số 109-NQ/BCSĐ ngày 18/12/2023 của Ban cán sự đảng VKSND tối cao | implements nghi_quyet 109-NQ/BCSĐ 2023-12-18 Ban cán sự đảng Viện kiểm sát nhân dân tối cao",
				"Nghị quyết số 109-NQ/BCSĐ | cites nghi_quyet 109-NQ/BCSĐ 2023-12-18 Ban cán sự đảng Viện kiểm sát nhân dân tối cao",
			},
		},
		{
			name: "bare repeat",
			why:  "\"Chỉ thị 34\" is completed by the one full mention",
			text: "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị. Theo Chỉ thị 34, các đơn vị báo cáo.",
			want: []string{
				"Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị | implements chi_thi 34-CT/TW 2014-04-07 Bộ Chính trị",
				"Chỉ thị 34 | cites chi_thi 34-CT/TW 2014-04-07 Bộ Chính trị",
			},
		},
		{
			name: "repeat in doubt",
			why:  "two dates for one symbol: the bare one stays bare",
			text: "Theo Chỉ thị số 01/CT-VKSTC ngày 27/12/2021; theo Chỉ thị số 01/CT-VKSTC ngày 02/12/2022. Theo Chỉ thị số 01/CT-VKSTC thì được.",
			want: []string{
				"Chỉ thị số 01/CT-VKSTC ngày 27/12/2021 | cites chi_thi 01/CT-VKSTC 2021-12-27 Viện kiểm sát nhân dân tối cao",
				"Chỉ thị số 01/CT-VKSTC ngày 02/12/2022 | cites chi_thi 01/CT-VKSTC 2022-12-02 Viện kiểm sát nhân dân tối cao",
				"Chỉ thị số 01/CT-VKSTC | cites chi_thi 01/CT-VKSTC - Viện kiểm sát nhân dân tối cao",
			},
		},
	})
}

// TestGoverned covers verbs whose object decides the relation.
func TestGoverned(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "ended without a bị",
			why:  "\"nay bãi bỏ và thay bằng\" ends the act before it",
			text: "Điều 3 Sắc lệnh số 77-SL ngày 5 tháng 6 năm 1949 về công trái nay bãi bỏ và thay bằng Điều 3 mới sau đây.",
			want: []string{"Sắc lệnh số 77-SL ngày 5 tháng 6 năm 1949 | repeals sac_lenh 77-SL 1949-06-05 - § dieu 3"},
		},
		{
			name: "things found elsewhere",
			why:  "what is added was made known with the decision; the decision stays as it is",
			text: "Bổ sung 03 thủ tục hành chính được công bố kèm theo Quyết định số 72/QĐ-BXD ngày 17/8/2019.",
			want: []string{"Quyết định số 72/QĐ-BXD ngày 17/8/2019 | cites quyet_dinh 72/QĐ-BXD 2019-08-17 Bộ Xây dựng"},
		},
		{
			name: "the act's own list",
			why:  "the list that is added to is the decision's content",
			text: "Bổ sung Danh mục thủ tục hành chính công bố kèm theo Quyết định số 72/QĐ-BXD ngày 17/8/2019.",
			want: []string{"Quyết định số 72/QĐ-BXD ngày 17/8/2019 | amends quyet_dinh 72/QĐ-BXD 2019-08-17 Bộ Xây dựng"},
		},
		{
			name: "into the act's own rules",
			why:  "\"vào\" names what is added to",
			text: "Bổ sung 02 thủ tục vào Quy chế ban hành kèm theo Quyết định số 72/QĐ-BXD ngày 17/8/2019.",
			want: []string{"Quyết định số 72/QĐ-BXD ngày 17/8/2019 | amends quyet_dinh 72/QĐ-BXD 2019-08-17 Bộ Xây dựng"},
		},
		{
			name: "rules of codes in a list",
			why:  "\"; các quy định của\" goes on with the list, codes without numbers in between",
			text: "Thực hiện nghiêm Nghị quyết số 12/2018/QH14 ngày 20/11/2018 của Quốc hội; các quy định của BLDS, BLTTDS, Luật số 31/2018/QH14.",
			want: []string{
				"Nghị quyết số 12/2018/QH14 ngày 20/11/2018 của Quốc hội | implements nghi_quyet 12/2018/QH14 2018-11-20 Quốc hội",
				"Luật số 31/2018/QH14 | implements luat 31/2018/QH14 - Quốc hội",
			},
		},
		{
			name: "a unit behind a blank and a dot",
			why:  "typists put a blank before the dot of the office's letters",
			text: "Xét Tờ trình số 15/TT .HĐND ngày 12/01/2003.",
			want: []string{"Tờ trình số 15/TT .HĐND ngày 12/01/2003 | cites to_trinh 15/TT.HĐND 2003-01-12 -"},
		},
	})
}

func TestUndoneNow(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{" về công trái nay bãi bỏ và thay bằng Điều 3 mới:", true},
		{" nay hủy bỏ.", true},
		{" nay huỷ bỏ;", true},
		{" nay bãi bỏ ", false}, // the next act is its object
		{" nay bãi bỏ điều 5 ", false},
		{" được thay bằng", false},
		{"", false},
	} {
		if got := undoneNow(test.in); got != test.want {
			t.Errorf("undoneNow(%q) = %v", test.in, got)
		}
	}
}
