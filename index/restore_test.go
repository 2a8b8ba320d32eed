package index

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/index/vi"
)

func TestCased(t *testing.T) {
	for _, tt := range []struct{ name, word, as, want string }{
		{"small", "thủ", "thu", "thủ"},
		{"a capital", "thủ", "Thu", "Thủ"},
		{"all capitals begin with one", "thủ", "THU", "Thủ"},
		{"a capital with a mark", "đường", "Duong", "Đường"},
		{"a capital within", "đường", "dUong", "Đường"},
		{"nothing", "", "Thu", ""},
		{"as nothing", "thủ", "", "thủ"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := cased(tt.word, tt.as); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// seenIn looks at how the words of a query are written in texts.
func seenIn(q string, texts ...string) (observed, []vi.Token) {
	typed := tokens(q)
	return observe(&vi.Tokenizer{}, typed, texts), typed
}

func TestObserve(t *testing.T) {
	o, _ := seenIn("thi dua thi", "Thi đua, thi đua; thị trường", "đua thi")
	for word, want := range map[[2]string]int{{"thi", "thi"}: 6, {"thi", "thị"}: 2, {"dua", "đua"}: 3, {"truong", "trường"}: 0} {
		if got := o.alone[word]; got != want {
			t.Errorf("%v was seen %d times, want %d: once for each place of the query", word, got, want)
		}
	}
	for pair, want := range map[bigram]int{{0, "thi", "đua"}: 2, {1, "đua", "thi"}: 2, {0, "đua", "thi"}: 0, {1, "thi", "đua"}: 0, {2, "thi", "đua"}: 0, {0, "thị", "trường"}: 0, {1, "đua", "thị"}: 1} {
		if got := o.pairs[pair]; got != want {
			t.Errorf("%v was seen %d times, want %d", pair, got, want)
		}
	}
	for place, want := range []bool{true, true, false} {
		if got := o.joined(place); got != want {
			t.Errorf("the word at %d stands beside the next: %v", place, got)
		}
	}
}

func TestWritings(t *testing.T) {
	for _, tt := range []struct {
		name, typed string
		texts       []string
		want        string // _ stands for a word that stays
	}{
		{"the commonest neighbours", "thi dua", []string{"thi đua", "thi đua", "thị dưa"}, "_ đua"},
		{"the first in order of two as common", "thi dua", []string{"thi đua", "thi dưa"}, "_ dưa"},
		{"what was typed with marks counts above", "thị dua", []string{"thi đua", "thi đua", "thị dưa"}, "_ dưa"},
		{"two groups that never meet", "thi dua chi thi", []string{"thi đua", "chỉ thị"}, "_ đua chỉ thị"},
		{"a writing that is seen on both sides", "chi thi dua", []string{"chỉ thị", "chỉ thị", "chị thi", "thi đua"}, "chị _ đua"},
		{"no writing is seen on both sides", "chi thi dua", []string{"chỉ thị", "thi đua"}, "chỉ thị _"},
		{"a word alone, mostly so", "rung", []string{"rừng rừng rưng"}, "rừng"},
		{"a word alone, half so", "rung", []string{"rừng rưng"}, "_"},
		{"a word alone that is no syllable", "kpjq", []string{"kpjq"}, "_"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o, typed := seenIn(tt.typed, tt.texts...)
			got := o.writings(typed)
			for i, w := range got {
				if w == "" {
					got[i] = "_"
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("%q, want %q", strings.Join(got, " "), tt.want)
			}
		})
	}
}

// A query of more words than a person types is left alone, and the last one that is not is restored.
func TestRestoreHasALimit(t *testing.T) {
	texts := []string{strings.Repeat("thủ tướng ", 50)}
	if q := strings.Repeat("thu tuong ", maxSpelled/2); Restore(q, texts) != strings.Repeat("thủ tướng ", maxSpelled/2) {
		t.Errorf("%q", Restore(q, texts))
	}
	if q := strings.Repeat("thu tuong ", maxSpelled/2) + "thu"; Restore(q, texts) != q {
		t.Errorf("a pasted page became %q", Restore(q, texts))
	}
}

// The order of the texts does not matter.
func TestRestoreIsOfTheTextsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"thi", "thị", "đua", "dưa", "chỉ", "chị"})
		texts := rapid.SliceOfN(rapid.Map(rapid.SliceOfN(word, 1, 6), func(w []string) string { return strings.Join(w, " ") }), 0, 5).Draw(t, "texts")
		typed := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"thi", "dua", "chi", "đua"}), 1, 5).Draw(t, "typed"), " ")
		want := Restore(typed, texts)
		slices.Reverse(texts)
		if got := Restore(typed, texts); got != want {
			t.Fatalf("%q becomes %q, and %q with the texts the other way round", typed, want, got)
		}
	})
}
