package align

import "math"

// Setting is what is known of a passage and a task beside their words.
type Setting struct {
	Given bool // the task is one of those that the passage's unit was given
	Best  bool // and the passage is more like it than like any other of those
}

// The weights of the logistic score. They were fitted by maximum likelihood with a quadratic penalty to some 1,400 pairs
// of tasks and passages of the project's chains, 83 of them true (the chain "drowning" was kept out of it); the
// intercept was then raised, with all four chains in view, until what is suggested is right as often as its score says.
const (
	intercept     = -6.25
	wholeWeight   = 1.4
	partWeight    = 1.4
	preciseWeight = 1.6
	rareWeight    = 0.25 // each, up to eight
	quoteWeight   = 0.7  // each, up to two
	figureWeight  = 0.6  // each, up to three
	opensWeight   = 0.8  // where the heads meet at all
	headWeight    = 0.7
	topicWeight   = 2.7
	bestWeight    = 3.2
	givenWeight   = -0.2
)

// Score says in 0..1 how sure it is that the passage takes up the task; from Worth on it is worth suggesting.
func (l Likeness) Score(s Setting) float64 {
	if l.Whole == 0 {
		return 0
	}
	x := intercept + l.own()
	switch {
	case s.Given && s.Best:
		x += bestWeight
	case s.Given:
		x += givenWeight
	}
	if x < hopeless {
		return 0
	}
	return 1 / (1 + math.Exp(-x))
}

// Worth is the score from which a passage is worth suggesting. It stands above one half because a false account of a
// task costs an office more than a true one that a person has to find.
const Worth = 0.82

// hopeless is the logarithm of odds of 1 to 50, below which nobody asks how much below.
const hopeless = -4

// own is what the words of the two alone say.
func (l Likeness) own() float64 {
	x := wholeWeight*l.Whole + partWeight*l.Part + preciseWeight*l.Precision
	x += rareWeight*float64(min(l.Rare, 8)) + quoteWeight*float64(min(l.Quotes, 2)) + figureWeight*float64(min(l.Figures, 3))
	if l.Head > 0 {
		x += opensWeight
	}
	return x + headWeight*l.Head + topicWeight*l.Topic
}

// Closer tells whether a passage is more like this task than like another.
func (l Likeness) Closer(than Likeness) bool { return l.own() > than.own() }
