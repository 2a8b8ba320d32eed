package segment

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	index "github.com/blevesearch/bleve_index_api"
)

// Counted is a field that knows how often each of its terms occurs, which spares the making of Bleve's own table.
type Counted interface {
	index.Field
	Counts() map[string]int
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
				x = &inverted{places: map[string]uint32{}}
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

// inverted collects the postings of a field in the order of the documents.
type inverted struct {
	places map[string]uint32 // of a term in terms
	terms  []collected
	posts  []posting
}

// collected is a term and the number of its postings.
type collected struct {
	term  string
	count uint32
}

// posting is one term in one document.
type posting struct{ place, doc, freq uint32 }

func (x *inverted) addField(doc uint32, f index.Field) {
	if c, ok := f.(Counted); ok {
		for term, n := range c.Counts() {
			x.add(term, doc, uint32(n))
		}
		return
	}
	for term, n := range f.AnalyzedTokenFrequencies() {
		x.add(term, doc, uint32(n.Frequency()))
	}
}

func (x *inverted) add(term string, doc, freq uint32) {
	place, ok := x.places[term]
	if !ok {
		place = uint32(len(x.terms))
		x.places[term] = place
		x.terms = append(x.terms, collected{term: term})
	}
	x.terms[place].count++
	x.posts = append(x.posts, posting{place, doc, freq})
}

// byTerm gives the postings of each term together, terms by place, in the order of the documents.
func (x *inverted) byTerm() (sorted []posting, first []uint32) {
	first = make([]uint32, len(x.terms)+1)
	for i, t := range x.terms {
		first[i+1] = first[i] + t.count
	}
	next := slices.Clone(first)
	sorted = make([]posting, len(x.posts))
	for _, p := range x.posts {
		sorted[next[p.place]] = p
		next[p.place]++
	}
	return sorted, first
}

// writeTo writes the terms in order, and tells the place of each posting's term in it.
func (x *inverted) writeTo(w *writer, visit func(place, doc uint32)) {
	posts, first := x.byTerm()
	order := make([]uint32, len(x.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(x.terms[a].term, x.terms[b].term) })
	var term []byte
	for place, i := range order {
		of := posts[first[i]:first[i+1]]
		for j := 0; j < len(of); {
			doc, freq := of[j].doc, uint64(0)
			for ; j < len(of) && of[j].doc == doc; j++ { // the values of a list are fields of one name
				freq += uint64(of[j].freq)
			}
			w.postings.add(uint64(doc), freq)
			visit(uint32(place), doc)
		}
		term = append(term[:0], x.terms[i].term...)
		w.endTerm(term)
	}
}
