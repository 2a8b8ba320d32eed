package eval

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestFindQuotes(t *testing.T) {
	const text = "Sở Y tế lập kế hoạch. Sở Y tế báo cáo trước ngày 5."
	for _, tt := range []struct {
		name   string
		quotes []Quote
		want   []string
	}{
		{"by all words", []Quote{{Text: "lập kế hoạch"}}, []string{"lập kế hoạch"}},
		{"blanks and emphasis", []Quote{{Text: "lập  **kế\nhoạch**"}}, []string{"lập kế hoạch"}},
		{"by first and last words", []Quote{{Start: "Sở Y tế báo", End: "ngày 5."}}, []string{"Sở Y tế báo cáo trước ngày 5."}},
		{"a last word that is not there", []Quote{{Start: "Sở Y tế báo", End: "ngày 6"}}, []string{"Sở Y tế báo"}},
		{"repeated words in order", []Quote{{Text: "Sở Y tế"}, {Start: "Sở Y tế", End: "cáo"}}, []string{"Sở Y tế", "Sở Y tế báo cáo"}},
		{"from the beginning again", []Quote{{Text: "báo cáo"}, {Text: "lập"}}, []string{"báo cáo", "lập"}},
		{"words that are not there", []Quote{{Text: "trồng cây"}, {Text: "lập"}}, []string{"", "lập"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q := &squeezed{text: text}
			for i, w := range tt.quotes {
				if s := q.find(w); text[s.start:s.end] != tt.want[i] {
					t.Errorf("quote %d is %q, want %q", i, text[s.start:s.end], tt.want[i])
				}
			}
		})
	}
}

// A passage that was cut from a text is found in it, as long as it is.
func TestWhatIsCutIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"sở", "lập", "kế", "hoạch", "báo", "cáo"}), 1, 20).Draw(t, "words")
		from := rapid.IntRange(0, len(words)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(words)).Draw(t, "to")
		cut := strings.Join(words[from:to], "  ")
		q := &squeezed{text: strings.Join(words, " "), from: rapid.IntRange(0, 3).Draw(t, "begin")}
		if s := q.find(Quote{Text: cut}); q.text[s.start:s.end] != squeeze(cut) {
			t.Fatalf("%q is found as %q", cut, q.text[s.start:s.end])
		}
	})
}

func TestSpotsOverlap(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b spot
		want int
	}{
		{"apart", spot{0, 5}, spot{7, 9}, 0},
		{"side by side", spot{0, 5}, spot{5, 9}, 0},
		{"in part", spot{0, 5}, spot{3, 9}, 2},
		{"one in the other", spot{0, 9}, spot{3, 5}, 2},
		{"the same", spot{2, 6}, spot{2, 6}, 4},
	} {
		if tt.a.overlap(tt.b) != tt.want || tt.b.overlap(tt.a) != tt.want {
			t.Errorf("%s: %d and %d, want %d", tt.name, tt.a.overlap(tt.b), tt.b.overlap(tt.a), tt.want)
		}
	}
}

func TestCoveredBy(t *testing.T) {
	list := []spot{{10, 20}, {30, 32}}
	for _, tt := range []struct {
		name string
		a    spot
		want bool
	}{
		{"whole", spot{12, 18}, true}, {"half", spot{15, 25}, true}, {"less than half", spot{16, 25}, false},
		{"by a part of it alone", spot{24, 36}, false}, {"not found in the text", spot{}, false},
	} {
		if got := coveredBy(tt.a, list); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// Each found task answers one of the reference at most, and overlaps it by half.
func TestTasksAreMatchedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.Custom(func(t *rapid.T) spot {
			start := rapid.IntRange(0, 60).Draw(t, "start")
			return spot{start, start + rapid.IntRange(0, 20).Draw(t, "size")}
		})
		want, got := rapid.SliceOfN(place, 0, 8).Draw(t, "want"), rapid.SliceOfN(place, 0, 8).Draw(t, "got")
		used := map[int]bool{}
		for i, j := range matchTasks(Gold{Tasks: make([]GoldTask, len(want))}, want, got) {
			if j < 0 {
				continue
			}
			if o := want[i].overlap(got[j]); used[j] || o == 0 || 2*o < max(want[i].size(), got[j].size()) {
				t.Fatalf("%v is matched with %v (twice: %v)", want[i], got[j], used[j])
			}
			used[j] = true
		}
	})
}

func TestUnitKey(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Các Sở, ngành", "sở ngành", true}, {"những địa phương", "Địa phương", true}, {"Sở Văn hoá", "SỞ VĂN HÓA", true},
		{"các cơ quan", "cơ quan các", false}, {"Cácbon", "bon", false}, {"Sở Y tế", "Sở Tư pháp", false},
	} {
		if got := unitKey(tt.a) == unitKey(tt.b); got != tt.same {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
	}
}

func TestBareTitle(t *testing.T) {
	for title, want := range map[string]string{
		"V/v trực Tết": "trực Tết", "VỀ VIỆC TRỰC TẾT": "trực Tết", " Về  trực Tết": "trực Tết", "Trực Tết": "trực tết", "Vềđâu": "vềđâu",
	} {
		if got := bareTitle(title); got != bareTitle(want) {
			t.Errorf("%q: %q, want %q", title, got, bareTitle(want))
		}
	}
	if bareTitle("Về việc trực") == bareTitle("việc trực") {
		t.Error("a word in the middle is left out")
	}
}

// What names are right, wrong and missed adds up to the two lists.
func TestNamesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"Sở A", "các Sở A", "SỞ A", "Sở B", "Sở C"})
		want, got := rapid.SliceOfN(unit, 0, 5).Draw(t, "want"), rapid.SliceOfN(unit, 0, 5).Draw(t, "got")
		s := NewScores(Exact)
		same := s.names(Gold{}, "tasks.lead", want, got)
		c := s.figures("tasks.lead")
		if c.Right+c.Missed != len(want) || c.Right+c.Wrong != len(got) {
			t.Fatalf("%+v of %q and %q", c, want, got)
		}
		if same != (c.Wrong+c.Missed == 0) || same != (len(s.Differences) == 0) {
			t.Fatalf("same %v, %+v, %+v", same, c, s.Differences)
		}
	})
}

func TestDueDates(t *testing.T) {
	day := func(v string) *document.Due {
		return &document.Due{Value: document.NullString(v), Text: "trước hạn"}
	}
	for _, tt := range []struct {
		name, want string
		got        *document.Due
		count      Count
	}{
		{"neither has one", `{}`, nil, Count{}},
		{"the same day", `{"due": {"value": "2024-05-01"}}`, day("2024-05-01"), Count{Right: 1}},
		{"another day", `{"due": {"value": "2024-05-01"}}`, day("2024-05-02"), Count{Wrong: 1, Missed: 1}},
		{"words for words", `{"due": {"value": null, "text": "hằng quý"}}`, day(""), Count{Right: 1}},
		{"a day for words", `{"due": {"value": null, "text": "hằng quý"}}`, day("2024-05-02"), Count{Wrong: 1, Missed: 1}},
		{"not given", `{"due": {"value": "2024-05-01"}}`, nil, Count{Missed: 1}},
		{"given where there is none", `{"due": null}`, day("2024-05-02"), Count{Wrong: 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := loadOne(t, `{"file": "a.txt", "tasks": [`+tt.want+`]}`)
			s := NewScores(Exact)
			right := s.due(g, g.Tasks[0], document.Task{Due: tt.got})
			if c := s.figures("tasks.due"); c != tt.count || right != (c.Wrong+c.Missed == 0) {
				t.Errorf("%+v (%v), want %+v", c, right, tt.count)
			}
		})
	}
}
