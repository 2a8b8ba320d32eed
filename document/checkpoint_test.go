package document

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestRulerAtCheckpoints asks for every letter around the remembered positions, which may fall into the middle of one.
func TestRulerAtCheckpoints(t *testing.T) {
	for _, c := range []struct{ name, letter string }{
		{"one byte", "x"}, {"two bytes", "đ"}, {"three bytes", "ệ"}, {"four bytes", "😀"},
	} {
		for shift := range utf8.UTFMax {
			text := strings.Repeat("x", shift) + strings.Repeat(c.letter, 3*checkpointEvery)
			r := NewRuler(text)
			n := 0
			for at := range text {
				if r.Rune(at) != n || r.Byte(n) != at {
					t.Fatalf("%s, %d further on: byte %d is code point %d, and back byte %d; want %d", c.name, shift, at, r.Rune(at), r.Byte(n), n)
				}
				n++
			}
			if r.Rune(len(text)) != n || r.Byte(n+5) != len(text) {
				t.Errorf("%s: the end is code point %d of %d", c.name, r.Rune(len(text)), n)
			}
		}
	}
}

// TestRulerOnBrokenText holds that text which is not UTF-8 gives positions that go up and stay inside.
func TestRulerOnBrokenText(t *testing.T) {
	for _, text := range []string{strings.Repeat("\x80", 1000), strings.Repeat("\xe1\xbb", 500), "a" + strings.Repeat("\xff", 999), strings.Repeat("ệ", 200) + "\xe1"} {
		r := NewRuler(text)
		before := 0
		for at := range len(text) + 1 {
			n := r.Rune(at)
			if n < 0 || n > len(text) {
				t.Fatalf("%.8q: byte %d is code point %d", text, at, n)
			}
			if utf8.ValidString(text[:at]) {
				if n < before {
					t.Fatalf("%.8q: byte %d is code point %d, behind %d", text, at, n, before)
				}
				before = n
			}
			if b := r.Byte(n); b < 0 || b > len(text) {
				t.Fatalf("%.8q: code point %d is byte %d", text, n, b)
			}
		}
	}
}

// TestFoldASCIIOfEveryLetter compares the table with what it stands for: small letters without the marks of Vietnamese.
func TestFoldASCIIOfEveryLetter(t *testing.T) {
	base := map[rune]rune{}
	for letter, marked := range asciiOf {
		for _, r := range marked {
			base[r] = rune(letter[0])
		}
	}
	for r := range rune(1 << 17) {
		want := unicode.ToLower(r)
		if plain, ok := base[want]; ok {
			want = plain
		}
		if !utf8.ValidRune(r) {
			want = utf8.RuneError
		}
		if got := FoldASCII(string(r)); got != string(want) {
			t.Errorf("%U folds to %q, want %q", r, got, string(want))
		}
	}
}
