package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/soichi/soichi/align/meaning"
)

const (
	// leastSeen is the number of times that a word must stand in the text to have a vector.
	leastSeen = 5
	// mostWords bounds the vocabulary.
	mostWords = 20000
	// tied is how much more often two syllables must meet than by chance to make one word.
	tied = 15
	// window is the number of words to each side that are company; nearer ones count more.
	window = 6
)

// runsOf cuts a paragraph into runs of syllables without punctuation between them.
func runsOf(line string) [][]string {
	return slices.Collect(meaning.Runs(line))
}

// vocabulary is the words of a text and how they follow each other.
type vocabulary struct {
	words []string
	seen  []int     // by word
	runs  [][]int32 // the text, by number of word
}

// count ties syllables that belong together to words, and numbers the words that are frequent enough, the most frequent
// first.
func count(runs [][]string) *vocabulary {
	ties := tiesOf(runs)
	seen := map[string]int{}
	for i, run := range runs {
		runs[i] = meaning.Words(run, func(pair string) bool { return ties[pair] })
		for _, w := range runs[i] {
			seen[w]++
		}
	}
	v := &vocabulary{}
	for w, n := range seen {
		if n >= leastSeen {
			v.words = append(v.words, w)
		}
	}
	slices.SortFunc(v.words, func(a, b string) int { return cmp.Or(cmp.Compare(seen[b], seen[a]), cmp.Compare(a, b)) })
	v.words = v.words[:min(len(v.words), mostWords)]
	number := map[string]int32{}
	for i, w := range v.words {
		number[w] = int32(i)
		v.seen = append(v.seen, seen[w])
	}
	for _, run := range runs {
		var ids []int32
		for _, w := range run {
			if n, ok := number[w]; ok {
				ids = append(ids, n)
			}
		}
		v.runs = append(v.runs, ids)
	}
	return v
}

// tiesOf finds the pairs of syllables that meet much more often than by chance.
func tiesOf(runs [][]string) map[string]bool {
	single, pair := map[string]int{}, map[[2]string]int{}
	all := 0
	for _, run := range runs {
		all += len(run)
		for i, s := range run {
			single[s]++
			if i > 0 {
				pair[[2]string{run[i-1], s}]++
			}
		}
	}
	out := map[string]bool{}
	for p, n := range pair {
		if n >= leastSeen && float64(n)*float64(all) > tied*float64(single[p[0]])*float64(single[p[1]]) {
			out[p[0]+" "+p[1]] = true
		}
	}
	return out
}

// cell is a number of a sparse matrix.
type cell struct {
	col   int32
	value float64
}

// company gives the positive pointwise mutual information of words that meet, row by row: how much more often they do
// than by chance. The frequent half of what stands around a word says little, so the logarithm of two is taken off.
func (v *vocabulary) company() [][]cell {
	met := make([]map[int32]float64, len(v.words))
	for i := range met {
		met[i] = map[int32]float64{}
	}
	for _, run := range v.runs {
		for i, a := range run {
			for j := max(0, i-window); j < i; j++ {
				w := 1 / float64(i-j)
				met[a][run[j]] += w
				met[run[j]][a] += w
			}
		}
	}
	sum, smooth := make([]float64, len(met)), 0.0
	for i, row := range met {
		for _, c := range sorted(row) {
			sum[i] += c.value
		}
		smooth += math.Pow(sum[i], smoothing)
	}
	out := make([][]cell, len(met))
	for i, row := range met {
		for _, c := range sorted(row) {
			// both ways of smoothing, so that the matrix is symmetric
			ab := c.value / sum[i] / math.Pow(sum[c.col], smoothing) * smooth
			ba := c.value / sum[c.col] / math.Pow(sum[i], smoothing) * smooth
			if x := (math.Log(ab)+math.Log(ba))/2 - math.Ln2; x > 0 {
				out[i] = append(out[i], cell{c.col, x})
			}
		}
	}
	return out
}

// smoothing makes rare company count less than its share (Levy, Goldberg and Dagan 2015).
const smoothing = 0.75

// sorted gives a row in order of columns, so that sums come out the same each time.
func sorted(row map[int32]float64) []cell {
	out := make([]cell, 0, len(row))
	for col, x := range row {
		out = append(out, cell{col, x})
	}
	slices.SortFunc(out, func(a, b cell) int { return cmp.Compare(a.col, b.col) })
	return out
}
