package normalize

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{"I. MỤC ĐÍCH", true}, {"IV- Tổ chức", true}, {"2.1. Nội dung", true}, {"3.2 Nội dung", true}, {"1) Một việc", true},
		{"1/ Một việc", true}, {"2- Giao Sở Y tế", true}, {"a) việc", true}, {"đ) việc", true}, {"bb) việc", true}, {"- Lưu: VT", true},
		{"• một", true}, {"+ hai", true}, {"~ ba", true}, {"Điều 5. Hiệu lực", true}, {"ĐIỀU 5", true}, {"Chương II", true},
		{"Mục 1: CHUNG", true}, {"Phụ lục III", true}, {"Một là, học tập", true}, {"Mười là cần", true},
		{"Điều 4; khoản 5 Điều 6", false}, {"Mục 3 Chương II", false}, {"năm 2025", false}, {"a và b)", false}, {"đồng chí", false},
		{"16/7/2021 của Thủ tướng", false}, {"30/2020/NĐ-CP", false}, {"Một số điều", false}, {"Chính phủ", false}, {"", false},
	} {
		if got := label(c.line); got != c.want {
			t.Errorf("label(%q) = %v", c.line, got)
		}
	}
}

func TestOpens(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{"Căn cứ Luật Đất đai", true}, {"**Căn cứ** Luật", false}, {"*Căn cứ Luật Đất đai;*", true}, {"Theo đề nghị của Sở", true},
		{"Số: 12/KH-UBND", true}, {"Số : 12/KH-UBND", true}, {"Số 12/KH-UBND", false}, {"Sơn La, ngày 05 tháng 01", true},
		{"TP. Hồ Chí Minh, ngày 5 tháng 1", true}, {"báo cáo, ngày 5 tháng 1", false}, {"Kính gửi: Các sở", true}, {"Nơi nhận:", true},
		{"Độc lập - Tự do - Hạnh phúc", true}, {"Độc lập dân tộc", false},
	} {
		if got := opens(c.line); got != c.want {
			t.Errorf("opens(%q) = %v", c.line, got)
		}
	}
}

func TestHangs(t *testing.T) {
	for line, want := range map[string]bool{
		"Chỉ thị của": true, "thực hiện theo": true, "của": true, "thuộc\tcác": true, "chuyển đổi": false, "hồi hộp của.": false, "": false,
	} {
		if got := hangs(line, 'a'); got != want {
			t.Errorf("hangs(%q) = %v", line, got)
		}
	}
	if !hangs("Kế hoạch số", '5') || hangs("chuyển đổi số", 'X') {
		t.Error("after số a number stands")
	}
}

func TestCuts(t *testing.T) {
	for _, c := range []struct {
		name, a, b   string
		symbol, date bool
	}{
		{"behind the word", "theo Luật số", "54/2014/QH13", true, false},
		{"a Party number", "Chỉ thị số", "34-CT/TW", true, false},
		{"behind a hyphen", "Thông tư 08/2023/TT-", "BLĐTBXH.", true, false},
		{"behind a slash", "Nghị định số 30/", "2020/NĐ-CP", true, false},
		{"the word alone on a line", "số", "54/2014/QH13", false, false},
		{"words behind a dash", "Bộ Lao động -", "THƯƠNG BINH", false, false},
		{"a range of years", "giai đoạn 2021-", "2025", false, false},
		{"behind a day's word", "ký ngày", "11/3/2009 của Bộ", false, true},
		{"behind a year's word", "ngày 1 tháng 2 năm", "2026", false, true},
		{"a date's word alone", "ngày", "11/3/2009", false, false},
		{"words behind a year's word", "hằng năm", "tổ chức", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cutsSymbol(c.a, c.b); got != c.symbol {
				t.Errorf("cutsSymbol = %v", got)
			}
			if got := cutsDate(c.a, c.b); got != c.date {
				t.Errorf("cutsDate = %v", got)
			}
		})
	}
}

func TestDrawnRule(t *testing.T) {
	for line, want := range map[string]bool{
		"-------": true, "* * *": true, "____": true, `\_\_\_`: true, "…": false, "--": false, "- Lưu": false, `\\\`: false, "– – –": true, "===": true,
	} {
		if got := drawnRule(line); got != want {
			t.Errorf("drawnRule(%q) = %v", line, got)
		}
	}
}

func TestNoteMark(t *testing.T) {
	for line, want := range map[string]string{
		"¹ Kế hoạch": "¹", "¹²Kế hoạch": "¹²", "⁴ Mẫu": "⁴", "¹": "", "¹ \t": "", "1 Kế hoạch": "", "– Kế hoạch": "", "": "",
	} {
		if got := line[:noteMark(line)]; got != want {
			t.Errorf("noteMark(%q) gives %q, want %q", line, got, want)
		}
	}
}

func TestTrim(t *testing.T) {
	for in, want := range map[string]string{
		"  một hai\t": "một hai", "\u00a0một\u200b": "một", "## II. NỘI DUNG ": "II. NỘI DUNG", "#hashtag": "#hashtag", " # một": "một",
		"\ufeffmột": "một", "một\u3000": "một", "": "", " \u00a0 ": "", "ở": "ở", "đi à": "đi à",
	} {
		if got := trim(in, document.Range{End: len(in)}).In(in); got != want {
			t.Errorf("trim(%q) = %q, want %q", in, got, want)
		}
	}
}

// lines draws the beginnings and ends that lines of papers have, in the form that looks at a byte first may get wrong.
func lines(t *rapid.T) string {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{"I", "V.", "1", "12.", ".3", "/", ")", "a)", "đ", "Đ", "Điều ", "Mục ", "Phần ", "Một là", "-", "–", "•", "·", "▪", "~", "*", " ", "\t", "X", "Căn cứ ", "số", "ơ"}),
		rapid.StringMatching(`[A-ZĐa-zữ0-9 .,)/-]{0,6}`),
	)
	return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, "line"), "")
}

// The look at the first byte of a line must never turn away what the pattern behind it takes.
func TestLooksBeforePatterns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := lines(t)
		if got, want := label(s), labelForm.MatchString(s); got != want {
			t.Errorf("label(%q) = %v, the pattern says %v", s, got, want)
		}
		if got, want := provision(s), provisionForm.MatchString(s); got != want {
			t.Errorf("provision(%q) = %v, the pattern says %v", s, got, want)
		}
	})
}

// A trimmed range has no blank at its ends, and what was cut was blank or a sign of a heading.
func TestTrimProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[ \x{a0}\x{200b}\x{ad}\t#]{0,4}[a-zđởằ. ]{0,6}[ \x{a0}\x{feff}]{0,3}`).Draw(t, "s")
		r := trim(s, document.Range{End: len(s)})
		if got := r.In(s); strings.TrimFunc(got, blankRune) != got {
			t.Errorf("trim(%q) = %q", s, got)
		}
		if rest := s[r.End:]; strings.TrimFunc(rest, blankRune) != "" {
			t.Errorf("trim(%q) cut %q off the end", s, rest)
		}
	})
}

func TestCutsHead(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"a number behind its label", "Số:", "33/2009/QĐ-UBND", true},
		{"a law's number", "Luật số:", "45/2019/QH14", true},
		{"a place before its day", "Hà", "Nội, ngày 7 tháng 1 năm 2022", true},
		{"a city's short word", "TP.", "Hồ Chí Minh, ngày 21 tháng 12 năm 2009", true},
		{"the State's name, cut early", "CỘNG", "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true},
		{"the State's name, cut late", "CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM |", true},
		{"an issuer's first syllable", "ỦY", "BAN NHÂN DÂN", true},
		{"a ministry's first syllable", "BỘ", "TÀI CHÍNH", true},
		{"a first syllable and the motto", "BỘ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", false},
		{"a period of years in a title", "MÙA KHÔ NĂM 2019 -", "2020", true},
		{"another name in capitals", "CỘNG ĐỒNG", "NGƯỜI VIỆT", false},
		{"an issuer and the motto", "BỘ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", false},
		{"a name and a place", "Lê Văn Bình", "Hà Nội, ngày 7 tháng 1 năm 2022", false},
		{"a label and words", "Số:", "liệu", false},
		{"a figure under a heading", "MỤC LỤC", "2020", false},
	} {
		if got := cutsHead(c.a, c.b); got != c.want {
			t.Errorf("%s: cutsHead(%q, %q) = %v", c.name, c.a, c.b, got)
		}
	}
}

func TestBorder(t *testing.T) {
	for _, s := range []string{"|", " | ", "||", "| |"} {
		if !border(s) {
			t.Errorf("%q is no border", s)
		}
	}
	for _, s := range []string{"", "|a", "| 1 |", "-"} {
		if border(s) {
			t.Errorf("%q is a border", s)
		}
	}
}

func TestDayInBrackets(t *testing.T) {
	for _, test := range []struct {
		para, line string
		want       bool
	}{
		{"(Ban hành kèm theo Quyết định số: 7/QĐ-UBND", "Ngày 22 tháng", true},
		{"(Ban hành kèm theo Quyết định số: 7/QĐ-UBND)", "Ngày 22 tháng 7", false},
		{"Kèm theo Quyết định số 7/QĐ-UBND", "Ngày 22 tháng 7", false},
		{"(Kèm theo Quyết định số 7/QĐ-UBND", "Ngày hội", false},
		{"(" + strings.Repeat("a", longestTie), "Ngày 22 tháng 7", false},
	} {
		if got := dayInBrackets(test.para, test.line); got != test.want {
			t.Errorf("dayInBrackets(%q, %q) = %v", test.para, test.line, got)
		}
	}
}
