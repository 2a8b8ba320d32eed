package catalog

import (
	"slices"
	"sync"
)

// answersKept is the number of answers of a sort that are kept: a reader goes through the pages of one list.
const answersKept = 4

// kept are the last answers to questions of a sort, for one state of the library. It is safe for concurrent use; nothing
// may be written to an answer.
type kept[Q comparable, A any] struct {
	mu   sync.Mutex
	seq  int64
	last []answered[Q, A] // the oldest first
}

// answered is an answer with its question.
type answered[Q comparable, A any] struct {
	question Q
	answer   A
}

// once gives the answer to a question at a change of the library: the kept one, else the one that work finds. Who asks must
// have read the number of the change before, so that an answer is never kept for newer documents than it saw.
func (k *kept[Q, A]) once(seq int64, q Q, work func() (A, error)) (A, error) {
	if a, ok := k.get(seq, q); ok {
		return a, nil
	}
	a, err := work()
	if err == nil {
		k.put(seq, q, a)
	}
	return a, err
}

func (k *kept[Q, A]) get(seq int64, q Q) (a A, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	i := slices.IndexFunc(k.last, func(one answered[Q, A]) bool { return one.question == q })
	if i < 0 || k.seq != seq {
		return a, false
	}
	return k.last[i].answer, true
}

// put keeps an answer, and drops those for another state of the library.
func (k *kept[Q, A]) put(seq int64, q Q, a A) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.seq != seq {
		k.seq, k.last = seq, nil
	}
	if k.last = append(k.last, answered[Q, A]{q, a}); len(k.last) > answersKept {
		k.last = slices.Delete(k.last, 0, 1)
	}
}
