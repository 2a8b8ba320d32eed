package segment

import (
	"encoding/binary"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// encoder writes the postings of one term. The zero value is ready, and is ready again after each appendTo.
type encoder struct {
	count     uint64
	last      uint64 // document
	groups    []byte
	table     []byte
	groupAt   int // where the current group begins
	groupBase uint64
}

// add notes a document; documents come in order.
func (e *encoder) add(doc, freq uint64) {
	if e.count > 0 && e.count%groupSize == 0 {
		e.endGroup()
	}
	step := (doc - e.last) << 1
	if freq == 1 {
		e.groups = binary.AppendUvarint(e.groups, step|1)
	} else {
		e.groups = binary.AppendUvarint(binary.AppendUvarint(e.groups, step), freq)
	}
	e.last = doc
	e.count++
}

func (e *encoder) endGroup() {
	e.table = binary.AppendUvarint(e.table, e.last-e.groupBase)
	e.table = binary.AppendUvarint(e.table, uint64(len(e.groups)-e.groupAt))
	e.groupAt, e.groupBase = len(e.groups), e.last
}

// appendTo appends what the entry of the dictionary says of the postings to dict, and the postings to list.
func (e *encoder) appendTo(dict, list []byte) (newDict, newList []byte) {
	dict = binary.AppendUvarint(dict, e.count)
	if e.count == 1 {
		dict = append(dict, e.groups...)
	} else {
		start := len(list)
		if e.count > groupSize {
			list = appendBytes(list, e.table)
		}
		list = append(list, e.groups...)
		dict = binary.AppendUvarint(dict, uint64(len(list)-start))
	}
	*e = encoder{groups: e.groups[:0], table: e.table[:0]}
	return dict, list
}

// Postings is the list of the documents of a term. It implements Bleve's PostingsList.
type Postings struct {
	raw    []byte
	count  uint64 // deleted documents included
	docs   uint64 // of the segment: none of the list is beyond
	except *roaring.Bitmap
}

// Iterator implements Bleve's PostingsList, as do the methods below.
func (p *Postings) Iterator(_, _, _ bool, prealloc segment.PostingsIterator) segment.PostingsIterator {
	it, ok := prealloc.(*Iterator)
	if !ok || it == nil {
		it = &Iterator{}
	}
	*it = Iterator{list: decoder{b: p.raw}, count: p.count, left: p.count, docs: p.docs}
	if p.except != nil && !p.except.IsEmpty() {
		it.except = p.except
	}
	if p.count > groupSize {
		it.table = decoder{b: it.list.bytes()}
		it.beginGroup()
	}
	return it
}

// Count gives the number of documents without the deleted ones.
func (p *Postings) Count() uint64 {
	if p.except == nil || p.except.IsEmpty() {
		return p.count
	}
	n := uint64(0)
	it := p.Iterator(false, false, false, nil).(*Iterator)
	for it.step(0) {
		n++
	}
	return n
}

// Size is an estimate of the memory taken.
func (p *Postings) Size() int { return 64 }

// BytesRead is not counted.
func (p *Postings) BytesRead() uint64 { return 0 }

// ResetBytesRead does nothing, see BytesRead.
func (p *Postings) ResetBytesRead(uint64) {}

// BytesWritten is not counted.
func (p *Postings) BytesWritten() uint64 { return 0 }

// Iterator walks through postings. It is the posting it stands on, too, and implements Bleve's PostingsIterator and Posting.
type Iterator struct {
	list, table decoder
	count, left uint64 // postings in all, and not yet read
	docs        uint64
	except      *roaring.Bitmap

	doc, freq uint64
	groups    uint64 // begun so far
	groupLast uint64 // last document of the current group
	groupEnd  int    // where the next group begins, 0 in the last one
}

// beginGroup reads the entry of the table for the group that begins here.
func (it *Iterator) beginGroup() {
	it.groups++
	it.groupEnd = 0
	if it.table.at < len(it.table.b) {
		it.groupLast = it.doc + it.table.uvarint()
		it.groupEnd = min(it.list.at+int(it.table.uvarint()&(1<<31-1)), len(it.list.b))
	}
}

// leap passes over the groups that end before document target.
func (it *Iterator) leap(target uint64) {
	if it.list.at >= it.groupEnd {
		it.beginGroup()
	}
	for it.groupEnd > 0 && it.groupLast < target && it.left > 0 {
		it.list.at, it.doc = it.groupEnd, it.groupLast
		it.left = it.count - min(it.count, it.groups*groupSize)
		it.beginGroup()
	}
}

// read takes the next posting: how far its document is and whether the term is there once, else how often.
func (it *Iterator) read() {
	it.left--
	it.freq = 1
	if b, at := it.list.b, it.list.at; at+1 < len(b) && b[at] < 0x80 && b[at+1] < 0x80 { // nearly all numbers are small
		it.doc += uint64(b[at] >> 1)
		it.list.at++
		if b[at]&1 == 0 {
			it.freq = uint64(b[at+1])
			it.list.at++
		}
		return
	}
	v := it.list.uvarint()
	it.doc += v >> 1
	if v&1 == 0 {
		it.freq = it.list.uvarint()
	}
}

// step goes to the next document at or after target and tells whether there is one.
func (it *Iterator) step(target uint64) bool {
	for it.left > 0 {
		if it.groupEnd > 0 && (it.list.at >= it.groupEnd || it.groupLast < target) {
			it.leap(target)
		}
		it.read()
		if it.list.bad || it.doc >= it.docs {
			it.left = 0
			return false
		}
		if it.doc >= target && (it.except == nil || !it.except.Contains(uint32(it.doc))) {
			return true
		}
	}
	return false
}

// Seek goes to the first document at target or after it, among those not yet read, and tells whether there is one.
func (it *Iterator) Seek(target uint64) bool { return it.step(target) }

// Next implements Bleve's PostingsIterator, as do the methods below.
func (it *Iterator) Next() (segment.Posting, error) { return it.Advance(0) }

// Advance goes to the first document at target or after it, among those not yet read.
func (it *Iterator) Advance(target uint64) (segment.Posting, error) {
	if !it.step(target) {
		return nil, nil
	}
	return it, nil
}

// Number gives the document.
func (it *Iterator) Number() uint64 { return it.doc }

// Frequency tells how often the term is in it.
func (it *Iterator) Frequency() uint64 { return it.freq }

// Norm is the same for all.
func (it *Iterator) Norm() float64 { return 1 }

// Locations gives none.
func (it *Iterator) Locations() []segment.Location { return nil }

// Size is an estimate of the memory taken.
func (it *Iterator) Size() int { return 192 }

// BytesRead is not counted.
func (it *Iterator) BytesRead() uint64 { return 0 }

// ResetBytesRead does nothing, see BytesRead.
func (it *Iterator) ResetBytesRead(uint64) {}

// BytesWritten is not counted.
func (it *Iterator) BytesWritten() uint64 { return 0 }
