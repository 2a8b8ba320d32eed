package field

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// TestOwnNumber goes through the places in which a number stands at the head of a paper: its own, or another's.
func TestOwnNumber(t *testing.T) {
	const foot = "\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một."
	for _, test := range []struct{ name, lines, want string }{
		{"under the issuer", "BỘ Y TẾ\nSố: 12/KH-BYT\n" + motto2, "12/KH-BYT"},
		{"behind the issuer on one line", "BỘ Y TẾ Số: 12/KH-BYT\n" + motto2, "12/KH-BYT"},
		{"with the motto on one line", "Số: 12/KH-BYT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBỘ Y TẾ", "12/KH-BYT"},
		{"with the day on one line", "BỘ Y TẾ\n" + motto2 + "Số: 12/KH-BYT Hà Nội, ngày 5 tháng 6 năm 2020", "12/KH-BYT"},
		{"after a stroke", "BỘ Y TẾ\n" + motto2 + "-Số: 12/KH-BYT", "12/KH-BYT"},
		{"blanks around its signs", "BỘ Y TẾ\nSố : 12 /KH- BYT\n" + motto2, "12/KH-BYT"},
		{"a year with a blank before it", "BỘ Y TẾ\nSố: 12/ 2015/TT-BYT\n" + motto2, "12/2015/TT-BYT"},
		{"the Party's hyphen", "TỈNH ỦY SƠN LA\n*\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM", "12-KH/TU"},
		{"a place left blank", "BỘ Y TẾ\nSố:      /KH-BYT\n" + motto2, "-"},
		{"dots for the number", "BỘ Y TẾ\nSố: …/KH-BYT\n" + motto2, "-"},
		{"no number but words", "BỘ Y TẾ\nSố: Không số\n" + motto2, "-"},
		{"in the subject of a letter", "BỘ Y TẾ\nSố:      /KH-BYT\nV/v trả lời Công văn số 15/SYT-NV\n" + motto2, "-"},
		{"in brackets under the kind", "BỘ Y TẾ\n" + motto2 + "(Kèm theo Quyết định số: 15/QĐ-BYT ngày 5 tháng 6 năm 2020)", "-"},
		{"of a law in a legal basis", "BỘ Y TẾ\n" + motto2 + "Căn cứ Luật số: 15/2023/QH15", "-"},
		{"of a paper that is carried out", "BỘ Y TẾ\n" + motto2 + "Thực hiện Chỉ thị số: 15/CT-TTg", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := value(extract(test.lines + foot).Symbol); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestOwnDay does the same for days.
func TestOwnDay(t *testing.T) {
	const head = "BỘ Y TẾ\nSố: 12/KH-BYT\n" + motto2
	const foot = "\nKẾ HOẠCH\nVề thi đua\nI. MỤC ĐÍCH\n1. Một."
	for _, test := range []struct{ name, line, day, place string }{
		{"the common form", "Hà Nội, ngày 05 tháng 6 năm 2020", "2020-06-05", "Hà Nội"},
		{"slashes", "Hà Nội, ngày 5/6/2020", "2020-06-05", "Hà Nội"},
		{"hyphens", "Hà Nội, ngày 05-6-2020", "2020-06-05", "Hà Nội"},
		{"a blank before the comma", "Hà Nội , ngày 15 tháng 10 năm 1994", "1994-10-15", "Hà Nội"},
		{"a city's short word", "TP. Hồ Chí Minh, ngày 5 tháng 6 năm 2020", "2020-06-05", "TP. Hồ Chí Minh"},
		{"a town's rank", "Thị xã Cao Lãnh, ngày 5 tháng 6 năm 2020", "2020-06-05", "Thị xã Cao Lãnh"},
		{"two names joined", "Bà Rịa - Vũng Tàu, ngày 5 tháng 6 năm 2020", "2020-06-05", "Bà Rịa - Vũng Tàu"},
		{"a joined name without blanks", "Phan Rang-Tháp Chàm, ngày 5 tháng 6 năm 2020", "2020-06-05", "Phan Rang-Tháp Chàm"},
		{"a district with a figure", "Quận 12, ngày 5 tháng 6 năm 2020", "2020-06-05", "Quận 12"},
		{"a bar behind it", "Hà Nội, ngày 5 tháng 6 năm 2020 |", "2020-06-05", "Hà Nội"},
		{"an hour before it", "Hà Nội, hồi 9 giờ 30 phút, ngày 5 tháng 6 năm 2020", "2020-06-05", "Hà Nội"},
		{"a day that is none", "Hà Nội, ngày 31 tháng 6 năm 2020", "-", "-"},
		{"a day left blank", "Hà Nội, ngày    tháng 6 năm 2020", "-", "Hà Nội"},
		{"the day of a law", "- Luật Giáo dục số 43/2019/QH14 ngày 14 tháng 6 năm 2019;", "-", "-"},
		{"the day of a paper in the subject", "V/v thực hiện Quyết định ngày 5 tháng 6 năm 2020", "-", "-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := extract(head + test.line + foot)
			if got := value(h.IssuedOn); got != test.day {
				t.Errorf("the day is %q, want %q", got, test.day)
			}
			if got := value(h.Place); got != test.place {
				t.Errorf("the place is %q, want %q", got, test.place)
			}
		})
	}
}

// TestKindLines goes through the kinds: each is told by its line in capitals, and where that is lost by the number.
func TestKindLines(t *testing.T) {
	const head = "BỘ Y TẾ\n" + motto2 + "Hà Nội, ngày 05 tháng 6 năm 2020\n"
	for _, k := range document.Kinds() {
		if k.Value == "tin_bai" || k.Value == "khac" {
			continue
		}
		h := extract(head + strings.ToUpper(k.Name) + "\nVề thi đua\nI. MỤC ĐÍCH\n1. Một.")
		if h.Kind == nil || h.Kind.Value != k.Value {
			t.Errorf("the line %q gives %+v", strings.ToUpper(k.Name), h.Kind)
		}
	}
	for _, test := range []struct{ name, lines, want string }{
		{"an old name of joint circulars", "THÔNG TƯ LIÊN NGÀNH\nVề thi đua", "thong_tu_lien_tich"},
		{"another one", "THÔNG TƯ LIÊN BỘ\nVề thi đua", "thong_tu_lien_tich"},
		{"marks lost", "CHI THỊ\nVề thi đua", "chi_thi"},
		{"the subject on its line", "LUẬT ĐẤT ĐAI", "luat"},
		{"a longer name", "BỘ LUẬT LAO ĐỘNG", "bo_luat"},
		{"a ward that sounds like a kind", "PHƯỜNG AN XUYÊN", ""},
	} {
		got := ""
		if h := extract(head + test.lines + "\nI. MỤC ĐÍCH\n1. Một."); h.Kind != nil {
			got = h.Kind.Value
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLettersWithoutKind holds papers that no line of a kind tells: number, sheet, subject and address do.
func TestLettersWithoutKind(t *testing.T) {
	const day = motto2 + "Hà Nội, ngày 05 tháng 6 năm 2020\n"
	for _, test := range []struct{ name, why, content, want string }{
		{"a tax office's number", "CT stands for the office where a subject and an address follow", "CỤC THUẾ TỈNH SƠN LA\nSố: 57/CT-QLN\nV/v nộp thuế\n" + day + "Kính gửi: Các chi cục\nĐề nghị nộp.", "cong_van"},
		{"a directive's number", "CT is the code of a directive", "BỘ Y TẾ\nSố: 57/CT-BYT\n" + day + "Yêu cầu các đơn vị:\n1. Một.", "chi_thi"},
		{"a sheet against the number", "the site says what the paper is", "Số hiệu: 57/CT-QLN\nLoại văn bản: Công văn\nNgày ban hành: 06/09/2010\nPhối hợp quản lý nợ.", "cong_van"},
		{"a head that is lost", "the text opens with its address", "Kính\ngửi: Cục thuế các tỉnh.\nHiện nay, Bộ đang khẩn trương sửa đổi.", "cong_van"},
		{"a page on one line", "the address stands in the line", "SỞ Y TẾ TỈNH SƠN LA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 17/SYT-VP Sơn La, ngày 05 tháng 11 năm 2010 V/v báo cáo Kính gửi: Các bệnh viện. Sở Y tế báo cáo tình hình như sau.", "cong_van"},
		{"an address further down", "it may be that of a form", "Hiện nay, Bộ đang khẩn trương sửa đổi.\nKính gửi: Cục thuế các tỉnh.", "khac"},
	} {
		got := ""
		if h := extract(test.content); h.Kind != nil {
			got = h.Kind.Value
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q (%s)", test.name, got, test.want, test.why)
		}
	}
}

// TestEveryValueHasItsWords holds that what a header gives stands in the text: a field is never made up, however the parts of
// a letterhead are mixed.
func TestEveryValueHasItsWords(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"BỘ Y TẾ", "ỦY BAN NHÂN DÂN", "TỈNH SƠN LA", "Số: 12/QĐ-BYT", "Số:", "12/QĐ-BYT", strings.TrimSpace(motto2), "|", "CỘNG", "HÒA XÃ HỘI",
		"Hà Nội, ngày 5 tháng 6 năm 2020", "Hà", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH SỐ 5 NQ/HĐNN NGÀY 5-6-1990", "CỦA HỘI ĐỒNG NHÀ NƯỚC", "BẢN ÁN SỐ: 12/2023/HS-ST",
		"Ngày: 12-5-2023", "Về thi đua", "Số hiệu: 9/CT-TTg Loại văn bản: Chỉ thị", "| Số hiệu | 9/CT-TTg |", "Căn cứ Luật Giá;", "Điều 1. Một./.", "KT. BỘ TRƯỞNG",
		"Thứ trưởng", "Lê Văn Bình (Đã ký)", "Lê Văn Bình", "", "SắC LệNH",
	})
	rapid.Check(t, func(t *rapid.T) {
		content := strings.Join(rapid.SliceOfN(part, 0, 16).Draw(t, "lines"), "\n")
		h := extract(content)
		runes := []rune(content)
		for name, e := range evidences(h) {
			if e.Span == nil {
				if e.Method == "" {
					t.Fatalf("%s of %q has neither a span nor a method", name, content)
				}
				continue
			}
			if e.Span.Start < 0 || e.Span.End > len(runes) || string(runes[e.Span.Start:e.Span.End]) != e.Span.Exact {
				t.Fatalf("%s of %q: the span %+v has other words", name, content, e.Span)
			}
		}
		if h.IssuedOn != nil && len(h.IssuedOn.Value) != len("2006-01-02") {
			t.Fatalf("the day of %q is %q", content, h.IssuedOn.Value)
		}
		if h.Symbol != nil && strings.ContainsAny(h.Symbol.Value, " \n") {
			t.Fatalf("the number of %q is %q", content, h.Symbol.Value)
		}
	})
}

// evidences gives what stands behind each value of a header.
func evidences(h Header) map[string]document.Evidence {
	m := map[string]document.Evidence{}
	for name, f := range map[string]*document.Field{"symbol": h.Symbol, "day": h.IssuedOn, "place": h.Place, "title": h.Title} {
		if f != nil {
			m[name] = f.Evidence
		}
	}
	if h.Kind != nil {
		m["kind"] = h.Kind.Evidence
	}
	if h.Issuer != nil {
		m["issuer"] = h.Issuer.Evidence
	}
	if h.Signer != nil {
		m["signer"] = h.Signer.Evidence
	}
	return m
}
