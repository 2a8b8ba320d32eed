package query

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// nearShare is how many letters of a field's name one slip of the finger is allowed for.
const nearShare = 4

// nearestField gives the name of a field, as people write it without blanks, that a name was probably meant to be; "" where
// none is near enough. Of equally near ones it is the first in the order of aliases, the longest.
func nearestField(name string) string {
	typed := document.FoldASCII(name)
	near, allowed := "", (len(typed)+1)/nearShare
	for _, a := range aliases() {
		alias := strings.ReplaceAll(a.text, " ", "")
		if n := slips(typed, alias); n < allowed || n == allowed && n > 0 && near == "" {
			near, allowed = alias, n
		}
	}
	return near
}

// slips counts the letters that were left out, put in, mistaken or swapped with their neighbour between two words in ASCII.
func slips(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			mistaken := last[j-1]
			if a[i-1] != b[j-1] {
				mistaken++
			}
			row[j] = min(mistaken, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
