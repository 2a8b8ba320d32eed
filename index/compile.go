package index

import (
	"fmt"
	"slices"
	"strings"

	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/soichi/soichi/index/vi"
	"github.com/soichi/soichi/query"
)

// The weights of ranking, tuned on the questions of eval_test.go. A folded syllable in the body counts 1.
const (
	pairBoost = 1.2 // two syllables typed side by side stand side by side
	// A syllable stands as it was typed, marks and all. In a query of one or two syllables this decides; in a sentence its
	// neighbours tell as much as its marks.
	exactBoost, exactShare = 0.1, 1.5
	// The document's own number was asked for: it comes before all that cite it. Bleve divides the score by the number of ways
	// in which the document might have been found, four at most; no words score as much as what is left.
	symbolBoost = 1e6
	namedScore  = symbolBoost / 8
	// It was asked for and is not there: what cites it is the next best.
	citesBoost = symbolBoost / 10
)

// compiler turns a query tree into Bleve's queries. It looks terms up and checks phrases on the way.
type compiler struct {
	find       func(q bquery.Query, limit int) (ids []string, more bool, err error) // the first results of q by id
	text       func(id string) (Doc, error)                                         // nil where phrases are not checked
	vocabulary func() (*vocabulary, error)
	columns    *columns
	in         string // one of the In… constants
	tokenizer  vi.Tokenizer
	unverified bool
	other      bool            // what is compiled is another name of what was asked for
	prefer     []part          // raise the score of runs of words
	scoring    []*wordsQuery   // all that add to the score
	groups     [][]*wordsQuery // scoring by the alternatives of the outermost variant, of which a document gets the best
	ownScore   bool            // a document's own symbol adds to it too
	err        error           // the first that happened
}

// scope names the fields of a part of the documents that words are searched in.
type scope struct{ part, words string }

func scopeOf(part string) scope {
	switch part {
	case InTitle:
		return scope{part, fTitle}
	case InTask:
		return scope{part, fTask}
	default:
		return scope{InBody, fBody}
	}
}

func (c *compiler) request(r Request) (bquery.Query, error) {
	switch c.in {
	case "", InTitle, InBody, InTask:
	default:
		return nil, fmt.Errorf("index: search in %q: the parts are title, body and task", c.in)
	}
	c.prefer = preferred(r.Prefer)
	wanted := c.node(r.Query)
	if r.Cites != "" {
		c.ownScore = true
		wanted = disj(1, wanted, fixed(term(fCites, key(r.Cites)), citesBoost))
	}
	all := append(c.filters(r.Filters), wanted)
	if r.Filters.State != "" {
		all = append(all, stateQuery(r))
	}
	q := conj(all...)
	return q, c.err
}

func (c *compiler) filters(f Filters) []bquery.Query {
	var out []bquery.Query
	if f.Kind != "" {
		out = append(out, filter(term(fKind, f.Kind)))
	}
	if f.Issuer != "" {
		out = append(out, filter(c.named(fIssuerKey, fIssuerText, f.Issuer)))
	}
	if f.Theme != "" {
		out = append(out, filter(c.named(fThemeKey, fThemeText, f.Theme)))
	}
	if f.IDs != nil {
		out = append(out, filter(bquery.NewDocIDQuery(f.IDs)))
	}
	if f.Level != "" {
		out = append(out, filter(term(fLevel, f.Level)))
	}
	if f.Lead != "" {
		out = append(out, filter(term(fLeadKey, key(f.Lead))))
	}
	if f.From != "" || f.To != "" {
		from, _ := (query.Dates{Op: query.OpSince, From: f.From}).Bounds()
		_, to := (query.Dates{Op: query.OpUntil, From: f.To}).Bounds()
		out = append(out, filter(c.dates(fDate, from, to)))
	}
	return out
}

// node compiles any node.
func (c *compiler) node(n query.Node) bquery.Query {
	switch n := n.(type) {
	case query.Word:
		return c.run([]string{n.Text})
	case query.Phrase:
		return c.phrase(n.Text, scopeOf(c.in))
	case query.List:
		return c.list(n)
	case query.Or:
		var alts []bquery.Query
		for _, m := range n.Nodes {
			alts = append(alts, c.node(m))
		}
		return disj(1, alts...)
	case query.Variant:
		return c.variant(n)
	case query.Field:
		return c.field(n)
	case query.Dates:
		from, to := n.Bounds()
		return filter(c.dates(n.Name, from, to))
	default:
		return filter(bquery.NewMatchAllQuery())
	}
}

// list compiles clauses side by side. Plain words that follow each other are one run, because their neighbourhood
// counts, and so are words that must be there; everything else that is wanted has to match.
func (c *compiler) list(l query.List) bquery.Query {
	var must, mustNot []bquery.Query
	var words []string
	var occur query.Occur // of words
	flush := func() {
		switch {
		case len(words) > 1 && occur == query.Must:
			must = append(must, c.all(words))
		case len(words) > 0:
			must = append(must, c.run(words))
		}
		words = nil
	}
	for _, cl := range l.Clauses {
		if w, ok := cl.Node.(query.Word); ok && cl.Occur != query.MustNot {
			if cl.Occur != occur || cl.Occur == query.Must && strings.ContainsAny(w.Text, "0123456789") { // a symbol stands alone
				flush()
			}
			words, occur = append(words, w.Text), cl.Occur
			continue
		}
		flush()
		if cl.Occur == query.MustNot {
			mustNot = append(mustNot, c.unscored(cl.Node))
		} else {
			must = append(must, c.node(cl.Node))
		}
	}
	flush()
	if len(must) == 0 {
		must = append(must, filter(bquery.NewMatchAllQuery()))
	}
	if len(mustNot) == 0 {
		return conj(must...)
	}
	return &exceptQuery{conj(must...), disj(1, mustNot...)}
}

// unscored compiles a node that adds nothing to the score.
func (c *compiler) unscored(n query.Node) bquery.Query {
	scoring, own := len(c.scoring), c.ownScore
	q := c.node(n)
	c.scoring, c.ownScore = c.scoring[:scoring], own
	return q
}

// all compiles words each of which has to be there.
func (c *compiler) all(words []string) bquery.Query {
	if tokens := c.tokens(strings.Join(words, " ")); len(tokens) > 0 {
		return c.parts(tokens, scopeOf(c.in), false)
	}
	return none()
}

// run compiles plain words that were typed side by side: most of them have to be there, and marks, neighbourhood and
// the title raise the score. The words may also name the document itself by its symbol.
func (c *compiler) run(words []string) bquery.Query {
	tokens := c.tokens(strings.Join(words, " "))
	if len(tokens) == 0 {
		return none()
	}
	sc := scopeOf(c.in)
	text := c.wordsIn(tokens, sc)
	if sc.words != fBody || c.other {
		return text
	}
	own := slices.DeleteFunc(c.ownSymbol(words, tokens), func(q bquery.Query) bool { return !c.any(q) })
	if len(own) == 0 {
		return text
	}
	c.ownScore = true
	return disj(1, append(own, text)...)
}

// wordsIn compiles words most of which have to be there.
func (c *compiler) wordsIn(tokens []vi.Token, sc scope) bquery.Query {
	q := c.parts(tokens, sc, len(tokens) > longQuery)
	switch {
	case q.sentence:
		q.need = max(1, q.need/pairShare)
	case q.need > 3:
		q.need-- // one of many may be mistyped or missing
	}
	return q
}

// parts makes the query of words all of which, or of a sentence all pairs of which, have to be there.
func (c *compiler) parts(tokens []vi.Token, sc scope, sentence bool) *wordsQuery {
	q := c.scored()
	q.sentence = sentence
	seen := map[string]bool{}
	add := func(field, text string, weight float64, required bool) {
		if k := field + " " + text; !seen[k] {
			seen[k] = true
			q.parts = append(q.parts, part{field, text, weight, required})
			if required {
				q.need++
			}
		}
	}
	if sc.words == fBody {
		q.parts = append(q.parts, c.prefer...)
	}
	for i, t := range tokens {
		add(sc.words, t.Folded, 1, !sentence)
		if t.Marked() {
			add(sc.words, t.Exact, exactWeight(len(tokens)), false)
		}
		if i > 0 {
			add(pairsOf(sc.words), pair(tokens[i-1], t), pairBoost, sentence)
		}
	}
	return q
}

// scored makes a query that adds to the score.
func (c *compiler) scored() *wordsQuery {
	q := &wordsQuery{columns: c.columns}
	c.scoring = append(c.scoring, q)
	return q
}

// exactWeight is what the marks of one of n syllables count.
func exactWeight(n int) float64 { return max(exactBoost, exactShare/float64(n)) }

// longQuery is the longest query, in syllables, whose words are searched one by one: all of up to three have to be there,
// all but one of more. Anything longer is a sentence or question, which rarely stands in a text word for word, and most
// of whose syllables stand in every text: of its pairs one in pairShare has to be there.
const (
	longQuery = 6
	pairShare = 10
)

// phrase compiles words that stand together: all pairs of neighbours are there.
func (c *compiler) phrase(text string, sc scope) bquery.Query {
	tokens := c.tokens(text)
	if len(tokens) == 1 {
		return c.wordsIn(tokens, sc)
	}
	q := c.scored()
	seen := map[string]bool{}
	for i, t := range tokens {
		if t.Marked() {
			q.parts = append(q.parts, part{sc.words, t.Exact, exactWeight(len(tokens)), false})
		}
		if i == 0 {
			continue
		}
		if p := pair(tokens[i-1], t); !seen[p] {
			seen[p] = true
			q.parts = append(q.parts, part{pairsOf(sc.words), p, pairBoost, true})
		}
	}
	q.need = len(seen)
	if c.other {
		return q
	}
	return c.checked(q, tokens, sc.part)
}

// field compiles name:value.
func (c *compiler) field(f query.Field) bquery.Query {
	switch f.Name {
	case "kind":
		return filter(term(fKind, f.Value))
	case "issuer":
		return filter(c.named(fIssuerKey, fIssuerText, f.Value))
	case "theme":
		return filter(c.named(fThemeKey, fThemeText, f.Value))
	case "signer":
		return filter(c.allOf(fSigner, f.Value))
	case "level":
		return filter(term(fLevel, f.Value))
	case "lead":
		return filter(c.allOf(fLead, f.Value))
	case "cites":
		return filter(term(fCites, key(f.Value)))
	case "implements":
		return filter(term(fImplements, key(f.Value)))
	case "symbol":
		return filter(c.symbol(f.Value))
	case "title":
		return c.phrase(f.Value, scopeOf(InTitle))
	case "task":
		return c.phrase(f.Value, scopeOf(InTask))
	default:
		return none()
	}
}

// named asks for a name: the whole of it where a document has just this name, all its words otherwise.
func (c *compiler) named(keyField, textField, name string) bquery.Query {
	if k := key(name); c.has(keyField, k) {
		return term(keyField, k)
	}
	return c.allOf(textField, name)
}

// has tells whether any document has the term.
func (c *compiler) has(field, text string) bool { return c.any(term(field, text)) }

// any tells whether q finds any document.
func (c *compiler) any(q bquery.Query) bool {
	ids, _, err := c.find(q, 1)
	if err != nil && c.err == nil {
		c.err = err
	}
	return len(ids) > 0
}

func (c *compiler) allOf(field, value string) bquery.Query {
	var all []bquery.Query
	for _, t := range c.tokens(value) {
		all = append(all, term(field, t.Folded))
	}
	if len(all) == 0 {
		return none()
	}
	return conj(all...)
}

func (c *compiler) tokens(text string) []vi.Token { return c.tokenizer.Tokens(nil, text) }

// pair is the term of two neighbours.
func pair(a, b vi.Token) string { return a.Folded + " " + b.Folded }

// none finds nothing. Bleve's own query of that name turns into everything beside a must-not.
func none() bquery.Query { return &wordsQuery{need: 1} }

func term(field, text string) bquery.Query {
	q := bquery.NewTermQuery(text)
	q.SetField(field)
	return q
}

// filter takes a query out of the ranking.
func filter(q bquery.Query) bquery.Query { return fixed(q, 0) }

func conj(qs ...bquery.Query) bquery.Query {
	if len(qs) == 1 {
		return qs[0]
	}
	return bquery.NewConjunctionQuery(qs)
}

func disj(min float64, qs ...bquery.Query) bquery.Query {
	if len(qs) == 1 {
		return qs[0]
	}
	q := bquery.NewDisjunctionQuery(qs)
	q.SetMin(min)
	return q
}

// dates asks a date field for a range of ISO days, both included; an empty end is open.
func (c *compiler) dates(field, from, to string) bquery.Query {
	lo, hi := dayNumber(from), dayNumber(to)
	if hi == 0 {
		hi = 99999999
	}
	if field == fDate {
		return &datedQuery{dates: c.columns.dates, from: uint32(lo), to: uint32(hi)}
	}
	yes := true
	q := bquery.NewNumericRangeInclusiveQuery(&lo, &hi, &yes, &yes)
	q.SetField(field)
	return q
}
