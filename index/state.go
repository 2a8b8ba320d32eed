package index

import (
	"slices"

	bquery "github.com/blevesearch/bleve/v2/search/query"
)

// outsideCounts counts the results by a value that is not in the index but comes with the request.
type outsideCounts struct {
	states map[string]string
	none   string
	counts map[string]int
}

func newOutside(r Request) *outsideCounts {
	if r.States == nil {
		return nil
	}
	return &outsideCounts{r.States, r.NoState, map[string]int{}}
}

// see counts a match if it has tasks.
func (o *outsideCounts) see(c *columns, doc uint64) {
	tasks := c.lengths[fTask]
	if tasks == nil || at(tasks.tokens, doc) == 0 {
		return
	}
	state, ok := o.states[c.ids[at(c.rank, doc)]]
	if !ok {
		state = o.none
	}
	o.counts[state]++
}

// stateQuery finds the documents with tasks that have a state.
func stateQuery(r Request) bquery.Query {
	tasks := term(fTask, lengthTerm)
	var in []string
	for id, s := range r.States {
		if s == r.Filters.State || r.Filters.State == r.NoState {
			in = append(in, id)
		}
	}
	slices.Sort(in)
	known := filter(bquery.NewDocIDQuery(in))
	if r.Filters.State == r.NoState {
		return bquery.NewBooleanQuery([]bquery.Query{filter(tasks)}, nil, []bquery.Query{known})
	}
	return conj(filter(tasks), known)
}
