package meaning

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// vectorOf draws a vector of any length.
func vectorOf(t *rapid.T, name string, dims int) Vector {
	return rapid.SliceOfN(rapid.Float32Range(-1, 1), dims, dims).Draw(t, name)
}

func TestNearIsTheSameBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dims := rapid.IntRange(0, 11).Draw(t, "dims")
		a, b := vectorOf(t, "a", dims), vectorOf(t, "b", dims)
		want := 0.0
		for i := range a {
			want += float64(a[i]) * float64(b[i])
		}
		if Near(a, b) != Near(b, a) || math.Abs(Near(a, b)-want) > 1e-4 {
			t.Fatalf("%v and %v, want %v", Near(a, b), Near(b, a), want)
		}
	})
}

func TestNearIsWithinOne(t *testing.T) {
	r := Default().Reader()
	word := rapid.SampledFrom(strings.Fields("tiêm phòng gia súc, bồi dưỡng giáo viên; 12 nạo vét kênh mương. xyz"))
	rapid.Check(t, func(t *rapid.T) {
		a := r.Of(strings.Join(rapid.SliceOfN(word, 0, 9).Draw(t, "a"), " "))
		b := r.Of(strings.Join(rapid.SliceOfN(word, 0, 9).Draw(t, "b"), " "))
		if n := Near(a, b); n > 1.0001 || n < -1.0001 {
			t.Fatalf("%v", n)
		}
	})
}

func TestDotOfTwoLengths(t *testing.T) {
	if got := dot(Vector{1, 2, 3, 4, 5, 6}, Vector{1, 1, 1, 1, 1}); got != 15 {
		t.Errorf("%v, want what both have", got)
	}
	if got := dot(nil, Vector{1}); got != 0 {
		t.Errorf("%v of nothing", got)
	}
}

func TestLess(t *testing.T) {
	for _, tt := range []struct {
		name  string
		v, of Vector
		share float64
		want  Vector
	}{
		{"no share", Vector{0.6, 0.8}, Vector{1, 0}, 0, Vector{0.6, 0.8}},
		{"all that they share", Vector{0.6, 0.8}, Vector{0.6, 0}, 1, Vector{0, 1}},
		{"nothing is left", Vector{1, 0}, Vector{1, 0}, 1, Vector{0, 0}},
	} {
		before := slices.Clone(tt.v)
		got := tt.v.Less(float32(tt.share), tt.of)
		for i := range got {
			if math.Abs(float64(got[i]-tt.want[i])) > 1e-6 {
				t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
			}
		}
		if !slices.Equal(tt.v, before) {
			t.Errorf("%s: the vector itself has changed", tt.name)
		}
	}
}

// small is a table of four words, two of them of two syllables.
func small(t *testing.T) *Table {
	t.Helper()
	words := []string{"rừng\t1", "chủ rừng\t1", "kiểm\t1", "kiểm lâm\t1", "lâm\t997"}
	table, err := Read([]byte(Head + " 5 4\n" + strings.Join(words, "\n") + "\n" + "\x01\x00\x00\x00" + "\x00\x02\x00\x00" + "\x00\x00\x03\x00" + "\x00\x00\x00\x04" + "\x01\x01\x01\x01"))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestWordsOfAReader(t *testing.T) {
	r := small(t).Reader()
	for _, tt := range []struct {
		name, text string
		want       []int // the coordinates that are not zero
	}{
		{"one syllable", "rừng", []int{0}},
		{"two make a word", "chủ rừng", []int{1}},
		{"the left pair first", "chủ rừng lâm", []int{1}},
		{"a comma parts them", "chủ, rừng", []int{0}},
		{"what is unknown parts them", "kiểm xyz lâm", []int{2}},
		{"two words", "rừng kiểm lâm", []int{0, 3}},
		{"capitals", "RỪNG Kiểm Lâm", []int{0, 3}},
		{"what everybody says", "lâm", nil},
		{"nothing known", "xyz 12", nil},
		{"nothing", "", nil},
	} {
		var got []int
		for i, x := range r.Of(tt.text) {
			if x != 0 {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s, %q: %v, want %v", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestAWordCountsOnce(t *testing.T) {
	r := small(t).Reader()
	if a, b := r.Of("rừng, rừng, rừng, kiểm lâm"), r.Of("rừng; kiểm lâm"); !slices.Equal(a, b) {
		t.Errorf("%v, and said once %v", a, b)
	}
	if again := r.Of("rừng"); again[0] != 1 {
		t.Errorf("%v: the text before is not forgotten", again)
	}
}

func TestSyllablesHaveNumbers(t *testing.T) {
	table := small(t)
	if table.Syllable("rừng") < 0 || table.Syllable("chủ") < 0 || table.Syllable("chủ") == table.Syllable("rừng") {
		t.Error("each syllable of a word has a number of its own")
	}
	if table.Syllable("xyz") >= 0 || table.Syllable("chủ rừng") >= 0 {
		t.Error("what is no syllable of the table has none")
	}
}

func TestOrderOfRunsMakesNoDifference(t *testing.T) {
	r := Default().Reader()
	runs := []string{"bồi dưỡng giáo viên", "nạo vét kênh mương", "tiêm phòng gia súc", "lập danh sách hộ nghèo"}
	rapid.Check(t, func(t *rapid.T) {
		mixed := rapid.Permutation(runs).Draw(t, "order")
		if n := Near(r.Of(strings.Join(runs, ", ")), r.Of(strings.Join(mixed, "; "))); n < 0.9999 {
			t.Fatalf("%.5f apart: %q", n, mixed)
		}
	})
}
