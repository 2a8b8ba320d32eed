package theme

import (
	"strings"
	"testing"
)

// TestCuesIn holds which words name a theme, a motto or a movement, and where.
func TestCuesIn(t *testing.T) {
	for low, want := range map[string]string{
		"với chủ đề “đoàn kết”":                 "theme",
		"theo phương châm “gần dân”":            "motto",
		"theo tinh thần “gần dân”":              "motto",
		"theo tinh thần: “gần dân”":             "motto",
		"theo tinh thần nghị quyết “gần dân”":   "", // what is quoted is the paper's name
		"phong trào thi đua và cuộc vận động":   "movement movement",
		"mở đợt thi đua theo chủ đề năm":        "movement theme",
		"đợt cao điểm thi đua “chín mươi ngày”": "movement",
		"không có gì": "",
	} {
		var got []string
		for _, c := range cuesIn(low) {
			got = append(got, c.kind)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", low, got, want)
		}
	}
}

// TestStated holds that a theme without marks is read only from a sentence of its own.
func TestStated(t *testing.T) {
	for text, want := range map[string]string{
		"Chủ đề thi đua là đoàn kết, sáng tạo, về đích.":      "đoàn kết, sáng tạo, về đích",
		"Chủ đề năm 2024 là: vượt khó, vươn lên, đi đầu; các": "vượt khó, vươn lên, đi đầu",
		"Chủ đề của năm là kỷ cương và trách nhiệm":           "kỷ cương và trách nhiệm",
		"Chủ đề là “Kỷ cương”.":                               "", // marks tell better
		"Chủ đề là học tập.":                                  "", // too short for a theme
		"Mỗi đợt có chủ đề thi đua là điều cần làm ngay.":     "", // no sentence of its own
		"Chủ đề cần ngắn gọn, dễ nhớ, dễ thuộc.":              "",
	} {
		c := cuesIn(strings.ToLower(text))[0]
		got := ""
		if r := (&reader{s: text, low: strings.ToLower(text)}).stated(c); r != nil {
			got = r[0].In(text)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestClauseEnd holds where a name without marks ends.
func TestClauseEnd(t *testing.T) {
	for text, want := range map[string]string{
		"lập thành tích chào mừng đại hội do Tỉnh ủy phát động": "lập thành tích chào mừng đại hội",
		"lập thành tích chào mừng đại hội gắn với học tập":      "lập thành tích chào mừng đại hội",
		"chào mừng 90 năm thành lập, 60 năm tái lập tỉnh.":      "chào mừng 90 năm thành lập, 60 năm tái lập tỉnh",
		"chào mừng “Năm thanh niên. Đi đầu” của tỉnh.":          "chào mừng “Năm thanh niên. Đi đầu” của tỉnh",
		"chào mừng ngày hội (26/3). Các xã":                     "chào mừng ngày hội (26/3)",
		"chào mừng Nghị quyết 1.2 của tỉnh":                     "chào mừng Nghị quyết 1.2 của tỉnh",
		"chào mừng đại hội":                                     "chào mừng đại hội",
	} {
		if got := text[:clauseEnd(text, 0)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
