package align

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// directive gives the tasks that the cases are scored against.
var directive = []string{
	"Rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm có nguy cơ cháy rừng cao đến từng xã, từng chủ rừng",
	"Kiện toàn Ban Chỉ huy về các vấn đề cấp bách trong bảo vệ rừng; tổ chức trực 24/24 giờ trong các tháng cao điểm",
	"Tổng hợp, báo cáo kết quả thực hiện",
	"Phát động phong trào “Mỗi gia đình một công dân số”",
	"Hỗ trợ người cao tuổi, người khuyết tật nộp hồ sơ trực tuyến tại nhà thông qua Tổ công nghệ số cộng đồng",
}

func scores(t testing.TB, passage string) []float64 {
	t.Helper()
	c := NewCorpus()
	var tasks []Item
	for _, d := range directive {
		tasks = append(tasks, c.Task(d))
	}
	p := c.Passage(passage)
	return c.Matcher(tasks).Scores(p, nil)
}

func TestScores(t *testing.T) {
	for _, tt := range []struct {
		name, passage string
		takesUp       int // index of the one task, -1 for none
	}{
		{"the same words", directive[0], 0},
		{"shortened", "Rà soát, khoanh vùng các khu vực trọng điểm có nguy cơ cháy rừng cao, lập bản đồ cấp huyện", 0},
		{"told with a figure", "đã hoàn thành bản đồ 214 khu vực trọng điểm có nguy cơ cháy rừng cao của 10/10 huyện", 0},
		{"tone marks in another place", "Kiện toàn Ban Chỉ huy về các vấn đề cấp bách trong bảo vệ rừng và phòng cháy các cấp; phân công trực 24/24 giờ", 1},
		{"a quoted name", "Xây dựng chuyên mục hưởng ứng phong trào “Mỗi gia đình một công dân số”", 3},
		{"a neighbouring subject", "Thí điểm trợ lý ảo trả lời người dân về hồ sơ trực tuyến tại 12 xã, phường", -1},
		{"office style alone", "Tổ chức triển khai thực hiện, theo dõi, đôn đốc, kiểm tra, báo cáo kết quả thực hiện kế hoạch", -1},
		{"a request", "Hỗ trợ kinh phí mua sắm thiết bị", -1},
		{"another matter", "Thẩm định, trình phân bổ kinh phí năm 2024 cho các đơn vị dự toán", -1},
		{"nothing", "", -1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for i, s := range scores(t, tt.passage) {
				if i != 2 && s >= 0.5 != (i == tt.takesUp) { // the third task is all office style: coverage reads it by its structure
					t.Errorf("task %d scores %.2f: %s", i+1, s, directive[i])
				}
			}
		})
	}
}

func TestOpens(t *testing.T) {
	c := NewCorpus()
	tasks := []Item{c.Task("Ban hành hướng dẫn kỹ thuật kết nối giữa hệ thống thông tin giải quyết thủ tục hành chính cấp tỉnh với Cổng Dịch vụ công")}
	about, detail := c.Passage("Xây dựng hướng dẫn kỹ thuật kết nối"), c.Passage("Nâng cấp Cổng Dịch vụ công của tỉnh")
	m := c.Matcher(tasks)
	if !m.Opens(0, about) || m.Opens(0, detail) {
		t.Error("a passage opens like a task where it shares what the task begins with")
	}
}

func TestShare(t *testing.T) {
	c := NewCorpus()
	part, empty := c.Passage("trực 24/24 giờ trong tháng cao điểm"), c.Passage("của và các")
	whole, other := c.Passage("phân công trực 24/24 giờ trong tháng cao điểm"), c.Passage("thẩm định kinh phí")
	m := c.Matcher(nil)
	if got := m.Share(part, whole); got != 1 {
		t.Errorf("%.2f of a part that is there", got)
	}
	if got := m.Share(part, other); got != 0 {
		t.Errorf("%.2f of a part that is not there", got)
	}
	if got := m.Share(empty, other); got != 1 {
		t.Errorf("%.2f of nothing: nothing is lacking", got)
	}
}

func TestFigures(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"tại 78 xã, đạt 97,4%", []string{"78", "97,4%"}},
		{"trực 24/24 giờ", []string{"24/24"}},
		{"trước ngày 15/02/2024, quý 12, năm 2024", nil},
		{"ngày 15 tháng 02 năm 2024", nil},
		{"05 vụ, 1.246 buổi, 1.246 buổi", []string{"1.246"}},
		{"không có số", nil},
	} {
		if got := figures(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestQuotes(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"phương châm “Bốn tại chỗ” và “bốn TẠI chỗ”", []string{"bốn tại chỗ"}},
		{"chủ đề «Đoàn kết, gương mẫu»", []string{"đoàn kết gương mẫu"}},
		{"một từ “số”", nil},
		{"mở “mà không đóng", nil},
	} {
		if got := quotes(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestTableOfCommonWordsIsRead(t *testing.T) {
	lines := 0
	for line := range strings.Lines(commonTable) {
		if !strings.HasPrefix(line, "#") {
			lines++
		}
	}
	if got := usual(); len(got) != lines || got["thực hiện"] != 0.5 {
		t.Errorf("%d of %d lines read", len(got), lines)
	}
}

func TestScoresHangOnTheTwoTextsAlone(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("rà soát lập bản đồ khu vực trọng điểm cháy rừng thực hiện kế hoạch “bốn tại chỗ” 24/24 báo cáo, kết quả;"))
	text := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 25).Draw(t, "words"), " ") })
	rapid.Check(t, func(t *rapid.T) {
		tasks, passage, other := rapid.SliceOfN(text, 1, 4).Draw(t, "tasks"), text.Draw(t, "passage"), text.Draw(t, "other passage")
		score := func(passages ...string) []float64 {
			c := NewCorpus()
			var items, ps []Item
			for _, d := range tasks {
				items = append(items, c.Task(d))
			}
			for _, p := range passages {
				ps = append(ps, c.Passage(p))
			}
			return c.Matcher(items).Scores(ps[0], nil)
		}
		alone, beside := score(passage), score(passage, other)
		if !slices.Equal(alone, beside) {
			t.Fatalf("%v, and %v beside another passage", alone, beside)
		}
		for _, s := range alone {
			if s < 0 || s > 1 {
				t.Fatalf("score %v", s)
			}
		}
	})
}

func FuzzPassage(f *testing.F) {
	f.Add("Rà soát “bốn tại chỗ” 24/24")
	f.Add("\xff“”«")
	f.Fuzz(func(t *testing.T, text string) {
		for i, s := range scores(t, text) {
			if !(s >= 0 && s <= 1) {
				t.Errorf("task %d: %v", i, s)
			}
		}
	})
}
