package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/index/vi"
)

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

// suggestedByLooking is what Suggest gives, by looking at every line.
func suggestedByLooking(s *Suggester, typed string, limit int) []Suggestion {
	var t vi.Tokenizer
	tokens := t.Tokens(nil, typed)
	now := newLine(tokens)
	bare, ended := now.exact == now.folded, strings.HasSuffix(typed, " ")
	var found [4][]Suggestion
	for n, l := range s.lines {
		words := strings.Fields(l.folded)
		missing := slices.ContainsFunc(tokens, func(tok vi.Token) bool {
			last := tok.Start == tokens[len(tokens)-1].Start && !ended
			return !slices.ContainsFunc(words, func(w string) bool { return w == tok.Folded || last && strings.HasPrefix(w, tok.Folded) })
		})
		if missing {
			continue
		}
		place := 0
		if !strings.HasPrefix(l.folded, now.folded) {
			place = 2
			if !bare && !strings.Contains(l.exact, now.exact) {
				place++
			}
		} else if !bare && !strings.HasPrefix(l.exact, now.exact) {
			place++
		}
		found[place] = append(found[place], s.list[n])
	}
	all := slices.Concat(found[:]...)
	return append([]Suggestion{}, all[:min(limit, len(all))]...)
}

func TestSuggestIsWhatLookingFinds(t *testing.T) {
	word := rapid.SampledFrom([]string{"rừng", "rung", "rùng", "rưng", "ru", "kế", "ke", "kết", "hoạch", "hoạ", "87", "8", "đ"})
	rapid.Check(t, func(t *rapid.T) {
		var list []Suggestion
		for i := range rapid.IntRange(0, 90).Draw(t, "suggestions") {
			words := rapid.SliceOfN(word, 0, 4).Draw(t, "words")
			list = append(list, Suggestion{Kind: rapid.SampledFrom([]string{"title", "body"}).Draw(t, "kind"), Text: strings.Join(words, " "), ID: fmt.Sprint(i)})
		}
		s := NewSuggester(list)
		typed := strings.Join(rapid.SliceOfN(word, 1, 3).Draw(t, "typed"), " ") + rapid.SampledFrom([]string{"", " "}).Draw(t, "end")
		limit := rapid.IntRange(1, 12).Draw(t, "limit")
		if d := cmp.Diff(suggestedByLooking(s, typed, limit), s.Suggest(typed, limit)); d != "" {
			t.Fatalf("%q (-by looking +by the words): %s", typed, d)
		}
	})
}
