package align

import (
	"math"
	"slices"

	"github.com/soichi/soichi/align/meaning"
)

// Matcher knows a fixed list of tasks, with which its readers compare passages. It never changes.
type Matcher struct {
	corpus  *Corpus
	tasks   []Item
	weight  []float64
	deed    []bool
	subject []bool           // by term, as the corpus has it
	about   []bool           // by task: it speaks of the subject
	pieces  [][]float64      // by task and piece: the weight of the terms
	tasked  [][]holder       // by term: the tasks that hold it
	alike   [][]bool         // by task and task: they say much the same
	mean    meaning.Vector   // of the tasks
	vectors []meaning.Vector // by task: what it is about beside what all are about
}

// holder is a task that holds a term, in one of its pieces.
type holder struct {
	task  int32
	piece uint8
	head  bool // among what the task begins with
}

// Matcher weighs the terms learned so far and prepares the tasks. The corpus learns no more afterwards.
func (c *Corpus) Matcher(tasks []Item) *Matcher {
	m := &Matcher{corpus: c, tasks: tasks, weight: c.weights(), deed: c.deed, subject: c.subject, about: make([]bool, len(tasks)), pieces: make([][]float64, len(tasks)), tasked: make([][]holder, len(c.seen))}
	for i, it := range tasks {
		m.pieces[i] = make([]float64, it.pieces())
		for j, t := range it.terms {
			m.pieces[i][it.piece[j]] += m.weight[t]
			m.about[i] = m.about[i] || m.subject[t]
			m.tasked[t] = append(m.tasked[t], holder{int32(i), it.piece[j], slices.Contains(it.head, t)})
		}
	}
	m.centre()
	for i, it := range tasks {
		m.alike = append(m.alike, make([]bool, len(tasks)))
		for j, l := range m.compare(it, nil, make([]meeting, len(m.tasks))) {
			m.alike[i][j] = i == j || max(l.Whole, l.Precision) >= muchTheSame
		}
	}
	return m
}

// centre finds what all tasks are about, and what each is about beside that.
func (m *Matcher) centre() {
	all := make([]meaning.Vector, len(m.tasks))
	for i, it := range m.tasks {
		all[i] = it.vector
	}
	m.mean = meaning.Mean(all)
	for _, v := range all {
		m.vectors = append(m.vectors, v.Less(commonShare, m.mean))
	}
}

// commonShare is the share of what all tasks are about that is taken off before their meanings are compared.
const commonShare = 0.7

// muchTheSame is the share of one of two tasks that is in the other from which they are the same work given to several.
const muchTheSame = 0.3

// Likeness is what a passage has in common with a task.
type Likeness struct {
	Whole     float64 // the share of the task's weight that the passage holds
	Part      float64 // the same of the stretch of the task that fits best
	Precision float64 // the share of the passage's weight that is in the task
	Rare      int     // unusual terms in both
	Quotes    int     // quoted names in both
	Figures   int     // figures in both
	Matter    float64 // the weight of what is in both and does not only say what is done
	Head      float64 // the share of what the task begins with that the passage holds: not only details of it
	Topic     float64 // the share of what the passage begins with that the task holds
	Aside     bool    // the task speaks of what the directive is about as a whole, and the passage does not
	Deed      bool    // one of the first things done is the same in both, in whatever words
	Meaning   float64 // how near they are in what they are about, beside what all tasks are about: -1 to 1
	Month     bool    // both name a day of one month
	Piece     int     // the piece of the task that is most spoken of
	Held      float64 // and the weight of what the passage says of it
	Large     uint16  // the clauses of the task that are a large part of it, a bit each
	Touched   uint16  // those of them that the passage speaks of
}

// meeting is what a passage shares with one task, term by term.
type meeting struct {
	shared            [maxPieces]float64 // weight, by piece of the task
	rare, head, topic int
	about             bool
	matter            float64
}

// Reader prepares passages and compares them. Each goroutine needs its own.
type Reader struct {
	*Matcher
	own   *Corpus
	likes []Likeness
	met   []meeting
}

// Reader makes a reader.
func (m *Matcher) Reader() *Reader { return &Reader{Matcher: m, own: m.corpus.fork()} }

// Passage prepares a passage. days are the days that it names or sets, ISO 8601.
func (r *Reader) Passage(text string, days ...string) Item {
	return r.own.item(text, days, len(r.weight), func(pair bool) float64 { return r.corpus.weight(0, pair) })
}

// compare says what the passage has in common with each task, in the order of the tasks. out is used again if it is long
// enough.
func (r *Reader) compare(passage Item, out []Likeness) []Likeness {
	if r.met == nil {
		r.met = make([]meeting, len(r.tasks))
	}
	clear(r.met)
	return r.Matcher.compare(passage, out, r.met)
}

// compare does so with meetings that are empty.
func (m *Matcher) compare(passage Item, out []Likeness, met []meeting) []Likeness {
	out = slices.Grow(out[:0], len(m.tasks))[:len(m.tasks)]
	clear(out)
	own := passage.other
	for _, t := range passage.terms {
		w := m.weight[t]
		own += w
		for _, h := range m.tasked[t] {
			k := &met[h.task]
			k.shared[h.piece] += w
			if w > rareFrom {
				k.rare++
			}
			if !m.deed[t] {
				k.matter += w
			}
			k.about = k.about || m.subject[t]
			if h.head {
				k.head++
			}
		}
	}
	for _, t := range passage.head {
		if int(t) >= len(m.tasked) {
			continue
		}
		for _, h := range m.tasked[t] {
			met[h.task].topic++
		}
	}
	about := passage.vector.Less(commonShare, m.mean)
	for i := range out {
		m.liken(&out[i], i, &met[i], own, passage)
		if out[i].Whole > 0 { // others are no match
			out[i].Meaning = meaning.Near(m.vectors[i], about)
		}
	}
	return out
}

// liken fills in what is known of one task.
func (m *Matcher) liken(l *Likeness, task int, met *meeting, own float64, passage Item) {
	total, held := 0.0, 0.0
	for p, w := range m.pieces[task] {
		total += w
		held += met.shared[p]
		if met.shared[p] > l.Held {
			l.Piece, l.Held = p, met.shared[p]
		}
	}
	if held == 0 {
		return
	}
	it := &m.tasks[task]
	l.Whole, l.Precision = held/total, held/math.Max(own, 1)
	l.Part = bestStretch(m.pieces[task], &met.shared, math.Max(shortest, total*leastPart))
	l.Large, l.Touched = clauses(m.pieces[task], &it.opens, &met.shared, total)
	l.Rare, l.Matter = met.rare, met.matter
	l.Head, l.Topic = ratio(met.head, len(it.head)), ratio(met.topic, len(passage.head))
	l.Aside = m.about[task] && !met.about
	l.Deed = meet(it.deeds, passage.deeds)
	l.Month = common(it.months, passage.months) > 0
	l.Quotes, l.Figures = common(it.quotes, passage.quotes), common(it.figures, passage.figures)
}

func ratio(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

const (
	// shortest is the weight from which a stretch of a task says something by itself: some three words of the matter.
	shortest = 25
	// leastPart is the share of a task from which a stretch is a part of it worth taking up.
	leastPart = 0.15
)

// bestStretch gives the greatest share that is held of any run of pieces of at least a weight.
func bestStretch(weight []float64, shared *[maxPieces]float64, least float64) float64 {
	best := 0.0
	for i := range weight {
		sum, held := 0.0, 0.0
		for j := i; j < len(weight); j++ {
			sum += weight[j]
			held += shared[j]
			if sum >= least && held/sum > best {
				best = held / sum
			}
		}
	}
	return best
}

const (
	// clauseWorth is the share of a task from which a clause is a large part of it.
	clauseWorth = 0.2
	// touched is the share of a clause's weight from which it is spoken of.
	touched = 0.2
)

// clauses tells which clauses of a task are large, and which of them a passage speaks of.
func clauses(weight []float64, opens *[maxPieces]bool, shared *[maxPieces]float64, total float64) (large, spoken uint16) {
	for p, bit := 0, uint16(1); p < len(weight); bit <<= 1 {
		w, held := weight[p], shared[p]
		for p++; p < len(weight) && !opens[p]; p++ {
			w, held = w+weight[p], held+shared[p]
		}
		if w >= clauseWorth*total {
			large |= bit
			if held >= touched*w {
				spoken |= bit
			}
		}
	}
	return large, spoken
}

// LeavesOut tells whether the passage leaves out a large clause of the task: it takes up a part of it.
func (l Likeness) LeavesOut() bool { return l.Large != l.Touched }

// meet tells whether two short lists share a number.
func meet(a, b []int32) bool {
	return slices.ContainsFunc(a, func(k int32) bool { return slices.Contains(b, k) })
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
