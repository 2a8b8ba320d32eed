package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// ErrDamaged means that a file is no segment or not a whole one.
var ErrDamaged = errors.New("damaged segment")

// The name and version by which Bleve finds the format. Any change to the file raises the version.
const (
	Type    = "soichi"
	Version = 1
)

const (
	magic      = "soichi\x01\n"
	blockTerms = 32
	groupSize  = 128
	tailSize   = 8 + 4 + len(magic)
	idField    = "_id"
)

// fieldEntry says where a field is.
type fieldEntry struct {
	name    string
	terms   uint64
	blocks  uint64 // offset of the first block
	offsets uint64 // offset of the blocks' offsets
}

// footer is the table of contents.
type footer struct {
	docs   uint64
	ids    uint64
	fields []fieldEntry
}

// appendTo writes the footer, which begins at offset at, and the tail.
func (f *footer) appendTo(b []byte, at uint64) []byte {
	start := len(b)
	b = binary.AppendUvarint(b, f.docs)
	b = binary.AppendUvarint(b, f.ids)
	for _, e := range f.fields {
		b = appendBytes(b, e.name)
		b = binary.AppendUvarint(b, e.terms)
		b = binary.AppendUvarint(b, e.blocks)
		b = binary.AppendUvarint(b, e.offsets)
	}
	sum := crc32.ChecksumIEEE(b[start:])
	b = binary.LittleEndian.AppendUint64(b, at)
	b = binary.LittleEndian.AppendUint32(b, sum)
	return append(b, magic...)
}

// readFooter reads the table of contents of a whole file.
func readFooter(b []byte) (*footer, error) {
	if len(b) < len(magic)+tailSize || string(b[:len(magic)]) != magic || string(b[len(b)-len(magic):]) != magic {
		return nil, fmt.Errorf("%w: it does not begin and end as one", ErrDamaged)
	}
	tail := b[len(b)-tailSize:]
	at, sum := binary.LittleEndian.Uint64(tail), binary.LittleEndian.Uint32(tail[8:])
	if at < uint64(len(magic)) || at > uint64(len(b)-tailSize) {
		return nil, fmt.Errorf("%w: the footer is outside of it", ErrDamaged)
	}
	content := b[at : len(b)-tailSize]
	if crc32.ChecksumIEEE(content) != sum {
		return nil, fmt.Errorf("%w: the footer has another checksum", ErrDamaged)
	}
	d := decoder{b: content}
	f := &footer{docs: d.uvarint(), ids: d.uvarint()}
	for !d.bad && d.at < len(d.b) {
		f.fields = append(f.fields, fieldEntry{string(d.bytes()), d.uvarint(), d.uvarint(), d.uvarint()})
	}
	if d.bad || !f.within(at) {
		return nil, fmt.Errorf("%w: the footer makes no sense", ErrDamaged)
	}
	return f, nil
}

// within tells whether all that the footer names lies before it, in order.
func (f *footer) within(end uint64) bool {
	if f.docs > end || f.ids > end || end-f.ids < 4*f.docs {
		return false
	}
	for _, e := range f.fields {
		if e.blocks > e.offsets || e.offsets > end || e.terms > end || end-e.offsets < 8*blocksOf(e.terms) {
			return false
		}
	}
	return true
}

func blocksOf(terms uint64) uint64 { return (terms + blockTerms - 1) / blockTerms }

func appendBytes[T string | []byte](b []byte, s T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// decoder reads numbers and bytes. Beyond the end it gives zeros and turns bad.
type decoder struct {
	b   []byte
	at  int
	bad bool
}

func (d *decoder) uvarint() uint64 {
	if d.at < len(d.b) && d.b[d.at] < 0x80 { // nearly all numbers are small
		d.at++
		return uint64(d.b[d.at-1])
	}
	return d.longUvarint()
}

func (d *decoder) longUvarint() uint64 {
	if d.at > len(d.b) {
		d.at = len(d.b)
	}
	v, n := binary.Uvarint(d.b[d.at:])
	if n <= 0 {
		d.at, d.bad = len(d.b), true
		return 0
	}
	d.at += n
	return v
}

func (d *decoder) bytes() []byte {
	n := d.uvarint()
	return d.take(n)
}

func (d *decoder) take(n uint64) []byte {
	if n > uint64(len(d.b)-d.at) {
		d.at, d.bad = len(d.b), true
		return nil
	}
	d.at += int(n)
	return d.b[d.at-int(n) : d.at]
}
