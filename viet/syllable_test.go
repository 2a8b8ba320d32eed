package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestIsSyllable(t *testing.T) {
	for _, w := range []string{
		"Viện", "kiểm", "sát", "nghiêng", "quyết", "giếng", "gì", "quốc", "ương", "HUỲNH", "khuya", "thuở", "oằn", "loét",
		"đường", "uỷ", "ủy", "xoong", "quỹ", "kỳ", "yếu", "ngoằn", "giặt", "a",
	} {
		if !IsSyllable(w) || !IsSyllable(norm.NFD.String(w)) {
			t.Errorf("%q is a syllable", w)
		}
	}
	for _, w := range []string{
		"", "ViÖn", "kiÓm", "s¸t", "chaøo", "street", "kh", "các̀", "cap", "bôc", "sàt", "xyz", "ngh", "ññ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	} {
		if IsSyllable(w) {
			t.Errorf("%q is no syllable", w)
		}
	}
}

func TestSyllables(t *testing.T) {
	valid, words := Syllables("Chỉ thị số 02/CT-VKSTC của Viện trưởng, 2022")
	if valid != 6 || words != 8 {
		t.Errorf("got %d of %d, want 6 of 8", valid, words)
	}
}
