package result

import (
	"strconv"
	"strings"
)

// nextNumber finds the next figure of s from an offset on, as the Vietnamese write it: dots group thousands, a comma parts
// the decimals. It gives from = -1 where there is none.
func nextNumber(s string, at int) (from, to int) {
	for at < len(s) && !digit(s, at) {
		at++
	}
	if at >= len(s) {
		return -1, -1
	}
	from, to = at, at
	for digit(s, to) {
		to++
	}
	for to-from <= 3 || s[to-4] == '.' {
		if !(to < len(s) && s[to] == '.' && digit(s, to+1) && digit(s, to+2) && digit(s, to+3)) {
			break
		}
		to += 4
	}
	if to < len(s) && s[to] == ',' && digit(s, to+1) {
		for to++; digit(s, to); {
			to++
		}
	}
	return from, to
}

func digit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// parse gives the value of a figure.
func parse(s string) (float64, bool) {
	s = strings.ReplaceAll(s, ".", "")
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, err == nil
}
