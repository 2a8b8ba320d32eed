package coverage

import (
	"testing"

	"pgregory.net/rapid"
)

func TestExpiry(t *testing.T) {
	for _, tt := range []struct{ name, said, want string }{
		{"the last day", "Quyết định này có hiệu lực từ ngày 01/3/2025 đến hết ngày 30/6/2027", "2027-06-30"},
		{"the first day without", "Kế hoạch này hết hiệu lực kể từ ngày 01/3/2026", "2026-02-28"},
		{"after a day", "Chỉ thị này hết hiệu lực sau ngày 31/12/2026", "2026-12-31"},
		{"from a day on", "Quyết định này có hiệu lực từ ngày 01/3/2025", ""},
		{"no day", "Quyết định này có hiệu lực kể từ ngày ký", ""},
	} {
		if got := expiry(tt.said); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSentenceFrom(t *testing.T) {
	for text, want := range map[string]string{
		"Một câu. Câu sau": "Một câu", "Một vế; vế sau. Câu sau": "Một vế; vế sau", "Số 1.246 buổi\nDòng sau": "Số 1.246 buổi", "Đến ngày 01.3. hết": "Đến ngày 01.3. hết", "": "",
	} {
		if got := sentenceFrom(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A sentence of a text is its beginning, and the sentence of that is all of it.
func TestSentenceFromIsABeginning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aÁ.; \n1")), 0, 30, -1).Draw(t, "text")
		got := sentenceFrom(text)
		if text[:len(got)] != got || sentenceFrom(got) != got {
			t.Fatalf("%q of %q", got, text)
		}
	})
}
