package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestRuler(t *testing.T) {
	long := strings.Repeat("Chỉ thị số 19/CT-TTg; ", 100)
	for _, c := range []struct {
		name, text string
		bytes      int
		runes      int
	}{
		{"the empty text", "", 0, 0},
		{"the start", "Chỉ thị", 0, 0},
		{"after letters of several bytes", "Chỉ thị", len("Chỉ "), 4},
		{"the end", "Chỉ thị", len("Chỉ thị"), 7},
		{"letters outside of the basic plane", "a😀b", len("a😀"), 2},
		{"beyond the first checkpoint", long, len(long), 2200},
		{"no letter begins on the checkpoint", strings.Repeat("x", checkpointEvery-1) + "ệ!", checkpointEvery + 2, checkpointEvery},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewRuler(c.text)
			if got := r.Rune(c.bytes); got != c.runes {
				t.Errorf("Rune(%d) = %d, want %d", c.bytes, got, c.runes)
			}
			if got := r.Byte(c.runes); got != c.bytes {
				t.Errorf("Byte(%d) = %d, want %d", c.runes, got, c.bytes)
			}
		})
	}
	if got := NewRuler("ệ").Byte(99); got != len("ệ") {
		t.Errorf("a code point past the end lies at byte %d", got)
	}
}

// TestRulerCounts compares the ruler with counting from the front, on texts long enough for several checkpoints.
func TestRulerCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(rapid.StringN(0, 40, -1).Draw(t, "text"), rapid.IntRange(1, 60).Draw(t, "times"))
		r := NewRuler(text)
		offsets := []int{len(text)}
		for at := range text {
			offsets = append(offsets, at)
		}
		at := rapid.SampledFrom(offsets).Draw(t, "at")
		n := utf8.RuneCountInString(text[:at])
		if r.Rune(at) != n || r.Byte(n) != at {
			t.Errorf("byte %d is code point %d, not %d; back %d", at, n, r.Rune(at), r.Byte(n))
		}
		to := rapid.SampledFrom(offsets).Draw(t, "to")
		rg := Range{Start: min(at, to), End: max(at, to)}
		s := r.Span(rg)
		if s.Exact != rg.In(text) || s.End-s.Start != utf8.RuneCountInString(s.Exact) || r.Range(s) != rg {
			t.Errorf("%v gives %+v and back %v", rg, s, r.Range(s))
		}
	})
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Span
		want int
	}{
		{"one inside the other", Span{Start: 0, End: 10}, Span{Start: 2, End: 5}, 3},
		{"halves over each other", Span{Start: 0, End: 5}, Span{Start: 3, End: 9}, 2},
		{"end to end", Span{Start: 0, End: 5}, Span{Start: 5, End: 9}, 0},
		{"apart", Span{Start: 0, End: 2}, Span{Start: 5, End: 9}, 0},
		{"the same", Span{Start: 4, End: 6}, Span{Start: 4, End: 6}, 2},
		{"with nothing", Span{Start: 0, End: 5}, Span{}, 0},
	} {
		if got := c.a.Overlap(c.b); got != c.want || c.b.Overlap(c.a) != c.want {
			t.Errorf("%s: %d and %d, want %d", c.name, got, c.b.Overlap(c.a), c.want)
		}
	}
	if !(Span{}).Empty() || !(Span{Start: 3, End: 3}).Empty() || (Span{Start: 3, End: 4}).Empty() {
		t.Error("a span is empty where it covers nothing, and nowhere else")
	}
}

func TestRange(t *testing.T) {
	outer := Range{Start: 2, End: 8}
	for _, c := range []struct {
		name               string
		r                  Range
		contains, overlaps bool
	}{
		{"itself", outer, true, true},
		{"inside", Range{Start: 3, End: 4}, true, true},
		{"nothing inside", Range{Start: 3, End: 3}, true, true},
		{"nothing at the end", Range{Start: 8, End: 8}, true, false},
		{"over the start", Range{Start: 0, End: 3}, false, true},
		{"over the end", Range{Start: 7, End: 9}, false, true},
		{"right before", Range{Start: 0, End: 2}, false, false},
		{"right behind", Range{Start: 8, End: 9}, false, false},
	} {
		if got := outer.Contains(c.r); got != c.contains {
			t.Errorf("%s: contained %v", c.name, got)
		}
		if got := outer.Overlaps(c.r); got != c.overlaps {
			t.Errorf("%s: overlaps %v", c.name, got)
		}
	}
	if outer.Len() != 6 || outer.Empty() || !(Range{Start: 2, End: 2}).Empty() || outer.In("0123456789") != "234567" {
		t.Errorf("%v: %d bytes, %q", outer, outer.Len(), outer.In("0123456789"))
	}
}

// runeCount agrees with the library on every text, broken ones too, and a long span with a short one.
func TestRuneCount(t *testing.T) {
	pieces := []string{"a", "đ", "ệ", "“", "\xff", "\xe1", "\xe1\xbb", "\xe0\x80\x80", "\xed\xa0\x80", "\xc0\x80", "\U0001F600", "\xc4", "\u0301"}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				if s := a + b + c; runeCount(s) != utf8.RuneCountInString(s) {
					t.Errorf("%q: %d, the library says %d", s, runeCount(s), utf8.RuneCountInString(s))
				}
			}
		}
	}
	long := strings.Repeat("Chỉ thị số 19/CT-TTg; ", 200)
	for _, r := range []Range{{0, len(long)}, {len("Chỉ "), len(long) - len("TTg; ")}} {
		s := NewRuler(long).Span(r)
		if want := utf8.RuneCountInString(s.Exact); s.End-s.Start != want || s.Exact != r.In(long) {
			t.Errorf("span %d..%d of %d code points", s.Start, s.End, want)
		}
	}
}
