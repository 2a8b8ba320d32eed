package viet

import (
	"strings"
	"testing"
	"unicode"
)

// TestLower holds that every Vietnamese letter folds as Unicode says, in the same number of bytes.
func TestLower(t *testing.T) {
	letters := "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
	if got, want := Lower(letters), strings.ToLower(letters); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, r := range letters {
		if s := string(unicode.ToLower(r)); Lower(s) != s {
			t.Errorf("%q changed", s)
		}
	}
	for _, s := range []string{"× ÷ “Ở” – 12%", "\xc3", "\xe1\xba", "straße Ё"} {
		if got := Lower(s); len(got) != len(s) {
			t.Errorf("%q: %d bytes, want %d", s, len(got), len(s))
		}
	}
}

func FuzzLower(f *testing.F) {
	f.Add("ỦY BAN Nhân dân \xc4")
	f.Fuzz(func(t *testing.T, s string) {
		if low := Lower(s); len(low) != len(s) || Lower(low) != low {
			t.Errorf("%q becomes %q", s, low)
		}
	})
}
