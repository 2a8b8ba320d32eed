package align

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestMonthsOf(t *testing.T) {
	for _, tt := range []struct {
		name       string
		days, want []string
	}{
		{"days", []string{"2024-04-30", "2024-05-01"}, []string{"2024-04", "2024-05"}},
		{"a month", []string{"2024-04"}, []string{"2024-04"}},
		{"a year says no month", []string{"2024"}, nil},
		{"none", []string{""}, nil},
	} {
		if got := monthsOf(tt.days); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestRareTermsWeighMore(t *testing.T) {
	c := NewCorpus()
	for range 10 {
		c.Task("")
	}
	rapid.Check(t, func(t *rapid.T) {
		in, more := rapid.Float64Range(0, 25).Draw(t, "in"), rapid.Float64Range(0.1, 25).Draw(t, "more")
		if a, b := c.weight(in, false), c.weight(in+more, false); !(a > b && b > 0) {
			t.Fatalf("in %.1f tasks %.3f, in %.1f %.3f", in, a, in+more, b)
		}
		if one, two := c.weight(in, false), c.weight(in, true); two != 2*one {
			t.Fatalf("a pair weighs %.3f, a syllable %.3f", two, one)
		}
	})
}

func TestWhatAllTasksSayWeighsLess(t *testing.T) {
	c := NewCorpus()
	for _, text := range []string{"kiểm lâm", "kiểm lâm", "kiểm lâm", "thú y"} {
		c.Task(text)
	}
	w := c.weights()
	if common, rare := w[c.word("lâm")], w[c.word("thú")]; common >= rare {
		t.Errorf("%.2f for what three tasks say, %.2f for what one says", common, rare)
	}
	if office, matter := w[c.pair(c.word("thực"), c.word("hiện"))], w[c.pair(c.word("thú"), c.word("y"))]; office >= matter/2 {
		t.Errorf("%.2f for office style, %.2f for a matter", office, matter)
	}
}

func TestTheTitleWeighsLess(t *testing.T) {
	plain, titled := NewCorpus(), NewCorpus()
	titled.Subject("Về tăng cường quản lý nhà trọ")
	const task = "Kiểm tra nhà trọ, bể bơi"
	plain.Task(task)
	titled.Task(task)
	a, b := plain.weights(), titled.weights()
	if before, after := a[plain.word("trọ")], b[titled.word("trọ")]; after >= before {
		t.Errorf("a word of the title weighs %.2f, and %.2f in another directive", after, before)
	}
	if before, after := a[plain.word("bơi")], b[titled.word("bơi")]; after != before {
		t.Errorf("another word weighs %.2f, and %.2f in another directive", after, before)
	}
	if !titled.subject[titled.pair(titled.word("nhà"), titled.word("trọ"))] || titled.subject[titled.pair(titled.word("bể"), titled.word("bơi"))] {
		t.Error("the subject is what the title names")
	}
}

func TestPiecesOfAnItem(t *testing.T) {
	for _, tt := range []struct {
		piece []uint8
		want  int
	}{{nil, 0}, {[]uint8{0}, 1}, {[]uint8{0, 3, 1}, 4}} {
		if got := (&Item{piece: tt.piece}).pieces(); got != tt.want {
			t.Errorf("%v: %d, want %d", tt.piece, got, tt.want)
		}
	}
}

// TestPassagesTeachNothing holds that a corpus stays as it is, whatever passages a reader of it reads.
func TestPassagesTeachNothing(t *testing.T) {
	c := NewCorpus()
	tasks := []Item{c.Task("Tập huấn nhân viên thú y"), c.Task("Cắm biển cảnh báo")}
	m := c.Matcher(tasks)
	terms, words, weights := len(c.seen), len(c.words), slices.Clone(c.weights())
	rapid.Check(t, func(t *rapid.T) {
		r := m.Reader()
		it := r.Passage(textOf(t, 20))
		for _, term := range it.terms {
			if int(term) >= terms {
				t.Fatalf("term %d is one that no task or table knows", term)
			}
		}
		if it.other < 0 || math.IsNaN(it.other) {
			t.Fatalf("what is unknown weighs %v", it.other)
		}
		if len(c.seen) != terms || len(c.words) != words || !slices.Equal(c.weights(), weights) {
			t.Fatal("the corpus has changed")
		}
	})
}
