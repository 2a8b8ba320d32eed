package ocr

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/viet"
)

func TestParseLanguage(t *testing.T) {
	l := parseLanguage("# a remark\ntổ c\tchứcb trưởng6\ntô 2\nchức d\n")
	if len(l.single) != 3 || l.single["tổ"] != 64 || l.single["tô"] != 2 || len(l.forms["to"]) != 2 {
		t.Errorf("%+v", l)
	}
	if n := l.pairs[pair{"tổ", "trưởng"}]; n != 8 || len(l.pairs) != 2 {
		t.Errorf("pairs %v", l.pairs)
	}
	if l.follows("tổ", "chức") <= l.follows("tô", "chức") || l.follows("", "tổ") <= l.follows("", "tô") || l.follows("tô", "kênh") >= l.follows("tô", "chức") {
		t.Error("what is met more often is no likelier")
	}
	for _, s := range []string{"", "\n", "tổ", "tổ c", "x\ty", "\t\t"} {
		if l := parseLanguage(s); math.IsNaN(l.follows("tổ", "chức")) || math.IsInf(l.follows("tổ", "chức"), 0) {
			t.Errorf("%q gives no chance", s)
		}
	}
}

// The counts that come with the program: all of them are syllables, in small letters, the tone mark in its place, and no
// count is greater than that of the syllables it is of, but for the rounding.
func TestOfficialLanguage(t *testing.T) {
	l := official()
	if len(l.single) < 2000 || len(l.pairs) < 30_000 {
		t.Fatalf("%d syllables, %d pairs", len(l.single), len(l.pairs))
	}
	for s, n := range l.single {
		if !viet.IsSyllable(s) || spelt(s) != s || n < 1 {
			t.Errorf("%q %v", s, n)
		}
	}
	for p, n := range l.pairs {
		if l.single[p.first] == 0 || l.single[p.second] == 0 || n > 1.5*min(l.single[p.first], l.single[p.second]) {
			t.Errorf("%v %v", p, n)
		}
	}
}

func TestToneless(t *testing.T) {
	for in, want := range map[string]string{"tổ": "tô", "ấn": "ân", "đường": "đương", "quý": "quy", "ngã": "nga", "bạn": "ban", "ban": "ban", "": ""} {
		if got := toneless(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// Names are left as they are read. What stands in capitals, as offices and provinces do, changes on strong evidence alone.
func TestNames(t *testing.T) {
	cases := []struct {
		name, in, want string
		confidence     float64
	}{
		{"a province in capitals", "TINH QUANG NGAI", "TỈNH QUẢNG NGÃI", 0.8},
		{"its first word alone", "TINH QUẢNG NGÃI", "TỈNH QUẢNG NGÃI", 0.96},
		{"an unknown one", "TỈNH LAM GIANG", "TỈNH LAM GIANG", 0.96},
		{"a name, however well known", "Hô Chí Minh", "Hô Chí Minh", 0.8},
		{"a person", "Đặng Văn Minh", "Đặng Văn Minh", 0.5},
		{"a person with a rare name", "Đào Hữu Khê", "Đào Hữu Khê", 0.5},
		{"an office in capitals", "PHO CHỦ TỊCH", "PHÓ CHỦ TỊCH", 0.9},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(restoreMarks(wordsOf(c.confidence, c.in))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func FuzzParseLanguage(f *testing.F) {
	f.Add("tổ c\tchứcb\n")
	f.Add("x")
	f.Fuzz(func(t *testing.T, s string) {
		l := parseLanguage(s)
		words := wordsOf(0.5, strings.ToValidUTF8(s, ""))
		if got := l.likeliest(words); len(got) != len(words) {
			t.Errorf("%d readings of %d words", len(got), len(words))
		}
	})
}

func TestRepairs(t *testing.T) {
	l := parseLanguage("báo k\tcáo9\ncáo k\nbảo k\nbao 3\nthuê k\n")
	cases := []struct {
		name, word string
		want       []string
	}{
		{"a letter lost", "bo", nil},
		{"a letter exchanged", "bzo", []string{"báo", "bảo"}},
		{"a letter too much", "baáo", []string{"báo", "bảo"}},
		{"one of two", "zao", []string{"báo", "bảo", "cáo"}},
		{"two letters", "zzo", nil},
		{"no letter", "báo", []string{"cáo"}},
		{"one that is met seldom", "bau", []string{"báo", "bảo"}},
		{"nothing", "", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := l.repairs(c.word); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// A broken word becomes the syllable that fits its neighbours; a sure one, a capital abbreviation and a word that stands
// alone stay.
func TestBrokenWords(t *testing.T) {
	cases := []struct {
		name, in, want string
		confidence     float64
	}{
		{"a letter exchanged", "tổ chứz thực hiện", "tổ chức thực hiện", 0.6},
		{"surely read", "tổ chứz thực hiện", "tổ chứz thực hiện", 0.95},
		{"an abbreviation", "theo TCVM thực hiện", "theo TCVM thực hiện", 0.6},
		{"a foreign word", "trên Website của", "trên Website của", 0.6},
		{"a right word", "tổ chức thực hiện", "tổ chức thực hiện", 0.6},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := restoreMarks(lineAt(1, 100, c.confidence, strings.Fields(c.in)...))
			if texts(got) != c.want {
				t.Errorf("%q", texts(got))
			}
			if texts(got) != c.in && got[1].Confidence > repairedConfidence {
				t.Errorf("confidence %v", got[1].Confidence)
			}
		})
	}
}
