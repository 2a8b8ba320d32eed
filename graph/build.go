package graph

import (
	"iter"
	"maps"
	"slices"

	"github.com/soichi/soichi/document"
)

// Build links all cards. The order of cards does not matter. Rejected links (from work, to work), which a person has
// undone, stay undone; rejected may be nil.
func Build(cards []Card, bodies Bodies, rejected func(from, to string) bool) *Graph {
	g := newGraph(bodies)
	g.Update(cards, nil, rejected)
	return g
}

// BuildFrom does as Build with cards that come one by one, of which it keeps what it needs alone. An error of theirs ends it.
func BuildFrom(cards iter.Seq2[Card, error], bodies Bodies, rejected func(from, to string) bool) (*Graph, error) {
	g := newGraph(bodies)
	var held []*Card
	for c, err := range cards {
		if err != nil {
			return nil, err
		}
		held = append(held, g.links.words.hold(c))
	}
	g.update(held, nil, rejected)
	return g, nil
}

func newGraph(bodies Bodies) *Graph {
	known := remember(bodies)
	return &Graph{
		nodes: map[string]*Node{}, told: map[string][]*edge{}, out: map[string][]*edge{}, in: map[string][]*edge{}, maybe: map[string][]*edge{},
		works: newWorks(known), links: newLinker(known),
	}
}

// Update takes in documents that are new or read otherwise, takes out those that are gone, and decides anew every
// mention that this may concern. The net is the same as if it had been built from all documents at once.
func (g *Graph) Update(put []Card, gone []string, rejected func(from, to string) bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	held := make([]*Card, len(put))
	for i, c := range put {
		held[i] = g.links.words.hold(c)
	}
	g.update(held, gone, rejected)
}

func (g *Graph) update(put []*Card, gone []string, rejected func(from, to string) bool) {
	g.links.r.reject(rejected)
	again := map[string]bool{}
	g.renew(put, gone, again)
	g.relink(again)
}

// renew brings works and their nodes up to date and collects the documents whose mentions are to be decided again.
func (g *Graph) renew(put []*Card, gone []string, again map[string]bool) {
	for _, id := range gone {
		again[id] = true
	}
	for _, c := range put {
		again[c.ID] = true
	}
	changed := changes{}
	touched := g.works.change(put, gone)
	for name := range touched {
		g.standDown(name, changed, again)
	}
	for name := range touched {
		g.stand(name, changed, again)
	}
	g.links.concerned(changed, again)
}

// standDown lets a text stand for its work no more, unless it still does. All that cite it are concerned.
func (g *Graph) standDown(name string, changed changes, again map[string]bool) {
	was := g.links.standing[name]
	if was == nil || was == g.works.cards[g.works.best[name]] {
		return
	}
	g.links.r.remove(was, changed)
	again[was.ID] = true
	delete(g.nodes, was.ID)
	delete(g.links.standing, name)
}

// stand lets the best copy stand for its work and makes the work's node anew.
func (g *Graph) stand(name string, changed changes, again map[string]bool) {
	now := g.works.cards[g.works.best[name]]
	if now == nil {
		return
	}
	if g.links.standing[name] == nil {
		g.links.standing[name] = now
		g.links.r.add(now, changed)
		again[now.ID] = true
	}
	g.nodes[now.ID] = g.works.node(name)
}

// relink decides the mentions of documents anew, and of those whose wanted documents are told apart otherwise now.
func (g *Graph) relink(again map[string]bool) {
	verdicts := map[string][]verdict{}
	for _, id := range slices.Sorted(maps.Keys(again)) {
		g.unlink(id)
		if c := g.works.cards[id]; c != nil && g.works.of(id) == id {
			verdicts[id] = g.links.decide(c)
		} else {
			g.links.forget(id)
		}
	}
	for _, id := range g.links.settle(g) {
		if c := g.works.cards[id]; c != nil && !again[id] {
			g.unlink(id)
			verdicts[id] = g.links.resolve(c)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(verdicts)) {
		g.addLinks(g.works.cards[id], verdicts[id])
		delete(verdicts, id) // a million of them
	}
}

// unlink takes a document's links out of the net.
func (g *Graph) unlink(id string) {
	for _, e := range g.told[id] {
		cut(g.out, e.from, e)
		cut(g.in, e.to, e)
		for _, k := range e.mayMean() {
			cut(g.maybe, k.ID, e)
		}
	}
	delete(g.told, id)
}

// mayMean gives the works that an ambiguous link may mean.
func (e *edge) mayMean() []Candidate {
	if states[e.state] != Ambiguous || e.candidates == nil {
		return nil
	}
	return *e.candidates
}

// addLinks turns the verdicts on one document's citations into links. A citation whose relation runs from another one
// gives two: the relation between the two, and the mention of it in this document.
func (g *Graph) addLinks(c *Card, vs []verdict) {
	to := make([]string, len(vs))
	for i, v := range vs {
		if v.state == Resolved {
			to[i] = v.to.ID
		} else {
			to[i] = g.links.w.node(c.cited[i]).ID
		}
	}
	all := make([]edge, 0, len(vs))
	for i, v := range vs {
		l := linkOf(c, i, v, to[i])
		if told, ok := aside(l, c, vs, to); ok {
			if !g.links.r.rejected(told.From, told.To) {
				all = append(all, edgeOf(c, told))
			}
			l.Relation = document.Cites // what is left to the citation itself
		}
		all = append(all, edgeOf(c, l))
	}
	g.add(c.ID, slices.DeleteFunc(all, func(e edge) bool { return e.from == e.to }))
}

// add puts the links of a document into the net. None runs from a work to itself.
func (g *Graph) add(id string, all []edge) {
	told := make([]*edge, len(all))
	for i := range all {
		e := &all[i]
		e.place, told[i] = int32(i), e
		tie(g.out, e.from, e)
		tie(g.in, e.to, e)
		for _, k := range e.mayMean() {
			tie(g.maybe, k.ID, e)
		}
	}
	if len(told) > 0 {
		g.told[id] = told
	}
}

// tie puts a link into an ordered list of a map.
func tie(lists map[string][]*edge, key string, e *edge) {
	all := lists[key]
	if n := len(all); n == 0 || byPlace(all[n-1], e) < 0 {
		lists[key] = append(all, e)
		return
	}
	i, _ := slices.BinarySearchFunc(all, e, byPlace)
	lists[key] = slices.Insert(all, i, e)
}

// cut takes a link out of an ordered list of a map, and the list if nothing is left of it.
func cut(lists map[string][]*edge, key string, e *edge) {
	all := lists[key]
	if i, found := slices.BinarySearchFunc(all, e, byPlace); found {
		all = slices.Delete(all, i, i+1)
	}
	if len(all) == 0 {
		delete(lists, key)
		return
	}
	lists[key] = all
}
