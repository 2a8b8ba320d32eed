package meaning

import (
	"math"
	"strings"
	"unicode"
)

// Vector is what a text is about. Its length is one, or zero where no word of it is known or says anything.
type Vector []float32

// Reader gives texts vectors. It remembers the syllables that it has seen; each goroutine needs its own.
type Reader struct {
	table *Table
	known map[string]int32 // by syllable as written: its number, none if no word holds it
	seen  []int32          // by word: the last text that held it
	texts int32
	run   []int32
}

// Reader makes a reader.
func (t *Table) Reader() *Reader {
	return &Reader{table: t, known: map[string]int32{}, seen: make([]int32, len(t.weight))}
}

// Of gives the vector of a text. A word counts once, however often it stands there.
func (r *Reader) Of(text string) Vector {
	r.texts++
	sum := make(Vector, r.table.dims)
	start := none
	r.run = r.run[:0]
	for i, c := range text {
		switch {
		case !parts(c) && !unicode.IsSpace(c):
			if start < 0 {
				start = i
			}
			continue
		case start >= 0:
			r.run = append(r.run, r.syllable(text[start:i]))
			start = none
		}
		if parts(c) {
			r.add(sum)
		}
	}
	if start >= 0 {
		r.run = append(r.run, r.syllable(text[start:]))
	}
	r.add(sum)
	return sum.unit()
}

// syllable gives the number of a syllable as it is written.
func (r *Reader) syllable(s string) int32 {
	n, ok := r.known[s]
	if !ok {
		if n, ok = r.table.syllable[canonical(s)]; !ok {
			n = none
		}
		r.known[strings.Clone(s)] = n
	}
	return n
}

// add adds the words of the run, tied as Words ties them, and begins another run.
func (r *Reader) add(sum Vector) {
	for i := 0; i < len(r.run); i++ {
		n, ok := int32(none), false
		if i+1 < len(r.run) {
			n, ok = r.table.pair[[2]int32{r.run[i], r.run[i+1]}]
		}
		switch {
		case ok:
			i++
		case r.run[i] == none:
			continue
		default:
			n = r.table.single[r.run[i]]
		}
		if n != none && r.seen[n] != r.texts {
			r.seen[n] = r.texts
			r.table.addTo(sum, n)
		}
	}
	r.run = r.run[:0]
}

// addTo adds the vector of a word by its weight.
func (t *Table) addTo(sum Vector, word int32) {
	by := t.weight[word] * t.scale[word]
	if by == 0 {
		return
	}
	for i, x := range t.coords[int(word)*t.dims : (int(word)+1)*t.dims] {
		sum[i] += by * float32(x)
	}
}

// unit gives a vector the length one, in place.
func (v Vector) unit() Vector {
	if n := float32(math.Sqrt(float64(dot(v, v)))); n > 0 {
		for i := range v {
			v[i] /= n
		}
	}
	return v
}

// Less gives a vector without a share of another: what a text says beyond what all texts around it are about.
func (v Vector) Less(share float32, of Vector) Vector {
	out := make(Vector, len(v))
	for i := range v {
		out[i] = v[i] - share*of[i]
	}
	return out.unit()
}

// Mean gives the mean of several vectors, which is shorter the less they have in common.
func Mean(all []Vector) Vector {
	var out Vector
	for _, v := range all {
		if out == nil {
			out = make(Vector, len(v))
		}
		for i := range out {
			out[i] += v[i] / float32(len(all))
		}
	}
	return out
}

// Near gives the cosine of two vectors, from -1 to 1.
func Near(a, b Vector) float64 { return float64(dot(a, b)) }

func dot(a, b Vector) float32 {
	var sum float32
	for i := range min(len(a), len(b)) {
		sum += a[i] * b[i]
	}
	return sum
}
