package segment

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// file makes a file of nothing but the magic words, some bytes and a footer.
func file(f footer, size int) []byte {
	b := append([]byte(magic), make([]byte, size)...)
	return f.appendTo(b, uint64(len(b)))
}

func TestFooter(t *testing.T) {
	want := footer{docs: 2, ids: 8, fields: []fieldEntry{{"a", 3, 8, 16}, {"b", 40, 9, 10}}}
	got, err := readFooter(file(want, 100))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, *got, cmp.AllowUnexported(footer{}, fieldEntry{})); d != "" {
		t.Error(d)
	}
}

// resealed cuts the content of a footer and makes its checksum right again.
func resealed(b []byte, cut int) []byte {
	at := binary.LittleEndian.Uint64(b[len(b)-tailSize:])
	out := slices.Clone(b[:len(b)-tailSize-cut])
	sum := crc32.ChecksumIEEE(out[at:])
	out = binary.LittleEndian.AppendUint64(out, at)
	out = binary.LittleEndian.AppendUint32(out, sum)
	return append(out, magic...)
}

func TestDamagedFooter(t *testing.T) {
	good := file(footer{docs: 1, ids: 8, fields: []fieldEntry{{"a", 1, 8, 16}}}, 100)
	changed := func(change func(b []byte)) []byte {
		b := slices.Clone(good)
		change(b)
		return b
	}
	tests := []struct {
		name string
		data []byte
	}{
		{"empty", nil},
		{"too short", []byte(magic + magic)},
		{"another kind of file", changed(func(b []byte) { b[0] = 'x' })},
		{"cut off", good[:len(good)-1]},
		{"footer beyond the end", changed(func(b []byte) { b[len(b)-tailSize+6] = 1 })},
		{"footer before the beginning", changed(func(b []byte) { clear(b[len(b)-tailSize:][:8]) })},
		{"a bit of the footer", changed(func(b []byte) { b[len(b)-tailSize-1] ^= 1 })},
		{"half a footer", resealed(good, 1)},
		{"ids beyond the footer", file(footer{docs: 30, ids: 8}, 100)},
		{"so many documents that the sum overflows", file(footer{docs: 1 << 63, ids: 8}, 100)},
		{"a field that ends before it begins", file(footer{ids: 8, fields: []fieldEntry{{"a", 1, 16, 8}}}, 100)},
		{"blocks beyond the footer", file(footer{ids: 8, fields: []fieldEntry{{"a", 500, 8, 16}}}, 100)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if f, err := readFooter(tt.data); !errors.Is(err, ErrDamaged) {
				t.Errorf("it reads as %+v (%v)", f, err)
			}
		})
	}
}

func TestDecoder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOf(rapid.Uint64()).Draw(t, "numbers")
		words := rapid.SliceOfN(rapid.SliceOf(rapid.Byte()), len(numbers), len(numbers)).Draw(t, "words")
		var b []byte
		for i, n := range numbers {
			b = appendBytes(binary.AppendUvarint(b, n), words[i])
		}
		d := decoder{b: b}
		for i, n := range numbers {
			if got := d.uvarint(); got != n {
				t.Fatalf("number %d is %d, want %d", i, got, n)
			}
			if got := d.bytes(); !bytes.Equal(got, words[i]) {
				t.Fatalf("word %d is %q, want %q", i, got, words[i])
			}
		}
		if d.bad || d.at != len(b) {
			t.Fatalf("it stands at %d of %d, bad: %v", d.at, len(b), d.bad)
		}
		if n := d.uvarint(); n != 0 || !d.bad {
			t.Fatalf("beyond the end is %d, bad: %v", n, d.bad)
		}
	})
}

// What a list takes: this is what makes the index small.
func TestSizeOfPostings(t *testing.T) {
	tests := []struct {
		name             string
		docs, step, freq uint64
		most             int // bytes
	}{
		{"in one document", 1, 1, 1, 0},
		{"in every document", 128, 1, 1, 128},
		{"in every document, many times", 128, 1, 9, 256},
		{"in one of fifty", 100, 50, 1, 100},
		{"in one of a thousand", 100, 1000, 1, 200},
		{"with a table to leap by", 1280, 1, 1, 1280 + 9*4 + 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var e encoder
			for i := range tt.docs {
				e.add(i*tt.step, tt.freq)
			}
			if _, list := e.appendTo(nil, nil); len(list) > tt.most {
				t.Errorf("%d bytes, want at most %d", len(list), tt.most)
			}
		})
	}
}

func TestCommon(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 0}, {"thi", "thị", 2}, {"thi dua", "thi", 3}, {"x", "y", 0}} {
		if got := common([]byte(tt.a), []byte(tt.b)); got != tt.want {
			t.Errorf("%q and %q have %d bytes in common, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// However long the list, Count counts what is not deleted.
func TestCount(t *testing.T) {
	for _, n := range []int{1, 2, groupSize, groupSize + 1, 3 * groupSize} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			var papers []paper
			for i := range n {
				papers = append(papers, paper{fmt.Sprintf("%04d", i), map[string]map[string]int{"f": {"x": 1}}})
			}
			s := made(t, papers)
			except, err := s.DocNumbers([]string{"0000", "0002", "none"})
			if err != nil {
				t.Fatal(err)
			}
			p, err := s.dictionary("f").PostingsList([]byte("x"), except, nil)
			if err != nil {
				t.Fatal(err)
			}
			if want := uint64(n) - except.GetCardinality(); p.Count() != want {
				t.Errorf("%d documents, want %d", p.Count(), want)
			}
		})
	}
}
