package viet_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/viet"
)

func TestLetters(t *testing.T) {
	for in, want := range map[string]string{
		"":                   "",
		"- ;":                "",
		"Hoà  BÌNH, ổn-định": "hòa bình ổn định",
		"“Đoàn kết”; gương mẫu (01).": "đoàn kết gương mẫu 01",
	} {
		if got := viet.Letters(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	const text = "1. Đã kiện toàn Ban Chỉ huy;\n2. Hoà giải, kiện toàn Ban - Chỉ huy."
	for _, tt := range []struct{ name, quote, want string }{
		{"first of two", "kiện toàn ban chỉ huy", "kiện toàn Ban Chỉ huy"},
		{"over punctuation and lines", "huy 2 hòa giải kiện", "huy;\n2. Hoà giải, kiện"},
		{"other tone place", "HÒA", "Hoà"},
		{"a part of a word is none", "oàn Ban", ""},
		{"words in another order", "Chỉ huy Ban", ""},
		{"longer than the text", strings.Repeat("kiện ", 40), ""},
		{"no words", " ;", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start, end, ok := viet.Find(text, tt.quote)
			if ok != (tt.want != "") || text[start:end] != tt.want {
				t.Errorf("%v %q, want %q", ok, text[start:end], tt.want)
			}
		})
	}
}

// What is cut out of a text between two words is found in it, and nothing is found that has other letters.
func TestFindProperty(t *testing.T) {
	word := rapid.SampledFrom([]string{"hòa", "Hoà", "bình", "01", "Đảng", "an", "ăn", "x"})
	gap := rapid.SampledFrom([]string{" ", ", ", "\n- ", "/", " “"})
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 12).Draw(t, "words")
		from := rapid.IntRange(0, len(words)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(words)).Draw(t, "to")
		var text strings.Builder
		for _, w := range words {
			text.WriteString(gap.Draw(t, "gap") + w)
		}
		quote := viet.Letters(strings.Join(words[from:to], " "))
		start, end, ok := viet.Find(text.String(), quote)
		if !ok || viet.Letters(text.String()[start:end]) != quote {
			t.Fatalf("%q in %q: %v %q", quote, text.String(), ok, text.String()[start:end])
		}
	})
}
