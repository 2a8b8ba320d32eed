package align

// Claim says whether the unit that speaks was given a task, and whether such a passage can take it up at all.
type Claim int

// The claims.
const (
	Open   Claim = iota // the task of others
	Given               // the unit was given it
	Closed              // such a passage cannot take the task up, whatever it says
)

// Setting is what is known of a passage and a task beside their words: how the task stands among others that the passage
// may be meant for, and the passage among those of its document.
type Setting struct {
	Claim  Claim
	Own    int     // number of tasks that the passage may be meant for: those that its unit was given, or all
	Best   bool    // the passage is more like the task than like any other of those
	Margin float64 // and by how much
	Rival  float64 // how much more the passage is like a task that it is not meant for, 0 if it is not
	Mutual bool    // no passage of the document says more of the piece of the task that this one speaks of
}

// Match is a passage and a task that have something in common, by their indices.
type Match struct {
	Passage, Task int
	Likeness
	Setting
}

// Match compares the passages of one document with the tasks and gives the pairs that have anything in common, passage
// by passage. room is used again.
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
	return out
}

// rank compares the tasks that one passage is like: those that its unit was given among each other, the others with all.
// The same work given to others is no rival.
func (m *Matcher) rank(of []Match, given int) {
	var own, all top
	for i := range of {
		c := of[i].closeness()
		all.take(c)
		if of[i].Claim == Given {
			own.take(c)
		}
	}
	for i := range of {
		k := &of[i]
		c, among := k.closeness(), all
		if k.Claim == Given {
			among, k.Own, k.Rival = own, given, all.first-c
			if k.Rival > 0 && c == own.first {
				k.Rival = max(m.unlike(of, k.Task)-c, 0)
			}
		}
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

// top holds the two greatest of some numbers.
type top struct{ first, second float64 }

func (t *top) take(x float64) {
	if x > t.first {
		t.first, t.second = x, t.first
	} else {
		t.second = max(t.second, x)
	}
}
