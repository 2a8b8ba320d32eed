package segment

import (
	"bytes"
	"maps"
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// Counted is a field that knows how often each of its terms occurs, which spares the making of Bleve's own table.
type Counted interface {
	index.Field
	Counts() map[string]int
}

// Keyed is a field whose terms are numbers while a segment is made, which are counted and sorted several times faster than
// words. All fields of one name in a batch spell alike.
type Keyed interface {
	index.Field
	// Keys gives the terms, each once, and how often they occur.
	Keys() (keys []uint64, freqs []uint32)
	// Order sorts keys by their terms.
	Order(keys []uint64)
	// Spell gives the term of a key.
	Spell(key uint64) string
}

// build makes a segment of documents in memory.
func build(docs []index.Document) ([]byte, error) {
	fields := map[string]*inverted{}
	for i, d := range docs {
		d.VisitFields(func(f index.Field) {
			if !f.Options().IsIndexed() {
				return
			}
			x := fields[f.Name()]
			if x == nil {
				x = newInverted()
				fields[f.Name()] = x
			}
			x.addField(uint32(i), f)
		})
	}
	var out bytes.Buffer
	w := newWriter(&out, uint64(len(docs)))
	ids := make([]uint32, len(docs))
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		w.beginField(name)
		fields[name].writeTo(w, func(place, doc uint32) {
			if name == idField {
				ids[doc] = place
			}
		})
		w.endField()
	}
	err := w.end(ids)
	return out.Bytes(), err
}

// inverted collects the postings of a field in the order of the documents. The fields of a name are either all Keyed, or
// none is.
type inverted struct {
	byName map[string]uint32 // places of terms
	byKey  map[uint64]uint32
	names  []string // of terms, by place
	keys   []uint64
	keyed  Keyed    // any of the fields
	counts []uint32 // of postings, by place
	posts  []posting
}

// posting is one term in one document.
type posting struct{ place, doc, freq uint32 }

func newInverted() *inverted {
	return &inverted{byName: map[string]uint32{}, byKey: map[uint64]uint32{}}
}

func (x *inverted) addField(doc uint32, f index.Field) {
	switch f := f.(type) {
	case Keyed:
		x.keyed = f
		keys, freqs := f.Keys()
		for i, key := range keys {
			x.add(x.placeOfKey(key), doc, freqs[i])
		}
	case Counted:
		for term, n := range f.Counts() {
			x.add(x.placeOf(term), doc, uint32(n))
		}
	default:
		for term, n := range f.AnalyzedTokenFrequencies() {
			x.add(x.placeOf(term), doc, uint32(n.Frequency()))
		}
	}
}

func (x *inverted) add(place, doc, freq uint32) {
	x.counts[place]++
	x.posts = append(x.posts, posting{place, doc, freq})
}

func (x *inverted) placeOf(term string) uint32 {
	place, ok := x.byName[term]
	if !ok {
		place = uint32(len(x.counts))
		x.byName[term] = place
		x.names = append(x.names, term)
		x.counts = append(x.counts, 0)
	}
	return place
}

func (x *inverted) placeOfKey(key uint64) uint32 {
	place, ok := x.byKey[key]
	if !ok {
		place = uint32(len(x.counts))
		x.byKey[key] = place
		x.keys = append(x.keys, key)
		x.counts = append(x.counts, 0)
	}
	return place
}

// byTerm gives the postings of each term together, terms by place, in the order of the documents.
func (x *inverted) byTerm() (sorted []posting, first []uint32) {
	first = make([]uint32, len(x.counts)+1)
	for i, n := range x.counts {
		first[i+1] = first[i] + n
	}
	next := slices.Clone(first)
	sorted = make([]posting, len(x.posts))
	for _, p := range x.posts {
		sorted[next[p.place]] = p
		next[p.place]++
	}
	return sorted, first
}

// eachTerm visits the terms in order, with their places.
func (x *inverted) eachTerm(visit func(term string, place uint32)) {
	if x.keyed == nil {
		slices.Sort(x.names)
		for _, name := range x.names {
			visit(name, x.byName[name])
		}
		return
	}
	x.keyed.Order(x.keys)
	for _, key := range x.keys {
		visit(x.keyed.Spell(key), x.byKey[key])
	}
}

// writeTo writes the terms in order, and tells the place in it of each posting's term.
func (x *inverted) writeTo(w *writer, visit func(place, doc uint32)) {
	posts, first := x.byTerm()
	written := uint32(0)
	var buf []byte
	x.eachTerm(func(term string, place uint32) {
		of := posts[first[place]:first[place+1]]
		for j := 0; j < len(of); {
			doc, freq := of[j].doc, uint64(0)
			for ; j < len(of) && of[j].doc == doc; j++ { // the values of a list are fields of one name
				freq += uint64(of[j].freq)
			}
			w.postings.add(uint64(doc), freq)
			visit(written, doc)
		}
		buf = append(buf[:0], term...)
		w.endTerm(buf)
		written++
	})
}
