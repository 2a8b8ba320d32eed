package doc

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/soichi/soichi/extract/flow"
)

// formats names the number formats by their code (MS-OSHARED 2.2.1.3), those that documents use; others are digits.
var formats = map[byte]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero", 23: "bullet", 255: "none",
}

// loadLists reads the lists and their uses. A use is what a paragraph names; it may start over or change levels.
func (f *file) loadLists() {
	if f.fib.old {
		return
	}
	defs := f.listDefinitions()
	b := f.fib.uses.in(f.table)
	n := int(u32(b, 0))
	if n < 0 || 4+16*n > len(b) {
		return
	}
	rest := b[4+16*n:]
	for i := range n {
		use := b[4+16*i:]
		key := u32(use, 0)
		l := flow.NewList(strconv.Itoa(i), strconv.FormatUint(uint64(key), 16))
		if def := defs[key]; def != nil {
			l.Levels = *def
		}
		if rest != nil {
			rest = f.overrides(l, rest, int(use[12]))
		}
		f.lists = append(f.lists, l)
	}
}

// overrides reads what one use changes: four bytes that mean nothing here, then each changed level. It gives what is
// left for the next use, nil where the data ended.
func (f *file) overrides(l *flow.List, b []byte, count int) []byte {
	if len(b) < 4 {
		return nil
	}
	b = b[4:]
	for range count {
		if len(b) < 8 {
			return nil
		}
		start, flags := int(int32(u32(b, 0))), u32(b, 4)
		b = b[8:]
		level := int(flags & 15)
		if flags&0x20 != 0 {
			lv, size := f.level(b)
			if size == 0 {
				return nil
			}
			b = b[size:]
			if level < flow.ListLevels {
				l.Levels[level] = lv
			}
			start = lv.Start
		}
		if flags&0x10 != 0 && level < flow.ListLevels {
			l.StartOver[level] = start
		}
	}
	return b
}

// listDefinitions reads the lists by their key. Their levels stand behind the table, outside its stated size
// (MS-DOC 2.9.192).
func (f *file) listDefinitions() map[uint32]*[flow.ListLevels]flow.ListLevel {
	b := f.fib.lists.in(f.table)
	n := u16(b, 0)
	if 2+28*n > len(b) {
		return nil
	}
	out := map[uint32]*[flow.ListLevels]flow.ListLevel{}
	rest := f.table[f.fib.lists.at+2+28*n:]
	for i := range n {
		entry := b[2+28*i:]
		count := flow.ListLevels
		if entry[26]&1 != 0 {
			count = 1
		}
		levels := new([flow.ListLevels]flow.ListLevel)
		for j := range count {
			lv, size := f.level(rest)
			if size == 0 {
				return out
			}
			levels[j] = lv
			rest = rest[size:]
		}
		out[u32(entry, 0)] = levels
	}
	return out
}

// level reads one level: 28 bytes, the properties of paragraph and number, the text with the numbers of levels as
// characters below 9. It gives the size read, 0 where the data ended.
func (f *file) level(b []byte) (flow.ListLevel, int) {
	const head = 28
	if len(b) < head {
		return flow.ListLevel{}, 0
	}
	chars, paras := int(b[24]), int(b[25])
	textAt := head + paras + chars
	if textAt+2 > len(b) {
		return flow.ListLevel{}, 0
	}
	n := u16(b, textAt)
	end := textAt + 2 + 2*n
	if end > len(b) {
		return flow.ListLevel{}, 0
	}
	lv := flow.ListLevel{
		Start: int(int32(u32(b, 0))), Format: formats[b[4]], Legal: b[5]&4 != 0, Tight: b[15] == 2, Restart: -1, Defined: true,
	}
	if b[5]&8 != 0 { // restarts at another level than the one above, or never
		lv.Restart = int(b[26])
	}
	var p charProps
	f.apply(&p, &charProps{}, b[head+paras:textAt])
	lv.Font = p.font
	units := make([]uint16, n)
	for i := range units {
		units[i] = uint16(u16(b, textAt+2+2*i))
	}
	var text strings.Builder
	for _, r := range utf16.Decode(units) {
		if r < flow.ListLevels && lv.Format != "bullet" {
			text.WriteString("%" + strconv.Itoa(int(r)+1))
			continue
		}
		text.WriteRune(r)
	}
	lv.Text = text.String()
	return lv, end
}

// label counts a paragraph of a list. Uses are counted from 1; 0 and the number 0xF801 mean that there is none.
func (f *file) label(p *paraProps) (label, font string) {
	if p.list < 1 || p.list > len(f.lists) {
		return "", ""
	}
	return f.counter.Next(f.lists[p.list-1], p.level)
}
