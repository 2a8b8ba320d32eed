package field

import "testing"

// TestLetterheadsOfPages holds letterheads as texts of web pages have them: two columns as rows of a table or as lines with
// bars, broken in the middle of a name, a number or a day, with the site's own words above.
func TestLetterheadsOfPages(t *testing.T) {
	runForms(t, []form{
		{
			name:    "two columns as rows",
			why:     "issuer and motto share a row, number and day another",
			content: "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 45/2018/QĐ-UBND | Sơn La, ngày 22 tháng 3 năm 2018 |\nQUYẾT ĐỊNH\nVỀ GIÁ NƯỚC\nỦY BAN NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật Giá ngày 20 tháng 6 năm 2012;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "45/2018/QĐ-UBND", "Ủy ban nhân dân tỉnh Sơn La", "2018-03-22", "Sơn La", "VỀ GIÁ NƯỚC", "-"},
		},
		{
			name:    "rows without the kind's line",
			why:     "the subject stands in capitals under the number; the kind is told by the number and by the words of decision",
			content: "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 45/2018/QĐ-UBND | Sơn La, ngày 22 tháng 3 năm 2018 |\nBAN HÀNH QUY ĐỊNH VỀ GIÁ NƯỚC TRÊN ĐỊA BÀN TỈNH SƠN LA\nỦY BAN NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật Giá ngày 20 tháng 6 năm 2012;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "45/2018/QĐ-UBND", "Ủy ban nhân dân tỉnh Sơn La", "2018-03-22", "Sơn La", "BAN HÀNH QUY ĐỊNH VỀ GIÁ NƯỚC TRÊN ĐỊA BÀN TỈNH SƠN LA", "-"},
		},
		{
			name:    "columns parted by lone bars",
			why:     "the breaks run through the issuer, the motto, the number and the place",
			content: "ỦY\nBAN NHÂN DÂN\nTỈNH QUẢNG NAM\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n|\nSố:\n14/2009/QĐ-UBND\n|\nTam\nKỳ, ngày 9 tháng 6 năm 2009\n|\nQUYẾT ĐỊNH\nVỀ TỔ CHỨC BỘ MÁY CỦA MỘT\nTRUNG TÂM\nỦY BAN NHÂN DÂN TỈNH QUẢNG NAM\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "14/2009/QĐ-UBND", "Ủy ban nhân dân tỉnh Quảng Nam", "2009-06-09", "Tam Kỳ", "VỀ TỔ CHỨC BỘ MÁY CỦA MỘT TRUNG TÂM", "-"},
		},
		{
			name:    "the motto broken late",
			why:     "the break may run anywhere through the State's name",
			content: "UỶ BAN NHÂN\nDÂN\nTỈNH SƠN LA\n--------\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố:\n312/KH-UBND\n|\nSơn La, ngày\n28 tháng 3 năm 2013\n|\nKẾ HOẠCH\nTRỒNG RỪNG NĂM 2011 -\n2015\nI. MỤC TIÊU\n1. Một.",
			want:    wanted{"ke_hoach", "312/KH-UBND", "Ủy ban nhân dân tỉnh Sơn La", "2013-03-28", "Sơn La", "TRỒNG RỪNG NĂM 2011 - 2015", "-"},
		},
		{
			name:    "the label without its vowel",
			why:     "\"S:\" is what an old font leaves of \"Số:\"",
			content: "VĂN PHÒNG CHÍNH PHỦ\n" + motto2 + "S: 128/VPCP-KGVX\nV/v danh sách xã\nHà Nội, ngày 29 tháng 11 năm 2016\nKính gửi: Bộ Y tế.\nVăn phòng Chính phủ xin thông báo.",
			want:    wanted{"cong_van", "128/VPCP-KGVX", "Văn phòng Chính phủ", "2016-11-29", "Hà Nội", "danh sách xã", "-"},
		},
		{
			name:    "a place with a figure",
			why:     "districts of cities are called by numbers",
			content: "ỦY BAN NHÂN DÂN QUẬN 9\n*****\n" + motto2 + "Số: 7/2006/QĐ-UBND\nQuận 9, ngày 18 tháng 8 năm 2006\nQUYẾT ĐỊNH\nVỀ MỘT HỘI\n\nỦY BAN NHÂN DÂN QUẬN 9\n\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "7/2006/QĐ-UBND", "Ủy ban nhân dân quận 9", "2006-08-18", "Quận 9", "VỀ MỘT HỘI", "-"},
		},
		{
			name:    "term and session under the decider's name",
			why:     "\"KHOÁ VI, KỲ HỌP THỨ 2\" is no part of the subject",
			content: "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\n" + motto2 + "Số: 4/2011/NQ-HĐND\nSơn La, ngày 11 tháng 8 năm 2011\nNGHỊ QUYẾT\nVỀ NỘI QUY KỲ HỌP\n\nHỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nKHOÁ VI, KỲ HỌP THỨ 2\n\nCăn cứ Luật Giá;\nQUYẾT NGHỊ:\nĐiều 1. Một.",
			want:    wanted{"nghi_quyet", "4/2011/NQ-HĐND", "Hội đồng nhân dân tỉnh Sơn La", "2011-08-11", "Sơn La", "VỀ NỘI QUY KỲ HỌP", "-"},
		},
		{
			name:    "a site's heading with another day",
			why:     "the day with a place before it is the letterhead's",
			content: "Thông tư liên tịch số 9/2011/TTLT-BGDĐT-BTC ngày 14/07/2011\n\nBỘ GIÁO DỤC VÀ ĐÀO TẠO\n\nBỘ TÀI CHÍNH\n\nSố: 9/2011/TTLT-BGDĐT-BTC\n" + motto2 + "Hà Nội, ngày 15 tháng 07 năm 2011\nTHÔNG TƯ LIÊN TỊCH\nVề bữa ăn trưa\nCăn cứ Luật Giá;\nĐiều 1. Một.",
			want:    wanted{"thong_tu_lien_tich", "9/2011/TTLT-BGDĐT-BTC", "Bộ Giáo dục và Đào tạo, Bộ Tài chính", "2011-07-15", "Hà Nội", "Về bữa ăn trưa", "-"},
		},
		{
			name:    "a list of related papers above",
			why:     "numbers and days of a site's list are other papers'",
			content: "- 1Nghị định 1/2008/NĐ-CP quy định chức năng\n- 2Quyết định 57/QĐ-TTg năm 2012 phê duyệt\nBỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 500/QĐ-BYT | Hà Nội, ngày 13 tháng 03 năm 2012 |\nVỀ VIỆC GIAO NHIỆM VỤ TIÊM CHỦNG\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Nghị định số 1/2008/NĐ-CP ngày 03 tháng 01 năm 2008 của Chính phủ;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "500/QĐ-BYT", "Bộ Y tế", "2012-03-13", "Hà Nội", "VỀ VIỆC GIAO NHIỆM VỤ TIÊM CHỦNG", "-"},
		},
		{
			name:    "a ministry cut behind its first syllable",
			why:     "\"BỘ\" alone is no body, and what follows is none either",
			content: "BỘ\nTÀI CHÍNH\n-----\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n|\nSố:\n17/2008/TT-BTC\n|\nHà\nNội, ngày 15 tháng 9 năm 2008\n|\nTHÔNG TƯ\nHƯỚNG DẪN XỬ LÝ NỢ\nCăn cứ Luật Giá;\nI. NỢ\n1. Một.",
			want:    wanted{"thong_tu", "17/2008/TT-BTC", "Bộ Tài chính", "2008-09-15", "Hà Nội", "HƯỚNG DẪN XỬ LÝ NỢ", "-"},
		},
		{
			name:    "the State's name spoiled by a conversion",
			why:     "\"HỊA\" and \"XàHỘI\" are no issuer",
			content: "CHÍNH PHỦ\n-------\nCỘNG HỊA XàHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\nSố: 27/NQ-CP\nHà Nội, ngày 08 tháng 10 năm 2021\nNGHỊ QUYẾT\nPHIÊN HỌP THƯỜNG KỲ\nCHÍNH PHỦ\nCăn cứ Luật Giá;\nQUYẾT NGHỊ:\n1. Một.",
			want:    wanted{"nghi_quyet", "27/NQ-CP", "Chính phủ", "2021-10-08", "Hà Nội", "PHIÊN HỌP THƯỜNG KỲ", "-"},
		},
		{
			name:    "a tax office's letter",
			why:     "six digits before the letters; the subject ends in an acronym on a line of its own, which is no issuer",
			content: "TỔNG CỤC THUẾ\nCỤC THUẾ TP HÀ NỘI\n-------\n|\n" + motto2 + "|\nSố: 204517/CTHN-TTHT\nV/v chính sách thuế\nGTGT\n|\nHà Nội, ngày 23 tháng 11 năm 2020\n|\nKính gửi: Công ty An Bình\nTrả lời câu hỏi của Công ty.",
			want:    wanted{"cong_van", "204517/CTHN-TTHT", "Cục Thuế thành phố Hà Nội", "2020-11-23", "Hà Nội", "chính sách thuế GTGT", "-"},
		},
		{
			name:    "a district told over the legal bases",
			why:     "the second line of the letterhead is lost; term and session are no part of the name",
			content: "HỘI ĐỒNG NHÂN DÂN |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 4/2006/NQ-HĐND |\nHồng Bàng, ngày 23 tháng 11 năm 2006 |\nNGHỊ QUYẾT\nVỀ PHÂN LOẠI PHƯỜNG\nHỘI ĐỒNG NHÂN DÂN QUẬN HỒNG BÀNG KHÓA I, KỲ HỌP LẦN THỨ 7\nCăn cứ Luật Giá;\nQUYẾT NGHỊ:\nĐiều 1. Một.",
			want:    wanted{"nghi_quyet", "4/2006/NQ-HĐND", "Hội đồng nhân dân quận Hồng Bàng", "2006-11-23", "Hồng Bàng", "VỀ PHÂN LOẠI PHƯỜNG", "-"},
		},
		{
			name:    "a district without a letterhead",
			why:     "the city of the legal bases is another issuer",
			content: "QUYẾT ĐỊNH\nBan hành Quy chế làm việc.\n______\nỦY BAN NHÂN DÂN QUẬN 5\nCăn cứ Quyết định số 19/2010/QĐ-UBND ngày 29 tháng 3 năm 2010 của Ủy ban nhân dân thành phố Đà Nẵng ban hành Quy chế mẫu;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "-", "Ủy ban nhân dân quận 5", "-", "-", "Ban hành Quy chế làm việc", "-"},
		},
		{
			name:    "a national agency cut twice",
			why:     "the first word stands alone and the last line is lost; the number's letters are those of its provinces' bodies too",
			content: "BẢO\nHIỂM XÃ HỘI |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 53/BHXH-BC |\nHà Nội, ngày 14 tháng 12 năm 2011 |\nKính gửi: Bảo hiểm xã hội các tỉnh\nĐề nghị chi trả.",
			want:    wanted{"cong_van", "53/BHXH-BC", "Bảo hiểm xã hội Việt Nam", "2011-12-14", "Hà Nội", "-", "-"},
		},
		{
			name:    "a subject as long as a paragraph",
			why:     "place and day stand under it",
			content: "BỘ Y TẾ\n-------\n" + motto2 + "Số: 65/BYT-VT\nV/v: Báo cáo, đề xuất về nhu cầu hoạt động xe bốn bánh có gắn động cơ chạy bằng điện hoặc bằng xăng để chở khách tham quan, du lịch trong khu vực hạn chế của các tỉnh, thành phố.\n\nHà Nội, ngày 17 tháng 01 năm 2018\n\nKính gửi: Thủ tướng Chính phủ\n\nBộ Y tế báo cáo như sau:\n1. Một.",
			want:    wanted{"cong_van", "65/BYT-VT", "Bộ Y tế", "2018-01-17", "Hà Nội", "Báo cáo, đề xuất về nhu cầu hoạt động xe bốn bánh có gắn động cơ chạy bằng điện hoặc bằng xăng để chở khách tham quan, du lịch trong khu vực hạn chế của các tỉnh, thành phố", "-"},
		},
		{
			name:    "two columns parted by blanks",
			why:     "what a site printed as plain text: letterhead and signature have each two columns",
			content: "UBND TX. HỒNG LĨNH       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG NỘI VỤ         Độc lập - Tự do - Hạnh phúc\n  Số : 15/PNV        Hồng Lĩnh, ngày 20 tháng 3 năm 2012\n\nVề cho nghỉ lễ\n\n   KHẨN\n\nKính gửi : Các trường.\n\nĐề nghị các trường cho nghỉ.\n\nNơi nhận :            TRƯỞNG PHÒNG\n\n- Như trên;\n\n- Lãnh đạo phòng;            (đã ký)\n\n- Lưu: VT.            Lê Văn Bình",
			want:    wanted{"cong_van", "15/PNV", "Phòng Nội vụ TX. Hồng Lĩnh", "2012-03-20", "Hồng Lĩnh", "Về cho nghỉ lễ", "Lê Văn Bình; Trưởng phòng; "},
		},
		{
			name:    "a joint circular cut at a comma",
			why:     "the letters of the number name both ministries in full",
			content: "BỘ TÀI CHÍNH-BỘ LAO ĐỘNG, | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 4/2005/TTLT-BTC-BLĐTBXH | Hà Nội, ngày 23 tháng 09 năm 2005 |\nTHÔNG TƯ LIÊN TỊCH\nVề kinh phí\nCăn cứ Luật Giá;\n1. Một.",
			want:    wanted{"thong_tu_lien_tich", "4/2005/TTLT-BTC-BLĐTBXH", "Bộ Tài chính, Bộ Lao động - Thương binh và Xã hội", "2005-09-23", "Hà Nội", "Về kinh phí", "-"},
		},
		{
			name:    "laws of the legal bases under a page's table",
			why:     "the day of a law is never the paper's own",
			content: "# Quy định về liên thông\n## THÔNG TIN VĂN BẢN\n| Số hiệu | 5/2026/TT-BGDĐT |\n| Ngày ban hành | 30 tháng 6 năm 2026 |\n### Căn cứ pháp lý\n- Luật Giáo dục số 43/2019/QH14 ngày 14 tháng 6 năm 2019;\n## Chương I\n### Điều 1. Phạm vi\nMột.",
			want:    wanted{"thong_tu", "5/2026/TT-BGDĐT", "Bộ Giáo dục và Đào tạo", "2026-06-30", "-", "-", "-"},
		},
	})
}

// TestHalfNames holds letterheads of which the second line is lost: the rest of the name is told elsewhere, or nothing is.
func TestHalfNames(t *testing.T) {
	runForms(t, []form{
		{
			name:    "the number's letters tell the rest",
			why:     "VKSTC is the Supreme Procuracy",
			content: "VIỆN KIỂM SÁT NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 3/CT-VKSTC | Hà Nội, ngày 05 tháng 01 năm 2012 |\nCHỈ THỊ\nVỀ CÔNG TÁC NĂM 2012\nNăm 2012, toàn Ngành tập trung.\n1. Một.",
			want:    wanted{"chi_thi", "3/CT-VKSTC", "Viện kiểm sát nhân dân tối cao", "2012-01-05", "Hà Nội", "VỀ CÔNG TÁC NĂM 2012", "-"},
		},
		{
			name:    "the title names the province",
			why:     "the place is a town of it",
			content: "UỶ BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/2007/CT-UBND | Thị xã Cao Lãnh, ngày 01 tháng 02 năm 2007 |\nCHỈ THỊ\nVỀ PHÒNG DỊCH TẠI TỈNH ĐỒNG THÁP\nTình hình dịch bệnh phức tạp.\n1. Một.",
			want:    wanted{"chi_thi", "5/2007/CT-UBND", "Ủy ban nhân dân tỉnh Đồng Tháp", "2007-02-01", "Thị xã Cao Lãnh", "VỀ PHÒNG DỊCH TẠI TỈNH ĐỒNG THÁP", "-"},
		},
		{
			name:    "title and place disagree",
			why:     "two provinces fit equally well, so none is given",
			content: "UỶ BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/2007/CT-UBND | Sơn La, ngày 01 tháng 02 năm 2007 |\nCHỈ THỊ\nVỀ GIÚP ĐỠ TỈNH ĐỒNG THÁP\nTình hình dịch bệnh phức tạp.\n1. Một.",
			want:    wanted{"chi_thi", "5/2007/CT-UBND", "-", "2007-02-01", "Sơn La", "VỀ GIÚP ĐỠ TỈNH ĐỒNG THÁP", "-"},
		},
		{
			name:    "the decider over the legal bases",
			why:     "the head's office stands before the whole name",
			content: "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 232/QĐ-UBND | Ninh Bình, ngày 12 tháng 4 năm 2019 |\nQUYẾT ĐỊNH\nVỀ DANH MỤC\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH BÌNH\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Một.",
			want:    wanted{"quyet_dinh", "232/QĐ-UBND", "Ủy ban nhân dân tỉnh Ninh Bình", "2019-04-12", "Ninh Bình", "VỀ DANH MỤC", "-"},
		},
		{
			name:    "a form with blanks",
			why:     "neither number nor day nor issuer is there",
			content: motto2 + "Vinh, ngày tháng năm 200\nBÁO CÁO\nThành tích của khối từ năm ……… đến năm………\nPHẦN I. ĐẶC ĐIỂM\n1. Một.",
			want:    wanted{"bao_cao", "-", "-", "-", "Vinh", "Thành tích của khối từ năm ……… đến năm………", "-"},
		},
	})
}

// TestOrganizations holds papers of bodies that print their own name where the State prints its motto, or that act between
// the sittings of another.
func TestOrganizations(t *testing.T) {
	runForms(t, []form{
		{
			name:    "the youth union of a province",
			content: "BCH ĐOÀN TỈNH LÂM ĐỒNG\n***\nSố: 41-KH/TĐTN-PT\nĐOÀN TNCS HỒ CHÍ MINH\nĐà Lạt, ngày 08 tháng 3 năm 2023\n\nKẾ HOẠCH\nTháng Thanh niên\n\nI. MỤC ĐÍCH\n1. Một.\n\nTM. BAN THƯỜNG VỤ TỈNH ĐOÀN\nPHÓ BÍ THƯ\n(đã ký)\nTrần Thị Thu",
			want:    wanted{"ke_hoach", "41-KH/TĐTN-PT", "Tỉnh đoàn Lâm Đồng", "2023-03-08", "Đà Lạt", "Tháng Thanh niên", "Trần Thị Thu; Phó Bí thư; TM."},
		},
		{
			name:    "the youth union of a district",
			content: "BCH ĐOÀN HUYỆN ĐƠN DƯƠNG\n***\nSố: 12-KH/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nĐơn Dương, ngày 10 tháng 3 năm 2023\n\nKẾ HOẠCH\nTháng Thanh niên\n\nI. MỤC ĐÍCH\n1. Một.\n\nTM. BAN THƯỜNG VỤ HUYỆN ĐOÀN\nBÍ THƯ\n(đã ký)\nLê Văn Nam",
			want:    wanted{"ke_hoach", "12-KH/ĐTN", "BCH Đoàn huyện Đơn Dương", "2023-03-10", "Đơn Dương", "Tháng Thanh niên", "Lê Văn Nam; Bí thư; TM."},
		},
		{
			name:    "the Youth Union of a province",
			why:     "the halves of the name stand on both sides",
			content: "BCH TỈNH LẠNG SƠN\n***\nSố: 150-KH/TĐTN-PT\nĐOÀN TNCS HỒ CHÍ MINH\nLạng Sơn, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nTháng Thanh niên\n-----\nI. MỤC ĐÍCH\n1. Một.\nTM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nH'Yim Kđoh",
			want:    wanted{"ke_hoach", "150-KH/TĐTN-PT", "Tỉnh đoàn Lạng Sơn", "2024-03-12", "Lạng Sơn", "Tháng Thanh niên", "H'Yim Kđoh; Phó Bí thư; TM."},
		},
		{
			name:    "the Youth Union's own short name",
			why:     "\"Tỉnh đoàn\" is the name of the body, no rank of a place",
			content: "TỈNH ĐOÀN LẠNG SƠN\n***\nSố: 150-KH/TĐTN-PT\nĐOÀN TNCS HỒ CHÍ MINH\nLạng Sơn, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nTháng Thanh niên\n-----\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "150-KH/TĐTN-PT", "Tỉnh đoàn Lạng Sơn", "2024-03-12", "Lạng Sơn", "Tháng Thanh niên", "-"},
		},
		{
			name:    "the Women's Union of a district",
			why:     "the name of the country's union ends in the country",
			content: "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN CHẤP HÀNH HUYỆN CAO LỘC\nSố: 15/KH-BTV\nCao Lộc, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nThi đua\n-----\nI. MỤC ĐÍCH\n1. Một.\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nVì Thị Thanh",
			want:    wanted{"ke_hoach", "15/KH-BTV", "Hội Liên hiệp Phụ nữ huyện Cao Lộc", "2024-03-12", "Cao Lộc", "Thi đua", "Vì Thị Thanh; Chủ tịch; TM."},
		},
		{
			name:    "the Fatherland Front of a province",
			why:     "its standing board acts for it",
			content: "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH LẠNG SƠN\nBAN THƯỜNG TRỰC\nSố: 45/KH-MTTQ-BTT\n" + motto2 + "Lạng Sơn, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nNgày hội\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "45/KH-MTTQ-BTT", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lạng Sơn", "2024-03-12", "Lạng Sơn", "Ngày hội", "-"},
		},
		{
			name:    "the Youth Union",
			why:     "every organization has a \"BAN CHẤP HÀNH TRUNG ƯƠNG\"; the name at the right tells which",
			content: "BAN CHẤP HÀNH TRUNG ƯƠNG\n***\nSố: 67 - QĐ/TWĐTN-VP\nĐOÀN TNCS HỒ CHÍ MINH\nHà Nội, ngày 29 tháng 10 năm 2013\nQUYẾT ĐỊNH\nVề việc ban hành Quy định\n---------\n- Căn cứ Điều lệ Đoàn;\nQUYẾT ĐỊNH\nĐiều 1. Một.\nTM. BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN\nBÍ THƯ THƯỜNG TRỰC\n(đã ký)\nLê Văn Bình",
			want:    wanted{"quyet_dinh", "67-QĐ/TWĐTN-VP", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "2013-10-29", "Hà Nội", "Về việc ban hành Quy định", "Lê Văn Bình; Bí thư Thường trực; TM."},
		},
		{
			name:    "the Party",
			why:     "the Party's name at the right leaves the Central Committee what it is",
			content: "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 7-QC/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 05 tháng 01 năm 2026\nQUY CHẾ\nQuản lý thông tin\n______\n- Căn cứ Điều lệ Đảng;\nBan Bí thư ban hành Quy chế:\nĐiều 1. Một.",
			want:    wanted{"quy_che", "7-QC/TW", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "2026-01-05", "Hà Nội", "Quản lý thông tin", "-"},
		},
		{
			name:    "a standing committee",
			why:     "the committee and its standing committee are two issuers",
			content: "BAN THƯỜNG VỤ TỈNH ỦY SƠN LA\n*\nSố 12-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 07 tháng 4 năm 2014\nCHỈ THỊ\nvề đổi mới công tác\n1- Một việc.",
			want:    wanted{"chi_thi", "12-CT/TU", "Ban Thường vụ Tỉnh ủy Sơn La", "2014-04-07", "Sơn La", "về đổi mới công tác", "-"},
		},
		{
			name:    "a standing committee under the committee's name",
			why:     "the name is put together from both lines",
			content: "TỈNH ỦY SƠN LA\nBAN THƯỜNG VỤ\n*\nSố 12-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 07 tháng 4 năm 2014\nCHỈ THỊ\nvề đổi mới công tác\n1- Một việc.",
			want:    wanted{"chi_thi", "12-CT/TU", "Ban Thường vụ Tỉnh ủy Sơn La", "2014-04-07", "Sơn La", "về đổi mới công tác", "-"},
		},
		{
			name:    "the Council of State",
			why:     "it passed ordinances from 1981 to 1992; \"Không số\" is no number",
			content: "HỘI ĐỒNG NHÀ NƯỚC\nSố: Không số\n" + motto2 + "Hà Nội, ngày 26 tháng 3 năm 1990\nPHÁP LỆNH\nNHÀ Ở\nCăn cứ vào Điều 100 của Hiến pháp;\nĐiều 1. Một.",
			want:    wanted{"phap_lenh", "-", "Hội đồng Nhà nước", "1990-03-26", "Hà Nội", "NHÀ Ở", "-"},
		},
	})
}

func TestEnactors(t *testing.T) {
	for _, test := range []struct{ name, above, want string }{
		{"a head's office", "BỘ TRƯỞNG BỘ Y TẾ", "Bộ Y tế"},
		{"a body", "ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Ủy ban nhân dân tỉnh Sơn La"},
		{"the State's name behind it", "HỘI ĐỒNG NHÀ NƯỚC\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hội đồng Nhà nước"},
		{"the session behind it", "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nKHÓA XII, KỲ HỌP THỨ 9", "Hội đồng nhân dân tỉnh Sơn La"},
		{"words that are no body", "MỘT VIỆC QUAN TRỌNG", "-"},
		{"small letters", "Bộ trưởng Bộ Y tế", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := plainHeader(extract("QUYẾT ĐỊNH\nVề thi đua\n\n" + test.above + "\n\nCăn cứ Luật Giá ngày 20 tháng 6 năm 2012;\nĐiều 1. Một."))
			if got.issuer != test.want {
				t.Errorf("got %q, want %q", got.issuer, test.want)
			}
		})
	}
}

func TestBareBodies(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"Ủy ban nhân dân", true}, {"Uỷ ban nhân dân", true}, {"HỘI ĐỒNG NHÂN DÂN", true}, {"Viện kiểm sát nhân dân", true},
		{"Ủy ban nhân dân tỉnh Sơn La", false}, {"Ủy ban", false}, {"Chính phủ", false},
	} {
		if got := bareBody.MatchString(test.in); got != test.want {
			t.Errorf("%q: %v", test.in, got)
		}
	}
}
