package segment

import (
	"errors"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// What is added to an encoder is read back, at every length about a group's, and the encoder is as new afterwards.
func TestPostingsAreReadBack(t *testing.T) {
	var e encoder
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{1, 2, groupSize - 1, groupSize, groupSize + 1, 2 * groupSize, 2*groupSize + 1}).Draw(t, "documents")
		var docs, freqs []uint64
		doc := rapid.Uint64Range(0, 1<<20).Draw(t, "first")
		for range n {
			docs, freqs = append(docs, doc), append(freqs, rapid.Uint64Range(1, 300).Draw(t, "frequency"))
			e.add(doc, freqs[len(freqs)-1])
			doc += rapid.Uint64Range(1, 1<<16).Draw(t, "step")
		}
		before := []byte("what stands before")
		dict, list := e.appendTo(slices.Clone(before), slices.Clone(before))
		d := decoder{b: dict[len(before):]}
		p := Postings{count: d.uvarint(), docs: doc + 1}
		if p.raw = d.b[d.at:]; p.count > 1 {
			if size := d.uvarint(); size != uint64(len(list)-len(before)) {
				t.Fatalf("the dictionary says %d bytes, there are %d", size, len(list)-len(before))
			}
			p.raw = list[len(before):]
		}
		it := p.Iterator(true, true, false, nil)
		for i := range docs {
			got, err := it.Next()
			if err != nil || got == nil || got.Number() != docs[i] || got.Frequency() != freqs[i] {
				t.Fatalf("posting %d is %v (%v), want %d with %d", i, got, err, docs[i], freqs[i])
			}
		}
		if got, err := it.Next(); got != nil || err != nil {
			t.Fatalf("behind the last one stands %v (%v)", got, err)
		}
		if e.count != 0 || e.last != 0 || len(e.groups)+len(e.table) != 0 {
			t.Fatal("the encoder is not ready again")
		}
	})
}

func TestAnIteratorIsUsedAgain(t *testing.T) {
	s := made(t, []paper{{"a", map[string]map[string]int{"f": {"x": 2, "y": 1}}}, {"b", map[string]map[string]int{"f": {"x": 1}}}})
	x, _ := s.dictionary("f").lookup([]byte("x"))
	y, _ := s.dictionary("f").lookup([]byte("y"))
	it := x.Iterator(true, false, false, nil).(*Iterator)
	for it.step(0) {
	}
	if again := y.Iterator(true, false, false, it); again != it || !it.Seek(0) || it.Number() != 0 || it.Frequency() != 1 || it.Seek(0) {
		t.Error("an iterator that was used before does not give the other list")
	}
}

// A list that is cut off ends; it never gives a document beyond those of the segment.
func FuzzPostings(f *testing.F) {
	var e encoder
	for i := range uint64(300) {
		e.add(2*i, 1+i%3)
	}
	_, list := e.appendTo(nil, nil)
	f.Add(list, uint64(300), uint64(600))
	f.Add(list[:len(list)/2], uint64(300), uint64(10))
	f.Add([]byte{1}, uint64(1), uint64(1))
	f.Fuzz(func(t *testing.T, raw []byte, count, docs uint64) {
		p := Postings{raw: raw, count: count, docs: docs}
		it := p.Iterator(true, false, false, nil).(*Iterator)
		for n := uint64(0); it.step(0); n++ {
			if it.doc >= docs || n >= count {
				t.Fatalf("document %d of %d, %d postings of %d", it.doc, docs, n+1, count)
			}
		}
		if it.step(0) {
			t.Fatal("it goes on after its end")
		}
	})
}

// breaking takes so many bytes and then no more.
type breaking struct{ left int }

var errBroken = errors.New("no space left")

func (b *breaking) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func TestAWriterTellsOfItsFirstError(t *testing.T) {
	size := len(made(t, []paper{{id: "a"}}).data)
	for left := range size {
		w := newWriter(&breaking{left}, 1)
		w.beginField(idField)
		w.postings.add(0, 1)
		w.endTerm([]byte("a"))
		w.endField()
		if err := w.end([]uint32{0}); !errors.Is(err, errBroken) {
			t.Fatalf("room for %d of %d bytes: %v", left, size, err)
		}
	}
}

func TestUsersOfASegment(t *testing.T) {
	closed := 0
	s, err := newBase(made(t, []paper{{id: "a"}}).data, func() error { closed++; return nil })
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		s.AddRef()
		wait.Go(func() {
			if id, err := s.DocID(0); err != nil || string(id) != "a" {
				t.Errorf("%s (%v)", id, err)
			}
			if err := s.DecRef(); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if closed != 0 {
		t.Fatal("closed while it is in use")
	}
	if err := s.Close(); err != nil || closed != 1 {
		t.Errorf("closed %d times (%v), want once, by its last user", closed, err)
	}
}
