package graph

import (
	"maps"
	"slices"
)

// linker holds what the decisions on mentions go by.
type linker struct {
	r        *resolver
	w        *wishes
	standing map[string]*Card    // by identity: the copy that the resolver knows
	citing   map[string][]string // ids of works by what they cite, in order
	open     map[string][]int    // by id: the citations that are not resolved
	said     map[string]*Card    // by id: the card whose citations these are
	words    words
}

func newLinker(bodies *memory) *linker {
	return &linker{
		r: newResolver(bodies), w: newWishes(bodies), standing: map[string]*Card{}, citing: map[string][]string{}, open: map[string][]int{}, said: map[string]*Card{}, words: words{},
	}
}

// resolve decides the citations of a document.
func (k *linker) resolve(c *Card) []verdict {
	out := make([]verdict, len(c.cited))
	for i, cit := range c.cited {
		out[i] = k.r.resolve(c, cit)
	}
	return out
}

// decide resolves the citations of a document and remembers what they cite and wish for. Of a document that says what it
// said before, only mentions that became open or resolved touch the wishes.
func (k *linker) decide(c *Card) []verdict {
	if k.said[c.ID] != c {
		k.forget(c.ID)
		k.said[c.ID] = c
		for _, cit := range c.cited {
			key := cit.key
			k.citing[key] = insert(k.citing[key], c.ID)
		}
	}
	vs := k.resolve(c)
	was := k.open[c.ID]
	var open []int
	for i, cit := range c.cited {
		wanted, wished := vs[i].state != Resolved, slices.Contains(was, i)
		switch {
		case wanted && !wished:
			k.w.note(cit)
		case wished && !wanted:
			k.w.drop(cit)
		}
		if wanted {
			open = append(open, i)
		}
	}
	if len(open) > 0 {
		k.open[c.ID] = open
	} else {
		delete(k.open, c.ID)
	}
	return vs
}

// forget takes out what a document cites and wishes for.
func (k *linker) forget(id string) {
	c := k.said[id]
	if c == nil {
		return
	}
	for _, i := range k.open[id] {
		k.w.drop(c.cited[i])
	}
	for _, cit := range c.cited {
		key := cit.key
		if k.citing[key] = without(k.citing, key, id); len(k.citing[key]) == 0 {
			delete(k.citing, key)
		}
	}
	delete(k.open, id)
	delete(k.said, id)
}

// concerned adds the documents with a mention that a change of works may concern: of a key and a day that fits one of theirs.
func (k *linker) concerned(changed changes, again map[string]bool) {
	for key, days := range changed {
		for _, id := range k.citing[key] {
			if !again[id] && slices.ContainsFunc(k.said[id].cited, func(c cited) bool { return mayMean(c, key, days) }) {
				again[id] = true
			}
		}
	}
}

// changes are the days of the works that came or went, by the symbols and names that they are cited by.
type changes map[string][]day

func (c changes) note(key string, on string) { c[key] = append(c[key], dayOf(on)) }

// mayMean tells whether a mention may mean a work of one of some days.
func mayMean(c cited, key string, days []day) bool {
	cited := dayOf(c.issuedOn)
	return slices.ContainsFunc(days, func(d day) bool { return cited.compare(d) != otherDay }) && c.key == key
}

// settle tells wanted documents apart where mentions came or went, brings their nodes up to date, and gives the documents
// whose mentions mean another node than before.
func (k *linker) settle(g *Graph) []string {
	again := map[string]bool{}
	for _, key := range k.w.order() {
		gone, made, moved := k.w.settle(key)
		for _, id := range gone {
			delete(g.nodes, id)
		}
		for _, n := range made {
			g.nodes[n.ID] = n
		}
		if len(moved) == 0 {
			continue
		}
		for _, id := range k.citing[key] {
			if k.wishesFor(id, moved) {
				again[id] = true
			}
		}
	}
	clear(k.w.dirty)
	clear(k.w.ties.changed)
	return slices.Sorted(maps.Keys(again))
}

// wishesFor tells whether an open mention of a document says one of some things.
func (k *linker) wishesFor(id string, moved map[saying]bool) bool {
	return slices.ContainsFunc(k.open[id], func(i int) bool { return moved[k.w.saying(k.said[id].cited[i])] })
}

// linkOf makes the link of a citation.
func linkOf(c *Card, i int, v verdict, to string) Link {
	cit := c.cited[i]
	l := Link{
		In: c.ID, Citation: i, From: c.ID, To: to, Relation: relations[cit.relation], Part: cit.part, State: v.state, Level: v.level,
		Candidates: v.candidates, Span: cit.span, Confidence: cit.confidence,
	}
	if v.state == Resolved {
		l.Confidence *= levelConfidence[v.level]
	}
	return l
}

// aside gives what a citation tells of two others, where its relation runs from another citation of the list.
func aside(l Link, c *Card, vs []verdict, to []string) (Link, bool) {
	cit := c.cited[l.Citation]
	s := int(cit.subject)
	if s < 0 || s >= len(to) || s == l.Citation {
		return Link{}, false
	}
	l.From, l.ofOthers = to[s], true
	if cit.inverse {
		l.From, l.To = l.To, l.From
		l.State, l.Level, l.Candidates = vs[s].state, vs[s].level, vs[s].candidates
	}
	return l, true
}
