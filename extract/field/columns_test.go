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
