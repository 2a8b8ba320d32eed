package align

import (
	"math"
	"slices"
)

// Matcher compares passages with a fixed list of tasks. It is safe for concurrent use once no more is added to the
// corpus it was made from.
type Matcher struct {
	tasks  []Item
	weight []float64
	total  []float64 // by task: the weight of its terms
	tasked [][]int32 // by term: the tasks that hold it
}

// Matcher weighs the terms learned so far and prepares the tasks. Add everything before.
func (c *Corpus) Matcher(tasks []Item) *Matcher {
	m := &Matcher{tasks: tasks, weight: c.weights(), total: make([]float64, len(tasks)), tasked: make([][]int32, len(c.seen))}
	for i, it := range tasks {
		for _, t := range it.terms {
			m.total[i] += m.weight[t]
			m.tasked[t] = append(m.tasked[t], int32(i))
		}
	}
	return m
}

// Scores says of each task in 0..1 how well the passage takes it up; above 0.5 it is worth suggesting. The share of the
// task's weight that the passage holds decides, helped by how much of the passage is about it; shared quoted names and
// figures add. The order is that of the tasks; out is used again if it is long enough.
func (m *Matcher) Scores(passage Item, out []float64) []float64 {
	out = slices.Grow(out[:0], len(m.tasks))[:len(m.tasks)]
	clear(out)
	rare := make([]int, len(m.tasks))
	own := 0.0
	for _, t := range passage.terms {
		w := m.weight[t]
		own += w
		for _, p := range m.tasked[t] {
			out[p] += w
			if w > rareWeight {
				rare[p]++
			}
		}
	}
	for i, shared := range out {
		if shared > 0 {
			out[i] = m.score(i, passage, shared, own, rare[i])
		}
	}
	return out
}

// score turns what a task and a passage share into a probability. The coefficients were set by hand on the project's own
// chains; they order pairs well, but they are not yet calibrated.
func (m *Matcher) score(task int, passage Item, shared, own float64, rare int) float64 {
	recall, precision := shared/m.total[task], shared/math.Max(own, 1)
	x := -4.2 + 7.2*recall + 2.2*precision + 0.12*math.Min(float64(rare), 8)
	x += 1.2*float64(min(common(m.tasks[task].quotes, passage.quotes), 2)) + 0.5*float64(min(common(m.tasks[task].figures, passage.figures), 3))
	if rare == 0 {
		x--
	}
	if x < hopeless {
		return 0
	}
	return 1 / (1 + math.Exp(-x))
}

// hopeless is the logarithm of odds of 1 to 50, below which nobody asks how much below.
const hopeless = -4

// Opens tells whether a passage is about what a task begins with, and does not only share details with it.
func (m *Matcher) Opens(task int, passage Item) bool {
	for _, t := range m.tasks[task].head {
		if slices.Contains(passage.terms, t) {
			return true
		}
	}
	return false
}

// Share gives the part of one item's weight that another holds, in 0..1; an item without terms is held by all.
func (m *Matcher) Share(part, whole Item) float64 {
	total, shared := 0.0, 0.0
	for _, t := range part.terms {
		total += m.weight[t]
		if slices.Contains(whole.terms, t) {
			shared += m.weight[t]
		}
	}
	if total == 0 {
		return 1
	}
	return shared / total
}

// common counts what two short lists share.
func common(a, b []string) int {
	n := 0
	for _, k := range a {
		if slices.Contains(b, k) {
			n++
		}
	}
	return n
}
