package viet

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"open oa", "hoà", "hòa"},
		{"open oe", "khoẻ", "khỏe"},
		{"open uy", "thuỷ", "thủy"},
		{"canonical already", "hủy", "hủy"},
		{"a final consonant", "hoàn", "hoàn"},
		{"the onset qu", "quý", "quý"},
		{"the onset gi", "già", "già"},
		{"a diphthong of its own", "của", "của"},
		{"Icelandic eth", "ðồng", "đồng"},
		{"a single vowel", "ở", "ở"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Canonical(c.in); got != c.want {
				t.Errorf("Canonical(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestLetters(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"punctuation", "Công minh, chính trực, khách quan", "Công minh - chính trực – khách quan"},
		{"case", "ĐOÀN KẾT, GƯƠNG MẪU", "Đoàn kết, gương mẫu"},
		{"tone place", "văn hoá; hoà bình", "văn hóa, hòa bình"},
		{"quotes and blanks", "“Bốn  tại chỗ”", "Bốn tại chỗ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if Letters(c.a) != Letters(c.b) {
				t.Errorf("%q and %q differ: %q, %q", c.a, c.b, Letters(c.a), Letters(c.b))
			}
		})
	}
	if a, b := Letters("Ba tại chỗ"), Letters("Bà tại chỗ"); a == b {
		t.Errorf("marks were lost: %q", a)
	}
}

func TestNFC(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"composed already", "Nghị quyết “về” đổi mới – số 1…", "Nghị quyết “về” đổi mới – số 1…"},
		{"marks apart", norm.NFD.String("Nghị quyết về đổi mới"), "Nghị quyết về đổi mới"},
		{"a mark behind a letter that has one", "Vie\u0302\u0323n", "Viện"},
		{"a wide blank that is written in two ways", "a\u2001b", "a\u2003b"},
		{"a unit that is a letter", "5\u212B", "5\u00c5"},
		{"no UTF-8", "a\xe1", "a\xe1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := NFC(c.in); got != c.want {
				t.Errorf("%q gives %q", c.in, got)
			}
		})
	}
}

// NFC is that of Unicode for every letter of the basic plane, alone and among others.
func TestNFCOfEveryLetter(t *testing.T) {
	for r := range rune(1 << 16) {
		if s := string(r); NFC(s) != norm.NFC.String(s) || NFC("a"+s+"\u0301") != norm.NFC.String("a"+s+"\u0301") {
			t.Fatalf("%U: %q", r, NFC(s))
		}
	}
}

// What the spellings of a syllable are folded to is final and keeps positions; Letters is its own Letters.
func TestFoldsAreFinal(t *testing.T) {
	vowels := strings.Split("oà oá oả oã oạ oè oé oẻ uỳ uý uỷ uỹ uỵ òa ủy a ở ưu iê ỹ ĩ", " ")
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom([]string{"", "h", "qu", "th", "ngh", "đ", "ð", "gi"}).Draw(t, "onset") +
			rapid.SampledFrom(vowels).Draw(t, "vowel") + rapid.SampledFrom([]string{"", "n", "ch"}).Draw(t, "final")
		for name, fold := range map[string]func(string) string{"Canonical": Canonical, "Usual": Usual, "Letters": Letters} {
			once := fold(s)
			if again := fold(once); again != once {
				t.Errorf("%s(%q) = %q, and then %q", name, s, once, again)
			}
			if utf8.RuneCountInString(once) != utf8.RuneCountInString(s) {
				t.Errorf("%s(%q) = %q: another length", name, s, once)
			}
		}
	})
}

// Letters holds nothing but letters, digits and single blanks, whatever the text.
func FuzzLetters(f *testing.F) {
	for _, s := range []string{"“Đoàn kết – gương mẫu”", "a  b\u00a0c", "\xff", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Letters(s)
		if strings.HasPrefix(got, " ") || strings.HasSuffix(got, " ") || strings.Contains(got, "  ") {
			t.Errorf("%q: blanks in %q", s, got)
		}
		for _, r := range got {
			if r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				t.Errorf("%q: %q in %q", s, r, got)
			}
		}
	})
}
