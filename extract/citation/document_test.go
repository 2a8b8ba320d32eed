package citation

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

// TestWhole covers what needs more of a document than one sentence: its own number, its title, its regions, its notes.
func TestWhole(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "own symbol",
			why:  "an annex names its own directive: no citation",
			self: Self{Kind: "chi_thi", Symbol: "02/CT-VKSTC", IssuedOn: "2022-12-27"},
			text: "Nội dung:\n(Kèm theo Chỉ thị số 02/CT-VKSTC ngày 27/12/2022)",
		},
		{
			name: "own symbol of another year",
			why:  "numbers start anew each year: another date is another document",
			self: Self{Kind: "chi_thi", Symbol: "02/CT-VKSTC", IssuedOn: "2022-12-27"},
			text: "Thực hiện Chỉ thị số 02/CT-VKSTC ngày 28/12/2021.",
			want: []string{"Chỉ thị số 02/CT-VKSTC ngày 28/12/2021 | implements chi_thi 02/CT-VKSTC 2021-12-28 Viện kiểm sát nhân dân tối cao"},
		},
		{
			name: "own heading",
			why:  "kind, issuer and number of the document itself open the title; the circular it amends is cited",
			text: "THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 07/2010/TT-BTC NGÀY 14 THÁNG 01 NĂM 2010\nSỬA ĐỔI, BỔ SUNG THÔNG TƯ SỐ 45/2008/TT-BTC\nNGÀY 05/6/2008 CỦA BỘ TÀI CHÍNH\n\nCăn cứ Luật Hải quan;",
			want: []string{
				"THÔNG TƯ SỐ 45/2008/TT-BTC\nNGÀY 05/6/2008 CỦA BỘ TÀI CHÍNH | amends thong_tu 45/2008/TT-BTC 2008-06-05 Bộ Tài chính",
				"Luật Hải quan | based_on luat Luật Hải quan - -",
			},
		},
		{
			name: "title of a plan",
			why:  "the title says what the plan carries out",
			text: "KẾ HOẠCH\n\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021\ncủa Thủ tướng Chính phủ về việc phát động thi đua\n\nI. MỤC ĐÍCH\n\n1. Phát huy sức mạnh.",
			self: Self{Kind: "ke_hoach"},
			want: []string{"Chỉ thị số 19/CT-TTg ngày 16/7/2021\ncủa Thủ tướng Chính phủ | implements chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ"},
		},
		{
			name: "title of a report",
			why:  "a report on carrying out reports",
			text: "BÁO CÁO\n\nKết quả thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021\n\nI. KẾT QUẢ\n\n1. Đã làm.",
			self: Self{Kind: "bao_cao"},
			want: []string{"Chỉ thị số 19/CT-TTg ngày 16/7/2021 | reports_on chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ"},
		},
		{
			name: "own province",
			why:  "UBND tỉnh is that of the citing body's province",
			self: Self{Issuer: "Ủy ban nhân dân tỉnh Sơn La"},
			text: "Theo Chỉ thị số 05/CT-UBND ngày 15/4/2020 của UBND tỉnh.",
			want: []string{"Chỉ thị số 05/CT-UBND ngày 15/4/2020 của UBND tỉnh | cites chi_thi 05/CT-UBND 2020-04-15 Ủy ban nhân dân tỉnh Sơn La"},
		},
		{
			name: "items under a lead-in",
			why:  "the verb stands in the line that introduces the items",
			text: "Tổ chức thực hiện các văn bản sau:\n- Luật Đất đai;\n- Nghị định số 30/2020/NĐ-CP.",
			want: []string{
				"Luật Đất đai | implements luat Luật Đất đai - -",
				"Nghị định số 30/2020/NĐ-CP | implements nghi_dinh 30/2020/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "legal bases under a lead-in of the main part",
			why:  "\"Căn cứ:\" stands over its items, numbered text before and behind it",
			text: "I. CƠ SỞ\nCăn cứ:\n- Luật Thú y số 79/2015/QH13;\n- Nghị định số 30/2020/NĐ-CP.\nII. NỘI DUNG\n- Căn cứ Luật Giá;\n- Nghị định số 31/2020/NĐ-CP.",
			want: []string{
				"Luật Thú y số 79/2015/QH13 | based_on luat 79/2015/QH13 - Quốc hội",
				"Nghị định số 30/2020/NĐ-CP | based_on nghi_dinh 30/2020/NĐ-CP - Chính phủ",
				"Luật Giá | based_on luat Luật Giá - -",
				"Nghị định số 31/2020/NĐ-CP | based_on nghi_dinh 31/2020/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "legal bases under a heading",
			why:  "a heading in a plan says what its items are",
			text: "A. CĂN CỨ XÂY DỰNG\nI. Căn cứ pháp lý\n- Luật Thú y số 79/2015/QH13;\n- Nghị định số 30/2020/NĐ-CP.\nII. Thực trạng\n- Nghị định số 31/2020/NĐ-CP.",
			want: []string{
				"Luật Thú y số 79/2015/QH13 | based_on luat 79/2015/QH13 - Quốc hội",
				"Nghị định số 30/2020/NĐ-CP | based_on nghi_dinh 30/2020/NĐ-CP - Chính phủ",
				"Nghị định số 31/2020/NĐ-CP | cites nghi_dinh 31/2020/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "an opinion told in a letter",
			why:  "the verb of the sentence governs the opinion, and \"tại\" says where it stands",
			text: "Thực hiện Kết luận số 64-KL/TW ngày 28/5/2013 về “Tinh giản biên chế” và ý kiến chỉ đạo của Phó Thủ tướng tại công văn số 351/VPCP-TCCV ngày 03/5/2013, Bộ đã soạn thảo Tờ trình.",
			want: []string{
				"Kết luận số 64-KL/TW ngày 28/5/2013 | implements ket_luan 64-KL/TW 2013-05-28 -",
				"công văn số 351/VPCP-TCCV ngày 03/5/2013 | implements cong_van 351/VPCP-TCCV 2013-05-03 Văn phòng Chính phủ",
			},
		},
		{
			name: "items that lose force",
			why:  "the line that introduces the items says what becomes of them",
			text: "1. Các Nghị định sau đây hết hiệu lực thi hành:\na) Nghị định số 123/2020/NĐ-CP;\nb) Điều 1 Nghị định số 41/2022/NĐ-CP.",
			want: []string{
				"Nghị định số 123/2020/NĐ-CP | replaces nghi_dinh 123/2020/NĐ-CP - Chính phủ",
				"Nghị định số 41/2022/NĐ-CP | replaces nghi_dinh 41/2022/NĐ-CP - Chính phủ § dieu 1",
			},
		},
		{
			name: "clause behind a quoted title",
			why:  "a quoted title is complete: what follows its comma is the sentence again",
			text: "Triển khai Nghị quyết Trung ương 5 khoá X về “Công tác tư tưởng”, để nâng cao hiệu quả, góp phần thực hiện Nghị quyết 03-NQ/ĐCT.",
			want: []string{
				"Nghị quyết Trung ương 5 khoá X | implements nghi_quyet Nghị quyết Trung ương 5 khoá X - -",
				"Nghị quyết 03-NQ/ĐCT | implements nghi_quyet 03-NQ/ĐCT - -",
			},
		},
		{
			name: "list behind an attached text",
			why:  "the list goes on with the statute, not with the decision that issued it",
			text: "Thực hiện Quy chế tổ chức ban hành kèm theo Quyết định số 153/2003/QĐ-TTg, Thông tư số 18/2004/TT-BTC.",
			want: []string{
				"Quy chế tổ chức | implements quy_che Quy chế tổ chức - -",
				"Quyết định số 153/2003/QĐ-TTg | attached_to<0 quyet_dinh 153/2003/QĐ-TTg - Thủ tướng Chính phủ",
				"Thông tư số 18/2004/TT-BTC | implements thong_tu 18/2004/TT-BTC - Bộ Tài chính",
			},
		},
		{
			name: "footnote of a movement",
			why:  "the plan in the note runs the movement that bears the mark",
			text: "Tổ chức các phong trào thi đua: phong trào “Chung sức; chung lòng”¹; chấp hành nội quy² của cơ quan.\n\n¹ Kế hoạch số 48/KH-VKS ngày 10/01/2022 của VKSND thành phố Huế\n\n² Quyết định số 12/QĐ-VKS ngày 05/01/2022 của VKSND thành phố Huế",
			want: []string{
				"Kế hoạch số 48/KH-VKS ngày 10/01/2022 của VKSND thành phố Huế | organised_by ke_hoach 48/KH-VKS 2022-01-10 Viện kiểm sát nhân dân thành phố Huế",
				"Quyết định số 12/QĐ-VKS ngày 05/01/2022 của VKSND thành phố Huế | cites quyet_dinh 12/QĐ-VKS 2022-01-05 Viện kiểm sát nhân dân thành phố Huế",
			},
		},
		{
			name: "recipients",
			why:  "lists of recipients cite nothing",
			text: "CHỈ THỊ\nVề việc A\n\nYêu cầu thực hiện.\n\nNơi nhận:\n- Như Quyết định số 12/QĐ-UBND;\n- Lưu: VT.",
		},
	})
}

func TestNoteMark(t *testing.T) {
	got := extractText("Phong trào thi đua A¹.\n\n¹ Kế hoạch số 48/KH-VKS ngày 10/01/2022", Self{})
	if len(got) != 1 || got[0].Footnote != "¹" {
		t.Fatalf("got %+v, want one citation in note ¹", got)
	}
}

func TestTitleOf(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"quoted", "Thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị về “Tiếp tục đổi mới; nâng cao” với nội dung.", "Tiếp tục đổi mới; nâng cao"},
		{"quoted in quotes", "Thực hiện Kế hoạch số 5/KH-UBND về “Phong trào “Xanh” năm 2021”.", "Phong trào “Xanh” năm 2021"},
		{"about", "Thực hiện Chỉ thị số 34-CT/TW về việc đổi mới công tác thi đua, khen thưởng; báo cáo.", "đổi mới công tác thi đua, khen thưởng"},
		{"verb", "Thực hiện Thông tư số 02/2024/TT-VKSTC quy định về công tác thi đua.", "quy định về công tác thi đua"},
		{"comma and a capital", "Thực hiện Chỉ thị số 11/CT-TTg về Kỳ thi năm 2021, Chủ tịch yêu cầu.", "Kỳ thi năm 2021"},
		{"brackets", "Thực hiện Kế hoạch số 5/KH-UBND về nhiệm vụ 5 năm (2021 - 2025) của tỉnh.", "nhiệm vụ 5 năm (2021 - 2025) của tỉnh"},
		{"as follows", "Sửa đổi Thông tư số 45/2008/TT-BTC về chế độ tài chính như sau:", "chế độ tài chính"},
		{"next of the list", "Bãi bỏ Thông tư số 45/2008/TT-BTC về chế độ và Thông tư số 46/2008/TT-BTC.", "chế độ"},
		{"none", "Thực hiện Chỉ thị số 34-CT/TW, các đơn vị báo cáo.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := extractText(c.text, Self{})
			if len(got) == 0 || string(got[0].Title) != c.want {
				t.Errorf("got %+v, want title %q", got, c.want)
			}
		})
	}
}

func TestURN(t *testing.T) {
	got := extractText("Thực hiện Chỉ thị số 02/CT-VKSTC ngày 27/12/2022 của Viện trưởng VKSND tối cao; Chỉ thị số 03/CT-VKSTC.", Self{})
	if len(got) != 2 {
		t.Fatalf("got %d citations, want 2", len(got))
	}
	if want := "urn:lex:vn:vien.kiem.sat.nhan.dan.toi.cao:chi.thi:2022-12-27;02"; string(got[0].URN) != want {
		t.Errorf("URN %q, want %q: an office holder signs for the body", got[0].URN, want)
	}
	if got[1].URN != "" {
		t.Errorf("URN %q without a date", got[1].URN)
	}
}

// TestWithoutRegister holds that the certain issuers need no register.
func TestWithoutRegister(t *testing.T) {
	text := &document.Text{Content: "Thực hiện Chỉ thị số 19/CT-TTg; Quyết định số 5/QĐ-BTC; Luật số 45/2019/QH14."}
	got := Extract(structure.Parse(normalize.NewView(text)), Self{}, nil)
	var issuers []string
	for _, c := range got {
		issuers = append(issuers, string(c.Issuer))
	}
	if s := strings.Join(issuers, "|"); s != "Thủ tướng Chính phủ||Quốc hội" {
		t.Errorf("issuers %q", s)
	}
}

// TestProperties holds on every text: spans are exact, in order and do not overlap, subjects come from earlier mentions or
// later ones of the list but never from the mention itself, and every relation is known.
func TestProperties(t *testing.T) {
	for _, text := range seedTexts {
		checkProperties(t, text)
	}
}

var seedTexts = []string{
	"",
	"Căn cứ Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021 thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021;",
	"Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP và 56/2020/NĐ-CP, số 01, 02 và 03/CT-VKSTC của Viện trưởng",
	"Luật sửa đổi, bổ sung một số điều của Luật sửa đổi, bổ sung một số điều của Luật",
	"Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng¹;\n\n¹ Kế hoạch số 48/KH-VKS",
	"KẾ HOẠCH\nThực hiện Chỉ thị số\n19/CT-TTg\n\nQuyết định số 5 ngày 31/02/2020 của",
	"(Điều 1 Nghị định số 12/2011/NĐ-CP Về thanh niên ngày 30/01/2011 của Chính phủ, có hiệu lực thi hành kể từ ngày 26/03/2011)",
	"các Nghị quyết của Quốc hội: số 36/2009/QH12 về A; số 37/2009/QH12 về B và số 38/2009/QH12",
	"Luậi Tổ chúc số 63/2025/OH15 số [1/2025/QH15](x ngày ngày tháng năm 2010 (ngày 1/1/2020",
	"I. CƠ SỞ\nCăn cứ:\n- Luật Thú y số 79/2015/QH13;\n- Nghị định số 30/2020/NĐ-CP.\nII. Căn cứ\na) Kèm theo:\n- Quyết định số 5/QĐ-UBND.",
	"số 1/2/3/4/5/NĐ-CP-A-B-C-D-E-F-G-H-I-J-K-L-M 12345/a 99999/QĐ",
}

func checkProperties(t *testing.T, content string) {
	t.Helper()
	text := &document.Text{Content: content, Wrapped: true}
	got := Extract(structure.Parse(normalize.NewView(text)), Self{}, register.Default())
	runes := []rune(content)
	known := map[document.Relation]bool{}
	for _, r := range document.Relations() {
		known[r] = true
	}
	notes := false
	end := 0
	for i, c := range got {
		s := c.Span
		if s.Start < 0 || s.End > len(runes) || s.Empty() || string(runes[s.Start:s.End]) != s.Exact {
			t.Fatalf("%q: span %d-%d does not read %q", content, s.Start, s.End, s.Exact)
		}
		notes = notes || c.Footnote != ""
		if s.Start < end && !notes { // notes stand at the end of the list, wherever the page had them
			t.Errorf("%q: %q begins before the end of the mention before it", content, s.Exact)
		}
		end = s.End
		if c.Subject != nil && (*c.Subject < 0 || *c.Subject >= len(got) || *c.Subject == i) {
			t.Errorf("%q: subject %d of %d citations", content, *c.Subject, len(got))
		}
		if !known[c.Relation] {
			t.Errorf("%q: relation %q", content, c.Relation)
		}
		if c.Kind == "" || c.Confidence <= 0 || c.Confidence > 1 || c.Method == "" {
			t.Errorf("%q: no kind, confidence or method: %+v", content, c)
		}
		if c.Symbol == "" && c.Name == "" && c.IssuedOn == "" {
			t.Errorf("%q: %q has no identity at all", content, s.Exact)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range seedTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		checkProperties(t, strings.ToValidUTF8(s, "?"))
	})
}
