package citation

import (
	"testing"

	"github.com/soichi/soichi/document"
)

// TestListsOfASentence covers lists whose items say more than a number: what an item says of itself does not reach the
// items behind it.
func TestListsOfASentence(t *testing.T) {
	runCases(t, []textCase{
		{
			name: "items behind semicolons",
			why:  "\"theo\" governs the resolution inside the first item; the sentence's verb governs the others",
			text: "Thực hiện Lời kêu gọi của Chủ tịch nước về các giải pháp theo Nghị quyết số 41/2021/QH15 tại kỳ họp thứ nhất, Quốc hội khóa XV; Công điện số 73/CĐ-TTg ngày 31/7/2021 của Thủ tướng Chính phủ; Chỉ thị số 5-CT/TU ngày 30/7/2021 của Tỉnh ủy Sơn La, UBND tỉnh yêu cầu:",
			want: []string{
				"Nghị quyết số 41/2021/QH15 | cites nghi_quyet 41/2021/QH15 - Quốc hội",
				"Công điện số 73/CĐ-TTg ngày 31/7/2021 của Thủ tướng Chính phủ | implements cong_dien 73/CĐ-TTg 2021-07-31 Thủ tướng Chính phủ",
				"Chỉ thị số 5-CT/TU ngày 30/7/2021 của Tỉnh ủy Sơn La | implements chi_thi 5-CT/TU 2021-07-30 Tỉnh ủy Sơn La",
			},
		},
		{
			name: "a decision behind a law that a decree guides",
			why:  "no decree guides a decision: it is the second thing that is carried out",
			text: "Thực hiện Nghị định số 23/2015/NĐ-CP ngày 15/11/2015 của Chính phủ quy định chi tiết thi hành Luật Hộ tịch và Quyết định số 11/QĐ-TTg ngày 23/01/2017 của Thủ tướng Chính phủ;",
			want: []string{
				"Nghị định số 23/2015/NĐ-CP ngày 15/11/2015 của Chính phủ | implements nghi_dinh 23/2015/NĐ-CP 2015-11-15 Chính phủ",
				"Luật Hộ tịch | guides<0 luat Luật Hộ tịch - -",
				"Quyết định số 11/QĐ-TTg ngày 23/01/2017 của Thủ tướng Chính phủ | implements quyet_dinh 11/QĐ-TTg 2017-01-23 Thủ tướng Chính phủ",
			},
		},
		{
			name: "what changes the Constitution",
			why:  "it changes no law beside it, and nothing of the Party's",
			text: "Căn cứ Nghị quyết số 23/2025/QH15 ngày 16/6/2025 của Quốc hội sửa đổi, bổ sung một số điều của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam, Kết luận số 69-KL/TW ngày 20/6/2025 của Bộ Chính trị;",
			want: []string{
				"Nghị quyết số 23/2025/QH15 ngày 16/6/2025 của Quốc hội | based_on nghi_quyet 23/2025/QH15 2025-06-16 Quốc hội",
				"Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam | amends<0 hien_phap Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam - -",
				"Kết luận số 69-KL/TW ngày 20/6/2025 của Bộ Chính trị | based_on ket_luan 69-KL/TW 2025-06-20 Bộ Chính trị",
			},
		},
		{
			name: "a year behind the number of a law",
			why:  "\"năm 2023\" is no end of the list",
			text: "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15 năm 2023; Luật Sở hữu trí tuệ số 07/2022/QH15 năm 2022;",
			want: []string{
				"Luật Giao dịch điện tử số 20/2023/QH15 | based_on luat 20/2023/QH15 - Quốc hội",
				"Luật Sở hữu trí tuệ số 07/2022/QH15 | based_on luat 07/2022/QH15 - Quốc hội",
			},
		},
		{
			name: "numbers without letters",
			why:  "decrees of 1945 are told by number and day; the kind's word stands before the first alone",
			text: "Chiểu Sắc lệnh số 64 ngày 23-11-1945 và số 78 ngày 22-12-1945 tổ chức chính quyền nhân dân;",
			want: []string{
				"Sắc lệnh số 64 ngày 23-11-1945 | based_on sac_lenh 64 1945-11-23 -",
				"78 ngày 22-12-1945 | based_on sac_lenh 78 1945-12-22 -",
			},
		},
		{
			name: "a new wording",
			why:  "the act reads otherwise from now on",
			text: "Điều 2 Sắc lệnh số 1-SL nói trên này sửa đổi như sau:",
			want: []string{"Sắc lệnh số 1-SL | amends sac_lenh 1-SL - - § dieu 2"},
		},
		{
			name: "a wording that is quoted",
			why:  "\"hướng dẫn … như sau\" changes nothing",
			text: "Về Thông tư số 5/2019/TT-BYT, Bộ Y tế hướng dẫn việc bổ sung hồ sơ như sau:",
			want: []string{"Thông tư số 5/2019/TT-BYT | cites thong_tu 5/2019/TT-BYT - Bộ Y tế"},
		},
	})
}

func TestMayReach(t *testing.T) {
	decree := mention{kind: "nghi_dinh"}
	party := mention{kind: "ket_luan"}
	party.num.parsed.Party = true
	for _, test := range []struct {
		name     string
		subject  mention
		relation document.Relation
		before   string
		m        mention
		want     bool
	}{
		{"a decree guides a law", decree, document.Guides, "luat", mention{kind: "luat"}, true},
		{"a decree guides no decision", decree, document.Guides, "luat", mention{kind: "quyet_dinh"}, false},
		{"a decree may change a decision", decree, document.Amends, "nghi_dinh", mention{kind: "quyet_dinh"}, true},
		{"the State changes nothing of the Party", decree, document.Amends, "nghi_dinh", party, false},
		{"the Party may", party, document.Replaces, "ket_luan", party, true},
		{"the Constitution alone", mention{kind: "nghi_quyet"}, document.Amends, "hien_phap", mention{kind: "luat"}, false},
		{"a list of what is carried out", decree, document.Implements, "luat", mention{kind: "quyet_dinh"}, true},
		{"kinds without rank", mention{kind: "huong_dan"}, document.Guides, "chi_thi", mention{kind: "ke_hoach"}, true},
	} {
		if got := mayReach(test.subject, test.relation, test.before, test.m); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestNewWording(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{" được sửa đổi, bổ sung như sau", true}, {" sửa đổi như sau", true}, {" nay sửa lại như sau", true},
		{" quy định như sau", false}, {" hướng dẫn bổ sung như sau", false}, {" được sửa đổi", false}, {"", false},
	} {
		if got := newWording(test.in); got != test.want {
			t.Errorf("%q: %v", test.in, got)
		}
	}
}
