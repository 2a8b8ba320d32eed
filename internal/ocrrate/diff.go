package main

import (
	"slices"
	"strings"

	"github.com/soichi/soichi/viet"
)

// hunk is a place where two texts differ: the words of the one and of the other between words that both have.
type hunk struct {
	want, got []string
	at        int // the number of wanted words before it
}

// words gives the words of a text, their letters and figures alone.
func words(s string) []string {
	var out []string
	for _, w := range strings.Fields(viet.NFC(s)) {
		if l := letters(w); len(l) > 0 {
			out = append(out, string(l))
		}
	}
	return out
}

// diff finds the hunks of two lists of words. Runs of three words that stand once in either list are tied together, and
// what lies between two ties is compared word by word.
func diff(want, got []string) []hunk {
	var out []hunk
	i, j := 0, 0
	for _, t := range append(ties(want, got), [2]int{len(want), len(got)}) {
		out = append(out, compare(want[i:t[0]], got[j:t[1]], i)...)
		i, j = t[0], t[1]
	}
	return out
}

// mostCompared bounds the table of a comparison word by word; where it would be larger, all is one hunk.
const mostCompared = 4 << 20

// compare finds the hunks of two lists by the longest row of words that both have.
func compare(a, b []string, at int) []hunk {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b, at = a[1:], b[1:], at+1
	}
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if len(a)*len(b) > mostCompared {
		return []hunk{{a, b, at}}
	}
	long := longest(a, b)
	var out []hunk
	var open *hunk
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			open = nil
			i, j = i+1, j+1
			continue
		}
		if open == nil {
			out = append(out, hunk{at: at + i})
			open = &out[len(out)-1]
		}
		if j == len(b) || i < len(a) && long[i+1][j] >= long[i][j+1] {
			open.want = append(open.want, a[i])
			i++
		} else {
			open.got = append(open.got, b[j])
			j++
		}
	}
	return out
}

// longest gives for each pair of places how many words the rests from there have in common, in order.
func longest(a, b []string) [][]int32 {
	out := make([][]int32, len(a)+1)
	out[len(a)] = make([]int32, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		out[i] = make([]int32, len(b)+1)
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				out[i][j] = out[i+1][j+1] + 1
			} else {
				out[i][j] = max(out[i+1][j], out[i][j+1])
			}
		}
	}
	return out
}

// run is three words in a row.
type run [3]string

// ties gives the places of the runs that stand once in either list, as long a chain of them as keeps their order.
func ties(want, got []string) [][2]int {
	in := once(got)
	var pairs [][2]int
	for r, i := range once(want) {
		if j, ok := in[r]; ok && i >= 0 && j >= 0 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return rising(pairs)
}

// once gives the place of each run, -1 for those that are met more than once.
func once(words []string) map[run]int {
	out := map[run]int{}
	for i := 2; i < len(words); i++ {
		r := run{words[i-2], words[i-1], words[i]}
		if _, ok := out[r]; ok {
			out[r] = -1
			continue
		}
		out[r] = i - 2
	}
	return out
}

// rising gives a longest chain of the pairs whose second places rise.
func rising(pairs [][2]int) [][2]int {
	var ends []int // by length less one: the pair with the least second place that ends such a chain
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p[1], func(k, v int) int { return pairs[k][1] - v })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	out := make([][2]int, len(ends))
	for k, n := len(ends)-1, -1; k >= 0; k-- {
		if n < 0 {
			n = ends[k]
		}
		out[k], n = pairs[n], before[n]
	}
	return out
}
