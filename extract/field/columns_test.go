package field

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestColumns(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"issuer and motto", "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", []string{"ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}},
		{"number and place", "Số : 14 /GDĐT-VP        Cần Thơ, ngày 5 tháng 1 năm 2018", []string{"Số : 14 /GDĐT-VP", "Cần Thơ, ngày 5 tháng 1 năm 2018"}},
		{"a head of recipients and an office", "Nơi nhận:        GIÁM ĐỐC", []string{"Nơi nhận:", "GIÁM ĐỐC"}},
		{"an item and the mark of signature", "- Như trên;      (đã ký)", []string{"- Như trên;", "(đã ký)"}},
		{"three columns", "A      B      C", []string{"A", "B", "C"}},
		{"a number left blank", "Số:            /QĐ-UBND", []string{"Số:            /QĐ-UBND"}},
		{"a number left blank before its letters", "Số:            TB-UBND", []string{"Số:            TB-UBND"}},
		{"a day left blank", "Cần Thơ, ngày        tháng       năm 2024", []string{"Cần Thơ, ngày        tháng       năm 2024"}},
		{"blanks between words", "V/v  tăng cường   Kỷ luật", []string{"V/v  tăng cường   Kỷ luật"}},
		{"nothing", "", []string{""}},
	} {
		var got []string
		for _, c := range columns(wholeLine(test.in)) {
			got = append(got, c.text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestOnOneLine(t *testing.T) {
	const head = "UBND TỈNH SÔNG LAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ Y TẾ Độc lập - Tự do - Hạnh phúc Số : 17 /SYT-VP Hà Lam, ngày 05 tháng 11 năm 2010 "
	const rest = "Căn cứ Quyết định số 5/QĐ-UBND ngày 04/11/2010, các bệnh viện báo cáo như sau: một, hai, ba và những việc khác còn lại."
	for _, test := range []struct {
		name, in, title string
		head            []string
	}{
		{"a letter", "1. " + head + rest, "", []string{"UBND TỈNH SÔNG LAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc", "", "Số : 17 /SYT-VP Hà Lam, ngày 05 tháng 11 năm 2010"}},
		{"a paper with a title", head + "KẾ HOẠCH PHÒNG DỊCH " + rest, "KẾ HOẠCH PHÒNG DỊCH", []string{"UBND TỈNH SÔNG LAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc", "", "Số : 17 /SYT-VP Hà Lam, ngày 05 tháng 11 năm 2010"}},
		{"running text", rest + " Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam; Độc lập - Tự do - Hạnh phúc. Số: 5/QĐ-UBND, ngày 5 tháng 4 năm 2010.", "", nil},
		{"a decree's title", "CỦA CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 33/SL NGÀY 2 THÁNG 7 NĂM 1957 VỀ VIỆC ỦY NHIỆM MỘT BỘ TRƯỞNG THAY MẶT CHỦ TỊCH NƯỚC GIẢI QUYẾT CÔNG VIỆC THƯỜNG XUYÊN TRONG KHI ĐI VẮNG", "", nil},
		{"a short line", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", nil},
	} {
		got, title := onOneLine(wholeLine(test.in))
		var texts []string
		for _, l := range got {
			texts = append(texts, l.text)
			if test.in[l.r.Start:l.r.End] != l.text {
				t.Errorf("%s: %q stands at %q", test.name, l.text, test.in[l.r.Start:l.r.End])
			}
		}
		if kind, _ := kindOf(title); kind.Value == "" {
			title = ""
		}
		if !slices.Equal(texts, test.head) || title != test.title {
			t.Errorf("%s: %q, %q; want %q, %q", test.name, texts, title, test.head, test.title)
		}
	}
}

// TestColumnsStandInTheLine checks that every column is where it says it is and that only blanks are lost between them.
func TestColumnsStandInTheLine(t *testing.T) {
	word := rapid.SampledFrom([]string{"Số:", "BỘ Y TẾ", "ngày", "(đã ký)", "12/QĐ-BYT", "- Như trên;", "Nơi nhận:", "Hà Nội,", " ", "      ", "\t\t      "})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 0, 8).Draw(t, "words"), "")
		at := 0
		for _, c := range columns(wholeLine(text)) {
			if got := text[c.r.Start:c.r.End]; got != c.text {
				t.Fatalf("column %q stands at %q", c.text, got)
			}
			if strings.TrimSpace(text[at:c.r.Start]) != "" {
				t.Fatalf("%q is lost between columns of %q", text[at:c.r.Start], text)
			}
			at = c.r.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("%q is lost behind the columns of %q", text[at:], text)
		}
	})
}
