package index

import (
	"math"
	"testing"

	"github.com/soichi/soichi/index/vi"
)

func tokens(text string) []vi.Token { return (&vi.Tokenizer{}).Tokens(nil, text) }

func TestMatchesWeighsMarks(t *testing.T) {
	for _, tt := range []struct {
		name, text, typed string
		weight            float64
		bare              bool
	}{
		{"as typed", "rừng đầu nguồn", "rừng", exactHit, false},
		{"typed without marks", "rừng đầu nguồn", "rung", bareHit, false},
		{"the text lacks the marks", "rung dau nguon", "rừng", unmarkedHit, true},
		{"other marks are another word", "rụng lá", "rừng", 0, false},
		{"another word", "cây rừng", "rừng", 0, false},
		{"a phrase counts by its syllables", "thi đua yêu nước", "thi đua", exactHit * phraseHit * 2, false},
		{"a phrase of which one syllable is bare", "thi đua yêu nước", "thi dua", bareHit * phraseHit * 2, false},
		{"a phrase that breaks off", "thi đua", "thi đua yêu nước", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			weight, bare := matches(tokens(tt.text), tokens(tt.typed))
			if math.Abs(weight-tt.weight) > 1e-9 || bare != tt.bare {
				t.Errorf("%g, bare %v; want %g, %v", weight, bare, tt.weight, tt.bare)
			}
		})
	}
}

func TestWantedIn(t *testing.T) {
	for _, tt := range []struct {
		name, query string
		want        int // things looked for
	}{
		{"words", "rừng cháy", 2},
		{"a phrase is one", `"rừng đầu nguồn" cháy`, 2},
		{"a field's value", "issuer:ubnd rừng", 2},
		{"a kind is no word of the text", "kind:chi_thi rừng", 1},
		{"signs alone", "\"—\"", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := wantedIn(&vi.Tokenizer{}, parsed(t, tt.query)); len(got) != tt.want {
				t.Errorf("%d things, want %d: %v", len(got), tt.want, got)
			}
		})
	}
	if got := wantedIn(&vi.Tokenizer{}, nil); got != nil {
		t.Errorf("no query wants %v", got)
	}
}

func TestBestWindow(t *testing.T) {
	far := ""
	for range 2 * passageTokens {
		far += " và"
	}
	for _, tt := range []struct {
		name, text, query string
		first, last       int
	}{
		{"one hit", "bảo vệ rừng", "rừng", 2, 2},
		{"where more of the things stand together", "rừng" + far + " cháy rừng", "rừng cháy", 2*passageTokens + 1, 2*passageTokens + 2},
		{"the earlier of two", "rừng" + far + " rừng", "rừng", 0, 0},
		{"in the order typed", "cháy rừng" + far + " rừng cháy", "rừng cháy", 2*passageTokens + 2, 2*passageTokens + 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := newMarker(tokens(tt.text), wantedIn(&vi.Tokenizer{}, parsed(t, tt.query)))
			if first, last := m.bestWindow(); first != tt.first || last != tt.last {
				t.Errorf("from %d to %d, want %d to %d", first, last, tt.first, tt.last)
			}
		})
	}
}

// What was shown is not shown again, and no later window spans it.
func TestUsedHitsAreGone(t *testing.T) {
	m := newMarker(tokens("rừng một rừng hai rừng ba rừng"), wantedIn(&vi.Tokenizer{}, parsed(t, "rừng")))
	if len(m.hits) != 4 {
		t.Fatalf("%d hits", len(m.hits))
	}
	m.use(2, 3)
	if len(m.hits) != 3 || !m.used[2] || !m.used[3] || m.used[1] {
		t.Fatalf("%d hits left, used %v", len(m.hits), m.used)
	}
	for _, h := range m.hits {
		if after := h.token > 3; h.zone != map[bool]int{true: 1}[after] {
			t.Errorf("the hit at %d is in zone %d", h.token, h.zone)
		}
	}
}
