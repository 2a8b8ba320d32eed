package main

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sync"

	"github.com/soichi/soichi/align/meaning"
)

const (
	// dimensions is the length of a vector. Forty-eight to ninety-six do equally well in align.
	dimensions = 64
	// spare are directions carried along so that the last wanted ones come out well.
	spare = 16
	// rounds of the iteration; the directions change little afterwards.
	rounds = 12
)

// vectors gives each row of a symmetric matrix a vector: the coordinates along its strongest directions, scaled by the
// root of their strength. The directions are found by orthogonal iteration.
func vectors(matrix [][]cell, dims int) [][]float64 {
	k := min(dims+spare, len(matrix))
	rnd := rand.New(rand.NewPCG(1, 2))
	q := make([][]float64, k)
	for i := range q {
		q[i] = make([]float64, len(matrix))
		for j := range q[i] {
			q[i][j] = rnd.NormFloat64()
		}
	}
	orthogonal(q)
	strength := make([]float64, k)
	for range rounds {
		var wg sync.WaitGroup
		for i := range q {
			wg.Go(func() { q[i] = times(matrix, q[i]) })
		}
		wg.Wait()
		copy(strength, orthogonal(q))
	}
	out := make([][]float64, len(matrix))
	for w := range out {
		out[w] = make([]float64, min(dims, k))
		for d := range out[w] {
			out[w][d] = q[d][w] * math.Sqrt(strength[d])
		}
	}
	return out
}

// times multiplies a matrix with a vector.
func times(matrix [][]cell, x []float64) []float64 {
	out := make([]float64, len(matrix))
	for i, row := range matrix {
		for _, c := range row {
			out[i] += c.value * x[c.col]
		}
	}
	return out
}

// orthogonal makes vectors orthogonal and of length one, in place, and gives the lengths that were left of them.
func orthogonal(q [][]float64) []float64 {
	lengths := make([]float64, len(q))
	for i, v := range q {
		for range 2 { // once leaves rounding errors
			for _, u := range q[:i] {
				dot := 0.0
				for j := range v {
					dot += u[j] * v[j]
				}
				for j := range v {
					v[j] -= dot * u[j]
				}
			}
		}
		n := length(v)
		lengths[i] = n
		for j := range v {
			v[j] /= max(n, 1e-12)
		}
	}
	return lengths
}

func length(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x * x
	}
	return math.Sqrt(sum)
}

// write writes the table as align reads it: a head, the words with how often they were seen, and the vectors, a
// byte a coordinate, each scaled so that its greatest is 127.
func write(out io.Writer, v *vocabulary, vectors [][]float64) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s %d %d\n", meaning.Head, len(v.words), len(vectors[0]))
	for i, word := range v.words {
		fmt.Fprintf(w, "%s\t%d\n", word, v.seen[i])
	}
	for _, vec := range vectors {
		most := 1e-12
		for _, x := range vec {
			most = max(most, math.Abs(x))
		}
		for _, x := range vec {
			_ = w.WriteByte(byte(int8(math.Round(127 * x / most)))) // Flush gives the error
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}
