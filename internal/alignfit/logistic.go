package main

import "math"

const (
	// mostSteps bounds Newton's method, which needs some ten.
	mostSteps = 50
	// still is the step below which it has arrived.
	still = 1e-9
)

// logistic fits weights by maximum likelihood with a quadratic penalty on the weight of each feature in units of its
// spread. Features that are not used weigh nothing, and so do those whose weight would come out on the wrong side: what
// speaks for a match never counts against it.
func logistic(x [][]float64, right []bool, ridge float64, use, against []bool) (bias float64, weights []float64) {
	weights = make([]float64, len(use))
	if len(x) == 0 {
		return 0, weights
	}
	mean, spread := moments(x)
	var on []int
	for i, u := range use {
		if u && spread[i] > 0 {
			on = append(on, i)
		}
	}
	for {
		b := newton(x, right, ridge, on, mean, spread)
		worst := -1
		for j, i := range on {
			if w := b[j+1]; against[i] == (w > 0) && (worst < 0 || math.Abs(w) > math.Abs(b[worst+1])) {
				worst = j
			}
		}
		if worst >= 0 {
			on = append(on[:worst:worst], on[worst+1:]...)
			continue
		}
		bias = b[0]
		for j, i := range on {
			weights[i] = b[j+1] / spread[i]
			bias -= weights[i] * mean[i]
		}
		return bias, weights
	}
}

// moments gives the mean and the standard deviation of each feature.
func moments(x [][]float64) (mean, spread []float64) {
	mean, spread = make([]float64, len(x[0])), make([]float64, len(x[0]))
	for _, row := range x {
		for i, v := range row {
			mean[i] += v / float64(len(x))
		}
	}
	for _, row := range x {
		for i, v := range row {
			spread[i] += (v - mean[i]) * (v - mean[i]) / float64(len(x))
		}
	}
	for i := range spread {
		spread[i] = math.Sqrt(spread[i])
	}
	return mean, spread
}

// newton fits the bias and the weights of the features that are on, scaled by their spread.
func newton(x [][]float64, right []bool, ridge float64, on []int, mean, spread []float64) []float64 {
	n := len(on) + 1
	b, z := make([]float64, n), make([]float64, n)
	for range mostSteps {
		h := make([][]float64, n) // with the gradient as last column
		for i := range h {
			h[i] = make([]float64, n+1)
			if i > 0 {
				h[i][i], h[i][n] = ridge, -ridge*b[i]
			}
		}
		for r, row := range x {
			z[0] = 1
			sum := b[0]
			for j, i := range on {
				z[j+1] = (row[i] - mean[i]) / spread[i]
				sum += b[j+1] * z[j+1]
			}
			p := 1 / (1 + math.Exp(-sum))
			for i := range z {
				for j := range z {
					h[i][j] += p * (1 - p) * z[i] * z[j]
				}
				h[i][n] -= p * z[i]
				if right[r] {
					h[i][n] += z[i]
				}
			}
		}
		moved := 0.0
		for i, s := range solve(h) {
			b[i] += s
			moved = max(moved, math.Abs(s))
		}
		if moved < still {
			break
		}
	}
	return b
}

// solve solves linear equations by elimination, in place; the right side is the last column. A variable that nothing
// determines is 0.
func solve(h [][]float64) []float64 {
	n := len(h)
	for c := range h {
		pivot := c
		for r := c + 1; r < n; r++ {
			if math.Abs(h[r][c]) > math.Abs(h[pivot][c]) {
				pivot = r
			}
		}
		h[c], h[pivot] = h[pivot], h[c]
		if math.Abs(h[c][c]) < 1e-12 {
			continue
		}
		for r := range h {
			if r == c {
				continue
			}
			f := h[r][c] / h[c][c]
			for k := c; k <= n; k++ {
				h[r][k] -= f * h[c][k]
			}
		}
	}
	out := make([]float64, n)
	for i := range out {
		if math.Abs(h[i][i]) >= 1e-12 {
			out[i] = h[i][n] / h[i][i]
		}
	}
	return out
}
