package field

import "testing"

// TestJudgments holds the heads of courts' papers: the number bears branch and instance, and the day of judgment stands
// under it without a place.
func TestJudgments(t *testing.T) {
	const bench = "NHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTÒA ÁN NHÂN DÂN TỈNH SƠN LA\n- Thành phần Hội đồng xét xử sơ thẩm gồm có:\nThẩm phán - Chủ tọa phiên tòa: Ông Lê Văn Bình"
	runForms(t, []form{
		{
			name:    "a civil judgment",
			why:     "number, day and subject stand under the court's name",
			content: "TÒA ÁN NHÂN DÂN\nTỈNH SƠN LA\nBản án số: 7/2021/DS-ST\nNgày: 19/5/2021\nV/v tranh chấp đất đai\n" + motto2 + bench,
			want:    wanted{"ban_an", "7/2021/DS-ST", "Tòa án nhân dân tỉnh Sơn La", "2021-05-19", "-", "tranh chấp đất đai", "-"},
		},
		{
			name:    "a day in words",
			why:     "old judgments write the month out",
			content: "TÒA ÁN NHÂN DÂN\nTỈNH SƠN LA\nBản án số: 15/2018/HS-PT\nNgày 04 tháng 6 năm 2018\n" + motto2 + bench,
			want:    wanted{"ban_an", "15/2018/HS-PT", "Tòa án nhân dân tỉnh Sơn La", "2018-06-04", "-", "-", "-"},
		},
		{
			name:    "a judgment on a site",
			why:     "number, day and subject on the kind's own line; no motto stands over it",
			content: "TÒA ÁN NHÂN DÂN TP.CAO LÃNH, TỈNH ĐỒNG THÁP\n\nBẢN ÁN 03/2022/LĐ-ST NGÀY 11/10/2022 VỀ TRANH CHẤP TIỀN LƯƠNG\n\nNgày 11 tháng 10 năm 2022 tại trụ sở Tòa án xét xử sơ thẩm công khai vụ án thụ lý số: 09/2021/TLST-LĐ ngày 05 tháng 7 năm 2021.",
			want:    wanted{"ban_an", "03/2022/LĐ-ST", "Tòa án nhân dân TP. Cao Lãnh, tỉnh Đồng Tháp", "2022-10-11", "-", "VỀ TRANH CHẤP TIỀN LƯƠNG", "-"},
		},
		{
			name:    "a day of another year",
			why:     "a day that does not fit the year in the number is not the judgment's",
			content: "TÒA ÁN NHÂN DÂN\nTỈNH SƠN LA\nBản án số: 7/2021/DS-ST\nNgày: 19/5/2019\n" + motto2 + bench,
			want:    wanted{"ban_an", "7/2021/DS-ST", "Tòa án nhân dân tỉnh Sơn La", "-", "-", "-", "-"},
		},
	})
}

func TestDayOfTrial(t *testing.T) {
	for _, test := range []struct {
		in   string
		want bool
	}{
		{"Ngày: 12-5-2023", true}, {"Ngày 12/5/2023", true}, {"Ngày: 12 tháng 5 năm 2023", true}, {"Ngày : 12 - 5 - 2023.", true},
		{"Ngày 12/5/2023 của Tòa án", false}, {"ngày 12/5/2023", false}, {"Ngày mai", false},
	} {
		if got := dayOfTrial.MatchString(test.in); got != test.want {
			t.Errorf("%q: %v", test.in, got)
		}
	}
}
