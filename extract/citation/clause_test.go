package citation

import "testing"

// TestLawsOfThemselves covers laws that speak of themselves and of those that they amend.
func TestLawsOfThemselves(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "this law and another's number",
			why:  "\"Luật này\" has no name that runs up to a number",
			text: "Đơn nộp trước ngày Luật này có hiệu lực thì áp dụng quy định của Luật Sở hữu trí tuệ số 50/2005/QH11.",
			want: []string{
				"Luật Sở hữu trí tuệ số 50/2005/QH11 | cites luat 50/2005/QH11 - Quốc hội",
			},
		},
		{
			name: "this law replaces another",
			why:  "the verb stands between this law and the other",
			text: "Luật này thay thế Luật thuế thu nhập doanh nghiệp số 09/2003/QH11.",
			want: []string{
				"Luật thuế thu nhập doanh nghiệp số 09/2003/QH11 | replaces luat 09/2003/QH11 - Quốc hội",
			},
		},
		{
			name: "the law that is enacted",
			why:  "the number is that of the law that is amended",
			text: "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12.",
			want: []string{
				"Luật Bảo hiểm y tế số 25/2008/QH12 | amends luat 25/2008/QH12 - Quốc hội",
			},
		},
		{
			name: "a law misread in a list",
			why:  "the list goes on over it",
			text: "Căn cứ Luật Công an nhân dân số 37/2018/QH14 được sửa đổi bởi Luật số 21/2023/QH15, Tuật số 30/2023/QH15, Luật số 38/2024/QH15;",
			want: []string{
				"Luật Công an nhân dân số 37/2018/QH14 | based_on luat 37/2018/QH14 - Quốc hội",
				"Luật số 21/2023/QH15 | amends<0! luat 21/2023/QH15 - Quốc hội",
				"Tuật số 30/2023/QH15 | amends<0! luat 30/2023/QH15 - Quốc hội",
				"Luật số 38/2024/QH15 | amends<0! luat 38/2024/QH15 - Quốc hội",
			},
		},
	})
}

// TestWordsChanged covers articles that put in, strike out and change words of other acts.
func TestWordsChanged(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "words put in",
			why:  "what stands in the quotes cites on its own",
			text: "Điều 1. Sửa đổi\na) Bổ sung cụm từ “và khoản 31 Điều 1 Luật Hải quan” vào sau cụm từ “Luật Quản lý thuế”.",
			want: []string{
				"Luật Hải quan | cites luat Luật Hải quan - - § dieu 1 khoan 31",
				"Luật Quản lý thuế | cites luat Luật Quản lý thuế - -",
			},
		},
		{
			name: "words changed",
			why:  "to change words is to amend",
			text: "Điều 1. Sửa đổi\n1. Thay thế cụm từ “A” bằng cụm từ “B” tại điểm e khoản 3 Điều 10 Thông tư số 13/2015/TT-BTC.\n2. Bỏ, sửa cụm từ tại Nghị định 63/2019/NĐ-CP.",
			want: []string{
				"Thông tư số 13/2015/TT-BTC | amends thong_tu 13/2015/TT-BTC - Bộ Tài chính § dieu 10 khoan 3 diem e",
				"Nghị định 63/2019/NĐ-CP | amends nghi_dinh 63/2019/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "a range of clauses",
			why:  "\"từ 29 đến 45\" is a range",
			text: "Theo các khoản từ 29 đến 45 Điều 1 Luật Hải quan.",
			want: []string{
				"Luật Hải quan | cites luat Luật Hải quan - - § dieu 1 khoan 29-45",
			},
		},
		{
			name: "a short name behind what was amended",
			why:  "the brackets are no act that amends",
			text: "Điều 1. Sửa đổi\nSửa đổi, bổ sung một số điều của Nghị định số 96/2016/NĐ-CP quy định về an ninh đã được sửa đổi, bổ sung năm 2023 (sau đây viết gọn là Nghị định số 96/2016/NĐ-CP).",
			want: []string{
				"Nghị định số 96/2016/NĐ-CP | amends nghi_dinh 96/2016/NĐ-CP - Chính phủ",
				"Nghị định số 96/2016/NĐ-CP | cites nghi_dinh 96/2016/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "what ends is not what is cited",
			why:  "behind \"theo\" a mention is not the subject of its clause",
			text: "Văn bản ủy quyền theo quy định tại Nghị định số 111/2011/NĐ-CP hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\nNghị định số 112/2011/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
			want: []string{
				"Nghị định số 111/2011/NĐ-CP | cites nghi_dinh 111/2011/NĐ-CP - Chính phủ",
				"Nghị định số 112/2011/NĐ-CP | replaces nghi_dinh 112/2011/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "a hyphen seen twice",
			why:  "scans double hyphens over a fold",
			text: "Theo Nghị định số 154/2024/NĐ- -CP.",
			want: []string{
				"Nghị định số 154/2024/NĐ- -CP | cites nghi_dinh 154/2024/NĐ-CP - Chính phủ",
			},
		},
	})
}
