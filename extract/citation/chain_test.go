package citation

import "testing"

// TestAmendingLaws covers laws that amend others, which are cited by the names of all that they amend.
func TestAmendingLaws(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "two laws",
			why:  "one law amends both, and the date is its own",
			text: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;",
			want: []string{
				"Luật Tổ chức chính quyền địa phương ngày 19/6/2015 | based_on luat Luật Tổ chức chính quyền địa phương 2015-06-19 -",
				"Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019 | based_on luat Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương 2019-11-22 -",
			},
		},
		{
			name: "a list of laws",
			why:  "commas join where \"và\" ends the list",
			text: "Theo Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Đầu tư, Luật Nhà ở và Luật Đấu thầu số 03/2022/QH15.",
			want: []string{
				"Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Đầu tư, Luật Nhà ở và Luật Đấu thầu số 03/2022/QH15 | cites luat 03/2022/QH15 - Quốc hội",
			},
		},
		{
			name: "another law behind a comma",
			why:  "a comma alone joins nothing",
			text: "Theo Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Nhà ở, các đơn vị thực hiện.",
			want: []string{
				"Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công | cites luat Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công - -",
				"Luật Nhà ở | cites luat Luật Nhà ở - -",
			},
		},
	})
}

// TestHeads covers lists whose head names kind and issuer for all.
func TestHeads(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "legal bases under one head",
			why:  "kind, issuer and relation stand before the colon",
			text: "Căn cứ các Quyết định của UBND tỉnh: Số 79/QĐ-UBND ngày 19/02/2021 ban hành Quy định về quản lý ngân sách; số 657/QĐ-UBND ngày 13/7/2023 về việc sửa đổi một số điều.",
			self: Self{Issuer: "Ủy ban nhân dân tỉnh Quảng Ngãi"},
			want: []string{
				"Số 79/QĐ-UBND ngày 19/02/2021 | based_on quyet_dinh 79/QĐ-UBND 2021-02-19 Ủy ban nhân dân tỉnh Quảng Ngãi",
				"số 657/QĐ-UBND ngày 13/7/2023 | based_on quyet_dinh 657/QĐ-UBND 2023-07-13 Ủy ban nhân dân tỉnh Quảng Ngãi",
			},
		},
		{
			name: "a legal basis on a line of its own",
			why:  "the line before ends with a semicolon",
			text: "THÔNG TƯ\nVề phối hợp\nCăn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;\nLuật Cư trú ngày 13 tháng 11 năm 2020;\nĐiều 1. Phạm vi",
			want: []string{
				"Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015 | based_on luat Luật Ban hành văn bản quy phạm pháp luật 2015-06-22 -",
				"Luật Cư trú ngày 13 tháng 11 năm 2020 | based_on luat Luật Cư trú 2020-11-13 -",
			},
		},
		{
			name: "documents behind a colon",
			why:  "the cue stands before the colon",
			text: "Căn cứ các văn bản: Chỉ thị số 93/CT-TTg ngày 18/8/2025, Quyết định số 3466/QĐ-TTg ngày 05/11/2025; Kế hoạch số 45-KH/TU ngày 30/9/2025 của Tỉnh ủy.",
			want: []string{
				"Chỉ thị số 93/CT-TTg ngày 18/8/2025 | based_on chi_thi 93/CT-TTg 2025-08-18 Thủ tướng Chính phủ",
				"Quyết định số 3466/QĐ-TTg ngày 05/11/2025 | based_on quyet_dinh 3466/QĐ-TTg 2025-11-05 Thủ tướng Chính phủ",
				"Kế hoạch số 45-KH/TU ngày 30/9/2025 của Tỉnh ủy | based_on ke_hoach 45-KH/TU 2025-09-30 Tỉnh ủy",
			},
		},
	})
}

// TestJointIssuers covers the bodies that issue together, the first of which may have a name that ends a phrase elsewhere.
func TestJointIssuers(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "the procuracy first",
			why:  "a name that ends a phrase goes on where a further body stands",
			text: "Theo Thông tư liên tịch số 02/2017/TTLT-VKSNDTC-TANDTC-BCA ngày 22/12/2017 của Viện kiểm sát nhân dân tối cao, Tòa án nhân dân tối cao và Bộ Công an quy định việc phối hợp.",
			want: []string{
				"Thông tư liên tịch số 02/2017/TTLT-VKSNDTC-TANDTC-BCA ngày 22/12/2017 của Viện kiểm sát nhân dân tối cao, Tòa án nhân dân tối cao và Bộ Công an | cites thong_tu_lien_tich 02/2017/TTLT-VKSNDTC-TANDTC-BCA 2017-12-22 Viện kiểm sát nhân dân tối cao, Tòa án nhân dân tối cao và Bộ Công an",
			},
		},
		{
			name: "bodies that call themselves joint",
			why:  "\"liên\" needs no capital",
			text: "Theo Thông tư liên tịch số 47/2009/TTLT-BTC-BLĐTBXH ngày 11/3/2009 của liên Bộ Tài chính - Bộ Lao động - Thương binh và Xã hội hướng dẫn.",
			want: []string{
				"Thông tư liên tịch số 47/2009/TTLT-BTC-BLĐTBXH ngày 11/3/2009 của liên Bộ Tài chính - Bộ Lao động - Thương binh và Xã hội | cites thong_tu_lien_tich 47/2009/TTLT-BTC-BLĐTBXH 2009-03-11 liên Bộ Tài chính - Bộ Lao động - Thương binh và Xã hội",
			},
		},
		{
			name: "titles in capitals",
			why:  "a capital in capitals begins no clause",
			text: "THÔNG TƯ SỬA ĐỔI THÔNG TƯ SỐ 09/2009/TT-BNN NGÀY 03 THÁNG 3 NĂM 2009 VỀ VIỆC BAN HÀNH DANH MỤC THUỐC, HẠN CHẾ SỬ DỤNG",
			want: []string{
				"THÔNG TƯ SỐ 09/2009/TT-BNN NGÀY 03 THÁNG 3 NĂM 2009 | amends thong_tu 09/2009/TT-BNN 2009-03-03 Bộ Nông nghiệp và Phát triển nông thôn",
			},
		},
		{
			name: "not jointly",
			why:  "what stands behind the comma did not issue a directive",
			text: "Theo Chỉ thị số 02/CT-TTg ngày 22/12/2017 của Thủ tướng Chính phủ, Bộ Công an báo cáo.",
			want: []string{
				"Chỉ thị số 02/CT-TTg ngày 22/12/2017 của Thủ tướng Chính phủ | cites chi_thi 02/CT-TTg 2017-12-22 Thủ tướng Chính phủ",
			},
		},
		{
			name: "a ministry whose name holds a stop word",
			why:  "\"giao\" ends other names",
			text: "Theo Thông tư liên tịch số 21/2016/TTLT-BLĐTBXH-BNG ngày 29/6/2016 của Bộ Lao động - Thương binh và Xã hội, Bộ Ngoại giao.",
			want: []string{
				"Thông tư liên tịch số 21/2016/TTLT-BLĐTBXH-BNG ngày 29/6/2016 của Bộ Lao động - Thương binh và Xã hội, Bộ Ngoại giao | cites thong_tu_lien_tich 21/2016/TTLT-BLĐTBXH-BNG 2016-06-29 Bộ Lao động - Thương binh và Xã hội, Bộ Ngoại giao",
			},
		},
	})
}

// TestWritersOwn covers issuers that are named without their place, because the reader knows it.
func TestWritersOwn(t *testing.T) {
	const plan = "Theo Kế hoạch số 61/KH-UBND ngày 05/3/2024"
	for _, c := range []struct{ name, text, self, want string }{
		{"district", plan + " của UBND huyện.", "Ủy ban nhân dân huyện Mường Chà", "Ủy ban nhân dân huyện Mường Chà"},
		{"ward", plan + " của Chủ tịch UBND phường.", "Ủy ban nhân dân phường Thanh Bình", "Chủ tịch Ủy ban nhân dân phường Thanh Bình"},
		{"another rank", plan + " của UBND huyện.", "Ủy ban nhân dân xã Na Sang", "Ủy ban nhân dân huyện"},
		{"a town is no commune", plan + " của UBND xã.", "Ủy ban nhân dân thị xã Mường Lay", "Ủy ban nhân dân xã"},
		{"place named", plan + " của UBND huyện Tủa Chùa.", "Ủy ban nhân dân huyện Mường Chà", "Ủy ban nhân dân huyện Tủa Chùa"},
		{"ministry by its letters", "Theo Kế hoạch số 908/KH-BCT ngày 02/5/2023 của Bộ.", "Văn phòng Bộ", "Bộ Công Thương"},
		{"letters of no ministry", "Theo Kế hoạch số 908/KH-XYZ ngày 02/5/2023 của Bộ.", "Văn phòng Bộ", "Bộ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := extractText(c.text, Self{Issuer: c.self})
			if len(got) != 1 || string(got[0].Issuer) != c.want {
				t.Errorf("got %+v, want one mention issued by %q", got, c.want)
			}
		})
	}
}

// TestTitleAboveWhoDecides covers a title whose last line ends with an issuer, above the issuer of the decision in capitals.
func TestTitleAboveWhoDecides(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "capitals below",
			why:  "a line in capitals below one without is who decides",
			text: "QUYẾT ĐỊNH\nSửa đổi Kế hoạch số 33/KH-UBND ngày 07/02/2022\ncủa Ủy ban nhân dân tỉnh\nỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN\nCăn cứ Luật Đất đai;",
			self: Self{Kind: "quyet_dinh", Issuer: "Ủy ban nhân dân tỉnh Điện Biên"},
			want: []string{
				"Kế hoạch số 33/KH-UBND ngày 07/02/2022\ncủa Ủy ban nhân dân tỉnh | amends ke_hoach 33/KH-UBND 2022-02-07 Ủy ban nhân dân tỉnh Điện Biên",
				"Luật Đất đai | based_on luat Luật Đất đai - -",
			},
		},
	})
}

// TestCarriedOut covers what a preamble carries out and what it only looks back on.
func TestCarriedOut(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "tasks given",
			why:  "who carries out what a point gives carries out the directive",
			text: "KẾ HOẠCH\nVề trồng rừng\nCăn cứ Luật Lâm nghiệp; thực hiện các nhiệm vụ được giao tại điểm b mục 3 Chỉ thị số 12/CT-TTg ngày 01/4/2024, Sở ban hành Kế hoạch:",
			self: Self{Kind: "ke_hoach"},
			want: []string{
				"Luật Lâm nghiệp | based_on luat Luật Lâm nghiệp - -",
				"Chỉ thị số 12/CT-TTg ngày 01/4/2024 | implements chi_thi 12/CT-TTg 2024-04-01 Thủ tướng Chính phủ § muc 3 diem b",
			},
		},
		{
			name: "years gone by",
			why:  "a directive that counts the years since a decree looks back on it",
			text: "CHỈ THỊ\nVề bến bãi\nSau gần năm năm thực hiện Nghị định số 65/2018/NĐ-CP, kết quả còn thấp.",
			self: Self{Kind: "chi_thi"},
			want: []string{"Nghị định số 65/2018/NĐ-CP | cites nghi_dinh 65/2018/NĐ-CP - Chính phủ"},
		},
		{
			name: "years gone by, of a report",
			why:  "a report looks back on what it carried out",
			text: "BÁO CÁO\nVề bến bãi\nSau gần năm năm thực hiện Nghị định số 65/2018/NĐ-CP, kết quả còn thấp.",
			self: Self{Kind: "bao_cao"},
			want: []string{"Nghị định số 65/2018/NĐ-CP | implements nghi_dinh 65/2018/NĐ-CP - Chính phủ"},
		},
	})
}

// TestShortNames covers the names that a document gives in brackets to another.
func TestShortNames(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "kind and number",
			why:  "the short name stands for the mention before, and the list goes on behind the brackets",
			text: "Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2024 về phòng cháy (sau đây gọi tắt là Kế hoạch 15) và Công văn số 745/BNN-LN ngày 24/01/2024.\nBám sát nội dung Kế hoạch 15; xác định rõ người.",
			want: []string{
				"Kế hoạch số 15/KH-UBND ngày 10/01/2024 | implements ke_hoach 15/KH-UBND 2024-01-10 -",
				"Kế hoạch 15 | cites ke_hoach 15/KH-UBND 2024-01-10 -",
				"Công văn số 745/BNN-LN ngày 24/01/2024 | implements cong_van 745/BNN-LN 2024-01-24 Bộ Nông nghiệp và Phát triển nông thôn",
				"Kế hoạch 15 | cites ke_hoach 15/KH-UBND 2024-01-10 -",
			},
		},
		{
			name: "a number that nothing bears in full",
			why:  "\"Kế hoạch 5 năm\" is no document",
			text: "Xây dựng Kế hoạch 5 năm và Kế hoạch 15 về phòng cháy.",
		},
		{
			name: "number and year",
			why:  "the suffix is left out once it has been given",
			text: "Theo Thông tư liên tịch số 01/2017/TTLT-BCA-BQP ngày 29/12/2017 (sau đây viết tắt là Thông tư liên tịch số 01/2017).\nTheo Điều 6 Thông tư liên tịch số 01/2017 và Nghị định 69/2024.",
			want: []string{
				"Thông tư liên tịch số 01/2017/TTLT-BCA-BQP ngày 29/12/2017 | cites thong_tu_lien_tich 01/2017/TTLT-BCA-BQP 2017-12-29 -",
				"Thông tư liên tịch số 01/2017 | cites thong_tu_lien_tich 01/2017/TTLT-BCA-BQP 2017-12-29 -",
				"Thông tư liên tịch số 01/2017 | cites thong_tu_lien_tich 01/2017/TTLT-BCA-BQP 2017-12-29 - § dieu 6",
				"Nghị định 69/2024 | cites nghi_dinh 69/2024 - -",
			},
		},
		{
			name: "the document's own short name",
			why:  "a document does not cite itself",
			text: "Quy định tại Thông tư số 01/2022 và Thông tư số 02/2022.",
			self: Self{Kind: "thong_tu", Symbol: "01/2022/TT-BTC"},
			want: []string{
				"Thông tư số 02/2022 | cites thong_tu 02/2022 - -",
			},
		},
		{
			name: "behind a subject with a mention in it",
			why:  "the list goes on from the outermost mention",
			text: "Sửa đổi, bổ sung Thông tư số 26/2016/TT-BLĐTBXH quy định chi tiết Nghị định số 51/2016/NĐ-CP (sau đây gọi là Thông tư số 26/2016/TT-BLĐTBXH) và Thông tư số 27/2016/TT-BLĐTBXH.",
			want: []string{
				"Thông tư số 26/2016/TT-BLĐTBXH | amends thong_tu 26/2016/TT-BLĐTBXH - Bộ Lao động - Thương binh và Xã hội",
				"Nghị định số 51/2016/NĐ-CP | guides<0 nghi_dinh 51/2016/NĐ-CP - Chính phủ",
				"Thông tư số 26/2016/TT-BLĐTBXH | cites thong_tu 26/2016/TT-BLĐTBXH - Bộ Lao động - Thương binh và Xã hội",
				"Thông tư số 27/2016/TT-BLĐTBXH | amends thong_tu 27/2016/TT-BLĐTBXH - Bộ Lao động - Thương binh và Xã hội",
			},
		},
	})
}

// TestCutSymbols covers symbols that scans, printers and typists broke.
func TestCutSymbols(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "blanks around the hyphen behind a code",
			why:  "an organ must follow the code",
			text: "Căn cứ Nghị định số 132/2008/NĐ - CP ngày 31/12/2008 và Quyết định số 02/2010/QĐ - TTg ngày 15/1/2010;",
			want: []string{
				"Nghị định số 132/2008/NĐ - CP ngày 31/12/2008 | based_on nghi_dinh 132/2008/NĐ-CP 2008-12-31 Chính phủ",
				"Quyết định số 02/2010/QĐ - TTg ngày 15/1/2010 | based_on quyet_dinh 02/2010/QĐ-TTg 2010-01-15 Thủ tướng Chính phủ",
			},
		},
		{
			name: "blanks around the hyphen behind an organ",
			why:  "\" - \" also joins names",
			text: "Theo Công văn số 12/BTC - Bộ Tài chính trả lời.",
			want: []string{
				"Công văn số 12/BTC | cites cong_van 12/BTC - Bộ Tài chính",
			},
		},
		{
			name: "two slashes",
			why:  "scans see the slash twice",
			text: "Kèm theo Thông tư số 18/⁄2026/TT-BYT ngày 01 tháng 6 năm 2026.",
			want: []string{
				"Thông tư số 18/⁄2026/TT-BYT ngày 01 tháng 6 năm 2026 | attached_to thong_tu 18/2026/TT-BYT 2026-06-01 Bộ Y tế",
			},
		},
		{
			name: "figures in the last group",
			why:  "the decrees of the fifties",
			text: "Căn cứ Sắc lệnh số 102-SL/L004 ngày 20 tháng 5 năm 1957;",
			want: []string{
				"Sắc lệnh số 102-SL/L004 ngày 20 tháng 5 năm 1957 | based_on sac_lenh 102-SL/L004 1957-05-20 -",
			},
		},
		{
			name: "the assembly's term misread",
			why:  "QHI15 is QH15",
			text: "Theo Luật Phục hồi, phá sản số 142/2025/QHI15.",
			want: []string{
				"Luật Phục hồi, phá sản số 142/2025/QHI15 | cites luat 142/2025/QH15 - Quốc hội",
			},
		},
		{
			name: "forms",
			why:  "the number of a form is no document",
			text: "Theo Mẫu số 05-TT/SHTT tại Phụ lục và QUYẾT ĐỊNH[13] của người có thẩm quyền.",
		},
		{
			name: "cut over the line",
			why:  "the view joins the halves",
			text: "Quy định tại khoản 5 Điều 3 Thông tư số 08/2023/TT-\nBLĐTBXH và Luật Hải quan số\n54/2014/QH13.",
			want: []string{
				"Thông tư số 08/2023/TT-\nBLĐTBXH | cites thong_tu 08/2023/TT-BLĐTBXH - Bộ Lao động - Thương binh và Xã hội § dieu 3 khoan 5",
				"Luật Hải quan số\n54/2014/QH13 | cites luat 54/2014/QH13 - Quốc hội",
			},
		},
	})
}

// TestClauses covers what the words around a mention make of its relation.
func TestClauses(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "brackets name a source",
			why:  "the verb before the brackets does not govern what stands in them",
			text: "Ủy ban nhân dân tỉnh đã ban hành kế hoạch thực hiện Chỉ thị (Kế hoạch số 301/KH-UBND ngày 25/9/2025).",
			want: []string{
				"Kế hoạch số 301/KH-UBND ngày 25/9/2025 | cites ke_hoach 301/KH-UBND 2025-09-25 -",
			},
		},
		{
			name: "amended where \"tại\" tells the place",
			why:  "the subject of the act begins with the verb",
			text: "Thực hiện Quyết định số 402/QĐ-TTg ngày 20/02/2024 sửa đổi, bổ sung một số nhiệm vụ giao tại Chỉ thị số 87/CT-TTg ngày 12/12/2023.",
			want: []string{
				"Quyết định số 402/QĐ-TTg ngày 20/02/2024 | implements quyet_dinh 402/QĐ-TTg 2024-02-20 Thủ tướng Chính phủ",
				"Chỉ thị số 87/CT-TTg ngày 12/12/2023 | amends<0 chi_thi 87/CT-TTg 2023-12-12 Thủ tướng Chính phủ",
			},
		},
		{
			name: "a proposal that is the reason",
			why:  "\"theo đề nghị\" does not leave the act to somebody else",
			text: "I. NỘI DUNG\nTheo đề nghị của Sở Nội vụ, Ủy ban nhân dân tỉnh sửa đổi, bổ sung Kế hoạch số 15/KH-UBND ngày 16/01/2024 như sau:",
			want: []string{
				"Kế hoạch số 15/KH-UBND ngày 16/01/2024 | amends ke_hoach 15/KH-UBND 2024-01-16 -",
			},
		},
		{
			name: "a text issued with an act",
			why:  "\"ban hành Quy chế … kèm theo\" ties the text to the act",
			text: "I. KẾT QUẢ\n1. Bộ đã ban hành Quy chế trực, cảnh báo kèm theo Quyết định số 5588/QĐ-BNN-LN ngày 22/12/2023.",
			want: []string{
				"Quyết định số 5588/QĐ-BNN-LN ngày 22/12/2023 | attached_to quyet_dinh 5588/QĐ-BNN-LN 2023-12-22 Bộ Nông nghiệp và Phát triển nông thôn",
			},
		},
		{
			name: "results taken over",
			why:  "what is carried on is not reported on",
			text: "Kế thừa kết quả thực hiện Chỉ thị số 93/CT-TTg ngày 16/11/2022 của Thủ tướng Chính phủ.",
			want: []string{
				"Chỉ thị số 93/CT-TTg ngày 16/11/2022 của Thủ tướng Chính phủ | cites chi_thi 93/CT-TTg 2022-11-16 Thủ tướng Chính phủ",
			},
		},
		{
			name: "the old word for a legal basis",
			why:  "\"chiểu\" opened legal bases until the sixties",
			text: "Chiểu theo Sắc lệnh số 14 ngày 8 tháng 9 năm 1945 mở cuộc Tổng tuyển cử;",
			want: []string{
				"Sắc lệnh số 14 ngày 8 tháng 9 năm 1945 | based_on sac_lenh 14 1945-09-08 -",
			},
		},
		{
			name: "a plenum with its number",
			why:  "number and term belong to the issuer",
			text: "Thực hiện Kết luận số 63-KL/TW của Hội nghị Trung ương 7 khóa XI về cải cách tiền lương và Quyết định số 02/QĐ-BCĐ ngày 22/01/2024 của Trưởng Ban Chỉ đạo 138 tỉnh.",
			want: []string{
				"Kết luận số 63-KL/TW của Hội nghị Trung ương 7 khóa XI | implements ket_luan 63-KL/TW - Hội nghị Trung ương 7 khóa XI",
				"Quyết định số 02/QĐ-BCĐ ngày 22/01/2024 của Trưởng Ban Chỉ đạo 138 tỉnh | implements quyet_dinh 02/QĐ-BCĐ 2024-01-22 Trưởng Ban Chỉ đạo 138 tỉnh",
			},
		},
		{
			name: "a legal basis in a note",
			why:  "a note quotes what another act is based on",
			text: "Thông tư này có hiệu lực¹.\n¹ Căn cứ Luật Cư trú ngày 13 tháng 11 năm 2020;",
			want: []string{
				"Luật Cư trú ngày 13 tháng 11 năm 2020 | cites luat Luật Cư trú 2020-11-13 -",
			},
		},
	})
}

// TestCells covers rows of tables: what a cell says does not reach into the next.
func TestCells(t *testing.T) {
	got := extractText("Tên văn bản | Lý do | Ngày\nThông tư số 08/2017/TT-BTC về kiểm tra | Được thay thế bởi Thông tư số 05/2024/TT-BTC về kiểm tra mới | 25/6/2024", Self{})
	if len(got) != 2 || got[0].Title != "kiểm tra" || got[1].Title != "kiểm tra mới" {
		t.Errorf("got %+v", got)
	}
}
