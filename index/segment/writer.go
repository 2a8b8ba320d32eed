package segment

import (
	"encoding/binary"
	"fmt"
	"io"
)

// writer writes a segment in one pass: fields in the order of their names, terms in order, documents in order.
type writer struct {
	out io.Writer
	at  uint64
	err error // the first of out
	footer

	offsets    []uint64 // of the blocks of the current field
	dict, list []byte   // the current block
	inBlock    int
	lastTerm   []byte
	postings   encoder
	buf        []byte
}

func newWriter(out io.Writer, docs uint64) *writer {
	w := &writer{out: out, footer: footer{docs: docs}}
	w.write([]byte(magic))
	return w
}

func (w *writer) write(b []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(b)
		w.at += uint64(len(b))
	}
}

// beginField starts a field.
func (w *writer) beginField(name string) {
	w.fields = append(w.fields, fieldEntry{name: name, blocks: w.at})
	w.offsets = w.offsets[:0]
}

// endTerm writes the postings that were added under a term. Without any there is no term.
func (w *writer) endTerm(term []byte) {
	if w.postings.count == 0 {
		return
	}
	shared := 0
	if w.inBlock > 0 {
		shared = common(w.lastTerm, term)
	}
	w.dict = binary.AppendUvarint(w.dict, uint64(shared))
	w.dict = appendBytes(w.dict, term[shared:])
	w.dict, w.list = w.postings.appendTo(w.dict, w.list)
	w.lastTerm = append(w.lastTerm[:0], term...)
	w.fields[len(w.fields)-1].terms++
	if w.inBlock++; w.inBlock == blockTerms {
		w.endBlock()
	}
}

func (w *writer) endBlock() {
	if w.inBlock == 0 {
		return
	}
	w.offsets = append(w.offsets, w.at)
	w.buf = binary.AppendUvarint(w.buf[:0], uint64(len(w.dict)))
	w.write(w.buf)
	w.write(w.dict)
	w.write(w.list)
	w.dict, w.list, w.inBlock = w.dict[:0], w.list[:0], 0
}

// endField ends the field begun last. One without terms leaves no trace.
func (w *writer) endField() {
	w.endBlock()
	f := &w.fields[len(w.fields)-1]
	if f.terms == 0 {
		w.fields = w.fields[:len(w.fields)-1]
		return
	}
	f.offsets = w.at
	w.buf = w.buf[:0]
	for _, o := range w.offsets {
		w.buf = binary.LittleEndian.AppendUint64(w.buf, o)
	}
	w.write(w.buf)
}

// end writes the ids, given by place among the terms of the field of ids, and the table of contents.
func (w *writer) end(ids []uint32) error {
	w.ids = w.at
	w.buf = w.buf[:0]
	for _, place := range ids {
		w.buf = binary.LittleEndian.AppendUint32(w.buf, place)
	}
	w.write(w.buf)
	w.write(w.appendTo(nil, w.at))
	if w.err != nil {
		return fmt.Errorf("write a segment: %w", w.err)
	}
	return nil
}

// common gives the number of bytes that two terms begin with alike.
func common(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
