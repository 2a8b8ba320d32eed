package task

import "testing"

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
