package align

import "slices"

// Match compares the passages of one document, in its order, with the tasks and gives the pairs that have anything in
// common, passage by passage. room is used again.
func (r *Reader) Match(passages []Item, claim func(passage, task int) Claim, room []Match) []Match {
	out := room[:0]
	fullest := make([][maxPieces]float64, len(r.tasks)) // by task and piece: the weight of what one passage says of it at most
	for p, it := range passages {
		r.likes = r.compare(it, r.likes)
		from, given := len(out), 0
		for t, l := range r.likes {
			c := claim(p, t)
			if c == Given {
				given++
			}
			if l.Whole > 0 {
				fullest[t][l.Piece] = max(fullest[t][l.Piece], l.Held)
				out = append(out, Match{p, t, l, Setting{Claim: c, Own: len(r.tasks)}})
			}
		}
		r.rank(out[from:], given)
	}
	for i := range out {
		k := &out[i]
		k.Mutual = k.Held >= fullest[k.Task][k.Piece]
	}
	Surround(out, &model().Alone)
	return out
}

// rank compares the tasks that one passage is like: those that its unit was given among each other, the others with all.
// The same work given to others is no rival.
func (m *Matcher) rank(of []Match, given int) {
	var own, all, ownNear, near top
	for i := range of {
		c := of[i].closeness()
		all.take(c)
		near.take(of[i].Meaning)
		if of[i].Claim == Given {
			own.take(c)
			ownNear.take(of[i].Meaning)
		}
	}
	for i := range of {
		k := &of[i]
		c, among, nearest := k.closeness(), all, near
		if k.Claim == Given {
			among, nearest, k.Own, k.Rival = own, ownNear, given, all.first-c
			if k.Rival > 0 && c == own.first {
				k.Rival = max(m.unlike(of, k.Task)-c, 0)
			}
		}
		k.Clear = nearest.over(k.Meaning)
		if c == among.first {
			k.Best, k.Margin = true, c-among.second
		}
	}
}

// unlike gives how like the passage is that of the tasks which do not say much the same as one of them.
func (m *Matcher) unlike(of []Match, task int) float64 {
	most := 0.0
	for i := range of {
		if !m.alike[task][of[i].Task] {
			most = max(most, of[i].closeness())
		}
	}
	return most
}

// top holds the two greatest of some numbers above zero.
type top struct{ first, second float64 }

func (t *top) take(x float64) {
	if x > t.first {
		t.first, t.second = x, t.first
	} else {
		t.second = max(t.second, x)
	}
}

// over tells how far one of the numbers is above all the others.
func (t *top) over(x float64) float64 {
	if x == t.first {
		return x - t.second
	}
	return x - t.first
}

// Surround fills in what the passages of one document say for each other's matches, given what they score alone: whether
// another one fits the task better, and whether the neighbours take up the neighbouring tasks, for a plan follows the
// order of the directive mostly.
func Surround(of []Match, alone *Weights) {
	t := newTable(of)
	for i := range of {
		t.add(&of[i], alone.Score(&of[i]))
	}
	for i := range of {
		k := &of[i]
		k.Better = t.best[k.Task].first
		if t.score[k.Passage][k.Task] == k.Better {
			k.Better = t.best[k.Task].second
		}
		order := t.all
		if k.Claim == Given {
			order = t.given
		}
		at, _ := slices.BinarySearch(order, k.Task)
		k.Follows, k.Leads = t.beside(k.Passage-1, at, -1, order), t.beside(k.Passage+1, at, 1, order)
	}
}

// table holds what the passages of a document score alone.
type table struct {
	score      [][]float64 // by passage and task
	best       []top       // by task
	all, given []int       // the tasks, and those that the unit was given
}

func newTable(of []Match) *table {
	passages, tasks := 0, 0
	for i := range of {
		passages, tasks = max(passages, of[i].Passage+1), max(tasks, of[i].Task+1)
	}
	t := &table{score: make([][]float64, passages), best: make([]top, tasks)}
	scores, given := make([]float64, passages*tasks), make([]bool, tasks)
	for p := range passages {
		t.score[p] = scores[p*tasks : (p+1)*tasks]
	}
	for i := range of {
		given[of[i].Task] = given[of[i].Task] || of[i].Claim == Given
	}
	for task, own := range given {
		t.all = append(t.all, task)
		if own {
			t.given = append(t.given, task)
		}
	}
	return t
}

func (t *table) add(k *Match, score float64) {
	t.score[k.Passage][k.Task] = score
	t.best[k.Task].take(score)
}

// steps say how much it counts that neighbouring passages take up one task, neighbouring ones, and ones with one between.
var steps = [...]float64{0.7, 1, 0.5}

// beside gives the best score of a passage with the task at a place of an order and those on one side of it.
func (t *table) beside(passage, at, side int, order []int) float64 {
	if passage < 0 || passage >= len(t.score) {
		return 0
	}
	best := 0.0
	for i, step := range steps {
		if j := at + i*side; j >= 0 && j < len(order) {
			best = max(best, step*t.score[passage][order[j]])
		}
	}
	return best
}
