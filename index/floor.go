package index

import (
	"container/heap"
	"sort"
)

// floor knows the score that a match has to reach to be among the results wanted. Every match is still counted, but the
// score of one that stays below the floor need not be exact. The nil floor is below everything.
type floor struct {
	keep int
	best leastFirst // the best scores seen so far, keep of them at most
}

// see takes note of the score of a match.
func (f *floor) see(score float64) {
	switch {
	case f == nil || f.keep <= 0:
	case len(f.best.Float64Slice) < f.keep:
		heap.Push(&f.best, score)
	case score > f.best.Float64Slice[0]:
		f.best.Float64Slice[0] = score
		heap.Fix(&f.best, 0)
	}
}

// margin is more than what deciding ties takes off a score: there are fewer than ten million documents.
const margin = tie * 1e7

// above tells whether score is too low for the results wanted.
func (f *floor) above(score float64) bool {
	if f == nil || len(f.best.Float64Slice) < f.keep {
		return false
	}
	return f.keep <= 0 || score < f.best.Float64Slice[0]-margin
}

// leastFirst is a heap of scores.
type leastFirst struct{ sort.Float64Slice }

// Push implements heap.Interface, as does Pop.
func (l *leastFirst) Push(x any) { l.Float64Slice = append(l.Float64Slice, x.(float64)) }

// Pop takes the last one away.
func (l *leastFirst) Pop() any {
	n := len(l.Float64Slice) - 1
	x := l.Float64Slice[n]
	l.Float64Slice = l.Float64Slice[:n]
	return x
}
