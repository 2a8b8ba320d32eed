package align

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/viet"
)

func TestTableOfSensesIsRead(t *testing.T) {
	lines := 0
	for line := range strings.Lines(senseTable) {
		if !strings.HasPrefix(line, "#") {
			lines++
		}
	}
	if got := senses(); len(got) != lines {
		t.Fatalf("%d of %d lines read", len(got), lines)
	}
	seen := map[string]int{}
	for i, s := range senses() {
		if len(s.phrases) < 2 || s.share <= 0 || s.share >= 1 {
			t.Errorf("line %d says nothing: %+v", i+1, s)
		}
		for _, p := range s.phrases {
			if before, ok := seen[p]; ok {
				t.Errorf("%q stands in lines %d and %d", p, before+1, i+1)
			}
			seen[p] = i
			if p != strings.TrimSpace(p) || p != strings.ToLower(p) || strings.Contains(p, "  ") {
				t.Errorf("%q is not written as it is compared", p)
			}
		}
	}
}

func TestOtherWordsForTheSame(t *testing.T) {
	for _, tt := range []struct {
		name, task, passage string
		deed, matter        bool
	}{
		{"another verb", "Xóa bỏ các điểm tập kết rác tự phát", "Dẹp 17 bãi rác ven kênh", true, true},
		{"another noun", "Tập huấn cho nhân viên thú y", "Mở 06 lớp bồi dưỡng lực lượng thú y", true, true},
		{"the verb alone", "Tuyên truyền về phòng cháy rừng", "Vận động cài đặt ứng dụng", true, false},
		{"the noun alone", "Thanh tra nhà trọ", "Xây mới phòng trọ giá rẻ", false, true},
		{"nothing", "Nạo vét kênh mương", "Khen thưởng cá nhân xuất sắc", false, false},
		{"the longest phrase counts", "Cắm biển cảnh báo", "Phát bản tin cảnh báo", false, false},
		{"no phrase over a comma", "Cấp cứu nạn nhân", "trực ban, cứu trợ", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := likes([]string{tt.task}, tt.passage)[0]
			if l.Deed != tt.deed || l.Matter > 2 != tt.matter {
				t.Errorf("deed %t, matter %.1f", l.Deed, l.Matter)
			}
		})
	}
}

func TestLexiconFindsTheLongestPhrase(t *testing.T) {
	c := NewCorpus()
	words := func(s string) []int32 {
		var out []int32
		for w := range strings.FieldsSeq(s) {
			out = append(out, c.word(viet.Canonical(w)))
		}
		return out
	}
	for _, tt := range []struct {
		text   string
		length int
		found  bool
	}{
		{"cơ sở dữ liệu quốc gia về dân cư của tỉnh", 9, true},
		{"cơ sở dữ liệu mở", 4, true},
		{"cơ sở vật chất", 4, true},
		{"cơ sở", 1, false},
		{"quả thực", 1, false},
	} {
		sense, length := c.lexicon.at(words(tt.text))
		if sense != none != tt.found || length != tt.length {
			t.Errorf("%q: sense %d over %d words, want %t over %d", tt.text, sense, length, tt.found, tt.length)
		}
	}
}
