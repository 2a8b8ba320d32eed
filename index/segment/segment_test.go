package segment

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// bag is a field of counted terms.
type bag struct {
	index.Field
	name   string
	counts map[string]int
}

func (b bag) Name() string                        { return b.name }
func (b bag) Options() index.FieldIndexingOptions { return index.IndexField }
func (b bag) Counts() map[string]int              { return b.counts }
func (b bag) ArrayPositions() []uint64            { return nil }
func (b bag) Value() []byte                       { return nil }
func (b bag) Size() int                           { return 0 }
func (b bag) NumPlainTextBytes() uint64           { return 0 }

// paper is a document as tests write it: an id and the terms of fields.
type paper struct {
	id     string
	fields map[string]map[string]int
}

func (p paper) bleve() index.Document {
	d := document.NewDocument(p.id)
	for name, counts := range p.fields {
		d.AddField(bag{name: name, counts: counts})
	}
	d.AddIDField()
	d.VisitFields(func(f index.Field) {
		if f.Name() == idField {
			f.Analyze()
		}
	})
	return d
}

func made(t interface{ Fatal(...any) }, papers []paper) *base {
	var docs []index.Document
	for _, p := range papers {
		docs = append(docs, p.bleve())
	}
	s, _, err := plugin{}.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	return s.(inMemory).base
}

// held reads a whole segment: field, term and id, and the frequency.
func held(t interface{ Fatal(...any) }, s *base, except *roaring.Bitmap) map[string]uint64 {
	out := map[string]uint64{}
	for _, field := range s.Fields() {
		d, err := s.Dictionary(field)
		if err != nil {
			t.Fatal(err)
		}
		it, last := d.AutomatonIterator(nil, nil, nil), ""
		for {
			e, err := it.Next()
			if err != nil {
				t.Fatal(err)
			}
			if e == nil {
				break
			}
			if e.Term < last {
				t.Fatal("terms are out of order: ", e.Term, " after ", last)
			}
			last = e.Term
			list, err := d.PostingsList([]byte(e.Term), except, nil)
			if err != nil {
				t.Fatal(err)
			}
			n := uint64(0)
			for i := list.Iterator(true, true, false, nil); ; n++ {
				p, err := i.Next()
				if err != nil {
					t.Fatal(err)
				}
				if p == nil {
					break
				}
				id, err := s.DocID(p.Number())
				if err != nil {
					t.Fatal(err)
				}
				out[field+"/"+e.Term+"/"+string(id)] = p.Frequency()
			}
			if n != list.Count() {
				t.Fatal("the list of ", e.Term, " counts ", list.Count(), " and gives ", n)
			}
		}
	}
	return out
}

// wanted is what held has to give.
func wanted(papers []paper) map[string]uint64 {
	out := map[string]uint64{}
	for _, p := range papers {
		out["_id/"+p.id+"/"+p.id] = 1
		for name, counts := range p.fields {
			for term, n := range counts {
				out[name+"/"+term+"/"+p.id] = uint64(n)
			}
		}
	}
	return out
}

// draw makes papers of few and of many terms, so that blocks and groups are full, begun and empty.
func draw(t *rapid.T, prefix string) []paper {
	n := rapid.SampledFrom([]int{0, 1, 2, 127, 128, 129, 300}).Draw(t, "papers")
	common := rapid.SliceOfDistinct(rapid.StringOfN(rapid.SampledFrom([]rune("abđ ")), 1, 5, -1), func(s string) string { return s }).Draw(t, "terms")
	share := rapid.IntRange(1, 4).Draw(t, "share")
	var out []paper
	for i := range n {
		p := paper{fmt.Sprintf("%s%d", prefix, i), map[string]map[string]int{"own": {fmt.Sprintf("t%s%d", prefix, i): 1}, "text": {}}}
		for j, term := range common {
			if (i+j)%share == 0 {
				p.fields["text"][term] = 1 + (i*j)%3
			}
		}
		out = append(out, p)
	}
	return out
}

func TestSegmentHoldsWhatWasPutIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		papers := draw(t, "p")
		if d := cmp.Diff(wanted(papers), held(t, made(t, papers), nil)); d != "" {
			t.Fatal(d)
		}
	})
}

// A merge holds what its parts hold, but for the documents that are dropped, under the numbers that it gives.
func TestMergeHoldsTheParts(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		var parts []segment.Segment
		var drops []*roaring.Bitmap
		var left []paper
		for i := range rapid.IntRange(1, 4).Draw(t, "parts") {
			papers := draw(t, string(rune('a'+i)))
			drop := roaring.NewBitmap()
			for j, p := range papers {
				if rapid.IntRange(0, 9).Draw(t, "drop") == 0 {
					drop.Add(uint32(j))
				} else {
					left = append(left, p)
				}
			}
			parts, drops = append(parts, inMemory{made(t, papers)}), append(drops, drop)
		}
		path := filepath.Join(dir, "merged")
		numbers, _, err := plugin{}.Merge(parts, drops, path, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		s, err := plugin{}.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if d := cmp.Diff(wanted(left), held(t, s.(onDisk).base, nil)); d != "" {
			t.Fatal(d)
		}
		checkNumbers(t, parts, drops, numbers, s)
	})
}

func checkNumbers(t *rapid.T, parts []segment.Segment, drops []*roaring.Bitmap, numbers [][]uint64, merged segment.Segment) {
	for i, part := range parts {
		for old, now := range numbers[i] {
			id, _ := part.DocID(uint64(old))
			if gone := drops[i].Contains(uint32(old)); gone != (now == dropped) {
				t.Fatalf("document %s: dropped %v, its new number is %d", id, gone, now)
			} else if gone {
				continue
			}
			if got, err := merged.DocID(now); err != nil || string(got) != string(id) {
				t.Fatalf("document %s is now %d, which is %s (%v)", id, now, got, err)
			}
		}
	}
}

// Advance and Next give what walking over a plain list gives.
func TestAdvance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfNDistinct(rapid.Uint64Range(0, 2000), 0, 700, func(n uint64) uint64 { return n }).Draw(t, "docs")
		slices.Sort(docs)
		var e encoder
		for _, d := range docs {
			e.add(d, 1+d%3)
		}
		count := e.count
		dict, list := e.appendTo(nil, nil)
		raw := list
		if count == 1 {
			raw = dict[1:]
		}
		except := roaring.NewBitmap()
		for _, d := range rapid.SliceOfN(rapid.Uint32Range(0, 2000), 0, 50).Draw(t, "deleted") {
			except.Add(d)
		}
		p := Postings{raw: raw, count: count, docs: 2001, except: except}
		it := p.Iterator(true, true, false, nil)
		at := uint64(0) // the least number not yet passed
		for {
			target := at + rapid.Uint64Range(0, 300).Draw(t, "step")
			i := slices.IndexFunc(docs, func(d uint64) bool { return d >= target && !except.Contains(uint32(d)) })
			got, err := it.Advance(target)
			switch {
			case err != nil:
				t.Fatal(err)
			case i < 0 && got == nil:
				return
			case i < 0 || got == nil:
				t.Fatalf("at or after %d: %v, want %d", target, got, i)
			case got.Number() != docs[i] || got.Frequency() != 1+docs[i]%3:
				t.Fatalf("at or after %d: %d with %d, want %d", target, got.Number(), got.Frequency(), docs[i])
			}
			at = got.Number() + 1
		}
	})
}

func TestDictionary(t *testing.T) {
	var papers []paper
	counts := map[string]int{}
	for i := range 1000 {
		counts[fmt.Sprintf("%04d", 2*i)] = 1
	}
	papers = append(papers, paper{"a", map[string]map[string]int{"f": counts}}, paper{"b", map[string]map[string]int{"f": {"0500": 4, "": 1}}})
	s := made(t, papers)
	d := s.dictionary("f")
	t.Run("lookup", func(t *testing.T) {
		for i := range 2000 {
			term := fmt.Appendf(nil, "%04d", i)
			if has, err := d.Contains(term); err != nil || has != (i%2 == 0) {
				t.Errorf("%s: %v, %v", term, has, err)
			}
		}
		if p, _ := d.lookup([]byte("0500")); p.count != 2 {
			t.Errorf("0500 is in %d documents, want 2", p.count)
		}
	})
	ranges := []struct{ name, start, end, first, last string }{
		{"inside a block", "0003", "0010", "0004", "0008"},
		{"over blocks", "0100", "0900", "0100", "0898"},
		{"from the start", "", "0002", "", "0000"},
		{"to the end", "1990", "~", "1990", "1998"},
		{"nothing", "0003", "0004", "none", "none"},
		{"after all", "x", "~", "none", "none"},
	}
	for _, r := range ranges {
		t.Run(r.name, func(t *testing.T) {
			it := d.AutomatonIterator(nil, []byte(r.start), []byte(r.end))
			first, last := "none", "none"
			for e, err := it.Next(); e != nil; e, err = it.Next() {
				if err != nil {
					t.Fatal(err)
				}
				if first == "none" {
					first = e.Term
				}
				last = e.Term
			}
			if first != r.first || last != r.last {
				t.Errorf("%q to %q, want %q to %q", first, last, r.first, r.last)
			}
		})
	}
	t.Run("automaton", func(t *testing.T) {
		e, err := d.AutomatonIterator(ending('6'), nil, nil).Next()
		if err != nil || e == nil || e.Term != "0006" {
			t.Errorf("the first term that ends in 6 is %v (%v)", e, err)
		}
	})
	t.Run("no such field", func(t *testing.T) {
		none := s.dictionary("g")
		if p, ok := none.lookup([]byte("0500")); ok || p.Count() != 0 || none.Cardinality() != 0 {
			t.Error("a field that is not there has terms")
		}
	})
}

// ending accepts terms that end in a byte: state 1 is after that byte.
type ending byte

func (ending) Start() int                 { return 0 }
func (ending) IsMatch(state int) bool     { return state == 1 }
func (ending) CanMatch(int) bool          { return true }
func (ending) WillAlwaysMatch(int) bool   { return false }
func (e ending) Accept(_ int, b byte) int { return map[bool]int{true: 1}[b == byte(e)] }

func TestDocuments(t *testing.T) {
	s := made(t, []paper{{id: "b"}, {id: "a"}, {id: "c"}})
	found, err := s.DocNumbers([]string{"c", "b", "x"})
	if err != nil || !slices.Equal(found.ToArray(), []uint32{0, 2}) {
		t.Errorf("c and b are %v (%v)", found, err)
	}
	for want, doc := range map[string]uint64{"b": 0, "a": 1, "c": 2, "": 3} {
		if id, err := s.DocID(doc); err != nil || string(id) != want {
			t.Errorf("document %d is %q (%v), want %q", doc, id, err, want)
		}
	}
	var stored []string
	err = s.VisitStoredFields(1, func(field string, _ byte, value []byte, _ []uint64) bool {
		stored = append(stored, field+"="+string(value))
		return true
	})
	if err != nil || !slices.Equal(stored, []string{"_id=a"}) {
		t.Errorf("stored is %v (%v)", stored, err)
	}
}

// The values of a list come as fields of one name and are one bag of terms.
func TestFieldsOfOneNameAreAdded(t *testing.T) {
	d := document.NewDocument("a")
	d.AddField(bag{name: "f", counts: map[string]int{"x": 2, "y": 1}})
	d.AddField(bag{name: "f", counts: map[string]int{"x": 3}})
	data, err := build([]index.Document{d})
	if err != nil {
		t.Fatal(err)
	}
	s, err := newBase(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := s.dictionary("f").lookup([]byte("x"))
	if it := p.Iterator(true, false, false, nil).(*Iterator); p.Count() != 1 || !it.step(0) || it.Frequency() != 5 {
		t.Errorf("x is in %d documents, %d times", p.Count(), it.Frequency())
	}
}

func TestMergeStops(t *testing.T) {
	stop := make(chan struct{})
	close(stop)
	path := filepath.Join(t.TempDir(), "merged")
	_, _, err := plugin{}.Merge([]segment.Segment{inMemory{made(t, []paper{{id: "a"}})}}, []*roaring.Bitmap{nil}, path, stop, nil)
	if !errors.Is(err, segment.ErrClosed) {
		t.Errorf("a merge that was stopped gives %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("a merge that was stopped leaves a file")
	}
}

func TestPersistAndOpen(t *testing.T) {
	papers := []paper{{"a", map[string]map[string]int{"f": {"x": 1}}}}
	path := filepath.Join(t.TempDir(), "one")
	if err := (inMemory{made(t, papers)}).Persist(path); err != nil {
		t.Fatal(err)
	}
	s, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.(segment.PersistedSegment).Path(); got != path {
		t.Errorf("the path is %q", got)
	}
	if d := cmp.Diff(wanted(papers), held(t, s.(onDisk).base, nil)); d != "" {
		t.Error(d)
	}
	s.AddRef()
	if err := errors.Join(s.Close(), s.DecRef()); err != nil {
		t.Error(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, len(magic), len(whole) / 2, len(whole) - 1} {
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := open(path); err == nil {
			t.Errorf("%d of %d bytes are a segment", n, len(whole))
		}
	}
}

// A damaged file may tell lies but must not end the program.
func FuzzDamaged(f *testing.F) {
	counts := map[string]int{}
	var papers []paper
	for i := range 300 {
		counts[strings.Repeat("x", i%7)+fmt.Sprint(i)] = i
		papers = append(papers, paper{fmt.Sprint(i), map[string]map[string]int{"f": maps.Clone(counts)}})
		clear(counts)
		counts["all"] = 1 + i%2
	}
	whole := made(f, papers).data
	f.Add(0, byte(0), whole[:64])
	f.Add(100, byte(0xff), []byte(magic))
	f.Fuzz(func(t *testing.T, at int, value byte, own []byte) {
		damaged := slices.Clone(whole)
		damaged[uint(at)%uint(len(damaged))] ^= value
		for _, data := range [][]byte{damaged, own} {
			s, err := newBase(data, nil)
			if err != nil {
				continue
			}
			for _, name := range s.Fields() {
				d := s.dictionary(name)
				it := d.AutomatonIterator(nil, nil, nil)
				for e, err := it.Next(); e != nil && err == nil; e, err = it.Next() {
					p, _ := d.lookup([]byte(e.Term))
					for i := p.Iterator(true, true, false, nil).(*Iterator); i.step(0); {
						_, _ = s.DocID(i.doc)
					}
				}
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	counts := map[string]int{}
	for i := range 1400 {
		counts[fmt.Sprintf("từ %d", i*i%5000)] = 1 + i%3
	}
	var docs []index.Document
	for i := range 100 {
		docs = append(docs, paper{fmt.Sprint(i), map[string]map[string]int{"f": counts}}.bleve())
	}
	for b.Loop() {
		if _, err := build(docs); err != nil {
			b.Fatal(err)
		}
	}
}
