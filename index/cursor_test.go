package index

import (
	"slices"
	"strings"
	"testing"

	bindex "github.com/blevesearch/bleve_index_api"
)

// A cursor reads what Bleve's own reader does, over several segments, with documents deleted and wherever it leaps to.
func TestCursorReadsAsBleve(t *testing.T) {
	x := opened(t)
	ids := strings.Fields("a b c d e f g h i j k l m n o p q r s t u v w x y z")
	for i, id := range ids { // a segment each; every third holds no fire, and i says how often it burns
		body := strings.Repeat("cháy ", i%3*(i+1)) + "rừng"
		if err := x.Apply(t.Context(), []Doc{{ID: id, Body: body}}, nil, int64(i+2)); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Apply(t.Context(), []Doc{{ID: "b", Body: "cháy cháy"}}, []string{"e", "h"}, 99); err != nil {
		t.Fatal(err)
	}
	s, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer x.release(s)
	err = s.withReader(func(r bindex.IndexReader) error {
		for _, word := range []string{"chay", "rung", "cháy", "none"} {
			want := postingsOf(t, r, word)
			for _, step := range []uint64{1, 2, 7} {
				c, err := newCursor(r, part{field: fBody, term: word, weight: 1}, len(ids), &columns{})
				if err != nil {
					return err
				}
				if c.count != uint64(len(want)) {
					t.Errorf("%s: %d documents, want %d", word, c.count, len(want))
				}
				for n := uint64(0); n < 40; n += step {
					c.advance(n)
					i := slices.IndexFunc(want, func(p [2]uint64) bool { return p[0] >= n })
					switch {
					case i < 0 && c.at != end:
						t.Errorf("%s: at %d after the end", word, c.at)
					case i >= 0 && (c.at != want[i][0] || c.freq != want[i][1]):
						t.Errorf("%s: from %d to %d with %d, want %v", word, n, c.at, c.freq, want[i])
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// postingsOf gives the documents of a word of the body and how often each holds it, by Bleve's reader.
func postingsOf(t *testing.T, r bindex.IndexReader, word string) [][2]uint64 {
	t.Helper()
	var out [][2]uint64
	if err := eachPosting(t.Context(), r, fBody, word, func(doc, freq uint64) { out = append(out, [2]uint64{doc, freq}) }); err != nil {
		t.Fatal(err)
	}
	return out
}
