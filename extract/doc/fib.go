package doc

import (
	"encoding/binary"

	"github.com/soichi/soichi/extract/read"
)

// place is where a structure stands in the table stream.
type place struct{ at, size int }

// fib is the file information block: the lengths of the parts of the text and the places of the structures. The offsets
// of Word 97 are those of MS-DOC 2.5; those of Word 6 and 95 come before the format was split in two streams.
type fib struct {
	old       bool // Word 6 or 95
	tableName string
	textStart int // of a simple file of the old format
	// Lengths of the parts of the text in characters, in the order in which they stand.
	text, footnotes, headers, macros, comments, endnotes, boxes int

	clx, chpx, papx, fonts, styles, lists, uses                          place
	footnoteRefs, footnoteTexts, endnoteRefs, endnoteTexts, spa, boxText place
}

const (
	wordIdent = 0xa5ec // Word 97 and later
	word6     = 0xa5dc // Word 6 and 95
	fib97     = 193    // version of the format in Word 97
	flagCrypt = 0x0100
	flagTable = 0x0200 // the table stream is 1Table
	flagPiece = 0x0004 // the text is in pieces, in the old format
)

func newFIB(b []byte) (*fib, error) {
	if len(b) < 0x200 {
		return nil, read.Fail(read.Truncated, "the document stream has %d bytes", len(b))
	}
	version, flags := u16(b, 2), u16(b, 10)
	switch ident := u16(b, 0); {
	case ident != wordIdent && ident != word6:
		return nil, read.Fail(read.UnsupportedFormat, "a Word file of before 1993 (mark %04x)", ident)
	case flags&flagCrypt != 0:
		e := read.Fail(read.Encrypted, "a Word file with a password to open it")
		e.Hint = "Open it with its password and save it without one."
		return nil, e
	case version < fib97:
		return oldFIB(b, flags), nil
	}
	if len(b) < 0x382 {
		return nil, read.Fail(read.Truncated, "the document stream has %d bytes", len(b))
	}
	h := &fib{tableName: "0Table"}
	if flags&flagTable != 0 {
		h.tableName = "1Table"
	}
	length := func(at int) int { return max(0, int(int32(u32(b, at)))) }
	h.text, h.footnotes, h.headers, h.macros = length(0x4c), length(0x50), length(0x54), length(0x58)
	h.comments, h.endnotes, h.boxes = length(0x5c), length(0x60), length(0x64)
	pair := func(index int) place { return placeAt(b, 0x9a+8*index) }
	h.styles, h.footnoteRefs, h.footnoteTexts = pair(1), pair(2), pair(3)
	h.chpx, h.papx, h.fonts, h.clx = pair(12), pair(13), pair(15), pair(33)
	h.spa, h.endnoteRefs, h.endnoteTexts, h.boxText = pair(40), pair(46), pair(47), pair(56)
	h.lists, h.uses = pair(73), pair(74)
	return h, nil
}

// oldFIB reads the block of Word 6 and 95, where everything stands in one stream.
func oldFIB(b []byte, flags int) *fib {
	h := &fib{old: true, textStart: int(u32(b, 0x18)), text: int(u32(b, 0x34)), footnotes: int(u32(b, 0x38))}
	h.styles, h.chpx, h.papx, h.fonts = placeAt(b, 0x60), placeAt(b, 0xb8), placeAt(b, 0xc0), placeAt(b, 0xd0)
	h.footnoteRefs, h.footnoteTexts = placeAt(b, 0x68), placeAt(b, 0x70)
	if flags&flagPiece != 0 {
		h.clx = placeAt(b, 0x160)
	}
	return h
}

func placeAt(b []byte, at int) place { return place{int(u32(b, at)), int(u32(b, at+4))} }

// in cuts a structure out of a stream, nil where it is absent or lies outside.
func (p place) in(stream []byte) []byte {
	if p.size <= 0 || p.at < 0 || p.at > len(stream) || p.size > len(stream)-p.at {
		return nil
	}
	return stream[p.at : p.at+p.size]
}

// u16 and u32 read little-endian numbers, 0 outside the data: a damaged file then reads as one that lacks the thing.
func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}
