package document

import "testing"

func TestSure(t *testing.T) {
	text := &Text{Content: "KT. CHỦ TỊCH Nguyên Văn Kênh", Doubts: []Doubt{
		{Range{0, 3}, 0.4}, {Range{17, 24}, 0.6}, {Range{25, 29}, 0.5},
	}}
	cases := []struct {
		name string
		r    Range
		want float64
	}{
		{"no doubted word", Range{4, 16}, 0.95},
		{"one", Range{0, 16}, 0.4},
		{"the least of two", Range{17, 34}, 0.5},
		{"a part of a doubted word", Range{20, 21}, 0.6},
		{"beside a doubted word", Range{3, 17}, 0.95},
		{"after all words", Range{34, 40}, 0.95},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := text.Sure(c.r, 0.95); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
	if got := text.Sure(Range{0, 40}, 0.2); got != 0.2 {
		t.Errorf("a confidence of 0.2 becomes %v", got)
	}
	if got := (&Text{}).Sure(Range{0, 5}, 0.9); got != 0.9 {
		t.Errorf("without doubts 0.9 becomes %v", got)
	}
}
