package field

import (
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

// TestSheets holds transcriptions whose site tells the paper's properties beside or in the place of a letterhead.
func TestSheets(t *testing.T) {
	runForms(t, []form{
		{
			name: "a list of properties",
			why:  "dashes before the properties, kind and number in the heading alone",
			content: "Nghị định 42/2026/NĐ-CP\nTHÔNG TIN VĂN BẢN\n- **Số hiệu:** 42/2026/NĐ-CP\n- **Ngày ban hành:** 26 tháng 6 năm 2026\n- **Cơ quan ban hành:** Chính phủ\n" +
				"- **Người ký:** Phó Thủ tướng Lê Minh An\n- **Trích yếu:** Quy định về trồng rừng\nĐiều 1. Phạm vi",
			want: wanted{"nghi_dinh", "42/2026/NĐ-CP", "Chính phủ", "2026-06-26", "-", "Quy định về trồng rừng", "Lê Minh An; Phó Thủ tướng; "},
		},
		{
			name:    "the subject under a heading",
			why:     "\"TRÍCH YẾU\" alone on its line tells what the next paragraph is",
			content: "THÔNG TIN VĂN BẢN\n- Số hiệu: 7/2026/TT-BYT\n\nTRÍCH YẾU\n\nQuy định về trạm y tế xã\n\nĐiều 1. Phạm vi",
			want:    wanted{"thong_tu", "7/2026/TT-BYT", "Bộ Y tế", "-", "-", "Quy định về trạm y tế xã", "-"},
		},
		{
			name:    "the subject in the heading",
			why:     "what follows the paper's own number in the heading of the page is its subject",
			content: "Thông tư 7/2026/TT-BYT quy định về trạm y tế xã\nTHÔNG TIN VĂN BẢN\n- Số hiệu: 7/2026/TT-BYT\nĐiều 1. Phạm vi",
			want:    wanted{"thong_tu", "7/2026/TT-BYT", "Bộ Y tế", "-", "-", "quy định về trạm y tế xã", "-"},
		},
		{
			name:    "a day of another year",
			why:     "a sheet whose day does not lie in the year of the number is wrong: null",
			content: "THÔNG TIN VĂN BẢN\n- Số hiệu: 7/2026/TT-BYT\n- Ngày ban hành: 28/06/2025\nĐiều 1. Phạm vi",
			want:    wanted{"thong_tu", "7/2026/TT-BYT", "Bộ Y tế", "-", "-", "-", "-"},
		},
		{
			name:    "the day of signature",
			why:     "the day of issue goes before the day of signature",
			content: "THÔNG TIN VĂN BẢN\n- Số hiệu: 7/2026/TT-BYT\n- Ngày ký: 03/04/2026\n- Ngày ban hành: 31/03/2026\nĐiều 1. Phạm vi",
			want:    wanted{"thong_tu", "7/2026/TT-BYT", "Bộ Y tế", "2026-03-31", "-", "-", "-"},
		},
		{
			name:    "title over the letterhead",
			why:     "a transcription that puts kind and title first, then motto, number and day",
			content: "THÔNG TƯ\n\nQuy định về trạm y tế xã\n\nBỘ Y TẾ\n\n" + motto2 + "\nSố: 7/2026/TT-BYT\n\nHà Nội, ngày 31 tháng 3 năm 2026\n\nCăn cứ Luật Khám bệnh;\n\nChương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi",
			want:    wanted{"thong_tu", "7/2026/TT-BYT", "Bộ Y tế", "2026-03-31", "Hà Nội", "Quy định về trạm y tế xã", "-"},
		},
		{
			name:    "the heading of a chapter",
			why:     "\"QUY ĐỊNH CHUNG\" under \"Chương I\" is no kind and no title",
			content: motto2 + "Hà Nội, ngày 31 tháng 3 năm 2026\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi",
			want:    wanted{"-", "-", "-", "2026-03-31", "Hà Nội", "-", "-"},
		},
	})
}

// TestConsolidatedTexts holds texts put together from an act and its amendments (Pháp lệnh 01/2012/UBTVQH13).
func TestConsolidatedTexts(t *testing.T) {
	const head = motto2 + "THÔNG TƯ\nQuy định về trạm y tế xã\n\nThông tư số 14/2021/TT-BYT ngày 21 tháng 10 năm 2021 của Bộ trưởng Bộ Y tế quy định về trạm y tế xã, được sửa đổi, bổ sung bởi:\n\n" +
		"Thông tư số 8/2023/TT-BYT ngày 29 tháng 8 năm 2023 của Bộ trưởng Bộ Y tế.\n\nBộ trưởng Bộ Y tế ban hành Thông tư quy định về trạm y tế xã.\n\nĐiều 1. Phạm vi\n\nThông tư này quy định về trạm y tế xã./.\n\n"
	runForms(t, []form{
		{
			name:    "authenticated",
			why:     "number, day, issuer and signer are those of the authentication at the end, not those of the act",
			content: head + "BỘ Y TẾ\n\nSố: 12/VBHN-BYT\n\nXÁC THỰC VĂN BẢN HỢP NHẤT\n\nHà Nội, ngày 12 tháng 4 năm 2024\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Minh An",
			want:    wanted{consolidated, "12/VBHN-BYT", "Bộ Y tế", "2024-04-12", "Hà Nội", "Quy định về trạm y tế xã", "Lê Minh An; Thứ trưởng; KT."},
		},
		{
			name:    "cut before its end",
			why:     "the clause under the title tells the kind; the speaker of the opening issued the act and not this text",
			content: head + "(Xem tiếp Công báo số 5)",
			want:    wanted{consolidated, "-", "-", "-", "-", "Quy định về trạm y tế xã", "-"},
		},
	})
}

func TestPersonIn(t *testing.T) {
	r := &reader{o: structure.Parse(normalize.NewView(&document.Text{Content: "x"})), reg: register.Default()}
	for _, c := range []struct{ words, name, office string }{
		{"Lê Minh An", "Lê Minh An", ""},
		{"Phó Thủ tướng Lê Minh An", "Lê Minh An", "Phó Thủ tướng"},
		{"Tổng Bí thư Tô Lan", "Tô Lan", "Tổng Bí thư"},
		{"Lê Minh An (Chủ tịch Quốc hội)", "Lê Minh An", "Chủ tịch Quốc hội"},
		{"Lê Minh An (Phó Thủ tướng, ký thay Thủ tướng)", "Lê Minh An", "Phó Thủ tướng"},
		{"Lê Minh An - Bộ trưởng Bộ Y tế", "Lê Minh An", "Bộ trưởng Bộ Y tế"},
		{"Thủ tướng Chính phủ (Lê Minh An)", "Lê Minh An", ""},
		{"Lê Minh An - Hà Nội", "Lê Minh An", ""},
		{"Đại tướng Lê Minh An", "Lê Minh An", ""},
		{"Thủ tướng Chính phủ", "", ""},
		{"Bộ trưởng Bộ Nội vụ", "", ""},
		{"Công ty Lê Minh An", "", ""},
		{"", "", ""},
	} {
		if name, office := r.personIn(c.words); name != c.name || office != c.office {
			t.Errorf("%q: %q, %q", c.words, name, office)
		}
	}
}

// TestSpelling tells how the paper's own way of writing a body's name is kept.
func TestSpelling(t *testing.T) {
	const under = "Số: 7/CT-BVHTTDL\n" + motto2 + "Hà Nội, ngày 15 tháng 01 năm 2010\nCHỈ THỊ\nVề việc đón Tết\n"
	for _, c := range []struct{ name, content, want string }{
		{"as the running text writes it", "BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH\n" + under + "Bộ Văn hoá, Thể thao và Du lịch yêu cầu:\n1. Một việc.", "Bộ Văn hoá, Thể thao và Du lịch"},
		{"the letterhead decides a draw", "BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH\n" + under + "Bộ Văn hoá, Thể thao và Du lịch yêu cầu:\n1. Báo cáo Bộ Văn hóa, Thể thao và Du lịch.", "Bộ Văn hoá, Thể thao và Du lịch"},
		{"the greater number wins", "BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH\n" + under + "Bộ Văn hóa, Thể thao và Du lịch yêu cầu:\n1. Một việc.", "Bộ Văn hóa, Thể thao và Du lịch"},
		{"a letterhead in capitals alone", "BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH\n" + under + "1. Một việc.", "Bộ Văn hóa, Thể thao và Du lịch"},
		{"capitals of the running text", "KIỂM TOÁN NHÀ NƯỚC\nSố: 7/CT-KTNN\n" + motto2 + "CHỈ THỊ\nVề việc đón Tết\nKiểm toán Nhà nước yêu cầu:\n1. Một việc.", "Kiểm toán Nhà nước"},
		{"words in small letters are of another sense", "CHÍNH PHỦ\nSố: 7/NQ-CP\n" + motto2 + "NGHỊ QUYẾT\nVề việc đón Tết\nCác cơ quan chính phủ và chính phủ điện tử:\n1. Một việc.", "Chính phủ"},
	} {
		if h := extract(c.content); h.Issuer == nil || h.Issuer.Value != c.want {
			t.Errorf("%s: %+v, want %s", c.name, h.Issuer, c.want)
		}
	}
}

func TestWithSyllables(t *testing.T) {
	for _, c := range []struct{ name, printed, want string }{
		{"Bộ Văn hóa, Thể thao và Du lịch", "BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Bộ Văn hoá, Thể thao và Du lịch"},
		{"Bộ Lao động - Thương binh và Xã hội", "BỘ LAO ĐỘNG THƯƠNG BINH\nVÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"},
		{"Ủy ban nhân dân tỉnh Sơn La", "UBND TỈNH SƠN LA", "Ủy ban nhân dân tỉnh Sơn La"},
		{"Ủy ban nhân dân tỉnh Sơn La", "", "Ủy ban nhân dân tỉnh Sơn La"},
	} {
		if got := withSyllables(c.name, c.printed); got != c.want {
			t.Errorf("%q printed %q: %q", c.name, c.printed, got)
		}
	}
}

// TestHandwrittenNumbers holds letterheads whose number and day were written by hand. What OCR makes of a handwritten
// number looks like any other, so the day beside it decides in a text that does not say how it was read.
func TestHandwrittenNumbers(t *testing.T) {
	const head = "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n"
	for _, c := range []struct{ name, number, day, symbol, date string }{
		{"both typed", "Số: 11/CT-UBND", "Sơn La, ngày 11 tháng 5 năm 2021", "11/CT-UBND", "2021-05-11"},
		{"a typed number with a gap", "Số: 11 /CT-UBND", "Sơn La, ngày 11 tháng 5 năm 2021", "11/CT-UBND", "2021-05-11"},
		{"the day lost", "Số: 44 /CT-UBND", "Sơn La, ngày tháng 5 năm 2021", "-", "-"},
		{"the day and its word lost", "Số: 44/CT-UBND", "Sơn La, tháng 5 năm 2021", "-", "-"},
		{"the day misread", "Số: 44 /CT-UBND", "Sơn La, ngày (¡ tháng 5 năm 2021", "-", "-"},
		{"the number lost", "Số: /CT-UBND", "Sơn La, ngày 11 tháng 5 năm 2021", "-", "2021-05-11"},
	} {
		h := extract(head + c.number + "\n" + motto2 + c.day + "\nCHỈ THỊ\nVề việc thi\n1. Một việc.")
		if got := plainHeader(h); got.symbol != c.symbol || got.date != c.date {
			t.Errorf("%s: %s of %s, want %s of %s", c.name, got.symbol, got.date, c.symbol, c.date)
		}
	}
	typed := extractText(&document.Text{Content: head + "Số: 44/CT-UBND\n" + motto2 + "Sơn La, ngày    tháng 5 năm 2021\nCHỈ THỊ\nVề việc thi\n1. Một việc."})
	if value(typed.Symbol) != "44/CT-UBND" {
		t.Error("a typed file whose day is still blank has its number")
	}
}

func TestOfficeAndNameOnOneLine(t *testing.T) {
	for _, c := range []struct{ end, want string }{
		{"KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG Lê Minh An", "Lê Minh An; Phó Thủ tướng; KT."},
		{"BỘ TRƯỞNG\nĐại tướng Lê Minh An", "Lê Minh An; Bộ trưởng; "},
		{"KT. CHỦ TỊCH\nPhó Chủ Tịc", "-"},
		{"CHỦ TỊCH\nLê Minh An ì", "Lê Minh An; Chủ tịch; "},
		{"CHỦ TỊCH UBND TỈNH\nLê Minh An", "Lê Minh An; Chủ tịch UBND tỉnh; "},
	} {
		if got := plainHeader(extract(foot(c.end))).signer; got != c.want {
			t.Errorf("%q: %q, want %q", c.end, got, c.want)
		}
	}
}

// TestSuggestions tells which values are offered to a person rather than relied on: those that OCR read where papers are
// filled in by hand, and those inferred from weak signs.
func TestSuggestions(t *testing.T) {
	const content = "BỘ Y TẾ\nSố: 07/CT-BYT\n" + motto2 + "Hà Nội, ngày 25 tháng 02 năm 2014\nCHỈ THỊ\nVề trạm y tế\n1. Một việc.\nBỘ TRƯỞNG\nLê Minh An"
	typed := extract(content)
	scan := extractText(&document.Text{Content: content, Wrapped: true, Pages: []document.Page{{Range: document.Range{End: len(content)}, Verdict: "ocr", Confidence: 0.9}}})
	for _, c := range []struct {
		name string
		e    document.Evidence
		want bool
	}{
		{"number typed", typed.Symbol.Evidence, false}, {"day typed", typed.IssuedOn.Evidence, false}, {"kind typed", typed.Kind.Evidence, false},
		{"number read by OCR", scan.Symbol.Evidence, true}, {"day read by OCR", scan.IssuedOn.Evidence, true},
		{"kind read by OCR", scan.Kind.Evidence, false}, {"issuer read by OCR", scan.Issuer.Evidence, false}, {"signer read by OCR", scan.Signer.Evidence, false},
		{"a page of no kind", extract("Một đoạn văn không có gì.").Kind.Evidence, true},
	} {
		if c.e.Suggested != c.want || c.e.Suggested != (c.e.Confidence < document.SuggestBelow) {
			t.Errorf("%s: suggested %v at %v", c.name, c.e.Suggested, c.e.Confidence)
		}
	}
}

func TestTitlesAreTidied(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{",Vêviệc mở rộng nộp thuế", "Về việc mở rộng nộp thuế"},
		{"Về việc mở rộng nộp thuế./.", "Về việc mở rộng nộp thuế"},
		{"về mở rộng nộp thuế", "về mở rộng nộp thuế"},
	} {
		if got := plainHeader(extract("CHỈ THỊ\n" + c.line + "\n1. Một việc.")).title; got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}
