package field

import "testing"

// form is one form of letterhead, with the rule or habit that it stands for.
type form struct {
	name, why, content string
	want               wanted
}

func runForms(t *testing.T, forms []form) {
	t.Helper()
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			if got := plainHeader(extract(f.content)); got != f.want {
				t.Errorf("%s\ngot  %+v\nwant %+v", f.why, got, f.want)
			}
		})
	}
}

// TestOldForms holds the letterheads of before 1976, when the State had another name and papers another layout.
func TestOldForms(t *testing.T) {
	runForms(t, []form{
		{
			name: "a decree of 1946",
			why:  "the State's name of 1945; number without letters under the kind",
			content: "CHỦ TỊCH CHÍNH PHỦ\nVIỆT NAM DÂN CHỦ CỘNG HÒA\nĐộc lập - Tự do - Hạnh phúc\nSẮC LỆNH\n" +
				"CỦA CHỦ TỊCH NƯỚC SỐ 13 NGÀY 24 THÁNG 1 NĂM 1946\nVỀ TỔ CHỨC TÒA ÁN\nĐiều 1. Một.\nCHỦ TỊCH\nHồ Văn An",
			want: wanted{"sac_lenh", "13", "Chủ tịch nước", "1946-01-24", "-", "VỀ TỔ CHỨC TÒA ÁN", "Hồ Văn An; Chủ tịch; "},
		},
		{
			name: "a decree with the letters of its kind",
			why:  "\"04/SL\": the number bears its kind and no issuer",
			content: "SẮC LỆNH\nCỦA CHỦ TỊCH NƯỚC SỐ 04/SL NGÀY 20 THÁNG 1 NĂM 1950\nVỀ THI ĐUA\n" +
				"Điều 1. Một.",
			want: wanted{"sac_lenh", "04/SL", "Chủ tịch nước", "1950-01-20", "-", "VỀ THI ĐUA", "-"},
		},
		{
			name:    "a decree with its number on a line of its own",
			why:     "number and day stand under the issuer; a letter may follow the number",
			content: "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI\nSỐ 77-B NGÀY 24 THÁNG 12 NĂM 1945\nCHỦ TỊCH CHÍNH PHỦ\nVIỆT NAM DÂN CHỦ CỘNG HOÀ\nChiểu chi Sắc lệnh số 13 ngày 2-3-1945;\nĐiều 1. Một.",
			want:    wanted{"sac_lenh", "77-B", "Chủ tịch nước", "1945-12-24", "-", "-", "-"},
		},
		{
			name: "a directive of 1964",
			why:  "the issuer's letters alone behind the number",
			content: "THỦ TƯỚNG CHÍNH PHỦ\nSố: 95-TTg\nVIỆT NAM DÂN CHỦ CỘNG HÒA\nĐộc lập - Tự do - Hạnh phúc\n" +
				"Hà Nội, ngày 6 tháng 10 năm 1964\nCHỈ THỊ\nVề việc tăng cường thi đua\n1. Một việc.",
			want: wanted{"chi_thi", "95-TTg", "Thủ tướng Chính phủ", "1964-10-06", "Hà Nội", "Về việc tăng cường thi đua", "-"},
		},
		{
			name: "a circular of 1958",
			why:  "kind and issuer in the number in the old order",
			content: "BỘ NỘI VỤ\nSố: 27-NV/TT\nVIỆT NAM DÂN CHỦ CỘNG HÒA\nĐộc lập - Tự do - Hạnh phúc\n" +
				"Hà Nội, ngày 3 tháng 5 năm 1958\nTHÔNG TƯ\nVề hộ tịch\n1. Một việc.",
			want: wanted{"thong_tu", "27-NV/TT", "Bộ Nội vụ", "1958-05-03", "Hà Nội", "Về hộ tịch", "-"},
		},
	})
}

// TestStateForms holds what Nghị định 30/2020/NĐ-CP and the rules before it allow.
func TestStateForms(t *testing.T) {
	runForms(t, []form{
		{
			name:    "a letter of 2003",
			why:     "the letters of the ministry stand right behind the number",
			content: "BỘ THƯƠNG MẠI\n********\n" + motto2 + "Số: 128TM/XNK\nHà Nội, ngày 04 tháng 7 năm 2003\nKính gửi: Các phòng quản lý\nNay đính chính Thông báo số 132 TM/XNK ngày 16/06/2003.\nBỘ TRƯỞNG\nLê Văn Bình",
			want:    wanted{"cong_van", "128TM/XNK", "Bộ Thương mại", "2003-07-04", "Hà Nội", "-", "Lê Văn Bình; Bộ trưởng; "},
		},
		{
			name:    "number and year",
			why:     "normative papers bear the year inside the number",
			content: "BỘ Y TẾ\nSố: 07/2014/TT-BYT\n" + motto2 + "Hà Nội, ngày 25 tháng 02 năm 2014\nTHÔNG TƯ\nQuy định về Quy tắc ứng xử\nĐiều 1. Phạm vi",
			want:    wanted{"thong_tu", "07/2014/TT-BYT", "Bộ Y tế", "2014-02-25", "Hà Nội", "Quy định về Quy tắc ứng xử", "-"},
		},
		{
			name:    "a resolution of the Standing Committee",
			why:     "the label names the kind: \"Nghị quyết số:\"",
			content: "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNghị quyết số: 1403/NQ-UBTVQH15\n" + motto2 + "Hà Nội, ngày 20 tháng 02 năm 2025\nNGHỊ QUYẾT\nVề tổ chức bộ máy\nĐiều 1. Một.\nTM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH\nLê Văn Bình",
			want:    wanted{"nghi_quyet", "1403/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội", "2025-02-20", "Hà Nội", "Về tổ chức bộ máy", "Lê Văn Bình; Chủ tịch; TM."},
		},
		{
			name:    "a people's council",
			why:     "a resolution of a province",
			content: "HỘI ĐỒNG NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 12/2023/NQ-HĐND\n" + motto2 + "Lai Châu, ngày 08 tháng 12 năm 2023\nNGHỊ QUYẾT\nQuy định mức chi\nĐiều 1. Một.\nCHỦ TỊCH\nLê Văn Bình",
			want:    wanted{"nghi_quyet", "12/2023/NQ-HĐND", "Hội đồng nhân dân tỉnh Lai Châu", "2023-12-08", "Lai Châu", "Quy định mức chi", "Lê Văn Bình; Chủ tịch; "},
		},
		{
			name:    "the President's order",
			why:     "\"Số: 12/2023/L-CTN\"; kind LỆNH",
			content: "CHỦ TỊCH NƯỚC\nSố: 12/2023/L-CTN\n" + motto2 + "Hà Nội, ngày 5 tháng 7 năm 2023\nLỆNH\nVề việc công bố Luật\nCHỦ TỊCH NƯỚC\nCăn cứ Hiến pháp;\nNAY CÔNG BỐ\nCHỦ TỊCH NƯỚC\nLê Văn Bình",
			want:    wanted{"lenh", "12/2023/L-CTN", "Chủ tịch nước", "2023-07-05", "Hà Nội", "Về việc công bố Luật", "Lê Văn Bình; Chủ tịch nước; "},
		},
		{
			name:    "a people's court",
			why:     "courts issue in the State's form",
			content: "TÒA ÁN NHÂN DÂN TỐI CAO\nSố: 04/CT-CA\n" + motto2 + "Hà Nội, ngày 22 tháng 12 năm 2021\nCHỈ THỊ\nVề triển khai nhiệm vụ trọng tâm\n1. Một việc.\nCHÁNH ÁN\nLê Văn Bình",
			want:    wanted{"chi_thi", "04/CT-CA", "Tòa án nhân dân tối cao", "2021-12-22", "Hà Nội", "Về triển khai nhiệm vụ trọng tâm", "Lê Văn Bình; Chánh án; "},
		},
		{
			name:    "a draft",
			why:     "number and day are blank: null, and the number cited in the title is not taken",
			content: "BỘ NỘI VỤ\nSố:      /KH-BNV\n" + motto2 + "Hà Nội, ngày     tháng     năm 2023\nKẾ HOẠCH\nTriển khai Chỉ thị số 19/CT-TTg ngày 16 tháng 7 năm 2021\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "-", "Bộ Nội vụ", "-", "Hà Nội", "Triển khai Chỉ thị số 19/CT-TTg ngày 16 tháng 7 năm 2021", "-"},
		},
		{
			name:    "a draft with dots",
			why:     "blanks drawn as dots are blanks",
			content: "BỘ NỘI VỤ\nSố: ...../QĐ-BNV\n" + motto2 + "Hà Nội, ngày ... tháng ... năm 2023\nQUYẾT ĐỊNH\nVề việc khen thưởng\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "-", "Bộ Nội vụ", "-", "Hà Nội", "Về việc khen thưởng", "-"},
		},
		{
			name:    "issued with a decision",
			why:     "number and day of the decision that it came with are not its own; the tie is no part of the title",
			content: "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n" + motto2 + "KẾ HOẠCH\nPhòng cháy, chữa cháy rừng năm 2024\n(Ban hành kèm theo Quyết định số 412/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh Lạng Sơn)\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "-", "Ủy ban nhân dân tỉnh Lạng Sơn", "-", "-", "Phòng cháy, chữa cháy rừng năm 2024", "-"},
		},
		{
			name: "two papers in one file",
			why:  "an issue of the gazette: the first paper's signer and no other's",
			content: "BỘ Y TẾ\nSố: 12/2024/TT-BYT\n" + motto2 + "Hà Nội, ngày 05 tháng 3 năm 2024\nTHÔNG TƯ\nQuy định về trạm y tế xã\nĐiều 1. Một.\nĐiều 2. Hai.\nBỘ TRƯỞNG\nLê Minh An\n" +
				"BỘ TÀI CHÍNH\nSố: 77/2024/TT-BTC\n" + motto2 + "Hà Nội, ngày 09 tháng 4 năm 2024\nTHÔNG TƯ\nQuy định về phí\nĐiều 1. Một.\nBỘ TRƯỞNG\nTrần Văn Bình",
			want: wanted{"thong_tu", "12/2024/TT-BYT", "Bộ Y tế", "2024-03-05", "Hà Nội", "Quy định về trạm y tế xã", "Lê Minh An; Bộ trưởng; "},
		},
		{
			name:    "a district committee of the Party",
			why:     "\"HUYỆN ỦY\" begins a name and goes on with none; the organ between kind and subject is no part of the title",
			content: "ĐẢNG BỘ TỈNH LẠNG SƠN\nHUYỆN ỦY CAO LỘC\n*\nSố 45-CT/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nCao Lộc, ngày 07-4-2014\nCHỈ THỊ\ncủa Ban Thường vụ Huyện ủy\nvề tăng cường phòng cháy rừng\n-----\nBan Thường vụ Huyện ủy yêu cầu:\n1- Một.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn Bình",
			want:    wanted{"chi_thi", "45-CT/HU", "Huyện ủy Cao Lộc", "2014-04-07", "Cao Lộc", "về tăng cường phòng cháy rừng", "Lê Văn Bình; Phó Bí thư; TM."},
		},
		{
			name:    "a trade union",
			why:     "two columns read as one line; a body that the register does not hold is written as the running text does",
			content: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCÔNG ĐOÀN VIÊN CHỨC TỈNH Độc lập - Tự do - Hạnh phúc\nSố: 22/HD-CĐVC Lạng Sơn, ngày 12 tháng 3 năm 2024\nHƯỚNG DẪN\nTổ chức Tháng Công nhân năm 2024\nCông đoàn Viên chức tỉnh hướng dẫn như sau:\n1. Nội dung.",
			want:    wanted{"huong_dan", "22/HD-CĐVC", "Công đoàn Viên chức tỉnh", "2024-03-12", "Lạng Sơn", "Tổ chức Tháng Công nhân năm 2024", "-"},
		},
		{
			name:    "a telegram",
			why:     "the hour stands before the day; the addressees under \"điện:\" are no title",
			content: "THỦ TƯỚNG CHÍNH PHỦ\nSố: 54/CĐ-TTg\n" + motto2 + "Hà Nội, hồi 21 giờ 30 phút ngày 27 tháng 5 năm 2024\nCÔNG ĐIỆN\nVề việc ứng phó mưa lũ\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Ủy ban nhân dân các tỉnh;\n1. Một việc.",
			want:    wanted{"cong_dien", "54/CĐ-TTg", "Thủ tướng Chính phủ", "2024-05-27", "Hà Nội", "Về việc ứng phó mưa lũ", "-"},
		},
		{
			name:    "a judgment",
			why:     "number and day stand one under the other; the paper speaks for the State and not for the court alone",
			content: "TÒA ÁN NHÂN DÂN\nTỈNH LẠNG SƠN\nBẢN ÁN SỐ: 12/2023/HS-ST\nNgày: 12-5-2023\n" + motto2 + "NHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVới Hội đồng xét xử gồm có:",
			want:    wanted{"ban_an", "12/2023/HS-ST", "Tòa án nhân dân tỉnh Lạng Sơn", "2023-05-12", "-", "-", "-"},
		},
		{
			name:    "issuers one under the other",
			why:     "a joint paper without dashes between its issuers; a name may take two lines",
			content: "BỘ QUỐC PHÒNG\nBỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nSố: 10/2013/TTLT-BQP-BLĐTBXH\n" + motto2 + "Hà Nội, ngày 5 tháng 7 năm 2013\nTHÔNG TƯ LIÊN TỊCH\nVề trợ cấp\nĐiều 1. Một.",
			want:    wanted{"thong_tu_lien_tich", "10/2013/TTLT-BQP-BLĐTBXH", "Bộ Quốc phòng, Bộ Lao động - Thương binh và Xã hội", "2013-07-05", "Hà Nội", "Về trợ cấp", "-"},
		},
		{
			name:    "the mark of a draft",
			why:     "\"DỰ THẢO\" is no issuer",
			content: "DỰ THẢO\nBỘ TƯ PHÁP\nSố: 5/TTr-BTP\n" + motto2 + "Hà Nội, ngày 5 tháng 7 năm 2023\nTỜ TRÌNH\nVề dự án Luật\nKính gửi: Chính phủ\n1. Một.",
			want:    wanted{"to_trinh", "5/TTr-BTP", "Bộ Tư pháp", "2023-07-05", "Hà Nội", "Về dự án Luật", "-"},
		},
		{
			name:    "a commune of 2025",
			why:     "after the district level the commune stands under the province; the register does not hold it",
			content: "ỦY BAN NHÂN DÂN\nXÃ CỬA TÙNG\nSố: 12/KH-UBND\n" + motto2 + "Cửa Tùng, ngày 10 tháng 9 năm 2025\nKẾ HOẠCH\nVề chuyển đổi số\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "12/KH-UBND", "Ủy ban nhân dân xã Cửa Tùng", "2025-09-10", "Cửa Tùng", "Về chuyển đổi số", "-"},
		},
		{
			name:    "an impossible day",
			why:     "31 June is no day: null and no guess",
			content: "BỘ Y TẾ\nSố: 1/KH-BYT\n" + motto2 + "Hà Nội, ngày 31 tháng 6 năm 2023\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "1/KH-BYT", "Bộ Y tế", "-", "-", "Về thi đua", "-"},
		},
		{
			name:    "a day with slashes",
			why:     "some offices print the day in figures",
			content: "BỘ Y TẾ\nSố: 1/KH-BYT\n" + motto2 + "Hà Nội, ngày 05/6/2023\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "1/KH-BYT", "Bộ Y tế", "2023-06-05", "Hà Nội", "Về thi đua", "-"},
		},
		{
			name:    "an official letter without a kind",
			why:     "the subject stands under the number",
			content: "VĂN PHÒNG CHÍNH PHỦ\nSố: 1234/VPCP-KSTT\nV/v báo cáo cải cách\n" + motto2 + "Hà Nội, ngày 1 tháng 3 năm 2022\nKính gửi: Bộ Nội vụ\nĐề nghị báo cáo.\nKT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nLê Văn Bình",
			want:    wanted{"cong_van", "1234/VPCP-KSTT", "Văn phòng Chính phủ", "2022-03-01", "Hà Nội", "báo cáo cải cách", "Lê Văn Bình; Phó Chủ nhiệm; KT."},
		},
		{
			name:    "a number typed with blanks",
			why:     "\"02 /CT-VKSTC\": the number was written in by hand; the repair is certain",
			content: "VIỆN KIỂM SÁT NHÂN DÂN\nTỐI CAO\nSố: 02 /CT-VKSTC\n" + motto2 + "Hà Nội, ngày 27 tháng 12 năm 2022\nCHỈ THỊ\nPhát động phong trào thi đua\n1. Một.\nVIỆN TRƯỞNG\nLê Văn Bình",
			want:    wanted{"chi_thi", "02/CT-VKSTC", "Viện kiểm sát nhân dân tối cao", "2022-12-27", "Hà Nội", "Phát động phong trào thi đua", "Lê Văn Bình; Viện trưởng; "},
		},
	})
}

// TestOtherForms holds the Party, the Front, the unions and joint papers.
func TestOtherForms(t *testing.T) {
	runForms(t, []form{
		{
			name:    "the Politburo",
			why:     "the Party's form: no motto, a star, the hyphen before the code",
			content: "BỘ CHÍNH TRỊ\n*\nSố 34-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 07 tháng 4 năm 2014\nCHỈ THỊ\ncủa Bộ Chính trị\nvề tiếp tục đổi mới công tác thi đua\n-----\n1- Một việc.\nT/M BỘ CHÍNH TRỊ\nLê Văn Bình",
			want:    wanted{"chi_thi", "34-CT/TW", "Bộ Chính trị", "2014-04-07", "Hà Nội", "về tiếp tục đổi mới công tác thi đua", "Lê Văn Bình; ; TM."},
		},
		{
			name:    "an office of the Party's centre",
			why:     "under the Central Committee",
			content: "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 12-HD/BTCTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 18 tháng 10 năm 2022\nHƯỚNG DẪN\nvề công tác đảng viên\n1- Một.\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLê Văn Bình",
			want:    wanted{"huong_dan", "12-HD/BTCTW", "Ban Tổ chức Trung ương", "2022-10-18", "Hà Nội", "về công tác đảng viên", "Lê Văn Bình; Phó Trưởng ban; KT."},
		},
		{
			name:    "the confederation of labour",
			why:     "a union issues in the State's form",
			content: "TỔNG LIÊN ĐOÀN\nLAO ĐỘNG VIỆT NAM\nSố: 03/CT-TLĐ\n" + motto2 + "Hà Nội, ngày 1 tháng 4 năm 2021\nCHỈ THỊ\nVề phong trào thi đua\n1. Một.\nTM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Bình",
			want:    wanted{"chi_thi", "03/CT-TLĐ", "Tổng Liên đoàn Lao động Việt Nam", "2021-04-01", "Hà Nội", "Về phong trào thi đua", "Lê Văn Bình; Phó Chủ tịch; TM."},
		},
		{
			name:    "the Front of a province",
			why:     "two lines make its name",
			content: "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH SƠN LA\nSố: 15/KH-MTTQ-BTT\n" + motto2 + "Sơn La, ngày 1 tháng 4 năm 2024\nKẾ HOẠCH\nVề giám sát\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "15/KH-MTTQ-BTT", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn La", "2024-04-01", "Sơn La", "Về giám sát", "-"},
		},
		{
			name:    "a joint circular before 1996",
			why:     "the code of joint papers stood last",
			content: "BỘ NỘI VỤ - BỘ TÀI CHÍNH\nSố: 12-BNV-BTC/TTLT\n" + motto2 + "Hà Nội, ngày 20 tháng 3 năm 1995\nTHÔNG TƯ LIÊN TỊCH\nVề phụ cấp\n1. Một.",
			want:    wanted{"thong_tu_lien_tich", "12-BNV-BTC/TTLT", "Bộ Nội vụ, Bộ Tài chính", "1995-03-20", "Hà Nội", "Về phụ cấp", "-"},
		},
		{
			name:    "three issuers on three lines",
			why:     "lines joined by hyphens at their ends",
			content: "BỘ TƯ PHÁP -\nBỘ CÔNG AN -\nVIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\nSố: 5/2013/TTLT-BTP-BCA-VKSNDTC\n" + motto2 + "Hà Nội, ngày 2 tháng 12 năm 2013\nTHÔNG TƯ LIÊN TỊCH\nVề bồi thường\nĐiều 1. Một.",
			want:    wanted{"thong_tu_lien_tich", "5/2013/TTLT-BTP-BCA-VKSNDTC", "Bộ Tư pháp, Bộ Công an, Viện kiểm sát nhân dân tối cao", "2013-12-02", "Hà Nội", "Về bồi thường", "-"},
		},
	})
}

// TestDamagedForms holds heads as OCR and copies leave them.
func TestDamagedForms(t *testing.T) {
	runForms(t, []form{
		{
			name:    "marks lost in capitals",
			why:     "OCR loses marks in capitals first; the register finds the body without them",
			content: "BO Y TE\nSố: 7/CT-BYT\nCONG HOA XA HOI CHU NGHIA VIET NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 5 tháng 4 năm 2020\nCHI THI\nVề công tác thi đua\n1. Một việc.",
			want:    wanted{"chi_thi", "7/CT-BYT", "Bộ Y tế", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"},
		},
		{
			name:    "one letter misread",
			why:     "a long name of a national body may be one letter off",
			content: "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAD\nSố: 7/CT-VKSTC\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nCHỈ THỊ\nVề công tác thi đua\n1. Một việc.",
			want:    wanted{"chi_thi", "7/CT-VKSTC", "Viện kiểm sát nhân dân tối cao", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"},
		},
		{
			name:    "blanks lost in the date",
			why:     "scans lose blanks",
			content: "BỘ Y TẾ\nSố: 7/CT-BYT\n" + motto2 + "Hà Nội, ngày05tháng4năm2020\nCHỈ THỊ\nVề công tác thi đua\n1. Một việc.",
			want:    wanted{"chi_thi", "7/CT-BYT", "Bộ Y tế", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"},
		},
		{
			name:    "rules drawn under the names",
			why:     "drawn lines are no text",
			content: "BỘ Y TẾ\n-------\nSố: 7/CT-BYT\n" + motto2 + "---------------\nHà Nội, ngày 5 tháng 4 năm 2020\nCHỈ THỊ\nVề công tác thi đua\n_______\n1. Một việc.",
			want:    wanted{"chi_thi", "7/CT-BYT", "Bộ Y tế", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"},
		},
		{
			name:    "emphasis of a converter",
			why:     "asterisks of a converter are no text",
			content: "**BỘ Y TẾ**\n\nSố: 7/CT-BYT\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\n**Độc lập - Tự do - Hạnh phúc**\n\n*Hà Nội, ngày 5 tháng 4 năm 2020*\n\n**CHỈ THỊ**\n\n**Về công tác thi đua**\n\n1. Một việc.",
			want:    wanted{"chi_thi", "7/CT-BYT", "Bộ Y tế", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"},
		},
		{
			name:    "no letterhead at all",
			why:     "nothing is made up from what the text cites",
			content: "KẾ HOẠCH\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "-", "-", "-", "-", "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ", "-"},
		},
		{
			name:    "a stamp of arrival",
			why:     "the number and the day of arrival are not the paper's own",
			content: "CÔNG VĂN ĐẾN\nSố đến: 1234\nBỘ Y TẾ\nSố: 7/CT-BYT\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nCHỈ THỊ\nVề công tác thi đua\n1. Một việc.",
			want:    wanted{"chi_thi", "7/CT-BYT", "Bộ Y tế", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"},
		},
	})
}
