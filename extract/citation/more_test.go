package citation

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestLegalBases covers the lines over a decision: each opens with "Căn cứ" and cites one document or several.
func TestLegalBases(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "a law by its name",
			why:  "laws are cited by name and day; the words name no issuer",
			text: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
			want: []string{"Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 | based_on luat Luật Tổ chức chính quyền địa phương 2015-06-19 -"},
		},
		{
			name: "two decrees, one of them amending",
			why:  "the later decree amends the earlier one, and both are the basis",
			text: "Căn cứ Nghị định số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ; Nghị định số 01/2017/NĐ-CP ngày 06 tháng 01 năm 2017 của Chính phủ sửa đổi, bổ sung một số nghị định;",
			want: []string{
				"Nghị định số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ | based_on nghi_dinh 43/2014/NĐ-CP 2014-05-15 Chính phủ",
				"Nghị định số 01/2017/NĐ-CP ngày 06 tháng 01 năm 2017 của Chính phủ | based_on nghi_dinh 01/2017/NĐ-CP 2017-01-06 Chính phủ",
			},
		},
		{
			name: "a request of a unit",
			why:  "the request is the basis; the paper that brings it is only cited",
			text: "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 02 tháng 3 năm 2023;",
			want: []string{"Tờ trình số 45/TTr-SNV ngày 02 tháng 3 năm 2023 | cites to_trinh 45/TTr-SNV 2023-03-02 -"},
		},
	})
}

// TestSpellings covers how one number is printed.
func TestSpellings(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "blanks in the number",
			why:  "typists set blanks around the slash; the number is given without",
			text: "Thực hiện Chỉ thị số 02 /CT-VKSTC ngày 27/12/2022 của Viện kiểm sát nhân dân tối cao.",
			want: []string{"Chỉ thị số 02 /CT-VKSTC ngày 27/12/2022 của Viện kiểm sát nhân dân tối cao | implements chi_thi 02/CT-VKSTC 2022-12-27 Viện kiểm sát nhân dân tối cao"},
		},
		{
			name: "a long dash",
			why:  "word processors make a dash of the hyphen",
			text: "Theo Quyết định số 95/QĐ–TTg ngày 20/01/2020 của Thủ tướng Chính phủ.",
			want: []string{"Quyết định số 95/QĐ–TTg ngày 20/01/2020 của Thủ tướng Chính phủ | cites quyet_dinh 95/QĐ-TTg 2020-01-20 Thủ tướng Chính phủ"},
		},
		{
			name: "a no-break space",
			why:  "the blank after \"số\" may be one that no line breaks at",
			text: "Theo Quyết định số\u00a095/QĐ-TTg ngày\u00a020/01/2020 của Thủ tướng Chính phủ.",
			want: []string{"Quyết định số\u00a095/QĐ-TTg ngày\u00a020/01/2020 của Thủ tướng Chính phủ | cites quyet_dinh 95/QĐ-TTg 2020-01-20 Thủ tướng Chính phủ"},
		},
		{
			name: "a colon after the word for number",
			why:  "as in a letterhead",
			text: "Theo Quyết định số: 95/QĐ-TTg ngày 20/01/2020 của Thủ tướng Chính phủ.",
			want: []string{"Quyết định số: 95/QĐ-TTg ngày 20/01/2020 của Thủ tướng Chính phủ | cites quyet_dinh 95/QĐ-TTg 2020-01-20 Thủ tướng Chính phủ"},
		},
		{
			name: "kind in small letters",
			why:  "inside a sentence the kind may be small",
			text: "Nội dung này theo quyết định số 95/QĐ-TTg ngày 20/01/2020 của Thủ tướng Chính phủ.",
			want: []string{"quyết định số 95/QĐ-TTg ngày 20/01/2020 của Thủ tướng Chính phủ | cites quyet_dinh 95/QĐ-TTg 2020-01-20 Thủ tướng Chính phủ"},
		},
		{
			name: "kind in capitals",
			why:  "a title in capitals cites too",
			text: "BÁO CÁO THỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY 16/7/2021 CỦA THỦ TƯỚNG CHÍNH PHỦ",
			want: []string{"CHỈ THỊ SỐ 19/CT-TTG NGÀY 16/7/2021 CỦA THỦ TƯỚNG CHÍNH PHỦ | reports_on chi_thi 19/CT-TTG 2021-07-16 Thủ tướng Chính phủ"},
		},
		{
			name: "a line broken in the number",
			why:  "printed lines break anywhere",
			text: "Thực hiện Chỉ thị số 19/CT-TTg\nngày 16/7/2021 của\nThủ tướng Chính phủ.",
			want: []string{"Chỉ thị số 19/CT-TTg\nngày 16/7/2021 của\nThủ tướng Chính phủ | implements chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ"},
		},
	})
}

// TestNoMentions covers what looks like a mention and is none.
func TestNoMentions(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"this paper itself", "Các đơn vị nghiêm túc thực hiện Chỉ thị này."},
		{"a plan that is to be made", "Sở Y tế xây dựng kế hoạch trước ngày 30/6/2024."},
		{"a report that is to be made", "Báo cáo kết quả về Bộ trước ngày 15/12 hằng năm."},
		{"a date", "Cuộc họp ngày 16/7/2021 tại Hà Nội."},
		{"a share", "Đạt 24/24 giờ và 7/7 ngày."},
		{"a scale", "Lập bản đồ tỷ lệ 1/10.000."},
		{"a telephone number", "Điện thoại: 024.3825/1234."},
		{"an address", "Số 44 Lý Thường Kiệt, Hà Nội."},
		{"the number of a group", "Khối thi đua số 2 tổ chức hội nghị."},
		{"no text", ""},
		{"a decision that is to be taken", "Trình cấp có thẩm quyền xem xét, quyết định."},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range extractText(c.text, Self{Kind: "chi_thi", Symbol: "19/CT-TTg", Issuer: "Thủ tướng Chính phủ", IssuedOn: "2021-07-16"}) {
				t.Errorf("%s", render(m))
			}
		})
	}
}

// TestProvisionForms covers the ways to name a part of a document.
func TestProvisionForms(t *testing.T) {
	const decree, cited = "Nghị định số 30/2020/NĐ-CP", "nghi_dinh 30/2020/NĐ-CP - Chính phủ §"
	for _, c := range []struct{ name, before, want string }{
		{"an article", "Điều 5", "dieu 5"},
		{"a clause of an article", "khoản 2 Điều 5", "dieu 5 khoan 2"},
		{"a point", "điểm a khoản 2 Điều 5", "dieu 5 khoan 2 diem a"},
		{"several points", "các điểm a, b và c khoản 2 Điều 5", "dieu 5 khoan 2 diem a,b,c"},
		{"several clauses", "khoản 1, khoản 3 Điều 5", "dieu 5 khoan 1,3"},
		{"a range of articles", "từ Điều 5 đến Điều 7", "dieu 5-7"},
		{"a chapter", "Chương II", "chuong II"},
		{"an article with a letter", "Điều 12a", "dieu 12a"},
		{"an annex", "Phụ lục III", "phu_luc III"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range extractText("Thể thức theo quy định tại "+c.before+" "+decree+".", Self{}) {
				got = append(got, render(m))
			}
			if len(got) != 1 || !strings.HasSuffix(got[0], cited+" "+c.want) {
				t.Errorf("got %q, want one that ends in %q", got, cited+" "+c.want)
			}
		})
	}
}

// TestRelationsOfVerbs covers the verb before a mention, which says what is done with the document.
func TestRelationsOfVerbs(t *testing.T) {
	const mention = "Quyết định số 95/QĐ-TTg ngày 20/01/2020 của Thủ tướng Chính phủ"
	for _, c := range []struct{ before, after, want string }{
		{"Sửa đổi, bổ sung một số điều của ", "", "amends"},
		{"Kế hoạch này thay thế ", "", "replaces"},
		{"Bãi bỏ ", "", "repeals"},
		{"Hướng dẫn thi hành ", "", "guides"},
		{"Triển khai thực hiện ", "", "implements"},
		{"Tổ chức thực hiện nghiêm ", "", "implements"},
		{"Báo cáo kết quả thực hiện ", "", "reports_on"},
		{"Căn cứ ", "", "based_on"},
		{"(Ban hành kèm theo ", ")", "attached_to"},
		{"Phụ lục II ban hành kèm theo ", "", "cites"},
		{"Theo ", "", "cites"},
		{"Như đã nêu tại ", "", "cites"},
	} {
		t.Run(c.want+" "+c.before, func(t *testing.T) {
			got := extractText(c.before+mention+c.after+".", Self{})
			if len(got) != 1 || string(got[0].Relation) != c.want || got[0].Symbol != "95/QĐ-TTg" {
				t.Fatalf("%d mentions, %+v; want %s", len(got), got, c.want)
			}
		})
	}
}

// TestListsOfDocuments covers several documents in one breath: kind and issuer reach over the list as far as the words say so.
func TestListsOfDocuments(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "two directives",
			why:  "each with its day and issuer",
			text: "Thực hiện Chỉ thị số 35-CT/TW ngày 27/5/1998 và Chỉ thị số 39-CT/TW ngày 21/5/2004 của Bộ Chính trị.",
			want: []string{
				"Chỉ thị số 35-CT/TW ngày 27/5/1998 | implements chi_thi 35-CT/TW 1998-05-27 Bộ Chính trị",
				"Chỉ thị số 39-CT/TW ngày 21/5/2004 của Bộ Chính trị | implements chi_thi 39-CT/TW 2004-05-21 Bộ Chính trị",
			},
		},
		{
			name: "a list with the kind once",
			why:  "\"các Nghị định số\" reaches over the list",
			text: "Căn cứ các Nghị định số 10/2020/NĐ-CP và số 15/2021/NĐ-CP của Chính phủ;",
			want: []string{
				"Nghị định số 10/2020/NĐ-CP | based_on nghi_dinh 10/2020/NĐ-CP - Chính phủ",
				"số 15/2021/NĐ-CP của Chính phủ | based_on nghi_dinh 15/2021/NĐ-CP - Chính phủ",
			},
		},
		{
			name: "a plan to carry out a directive",
			why:  "nested: the relation of the second runs from the first",
			text: "Thực hiện Kế hoạch số 16/KH-UBND ngày 10/02/2022 của UBND tỉnh Sơn La thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ.",
			want: []string{
				"Kế hoạch số 16/KH-UBND ngày 10/02/2022 của UBND tỉnh Sơn La | implements ke_hoach 16/KH-UBND 2022-02-10 Ủy ban nhân dân tỉnh Sơn La",
				"Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ | implements<0 chi_thi 19/CT-TTg 2021-07-16 Thủ tướng Chính phủ",
			},
		},
	})
}

// TestMentionsOfAnyText checks what holds of all mentions, on texts put together of pieces that make mentions.
func TestMentionsOfAnyText(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"Thực hiện ", "Căn cứ ", "Theo ", "sửa đổi ", "Chỉ thị số 19/CT-TTg ", "Kế hoạch số 16/KH-UBND ", "ngày 16/7/2021 ", "ngày 31/6/2020 ", "của Thủ tướng Chính phủ", "của UBND tỉnh Sơn La",
		"khoản 2 Điều 5 ", "Luật Đất đai ", "và ", ", ", "; ", ".\n", "\n", "số 5/QĐ-TTg ", "được thay thế bởi ", "(", ")", "“", "”", "Kết luận 31-KL/TW ", "này ", "¹ ", "| ",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 25).Draw(t, "pieces"), "")
		runes := []rune(text)
		last := -1
		list := extractText(text, Self{Kind: "ke_hoach", IssuedOn: "2022-01-05"})
		for i, m := range list {
			if m.Span.Start < last || m.Span.Empty() || m.Span.End > len(runes) || string(runes[m.Span.Start:m.Span.End]) != m.Span.Exact {
				t.Errorf("mention %d after %d: %+v", i, last, m.Span)
			}
			last = m.Span.Start
			if m.Symbol == "" && m.Name == "" && m.Kind == "" || m.Relation == "" || m.Method == "" || m.Confidence <= 0 || m.Confidence > 1 {
				t.Errorf("mention %d: %+v", i, m)
			}
			if m.Subject != nil && (*m.Subject < 0 || *m.Subject >= len(list) || *m.Subject == i) {
				t.Errorf("mention %d runs from %d of %d", i, *m.Subject, len(list))
			}
			if strings.ContainsAny(string(m.Symbol), " \n\u00a0–") || strings.Contains(string(m.IssuedOn), "-31") && strings.Contains(string(m.IssuedOn), "-06-") {
				t.Errorf("mention %d: number %q of %q", i, m.Symbol, m.IssuedOn)
			}
		}
	})
}

// TestPeriods covers the time that a report is about, which follows the issuer of what it reports on.
func TestPeriods(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "a quarter and a term",
			why:  "the issuer's name ends before the period",
			text: "Tình hình thực hiện Chỉ thị số 63/CT-UBND ngày 25/8/2025 của Chủ tịch UBND tỉnh quý IV năm 2025. Xem Kế hoạch số 7/KH-BYT của Bộ Y tế giai đoạn 2021 - 2025.",
			want: []string{
				"Chỉ thị số 63/CT-UBND ngày 25/8/2025 của Chủ tịch UBND tỉnh | implements chi_thi 63/CT-UBND 2025-08-25 Chủ tịch Ủy ban nhân dân tỉnh",
				"Kế hoạch số 7/KH-BYT của Bộ Y tế | cites ke_hoach 7/KH-BYT - Bộ Y tế",
			},
		},
	})
}
