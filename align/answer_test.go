package align

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// answerOf matches the passages of one document of a unit that was given some tasks.
func answerOf(tasks []string, given []int, passages ...string) []Match {
	c := NewCorpus()
	var items []Item
	for _, d := range tasks {
		items = append(items, c.Task(d))
	}
	r := c.Matcher(items).Reader()
	var ps []Item
	for _, p := range passages {
		ps = append(ps, r.Passage(p))
	}
	return r.Match(ps, func(_, task int) Claim {
		if slices.Contains(given, task) {
			return Given
		}
		return Open
	}, nil)
}

func of(all []Match, passage, task int) Match {
	for _, k := range all {
		if k.Passage == passage && k.Task == task {
			return k
		}
	}
	return Match{}
}

var rubbish = []string{
	"Phát thùng phân loại hai ngăn cho hộ nghèo",
	"Xóa bỏ các điểm tập kết rác tự phát ven đường",
	"Xóa bỏ các điểm tập kết rác tự phát ven kênh mương",
	"Báo cáo kết quả về Sở Nông nghiệp và Môi trường",
}

func TestRank(t *testing.T) {
	const clears, gives = "Dẹp 17 điểm tập kết rác tự phát ven đường", "Trao 412 thùng phân loại hai ngăn cho hộ nghèo"
	all := answerOf(rubbish, []int{0, 1}, clears, gives)
	if k := of(all, 0, 1); !k.Best || !k.Mutual || k.Margin <= 0 || k.Rival != 0 || k.Own != 2 {
		t.Errorf("the task that is meant: %+v", k.Setting)
	}
	if k := of(all, 0, 2); k.Claim != Open || k.Best || k.Own != len(rubbish) {
		t.Errorf("the like task of others: %+v", k.Setting)
	}
	if k := of(all, 1, 0); !k.Best || !k.Worth() {
		t.Errorf("the other passage: %.2f %+v", k.Score(), k.Setting)
	}
	if k := of(answerOf(rubbish, []int{2}, clears), 0, 2); k.Rival != 0 {
		t.Errorf("the same work given to others is no rival: %+v", k.Setting)
	}
	if k := of(answerOf(rubbish, []int{1}, gives+" ven đường"), 0, 1); k.Rival <= 0 || k.Worth() {
		t.Errorf("more like the task of others: %.2f %+v", k.Score(), k.Setting)
	}
	two := answerOf(rubbish, []int{1}, clears, "Vận động hộ dân ven đường")
	if of(two, 1, 1).Mutual || !of(two, 0, 1).Mutual {
		t.Error("the passage that says most of the task is the mutual one")
	}
}

func TestClaims(t *testing.T) {
	same := Match{Likeness: Likeness{Whole: 1, Part: 1, Precision: 1, Matter: 60, Head: 1, Topic: 1, Deed: true, Meaning: 1}, Setting: Setting{Own: 2, Best: true, Mutual: true, Margin: 2, Clear: 0.8}}
	for _, tt := range []struct {
		name  string
		claim Claim
		head  float64
		worth bool
	}{
		{"given", Given, 1, true},
		{"given, by a detail", Given, 0, true},
		{"of others", Open, 1, true},
		{"of others, by a detail", Open, 0, false},
		{"closed", Closed, 1, false},
	} {
		k := same
		k.Claim, k.Head = tt.claim, tt.head
		if k.Worth() != tt.worth {
			t.Errorf("%s: %.2f", tt.name, k.Score())
		}
	}
}

// TestScoreFollowsItsParts holds that nothing that speaks for a match lowers its score, and nothing that speaks against it
// raises it.
func TestScoreFollowsItsParts(t *testing.T) {
	share := rapid.Float64Range(0, 0.9)
	rapid.Check(t, func(t *rapid.T) {
		k := Match{
			Likeness: Likeness{
				Whole: share.Draw(t, "whole"), Part: share.Draw(t, "part"), Precision: share.Draw(t, "precision"), Head: 1, Meaning: share.Draw(t, "meaning"),
				Matter: rapid.Float64Range(0, 200).Draw(t, "matter"), Quotes: rapid.IntRange(0, 1).Draw(t, "quotes"), Figures: rapid.IntRange(0, 2).Draw(t, "figures"),
			},
			Setting: Setting{Claim: Given, Margin: share.Draw(t, "margin"), Rival: rapid.Float64Range(0, 0.5).Draw(t, "rival"), Better: share.Draw(t, "better")},
		}
		for name, change := range map[string]func(k *Match){
			"whole": func(k *Match) { k.Whole += 0.1 }, "part": func(k *Match) { k.Part += 0.1 }, "precision": func(k *Match) { k.Precision += 0.1 },
			"matter": func(k *Match) { k.Matter++ }, "a quote": func(k *Match) { k.Quotes++ }, "a figure": func(k *Match) { k.Figures++ },
			"deed": func(k *Match) { k.Deed = true }, "best": func(k *Match) { k.Best = true }, "mutual": func(k *Match) { k.Mutual = true }, "margin": func(k *Match) { k.Margin += 0.1 },
			"meaning": func(k *Match) { k.Meaning += 0.1 }, "clear": func(k *Match) { k.Clear += 0.1 }, "month": func(k *Match) { k.Month = true },
			"follows": func(k *Match) { k.Follows += 0.1 }, "leads": func(k *Match) { k.Leads += 0.1 },
		} {
			if more := k; func() bool { change(&more); return more.Score() < k.Score() }() {
				t.Fatalf("%s lowers %.4f to %.4f", name, k.Score(), more.Score())
			}
		}
		for name, change := range map[string]func(k *Match){
			"a rival": func(k *Match) { k.Rival += 0.1 }, "beside the subject": func(k *Match) { k.Aside = true }, "a task of others": func(k *Match) { k.Claim = Open },
			"a better passage": func(k *Match) { k.Better += 0.1 }, "the deed on another thing": func(k *Match) { k.Aside = true },
		} {
			if less := k; func() bool { change(&less); return less.Score() > k.Score() }() {
				t.Fatalf("%s raises %.4f to %.4f", name, k.Score(), less.Score())
			}
		}
	})
}

func TestClauses(t *testing.T) {
	for _, tt := range []struct {
		name, task, passage string
		clauses             int
		leavesOut           bool
	}{
		{"one of two, after a semicolon", "Phát thùng phân loại cho hộ nghèo; vận động 80% hộ gia đình phân loại rác tại nguồn", "Trao 412 thùng phân loại cho hộ nghèo", 2, true},
		{"both", "Phát thùng phân loại cho hộ nghèo; vận động 80% hộ gia đình phân loại rác tại nguồn", "Trao thùng phân loại cho hộ nghèo, tuyên truyền để hộ gia đình phân loại rác", 2, false},
		{"one of two, by what is done", "Kiện toàn Ban Chỉ huy phòng cháy rừng các cấp, tổ chức trực suốt các tháng cao điểm mùa khô", "Kiện toàn Ban Chỉ huy phòng cháy rừng", 2, true},
		{"a list of things is no list of clauses", "Kiểm tra bến khách ngang sông, phương tiện đưa đón học sinh", "Kiểm tra các bến khách ngang sông", 1, false},
		{"a small addition", "Rà soát, lập bản đồ các khu vực trọng điểm có nguy cơ cháy rừng cao đến từng xã, từng chủ rừng", "Lập bản đồ khu vực trọng điểm cháy rừng", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := likes([]string{tt.task}, tt.passage)[0]
			n := 0
			for b := l.Large; b > 0; b &= b - 1 {
				n++
			}
			if l.LeavesOut() != tt.leavesOut || tt.clauses > 0 && n != tt.clauses {
				t.Errorf("%d clauses %b, of which %b are spoken of", n, l.Large, l.Touched)
			}
		})
	}
}

func TestSubject(t *testing.T) {
	c := NewCorpus()
	c.Subject("Về số hóa sổ hộ tịch")
	tasks := []Item{c.Task("Kiểm tra công tác đăng ký hộ tịch tại 15 tỉnh"), c.Task("Bố trí máy quét cho cấp xã")}
	r := c.Matcher(tasks).Reader()
	for _, tt := range []struct {
		passage string
		task    int
		aside   bool
	}{
		{"Kiểm tra việc đăng ký hộ tịch ở 15 tỉnh", 0, false},
		{"Kiểm tra công tác chứng thực bản sao tại 06 tỉnh", 0, true},
		{"Mua máy quét cho 10 xã", 1, false},
	} {
		if got := r.compare(r.Passage(tt.passage), nil)[tt.task].Aside; got != tt.aside {
			t.Errorf("%s: aside %t", tt.passage, got)
		}
	}
}

// TestElsewhere holds that the same deed on a thing that the directive is not about counts less, the more the passage has
// matter of its own.
func TestElsewhere(t *testing.T) {
	near := Match{Likeness: Likeness{Whole: 0.4, Part: 0.6, Precision: 0.4, Matter: 20, Deed: true, Head: 0.3, Meaning: 0.4}, Setting: Setting{Claim: Given, Best: true, Mutual: true, Clear: 0.3}}
	other, whole := near, near
	other.Aside = true
	whole.Aside, whole.Precision, near.Precision = true, 1, 1
	if lost, kept := near.Score()-other.Score(), near.Score()-whole.Score(); lost <= 0 || kept < 0 || kept >= lost {
		t.Errorf("another thing costs %.3f, and %.3f where the passage has no matter of its own", lost, kept)
	}
}

func TestReasons(t *testing.T) {
	k := Match{Likeness: Likeness{Whole: 0.41, Part: 0.83, Deed: true, Quotes: 1, Figures: 2}, Setting: Setting{Claim: Given, Own: 3, Best: true, Mutual: true}}
	got := strings.Join(k.Reasons(), "; ")
	for _, want := range []string{"41% nội dung nhiệm vụ, 83%", "cùng loại việc", "trong ngoặc kép", "cùng con số", "trong 3 nhiệm vụ", "nói rõ nhất"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	k.Own, k.Mutual, k.Deed = 1, false, false
	if got := strings.Join(k.Reasons(), "; "); !strings.Contains(got, "duy nhất") || strings.Contains(got, "cùng loại việc") {
		t.Errorf("%q", got)
	}
	others := Match{Setting: Setting{Claim: Open}}
	if got := strings.Join(others.Reasons(), "; "); !strings.Contains(got, "không được giao") {
		t.Errorf("%q", got)
	}
}

// TestReadersWorkSideBySide holds that readers of one matcher give the same, whatever others read meanwhile.
func TestReadersWorkSideBySide(t *testing.T) {
	c := NewCorpus()
	var items []Item
	for _, d := range directive {
		items = append(items, c.Task(d))
	}
	m := c.Matcher(items)
	passages := append(slices.Clone(directive), "một đoạn khác hẳn về cầu đường", "Lập bản đồ cháy rừng cấp xã")
	results := make([][]Likeness, 4)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() {
			r := m.Reader()
			for j := range passages {
				p := r.Passage(passages[(i+j)%len(passages)])
				if (i+j)%len(passages) == 0 {
					results[i] = slices.Clone(r.compare(p, nil))
				}
			}
		})
	}
	wg.Wait()
	for _, got := range results[1:] {
		if !slices.Equal(got, results[0]) {
			t.Fatalf("%+v, and %+v", got, results[0])
		}
	}
	if l := results[0][0]; math.Abs(l.Whole-1) > 1e-9 {
		t.Errorf("a task is wholly in itself, not %.3f", l.Whole)
	}
}
