package align

import "math"

// Item is a text to compare, prepared once: a task of a directive, or a passage of a plan or report.
type Item struct {
	terms   map[string]int
	quotes  map[string]bool
	figures map[string]bool
}

// NewItem prepares a text.
func NewItem(text string) Item {
	return Item{terms: terms(text), quotes: quotes(text), figures: figures(text)}
}

// Scorer weighs terms by how rare they are among the items that it was made from. It is safe for concurrent use.
type Scorer struct {
	n    float64
	seen map[string]int
}

// NewScorer learns the weights from all tasks and passages that will be compared. With few items the weights are
// flat, which is why texts of the whole chain should go in and not the two under comparison alone.
func NewScorer(items ...[]Item) *Scorer {
	s := &Scorer{seen: map[string]int{}}
	for _, group := range items {
		for _, it := range group {
			s.n++
			for t := range it.terms {
				s.seen[t]++
			}
		}
	}
	return s
}

// weight of a term: its inverse frequency, pairs of syllables worth more than single ones.
func (s *Scorer) weight(term string) float64 {
	w := math.Log(1 + (s.n-float64(s.seen[term])+0.5)/(float64(s.seen[term])+0.5))
	for i := range len(term) {
		if term[i] == ' ' {
			return 2 * w
		}
	}
	return w
}

// Score says in 0..1 how well a passage takes up a task; above 0.5 it is worth suggesting. The share of the task's
// weight that the passage holds decides, softened for short tasks; a passage much longer than the task must hold more
// of it. Shared quoted names and figures add, figures and names of the task that the passage contradicts take away.
func (s *Scorer) Score(task, passage Item) float64 {
	total, shared, rare := 0.0, 0.0, 0
	for t := range task.terms {
		w := s.weight(t)
		total += w
		if passage.terms[t] > 0 {
			shared += w
			if w > 3 {
				rare++
			}
		}
	}
	if total == 0 {
		return 0
	}
	own := 0.0
	for t := range passage.terms {
		own += s.weight(t)
	}
	recall, precision := shared/total, shared/math.Max(own, 1)
	x := -3.4 + 7.2*recall + 2.2*precision + 0.12*math.Min(float64(rare), 8)
	x += 1.2*float64(min(common(task.quotes, passage.quotes), 2)) + 0.5*float64(min(common(task.figures, passage.figures), 3))
	if rare == 0 {
		x -= 1
	}
	return 1 / (1 + math.Exp(-x))
}

func common(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
