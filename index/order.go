package index

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"
)

// readSymbols gives the place of each document's symbol in the order in which an office files its papers: by what follows
// the number, then by the number. 0 stands for no symbol.
func readSymbols(ctx context.Context, r bindex.IndexReader) ([]uint32, error) {
	type filed struct {
		number int
		rest   string
		doc    uint64
	}
	var all []filed
	err := eachTerm(ctx, r, fSymbolKey, func(k string, doc uint64) {
		number, rest, _ := strings.Cut(k, " ")
		n, err := strconv.Atoi(number)
		if err != nil {
			n, rest = 0, k
		}
		all = append(all, filed{n, strings.Clone(rest), doc})
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b filed) int { return cmp.Or(cmp.Compare(a.rest, b.rest), cmp.Compare(a.number, b.number)) })
	var out []uint32
	place := uint32(0)
	for i, f := range all {
		if i == 0 || f.rest != all[i-1].rest || f.number != all[i-1].number {
			place++
		}
		put(&out, f.doc, place)
	}
	return out, nil
}
