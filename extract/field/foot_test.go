package field

import (
	"strings"
	"testing"
)

// foot puts the end of a paper under a short head.
func foot(end string) string { return "CHỈ THỊ\nVề thi đua\n1. Một việc.\n" + end }

// TestAuthorities covers how a signature is empowered, by the rules of the State and of the Party.
func TestAuthorities(t *testing.T) {
	for _, test := range []struct{ name, why, end, want string }{
		{"in the head's own right", "no mark: authority is null", "CHỦ TỊCH\nLê Minh An", "Lê Minh An; Chủ tịch; "},
		{"for the head", "KT.: a deputy signs for the head", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Minh An", "Lê Minh An; Phó Chủ tịch; KT."},
		{"glued mark", "the blank after the mark is often left out", "KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Minh An", "Lê Minh An; Phó Chủ tịch; KT."},
		{"spaced mark", "typists set blanks into the mark", "K T. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Minh An", "Lê Minh An; Phó Chủ tịch; KT."},
		{"the Party's slash", "T/M and K/T are the Party's writing; the mark is given in the State's", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Minh An", "Lê Minh An; Phó Bí thư; TM."},
		{"on behalf of a collective", "TM.: the head signs for the collective", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Minh An", "Lê Minh An; Chủ tịch; TM."},
		{"collective and deputy", "the mark beside the office counts", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Minh An", "Lê Minh An; Phó Chủ tịch; KT."},
		{"by order", "TL.: a head of unit signs by order", "TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ PHÁP CHẾ\nLê Minh An", "Lê Minh An; Vụ trưởng Vụ Pháp chế; TL."},
		{"by order and for the head of unit", "TL. and KT. one under the other", "TL. BỘ TRƯỞNG\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nLê Minh An", "Lê Minh An; Phó Chánh Văn phòng; KT."},
		{"by delegation", "TUQ.: with a power of attorney", "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Minh An", "Lê Minh An; Giám đốc Sở Nội vụ; TUQ."},
		{"acting", "Q.: the acting head", "Q. GIÁM ĐỐC\nLê Minh An", "Lê Minh An; Giám đốc; Q."},
		{"a deputy with an office elsewhere", "the office that the deputy signs in counts", "KT. CHỦ TỊCH HỘI ĐỒNG\nPHÓ CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Minh An", "Lê Minh An; Phó Chủ tịch; KT."},
		{"a mark without its stop", "letters of 2003 left it out", "KT BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\nLê Minh An", "Lê Minh An; Thứ trưởng; KT."},
		{"of the army", "its offices and ranks", "CHỈ HUY TRƯỞNG\nĐại tá Lê Minh An", "Lê Minh An; Chỉ huy trưởng; "},
		{"of a branch", "the office and its unit", "TUQ. GIÁM ĐỐC\nCHI CỤC TRƯỞNG CHI CỤC THỦY LỢI\nLê Minh An", "Lê Minh An; Chi cục trưởng Chi cục Thủy lợi; TUQ."},
		{"of the police of a commune", "the head of the unit", "TRƯỞNG CÔNG AN XÃ\nTrung tá Lê Minh An", "Lê Minh An; Trưởng Công an xã; "},
		{"two signatures", "the first signature of a joint paper counts", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Minh An\nKT. TỔNG THANH TRA\nPHÓ TỔNG THANH TRA\nTrần Văn Bình", "Lê Minh An; Thứ trưởng; KT."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := plainHeader(extract(foot(test.end))).signer; got != test.want {
				t.Errorf("%s: got %q, want %q", test.why, got, test.want)
			}
		})
	}
}

// TestPersons covers what stands for a person's name and what does not.
func TestPersons(t *testing.T) {
	for _, test := range []struct{ name, line, want string }{
		{"two words", "Lê An", "Lê An"},
		{"five words", "Nguyễn Thị Minh Khai An", "Nguyễn Thị Minh Khai An"},
		{"a rank of the army", "Trung tướng Lê Minh An", "Lê Minh An"},
		{"a degree", "PGS. TS. Lê Minh An", "Lê Minh An"},
		{"a degree with points together", "TS.Lê Minh An", "Lê Minh An"},
		{"signed in brackets", "(Đã ký) Lê Minh An", "Lê Minh An"},
		{"in italics of a converter", "*Lê Minh An*", "Lê Minh An"},
		{"in capitals", "LÊ MINH AN", "Lê Minh An"},
		{"in brackets", "[Lê Minh An]", "Lê Minh An"},
		{"a body", "Bộ Y Tế", ""},
		{"no surname", "Hợp Đồng Mới", ""},
		{"one word", "An", ""},
		{"small letters", "lê minh an", ""},
		{"a sentence", "Lê Minh An đã ký văn bản này.", ""},
		{"the line of a digital signature", "Người ký: Lê Minh An", ""},
		{"an hour of signing", "Thời gian ký: 12.02.2024", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(foot("BỘ TRƯỞNG\n" + test.line))
			got := ""
			if h.Signer != nil {
				got = h.Signer.Value
			}
			if got != test.want {
				t.Errorf("%q: got %q, want %q", test.line, got, test.want)
			}
		})
	}
}

// TestRecipientForms covers how lists of recipients are set.
func TestRecipientForms(t *testing.T) {
	for _, test := range []struct{ name, why, end, want string }{
		{"without dashes", "the closing mark parts the items", "Nơi nhận:\nBộ Y tế;\nBộ Nội vụ;\nLưu: VT.", "Bộ Y tế|;Bộ Nội vụ|"},
		{"plus signs", "some offices set a plus", "Nơi nhận:\n+ Bộ Y tế;\n+ Lưu: VT.", "Bộ Y tế|"},
		{"bullets", "a converter's bullets", "Nơi nhận:\n• Bộ Y tế;\n• Lưu: VT.", "Bộ Y tế|"},
		{"a bold head", "emphasis of a converter", "**Nơi nhận:**\n- Bộ Y tế;\n- Lưu: VT.", "Bộ Y tế|"},
		{"a head without colon", "the colon is lost in copies", "Nơi nhận\n- Bộ Y tế;\n- Lưu: VT.", "Bộ Y tế|"},
		{"a head read badly", "OCR of the head", "Nơi nhân:\n- Bộ Y tế;\n- Lưu: VT.", "Bộ Y tế|"},
		{"purposes", "what each shall do, as printed", "Nơi nhận:\n- Chính phủ (để b/c);\n- Sở Y tế (t/h);\n- Báo Nhân dân (đăng tin);\n- Lưu: VT.", "Chính phủ|để b/c;Sở Y tế|t/h;Báo Nhân dân|đăng tin"},
		{"a bracket that is a name", "a bracket without a verb belongs to the name", "Nơi nhận:\n- Cục Thuế (Bộ Tài chính);\n- Lưu: VT.", "Cục Thuế (Bộ Tài chính)|"},
		{"a name and a purpose", "only the last bracket is a purpose", "Nơi nhận:\n- Cục Thuế (Bộ Tài chính) (để biết);\n- Lưu: VT.", "Cục Thuế (Bộ Tài chính)|để biết"},
		{"the archive with units", "who keeps the file is none who acts", "Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT, TH (3b). Bình 50b", "Bộ Y tế|"},
		{"the archive with a comma", "\"Lưu VT\" in every writing", "Nơi nhận:\n- Bộ Y tế;\n- Lưu VT, V16.", "Bộ Y tế|"},
		{"three lines of one item", "an item that no mark closes goes on", "Nơi nhận:\n- Viện trưởng Viện kiểm sát\nnhân dân tỉnh, thành phố\ntrực thuộc Trung ương;\n- Lưu: VT.", "Viện trưởng Viện kiểm sát nhân dân tỉnh, thành phố trực thuộc Trung ương|"},
		{"as above", "a pointer to the address is kept as printed", "Nơi nhận:\n- Như trên;\n- Bộ Y tế;\n- Lưu: VT.", "Như trên|;Bộ Y tế|"},
		{"the signature read into the list", "OCR's first line of the signature is no recipient", "Nơi nhận: —TM. CHÍNH PHỦ\n- Bộ Y tế;\n- Lưu: VT.", "Bộ Y tế|"},
		{"purposes without brackets", "with a dash and without", "Nơi nhận:\n- Bộ Y tế để b/c;\n- Bộ Nội vụ - để phối hợp;\n- Lưu: VT.", "Bộ Y tế|để b/c;Bộ Nội vụ|để phối hợp"},
		{"one line without dashes", "only the marks part the items", "Nơi nhận: Như trên; Bộ Y tế (b/c); Lưu: VT, NC.", "Như trên|;Bộ Y tế|b/c"},
		{"a list in brackets", "the brackets are no part of a name", "Nơi nhận: (Bộ Y tế; ... Bộ Nội vụ; ...)", "Bộ Y tế|;Bộ Nội vụ|"},
		{"a semicolon inside an item", "a dash before the item tells where it begins", "Nơi nhận:\n- Văn phòng: các Vụ; Cổng tin;\n- Lưu: VT.", "Văn phòng: các Vụ; Cổng tin|"},
		{"a mark between name and purpose", "the closing mark belongs to neither", "Nơi nhận:\n- Bộ Y tế; (để b/c)\n- Lưu: VT.", "Bộ Y tế|để b/c"},
		{"nothing but the archive", "then nobody receives", "Nơi nhận:\n- Lưu: VT.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			content := foot(test.end)
			var got []string
			for _, r := range extract(content).Recipients {
				got = append(got, r.Text+"|"+string(r.Purpose))
				if string([]rune(content)[r.Span.Start:r.Span.End]) != r.Span.Exact {
					t.Errorf("the span of %q quotes %q", r.Text, r.Span.Exact)
				}
			}
			if strings.Join(got, ";") != test.want {
				t.Errorf("%s: got %q, want %q", test.why, strings.Join(got, ";"), test.want)
			}
		})
	}
}

// TestTitles covers where the words stand that say what a paper is about.
func TestTitles(t *testing.T) {
	const head = "BỘ Y TẾ\nSố: 7/CT-BYT\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\n"
	for _, test := range []struct{ name, why, content, want string }{
		{"two lines", "lines of a title are joined", head + "CHỈ THỊ\nVề công tác thi đua\nnăm 2020\n1. Một.", "Về công tác thi đua năm 2020"},
		{"in capitals", "as printed", head + "CHỈ THỊ\nVỀ CÔNG TÁC THI ĐUA\n1. Một.", "VỀ CÔNG TÁC THI ĐUA"},
		{"on the kind's line", "the rest of the line", head + "CHỈ THỊ VỀ CÔNG TÁC THI ĐUA\n1. Một.", "VỀ CÔNG TÁC THI ĐUA"},
		{"a rule under it", "drawn lines are no words", head + "CHỈ THỊ\nVề công tác thi đua\n-------\n1. Một.", "Về công tác thi đua"},
		{"the issuer printed again", "its name is no title", head + "CHỈ THỊ\nVề công tác thi đua\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật;\n1. Một.", "Về công tác thi đua"},
		{"a note in brackets", "where the paper belongs is no title", head + "QUY CHẾ\nVề thi đua\n(Kèm theo Quyết định số 5/QĐ-BYT)\n1. Một.", "Về thi đua"},
		{"a full stop", "closing marks are left out", head + "CHỈ THỊ\nVề công tác thi đua.\n1. Một.", "Về công tác thi đua"},
		{"a subject with a colon", "the label of a letter's subject is left out", "BỘ Y TẾ\nSố: 7/BYT-VP\nV/v: báo cáo\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nKính gửi: Sở Y tế\nĐề nghị báo cáo.", "báo cáo"},
		{"a letter's subject in words", "\"Về việc\" belongs to the words", "BỘ Y TẾ\nSố: 7/BYT-VP\nVề việc báo cáo\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nKính gửi: Sở Y tế\nĐề nghị báo cáo.", "Về việc báo cáo"},
		{"a law about a body", "the body's name is the title there", "QUỐC HỘI\n" + motto2 + "Luật số: 8/2015/QH13\nHà Nội, ngày 24 tháng 6 năm 2015\nLUẬT\nKIỂM TOÁN NHÀ NƯỚC\nCăn cứ Hiến pháp;\nĐiều 1. Một.", "KIỂM TOÁN NHÀ NƯỚC"},
		{"a telegram's address", "what it is marked with and whom it goes to are no title", "BỘ Y TẾ\nSố: 7/CĐ-BYT\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nCÔNG ĐIỆN KHẨN\nBỘ Y TẾ ĐIỆN:\nSở Y tế các tỉnh\nĐề nghị các Sở trực.", "-"},
		{"a heading of a transcription", "a site's words under the title", head + "CHỈ THỊ\nVề công tác thi đua\nTHÔNG TIN VĂN BẢN\n1. Một.", "Về công tác thi đua"},
		{"a heading with year and issuer", "the site's words around the subject", "Công văn 7/BYT-VP năm 2020 báo cáo công tác y tế do Bộ Y tế ban hành\nBỘ Y TẾ\nSố: 7/BYT-VP\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nKính gửi: Sở Y tế\nĐề nghị báo cáo.", "báo cáo công tác y tế"},
		{"a subject with stops", "\"V.v\" is no Roman five", "BỘ Y TẾ\nSố: 7/BYT-VP\nV.v phân bổ vắc xin\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nKính gửi: Sở Y tế\nĐề nghị báo cáo.", "phân bổ vắc xin"},
		{"a subject without \"việc\"", "it stands right under the number", "BỘ Y TẾ\nSố: 7/BYT-VP\nVề báo cáo năm\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nKính gửi: Sở Y tế\nĐề nghị báo cáo.", "Về báo cáo năm"},
		{"none", "a letter without subject has no title", "BỘ Y TẾ\nSố: 7/BYT-VP\n" + motto2 + "Hà Nội, ngày 5 tháng 4 năm 2020\nKính gửi: Sở Y tế\nĐề nghị báo cáo.", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := value(extract(test.content).Title); got != test.want {
				t.Errorf("%s: got %q, want %q", test.why, got, test.want)
			}
		})
	}
}

// TestMarksOfEverySort covers the boxed marks and the sentences that only speak of them.
func TestMarksOfEverySort(t *testing.T) {
	const rest = "Hà Nội, ngày 5 tháng 4 năm 2020\nCHỈ THỊ\nVề công tác thi đua\n1. Một việc."
	for _, test := range []struct{ name, mark, secrecy, urgency string }{
		{"secret", "MẬT", "Mật", "-"},
		{"top secret", "TỐI MẬT", "Tối mật", "-"},
		{"of the highest degree", "TUYỆT MẬT", "Tuyệt mật", "-"},
		{"read by OCR", "TUYÊT MẬT", "Tuyệt mật", "-"},
		{"urgent", "KHẨN", "-", "Khẩn"},
		{"very urgent", "THƯỢNG KHẨN", "-", "Thượng khẩn"},
		{"most urgent", "HỎA TỐC", "-", "Hỏa tốc"},
		{"most urgent in the other spelling", "HOẢ TỐC", "-", "Hỏa tốc"},
		{"most urgent at an hour", "HỎA TỐC HẸN GIỜ", "-", "Hỏa tốc hẹn giờ"},
		{"a telegram's", "CÔNG ĐIỆN KHẨN", "-", "Khẩn"},
		{"both", "MẬT\nKHẨN", "Mật", "Khẩn"},
		{"small letters are a sentence", "Tài liệu mật", "-", "-"},
		{"a word of many", "BÍ MẬT NHÀ NƯỚC", "-", "-"},
		{"none", "", "-", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract("BỘ Y TẾ\nSố: 7/CT-BYT\n" + test.mark + "\n" + motto2 + rest)
			if value(h.Secrecy) != test.secrecy || value(h.Urgency) != test.urgency {
				t.Errorf("secrecy %q, urgency %q; want %q, %q", value(h.Secrecy), value(h.Urgency), test.secrecy, test.urgency)
			}
			if value(h.Symbol) != "7/CT-BYT" || h.Issuer == nil || h.Issuer.Value != "Bộ Y tế" {
				t.Errorf("the mark disturbs the head: %+v", plainHeader(h))
			}
		})
	}
}

func TestStandingDeputies(t *testing.T) {
	for _, test := range []struct{ name, lines, want string }{
		{"one line", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực"},
		{"a slash", "PHÓ CHỦ TỊCH/THƯỜNG TRỰC", "Phó Chủ tịch Thường trực"},
		{"a slash with blanks", "PHÓ BÍ THƯ / THƯỜNG TRỰC", "Phó Bí thư Thường trực"},
		{"two lines", "PHÓ CHỦ TỊCH\nTHƯỜNG TRỰC", "Phó Chủ tịch Thường trực"},
		{"a slash at the end of the line", "PHÓ CHỦ TỊCH/\nTHƯỜNG TRỰC", "Phó Chủ tịch Thường trực"},
		{"a deputy alone", "PHÓ CHỦ TỊCH", "Phó Chủ tịch"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var s signature
			for text := range strings.SplitSeq(test.lines, "\n") {
				if !s.office(line{text: text}) {
					t.Errorf("%q is no office", text)
				}
			}
			if s.position != test.want {
				t.Errorf("got %q, want %q", s.position, test.want)
			}
		})
	}
}
