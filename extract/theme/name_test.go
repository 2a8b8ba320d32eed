package theme

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// TestTable holds that every row of names.tsv has a class that is read, and that no name stands there twice.
func TestTable(t *testing.T) {
	classes := map[string]bool{"opening": true, "proper": true, "known": true, "motto": true}
	seen := map[string]bool{}
	for line := range strings.Lines(nameTable) {
		class, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(class, "#") {
			continue
		}
		if !ok || !classes[class] || words == "" || words != strings.TrimSpace(words) {
			t.Errorf("row %q", line)
		}
		if key := class + viet.Lower(words); seen[key] {
			t.Errorf("%q stands there twice", words)
		} else {
			seen[key] = true
		}
	}
}

// TestIntroduces holds which words may part a cue from what it names.
func TestIntroduces(t *testing.T) {
	for _, tc := range []struct {
		kind, between string
		want          bool
	}{
		{document.ThemeMovement, " thi đua đặc biệt", true},
		{document.ThemeMovement, " theo kế hoạch", false}, // the name of a paper
		{document.ThemeMovement, " và tuần lễ", false},
		{document.ThemeSubject, " của tuần lễ là", true},
		{document.ThemeSubject, " năm 2025 là:", true},
		{document.ThemeSubject, " 2", false}, // a lesson's number
		{document.ThemeSubject, " đã bàn. các xã", false},
		{document.ThemeMotto, " và khẩu hiệu", false},
	} {
		if got := introduces(tc.kind, tc.between); got != tc.want {
			t.Errorf("%s, %q: %v", tc.kind, tc.between, got)
		}
	}
}

// TestKnown holds that the longest of the names is read, at its place alone.
func TestKnown(t *testing.T) {
	names := []string{"giữ rừng", "giữ rừng đầu nguồn", "giữ suối"}
	for low, want := range map[string]string{
		"giữ rừng đầu nguồn của tỉnh": "giữ rừng đầu nguồn",
		"giữ rừng ngập mặn":           "giữ rừng",
		"cùng giữ rừng":               "",
		"":                            "",
	} {
		got := ""
		if r := known(low, 0, names); r != nil {
			got = r[0].In(low)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", low, got, want)
		}
	}
}

// TestGrade holds what may stand between "phong trào" and a name without marks.
func TestGrade(t *testing.T) {
	for text, want := range map[string]string{
		" thi đua đặc biệt lập thành tích":      " thi đua đặc biệt ",
		" thi đua cao điểm 60 ngày đêm về đích": " thi đua cao điểm 60 ngày đêm ",
		" với tên gọi Giữ rừng":                 " với tên gọi ",
		" giữ rừng":                             " ",
		", giữ rừng":                            "",
	} {
		if got := grade.FindString(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWorth holds that the cheap look lets every cue of the table pass, at the beginning of a sentence too; a spirit
// counts before a quotation alone, which passes.
func TestWorth(t *testing.T) {
	for _, w := range cueWords {
		capital := strings.ToUpper(string([]rune(w.word)[:1])) + string([]rune(w.word)[1:])
		if w.word != spirit && (!worth("Có "+w.word+" mới") || !worth(capital+" mới")) {
			t.Errorf("%q is not let pass", w.word)
		}
	}
	if worth("Các xã báo cáo trước ngày 20.") {
		t.Error("a sentence without cue or quotation is let pass")
	}
}
