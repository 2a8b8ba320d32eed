package segment

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"pgregory.net/rapid"
)

// merged merges segments without dropping a document, and opens the result.
func merged(t interface{ Fatal(...any) }, path string, parts ...*base) *base {
	if _, _, err := merge(parts, make([]*roaring.Bitmap, len(parts)), path, nil); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := newBase(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// There is one way to write some documents down: however the parts were merged, the file is the one that building it at
// once gives.
func TestMergingIsLikeBuildingAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "merged")
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := draw(t, "a"), draw(t, "b"), draw(t, "c")
		atOnce := made(t, slices.Concat(a, b, c)).data
		for name, got := range map[string]*base{
			"all":                  merged(t, path, made(t, a), made(t, b), made(t, c)),
			"the first two before": merged(t, path, merged(t, path, made(t, a), made(t, b)), made(t, c)),
			"the last two before":  merged(t, path, made(t, a), merged(t, path, made(t, b), made(t, c))),
			"one of them again":    merged(t, path, merged(t, path, made(t, slices.Concat(a, b, c)))),
		} {
			if !bytes.Equal(got.data, atOnce) {
				t.Fatalf("%s: %d bytes, built at once %d", name, len(got.data), len(atOnce))
			}
		}
	})
}

func TestADocumentThatCameAgainIsKeptOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "merged")
	old := made(t, []paper{{"a", map[string]map[string]int{"f": {"old": 1}}}, {"b", map[string]map[string]int{"f": {"old": 2}}}})
	now := made(t, []paper{{"a", map[string]map[string]int{"f": {"new": 1}}}})
	numbers, size, err := merge([]*base{old, now}, []*roaring.Bitmap{roaring.BitmapOf(0), nil}, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(numbers) != fmt.Sprint([][]uint64{{dropped, 0}, {1}}) {
		t.Errorf("new numbers %v", numbers)
	}
	data, err := os.ReadFile(path)
	if err != nil || uint64(len(data)) != size {
		t.Fatalf("%d bytes, told %d (%v)", len(data), size, err)
	}
	s, err := newBase(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]uint64{"_id/a/a": 1, "_id/b/b": 1, "f/new/a": 1, "f/old/b": 2}
	if got := held(t, s, nil); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestATermWithoutDocumentsIsGone(t *testing.T) {
	s := made(t, []paper{{"a", map[string]map[string]int{"f": {"x": 1}, "g": {"y": 1}}}, {"b", map[string]map[string]int{"f": {"z": 1}}}})
	path := filepath.Join(t.TempDir(), "merged")
	if _, _, err := merge([]*base{s}, []*roaring.Bitmap{roaring.BitmapOf(0)}, path, nil); err != nil {
		t.Fatal(err)
	}
	left := merged(t, path+"2", func() *base {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := newBase(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}())
	if got := left.Fields(); !slices.Equal(got, []string{idField, "f"}) {
		t.Errorf("fields %q: one whose documents are all gone goes too", got)
	}
	if has, err := left.dictionary("f").Contains([]byte("x")); has || err != nil {
		t.Errorf("a term of a dropped document is still there (%v)", err)
	}
}

func TestAMergeThatCannotBeWrittenNamesItsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "merged")
	_, _, err := merge([]*base{made(t, []paper{{id: "a"}})}, []*roaring.Bitmap{nil}, path, nil)
	if !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), path) {
		t.Errorf("%v, want the name of the file", err)
	}
}

func TestHeadsComeByTermThenBySegment(t *testing.T) {
	one := made(t, []paper{{"a", map[string]map[string]int{"f": {"b": 1, "c": 1}}}})
	two := made(t, []paper{{"b", map[string]map[string]int{"f": {"a": 1, "b": 1}}}})
	none := made(t, []paper{{id: "c"}})
	heads, err := (&merger{segments: []*base{one, none, two}}).heads("f")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for len(heads) > 0 {
		got = append(got, fmt.Sprintf("%s%d", heads[0].block.term, heads[0].number))
		if err := advance(&heads); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"a2", "b0", "b2", "c0"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Merging a damaged segment either says so or gives a whole one.
func FuzzMergeDamaged(f *testing.F) {
	var papers []paper
	for i := range 200 {
		papers = append(papers, paper{fmt.Sprint(i), map[string]map[string]int{"f": {"all": 1 + i%2, fmt.Sprint("t", i%50): i}}})
	}
	whole := made(f, papers)
	good := made(f, []paper{{"x", map[string]map[string]int{"f": {"all": 1}}}})
	f.Add(uint(9), byte(1))
	f.Add(uint(100), byte(0xff))
	f.Fuzz(func(t *testing.T, at uint, value byte) {
		damaged := slices.Clone(whole.data)
		damaged[at%uint(len(damaged))] ^= value
		s, err := newBase(damaged, nil)
		if err != nil {
			return
		}
		path := filepath.Join(t.TempDir(), "merged")
		if _, _, err = merge([]*base{s, good}, []*roaring.Bitmap{nil, nil}, path, nil); err != nil {
			if _, gone := os.Stat(path); !errors.Is(gone, os.ErrNotExist) || !errors.Is(err, ErrDamaged) {
				t.Fatalf("%v, and the file stays: %v", err, gone)
			}
			return
		}
		opened, err := open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer opened.Close()
		if n := opened.Count(); n != 201 {
			t.Fatalf("%d documents, want all", n)
		}
	})
}
