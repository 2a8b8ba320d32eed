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

// likes compares a passage with tasks.
func likes(tasks []string, passages ...string) []Likeness {
	c := NewCorpus()
	var items, ps []Item
	for _, d := range tasks {
		items = append(items, c.Task(d))
	}
	r := c.Matcher(items).Reader()
	for _, p := range slices.Backward(passages) {
		ps = append(ps, r.Passage(p))
	}
	return r.compare(ps[len(ps)-1], nil)
}

// matches compares a passage of a unit that was given all tasks.
func matches(passage string) []Match {
	c := NewCorpus()
	var items []Item
	for _, d := range directive {
		items = append(items, c.Task(d))
	}
	r := c.Matcher(items).Reader()
	return r.Match([]Item{r.Passage(passage)}, func(_, _ int) Claim { return Given }, nil)
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
			found := tt.takesUp < 0
			for _, k := range matches(tt.passage) {
				found = found || k.Task == tt.takesUp && k.Worth()
				if k.Task != 2 && k.Task != tt.takesUp && k.Worth() { // the third task is all office style: coverage reads it by its structure
					t.Errorf("task %d scores %.2f: %s", k.Task+1, k.Score(), directive[k.Task])
				}
			}
			if !found {
				t.Errorf("nothing of task %d", tt.takesUp+1)
			}
		})
	}
}

func TestHeadAndTopic(t *testing.T) {
	guide := []string{"Ban hành hướng dẫn kỹ thuật kết nối giữa hệ thống thông tin giải quyết thủ tục hành chính cấp tỉnh với Cổng Dịch vụ công"}
	about, detail := likes(guide, "Xây dựng hướng dẫn kỹ thuật kết nối")[0], likes(guide, "Nâng cấp máy chủ của Cổng Dịch vụ công")[0]
	if about.Head == 0 || about.Topic < 0.8 {
		t.Errorf("%+v: what the task begins with, and nothing else", about)
	}
	if detail.Head != 0 || detail.Topic > 0.5 {
		t.Errorf("%+v: a detail of the task", detail)
	}
}

func TestParts(t *testing.T) {
	three := []string{"Thành lập tổ tự quản môi trường ở từng thôn, tổ dân phố; phát thùng phân loại hai ngăn cho hộ nghèo; xóa bỏ các điểm tập kết rác tự phát ven đường"}
	one, all := likes(three, "Phát 412 thùng phân loại hai ngăn cho hộ nghèo")[0], likes(three, three[0])[0]
	if one.Part < 0.8 || one.Whole > 0.5 || !one.LeavesOut() {
		t.Errorf("%+v: one stretch of the task, and that in full", one)
	}
	if all.Part < 0.99 || all.Whole < 0.99 || all.Precision < 0.99 || all.LeavesOut() {
		t.Errorf("%+v: the whole task", all)
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
		alone, beside := likes(tasks, passage), likes(tasks, passage, other)
		if !slices.Equal(alone, beside) {
			t.Fatalf("%v, and %v beside another passage", alone, beside)
		}
		for _, l := range alone {
			for _, share := range []float64{l.Whole, l.Part, l.Precision, l.Head, l.Topic} {
				if !(share >= 0 && share <= 1+1e-9) {
					t.Fatalf("%+v", l)
				}
			}
			if l.Part+1e-9 < l.Whole && l.Whole > 0 && l.Part > 0 {
				t.Fatalf("%+v: the whole is one of the stretches", l)
			}
		}
	})
}

func FuzzPassage(f *testing.F) {
	f.Add("Rà soát “bốn tại chỗ” 24/24")
	f.Add("\xff“”«")
	f.Fuzz(func(t *testing.T, text string) {
		for _, k := range matches(text) {
			if s := k.Score(); !(s > 0 && s < 1) {
				t.Errorf("task %d: %v", k.Task, s)
			}
			if len(k.Reasons()) == 0 {
				t.Errorf("task %d: no reason", k.Task)
			}
		}
	})
}
