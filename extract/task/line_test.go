package task

import (
	"strings"
	"testing"
	"unicode"
)

// TestLower holds that every Vietnamese letter folds as Unicode says, in the same number of bytes.
func TestLower(t *testing.T) {
	letters := "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
	if got, want := lower(letters), strings.ToLower(letters); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, r := range letters {
		if s := string(unicode.ToLower(r)); lower(s) != s {
			t.Errorf("%q changed", s)
		}
	}
	for _, s := range []string{"× ÷ “Ở” – 12%", "\xc3", "\xe1\xba", "straße Ё"} {
		if got := lower(s); len(got) != len(s) {
			t.Errorf("%q: %d bytes, want %d", s, len(got), len(s))
		}
	}
}

func FuzzLower(f *testing.F) {
	f.Add("ỦY BAN Nhân dân \xc4")
	f.Fuzz(func(t *testing.T, s string) {
		if low := lower(s); len(low) != len(s) || lower(low) != low {
			t.Errorf("%q becomes %q", s, low)
		}
	})
}

func TestWords(t *testing.T) {
	for s, want := range map[string]string{"tổ chức, cá nhân": "tổ", "đ/c An": "đ/c", "hằng\u00a0năm": "hằng", "“bộ": "", "2024": "", "": ""} {
		if got := firstWord(s); got != want {
			t.Errorf("firstWord(%q) = %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"các cơ quan ": "quan", "Bộ Y tế,": "", "tế": "tế", "": ""} {
		if got := lastWord(s); got != want {
			t.Errorf("lastWord(%q) = %q, want %q", s, got, want)
		}
	}
	if l := newLine("của Ủy ban"); l.upper(0) || !l.upper(len("của ")) || l.upper(99) {
		t.Error("capitals are told wrongly")
	}
}
