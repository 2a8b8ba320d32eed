package doc

import (
	"bytes"
	"slices"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

// TestPieces covers texts that were saved in haste, whose pieces stand anywhere in the stream, as bytes or as UTF-16.
func TestPieces(t *testing.T) {
	const narrow = 0x40000000 // bytes, at half of the stated place
	main := slices.Concat(make([]byte, 100), []byte("Ch\xc8 th"), wideBytes("ị số"), []byte(" 12"))
	piece := func(fc int) []byte { return join(le16(0), le32(fc), le16(0)) }
	wide := piece(106)
	for _, c := range []struct {
		name string
		clx  []byte
		want string
		err  read.Reason
	}{
		{"bytes, UTF-16, bytes", clxOf(le32(0, 6, 10, 13), piece(narrow|200), wide, piece(narrow|2*114)), "ChÈ thị số 12", ""},
		{"properties in front", join([]byte{1}, le16(3), []byte{9, 9, 9}, clxOf(le32(0, 4), wide)), "ị số", ""},
		{"one that ends before it begins", clxOf(le32(4, 0), wide), "", read.Damaged},
		{"one that ends before the one in front of it", clxOf(join(le32(0), le32(3), le32(2)), wide, wide), "", read.Damaged},
		{"longer than the stream", clxOf(le32(0, 1<<20), wide), "", read.Damaged},
		{"beyond the stream", clxOf(le32(0, 4), piece(1<<20)), "", read.Truncated},
		{"more letters than bytes", clxOf(le32(0, 110, 220), piece(narrow), piece(narrow)), "", read.Damaged},
		{"a table of nothing", clxOf(le32(0)), "", read.Damaged},
		{"no table behind the properties", join([]byte{1}, le16(3), []byte{9, 9, 9}), "", read.Damaged},
		{"a table that says nothing", []byte{7}, "", read.Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &file{fib: &fib{clx: place{0, len(c.clx)}}, main: main, table: c.clx}
			err := f.loadText()
			if read.ReasonOf(err) != c.err || (err == nil) != (c.err == "") {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if got := wide16(f.units); c.want != "" && got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if len(f.units) != len(f.offsets) || len(f.units) > len(main) {
				t.Errorf("%d letters at %d places of %d bytes", len(f.units), len(f.offsets), len(main))
			}
		})
	}
}

// clxOf writes a table of pieces: where they end in the text, and what each is.
func clxOf(ends []byte, pieces ...[]byte) []byte {
	plc := join(append([][]byte{ends}, pieces...)...)
	return join([]byte{2}, le32(len(plc)), plc)
}

func wide16(units []uint16) string {
	var b []byte
	for _, u := range units {
		b = append(b, byte(u), byte(u>>8))
	}
	return wide(b)
}

// TestHeader covers the block at the front of a file, by which everything else is found.
func TestHeader(t *testing.T) {
	block := func(ident, version, flags, size int) []byte {
		b := make([]byte, size)
		copy(b, le16(ident, version))
		copy(b[10:], le16(flags))
		return b
	}
	for _, c := range []struct {
		name  string
		block []byte
		want  read.Reason
		table string
		old   bool
	}{
		{"Word 97", block(wordIdent, fib97, 0, 0x400), "", "0Table", false},
		{"with the other table", block(wordIdent, fib97, flagTable, 0x400), "", "1Table", false},
		{"Word 2003", block(wordIdent, 0x10c, flagTable, 0x400), "", "1Table", false},
		{"Word 95", block(word6, 104, 0, 0x400), "", "", true},
		{"with a password", block(wordIdent, fib97, flagCrypt, 0x400), read.Encrypted, "", false},
		{"Word 95 with a password", block(word6, 104, flagCrypt, 0x400), read.Encrypted, "", false},
		{"Word 2", block(0xa5db, 45, 0, 0x400), read.UnsupportedFormat, "", false},
		{"cut off", block(wordIdent, fib97, 0, 0x1ff), read.Truncated, "", false},
		{"cut off behind the old part", block(wordIdent, fib97, 0, 0x381), read.Truncated, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := newFIB(c.block)
			if read.ReasonOf(err) != c.want {
				t.Fatalf("error %v, want %q", err, c.want)
			}
			if err == nil && (h.tableName != c.table || h.old != c.old) {
				t.Errorf("table %q, old %v", h.tableName, h.old)
			}
		})
	}
	b := block(wordIdent, fib97, 0, 0x400)
	copy(b[0x4c:], le32(-5))
	if h, err := newFIB(b); err != nil || h.text != 0 {
		t.Errorf("a length below nothing: %v, %v", h, err)
	}
	if _, err := newFIB(block(wordIdent, fib97, flagCrypt, 0x400)); err == nil || err.(*read.Error).Hint == "" { //nolint:errorlint,forcetypeassert // made right here
		t.Error("a password without a word of what to do")
	}
}

// change is one change of properties as each gives it.
type change struct {
	code    int
	operand string
}

func changes(f *file, grpprl []byte) []change {
	var out []change
	f.each(grpprl, func(code int, operand []byte) { out = append(out, change{code, string(operand)}) })
	return out
}

// TestChanges covers the lengths of operands (MS-DOC 2.2.5.1), by which one change is told from the next.
func TestChanges(t *testing.T) {
	tabs := join(le16(sprmPChgTabs), []byte{255, 1, 0, 0, 0, 0, 1, 5, 5, 5}) // one deleted, one added
	bold := sprm(sprmCBold, 1)
	is := change{sprmCBold, "\x01"}
	for _, c := range []struct {
		name   string
		grpprl []byte
		want   []change
	}{
		{"one byte", bold, []change{is}},
		{"two bytes", join(sprm(sprmCFont, 3, 0), bold), []change{{sprmCFont, "\x03\x00"}, is}},
		{"three bytes", join(sprm(0xe000, 1, 2, 3), bold), []change{{0xe000, "\x01\x02\x03"}, is}},
		{"four bytes", join(sprm(sprmPDepth, 2, 0, 0, 0), bold), []change{{sprmPDepth, "\x02\x00\x00\x00"}, is}},
		{"a length in front", join(sprm(0xc60d, 2, 8, 9), bold), []change{{0xc60d, "\x02\x08\x09"}, is}},
		{"a long length in front", join(tableDef(0), bold), []change{{sprmTDefTable, string(tableDef(0)[2:])}, is}},
		{"tabs without a length", join(tabs, bold), []change{{sprmPChgTabs, string(tabs[2:])}, is}},
		{"tabs cut off", tabs[:5], nil},
		{"an operand cut off", join(bold, sprm(sprmCFont, 3)), []change{is}},
		{"a length without anything behind it", join(bold, le16(0xc60d)), []change{is}},
		{"a code cut off", join(bold, []byte{1}), []change{is}},
		{"nothing", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := changes(&file{fib: &fib{}}, c.grpprl); !slices.Equal(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// TestOldChanges covers the changes of Word 6, which have codes of one byte and lengths of their own.
func TestOldChanges(t *testing.T) {
	is := change{sprmCBold, "\x01"}
	for _, c := range []struct {
		name   string
		grpprl []byte
		want   []change
	}{
		{"one that matters", []byte{85, 1}, []change{is}},
		{"one that does not", []byte{5, 1, 85, 1}, []change{is}},
		{"a length in front", []byte{68, 2, 0, 0, 85, 1}, []change{is}},
		{"no operand", []byte{83, 85, 1}, []change{is}},
		{"one that is not known", []byte{85, 1, 200, 85, 1}, []change{is}},
		{"cut off", []byte{85, 1, 93, 1}, []change{is}},
		{"a length cut off", []byte{85, 1, 68}, []change{is}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := changes(&file{fib: &fib{old: true}}, c.grpprl); !slices.Equal(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
	for code := range oldCodes {
		if _, known := oldSizes[code]; !known {
			t.Errorf("the length of property %d is not known", code)
		}
	}
}

// TestPages holds that pages of properties that are not sound give what is sound of them.
func TestPages(t *testing.T) {
	f := &file{fib: &fib{}}
	bold := join([]byte{3}, sprm(sprmCBold, 1))
	whole := page(0, 9, bold)
	beyond := slices.Clone(whole)
	beyond[8] = 255 // the properties stand at the very end, where their number is
	crowded := slices.Clone(whole)
	crowded[pageSize-1] = 200
	for _, c := range []struct {
		name string
		page []byte
		runs int
		size int // of the changes of the first run
	}{
		{"whole", whole, 1, 3},
		{"properties that run into the end", beyond, 1, 0},
		{"more runs than a page holds", crowded, 0, 0},
		{"no runs", make([]byte, pageSize), 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			runs := f.page(c.page, false)
			if len(runs) != c.runs || c.runs > 0 && len(runs[0].grpprl) != c.size {
				t.Errorf("got %+v", runs)
			}
		})
	}
}

// TestRuns covers the look-up of properties by place: inside a run, in a gap, before the first and behind the last.
func TestRuns(t *testing.T) {
	runs := []run{{start: 10, end: 20, style: 1}, {start: 20, end: 30, style: 2}, {start: 40, end: 50, style: 3}}
	for _, c := range []struct {
		offset     uint32
		style      int // 0 for none
		start, end uint32
	}{
		{0, 0, 0, 10}, {10, 1, 10, 20}, {19, 1, 10, 20}, {20, 2, 20, 30}, {35, 0, 30, 40}, {49, 3, 40, 50}, {60, 0, 50, ^uint32(0)},
	} {
		r := at(runs, c.offset)
		if (r == nil) != (c.style == 0) || r != nil && r.style != c.style {
			t.Errorf("at %d: %+v", c.offset, r)
		}
		if start, end := extent(runs, c.offset); start != c.start || end != c.end {
			t.Errorf("around %d: %d to %d, want %d to %d", c.offset, start, end, c.start, c.end)
		}
	}
}

// TestStylesDamaged holds that styles that rest on each other in a circle, or are cut off, cost no more than themselves.
func TestStylesDamaged(t *testing.T) {
	b := &builder{}
	circle := b.styleOf(1, nil, nil)
	f := &file{fib: &fib{}, styles: []style{newStyle(circle, 10, false), newStyle(b.styleOf(0, nil, sprm(sprmCBold, 1)), 10, false)}}
	if got := len(f.chain(0)); got != maxChain {
		t.Errorf("a circle gives %d styles", got)
	}
	if got := len(f.chain(7)); got != 0 {
		t.Errorf("a style that is not there gives %d", got)
	}
	whole := b.styleOf(0, nil, sprm(sprmCBold, 1))
	for n := range whole {
		if s := newStyle(whole[:n], 10, false); bytes.Equal(s.chars, sprm(sprmCBold, 1)) {
			t.Errorf("%d of %d bytes give all changes", n, len(whole))
		}
	}
}

// TestTableCells covers definitions of rows that are cut off or claim more cells than they define.
func TestTableCells(t *testing.T) {
	def := tableDef(0, toTheRight, below, first)[2:]
	if got := tableCells(def); !slices.Equal(got, []cellProps{{}, {right: true}, {below: true}, {}}) {
		t.Errorf("got %+v", got)
	}
	if got := tableCells(def[:len(def)-40]); len(got) != 4 || got[2] != (cellProps{}) {
		t.Errorf("cut off: %+v", got)
	}
	if got := tableCells(def[:2]); got != nil {
		t.Errorf("without a count: %+v", got)
	}
}

// TestContainer covers files whose container is sound and whose streams are not.
func TestContainer(t *testing.T) {
	good := (&builder{text: []textPara{para("a")}}).write()
	const directory, entry = 2 * 512, 128
	huge := slices.Clone(good)
	copy(huge[directory+entry+120:], le32(1<<30))
	for _, c := range []struct {
		name string
		data []byte
		want read.Reason
	}{
		{"a stream larger than the file", huge, read.Truncated},
		{"no table of pieces", (&builder{tables: map[int][]byte{33: nil}, text: []textPara{para("a")}}).write(), read.Damaged},
		{"a table of pieces that is none", (&builder{tables: map[int][]byte{33: {9, 9}}, text: []textPara{para("a")}}).write(), read.Damaged},
		{"nothing but the mark of the container", good[:8], read.Truncated},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Reader{}.Read(t.Context(), read.Source{Data: c.data}, read.Limits{})
			if got := read.ReasonOf(err); got != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// TestDepth holds that notes inside notes end at the limit.
func TestDepth(t *testing.T) {
	b := &builder{
		text:      []textPara{para("a\x02")},
		footnotes: []textPara{para("b\x02"), para("c\x02"), para("d"), para("")},
		tables:    map[int][]byte{2: join(le32(1, 4, 7, 9), le16(1, 1, 1)), 3: le32(0, 3, 6, 8, 9)},
	}
	data := b.write()
	want(t, data, "a¹\n¹ b²\n² c³\n³ d\n")
	_, err := Reader{}.Read(t.Context(), read.Source{Data: data}, read.Limits{MaxDepth: 3})
	if read.ReasonOf(err) != read.TooDeep {
		t.Errorf("got %v", err)
	}
}
