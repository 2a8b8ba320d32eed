package graph

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"sync"

	"github.com/soichi/soichi/document"
)

// State says what became of a citation.
type State string

// The states of a link.
const (
	Resolved    State = "resolved"    // one held work fits, at the stated level
	Wanted      State = "wanted"      // no held work fits
	Ambiguous   State = "ambiguous"   // several held works fit equally well
	Conflicting State = "conflicting" // the number fits a held work, but a date differs by what may be a slip of the pen
)

// Level says how well a resolved citation fits, best first.
type Level string

// The levels of resolution (after DOMAIN: key = kind + number + issuer + date).
const (
	Exact        Level = "exact"         // number, symbol, date and issuer
	SymbolDate   Level = "symbol+date"   // number, symbol and date; the issuer is not said on one side
	SymbolIssuer Level = "symbol+issuer" // number, symbol and issuer; the date is not said, or its year alone
	Unique       Level = "unique"        // number and symbol, and only one work in the library bears them
	ByTitle      Level = "title"         // cited by name, and one work bears the name
)

// confidence of a level, multiplied with the citation's own. The figures order the levels; they are not yet calibrated.
var levelConfidence = map[Level]float64{Exact: 1, SymbolDate: 0.97, SymbolIssuer: 0.92, Unique: 0.75, ByTitle: 0.7}

// Node is a work: a held document (the best copy stands for all), or one that is only cited.
type Node struct {
	ID       string              `json:"id"`
	Symbol   document.NullString `json:"symbol"`
	Kind     document.NullString `json:"kind"`
	Issuer   document.NullString `json:"issuer"`
	IssuedOn document.NullString `json:"issued_on"`
	Title    document.NullString `json:"title"`
	Held     bool                `json:"held"`
	URN      document.NullString `json:"urn"`
	Path     string              `json:"-"` // of the file, for a person where nothing else names the document
	// Copies are the ids of other held documents that are the same work.
	Copies []string `json:"copies,omitempty"`
}

// Candidate is one of several works that an ambiguous or conflicting citation may mean.
type Candidate struct {
	ID     string `json:"id"`
	Reason string `json:"reason"`
}

// Link is one citation and what became of it.
type Link struct {
	In         string // the held document whose text holds the mention
	Citation   int    // index in that document's list
	From       string // the node that the relation runs from: In's work, or the work of the citation named as subject
	To         string // the node spoken of; a wanted node if State is not Resolved
	Relation   document.Relation
	Part       bool // the mention names a provision: the relation is to that part alone
	State      State
	Level      Level
	Candidates []Candidate
	Span       document.Span
	Confidence float64
	ofOthers   bool // what a sentence tells of two other documents, beside the mention of one of them
	place      int  // among the links of In
}

// Graph is the net. It is safe for concurrent use: each call answers for the net as it is, and waits while documents are
// linked. Nodes and links that it gave out never change.
type Graph struct {
	mu    sync.RWMutex
	nodes map[string]*Node
	told  map[string][]*edge // by In, in the order of citations: what a document says, of itself and of others
	out   map[string][]*edge // by From, in the order of In and citations
	in    map[string][]*edge // by To, in that order
	maybe map[string][]*edge // ambiguous ones by candidate, in that order
	works *works
	links *linker
}

// Node returns the node of an id: a held document's, a copy's, or a wanted one's. It is nil for an unknown id.
func (g *Graph) Node(id string) *Node {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.nodes[g.works.of(id)]
}

// Work gives the id of the work that a document is a copy of: the id itself for the best copy.
func (g *Graph) Work(id string) string {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.works.of(id)
}

// Links returns all links in the order of document ids and citations.
func (g *Graph) Links() []Link {
	g.mu.RLock()
	defer g.mu.RUnlock()
	var out []Link
	for _, id := range slices.Sorted(maps.Keys(g.told)) {
		out = append(out, pick(g.told[id])...)
	}
	return out
}

// Of returns the links from one held document to what it mentions, one a citation, in citation order. Where a sentence
// tells what another document does with the one mentioned, the link here is the mere mention.
func (g *Graph) Of(id string) []Link {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return pick(slices.DeleteFunc(slices.Clone(g.told[id]), func(e *edge) bool { return e.ofOthers }))
}

// Out returns the links that run from a node.
func (g *Graph) Out(id string) []Link { return g.at(func() map[string][]*edge { return g.out }, id) }

// In returns the links that run to a node.
func (g *Graph) In(id string) []Link { return g.at(func() map[string][]*edge { return g.in }, id) }

// Maybe returns the ambiguous links that may mean a work.
func (g *Graph) Maybe(id string) []Link {
	return g.at(func() map[string][]*edge { return g.maybe }, id)
}

func (g *Graph) at(side func() map[string][]*edge, id string) []Link {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return pick(side()[g.works.of(id)])
}

func pick(at []*edge) []Link {
	out := make([]Link, len(at))
	for i, l := range at {
		out[i] = l.link()
	}
	return out
}

// Nodes returns every node, held ones first, each group in order of id.
func (g *Graph) Nodes() []*Node {
	g.mu.RLock()
	defer g.mu.RUnlock()
	out := make([]*Node, 0, len(g.nodes))
	for _, n := range g.nodes {
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b *Node) int {
		if a.Held != b.Held {
			if a.Held {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return out
}

// Wish is a wanted document: one that is cited and not held.
type Wish struct {
	Symbol   document.NullString `json:"symbol"`
	Kind     document.NullString `json:"kind"`
	Issuer   document.NullString `json:"issuer"`
	IssuedOn document.NullString `json:"issued_on"`
	Name     document.NullString `json:"name"`
	URN      document.NullString `json:"urn"`
	Cited    int                 `json:"cited"` // mentions
	By       []string            `json:"by"`    // ids of the documents that mention it
	State    State               `json:"state"`
	// Candidates are held works that may be meant, where the mention is ambiguous or conflicting.
	Candidates []Candidate `json:"candidates,omitempty"`
	Node       string      `json:"node"`
}

// mention is a citation as it stands in a document.
type mention struct {
	in       string
	citation int
}

// Missing lists the wanted documents, those cited by most documents first.
func (g *Graph) Missing() []Wish {
	g.mu.RLock()
	defer g.mu.RUnlock()
	out := []Wish{}
	for id, n := range g.nodes {
		if n.Held {
			continue
		}
		w := Wish{Symbol: n.Symbol, Kind: n.Kind, Issuer: n.Issuer, IssuedOn: n.IssuedOn, URN: n.URN, Node: id, State: Wanted}
		if n.Symbol == "" {
			w.Name = n.Title
		}
		mentions := map[mention]bool{}
		for _, l := range pick(g.in[id]) {
			mentions[mention{l.In, l.Citation}] = true
			if !slices.Contains(w.By, l.In) {
				w.By = append(w.By, l.In)
			}
			if l.State != Wanted {
				w.State, w.Candidates = l.State, l.Candidates
			}
		}
		if w.Cited = len(mentions); w.Cited > 0 {
			slices.Sort(w.By)
			out = append(out, w)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return cmp.Or(cmp.Compare(len(b.By), len(a.By)), cmp.Compare(b.Cited, a.Cited), cmp.Compare(a.Symbol, b.Symbol), cmp.Compare(a.Node, b.Node)) < 0
	})
	return out
}
