package viet

import (
	"math"
	"testing"
)

func TestSyllableShare(t *testing.T) {
	cases := []struct {
		name, text string
		share      float64
		words      int
	}{
		{"good text", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", 1, 10},
		{"symbols and abbreviations are left out", "Chỉ thị số 19/CT-TTg của UBND, VKSNDTC", 0.8, 5},
		{"TCVN3 read as Latin-1: only Céng and Nam have the build of syllables", "Céng hßa x· héi chñ nghÜa ViÖt Nam", 0.25, 8},
		{"letters lost", "C\ufffdng h\ufffda x\ufffd h\ufffdi", 0, 4},
		{"marks of footnotes", "thi hành¹ Nghị định¹² ²", 1, 4},
		{"a raised digit that stands for a letter", "h¹n ch¹y b¹c", 0, 3},
		{"a stamp alone", "12:30 +07:00", 0, 0},
		{"empty", "", 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			share, words := SyllableShare(c.text)
			if math.Abs(share-c.share) > 1e-9 || words != c.words {
				t.Errorf("got %.3f of %d words, want %.3f of %d", share, words, c.share, c.words)
			}
		})
	}
}

// The share is a share, whatever the bytes.
func FuzzSyllableShare(f *testing.F) {
	for _, s := range []string{"nghiêng", "quyết định", "đ", "a\u0301", "\xff", "ươư - TT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		share, words := SyllableShare(s)
		if share < 0 || share > 1 || words < 0 || words == 0 && share != 0 {
			t.Errorf("%q: share %v of %d", s, share, words)
		}
	})
}
