package doc

import (
	"golang.org/x/text/encoding/charmap"

	"github.com/soichi/soichi/extract/read"
)

// loadText puts the text together from its pieces (MS-DOC 2.4.1). A file of the old format that was never saved in haste
// is one piece of bytes.
func (f *file) loadText() error {
	h := f.fib
	total := h.text + h.footnotes + h.headers + h.macros + h.comments + h.endnotes + h.boxes
	if h.clx.size == 0 {
		if !h.old {
			return read.Fail(read.Damaged, "there is no table of pieces")
		}
		f.piece(h.textStart, total, true)
		return nil
	}
	plc := pieceTable(h.clx.in(f.table), h.old)
	n := (len(plc) - 4) / 12
	if n < 1 {
		return read.Fail(read.Damaged, "the table of pieces is empty")
	}
	for i := range n {
		start, end := int(u32(plc, 4*i)), int(u32(plc, 4*i+4))
		if end < start || start != len(f.units) || end > len(f.main) { // a character has a byte of its own
			return read.Fail(read.Damaged, "piece %d runs from %d to %d", i, start, end)
		}
		fc := u32(plc, 4*(n+1)+8*i+2)
		switch {
		case h.old:
			f.piece(int(fc), end-start, true)
		case fc&0x40000000 != 0: // bytes of Windows-1252 at half the offset
			f.piece(int(fc&0x3fffffff)/2, end-start, true)
		default:
			f.piece(int(fc), end-start, false)
		}
		if len(f.units) < end {
			return read.Fail(read.Truncated, "piece %d lies beyond the end", i)
		}
	}
	return nil
}

// pieceTable finds the table of pieces behind the blocks of properties in front of it.
func pieceTable(clx []byte, old bool) []byte {
	for at := 0; at < len(clx); {
		switch clx[at] {
		case 1:
			at += 3 + u16(clx, at+1)
		case 2:
			size := int(u32(clx, at+1))
			if at+5 > len(clx) || size > len(clx)-at-5 || size < 0 {
				return nil
			}
			return clx[at+5 : at+5+size]
		default:
			return nil
		}
	}
	return nil
}

// piece adds a stretch of the main stream as text: bytes, or UTF-16.
func (f *file) piece(at, count int, bytes bool) {
	width := 2
	if bytes {
		width = 1
	}
	for i := 0; i < count && at >= 0 && at+width <= len(f.main); i++ {
		unit := uint16(u16(f.main, at))
		if bytes {
			unit = uint16(f.main[at])
			if unit >= 0x80 {
				unit = uint16(charmap.Windows1252.DecodeByte(f.main[at]))
			}
		}
		f.units = append(f.units, unit)
		f.offsets = append(f.offsets, uint32(at))
		at += width
	}
}
