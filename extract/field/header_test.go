package field

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

func extractText(t *document.Text) Header {
	return Extract(structure.Parse(normalize.NewView(t)), register.Default())
}

func extract(content string) Header {
	return extractText(&document.Text{Content: content, Wrapped: true})
}

// wanted is a header in plain strings; "-" stands for a field that must be null.
type wanted struct{ kind, symbol, issuer, date, place, title, signer string }

func value(f *document.Field) string {
	if f == nil {
		return "-"
	}
	return f.Value
}

func plainHeader(h Header) wanted {
	w := wanted{"-", value(h.Symbol), "-", value(h.IssuedOn), value(h.Place), value(h.Title), "-"}
	if h.Kind != nil {
		w.kind = h.Kind.Value
	}
	if h.Issuer != nil {
		w.issuer = h.Issuer.Value
	}
	if s := h.Signer; s != nil {
		w.signer = s.Value + "; " + string(s.Position) + "; " + string(s.Authority)
	}
	return w
}

const motto2 = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

func TestHeaders(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          wanted
	}{
		{"a province's directive",
			"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 05 /CT-UBND\n" + motto2 + "Sơn La, ngày 15 tháng 4 năm 2020\nCHỈ THỊ\nVề việc tăng cường công tác thi đua\n\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021, yêu cầu:\n1. Một việc.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn An",
			wanted{"chi_thi", "05/CT-UBND", "Ủy ban nhân dân tỉnh Sơn La", "2020-04-15", "Sơn La", "Về việc tăng cường công tác thi đua", "Trần Văn An; Chủ tịch; "}},
		{"two columns read as one line each",
			"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SƠN LA Độc lập - Tự do - Hạnh phúc\nSố: 05/CT-UBND Sơn La, ngày 15 tháng 4 năm 2020\nCHỈ THỊ\nVề công tác thi đua\n1. Một việc.",
			wanted{"chi_thi", "05/CT-UBND", "Ủy ban nhân dân tỉnh Sơn La", "2020-04-15", "Sơn La", "Về công tác thi đua", "-"}},
		{"columns read as the cells of a table",
			"BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | x\nSố: 7/CT-BYT | Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 5 tháng 4 năm 2020 | x\nCHỈ THỊ\nVề công tác thi đua\n1. Một việc.",
			wanted{"chi_thi", "7/CT-BYT", "Bộ Y tế", "2020-04-05", "Hà Nội", "Về công tác thi đua", "-"}},
		{"a superior on the first line",
			"BỘ TÀI CHÍNH\nTỔNG CỤC HẢI QUAN\nSố: 77/QĐ-TCHQ\n" + motto2 + "Hà Nội, ngày 20 tháng 01 năm 2014\nQUYẾT ĐỊNH\nVề kế hoạch đào tạo\nTỔNG CỤC TRƯỞNG TỔNG CỤC HẢI QUAN\nCăn cứ Luật Hải quan;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\nKT. TỔNG CỤC TRƯỞNG\nPHÓ TỔNG CỤC TRƯỞNG\nLê Văn Bình",
			wanted{"quyet_dinh", "77/QĐ-TCHQ", "Tổng cục Hải quan", "2014-01-20", "Hà Nội", "Về kế hoạch đào tạo", "Lê Văn Bình; Phó Tổng cục trưởng; KT."}},
		{"a department under its province",
			"ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSỞ Y TẾ\nSố: 9/KH-SYT\n" + motto2 + "Sơn La, ngày 02 tháng 6 năm 2022\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một.",
			wanted{"ke_hoach", "9/KH-SYT", "Sở Y tế tỉnh Sơn La", "2022-06-02", "Sơn La", "Về thi đua", "-"}},
		{"a unit that the register does not know",
			"VIỆN KIỂM SÁT NHÂN DÂN TỈNH SƠN LA\nPHÒNG TỔ CHỨC CÁN BỘ\nSố: 3/BC-P15\n" + motto2 + "Sơn La, ngày 02 tháng 6 năm 2022\nBÁO CÁO\nKết quả thi đua\nI. KẾT QUẢ\n1. Một.",
			wanted{"bao_cao", "3/BC-P15", "Phòng Tổ chức cán bộ", "2022-06-02", "Sơn La", "Kết quả thi đua", "-"}},
		{"the Party's form",
			"TỈNH ỦY SƠN LA\n*\nSố 12-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 07 tháng 4 năm 2014\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề đổi mới công tác thi đua\n1- Một việc.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Bình",
			wanted{"chi_thi", "12-CT/TU", "Tỉnh ủy Sơn La", "2014-04-07", "Sơn La", "về đổi mới công tác thi đua", "Lê Văn Bình; Bí thư; TM."}},
		{"a committee of the Party under its organisation",
			"ĐẢNG BỘ TỈNH SƠN LA\nTỈNH ỦY\n*\nSố 45-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, ngày 30 tháng 9 năm 2025\nKẾ HOẠCH\nthực hiện Nghị quyết số 57-NQ/TW, ngày 22-12-2024\n-----\nI- MỤC ĐÍCH\nNâng cao.",
			wanted{"ke_hoach", "45-KH/TU", "Tỉnh ủy Sơn La", "2025-09-30", "Sơn La", "thực hiện Nghị quyết số 57-NQ/TW, ngày 22-12-2024", "-"}},
		{"a telegram with its hour",
			"THỦ TƯỚNG CHÍNH PHỦ\nSố: 118/CĐ-TTg\n" + motto2 + "Hà Nội, lúc 15 giờ 30 phút, ngày 14 tháng 3 năm 2024\nCÔNG ĐIỆN\nVề phòng cháy\n1. Một.",
			wanted{"cong_dien", "118/CĐ-TTg", "Thủ tướng Chính phủ", "2024-03-14", "Hà Nội", "Về phòng cháy", "-"}},
		{"a department whose name runs over two lines",
			"UBND TỈNH KON TUM\nSỞ NÔNG NGHIỆP VÀ\nPHÁT TRIỂN NÔNG THÔN\nSố: 208/KH-SNN\n" + motto2 + "Kon Tum, ngày 29 tháng 01 năm 2024\nKẾ HOẠCH\nVề phòng cháy\nI. MỤC ĐÍCH\n1. Một.",
			wanted{"ke_hoach", "208/KH-SNN", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Kon Tum", "2024-01-29", "Kon Tum", "Về phòng cháy", "-"}},
		{"an official letter",
			"BỘ XÂY DỰNG\nSố: 329/BXD-KHCN\nV/v xác nhận công nghệ\nsản xuất gạch\n" + motto2 + "Hà Nội, ngày 23 tháng 7 năm 2010\nKính gửi: Công ty An Thái\nBộ Xây dựng nhận được công văn số 14/AT ngày 25/6/2010.\nTL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ KHCN&MT\nNguyễn Trung Hòa",
			wanted{"cong_van", "329/BXD-KHCN", "Bộ Xây dựng", "2010-07-23", "Hà Nội", "xác nhận công nghệ sản xuất gạch", "Nguyễn Trung Hòa; Vụ trưởng Vụ KHCN&MT; TL."}},
		{"a law without a date over it",
			"QUỐC HỘI\nLuật số: 45/2019/QH14\n" + motto2 + "LUẬT\nTHI ĐUA\nCăn cứ Hiến pháp;\nĐiều 1. Phạm vi\nLuật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV, kỳ họp thứ 8 thông qua ngày 20 tháng 11 năm 2019.\nCHỦ TỊCH QUỐC HỘI\nLê Thị Bình",
			wanted{"luat", "45/2019/QH14", "Quốc hội", "2019-11-20", "-", "THI ĐUA", "Lê Thị Bình; Chủ tịch Quốc hội; "}},
		{"a joint circular whose number runs over",
			"VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO -\nTÒA ÁN NHÂN DÂN TỐI CAO -\nBỘ CÔNG AN\nSố: 01/2022/TTLT-VKSNDTC-\nTANDTC-BCA\n" + motto2 + "Hà Nội, ngày 18 tháng 02 năm 2022\nTHÔNG TƯ LIÊN TỊCH\nVề phối hợp\nĐiều 1. Phạm vi",
			wanted{"thong_tu_lien_tich", "01/2022/TTLT-VKSNDTC-TANDTC-BCA", "Viện kiểm sát nhân dân tối cao, Tòa án nhân dân tối cao, Bộ Công an", "2022-02-18", "Hà Nội", "Về phối hợp", "-"}},
		{"no letterhead, number and date under the kind",
			"NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010\nVỀ CHÀO BÁN CỔ PHẦN\nCHÍNH PHỦ\nCăn cứ Luật Chứng khoán ngày 29 tháng 6 năm 2006;\nĐiều 1. Phạm vi\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nLê Văn Bình",
			wanted{"nghi_dinh", "01/2010/NĐ-CP", "Chính phủ", "2010-01-04", "-", "VỀ CHÀO BÁN CỔ PHẦN", "Lê Văn Bình; Thủ tướng; TM."}},
		{"an old decree with a bare number",
			"SẮC LỆNH\nCỦA CHỦ TỊCH NƯỚC SỐ 68 NGÀY 30 THÁNG 11 NĂM 1945\nVỀ TRƯNG DỤNG\nĐiều 1. Một",
			wanted{"sac_lenh", "68", "Chủ tịch nước", "1945-11-30", "-", "VỀ TRƯNG DỤNG", "-"}},
		{"a page of properties before a paper without letterhead",
			"THÔNG TIN VĂN BẢN\n| Số hiệu | 185/2026/NĐ-CP |\n| Loại văn bản | Nghị định |\n| Cơ quan ban hành | Chính phủ |\n| Ngày ban hành | 26/05/2026 |\n| Thay thế | Nghị định 27/2018/NĐ-CP ngày 1/2/2018 |\nĐiều 1. Phạm vi",
			wanted{"nghi_dinh", "185/2026/NĐ-CP", "Chính phủ", "2026-05-26", "-", "-", "-"}},
		{"the deputy of the head of a collective",
			"CHÍNH PHỦ\nSố: 39/2018/NĐ-CP\n" + motto2 + "Hà Nội, ngày 11 tháng 3 năm 2018\nNGHỊ ĐỊNH\nVề hỗ trợ\nĐiều 1. Phạm vi\nTM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n(Đã ký)\nLê Thị Bình",
			wanted{"nghi_dinh", "39/2018/NĐ-CP", "Chính phủ", "2018-03-11", "Hà Nội", "Về hỗ trợ", "Lê Thị Bình; Phó Thủ tướng; KT."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := plainHeader(extract(test.content)); got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

// TestNeverAnothersNumber holds papers whose own number or date is lost or not yet given, and which speak of others.
func TestNeverAnothersNumber(t *testing.T) {
	for _, test := range []struct{ name, content string }{
		{"a title that cites", "KẾ HOẠCH\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021\ncủa Thủ tướng Chính phủ\n\nCăn cứ Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021;\nI. MỤC ĐÍCH\n1. Một."},
		{"a draft", "BỘ Y TẾ\nSố:      /KH-BYT\n" + motto2 + "Hà Nội, ngày     tháng     năm 2024\nDỰ THẢO\nKẾ HOẠCH\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021\nI. MỤC ĐÍCH\n1. Một."},
		{"a draft with dots", "BỘ Y TẾ\nSố: ……/KH-BYT\n" + motto2 + "Hà Nội, ngày …… tháng …… năm 2024\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một."},
		{"a draft letter that answers another", "BỘ Y TẾ\nSố:      /BYT-VP\nV/v trả lời công văn\nsố 123/SYT-VP ngày 01/02/2024\n" + motto2 + "Kính gửi: Sở Y tế\nNội dung."},
		{"a legal basis first", "Căn cứ Luật số 45/2019/QH14 ngày 20 tháng 11 năm 2019;\nCăn cứ Nghị định số 01/2010/NĐ-CP ngày 04 tháng 01 năm 2010;\nĐiều 1. Một"},
		{"a list of laws over the text", "THÔNG TƯ\nVề thi đua\n- Luật số 63/2025/QH15;\nSố 5 năm nay\nĐiều 1. Một"},
		{"running text with a date", "CHỈ THỊ\nVề thi đua\nTại Hà Nội, ngày 27 tháng 12 năm 2022, Viện trưởng đã họp bàn và yêu cầu các đơn vị thực hiện.\n1. Một."},
		{"only an annex with its tie", "PHỤ LỤC I\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 6 năm 2020)\n1. Một"},
		{"the stamp of arrival", "CÔNG VĂN ĐẾN\nSố: 2770\nNgày: 12/5/2021\nBÁO CÁO\nKết quả thi đua\nI. KẾT QUẢ\n1. Một."},
		{"a day that the calendar lacks", "BỘ Y TẾ\n" + motto2 + "Hà Nội, ngày 31 tháng 02 năm 2024\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một."},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(test.content)
			if h.Symbol != nil || h.IssuedOn != nil {
				t.Errorf("symbol %q, date %q", value(h.Symbol), value(h.IssuedOn))
			}
		})
	}
}

func TestScannedNumberIsNotTrusted(t *testing.T) {
	content := "BỘ Y TẾ\nSố: 44 /CT-BYT\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nCHỈ THỊ\nVề thi đua\n1. Một."
	pages := []document.Page{{Range: document.Range{End: len(content)}, Verdict: "ocr", Confidence: 0.9}}
	h := extractText(&document.Text{Content: content, Wrapped: true, Pages: pages})
	if h.Symbol != nil {
		t.Errorf("a number written by hand was read as %q", h.Symbol.Value)
	}
	if h.IssuedOn == nil || h.IssuedOn.Confidence > doubtful {
		t.Errorf("date %+v", h.IssuedOn)
	}
	typed := strings.Replace(content, "44 /", "44/", 1)
	if h = extractText(&document.Text{Content: typed, Wrapped: true, Pages: pages}); h.Symbol == nil || h.Symbol.Confidence > doubtful {
		t.Errorf("symbol %+v", h.Symbol)
	}
}

// A name or title one word of which OCR was not sure of is given with the confidence of that word, a name that is as good as
// unread not at all.
func TestDoubtedWords(t *testing.T) {
	content := "BỘ Y TẾ\nSố: 44/CT-BYT\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nCHỈ THỊ\nVề thi đua\n1. Một.\nBỘ TRƯỞNG\nNguyễn Tân Kênh"
	header := func(word string, confidence float64) Header {
		at := strings.Index(content, word)
		doubt := document.Doubt{Range: document.Range{Start: at, End: at + len(word)}, Confidence: confidence}
		return extractText(&document.Text{Content: content, Wrapped: true, Doubts: []document.Doubt{doubt}})
	}
	if s := header("Tân", 0.55).Signer; s == nil || s.Value != "Nguyễn Tân Kênh" || s.Confidence != 0.55 || !s.Suggested {
		t.Errorf("a word of the name in doubt: %+v", s)
	}
	if s := header("Tân", doubtful).Signer; s != nil {
		t.Errorf("a word of the name as good as unread: %+v", s)
	}
	h := header("thi", 0.55)
	if s := h.Signer; s == nil || s.Confidence != sure || s.Suggested {
		t.Errorf("a word of the title in doubt: %+v", s)
	}
	if f := h.Title; f == nil || f.Value != "Về thi đua" || f.Confidence != 0.55 || !f.Suggested {
		t.Errorf("a word of the title in doubt: %+v", f)
	}
}

func TestMarks(t *testing.T) {
	const rest = "KẾ HOẠCH\nVề bảo vệ bí mật nhà nước\nI. MỤC ĐÍCH\n1. Tài liệu mật được quản lý."
	for _, test := range []struct{ name, content, secrecy, urgency string }{
		{"none", "BỘ Y TẾ\nSố: 1/KH-BYT\n" + motto2 + rest, "-", "-"},
		{"secret", "BỘ Y TẾ\nSố: 1/KH-BYT\nMẬT\n" + motto2 + rest, "Mật", "-"},
		{"most secret and at once", "BỘ Y TẾ\nSố: 1/KH-BYT\nTUYỆT MẬT\nHỎA TỐC\n" + motto2 + rest, "Tuyệt mật", "Hỏa tốc"},
		{"top secret read badly", "BỘ Y TẾ\nTÔI MẬT\nSố: 1/KH-BYT\n" + motto2 + rest, "Tối mật", "-"},
		{"urgent", "BỘ Y TẾ\nSố: 1/KH-BYT\nTHƯỢNG KHẨN\n" + motto2 + rest, "-", "Thượng khẩn"},
		{"beside the number", "BỘ Y TẾ\nSố: 1/KH-BYT    MẬT\n" + motto2 + rest, "Mật", "-"},
		{"labelled", "BỘ Y TẾ\nĐộ mật: MẬT\n" + motto2 + rest, "Mật", "-"},
		{"a lost letterhead", "TỐI MẬT\n" + rest, "Tối mật", "-"},
		{"a title in capitals", "QUYẾT ĐỊNH\nBAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC\nĐiều 1. Một", "-", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(test.content)
			if value(h.Secrecy) != test.secrecy || value(h.Urgency) != test.urgency {
				t.Errorf("secrecy %q, urgency %q", value(h.Secrecy), value(h.Urgency))
			}
		})
	}
}

func TestRecipients(t *testing.T) {
	const head = "CHỈ THỊ\nVề thi đua\n1. Một việc.\n"
	for _, test := range []struct{ name, content, want string }{
		{"one a line", "Nơi nhận:\n- Bộ Y tế;\n- Các sở (để thực hiện);\n- Lưu: VT, V16.", "Bộ Y tế|;Các sở|để thực hiện"},
		{"wrapped", "Nơi nhận:\n- Các đơn vị thuộc Bộ, Viện kiểm sát\nQuân sự Trung ương (để thực hiện);\n- Lưu: VT.", "Các đơn vị thuộc Bộ, Viện kiểm sát Quân sự Trung ương|để thực hiện"},
		{"brackets of the name stay", "Nơi nhận:\n- Cục Kiểm tra văn bản (Bộ Tư pháp);\n- Thủ tướng (b/cáo);", "Cục Kiểm tra văn bản (Bộ Tư pháp)|;Thủ tướng|b/cáo"},
		{"a second head", "Nơi nhận:\n- Bộ Y tế;\nĐồng kính gửi:\n- Bộ Công an;\n- Lưu VT.", "Bộ Y tế|;Bộ Công an|"},
		{"on one line", "Nơi nhận: - Như trên; - Bộ Y tế; - Lưu: VT.", "Như trên|;Bộ Y tế|"},
		{"a name read beside an item", "Nơi nhận:\n- Kho bạc Nhà nước; à\n- UBND các huyện; Trần Ngọc Anh\n- Lưu: VT", "Kho bạc Nhà nước|;UBND các huyện|"},
		{"two bodies on one line", "Nơi nhận:\n- Cục Thuế tỉnh; VNPT Sơn La;\n- Lưu: VT", "Cục Thuế tỉnh; VNPT Sơn La|"},
		{"none", "Hết.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range extract(head + test.content).Recipients {
				got = append(got, r.Text+"|"+string(r.Purpose))
			}
			if strings.Join(got, ";") != test.want {
				t.Errorf("got %q, want %q", strings.Join(got, ";"), test.want)
			}
		})
	}
}

func TestSigners(t *testing.T) {
	const head = "CHỈ THỊ\nVề thi đua\n1. Một việc.\n"
	for _, test := range []struct{ content, want string }{
		{"VIỆN TRƯỞNG\n(Đã ký)\nLê Minh An", "Lê Minh An; Viện trưởng; "},
		{"KT. VIỆN TRƯỞNG\nPHÓ VIỆN TRƯỞNG\nLê Minh An", "Lê Minh An; Phó Viện trưởng; KT."},
		{"KT. VIỆN TRƯỞNG PHÓ VIỆN TRƯỞNG\nLê Minh An", "Lê Minh An; Phó Viện trưởng; KT."},
		{"KT.TỔNG KIỂM TOÁN NHÀ NƯỚC\nPHÓ TỔNG KIỂM TOÁN NHÀ NƯỚC\nLê Minh An", "Lê Minh An; Phó Tổng Kiểm toán Nhà nước; KT."},
		{"K/T BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Minh An", "Lê Minh An; Thứ trưởng; KT."},
		{"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Minh An", "Lê Minh An; Phó Chủ tịch; KT."},
		{"TUQ. BỘ TRƯỞNG\nCHÁNH VĂN PHÒNG\nLê Minh An", "Lê Minh An; Chánh Văn phòng; TUQ."},
		{"Q. VIỆN TRƯỞNG\nLê Minh An", "Lê Minh An; Viện trưởng; Q."},
		{"BỘ TRƯỞNG\nĐại tướng Lê Minh An", "Lê Minh An; Bộ trưởng; "},
		{"BỘ TRƯỞNG\nĐã ký: Lê Minh An", "Lê Minh An; Bộ trưởng; "},
		{"BỘ TRƯỞNG\nLÊ MINH AN", "Lê Minh An; Bộ trưởng; "},
		{"BỘ TRƯỞNG\nNgười ký: Cổng Thông tin điện tử Chính phủ\nLê Minh An", "Lê Minh An; Bộ trưởng; "},
		{"CHÚ TỊCH\nLê Minh An", "Lê Minh An; Chủ tịch; "},
		{"BỘ TRƯỞNG\nTÒA ÁN NHÂN DÂN TỐI CAO\nTòa Án Nhân Dân", "-"},
		{"BỘ TRƯỞNG", "-"},
		{"Lê Minh An", "-"},
	} {
		got := plainHeader(extract(head + test.content)).signer
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.content, got, test.want)
		}
	}
}

func TestNaturalCase(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"PHÓ VIỆN TRƯỞNG", "Phó Viện trưởng"},
		{"PHÓ THỦ TƯỚNG", "Phó Thủ tướng"},
		{"VỤ TRƯỞNG VỤ KHCN&MT", "Vụ trưởng Vụ KHCN&MT"},
		{"GIÁM ĐỐC SỞ Y TẾ", "Giám đốc Sở Y tế"},
		{"ỦY BAN NHÂN DÂN XÃ CHIỀNG SINH", "Ủy ban nhân dân xã Chiềng Sinh"},
		{"PHÒNG TỔ CHỨC CÁN BỘ", "Phòng Tổ chức cán bộ"},
		{"HỘI ĐỒNG THI ĐUA, KHEN THƯỞNG", "Hội đồng thi đua, khen thưởng"},
		{"THƯƠNG BINH VÀ XÃ HỘI", "Thương binh và xã hội"},
		{"BẢO HIỂM XÃ HỘI TỈNH SƠN LA", "Bảo hiểm xã hội tỉnh Sơn La"},
		{"PHÒNG NỘI VỤ HUYỆN CAO LỘC", "Phòng Nội vụ huyện Cao Lộc"},
		{"HỘI NÔNG DÂN THÀNH PHỐ ĐÀ NẴNG", "Hội Nông dân thành phố Đà Nẵng"},
		{"BAN QUẢN LÝ THỊ XÃ HỒNG LĨNH", "Ban Quản lý thị xã Hồng Lĩnh"},
		{"XÃ HỘI", "Xã hội"},
		{"TỈNH ĐOÀN SƠN LA", "Tỉnh đoàn Sơn La"},
		{"BỆNH VIỆN ĐA KHOA TỈNH SƠN LA", "Bệnh viện Đa khoa tỉnh Sơn La"},
		{"THU TRUONG", "Thu truong"},
		{"BỘ TRƯỜNG", "Bộ trưởng"},
		{"Bộ Y tế", "Bộ Y tế"},
		{"", ""},
	} {
		if got := naturalCase(test.in); got != test.want {
			t.Errorf("naturalCase(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestWardsAreNoPlans(t *testing.T) {
	h := extract("ỦY BAN NHÂN DÂN\nPHƯỜNG AN XUYÊN\nSố: 19/KH-UBND\n" + motto2 + "An Xuyên, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nVề việc dạy bơi\n1. Một.")
	if h.Issuer == nil || h.Issuer.Value != "Ủy ban nhân dân phường An Xuyên" {
		t.Errorf("issuer %+v", h.Issuer)
	}
	h = extract("BỘ Y TẾ\nSố: 19/PA-BYT\n" + motto2 + "Hà Nội, ngày 05 tháng 9 năm 2025\nPHƯƠNG ÁN\nDạy bơi\n1. Một.")
	if h.Kind == nil || h.Kind.Value != "phuong_an" {
		t.Errorf("kind %+v", h.Kind)
	}
}

func TestFragmentsAreNoIssuers(t *testing.T) {
	for _, tt := range []struct {
		name, content, issuer string
	}{
		{"letters of a number whose label was lost", "/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 06 tháng 5 năm 2022\nTHÔNG BÁO\nVề việc họp\n", ""},
		{"a stroke", "F\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 06 tháng 5 năm 2022\nTHÔNG BÁO\nVề việc họp\n", ""},
		{"a name with the two", "F\nBỘ Y TẾ\n/TB-BYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 06 tháng 5 năm 2022\nTHÔNG BÁO\nVề việc họp\n", "Bộ Y tế"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if h := extract(tt.content); h.Issuer != nil {
				got = h.Issuer.Value
			}
			if got != tt.issuer {
				t.Errorf("issuer %q, want %q", got, tt.issuer)
			}
		})
	}
}

// outline is the frame of a text, for tests of single rules.
func outline(content string) *structure.Outline {
	return structure.Parse(normalize.NewView(&document.Text{Content: content, Wrapped: true}))
}

// wholeLine is a text as the first line of its view.
func wholeLine(text string) line {
	return line{text, document.Range{Start: 0, End: len(text)}, 0}
}

func defaultRegister() *register.Register { return register.Default() }
