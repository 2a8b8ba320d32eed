package field

import "testing"

// TestPartyForms goes through the levels of the Party and its offices, in the form of Hướng dẫn 36-HD/VPTW: commas close the
// recipients, a slash stands in the power, a star parts the issuer from the number.
func TestPartyForms(t *testing.T) {
	const name = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
	runForms(t, []form{
		{
			name:    "a provincial committee's directive",
			why:     "who issues it stands again between kind and subject",
			content: "TỈNH ỦY SƠN LA\n*\nSố 15-CT/TU\n" + name + "Sơn La, ngày 12 tháng 3 năm 2024\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề phòng cháy\n-----\nThời gian qua, công tác đạt kết quả.\n1. Một.\nNơi nhận:\n- Ban Bí thư Trung ương Đảng (để báo cáo),\n- Lưu Văn phòng Tỉnh ủy.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nLê Văn Bình\n",
			want:    wanted{"chi_thi", "15-CT/TU", "Tỉnh ủy Sơn La", "2024-03-12", "Sơn La", "về phòng cháy", "Lê Văn Bình; Phó Bí thư Thường trực; TM."},
		},
		{
			name:    "a commune's committee after 01/7/2025",
			why:     "the province's Party organization stands above",
			content: "ĐẢNG BỘ TỈNH SƠN LA\nĐẢNG ỦY XÃ MƯỜNG BÚ\n*\nSố 05-KH/ĐU\n" + name + "Mường Bú, ngày 12 tháng 8 năm 2025\nKẾ HOẠCH\nthực hiện Chỉ thị số 50-CT/TW ngày 23/7/2025 của Bộ Chính trị\n-----\nI. MỤC ĐÍCH\n1. Một.\nT/M ĐẢNG ỦY\nBÍ THƯ\nLò Văn Bình\n",
			want:    wanted{"ke_hoach", "05-KH/ĐU", "Đảng ủy xã Mường Bú", "2025-08-12", "Mường Bú", "thực hiện Chỉ thị số 50-CT/TW ngày 23/7/2025 của Bộ Chính trị", "Lò Văn Bình; Bí thư; TM."},
		},
		{
			name:    "a district committee's letter",
			why:     "CV is the Party's code of a letter; the number in the subject is another's",
			content: "ĐẢNG BỘ TỈNH SƠN LA\nHUYỆN ỦY MƯỜNG LA\n*\nSố 120-CV/HU\nV/v tổng kết Nghị quyết số 18-NQ/TW\n" + name + "Mường La, ngày 02 tháng 12 năm 2024\nKính gửi:\n- Các chi bộ, đảng bộ cơ sở,\nBan Thường vụ Huyện ủy yêu cầu:\n1. Một.\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nLê Văn Bình\n",
			want:    wanted{"cong_van", "120-CV/HU", "Huyện ủy Mường La", "2024-12-02", "Mường La", "tổng kết Nghị quyết số 18-NQ/TW", "Lê Văn Bình; Chánh Văn phòng; TL."},
		},
		{
			name:    "an office of a provincial committee",
			why:     "every committee has a \"BAN TỔ CHỨC\"",
			content: "TỈNH ỦY SƠN LA\nBAN TỔ CHỨC\n*\nSố 21-HD/BTCTU\n" + name + "Sơn La, ngày 02 tháng 5 năm 2023\nHƯỚNG DẪN\nđánh giá chất lượng\n-----\nI. YÊU CẦU\n1. Một.\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN THƯỜNG TRỰC\nLê Văn Bình\n",
			want:    wanted{"huong_dan", "21-HD/BTCTU", "Ban Tổ chức Tỉnh ủy Sơn La", "2023-05-02", "Sơn La", "đánh giá chất lượng", "Lê Văn Bình; Phó Trưởng ban Thường trực; KT."},
		},
		{
			name:    "an office of the Central Committee",
			why:     "\"BAN TUYÊN GIÁO\" under \"BAN CHẤP HÀNH TRUNG ƯƠNG\"",
			content: "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TUYÊN GIÁO\n*\nSố 98-HD/BTGTW\n" + name + "Hà Nội, ngày 25 tháng 7 năm 2023\nHƯỚNG DẪN\nTuyên truyền kỷ niệm\n-----\nI. MỤC ĐÍCH\n1. Một.\nK/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLê Văn Bình\n",
			want:    wanted{"huong_dan", "98-HD/BTGTW", "Ban Tuyên giáo Trung ương", "2023-07-25", "Hà Nội", "Tuyên truyền kỷ niệm", "Lê Văn Bình; Phó Trưởng ban; KT."},
		},
		{
			name:    "the committee of a body of the State",
			why:     "the Party's committee and the body are two issuers",
			content: "ĐẢNG ỦY VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\n*\nSố 34-KH/ĐU\n" + name + "Hà Nội, ngày 25 tháng 7 năm 2025\nKẾ HOẠCH\nthực hiện Nghị quyết số 57-NQ/TW\n-----\nI. MỤC ĐÍCH\n1. Một.\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Bình\n",
			want:    wanted{"ke_hoach", "34-KH/ĐU", "Đảng ủy Viện kiểm sát nhân dân tối cao", "2025-07-25", "Hà Nội", "thực hiện Nghị quyết số 57-NQ/TW", "Lê Văn Bình; Bí thư; TM."},
		},
	})
}

// TestArmsAndOffices holds forms of the army, the police, the courts and of offices under a committee.
func TestArmsAndOffices(t *testing.T) {
	const day = motto2 + "Sơn La, ngày 12 tháng 8 năm 2025\nKẾ HOẠCH\nHuấn luyện\nI. MỤC ĐÍCH\n1. Một.\n"
	for _, test := range []struct{ name, head, foot, issuer, signer string }{
		{"the police of a province", "BỘ CÔNG AN\nCÔNG AN TỈNH SƠN LA\nSố: 450/KH-CAT-PV01", "GIÁM ĐỐC\nĐại tá Lê Văn Bình", "Công an tỉnh Sơn La", "Lê Văn Bình; Giám đốc; "},
		{"the army of a province", "QUÂN KHU 2\nBỘ CHỈ HUY QUÂN SỰ TỈNH SƠN LA\nSố: 450/KH-BCH", "CHỈ HUY TRƯỞNG\nĐại tá Lê Văn Bình", "Bộ Chỉ huy quân sự tỉnh Sơn La", "Lê Văn Bình; Chỉ huy trưởng; "},
		{"a procuracy of a region", "VIỆN KIỂM SÁT NHÂN DÂN TỈNH SƠN LA\nVIỆN KIỂM SÁT NHÂN DÂN KHU VỰC 3\nSố: 15/KH-VKSKV3", "VIỆN TRƯỞNG\nLê Văn Bình", "Viện kiểm sát nhân dân khu vực 3", "Lê Văn Bình; Viện trưởng; "},
		{"an acting head", "TÒA ÁN NHÂN DÂN TỈNH SƠN LA\nSố: 15/KH-TA", "Q. CHÁNH ÁN\nLê Văn Bình", "Tòa án nhân dân tỉnh Sơn La", "Lê Văn Bình; Chánh án; Q."},
		{"a special zone", "ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUỐC\nSố: 15/KH-UBND", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Bình", "Ủy ban nhân dân đặc khu Phú Quốc", "Lê Văn Bình; Phó Chủ tịch; KT."},
		{"an office of a committee", "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nVĂN PHÒNG\nSố: 215/KH-VPUBND", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLê Văn Bình", "Văn phòng Ủy ban nhân dân tỉnh Sơn La", "Lê Văn Bình; Chánh Văn phòng; TL."},
		{"a steering committee", "UBND TỈNH SƠN LA\nBAN CHỈ ĐẠO 389\nSố: 05/KH-BCĐ389", "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLê Văn Bình", "Ban Chỉ đạo 389", "Lê Văn Bình; Phó Trưởng ban; KT."},
	} {
		got := plainHeader(extract(test.head + "\n" + day + test.foot + "\n"))
		if got.issuer != test.issuer || got.signer != test.signer {
			t.Errorf("%s: %q, %q; want %q, %q", test.name, got.issuer, got.signer, test.issuer, test.signer)
		}
	}
}
