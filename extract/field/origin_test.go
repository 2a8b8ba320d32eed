package field

import (
	"testing"

	"github.com/soichi/soichi/document"
)

// TestOrigins holds papers without a letterhead: number, day and issuer stand between kind and subject, in any order and
// broken over lines anywhere.
func TestOrigins(t *testing.T) {
	runForms(t, []form{
		{
			name:    "number, day and issuer behind the kind",
			why:     "transcriptions of resolutions put them on the kind's own line; the subject follows",
			content: "NGHỊ QUYẾT SỐ 35 NQ/HĐNN7 NGÀY 5-6-1985 CỦA HỘI ĐỒNG NHÀ NƯỚC\nVỀ VIỆC CỬ ỦY VIÊN\nHỘI ĐỒNG NHÀ NƯỚC\nCăn cứ Điều 98 của Hiến pháp;\nQUYẾT NGHỊ:\nĐiều 1. Một.",
			want:    wanted{"nghi_quyet", "35-NQ/HĐNN7", "Hội đồng Nhà nước", "1985-06-05", "-", "VỀ VIỆC CỬ ỦY VIÊN", "-"},
		},
		{
			name:    "the subject on the issuer's line",
			why:     "the register tells where the issuer's name ends",
			content: "NGHỊ QUYẾT SỐ 51 NQ/UBTVQH9 NGÀY 12-3-1993\nCỦA ỦY BAN THƯỜNG VỤ QUỐC HỘI QUY ĐỊNH SỐ ĐẠI BIỂU\nCăn cứ Điều 6 của Luật Tổ chức Quốc hội;\nQUYẾT NGHỊ:\nĐiều 1. Một.",
			want:    wanted{"nghi_quyet", "51-NQ/UBTVQH9", "Ủy ban Thường vụ Quốc hội", "1993-03-12", "-", "QUY ĐỊNH SỐ ĐẠI BIỂU", "-"},
		},
		{
			name:    "a name cut by the line",
			why:     "the rest of the name stands before the number on the next line",
			content: "CHỈ THỊ\nCỦA THỦ\nTƯỚNG CHÍNH PHỦ SỐ 7/2003/CT-TTG\nNGÀY 4 THÁNG 3 NĂM 2003 VỀ VIỆC TRỒNG RỪNG\nThực hiện Nghị quyết của Quốc hội, Thủ tướng yêu cầu:\n1. Một việc.",
			want:    wanted{"chi_thi", "7/2003/CT-TTG", "Thủ tướng Chính phủ", "2003-03-04", "-", "VỀ VIỆC TRỒNG RỪNG", "-"},
		},
		{
			name:    "all on one line with the subject behind the day",
			why:     "the subject of a decree of 1946 needs no opener",
			content: "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 152-C NGÀY 9 THÁNG 8 NĂM 1946 ĐẶT MỘT NGÀY LỄ\nChiểu đề nghị của Bộ trưởng;\nRA SẮC LỆNH\nĐiều 1. Một.",
			want:    wanted{"sac_lenh", "152-C", "Chủ tịch nước", "1946-08-09", "-", "ĐẶT MỘT NGÀY LỄ", "-"},
		},
		{
			name:    "letters behind a blank",
			why:     "\"SỐ 41 NV\" is one number",
			content: "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 41 NV NGÀY 2 THÁNG 4 NĂM 1946\nVỀ MỘT NHA MỚI\nĐiều thứ nhất: Một.",
			want:    wanted{"sac_lenh", "41NV", "Chủ tịch nước", "1946-04-02", "-", "VỀ MỘT NHA MỚI", "-"},
		},
		{
			name:    "the term of an elected body",
			why:     "\"KHÓA X\" is no part of the issuer's name",
			content: "NGHỊ QUYẾT\nCỦA QUỐC HỘI KHÓA X SỐ 09/1998/QH10 NGÀY 2 THÁNG 12 NĂM 1998\nVỀ NHIỆM VỤ NĂM 1999\nĐiều 1. Một.",
			want:    wanted{"nghi_quyet", "09/1998/QH10", "Quốc hội", "1998-12-02", "-", "VỀ NHIỆM VỤ NĂM 1999", "-"},
		},
		{
			name:    "a number of the subject",
			why:     "a number behind the subject's first word is another paper's",
			content: "BỘ Y TẾ\nSố: 8/KH-BYT\n" + motto2 + "Hà Nội, ngày 02 tháng 6 năm 2022\nKẾ HOẠCH\nTHỰC HIỆN NGHỊ QUYẾT SỐ 20-NQ/TW NGÀY 25 THÁNG 10 NĂM 2017\nI. MỤC ĐÍCH\n1. Một.",
			want:    wanted{"ke_hoach", "8/KH-BYT", "Bộ Y tế", "2022-06-02", "Hà Nội", "THỰC HIỆN NGHỊ QUYẾT SỐ 20-NQ/TW NGÀY 25 THÁNG 10 NĂM 2017", "-"},
		},
		{
			name:    "a short issuer under the letterhead",
			why:     "\"CỦA HĐND TỈNH …\" behind the kind repeats the letterhead and is no subject",
			content: "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\nSố: 4/2003/NQ-HĐND\n" + motto2 + "Sơn La, ngày 07 tháng 01 năm 2003\nNGHỊ QUYẾT CỦA HĐND TỈNH SƠN LA\nVề thu phí\nCăn cứ Luật Tổ chức HĐND và UBND;\nQUYẾT NGHỊ:\nĐiều 1. Một.",
			want:    wanted{"nghi_quyet", "4/2003/NQ-HĐND", "Hội đồng nhân dân tỉnh Sơn La", "2003-01-07", "Sơn La", "Về thu phí", "-"},
		},
		{
			name:    "the letterhead's number goes before that of the title",
			why:     "a misprint in the title changes nothing",
			content: "BỘ NỘI VỤ\nSố: 3/TTLN\n" + motto2 + "Hà Nội, ngày 15 tháng 10 năm 1991\nTHÔNG TƯ LIÊN NGÀNH\nSỐ 3/TTLN NGÀY 16-10-1991 HƯỚNG DẪN GIẢI QUYẾT VỤ ÁN\nQua một năm thực hiện, ba ngành hướng dẫn như sau:\n1. Một.",
			want:    wanted{"thong_tu_lien_tich", "3/TTLN", "Bộ Nội vụ", "1991-10-15", "Hà Nội", "HƯỚNG DẪN GIẢI QUYẾT VỤ ÁN", "-"},
		},
	})
}

func TestOriginNumber(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"SỐ 12/2001/CT-TTG", "12/2001/CT-TTG"},
		{"SỐ: 12/2001/CT-TTg NGÀY 5 THÁNG 3 NĂM 2001", "12/2001/CT-TTg"},
		{"SỐ 68 NGÀY 30 THÁNG 11 NĂM 1945", "68"},
		{"SỐ 77-B NGÀY 24-12-1945", "77-B"},
		{"SỐ 58 NQ/HĐNN8 NGÀY 11-3-1988", "58-NQ/HĐNN8"},
		{"SỐ 38 NV NGÀY 27 THÁNG 3 NĂM 1946", "38NV"},
		{"SỐ 12/2001/CT-TTG VỀ VIỆC", "12/2001/CT-TTG"},
		{"12/2022/LĐ-ST NGÀY 08/09/2022", "12/2022/LĐ-ST"},
		{"SỐ 5 ĐIỀU VỀ THI ĐUA", ""},
		{"SỐ 5", "5"},
		{"SỐ LIỆU", ""},
		{"VỀ SỐ 5/QĐ-BYT", ""},
		{"", ""},
	} {
		r := &reader{o: outline(test.in)}
		end := r.originNumber(wholeLine(test.in))
		if got := value(r.h.Symbol); got != test.want && (got != "-" || test.want != "") {
			t.Errorf("originNumber(%q) reads %q, want %q", test.in, got, test.want)
		}
		if (end > 0) != (test.want != "") {
			t.Errorf("originNumber(%q) ends at %d", test.in, end)
		}
	}
}

func TestOriginNumberKeepsTheLetterheads(t *testing.T) {
	const text = "SỐ 12/2001/CT-TTG"
	r := &reader{o: outline(text)}
	r.h.Symbol = &document.Field{Value: "13/2001/CT-TTg"}
	if end := r.originNumber(wholeLine(text)); end != len(text) {
		t.Errorf("the number ends at %d, want %d", end, len(text))
	}
	if r.h.Symbol.Value != "13/2001/CT-TTg" {
		t.Errorf("the letterhead's number became %q", r.h.Symbol.Value)
	}
}

func TestBehind(t *testing.T) {
	const text = "LUẬT: ĐẤT ĐAI"
	l := wholeLine(text)
	got := behind(l, len("LUẬT"))
	if got.text != "ĐẤT ĐAI" || got.r.In(text) != got.text {
		t.Errorf("behind gives %q over %q", got.text, got.r.In(text))
	}
	if got := behind(l, len(text)); got.text != "" || !got.r.Empty() {
		t.Errorf("behind the end stands %q", got.text)
	}
}

func TestWithout(t *testing.T) {
	first, second := wholeLine("SỐ 5 VỀ"), wholeLine("THI ĐUA")
	if got := without([]line{first, second}, len("SỐ 5")); len(got) != 2 || got[0].text != "VỀ" {
		t.Errorf("a cut line gives %v", got)
	}
	if got := without([]line{first, second}, len("SỐ 5 VỀ")); len(got) != 1 || got[0].text != "THI ĐUA" {
		t.Errorf("a whole line gives %v", got)
	}
}

func TestWithoutState(t *testing.T) {
	r := &reader{reg: defaultRegister()}
	for _, test := range []struct{ in, want string }{
		{"CHỦ TỊCH NƯỚC ", "CHỦ TỊCH NƯỚC"},
		{"| CHỦ TỊCH NƯỚC", "| CHỦ TỊCH NƯỚC"},
		{"QUỐC HỘI NƯỚC", "QUỐC HỘI"},
		{"CHÍNH PHỦ NƯỚC", "CHÍNH PHỦ"},
		{"CHÍNH PHỦ", "CHÍNH PHỦ"},
		{"", ""},
	} {
		if got := r.withoutState(test.in); got != test.want {
			t.Errorf("withoutState(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
