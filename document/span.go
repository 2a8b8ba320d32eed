package document

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of a document's text in Unicode code points, with the words it covers:
// the TextPositionSelector and the TextQuoteSelector of the W3C Web Annotation Data Model in one value.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// Empty tells whether the span covers nothing, which is how an absent span is written in a struct field.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlap counts the code points that two spans share.
func (s Span) Overlap(o Span) int {
	return max(0, min(s.End, o.End)-max(s.Start, o.Start))
}

// Range is a half-open range of bytes in a string. Extraction works in ranges, because that is what regular expressions
// and slices give; only the finished document speaks in spans.
type Range struct {
	Start, End int
}

// Len is the number of bytes in the range.
func (r Range) Len() int { return r.End - r.Start }

// Empty tells whether the range covers nothing.
func (r Range) Empty() bool { return r.End <= r.Start }

// Contains tells whether o lies wholly inside r.
func (r Range) Contains(o Range) bool { return r.Start <= o.Start && o.End <= r.End }

// Overlaps tells whether the two ranges share a byte.
func (r Range) Overlaps(o Range) bool { return r.Start < o.End && o.Start < r.End }

// In cuts the range out of s.
func (r Range) In(s string) string { return s[r.Start:r.End] }

// checkpointEvery is the distance in bytes between two remembered positions of a Ruler: small enough that the count
// from the one before costs little, large enough that the table is a few per cent of the text.
const checkpointEvery = 128

// Ruler converts byte offsets of one text to code points. It is safe for concurrent use once made.
type Ruler struct {
	text  string
	runes []int // runes[i] = number of code points before byte start(i)
}

// NewRuler measures text once; each conversion afterwards looks at no more than a hundred bytes.
func NewRuler(text string) *Ruler {
	r := &Ruler{text: text, runes: make([]int, 0, len(text)/checkpointEvery+1)}
	n, at := 0, 0
	for i := 0; i*checkpointEvery <= len(text); i++ {
		next := r.start(i)
		n += runeCount(text[at:next])
		r.runes, at = append(r.runes, n), next
	}
	return r
}

// start gives the byte that checkpoint i stands for: the first from i*checkpointEvery on at which a rune starts.
func (r *Ruler) start(i int) int {
	b := i * checkpointEvery
	for end := min(b+utf8.UTFMax, len(r.text)); b < end && !utf8.RuneStart(r.text[b]); {
		b++
	}
	return b
}

// Rune gives the number of code points before byte offset b, which must lie on a rune's start.
func (r *Ruler) Rune(b int) int {
	i := b / checkpointEvery
	return r.runes[i] + runeCount(r.text[min(r.start(i), b):b])
}

// Byte gives the byte offset of code point n; an n past the end gives the length of the text.
func (r *Ruler) Byte(n int) int {
	i := sort.SearchInts(r.runes, n+1) - 1
	b := r.start(i)
	for left := n - r.runes[i]; left > 0 && b < len(r.text); left-- {
		_, size := utf8.DecodeRuneInString(r.text[b:])
		b += size
	}
	return b
}

// Span makes the span of a byte range.
func (r *Ruler) Span(rg Range) Span {
	start := r.Rune(rg.Start)
	exact := rg.In(r.text)
	if len(exact) > checkpointEvery { // a whole division: the remembered positions are nearer than its start
		return Span{Start: start, End: r.Rune(rg.End), Exact: exact}
	}
	return Span{Start: start, End: start + runeCount(exact), Exact: exact}
}

// runeCount is utf8.RuneCountInString with a short way for the letters of Vietnamese, which have two or three bytes: spans
// are half of what a document consists of.
func runeCount(s string) int {
	n := 0
	for i := 0; i < len(s); n++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i++
		case c >= 0xC2 && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i += 2
		case c > 0xE0 && c < 0xED && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
			i += 3
		default:
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
	}
	return n
}

// Range gives back the byte range of a span's positions.
func (r *Ruler) Range(s Span) Range {
	return Range{Start: r.Byte(s.Start), End: r.Byte(s.End)}
}
