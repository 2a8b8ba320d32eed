package index

import (
	"context"

	bindex "github.com/blevesearch/bleve_index_api"
)

// lengthTerm is in every document that has the field, as often as the field has tokens: so the lengths of all documents
// are one list of postings, and no other posting has to bear one. No token is spelled like it.
const lengthTerm = "\x01"

// lengths holds the number of tokens of every document's fields, by Bleve's number of the document. Four bytes a
// document and field.
type lengths struct {
	fields map[string]*fieldLengths
}

type fieldLengths struct {
	tokens []uint32
	mean   float64
}

// readLengths reads the lengths of the words fields. The pairs of a field count as many as its words.
func readLengths(ctx context.Context, r bindex.IndexReader) (*lengths, error) {
	l := &lengths{fields: map[string]*fieldLengths{}}
	for words, pairs := range map[string]string{fBody: fBodyPairs, fTitle: fTitlePairs, fTask: fTaskPairs} {
		f, err := readField(ctx, r, words)
		if err != nil {
			return nil, err
		}
		l.fields[words], l.fields[pairs] = f, f
	}
	return l, nil
}

func readField(ctx context.Context, r bindex.IndexReader, field string) (*fieldLengths, error) {
	postings, err := r.TermFieldReader(ctx, []byte(lengthTerm), field, true, false, false)
	if err != nil {
		return nil, err
	}
	defer postings.Close()
	f := &fieldLengths{}
	sum, n := 0.0, 0.0
	var doc bindex.TermFieldDoc
	for {
		d, err := postings.Next(&doc)
		if err != nil {
			return nil, err
		}
		if d == nil {
			break
		}
		at := int(d.ID.Value())
		if at >= len(f.tokens) {
			f.tokens = append(f.tokens, make([]uint32, at+1-len(f.tokens))...)
		}
		f.tokens[at] = uint32(d.Freq)
		sum, n = sum+float64(d.Freq), n+1
	}
	if n > 0 {
		f.mean = sum / n
	}
	return f, nil
}

func (l *lengths) of(field string) *fieldLengths { return l.fields[field] }

// norm is the factor by which BM25 holds the length of a document against it: 1 for one of mean length.
func (f *fieldLengths) norm(doc uint64) float64 {
	if f == nil || f.mean == 0 || doc >= uint64(len(f.tokens)) {
		return 1
	}
	return 1 - bm25B + bm25B*float64(f.tokens[doc])/f.mean
}
