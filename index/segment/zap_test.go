package segment

import (
	"fmt"
	"slices"
	"testing"

	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v16"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// AnalyzedTokenFrequencies and AnalyzedLength are how Bleve's own format reads a field.
func (b bag) AnalyzedTokenFrequencies() index.TokenFrequencies {
	out := index.TokenFrequencies{}
	for term, n := range b.counts {
		f := &index.TokenFreq{Term: []byte(term)}
		f.SetFrequency(n)
		out[term] = f
	}
	return out
}

func (b bag) AnalyzedLength() int    { return len(b.counts) }
func (b bag) EncodedFieldType() byte { return 't' }
func (b bag) Analyze()               {}

// posted lists the documents and frequencies of every term of a field, as any format gives them.
func posted(t interface{ Fatal(...any) }, s segment.Segment, field string) []string {
	dict, err := s.Dictionary(field)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for terms := dict.AutomatonIterator(nil, nil, nil); ; {
		e, err := terms.Next()
		if err != nil {
			t.Fatal(err)
		}
		if e == nil {
			return out
		}
		list, err := dict.PostingsList([]byte(e.Term), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for it := list.Iterator(true, false, false, nil); ; {
			p, err := it.Next()
			if err != nil {
				t.Fatal(err)
			}
			if p == nil {
				break
			}
			out = append(out, fmt.Sprint(e.Term, e.Count, p.Number(), p.Frequency()))
		}
	}
}

// A segment gives the terms, documents and frequencies that one of Bleve's own format gives of the same documents.
func TestSegmentAgreesWithBlevesOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"a", "ab", "abc", "đ", "rừng", "rung", "z 1", "z"})
		var docs []index.Document
		for i := range rapid.IntRange(1, 300).Draw(t, "documents") {
			p := paper{fmt.Sprintf("d%03d", i), map[string]map[string]int{}}
			for _, field := range []string{"b", "t"} {
				if counts := rapid.MapOfN(words, rapid.IntRange(1, 300), 0, 4).Draw(t, field); len(counts) > 0 {
					p.fields[field] = counts
				}
			}
			docs = append(docs, p.bleve())
		}
		mine, _, err := plugin{}.New(docs)
		if err != nil {
			t.Fatal(err)
		}
		theirs, _, err := (&zap.ZapPlugin{}).New(docs)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"b", "t", "none"} {
			if d := cmp.Diff(posted(t, theirs, field), posted(t, mine, field)); d != "" {
				t.Fatalf("%s (-Bleve's own +this):\n%s", field, d)
			}
		}
		if mine.Count() != theirs.Count() {
			t.Fatalf("%d documents, Bleve's own has %d", mine.Count(), theirs.Count())
		}
		ids := []string{"d000", "d007", "d299", "none"}
		a, errA := mine.DocNumbers(slices.Clone(ids))
		b, errB := theirs.DocNumbers(slices.Clone(ids))
		if errA != nil || errB != nil || !a.Equals(b) {
			t.Fatalf("%v, %v and %v, %v", a, errA, b, errB)
		}
	})
}
