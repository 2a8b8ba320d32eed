package segment

import (
	"bufio"
	"bytes"
	"container/heap"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// dropped is the new number of a document that a merge leaves out, as Bleve wants it.
const dropped = ^uint64(0)

// merge writes the segments to path as one, without the documents of drops. It gives the new numbers of the documents.
func merge(segments []*base, drops []*roaring.Bitmap, path string, stop <-chan struct{}) (numbers [][]uint64, size uint64, err error) {
	numbers, docs := renumber(segments, drops)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, 0, err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	m := merger{w: newWriter(out, docs), segments: segments, numbers: numbers, ids: make([]uint32, docs)}
	err = m.run(stop)
	if err = errors.Join(err, out.Flush(), f.Sync(), f.Close()); err != nil {
		return nil, 0, fmt.Errorf("merge %d segments into %s: %w", len(segments), path, errors.Join(err, os.Remove(path)))
	}
	return numbers, m.w.at, nil
}

func renumber(segments []*base, drops []*roaring.Bitmap) (numbers [][]uint64, docs uint64) {
	for i, s := range segments {
		list := make([]uint64, s.footer.docs)
		for d := range list {
			if drops[i] != nil && drops[i].Contains(uint32(d)) {
				list[d] = dropped
			} else {
				list[d] = docs
				docs++
			}
		}
		numbers = append(numbers, list)
	}
	return numbers, docs
}

// merger is one merge.
type merger struct {
	w        *writer
	segments []*base
	numbers  [][]uint64
	ids      []uint32
	it       Iterator
}

func (m *merger) run(stop <-chan struct{}) error {
	var names []string
	for _, s := range m.segments {
		names = append(names, s.Fields()...)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		m.w.beginField(name)
		if err := m.field(name, stop); err != nil {
			return fmt.Errorf("field %s: %w", name, err)
		}
		m.w.endField()
	}
	return m.w.end(m.ids)
}

// field merges a field, term after term.
func (m *merger) field(name string, stop <-chan struct{}) error {
	heads, err := m.heads(name)
	if err != nil {
		return err
	}
	place, term := uint32(0), []byte(nil)
	for n := 0; len(heads) > 0; n++ {
		if n%1024 == 0 && stopped(stop) {
			return segment.ErrClosed
		}
		term = append(term[:0], heads[0].block.term...)
		for len(heads) > 0 && bytes.Equal(heads[0].block.term, term) {
			m.copyPostings(heads[0], name == idField, place)
			if err := advance(&heads); err != nil {
				return err
			}
		}
		if m.w.postings.count > 0 {
			place++
		}
		m.w.endTerm(term)
	}
	return nil
}

func stopped(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}

// copyPostings adds the postings that a segment has for its current term under their new numbers.
func (m *merger) copyPostings(h *head, isID bool, place uint32) {
	h.block.postings.Iterator(false, false, false, &m.it)
	numbers := m.numbers[h.number]
	for m.it.step(0) {
		if n := numbers[m.it.doc]; n != dropped {
			m.w.postings.add(n, m.it.freq)
			if isID {
				m.ids[n] = place
			}
		}
	}
}

// head is a segment at its current term.
type head struct {
	*terms
	number int // of the segment
}

// heads gives the segments that have the field at their first terms.
func (m *merger) heads(name string) (headHeap, error) {
	var out headHeap
	for i, s := range m.segments {
		t := s.dictionary(name).AutomatonIterator(nil, nil, nil).(*terms)
		switch {
		case t.next():
			out = append(out, &head{t, i})
		case t.block.dict.bad || t.block.list.bad:
			return nil, ErrDamaged
		}
	}
	heap.Init(&out)
	return out, nil
}

// advance takes the first segment to its next term.
func advance(heads *headHeap) error {
	h := (*heads)[0]
	if h.next() {
		heap.Fix(heads, 0)
		return nil
	}
	if h.block.dict.bad || h.block.list.bad {
		return ErrDamaged
	}
	heap.Pop(heads)
	return nil
}

// headHeap orders segments by their current term, then by number, which is the order of the new documents.
type headHeap []*head

// Len implements heap.Interface, as do the methods below.
func (h headHeap) Len() int { return len(h) }

// Less orders.
func (h headHeap) Less(i, j int) bool {
	if c := bytes.Compare(h[i].block.term, h[j].block.term); c != 0 {
		return c < 0
	}
	return h[i].number < h[j].number
}

// Swap exchanges two.
func (h headHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

// Push adds one.
func (h *headHeap) Push(x any) { *h = append(*h, x.(*head)) }

// Pop takes the last one away.
func (h *headHeap) Pop() any {
	n := len(*h) - 1
	x := (*h)[n]
	*h = (*h)[:n]
	return x
}
