package doc

import "sort"

// run is a stretch of the main stream, by offsets, with the properties that differ from its style.
type run struct {
	start, end uint32
	style      int // of a paragraph
	grpprl     []byte
}

const pageSize = 512 // of a page of properties (MS-DOC 2.9.63 and 2.9.174)

// loadRuns reads the pages of character or paragraph properties that a table lists.
func (f *file) loadRuns(table place, paragraphs bool) []run {
	plc := table.in(f.table)
	width := 4
	if f.fib.old {
		width = 2
	}
	n := (len(plc) - 4) / (4 + width)
	var out []run
	for i := range max(n, 0) {
		number := u16(plc, 4*(n+1)+width*i)
		if !f.fib.old {
			number = int(u32(plc, 4*(n+1)+width*i) & 0x3fffff)
		}
		at := number * pageSize
		if at+pageSize > len(f.main) {
			continue
		}
		out = append(out, f.page(f.main[at:at+pageSize], paragraphs)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

// page reads one page: offsets from the front, the places of the properties behind them, their number in the last byte.
func (f *file) page(b []byte, paragraphs bool) []run {
	n := int(b[pageSize-1])
	width := 1
	if paragraphs {
		if width = 13; f.fib.old {
			width = 7
		}
	}
	if 4*(n+1)+n*width > pageSize-1 {
		return nil
	}
	out := make([]run, 0, n)
	for i := range n {
		r := run{start: u32(b, 4*i), end: u32(b, 4*i+4)}
		if at := 2 * int(b[4*(n+1)+i*width]); at > 0 {
			if paragraphs {
				r.style, r.grpprl = f.paragraph(b, at)
			} else if end := at + 1 + int(b[at]); end <= pageSize-1 {
				r.grpprl = b[at+1 : end]
			}
		}
		out = append(out, r)
	}
	return out
}

// paragraph reads the properties of a paragraph: their length in words, the style, the changes. In Word 97 a length of 0
// says that the length follows in the next byte.
func (f *file) paragraph(b []byte, at int) (style int, grpprl []byte) {
	size := 2*int(b[at]) - 1
	at++
	switch {
	case f.fib.old:
		size++
	case size < 0:
		size = 2 * int(b[at])
		at++
	}
	if size < 2 || at+size > pageSize-1 {
		return 0, nil
	}
	return u16(b, at), b[at+2 : at+size]
}

// at finds the run that holds an offset, nil where none does.
func at(runs []run, offset uint32) *run {
	i := sort.Search(len(runs), func(i int) bool { return runs[i].start > offset }) - 1
	if i < 0 || offset >= runs[i].end {
		return nil
	}
	return &runs[i]
}

// extent gives the stretch around an offset that has the same properties: a run, or the gap between two.
func extent(runs []run, offset uint32) (start, end uint32) {
	i := sort.Search(len(runs), func(i int) bool { return runs[i].start > offset })
	end = ^uint32(0)
	if i < len(runs) {
		end = runs[i].start
	}
	if i == 0 {
		return 0, end
	}
	if r := runs[i-1]; offset < r.end {
		return r.start, r.end
	}
	return runs[i-1].end, end
}

// each calls visit with every change of properties, its code and its operand (MS-DOC 2.2.5.1). It stops at one that is
// cut off.
func (f *file) each(grpprl []byte, visit func(code int, operand []byte)) {
	if f.fib.old {
		eachOld(grpprl, visit)
		return
	}
	for len(grpprl) >= 2 {
		code := u16(grpprl, 0)
		rest := grpprl[2:]
		size := 0
		switch code >> 13 {
		case 0, 1:
			size = 1
		case 2, 4, 5:
			size = 2
		case 3:
			size = 4
		case 7:
			size = 3
		case 6:
			switch {
			case len(rest) < 1:
				return
			case code == sprmTDefTable:
				size = u16(rest, 0) + 1
			case code == sprmPChgTabs && rest[0] == 255: // its own length then follows from its two lists
				size = changedTabs(rest)
			default:
				size = int(rest[0]) + 1
			}
		}
		if size > len(rest) {
			return
		}
		visit(code, rest[:size])
		grpprl = rest[size:]
	}
}

// changedTabs computes the length of a change of tabs: 4 bytes a deleted one, 3 an added one, and the counts.
func changedTabs(b []byte) int {
	if len(b) < 2 {
		return len(b) + 1
	}
	deleted := int(b[1])
	if 2+4*deleted >= len(b) {
		return len(b) + 1
	}
	return 3 + 4*deleted + 3*int(b[2+4*deleted])
}

// The codes of properties that change what the text is.
const (
	sprmPStyle       = 0x4600
	sprmPLevel       = 0x260a
	sprmPList        = 0x460b
	sprmPInTable     = 0x2416
	sprmPRowEnd      = 0x2417
	sprmPDepth       = 0x6649
	sprmPInnerCell   = 0x244b
	sprmPInnerRowEnd = 0x244c
	sprmPHuge        = 0x6646 // the changes stand in the data stream
	sprmPTable       = 0x646b // those of the table too
	sprmPChgTabs     = 0xc615
	sprmTDefTable    = 0xd608
	sprmTHeader      = 0x3404
	sprmCBold        = 0x0835
	sprmCCaps        = 0x083b
	sprmCHidden      = 0x083c
	sprmCDeleted     = 0x0800
	sprmCSpecial     = 0x0855
	sprmCRaised      = 0x2a48
	sprmCFont        = 0x4a4f
	sprmCSymbol      = 0x6a09
	sprmCStyle       = 0x4a30
)

// oldSizes are the operand lengths of the Word 6 properties by their one-byte code; 255 is a length in the first byte.
// Codes that are not here end the reading of a list, as their length is not known.
var oldSizes = map[byte]int{
	2: 2, 3: 255, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 11: 1, 12: 255, 13: 1, 14: 1, 15: 255, 16: 2, 17: 2, 18: 2, 19: 2,
	20: 4, 21: 2, 22: 2, 23: 255, 24: 1, 25: 1, 26: 2, 27: 2, 28: 2, 29: 1, 30: 2, 31: 2, 32: 2, 33: 2, 34: 2, 35: 2, 36: 2,
	37: 1, 38: 2, 39: 2, 40: 2, 41: 2, 42: 2, 43: 2, 44: 1, 45: 2, 46: 2, 47: 2, 48: 2, 49: 2, 50: 1, 51: 1,
	65: 1, 66: 1, 67: 1, 68: 255, 69: 2, 70: 4, 71: 1, 72: 2, 73: 3, 74: 255, 75: 1, 80: 2, 81: 255, 82: 255, 83: 0,
	85: 1, 86: 1, 87: 1, 88: 1, 89: 1, 90: 1, 91: 1, 92: 1, 93: 2, 94: 1, 95: 3, 96: 2, 97: 2, 98: 1, 99: 2, 100: 1, 101: 2,
	102: 1, 103: 255, 104: 1, 105: 255, 106: 255, 107: 2, 108: 255, 109: 2, 110: 2, 117: 1, 118: 1,
}

// oldCodes gives the Word 97 code of the Word 6 properties that matter.
var oldCodes = map[byte]int{
	2: sprmPStyle, 24: sprmPInTable, 25: sprmPRowEnd, 65: sprmCDeleted, 80: sprmCStyle, 85: sprmCBold, 91: sprmCCaps,
	92: sprmCHidden, 93: sprmCFont, 104: sprmCRaised, 117: sprmCSpecial,
}

func eachOld(grpprl []byte, visit func(code int, operand []byte)) {
	for len(grpprl) > 0 {
		size, known := oldSizes[grpprl[0]]
		if !known {
			return
		}
		code, rest := oldCodes[grpprl[0]], grpprl[1:]
		if size == 255 {
			if len(rest) == 0 {
				return
			}
			size = int(rest[0]) + 1
		}
		if size > len(rest) {
			return
		}
		if code != 0 {
			visit(code, rest[:size])
		}
		grpprl = rest[size:]
	}
}
