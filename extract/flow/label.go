package flow

import (
	"regexp"
	"strings"
)

// Letter gives the n-th label of a list in letters: a … z, then aa, bb as Word counts. It gives "" below 1.
func Letter(n int) string {
	if n < 1 || n > 26*50 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// Roman gives n in Roman capitals, "" outside 1 to 3999.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, d := range []struct {
		value  int
		digits string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.digits)
		}
	}
	return b.String()
}

var typedLabel = regexp.MustCompile(`^(?:[-–+•*]|\d{1,3}(?:\.\d{1,3})*[.)]|[\p{L}]{1,2}[.)]|[IVXLC]{1,7}[.)]|\(\d{1,3}\)|(?:Điều|Chương|Mục|Khoản)\s+\d)`)

// HasLabel tells whether a text begins with a label that somebody typed: "1.", "a)", "-", "Điều 5".
func HasLabel(text string) bool { return typedLabel.MatchString(text) }
