package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLike(t *testing.T) {
	forest := "phòng cháy chữa cháy rừng, trực cháy rừng, kiểm lâm"
	desk := "dịch vụ công trực tuyến, hồ sơ trực tuyến, một cửa"
	docs := []Doc{
		{ID: "forest1", Title: "Phòng cháy rừng", Body: "Kế hoạch " + forest},
		{ID: "forest2", Title: "Chữa cháy rừng", Body: "Báo cáo của sở: " + forest},
		{ID: "forest3", Body: "Tin: cháy rừng ở tỉnh, kiểm lâm trực cháy rừng"},
		{ID: "desk1", Title: "Dịch vụ công", Body: "Kế hoạch " + desk},
		{ID: "desk2", Title: "Dịch vụ công", Body: "Báo cáo " + desk},
		{ID: "alone", Body: "Thơ lục bát vịnh mùa thu"},
	}
	x := opened(t, docs...)
	for _, c := range []struct {
		id    string
		limit int
		want  string
	}{
		{"forest1", 10, "forest2 forest3"},
		{"forest2", 1, "forest1"},
		{"desk1", 10, "desk2"},
		{"alone", 10, ""},
	} {
		d := docs[slices.IndexFunc(docs, func(d Doc) bool { return d.ID == c.id })]
		hits, err := x.Like(t.Context(), d, c.limit)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, h := range hits {
			got = append(got, h.ID)
			if i > 0 && h.Score > hits[i-1].Score {
				t.Errorf("%s: %s is likelier than what stands before it", c.id, h.ID)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("like %s: %q, want %q", c.id, s, c.want)
		}
	}
	if hits, err := x.Like(t.Context(), Doc{ID: "new", Body: "cháy rừng, kiểm lâm"}, 10); err != nil || len(hits) != 3 {
		t.Errorf("a document that is not indexed: %v, %v", hits, err)
	}
	if hits, err := x.Like(t.Context(), Doc{ID: "empty"}, 10); err != nil || len(hits) != 0 {
		t.Errorf("a document without text: %v, %v", hits, err)
	}
}

func suggester() *Suggester {
	return NewSuggester([]Suggestion{
		{Kind: "title", Text: "Phòng cháy, chữa cháy rừng mùa khô", ID: "a"},
		{Kind: "symbol", Text: "87/CT-TTg", Note: "Phòng cháy rừng", ID: "a", Rank: 1},
		{Kind: "symbol", Text: "87/KH-UBND", ID: "b", Rank: 2},
		{Kind: "body", Text: "Thủ tướng Chính phủ"},
		{Kind: "body", Text: "Thủ tướng Chính phủ"},
		{Kind: "body", Text: "Văn phòng Chính phủ"},
		{Kind: "theme", Text: "Thu hoạch"},
		{Kind: "title", Text: "Dừa và dưa", ID: "c"},
		{Kind: "title", Text: ""},
	})
}

func TestSuggest(t *testing.T) {
	s := suggester()
	for _, c := range []struct {
		name, typed string
		limit       int
		want        []string
	}{
		{"nothing typed", "", 9, nil},
		{"blanks and marks", " -", 9, nil},
		{"no limit", "thu", 0, nil},
		{"the beginning of a word", "thu", 9, []string{"Thủ tướng Chính phủ", "Thu hoạch"}},
		{"with its marks", "thủ", 9, []string{"Thủ tướng Chính phủ", "Thu hoạch"}},
		{"exact marks go first", "dưa", 9, []string{"Dừa và dưa"}},
		{"a whole word does not go on", "th ", 9, nil},
		{"a whole word at the end of a line", "phủ ", 9, []string{"Thủ tướng Chính phủ", "Văn phòng Chính phủ"}},
		{"words in any order", "phủ thủ", 9, []string{"Thủ tướng Chính phủ"}},
		{"a symbol, the latest first", "87", 9, []string{"87/KH-UBND", "87/CT-TTg"}},
		{"a symbol with its sign", "87/c", 9, []string{"87/CT-TTg"}},
		{"by what stands beside a symbol", "87 cháy", 9, []string{"87/CT-TTg"}},
		{"what begins so goes first", "phong", 9, []string{"Phòng cháy, chữa cháy rừng mùa khô", "87/CT-TTg", "Văn phòng Chính phủ"}},
		{"a limit", "phong", 2, []string{"Phòng cháy, chữa cháy rừng mùa khô", "87/CT-TTg"}},
		{"nothing like it", "xyz", 9, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, one := range s.Suggest(c.typed, c.limit) {
				got = append(got, one.Text)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: %q, want %q", c.typed, got, c.want)
			}
		})
	}
}

// Typing on never brings a suggestion that was not there before, as long as all of them are shown.
func FuzzSuggest(f *testing.F) {
	s := suggester()
	for _, q := range []string{"thủ tướng", "87/CT", "Phòng cháy ", "\x00 ă", "thu\u0309"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		before := s.Suggest(typed, 100)
		for _, one := range s.Suggest(typed+"a", 100) {
			if !slices.Contains(before, one) && len(before) > 0 && !strings.HasSuffix(typed, " ") {
				t.Fatalf("%q does not bring %q, one letter more does", typed, one.Text)
			}
		}
	})
}

// BenchmarkSuggest completes what is typed over as many titles as a provincial office has in some years.
func BenchmarkSuggest(b *testing.B) {
	words := strings.Fields("kế hoạch thực hiện phòng cháy chữa rừng mùa khô báo cáo kết quả dịch vụ công trực tuyến quản lý đất đai giáo dục y tế xã hội kinh tế ngân sách đầu tư")
	for _, n := range []int{20_000, 200_000} {
		var list []Suggestion
		for i := range n {
			var title []string
			for j := range 14 {
				title = append(title, words[(i*(j+7)+j*j)%len(words)])
			}
			list = append(list, Suggestion{Kind: "title", Text: strings.Join(title, " "), ID: fmt.Sprint(i)},
				Suggestion{Kind: "symbol", Text: fmt.Sprintf("%d/KH-UBND", i), Note: strings.Join(title, " "), ID: fmt.Sprint(i)})
		}
		s := NewSuggester(list)
		for _, typed := range []string{"k", "kế hoạch ph", "187/kh", "xyz"} {
			b.Run(fmt.Sprintf("%d/%s", n, strings.ReplaceAll(typed, "/", "_")), func(b *testing.B) {
				for b.Loop() {
					s.Suggest(typed, 10)
				}
			})
		}
	}
}
