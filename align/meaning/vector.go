package meaning

import "math"

// Vector is what a text is about. Its length is one, or zero where no word of it is known or says anything.
type Vector []float32

// Reader gives texts vectors: a whole text's, or that of syllables taken one after the other. Each goroutine needs its own.
type Reader struct {
	table *Table
	seen  []int32 // by word: the last text that held it
	texts int32
	run   []int32
	sum   Vector
}

// Reader makes a reader.
func (t *Table) Reader() *Reader {
	return &Reader{table: t, seen: make([]int32, len(t.weight)), sum: make(Vector, t.dims)}
}

// Of gives the vector of a text.
func (r *Reader) Of(text string) Vector {
	for run := range Runs(text) {
		for _, s := range run {
			r.Take(r.table.Syllable(s))
		}
		r.Break()
	}
	return r.Vector()
}

// Syllable gives the number of a syllable written as it is compared, below 0 if no word holds it.
func (t *Table) Syllable(s string) int32 {
	if n, ok := t.syllable[s]; ok {
		return n
	}
	return none
}

// Take takes the next syllable of a text, by its number.
func (r *Reader) Take(syllable int32) { r.run = append(r.run, syllable) }

// Vector gives the vector of the syllables taken since the last one was given. A word counts once, however often it stands
// there.
func (r *Reader) Vector() Vector {
	r.Break()
	r.texts++
	out := append(Vector(nil), r.sum...)
	clear(r.sum)
	return out.unit()
}

// Break ends a run: syllables before and after it are not tied to a word, as Words ties them.
func (r *Reader) Break() {
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
		if n != none && r.seen[n] != r.texts+1 {
			r.seen[n] = r.texts + 1
			r.table.addTo(r.sum, n)
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

// dot adds in four sums, which the processor does side by side.
func dot(a, b Vector) float32 {
	n := min(len(a), len(b))
	a, b = a[:n], b[:n]
	var s [4]float32
	for len(a) >= 4 && len(b) >= 4 {
		s[0] += a[0] * b[0]
		s[1] += a[1] * b[1]
		s[2] += a[2] * b[2]
		s[3] += a[3] * b[3]
		a, b = a[4:], b[4:]
	}
	for i := range a {
		s[0] += a[i] * b[i]
	}
	return s[0] + s[1] + s[2] + s[3]
}
