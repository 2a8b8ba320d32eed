package index

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"
)

// columns holds what ranking, facets and sorting need of every document, by Bleve's number of the document: about 40
// bytes a document. They are read from the postings once a snapshot, because looking such values up in Bleve for every
// match of a common word costs more than finding the matches.
type columns struct {
	lengths map[string]*fieldLengths // by words field; a field of pairs has those of its words
	facets  []*facet                 // as in facetFields
	dates   []uint32                 // 20221227; 0 where there is none
	rank    []uint32                 // the place of the document's id among all ids
	ids     []string                 // by rank
	symbols []uint32                 // the place of the document's symbol among all symbols, counted from 1; 0 where there is none
}

// facetFields are the fields that results are counted by.
var facetFields = [...]string{fKind, fIssuer, fYear, fTheme, fLevel, fLeadName}

func readColumns(ctx context.Context, r bindex.IndexReader) (*columns, error) {
	c := &columns{lengths: map[string]*fieldLengths{}}
	for _, words := range []string{fBody, fTitle, fTask} {
		l := &fieldLengths{}
		err := eachPosting(ctx, r, words, lengthTerm, func(doc, freq uint64) { l.set(doc, freq) })
		if err != nil {
			return nil, err
		}
		l.settle()
		c.lengths[words], c.lengths[pairsOf(words)] = l, l
	}
	for _, field := range facetFields {
		f := &facet{}
		if err := eachTerm(ctx, r, field, f.add); err != nil {
			return nil, err
		}
		f.settle()
		c.facets = append(c.facets, f)
	}
	err := eachTerm(ctx, r, fDate, func(date string, doc uint64) {
		n, _ := strconv.ParseUint(date, 10, 32) // the index wrote it
		put(&c.dates, doc, uint32(n))
	})
	if err != nil {
		return nil, err
	}
	if c.symbols, err = readSymbols(ctx, r); err != nil {
		return nil, err
	}
	return c, eachTerm(ctx, r, "_id", func(id string, doc uint64) {
		put(&c.rank, doc, uint32(len(c.ids)))
		c.ids = append(c.ids, strings.Clone(id))
	})
}

// eachTerm visits the documents of every term of a field, in the order of the terms.
func eachTerm(ctx context.Context, r bindex.IndexReader, field string, visit func(term string, doc uint64)) error {
	dict, err := r.FieldDict(field)
	if err != nil {
		return err
	}
	defer dict.Close()
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return err
		}
		term := e.Term
		if err := eachPosting(ctx, r, field, term, func(doc, _ uint64) { visit(term, doc) }); err != nil {
			return err
		}
	}
}

// eachPosting visits the documents of a term, with its frequency in each.
func eachPosting(ctx context.Context, r bindex.IndexReader, field, term string, visit func(doc, freq uint64)) error {
	postings, err := r.TermFieldReader(ctx, []byte(term), field, true, false, false)
	if err != nil {
		return err
	}
	defer postings.Close()
	var doc bindex.TermFieldDoc
	for {
		d, err := postings.Next(&doc)
		if err != nil || d == nil {
			return err
		}
		visit(d.ID.Value(), d.Freq)
	}
}

// put sets an element of a column that grows.
func put(column *[]uint32, doc uint64, value uint32) {
	if grow := int(doc) + 1 - len(*column); grow > 0 {
		*column = append(*column, make([]uint32, grow)...)
	}
	(*column)[doc] = value
}

func at(column []uint32, doc uint64) uint32 {
	if doc < uint64(len(column)) {
		return column[doc]
	}
	return 0
}

// lengthTerm is in every document that has the field, as often as the field has tokens: so the lengths of all documents
// are one list of postings, and no other posting has to bear one. No token is spelled like it.
const lengthTerm = "\x01"

// fieldLengths holds the number of tokens of a field.
type fieldLengths struct {
	tokens []uint32
	sum    float64
	docs   float64
	each   float64 // what a token adds to norm, from settle on
}

func (f *fieldLengths) set(doc, tokens uint64) {
	put(&f.tokens, doc, uint32(tokens))
	f.sum, f.docs = f.sum+float64(tokens), f.docs+1
}

// settle is called when all lengths are set.
func (f *fieldLengths) settle() {
	if f.sum > 0 {
		f.each = bm25B * f.docs / f.sum
	}
}

// norm is the factor by which BM25 holds the length of a document against it: 1 for one of mean length.
func (f *fieldLengths) norm(doc uint64) float64 {
	if f == nil || f.each == 0 {
		return 1
	}
	return 1 - bm25B + f.each*float64(at(f.tokens, doc))
}

// facet holds the values of a field: those of document d are values[ids[first[d]:first[d+1]]]. Writings with one key, such
// as "Bộ Văn hóa" and "Bộ Văn hoá", are one value, because a filter by either finds both; it is shown as most documents
// write it.
type facet struct {
	values []string
	ids    []uint32
	first  []uint32

	// until settle
	byKey    map[string]uint32
	writings []map[string]int
	pairs    [][2]uint32 // document and value
}

func (f *facet) add(value string, doc uint64) {
	if f.byKey == nil {
		f.byKey = map[string]uint32{}
	}
	k := key(value)
	id, ok := f.byKey[k]
	if !ok {
		id = uint32(len(f.writings))
		f.byKey[k] = id
		f.writings = append(f.writings, map[string]int{})
	}
	f.writings[id][value]++
	f.pairs = append(f.pairs, [2]uint32{uint32(doc), id})
}

// settle orders the values by document.
func (f *facet) settle() {
	for _, w := range f.writings {
		f.values = append(f.values, commonest(w))
	}
	slices.SortFunc(f.pairs, func(a, b [2]uint32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	f.pairs = slices.Compact(f.pairs)
	for i, p := range f.pairs {
		for len(f.first) <= int(p[0]) {
			f.first = append(f.first, uint32(i))
		}
		f.ids = append(f.ids, p[1])
	}
	f.first = append(f.first, uint32(len(f.pairs)))
	f.byKey, f.writings, f.pairs = nil, nil, nil
}

// commonest gives the most frequent writing, the first in order of several.
func commonest(writings map[string]int) string {
	best := ""
	for w, n := range writings {
		if best == "" || n > writings[best] || n == writings[best] && w < best {
			best = w
		}
	}
	return best
}

// of gives the values of a document.
func (f *facet) of(doc uint64) []uint32 {
	if doc+1 >= uint64(len(f.first)) {
		return nil
	}
	return f.ids[f.first[doc]:f.first[doc+1]]
}
