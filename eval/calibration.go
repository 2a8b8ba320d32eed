package eval

import (
	"fmt"
	"io"
	"math"
)

// Suggestion is a score that was given and whether it was right.
type Suggestion struct {
	Score float64
	Right bool
}

// Bin is a tenth of the scores.
type Bin struct {
	From  float64 `json:"from"`
	Given int     `json:"given"`
	Mean  float64 `json:"mean"`  // of the scores
	Right float64 `json:"right"` // the share that was right
}

// bins is the number of equal parts of 0..1.
const bins = 10

// Calibration sorts suggestions into ten bins by score. A bin without any is left out.
func Calibration(all []Suggestion) []Bin {
	var sum [bins]float64
	var given, right [bins]int
	for _, s := range all {
		b := min(int(s.Score*bins), bins-1)
		sum[b] += s.Score
		given[b]++
		if s.Right {
			right[b]++
		}
	}
	out := []Bin{}
	for b := range bins {
		if n := given[b]; n > 0 {
			out = append(out, Bin{float64(b) / bins, n, sum[b] / float64(n), float64(right[b]) / float64(n)})
		}
	}
	return out
}

// CalibrationError is the mean distance between score and share of right ones over the bins, weighed by how many
// suggestions they hold.
func CalibrationError(all []Bin) float64 {
	n, sum := 0, 0.0
	for _, b := range all {
		n += b.Given
		sum += float64(b.Given) * math.Abs(b.Mean-b.Right)
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// PrintCalibration writes one line a bin.
func PrintCalibration(w io.Writer, all []Bin) error {
	if _, err := fmt.Fprintln(w, "score       given   mean  right"); err != nil {
		return err
	}
	for _, b := range all {
		if _, err := fmt.Fprintf(w, "%.1f to %.1f  %5d  %.3f  %.3f\n", b.From, b.From+1.0/bins, b.Given, b.Mean, b.Right); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "distance, weighed: %.3f\n", CalibrationError(all))
	return err
}
