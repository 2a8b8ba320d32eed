package doc

import (
	"encoding/binary"
	"unicode/utf16"
)

// This file writes small Word files, as plainly as the format allows: one page of properties a paragraph and a run, the
// text in one piece. It knows only what the tests need.

// run97 is a stretch of text with changes of character properties.
type textRun struct {
	text  string
	chars []byte
}

// textPara is a paragraph: its runs, its changes, its style and the mark that ends it.
type textPara struct {
	runs  []textRun
	paras []byte
	style int
	mark  rune
}

// sprm writes one change: a code of two bytes (one in the old format) and its operand.
func sprm(code int, operand ...byte) []byte {
	if code < 256 {
		return append([]byte{byte(code)}, operand...)
	}
	return append(binary.LittleEndian.AppendUint16(nil, uint16(code)), operand...)
}

func join(parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func le16(n ...int) []byte {
	var out []byte
	for _, v := range n {
		out = binary.LittleEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func le32(n ...int) []byte {
	var out []byte
	for _, v := range n {
		out = binary.LittleEndian.AppendUint32(out, uint32(v))
	}
	return out
}

func para(text string) textPara { return textPara{runs: []textRun{{text: text}}} }

// with changes the properties of a paragraph.
func (p textPara) with(changes ...[]byte) textPara {
	p.paras = join(append([][]byte{p.paras}, changes...)...)
	return p
}

// cell ends a paragraph as a cell of a table, rowEnd ends a row.
func cell(text string) textPara {
	p := para(text).with(sprm(sprmPInTable, 1))
	p.mark = charCell
	return p
}

func rowEnd(changes ...[]byte) textPara {
	p := textPara{mark: charCell}
	return p.with(append([][]byte{sprm(sprmPInTable, 1), sprm(sprmPRowEnd, 1)}, changes...)...)
}

// builder is a file being written.
type builder struct {
	old       bool
	flags     int
	text      []textPara
	footnotes []textPara
	endnotes  []textPara
	boxes     []textPara
	fonts     []string
	styles    [][]byte
	data      []byte
	// structures to put in the table stream by the index of their place in the block, and their bytes
	tables map[int][]byte

	main, table []byte
	papx, chpx  [][3]int // start, end, page
}

const textAt = 1024

// write gives the finished file.
func (b *builder) write() []byte {
	b.main = make([]byte, textAt)
	var pages [][]byte
	lengths := []int{b.part(b.text, &pages), b.part(b.footnotes, &pages), b.part(b.endnotes, &pages), b.part(b.boxes, &pages)}
	units := len(b.main) - textAt
	for len(b.main)%pageSize != 0 {
		b.main = append(b.main, 0)
	}
	first := len(b.main) / pageSize
	for _, p := range pages {
		b.main = append(b.main, p...)
	}
	put := func(index int, data []byte) {
		at := 0x9a + 8*index
		if b.old {
			at = map[int]int{1: 0x60, 12: 0xb8, 13: 0xc0, 15: 0xd0, 33: 0x160}[index]
		}
		stream := &b.table
		if b.old {
			stream = &b.main
		}
		copy(b.main[at:], le32(len(*stream), len(data)))
		*stream = append(*stream, data...)
	}
	copy(b.main, le16(map[bool]int{false: wordIdent, true: word6}[b.old], map[bool]int{false: fib97, true: 101}[b.old]))
	copy(b.main[10:], le16(b.flags|flagTable))
	if b.old {
		copy(b.main[0x18:], le32(textAt, textAt+units))
		copy(b.main[0x34:], le32(lengths[0]))
	} else {
		copy(b.main[0x4c:], le32(lengths[0], lengths[1]))
		copy(b.main[0x60:], le32(lengths[2], lengths[3]))
		pcd := join(le32(0, units/2), le16(0), le32(textAt), le16(0))
		put(33, join([]byte{2}, le32(len(pcd)), pcd))
	}
	put(12, b.plc(b.chpx, first))
	put(13, b.plc(b.papx, first))
	put(15, b.fontTable())
	put(1, b.styleSheet())
	for index, data := range b.tables {
		put(index, data)
	}
	streams := map[string][]byte{"WordDocument": b.main}
	if !b.old {
		streams["1Table"] = b.table
	}
	if b.data != nil {
		streams["Data"] = b.data
	}
	return compound(streams)
}

// part writes paragraphs and gives their length in characters.
func (b *builder) part(paras []textPara, pages *[][]byte) int {
	count := 0
	for _, p := range paras {
		start := len(b.main)
		mark := p.mark
		if mark == 0 {
			mark = charParagraph
		}
		for _, r := range append(p.runs, textRun{text: string(mark)}) {
			from := len(b.main)
			for _, u := range utf16.Encode([]rune(r.text)) {
				b.main = append(b.main, byte(u))
				if !b.old {
					b.main = append(b.main, byte(u>>8))
				}
				count++
			}
			if len(r.chars) > 0 {
				b.chpx = append(b.chpx, [3]int{from, len(b.main), len(*pages)})
				*pages = append(*pages, page(from, len(b.main), join([]byte{byte(len(r.chars))}, r.chars)))
			}
		}
		changes := join(le16(p.style), p.paras)
		if len(changes)%2 == 1 {
			changes = append(changes, 0)
		}
		size := []byte{0, byte(len(changes) / 2)}
		if b.old {
			size = []byte{byte(len(changes) / 2)}
		}
		b.papx = append(b.papx, [3]int{start, len(b.main), len(*pages)})
		*pages = append(*pages, page(start, len(b.main), join(size, changes)))
	}
	return count
}

// page writes a page of properties of one run.
func page(start, end int, props []byte) []byte {
	const propsAt = 64
	out := make([]byte, pageSize)
	copy(out, le32(start, end))
	out[8] = propsAt / 2
	copy(out[propsAt:pageSize-1], props)
	out[pageSize-1] = 1
	return out
}

// plc lists pages by the offsets that they cover.
func (b *builder) plc(runs [][3]int, first int) []byte {
	if len(runs) == 0 {
		return nil
	}
	var out []byte
	for _, r := range runs {
		out = append(out, le32(r[0])...)
	}
	out = append(out, le32(runs[len(runs)-1][1])...)
	for _, r := range runs {
		if b.old {
			out = append(out, le16(first+r[2])...)
		} else {
			out = append(out, le32(first+r[2])...)
		}
	}
	return out
}

func wideBytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func (b *builder) fontTable() []byte {
	out := le16(len(b.fonts), 0)
	if b.old {
		out = le16(0)
	}
	for _, name := range b.fonts {
		entry := join(make([]byte, 39), wideBytes(name), []byte{0, 0})
		if b.old {
			entry = join(make([]byte, 5), []byte(name), []byte{0})
		}
		out = append(append(out, byte(len(entry))), entry...)
	}
	return out
}

// styleOf writes a paragraph style that rests on another.
func (b *builder) styleOf(base int, paras, chars []byte) []byte {
	name := join(le16(1), wideBytes("A"), le16(0))
	if b.old {
		name = []byte{1, 'A', 0}
	}
	out := join(le16(0, base<<4|1, 2, 0, 0), name)
	for _, upx := range [][]byte{join(le16(0), paras), chars} {
		if len(out)%2 == 1 {
			out = append(out, 0)
		}
		out = join(out, le16(len(upx)), upx)
	}
	return out
}

func (b *builder) styleSheet() []byte {
	out := join(le16(4), le16(len(b.styles), 10))
	for _, s := range b.styles {
		out = join(out, le16(len(s)), s)
	}
	return out
}

// compound writes a compound file (MS-CFB, version 3): a header, a sector of allocation, one of the directory, then the
// streams, each long enough to need no small sectors.
func compound(streams map[string][]byte) []byte {
	const sector, fatEnd, fatSelf = 512, 0xfffffffe, 0xfffffffd
	names := []string{"Root Entry"}
	for _, name := range []string{"WordDocument", "1Table", "Data"} {
		if streams[name] != nil {
			names = append(names, name)
		}
	}
	fat := []int{fatSelf, fatEnd}
	directory := make([]byte, sector)
	var body []byte
	for i, name := range names {
		entry := directory[128*i:]
		copy(entry, wideBytes(name))
		copy(entry[64:], le16(2*len(name)+2))
		entry[66], entry[67] = 2, 1
		copy(entry[68:], le32(0xffffffff, 0xffffffff, 0xffffffff))
		if i == 0 {
			entry[66] = 5
			copy(entry[76:], le32(1))
			copy(entry[116:], le32(fatEnd, 0))
			continue
		}
		if i+1 < len(names) {
			copy(entry[72:], le32(i+1))
		}
		data := append([]byte{}, streams[name]...)
		for len(data) < 4096 || len(data)%sector != 0 {
			data = append(data, 0)
		}
		copy(entry[116:], le32(len(fat), len(data)))
		for n := len(data) / sector; n > 1; n-- {
			fat = append(fat, len(fat)+1)
		}
		fat = append(fat, fatEnd)
		body = append(body, data...)
	}
	header := make([]byte, sector)
	copy(header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	copy(header[24:], le16(0x3e, 3, 0xfffe, 9, 6))
	copy(header[44:], le32(1, 1, 0, 4096, fatEnd, 0, fatEnd, 0, 0))
	for i := 80; i < sector; i += 4 {
		copy(header[i:], le32(0xffffffff))
	}
	allocation := make([]byte, 0, sector)
	for _, n := range fat {
		allocation = append(allocation, le32(n)...)
	}
	for len(allocation) < sector {
		allocation = append(allocation, le32(0xffffffff)...)
	}
	return join(header, allocation, directory, body)
}
