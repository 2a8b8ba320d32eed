package segment

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Dictionary is the terms of a field. It implements Bleve's TermDictionary. The nil fieldEntry is a field without terms.
type Dictionary struct {
	data  []byte
	docs  uint64
	field *fieldEntry
}

func (d *Dictionary) blocks() int {
	if d.field == nil {
		return 0
	}
	return int(blocksOf(d.field.terms))
}

// block gives the entries of block i.
func (d *Dictionary) block(i int) entries {
	at := binary.LittleEndian.Uint64(d.data[d.field.offsets+8*uint64(i):])
	if at < d.field.blocks || at > d.field.offsets {
		return entries{dict: decoder{bad: true}}
	}
	whole := decoder{b: d.data[at:d.field.offsets]}
	dict := decoder{b: whole.bytes()}
	left := min(blockTerms, int(d.field.terms)-i*blockTerms)
	return entries{dict: dict, list: decoder{b: whole.b[whole.at:]}, left: left, docs: d.docs}
}

// entries walks through the terms of a block.
type entries struct {
	dict, list decoder
	left       int
	docs       uint64
	term       []byte
	postings   Postings
}

// next goes to the next term and tells whether there is one.
func (e *entries) next() bool {
	if e.left == 0 || e.dict.bad || e.list.bad {
		return false
	}
	e.left--
	shared := min(e.dict.uvarint(), uint64(len(e.term)))
	e.term = append(e.term[:shared], e.dict.bytes()...)
	e.postings = Postings{count: e.dict.uvarint(), docs: e.docs}
	if e.postings.count == 1 {
		start := e.dict.at
		if e.dict.uvarint()&1 == 0 {
			e.dict.uvarint()
		}
		e.postings.raw = e.dict.b[start:e.dict.at]
	} else {
		e.postings.raw = e.list.take(e.dict.uvarint())
	}
	return !e.dict.bad && !e.list.bad
}

// seek gives the number of the last block whose first term is not after term, 0 if there is none.
func (d *Dictionary) seek(term []byte) int {
	n := sort.Search(d.blocks(), func(i int) bool {
		e := d.block(i)
		return !e.next() || bytes.Compare(e.term, term) > 0
	})
	return max(0, n-1)
}

// lookup finds the postings of a term.
func (d *Dictionary) lookup(term []byte) (Postings, bool) {
	if d.blocks() == 0 {
		return Postings{}, false
	}
	e := d.block(d.seek(term))
	for e.next() {
		switch bytes.Compare(e.term, term) {
		case 0:
			return e.postings, true
		case 1:
			return Postings{}, false
		}
	}
	return Postings{}, false
}

// term gives the term at a place in the order of the terms.
func (d *Dictionary) term(place uint32) ([]byte, error) {
	if d.field != nil && uint64(place) < d.field.terms {
		e := d.block(int(place / blockTerms))
		for range place%blockTerms + 1 {
			if !e.next() {
				break
			}
		}
		if !e.dict.bad && !e.list.bad {
			return e.term, nil
		}
	}
	return nil, fmt.Errorf("term %d: %w", place, ErrDamaged)
}

// PostingsList implements Bleve's TermDictionary, as do the methods below.
func (d *Dictionary) PostingsList(term []byte, except *roaring.Bitmap, prealloc segment.PostingsList) (segment.PostingsList, error) {
	p, ok := prealloc.(*Postings)
	if !ok || p == nil {
		p = &Postings{}
	}
	*p, _ = d.lookup(term)
	p.except = except
	return p, nil
}

// Contains tells whether the field has the term.
func (d *Dictionary) Contains(term []byte) (bool, error) {
	_, ok := d.lookup(term)
	return ok, nil
}

// Cardinality gives the number of terms.
func (d *Dictionary) Cardinality() int {
	if d.field == nil {
		return 0
	}
	return int(d.field.terms)
}

// AutomatonIterator visits the terms from start (included) to end (excluded) that the automaton accepts; what is nil does
// not bound.
func (d *Dictionary) AutomatonIterator(a segment.Automaton, start, end []byte) segment.DictionaryIterator {
	it := &terms{dict: d, automaton: a, start: start, end: end}
	if d.blocks() > 0 {
		it.number = d.seek(start)
		it.block = d.block(it.number)
	}
	return it
}

// terms walks through the terms of a dictionary.
type terms struct {
	dict       *Dictionary
	automaton  segment.Automaton
	start, end []byte
	number     int // of the block
	block      entries
	entry      index.DictEntry
}

// Next implements Bleve's DictionaryIterator.
func (t *terms) Next() (*index.DictEntry, error) {
	for t.next() {
		term := t.block.term
		if t.start != nil && bytes.Compare(term, t.start) < 0 {
			continue
		}
		if t.end != nil && bytes.Compare(term, t.end) >= 0 {
			return nil, nil
		}
		if distance, ok := t.accepts(term); ok {
			t.entry = index.DictEntry{Term: string(term), Count: t.block.postings.count, EditDistance: distance}
			return &t.entry, nil
		}
	}
	if t.block.dict.bad || t.block.list.bad {
		return nil, fmt.Errorf("dictionary: %w", ErrDamaged)
	}
	return nil, nil
}

// next goes to the next term, over the end of a block.
func (t *terms) next() bool {
	for !t.block.next() {
		if t.block.left > 0 || t.number+1 >= t.dict.blocks() {
			return false
		}
		t.number++
		buf := t.block.term
		t.block = t.dict.block(t.number)
		t.block.term = buf[:0]
	}
	return true
}

// accepts runs the automaton over a term.
func (t *terms) accepts(term []byte) (distance uint8, ok bool) {
	if t.automaton == nil {
		return 0, true
	}
	state := t.automaton.Start()
	for _, c := range term {
		if !t.automaton.CanMatch(state) {
			return 0, false
		}
		state = t.automaton.Accept(state, c)
	}
	if f, ok := t.automaton.(fuzzy); ok {
		match, distance := f.MatchAndDistance(string(term))
		return distance, match
	}
	return 0, t.automaton.IsMatch(state)
}

// fuzzy is an automaton that also knows how far off a term is.
type fuzzy interface {
	MatchAndDistance(term string) (match bool, distance uint8)
}
