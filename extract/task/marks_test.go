package task

import (
	"slices"
	"strings"
	"testing"
)

func TestPlaces(t *testing.T) {
	const text = "a)Trước ngày 15/6 hoàn thành; phối hợp với Sở Y tế hằng năm"
	for _, tc := range []struct {
		name     string
		from, to string // the stretch, by its first and last words
		want     []string
	}{
		{"the whole", "a)Trước", "năm", []string{"ngày", "15/6", "6", "hoàn", "phối", "hằng"}},
		{"a stretch after a label without blank", "Trước", "thành", []string{"Trước", "ngày", "15/6", "6", "hoàn"}},
		{"a stretch in the middle", "phối", "tế", []string{"phối"}},
		{"no such word", "Sở", "tế", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			l := newLine(text)
			start := strings.Index(text, tc.from)
			q := l.cut(start, strings.Index(text, tc.to)+len(tc.to))
			var got []string
			for _, m := range q.places() {
				word, _, _ := strings.Cut(text[m.at:], " ")
				got = append(got, word)
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// TestTriggers holds that each trigger is found where it stands alone.
func TestTriggers(t *testing.T) {
	for word, want := range triggers {
		if got := newLine(word + " x").places(); len(got) != 1 || got[0].try != want {
			t.Errorf("%q: got %v, want %v", word, got, want)
		}
	}
}

// FuzzPlaces holds that a stretch which begins after a blank has the marks that its words alone have.
func FuzzPlaces(f *testing.F) {
	f.Add("Sở Y tế trước ngày 15/6 và/hoặc phối hợp", 9)
	f.Add("\u00a0hằng năm", 2)
	f.Fuzz(func(t *testing.T, s string, at int) {
		if at < 0 || at >= len(s) {
			return
		}
		blank := strings.IndexByte(s[at:], ' ')
		if blank < 0 {
			return
		}
		at += blank + 1
		var got []int
		for _, m := range newLine(s).from(at).places() {
			got = append(got, m.at-at)
		}
		var want []int
		for _, m := range newLine(s[at:]).places() {
			want = append(want, m.at)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q from %d: got %v, want %v", s, at, got, want)
		}
	})
}

// FuzzSqueeze holds that the cheap way gives what cutting into words and joining them gives.
func FuzzSqueeze(f *testing.F) {
	f.Add("một  hai\u00a0ba")
	f.Add("“một” – hai…")
	f.Add(" \u2003\u1680\u3000\u0085")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := squeeze(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	})
}
